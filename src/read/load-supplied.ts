import type { SuppliedSide } from '../outputs/supplied.ts';
import type { Supply } from '../outputs/supply.ts';
import type { SuitePlan } from '../plan/suite-plan.ts';
import type { Repository } from '../ports.ts';
import { buildApplication } from '../prompts/application.ts';
import type { Prompt } from '../prompts/prompt.ts';
import { asApplication, isAsApplication, isForOutputs, type SuiteSelection } from '../select/select-suites.ts';
import type { Side } from '../select/side.ts';
import { type Applications, loadSuite } from './load-suite.ts';
import type { Sides } from './sides.ts';

/** The key of a config in the mode that takes supplied outputs: its baselines and its comment are its own. */
export function keyOfOutputs(configPath: string): string {
  return `${configPath}#outputs`;
}

/** The sides as the mode that takes supplied outputs sees them: the suites with `sources`; where there is none on either side, all that the configs have. */
export function asOutputs(sides: Sides): Sides {
  const { base, candidate, config } = sides;
  const isNamed = [base, candidate].some((side) => listWritten(side).some(({ sources }) => sources.length > 0));
  const see = (side: Side): Side => ({
    ...side,
    suites: listWritten(side)
      .filter(({ sources }) => !isNamed || sources.length > 0)
      .map(asApplication),
    dependencies: new Map(),
  });
  return {
    ...sides,
    base: see(base),
    candidate: see(candidate),
    config: { ...config, path: keyOfOutputs(config.path) },
  };
}

/** Prompt files that stand alone are no application's. */
function listWritten({ suites, config }: Side): Side['suites'] {
  const names = new Set(config?.suites.map(({ name }) => name));
  return suites.filter(({ name }) => names.has(name));
}

/** What was answered of one suite, as prompts; the names that main has besides come from its stored baseline. */
export function listApplications(
  { suite: { name }, mayGate, basePrompts, candidatePrompts }: SuiteSelection,
  { base, candidate }: Sides,
  supply: Supply,
  storedNames: readonly string[],
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
  // An application that answered nothing at all is still asked about: what is missing is to be named.
  const asked = answered.length > 0 ? answered : known.length > 0 ? known : [name];
  const before = storedNames.length > 0 ? storedNames : asked;
  return {
    base: build('baseline', base, basePrompts, known.length > 0 || !mayGate ? [] : before),
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
