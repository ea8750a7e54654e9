import type { MetricConfig, ModelSettings, SuiteConfig } from '../config/config.ts';
import { builtInConfig } from '../config/default-config.ts';
import type { Case } from '../datasets/case.ts';
import { parseRows } from '../datasets/rows.ts';
import { buildProblem, collectProblems, type Problem, summariseProblems, UserError } from '../errors.ts';
import { findMetricProblems } from '../plan/prepare-metrics.ts';
import { prepareSuite } from '../plan/prepare-suite.ts';
import type { Leave } from '../plan/sent.ts';
import { type CasePart, takePart } from '../plan/subset.ts';
import type { Doubt, SuiteContent, SuitePlan } from '../plan/suite-plan.ts';
import type { Repository, Tree } from '../ports.ts';
import { refuseTwins } from '../prompts/pair.ts';
import type { Prompt } from '../prompts/prompt.ts';
import { addressOf } from '../prompts/resolve.ts';
import { buildChooser, mayShare, selectPaths } from '../select/globs.ts';
import { isAsApplication, isForOutputs, listSuiteFiles, type SuiteSelection } from '../select/select-suites.ts';
import type { Side } from '../select/side.ts';
import { maxDatasetBytes } from '../text/source-file.ts';
import { type Choice, chooseOfBase, chooseOfCandidate, choosePrompts } from './choose-prompts.ts';
import { readFiles } from './read-files.ts';
import { createRowReader, pathsOf, type RowReader } from './read-rows.ts';
import type { SuiteReading } from './readings.ts';
import type { Sides } from './sides.ts';

/** The prompts of one side of a suite that no file holds: what an application asks. */
export interface Applications {
  readonly base: readonly Prompt[];
  readonly candidate: readonly Prompt[];
}

/** What an application asks in the place of prompt files; null for a suite of those. */
export type FindApplications = (selection: SuiteSelection) => Applications | null;

/** Reads and prepares suites, with a part of their cases where `part` is not null; the mistakes of all are one UserError. */
export async function loadSuites(
  repository: Repository,
  selections: readonly SuiteSelection[],
  sides: Sides,
  part: CasePart | null,
  findApplications: FindApplications = () => null,
): Promise<readonly SuitePlan[]> {
  const loaded = await Promise.allSettled(
    selections.map((selection) => loadSuite(repository, selection, sides, findApplications(selection))),
  );
  const problems = loaded.flatMap((result) => {
    if (result.status === 'fulfilled') return [];
    if (!(result.reason instanceof UserError)) throw result.reason;
    return result.reason.problems;
  });
  if (problems.length > 0) throw new UserError(problems);
  const plans = loaded.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  return part === null ? plans : takePart(plans, part);
}

