import { isPairwise, type Metric } from '../plan/metric.ts';
import { planDraws } from '../plan/rounds.ts';
import { type CasePlan, isCompared, type PromptPlan, type SuitePlan } from '../plan/suite-plan.ts';
import type { ScoreLine } from '../report/files/lines.ts';
import type { Ledger } from '../run/ledger.ts';
import type { ScoreFacts } from '../run/records.ts';
import type { Arm, BaseArm } from '../run/sample-key.ts';
import { factsOf, readArm } from '../scores/read.ts';
import { compareSamples, sortBy, sortPrompts } from './order.ts';

/** Which of the two files a line stands in. */
export type Side = 'base' | 'candidate';

/** What score lines are made of. */
interface ScoredRun {
  readonly plans: readonly SuitePlan[];
  /** The arm that stood for the base. */
  readonly baseArm: BaseArm;
  /** By case, the first sample that only the round which settles drew. */
  readonly settledFrom: ReadonlyMap<CasePlan, number>;
  readonly ledger: Ledger;
}

/** What a judge of pairs says of one output that stands on both sides: neither is better. */
const tie: ScoreFacts = { score: 0.5, missing: null, reason: null, agrees: null };

/**
 * The scores of one side that a run's verdict rests on, as `compare` takes them, sorted by suite, prompt, case, metric,
 * sample and arm. Stored scores that decided have fresh ones of flagged critical cases beside them. A case that the
 * change does not reach has the same scores on both sides, and one that it adds has them on the candidate's alone.
 */
export function* listScoreLines({ plans, baseArm, settledFrom, ledger }: ScoredRun, side: Side): Generator<ScoreLine> {
  for (const { plan, prompt } of sortPrompts(plans)) {
    const isReached = isCompared(prompt);
    const drawsOf = planDraws(plan, prompt);
    const metrics = sortBy(prompt.metrics, ({ name }) => name);
    for (const row of sortBy(prompt.cases, ({ id }) => id)) {
      const rounds = { drawn: drawsOf(row), settledFrom: settledFrom.get(row) ?? null };
      for (const metric of metrics) {
        const scored =
          row.isSame && isReached
            ? shareScores(ledger, prompt, metric, row, side === 'base' ? baseArm : 'candidate')
            : splitScores(ledger, prompt, metric, row, chooseArms(row, side, baseArm));
        yield* scored.map((one) => writeLine(prompt, metric, row, rounds, one)).sort(compareSamples);
      }
    }
  }
}

/** A score, the arm that it was drawn in, and the one that it stands for. */
interface Scored {
  readonly from: Arm;
  readonly as: ScoreLine['arm'];
  readonly sample: number;
  readonly facts: ScoreFacts;
}

function chooseArms(row: CasePlan, side: Side, baseArm: BaseArm): readonly ScoreLine['arm'][] {
  if (side === 'candidate') return ['candidate'];
  if (row.added) return [];
  return baseArm === 'stored' && row.critical ? ['base', 'stored'] : [baseArm];
}

function splitScores(
  ledger: Ledger,
  prompt: PromptPlan,
  metric: Metric,
  { id }: CasePlan,
  arms: readonly ScoreLine['arm'][],
): readonly Scored[] {
  return arms.flatMap((arm) => readScores(ledger, prompt, metric, id, arm, arm));
}

/** The case's one draw, else what is stored of it, metric by metric; a judge of pairs is not asked, and sees a tie. */
function shareScores(
  ledger: Ledger,
  prompt: PromptPlan,
  metric: Metric,
  { id }: CasePlan,
  as: ScoreLine['arm'],
): readonly Scored[] {
  const drawn = readScores(ledger, prompt, metric, id, 'base', as);
  if (drawn.length > 0) return drawn;
  const stored = readScores(ledger, prompt, metric, id, 'stored', as);
  return stored.length === 0 && isPairwise(metric) ? [{ from: 'base', as, sample: 0, facts: tie }] : stored;
}

function readScores(
  ledger: Ledger,
  prompt: PromptPlan,
  metric: Metric,
  caseId: string,
  from: Arm,
  as: ScoreLine['arm'],
): readonly Scored[] {
  return factsOf(readArm(ledger, prompt, from), metric, caseId).flatMap((facts, sample): readonly Scored[] =>
    facts === null ? [] : [{ from, as, sample, facts }],
  );
}

/** How many samples the first round drew of a case, and with which one the round began that settles. */
interface Rounds {
  readonly drawn: number;
  readonly settledFrom: number | null;
}

/** Stored samples are of no look, also where they stand for both sides. */
function chooseLook(from: Arm, sample: number, { drawn, settledFrom }: Rounds): ScoreLine['look'] {
  if (from === 'stored') return null;
  if (settledFrom !== null && sample >= settledFrom) return 'settle';
  return sample < drawn ? 1 : 2;
}

function writeLine(
  { suite, id: prompt }: PromptPlan,
  { name: metric }: Metric,
  { id, cluster, question, critical, isSame, labelled }: CasePlan,
  rounds: Rounds,
  { from, as: arm, sample, facts: { score, reason } }: Scored,
): ScoreLine {
  const look = chooseLook(from, sample, rounds);
  const marks = { critical: critical || null, labelled: labelled ?? null, same: isSame || null };
  return { suite, prompt, case: id, metric, arm, look, ...marks, sample, score, cluster, question, reason };
}
