import type { Json, JsonObject } from '../json.ts';
import type { Message } from '../ports.ts';
import { readMessages } from './messages.ts';
import type { Slot } from './prompt.ts';

/** Messages with those of a row in their places, and the names of the places that nothing fills. */
interface Filled {
  readonly messages: readonly Message[];
  readonly unknown: readonly string[];
}

/** Puts the lists of messages that a row holds into their places; the first without a list takes the row's own conversation. All of it is sent word for word. */
export function fillSlots(
  messages: readonly Message[],
  slots: readonly Slot[],
  variables: JsonObject,
  conversation: readonly Message[] | null,
): Filled {
  const unknown: string[] = [];
  const filled: Message[] = [];
  let left = conversation;
  let next = 0;
  for (const { name, before, isOptional } of slots) {
    const column = Object.hasOwn(variables, name) ? (variables[name] as Json) : null;
    const own = column === null || isShown(name) ? null : readColumn(column);
    const found = own ?? left;
    if (own === null) left = null;
    if (found === null && !isOptional) unknown.push(name);
    filled.push(...messages.slice(next, before), ...(found ?? []));
    next = before;
  }
  return { messages: [...filled, ...messages.slice(next)], unknown };

  /** The row's own conversation stands in its columns as people read it. */
  function isShown(name: string): boolean {
    return left !== null && (name === 'messages' || name === 'input');
  }
}

/** No message at all is a list, too; null for what is none. */
function readColumn(value: Json): readonly Message[] | null {
  if (Array.isArray(value) && value.length === 0) return [];
  let isSound = true;
  const messages = readMessages(value, () => {
    isSound = false;
  });
  return isSound ? messages : null;
}
