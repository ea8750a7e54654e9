import { createServer } from 'node:http';

const toolCall = { id: 'call_1', type: 'function', function: { name: 'find_parcel', arguments: '{"id": "P-7"}' } };
const usage = {
  prompt_tokens: 21,
  completion_tokens: 6,
  total_tokens: 27,
  prompt_tokens_details: { cached_tokens: 3 },
  completion_tokens_details: { reasoning_tokens: 2 },
};

/**
 * A model's endpoint and the collectors of the tracing tools in one: it answers chat completions, calls the tool where one
 * is offered to a user's question, refuses the model `gone`, and keeps what tracing clients send. `traces` has the bodies
 * of OTLP, `runs` LangSmith's runs by id.
 */
export async function createStandIn() {
  const traces = [];
  const runs = new Map();
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const { status = 200, value } = answer(request, body, { traces, runs });
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    traces,
    runs,
    close: () => new Promise((done) => server.close(done)),
  };
}

function answer({ url, headers }, body, { traces, runs }) {
  if (url.endsWith('/chat/completions')) return complete(JSON.parse(body));
  if (url.endsWith('/v1/traces'))
    traces.push({ type: headers['content-type'], gzip: headers['content-encoding'], body });
  if (url === '/runs/query') return { value: { runs: [...runs.values()], cursors: { next: null } } };
  if (/^\/runs(\/[\w-]+)?$/.test(url) && body.length > 0) keepRun(runs, JSON.parse(body));
  return { value: {} };
}

/** The first request of a run begins it, the second ends it. */
function keepRun(runs, run) {
  const session_id = '00000000-0000-4000-8000-000000000001';
  const { attachments: _, ...known } = { ...runs.get(run.id), ...run };
  runs.set(run.id, { ...known, session_id, app_path: '/', status: run.error ? 'error' : 'success' });
}

function complete({ model, messages, tools }) {
  if (model === 'gone') return { status: 404, value: { error: { message: 'no such model', code: 'model_not_found' } } };
  const calls = messages.at(-1).role === 'user' && tools !== undefined;
  const message = calls
    ? { role: 'assistant', content: null, tool_calls: [toolCall] }
    : { role: 'assistant', content: 'It arrives on Friday.' };
  return {
    value: {
      id: 'chatcmpl-1',
      object: 'chat.completion',
      created: 1764400000,
      model: `${model}-2026-08-07`,
      system_fingerprint: 'fp_1',
      choices: [{ index: 0, message, finish_reason: calls ? 'tool_calls' : 'stop', logprobs: null }],
      usage,
    },
  };
}
