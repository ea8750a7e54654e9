import type { Config, SuiteConfig } from '../config/config.ts';
import { UserError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { listDropped } from '../judges/identity.ts';
import type { Judgement } from '../judges/judge.ts';
import { type LabelKind, type LabelLine, type LabelLines, renderJudgedLabels } from '../judges/labels/lines.ts';
import { type FindCases, needsCase } from '../judges/labels/outputs.ts';
import { compareRetest, mostRetested, type Retest } from '../judges/retest.ts';
import type { Tree } from '../ports.ts';
import type { FoundJudge } from '../read/find-judge.ts';
import { loadUnanswered } from '../read/load-supplied.ts';
import { readOneSide } from '../read/sides.ts';
import type { Ledger } from '../run/ledger.ts';
import { isForOutputs, selectSuites } from '../select/select-suites.ts';
import type { Side } from '../select/side.ts';
import type { SourceFile } from '../text/source-file.ts';
import { openJudgeContext } from './call-context.ts';
import { openTrial } from './label-trial.ts';
import type { World } from './world.ts';

/** Which labelled outputs a judge is to be asked about. */
export interface JudgeLabelsRequest {
  readonly tree: Tree;
  readonly configPath: string | null;
  readonly name: { readonly suite: string };
  readonly labels: SourceFile;
  readonly parsed: LabelLines;
  /** Lines of `parsed`, at least one. */
  readonly asked: readonly LabelLine[];
  readonly kind: LabelKind | null;
  readonly fresh: boolean;
  /** Gets every finished call; those that are in it count against the budget. */
  readonly ledger: Ledger;
}

/** What a judge said, and how it was asked. */
export interface JudgedLabels {
  readonly file: SourceFile;
  /** Settings that its model refused. */
  readonly without: readonly string[];
  /** How steady it is; null where nothing was scored twice. */
  readonly retest: Retest | null;
}

/** Asks a judge about labelled outputs and returns the label file with what it said, without a header. An output without a judgement has null, and the log says why. Throws a UserError for lines that do not say what to show the judge, before it is asked. */
export async function judgeLabels(world: World, found: FoundJudge, request: JudgeLabelsRequest): Promise<JudgedLabels> {
  const { labels, parsed, asked, kind, ledger } = request;
  const { config, judge } = found;
  const findCases = asked.some(needsCase) ? await readCases(world, request) : () => [];
  const trial = openTrial(judge, labels.path, asked, kind, findCases);
  const retested = Math.min(trial.size, mostRetested);
  const calls = (trial.size + retested) * trial.questions * judge.config.samples;
  requireBudget(config, ledger.calls().records + calls);
  const context = await openJudgeContext(world, config, request.fresh, ledger);
  const judgements = await trial.ask(trial.size, 0, config.judgeModel, context);
  refuseOutage(judgements);
  const silent = judgements.filter(({ score }) => score === null);
  if (silent.length > 0) {
    const what = `${silent.length} of ${judgements.length} outputs have no judgement and do not count`;
    world.log.warn(`${what}; the first: ${silent[0]?.reason ?? 'no reason given'}`);
  }
  const said = new Map(asked.map(({ item }, index) => [item, trial.toLabel(judgements[index]?.score ?? null)]));
  return {
    file: { ...labels, text: renderJudgedLabels(parsed, said) },
    without: listDropped(judge, config.judgeModel, ledger.refusedSettings()),
    retest: compareRetest(judgements, await trial.ask(retested, 1, config.judgeModel, context)),
  };
}

/** A judge that was down has not abstained: a file full of nothing would take the place of what it once said. */
function refuseOutage(judgements: readonly Judgement[]): void {
  const lost = judgements.filter(({ score, abstained }) => score === null && !abstained);
  if (5 * lost.length <= judgements.length) return;
  throw UserError.of(
    `The judge gave no judgement of ${lost.length} of ${judgements.length} outputs: ${lost[0]?.reason ?? 'no reason given'}.`,
    'Nothing was written. Run it again: where a response cache is kept, what was answered is not paid for twice.',
  );
}

function requireBudget({ budget }: Config, calls: number): void {
  if (calls <= budget.perRunCalls) return;
  throw UserError.of(
    `Judging would take ${calls} calls of at most ${budget.perRunCalls} (budget.per-run-calls).`,
    'Raise the budget, or label fewer outputs.',
  );
}

/** The suite's rows as the tree has them. Its calibrations are left aside: they may not be there yet. */
async function readCases(world: World, { tree, configPath, name }: JudgeLabelsRequest): Promise<FindCases> {
  const sides = await readOneSide(world.repository, tree, 'this clone', configPath);
  const side: Side = { ...sides.base, suites: dropCalibrations(sides.base.suites) };
  const selection = selectSuites(side, side).find(({ suite }) => suite.name === name.suite);
  if (selection === undefined) throw new Error(`suite ${name.suite} was found and is gone`);
  const own = { ...sides, base: side, candidate: side };
  const { prompts } = await loadUnanswered(world.repository, selection, own);
  // An application's own names are in its outputs alone.
  const isNamed = !isForOutputs(selection.suite);
  return (caseId, prompt) => {
    const rows = prompts
      .filter(({ id }) => prompt === null || !isNamed || id === prompt)
      .flatMap(({ cases }) => cases.filter(({ id }) => id === caseId).map(({ scoring }) => scoring));
    // Prompts of one dataset share its rows.
    return [...new Map(rows.map((row): [string, JsonObject] => [row.hash, row.variables])).values()];
  };
}

function dropCalibrations(suites: readonly SuiteConfig[]): readonly SuiteConfig[] {
  return suites.map((suite) => ({
    ...suite,
    metrics: suite.metrics.map((metric) => (metric.kind === 'judge' ? { ...metric, calibration: null } : metric)),
  }));
}
