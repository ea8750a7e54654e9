import type { Comparison } from './comparison.ts';
import { type CriticalState, isSuspect, judgeCriticalCase } from './critical.ts';
import { type LookResult, readPValue } from './look.ts';
import type { Measurement } from './measurement.ts';
import { explainNotRuledOut, explainOpen, renderCounts } from './reason.ts';
import { type Outcome, recordComparison } from './record-comparison.ts';
import { hasSettled, maySettle, measureSettled, passesFirst, passesLast } from './settle.ts';
import { decideSmallSet, findBroken, listCases } from './small-set.ts';
import { explainNothing } from './vacuous.ts';

/** A gating comparison decided, and what is left to do for it. */
export interface GatingResult {
  readonly measurement: Measurement;
  readonly comparison: Comparison;
  readonly inPlay: boolean;
  /** True where only the rate is open, and a further round may pass it. */
  readonly settles: boolean;
  /** Ids of critical cases that must run again before anything can be said of them. */
  readonly flagged: readonly string[];
  readonly brokenCritical: readonly string[];
  /** Ids of the cases that broke in a small set. */
  readonly broken: readonly string[];
}

/** Decides a gating comparison from its looks: the rate first, then its critical cases, which may only make it worse. */
export function decideGating(measurement: Measurement, look: LookResult): GatingResult {
  const { cases, gone } = measurement.input;
  const critical = (state: CriticalState): string[] =>
    (gone === undefined ? cases : [])
      .filter((scores) => isSuspect(scores) && judgeCriticalCase(scores, measurement.input.direction) === state)
      .map((scores) => scores.case);
  const states = { broke: critical('broke'), flagged: critical('flagged'), unstable: critical('unstable') };
  const rate = decideRate(measurement, look);
  return {
    measurement,
    comparison: recordComparison(measurement, addCritical(rate, states)),
    inPlay: look.inPlay,
    settles: rate.isOpen && maySettle(measurement) && states.flagged.length + states.unstable.length === 0,
    flagged: states.flagged,
    brokenCritical: states.broke,
    broken: rate.broken,
  };
}

/**
 * Describes a report comparison: pass or inconclusive by its own figures, never more, and nothing for the run. A further
 * round counts for it where the looks left the run open.
 */
export function describeReport(measurement: Measurement, isOpen: boolean): Comparison {
  const rate = decideRate(measurement, {
    rejected: false,
    inPlay: false,
    looks: 1,
    pValue: measurement.invalid === null ? readPValue(measurement, null) : null,
  });
  const verdict = rate.verdict === 'pass' ? 'pass' : 'inconclusive';
  const comparison = recordComparison(measurement, { ...rate, verdict });
  const settles = isOpen && hasSettled(measurement) && (rate.isOpen || verdict === 'pass');
  return settles ? decideSettled(measurement, comparison) : comparison;
}

/**
 * Decides an open comparison again on what a further round drew: by its bound alone, which may pass it and never fails.
 * The figures are then those of that round, p stays that of the looks.
 */
export function decideSettled(measurement: Measurement, { looks, pValue }: Comparison): Comparison {
  const further = measureSettled(measurement, measurement.settled ?? []);
  const decided = { looks, pValue, proven: false, measuresNothing: false, settled: true } as const;
  const nothing = explainNothing(further);
  if (passesLast(further)) {
    return nothing === null
      ? recordComparison(further, { ...decided, verdict: 'pass', reason: 'settled in a further round' })
      : recordComparison(further, { ...decided, verdict: 'inconclusive', measuresNothing: true, reason: nothing });
  }
  const figures = recordComparison(further, { ...decided, verdict: 'inconclusive', reason: null });
  const reason = `${explainOpen(figures, false)} in a further round; ${explainNotRuledOut(figures)}`;
  return { ...figures, reason };
}

interface RateOutcome extends Outcome {
  readonly broken: readonly string[];
  /** True where the looks left the rate open, and it measures something. */
  readonly isOpen: boolean;
}

function decideRate(measurement: Measurement, look: LookResult): RateOutcome {
  const rate = decideDrop(measurement, look);
  const nothing = rate.verdict === 'pass' ? explainNothing(measurement) : null;
  return nothing === null ? rate : { ...rate, verdict: 'inconclusive', measuresNothing: true, reason: nothing };
}

function decideDrop(measurement: Measurement, look: LookResult): RateOutcome {
  const untested = {
    ...({ looks: 0, pValue: null, broken: [], proven: false, measuresNothing: false } as const),
    isOpen: false,
  };
  if (measurement.invalid !== null) return { ...untested, verdict: 'invalid', reason: measurement.invalid };
  const { gone } = measurement.input;
  if (gone !== undefined) return { ...untested, verdict: 'inconclusive', reason: gone };
  if (measurement.design === 'small-set') return { ...untested, ...decideSmallSet(measurement) };
  const tested = { ...untested, looks: look.looks, pValue: look.pValue, reason: null };
  const broken = findBroken(measurement);
  if (broken?.verdict === 'fail') return { ...tested, ...broken };
  const isClear = passesFirst(measurement);
  if (broken !== null && (isClear || !look.rejected)) return { ...tested, ...broken };
  if (isClear) return { ...tested, verdict: 'pass' };
  const verdict = look.rejected ? 'fail' : 'inconclusive';
  const figures = recordComparison(measurement, { ...tested, verdict });
  const reason = look.rejected
    ? `regression proven: ${renderCounts(figures)}`
    : `${explainOpen(figures, look.inPlay && look.looks === 1)}; ${explainNotRuledOut(figures)}`;
  const isOpen = !look.rejected && explainNothing(measurement) === null;
  return { ...tested, verdict, proven: look.rejected, isOpen, reason };
}

function addCritical(
  rate: Outcome,
  states: { readonly [state in 'broke' | 'flagged' | 'unstable']: readonly string[] },
): Outcome {
  if (states.broke.length > 0) {
    const broke = `critical ${listCases(states.broke)} broke`;
    return { ...rate, verdict: 'fail', reason: rate.verdict === 'fail' ? `${broke}; ${rate.reason}` : broke };
  }
  if (rate.verdict === 'fail' || rate.verdict === 'invalid') return rate;
  const open = [
    ...(states.unstable.length > 0 ? [`unstable critical ${listCases(states.unstable)}`] : []),
    ...(states.flagged.length > 0
      ? [`critical ${listCases(states.flagged)} may have broken and has not run again`]
      : []),
    ...(rate.verdict === 'inconclusive' && rate.reason !== null ? [rate.reason] : []),
  ];
  const isOpen = states.unstable.length + states.flagged.length > 0;
  return isOpen ? { ...rate, verdict: 'inconclusive', reason: open.join('; ') } : rate;
}
