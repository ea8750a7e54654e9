import type { ChosenEndpoint } from '../../config/endpoints.ts';
import { UserError } from '../../errors.ts';
import type { JsonObject } from '../../json.ts';
import { isJsonObject } from '../../json.ts';
import type { Model, ModelCall, ModelResult } from '../../ports.ts';
import { buildWireRequest } from '../../prompts/wire-request.ts';
import { type Answer, parseChatAnswer, parseResponsesAnswer } from './answer.ts';
import { decideFault, type Sent } from './decide-fault.ts';
import { createKeyHider, createScrubber, parseEndpoint, resolveModelId } from './endpoint.ts';
import { type Fault, readFault } from './fault.ts';
import { computeDelayMs, defaultRetryPolicy, type RetryPolicy, readDelayMs, sleep } from './retry.ts';
import { type Attempt, createTransport, type Transport } from './transport.ts';

/** What an endpoint needs to be asked. The key is null only for an endpoint on this machine, or where a header carries one. */
export type OpenAiModelOptions = Pick<ChosenEndpoint, 'baseUrl' | 'apiKey' | 'headers' | 'map' | 'keyHint'>;

/** What tests replace to be fast and exact. */
export interface OpenAiModelSeams {
  readonly retry?: RetryPolicy;
  readonly timeoutMs?: number;
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly random?: () => number;
}

/** Node's own fetch gives up on headers after this time; a longer limit would need another HTTP client. */
const defaultTimeoutMs = 300_000;
const maxReasonLength = 500;

/** One answered or hopeless request: the last attempt's body, or why there is none. */
type Exchange =
  | { readonly kind: 'body'; readonly body: JsonObject }
  | { readonly kind: 'rejected'; readonly httpStatus: number; readonly reason: string }
  | { readonly kind: 'unavailable'; readonly reason: string; readonly unreachable?: true };

/** Makes a model of an OpenAI-compatible endpoint. Throws a UserError for a missing key. `latencyMs` of its results is that of the last attempt, waiting left out. */
export function createOpenAiModel(options: OpenAiModelOptions, seams: OpenAiModelSeams = {}): Model {
  const endpoint = parseEndpoint(options);
  const transport = createTransport(endpoint, seams.timeoutMs ?? defaultTimeoutMs);
  const hideKey = createKeyHider(endpoint.apiKey);
  const exchange = createExchange(transport, createScrubber(endpoint.secrets), seams);
  return {
    async complete(call: ModelCall, signal: AbortSignal): Promise<ModelResult> {
      const model = resolveModelId(call.request.model, endpoint.host, options.map);
      const { path, body, names } = buildWireRequest(call.request, model);
      const isReadable = (answer: JsonObject) => readAnswer(call, answer) !== null;
      const sent = { model, host: endpoint.host, names };
      const { latencyMs, attempts, outcome } = await exchange('post', path, body, sent, isReadable, signal);
      if (outcome.kind !== 'body') return toFailure(outcome, latencyMs, attempts);
      return { status: 'answered', ...(readAnswer(call, hideKey(outcome.body)) as Answer), latencyMs, attempts };
    },
    async listModels() {
      const sent = { model: 'models', host: endpoint.host, names: new Map() };
      const hasList = (answer: JsonObject) => Array.isArray(answer.data);
      const { signal } = new AbortController();
      const { outcome } = await exchange('get', '/models', null, sent, hasList, signal);
      if (outcome.kind === 'body') return parseModels(outcome.body);
      throw UserError.of(`${endpoint.host} does not list its models: ${outcome.reason}.`, 'Try again later.');
    },
  };
}

function readAnswer(call: ModelCall, body: JsonObject): Answer | null {
  return call.request.api === 'chat' ? parseChatAnswer(body) : parseResponsesAnswer(body);
}

function toFailure(outcome: Exclude<Exchange, { kind: 'body' }>, latencyMs: number, attempts: number): ModelResult {
  const { kind, ...rest } = outcome;
  return { status: kind, ...rest, latencyMs, attempts } as ModelResult;
}

