import type { ModelSettings } from '../config/config.ts';
import type { DatasetChanges } from '../datasets/changes.ts';
import { buildProblem, collectProblems, type Problem, renderProblem, summariseProblems, UserError } from '../errors.ts';
import type { PromptPair } from '../prompts/pair.ts';
import type { Prompt, ResolvedPrompt } from '../prompts/prompt.ts';
import { variablesOf } from '../prompts/render.ts';
import { identifyPrompt, resolvePrompt } from '../prompts/resolve.ts';
import type { SuiteSelection } from '../select/select-suites.ts';
import { quoteName } from '../text/problems.ts';
import { inCode, listFirst } from '../text/prose.ts';
import { findNewlyRead } from './answer-key.ts';
import { checkBaseVariables, checkVariables, warnUnreadChecks } from './check-variables.ts';
import { planCases } from './plan-cases.ts';
import { prepareMetrics } from './prepare-metrics.ts';
import { joinQuestions, markSame } from './questions.ts';
import { readersOf } from './row-readers.ts';
import { type Leave, refuseUnknown, refuseUnknownJudges } from './sent.ts';
import { findLostPrompts, type NamedPair, pairSuite } from './suite-pairs.ts';
import {
  type CasePlan,
  type Doubt,
  hasChanged,
  isApplication,
  type PromptPlan,
  type Shrink,
  type SuiteContent,
  type SuitePlan,
} from './suite-plan.ts';
import { compareSuiteRows, identifyRows, type PairRows } from './suite-rows.ts';
import { warnUnsent } from './unsent.ts';

/** The most names that a sentence lists. */
const maxNamed = 8;

/** Turns both sides of a suite into what is to be run and scored. `base` is null where the base has nothing readable; `leave` is what the change may send. Throws a UserError with every mistake of the candidate; a prompt whose base side is at fault is not compared, and `brokenBase` says why, so that a repair of main can be merged. */
export function prepareSuite(
  selection: SuiteSelection,
  judgeModel: ModelSettings,
  base: SuiteContent | null,
  candidate: SuiteContent,
  leave: Leave,
): SuitePlan {
  const problems: Problem[] = [];
  const baseFaults: Problem[] = [];
  const warnings: Problem[] = [];
  const { pairs: named, shown } = pairSuite(selection, base, candidate);
  const pairs = named.map(({ pair }) => pair);
  const lost = findLostPrompts(selection, named);
  const metrics = [...selection.suite.metrics, ...(base?.prompts ?? []).flatMap((prompt) => prompt.metrics)];
  const rows = compareSuiteRows(pairs, base, candidate, metrics);
  const { changes } = rows;
  const prepare = (one: NamedPair, of: PairRows, findings: Findings) =>
    preparePrompt(selection, judgeModel, one, base, candidate, leave, of, findings);
  const prepared = named.map((one) => prepare(one, rows.of(one.pair), { problems, baseFaults, warnings }));
  if (problems.length > 0) throw new UserError(problems);
  const beside = shown.flatMap((one) => {
    const findings = { problems: [], baseFaults: [], warnings: [] };
    const own = compareSuiteRows([one.pair], base, candidate, metrics).of(one.pair);
    const { prompt } = prepare(one, own, findings);
    return prompt.base === null || findings.problems.length > 0 ? [] : [showOnly(prompt)];
  });
  const readings = base === null ? [] : pairs.flatMap((pair) => readNew(pair, rows.of(pair), base, selection));
  return {
    config: selection.suite,
    mayGate: selection.mayGate,
    prompts: [...prepared.map(({ prompt }) => prompt), ...beside],
    rows: selection.mayGate && base !== null ? identifyRows(base) : null,
    addedCases: changes.flatMap(({ added }) => added.map((row) => row.id)),
    removedCases: changes.flatMap(({ removed }) => removed.map((row) => row.id)),
    editedCases: changes.flatMap(({ edited }) => edited.map((pair) => pair.base.id)),
    shrinks: selection.mayGate
      ? [...changes.flatMap(findLostRows), ...readings.flatMap(({ shrinks }) => shrinks), ...lost.shrinks]
      : [],
    brokenBase: baseFaults.length === 0 ? null : summariseProblems(baseFaults),
    doubts: prepared
      .map(({ prompt }) => prompt)
      .filter(isUnmeasured)
      .map(explainUnmeasured),
    notices: [
      ...lost.notices,
      ...prepared.flatMap(({ prompt, notAsked }) => explainNotAsked(prompt, notAsked)),
      ...readings.flatMap(({ notice }) => notice),
    ],
    notes: baseFaults.map(explainFault),
    warnings: [...keepOwn(base, candidate), ...candidate.warnings, ...warnings],
  };
}

/** What the base's rows alone are warned of: its prompts are read no more after the merge, and what both sides have is said once. */
function keepOwn(base: SuiteContent | null, candidate: SuiteContent): readonly Problem[] {
  const prompts = base?.prompts.map(({ path }) => path) ?? [];
  const said = new Set(candidate.warnings.map(({ path, message }) => `${path} ${message}`));
  return (base?.warnings ?? []).filter(
    ({ path, message }) => !prompts.includes(path ?? '') && !said.has(`${path} ${message}`),
  );
}

function showOnly(prompt: PromptPlan): PromptPlan {
  const metrics = prompt.metrics.map((metric) => ({ ...metric, gates: false, wouldGate: false }));
  return { ...prompt, metrics, shownOnly: true };
}

/** True for a prompt that a change concerns and no metric can score. */
function isUnmeasured({ candidate, change, metrics }: PromptPlan): boolean {
  return candidate !== null && change !== 'unchanged' && metrics.length === 0;
}

