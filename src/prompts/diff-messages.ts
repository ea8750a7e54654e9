import { diffArrays } from 'diff';
import { canonicalJson } from '../json.ts';
import type { Message } from '../ports.ts';
import { messageText } from './message-text.ts';

/** A message and its place in its conversation, from 0. */
export interface PlacedMessage {
  readonly message: Message;
  readonly place: number;
}

/** A message of two conversations that is not the same in the same place; null where a side has none of its kind. A moved one is equal elsewhere. */
export interface MessagePair {
  readonly change: 'added' | 'removed' | 'moved' | 'changed';
  readonly base: PlacedMessage | null;
  readonly candidate: PlacedMessage | null;
}

/** A placed message between messages that both sides have. */
interface Loose extends PlacedMessage {
  readonly key: string;
  readonly gap: number;
}

/** More messages that came or went are not looked for one by one: it takes time by the square. */
const maxEdits = 400;

/** By what a message is known again on the other side, the surest first; null where it cannot be. */
const likenesses: readonly ((message: Loose) => string | null)[] = [
  ({ key }) => key,
  ({ gap, message }) => `${gap} ${messageText(message)}`,
  ({ gap, message }) => `${gap} ${message.role}`,
  ({ message: { role } }) => (role === 'system' || role === 'developer' ? role : null),
];

/** What differs between two conversations, by role and place, in the order of the second; what is gone stands where it was. */
export function pairMessages(before: readonly Message[], after: readonly Message[]): readonly MessagePair[] {
  const [left, right] = findLoose(before, after);
  const partners = new Map<Loose, Loose>();
  const taken = new Set<Loose>();
  for (const likeness of likenesses) {
    const waiting = new Map<string, Loose[]>();
    for (const one of left.filter((message) => !taken.has(message))) {
      const name = likeness(one);
      if (name !== null) waiting.set(name, [...(waiting.get(name) ?? []), one]);
    }
    // From the end: what comes between is examples more often than another last turn.
    for (const one of right.filter((message) => !partners.has(message)).reverse()) {
      const partner = waiting.get(likeness(one) ?? '')?.pop();
      if (partner === undefined) continue;
      partners.set(one, partner);
      taken.add(partner);
    }
  }
  const gone = left.filter((message) => !taken.has(message));
  const all = [...gone.map((one) => ({ one, isGone: true })), ...right.map((one) => ({ one, isGone: false }))];
  return all
    .sort((a, b) => a.one.gap - b.one.gap)
    .map(({ one, isGone }) => (isGone ? describePair(one, null) : describePair(partners.get(one) ?? null, one)));
}

function describePair(base: Loose | null, candidate: Loose | null): MessagePair {
  const isBoth = base !== null && candidate !== null;
  const change = isBoth ? (base.key === candidate.key ? 'moved' : 'changed') : base === null ? 'added' : 'removed';
  return { change, base: base && placeOf(base), candidate: candidate && placeOf(candidate) };
}

function placeOf({ message, place }: Loose): PlacedMessage {
  return { message, place };
}

/** The messages of both sides that are not the same in the same order, each with the number of the gap it stands in. */
function findLoose(before: readonly Message[], after: readonly Message[]): readonly [Loose[], Loose[]] {
  const [from, to] = [before, after].map((messages) => messages.map((message) => canonicalJson(message))) as [
    string[],
    string[],
  ];
  const runs = diffArrays(from, to, { maxEditLength: maxEdits }) ?? [
    { removed: true, added: false, value: from },
    { removed: false, added: true, value: to },
  ];
  const [left, right]: [Loose[], Loose[]] = [[], []];
  let gap = 0;
  const places = { left: 0, right: 0 };
  for (const { removed, added, value } of runs) {
    if (!removed && !added) {
      gap += 1;
      places.left += value.length;
      places.right += value.length;
      continue;
    }
    for (const key of value) {
      const side = removed ? 'left' : 'right';
      const message = (removed ? before : after)[places[side]] as Message;
      (removed ? left : right).push({ message, place: places[side], key, gap });
      places[side] += 1;
    }
  }
  return [left, right];
}
