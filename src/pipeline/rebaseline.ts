import { renderChangelogLine } from '../baseline/changelog-line.ts';
import { renderBaseline } from '../baseline/stored-baseline.ts';
import { buildProblem, type Problem, ReportedError, UserError } from '../errors.ts';
import type { RunContext } from '../execute/local-driver.ts';
import type { BranchStore } from '../ports.ts';
import { renderBaselineEntry } from '../report/baseline-entry.ts';
import type { BaselineReport } from '../report/baseline-report.ts';
import { buildResult, decideWork } from '../report/result-document.ts';
import { createLedger } from '../run/ledger.ts';
import type { SuiteSelection } from '../select/select-suites.ts';
import { throwProblems } from '../text/problems.ts';
import { drawSuite, readSuite, type SuiteOutcome } from './baseline-suite.ts';
import { openRunContext } from './call-context.ts';
import { askedModels, type Origin } from './origin.ts';
import type { RebaselineRequest } from './rebaseline-request.ts';
import type { World } from './world.ts';

/** Evaluates main's prompts suite by suite and writes every complete suite's baseline in one commit. An incomplete suite keeps its old baseline and turns the result red. */
export async function rebaseline(
  world: World,
  request: RebaselineRequest,
  origin: Origin = askedModels,
): Promise<BaselineReport> {
  const { sides, selections } = await origin.selectTree(world, request);
  const { config } = sides;
  const { baselines: store } = world;
  if (store === null) {
    throw UserError.of('There is no place to keep a baseline.', 'Run this inside a git repository.');
  }
  if (selections.length === 0) {
    throw UserError.of(
      'There is no suite to baseline.',
      'Add prompt-assay.yml, or a *.prompt.yml with testData and evaluators. Of a suite with "sources" alone its outputs are kept: docs/outputs.md.',
    );
  }
  if (request.noise) requireTwoSamples(selections);
  const ledger = createLedger(world.openSpool());
  let context: Promise<RunContext> | null = null;
  const hasJudges = config.suites.some(({ metrics }) => metrics.some(({ kind }) => kind === 'judge'));
  // Where nothing changed no endpoint is needed, and no key.
  const open = () => {
    const needs = { answers: origin.draws, judge: hasJudges };
    context ??= openRunContext(world, config, needs, request.fresh, ledger);
    return context;
  };
  const { branch } = config.baseline;
  // All is read, and the right to write is tested, before anything is paid for.
  const readings = await Promise.all(selections.map((one) => readSuite(world, store, request, origin, sides, one)));
  if (!request.dryRun && readings.some((one) => 'plan' in one)) {
    const doubt = await store.requireWritable(branch);
    if (doubt !== null) world.log.warn(doubt);
  }
  const drawn: SuiteOutcome[] = [];
  // One suite after another: an early suite's finished work is written even where a later one fails.
  for (const reading of readings) {
    drawn.push('plan' in reading ? await drawSuite(world, reading, request, { origin, sides, ledger, open }) : reading);
  }
  const { tip, outcomes, refusal } = await writeBaselines(store, branch, drawn, request);
  const errors = [...outcomes.flatMap(({ problems }) => problems), ...refusal];
  return {
    ...decideWork(errors),
    ...buildResult(ledger.calls(), errors),
    commit: request.tree.commit,
    branch,
    tip,
    suites: outcomes.map(({ report }) => report),
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

/** What the branch came to. */
interface Written {
  readonly tip: string | null;
  readonly outcomes: readonly SuiteOutcome[];
  readonly refusal: readonly Problem[];
}

/** Writes all complete suites in one commit; `tip` is null where there is none. Where the branch refuses them they keep their old baselines, and the report still says what they cost. */
async function writeBaselines(
  store: BranchStore,
  branch: string,
  outcomes: readonly SuiteOutcome[],
  request: RebaselineRequest,
): Promise<Written> {
  const written = outcomes.flatMap(({ folder, baseline, previous }) =>
    baseline === null ? [] : [{ folder, baseline, previous }],
  );
  if (written.length === 0) return { tip: null, outcomes, refusal: [] };
  const { who, reason } = request;
  const folders = new Map(written.map(({ folder, baseline }) => [folder, renderBaseline(baseline)]));
  const lines = new Map(
    written.map(({ folder, baseline }) => [`${folder}/changelog.jsonl`, renderChangelogLine(baseline, who, reason)]),
  );
  const entries = written.map(({ baseline, previous }) =>
    renderBaselineEntry({ manifest: baseline.manifest, previous: previous?.manifest ?? null, who, reason }),
  );
  lines.set('CHANGELOG.md', entries.join(''));
  try {
    return { tip: await store.write(branch, folders, describe(request, written.length), lines), outcomes, refusal: [] };
  } catch (error) {
    if (!(error instanceof ReportedError)) throw error;
    return { tip: null, outcomes: outcomes.map(keepUnwritten), refusal: error.problems };
  }
}

function keepUnwritten(outcome: SuiteOutcome): SuiteOutcome {
  if (outcome.baseline === null) return outcome;
  const report = { ...outcome.report, status: 'kept', reason: 'it could not be written' } as const;
  return { ...outcome, report, baseline: null };
}

function describe(request: RebaselineRequest, suites: number): string {
  const what = `Baseline of ${request.tree.commit.slice(0, 7)} (${suites} ${suites === 1 ? 'suite' : 'suites'})`;
  return request.reason === null ? what : `${what}: ${request.reason.replace(/\s+/g, ' ').slice(0, 200)}`;
}
