import type { Message } from '../../../ports.ts';
import { pairMessages } from '../../../prompts/diff-messages.ts';

/** A message of one or both sides; `change` is `same` where both sent it in the same place. */
export interface AlignedMessage {
  readonly change: 'same' | 'added' | 'removed' | 'moved' | 'changed';
  readonly before: Message | null;
  readonly after: Message | null;
}

/** All messages of two conversations in the order of the second, each beside the one that it was; what is gone stands where it was. */
export function alignMessages(before: readonly Message[], after: readonly Message[]): readonly AlignedMessage[] {
  const pairs = pairMessages(before, after);
  const taken = new Set(pairs.map(({ candidate }) => candidate?.place));
  const same = after.filter((_, place) => !taken.has(place));
  const placesOf = (side: 'base' | 'candidate') => pairs.flatMap((pair) => pair[side]?.place ?? []);
  const places = { base: placesOf('base'), candidate: placesOf('candidate') };
  const equalBefore = (side: 'base' | 'candidate', place: number) =>
    place - places[side].filter((other) => other < place).length;
  const aligned: AlignedMessage[] = [];
  let told = 0;
  const tellSame = (end: number) => {
    for (; told < end; told += 1) {
      const message = same[told] ?? null;
      aligned.push({ change: 'same', before: message, after: message });
    }
  };
  for (const { change, base, candidate } of pairs) {
    const own = candidate ?? base;
    tellSame(own === null ? 0 : equalBefore(candidate === null ? 'base' : 'candidate', own.place));
    aligned.push({ change, before: base?.message ?? null, after: candidate?.message ?? null });
  }
  tellSame(same.length);
  return aligned;
}
