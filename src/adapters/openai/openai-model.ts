import type { ChosenEndpoint } from '../../config/endpoints.ts';
import type { JsonObject } from '../../json.ts';
import { type Attempt, type Model, type ModelCall, unknownRate } from '../../ports.ts';
import { buildWireRequest } from '../../prompts/wire-request.ts';
import { type Answer, parseChatAnswer, parseResponsesAnswer } from './answer.ts';
import { decideFault, type Sent } from './decide-fault.ts';
import { createKeyHider, createScrubber, parseEndpoint, resolveModelId } from './endpoint.ts';
import { type Fault, readFault } from './fault.ts';
import { readAnswerRate, readFaultRate } from './rate-facts.ts';
import { createTransport, type Reply } from './transport.ts';

/** What an endpoint needs to be asked. The key is null only for an endpoint on this machine, or where a header carries one. */
export type OpenAiModelOptions = Pick<
  ChosenEndpoint,
  'baseUrl' | 'apiKey' | 'headers' | 'auth' | 'apiVersion' | 'map' | 'keyHint'
>;

const maxReasonLength = 500;

/** Makes a model of an OpenAI-compatible endpoint. Throws a UserError for a missing key. */
export function createOpenAiModel(options: OpenAiModelOptions): Model {
  const endpoint = parseEndpoint(options);
  const transport = createTransport(endpoint);
  const hideKey = createKeyHider(endpoint.apiKey);
  const scrub = createScrubber(endpoint.secrets);
  return {
    endpoint: async () => endpoint.id,
    async attempt(call, signal) {
      const model = resolveModelId(call.request.model, endpoint.host, options.map);
      const { path, body, names } = buildWireRequest(call.request, model);
      const startedMs = performance.now();
      const reply = await transport(path, body, signal);
      const timing = { latencyMs: Math.round(performance.now() - startedMs), attempts: 1 };
      const answer = reply.kind === 'body' ? readAnswer(call, hideKey(reply.body)) : null;
      if (reply.kind !== 'body' || answer === null) {
        return describeFailure(reply, { model, host: endpoint.host, names }, scrub, timing);
      }
      const rate = readAnswerRate(reply.headers, Date.now());
      return { result: { status: 'answered', ...answer, ...timing }, again: 'never', rate };
    },
  };
}

function readAnswer(call: ModelCall, body: JsonObject): Answer | null {
  return call.request.api === 'chat' ? parseChatAnswer(body) : parseResponsesAnswer(body);
}

/** What follows from a reply without an answer in it. Throws where the fault is about no case. */
function describeFailure(
  reply: Reply,
  sent: Sent,
  scrub: (text: string) => string,
  timing: { readonly latencyMs: number; readonly attempts: number },
): Attempt {
  if (reply.kind !== 'fault') {
    const reason = shorten(scrub(describeUnread(reply, sent.host)));
    return {
      result: { status: 'unavailable', reason, ...timing },
      again: 'often',
      rate: reply.kind === 'body' ? readAnswerRate(reply.headers, Date.now()) : unknownRate,
    };
  }
  const rate = readFaultRate(reply.headers, reply.fault, Date.now());
  const fault = scrubFault(reply.fault, scrub);
  const decision = decideFault(fault, sent);
  if (decision.kind === 'config') throw decision.error;
  if (decision.kind === 'rejected') {
    const result = {
      status: 'rejected',
      httpStatus: fault.status ?? 200,
      reason: describeFault(fault),
      ...timing,
    } as const;
    return { result, again: 'never', rate: { ...rate, isLimited: false } };
  }
  const reason = `${sent.host} answered ${describeFault(fault)}`;
  const result = { status: 'unavailable', reason, ...timing } as const;
  return { result, again: decision.kind === 'doubt' ? 'once' : 'often', rate };
}

/** A 200 without a message and without an error of a known shape: what it says instead may explain it. */
function describeUnread(reply: Exclude<Reply, { kind: 'fault' }>, host: string): string {
  if (reply.kind === 'broken') return reply.reason;
  return `the answer of ${host} has no message in it: ${readFault(null, reply.body).message}`;
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
