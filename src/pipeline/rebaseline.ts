import { buildBaseline } from '../baseline/build-baseline.ts';
import {
  baselineFolder,
  renderBaseline,
  renderChangelogLine,
  type StoredBaseline,
} from '../baseline/stored-baseline.ts';
import { buildProblem, MissingKeyError, type Problem, ReportedError, UserError } from '../errors.ts';
import { drawSamples, emptySession, type SessionContext } from '../execute/session.ts';
import type { SuitePlan } from '../plan/suite-plan.ts';
import type { Wanted } from '../plan/wanted.ts';
import type { BranchStore, Tree } from '../ports.ts';
import { renderBaselineEntry } from '../report/baseline-entry.ts';
import type { BaselineReport, SuiteBaselineReport } from '../report/baseline-report.ts';
import { isAbstention } from '../scores/abstention.ts';
import type { CallRecord } from '../scores/records.ts';
import { tabulateScores } from '../scores/tabulate.ts';
import { addDollars, addMicroUsd, countCalls } from '../scores/totals.ts';
import { type SuiteSelection, selectSuites } from '../select/select-suites.ts';
import { throwProblems } from '../text/problems.ts';
import { toolVersion } from '../version.ts';
import { type Allowance, createAllowance } from './allowance.ts';
import { openSessionContext } from './call-context.ts';
import { listNoise } from './list-noise.ts';
import { loadSuite } from './load-suite.ts';
import { readBaseline } from './read-baseline.ts';
import { readOneSide, type Sides } from './read-side.ts';
import type { World } from './world.ts';

/** What to re-baseline: the default branch's tree, and why, where a person did it on purpose. */
export interface RebaselineRequest {
  readonly tree: Tree;
  readonly label: string;
  readonly configPath: string | null;
  /** Makes this baseline the anchor that later drops are measured from; null leaves the anchor where it is. */
  readonly reason: string | null;
  /** Who asks for it, as people know them; null where that is not known. */
  readonly who: string | null;
  /** True: suites whose content is that of the stored baseline are left alone. */
  readonly onlyChanged: boolean;
  readonly fresh: boolean;
  /** True: says what would be asked, and asks nothing. */
  readonly dryRun: boolean;
  /** True: tells how much the draws of each case differ from each other, which takes no call. */
  readonly noise: boolean;
}

/** Evaluates main's prompts suite by suite and writes every complete suite's baseline in one commit. An incomplete suite keeps its old baseline and turns the result red. */
export async function rebaseline(world: World, request: RebaselineRequest): Promise<BaselineReport> {
  const sides = await readOneSide(world.repository, request.tree, request.label, request.configPath);
  const { config } = sides;
  const { baselines: store } = world;
  if (store === null) {
    throw UserError.of('There is no place to keep a baseline.', 'Run this inside a git repository.');
  }
  const selections = selectSuites(sides.base, sides.candidate);
  if (selections.length === 0) {
    throw UserError.of(
      'There is no suite to baseline.',
      'Add prompt-assay.yml, or a *.prompt.yml with testData and evaluators.',
    );
  }
  if (request.noise) requireTwoSamples(selections);
  const journal: CallRecord[] = [];
  let context: Promise<SessionContext> | null = null;
  const hasJudges = config.suites.some(({ metrics }) => metrics.some(({ kind }) => kind === 'judge'));
  // Where nothing changed no endpoint is needed, and no key.
  const open = () => {
    context ??= openSessionContext(world, config, hasJudges, request.fresh, journal);
    return context;
  };
  const allowance = createAllowance(config, journal, world.log);
  const outcomes: SuiteOutcome[] = [];
  // One suite after another: an early suite's finished work is written even where a later one fails.
  for (const selection of selections) {
    outcomes.push(await baselineSuite(world, store, request, sides, selection, open, allowance));
  }
  const errors = outcomes.flatMap(({ problems }) => problems);
  return {
    verdict: errors.length === 0 ? 'pass' : 'invalid',
    toolVersion,
    commit: request.tree.commit,
    branch: config.baseline.branch,
    tip: await writeBaselines(store, config.baseline.branch, outcomes, request),
    suites: outcomes.map(({ report }) => report),
    ...countCalls(journal),
    costUsd: addDollars(journal),
    errors,
    green: errors.length === 0,
  };
}

/** One draw of a case tells nothing of its noise. */
function requireTwoSamples(selections: readonly SuiteSelection[]): void {
  throwProblems(
    selections
      .filter(({ suite }) => suite.baseline.samples < 2)
      .map(({ suite }) =>
        buildProblem(
          `suite "${suite.name}" takes one sample a case, in which there is no noise to measure.`,
          'Set "baseline.samples" to 2 or more (3 is usual), or leave "noise" out.',
          suite.where,
        ),
      ),
  );
}

