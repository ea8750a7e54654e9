import { canonicalJson, writeJson } from '../../json.ts';
import type { MessagePair, PlacedMessage } from '../../prompts/diff-messages.ts';
import { messageText } from '../../prompts/message-text.ts';
import { type DiffLine, showRows } from '../../report/diff/clip-diff.ts';
import { clipLine } from '../../report/diff/clip-line.ts';
import { type DiffRow, diffTexts } from '../../report/diff/text-diff.ts';
import type { MessageChange, Part } from '../../report/prompt-changes.ts';
import { count } from '../../text/prose.ts';

const mostMessages = 30;
/** A few lines of each message are shown, however many differ. */
const leastLines = 6;
const charactersOfLine = 440;

/** Messages as they are shown, in about `lines` lines together; one that is among the `told` pairs is named and not shown again. */
export function showMessages(
  pairs: readonly MessagePair[],
  lines: number,
  told: readonly MessagePair[] = [],
): Part<MessageChange> {
  const first = pairs.slice(0, mostMessages);
  const own = Math.max(leastLines, Math.floor(lines / Math.max(1, first.length)));
  const known = new Set(told.map(identify));
  const shown = first.map((pair) => showMessage(pair, known.has(identify(pair)) ? null : own));
  return { shown, more: pairs.length - shown.length };
}

function identify({ base, candidate }: MessagePair): string {
  return canonicalJson([base?.message, candidate?.message]);
}

/** The beginning of a message that both sides send. */
export function showSame({ message, place }: PlacedMessage, basePlace: number): MessageChange {
  const { role } = message;
  const [first = '', ...rest] = messageText(message).split('\n');
  const gap: DiffLine = { kind: 'gap', text: count(rest.length, 'equal line') };
  return {
    change: 'same',
    base: { role, place: basePlace + 1 },
    candidate: { role, place: place + 1 },
    added: 0,
    removed: 0,
    lines: [
      { kind: 'same', text: first.length > charactersOfLine ? clipLine(first, [], charactersOfLine) : first },
      ...(rest.length === 0 ? [] : [gap]),
    ],
  };
}

/** Null lines show none. */
function showMessage(pair: MessagePair, lines: number | null): MessageChange {
  const { change, base, candidate } = pair;
  const rows = listRows(pair);
  const count = (kind: DiffRow['kind']) => rows.filter((row) => row.kind === kind).length;
  return {
    change,
    base: base && nameMessage(base),
    candidate: candidate && nameMessage(candidate),
    added: count('added'),
    removed: count('removed'),
    lines: lines === null ? [] : showRows(rows, [], { lines, characters: charactersOfLine }),
  };
}

function listRows({ base, candidate }: MessagePair): readonly DiffRow[] {
  const listWhole = (kind: DiffRow['kind'], { message }: PlacedMessage) =>
    messageText(message)
      .replace(/\n$/, '')
      .split('\n')
      .map((text) => ({ kind, text }));
  if (candidate === null) return base === null ? [] : listWhole('removed', base);
  if (base === null) return listWhole('added', candidate);
  const rows = diffTexts(messageText(base.message), messageText(candidate.message));
  if (rows.length > 0) return rows;
  // What people read is the same: the difference is in an image, or in which call is answered.
  const [before, after] = [base, candidate].map(({ message: { role: _, content: __, ...rest } }) => writeJson(rest, 2));
  return diffTexts(before ?? '', after ?? '');
}

function nameMessage({ message, place }: PlacedMessage): MessageChange['base'] {
  return { role: message.role, place: place + 1 };
}
