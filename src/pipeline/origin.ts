import { createLocalDriver, type Driver, type RunContext } from '../execute/local-driver.ts';
import type { CasePart } from '../plan/subset.ts';
import type { SuitePlan } from '../plan/suite-plan.ts';
import type { Tree } from '../ports.ts';
import { loadSuites } from '../read/load-suite.ts';
import { type SelectedChange, selectChange } from '../read/select-change.ts';
import { type ChangeRequest, readOneSide, type Sides } from '../read/sides.ts';
import type { Ledger } from '../run/ledger.ts';
import { isForOutputs, type SuiteSelection, selectSuites } from '../select/select-suites.ts';
import type { World } from './world.ts';

/** One tree that stands alone, as a baseline run has it. */
export interface LoneTree {
  readonly tree: Tree;
  readonly label: string;
  readonly configPath: string | null;
}

/** Where the outputs of a run come from, and with that how its suites are chosen and read. */
export interface Origin {
  /** True where models are asked for the outputs; else nothing but judges is asked. */
  readonly draws: boolean;
  /** Both sides of a change, and the suites that it touches. */
  selectChange(world: World, request: ChangeRequest): Promise<SelectedChange>;
  /** The suites of one tree. */
  selectTree(world: World, tree: LoneTree): Promise<SelectedChange>;
  load(
    world: World,
    selections: readonly SuiteSelection[],
    sides: Sides,
    part: CasePart | null,
  ): Promise<readonly SuitePlan[]>;
  /** The driver that draws, scores and judges. */
  openDriver(
    world: World,
    suites: readonly SuitePlan[],
    sides: Sides,
    ledger: Ledger,
    context: RunContext,
  ): Promise<Driver>;
  /** Which outputs a look at a suite is at, to be compared with an earlier one; null where every look draws its own. */
  identifyLook(world: World, sides: Sides, suite: SuitePlan, earlier?: string): Promise<string | null>;
  /** What is to be told of where the outputs come from; null where it goes without saying. */
  readonly note: string | null;
  /** Samples a case that a stored baseline of a suite takes. */
  countStored(world: World, sides: Sides, suite: SuitePlan): Promise<number>;
}

/** Models answer: the prompts stand in files of the repository. */
export const askedModels: Origin = {
  draws: true,
  selectChange: ({ repository }, request) => selectChange(repository, request),
  selectTree: async ({ repository }, { tree, label, configPath }) => {
    const sides = await readOneSide(repository, tree, label, configPath);
    const selections = selectSuites(sides.base, sides.candidate);
    return { sides, selections: selections.filter(({ suite }) => !isForOutputs(suite)) };
  },
  load: ({ repository }, selections, sides, part) => loadSuites(repository, selections, sides, part),
  openDriver: async (_world, suites, _sides, ledger, context) => createLocalDriver(suites, ledger, context),
  identifyLook: async () => null,
  note: null,
  countStored: async (_world, _sides, { config: { baseline } }) => baseline.samples,
};
