import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createOpenAiModel } from '../../../src/adapters/openai/openai-model.ts';
import { UserError } from '../../../src/errors.ts';
import { attemptInTime } from '../../../src/execute/attempt-in-time.ts';
import { toKnown } from '../../../src/execute/known-answers.ts';
import { createPatience } from '../../../src/execute/patience.ts';
import { decideNext, noTries, retryPolicy } from '../../../src/execute/retry.ts';
import type { Attempt, Model, ModelCall } from '../../../src/ports.ts';
import { type FakeAnswer, type FakeModel, startFakeModel } from '../../helpers/fake-model/fake-model.ts';
import { createFakeTimer } from '../../helpers/fake-timer.ts';

/** The rows of the table of errors in docs/models.md, by their first cell. */
const rows = new Map(
  readFileSync(join(import.meta.dirname, '../../../docs/models.md'), 'utf8')
    .split('## Errors')[1]
    ?.split('\n\n')
    .find((part) => part.startsWith('|'))
    ?.split('\n')
    .slice(2)
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, says = '', fault = '', again = '']) => {
      // As the page says above the table: answers are kept, and what is known to be about the case.
      const cached = /^(nobody's|this case's)/.test(fault) ? 'yes' : 'no';
      return [says, { fault, again, cached }];
    }),
);

const error = (status: number, message: string, more: object = {}) => ({
  status,
  body: { error: { message, ...more } },
});
const inAnswer = (body: object) => ({ status: 200, body });

/** What endpoints say, under the row that tells what follows. */
const seen: readonly (readonly [
  row: string,
  answers: readonly (FakeAnswer | 'refused' | 'unknown host' | 'hang')[],
])[] = [
  ['200 with a message', ['fine', { content: null, finishReason: 'content_filter' }, { content: '', refusal: 'No.' }]],
  [
    '200 without a message, cut off, a stream, a web page, or not JSON',
    [
      inAnswer({ choices: [] }),
      inAnswer({ choices: null }),
      { fault: 'truncate' },
      { fault: 'garbage' },
      { status: 200, body: 'data: {"choices":[{"delta":{"content":"ye"}}]}\n\ndata: [DONE]\n' },
      { status: 200, body: '<!doctype html><title>Sign in</title>' },
      { status: 200, body: 'fine' },
    ],
  ],
  [
    '200 with an error in it, in any shape and with any code, `finish_reason: error` among them, that nobody knows',
    [
      inAnswer({ error: 'model is loading, try later' }),
      inAnswer({ choices: null, error: { message: 'upstream', code: 'something_new' } }),
      inAnswer({ error: { message: 'upstream', code: 502 } }),
      inAnswer({ choices: [{ finish_reason: 'error', message: { content: '' } }] }),
      inAnswer({ object: 'error', message: 'busy' }),
    ],
  ],
  ['no connection, a reset, a name that is not found', ['refused', 'unknown host', { fault: 'reset' }]],
  ['no complete answer in time', ['hang']],
  [
    '408, 409, 425, 500, 502, 504 and other 5xx',
    [408, 409, 425, 500, 501, 502, 504, 520].map((status) => error(status, 'upstream')),
  ],
  [
    '429, 503, 529, and any error that speaks of the pace (`rate_limit`, overloaded)',
    [
      ...[429, 503, 529].map((status) => error(status, 'busy')),
      error(400, 'Rate limit reached for model: 30 per minute'),
      error(500, 'The server is overloaded'),
      inAnswer({ error: { message: 'Too many requests upstream, slow down', code: 'rate_limited' } }),
      inAnswer({ error: { message: 'later', code: '429' } }),
    ],
  ],
  [
    '400 or 422 that asks to come again (not ready, try again in 5 s)',
    [
      error(400, 'No deployments available for selected model, Try again in 5 seconds.'),
      error(422, 'The engine is not ready, please retry'),
    ],
  ],
  [
    'any other 400 or 422 (account disabled, no deployment, region refused)',
    [
      error(400, 'This organization has been disabled.'),
      error(400, 'User location is not supported for the API use.'),
      error(422, 'something else'),
    ],
  ],
  [
    '400, 413 or 422 that is known to be about this request: its length, its content, a malformed message',
    [
      error(400, 'too long', { code: 'context_length_exceeded' }),
      error(413, 'Request entity too large'),
      error(400, 'The response was filtered', { code: 'content_filter' }),
      error(422, 'messages.0.content: must not be empty'),
    ],
  ],
  [
    '400 or 422 that names a parameter or a schema',
    [
      error(400, 'no', { code: 'unsupported_parameter', param: 'temperature' }),
      error(422, 'no', { param: 'top_k' }),
      error(400, 'Invalid schema', { code: 'invalid_json_schema' }),
    ],
  ],
  ['401, and a 400 about the key', [error(401, 'no'), error(400, 'API key not valid. Please pass a valid API key.')]],
  ['403', [error(403, 'no')]],
  [
    '404, 405 or 410, and a 400 or 422 about the model',
    [...[404, 405, 410].map((status) => error(status, 'no')), error(400, 'no', { code: 'model_not_found' })],
  ],
  [
    '402, a quota that is used up, "credit balance"',
    [
      error(402, 'pay'),
      error(429, 'You exceeded your current quota', { code: 'insufficient_quota' }),
      error(400, 'Your credit balance is too low'),
    ],
  ],
  ['any other 3xx or 4xx', [error(307, 'elsewhere'), error(418, 'teapot')]],
];

