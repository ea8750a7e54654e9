/**
 * Holm's step-down test (Holm 1979) over all given p-values: true where the hypothesis is rejected. Each has its own level, the one it would
 * be held to alone; with equal levels this is Holm as usual, else its weighted form. A p equal to its level rejects (within 1e-12).
 */
export function holmRejections(pValues: readonly number[], levels: readonly number[]): readonly boolean[] {
  const ratios = pValues.map((p, index) => p / (levels[index] as number));
  const order = [...ratios.keys()].sort((a, b) => (ratios[a] as number) - (ratios[b] as number));
  const rejected = pValues.map(() => false);
  for (const [rank, index] of order.entries()) {
    if ((ratios[index] as number) * (order.length - rank) > 1 + 1e-12) break;
    rejected[index] = true;
  }
  return rejected;
}
