import { isJsonObject, type Json } from '../json.ts';
import { quoteName } from '../text/problems.ts';

/** What of a tool is more than a function, which nobody but the caller could run. */
export interface Beyond {
  /** The type under which a config allows it; null where it has none. */
  readonly type: string | null;
  readonly what: string;
}

/** What defines a function, in the shapes of both APIs. */
const definition: readonly string[] = ['name', 'description', 'parameters', 'strict'];

/** What makes a tool, as it is sent, more than the definition of a function; null for a plain one. */
export function findBeyond(tool: Json): Beyond | null {
  if (!isJsonObject(tool) || typeof tool.type !== 'string') return { type: null, what: 'a tool has no "type"' };
  const { type, function: inner = {}, ...outer } = tool;
  if (type !== 'function') return { type, what: `a tool of the type ${quoteName(type)} is no function` };
  if (!isJsonObject(inner)) return { type, what: 'a function has a "function" that is no definition' };
  const more = [...Object.keys(outer), ...Object.keys(inner)].find((name) => !definition.includes(name));
  return more === undefined ? null : { type, what: `a function has ${quoteName(more)} beside its definition` };
}
