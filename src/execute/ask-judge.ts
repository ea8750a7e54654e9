import { randomBytes } from 'node:crypto';
import type { ModelSettings } from '../config/config.ts';
import { ModelConfigError, type Problem, UserError } from '../errors.ts';
import { canonicalJson, contentHash, type Json } from '../json.ts';
import { judgeSettingsOf } from '../judges/identity.ts';
import type { Judgement, JudgeProtocol, JudgeQuestion } from '../judges/judge.ts';
import type { JudgeNeed } from '../plan/judge-need.ts';
import type { ModelCall } from '../ports.ts';
import type { FinishedCall } from './finished-call.ts';
import { spareRetired } from './retired.ts';
import { type CallContext, runCalls } from './run-calls.ts';

/** What judging needs beside what every call needs. */
export interface JudgeContext extends CallContext {
  /** Why models of judges that only report could not be asked in this run, by model; grows. */
  readonly down: Map<string, string>;
  /** What the judgements are called while they are under way; plainly so where it is not said. */
  readonly label?: string;
}

/** One thing to be judged. `draw` 0 is the judgement that counts, 1 asks the same anew. */
export interface JudgeItem<S> {
  readonly judge: JudgeProtocol<S>;
  readonly subject: S;
  readonly draw: number;
  /** What hangs on the answer; everything where it is not said. */
  readonly need?: JudgeNeed;
}

/** Asks the judge's model about every item: as often as its judge's `samples` says, whose mean is then the score. A setting that the model refuses is left out from then on. Judgements are in the order of the items. */
export async function askJudge<S extends object>(
  items: readonly JudgeItem<S>[],
  model: ModelSettings,
  context: JudgeContext,
): Promise<readonly Judgement[]> {
  const counts = items.map(({ judge }) => judge.config.samples);
  const draws = items.flatMap((item, index) =>
    Array.from({ length: counts[index] as number }, (_, draw) => ({ ...item, draw: item.draw + 2 * draw })),
  );
  const judgements = await askEachModel(draws, model, context);
  let next = 0;
  return counts.map((count) => {
    next += count;
    return averageJudgements(judgements.slice(next - count, next));
  });
}

