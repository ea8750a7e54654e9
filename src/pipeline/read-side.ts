import type { Config } from '../config/config.ts';
import { buildDefaultConfig } from '../config/default-config.ts';
import { parseConfig } from '../config/parse-config.ts';
import { mergeTrusted } from '../config/trust.ts';
import { collectProblems, type Problem, summariseProblems, UserError } from '../errors.ts';
import type { Repository, Tree } from '../ports.ts';
import { parsePrompt } from '../prompts/formats.ts';
import { fileEntry, type Side, selectConfigPath, selectPaths } from '../select/side.ts';
import { decodeSourceFile, maxTextBytes, type SourceFile } from '../text/source-file.ts';
import type { EvaluateRequest } from './evaluate-request.ts';

/** Both sides as read, and the config that decides. */
export interface Sides {
  readonly base: Side;
  readonly candidate: Side;
  readonly decidingTree: Tree;
  readonly decidingConfig: Config | null;
  /** What is wrong in main's config, which was read; null where it can be used. */
  readonly brokenBase: string | null;
  /** Gate, metrics and budgets of the deciding side, endpoint of the default branch. */
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
  const trusted = mergeTrusted({ base: deciding.config, candidate: proposed.config, defaultBranch: defaults.config });
  return {
    base: { label: base.label, tree: base.tree, config: deciding.config },
    candidate: { label: candidate.label, tree: candidate.tree, config: proposed.config },
    decidingTree,
    decidingConfig: deciding.config,
    brokenBase: deciding.broken === null ? null : summariseProblems(deciding.broken.problems),
    config: trusted?.config ?? (await buildConfigOfTrees(repository, base.tree, candidate.tree)),
    notices: [
      ...(deciding.broken === null ? [] : [`the config of ${base.label} cannot be used: ${deciding.broken.message}`]),
      ...(trusted?.notes ?? []),
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
  const { config: written, warnings, broken } = await readOwnConfig(repository, tree, configPath);
  if (broken !== null) throw broken;
  const side = { label, tree, config: written };
  return {
    base: side,
    candidate: side,
    decidingTree: tree,
    decidingConfig: written,
    brokenBase: null,
    config: written ?? (await buildConfigOfTrees(repository, tree, tree)),
    notices: [],
    warnings,
  };
}

function missingConfig(path: string): UserError {
  return UserError.of(`The config file ${path} does not exist.`, 'Correct the setting config, or commit the file.');
}

async function readConfig(repository: Repository, tree: Tree, asked: string | null): Promise<ConfigReading> {
  const path = selectConfigPath(tree, asked);
  if (path === null) return { config: null, warnings: [], broken: null };
  try {
    const files = await readFiles(repository, tree, [path]);
    return { ...parseConfig(files.get(path) as SourceFile), broken: null };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { config: null, warnings: [], broken: error };
  }
}

const promptGlobs = ['**/*.prompt.yml', '**/*.prompt.yaml'];

/** The built-in config over the self-contained prompt files of both trees: those with rows and metrics on either side. A file that the candidate breaks counts, so that its mistake is said; one that is the same on both sides is not even read. */
export async function buildConfigOfTrees(repository: Repository, base: Tree, candidate: Tree): Promise<Config> {
  const all = [...new Set([...selectPaths(base, promptGlobs), ...selectPaths(candidate, promptGlobs)])];
  const isOpen = (path: string) =>
    base === candidate || base.entries.get(path)?.hash !== candidate.entries.get(path)?.hash;
  const kept = await Promise.all(
    all.map(
      async (path) =>
        !isOpen(path) ||
        (await isSelfContained(repository, candidate, path, true)) ||
        (await isSelfContained(repository, base, path, false)),
    ),
  );
  return buildDefaultConfig(all.filter((_, index) => kept[index]));
}

/** The prompt files of a tree that are no suite of the built-in config. */
export async function readLoosePrompts(
  repository: Repository,
  tree: Tree,
  config: Config,
): Promise<readonly SourceFile[]> {
  const suites = new Set(config.suites.map(({ name }) => name));
  const paths = selectPaths(tree, promptGlobs).filter((path) => !suites.has(path));
  return [...(await readFiles(repository, tree, paths)).values()];
}

/** True for a prompt file with rows and metrics; `otherwise` where it cannot be read. */
async function isSelfContained(repository: Repository, tree: Tree, path: string, otherwise: boolean): Promise<boolean> {
  try {
    const file = (await readFiles(repository, tree, [path])).get(path);
    if (file === undefined) return false;
    const { rows, metrics } = parsePrompt(file);
    return rows !== null && rows.length > 0 && metrics.length > 0;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return otherwise;
  }
}

/** Reads regular files of a tree as text; a path that the tree lacks is left out. Throws a UserError with every file that cannot be read as text. */
export async function readFiles(
  repository: Repository,
  tree: Tree,
  paths: readonly string[],
  maxBytes = maxTextBytes,
): Promise<ReadonlyMap<string, SourceFile>> {
  const problems: Problem[] = [];
  const entries = paths.flatMap((path) => collectProblems(problems, () => fileEntry(tree, path)) ?? []);
  const blobs = await repository.readBlobs([...new Set(entries.map((entry) => entry.hash))]);
  const files = entries.flatMap((entry) => {
    const bytes = blobs.get(entry.hash);
    if (bytes === undefined) return [];
    const file = collectProblems(problems, () => decodeSourceFile(entry.path, bytes, maxBytes));
    return file === null ? [] : [[entry.path, file] as const];
  });
  if (problems.length > 0) throw new UserError(problems);
  return new Map(files);
}
