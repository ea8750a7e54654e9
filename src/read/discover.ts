import type { Config, SuiteConfig } from '../config/config.ts';
import { buildPromptSuite, defaultBaseline } from '../config/default-config.ts';
import { type Problem, UserError } from '../errors.ts';
import { canonicalJson } from '../json.ts';
import type { Repository, Tree } from '../ports.ts';
import { promptFormats } from '../prompts/formats.ts';
import { buildMatcher, selectPaths } from '../select/globs.ts';
import { readPrompts } from './read-prompts.ts';
import { findOwnReading } from './readings.ts';

const promptGlobs = promptFormats.flatMap(({ standingAlone }) => standingAlone);

/** A tree and the config that is in force on it. */
export interface ConfiguredTree {
  readonly tree: Tree;
  readonly config: Config | null;
}

/** The suites that prompt files with rows and metrics are of themselves, for either side. */
export interface DiscoveredSuites {
  /** By the base's config: of what stands alone on either side. */
  readonly base: readonly SuiteConfig[];
  /** By the candidate's config: of what stands alone there. */
  readonly candidate: readonly SuiteConfig[];
}

/** Finds the prompt files that stand alone and match no suite of a side's config. A file that the candidate breaks counts, so that its mistake is said; one that is the same on both sides, under the same settings, is not even read. */
export async function discoverSuites(
  repository: Repository,
  base: ConfiguredTree,
  candidate: ConfiguredTree,
): Promise<DiscoveredSuites> {
  const isFree = { base: buildFilter(base.config), candidate: buildFilter(candidate.config) };
  const all = new Set([...selectPaths(base.tree, promptGlobs), ...selectPaths(candidate.tree, promptGlobs)]);
  const isSameConfig = canonicalJson(settingsOf(base.config)) === canonicalJson(settingsOf(candidate.config));
  const found = await Promise.all(
    [...all].sort().map(async (path) => {
      const before = isFree.base(path);
      const after = isFree.candidate(path);
      if (!before && !after) return { path, before, after };
      const isSame = base.tree.entries.get(path)?.hash === candidate.tree.entries.get(path)?.hash;
      if (base.tree !== candidate.tree && isSame && isSameConfig && before === after) return { path, before, after };
      const isAlone = await standsAlone(repository, candidate.tree, path, true);
      const wasAlone = before && !isAlone && (await standsAlone(repository, base.tree, path, false));
      return { path, before: before && (isAlone || wasAlone), after: after && isAlone };
    }),
  );
  const build = (side: 'before' | 'after', config: Config | null) =>
    found.filter((file) => file[side]).map(({ path }) => buildPromptSuite(path, config?.baseline ?? defaultBaseline));
  return { base: build('before', base.config), candidate: build('after', candidate.config) };
}

/** True for a prompt file with rows and metrics; `otherwise` where it cannot be read. */
export async function standsAlone(
  repository: Repository,
  tree: Tree,
  path: string,
  otherwise: boolean,
): Promise<boolean> {
  try {
    const problems: Problem[] = [];
    const { prompts } = await readPrompts(repository, tree, [path], findOwnReading, problems);
    if (problems.length > 0) return otherwise;
    return prompts.some(({ rows, metrics, unread }) => rows?.length && metrics.length + unread.length > 0);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return otherwise;
  }
}

/** What a config leaves to discovery. */
function buildFilter(config: Config | null): (path: string) => boolean {
  if (config === null) return () => true;
  if (!config.discover) return () => false;
  const isTaken = buildMatcher(config.suites.flatMap(({ prompts }) => prompts));
  return (path) => !isTaken(path);
}

function settingsOf(config: Config | null) {
  if (config === null) return null;
  const { model, judgeModel } = config;
  return [model, judgeModel].map(({ id, api, parameters }) => ({ id, api, parameters }));
}
