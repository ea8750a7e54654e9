import type { LabelledCase } from '../gate/case-label.ts';
import { explainLength } from '../judges/length-guard.ts';
import type { Panel } from '../judges/panel.ts';
import type { Metric } from '../plan/metric.ts';
import type { PromptPlan } from '../plan/suite-plan.ts';
import type { Ledger } from '../run/ledger.ts';
import type { Arm, BaseArm } from '../run/sample-key.ts';
import { listSamples } from '../scores/read.ts';
import type { FinishedRun } from './finished-run.ts';
import { findDisagreements } from './insights/disagreement.ts';
import { findPanelDisagreement } from './insights/panel-disagreement.ts';
import { ofMetric } from './of-metric.ts';

const maxNamed = 3;

/** What this run found out about the judge or the panel of a metric, each a clause. */
export function describeJudge(
  { decision, ledger }: FinishedRun,
  prompt: PromptPlan,
  metric: Metric,
  labels: readonly LabelledCase[],
): readonly string[] {
  const check = ofMetric(decision.checks, prompt, metric);
  const lengths = measureLengths(prompt, ledger, decision.baseArm);
  const pairs = labels.flatMap(({ case: id, difference }) => {
    const own = lengths.get(id);
    return own === undefined || difference === null ? [] : [{ ...own, difference }];
  });
  const length = explainLength(pairs);
  const apart = findDisagreements(prompt, metric, ledger).map((one) => one.case);
  return [
    ...(metric.gates && metric.note !== null ? [metric.note] : []),
    ...(metric.kind === 'panel' ? describePanel(prompt, metric.panel, ledger, decision.baseArm) : []),
    ...(check?.notes ?? []),
    ...(length === null ? [] : [length]),
    ...(apart.length === 0 ? [] : [`and the checks say opposite things most clearly of ${nameCases(apart)}`]),
  ];
}

function describePanel(prompt: PromptPlan, panel: Panel, ledger: Ledger, baseArm: BaseArm): readonly string[] {
  const { members, absent, combine } = panel;
  const { outputs, apart, cases } = findPanelDisagreement(prompt, panel, ledger, baseArm);
  const quote = (names: readonly string[]) => names.map((name) => JSON.stringify(name)).join(', ');
  const most = cases.length === 0 ? '' : `, of the candidate most clearly on ${nameCases(cases)}`;
  return [
    `takes the ${combine} of ${quote(members)}`,
    ...(absent.length === 0 ? [] : [`leaves out ${quote(absent)}, which may not gate`]),
    `is half the scale or more apart on ${apart} of ${outputs} answers${most}`,
  ];
}

function nameCases(ids: readonly string[]): string {
  return ids
    .slice(0, maxNamed)
    .map((id) => JSON.stringify(id))
    .join(', ');
}

/** Characters of sample 0 of both arms, by case. */
function measureLengths(prompt: PromptPlan, ledger: Ledger, baseArm: BaseArm) {
  const lengthsOf = (arm: Arm) =>
    new Map(
      listSamples(ledger, prompt, arm, 0).flatMap(({ case: id, result }) =>
        result.status === 'answered' ? [[id, result.length] as const] : [],
      ),
    );
  const [base, candidate] = [lengthsOf(baseArm), lengthsOf('candidate')];
  return new Map(
    [...base].flatMap(([id, baseLength]) => {
      const candidateLength = candidate.get(id);
      return candidateLength === undefined ? [] : [[id, { baseLength, candidateLength }] as const];
    }),
  );
}
