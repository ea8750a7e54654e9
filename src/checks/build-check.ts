import type { CheckConfig } from '../config/config.ts';
import { contentHash, type JsonObject } from '../json.ts';
import { type Rendered, renderValue } from '../prompts/template.ts';
import type { Check, CheckKind, Rule, Score, Subject } from './check.ts';
import { type Finding, type Target, unreadable } from './finding.ts';
import { lookUpPointer } from './json-pointer.ts';
import { parseModelJson } from './model-json.ts';

/** Makes a check of a kind's rule: it finds the target, renders the options with the row, and inverts under `not`. */
export function buildCheck(config: CheckConfig, { templates }: CheckKind, { measure, content = null }: Rule): Check {
  const { type, path, not, options } = config;
  const look = ({ output, variables }: Subject): Finding => {
    const target = readTarget(path, output.content);
    if ('because' in target) return target;
    return measure(target, renderOptions(options, templates, variables).value);
  };
  return {
    config,
    hash: contentHash({ type, path, not, options, content }),
    score: (subject) => toScore(look(subject), not),
  };
}

/** A check's options with `{{ variables }}` of the row filled in, in the keys that are templates. */
export function renderOptions(
  options: JsonObject,
  templates: readonly string[],
  variables: JsonObject,
): Rendered<JsonObject> {
  const rendered = renderValue(pickTemplates(options, templates), variables);
  return { value: { ...options, ...(rendered.value as JsonObject) }, unknown: rendered.unknown };
}

/** Those options that are templates. */
export function pickTemplates(options: JsonObject, templates: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(options).filter(([key]) => templates.includes(key)));
}

function readTarget(path: string | null, content: string): Target | Finding {
  if (path === null) return { kind: 'text', text: content };
  const { value, problem } = parseModelJson(content);
  if (problem !== null) return unreadable(problem);
  const pointed = lookUpPointer(path, value);
  return pointed === undefined ? unreadable(`${path} is not in the output`) : { kind: 'value', value: pointed };
}

/** What could not be read is the worst score, whatever is asked for. */
function toScore({ degree, readable, because }: Finding, not: boolean): Score {
  const score = readable ? (not ? 1 - degree : degree) : 0;
  return { score, reason: score === 1 ? null : because };
}
