import { UserError, type Where } from '../errors.ts';
import type { Json } from '../json.ts';
import { buildPlaces } from './places.ts';
import type { SourceFile } from './source-file.ts';

/** Deeper values are no data but an attack on recursive code. */
export const maxDepth = 100;
/** What a value weighs beside its text, so that a million empty ones are not free. */
const valueSize = 16;

/** Says what keeps a parsed value from being JSON that is safe to walk: not finite, too deep or endless, larger than `maxSize` once shared parts are written out (text by its length, 16 more for every value); null where nothing does. */
export function findJsonFault(value: unknown, maxSize = Number.POSITIVE_INFINITY): string | null {
  let size = 0;
  const visit = (node: unknown, depth: number): string | null => {
    size += typeof node === 'string' ? node.length + valueSize : valueSize;
    if (size > maxSize) return 'is too large once its aliases are written out.';
    if (node === null || typeof node === 'string' || typeof node === 'boolean') return null;
    if (typeof node === 'number') return Number.isFinite(node) ? null : 'holds a number that is not finite.';
    if (depth === maxDepth) return `is nested more than ${maxDepth} levels deep.`;
    if (typeof node !== 'object' || !isPlain(node)) return 'holds a value that is neither text, number, list nor map.';
    for (const member of Array.isArray(node) ? node : Object.values(node)) {
      const fault = visit(member, depth + 1);
      if (fault !== null) return fault;
    }
    return null;
  };
  return visit(value, 0);
}

function isPlain(node: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(node);
  return Array.isArray(node) || prototype === Object.prototype || prototype === null;
}

/** The offset in `text` at which JSON.parse gave up with `error`. */
export function jsonErrorOffset(text: string, error: unknown): number {
  const message = error instanceof SyntaxError ? error.message : '';
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  if (!isTokenError(message)) return text.length;
  // V8 names no position for an unexpected token: it is the last character of the shortest beginning that has the same fault.
  let [low, high] = [1, text.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isTokenError(jsonErrorMessage(text.slice(0, middle)))) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}

function isTokenError(message: string): boolean {
  return message.endsWith('is not valid JSON');
}

function jsonErrorMessage(text: string): string {
  try {
    JSON.parse(text);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

/** Parses a whole JSON file; throws a UserError with line and column. */
export function parseJsonFile(file: SourceFile): Json {
  let value: Json;
  try {
    value = JSON.parse(file.text) as Json;
  } catch (error) {
    const where: Where = buildPlaces(file)(jsonErrorOffset(file.text, error));
    throw UserError.of('is not valid JSON here.', 'Look for a missing comma, quote or bracket.', where);
  }
  const fault = findJsonFault(value);
  if (fault !== null) throw UserError.of(fault, 'Keep to plain, finite values.', fileWhere(file));
  return value;
}

/** The file as a whole, for mistakes that stand on no line. */
export function fileWhere(file: SourceFile): Where {
  return { path: file.path, line: null, column: null };
}
