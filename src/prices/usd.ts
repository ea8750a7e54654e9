/** Dollars as people read them: two decimals, and two digits of an amount below ten cents. */
export function renderUsd(usd: number): string {
  const shown = roundUsd(usd);
  if (shown === 0) return '$0';
  const digits = Math.abs(shown) >= 0.1 ? shown.toFixed(2) : shown.toFixed(6).replace(/0+$/, '');
  return `$${digits.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',')}`;
}

/** The amount that `renderUsd` shows. */
export function roundUsd(usd: number): number {
  return Math.abs(usd) >= 0.1 ? Number(usd.toFixed(2)) : Number(Number(usd.toPrecision(2)).toFixed(6));
}
