import { interceptAtZero } from '../statistics/intercept.ts';

/** One case as the length guard sees it. */
export interface LengthPair {
  /** Characters of both outputs. */
  readonly baseLength: number;
  readonly candidateLength: number;
  /** Signed difference of the judge's scores, negative = worse. */
  readonly difference: number;
}

const narrowest = 0.8;
const widest = 1.25;

/** Judges favour length. Where the candidate's outputs are much longer or shorter than the base's, says what is left of a judge's difference at equal length: the intercept of the difference on the log length ratio (Dubois et al. 2024, arXiv 2404.04475). Null where lengths are alike or it cannot be told. */
export function explainLength(pairs: readonly LengthPair[]): string | null {
  const known = pairs.filter(({ baseLength, candidateLength }) => baseLength > 0 && candidateLength > 0);
  const ratios = known.map(({ baseLength, candidateLength }) => candidateLength / baseLength).sort((a, b) => a - b);
  const median = ratios[ratios.length >> 1];
  if (median === undefined || (median >= narrowest && median <= widest)) return null;
  const adjusted = interceptAtZero(
    known.map((pair) => [Math.log(pair.candidateLength / pair.baseLength), pair.difference] as const),
  );
  const plain = known.reduce((sum, { difference }) => sum + difference, 0) / known.length;
  const lengths = `outputs are ${median.toFixed(2)} times as long as the base's, and judges favour length`;
  if (adjusted === null) return lengths;
  const flips = plain * adjusted < 0 ? ', the other way round' : '';
  return `${lengths}: at equal length the difference would be ${renderScore(adjusted)} instead of ${renderScore(plain)}${flips}`;
}

function renderScore(difference: number): string {
  const digits = Math.abs(difference).toFixed(2);
  return difference < 0 && Number(digits) !== 0 ? `−${digits}` : digits;
}
