import type { Case } from '../datasets/case.ts';
import { looksLikeGold } from '../datasets/near-column.ts';
import { isJsonNumber, isJsonObject, type Json, parseJson } from '../json.ts';
import type { Prompt } from '../prompts/prompt.ts';
import { variablesOf } from '../prompts/render.ts';
import { quoteYaml } from './yaml-text.ts';

/** Checks to begin with, as lines of a config below `checks:`, and why these. */
export interface StartingChecks {
  readonly lines: readonly string[];
  readonly why: readonly string[];
  /** What the rows lack for a better one; null where they have it. */
  readonly missing: string | null;
}

/** So long is a label or a short answer, in characters and in words. */
const maxLabel = 40;
const maxWords = 4;
const maxKeys = 3;
const overlooked = 'normalize: [unicode, whitespace, case]';

/** Chooses checks by what the rows expect, and by what shape the prompt asks for. */
export function chooseChecks(cases: readonly Case[], prompt: Prompt | null): StartingChecks {
  if (cases.length > 0 && cases.every(({ variables: { checks } }) => Array.isArray(checks) && checks.length > 0)) {
    const why = ['Each row brings its own checks, in its column "checks"; all of them have to hold.'];
    return { lines: ['- { name: checks, type: row-checks }'], why, missing: null };
  }
  const column = findGold(cases, prompt);
  const chosen = chooseByGold(cases, goldIn(cases, column), prompt);
  return column === 'expected' || chosen.missing !== null ? chosen : readFrom(column, chosen);
}

/** The column of the right answers: ours, else the first that looks like one, is filled in every row and read by no prompt. */
function findGold(cases: readonly Case[], prompt: Prompt | null): string {
  const read = prompt === null ? [] : variablesOf(prompt);
  const columns = Object.keys(cases[0]?.variables ?? {});
  const isGold = (name: string) =>
    looksLikeGold(name) && /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !read.includes(name);
  const near = columns.find((name) => isGold(name) && goldIn(cases, name).length === cases.length);
  return goldIn(cases, 'expected').length > 0 ? 'expected' : (near ?? 'expected');
}

function goldIn(cases: readonly Case[], column: string): readonly Json[] {
  return cases.map(({ variables }) => variables[column] ?? null).filter((value) => !isBlank(value));
}

/** The same checks for right answers that stand in another column. */
function readFrom(column: string, { lines, why, missing }: StartingChecks): StartingChecks {
  return {
    lines: lines.map((line) => line.replaceAll('{{ expected', `{{ ${column}`)),
    why: [`The column "${column}" is taken for the right answer.`, ...why],
    missing,
  };
}

function chooseByGold(cases: readonly Case[], gold: readonly Json[], prompt: Prompt | null): StartingChecks {
  if (gold.length < cases.length) return withoutGold(cases, gold);
  const objects = gold.map(asObject).filter((value) => value !== null);
  if (objects.length === gold.length) return forObjects(objects, gold.every(isJsonObject));
  const texts = gold.flatMap((value) => (Array.isArray(value) ? value : [value]));
  const path = pathOfAnswer(prompt);
  if (gold.every((value) => isJsonNumber(value) || isNumeral(value))) {
    return found('expected', 'number', path ?? '', 'Numbers are expected: the answer has to be the number alone.');
  }
  if (gold.every((value) => typeof value === 'boolean')) {
    return found('expected', 'equals', path ?? '', 'true or false is expected, as JSON.');
  }
  const isShort = texts.every((text) => typeof text !== 'string' || isLabel(text));
  if (!isShort) return forLongTexts();
  const kinds = new Set(texts.map((text) => String(text).toLowerCase())).size;
  if (path !== null || kinds <= Math.max(2, cases.length / 2)) {
    const why = `${kinds} different short texts are expected, so the whole ${path === null ? 'answer' : 'value'} has to be one.`;
    return found('label', 'equals', `${path ?? ''}, ${overlooked}`.replace(/^, /, ''), why);
  }
  return found(
    'answer',
    'contains',
    overlooked,
    'Short answers are expected: each has to stand somewhere in the answer.',
  );
}

