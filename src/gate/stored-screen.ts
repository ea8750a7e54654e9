import { storedMeanError } from '../statistics/stored-error.ts';
import type { CaseScores, Comparison, Verdict } from './comparison.ts';
import { buildComparison, type Outcome } from './comparison-result.ts';
import { judgeCriticalCase } from './critical.ts';
import { countTestedSamples } from './first-round.ts';
import { type AnalysisName, analyses, type GatedComparison, type Measurement, measureStored } from './measurement.ts';
import { isScored, takeSamples } from './paired-case.ts';
import { explainNotRuledOut, nameComparison } from './reason.ts';
import { meetsGuard } from './second-look.ts';
import { listCases } from './small-set.ts';
import { combineFindings, isGreen } from './verdict.ts';

/** A comparison whose `baseline` scores are the stored samples of each case, and whose `candidate` scores are the first round. */
export interface StoredComparison extends GatedComparison {
  /** Critical cases that this screen flagged before, with eight fresh samples in both arms; empty at first. */
  readonly freshCritical: readonly CaseScores[];
}

/** What a stored baseline can say. `fresh` says nothing yet: the base side must run now, and the gate decides on that. */
export interface ScreenResult {
  readonly outcome: Verdict | 'fresh';
  readonly green: boolean;
  /** In the order of the input; for `fresh` they are figures only. */
  readonly comparisons: readonly Comparison[];
  readonly reasons: readonly string[];
  /** Critical cases to run afresh, eight samples in both arms (the candidate's first three count), before asking again. */
  readonly flagged: readonly { readonly suite: string | null; readonly prompt: string | null; readonly case: string }[];
}

/** The reason of a pass that rests on stored samples. */
export const storedReason = 'against a stored baseline';

/** How far one stored draw may lie from the truth: the one-sided 95 % point of its standard error. */
const storedReach = 1.645;
/** A stored baseline with fewer samples a case cannot prove a pass: its own noise is unknown. */
const fewestStored = 3;

/**
 * Screens a candidate against a stored baseline, over all gating comparisons of the run. It may prove pass and it never convicts a rate: any drop of
 * `min-drop` or more, a strict suite, a small set or the target `cases` asks for a fresh baseline round of everything.
 */
export function screenStoredBaseline(comparisons: readonly StoredComparison[]): ScreenResult {
  const screened = comparisons.map((comparison) => screenComparison(comparison));
  const gating = screened.filter(({ measurement: { input } }) => input.gates && input.direction !== 'neutral');
  const figures = screened.map(({ comparison }) => comparison);
  const findings = gating.map(({ comparison }) => ({
    verdict: comparison.verdict,
    reason: comparison.reason && `${nameComparison(comparison)}: ${comparison.reason}`,
  }));
  const { verdict, reasons } = combineFindings(
    gating.length > 0 ? findings : [{ verdict: 'inconclusive', reason: 'nothing may gate yet' }],
  );
  const fresh = gating.find((one) => one.needsFresh !== null);
  if (fresh !== undefined && verdict !== 'invalid') {
    const reason = `${nameComparison(fresh.comparison)}: ${fresh.needsFresh}`;
    return { outcome: 'fresh', green: false, comparisons: figures, reasons: [reason], flagged: [] };
  }
  const green = gating.every(({ comparison, measurement }) => isGreen(comparison.verdict, measurement.settings));
  return {
    outcome: verdict,
    green,
    comparisons: figures,
    reasons,
    flagged: gating.flatMap(({ measurement, flagged }) =>
      flagged.map((id) => ({ suite: measurement.input.id.suite, prompt: measurement.input.id.prompt, case: id })),
    ),
  };
}

interface Screened {
  readonly measurement: Measurement;
  readonly comparison: Comparison;
  /** Why only a fresh baseline can decide; null where the stored one has its say. */
  readonly needsFresh: string | null;
  readonly flagged: readonly string[];
}

