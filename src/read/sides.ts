import type { Config } from '../config/config.ts';
import { builtInConfig } from '../config/default-config.ts';
import { mergeTrusted } from '../config/trust.ts';
import { collectProblems, type Problem, summariseProblems, UserError } from '../errors.ts';
import type { Repository, Tree } from '../ports.ts';
import { isReadAsPrompt } from '../prompts/recognise.ts';
import { listChangedPaths } from '../select/dead-suites.ts';
import { isConfigPath, listStrayConfigs, type Side, selectConfigPath } from '../select/side.ts';
import type { SourceFile } from '../text/source-file.ts';
import { discoverSuites } from './discover.ts';
import { findEmptyGlobs, findMissingFiles } from './missing-files.ts';
import { parseConfig } from './parse-config.ts';
import { readFiles } from './read-files.ts';
import { readDependencies } from './read-included.ts';

/** A tree and what people call it: `main`, `this PR`, `working tree`. */
export interface LabelledTree {
  readonly label: string;
  readonly tree: Tree;
  /** The commit that was pushed, where the tree is that of GitHub's merge of it. */
  readonly pushed?: string;
}

/** The trees of a change. */
export interface ChangeRequest {
  readonly base: LabelledTree;
  readonly candidate: LabelledTree;
  /** Where settings, rubrics and schemas are read; the base's tree unless the base branch has moved on. */
  readonly decidingTree: Tree;
  /** The default branch's tip: the only place that names endpoint and headers. */
  readonly defaultTree: Tree;
  readonly configPath: string | null;
  /** True where the caller says where requests go, or it is this machine: then no config is needed to know. */
  readonly namesEndpoint: boolean;
}

/** Both sides as read, and the config that decides. */
export interface Sides {
  readonly base: Side;
  readonly candidate: Side;
  readonly decidingTree: Tree;
  readonly decidingConfig: Config | null;
  /** What is wrong in main's config, which was read; null where it can be used. */
  readonly brokenBase: string | null;
  /** Budgets and models of the deciding side, endpoint of the default branch; the suites are those of the sides. */
  readonly config: Config;
  /** What of the deciding settings a change touches, a sentence each. */
  readonly notices: readonly string[];
  readonly warnings: readonly Problem[];
}

/** A config as read; `broken` is set where the file is there and cannot be used. */
interface ConfigReading {
  readonly config: Config | null;
  readonly warnings: readonly Problem[];
  readonly broken: UserError | null;
}

/** Reads the configs of both sides and decides what comes from where. Throws a UserError for a candidate's config that cannot be used; main's own mistake is `brokenBase`, since it must not keep its repair from being merged. What cannot be read is a ReadFault on either side. */
export async function readSides(repository: Repository, request: ChangeRequest): Promise<Sides> {
  const { base, candidate, decidingTree, defaultTree, configPath } = request;
  const read = (tree: Tree) => readConfig(repository, tree, configPath);
  const [deciding, proposed, defaults] = await Promise.all([
    read(decidingTree),
    read(candidate.tree),
    read(defaultTree),
  ]);
  const changed = proposed.broken === null ? [] : listChangedPaths(base.tree, candidate.tree);
  if (
    proposed.broken !== null &&
    (deciding.broken === null || changed.some((path) => concernsGate(path, configPath)))
  ) {
    throw proposed.broken;
  }
  if (defaults.broken !== null && deciding.broken === null && !request.namesEndpoint)
    throw unknownEndpoint(defaults.broken);
  if (configPath !== null && deciding.config === null && deciding.broken === null && proposed.config === null) {
    throw missingConfig(configPath);
  }
  const { config, notes } = mergeTrusted({
    base: deciding.config,
    candidate: proposed.config,
    defaultBranch: defaults.config,
  });
  const found = await discoverSuites(
    repository,
    { tree: base.tree, config: deciding.config },
    { tree: candidate.tree, config: proposed.config },
  );
  // What a broken config leaves to discovery is not known: main's gated nothing.
  const gating = deciding.broken === null ? [...config.suites, ...found.base] : [];
  const coming = proposed.broken === null ? [...(proposed.config?.suites ?? []), ...found.candidate] : [];
  // Each side's globs also choose on the other side.
  const all = [...gating, ...coming];
  const [before, after] = await Promise.all([
    readDependencies(repository, base.tree, all),
    readDependencies(repository, candidate.tree, all),
  ]);
  return {
    base: { ...base, config: deciding.config, suites: gating, dependencies: before },
    candidate: { ...candidate, config: proposed.config, suites: coming, dependencies: after },
    decidingTree,
    decidingConfig: deciding.config,
    brokenBase:
      deciding.broken === null || proposed.broken !== null ? null : summariseProblems(deciding.broken.problems),
    config,
    notices: [
      ...(deciding.broken === null ? [] : [explainBroken(base.label, deciding.broken, proposed.broken === null)]),
      ...(proposed.config !== null || configPath !== null
        ? []
        : listStrayConfigs(candidate.tree).slice(0, 3).map(explainStray)),
      ...notes,
    ],
    warnings: proposed.warnings,
  };
}

