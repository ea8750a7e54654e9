import { posix } from 'node:path';
import { foretellLabels } from '../baseline/kept-noise.ts';
import { predictSuite, type SuitePrediction } from '../baseline/predict-suite.ts';
import { buildProblem, type Problem, ReportedError, summariseProblems } from '../errors.ts';
import { adviseSize } from '../plan/advise-size.ts';
import { joinQuestions } from '../plan/questions.ts';
import type { SuitePlan } from '../plan/suite-plan.ts';
import { listUnreadColumns } from '../plan/unread-columns.ts';
import type { Repository, Tree } from '../ports.ts';
import { keyOfOutputs, loadUnanswered } from '../read/load-supplied.ts';
import { readOneSide, type Sides } from '../read/sides.ts';
import { listKept, readStores, type StoreWorld } from '../read/stores.ts';
import { buildMatcher } from '../select/globs.ts';
import {
  asApplication,
  isAsApplication,
  isForOutputs,
  listSuiteFiles,
  type SuiteSelection,
  selectSuites,
} from '../select/select-suites.ts';
import { isConfigName, listDependencies, listStrayConfigs } from '../select/side.ts';
import { checkLoose, isNamedAsPrompt } from './validate-loose.ts';
import {
  buildPart,
  buildValidation,
  describePrompts,
  describeSuite,
  estimatePlan,
  type Part,
  type ValidateResult,
} from './validation.ts';

/** Where the noise of a suite may be known from, and what time it is. */
export interface NoisePlaces extends Pick<StoreWorld, 'baselines' | 'noise'> {
  readonly nowMs: number;
}

const noPlaces: NoisePlaces = { baselines: null, noise: null, nowMs: 0 };

/**
 * Checks all that a tree holds: every config with all that it names, the prompt files that are suites of themselves, and those that stand
 * in no suite. `asked` is the only config then. `named` are files and folders (the empty path is the root): they choose which of it is
 * shown, with whatever else they take part in, and change nothing of what is found.
 */
export async function validateTree(
  repository: Repository,
  tree: Tree,
  asked: string | null,
  named: readonly string[] = [''],
  places: NoisePlaces = noPlaces,
): Promise<ValidateResult> {
  const scopes = await readScopes(repository, tree, asked, named);
  const suites = (await Promise.all(scopes.map((scope) => checkScope(repository, scope, scopes, places)))).flat();
  const configs = scopes.map(describeScope);
  const known = new Set([...suites, ...configs].flatMap(({ paths }) => paths));
  const isLoose = (path: string) =>
    !known.has(path) && (named.includes(path) || (isNamedAsPrompt(path) && named.some((name) => isBelow(path, name))));
  const loose = [...tree.entries.keys()].filter(isLoose).sort();
  const areSuitesKnown = scopes.every(({ sides }) => sides !== null);
  const parts = [
    ...configs,
    ...suites,
    ...(await Promise.all(loose.map((path) => checkLoose(repository, tree, path, areSuitesKnown)))),
  ].filter(({ paths, folder }) => paths.length > 0 || folder !== null);
  const shown = parts.filter((part) => named.some((name) => touches(part, name))).map((part) => narrow(part, named));
  return buildValidation([...shown, buildPart([], { errors: findEmpty(tree, parts, named) })]);
}

/** A config, or its absence, and what it holds. */
interface Scope {
  readonly path: string | null;
  /** What is below it is its own, unless another config is nearer. */
  readonly folder: string;
  /** Null where the config cannot be used. */
  readonly sides: Sides | null;
  readonly errors: readonly Problem[];
}

/** Without a config that is asked for there is always the root's scope, whether a config is there or not. */
function readScopes(
  repository: Repository,
  tree: Tree,
  asked: string | null,
  named: readonly string[],
): Promise<readonly Scope[]> {
  const others = asked === null ? listStrayConfigs(tree) : named.filter((path) => path !== asked && isConfigName(path));
  return Promise.all([asked, ...others].map((path) => readScope(repository, tree, path)));
}

async function readScope(repository: Repository, tree: Tree, path: string | null): Promise<Scope> {
  const folder = path === null ? '' : posix.dirname(path).replace(/^\.(github)?$/, '');
  try {
    const sides = await readOneSide(repository, tree, 'this tree', path);
    return { path: sides.decidingConfig?.path ?? null, folder, sides, errors: [] };
  } catch (error) {
    if (!(error instanceof ReportedError)) throw error;
    return { path, folder, sides: null, errors: error.problems };
  }
}

function describeScope({ path, folder, sides, errors }: Scope): Part {
  const paths = path === null ? errors.flatMap((error) => error.path ?? []) : [path];
  return buildPart(paths, { errors, warnings: sides?.warnings ?? [], folder: sides === null ? folder : null });
}

