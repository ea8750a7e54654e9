import type { LabelledCase } from '../gate/case-label.ts';
import { explainLength } from '../judges/length-guard.ts';
import type { Panel } from '../judges/panel.ts';
import type { Metric } from '../plan/metric.ts';
import type { PromptPlan } from '../plan/suite-plan.ts';
import type { SampleRecord } from '../run/records.ts';
import type { ScoreTable } from '../scores/tabulate.ts';
import { findFinding } from './find-finding.ts';
import type { FinishedRun } from './finished-run.ts';
import { findDisagreements } from './insights/disagreement.ts';
import { findPanelDisagreement } from './insights/panel-disagreement.ts';

const maxNamed = 3;

/** What this run found out about the judge or the panel of a metric, each a clause. */
export function describeJudge(
  { checks, decision }: FinishedRun,
  prompt: PromptPlan,
  metric: Metric,
  labels: readonly LabelledCase[],
  table: ScoreTable,
): readonly string[] {
  const check = findFinding(checks, prompt, metric);
  const lengths = measureLengths(prompt, decision.session.samples, decision.baseArm);
  const pairs = labels.flatMap(({ case: id, difference }) => {
    const own = lengths.get(id);
    return own === undefined || difference === null ? [] : [{ ...own, difference }];
  });
  const length = explainLength(pairs);
  const apart = findDisagreements(prompt, metric, table).map((one) => one.case);
  return [
    ...(metric.gates && metric.note !== null ? [metric.note] : []),
    ...(metric.kind === 'panel' ? describePanel(prompt, metric.panel, table, decision.baseArm) : []),
    ...(check?.notes ?? []),
    ...(length === null ? [] : [length]),
    ...(apart.length === 0 ? [] : [`and the checks say opposite things most clearly of ${nameCases(apart)}`]),
  ];
}

function describePanel(
  prompt: PromptPlan,
  panel: Panel,
  table: ScoreTable,
  baseArm: FinishedRun['decision']['baseArm'],
): readonly string[] {
  const { members, absent, combine } = panel;
  const { outputs, apart, cases } = findPanelDisagreement(prompt, panel, table, baseArm);
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
function measureLengths(prompt: PromptPlan, samples: readonly SampleRecord[], baseArm: SampleRecord['arm']) {
  const lengthsOf = (arm: SampleRecord['arm']) =>
    new Map(
      samples.flatMap(({ prompt: own, arm: one, case: row, sample, result }) => {
        const isOwn = own.suite === prompt.suite && own.id === prompt.id && one === arm && sample === 0;
        return isOwn && result.status === 'answered' ? [[row.id, result.output.content.length] as const] : [];
      }),
    );
  const [base, candidate] = [lengthsOf(baseArm), lengthsOf('candidate')];
  return new Map(
    [...base].flatMap(([id, baseLength]) => {
      const candidateLength = candidate.get(id);
      return candidateLength === undefined ? [] : [[id, { baseLength, candidateLength }] as const];
    }),
  );
}