/** One model after another: each refuses settings of its own, and has a limit of its own. */
async function askEachModel<S extends object>(
  items: readonly JudgeItem<S>[],
  settings: ModelSettings,
  context: JudgeContext,
): Promise<readonly Judgement[]> {
  const judgements = new Map<JudgeItem<S>, Judgement>();
  const groups = new Map<string, JudgeItem<S>[]>();
  for (const item of items) {
    const { id, api, parameters } = judgeSettingsOf(item.judge, settings);
    const key = canonicalJson([id, api, parameters, item.need ?? 'gate']);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  for (const own of groups.values()) {
    const [{ judge, need }] = own as [JudgeItem<S>];
    const said = await askBy(need ?? 'gate', own, judgeSettingsOf(judge, settings), context);
    own.forEach((item, index) => {
      judgements.set(item, said[index] as Judgement);
    });
  }
  return items.map((item) => judgements.get(item) as Judgement);
}

/** What happens where a model cannot be asked at all depends on what hangs on its answers. */
function askBy<S extends object>(
  need: JudgeNeed,
  items: readonly JudgeItem<S>[],
  model: ModelSettings,
  context: JudgeContext,
): Promise<readonly Judgement[]> {
  if (need === 'report') return askForShow(items, model, context);
  const asked = need === 'replaced' ? spareRetired(context.model, 'judge', () => true) : context.model;
  return askTolerantly(items, model, { ...context, model: asked });
}

/** No verdict hangs on a judge that only reports: a model that cannot be asked costs its scores and not the run. */
async function askForShow<S extends object>(
  items: readonly JudgeItem<S>[],
  model: ModelSettings,
  context: JudgeContext,
): Promise<readonly Judgement[]> {
  const id = model.id ?? '';
  try {
    if (!context.down.has(id)) return await askTolerantly(items, model, context);
  } catch (error) {
    if (!(error instanceof UserError) || context.signal.aborted) throw error;
    context.down.set(id, (error.problems[0] as Problem).message);
    context.log.warn(`The judge's model ${id} cannot be asked, and what it was to score is left out: ${error.message}`);
  }
  const reason = `the judge could not be asked: ${context.down.get(id)}`;
  return items.map(() => ({ score: null, reason, abstained: false, malformed: null }));
}

/** The mean of the scores there are, with the words of the first. */
function averageJudgements(judgements: readonly Judgement[]): Judgement {
  const [first] = judgements as readonly [Judgement, ...Judgement[]];
  const scores = judgements.flatMap(({ score }) => score ?? []);
  if (scores.length <= 1) return judgements.find(({ score }) => score !== null) ?? first;
  return { ...first, score: scores.reduce((sum, score) => sum + score, 0) / scores.length };
}

/** Judges differ in what they take: reasoning models refuse a temperature, small servers a response format. Each is dropped once and remembered. */
async function askTolerantly<S extends object>(
  items: readonly JudgeItem<S>[],
  model: ModelSettings,
  context: JudgeContext,
): Promise<readonly Judgement[]> {
  try {
    return await askOnce(items, model, context);
  } catch (error) {
    const setting = error instanceof ModelConfigError ? error.parameter : null;
    const isOurs = setting === 'response-format' || (setting !== null && Object.hasOwn(model.parameters, setting));
    const dropped = droppedBy(model, context);
    if (setting === null || !isOurs || dropped.has(setting)) throw error;
    context.ledger.append({ kind: 'setting', record: { model: model.id ?? '', setting } });
    context.log.warn(`The judge's model ${model.id} refuses "${setting}": it is left out.`);
    return askTolerantly(items, model, context);
  }
}

function droppedBy({ id }: ModelSettings, { ledger }: JudgeContext): ReadonlySet<string> {
  return ledger.refusedSettings().get(id ?? '') ?? new Set();
}

/** One round of questions, once more where a reply broke the form; what is malformed then stays unscored. */
async function askOnce<S extends object>(
  items: readonly JudgeItem<S>[],
  model: ModelSettings,
  context: JudgeContext,
): Promise<readonly Judgement[]> {
  const questions = items.map(({ judge, subject }) => judge.buildQuestion(subject, randomBytes(6).toString('hex')));
  const { label = 'judgements' } = context;
  const ask = (item: JudgeItem<S>, question: JudgeQuestion, attempt: number) =>
    buildCall(item, question, model, attempt, droppedBy(model, context));
  const first = await runCalls(
    label,
    items.map((item, index) => ask(item, questions[index] as JudgeQuestion, 0)),
    context,
  );
  const judgements = first.map((record, index) => readReply(record, items[index] as JudgeItem<S>));
  const broken = judgements.flatMap((judgement, index) => (judgement.malformed === null ? [] : [index]));
  const repairs = broken.map((index) => {
    const item = items[index] as JudgeItem<S>;
    const { malformed } = judgements[index] as Judgement;
    const reply = replyOf(first[index] as FinishedCall);
    return ask(item, item.judge.buildRepair(questions[index] as JudgeQuestion, reply, malformed ?? ''), 1);
  });
  const second = await runCalls(`${label}, repaired`, repairs, context);
  broken.forEach((index, position) => {
    judgements[index] = readReply(second[position] as FinishedCall, items[index] as JudgeItem<S>);
  });
  return judgements;
}

/** Equal judge, model and subject ask the same question whatever the random delimiters; `attempt` 1 is the repair. */
function buildCall<S>(
  { judge, subject, draw }: JudgeItem<S>,
  question: JudgeQuestion,
  settings: ModelSettings,
  attempt: number,
  dropped: ReadonlySet<string>,
): ModelCall {
  const { api, id } = settings;
  const parameters = Object.fromEntries(Object.entries(settings.parameters).filter(([name]) => !dropped.has(name)));
  const responseFormat = dropped.has('response-format') ? null : question.responseFormat;
  if (id === null) throw new Error(`judge ${judge.config.name} has no model`);
  const request = { model: id, api, parameters, tools: [], messages: question.messages, responseFormat };
  const form = responseFormat === null ? { form: null } : {};
  const key = contentHash({
    judge: judge.hash,
    id,
    api,
    parameters,
    ...form,
    subject: subject as unknown as Json,
    attempt,
  });
  return { request, key, purpose: 'judge', arm: 'judge', sample: draw, owner: null };
}

function replyOf({ result }: FinishedCall): string {
  return result.status === 'answered' ? result.output.content : '';
}

function readReply<S>({ result }: FinishedCall, { judge, subject }: JudgeItem<S>): Judgement {
  if (result.status !== 'answered') {
    const isGone = result.status === 'unavailable' && result.gone === true;
    const reason = isGone ? result.reason : `the judge did not answer: ${result.reason}`;
    return { score: null, reason, abstained: false, malformed: null, ...(isGone && { gone: true }) };
  }
  const judgement = judge.parseReply(result.output.content, subject, result.tokens);
  if (judgement.abstained) {
    const said = judgement.reason === null ? '' : `: ${judgement.reason}`;
    return { ...judgement, reason: `the judge abstained${said}` };
  }
  return judgement.malformed === null
    ? judgement
    : { ...judgement, reason: `the judge's reply cannot be read: ${judgement.malformed}` };
}
