import type { CheckConfig } from '../config/config.ts';
import { UserError } from '../errors.ts';
import type { Json, JsonObject } from '../json.ts';
import { type NamedCall, readCalls } from '../run/tool-calls.ts';
import type { CheckKind, StoryRule } from './check.ts';
import { type Finding, found, unreadable } from './finding.ts';
import { lookAtCalls } from './made-calls.ts';
import { listNames } from './names.ts';

const list = (description: string) => ({
  type: ['array', 'string'],
  items: { type: ['string', 'object'] },
  description,
});

/** Which tools were called, by name: those named, one of them, none of them, no other, or exactly these. */
export const toolCalled: CheckKind = {
  type: 'tool-called',
  properties: {
    all: list('Tools that must all be called, one that is listed twice twice; a template may name a column with them.'),
    any: list('Tools of which at least one must be called.'),
    none: list('Tools that must not be called.'),
    only: list('Tools beside which none may be called.'),
    exactly: list('The tools that must be called, as often as they are listed, and no other.'),
    order: {
      enum: ['any', 'in-order'],
      default: 'any',
      description: 'Whether the tools of `all` or `exactly` must be called in the order in which they are listed.',
    },
  },
  required: [],
  templates: ['all', 'any', 'none', 'only', 'exactly'],
  dependencies: () => [],
  compile: compileToolCalled,
};

interface Asked {
  readonly made: readonly string[];
  readonly named: readonly string[];
  readonly inOrder: boolean;
}

/** Each way to ask, and how the reason goes on behind what was called. */
const rules: { readonly [key: string]: { holds(asked: Asked): boolean; say(names: string): string } } = {
  none: {
    holds: ({ made, named }) => !made.some((name) => named.includes(name)),
    say: (names) => `expected none of ${names}`,
  },
  only: {
    holds: ({ made, named }) => made.every((name) => named.includes(name)),
    say: (names) => `expected only ${names}`,
  },
  exactly: {
    holds: (asked) => asked.made.length === asked.named.length && includesAll(asked),
    say: (names) => `expected exactly ${names}`,
  },
  all: { holds: includesAll, say: (names) => `expected ${names}` },
  any: {
    holds: ({ made, named }) => named.some((name) => made.includes(name)),
    say: (names) => `expected one of ${names}`,
  },
};

function compileToolCalled(config: CheckConfig): StoryRule {
  const { name, tool, options, where } = config;
  const asked = Object.keys(rules).filter((key) => options[key] !== undefined);
  if (tool === null && asked.length === 0) {
    const hint = 'Add "tool" with a name, or a list as "all", "any", "none", "only" or "exactly".';
    throw UserError.of(`the check "${name}" names no tool.`, hint, where);
  }
  const inOrder = options.order === 'in-order';
  if (inOrder && options.all === undefined && options.exactly === undefined) {
    throw UserError.of(
      `the check "${name}" has an order of nothing.`,
      'Add "all" or "exactly", or remove "order".',
      where,
    );
  }
  return {
    follow: (output, rendered) =>
      lookAtCalls({ ...config, tool: null }, output, (calls) => {
        const lists: JsonObject = tool === null ? rendered : { ...rendered, all: joinTool(tool, rendered.all) };
        const findings = Object.keys(rules).flatMap((key) =>
          lists[key] === undefined ? [] : [measureList(key, lists[key], calls, inOrder)],
        );
        return findings.find(({ degree }) => degree < 1) ?? found(true, `called ${listNames(calls)}`);
      }),
  };
}

/** `tool` is short for a list of one. */
function joinTool(tool: string, all: Json | undefined): Json {
  return all === undefined ? [tool] : [tool, ...(Array.isArray(all) ? all : [all])];
}

function measureList(key: string, value: Json, made: readonly NamedCall[], inOrder: boolean): Finding {
  const named = readCalls(value);
  if (named === null) return unreadable(`"${key}" holds no tool calls`);
  const rule = rules[key] as (typeof rules)[string];
  const names = (calls: readonly NamedCall[]) => calls.map(({ name }) => name);
  const holds = rule.holds({ made: names(made), named: names(named), inOrder });
  const order = inOrder && (key === 'all' || key === 'exactly') ? ' in this order' : '';
  return found(holds, `called ${listNames(made)}, ${rule.say(listNames(named))}${order}`);
}

/** Every listed tool has a call of its own; in order, others may stand between them. */
function includesAll({ made, named, inOrder }: Asked): boolean {
  if (inOrder) {
    let place = 0;
    for (const name of made) if (name === named[place]) place += 1;
    return place === named.length;
  }
  const counts = new Map<string, number>();
  for (const name of made) counts.set(name, (counts.get(name) ?? 0) + 1);
  return named.every((name) => {
    const left = counts.get(name) ?? 0;
    counts.set(name, left - 1);
    return left > 0;
  });
}
