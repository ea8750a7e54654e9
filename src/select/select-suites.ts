import { checkDependencies } from '../checks/registry.ts';
import type { Config, SuiteConfig } from '../config/config.ts';
import { underBuiltInGate } from '../config/default-config.ts';
import { withoutPlaces } from '../config/place.ts';
import { contentHash } from '../json.ts';
import { judgeDependencies } from '../judges/registry.ts';
import type { Tree } from '../ports.ts';
import { hashQuestion, modelsOf, type Question } from './content-key.ts';
import { buildMatcher, selectPaths } from './globs.ts';
import { anyFile, listDependencies, type Side } from './side.ts';

/** A suite and why it runs or does not. */
export interface SuiteSelection {
  /** The suite as its deciding side defines it. */
  readonly suite: SuiteConfig;
  /** The suite as the candidate's config defines it; null where the candidate has no such suite. */
  readonly proposed: SuiteConfig | null;
  /** False for a suite that only the candidate has: nothing of it may gate yet. */
  readonly mayGate: boolean;
  readonly affected: boolean;
  readonly reason: string;
  readonly basePrompts: readonly string[];
  readonly candidatePrompts: readonly string[];
  /** Why the suite gated nothing on main although it will after the merge; null where it gated. */
  readonly wasDead: string | null;
  /** The base's prompts that stay and that no suite gates once this is merged: the path of a whole file, or the address of one of its prompts. */
  readonly dropped: readonly string[];
  /** The addresses of other suites' prompts that continue some of the base's, and are compared here. */
  readonly followed: readonly string[];
  /** The base's prompts that nothing continues, by path, each with the file that may have come in its place, if any. */
  readonly lost: ReadonlyMap<string, string | null>;
  /** Identity of the question this suite asks, over the content of both sides. */
  readonly contentKey: string;
}

/** Files other than prompts that a suite reads: datasets, rubrics, schemas, calibrations. */
export function listSuiteFiles(suite: SuiteConfig): readonly string[] {
  const dataset = suite.dataset?.kind === 'files' ? suite.dataset.paths : [];
  const metrics = suite.metrics.flatMap((metric) => {
    if (metric.kind === 'check') return checkDependencies(metric);
    return metric.kind === 'judge' ? judgeDependencies(metric) : [];
  });
  return [...new Set([...dataset, ...metrics])].sort();
}

/** True for a suite whose outputs an application alone makes: only the mode that takes those judges it. */
export function isForOutputs({ prompts }: Pick<SuiteConfig, 'prompts'>): boolean {
  return prompts.length === 0;
}

/** The suite as the mode that takes supplied outputs sees it: the application's code is what prompts are elsewhere; without `sources` it may be any file. */
export function asApplication(suite: SuiteConfig): SuiteConfig {
  const sources = suite.sources.length === 0 ? [anyFile] : suite.sources;
  return { ...suite, sources, prompts: sources };
}

/** True for a suite that is seen so. */
export function isAsApplication({ prompts, sources }: Pick<SuiteConfig, 'prompts' | 'sources'>): boolean {
  return prompts === sources;
}

/** Decides by content hashes which suites a change affects: the base's, and after them those that only the candidate has. `config` decides, and its files are read from `decidingTree`. */
export function selectSuites(
  base: Side,
  candidate: Side,
  config: Config | null = base.config,
  decidingTree: Tree = base.tree,
): readonly SuiteSelection[] {
  const proposals = new Map(candidate.suites.map((suite) => [suite.name, suite]));
  const known = new Set(base.suites.map((suite) => suite.name));
  const added = candidate.suites.filter((suite) => !known.has(suite.name)).map(underBuiltInGate);
  const staysGated = buildMatcher(candidate.suites.flatMap(({ prompts }) => prompts));
  const select = (suite: SuiteConfig, proposed: SuiteConfig | null, mayGate: boolean) =>
    selectSuite({ base, candidate, decidingTree, config, suite, proposed, mayGate }, staysGated);
  return [
    ...base.suites.map((suite) => select(suite, proposals.get(suite.name) ?? null, true)),
    ...added.map((suite) => select(suite, suite, false)),
  ];
}

function selectSuite(
  asked: Omit<Question, 'basePrompts' | 'candidatePrompts' | 'files'>,
  staysGated: (path: string) => boolean,
): SuiteSelection {
  const { base, candidate, suite, proposed, mayGate } = asked;
  const basePrompts = selectPaths(base.tree, suite.prompts);
  // Its own list chooses what is gated, the candidate's what takes the place of that.
  const candidatePrompts = selectPaths(candidate.tree, [...suite.prompts, ...(proposed?.prompts ?? [])]);
  const files = [...new Set([...listSuiteFiles(suite), ...(proposed === null ? [] : listSuiteFiles(proposed))])].sort();
  const before = digestSide(base, mayGate ? suite : null, basePrompts, files);
  const after = digestSide(candidate, proposed, candidatePrompts, files);
  const changed = before.flatMap((part, index) => (part.hash === after[index]?.hash ? [] : [part.name]));
  const isElsewhere = isForOutputs(suite);
  return {
    suite,
    proposed,
    mayGate,
    affected: changed.length > 0 && !isElsewhere,
    reason: isElsewhere
      ? 'an application makes its outputs: `mode: outputs` judges it'
      : changed.length > 0
        ? `${changed.join(' and ')} changed`
        : 'nothing it depends on changed',
    basePrompts,
    candidatePrompts,
    wasDead: null,
    dropped: basePrompts.filter((path) => candidate.tree.entries.has(path) && !staysGated(path)),
    followed: [],
    lost: new Map(),
    contentKey: hashQuestion({ ...asked, basePrompts, candidatePrompts, files }),
  };
}

interface DigestPart {
  readonly name: string;
  readonly hash: string;
}

function digestSide(
  side: Side,
  suite: SuiteConfig | null,
  prompts: readonly string[],
  files: readonly string[],
): readonly DigestPart[] {
  const hashes = (paths: readonly string[]) => paths.map((path) => [path, side.tree.entries.get(path)?.hash ?? null]);
  return [
    {
      name: suite !== null && isAsApplication(suite) ? 'what makes its outputs' : 'a prompt',
      hash: contentHash(hashes(prompts)),
    },
    { name: 'what a prompt includes', hash: contentHash(hashes(listDependencies(side, prompts))) },
    { name: 'a dataset, rubric or schema', hash: contentHash(hashes(files)) },
    {
      name: 'its config',
      hash: contentHash([withoutPlaces(suite), modelsOf(side.config)]),
    },
  ];
}
