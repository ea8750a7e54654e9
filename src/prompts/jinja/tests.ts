import { isJsonNumber, isJsonObject, type Json } from '../../json.ts';
import { Missing, type Value } from './values.ts';

const whole = (value: Json): boolean => typeof value === 'bigint' || Number.isInteger(value);
const isEven = (value: Json): boolean => whole(value) && BigInt(value as number | bigint) % 2n === 0n;
const isMap = (value: Json): boolean => isJsonObject(value);

/** What is tested of a value that is there. */
const ofValues: ReadonlyMap<string, (value: Json) => boolean> = new Map([
  ['none', (value) => value === null],
  ['string', (value) => typeof value === 'string'],
  ['number', isJsonNumber],
  ['integer', whole],
  ['float', (value) => isJsonNumber(value) && !whole(value)],
  ['boolean', (value) => typeof value === 'boolean'],
  ['true', (value) => value === true],
  ['false', (value) => value === false],
  ['mapping', isMap],
  ['sequence', (value) => Array.isArray(value) || typeof value === 'string'],
  ['iterable', (value) => typeof value === 'string' || (typeof value === 'object' && value !== null)],
  ['even', isEven],
  ['odd', (value) => whole(value) && !isEven(value)],
  // A text without letters is neither.
  ['lower', (value) => typeof value === 'string' && value === value.toLowerCase() && value !== value.toUpperCase()],
  ['upper', (value) => typeof value === 'string' && value === value.toUpperCase() && value !== value.toLowerCase()],
]);

/** What may stand behind `is`. */
export const tests: ReadonlyMap<string, (value: Value) => boolean> = new Map([
  ['defined', (value: Value) => !(value instanceof Missing)],
  ['undefined', (value: Value) => value instanceof Missing],
  ...[...ofValues].map(([name, test]) => [name, (value: Value) => !(value instanceof Missing) && test(value)] as const),
]);
