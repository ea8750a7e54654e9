import { randomBytes } from 'node:crypto';
import type { ModelSettings } from '../config/config.ts';
import { contentHash, type Json } from '../json.ts';
import type { Judgement, JudgeProtocol, JudgeQuestion } from '../judges/judge.ts';
import type { ModelCall } from '../ports.ts';
import type { CallRecord } from '../scores/records.ts';
import { type CallContext, runCalls } from './run-calls.ts';

/** One thing to be judged. `draw` 0 is the judgement that counts; another one asks the same anew. */
export interface JudgeItem<S> {
  readonly judge: JudgeProtocol<S>;
  readonly subject: S;
  readonly draw: number;
}

/** Asks the judge's model about every item, once more where a reply broke the form; what is malformed then stays unscored. Judgements are in the order of the items. */
export async function askJudge<S extends object>(
  items: readonly JudgeItem<S>[],
  model: ModelSettings,
  context: CallContext,
): Promise<readonly Judgement[]> {
  const questions = items.map(({ judge, subject }) => judge.buildQuestion(subject, randomBytes(6).toString('hex')));
  const ask = (item: JudgeItem<S>, question: JudgeQuestion, attempt: number) =>
    buildCall(item, question, model, attempt);
  const first = await runCalls(
    'judgements',
    items.map((item, index) => ask(item, questions[index] as JudgeQuestion, 0)),
    context,
  );
  const judgements = first.map((record, index) => readReply(record, items[index] as JudgeItem<S>));
  const broken = judgements.flatMap((judgement, index) => (judgement.malformed === null ? [] : [index]));
  const repairs = broken.map((index) => {
    const item = items[index] as JudgeItem<S>;
    const { malformed } = judgements[index] as Judgement;
    const reply = replyOf(first[index] as CallRecord);
    return ask(item, item.judge.buildRepair(questions[index] as JudgeQuestion, reply, malformed ?? ''), 1);
  });
  const second = await runCalls('repaired judgements', repairs, context);
  broken.forEach((index, position) => {
    judgements[index] = readReply(second[position] as CallRecord, items[index] as JudgeItem<S>);
  });
  return judgements;
}

/** Equal judge, model and subject ask the same question whatever the random delimiters; `attempt` 1 is the repair. */
function buildCall<S>(
  { judge, subject, draw }: JudgeItem<S>,
  question: JudgeQuestion,
  settings: ModelSettings,
  attempt: number,
): ModelCall {
  const { api, parameters } = settings;
  const own = judge.config.options.model;
  const id = typeof own === 'string' ? own : settings.id;
  if (id === null) throw new Error(`judge ${judge.config.name} has no model`);
  const request = { model: id, api, parameters, tools: [], ...question };
  const key = contentHash({ judge: judge.hash, id, api, parameters, subject: subject as unknown as Json, attempt });
  return { request, key, purpose: 'judge', arm: 'judge', sample: draw };
}

function replyOf({ result }: CallRecord): string {
  return result.status === 'answered' ? result.output.content : '';
}

function readReply<S>({ result }: CallRecord, { judge, subject }: JudgeItem<S>): Judgement {
  if (result.status !== 'answered') {
    return { score: null, reason: `the judge did not answer: ${result.reason}`, abstained: false, malformed: null };
  }
  const judgement = judge.parseReply(result.output.content, subject);
  return judgement.malformed === null
    ? judgement
    : { ...judgement, reason: `the judge's reply cannot be read: ${judgement.malformed}` };
}
