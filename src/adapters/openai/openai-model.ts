import type { ChosenEndpoint } from '../../config/endpoints.ts';
import type { JsonObject } from '../../json.ts';
import { type Attempt, type Model, type ModelCall, unknownRate } from '../../ports.ts';
import { buildWireRequest } from '../../prompts/wire-request.ts';
import { createKeyHider } from '../../secrets.ts';
import { type Answer, parseChatAnswer, parseResponsesAnswer } from './answer.ts';
import { decideFault, type Sent } from './decide-fault.ts';
import { createFaultScrubber, parseEndpoint, resolveModelId } from './endpoint.ts';
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
  const hideKey = createKeyHider(endpoint.credentials);
  const scrub = createFaultScrubber(endpoint);
  return {
    endpoint: async () => endpoint.id,
    async attempt(call, signal) {
      const model = resolveModelId(call.request.model, endpoint.host, options.map);
      const { path, body, names } = buildWireRequest(call.request, model);
      const startedMs = performance.now();
      const reply = cleanReply(await transport(path, body, signal), scrub);
      const timing = { latencyMs: Math.round(performance.now() - startedMs), attempts: 1 };
      const answer = reply.kind === 'body' ? readAnswer(call, reply.body, hideKey) : null;
      if (reply.kind !== 'body' || answer === null) {
        return describeFailure(reply, { model, host: endpoint.host, names }, scrub, timing);
      }
      const rate = readAnswerRate(reply.headers, Date.now());
      return { result: { status: 'answered', ...answer, ...timing }, again: 'never', rate };
    },
  };
}

/** Reads an answer without a key in it, nor one that is spelt by the tokens beside it. */
function readAnswer(call: ModelCall, body: JsonObject, hideKey: <T>(answer: T) => T): Answer | null {
  const answer = hideKey(call.request.api === 'chat' ? parseChatAnswer(body) : parseResponsesAnswer(body));
  const spelt = answer?.tokens?.map(({ token }) => token).join('') ?? '';
  if (answer === null || hideKey(spelt) === spelt) return answer;
  const { tokens: _, ...rest } = answer;
  return rest;
}

/** A reply of which nothing that is not an answer holds a secret, before anything is made of it. */
function cleanReply(reply: Reply, scrub: (text: string) => string): Reply {
  if (reply.kind === 'broken') return { ...reply, reason: scrub(reply.reason) };
  const headers = new Headers([...reply.headers].map(([name, value]) => [name, scrub(value)]));
  if (reply.kind === 'body') return { ...reply, headers };
  const { code, type, param, message, delay } = reply.fault;
  const said = {
    code: scrub(code),
    type: scrub(type),
    param: scrub(param),
    message: scrub(message),
    delay: scrub(delay),
  };
  return { ...reply, headers, fault: { ...reply.fault, ...said } };
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
  const fault = { ...reply.fault, message: shorten(reply.fault.message) };
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

/** On one line, and cut to what fits a table cell. */
function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > maxReasonLength ? `${line.slice(0, maxReasonLength)}…` : line;
}