const call: ModelCall = {
  request: { model: 'm', api: 'chat', messages: [], parameters: { 'max-tokens': 9 }, responseFormat: null, tools: [] },
  key: 'k',
  purpose: 'generate',
  arm: 'candidate',
  sample: 0,
  owner: null,
};

const plain = { headers: {}, auth: 'bearer', apiVersion: null, map: {}, keyHint: '' } as const;

let server: FakeModel | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function attempt(answer: FakeAnswer | 'refused' | 'unknown host' | 'hang'): Promise<Attempt> {
  const connect = (baseUrl: string) => createOpenAiModel({ ...plain, baseUrl, apiKey: 'sk-0123456789abcdef' });
  const { signal } = new AbortController();
  if (answer === 'refused') return connect('http://127.0.0.1:1/v1').attempt(call, signal);
  if (answer === 'unknown host') return connect('http://nobody.invalid/v1').attempt(call, signal);
  if (answer === 'hang') return hang(signal);
  server = await startFakeModel({ answer: () => answer });
  return connect(server.url).attempt(call, signal);
}

function hang(signal: AbortSignal): Promise<Attempt> {
  const timer = createFakeTimer();
  const model: Model = {
    endpoint: async () => 'one',
    attempt: (_call, broken) => new Promise((_resolve, reject) => broken.addEventListener('abort', reject)),
  };
  return timer.run(attemptInTime(model, call, 0, { timer, patience: createPatience() }, signal));
}

/** How often the same is asked in all, where each attempt comes to the same. */
function countAttempts(each: Attempt): number {
  for (let tries = noTries; ; ) {
    const next = decideNext(tries, { ...each, rate: { ...each.rate, waitMs: null } }, 0, retryPolicy);
    if (next.kind === 'over') return next.result.attempts;
    ({ tries } = next);
  }
}

const faults = { answered: "nobody's", unavailable: "the provider's", rejected: "this case's" };
const again: { readonly [attempts: number]: string } = { 1: 'no', 2: 'once' };

/** The cells that what happens comes to. */
async function observe(answer: Parameters<typeof attempt>[0]) {
  try {
    const made = await attempt(answer);
    const times = countAttempts(made);
    return {
      fault: faults[made.result.status],
      again: again[times] ?? `up to ${times}`,
      cached: toKnown(made.result, 0) === null ? 'no' : 'yes',
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { fault: 'yours', again: 'no', cached: 'no' };
  }
}

describe('the table of errors in docs/models.md', () => {
  it('has the rows that are looked at here, and no other', () => {
    expect([...rows.keys()]).toEqual(seen.map(([row]) => row));
  });

  it.each(seen.flatMap(([row, answers]) => answers.map((answer) => [row, answer] as const)))(
    'holds: %s, as %j',
    async (row, answer) => {
      const said = rows.get(row);
      expect(await observe(answer)).toEqual({ ...said, fault: said?.fault.split(':')[0] });
    },
  );
});
