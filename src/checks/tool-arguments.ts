import { canonicalJson, isJsonObject, type Json } from '../json.ts';
import { type NamedCall, readCalls, renderCall } from '../run/tool-calls.ts';
import type { CheckKind } from './check.ts';
import { excerpt } from './excerpt.ts';
import { type Finding, found, unreadable } from './finding.ts';
import { lookAtCalls } from './made-calls.ts';
import { listNames } from './names.ts';

/** Each is looked for among all that were made. */
const mostExpected = 1000;

/** Every expected call was made with its arguments; each call that was made stands for one expected call. */
export const toolArguments: CheckKind = {
  type: 'tool-arguments',
  properties: {
    expected: {
      type: ['array', 'object', 'string'],
      items: { type: ['string', 'object'] },
      description:
        'The calls, with their arguments, that must be made: a list, one call, or a template that names a column with them. One without arguments asks for its tool alone.',
    },
    match: {
      enum: ['equal', 'include'],
      default: 'equal',
      description:
        'Whether the arguments must be equal, or may have more members, at every depth, than are expected. Lists are equal or not.',
    },
  },
  required: ['expected'],
  templates: ['expected'],
  dependencies: () => [],
  compile: (config) => ({
    follow: (output, { expected = null, match }) => {
      const named = readCalls(expected);
      if (named === null) return unreadable('"expected" holds no tool calls');
      if (named.length > mostExpected) return unreadable(`"expected" holds more than ${mostExpected} tool calls`);
      const asked = config.tool === null ? named : named.filter(({ name }) => name === config.tool);
      return lookAtCalls(config, output, (calls) => compareCalls(calls, asked, match === 'include'));
    },
  }),
};

/** A call that was made, and its arguments in a form that equal ones share. */
interface Made {
  readonly call: NamedCall;
  readonly text: string;
}

/** Those that ask for most choose first: what meets them meets the others, too. */
function compareCalls(calls: readonly NamedCall[], expected: readonly NamedCall[], more: boolean): Finding {
  const made = calls.map((call) => ({ call, text: canonicalJson(call.arguments ?? {}) }));
  const free = new Map<string, Made[]>();
  for (const one of made) {
    const own = free.get(one.call.name);
    if (own === undefined) free.set(one.call.name, [one]);
    else own.push(one);
  }
  const wanted = expected.map((call) => ({
    call,
    text: call.arguments === undefined ? '' : canonicalJson(call.arguments),
  }));
  const lacking = wanted
    .toSorted((a, b) => b.text.length - a.text.length)
    .find((one) => !takeCall(free.get(one.call.name) ?? [], one, more));
  if (lacking === undefined) return found(true, 'every expected call was made');
  const own = calls.filter(({ name }) => name === lacking.call.name);
  const called = own.length === 0 ? listNames(calls) : own.slice(0, 3).map(showCall).join(', ');
  return found(false, `called ${called}${own.length > 3 ? ', …' : ''}, expected ${showCall(lacking.call)}`);
}

function takeCall(own: Made[], wanted: Made, more: boolean): boolean {
  const place = own.findIndex(({ call, text }) => {
    if (wanted.call.arguments === undefined || text === wanted.text) return true;
    return more && includes(call.arguments ?? {}, wanted.call.arguments);
  });
  if (place >= 0) own.splice(place, 1);
  return place >= 0;
}

function includes(given: Json, wanted: Json): boolean {
  if (!isJsonObject(given) || !isJsonObject(wanted)) return canonicalJson(given) === canonicalJson(wanted);
  return Object.entries(wanted).every(
    ([key, value]) => Object.hasOwn(given, key) && includes(given[key] as Json, value),
  );
}

/** On one line, cut where it is long. */
function showCall(call: NamedCall): string {
  const line = renderCall(call);
  return line.length <= 120 ? line : excerpt(line);
}
