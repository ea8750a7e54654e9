import { isJsonNumber, type Json, type JsonObject } from '../json.ts';
import { quoteName } from '../text/problems.ts';
import { RecordFault } from './fault.ts';
import { textOf } from './fields.ts';

const instant = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(\.\d{1,9})?(Z|[+-]\d{2}:?\d{2})?$/;
/** As far as JavaScript's dates reach. */
const maxMs = 8.64e15;

/** Milliseconds since 1970 of a time as text; without a zone it is UTC, as the exports say of theirs. Null where there is none. */
export function instantOf(object: JsonObject, key: string): number | null {
  const text = textOf(object, key);
  if (text === null) return null;
  const [, day, clock, fraction = '', zone = 'Z'] = instant.exec(text) ?? [];
  // Dates count whole milliseconds: what follows is added as it stands.
  const wholeMs = Date.parse(`${day}T${clock}${zone}`);
  if (!Number.isNaN(wholeMs)) return wholeMs + (fraction === '' ? 0 : Number(fraction) * 1000);
  throw new RecordFault(`has "${key}" with ${quoteName(text)}, which is no time.`);
}

/** Nanoseconds since 1970 as OTLP writes them: digits as text, or a number. Null where there are none, or 0, which means unknown. */
export function nanosOf(object: JsonObject, key: string): bigint | null {
  const value: Json = object[key] ?? null;
  if (value === null) return null;
  const isDigits = typeof value === 'string' && /^\d{1,20}$/.test(value);
  const nanos = isDigits || (isJsonNumber(value) && Number.isInteger(Number(value))) ? BigInt(value) : -1n;
  if (nanos < 0n || toMs(nanos) > maxMs)
    throw new RecordFault(`has "${key}" with ${quoteName(String(value))}, which is no time.`);
  return nanos === 0n ? null : nanos;
}

/** Milliseconds of nanoseconds, to the microsecond. */
export function toMs(nanos: bigint): number {
  return Number(nanos / 1000n) / 1000;
}

/** Milliseconds from a start to an end, to the microsecond; null where one is unknown, or where clocks were set back between them. */
export function elapsed(fromMs: number | null, toMs: number | null): number | null {
  if (fromMs === null || toMs === null || toMs < fromMs) return null;
  return Math.round((toMs - fromMs) * 1000) / 1000;
}
