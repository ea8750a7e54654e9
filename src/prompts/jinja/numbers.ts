import type { Json } from '../../json.ts';
import type { Arguments } from './arguments.ts';
import { nameKind, RenderFault } from './values.ts';

/** The number that a value is or a text writes; the argument, or 0, where there is none. */
export function readNumber(value: Json, args: Arguments, isWhole: boolean): Json {
  const fallback = args.find(0, 'default') ?? 0;
  if (typeof value === 'bigint') return value;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number === 'boolean') return Number(number);
  if (typeof number !== 'number' || !Number.isFinite(number)) return fallback;
  if (typeof value === 'string' && !Number.isSafeInteger(number) && /^\s*[-+]?\d+\s*$/.test(value))
    return BigInt(value);
  return isWhole ? Math.trunc(number) : number;
}

/** A number with so many digits behind the point. */
export function round(value: Json, args: Arguments): Json {
  const digits = Math.max(0, Math.min(20, args.whole(0, 'precision', 0)));
  if (typeof value === 'bigint') return value;
  if (typeof value !== 'number') throw new RenderFault(`rounds ${nameKind(value)}.`, 'Only numbers are rounded.');
  const method = args.text(1, 'method', 'common');
  const shift = 10 ** digits;
  if (method === 'floor') return Math.floor(value * shift) / shift;
  return method === 'ceil' ? Math.ceil(value * shift) / shift : Number(value.toFixed(digits));
}