function parseModels(body: JsonObject): readonly { readonly id: string; readonly shutdownDate: string | null }[] {
  return (body.data as JsonObject[]).flatMap((entry) => {
    if (!isJsonObject(entry) || typeof entry.id !== 'string') return [];
    const { shutdown_date: date } = entry;
    return [{ id: entry.id, shutdownDate: typeof date === 'string' ? date : null }];
  });
}

/** The one place that retries: asks until there is an answer, a verdict about the request, or no attempt left. */
function createExchange(transport: Transport, scrub: (text: string) => string, seams: OpenAiModelSeams) {
  const policy = seams.retry ?? defaultRetryPolicy;
  const wait = seams.sleep ?? sleep;
  const random = seams.random ?? Math.random;
  return async (
    method: 'get' | 'post',
    path: string,
    body: JsonObject | null,
    sent: Sent,
    isReadable: (answer: JsonObject) => boolean,
    signal: AbortSignal,
  ): Promise<{ readonly outcome: Exchange; readonly latencyMs: number; readonly attempts: number }> => {
    for (let attempts = 1, doubts = 0; ; attempts += 1) {
      const startedMs = performance.now();
      const attempt = checkReadable(await transport(method, path, body, signal), isReadable);
      const latencyMs = Math.round(performance.now() - startedMs);
      const { isDoubtful, outcome } = decideAttempt(attempt, sent, scrub);
      if (outcome.kind !== 'unavailable') return { outcome, latencyMs, attempts };
      doubts += isDoubtful ? 1 : 0;
      if (attempts >= policy.maxAttempts || doubts > 1) return { outcome, latencyMs, attempts };
      const askedMs = attempt.kind === 'fault' ? readDelayMs(attempt.headers, attempt.fault, Date.now()) : null;
      const delayMs = computeDelayMs(attempts, askedMs, random(), policy);
      if (delayMs === null) {
        const reason = `${outcome.reason}; the provider asks to wait ${Math.ceil((askedMs ?? 0) / 1000)} s`;
        return { outcome: { kind: 'unavailable', reason }, latencyMs, attempts };
      }
      await wait(delayMs, signal);
    }
  };
}

/** A 200 without a message and without an error of a known shape; what it says instead may explain it. */
function checkReadable(attempt: Attempt, isReadable: (answer: JsonObject) => boolean): Attempt {
  if (attempt.kind !== 'body' || isReadable(attempt.body)) return attempt;
  return { kind: 'broken', reason: `the answer has no message in it: ${readFault(null, attempt.body).message}` };
}

/** What an attempt means; `unavailable` here is "ask again while attempts are left", and only once more where it is doubtful. Throws where the fault is about no case. */
function decideAttempt(
  attempt: Attempt,
  sent: Sent,
  scrub: (text: string) => string,
): { readonly outcome: Exchange; readonly isDoubtful: boolean } {
  if (attempt.kind === 'body') return { outcome: attempt, isDoubtful: false };
  if (attempt.kind === 'broken') {
    const reason = shorten(scrub(attempt.reason));
    return { outcome: { kind: 'unavailable', reason, unreachable: true }, isDoubtful: false };
  }
  const fault = scrubFault(attempt.fault, scrub);
  const decision = decideFault(fault, sent);
  if (decision.kind === 'config') throw decision.error;
  const reason = describeFault(fault);
  if (decision.kind === 'rejected') {
    return { outcome: { kind: 'rejected', httpStatus: fault.status ?? 200, reason }, isDoubtful: false };
  }
  return { outcome: { kind: 'unavailable', reason }, isDoubtful: decision.kind === 'doubt' };
}

function describeFault({ status, code, type, message }: Fault): string {
  const head = status === null ? '200 with an error' : String(status);
  const word = code || type;
  const named = word === '' || word === head ? head : `${head} ${word}`;
  return message === '' ? named : `${named}: ${message}`;
}

/** Cleans a fault before anything is decided, so that every message made of it is clean, and cut to what fits a table cell. */
function scrubFault(fault: Fault, scrub: (text: string) => string): Fault {
  const { code, type, param, message } = fault;
  return { ...fault, code: scrub(code), type: scrub(type), param: scrub(param), message: shorten(scrub(message)) };
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > maxReasonLength ? `${line.slice(0, maxReasonLength)}…` : line;
}