/** Reads and prepares one affected suite. What is broken on the candidate's side is a UserError; a mistake in what was read of the base is `brokenBase`, so that a repair of main can be merged. What cannot be read on either side is a ReadFault. */
export async function loadSuite(
  repository: Repository,
  selection: SuiteSelection,
  sides: Sides,
  applications: Applications | null = null,
): Promise<SuitePlan> {
  const { suite, proposed, mayGate, followed } = selection;
  const { base, candidate, config } = sides;
  // A suite that is new here brings its rows and settings with it, also for the prompts that main has.
  const deciding = mayGate ? sides : { base: candidate, decidingTree: candidate.tree };
  const heir = proposed ?? findHeir(selection, candidate);
  const files = listSuiteFiles(suite);
  const readRows = createRowReader(repository);
  const [before, after] = await Promise.all([
    readBase(repository, readRows, suite, {
      tree: base.tree,
      rowTree: deciding.base.tree,
      decidingTree: deciding.decidingTree,
      prompts: applications === null ? selection.basePrompts : [],
      applications: applications?.base ?? [],
      readings: [suite],
      choice: chooseOfBase(selection),
      dataset: suite.dataset,
      metrics: suite.metrics,
      files,
      faults: [],
      model: sides.decidingConfig?.model ?? candidate.config?.model ?? config.model,
      judgeModel: config.judgeModel,
    }),
    readContent(repository, readRows, suite, {
      tree: candidate.tree,
      rowTree: candidate.tree,
      decidingTree: candidate.tree,
      prompts: applications === null ? selection.candidatePrompts : [],
      applications: applications?.candidate ?? [],
      // Of other suites only what was followed there is read.
      readings: [...(proposed === null ? [] : [proposed]), suite, ...(followed.length > 0 ? candidate.suites : [])],
      choice: chooseOfCandidate(selection),
      // The rows as they would be in force after the merge; a suite that goes leaves its rows as they are.
      dataset: heir === null ? null : heir.dataset,
      metrics: (proposed ?? suite).metrics,
      files: proposed === null ? files : [...files, ...listSuiteFiles(proposed)],
      faults: findEmptiness(selection, candidate),
      model: candidate.config?.model ?? config.model,
      judgeModel: candidate.config?.judgeModel ?? config.judgeModel,
    }),
  ]);
  refuseTwins(after.prompts.filter(buildChooser(proposed?.prompts ?? [])));
  const rows = heir === null && before.content !== null ? before.content.cases : after.cases;
  const own = mayGate ? before.content : withRowsOf(before.content, after);
  const plan = prepareSuite(selection, config.judgeModel, own, { ...after, cases: rows }, giveLeave(sides));
  // A suite that is new here has a base side only by chance: main cannot have broken it.
  const broken = mayGate ? (before.broken ?? plan.brokenBase) : null;
  const notes =
    before.broken === null ? [] : [`${base.label} cannot be used, so nothing is compared with it: ${before.broken}`];
  const doubts = [...explainGateless(selection, sides.brokenBase), ...plan.doubts];
  return {
    ...plan,
    brokenBase: doubts.length > plan.doubts.length ? null : broken,
    doubts,
    notes: [...notes, ...plan.notes],
  };
}

/** What main sends: by its own config, where it has one that can be read. */
function giveLeave({ base, candidate, decidingConfig }: Sides): Leave {
  const { model, judgeModel } = decidingConfig ?? builtInConfig;
  const hashOf = ({ tree }: Side, path: string) => tree.entries.get(path)?.hash;
  const isUntouched = (path: string) => hashOf(base, path) === hashOf(candidate, path);
  const places = candidate.config?.parameterPlaces ?? new Map();
  return { model, judgeModel, isUntouched, places };
}

/** Nothing of main stands against the change where its config, or this suite, gated nothing. */
function explainGateless(
  { suite: { name: suite }, wasDead }: SuiteSelection,
  brokenConfig: string | null,
): readonly Doubt[] {
  if (brokenConfig !== null) {
    const sentence = `main's config gated nothing: ${brokenConfig}`;
    return [{ suite, prompt: null, title: sentence, sentence }];
  }
  if (wasDead === null) return [];
  const title = "main's suite gated nothing; from this merge on it will";
  return [{ suite, prompt: null, title, sentence: `${suite}: ${title} (${wasDead})` }];
}

/** The suite that takes over prompts of one that goes. */
function findHeir({ suite, candidatePrompts }: SuiteSelection, { suites }: Side): SuiteConfig | null {
  const takes = ({ prompts }: SuiteConfig) => candidatePrompts.some((path) => mayShare(prompts, suite.prompts, path));
  return suites.find(takes) ?? null;
}

/** Prompts of main that hold rows of their own, with the rows that the change gives the same files. */
function withRowsOf(base: SuiteContent | null, candidate: SuiteContent): SuiteContent | null {
  return base === null ? null : { ...base, embedded: new Map([...base.embedded, ...candidate.embedded]) };
}

