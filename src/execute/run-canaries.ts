import type { Subject } from '../checks/check.ts';
import type { ModelSettings } from '../config/config.ts';
import { contentHash } from '../json.ts';
import {
  type CanaryFinding,
  type CanaryResult,
  degradations,
  degradeOutput,
  identicalCanaries,
  judgeCanaries,
} from '../judges/canaries.ts';
import type { Judge, Judgement, PairJudge, PairSubject } from '../judges/judge.ts';
import { combineOrders } from '../judges/pairwise.ts';
import { needOfJudge } from '../plan/judge-need.ts';
import type { JudgeMetric, Metric, OutputJudgeMetric } from '../plan/metric.ts';
import type { PromptPlan } from '../plan/suite-plan.ts';
import type { Output } from '../ports.ts';
import type { Ledger } from '../run/ledger.ts';
import { listSamples, readArm, scoresOf } from '../scores/read.ts';
import { askJudge, type JudgeContext, type JudgeItem } from './ask-judge.ts';

/** An output that the canaries are made of, and the score it had. */
interface Original {
  readonly output: Output;
  readonly variables: Subject['variables'];
  /** Goodness in 0..1, whatever the metric's direction; null for judges that see two outputs. */
  readonly score: number | null;
}

type Ask = <S extends object>(items: readonly JudgeItem<S>[]) => Promise<readonly Judgement[]>;

/** Two judgements of one output may lie one level of five apart. */
const retestTolerance = 0.25;

/** Asks one judge of one prompt about planted answers: identical pairs, which it must not tell apart, and degraded ones, which it must. They are made of the best answers of the base side. */
export async function runCanaries(
  prompt: PromptPlan,
  metric: JudgeMetric,
  ledger: Ledger,
  model: ModelSettings,
  context: JudgeContext,
): Promise<CanaryFinding> {
  const originals = chooseOriginals(prompt, metric, ledger);
  const need = needOfJudge(prompt, metric, model);
  const ask: Ask = async (items) =>
    askJudge(
      items.map((item) => ({ ...item, need })),
      model,
      { ...context, label: `checks of judge ${metric.name}` },
    );
  const results =
    metric.needs === 'output'
      ? await askAboutOutputs(metric, originals, ask)
      : await askAboutPairs(metric.judge, originals, ask);
  return judgeCanaries(metric.name, results);
}

function chooseOriginals(prompt: PromptPlan, metric: JudgeMetric, ledger: Ledger): readonly Original[] {
  const arm = ['base', 'stored', 'candidate'].find((name) => listSamples(ledger, prompt, name, 0).length > 0);
  if (arm === undefined) return [];
  const own = readArm(ledger, prompt, arm);
  const rows = new Map(prompt.cases.map((row) => [row.id, row]));
  return listSamples(ledger, prompt, arm, 0)
    .flatMap((sample) => {
      const raw = scoresOf(own, metric, sample.case)[0] ?? null;
      const isPair = metric.needs === 'pair';
      if (sample.result.status !== 'answered' || sample.result.length === 0 || (raw === null && !isPair)) return [];
      const score = isPair || raw === null ? null : goodness(raw, metric);
      return [{ sample, score, rank: contentHash(sample.case) }];
    })
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0) || (a.rank < b.rank ? -1 : 1))
    .flatMap(({ sample, score }): readonly Original[] => {
      const { result } = ledger.recordOf(sample);
      const row = rows.get(sample.case);
      if (row === undefined || result.status !== 'answered' || result.output.content.trim() === '') return [];
      return [{ output: result.output, variables: row.scoring.variables, score }];
    })
    .slice(0, identicalCanaries);
}

function goodness(score: number, { direction }: Metric): number {
  return direction === 'lower' ? 1 - score : score;
}

/** The planted versions of the originals, one of each kind, as far as there are originals. */
function plant(originals: readonly Original[], { config }: Pick<Judge, 'config'>) {
  return originals.map((original, index) => {
    const kind = degradations[index % degradations.length] as (typeof degradations)[number];
    const stranger = originals[(index + 1) % originals.length] as Original;
    return { original, kind, degraded: degradeOutput(original.output, kind, stranger.output, config.at) };
  });
}

async function askAboutOutputs(
  metric: OutputJudgeMetric,
  originals: readonly Original[],
  ask: Ask,
): Promise<readonly CanaryResult[]> {
  const { judge } = metric;
  const planted = plant(originals, judge);
  const again = originals.map(({ output, variables }) => ({ judge, subject: { output, variables }, draw: 1 }));
  const worse = planted.map(({ original, degraded }) => {
    return { judge, subject: { output: degraded, variables: original.variables }, draw: 0 };
  });
  const judgements = await ask([...again, ...worse]);
  const scores = judgements.map(({ score }) => (score === null ? null : goodness(score, metric)));
  return [
    ...originals.map((original, index): CanaryResult => {
      const score = scores[index] ?? null;
      const passed = score === null ? null : Math.abs(score - (original.score ?? 0)) <= retestTolerance;
      return { kind: 'identical', passed };
    }),
    ...planted.map(({ kind, original }, index): CanaryResult => {
      const score = scores[originals.length + index] ?? null;
      return { kind, passed: score === null ? null : score < (original.score ?? 0) };
    }),
  ];
}

async function askAboutPairs(
  judge: PairJudge,
  originals: readonly Original[],
  ask: Ask,
): Promise<readonly CanaryResult[]> {
  const planted = plant(originals, judge);
  const both = (base: Output, candidate: Output, { variables }: Original) => [
    { judge, subject: { first: base, second: candidate, variables } satisfies PairSubject, draw: 0 },
    { judge, subject: { first: candidate, second: base, variables } satisfies PairSubject, draw: 0 },
  ];
  const items = [
    ...originals.flatMap((original) => both(original.output, original.output, original)),
    ...planted.flatMap(({ original, degraded }) => both(original.output, degraded, original)),
  ];
  const scores = (await ask(items)).map(({ score }) => score);
  const orders = (index: number) => [scores[2 * index] ?? null, scores[2 * index + 1] ?? null] as const;
  return [
    ...originals.map((_, index): CanaryResult => {
      const [first, second] = orders(index);
      // A judge that always prefers a place cancels itself out; only two ties are a pass.
      return { kind: 'identical', passed: first === null || second === null ? null : first === 0.5 && second === 0.5 };
    }),
    ...planted.map(({ kind }, index): CanaryResult => {
      const preference = combineOrders(...orders(originals.length + index));
      return { kind, passed: preference === null ? null : preference < 0 };
    }),
  ];
}
