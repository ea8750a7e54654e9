/**
 * A small real model behind the part of the OpenAI API that Prompt Assay uses, on loopback only:
 * GET /v1/models and POST /v1/chat/completions. `node server.mjs [--port 8377] [--model FILE.gguf] [--threads N]`
 */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadModel } from './model.mjs';
import { parseChatRequest, RequestError } from './request.mjs';

const answeredModel = 'smollm2-135m-instruct-q4_1';
const modelIds = ['smollm2-135m-instruct', answeredModel];
const largestBody = 1024 * 1024;

const { values: options } = parseArgs({
  options: {
    port: { type: 'string', default: '8377' },
    model: {
      type: 'string',
      default: fileURLToPath(new URL('model/SmolLM2-135M-Instruct.Q4_1.gguf', import.meta.url)),
    },
    threads: { type: 'string', default: String(availableParallelism()) },
  },
});

const model = await loadModel(options.model, Number(options.threads));
const server = createServer((request, response) => {
  const closed = new AbortController();
  response.on('close', () => closed.abort());
  answer(request, closed.signal).then(
    (value) => send(response, 200, value),
    (error) => sendError(response, error),
  );
});
server.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
server.listen(Number(options.port), '127.0.0.1', () => {
  console.log(`${answeredModel} listens on http://127.0.0.1:${server.address().port}/v1`);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));

async function answer(request, signal) {
  const { pathname } = new URL(request.url, 'http://127.0.0.1');
  if (request.method === 'GET' && pathname === '/v1/models') {
    return { object: 'list', data: [{ id: modelIds[0], object: 'model', created: 0, owned_by: 'local' }] };
  }
  if (pathname !== '/v1/chat/completions')
    throw new RequestError(404, `There is no ${request.method} ${pathname} here.`);
  if (request.method !== 'POST') throw new RequestError(405, 'Use POST.');
  const completion = await model.complete(parseChatRequest(await readBody(request), modelIds), signal);
  return renderCompletion(completion);
}

async function readBody(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > largestBody) throw new RequestError(413, `The body is larger than ${largestBody} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function renderCompletion({ content, finishReason, promptTokens, completionTokens }) {
  return {
    id: `chatcmpl-${randomUUID()}`,
    object: 'chat.completion',
    created: Math.floor(Date.now() / 1000),
    model: answeredModel,
    choices: [
      { index: 0, message: { role: 'assistant', content, refusal: null }, logprobs: null, finish_reason: finishReason },
    ],
    usage: {
      prompt_tokens: promptTokens,
      completion_tokens: completionTokens,
      total_tokens: promptTokens + completionTokens,
    },
  };
}

function send(response, status, value) {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

function sendError(response, error) {
  if (!(error instanceof RequestError)) {
    if (!response.destroyed) console.error(error);
    send(response, 500, {
      error: { message: 'The local model failed.', type: 'server_error', param: null, code: null },
    });
    return;
  }
  const { status, message, param, code } = error;
  send(response, status, { error: { message, type: 'invalid_request_error', param, code } });
}
