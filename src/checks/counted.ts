import type { CheckConfig } from '../config/config.ts';
import { UserError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { type Finding, found } from './finding.ts';

/** The key `max` of what ought not to happen, 0 unless the config allows some of it. */
export const allowance = (what: string): JsonObject => ({
  max: { type: 'integer', minimum: 0, default: 0, description: `The largest number of ${what}.` },
});

/** The keys `min` and `max` of a number of things. */
export const bounds = (what: string): JsonObject => ({
  min: { type: 'integer', minimum: 0, description: `The smallest number of ${what}.` },
  max: { type: 'integer', minimum: 0, description: `The largest number of ${what}.` },
});

/** Throws a UserError for bounds that nothing or everything lies between. */
export function requireBounds({ name, options, where }: CheckConfig): void {
  const { min, max } = options as { readonly min?: number; readonly max?: number };
  if (min === undefined && max === undefined) {
    throw UserError.of(`the check "${name}" has no bound.`, 'Add "min" or "max".', where);
  }
  if (min !== undefined && max !== undefined && min > max) {
    const message = `the check "${name}" has a min (${min}) above its max (${max}).`;
    throw UserError.of(message, 'Swap them: no output could pass.', where);
  }
}

/** One thing and several of them, in words. */
type Words = readonly [one: string, several: string];

/** Whether a number of things lies between the bounds; `detail` is what more there is to say of them. */
export function measureCount(count: number, [one, several]: Words, { min, max }: JsonObject, detail = ''): Finding {
  const things = `${count} ${count === 1 ? one : several}${detail === '' ? '' : ` (${detail})`}`;
  if (min !== undefined && count < Number(min)) return found(false, `${things}, at least ${Number(min)} expected`);
  if (max !== undefined && count > Number(max)) return found(false, `${things}, at most ${Number(max)} allowed`);
  return found(true, things);
}
