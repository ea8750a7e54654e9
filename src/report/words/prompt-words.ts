import { count, inCode } from '../../text/prose.ts';
import { cutText, oneLine } from '../escape.ts';
import type { MessageChange, PromptChanges, VariableChanges, VariableReport } from '../prompt-changes.ts';
import type { ArmReport, PromptReport } from '../prompt-report.ts';
import { formatCount, formatRelative } from './numbers.ts';

/** What a prompt is called where its change is shown: its file, and its name there if that holds several. */
export function titleOf({ path, id }: PromptReport): string {
  return id.startsWith(`${path}#`) ? id : path;
}

/** The few facts of a change, as clauses without markup: lines, settings, model, tokens as measured. */
export function listChangeFacts({ changes, baseline, candidate, promptTokens }: PromptReport): readonly string[] {
  const isOfFiles = changes?.settings.shown.some(({ path }) => path.startsWith('file ')) ?? false;
  // Of an application nothing else is known.
  if (changes !== null && isOfFiles) return [count(changes.settings.shown.length + changes.settings.more, 'file')];
  return [
    changes === null ? 'same text' : describeLines(changes),
    changes === null || changes.settings.shown.length === 0 ? '' : describeSettings(changes),
    describeModel(changes, baseline, candidate),
    promptTokens === null ? '' : describeTokens(promptTokens),
  ].filter((fact) => fact !== '');
}

function describeLines({ messages }: PromptChanges): string {
  const sum = (pick: (message: MessageChange) => number) =>
    messages.shown.reduce((total, message) => total + pick(message), 0);
  const [added, removed] = [sum((message) => message.added), sum((message) => message.removed)];
  if (messages.more > 0) return `${formatCount(messages.shown.length + messages.more)} messages`;
  if (added + removed === 0) return messages.shown.length === 0 ? 'same messages' : 'messages moved';
  if (removed === 0) return `+${count(added, 'line')}`;
  return added === 0 ? `−${count(removed, 'line')}` : `+${formatCount(added)} −${formatCount(removed)} lines`;
}

function describeSettings({ settings }: PromptChanges): string {
  return count(settings.shown.length + settings.more, 'setting');
}

function describeModel(changes: PromptChanges | null, ...arms: readonly (ArmReport | null)[]): string {
  const setting = changes?.settings.shown.find(({ path }) => path === 'model');
  const [before, after] = setting ? [setting.before, setting.after] : arms.map((arm) => arm?.model ?? null);
  if (!before || !after) return '';
  return before === after ? 'same model' : `model ${cutText(before, 80)} → ${cutText(after, 80)}`;
}

function describeTokens({ base, candidate }: NonNullable<PromptReport['promptTokens']>): string {
  const [from, to] = [Math.round(base), Math.round(candidate)];
  return `measured ${formatCount(from)} → ${formatCount(to)} prompt tokens a call, ${formatRelative(from, to)}`;
}

/** What happened to a message: `user, message 3 (was 2): changed`. */
export function describeMessage({ change, base, candidate, added, removed, lines }: MessageChange): string {
  const role = [base, candidate].flatMap((side) => (side === null ? [] : [cutText(oneLine(side.role), 40)]));
  const place = (candidate ?? base)?.place ?? 0;
  const was = base !== null && candidate !== null && base.place !== candidate.place ? ` (was ${base.place})` : '';
  const isAbove = lines.length === 0 && added + removed > 0;
  const what = change === 'changed' && added + removed === 0 ? 'role changed' : change;
  return `${[...new Set(role)].join(' → ')}, message ${place}${was}: ${what}${isAbove ? ', as above' : ''}`;
}

/** What a prompt reads that it did not, reads no more, and reads although few rows have it; a sentence each, names in backticks. */
export function describeVariables({ shown, unread, rows, more }: VariableChanges): readonly string[] {
  const ofKind = (readBy: VariableReport['readBy']) => shown.filter((variable) => variable.readBy === readBy);
  const gone = ofKind('base');
  return [
    ...ofKind('candidate').map((variable) => `Newly reads ${inCode(variable.name)}${describeSource(variable, rows)}.`),
    ...(gone.length === 0
      ? []
      : [`No longer reads ${listNames(gone.map(({ name }) => name))}.${describeUnread(unread)}`]),
    ...ofKind('both')
      .filter(({ filled }) => 2 * filled < rows)
      .map(({ name, filled }) => `Reads ${inCode(name)}, which ${describeFilled(filled, rows)}.`),
    ...(more === 0 ? [] : [`${count(more, 'more variable')}.`]),
  ];
}

function describeSource({ name, column, filled }: VariableReport, rows: number): string {
  if (rows === 0) return '';
  if (column === null) return filled > 0 ? ' from its default' : ', which no row has';
  const source = column === name ? '' : ` from the column ${inCode(column)}`;
  return filled === rows ? source : `${source}, which ${describeFilled(filled, rows)}`;
}

function describeUnread(columns: readonly string[]): string {
  return columns.length === 0
    ? ''
    : ` Unread now: ${columns.length === 1 ? 'column' : 'columns'} ${listNames(columns)}.`;
}

function describeFilled(filled: number, rows: number): string {
  return `${formatCount(filled)} of ${count(rows, 'row')} fill`;
}

function listNames(names: readonly string[]): string {
  return names.map(inCode).join(', ');
}
