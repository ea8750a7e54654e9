import type { Score, Subject } from '../checks/check.ts';
import type { ModelSettings } from '../config/config.ts';
import type { Judgement, OutputJudge } from '../judges/judge.ts';
import { needOfJudge } from '../plan/judge-need.ts';
import type { Metric } from '../plan/metric.ts';
import type { SampleRecord, ScoreRecord } from '../run/records.ts';
import { askJudge, type JudgeContext, type JudgeItem } from './ask-judge.ts';

/** Scores every sample with every metric of its prompt that sees one output: checks at once, judges by calls. A rejected request has the worst score, a missing output none. */
export async function scoreSamples(
  samples: readonly SampleRecord[],
  judgeModel: ModelSettings,
  context: JudgeContext,
): Promise<readonly ScoreRecord[]> {
  const pairs = samples.flatMap((sample) =>
    sample.prompt.metrics.filter(({ needs }) => needs === 'output').map((metric) => ({ sample, metric })),
  );
  const scored: (Score | null)[] = pairs.map(({ sample, metric }) => scoreWithoutCall(sample, metric));
  const open = pairs.flatMap(({ sample, metric }, index) => {
    return scored[index] === null && metric.kind === 'judge' && metric.needs === 'output'
      ? [{ index, item: { ...buildItem(metric.judge, sample), need: needOfJudge(sample.prompt, metric, judgeModel) } }]
      : [];
  });
  const judgements = await askJudge(
    open.map(({ item }) => item),
    judgeModel,
    context,
  );
  open.forEach(({ index }, position) => {
    scored[index] = judgements[position] as Judgement;
  });
  return pairs.map(({ sample, metric }, index): ScoreRecord => {
    const { score, reason } = scored[index] ?? { score: null, reason: 'not scored' };
    return { ...identifySample(sample), metric: metric.name, score, reason };
  });
}

/** Whose score it is. */
export function identifySample(sample: SampleRecord) {
  const { prompt, case: row, arm } = sample;
  const { id, cluster, question } = row;
  return { suite: prompt.suite, prompt: prompt.id, arm, case: id, sample: sample.sample, cluster, question };
}

/** Null means that only a judge's call can tell. */
function scoreWithoutCall(sample: SampleRecord, metric: Metric): Score | null {
  const { result } = sample;
  if (result.status === 'unavailable') return { score: null, reason: result.reason };
  if (result.status === 'rejected') return { score: metric.direction === 'lower' ? 1 : 0, reason: result.reason };
  if (metric.kind !== 'check') return null;
  return metric.check.score({ output: result.output, variables: sample.case.scoring.variables });
}

function buildItem(judge: OutputJudge, { result, case: row }: SampleRecord): JudgeItem<Subject> {
  if (result.status !== 'answered') throw new Error('only an answered sample can be judged');
  return { judge, subject: { output: result.output, variables: row.scoring.variables }, draw: 0 };
}