function explainUnmeasured({ suite, id }: PromptPlan): Doubt {
  const sentence = `nothing may gate yet: every metric of ${inCode(id)} is a judge, and no model is named for judges`;
  return { suite, prompt: id, title: 'nothing may gate yet', sentence };
}

function findLostRows({ sentence }: DatasetChanges): readonly Shrink[] {
  if (sentence === null) return [];
  return [{ kind: 'rows', prompt: null, subject: null, title: 'the dataset changed; accept it', sentence }];
}

/** What the candidate's prompt reads for the first time. */
function readNew(pair: PromptPair, { base: rows, changes }: PairRows, base: SuiteContent, { suite }: SuiteSelection) {
  if (pair.base === null || pair.candidate === null || rows === null || changes === null) return [];
  const metrics = [...suite.metrics, ...pair.base.metrics];
  const readers = readersOf(base.prompts, [pair.candidate], metrics);
  const prompt = identifyPrompt(pair.candidate);
  const { free, shrinks } = findNewlyRead({
    prompt,
    candidate: pair.candidate,
    readers,
    base: rows,
    changes,
    metrics,
    inputs: suite.inputs,
  });
  const notice =
    free.length === 0 ? [] : [`The prompt ${inCode(prompt)} newly reads ${listNames(free)} of the dataset.`];
  return [{ shrinks, notice }];
}

function explainNotAsked({ id }: PromptPlan, cases: readonly string[]): readonly string[] {
  if (cases.length === 0) return [];
  const rows = cases.length === 1 ? 'row that was removed' : `${cases.length} rows that were removed`;
  return [
    `Not asked of the prompt ${inCode(id)}, which reads a column that they lack: the ${rows} (${listNames(cases)}).`,
  ];
}

function listNames(names: readonly string[]): string {
  return listFirst(names.map(quoteName), maxNamed);
}

/** Where the mistakes of both sides go. */
interface Findings {
  readonly problems: Problem[];
  readonly baseFaults: Problem[];
  /** Judges that cannot be asked, texts that are not sent. */
  readonly warnings: Problem[];
}

function preparePrompt(
  selection: SuiteSelection,
  judgeModel: ModelSettings,
  { id, pair }: NamedPair,
  base: SuiteContent | null,
  candidate: SuiteContent,
  leave: Leave,
  rows: PairRows,
  { problems, baseFaults, warnings }: Findings,
): { readonly prompt: PromptPlan; readonly notAsked: readonly string[] } {
  const after =
    pair.candidate === null ? null : collectProblems(problems, () => resolve(pair.candidate, candidate.model));
  const measured = collectProblems(problems, () => prepareMetrics(selection, judgeModel, pair, base, candidate));
  const metrics = measured?.metrics ?? [];
  problems.push(...(after === null ? [] : refuseUnknown(after, pair, leave)), ...refuseUnknownJudges(metrics, leave));
  warnings.push(
    ...(measured?.leftOut ?? []),
    ...(after === null ? [] : warnUnsent(after, rows.candidate)),
    ...warnUnreadChecks(metrics, rows.candidate),
  );
  const sides = {
    ...rows,
    changes: rows.changes ?? { edited: [], renamed: new Map() },
    baseReads: pair.base === null ? [] : variablesOf(pair.base),
    candidateReads: pair.candidate === null ? [] : variablesOf(pair.candidate),
    isApplication: isApplication(pair),
  };
  const listed = after === null ? null : collectProblems(problems, () => planCases(sides, selection.suite));
  // Nothing is asked for a prompt of which no metric can be scored.
  const cases = metrics.length === 0 ? [] : (listed?.cases ?? []);
  const { before, faults } = resolveBase(pair.base, base, cases);
  baseFaults.push(...faults);
  if (after !== null && listed?.cases.length === 0) {
    const where = { path: after.path, line: null, column: null };
    problems.push(
      buildProblem('has no case to run.', 'Add rows to the dataset of its suite, or testData to the file.', where),
    );
  }
  if (after !== null && measured?.metrics.length === 0 && measured.leftOut.length === 0) {
    const where = { path: after.path, line: null, column: null };
    problems.push(
      buildProblem('has no metric.', 'Add a check or a judge to its suite, or evaluators to the file.', where),
    );
  }
  problems.push(...checkVariables(before, after, cases, after === null ? [] : rows.candidate, metrics));
  // A changed default of the config changes the version of a prompt whose file is the same.
  const isChanged = pair.change === 'unchanged' && before?.version !== after?.version;
  const change = faults.length > 0 && after !== null ? 'new' : isChanged ? 'changed' : pair.change;
  const prompt = {
    suite: selection.suite.name,
    id,
    change,
    base: before,
    candidate: after,
    metrics,
    cases,
    reasoning: selection.suite.reasoning,
    shownOnly: false,
  } as const;
  return { prompt: hasChanged(prompt) ? markSame(joinQuestions(prompt)) : prompt, notAsked: listed?.notAsked ?? [] };
}

/** The base's own prompt as it is sent, or what keeps it from being sent for the base's own rows. */
function resolveBase(
  prompt: Prompt | null,
  content: SuiteContent | null,
  cases: readonly CasePlan[],
): { readonly before: ResolvedPrompt | null; readonly faults: readonly Problem[] } {
  if (prompt === null || content === null) return { before: null, faults: [] };
  const faults: Problem[] = [];
  const before = collectProblems(faults, () => resolve(prompt, content.model));
  if (before !== null) faults.push(...checkBaseVariables(before, cases));
  return { before: faults.length > 0 ? null : before, faults };
}

function explainFault(fault: Problem): string {
  return `the base side cannot be used, so nothing is compared with it: ${renderProblem(fault)}`;
}

function resolve(prompt: Prompt | null, model: ModelSettings): ResolvedPrompt | null {
  return prompt === null ? null : resolvePrompt(prompt, model);
}
