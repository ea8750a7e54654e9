import { chooseInput } from '../datasets/choose-input.ts';
import type { CasePlan, PromptPlan } from '../plan/suite-plan.ts';
import type { Output } from '../ports.ts';
import type { CaseMetricReport, CaseReport } from '../report/case-report.ts';
import type { Ledger } from '../run/ledger.ts';
import type { Arm } from '../run/sample-key.ts';
import { factsOf, readArm } from '../scores/read.ts';
import { chooseSample } from './choose-sample.ts';
import type { DifferingCase } from './differing-cases.ts';
import type { FinishedRun } from './finished-run.ts';
import { type DifferingCases, orderCases } from './order-cases.ts';

/** The most cases that a report holds; the result files have all scores and outputs. */
export const mostCases = 1000;

/** Whose answers are meant. */
export type Side = 'baseline' | 'candidate';

/** The cases worth a look, once each with all metrics in which they differ, in the order of need. `omitted` is how many more there are. */
export function reportCases(
  run: FinishedRun,
  differing: readonly DifferingCase[],
): { readonly cases: readonly CaseReport[]; readonly omitted: number } {
  const all = orderCases(differing);
  const cases = all.slice(0, mostCases).map((entry) => describeCase(run, entry));
  return { cases, omitted: all.length - cases.length };
}

function describeCase(run: FinishedRun, entry: DifferingCases): CaseReport {
  const [{ prompt, row, label }] = entry;
  const { ledger, decision } = run;
  const { variables } = row.scoring;
  const arms = { baseline: decision.baseArm, candidate: 'candidate' } as const;
  const [baselineSample, candidateSample] = (['baseline', 'candidate'] as const).map((side) =>
    chooseSample(ledger, entry, side, arms[side]),
  ) as [number | null, number | null];
  const reasonOf = (one: DifferingCase, side: Side, sample: number | null) =>
    sample === null ? null : findReason(ledger, one, arms[side], sample);
  return {
    suite: prompt.suite,
    prompt: prompt.id,
    case: row.id,
    label,
    critical: row.critical,
    tags: row.scoring.tags,
    place: findPlace(row),
    input: chooseInput(variables),
    expected: variables.expected ?? null,
    metrics: entry.map(
      (one): CaseMetricReport => ({
        metric: one.metric.name,
        label: one.label,
        baselineScores: one.scores.baseline,
        candidateScores: one.scores.candidate,
        baselineReason: reasonOf(one, 'baseline', baselineSample),
        candidateReason: reasonOf(one, 'candidate', candidateSample),
      }),
    ),
    baselineSample,
    candidateSample,
    baselineOutput: findOutput(ledger, prompt, arms.baseline, row.id, baselineSample),
    candidateOutput: findOutput(ledger, prompt, 'candidate', row.id, candidateSample),
  };
}

/** The row that both arms are held to is the base's, but for rows that the candidate brings. */
export function findPlace({ scoring, candidate }: CasePlan): CaseReport['place'] {
  const { path, line } = scoring.where;
  return { side: scoring === candidate ? 'head' : 'base', path, line };
}

function findReason(ledger: Ledger, one: DifferingCase, arm: Arm, sample: number): string | null {
  return factsOf(readArm(ledger, one.prompt, arm), one.metric, one.row.id)[sample]?.reason ?? null;
}

/** The answer that was drawn with this index; null where none came. */
export function findOutput(
  ledger: Ledger,
  prompt: PromptPlan,
  arm: Arm,
  id: string,
  index: number | null,
): Output | null {
  const sample = index === null ? null : readArm(ledger, prompt, arm).sample(id, index);
  if (sample === null) return null;
  const { result } = ledger.recordOf(sample);
  return result.status === 'answered' ? result.output : null;
}
