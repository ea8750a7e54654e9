import { type FakeAnswer, type FakeModel, startFakeModel } from '../../__tests__/helpers/fake-model/fake-model.ts';

const error = (status: number, message: string, more: object = {}): FakeAnswer => ({
  status,
  body: { error: { message, ...more } },
});
const inAnswer = (body: unknown): FakeAnswer => ({ status: 200, body });

/** What an outage looks like to those who ask: none of it is about their prompt. */
const shapes: readonly FakeAnswer[] = [
  { status: 429, body: { error: { message: 'slow down' } }, headers: { 'retry-after': '1' } },
  error(429, 'Rate limit reached. Please try again in 2s.'),
  error(429, 'no word on when'),
  error(408, 'timeout'),
  error(409, 'conflict'),
  error(500, 'internal'),
  { status: 502, body: '<html><h1>502 Bad Gateway</h1></html>' },
  error(503, 'overloaded'),
  error(529, 'overloaded', { type: 'overloaded_error' }),
  error(400, 'This organization has been disabled.'),
  error(400, 'No deployments available for selected model, Try again in 5 seconds.'),
  error(400, 'The engine is not ready, please retry'),
  error(400, 'User location is not supported for the API use.'),
  ...[429, '429', 'rate_limited', 'upstream_error', 'server_overloaded', 'something new', null, 502, '503'].map(
    (code) => inAnswer({ choices: null, error: { message: 'upstream', code } }),
  ),
  inAnswer({ error: 'model is loading, try later' }),
  inAnswer({ choices: [] }),
  inAnswer({ choices: [{ index: 0, finish_reason: 'error', message: { role: 'assistant', content: '' } }] }),
  inAnswer('<!doctype html><title>Sign in</title>'),
  inAnswer('data: {"choices":[{"delta":{"content":"y"}}]}\n\ndata: [DONE]\n'),
  { fault: 'reset' },
  { fault: 'truncate' },
  { fault: 'garbage' },
  { fault: 'slow' },
];

/** A provider on this machine whose every answer is right. */
export interface Provider extends Pick<FakeModel, 'url' | 'requests' | 'close'> {
  /** Ends the outage. */
  heal(): void;
}

/** Starts a provider of which a share of the requests, in 0..1, ends in an outage of some shape; `random` is in 0..1. Its answers take `latencyMs`. */
export async function startProvider(share: number, random: () => number, latencyMs = 0): Promise<Provider> {
  let failing = share;
  const answer = (): FakeAnswer =>
    random() < failing ? (shapes[Math.floor(random() * shapes.length)] as FakeAnswer) : 'yes';
  const server = await startFakeModel({ answer, latencyMs });
  return {
    ...server,
    heal: () => {
      failing = 0;
    },
  };
}
