import type { ComparisonInput } from '../gate/comparison.ts';
import { isPairwise, type Metric } from '../plan/metric.ts';
import type { Arm, CasePlan, PromptPlan } from '../plan/suite-plan.ts';
import type { ScoreRecord } from '../run/records.ts';

/** Scores by (suite, prompt, metric, arm, case), each an array by sample; null is unscored. */
export type ScoreTable = ReadonlyMap<string, readonly (number | null)[]>;

/** Arranges score records as arrays by sample; a later record of the same sample wins. */
export function tabulateScores(scores: readonly ScoreRecord[]): ScoreTable {
  const table = new Map<string, (number | null)[]>();
  for (const record of scores) {
    const key = keyOf(record.suite, record.prompt, record.metric, record.arm, record.case);
    const row = table.get(key) ?? [];
    while (row.length <= record.sample) row.push(null);
    row[record.sample] = record.score;
    table.set(key, row);
  }
  return table;
}

/** The scores of one case in one arm; empty where none were tried. */
export function scoresOf(
  table: ScoreTable,
  prompt: PromptPlan,
  metric: string,
  arm: Arm,
  caseId: string,
): readonly (number | null)[] {
  return table.get(keyOf(prompt.suite, prompt.id, metric, arm, caseId)) ?? [];
}

/** What the gate compares for one metric of one prompt: every case of the base side, in dataset order. `baseArm` is the arm that stands for the base. */
export function buildComparison(
  prompt: PromptPlan,
  metric: Metric,
  table: ScoreTable,
  baseArm: 'base' | 'stored',
): ComparisonInput {
  return {
    id: { suite: prompt.suite, prompt: prompt.id, metric: metric.name },
    direction: metric.direction,
    gates: metric.gates,
    isPairwise: isPairwise(metric),
    commonReason: null,
    cases: prompt.cases
      .filter((row) => !row.added)
      .map((row) => ({
        case: row.id,
        cluster: row.cluster,
        question: row.question,
        isSame: row.isSame,
        critical: row.critical,
        ...(row.isSame
          ? shareScores(table, prompt, metric, row)
          : {
              baseline: scoresOf(table, prompt, metric.name, baseArm, row.id),
              candidate: scoresOf(table, prompt, metric.name, 'candidate', row.id),
            }),
      })),
  };
}

/** What is known of a case that sends one request: its one draw, else the stored ones, on both sides. */
function shareScores(table: ScoreTable, prompt: PromptPlan, { name }: Metric, row: CasePlan) {
  const drawn = scoresOf(table, prompt, name, 'base', row.id);
  const scores = drawn.length > 0 ? drawn : scoresOf(table, prompt, name, 'stored', row.id);
  return { baseline: scores, candidate: scores };
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
