import type { CheckConfig } from '../config/config.ts';
import { UserError } from '../errors.ts';
import { contentHash, type JsonObject } from '../json.ts';
import type { Output } from '../ports.ts';
import { type Rendered, renderValue } from '../prompts/template.ts';
import { type BrokenAnswer, findBreak } from '../run/broken-answer.ts';
import type { Check, CheckKind, Rule, Score, Subject, TargetRule } from './check.ts';
import { unfence } from './code-fence.ts';
import { excerpt } from './excerpt.ts';
import type { Finding, Target } from './finding.ts';
import { readArgumentTargets, readText, readTextTarget } from './targets.ts';

const silent: Output = { content: '', toolCalls: [], refusal: null, finishReason: 'stop' };

/** Makes a check of a kind's rule: it finds the target, renders the options with the row, and inverts under `not`. Throws a UserError for keys that this rule does not look at. */
export function buildCheck(config: CheckConfig, { templates }: CheckKind, rule: Rule): Check {
  refuseIdleKeys(config, rule);
  const { not, direction } = config;
  const worst = direction === 'lower' ? 1 : 0;
  return {
    config,
    hash: hashCheck(config, rule, worst),
    score: ({ output, variables }: Subject) => {
      const options = renderOptions(config.options, templates, variables).value;
      const broken = findBreak(output);
      if (broken !== null && passesBySilence(config, rule, options, broken, output)) {
        return { score: worst, reason: describeBreak(broken, output) };
      }
      const findings = 'follow' in rule ? [rule.follow(output, options)] : look(config, rule, output, options);
      const scores = findings.map((finding) => toScore(finding, not, worst));
      const { score, reason } = chooseCall(config, scores, worst);
      const isTold = broken === 'refused' || broken === 'truncated';
      return { score, reason: isTold && reason !== null ? `${describeBreak(broken, output)}; ${reason}` : reason };
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

/** Silent on what stands at its default: what is stored of main knows the check by this hash. */
function hashCheck(config: CheckConfig, { content = null }: Rule, worst: 0 | 1): string {
  const { type, at, tool, call, path, from, not, options } = config;
  const ofCalls = { ...(at && { at }), ...(tool && { tool }), ...(call !== 'all' && { call }) };
  return contentHash({ type, path, from, not, options, content, worst, ...ofCalls });
}

function refuseIdleKeys(config: CheckConfig, rule: Rule): void {
  const { name, tool, call, path, from, where } = config;
  const refuse = (key: string, hint: string): never => {
    throw UserError.of(`"${key}" decides nothing in the check "${name}".`, hint, where);
  };
  if ('follow' in rule) {
    const hint = 'This type looks at calls and steps, not at a text. Remove it.';
    if (path !== null) refuse('path', hint);
    if (from !== 'whole') refuse('from', hint);
    if (call !== 'all') refuse('call', hint);
    for (const key of rule.idle ?? [])
      if (config[key] !== null) refuse(key, 'This type does not look at it. Remove it.');
  }
  if (tool === null && call !== 'all') refuse('call', 'Name the tool whose calls it chooses from: "tool".');
  if (tool !== null && from !== 'whole') refuse('from', 'Arguments stand in no code fence. Remove it.');
}

/** One finding; of the arguments of a tool one for each call that counts. */
function look(config: CheckConfig, { measure }: TargetRule, output: Output, options: JsonObject): readonly Finding[] {
  const { tool, path, from } = config;
  const judge = (target: Target | Finding) => ('because' in target ? target : measure(target, options));
  if (tool !== null) return readArgumentTargets(config, tool, output).map(judge);
  const text = readText(config, output);
  const inner = unfence(text);
  const finding = judge(readTextTarget(path, from === 'fenced' ? (inner ?? text) : text));
  const fenced = from === 'whole' && inner !== null ? judge(readTextTarget(path, inner)) : null;
  return [fenced === null ? finding : { ...finding, because: adviseFence(finding, fenced) }];
}

/** The best of several calls where any will do, else the worst. */
function chooseCall({ call }: CheckConfig, scores: readonly Score[], worst: 0 | 1): Score {
  const rank = ({ score }: Score) => (worst === 0 ? 1 : -1) * (call === 'any' ? 1 : -1) * Number(score);
  const chosen = scores.reduce((one, other) => (rank(other) > rank(one) ? other : one));
  const place = scores.length === 1 ? '' : `call ${scores.indexOf(chosen) + 1} of ${scores.length}: `;
  return { ...chosen, reason: chosen.reason && `${place}${chosen.reason}` };
}

/** True where a broken answer would do well by not saying something. An empty one may be what a row expects; one that a refusal or the token limit kept from being written is not. */
function passesBySilence(
  { not, direction }: CheckConfig,
  rule: Rule,
  options: JsonObject,
  broken: BrokenAnswer,
  { content, finishReason }: Output,
): boolean {
  if ('follow' in rule && rule.isGiven) return false;
  if (not || direction === 'lower') return true;
  if ('follow' in rule) return rule.follow(silent, options).degree > 0;
  const wasStopped = content.trim() === '' && (broken === 'refused' || finishReason === 'length');
  return rule.isMetBySilence === true || wasStopped;
}

function describeBreak(broken: BrokenAnswer, { refusal, finishReason }: Output): string {
  if (broken === 'truncated') return 'the answer was cut off at its token limit';
  if (broken === 'empty')
    return finishReason === 'length' ? 'the token limit came before any text' : 'the answer is empty';
  return refusal ? `the model refused: ${excerpt(refusal)}` : "the provider's content filter stopped the answer";
}

/** Names the way out where a code fence alone is in the way. */
function adviseFence({ degree, readable, because }: Finding, inside: Finding): string {
  const isInTheWay = inside.readable && (!readable || inside.degree > degree);
  return isInTheWay ? `${because}; from: fenced takes the code fence off` : because;
}

/** What could not be read is the worst score, whatever is asked for. */
function toScore({ degree, readable, because, isUnscored }: Finding, not: boolean, worst: 0 | 1): Score {
  if (isUnscored) return { score: null, reason: because };
  const score = readable ? (not ? 1 - degree : degree) : worst;
  return { score, reason: readable && score === 1 ? null : because };
}
