import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseJson } from '../../../src/json.ts';

/** One request as it arrived; `number` counts from 1 over the server's life. */
export interface FakeRequest {
  readonly number: number;
  readonly api: 'chat' | 'responses';
  readonly path: string;
  readonly headers: { readonly [name: string]: string | string[] | undefined };
  // biome-ignore lint/suspicious/noExplicitAny: tests reach into bodies of either API
  readonly body: any;
  /** The text of all messages, joined; what most scripts look at. */
  readonly text: string;
}

/** An answer in parts; what is not named has a plain default. */
export interface FakeMessage {
  readonly content?: string | null;
  readonly toolCalls?: readonly { readonly name: string; readonly arguments: string }[];
  readonly refusal?: string;
  readonly finishReason?: string;
  readonly usage?: { readonly input: number; readonly output: number } | null;
  readonly model?: string;
  readonly fingerprint?: string;
}

/** What the server does with a request: a text is the content of a 200; a `body` is sent as it is. */
export type FakeAnswer =
  | string
  | FakeMessage
  | { readonly status: number; readonly body: unknown; readonly headers?: { readonly [name: string]: string } }
  | { readonly fault: 'reset' | 'truncate' | 'slow' | 'garbage' };

/** A running server; `url` ends in /v1. */
export interface FakeModel {
  readonly url: string;
  readonly requests: readonly FakeRequest[];
  /** The most requests that were in flight at once. */
  readonly peak: () => number;
  close(): Promise<void>;
}

/** Starts an OpenAI-compatible server on loopback. A request for a judgement is known by `isJudgeRequest`. */
export async function startFakeModel(script: {
  readonly answer: (request: FakeRequest) => FakeAnswer | Promise<FakeAnswer>;
  readonly latencyMs?: number;
}): Promise<FakeModel> {
  const requests: FakeRequest[] = [];
  let inFlight = 0;
  let peak = 0;
  // A connection that the server gives up at the moment when a busy client uses it again would look like an outage.
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    inFlight += 1;
    peak = Math.max(peak, inFlight);
    response.on('close', () => {
      inFlight -= 1;
    });
    void serve(request, response);
  });
  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const received = await receive(incoming, requests.length + 1);
    requests.push(received);
    const answer = await script.answer(received);
    if (script.latencyMs !== undefined) await new Promise((done) => setTimeout(done, script.latencyMs));
    send(response, received, answer);
  }
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    peak: () => peak,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** True for a request that asks for a judgement: judges name their form so. */
export function isJudgeRequest(request: FakeRequest): boolean {
  const format = request.body?.response_format?.json_schema ?? request.body?.text?.format;
  return typeof format?.name === 'string' && format.name.endsWith('_judgement');
}

async function receive(request: IncomingMessage, number: number): Promise<FakeRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks).toString('utf8');
  // biome-ignore lint/suspicious/noExplicitAny: a body of either API
  const body: any = raw === '' ? null : parseJson(raw);
  const path = request.url ?? '';
  const api = path.endsWith('/responses') ? 'responses' : 'chat';
  const messages: readonly { readonly content: string }[] = body?.messages ?? body?.input ?? [];
  return { number, api, path, headers: request.headers, body, text: messages.map(({ content }) => content).join('\n') };
}

function send(response: ServerResponse, request: FakeRequest, answer: FakeAnswer): void {
  if (typeof answer === 'string') sendJson(response, 200, buildEnvelope(request, { content: answer }));
  else if ('fault' in answer) sendFault(response, request, answer.fault);
  else if ('status' in answer) sendJson(response, answer.status, answer.body, answer.headers);
  else sendJson(response, 200, buildEnvelope(request, answer));
}

/** `slow` never answers: the client has to give up. */
function sendFault(
  response: ServerResponse,
  request: FakeRequest,
  fault: 'reset' | 'truncate' | 'slow' | 'garbage',
): void {
  if (fault === 'reset') response.socket?.resetAndDestroy();
  if (fault === 'garbage') response.end('<html>upstream</html>');
  if (fault === 'truncate') {
    const text = JSON.stringify(buildEnvelope(request, { content: 'cut' }));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': text.length });
    response.write(text.slice(0, text.length / 2), () => response.socket?.destroy());
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

function buildEnvelope(request: FakeRequest, message: FakeMessage): unknown {
  const estimate = {
    input: Math.ceil(request.text.length / 4),
    output: Math.ceil((message.content ?? '').length / 4),
  };
  const usage = message.usage === undefined ? estimate : message.usage;
  return request.api === 'responses'
    ? buildResponse(request, message, usage)
    : buildCompletion(request, message, usage);
}

type Tokens = { readonly input: number; readonly output: number } | null;

function buildCompletion(request: FakeRequest, message: FakeMessage, usage: Tokens): unknown {
  const calls = message.toolCalls ?? [];
  const toolCalls = calls.map((call, index) => ({ id: `call_${index}`, type: 'function', function: call }));
  return {
    id: `chatcmpl-${request.number}`,
    object: 'chat.completion',
    created: 0,
    model: message.model ?? request.body.model,
    ...(message.fingerprint === undefined ? {} : { system_fingerprint: message.fingerprint }),
    choices: [
      {
        index: 0,
        finish_reason: message.finishReason ?? (calls.length > 0 ? 'tool_calls' : 'stop'),
        message: {
          role: 'assistant',
          content: message.content ?? null,
          refusal: message.refusal ?? null,
          ...(calls.length > 0 ? { tool_calls: toolCalls } : {}),
        },
      },
    ],
    ...(usage === null
      ? {}
      : {
          usage: {
            prompt_tokens: usage.input,
            completion_tokens: usage.output,
            total_tokens: usage.input + usage.output,
          },
        }),
  };
}

function buildResponse(request: FakeRequest, message: FakeMessage, usage: Tokens): unknown {
  const cut = message.finishReason === 'length' || message.finishReason === 'content_filter';
  const reason = message.finishReason === 'length' ? 'max_output_tokens' : message.finishReason;
  const text = message.content ?? '';
  const part =
    message.refusal === undefined ? { type: 'output_text', text } : { type: 'refusal', refusal: message.refusal };
  const calls = (message.toolCalls ?? []).map((call, index) => ({
    type: 'function_call',
    call_id: `call_${index}`,
    ...call,
  }));
  return {
    id: `resp_${request.number}`,
    object: 'response',
    model: message.model ?? request.body.model,
    status: cut ? 'incomplete' : 'completed',
    error: null,
    incomplete_details: cut ? { reason } : null,
    output: [{ type: 'message', role: 'assistant', content: [part] }, ...calls],
    ...(usage === null
      ? {}
      : {
          usage: {
            input_tokens: usage.input,
            output_tokens: usage.output,
            total_tokens: usage.input + usage.output,
          },
        }),
  };
}
