import { isJsonObject } from '../../json.ts';
import { quoteName } from '../../text/problems.ts';
import { kindOf } from '../fields.ts';
import { note, type Opened, textOf } from './notes.ts';
import { isGiven, itemsOf, membersOf, type Part, plainPart } from './part.ts';
import { readPromptFile } from './prompt-files.ts';
import { type PromptText, readPromptText } from './prompt-text.ts';
import { findFiles, isListedReference } from './references.ts';

/** A prompt as a config lists it. */
export interface ListedPrompt extends PromptText {
  /** Its name among the prompts of the config; may hold anything. */
  readonly label: string;
  /** `id` and `label` as written: tests and providers name prompts by them. */
  readonly names: readonly string[];
  /** Model parameters of its own. */
  readonly settings: Part;
}

/** Reads `prompts`: texts, chats, files of them, and mappings with `raw` or `id` and a `label`. Mistakes are taken down. */
export function readPrompts(opened: Opened): readonly ListedPrompt[] {
  const part = opened.root.child('prompts');
  const listed = listSpecs(part).flatMap((spec) => readSpec(opened, spec));
  if (listed.length === 0 && opened.notes.errors.length === 0) {
    const isAttack = isGiven(opened.root.child('redteam'));
    const message = isAttack
      ? 'plans attacks ("redteam"), which are not made here, and has no prompts.'
      : 'has no prompts.';
    note(opened, 'errors', isGiven(part) ? part : opened.root, message, 'List at least one under "prompts".');
  }
  return listed.map((prompt, index) => ({ ...prompt, label: prompt.label || `prompt ${index + 1}` }));
}

function listSpecs(part: Part): readonly Part[] {
  if (Array.isArray(part.value)) return itemsOf(part);
  if (!isJsonObject(part.value) || isPromptMapping(part)) return isGiven(part) ? [part] : [];
  // An older way to write them: paths to labels.
  return [...membersOf(part)].map(([path, label]) => plainPart({ id: path, label: label.value }, label.where()));
}

function isPromptMapping(part: Part): boolean {
  return ['raw', 'id', 'label'].some((key) => isGiven(part.child(key)));
}

function readSpec(opened: Opened, part: Part): readonly ListedPrompt[] {
  if (typeof part.value === 'string') return readWritten(opened, part);
  if (isJsonObject(part.value) && isPromptMapping(part)) return readMapping(opened, part);
  if (Array.isArray(part.value)) return readWritten(opened, part);
  note(
    opened,
    'errors',
    part,
    `must be text or a mapping, not ${kindOf(part.value)}.`,
    'Write the text, or "file://…".',
  );
  return [];
}

function readMapping(opened: Opened, part: Part): readonly ListedPrompt[] {
  const label = textOf(opened, part.child('label'), 'label') ?? '';
  const written = isGiven(part.child('raw')) ? part.child('raw') : part.child('id');
  if (isGiven(part.child('function'))) {
    note(opened, 'errors', part.child('function'), 'is a prompt that code makes.', 'Commit what it makes as text.');
    return [];
  }
  if (!isGiven(written)) {
    note(
      opened,
      'errors',
      part,
      'has neither "raw" nor "id".',
      'Write its text as "raw", or its file as "id: file://…".',
    );
    return [];
  }
  const own = readWritten(opened, written);
  const id = part.child('id').value;
  const names = [label, typeof id === 'string' ? id : ''].filter((name) => name !== '');
  return own.map((prompt, index) => ({
    ...prompt,
    label: label === '' ? prompt.label : own.length === 1 ? label : `${label} ${index + 1}`,
    names: [...names, ...prompt.names],
    settings: part.child('config'),
  }));
}

/** A text, the path of a file, or a chat. */
function readWritten(opened: Opened, part: Part): readonly ListedPrompt[] {
  const none = plainPart(null, part.where());
  const name = (label: string, text: PromptText) => ({
    ...text,
    label,
    names: label === '' ? [] : [label],
    settings: none,
  });
  const { value } = part;
  if (typeof value !== 'string' || !isListedReference(value)) {
    const text = readPromptText(opened, part);
    return text === null ? [] : [name('', text)];
  }
  return findFiles(opened, part).flatMap((file) => {
    const found = readPromptFile(opened, file);
    if (found.length === 0 && opened.notes.errors.length === 0) {
      note(opened, 'errors', part, `${quoteName(value)} holds no prompt.`, 'Write the text of the prompt into it.');
    }
    return found.map(({ label, ...text }) => name(label, text));
  });
}
