import { buildProblem, type Problem, UserError } from '../errors.ts';
import { contentHash, isJsonNumber, isJsonObject, type Json, type JsonObject } from '../json.ts';
import { findJsonFault } from '../text/json-text.ts';
import { breaksOff, throwProblems } from '../text/problems.ts';
import { addCanonicalNames, addMembers, type ColumnNames, unwrapRow } from './aliases.ts';
import type { Case } from './case.ts';
import { chooseNames } from './column-names.ts';
import { readConversation } from './conversation.ts';
import { maxRows, type Row } from './format.ts';
import { joinEqual } from './join-equal.ts';
import { type Draft, findDuplicateIds, nameCases } from './name-cases.ts';

/** Parsed rows in the order of their files, and what is odd but harmless. */
export interface Dataset {
  readonly cases: readonly Case[];
  readonly warnings: readonly Problem[];
}

/** Under these names rows of other tools bring checks and judges. */
export const rowScorers = ['evaluators', 'assert'] as const;

/** The most mistakes that are told of one row. */
const maxOfRow = 20;

/** Hex digits of a derived id: 48 bits keep 100,000 rows apart. */
const derivedIdLength = 12;

type Report = (message: string, hint: string) => void;

/** Makes cases of rows. A row without an id gets the hash of its columns, so that re-ordering changes nothing; the second of two equal rows gets `-2`. Throws a UserError of all mistakes, for no rows at all and for more than 100,000. */
export function parseRows(rows: readonly Row[]): Dataset {
  if (rows.length === 0) throw UserError.of('The dataset has no rows.', 'Add at least one row.');
  if (rows.length > maxRows) {
    const message = `The dataset has more than ${maxRows} rows.`;
    throw UserError.of(message, 'Keep those that an evaluation is to ask.', null);
  }
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const names = chooseNamesByFile(rows);
  const drafts: Draft[] = [];
  for (const row of rows) {
    if (breaksOff(problems, row.where)) break;
    const noteIn =
      (list: Problem[], most = list.length + maxOfRow) =>
      (message: string, hint: string) => {
        if (list.length < most) list.push(buildProblem(message, hint, row.where));
      };
    const draft = readRow(row, names.get(row.where.path) ?? null, noteIn(problems), noteIn(warnings));
    if (draft !== null) drafts.push(draft);
  }
  throwProblems([...joinEqual(problems), ...findDuplicateIds(drafts)]);
  const named = nameCases(drafts);
  return { cases: named.cases, warnings: [...joinEqual(warnings), ...named.warnings] };
}

function chooseNamesByFile(rows: readonly Row[]): ReadonlyMap<string, ColumnNames> {
  const files = new Map<string, JsonObject[]>();
  for (const { values, where } of rows) {
    if (!isJsonObject(values)) continue;
    const file = files.get(where.path) ?? [];
    file.push(unwrapRow(values));
    files.set(where.path, file);
  }
  return new Map([...files].map(([path, file]) => [path, chooseNames(file)]));
}

function readRow({ values, where }: Row, names: ColumnNames | null, report: Report, warn: Report): Draft | null {
  if (!isJsonObject(values) || names === null) {
    report('is not an object of columns and values.', 'Write {"input": …, "expected": …}.');
    return null;
  }
  const fault = findJsonFault(values);
  if (fault !== null) {
    report(fault, 'Keep to plain, finite values.');
    return null;
  }
  const columns = unwrapRow(values);
  warnOfScorers(columns, warn);
  warnOfSaid(columns, names, warn);
  const { variables, messages } = readQuestion(addCanonicalNames(columns, names), report, warn);
  const id = readId(columns.id ?? null, report);
  const critical = readCritical(columns.critical ?? null, report);
  const tags = readTags(columns.tags ?? null, report);
  const hash = contentHash({ variables, messages, critical });
  const derivedId = id ?? contentHash(values).slice(0, derivedIdLength);
  return { id, derivedId, variables: addMembers(variables), messages, tags, critical, hash, where };
}

/** A guess is said: what an assistant once answered would be no measure of another. */
function warnOfSaid(columns: JsonObject, { said }: ColumnNames, warn: Report): void {
  if (said === null || (columns[said] ?? null) === null) return;
  const hint = 'Call it "expected"; or, if it is what an assistant once said, "actual_output".';
  warn(`has no column for the expected answer: "${said}" is taken for it.`, hint);
}

/** A suite's scorers are for all its rows: what one row brings would change what the others mean. */
function warnOfScorers(columns: JsonObject, warn: Report): void {
  for (const name of rowScorers) {
    const list = columns[name];
    if (!Array.isArray(list) || list.length === 0 || !list.every(isJsonObject)) continue;
    const hint = 'Write them once for all rows, and what differs as a column that they name, as {{expected}}.';
    warn(`brings "${name}" of its own, which are not read.`, hint);
  }
}

/** The variables and the conversation; an answer at its end is what is expected, and is not sent. */
function readQuestion(variables: JsonObject, report: Report, warn: Report): Pick<Case, 'variables' | 'messages'> {
  const conversation = readConversation(variables, report);
  if (conversation === null) return { variables, messages: null };
  const { messages, answer, columns } = conversation;
  if (answer === null) return { variables: columns, messages };
  const isExpected = (columns.expected ?? null) === null && answer.content.trim() !== '';
  const use = isExpected ? ': it is the expected answer.' : '.';
  warn(`ends with the assistant's answer, which is not sent${use}`, 'Move it to "expected", or take it out.');
  return { variables: isExpected ? { ...columns, expected: answer.content } : columns, messages };
}

function readId(value: Json, report: Report): string | null {
  if (value === null) return null;
  if (isJsonNumber(value)) return String(value);
  if (typeof value === 'string' && value.trim() !== '') return value;
  if (value === '' || typeof value === 'string')
    report('"id" is empty.', 'Give every row an id, or remove the column.');
  else report('"id" must be text or a number.', 'Put quotes around it.');
  return null;
}

/** Only true, false, their words and an empty CSV cell: a typo must not make a critical row an ordinary one. */
function readCritical(value: Json, report: Report): boolean {
  const word = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (word === true || word === 'true') return true;
  if (word !== null && word !== '' && word !== false && word !== 'false') {
    report('"critical" is neither true nor false.', 'Write true or false.');
  }
  return false;
}

/** A mapping, as MLflow writes it, is tags with a colon. */
function readTags(value: Json, report: Report): readonly string[] {
  if (value === null) return [];
  const tags = typeof value === 'string' ? value.split(/[,;]/) : isJsonObject(value) ? pairTags(value) : value;
  if (Array.isArray(tags) && tags.every((tag) => typeof tag === 'string')) {
    return tags.map((tag) => tag.trim()).filter((tag) => tag !== '');
  }
  report('"tags" must be a list of texts.', 'Write ["one", "two"], or "one, two" in CSV.');
  return [];
}

function pairTags(tags: JsonObject): readonly Json[] {
  return Object.entries(tags).map(([name, value]) => (typeof value === 'string' ? `${name}:${value}` : null));
}