function found(name: string, type: string, more: string, why: string): StartingChecks {
  const keys = [`name: ${name}`, `type: ${type}`, 'expected: "{{ expected }}"', ...(more === '' ? [] : [more])];
  return { lines: [`- { ${keys.join(', ')} }`], why: [why], missing: null };
}

/** What can be said of any answer. */
function withoutGold(cases: readonly Case[], gold: readonly Json[]): StartingChecks {
  const what = gold.length === 0 ? 'no row says' : `${cases.length - gold.length} of ${cases.length} rows do not say`;
  return {
    lines: ['- { name: answered, type: empty, not: true }', '- { name: not-refused, type: refusal, not: true }'],
    why: ['All that can be checked without an expected answer.'],
    missing: `${what} which answer is right: add a column "expected" (prompt-assay label --dataset FILE asks you row by row)`,
  };
}

/** Their members where each row has them as a plain value; a text of JSON cannot be reached into. */
function forObjects(objects: readonly { readonly [key: string]: Json }[], areReachable: boolean): StartingChecks {
  const [first = {}] = objects;
  const shared = Object.keys(first).filter((key) => objects.every((one) => Object.hasOwn(one, key)));
  const plain = shared.filter(
    (key) => /^[\p{L}\p{N}_-]+$/u.test(key) && objects.every((one) => isPlain(one[key] ?? null)),
  );
  if (areReachable && plain.length > 0) {
    const rest =
      shared.length > maxKeys
        ? ` The first ${maxKeys} of ${shared.length} keys; each gate more is harder to prove.`
        : '';
    return {
      lines: plain
        .slice(0, maxKeys)
        .map(
          (key) =>
            `- { name: ${quoteYaml(key)}, type: equals, path: ${quoteYaml(`/${key}`)}, expected: "{{ expected.${key} }}", from: fenced }`,
        ),
      why: [`JSON is expected, and these of its values are compared.${rest}`],
      missing: null,
    };
  }
  const keys = shared.length === 0 ? '' : `, required: [${shared.map((key) => quoteYaml(key)).join(', ')}]`;
  return {
    lines: [`- { name: shape, type: json-schema, from: fenced, schema: { type: object${keys} } }`],
    why: [
      'JSON is expected: its shape alone is looked at. For its values, write "expected" as JSON, and checks as',
      '{ name: x, type: equals, path: /x, expected: "{{ expected.x }}" }.',
    ],
    missing: null,
  };
}

function forLongTexts(): StartingChecks {
  return {
    lines: ['- { name: words, type: token-f1, expected: "{{ expected }}" }'],
    why: [
      'Long texts are expected: the share of words that the answer has in common is a crude measure, from 0 to 1.',
      'A judge reads better. It reports until labels of people vouch for it (docs/judge.md):',
      'judges: [{ name: same, type: rubric, rubric: "builtin:similarity" }], with "judge: { model: { id: … } }" above.',
    ],
    missing: null,
  };
}

/** Where a prompt that asks for JSON of one member has its answer. */
function pathOfAnswer(prompt: Prompt | null): string | null {
  const properties = prompt?.responseFormat?.schema?.properties ?? null;
  const names = isJsonObject(properties) ? Object.keys(properties) : [];
  const [name] = names;
  return names.length === 1 && name !== undefined && /^[\w-]+$/.test(name) ? `path: ${quoteYaml(`/${name}`)}` : null;
}

function isBlank(value: Json): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

function isPlain(value: Json): boolean {
  return typeof value === 'string' ? isLabel(value) : value !== null && !(Array.isArray(value) || isJsonObject(value));
}

function isLabel(text: string): boolean {
  return text.length <= maxLabel && text.trim().split(/\s+/).length <= maxWords;
}

function isNumeral(value: Json): boolean {
  return typeof value === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(value);
}

/** A mapping, or the text of one. */
function asObject(value: Json): { readonly [key: string]: Json } | null {
  const read = typeof value === 'string' && value.trimStart().startsWith('{') ? parseJson(value) : value;
  return isJsonObject(read) ? read : null;
}
