import { isJsonNumber, type Json } from '../json.ts';
import { kindOf, type Report } from './fields.ts';

/** The parameters we know by name, with the kind of value each takes; any other is passed on where a format allows it. */
const kinds: ReadonlyMap<string, 'number' | 'whole' | 'text' | 'any'> = new Map([
  ['temperature', 'number'],
  ['top-p', 'number'],
  ['top-k', 'whole'],
  ['min-p', 'number'],
  ['max-tokens', 'whole'],
  ['max-completion-tokens', 'whole'],
  ['max-output-tokens', 'whole'],
  ['seed', 'whole'],
  ['stop', 'any'],
  ['frequency-penalty', 'number'],
  ['presence-penalty', 'number'],
  ['repetition-penalty', 'number'],
  ['reasoning-effort', 'text'],
  ['verbosity', 'text'],
  ['logit-bias', 'any'],
  ['parallel-tool-calls', 'any'],
  ['tool-choice', 'any'],
  ['service-tier', 'text'],
] as const);

/** Names of the parameters that are known without being asked for. */
export const knownParameters: readonly string[] = [...kinds.keys()];

/** Those that only shape the answer: whatever their value, they reach for nothing, keep nothing and choose no price. */
export const shapingParameters: readonly string[] = knownParameters.filter((name) => name !== 'service-tier');

/** The three names of one setting, the most tokens an answer may have: whoever names one of them has named it. */
export const tokenLimits: readonly string[] = ['max-tokens', 'max-completion-tokens', 'max-output-tokens'];

/** What the request says elsewhere, or what would break how answers are read. */
const reserved: readonly string[] = ['model', 'messages', 'input', 'tools', 'response-format', 'stream', 'n'];

/** A parameter's canonical name: `maxTokens` and `max_tokens` are `max-tokens`. */
export function canonicalParameter(name: string): string {
  return name
    .replaceAll('_', '-')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
}

/** Checks a parameter's name and value by its canonical name, reporting at the path of the value; true where it may be sent. */
export function isParameter(name: string, value: Json, report: Report): boolean {
  const isRefused = reserved.includes(name) || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
  const fault = isRefused ? 'cannot be set as a model parameter.' : findFault(name, value);
  if (fault !== null) report([], fault, isRefused ? 'Remove it.' : 'Correct the value, or remove the key.');
  return fault === null;
}

function findFault(name: string, value: Json): string | null {
  if (value === null) return 'has no value.';
  const kind = kinds.get(name) ?? 'any';
  if (kind === 'text') return typeof value === 'string' ? null : `must be text, not ${kindOf(value)}.`;
  if (kind === 'any') return null;
  if (!isJsonNumber(value)) return `must be a number, not ${kindOf(value)}.`;
  if (kind === 'whole' && typeof value === 'number' && !Number.isInteger(value)) return 'must be a whole number.';
  return tokenLimits.includes(name) && value < 1 ? 'must be at least 1.' : null;
}
