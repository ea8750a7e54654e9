const blocks = [...'▁▂▃▄▅▆▇█'];

/** Values as a row of blocks, the newest last, at most `width` of them; what is not known is a blank. Values that differ by less than `least` all look alike. */
export function renderSparkline(values: readonly (number | null)[], width: number, least: number): string {
  const shown = values.slice(-width);
  const known = shown.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const span = Math.max(high - low, least);
  const middle = (high + low) / 2;
  return shown
    .map((value) => {
      if (value === null) return ' ';
      const share = (value - middle) / span + 0.5;
      const at = Math.floor(share * blocks.length);
      return blocks[Math.max(0, Math.min(blocks.length - 1, at))];
    })
    .join('');
}
