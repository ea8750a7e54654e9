import type { ModelSettings } from '../config/config.ts';
import type { Case } from '../datasets/case.ts';
import { compareDatasets, type DatasetChanges } from '../datasets/changes.ts';
import { buildProblem, collectProblems, type Problem, renderProblem, UserError } from '../errors.ts';
import { type PromptPair, pairPrompts } from '../prompts/pair.ts';
import type { Prompt, ResolvedPrompt } from '../prompts/prompt.ts';
import { resolvePrompt } from '../prompts/resolve.ts';
import type { SuiteSelection } from '../select/select-suites.ts';
import { checkBaseVariables, checkVariables } from './check-variables.ts';
import { planCases } from './plan-cases.ts';
import { prepareMetrics } from './prepare-metrics.ts';
import type { CasePlan, PromptPlan, Shrink, SuiteContent, SuitePlan } from './suite-plan.ts';

/** Turns both sides of a suite into what is to be run and scored. `base` is null where the base has nothing readable. Throws a UserError with every mistake of the candidate; a prompt whose base side is at fault is not compared, and noted, so that a repair of main can be merged. */
export function prepareSuite(
  selection: SuiteSelection,
  judgeModel: ModelSettings,
  base: SuiteContent | null,
  candidate: SuiteContent,
): SuitePlan {
  const problems: Problem[] = [];
  const baseNotes: string[] = [];
  const pairs = pairPrompts(base?.prompts ?? [], candidate.prompts);
  const changes = listDatasetChanges(pairs, base, candidate);
  const prompts = pairs.map((pair) =>
    preparePrompt(selection, judgeModel, pair, base, candidate, { problems, baseNotes }),
  );
  if (problems.length > 0) throw new UserError(problems);
  return {
    config: selection.suite,
    mayGate: selection.mayGate,
    prompts,
    addedCases: changes.flatMap(({ added }) => added.map((row) => row.id)),
    removedCases: changes.flatMap(({ removed }) => removed.map((row) => row.id)),
    editedCases: changes.flatMap(({ edited }) => edited.map((pair) => pair.base.id)),
    shrinks: selection.mayGate ? listShrinks(changes) : [],
    notices: pairs.flatMap((pair) => (pair.change === 'deleted' ? [explainDeleted(selection.suite.name, pair)] : [])),
    notes: baseNotes,
    warnings: [...(base?.warnings ?? []), ...candidate.warnings],
  };
}

function listShrinks(changes: readonly DatasetChanges[]): readonly Shrink[] {
  const sentence = changes.find((change) => change.sentence !== null)?.sentence ?? null;
  if (sentence === null) return [];
  return [{ kind: 'rows', prompt: null, subject: null, title: 'the dataset changed; accept it', sentence }];
}

function explainDeleted(suite: string, { base }: PromptPair): string {
  return `Suite "${suite}" loses the prompt ${base?.name ?? base?.path}: nothing takes its place, and its cases are no longer checked.`;
}

/** Changes of the suite's dataset, or, where rows stand inside prompt files, of each prompt's own. A side that is not there changed nothing. */
function listDatasetChanges(
  pairs: readonly PromptPair[],
  base: SuiteContent | null,
  candidate: SuiteContent,
): readonly DatasetChanges[] {
  if (base === null || base.prompts.length === 0) return [];
  if (base.cases !== null && candidate.cases !== null) return [compareDatasets(base.cases, candidate.cases)];
  return pairs.flatMap((pair) => {
    const before = rowsOf(base, pair.base);
    const after = rowsOf(candidate, pair.candidate);
    return before === null || after === null ? [] : [compareDatasets(before, after)];
  });
}

/** Where the mistakes of both sides go. */
interface Findings {
  readonly problems: Problem[];
  readonly baseNotes: string[];
}

function preparePrompt(
  selection: SuiteSelection,
  judgeModel: ModelSettings,
  pair: PromptPair,
  base: SuiteContent | null,
  candidate: SuiteContent,
  { problems, baseNotes }: Findings,
): PromptPlan {
  const after =
    pair.candidate === null ? null : collectProblems(problems, () => resolve(pair.candidate, candidate.model));
  const metrics = collectProblems(problems, () => prepareMetrics(selection, judgeModel, pair, base, candidate));
  const rows =
    after === null
      ? null
      : collectProblems(problems, () =>
          planCases(rowsOf(base, pair.base), rowsOf(candidate, pair.candidate), selection.suite),
        );
  const cases = rows ?? [];
  const { before, faults } = resolveBase(pair.base, base, cases);
  if (faults.length > 0) baseNotes.push(explainFaults(pair, faults));
  if (after !== null && rows?.length === 0) {
    const where = { path: after.path, line: null, column: null };
    problems.push(
      buildProblem('has no case to run.', 'Add rows to the dataset of its suite, or testData to the file.', where),
    );
  }
  if (after !== null && metrics?.length === 0) {
    const where = { path: after.path, line: null, column: null };
    problems.push(
      buildProblem('has no metric.', 'Add a check or a judge to its suite, or evaluators to the file.', where),
    );
  }
  problems.push(...checkVariables(before, after, cases, metrics ?? []));
  const id = (after ?? before)?.id ?? pair.candidate?.path ?? pair.base?.path ?? '';
  // A changed default of the config changes the version of a prompt whose file is the same.
  const isChanged = pair.change === 'unchanged' && before?.version !== after?.version;
  const change = faults.length > 0 && after !== null ? 'new' : isChanged ? 'changed' : pair.change;
  return { suite: selection.suite.name, id, change, baseline: before, candidate: after, metrics: metrics ?? [], cases };
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

function explainFaults(pair: PromptPair, faults: readonly Problem[]): string {
  const name = pair.base?.name ?? pair.base?.path;
  return `the base side of prompt ${name} cannot be used, so nothing is compared with it: ${faults.map(renderProblem).join('; ')}`;
}

function resolve(prompt: Prompt | null, model: ModelSettings): ResolvedPrompt | null {
  return prompt === null ? null : resolvePrompt(prompt, model);
}

function rowsOf(content: SuiteContent | null, prompt: Prompt | null): readonly Case[] | null {
  if (content === null || prompt === null) return null;
  return content.cases ?? content.embedded.get(prompt.path) ?? [];
}
