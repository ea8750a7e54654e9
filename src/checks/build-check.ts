import type { CheckConfig } from '../config/config.ts';
import { canonicalJson, contentHash, type Json, type JsonObject } from '../json.ts';
import { renderValue } from '../prompts/template.ts';
import type { Check, Score, Subject } from './check.ts';
import { lookUpPointer } from './json-pointer.ts';
import { parseModelJson } from './model-json.ts';

/** What a check looks at: the output's whole text, or the JSON value that its `path` points to. */
export type Target =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly value: Json };

/** What a check saw. `because` says it in a few words for both answers; `readable` is false where there was nothing to look at: that scores 0 even under `not`. */
export interface Finding {
  readonly holds: boolean;
  readonly readable: boolean;
  readonly because: string;
}

/** Looks at one target; `options` are the check's own, rendered with the row. Must not throw on what a model wrote. */
export type Measure = (target: Target, options: JsonObject) => Finding;

/** A finding about a target that could be read. */
export function found(holds: boolean, because: string): Finding {
  return { holds, readable: true, because };
}

/** A finding that there was nothing to look at. */
export function unreadable(because: string): Finding {
  return { holds: false, readable: false, because };
}

/** The target as text: a string is itself, any other JSON value is its JSON without blanks and with sorted keys. */
export function targetText(target: Target): string {
  if (target.kind === 'text') return target.text;
  return typeof target.value === 'string' ? target.value : canonicalJson(target.value);
}

/** Wraps a measure into a check: finds the target, renders the options with the row, inverts under `not`. `content` is what else decides a score, as a schema file's value. */
export function buildCheck(config: CheckConfig, measure: Measure, content: Json = null): Check {
  const { type, path, not, options } = config;
  return {
    config,
    hash: contentHash({ type, path, not, options, content }),
    score: (subject) => toScore(look(config, subject, measure), not),
  };
}

function look(config: CheckConfig, subject: Subject, measure: Measure): Finding {
  const target = readTarget(config.path, subject.output.content);
  if ('because' in target) return target;
  return measure(target, renderOptions(config, subject.variables).value);
}

/** The options with `{{ variables }}` of the row filled in, in the keys that are templates: `expected` and `values`. */
export function renderOptions(
  config: CheckConfig,
  variables: JsonObject,
): { value: JsonObject; unknown: readonly string[] } {
  const { expected, values } = config.options;
  const templates = { ...(expected !== undefined && { expected }), ...(values !== undefined && { values }) };
  const rendered = renderValue(templates, variables);
  return { value: { ...config.options, ...(rendered.value as JsonObject) }, unknown: rendered.unknown };
}

function readTarget(path: string | null, content: string): Target | Finding {
  if (path === null) return { kind: 'text', text: content };
  const { value, problem } = parseModelJson(content);
  if (problem !== null) return unreadable(problem);
  const pointed = lookUpPointer(path, value);
  return pointed === undefined ? unreadable(`${path} is not in the output`) : { kind: 'value', value: pointed };
}

function toScore(finding: Finding, not: boolean): Score {
  const good = finding.readable && finding.holds !== not;
  return good ? { score: 1, reason: null } : { score: 0, reason: finding.because };
}
