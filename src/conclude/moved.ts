import type { Expense } from '../gate/expense-limit.ts';
import { nameComparison, namePrompt } from '../gate/reason.ts';
import { ofMetric } from '../plan/of-metric.ts';
import type { PromptPlan, SuitePlan } from '../plan/suite-plan.ts';
import type { RunDecision } from '../rounds/run-plan.ts';
import type { MeasuredExpense } from './grounds/expense.ts';

/** A rise that people want to hear of although no limit is set, by the lower end of its interval. */
const remarkable: { readonly [expense in Expense]: number } = { cost: 1.5, latency: 2 };

/** What moved and decides nothing, a clause each: judges that lost their say in this run, answers that became much dearer or slower. */
export function listMoved(
  { suites, checks }: Pick<RunDecision, 'suites' | 'checks'>,
  expenses: readonly MeasuredExpense[],
): readonly string[] {
  return [
    ...suites.flatMap((plan) => plan.prompts.flatMap((prompt) => listSilenced(plan, prompt, checks))),
    ...expenses.flatMap(describeRise),
  ];
}

/** Judges that were to gate until this run's own checks spoke against them. */
function listSilenced({ config }: SuitePlan, prompt: PromptPlan, checks: RunDecision['checks']): readonly string[] {
  const reports = new Set(config.metrics.filter(({ role }) => role === 'report').map(({ name }) => name));
  return prompt.metrics.flatMap((metric) => {
    const held = ofMetric(checks, prompt, metric)?.held ?? null;
    if (held === null || held !== metric.held || reports.has(metric.name) || prompt.shownOnly) return [];
    const name = nameComparison({ suite: prompt.suite, prompt: prompt.id, metric: metric.name });
    return [`${name} does not gate in this run: ${held}`];
  });
}

function describeRise({ suite, prompt, expense, ratio, held }: MeasuredExpense): readonly string[] {
  if (ratio === null || ratio.lower < remarkable[expense] || held?.verdict === 'fail') return [];
  const times = Number(ratio.ratio.toPrecision(2));
  const what = expense === 'cost' ? `costs ${times} times as much` : `takes ${times} times as long`;
  return [`an answer of ${namePrompt({ suite, id: prompt })} ${what} as on main`];
}
