/** What goes wrong with one request. `after` means that it was applied first, as GitHub sometimes does. */
export type Fault =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly message: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly when: 'before' | 'after';
    }
  | { readonly kind: 'reset'; readonly when: 'before' | 'after' }
  /** A 200 whose body stops in the middle: `truncated` ends as if it were whole, `cut` before the announced length. */
  | { readonly kind: 'truncated' }
  | { readonly kind: 'cut' }
  /** A 200 with a text that is none of GitHub's, as a proxy gives; the request never arrived. */
  | { readonly kind: 'foreign'; readonly type: string; readonly text: string }
  | { readonly kind: 'hang' }
  | { readonly kind: 'slow'; readonly ms: number };

export interface FaultRequest {
  readonly method: string;
  /** The path below the API's root, decoded. */
  readonly path: string;
  /** Counts from 0 over all requests. */
  readonly index: number;
}

/** Decides for each request what goes wrong; null for nothing. */
export type FaultPlan = (request: FaultRequest) => Fault | null;

const answer = (status: number, message: string, headers = {}, when: 'before' | 'after' = 'before'): Fault => ({
  kind: 'answer',
  status,
  message,
  headers,
  when,
});

/** The faults GitHub is known for. */
export const faults = {
  secondaryLimit: (retryAfterSeconds = 1) =>
    answer(403, 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.', {
      'retry-after': String(retryAfterSeconds),
    }),
  primaryLimit: (resetInSeconds: number) =>
    answer(403, 'API rate limit exceeded for installation ID 1.', {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + resetInSeconds),
    }),
  tooMany: () => answer(429, 'Too many requests', { 'retry-after': '1' }),
  badGateway: (when: 'before' | 'after') => answer(502, 'Server Error', {}, when),
  serverError: () => answer(500, 'Server Error'),
  unprocessable: (message = 'Validation Failed') => answer(422, message),
  conflict: () => answer(409, 'Conflict'),
  unauthorized: () => answer(401, 'Bad credentials'),
  truncated: (): Fault => ({ kind: 'truncated' }),
  cut: (): Fault => ({ kind: 'cut' }),
  missingScope: () => answer(404, 'Not Found'),
  forbidden: () => answer(403, 'Resource not accessible by integration'),
  reset: (when: 'before' | 'after' = 'before'): Fault => ({ kind: 'reset', when }),
  /** JSON of another shape. */
  misshapen: (value: unknown): Fault => ({
    kind: 'foreign',
    type: 'application/json; charset=utf-8',
    text: JSON.stringify(value),
  }),
  page: (): Fault => ({
    kind: 'foreign',
    type: 'text/html; charset=utf-8',
    text: '<!doctype html><title>Sign in</title>',
  }),
  slow: (ms: number): Fault => ({ kind: 'slow', ms }),
  /** Taken, and never answered. */
  hang: (): Fault => ({ kind: 'hang' }),
};

/** A plan that applies a fault to the first `times` requests whose `METHOD /path` matches. */
export function failing(pattern: RegExp, fault: Fault, times = 1): FaultPlan {
  let left = times;
  return ({ method, path }) => {
    if (left === 0 || !pattern.test(`${method} ${path}`)) return null;
    left -= 1;
    return fault;
  };
}
