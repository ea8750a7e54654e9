import { buildProblem, type Problem, type Where } from '../errors.ts';
import { isJsonNumber, isJsonObject, type Json, type JsonObject, parseJson } from '../json.ts';
import type { Message, ModelResult, Usage } from '../ports.ts';
import { nameOf } from '../prompts/fields.ts';
import { readMessages } from '../prompts/messages.ts';
import type { Line } from '../records/record.ts';
import { quoteName, suggestName } from '../text/problems.ts';
import { type Reject, readAnswer } from './answer.ts';
import { isAmount } from './figures.ts';
import { answered } from './result.ts';
import type { SuppliedOutput } from './supplied.ts';

const known = [
  'suite',
  'prompt',
  'case',
  'sample',
  'output',
  'error',
  'scores',
  'messages',
  'model',
  'tokens',
  'latencyMs',
  'costUsd',
  'commit',
] as const;

const lineHint = 'Write one object a line: {"case": "…", "sample": 0, "output": "…"}.';
/** A higher index is a mistake, not an evaluation. */
const highestSample = 999;

/** True for a line of our own format: it names a case, or begins so and is broken. */
export function isOwnLine(text: string): boolean {
  const value = parseJson(text);
  return value === undefined ? beginsAsOwn.test(text) : isJsonObject(value) && value.case !== undefined;
}

const beginsAsOwn = /^\s*\{\s*"(case|sample|suite|prompt)"\s*:/;

/** Reads a line of `{"case", "sample", "output"}`; null where there is a mistake in it, each of which is added to `problems`. */
export function readOwnLine({ text, number, isOpen }: Line, path: string, problems: Problem[]): SuppliedOutput | null {
  const where: Where = { path, line: number, column: null };
  const before = problems.length;
  const reject: Reject = (message, hint) => problems.push(buildProblem(message, hint, where));
  const value = parseJson(text);
  if (!isJsonObject(value)) {
    const isCut = isOpen === true && value === undefined;
    reject(isCut ? 'is half a line: the file was cut off.' : 'is not a JSON object.', isCut ? cutHint : lineHint);
    return null;
  }
  refuseMisspelt(value, reject);
  const supplied = readFields(value, reject);
  return problems.length > before || supplied === null ? null : { ...supplied, line: number };
}

const cutHint = 'Make it again: whoever wrote it was stopped.';

/** Other fields are free; one that is nearly a known one would be missed in silence. */
function refuseMisspelt(value: JsonObject, reject: Reject): void {
  for (const name of Object.keys(value)) {
    if ((known as readonly string[]).includes(name)) continue;
    const near = suggestName(name, known);
    if (near !== null && value[near] === undefined) {
      reject(`${quoteName(name)} is not known.`, `Did you mean "${near}"?`);
    }
  }
}

function readFields(value: JsonObject, reject: Reject): Omit<SuppliedOutput, 'line'> | null {
  const id = readCase(value.case ?? null, reject);
  const result = readResult(value, reject);
  const { costUsd = null } = value;
  if (costUsd !== null && !isAmount(costUsd))
    reject('"costUsd" is no amount.', 'Write dollars as a number, 0 or more.');
  const fields = {
    suite: readText(value, 'suite', reject),
    prompt: readText(value, 'prompt', reject),
    commit: readText(value, 'commit', reject),
    sample: readSample(value.sample ?? null, reject),
    messages: readAsked(value.messages ?? null, reject),
    costMicroUsd: isAmount(costUsd) ? Math.round(costUsd * 1e6) : null,
  };
  return id === null || result === null ? null : { ...fields, case: id, result };
}

/** A number is what a dataset's number is as an id. */
function readCase(value: Json, reject: Reject): string | null {
  if (typeof value === 'string' && value !== '') return value;
  if (isJsonNumber(value)) return String(value);
  reject('"case" is missing, or no id.', 'Write the id of the row that was answered.');
  return null;
}

function readSample(value: Json, reject: Reject): number | null {
  if (
    value === null ||
    (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= highestSample)
  ) {
    return value as number | null;
  }
  reject('"sample" is no index.', `Count from 0 to ${highestSample}.`);
  return null;
}

function readResult(value: JsonObject, reject: Reject): ModelResult | null {
  const { output = null, error = null, latencyMs: given = 0 } = value;
  if (!isAmount(given)) reject('"latencyMs" is no time.', 'Write milliseconds as a number, 0 or more.');
  const latencyMs = isAmount(given) ? given : 0;
  // Many programs write an empty text where nothing went wrong.
  if (error !== null && error !== false && error !== '') {
    const reason = typeof error === 'string' && error.trim() !== '' ? error : 'the application failed';
    return { status: 'unavailable', reason, latencyMs, attempts: 1 };
  }
  if (value.output === undefined) {
    reject('"output" is missing.', 'Write what the application answered, or why it did not as "error".');
    return null;
  }
  const answer = readAnswer(output, reject);
  const scores = readScores(value.scores ?? null, reject);
  const usage = readTokens(value.tokens ?? null, reject);
  const model = readText(value, 'model', reject);
  if (answer === null) return null;
  const whole = scores === null ? answer : { ...answer, scores };
  return answered(whole, { usage, model, latencyMs });
}

/** What was asked, which may be anything the chat API takes. */
function readAsked(value: Json, reject: Reject): readonly Message[] | null {
  if (value === null) return null;
  return readMessages(value, (path, message, hint) => reject(`${nameOf(['messages', ...path])} ${message}`, hint));
}

function readTokens(value: Json, reject: Reject): Usage | null {
  if (value === null) return null;
  const { input = 0, cachedInput = 0, output = 0, reasoning = 0 } = isJsonObject(value) ? value : { input: null };
  if ([input, cachedInput, output, reasoning].every(isCount)) {
    const [inputTokens, cachedInputTokens, outputTokens, reasoningTokens] = [input, cachedInput, output, reasoning].map(
      Number,
    ) as [number, number, number, number];
    return { inputTokens, cachedInputTokens, outputTokens, reasoningTokens };
  }
  reject(
    '"tokens" are no counts.',
    'Write {"input": 120, "output": 30}; cachedInput and reasoning may stand there, too.',
  );
  return null;
}

function readScores(value: Json, reject: Reject): { readonly [name: string]: number } | null {
  if (value === null) return null;
  const scores = isJsonObject(value) ? Object.entries(value) : [['', null] as const];
  if (scores.every(([, score]) => typeof score === 'number' && score >= 0 && score <= 1)) {
    return Object.fromEntries(scores) as { readonly [name: string]: number };
  }
  reject('"scores" are not all numbers from 0 to 1.', 'Write {"name": 0.8}.');
  return null;
}

function readText(value: JsonObject, name: string, reject: Reject): string | null {
  const text = value[name] ?? null;
  if (text === null || (typeof text === 'string' && text !== '')) return text as string | null;
  reject(`"${name}" is no text.`, 'Put quotes around it, or leave it out.');
  return null;
}

function isCount(value: Json): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
