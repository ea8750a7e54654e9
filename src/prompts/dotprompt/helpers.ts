import { writeJson } from '../../json.ts';
import { builtinHelpers, type Helper, type Helpers, type Mark, type Named } from '../handlebars/helpers.ts';
import type { Value } from '../handlebars/nodes.ts';

/** The roles that a template may begin a message with, as it names them. */
const roleNames: readonly string[] = ['system', 'user', 'model', 'assistant', 'developer'];

/** The helpers of Dotprompt, beside those of Handlebars. */
export const dotpromptHelpers: Helpers = {
  values: new Map([
    ...builtinHelpers.values,
    ['json', { takes: 1, run: ([value], named) => writeValue(value, named.get('indent')) }],
  ]),
  conditions: new Map([
    ...builtinHelpers.conditions,
    ['ifEquals', { takes: 2, run: ([one, other]) => one === other }],
    ['unlessEquals', { takes: 2, run: ([one, other]) => one !== other }],
  ]),
  marks: new Map<string, Helper<Mark>>([
    ['role', { takes: 1, words: roleNames, run: ([role]) => ({ kind: 'role', role: String(role) }) }],
    ['history', { takes: 0, run: () => ({ kind: 'history' }) }],
    ['section', { takes: 1, run: () => ({ kind: 'section' }) }],
    ['media', { takes: 0, run: (_, named) => readMedia(named) }],
  ]),
};

function readMedia(named: Named): Mark {
  return { kind: 'media', url: toText(named.get('url')) ?? '', type: toText(named.get('contentType')) };
}

function writeValue(value: Value, indent: Value): Value {
  return value === undefined ? undefined : writeJson(value, typeof indent === 'number' ? indent : 0);
}

function toText(value: Value): string | null {
  return value === undefined || value === null ? null : String(value);
}