/** The suites of a config, and the prompts that stand alone in its part of the tree. */
async function checkScope(
  repository: Repository,
  scope: Scope,
  scopes: readonly Scope[],
  places: NoisePlaces,
): Promise<readonly Part[]> {
  const { sides } = scope;
  if (sides === null) return [];
  const written = new Set(sides.decidingConfig?.suites ?? []);
  const isWhole = scopes.length === 1 || (scope.folder === '' && scope.path !== null);
  const isOwn = isWhole ? () => true : buildOwnership(scope, scopes);
  const suites = sides.base.suites
    .filter((suite) => written.has(suite) || isOwn(suite.name))
    .map((suite) => (isForOutputs(suite) ? asApplication(suite) : suite));
  const side = { ...sides.base, suites };
  const own = { ...sides, base: side, candidate: side };
  return Promise.all(selectSuites(side, side).map((selection) => checkSuite(repository, selection, own, places)));
}

/** A prompt that stands alone belongs to the nearest config above it, unless a suite of any names it; a run under the root's takes them all. */
function buildOwnership(scope: Scope, scopes: readonly Scope[]): (path: string) => boolean {
  const written = scopes.flatMap(({ sides }) => sides?.decidingConfig?.suites ?? []);
  const isTaken = buildMatcher(written.flatMap(({ prompts }) => prompts));
  const nearest = [...scopes].sort((a, b) => b.folder.length - a.folder.length);
  return (path) => !isTaken(path) && nearest.find(({ folder }) => isBelow(path, folder)) === scope;
}

async function checkSuite(
  repository: Repository,
  selection: SuiteSelection,
  sides: Sides,
  places: NoisePlaces,
): Promise<Part> {
  const { suite, candidatePrompts } = selection;
  const config = sides.decidingConfig?.path ?? null;
  const read = [...listDependencies(sides.base, candidatePrompts), ...listSuiteFiles(suite)];
  const paths = [...candidatePrompts, ...read, ...(config === null ? [] : [config])];
  try {
    const loaded = await loadUnanswered(repository, selection, sides);
    const plan = { ...loaded, prompts: loaded.prompts.map(joinQuestions) };
    const { labelled, prediction, doubts } = await foretell(plan, selection, sides, places);
    return buildPart(paths, {
      warnings: [...plan.warnings, ...adviseSize(plan), ...listUnreadColumns(plan), ...doubts],
      prompts: describePrompts(plan),
      suites: [describeSuite(plan, config, prediction)],
      estimate: estimatePlan(labelled, sides.config),
    });
  } catch (error) {
    if (!(error instanceof ReportedError)) throw error;
    return buildPart(paths, { errors: error.problems });
  }
}

/** A suite as the noise that is known here would have it drawn, and what a run of it could show. */
interface Foretold {
  readonly labelled: SuitePlan;
  readonly prediction: SuitePrediction | null;
  readonly doubts: readonly Problem[];
}

/** What a run could show, by the noise that is known here; what cannot be read of it is a sentence. */
async function foretell(
  plan: SuitePlan,
  { suite }: SuiteSelection,
  { config }: Sides,
  { baselines, noise, nowMs }: NoisePlaces,
): Promise<Foretold> {
  const doubts: Problem[] = [];
  const warn = (message: string) => {
    doubts.push(buildProblem(message, 'What a run could show cannot be told by it.', suite.where));
  };
  const path = isAsApplication(suite) ? keyOfOutputs(config.path) : config.path;
  try {
    const store = (await readStores({ baselines, noise, log: { warn } }, { path }, [plan])).get(suite.name);
    // Nobody asks an application for more of some cases before the first look.
    const labelled = isAsApplication(suite) ? plan : foretellLabels(plan, listKept(store));
    return { labelled, prediction: store === undefined ? null : predictSuite(labelled, store, nowMs), doubts };
  } catch (error) {
    if (!(error instanceof ReportedError)) throw error;
    // What is wrong with the place where noise is kept is no mistake in what is checked.
    warn(`what is kept of the noise of suite "${suite.name}" cannot be read: ${summariseProblems(error.problems)}.`);
    return { labelled: plan, prediction: null, doubts };
  }
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

function touches({ paths, folder }: Part, name: string): boolean {
  return paths.some((path) => isBelow(path, name)) || (folder !== null && isBelow(name, folder));
}

/** Of a suite's prompts those that are named; all where it is chosen by what they share. */
function narrow(part: Part, named: readonly string[]): Part {
  const prompts = part.prompts.filter(({ path }) => named.some((name) => isBelow(path, name)));
  return prompts.length === 0 ? part : { ...part, prompts };
}

/** Nothing at all is not ok. */
function findEmpty(tree: Tree, parts: readonly Part[], named: readonly string[]): readonly Problem[] {
  const isFolder = (name: string) => [...tree.entries.keys()].some((path) => path !== name && isBelow(path, name));
  return named
    .filter((name) => !parts.some((part) => touches(part, name)) && (name === '' || isFolder(name)))
    .map((name) => explainEmpty(name === '' ? '.' : name));
}

/** The mistake of naming a folder in which there is nothing to check. */
export function explainEmpty(path: string): Problem {
  const hint =
    'Looked for prompt-assay.yml, .yaml and .json, *.prompt.yml, .yaml and .md, and what a config names. Other prompt files are named one by one.';
  return buildProblem('holds no prompt file and no config.', hint, { path, line: null, column: null });
}
