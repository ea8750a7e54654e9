import type { NamedCall } from '../run/tool-calls.ts';
import { excerpt } from './excerpt.ts';

const most = 10;
const plain = /^[\w.:/-]{1,60}$/;

/** The names of calls for a reason, in their order, at most 10 of them: `search, refund`; `no tool` where there is none. */
export function listNames(calls: readonly Pick<NamedCall, 'name'>[]): string {
  if (calls.length === 0) return 'no tool';
  const shown = calls.slice(0, most).map(({ name }) => (plain.test(name) ? name : excerpt(name)));
  return [...shown, ...(calls.length > most ? [`and ${calls.length - most} more`] : [])].join(', ');
}
