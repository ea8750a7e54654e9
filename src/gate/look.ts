import { holmRejections } from '../statistics/holm.ts';
import { type AnalysisName, analyses, clearsMargin, type Measurement } from './measurement.ts';
import { hasRerun, meetsGuard, testSecondLook } from './second-look.ts';

/** The share of alpha that the first of two looks spends; the second spends the rest. */
const firstShare = 0.2;

/** What the looks found of one gating comparison. */
export interface LookResult {
  readonly rejected: boolean;
  /** Undecided with a drop worth a re-run. */
  readonly inPlay: boolean;
  readonly looks: 1 | 2;
  /** Raw mid-p of the last look, the larger of the two analyses; null where no rate is tested. */
  readonly pValue: number | null;
}

/**
 * Both looks over all gating comparisons of a run, in their order. Holm runs over all of them in each analysis of missing samples apart, and a
 * comparison is rejected where both analyses reject it, each at either look. One rejected at the first look ends the run: no second look is made.
 */
export function takeLooks(gating: readonly Measurement[]): readonly LookResult[] {
  const first = rejectInBoth(gating, firstLevel, firstPValue);
  const rejectedFirst = gating.map((_, index) => analyses.every((name) => first[name][index]));
  const isDecided = rejectedFirst.includes(true);
  const inPlay = gating.map((measurement, index) => {
    const mayReject = (name: AnalysisName): boolean => first[name][index] === true || meetsGuard(measurement, name);
    return !isDecided && isOpen(measurement) && analyses.every(mayReject);
  });
  const tested = gating.map((measurement, index) => inPlay[index] === true && hasRerun(measurement));
  const pooled = gating.map((measurement, index) => (tested[index] ? poolAnalyses(measurement) : null));
  const second = rejectInBoth(gating, secondLevel, (measurement, name, index) =>
    meetsGuard(measurement, name) ? (pooled[index]?.[name] ?? 1) : 1,
  );
  return gating.map((measurement, index) => ({
    rejected:
      rejectedFirst[index] === true ||
      (tested[index] === true && analyses.every((name) => first[name][index] || second[name][index])),
    inPlay: inPlay[index] === true,
    looks: tested[index] ? 2 : 1,
    pValue: readPValue(measurement, pooled[index] ?? null),
  }));
}

/** The larger raw mid-p of the two analyses; in each the second look's where it was taken there. */
export function readPValue(
  measurement: Measurement,
  pooled: { readonly [name in AnalysisName]: number } | null,
): number | null {
  const pValues = analyses.map((name) => {
    if (pooled !== null && meetsGuard(measurement, name)) return pooled[name];
    return measurement.readings?.[name].pValue ?? null;
  });
  return pValues.reduce((larger, p) => (larger === null || p === null ? null : Math.max(larger, p)));
}

function rejectInBoth(
  gating: readonly Measurement[],
  levelOf: (measurement: Measurement) => number,
  pValueOf: (measurement: Measurement, name: AnalysisName, index: number) => number,
): { readonly [name in AnalysisName]: readonly boolean[] } {
  const reject = (name: AnalysisName): readonly boolean[] =>
    holmRejections(
      gating.map((measurement, index) => pValueOf(measurement, name, index)),
      gating.map(levelOf),
    );
  return { complete: reject('complete'), imputed: reject('imputed') };
}

function firstPValue(measurement: Measurement, name: AnalysisName): number {
  if (measurement.invalid !== null || clearsMargin(measurement, name)) return 1;
  return measurement.readings?.[name].pValue ?? 1;
}

function firstLevel({ design, settings }: Measurement): number {
  return design === 'two-looks' ? firstShare * settings.alpha : settings.alpha;
}

function secondLevel({ settings }: Measurement): number {
  return (1 - firstShare) * settings.alpha;
}

/** Two looks, judgeable, and neither analysis rules out the margin: a FAIL is still possible. */
function isOpen(measurement: Measurement): boolean {
  const clears = analyses.some((name) => clearsMargin(measurement, name));
  return measurement.design === 'two-looks' && measurement.invalid === null && !clears;
}

function poolAnalyses(measurement: Measurement): { readonly [name in AnalysisName]: number } {
  const complete = testSecondLook(measurement, 'complete');
  // Without missing samples anywhere the two analyses are one.
  const isWhole = measurement.input.cases.every((scores) => ![...scores.baseline, ...scores.candidate].includes(null));
  const hasEqualRuns = measurement.input.cases.every((scores) => scores.baseline.length === scores.candidate.length);
  return { complete, imputed: isWhole && hasEqualRuns ? complete : testSecondLook(measurement, 'imputed') };
}
