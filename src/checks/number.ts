import { isJsonNumber, type Json, readDigits } from '../json.ts';
import type { CheckKind } from './check.ts';
import { excerpt } from './excerpt.ts';
import { type Finding, found, type Target, targetText, unreadable } from './finding.ts';
import { findNearest } from './nearest.ts';

const jsonNumber = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;
/** A double has 17 significant digits; a text far beyond any number need not be tried. */
const maxLength = 400;

/** The target is a number within `tolerance` of the expected one. */
export const number: CheckKind = {
  type: 'number',
  properties: {
    expected: {
      type: ['number', 'string', 'array'],
      minLength: 1,
      minItems: 1,
      items: { type: ['number', 'string'], minLength: 1 },
      description: 'The number expected, or a template that the row fills in with one; of a list of them any will do.',
    },
    tolerance: {
      type: 'number',
      minimum: 0,
      default: 0,
      description: 'The largest difference that still counts, in either direction.',
    },
  },
  required: ['expected'],
  templates: ['expected'],
  dependencies: () => [],
  compile: () => ({
    measure: (target, options) =>
      findNearest([options.expected ?? null].flat(), (expected) =>
        compareNumbers(target, expected, Number(options.tolerance ?? 0)),
      ),
  }),
};

/** Reads a JSON number, or a text that is, without blanks around it, nothing but a number as JSON writes it; null for all else (`+1`, `1,000`, `4 items`). */
function readNumber(value: Json): number | bigint | null {
  if (typeof value === 'string') {
    const text = value.length > maxLength ? '' : value.trim();
    return jsonNumber.test(text) ? finite(readDigits(text)) : null;
  }
  return isJsonNumber(value) ? finite(value) : null;
}

function finite(value: number | bigint): number | bigint | null {
  return typeof value === 'bigint' || Number.isFinite(value) ? value : null;
}

function compareNumbers(target: Target, expectedValue: Json, tolerance: number): Finding {
  const actual = readNumber(target.kind === 'text' ? target.text : target.value);
  if (actual === null) return unreadable(`${excerpt(targetText(target))} is not a number`);
  const expected = readNumber(expectedValue);
  if (expected === null) return unreadable(`the expected value ${excerpt(String(expectedValue))} is not a number`);
  const holds = isWithin(actual, expected, tolerance);
  const range = tolerance === 0 ? `${expected}` : `${expected} ± ${tolerance}`;
  return found(holds, `is ${actual}, ${holds ? 'within' : 'expected'} ${range}`);
}

function isWithin(actual: number | bigint, expected: number | bigint, tolerance: number): boolean {
  if ([actual, expected].every((value) => typeof value === 'bigint' || Number.isInteger(value))) {
    const difference = BigInt(actual) - BigInt(expected);
    return (difference < 0n ? -difference : difference) <= tolerance;
  }
  const [a, b] = [Number(actual), Number(expected)];
  // Decimal fractions are not exact in binary: 1.1 must lie within 0.1 of 1.
  const slack = 4 * Number.EPSILON * Math.max(Math.abs(a), Math.abs(b));
  return Math.abs(a - b) <= tolerance + slack;
}
