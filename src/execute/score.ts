import { randomBytes } from 'node:crypto';
import type { Subject } from '../checks/check.ts';
import type { ModelSettings } from '../config/config.ts';
import { contentHash } from '../json.ts';
import type { Judge, Judgement, JudgeQuestion } from '../judges/judge.ts';
import type { Metric } from '../plan/suite-plan.ts';
import type { ModelCall } from '../ports.ts';
import type { CallRecord, SampleRecord, ScoreRecord } from '../scores/records.ts';
import { type CallContext, runCalls } from './run-calls.ts';

/** Scores every sample with every metric of its prompt: checks at once, judges by calls. A rejected request has the worst score, a missing output none. */
export async function scoreSamples(
  samples: readonly SampleRecord[],
  judgeModel: ModelSettings,
  context: CallContext,
): Promise<readonly ScoreRecord[]> {
  const pairs = samples.flatMap((sample) => sample.prompt.metrics.map((metric) => ({ sample, metric })));
  const scored = pairs.map(({ sample, metric }) => scoreWithoutCall(sample, metric));
  const open = pairs.flatMap(({ sample, metric }, index) =>
    scored[index] === null && metric.judge !== null ? [{ index, sample, judge: metric.judge }] : [],
  );
  const judgements = await judgeOutputs(open, judgeModel, context);
  open.forEach(({ index }, position) => {
    scored[index] = judgements[position] as Judgement;
  });
  return pairs.map(({ sample, metric }, index): ScoreRecord => {
    const { score, reason } = scored[index] ?? { score: null, reason: 'not scored' };
    return { ...identify(sample), metric: metric.name, score, reason };
  });
}

function identify(sample: SampleRecord) {
  const { prompt, case: row, arm } = sample;
  return { suite: prompt.suite, prompt: prompt.id, arm, case: row.id, sample: sample.sample, cluster: row.cluster };
}

/** Null means that only a judge's call can tell. */
function scoreWithoutCall(
  sample: SampleRecord,
  metric: Metric,
): { score: number | null; reason: string | null } | null {
  const { result } = sample;
  if (result.status === 'unavailable') return { score: null, reason: result.reason };
  if (result.status === 'rejected') return { score: metric.direction === 'lower' ? 1 : 0, reason: result.reason };
  if (metric.check === null) return null;
  return metric.check.score({ output: result.output, variables: sample.case.scoring.variables });
}

interface OpenJudgement {
  readonly sample: SampleRecord;
  readonly judge: Judge;
}

/** Asks the judge's model, once more where a reply broke the form; what is malformed then stays unscored. */
async function judgeOutputs(
  open: readonly OpenJudgement[],
  model: ModelSettings,
  context: CallContext,
): Promise<readonly Judgement[]> {
  const questions = open.map(({ sample, judge }) =>
    judge.buildQuestion(subjectOf(sample), randomBytes(6).toString('hex')),
  );
  const first = await runCalls(
    'judgements',
    questions.map((question, index) => buildJudgeCall(open[index] as OpenJudgement, question, model, 0)),
    context,
  );
  const judgements = first.map((record, index) => readJudgement(record, open[index] as OpenJudgement));
  const broken = judgements.flatMap((judgement, index) => (judgement.malformed === null ? [] : [index]));
  const repairs = broken.map((index) => {
    const item = open[index] as OpenJudgement;
    const reply = replyOf(first[index] as CallRecord);
    const repair = item.judge.buildRepair(questions[index] as JudgeQuestion, reply, judgements[index]?.malformed ?? '');
    return buildJudgeCall(item, repair, model, 1);
  });
  const second = await runCalls('repaired judgements', repairs, context);
  broken.forEach((index, position) => {
    judgements[index] = readJudgement(second[position] as CallRecord, open[index] as OpenJudgement);
  });
  return judgements;
}

function subjectOf(sample: SampleRecord): Subject {
  if (sample.result.status !== 'answered') throw new Error('only an answered sample can be judged');
  return { output: sample.result.output, variables: sample.case.scoring.variables };
}

/** Equal judge, model and subject ask the same question whatever the random delimiters; `attempt` 1 is the repair. */
function buildJudgeCall(
  item: OpenJudgement,
  question: JudgeQuestion,
  settings: ModelSettings,
  attempt: number,
): ModelCall {
  const { id, api, parameters } = judgeSettings(item.judge, settings);
  const request = { model: id, api, parameters, tools: [], ...question };
  const key = contentHash({ judge: item.judge.hash, id, api, parameters, subject: subjectOf(item.sample), attempt });
  return { request, key, purpose: 'judge', arm: 'judge', sample: 0 };
}

function judgeSettings(judge: Judge, settings: ModelSettings): ModelSettings & { id: string } {
  const own = judge.config.options.model;
  const id = typeof own === 'string' ? own : settings.id;
  if (id === null) throw new Error(`judge ${judge.config.name} has no model`);
  return { ...settings, id };
}

function replyOf(record: CallRecord): string {
  return record.result.status === 'answered' ? record.result.output.content : '';
}

function readJudgement(record: CallRecord, item: OpenJudgement): Judgement {
  const { result } = record;
  if (result.status === 'answered') return item.judge.parseReply(result.output.content, subjectOf(item.sample));
  return { score: null, reason: `the judge did not answer: ${result.reason}`, abstained: false, malformed: null };
}
