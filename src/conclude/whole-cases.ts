import { chooseInput } from '../datasets/choose-input.ts';
import type { CasePlan, PromptPlan } from '../plan/suite-plan.ts';
import type { WholeAnswer, WholeCase } from '../report/whole-case.ts';
import type { Arm } from '../run/sample-key.ts';
import { factsOf, readArm } from '../scores/read.ts';
import type { FiledRun } from './result-files.ts';

type Told = Pick<FiledRun, 'plans' | 'ledger' | 'baseArm'>;

/** All that a run knows of its cases, in the order of suites, prompts and rows: for a run over a few that were named. */
export function tellWholeCases(run: Told): readonly WholeCase[] {
  return run.plans.flatMap(({ prompts }) =>
    prompts.flatMap((prompt) => prompt.cases.map((row) => tell(run, prompt, row))),
  );
}

function tell(run: Told, prompt: PromptPlan, row: CasePlan): WholeCase {
  const { variables, tags } = row.scoring;
  return {
    suite: prompt.suite,
    prompt: prompt.id,
    case: row.id,
    critical: row.critical,
    tags,
    input: chooseInput(variables),
    expected: variables.expected ?? null,
    baseline: listAnswers(run, prompt, run.baseArm, row.id),
    candidate: listAnswers(run, prompt, 'candidate', row.id),
  };
}

function listAnswers({ ledger }: Told, prompt: PromptPlan, arm: Arm, id: string): readonly WholeAnswer[] {
  const own = readArm(ledger, prompt, arm);
  const said = prompt.metrics.map((metric) => ({ metric: metric.name, facts: factsOf(own, metric, id) }));
  return own.samples(id).flatMap((sample, index) => {
    if (sample === null) return [];
    const { result } = ledger.recordOf(sample);
    const scores = said.flatMap(({ metric, facts }) => {
      const one = facts[index] ?? null;
      return one === null ? [] : [{ metric, score: one.score, reason: one.reason }];
    });
    const isAnswered = result.status === 'answered';
    return [{ output: isAnswered ? result.output : null, fault: isAnswered ? null : result.reason, scores }];
  });
}
