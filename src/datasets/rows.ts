import { buildProblem, type Problem, UserError } from '../errors.ts';
import { contentHash, isJsonNumber, isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Message } from '../ports.ts';
import { nameOf } from '../prompts/fields.ts';
import { readMessages } from '../prompts/messages.ts';
import { findJsonFault } from '../text/json-text.ts';
import { quoteName, throwProblems } from '../text/problems.ts';
import { addCanonicalNames, unwrapRow } from './aliases.ts';
import type { Case } from './case.ts';
import type { Row } from './format.ts';

/** Parsed rows in the order of their files, and what is odd but harmless. */
export interface Dataset {
  readonly cases: readonly Case[];
  readonly warnings: readonly Problem[];
}

/** Hex digits of a derived id: 48 bits keep 100,000 rows apart. */
const derivedIdLength = 12;

type Report = (message: string, hint: string) => void;
type Draft = Omit<Case, 'id'> & { readonly id: string | null; readonly derivedId: string };

/** Makes cases of rows. A row without an id gets the hash of its columns, so that re-ordering changes nothing; the second of two equal rows gets `-2`. Throws a UserError of all mistakes, and for no rows at all. */
export function parseRows(rows: readonly Row[]): Dataset {
  if (rows.length === 0) throw UserError.of('The dataset has no rows.', 'Add at least one row.');
  const problems: Problem[] = [];
  const drafts = rows.flatMap((row) => {
    const draft = readRow(row, (message, hint) => problems.push(buildProblem(message, hint, row.where)));
    return draft === null ? [] : [draft];
  });
  problems.push(...findDuplicateIds(drafts));
  throwProblems(problems);
  return nameCases(drafts);
}

function readRow({ values, where }: Row, report: Report): Draft | null {
  if (!isJsonObject(values)) {
    report('is not an object of columns and values.', 'Write {"input": …, "expected": …}.');
    return null;
  }
  const fault = findJsonFault(values);
  if (fault !== null) {
    report(fault, 'Keep to plain, finite values.');
    return null;
  }
  const columns = unwrapRow(values);
  const variables = addCanonicalNames(columns);
  const id = readId(columns.id ?? null, report);
  const messages = readConversation(variables, report);
  const critical = readCritical(columns.critical ?? null, report);
  const tags = readTags(columns.tags ?? null, report);
  const hash = contentHash({ variables, messages, critical });
  const derivedId = id ?? contentHash(values).slice(0, derivedIdLength);
  return { id, derivedId, variables, messages, tags, critical, hash, where };
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

/** `messages`, or the list that OpenAI's evals give as `input`. */
function readConversation(variables: JsonObject, report: Report): readonly Message[] | null {
  const { messages = null, input = null } = variables;
  const isChat =
    Array.isArray(input) && input.length > 0 && input.every((item) => isJsonObject(item) && 'role' in item);
  if (messages === null && !isChat) return null;
  const column = messages === null ? 'input' : 'messages';
  return readMessages(messages ?? input, (path, message, hint) => {
    report(`${nameOf([column, ...path])} ${message}`, hint);
  });
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

function readTags(value: Json, report: Report): readonly string[] {
  if (value === null) return [];
  const tags = typeof value === 'string' ? value.split(/[,;]/) : value;
  if (Array.isArray(tags) && tags.every((tag) => typeof tag === 'string')) {
    return tags.map((tag) => tag.trim()).filter((tag) => tag !== '');
  }
  report('"tags" must be a list of texts.', 'Write ["one", "two"], or "one, two" in CSV.');
  return [];
}

function findDuplicateIds(drafts: readonly Draft[]): readonly Problem[] {
  const first = new Map<string, Draft>();
  return drafts.flatMap((draft) => {
    const earlier = draft.id === null ? undefined : first.get(draft.id);
    if (draft.id !== null && earlier === undefined) first.set(draft.id, draft);
    if (draft.id === null || earlier === undefined) return [];
    const { path, line } = earlier.where;
    const place = line === null ? path : `${path}:${line}`;
    const message = `has the id ${quoteName(draft.id)}, as ${place} has.`;
    return [buildProblem(message, 'Give each row its own id.', draft.where)];
  });
}

function nameCases(drafts: readonly Draft[]): Dataset {
  const taken = new Set(drafts.map(({ id }) => id));
  const counts = new Map<string, number>();
  const repeated: Draft[] = [];
  const cases = drafts.map((draft): Case => {
    const { derivedId, ...rest } = draft;
    if (draft.id !== null) return { ...rest, id: draft.id };
    let count = (counts.get(derivedId) ?? 0) + 1;
    if (count > 1) repeated.push(draft);
    const name = (): string => (count === 1 ? derivedId : `${derivedId}-${count}`);
    while (taken.has(name())) count += 1;
    counts.set(derivedId, count);
    taken.add(name());
    return { ...rest, id: name() };
  });
  return { cases, warnings: warnOfRepeats(repeated) };
}

function warnOfRepeats(repeated: readonly Draft[]): readonly Problem[] {
  const [first] = repeated;
  if (first === undefined) return [];
  const rows = repeated.length === 1 ? 'One row equals' : `${repeated.length} rows equal`;
  const hint = 'Remove them, or add an "id" column.';
  return [buildProblem(`${rows} an earlier one and counts again; the first is here.`, hint, first.where)];
}
