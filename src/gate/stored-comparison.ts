import { storedMeanError } from '../statistics/stored-error.ts';
import type { CaseScores, Comparison } from './comparison.ts';
import { isSuspect, judgeCriticalCase } from './critical.ts';
import { chooseDesign, countQuestions, type FirstRound, listReached } from './first-round.ts';
import {
  type AnalysisName,
  analyses,
  type GatedComparison,
  lacksTooMany,
  type Measurement,
  measureStored,
} from './measurement.ts';
import type { GatingResult } from './outcome.ts';
import { countUnscored } from './paired-case.ts';
import { explainNotRuledOut } from './reason.ts';
import { type Outcome, recordComparison } from './record-comparison.ts';
import { meetsGuard } from './second-look.ts';
import { decideSmallSet, listCases } from './small-set.ts';
import { explainNothing } from './vacuous.ts';

/** A comparison whose `baseline` scores are the stored samples of each case, and whose `candidate` scores are the first round. */
export interface StoredComparison extends GatedComparison {
  /** Critical cases that this screen flagged before, with eight fresh samples in both arms; empty at first. */
  readonly freshCritical: readonly CaseScores[];
}

/** What stored samples say of one comparison. */
export interface Screened {
  readonly measurement: Measurement;
  readonly comparison: Comparison;
  /** Why only a fresh base side can decide; null where the stored one has its say. */
  readonly needsFresh: string | null;
  /** Ids of critical cases to run afresh. */
  readonly flagged: readonly string[];
  readonly brokenCritical: readonly string[];
}

/** The reason of a pass that rests on stored samples. */
const storedReason = 'against a stored baseline';

/** How far one stored draw may lie from the truth: the one-sided 95 % point of its standard error. */
const storedReach = 1.645;
/** A stored baseline with fewer samples a case cannot prove a pass: its own noise is unknown. */
const fewestStored = 3;

/** Screens one comparison. The rate may pass and never fails: one draw that all changes share convicts nobody. */
export function screenComparison(stored: StoredComparison): Screened {
  const measurement = measureStored(stored);
  const untested = { looks: 0, pValue: null, proven: false, measuresNothing: false } as const;
  const { gone } = stored.input;
  if (gone !== undefined) {
    const comparison = recordComparison(measurement, { ...untested, verdict: 'inconclusive', reason: gone });
    return { measurement, comparison, needsFresh: null, flagged: [], brokenCritical: [] };
  }
  const critical = screenCritical(stored);
  const { needsFresh, ...outcome } = decideStored(measurement, critical);
  const comparison = recordComparison(measurement, { ...untested, ...outcome });
  return { measurement, comparison, needsFresh, flagged: critical.flagged, brokenCritical: critical.broke };
}

/** Decides a comparison where no fresh base side will come: pass or inconclusive, and never a fail by stored samples. */
export function decideScreened({ measurement, comparison, brokenCritical }: Screened): GatingResult {
  const { invalid } = measurement;
  const isInvalid = invalid !== null && comparison.verdict !== 'fail';
  return {
    measurement,
    comparison: isInvalid ? { ...comparison, verdict: 'invalid', reason: invalid } : comparison,
    inPlay: false,
    settles: false,
    flagged: [],
    brokenCritical,
    broken: [],
  };
}

type StoredOutcome = Pick<Outcome, 'verdict' | 'reason'> & Partial<Pick<Outcome, 'measuresNothing'>>;

function decideStored(
  measurement: Measurement,
  critical: CriticalScreen,
): StoredOutcome & Pick<Screened, 'needsFresh'> {
  const { gates } = measurement.input;
  const needsFresh = explainFresh(measurement);
  if (gates && critical.broke.length > 0) {
    return { verdict: 'fail', reason: `critical ${listCases(critical.broke)} broke`, needsFresh };
  }
  if (isCandidateInvalid(measurement)) {
    return { verdict: gates ? 'invalid' : 'inconclusive', reason: measurement.invalid, needsFresh };
  }
  const rate = decideRate(measurement);
  if (gates && critical.open.length > 0) {
    return { verdict: 'inconclusive', reason: `unstable critical ${listCases(critical.open)}`, needsFresh };
  }
  return { ...rate, needsFresh };
}

