import { type CaseLabel, isWorse } from '../../gate/case-label.ts';
import type { CaseScores } from '../../gate/comparison.ts';
import type { Metric } from '../../plan/metric.ts';
import type { CasePlan, PromptPlan } from '../../plan/suite-plan.ts';
import type { CauseReport } from '../../report/metric-report.ts';
import type { Ledger } from '../../run/ledger.ts';
import type { Arm, BaseArm } from '../../run/sample-key.ts';
import { factsOf, readArm } from '../../scores/read.ts';
import { sampleMean } from '../../statistics/moments.ts';
import { chooseSample, type ScoredCase } from '../choose-sample.ts';
import { turnScore } from '../differing-cases.ts';
import { joinReasons, readReason, type Said } from './reasons.ts';

/** A cause covers so many of the broken cases, and such a share of them. */
const fewest = 2;
const leastShare = 1 / 5;
const most = 3;

/** One metric of a prompt, and what it made of the cases that it is held to. */
interface ScoredMetric {
  readonly prompt: PromptPlan;
  readonly metric: Metric;
  readonly cases: readonly {
    readonly row: CasePlan;
    readonly scores: CaseScores;
    readonly label: CaseLabel;
  }[];
}

/**
 * What the cases that broke in one metric have in common, by the answer that shows it best: what became of it, else what the check
 * said of it; a judge says it in its own words each time. Broken is what got worse, and what lies below the threshold where
 * that was missed. Nothing of a refused judge.
 */
export function findCauses(
  ledger: Ledger,
  baseArm: BaseArm,
  { prompt, metric, cases }: ScoredMetric,
  belowMinScore: boolean,
): readonly CauseReport[] {
  if (metric.refused) return [];
  const broken = cases.filter((one) => isWorse(one.label) || (belowMinScore && isBelow(metric, one.scores)));
  const groups = new Map<string, { cases: number; readonly said: Said[]; readonly kind: Became | null }>();
  for (const one of broken) {
    const cause = findCause(ledger, baseArm, { ...one, prompt, metric, drop: null, case: one.row.id });
    if (cause === null) continue;
    const { key, said, kind } = cause;
    const group = groups.get(key) ?? { cases: 0, said: [], kind };
    groups.set(key, group);
    group.cases += 1;
    if (said !== null) group.said.push(said);
  }
  const of = broken.length;
  return [...groups.values()]
    .flatMap(({ cases: own, said, kind }) => (kind === null ? joinReasons(said) : [{ cases: own, what: { kind } }]))
    .filter((cause) => cause.cases >= fewest && cause.cases >= leastShare * of)
    .sort((a, b) => b.cases - a.cases)
    .slice(0, most)
    .map((cause) => ({ ...cause, of }));
}

type Became = 'refused' | 'empty' | 'truncated' | 'missing';

function isBelow({ direction, minScore }: Metric, { candidate }: CaseScores): boolean {
  const mean = sampleMean(candidate.filter((score) => score !== null));
  return mean !== null && minScore !== null && turnScore(mean, direction) < turnScore(minScore, direction);
}

function findCause(ledger: Ledger, baseArm: BaseArm, one: ScoredCase) {
  const { prompt, metric, row, label } = one;
  // One draw stands for both sides.
  const arm = row.isSame ? baseArm : 'candidate';
  const index = chooseSample(ledger, [one], 'candidate', arm);
  if (index === null) return null;
  const kind = nameEnd(ledger, prompt, arm, row.id, index);
  const before = isWorse(label) ? chooseSample(ledger, [one], 'baseline', baseArm) : null;
  // What was so before did not break it.
  if (kind !== null && (before === null || nameEnd(ledger, prompt, baseArm, row.id, before) !== kind)) {
    return { key: kind, kind, said: null };
  }
  const reason = factsOf(readArm(ledger, prompt, arm), metric, row.id)[index]?.reason ?? null;
  if (metric.kind !== 'check' || reason === null) return null;
  const { key, what } = readReason(reason);
  return { key: `${what.kind}: ${key}`, kind: null, said: what };
}

/** How an answer is none; null for one that is whole. */
function nameEnd(ledger: Ledger, prompt: PromptPlan, arm: Arm, id: string, index: number): Became | null {
  const result = readArm(ledger, prompt, arm).sample(id, index)?.result;
  if (result === undefined) return null;
  return result.status === 'answered' ? result.broken : 'missing';
}
