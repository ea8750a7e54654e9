import { isJsonNumber, isJsonObject, type JsonObject } from '../../json.ts';
import { isGiven, membersOf, type Part } from './part.ts';
import type { Refusal } from './unread-kinds.ts';

/** What of a grader's template is the answer: its text, or a part of it as JSON. */
const answer = /^\s*\{\{\s*sample\.output_(?:text|json((?:\.[\p{L}\p{N}_-]+)*))\s*\}\}\s*$/u;
const placeholder = /\{\{\s*(item|sample)\.([\p{L}\p{N}_.-]+)\s*\}\}/gu;

const operations: ReadonlyMap<string, JsonObject> = new Map<string, JsonObject>([
  ['eq', { type: 'equals' }],
  ['ne', { type: 'equals', not: true }],
  ['like', { type: 'contains' }],
  ['ilike', { type: 'contains', 'ignore-case': true }],
]);
const measures: ReadonlyMap<string, string> = new Map([
  ['fuzzy_match', 'levenshtein'],
  ['rouge_1', 'token-f1'],
  ['rouge_l', 'rouge-l'],
]);

/** Types of graders of OpenAI's Evals that become checks. */
export const checkGraders: readonly string[] = ['string_check', 'text_similarity', 'multi'];

/** Reads a grader as a check whose texts are templates of a row, as a config would write it. */
export function readGrader(part: Part): JsonObject | Refusal {
  const { value: type } = part.child('type');
  if (type === 'multi') return readMulti(part);
  const target = findTarget(part.child('input').value);
  if (target === null) {
    return { fault: 'looks at something else than the answer', hint: 'Write "input: {{ sample.output_text }}".' };
  }
  const { value: reference } = part.child('reference');
  const expected = typeof reference === 'string' ? toRowTemplate(reference) : null;
  if (expected === null)
    return { fault: 'has a "reference" that no row holds', hint: 'Write a text, or "{{ item.NAME }}".' };
  return type === 'string_check'
    ? readStringCheck(part, { ...target, expected })
    : readSimilarity(part, { ...target, expected });
}

/** A template of OpenAI's as one of a row, `completion` being the answer; null where it names another part of the sample. */
export function toRowTemplate(text: string, completion: string | null = null): string | null {
  let isWhole = true;
  const written = text.replace(placeholder, (_, from: string, name: string) => {
    if (from === 'item') return `{{${name}}}`;
    if (name === 'output_text' && completion !== null) return `{{${completion}}}`;
    isWhole = false;
    return '';
  });
  return isWhole ? written : null;
}

function findTarget(input: unknown): JsonObject | null {
  const found = typeof input === 'string' ? answer.exec(input) : null;
  if (found === null) return null;
  const path = found[1]?.replaceAll('.', '/');
  return path === undefined ? {} : { path };
}

function readStringCheck(part: Part, common: JsonObject): JsonObject | Refusal {
  const operation = operations.get(String(part.child('operation').value));
  if (operation !== undefined) return { ...operation, ...common };
  return { fault: 'has an unknown "operation"', hint: `Known: ${[...operations.keys()].join(', ')}.` };
}

function readSimilarity(part: Part, common: JsonObject): JsonObject | Refusal {
  const metric = String(part.child('evaluation_metric').value);
  const type = measures.get(metric);
  const { value: threshold } = part.child('pass_threshold');
  if (type !== undefined) return { type, ...common, ...(isJsonNumber(threshold) && { threshold }) };
  const hint = `There are ${[...measures.keys()].join(', ')}; or write a criterion for a judge.`;
  return { fault: `measures by ${JSON.stringify(metric)}, which no check does`, hint };
}

/** Several graders with a weight each; any other way to reckon with them is code. */
function readMulti(part: Part): JsonObject | Refusal {
  const graders = membersOf(part.child('graders'));
  const weights = readWeights(String(part.child('calculate_output').value ?? ''), [...graders.keys()]);
  if (weights === null) {
    return {
      fault: 'reckons with "calculate_output" in another way than a weighted mean',
      hint: 'Write each grader by itself.',
    };
  }
  const checks: JsonObject[] = [];
  for (const [name, grader] of graders) {
    const check = checkGraders.includes(String(grader.child('type').value)) ? readGrader(grader) : null;
    if (check === null || 'fault' in check) {
      return {
        fault: `holds the grader ${JSON.stringify(name)}, which is no check`,
        hint: 'Write each grader by itself.',
      };
    }
    const { threshold: _own, ...rest } = check;
    checks.push({ ...rest, weight: weights.get(name) ?? 1 });
  }
  return { type: 'mean-of', checks };
}

/** Reads a sum of graders, each perhaps times a number, perhaps divided by one; null for anything else. */
function readWeights(formula: string, names: readonly string[]): ReadonlyMap<string, number> | null {
  if (names.length === 0 || formula.length > 1000) return null;
  const [, inner = formula] = /^\s*\((.*)\)\s*\/\s*[\d.]+\s*$/s.exec(formula) ?? [];
  const weights = new Map<string, number>();
  for (const term of inner.split('+')) {
    const [, before, name = '', after] =
      /^\s*(?:([\d.]+)\s*\*\s*)?([A-Za-z_]\w*)(?:\s*\*\s*([\d.]+))?\s*$/.exec(term) ?? [];
    const weight = Number(before ?? after ?? 1);
    if (!names.includes(name) || !(weight > 0) || weights.has(name)) return null;
    weights.set(name, weight);
  }
  return weights.size === names.length ? weights : null;
}

/** The text of a grader's or a prompt's message: a text, or a part with one. */
export function messageText(message: Part): string | null {
  const content = message.child('content');
  const text = isJsonObject(content.value) ? content.child('text').value : content.value;
  return typeof text === 'string' && isGiven(content) ? text : null;
}