/** What the stored samples alone say; a pass of theirs may still measure nothing. */
function decideRate(measurement: Measurement): StoredOutcome {
  const { settings, samples, invalid, input } = measurement;
  const isSmall = chooseDesign(settings, countQuestions(input.cases), samples) === 'small-set';
  const outcome = isSmall && invalid === null ? screenSmallSet(measurement) : screenRate(measurement);
  const nothing = outcome.verdict === 'pass' ? explainNothing(measurement) : null;
  return nothing === null ? outcome : { verdict: 'inconclusive', reason: nothing, measuresNothing: true };
}

function screenRate(measurement: Measurement): StoredOutcome {
  if (passesScreen(measurement)) return { verdict: 'pass', reason: storedReason };
  const figures = recordComparison(measurement, {
    verdict: 'inconclusive',
    looks: 0,
    pValue: null,
    proven: false,
    measuresNothing: false,
    reason: null,
  });
  const seen = measurement.invalid ?? (showsDrop(measurement) ? 'a drop' : 'no drop');
  return { verdict: 'inconclusive', reason: `${seen} against the stored baseline; ${explainNotRuledOut(figures)}` };
}

function screenSmallSet(measurement: Measurement): StoredOutcome {
  const { verdict, reason } = decideSmallSet(measurement);
  return verdict === 'fail'
    ? { verdict: 'inconclusive', reason: `${reason} against the stored baseline, which proves nothing alone` }
    : { verdict, reason };
}

/** True where no drop is seen and the bound still clears the margin after what drift and the stored draw's own error may have hidden. */
function passesScreen(measurement: Measurement): boolean {
  if (measurement.invalid !== null || showsDrop(measurement)) return false;
  return analyses.every((name) => clearsStored(measurement, name));
}

function showsDrop(measurement: Measurement): boolean {
  return analyses.some((name) => meetsGuard(measurement, name));
}

/** Where a change reaches some of the cases only, drift and the error of the stored draw can hide in these alone. */
function clearsStored({ readings, margin, settings }: Measurement, name: AnalysisName): boolean {
  if (readings === null) return false;
  const { pairs, lower } = readings[name];
  const reached = listReached(pairs);
  if (reached.some((pair) => pair.baseline.length < fewestStored)) return false;
  const error = storedMeanError(
    reached.map((pair) => pair.baseline),
    pairs.length,
  );
  if (error === null) return false;
  const drift = (settings.driftAllowance * reached.length) / pairs.length;
  return lower > -(margin - drift - storedReach * error);
}

function explainFresh(measurement: Measurement): string | null {
  const { settings, invalid, input, samples, watched } = measurement;
  const design = chooseDesign(settings, countQuestions(input.cases), samples);
  if (settings.strict) return 'strict asks for a fresh baseline';
  if (design === 'small-set') return 'a small set always runs the base side afresh';
  if (design === 'these-cases') return 'target cases always runs the base side afresh';
  if (watched !== null && watched.imputed.length > 0) {
    return `a change that reaches fewer than ${settings.minCases} questions always runs the base side afresh`;
  }
  if (invalid !== null) return `the stored baseline lacks scores: ${invalid}`;
  if (showsDrop(measurement)) return 'the stored baseline shows a drop';
  if (settings.afterScreen === 'stop' || passesScreen(measurement)) return null;
  return 'the stored baseline shows no drop and cannot rule one out';
}

/** True where the candidate's own samples, whatever is stored, cannot be judged. */
function isCandidateInvalid({ input, firstRounds }: Measurement): boolean {
  const planned = firstRounds.reduce((sum, { tested }) => sum + tested, 0);
  const missing = input.cases.reduce(
    (sum, { isSame, candidate }, index) =>
      sum + (isSame ? 0 : countUnscored(candidate, (firstRounds[index] as FirstRound).tested)),
    0,
  );
  return input.cases.length === 0 || lacksTooMany(missing, planned);
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
    .filter((scores) => isSuspect(scores) && judgeCriticalCase(scores, input.direction) !== 'fine')
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
