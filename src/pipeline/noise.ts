import { listNoise } from '../conclude/noise.ts';
import { type Problem, UserError } from '../errors.ts';
import { addScoredSamples, drawSamples, emptySession, type Session, type SessionContext } from '../execute/session.ts';
import { isPairwise } from '../plan/metric.ts';
import { limitCases } from '../plan/subset.ts';
import { hasJudges, type SuitePlan } from '../plan/suite-plan.ts';
import type { Wanted } from '../plan/wanted.ts';
import type { Tree } from '../ports.ts';
import { loadSuite } from '../read/load-suite.ts';
import { readOneSide, type Sides } from '../read/sides.ts';
import type { NoiseReport } from '../report/noise-report.ts';
import type { CallRecord } from '../run/records.ts';
import { addDollars, countCalls } from '../run/totals.ts';
import { tabulateScores } from '../scores/tabulate.ts';
import { type SuiteSelection, selectSuites } from '../select/select-suites.ts';
import { toolVersion } from '../version.ts';
import { createAllowance } from './allowance.ts';
import { openSessionContext } from './call-context.ts';
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
  const selections = selectSuites(sides.base, sides.candidate);
  if (selections.length === 0) {
    throw UserError.of('There is no suite to measure.', 'Add prompt-assay.yml, or a prompt file with its own rows.');
  }
  const plans = await loadSuites(world, selections, sides, caseLimit);
  const journal: CallRecord[] = [];
  const wanted = plans.flatMap((plan) => wantDraws(plan, samples));
  createAllowance(config, journal, world.log).require(wanted);
  const context = await openSessionContext(world, config, plans.some(hasJudges), request.fresh, journal);
  const drawn = await drawSamples(emptySession, wanted, context);
  refuseSilence(drawn);
  const session = await judgePairs(drawn, context);
  const table = tabulateScores(session.scores);
  const totals = countCalls(journal);
  return {
    toolVersion,
    commit: tree.commit,
    samples,
    metrics: plans.flatMap((plan) => listNoise(plan, table, 'base')),
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

/** Where nothing was answered there is no noise to tell of, and no zero either. */
function refuseSilence({ samples }: Session): void {
  const results = samples.map(({ result }) => result);
  const missing = results.flatMap((result) => (result.status === 'answered' ? [] : [result.reason]));
  if (missing.length < results.length) return;
  throw UserError.of(
    `No answer came: ${missing[0] ?? 'nothing was asked'}`,
    'Mend the endpoint, the key or the model, then run it again.',
  );
}

/** Asks the judges of pairs about the first two draws of each case, the second in the candidate's place. */
async function judgePairs(session: Session, context: SessionContext): Promise<Session> {
  const second = session.samples
    .filter(({ prompt, sample }) => sample === 1 && prompt.metrics.some(isPairwise))
    .map((drawn) => ({ ...drawn, arm: 'candidate' as const, sample: 0 }));
  return second.length === 0 ? session : addScoredSamples(session, second, [], context);
}

function wantDraws(plan: SuitePlan, count: number): readonly Wanted[] {
  const samples = Array.from({ length: count }, (_, sample) => sample);
  return plan.prompts.flatMap((prompt) =>
    prompt.cases.flatMap((row) => samples.map((sample): Wanted => ({ prompt, case: row, arm: 'base', sample }))),
  );
}
