import type { CheckConfig } from '../config/config.ts';
import { contentHash, type JsonObject } from '../json.ts';
import type { Output } from '../ports.ts';
import { type Rendered, renderValue } from '../prompts/template.ts';
import { type BrokenAnswer, findBreak } from '../run/broken-answer.ts';
import { measureAny } from './any-of.ts';
import type { Check, CheckKind, Rule, Score, Subject } from './check.ts';
import { unfence } from './code-fence.ts';
import { excerpt } from './excerpt.ts';
import { type Finding, type Target, unreadable } from './finding.ts';
import { lookUpPointer } from './json-pointer.ts';
import { parseModelJson } from './model-json.ts';

/** Makes a check of a kind's rule: it finds the target, renders the options with the row, and inverts under `not`. */
export function buildCheck(config: CheckConfig, { templates }: CheckKind, rule: Rule): Check {
  const { type, path, from, not, options, direction } = config;
  const { measure, content = null } = rule;
  const worst = direction === 'lower' ? 1 : 0;
  const lookAt = (text: string, variables: JsonObject): Finding => {
    const target = readTarget(path, text);
    if ('because' in target) return target;
    return measureAny(measure, target, renderOptions(options, templates, variables).value);
  };
  return {
    config,
    hash: contentHash({ type, path, from, not, options, content, worst }),
    score: ({ output, variables }: Subject) => {
      const broken = findBreak(output);
      if (broken !== null && passesBySilence(config, rule, broken, output)) {
        return { score: worst, reason: describeBreak(broken, output) };
      }
      const inner = unfence(output.content);
      const finding = lookAt(from === 'fenced' ? (inner ?? output.content) : output.content, variables);
      const fenced = from === 'whole' && inner !== null ? lookAt(inner, variables) : null;
      const because = fenced === null ? finding.because : adviseFence(finding, fenced);
      const isTold = broken === 'refused' || broken === 'truncated';
      return toScore(
        { ...finding, because: isTold ? `${describeBreak(broken, output)}; ${because}` : because },
        not,
        worst,
      );
    },
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

/** True where a broken answer would do well by not saying something. An empty one may be what a row expects; one that a refusal or the token limit kept from being written is not. */
function passesBySilence(
  { not, direction }: CheckConfig,
  { isMetBySilence = false }: Rule,
  broken: BrokenAnswer,
  { content, finishReason }: Output,
): boolean {
  const wasStopped = content.trim() === '' && (broken === 'refused' || finishReason === 'length');
  return not || isMetBySilence || direction === 'lower' || wasStopped;
}

function describeBreak(broken: BrokenAnswer, { refusal, finishReason }: Output): string {
  if (broken === 'truncated') return 'the answer was cut off at its token limit';
  if (broken === 'empty')
    return finishReason === 'length' ? 'the token limit came before any text' : 'the answer is empty';
  return refusal ? `the model refused: ${excerpt(refusal)}` : "the provider's content filter stopped the answer";
}

function readTarget(path: string | null, content: string): Target | Finding {
  if (path === null) return { kind: 'text', text: content };
  const { value, problem } = parseModelJson(content);
  if (problem !== null) return unreadable(problem);
  const pointed = lookUpPointer(path, value);
  return pointed === undefined ? unreadable(`${path} is not in the output`) : { kind: 'value', value: pointed };
}

/** Names the way out where a code fence alone is in the way. */
function adviseFence({ degree, readable, because }: Finding, inside: Finding): string {
  const isInTheWay = inside.readable && (!readable || inside.degree > degree);
  return isInTheWay ? `${because}; from: fenced takes the code fence off` : because;
}

/** What could not be read is the worst score, whatever is asked for. */
function toScore({ degree, readable, because }: Finding, not: boolean, worst: 0 | 1): Score {
  const score = readable ? (not ? 1 - degree : degree) : worst;
  return { score, reason: readable && score === 1 ? null : because };
}
