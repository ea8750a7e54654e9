import { explainLength } from '../judges/length-guard.ts';
import type { Panel } from '../judges/panel.ts';
import { ofMetric } from '../plan/of-metric.ts';
import type { PromptPlan } from '../plan/suite-plan.ts';
import type { MetricReport } from '../report/metric-report.ts';
import type { FinishedRun } from './finished-run.ts';
import { correctFigures } from './insights/corrections.ts';
import { findDisagreements } from './insights/disagreement.ts';
import type { FirstAnswers } from './insights/first-samples.ts';
import { findLabelNext } from './insights/label-next.ts';
import { findPanelDisagreement } from './insights/panel-disagreement.ts';
import type { MeasuredCase, MeasuredMetric } from './measured-metric.ts';

const maxNamed = 3;

/**
 * What this run found out about the judge or the panel of a metric: nothing of a check. `answers` are null where a
 * prompt has checks alone.
 */
export function reportJudge(
  { decision }: FinishedRun,
  { prompt, metric, cases }: MeasuredMetric,
  answers: FirstAnswers | null,
): Pick<MetricReport, 'notes' | 'corrections' | 'labelNext'> {
  if (metric.kind === 'check' || answers === null) return { notes: [], corrections: null, labelNext: [] };
  const apart = findDisagreements(prompt, metric, answers.candidate);
  const length = explainLengths(cases, answers);
  return {
    notes: [
      ...(metric.gates && metric.note !== null ? [metric.note] : []),
      ...(metric.kind === 'panel' ? describePanel(prompt, metric.panel, answers) : []),
      ...(ofMetric(decision.checks, prompt, metric)?.notes ?? []),
      ...(length === null ? [] : [length]),
      ...(apart.length === 0 ? [] : [`and the checks say opposite things most clearly of ${nameCases(apart)}`]),
    ],
    corrections: correctFigures(prompt, metric, answers),
    labelNext: findLabelNext(metric, answers.candidate, apart),
  };
}

function describePanel(prompt: PromptPlan, panel: Panel, answers: FirstAnswers): readonly string[] {
  const { members, absent, combine } = panel;
  const { outputs, apart, cases } = findPanelDisagreement(prompt, panel, answers);
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

function explainLengths(cases: readonly MeasuredCase[], { base, candidate }: FirstAnswers): string | null {
  return explainLength(
    cases.flatMap(({ case: id, difference }) => {
      const [baseLength, candidateLength] = [base.lengths.get(id), candidate.lengths.get(id)];
      if (baseLength === undefined || candidateLength === undefined || difference === null) return [];
      return [{ baseLength, candidateLength, difference }];
    }),
  );
}