/** A suite that matches no file would pass for ever. Where the candidate drops or mends it, it may be merged. */
function findEmptiness(
  { suite, proposed, basePrompts, candidatePrompts }: SuiteSelection,
  candidate: Side,
): readonly Problem[] {
  const isSought = proposed !== null && !isForOutputs(proposed);
  if (!isSought || basePrompts.length > 0 || candidatePrompts.length > 0) return [];
  if (selectPaths(candidate.tree, proposed.prompts).length > 0) return [];
  const [what, key] = isAsApplication(suite) ? ['file', 'sources'] : ['prompt file', 'prompts'];
  const hint = `Correct its ${key} (${suite.prompts.join(', ')}); paths are relative to the config file.`;
  return [buildProblem(`suite "${suite.name}" matches no ${what}.`, hint, suite.where)];
}

/** What to read of one side, and where. */
interface Sources {
  /** Prompts. */
  readonly tree: Tree;
  /** Datasets. */
  readonly rowTree: Tree;
  /** Rubrics, schemas and the like. */
  readonly decidingTree: Tree;
  readonly prompts: readonly string[];
  readonly applications: readonly Prompt[];
  /** The first suite that matches a file says how it is read. */
  readonly readings: readonly SuiteReading[];
  readonly choice: Choice;
  readonly dataset: SuiteConfig['dataset'];
  /** Their own mistakes are told together with those of the content. */
  readonly metrics: readonly MetricConfig[];
  readonly files: readonly string[];
  readonly model: ModelSettings;
  readonly judgeModel: ModelSettings;
  /** What is wrong before anything is read. */
  readonly faults: readonly Problem[];
}

async function readBase(
  repository: Repository,
  readRows: RowReader,
  suite: SuiteConfig,
  sources: Sources,
): Promise<{ readonly content: SuiteContent | null; readonly broken: string | null }> {
  try {
    return { content: await readContent(repository, readRows, suite, sources), broken: null };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { content: null, broken: summariseProblems(error.problems) };
  }
}

/** Parses one side of a suite; every mistake in it is reported together. */
async function readContent(
  repository: Repository,
  readRows: RowReader,
  suite: SuiteConfig,
  sources: Sources,
): Promise<SuiteContent> {
  const { tree, rowTree, decidingTree, model, judgeModel } = sources;
  const problems: Problem[] = [...sources.faults];
  const rowFiles = [...pathsOf(sources.dataset), ...pathsOf(suite.dataset)];
  const deciding = [...new Set(sources.files.filter((path) => !rowFiles.includes(path)))];
  // Labels hold outputs and grow by the line, as a dataset does.
  const isLines = (path: string) => path.endsWith('.jsonl');
  const [parsed, rows, texts, labels] = await Promise.all([
    choosePrompts(repository, tree, sources.prompts, sources.readings, sources.choice, problems),
    readRows(rowTree, sources.dataset),
    readFiles(
      repository,
      decidingTree,
      deciding.filter((path) => !isLines(path)),
    ),
    readFiles(repository, decidingTree, deciding.filter(isLines), maxDatasetBytes),
  ]);
  const files = new Map([...texts, ...labels]);
  const warnings: Problem[] = [];
  const prompts = [...parsed, ...sources.applications];
  problems.push(...rows.problems);
  warnings.push(...rows.warnings);
  const embedded = new Map(prompts.map((prompt) => [addressOf(prompt), embeddedCases(prompt, problems, warnings)]));
  // Without checks of the suite's own they are its gate.
  (suite.metrics.length === 0 ? problems : warnings).push(...prompts.flatMap((prompt) => prompt.unread));
  if (problems.length > 0) throw new UserError([...problems, ...findMetricProblems(sources.metrics, files)]);
  warnings.push(...prompts.flatMap((prompt) => prompt.warnings));
  return { prompts, cases: rows.cases, embedded, files, model, judgeModel, warnings };
}

function embeddedCases(prompt: Prompt, problems: Problem[], warnings: Problem[]): readonly Case[] {
  if (prompt.rows === null || prompt.rows.length === 0) return [];
  const parsed = collectProblems(problems, () => parseRows(prompt.rows ?? []));
  warnings.push(...(parsed?.warnings ?? []));
  return parsed?.cases ?? [];
}
