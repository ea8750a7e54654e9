/** How well a judge tells good from bad, each a share in 0..1; null where there is nothing of that kind to find. */
export interface Detection {
  /** Of what is good, the share that the judge calls good. */
  readonly sensitivity: number | null;
  /** Of what is bad, the share that the judge calls bad. */
  readonly specificity: number | null;
}

/** Sensitivity and specificity of 0/1 judgements against the 0/1 truth of the same items; 1 is good. */
export function measureDetection(judged: readonly number[], truth: readonly number[]): Detection {
  return { sensitivity: shareFound(judged, truth, 1), specificity: shareFound(judged, truth, 0) };
}

function shareFound(judged: readonly number[], truth: readonly number[], kind: 0 | 1): number | null {
  const calls = judged.filter((_, index) => truth[index] === kind);
  return calls.length === 0 ? null : calls.filter((call) => call === kind).length / calls.length;
}
