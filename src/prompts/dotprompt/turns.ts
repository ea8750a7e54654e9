import { UserError } from '../../errors.ts';
import type { Message, MessagePart } from '../../ports.ts';
import type { Piece } from '../handlebars/interpret.ts';
import { joinParts } from '../message-text.ts';

/** A message while its pieces are put together. */
interface Turn {
  role: string;
  pieces: MessagePart[];
}

/**
 * Makes the messages of what a template has written, by the rules of Dotprompt: text before the first role is the user's, and what holds
 * only blanks begins no message. `history` is the row's conversation: it stands where the template says so, else before a last message
 * of the user's, else at the end. Throws a UserError for a sound or a film.
 */
export function makeTurns(pieces: readonly Piece[], history: readonly Message[]): readonly Message[] {
  const turns: (Turn | readonly Message[])[] = [];
  const begin = (role: string): Turn => {
    const turn: Turn = { role, pieces: [] };
    turns.push(turn);
    return turn;
  };
  let current = begin('user');
  for (const piece of splitAtTurns(pieces)) {
    if (Array.isArray(piece)) current.pieces.push(...piece);
    else if (piece.kind === 'history') {
      turns.push(history);
      current = begin('model');
    } else if (current.pieces.length === 0) current.role = piece.role;
    else current = begin(piece.role);
  }
  const messages = turns.flatMap((turn) => ('role' in turn ? toMessages(turn) : turn));
  if (turns.includes(history) || history.length === 0) return messages;
  const isAsked = messages.at(-1)?.role === 'user';
  return isAsked ? [...messages.slice(0, -1), ...history, ...messages.slice(-1)] : [...messages, ...history];
}

type Turning = { readonly kind: 'role'; readonly role: string } | { readonly kind: 'history' };

/** The runs of what belongs to one message, between roles and history; a run of blanks is none. */
function splitAtTurns(pieces: readonly Piece[]): readonly (MessagePart[] | Turning)[] {
  const runs: (MessagePart[] | Turning)[] = [];
  let run: MessagePart[] = [];
  const close = () => {
    if (run.some((part) => part.type !== 'text' || part.text.trim() !== '')) runs.push(run);
    run = [];
  };
  for (const piece of pieces) {
    if (typeof piece === 'string') run.push({ type: 'text', text: piece });
    else if (piece.kind === 'media') run.push({ type: 'image', url: imageUrl(piece), detail: null });
    else if (piece.kind !== 'section') {
      close();
      runs.push(piece);
    }
  }
  close();
  return runs;
}

function imageUrl({ url, type }: { readonly url: string; readonly type: string | null }): string {
  if (type === null || /^image\//i.test(type)) return url;
  throw UserError.of(`A message has media of the type "${type}", which is not sent.`, 'Only images are: take it out.');
}

function toMessages({ role, pieces }: Turn): readonly Message[] {
  if (pieces.length === 0) return [];
  const parts = joinTexts(pieces);
  const own = role === 'model' ? 'assistant' : (role as Message['role']);
  const [only] = parts;
  if (parts.length === 1 && only?.type === 'text') return [{ role: own, content: only.text }];
  return [{ role: own, content: joinParts(parts), parts }];
}

/** Texts side by side are one; between images, blanks are none. */
function joinTexts(pieces: readonly MessagePart[]): readonly MessagePart[] {
  const parts: MessagePart[] = [];
  for (const piece of pieces) {
    const last = parts.at(-1);
    if (piece.type === 'text' && last?.type === 'text')
      parts[parts.length - 1] = { type: 'text', text: last.text + piece.text };
    else parts.push(piece);
  }
  return parts.filter((part) => part.type !== 'text' || part.text.trim() !== '');
}
