import { listNoise } from '../conclude/noise.ts';
import { proposeDesigns, type Wish } from '../conclude/noise-plans.ts';
import { UserError } from '../errors.ts';
import { driveWork } from '../execute/drive.ts';
import { createLocalDriver } from '../execute/local-driver.ts';
import { type Draws, identifyArm } from '../plan/draws.ts';
import type { CasePart } from '../plan/subset.ts';
import { hasJudges, type PromptPlan, type SuitePlan } from '../plan/suite-plan.ts';
import type { Tree } from '../ports.ts';
import { loadSuites } from '../read/load-suite.ts';
import type { NoiseReport } from '../report/noise-report.ts';
import { buildResult } from '../report/result-document.ts';
import { nextWork } from '../rounds/next-work.ts';
import { createLedger, type Ledger } from '../run/ledger.ts';
import { listSamples } from '../scores/read.ts';
import { requireBudget } from './allowance.ts';
import { openRunContext } from './call-context.ts';
import { askedModels } from './origin.ts';
import { recordNoise } from './record-noise.ts';
import type { World } from './world.ts';

/** What to measure: a tree's prompts against themselves. */
export interface NoiseRequest {
  readonly tree: Tree;
  readonly label: string;
  readonly configPath: string | null;
  /** Independent draws of each case, at least 2. */
  readonly samples: number;
  /** A part of the cases; null draws all. */
  readonly part: CasePart | null;
  readonly fresh: boolean;
  /** False where the answers are not a model's of today, as of a replay: their scores are not recorded. */
  readonly records: boolean;
  readonly wish: Wish;
}

/** Draws every suite of a tree several times and tells how much it differs from itself: what a gate must not take for a change. Throws a UserError for what the user can mend. */
export async function measureTreeNoise(world: World, request: NoiseRequest): Promise<NoiseReport> {
  const { tree, samples, part } = request;
  const { sides, selections } = await askedModels.selectTree(world, request);
  const { config } = sides;
  if (selections.length === 0) {
    throw UserError.of('There is no suite to measure.', 'Add prompt-assay.yml, or a prompt file with its own rows.');
  }
  const suites = await loadSuites(world.repository, selections, sides, part);
  const ledger = createLedger(world.openSpool());
  const draws = () => suites.flatMap(({ prompts }) => prompts.flatMap((prompt) => listDraws(prompt, samples)));
  requireBudget(config, ledger.calls(), draws(), world.log);
  const context = await openRunContext(
    world,
    config,
    { answers: true, judge: suites.some(hasJudges) },
    request.fresh,
    ledger,
  );
  const driver = createLocalDriver(suites, ledger, context);
  await driveWork(() => nextWork(suites, ledger, draws, 'first-round'), driver);
  refuseSilence(suites, ledger);
  const recorded = request.records && (await recordNoise(world, { tree, samples, sides, selections, suites, ledger }));
  const pairing = suites.map(keepPairs);
  putSecondBeside(pairing, ledger);
  await driveWork(() => nextWork(pairing, ledger, () => [], 'first-round'), driver);
  return {
    ...buildResult(ledger.calls(), []),
    commit: tree.commit,
    samples,
    metrics: suites.flatMap((plan) => listNoise(plan, ledger)),
    proposals: suites.map((plan) => proposeDesigns(plan, ledger, config, samples, request.wish)),
    recorded,
  };
}

/** Where nothing was answered there is no noise to tell of, and no zero either. */
function refuseSilence(suites: readonly SuitePlan[], ledger: Ledger): void {
  const drawn = suites.flatMap(({ prompts }) => prompts.flatMap((prompt) => listSamples(ledger, prompt, 'stored')));
  const missing = drawn.flatMap(({ result }) => (result.status === 'answered' ? [] : [result.reason]));
  if (missing.length < drawn.length) return;
  throw UserError.of(
    `No answer came: ${missing[0] ?? 'nothing was asked'}`,
    'Mend the endpoint, the key or the model, then run it again.',
  );
}

/** The suites as far as judges of pairs go. */
function keepPairs(plan: SuitePlan): SuitePlan {
  const prompts = plan.prompts.map((prompt) => ({
    ...prompt,
    metrics: prompt.metrics.filter(({ needs }) => needs === 'pair'),
  }));
  return { ...plan, prompts: prompts.filter(({ metrics }) => metrics.length > 0) };
}

/** Puts the second draw of each case in the candidate's place: judges of pairs are asked about the first two. */
function putSecondBeside(suites: readonly SuitePlan[], ledger: Ledger): void {
  for (const prompt of suites.flatMap(({ prompts }) => prompts)) {
    for (const sample of listSamples(ledger, prompt, 'stored', 1)) {
      const record = { ...ledger.recordOf(sample), ...identifyArm(prompt, 'candidate'), sample: 0 };
      ledger.append({ kind: 'sample', record });
    }
  }
}

/** Drawn as `stored`: no later comparison may take these draws from the cache for fresh ones of its base side, since they may label its cases. */
function listDraws(prompt: PromptPlan, count: number): readonly Draws[] {
  return prompt.cases.map((row) => ({ prompt, case: row, arms: ['stored'], from: 0, to: count }));
}
