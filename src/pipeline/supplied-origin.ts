import { baselineFolder } from '../baseline/stored-baseline.ts';
import { UserError } from '../errors.ts';
import { createLocalDriver } from '../execute/local-driver.ts';
import { createSuppliedDriver } from '../execute/supplied-driver.ts';
import type { SupplyFacts } from '../outputs/faults.ts';
import { identifyLook } from '../outputs/first-look.ts';
import { asSupplied } from '../outputs/needed.ts';
import type { SuppliedFiles } from '../outputs/supplied.ts';
import { readSupply, type Supply } from '../outputs/supply.ts';
import { identifyArm } from '../plan/draws.ts';
import { takePart } from '../plan/subset.ts';
import type { SuitePlan } from '../plan/suite-plan.ts';
import { loadSuites } from '../read/load-suite.ts';
import { asOutputs, listApplications } from '../read/load-supplied.ts';
import { readBaseline } from '../read/read-baseline.ts';
import { selectLiving } from '../read/select-change.ts';
import { readOneSide, readSides, type Sides } from '../read/sides.ts';
import { type SuiteSelection, selectSuites } from '../select/select-suites.ts';
import type { Side } from '../select/side.ts';
import { closeSentence, inCode } from '../text/prose.ts';
import type { Origin } from './origin.ts';
import type { World } from './world.ts';

/**
 * An application answers: whoever runs it supplies its outputs. The suites are those with `sources`, the code whose change is
 * judged; the prompts are the names that the outputs bear.
 */
export function createSuppliedOrigin(files: SuppliedFiles, commits: SupplyFacts['commits']): Origin {
  let reading: Promise<Supply> | null = null;
  const read = (world: World, sides: Sides) => {
    const namesOf = ({ suites }: Side) => suites.map(({ name }) => name);
    const suites = { baseline: namesOf(sides.base), candidate: namesOf(sides.candidate) };
    reading ??= readSupply(files, { suites, commits }, world.openSpool());
    return reading;
  };
  return {
    draws: false,
    selectChange: async ({ repository }, request) =>
      selectLiving(repository, requireSuites(asOutputs(await readSides(repository, request)))),
    selectTree: async ({ repository }, { tree, label, configPath }) => {
      const sides = requireSuites(asOutputs(await readOneSide(repository, tree, label, configPath)));
      return { sides, selections: selectSuites(sides.base, sides.candidate) };
    },
    load: async (world, selections, sides, part) => {
      const supply = await read(world, sides);
      const known = new Map(
        await Promise.all(
          selections.map(async (one) => [one, isLone(sides) ? new Map() : await readNames(world, sides, one)] as const),
        ),
      );
      const plans = await loadSuites(world.repository, selections, sides, null, (selection) =>
        listApplications(selection, sides, supply, known.get(selection) ?? new Map()),
      );
      for (const plan of plans) supply.refuseUnknown(plan.config.name, listRows(plan));
      const told = plans.map((plan, index) => ({
        ...plan,
        warnings: [...plan.warnings, ...(index === 0 ? supply.warnings : [])],
      }));
      return part === null ? told : takePart(told, part);
    },
    openDriver: async (world, suites, sides, ledger, context) => {
      const local = createLocalDriver(suites, ledger, context);
      return createSuppliedDriver(suites, ledger, await read(world, sides), world.clock, local);
    },
    identifyLook: async (world, sides, plan, earlier) => identifyLook(await read(world, sides), plan, earlier),
    note: describeFiles(files),
    countStored: async (world, sides, plan) => countWhole(await read(world, sides), plan),
  };
}

function describeFiles({ candidate, baseline }: SuppliedFiles): string {
  const names = [baseline, candidate].flatMap((file) => (file === null ? [] : [inCode(file.path)]));
  return `outputs supplied by the workflow (${names.join(', ')}): nothing was drawn here`;
}

/** Without a suite nothing would ever be judged; what the sides say of their configs may be why. */
function requireSuites(sides: Sides): Sides {
  if (sides.base.suites.length + sides.candidate.suites.length > 0 || sides.brokenBase !== null) return sides;
  throw UserError.of(
    closeSentence(['There is no suite that outputs could be of', ...sides.notices].join('; ')),
    'Write prompt-assay.yml with a suite that has "sources", globs of the code that makes the outputs, and a dataset.',
  );
}

/** True for a tree that stands alone: it is what the stored baseline is made of. */
function isLone({ base, candidate }: Sides): boolean {
  return base === candidate;
}

/** The versions of the prompts that a suite's stored baseline knows, by name; none where there is no baseline that can be read: what is to be compared then has to be supplied. */
async function readNames(
  world: World,
  { config }: Sides,
  { suite }: SuiteSelection,
): Promise<ReadonlyMap<string, string>> {
  if (world.baselines === null) return new Map();
  try {
    const folder = baselineFolder(config.path, suite.name);
    const stored = await readBaseline(world.baselines, suite.baseline.branch, folder);
    return new Map(Object.entries(stored?.manifest.prompts ?? {}).map(([name, { version }]) => [name, version]));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return new Map();
  }
}

/** The rows of both sides that outputs may answer. */
function listRows(plan: SuitePlan): ReadonlySet<string> {
  const planned = plan.prompts.flatMap(({ cases }) => cases.map(({ id }) => id));
  return new Set([...planned, ...plan.addedCases, ...plan.editedCases, ...plan.removedCases]);
}

/** As many samples a case as every case has, at most as many as the suite's baseline takes, and one at least: what is missing is then named. */
function countWhole(supply: Supply, { prompts, config }: SuitePlan): number {
  const counts = prompts.flatMap((prompt) =>
    prompt.cases.map((row) => {
      const key = { ...identifyArm(prompt, 'stored'), unit: 'case', case: row.id } as const;
      return supply.count(asSupplied(prompt, key));
    }),
  );
  return Math.max(1, Math.min(config.baseline.samples, ...counts));
}
