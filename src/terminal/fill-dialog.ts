import { findRowFault } from '../cases/row.ts';
import { renderProblem, UserError } from '../errors.ts';
import type { Json } from '../json.ts';
import { revealText } from '../report/escape.ts';
import { explainRepeated, readOrExplain } from '../text/json-text.ts';
import { throwProblems } from '../text/problems.ts';
import { askEach, type Said, type Talk, type Tally } from './ask-each.ts';
import { type FilledRow, fillRow, type OpenRow } from './fill-file.ts';
import { readRecorded, renderQuestion } from './fill-row-text.ts';
import { rule } from './label-dialog.ts';

/** What the answers of a person come through. */
export interface FillTalk extends Talk<FilledRow> {
  /** From so many bytes on a line may have been cut. */
  readonly maxLineBytes: number;
}

const words: ReadonlyMap<string, 'skip' | 'undo' | 'quit'> = new Map([
  ['s', 'skip'],
  ['u', 'undo'],
  ['q', 'quit'],
]);

/** Asks what is expected of each row. */
export function askExpected(rows: readonly OpenRow[], talk: FillTalk): Promise<Tally> {
  const question = {
    renderItem: (row: OpenRow, index: number) => renderItem(row, `${index + 1} of ${rows.length}`),
    renderPrompt: (row: OpenRow) =>
      `[${hasAnswer(row) ? 'Enter keeps the answer; else what' : 'what'} is expected; s skip, u undo, q quit] `,
    read: (word: string, row: OpenRow): Said<FilledRow> =>
      Buffer.byteLength(word) < talk.maxLineBytes
        ? readExpected(word, row)
        : { show: 'The terminal takes no longer lines and may have cut this one. Write it into the file by hand.\n' },
  };
  return askEach(rows, question, talk);
}

function readExpected(word: string, row: OpenRow): Said<FilledRow> {
  const said = words.get(word.toLowerCase());
  if (said !== undefined) return said;
  const answer = readRecorded(row)?.answer ?? null;
  if (word === '' && answer === null) return { show: 'There is no answer to keep: type what is expected.\n' };
  try {
    const filled = fillRow(row, word === '' ? answer : readTyped(word));
    const fault = findRowFault(filled.values, row.where);
    return fault === null ? { keep: filled } : { show: `${revealText(renderProblem(fault))}\n` };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { show: `${revealText(error.problems.map(renderProblem).join('\n'))}\n` };
  }
}

/** JSON where it begins like a mapping, a list or a text of JSON; else the text as it is. */
function readTyped(word: string): Json {
  if (!/^[{["]/.test(word)) return word;
  const at = (offset: number) => ({ path: 'what you typed', line: 1, column: offset + 1 });
  const { value, repeated } = readOrExplain(
    word,
    'A text that begins with {, [ or " is written as JSON, in quotes.',
    at,
  );
  throwProblems(repeated.map(({ key, offset }) => explainRepeated(key, at(offset))));
  return value;
}

function hasAnswer(row: OpenRow): boolean {
  return (readRecorded(row)?.answer ?? null) !== null;
}

function renderItem(row: OpenRow, place: string): string {
  const recorded = readRecorded(row);
  const tags = row.tags.length === 0 ? '' : `: ${row.tags.join(', ')}`;
  const parts = [
    `${place}, line ${row.where.line}${tags}`,
    `Input\n${renderQuestion(row)}`,
    ...(recorded === null ? [] : [`Answer\n${recorded.text}`]),
  ];
  return `\n${rule}\n${parts.map(revealText).join('\n\n')}\n\n`;
}
