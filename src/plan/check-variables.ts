import { missingVariables } from '../checks/registry.ts';
import { rowChecks } from '../checks/row-checks.ts';
import type { Case } from '../datasets/case.ts';
import { findNearColumn } from '../datasets/near-column.ts';
import { buildProblem, collectProblems, eachOnce, type Problem, renderProblem } from '../errors.ts';
import { dialectOf } from '../prompts/dialects.ts';
import type { Prompt, ResolvedPrompt } from '../prompts/prompt.ts';
import { explainUnknown, renderPrompt } from '../prompts/render.ts';
import { listKnown } from '../text/problems.ts';
import { count } from '../text/prose.ts';
import type { CheckMetric, Metric } from './metric.ts';
import { baseCases, type CasePlan } from './suite-plan.ts';
import { refuseUnsent } from './unsent.ts';

/** Finds every name that a prompt or a check uses and a row does not answer, before a call is paid for. `inForce` are the rows as the merge leaves them. */
export function checkVariables(
  baseline: ResolvedPrompt | null,
  candidate: ResolvedPrompt | null,
  cases: readonly CasePlan[],
  inForce: readonly Case[],
  metrics: readonly Metric[],
): readonly Problem[] {
  const baseRows = cases.flatMap((row) => row.base ?? []);
  // A case may be filled in from both sides: that what the merge leaves is whole shows in its own rows.
  const filled = new Map([...cases.map((row) => row.candidate), ...inForce].map((row) => [row.id, row]));
  const candidateRows = [...filled.values()];
  // What a new version of a row no longer has, main's version gates with; that it is gone counts as an edit.
  const held = cases.filter((row) => row.editionOf === null);
  return [
    ...(baseline === null ? [] : checkPrompt(baseline, baseRows)),
    ...(candidate === null ? [] : checkPrompt(candidate, candidateRows)),
    ...metrics.flatMap((metric) => checkMetric(metric, held)),
    ...metrics.flatMap((metric) => checkQuestions(metric, held)),
  ];
}

/** Finds every name that the base's own prompt uses and the base's own rows do not answer: main's mistake, not that of the change. */
export function checkBaseVariables(baseline: ResolvedPrompt, cases: readonly CasePlan[]): readonly Problem[] {
  return checkPrompt(
    baseline,
    baseCases({ cases }).flatMap((row) => row.base ?? []),
  );
}

/** Finds every name that a prompt uses and its rows do not answer, and what its template cannot make of them: a name that no row answers is the prompt's mistake, one that some rows lack is theirs. */
export function checkPrompt(prompt: Prompt, rows: readonly Case[]): readonly Problem[] {
  const { write } = dialectOf(prompt.dialect);
  const unsent = refuseUnsent(prompt, rows);
  if (unsent.length > 0) return unsent;
  const lacking = new Map<string, Case[]>();
  const faults = new Map<string, Problem>();
  for (const row of rows) {
    const problems: Problem[] = [];
    const rendered = collectProblems(problems, () => renderPrompt(prompt, row.variables, row.messages));
    for (const name of rendered?.unknown ?? []) lacking.set(name, [...(lacking.get(name) ?? []), row]);
    for (const problem of problems) {
      const at = renderProblem(buildProblem('', '', row.where));
      const known = faults.get(problem.message);
      faults.set(problem.message, known ?? { ...problem, hint: `${problem.hint} So it is with the row ${at}.` });
    }
  }
  const unknown = [...lacking].flatMap(([name, without]) => {
    const columns = Object.keys(rows[0]?.variables ?? {});
    if (without.length === rows.length) return explainUnknown(prompt, [name], columns, findNearColumn);
    return reportLacking(name, without, `the prompt ${prompt.path} uses ${write(name)}.`);
  });
  return [...faults.values(), ...unknown];
}

function checkMetric(metric: Metric, cases: readonly CasePlan[]): readonly Problem[] {
  if (metric.kind !== 'check') return [];
  const { check } = metric;
  const lacking = new Map<string, Case[]>();
  for (const { scoring } of cases) {
    for (const name of missingVariables(check.config, scoring.variables)) {
      lacking.set(name, [...(lacking.get(name) ?? []), scoring]);
    }
  }
  return [
    ...[...lacking].flatMap(([name, without]) => reportLacking(name, without, `the check "${metric.name}" uses it.`)),
    ...checkRowRules(metric, cases),
  ];
}

/** What rows say of their own scoring and cannot be read; equal mistakes are one, at the first row. */
function checkRowRules({ name, check }: CheckMetric, cases: readonly CasePlan[]): readonly Problem[] {
  const first = new Map<string, { readonly problem: Problem; rows: number }>();
  for (const { scoring } of cases) {
    for (const { message, hint } of check.findFaults?.(scoring.variables) ?? []) {
      const known = first.get(message);
      if (known !== undefined) known.rows += 1;
      else
        first.set(message, { rows: 1, problem: buildProblem(`the check "${name}": ${message}`, hint, scoring.where) });
    }
  }
  return [...first.values()].map(({ problem, rows }) => {
    const more = rows === 1 ? '.' : ` (and ${rows - 1} more ${rows === 2 ? 'row' : 'rows'}).`;
    return { ...problem, message: problem.message.replace(/\.?$/, more) };
  });
}

/** Rows that bring checks where nothing reads them: somebody counts on those. */
export function warnUnreadChecks(metrics: readonly Metric[], rows: readonly Case[]): readonly Problem[] {
  const isRead = metrics.some((metric) => metric.kind === 'check' && metric.check.findFaults !== undefined);
  const own = rows.filter(({ variables }) => Array.isArray(variables[rowChecks.column]));
  const [first] = own;
  if (isRead || first === undefined) return [];
  const hint = `Give the suite a check { name: assertions, type: ${rowChecks.type} }.`;
  const message = `${count(own.length, 'row')} of ${rows.length} bring "${rowChecks.column}" of their own, which nothing reads.`;
  return [buildProblem(message, hint, first.where)];
}

/** A judge says by itself what it misses of a row; one row's answer stands for all that miss the same. */
function checkQuestions(metric: Metric, cases: readonly CasePlan[]): readonly Problem[] {
  if (metric.kind !== 'judge') return [];
  const { judge } = metric;
  const output = { content: '', toolCalls: [], refusal: null, finishReason: 'stop' };
  const problems: Problem[] = [];
  for (const { scoring } of cases) {
    const { variables } = scoring;
    collectProblems(problems, () =>
      judge.sees === 'output'
        ? judge.buildQuestion({ output, variables }, 'trial0000')
        : judge.buildQuestion({ first: output, second: output, variables }, 'trial0000'),
    );
  }
  return eachOnce(problems);
}

/** One mistake for all rows that lack a name, at the first of them. */
function reportLacking(name: string, rows: readonly Case[], reader: string): readonly Problem[] {
  const [first] = rows;
  if (first === undefined) return [];
  const more =
    rows.length === 1 ? '' : ` (and in ${rows.length === 2 ? 'one more row' : `${rows.length - 1} more rows`})`;
  const columns = Object.keys(first.variables);
  const near = findNearColumn(name, columns);
  const hint =
    near === null ? `Add it: ${reader} ${listKnown(columns)}` : `Did you mean the column "${near}"? Add it: ${reader}`;
  return [buildProblem(`"${name}" is missing${more}.`, hint, first.where)];
}
