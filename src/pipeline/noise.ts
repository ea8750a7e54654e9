import { type Problem, UserError } from '../errors.ts';
import { drawSamples, emptySession } from '../execute/session.ts';
import { measureNoise } from '../gate/noise.ts';
import { limitCases } from '../plan/subset.ts';
import type { PromptPlan, SuitePlan } from '../plan/suite-plan.ts';
import type { Wanted } from '../plan/wanted.ts';
import type { Tree } from '../ports.ts';
import type { NoiseReport, PromptNoise } from '../report/noise-report.ts';
import { buildGated } from '../scores/gated.ts';
import type { CallRecord } from '../scores/records.ts';
import { type ScoreTable, tabulateScores } from '../scores/tabulate.ts';
import { addDollars, countCalls } from '../scores/totals.ts';
import { type SuiteSelection, selectSuites } from '../select/select-suites.ts';
import { toolVersion } from '../version.ts';
import { createAllowance } from './allowance.ts';
import { openSessionContext } from './call-context.ts';
import { loadSuite } from './load-suite.ts';
import { readOneSide, type Sides } from './read-side.ts';
import type { World } from './world.ts';

/** What to measure: a tree's prompts against themselves. */
export interface NoiseRequest {
  readonly tree: Tree;
  readonly label: string;
  readonly configPath: string | null;
  /** Independent draws of each case, at least 2. */
  readonly samples: number;
  readonly caseLimit: number | null;
  readonly fresh: boolean;
}

/** Draws every suite of a tree several times and tells how much it differs from itself: what a gate must not take for a change. Throws a UserError for what the user can mend. */
export async function measureTreeNoise(world: World, request: NoiseRequest): Promise<NoiseReport> {
  const { tree, label, configPath, samples, caseLimit } = request;
  const sides = await readOneSide(world.repository, tree, label, configPath);
  const { config } = sides;
  const selections = selectSuites(sides.base, sides.candidate, config);
  if (selections.length === 0) {
    throw UserError.of('There is no suite to measure.', 'Add prompt-assay.yml, or a prompt file with its own rows.');
  }
  const plans = await loadSuites(world, selections, sides, caseLimit);
  const journal: CallRecord[] = [];
  const wanted = plans.flatMap((plan) => wantDraws(plan, samples));
  createAllowance(config, journal, world.log).require(wanted, false);
  const context = await openSessionContext(world, config, request.fresh, journal);
  const session = await drawSamples(emptySession, wanted, context);
  const table = tabulateScores(session.scores);
  const totals = countCalls(journal);
  return {
    toolVersion,
    commit: tree.commit,
    samples,
    metrics: plans.flatMap((plan) => plan.prompts.flatMap((prompt) => listNoise(plan, prompt, table))),
    calls: totals.calls,
    cacheHits: totals.cacheHits,
    costUsd: addDollars(journal),
    errors: [],
  };
}

/** Every suite; the mistakes of all are reported together. */
async function loadSuites(
  world: World,
  selections: readonly SuiteSelection[],
  sides: Sides,
  caseLimit: number | null,
): Promise<readonly SuitePlan[]> {
  const plans: SuitePlan[] = [];
  const problems: Problem[] = [];
  for (const selection of selections) {
    try {
      const plan = await loadSuite(world.repository, selection, sides);
      plans.push(caseLimit === null ? plan : limitCases(plan, caseLimit));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new UserError(problems);
  return plans;
}

function listNoise(plan: SuitePlan, prompt: PromptPlan, table: ScoreTable): readonly PromptNoise[] {
  return prompt.metrics.map((metric) => ({
    suite: prompt.suite,
    prompt: prompt.id,
    metric: metric.name,
    gates: metric.gates,
    // A judge of pairs has no scores here: one version alone gives it nothing to compare.
    noise: measureNoise(buildGated(plan, prompt, metric, table, 'baseline')),
  }));
}

function wantDraws(plan: SuitePlan, count: number): readonly Wanted[] {
  const samples = Array.from({ length: count }, (_, sample) => sample);
  return plan.prompts.flatMap((prompt) =>
    prompt.cases.flatMap((row) => samples.map((sample): Wanted => ({ prompt, case: row, arm: 'baseline', sample }))),
  );
}
