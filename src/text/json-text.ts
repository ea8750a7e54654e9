import { buildProblem, type Problem, UserError, type Where } from '../errors.ts';
import { JsonFault, type JsonReading, maxDepth, readJson } from '../json.ts';
import { buildPlaces } from './places.ts';
import { quoteName, throwProblems } from './problems.ts';
import type { SourceFile } from './source-file.ts';

/** Says what keeps a parsed value from being JSON that is safe to walk: not finite, too deep or endless; null where nothing does. */
export function findJsonFault(value: unknown): string | null {
  const visit = (node: unknown, depth: number): string | null => {
    if (node === null || typeof node === 'string' || typeof node === 'boolean' || typeof node === 'bigint') return null;
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

/** Reads a whole JSON file. Throws a UserError with line and column for what is no JSON, for a key given twice and for what is not safe to walk. */
export function readJsonFile(file: SourceFile): JsonReading {
  const at = buildPlaces(file);
  const reading = readOrExplain(file.text, 'Look for a missing comma, quote or bracket.', at);
  throwProblems(reading.repeated.map(({ key, offset }) => explainRepeated(key, at(offset))));
  const fault = findJsonFault(reading.value);
  if (fault !== null) throw UserError.of(fault, 'Keep to plain, finite values.', fileWhere(file));
  return reading;
}

/** Reads a text as JSON; throws a UserError at the place of the offset where it is none. */
export function readOrExplain(text: string, hint: string, at: (offset: number) => Where): JsonReading {
  try {
    return readJson(text);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    const isNoNumber = /^-?(?:NaN|Infinity)/.test(text.slice(error.offset, error.offset + 9));
    const advice = isNoNumber ? 'JSON has no NaN and no Infinity: write null, or a number.' : hint;
    throw UserError.of(error.message, advice, at(error.offset), { cause: error });
  }
}

/** A key that its mapping has already: which of the two values is meant, nobody can tell. */
export function explainRepeated(key: string, where: Where): Problem {
  return buildProblem(`${quoteName(key)} is given twice.`, 'Keep one of them.', where);
}

/** The file as a whole, for mistakes that stand on no line. */
export function fileWhere(file: SourceFile): Where {
  return { path: file.path, line: null, column: null };
}
