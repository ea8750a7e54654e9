import { compilePattern } from '../checks/pattern.ts';
import type { CheckConfig } from '../config/config.ts';
import { isJsonObject, type Json } from '../json.ts';
import type { KeyPath } from '../text/yaml-file.ts';
import { type Fields, kindOf } from './fields.ts';
import { listVariables } from './template.ts';
import { unsetCheck } from './unset-metrics.ts';

interface TextCheck {
  readonly type: string;
  readonly not: boolean;
}

const types = new Map([
  ['equals', 'equals'],
  ['contains', 'contains'],
  ['includes', 'contains'],
  ['startswith', 'starts-with'],
  ['endswith', 'ends-with'],
  ['regex', 'regex'],
  ['pattern', 'regex'],
  ['regexmatch', 'regex'],
]);
/** After "not" the verb may stand as in "does not contain". */
const bareTypes = new Map([
  ['equal', 'equals'],
  ['contain', 'contains'],
  ['include', 'contains'],
  ['startwith', 'starts-with'],
  ['endwith', 'ends-with'],
]);

/** The check that a word names, in any spelling, as `notContains` or `starts_with`; null for every other word. */
export function findTextCheck(word: string): TextCheck | null {
  const plain = word.replace(/[-_ ]/g, '').toLowerCase();
  const negated = /^(?:doesnot|not)(.+)$/.exec(plain)?.[1];
  const type = negated === undefined ? types.get(plain) : (types.get(negated) ?? bareTypes.get(negated));
  return type === undefined ? null : { type, not: negated !== undefined };
}

/** Builds the check that a word names of the value at a path: a text, or a mapping that holds it under `value` or `pattern`. All but `equals` and patterns ignore case, as GitHub's do. Null after a report. */
export function buildTextCheck(
  fields: Fields,
  path: KeyPath,
  name: string,
  word: string,
  written: Json,
): CheckConfig | null {
  const found = findTextCheck(word);
  if (found === null) throw new Error(`no check of texts ${word}`);
  const { type, not } = found;
  const value = isJsonObject(written) ? (written.value ?? written.pattern ?? null) : written;
  if (value === null || typeof value === 'object' || value === '') {
    fields.reject(path, `must be text, not ${value === '' ? 'empty' : kindOf(value)}.`, 'Put quotes around it.');
    return null;
  }
  const fault = type === 'regex' ? findPatternFault(String(value)) : null;
  if (fault !== null) {
    fields.reject(path, fault, 'Patterns are RE2, without placeholders, look-around and back-references.');
    return null;
  }
  const folds = type !== 'equals' && type !== 'regex';
  const options = { [type === 'regex' ? 'pattern' : 'expected']: String(value), ...(folds && { 'ignore-case': true }) };
  const where = fields.yaml.whereKey(path);
  return { ...unsetCheck, name, type, not, options, where };
}

function findPatternFault(pattern: string): string | null {
  if (listVariables(pattern).length > 0) return 'is a pattern with a placeholder.';
  try {
    compilePattern(pattern);
    return null;
  } catch {
    return 'is no pattern that can be read.';
  }
}