function screenComparison(stored: StoredComparison): Screened {
  const measurement = measureStored(stored);
  const { gone } = stored.input;
  if (gone !== undefined) {
    const outcome = { verdict: 'inconclusive', looks: 0, pValue: null, reason: gone } as const;
    return { measurement, comparison: buildComparison(measurement, outcome), needsFresh: null, flagged: [] };
  }
  const critical = screenCritical(stored);
  const outcome = decideStored(measurement, critical);
  const comparison = buildComparison(measurement, { ...outcome, looks: 0, pValue: null });
  return { measurement, comparison, needsFresh: explainFresh(measurement), flagged: critical.flagged };
}

function decideStored(measurement: Measurement, critical: CriticalScreen): Pick<Outcome, 'verdict' | 'reason'> {
  const { gates } = measurement.input;
  if (gates && critical.broke.length > 0)
    return { verdict: 'fail', reason: `critical ${listCases(critical.broke)} broke` };
  if (isCandidateInvalid(measurement)) {
    return { verdict: gates ? 'invalid' : 'inconclusive', reason: measurement.invalid };
  }
  if (gates && critical.open.length > 0) {
    return { verdict: 'inconclusive', reason: `unstable critical ${listCases(critical.open)}` };
  }
  if (analyses.every((name) => clearsStored(measurement, name))) {
    return { verdict: 'pass', reason: storedReason };
  }
  const figures = buildComparison(measurement, { verdict: 'inconclusive', looks: 0, pValue: null, reason: null });
  return { verdict: 'inconclusive', reason: `no drop against the stored baseline; ${explainNotRuledOut(figures)}` };
}

/** True where the bound still clears the margin after what drift and the stored draw's own error may have hidden. */
function clearsStored({ readings, margin, settings }: Measurement, name: AnalysisName): boolean {
  if (readings === null) return false;
  const { pairs, lower } = readings[name];
  if (pairs.some((pair) => pair.baseline.length < fewestStored)) return false;
  const error = storedMeanError(pairs.map((pair) => pair.baseline));
  return error !== null && lower > -(margin - settings.driftAllowance - storedReach * error);
}

function explainFresh(measurement: Measurement): string | null {
  const { design, settings, invalid } = measurement;
  if (settings.strict) return 'strict asks for a fresh baseline';
  if (design === 'small-set') return 'a small set always runs the base side afresh';
  if (design === 'these-cases') return 'target cases always runs the base side afresh';
  if (invalid !== null) return `the stored baseline lacks scores: ${invalid}`;
  if (analyses.some((name) => meetsGuard(measurement, name))) return 'the stored baseline shows a drop';
  return null;
}

/** True where the candidate's own samples, whatever is stored, cannot be judged. */
function isCandidateInvalid({ input, design, samples }: Measurement): boolean {
  const countsOf = countTestedSamples(design, samples);
  const missing = input.cases.filter(
    (scores) => !isScored(takeSamples(scores.candidate, countsOf(scores).candidate)),
  ).length;
  return input.cases.length === 0 || 5 * missing > input.cases.length;
}

interface CriticalScreen {
  readonly broke: readonly string[];
  /** Flagged or unstable: nothing may pass over it. */
  readonly open: readonly string[];
  /** Flagged and not run afresh yet. */
  readonly flagged: readonly string[];
}

function screenCritical({ input, freshCritical }: StoredComparison): CriticalScreen {
  const fresh = new Map(freshCritical.map((scores) => [scores.case, scores]));
  const flagged = input.cases
    .filter((scores) => scores.critical && judgeCriticalCase(scores, input.direction) !== 'fine')
    .map((scores) => scores.case);
  const broke = flagged.filter((id) => {
    const scores = fresh.get(id);
    return scores !== undefined && judgeCriticalCase(scores, input.direction) === 'broke';
  });
  return {
    broke,
    open: flagged.filter((id) => !broke.includes(id)),
    flagged: flagged.filter((id) => !fresh.has(id)),
  };
}
