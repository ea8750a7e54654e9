/** How well a judge tells good from bad, each a share in 0..1; null where there is nothing of that kind to find. */
export interface Detection {
  /** Of what is good, the share that the judge calls good. */
  readonly sensitivity: number | null;
  /** Of what is bad, the share that the judge calls bad. */
  readonly specificity: number | null;
}

/** Sensitivity and specificity of 0/1 judgements against the 0/1 truth of the same items, each counted `weights` times; 1 is good. */
export function measureDetection(
  judged: readonly number[],
  truth: readonly number[],
  weights: readonly number[] = judged.map(() => 1),
): Detection {
  const shareFound = (kind: 0 | 1): number | null => {
    let [all, found] = [0, 0];
    for (const [index, weight] of weights.entries()) {
      if (truth[index] !== kind) continue;
      all += weight;
      if (judged[index] === kind) found += weight;
    }
    return all === 0 ? null : found / all;
  };
  return { sensitivity: shareFound(1), specificity: shareFound(0) };
}