/** Reads the config file of a tree that stands alone, if it has one; one that is asked for must be there. */
export async function readOwnConfig(repository: Repository, tree: Tree, asked: string | null): Promise<ConfigReading> {
  const reading = await readConfig(repository, tree, asked);
  const isMissing = asked !== null && reading.config === null && reading.broken === null;
  return isMissing ? { ...reading, broken: missingConfig(asked) } : reading;
}

/** One tree as both sides: its own prompts under its own config, or the built-in one. Throws a UserError for a config that cannot be used. */
export async function readOneSide(
  repository: Repository,
  tree: Tree,
  label: string,
  configPath: string | null,
): Promise<Sides> {
  const { config, warnings, broken } = await readOwnConfig(repository, tree, configPath);
  if (broken !== null) throw broken;
  const configured = { tree, config };
  const found = await discoverSuites(repository, configured, configured);
  const suites = [...(config?.suites ?? []), ...found.base];
  const side = { label, tree, config, suites, dependencies: await readDependencies(repository, tree, suites) };
  return {
    base: side,
    candidate: side,
    decidingTree: tree,
    decidingConfig: config,
    brokenBase: null,
    config: config ?? builtInConfig,
    notices: [],
    warnings,
  };
}

/** True for a config, and for what a format reads as a prompt. */
function concernsGate(path: string, asked: string | null): boolean {
  return (asked === null ? isConfigPath(path) : path === asked) || isReadAsPrompt(path);
}

function unknownEndpoint(broken: UserError): UserError {
  const message = `The config of the default branch cannot be used, so that nothing says where requests go: ${summariseProblems(broken.problems)}.`;
  return UserError.of(message, 'Mend it, or set the input base-url.');
}

/** Where the title names the mistake already, it is still to be told whose it is and how it is mended. */
function explainBroken(label: string, { message, problems }: UserError, isNamed: boolean): string {
  if (!isNamed) return `the config of ${label} cannot be used, so nothing is gated: ${message}`;
  const hints = [...new Set(problems.map(({ hint }) => hint))].slice(0, 3).join(' ');
  return `that is ${label}'s own config, not this change's. ${hints}`.trimEnd();
}

function explainStray(path: string): string {
  return `${path} is not read: name it with the input config`;
}

function missingConfig(path: string): UserError {
  return UserError.of(`The config file ${path} does not exist.`, 'Correct the input config, or commit the file.');
}

/** A config with a mistake in it is told together with the files that it names in vain. */
function parseWhole(file: SourceFile, tree: Tree): ReturnType<typeof parseConfig> {
  const problems: Problem[] = [];
  const parsed = collectProblems(problems, () => parseConfig(file));
  if (parsed === null)
    throw new UserError([...problems, ...findEmptyGlobs(file, tree), ...findMissingFiles(file, tree)]);
  return parsed;
}

async function readConfig(repository: Repository, tree: Tree, asked: string | null): Promise<ConfigReading> {
  try {
    const path = selectConfigPath(tree, asked);
    if (path === null) return { config: null, warnings: [], broken: null };
    const file = (await readFiles(repository, tree, [path])).get(path) as SourceFile;
    return { ...parseWhole(file, tree), broken: null };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { config: null, warnings: [], broken: error };
  }
}
