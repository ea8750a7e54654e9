import type { SuppliedSide } from '../outputs/supplied.ts';
import type { Supply } from '../outputs/supply.ts';
import type { SuitePlan } from '../plan/suite-plan.ts';
import type { Repository } from '../ports.ts';
import { buildApplication } from '../prompts/application.ts';
import type { Prompt } from '../prompts/prompt.ts';
import { versionOf } from '../prompts/resolve.ts';
import { selectPaths } from '../select/globs.ts';
import { asApplication, isAsApplication, isForOutputs, type SuiteSelection } from '../select/select-suites.ts';
import type { Side } from '../select/side.ts';
import { quoteName } from '../text/problems.ts';
import { listFirst } from '../text/prose.ts';
import { type Applications, loadSuite } from './load-suite.ts';
import type { Sides } from './sides.ts';

/** The most names that a sentence lists. */
const maxNamed = 8;

/** The key of a config in the mode that takes supplied outputs: its baselines and its comment are its own. */
export function keyOfOutputs(configPath: string): string {
  return `${configPath}#outputs`;
}

/**
 * The sides as the mode that takes supplied outputs sees them: the suites with `sources`; where a config has none of those, all of
 * it. A change that brings the first `sources` leaves main's suites of no prompt file where they are: nothing else judges them.
 */
export function asOutputs(sides: Sides): Sides {
  const { base, candidate, config } = sides;
  const [isNamed, willBeNamed] = [hasSources(base), hasSources(candidate)];
  const isAll = !isNamed && !willBeNamed;
  const gating = listWritten(base).filter(
    ({ sources, prompts }) => isAll || sources.length > 0 || (!isNamed && selectPaths(base.tree, prompts).length === 0),
  );
  const known = new Set(gating.map(({ name }) => name));
  const coming = listWritten(candidate).filter(({ sources, name }) => isAll || sources.length > 0 || known.has(name));
  const left = isNamed || isAll ? [] : listWritten(base).filter(({ sources }) => sources.length === 0);
  const see = (side: Side, suites: Side['suites']): Side => ({
    ...side,
    suites: suites.map(asApplication),
    dependencies: new Map(),
  });
  return {
    ...sides,
    base: see(base, gating),
    candidate: see(candidate, coming),
    config: { ...config, path: keyOfOutputs(config.path) },
    notices: [...sides.notices, ...explainLeft(left.map(({ name }) => name))],
  };
}

function hasSources(side: Side): boolean {
  return listWritten(side).some(({ sources }) => sources.length > 0);
}

/** Suites without `sources` are judged so only where no other has any. */
function explainLeft(names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  const list = listFirst(names.map(quoteName), maxNamed);
  return [`from this merge on supplied outputs are judged of suites with "sources" alone, which these lack: ${list}`];
}

/** Prompt files that stand alone are no application's. */
function listWritten({ suites, config }: Side): Side['suites'] {
  const names = new Set(config?.suites.map(({ name }) => name));
  return suites.filter(({ name }) => names.has(name));
}

/** What was answered of one suite, as prompts; the names that main has besides come from its stored baseline, where no other is known or the very code of the base bore them (`stored`: versions by name). */
export function listApplications(
  { suite: { name }, mayGate, basePrompts, candidatePrompts }: SuiteSelection,
  { base, candidate }: Sides,
  supply: Supply,
  stored: ReadonlyMap<string, string>,
): Applications {
  const build = (side: SuppliedSide, { tree }: Side, paths: readonly string[], others: readonly string[]) => {
    const found = supply.prompts(name, side);
    const sources = new Map(paths.map((path) => [path, tree.entries.get(path)?.hash ?? '']));
    const none = { asked: new Map<string, string>(), model: null };
    const names = [...new Set([...found.keys(), ...others])].sort();
    return names.map((prompt): Prompt => {
      const { asked, model } = found.get(prompt) ?? none;
      return buildApplication(prompt, model, { sources, asked });
    });
  };
  const answered = [...supply.prompts(name, 'candidate').keys()];
  const known = [...supply.prompts(name, 'baseline').keys()];
  const [version = ''] = build('baseline', base, basePrompts, [name]).map(versionOf);
  const kept = [...stored].flatMap(([id, of]) => (known.length === 0 || of === version ? [id] : []));
  const before = mayGate ? [...known, ...kept] : known;
  // An application that answered nothing at all is still asked about: what is missing is to be named.
  const asked = [answered, before, [name]].find((names) => names.length > 0) ?? [];
  return {
    base: build('baseline', base, basePrompts, mayGate && before.length === 0 ? asked : before),
    candidate: build('candidate', candidate, candidatePrompts, asked),
  };
}

/** Reads a suite of one tree without an output; of one that an application answers the rows, checks and judges, under its own name. */
export function loadUnanswered(repository: Repository, selection: SuiteSelection, sides: Sides): Promise<SuitePlan> {
  const { suite } = selection;
  if (!isForOutputs(suite) && !isAsApplication(suite)) return loadSuite(repository, selection, sides);
  const own = [buildApplication(suite.name, null, { sources: new Map(), asked: new Map() })];
  return loadSuite(repository, selection, sides, { base: own, candidate: own });
}
