import { isJsonObject } from '../../json.ts';
import type { EmbeddedRow } from '../prompt.ts';
import { messageText } from './graders.ts';
import { note, type Opened } from './notes.ts';
import { isGiven, itemsOf, type Part, plainPart } from './part.ts';
import { readChat } from './prompt-text.ts';
import type { ListedPrompt } from './prompts.ts';
import type { Provider } from './providers.ts';

/** What a run of an eval at OpenAI asks: its prompt, its model and its rows. */
export interface EvalRun {
  readonly prompts: readonly ListedPrompt[];
  readonly provider: Provider;
  readonly rows: readonly EmbeddedRow[] | null;
}

/** Reads `data_source` of an eval: the template of its messages, its model, and rows that it holds itself. */
export function readEvalRun(opened: Opened): EvalRun {
  const source = opened.root.child('data_source');
  const { value: model } = source.child('model');
  const provider = {
    model: typeof model === 'string' ? model : null,
    vendor: '',
    label: '',
    names: [],
    prompts: null,
    settings: source.child('sampling_params'),
    part: isGiven(source.child('model')) ? source.child('model') : opened.root,
  };
  return { prompts: readMessages(opened, source), provider, rows: readRows(opened, source.child('source')) };
}

function readMessages(opened: Opened, source: Part): readonly ListedPrompt[] {
  const input = source.child('input_messages');
  const list = isGiven(input.child('template')) ? input.child('template') : input;
  if (!Array.isArray(list.value)) {
    const hint =
      'Add the "data_source" of one of its runs, with "input_messages", or write the graders as checks of a suite.';
    note(opened, 'errors', opened.root, 'holds graders and no prompt.', hint);
    return [];
  }
  const messages = itemsOf(list).map((item) => ({
    role: item.child('role').value,
    content: messageText(item) ?? item.child('content').value,
  }));
  const isPlain = itemsOf(list).every((item) => typeof item.child('content').value === 'string');
  const chat = readChat(opened, isPlain ? list : plainPart(messages, list.where()));
  const none = plainPart(null, list.where());
  return chat === null ? [] : [{ ...chat, label: '', names: [], settings: none }];
}

function readRows(opened: Opened, source: Part): readonly EmbeddedRow[] | null {
  const content = source.child('content');
  if (isGiven(source.child('id')) && !isGiven(content)) {
    const hint = 'Export its rows as JSON Lines, and name that file as "dataset" of a suite.';
    note(opened, 'warnings', source, 'reads its rows from a file at OpenAI, which is not fetched.', hint);
  }
  const rows = itemsOf(content).flatMap((row) =>
    isJsonObject(row.value) ? [{ values: row.value, where: row.where() }] : [],
  );
  return rows.length === 0 ? null : rows;
}
