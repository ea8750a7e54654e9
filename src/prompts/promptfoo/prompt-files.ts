import { csv } from '../../datasets/csv.ts';
import { isJsonObject } from '../../json.ts';
import type { SourceFile } from '../../text/source-file.ts';
import { isChatList } from '../messages.ts';
import { note, type Opened } from './notes.ts';
import { itemsOf, openPart, type Part, plainPart, textPart } from './part.ts';
import { type PromptText, readChat, readPromptText } from './prompt-text.ts';
import { findFiles, isReference, nameFile } from './references.ts';

/** A prompt of a file, and its name there. */
export interface FilePrompt extends PromptText {
  readonly label: string;
}

/** What parts the prompts of a text file. */
const delimiter = /^---[ \t]*$/gm;

/** Reads the prompts of a file: a text file may hold several between lines `---`, CSV and JSON Lines hold one a line, and any other file is one. */
export function readPromptFile(opened: Opened, file: SourceFile): readonly FilePrompt[] {
  const own = nameFile(file.path);
  const found = splitFile(opened, file).flatMap(
    ({ label, part }): readonly (PromptText & { label: string | null })[] => {
      if (isReference(part.value)) return findFiles(opened, part).flatMap((one) => readPromptFile(opened, one));
      const text = isChatList(part.value) ? readChat(opened, part) : readPromptText(opened, part);
      return text === null ? [] : [{ ...text, label }];
    },
  );
  return found.map((prompt, index) => ({
    ...prompt,
    label: prompt.label ?? (found.length === 1 ? own : `${own} ${index + 1}`),
  }));
}

interface Piece {
  readonly label: string | null;
  readonly part: Part;
}

function splitFile(opened: Opened, file: SourceFile): readonly Piece[] {
  if (/\.txt$/i.test(file.path)) return splitText(file);
  if (/\.csv$/i.test(file.path)) return splitCsv(file);
  if (/\.(jsonl|ndjson)$/i.test(file.path)) return splitLines(file);
  if (/\.ya?ml$/i.test(file.path)) return splitYaml(opened, file);
  return [{ label: null, part: textPart(file) }];
}

function splitText(file: SourceFile): readonly Piece[] {
  const ends = [...file.text.matchAll(delimiter)].map(({ 0: line, index }) => ({
    from: index,
    to: index + line.length,
  }));
  const starts = [0, ...ends.map(({ to }) => to)];
  const pieces = starts.map((start, index) => ({ start, text: file.text.slice(start, ends[index]?.from) }));
  return pieces
    .filter(({ text }) => text.trim() !== '')
    .map(({ start, text }) => {
      const lead = text.length - text.trimStart().length;
      return { label: null, part: textPart(file, text.trim(), start + lead) };
    });
}

function splitCsv(file: SourceFile): readonly Piece[] {
  return csv.parse(file).map(({ values, where }) => {
    const { prompt = Object.values(values as object)[0], label } = isJsonObject(values) ? values : {};
    return { label: typeof label === 'string' ? label : null, part: plainPart(prompt ?? '', where) };
  });
}

function splitLines(file: SourceFile): readonly Piece[] {
  const lines = file.text.split('\n').map((text, index) => ({ text, line: index + 1 }));
  return lines
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, line }) => ({ label: null, part: plainPart(text, { path: file.path, line, column: 1 }) }));
}

/** A chat, or a list of prompts as a config has it. */
function splitYaml(opened: Opened, file: SourceFile): readonly Piece[] {
  const root = openPart(file);
  if (isChatList(root.value) || typeof root.value === 'string') return [{ label: null, part: root }];
  const items = itemsOf(root).map((item): Piece => {
    const label = item.child('label').value;
    const raw = item.child('raw');
    return { label: typeof label === 'string' ? label : null, part: raw.value === null ? item : raw };
  });
  if (items.length === 0) {
    note(opened, 'errors', root, 'holds no prompt.', 'Write a list of messages, or of prompts.');
  }
  return items;
}
