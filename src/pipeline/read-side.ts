import type { Config, SuiteConfig } from '../config/config.ts';
import { builtInConfig } from '../config/default-config.ts';
import { parseConfig } from '../config/parse-config.ts';
import { mergeTrusted } from '../config/trust.ts';
import { type Problem, summariseProblems, UserError } from '../errors.ts';
import type { Repository, Tree } from '../ports.ts';
import { type Side, selectConfigPath } from '../select/side.ts';
import type { SourceFile } from '../text/source-file.ts';
import { discoverSuites } from './discover.ts';
import type { EvaluateRequest, LabelledTree } from './evaluate-request.ts';
import { readFiles } from './read-files.ts';

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
export async function readSides(repository: Repository, request: EvaluateRequest): Promise<Sides> {
  const { base, candidate, decidingTree, defaultTree, configPath } = request;
  const read = (tree: Tree) => readConfig(repository, tree, configPath);
  const [deciding, proposed, defaults] = await Promise.all([
    read(decidingTree),
    read(candidate.tree),
    read(defaultTree),
  ]);
  if (proposed.broken !== null) throw proposed.broken;
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
  return {
    base: buildSide(base, deciding.config, config.suites, found.base),
    candidate: buildSide(candidate, proposed.config, proposed.config?.suites ?? [], found.candidate),
    decidingTree,
    decidingConfig: deciding.config,
    brokenBase: deciding.broken === null ? null : summariseProblems(deciding.broken.problems),
    config,
    notices: [
      ...(deciding.broken === null ? [] : [`the config of ${base.label} cannot be used: ${deciding.broken.message}`]),
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
  const side = buildSide({ label, tree }, config, config?.suites ?? [], found.base);
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

function buildSide(
  { label, tree }: LabelledTree,
  config: Config | null,
  written: readonly SuiteConfig[],
  found: readonly SuiteConfig[],
): Side {
  return { label, tree, config, suites: [...written, ...found] };
}

function missingConfig(path: string): UserError {
  return UserError.of(`The config file ${path} does not exist.`, 'Correct the setting config, or commit the file.');
}

async function readConfig(repository: Repository, tree: Tree, asked: string | null): Promise<ConfigReading> {
  try {
    const path = selectConfigPath(tree, asked);
    if (path === null) return { config: null, warnings: [], broken: null };
    const files = await readFiles(repository, tree, [path]);
    return { ...parseConfig(files.get(path) as SourceFile), broken: null };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { config: null, warnings: [], broken: error };
  }
}
