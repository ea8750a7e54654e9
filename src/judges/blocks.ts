import type { Subject } from '../checks/check.ts';
import { isRepeated } from '../datasets/aliases.ts';
import { canonicalJson, type Json, type JsonObject, writeJson } from '../json.ts';
import type { RowReading } from './judge.ts';

/** Whether a judge is shown a part of the case: `required` makes a case without it an error, `shown` shows it where it is there. */
export type Use = 'required' | 'shown' | 'hidden';

/** Which parts of a case a judge is shown beside the output. */
export interface BlockUse {
  readonly input: Use;
  readonly reference: Use;
  readonly context: Use;
}

/** What a judge is shown where no built-in rubric says otherwise. */
export const allParts: BlockUse = { input: 'shown', reference: 'shown', context: 'shown' };

/** Columns that say something about the case rather than to the assistant: a judge that saw them could read the answer off. */
const ownColumns = new Set([
  'id',
  'tags',
  'critical',
  'cluster',
  'split',
  'weight',
  'human',
  'human2',
  'output',
  'checks',
  'expected_tools',
]);

/**
 * Puts hostile text between delimiters that end in the call's random word, so that a delimiter inside it cannot close the block.
 * Should the word itself turn up in the text it is struck out. Throws a RangeError for a tag that could be guessed.
 */
export function renderBlock(name: string, text: string, tag: string): string {
  if (!/^[A-Za-z0-9]{8,}$/.test(tag)) throw new RangeError('a tag is at least 8 letters and digits');
  const struck = text.replaceAll(new RegExp(tag, 'gi'), '********');
  return `<${name}-${tag}>\n${struck}\n</${name}-${tag}>`;
}

/** The blocks of a case in the protocol's order (input, context, reference), without those that are hidden or absent. */
export function renderCaseBlocks(subject: Pick<Subject, 'variables'>, use: BlockUse, tag: string): readonly string[] {
  const parts = readCase(subject.variables, use);
  return Object.entries(parts).flatMap(([name, value]) =>
    value === null ? [] : [renderBlock(name, renderValue(value), tag)],
  );
}

/** The names of the parts that a judge requires and a case does not have. */
export function listMissing(subject: Pick<Subject, 'variables'>, use: BlockUse): readonly string[] {
  const parts = readCase(subject.variables, use);
  const variables = { input: 'input', context: 'context', reference: 'expected' };
  return (['input', 'context', 'reference'] as const)
    .filter((name) => use[name] === 'required' && parts[name] === null)
    .map((name) => variables[name]);
}

/** Text as it is, anything else as JSON. */
export function renderValue(value: Json): string {
  return typeof value === 'string' ? value : writeJson(value, 2);
}

function readCase(variables: JsonObject, use: BlockUse): Record<'input' | 'context' | 'reference', Json> {
  const context = variables.context ?? null;
  const reference = variables.expected ?? null;
  // GitHub's groundedness evaluator keeps the context under "expected"; a judge that wants a context takes it from there.
  const grounds = context ?? (use.context === 'required' ? reference : null);
  return {
    input: use.input === 'hidden' ? null : readInput(variables),
    context: use.context === 'hidden' ? null : grounds,
    reference: use.reference === 'hidden' ? null : reference,
  };
}

/** The column `input`; without one, every column that is neither the reference, the context, nor about the case itself. */
function readInput(variables: JsonObject): Json {
  const { input = null } = variables;
  if (input !== null) return input;
  const columns = listInputColumns(variables).map((name) => [name, variables[name]]);
  return columns.length === 0 ? null : Object.fromEntries(columns);
}

/** The columns of a row that a judge of these parts is shown. */
export function readColumns(use: BlockUse, variables: JsonObject): RowReading {
  const { input = null, context = null } = variables;
  const inputs = use.input === 'hidden' ? [] : input === null ? listInputColumns(variables) : ['input'];
  const reference = use.reference === 'hidden' ? [] : ['expected'];
  const grounds = use.context === 'required' && context === null ? ['expected'] : ['context'];
  return { names: [...inputs, ...reference, ...(use.context === 'hidden' ? [] : grounds)], reference };
}

function listInputColumns(variables: JsonObject): readonly string[] {
  const { expected = null, context = null } = variables;
  const taken = [expected, context].filter((value) => value !== null).map(canonicalJson);
  return Object.entries(variables).flatMap(([name, value]) => {
    const isOther =
      ['input', 'expected', 'context'].includes(name) || ownColumns.has(name) || isRepeated(name, variables);
    return isOther || taken.includes(canonicalJson(value)) ? [] : [name];
  });
}