/** All complete suites in one commit; null where there is none. */
async function writeBaselines(
  store: BranchStore,
  branch: string,
  outcomes: readonly SuiteOutcome[],
  request: RebaselineRequest,
): Promise<string | null> {
  const written = outcomes.flatMap(({ folder, baseline, previous }) =>
    baseline === null ? [] : [{ folder, baseline, previous }],
  );
  if (written.length === 0) return null;
  const { who, reason } = request;
  const folders = new Map(written.map(({ folder, baseline }) => [folder, renderBaseline(baseline)]));
  const lines = new Map(
    written.map(({ folder, baseline }) => [`${folder}/changelog.jsonl`, renderChangelogLine(baseline, who, reason)]),
  );
  const entries = written.map(({ baseline, previous }) =>
    renderBaselineEntry({ manifest: baseline.manifest, previous: previous?.manifest ?? null, who, reason }),
  );
  lines.set('CHANGELOG.md', entries.join(''));
  return store.write(branch, folders, describe(request, written.length), lines);
}

interface SuiteOutcome {
  readonly folder: string;
  readonly report: SuiteBaselineReport;
  /** Null where nothing is to be written. */
  readonly baseline: StoredBaseline | null;
  /** What that replaces. */
  readonly previous: StoredBaseline | null;
  readonly problems: readonly Problem[];
}

async function baselineSuite(
  world: World,
  store: BranchStore,
  request: RebaselineRequest,
  sides: Sides,
  selection: SuiteSelection,
  open: () => Promise<SessionContext>,
  allowance: Allowance,
): Promise<SuiteOutcome> {
  const { suite, contentKey } = selection;
  const folder = baselineFolder(sides.config.path, suite.name);
  const empty = { name: suite.name, cases: 0, samples: 0, means: {}, costMicroUsd: 0, noise: [] };
  const keep = (status: 'kept' | 'unchanged', reason: string, problems: readonly Problem[]): SuiteOutcome => ({
    folder,
    report: { ...empty, status, reason },
    baseline: null,
    previous: null,
    problems,
  });
  try {
    const previous = await readBaseline(store, suite.baseline.branch, folder);
    if (request.onlyChanged && previous?.manifest.contentKey === contentKey) {
      return keep('unchanged', 'nothing it depends on changed since its baseline', []);
    }
    const plan = await loadSuite(world.repository, selection, sides);
    if (plan.prompts.length === 0) return keep('unchanged', 'it holds no prompt to evaluate', []);
    const wanted = wantBaseline(plan);
    allowance.require(wanted);
    if (request.dryRun) return keep('unchanged', 'dry run, nothing was asked', []);
    const context = await open();
    const { journal } = context.generation;
    const before = journal.length;
    const session = await drawSamples(emptySession, wanted, context);
    const missing = session.scores.filter((record) => record.score === null && !isAbstention(record.reason));
    if (missing.length > 0) {
      const message = `suite ${suite.name}: ${missing.length} scores are missing (${missing[0]?.reason}), so it keeps its old baseline.`;
      const error = UserError.of(
        message,
        'Run it again: what was answered is not paid for twice where a response cache is kept.',
      );
      return keep('kept', 'incomplete', error.problems);
    }
    const costMicroUsd = addMicroUsd(journal.slice(before));
    const date = new Date(world.clock.nowMs()).toISOString();
    const baseline = buildBaseline({
      plan,
      ...session,
      previous,
      contentKey,
      configPath: sides.config.path,
      commit: request.tree.commit,
      date,
      reason: request.reason,
      costMicroUsd,
      dropped: context.judging.dropped,
    });
    const { samples, means } = baseline.manifest;
    const cases = new Set(session.samples.map((sample) => sample.case.id)).size;
    const report: SuiteBaselineReport = {
      name: suite.name,
      status: 'written',
      reason: 'complete',
      cases,
      samples,
      means,
      costMicroUsd,
      noise: request.noise ? listNoise(plan, tabulateScores(session.scores), 'stored') : [],
    };
    return { folder, report, baseline, previous, problems: [] };
  } catch (error) {
    if (!(error instanceof ReportedError) || error instanceof MissingKeyError) throw error;
    return keep('kept', 'it could not be evaluated', error.problems);
  }
}

/** Drawn as `stored`: no later comparison may take these draws from the cache for fresh ones of its base side. */
function wantBaseline(plan: SuitePlan): readonly Wanted[] {
  const samples = Array.from({ length: plan.config.baseline.samples }, (_, sample) => sample);
  return plan.prompts.flatMap((prompt) =>
    prompt.cases.flatMap((row) => samples.map((sample): Wanted => ({ prompt, case: row, arm: 'stored', sample }))),
  );
}

function describe(request: RebaselineRequest, suites: number): string {
  const what = `Baseline of ${request.tree.commit.slice(0, 7)} (${suites} ${suites === 1 ? 'suite' : 'suites'})`;
  return request.reason === null ? what : `${what}: ${request.reason.replace(/\s+/g, ' ').slice(0, 200)}`;
}
