import type { MetricConfig } from '../config/config.ts';
import { defaultsOf } from '../config/key.ts';
import { suiteKeys } from '../config/keys/suite.ts';
import { joinDatasets } from '../datasets/formats.ts';
import { parseRows } from '../datasets/rows.ts';
import { collectProblems } from '../errors.ts';
import { resolveMargin } from '../gate/first-round.ts';
import { checkPrompt } from '../plan/check-variables.ts';
import { parsePrompts } from '../prompts/formats.ts';
import { variablesOf } from '../prompts/render.ts';
import { casesForUnchangedPass } from '../statistics/difference-bounds.ts';
import { exampleFiles, type NewFile } from './example.ts';
import { joinGlobs } from './globs.ts';
import { guessPairs, nameSuites, type Pair, type Pairing, pairFound, partTwins } from './pairing.ts';
import { findSources } from './sources.ts';
import { chooseChecks, type StartingChecks } from './starting-checks.ts';
import { describePrompt, type FoundPrompt, type Survey } from './survey.ts';
import { wordsOf } from './words.ts';

/** A suite to begin with. */
export interface SetupSuite {
  readonly name: string;
  /** Globs of prompts, or of the code of an application. */
  readonly from: { readonly key: 'prompts' | 'sources'; readonly globs: readonly string[] };
  /** Null where the prompts carry their rows. */
  readonly dataset: string | null;
  /** Null where the prompts carry their checks. */
  readonly checks: StartingChecks | null;
  /** True where a rate is tested, and there are too few rows to rule out a drop for all inputs like these. */
  readonly isSmall: boolean;
}

/** What a repository could begin with. */
export interface Setup {
  /** What it rests on: what evidently belongs together, what might, code alone, rows that are still to be written, or an example. */
  readonly basis: 'found' | 'guess' | 'code' | 'starter' | 'example';
  /** None where every prompt found is a suite of itself. */
  readonly suites: readonly SetupSuite[];
  /** What is to be written beside config and workflow: without it nothing would run. */
  readonly files: readonly NewFile[];
  readonly pairing: Pairing;
  /** The address of the prompt for which rows are still to be written; null where none are. */
  readonly starter: string | null;
  /** Models that prompts name, each once. */
  readonly models: readonly string[];
  /** True where an evaluator asks a model and names none. */
  readonly lacksJudgeModel: boolean;
}

const { gate } = defaultsOf(suiteKeys);
const leastCases = casesForUnchangedPass(resolveMargin(gate, gate.minCases), gate.alpha);

const starterRows = ['a first', 'a second', 'a third'];

/** Plans what to begin with; a local model wants a config that names it. */
export function planSetup(survey: Survey, isLocal: boolean): Setup {
  const pairing = pairFound(survey);
  const { alone, pairs } = pairing;
  const own = survey.prompts.filter(({ isForAssistants }) => !isForAssistants);
  const models = [...new Set(own.flatMap(({ prompt }) => prompt.model ?? []))].sort();
  const lacksJudgeModel = own.some(({ prompt }) => prompt.metrics.some(lacksModel));
  const plan = { pairing, models, lacksJudgeModel, files: [], starter: null };
  if (pairs.length > 0) return { ...plan, basis: 'found', suites: pairs.map((pair) => buildSuite(pair, survey)) };
  const named = survey.rows.filter(({ isNamed }) => isNamed);
  if (own.length === 0 && named.length > 0 && survey.code.length > 0) {
    const suites = nameSuites(named.map((rows) => ({ prompts: [], rows }))).map((pair) => buildSuite(pair, survey));
    return { ...plan, basis: 'code', suites };
  }
  if (alone.length > 0) {
    const isEnough = !isLocal && !lacksJudgeModel && alone.every(({ prompt }) => prompt.model !== null);
    const parts = nameSuites(partTwins(alone).map((prompts) => ({ prompts, rows: null })));
    return { ...plan, basis: 'found', suites: isEnough ? [] : parts.map((pair) => buildSuite(pair, survey)) };
  }
  const guessed = guessPairs(pairing);
  if (guessed.pairs.length > 0) {
    const suites = guessed.pairs.map((pair) => buildSuite(pair, survey));
    return { ...plan, pairing: guessed, basis: 'guess', suites };
  }
  // Beside a config that somebody wrote nothing is made up.
  if (survey.config !== null) return { ...plan, basis: 'found', suites: [] };
  const starter = own.map((found) => startRows(found, survey)).find((one) => one !== null);
  if (starter !== undefined) return { ...plan, basis: 'starter', ...starter };
  return { ...plan, basis: 'example', ...buildExample(survey) };
}

function lacksModel(metric: MetricConfig): boolean {
  return metric.kind === 'judge' && (metric.model ?? null) === null;
}

function buildSuite({ name, prompts, rows }: Pair, survey: Survey): SetupSuite {
  const [first] = prompts;
  const isOfCode = first === undefined;
  const globs = isOfCode
    ? findSources(survey.code, survey.paths)
    : joinGlobs(
        prompts.map(({ prompt }) => prompt),
        survey,
      );
  const isGated = rows === null && prompts.every(({ prompt }) => prompt.metrics.length > 0);
  const cases = rows?.cases ?? first?.cases ?? [];
  return {
    name,
    from: { key: isOfCode ? 'sources' : 'prompts', globs },
    dataset: rows?.path ?? null,
    checks: isGated ? null : chooseChecks(cases, first?.prompt ?? null),
    isSmall: cases.length >= gate.minCases && cases.length < leastCases,
  };
}

/** Rows with the columns that a prompt reads, to be replaced; null for a prompt that no row could fill. */
function startRows(found: FoundPrompt, survey: Survey): Pick<Setup, 'suites' | 'files' | 'starter'> | null {
  const names = variablesOf(found.prompt);
  const values = starterRows.map((which) =>
    Object.fromEntries(names.map((name) => [name, `Write ${which} ${name} here.`])),
  );
  const path = freePath(`evals/${nameSuites([{ prompts: [found], rows: null }])[0]?.name}.jsonl`, survey);
  const where = { path, line: null, column: null };
  const cases = collectProblems([], () => parseRows(values.map((row) => ({ values: row, where }))).cases);
  if (cases === null || names.length === 0 || checkPrompt(found.prompt, cases).length > 0) return null;
  const rows = { path, words: wordsOf(path), cases, isNamed: true };
  const [named] = nameSuites([{ prompts: [found], rows }]);
  if (named === undefined) return null;
  const file = { path, text: values.map((row) => `${JSON.stringify(row)}\n`).join('') };
  return { suites: [buildSuite(named, survey)], files: [file], starter: found.address };
}

function buildExample(survey: Survey): Pick<Setup, 'suites' | 'files'> {
  const files = exampleFiles.map(({ path, text }) => ({ path: freePath(path, survey), text }));
  const [prompt, dataset] = files as [NewFile, NewFile];
  const prompts = parsePrompts(prompt).map(describePrompt);
  const rows = {
    path: dataset.path,
    words: wordsOf(dataset.path),
    cases: joinDatasets([dataset]).cases,
    isNamed: true,
  };
  return { suites: nameSuites([{ prompts, rows }]).map((pair) => buildSuite(pair, survey)), files };
}

/** The path, or the next one of its kind that is free. */
function freePath(path: string, { paths }: Survey): string {
  const wishes = Array.from({ length: paths.size + 1 }, (_, index) => path.replace(/(\.[^/]*)$/, `-${index + 2}$1`));
  return [path, ...wishes].find((wish) => !paths.has(wish)) ?? path;
}
