import { isJsonObject, type Json, type JsonObject, writeJson } from '../json.ts';

const placeholder = /\{\{\s*([\p{L}\p{N}_][\p{L}\p{N}_.-]*)\s*\}\}/u;
const onePlaceholder = new RegExp(`^${placeholder.source}$`, 'u');
/** A backslash before `{{` makes it text; two of them stand for one, and what follows is read. The first backslash is never sent. */
export const escapes = /\\\\(?=\{\{)|\\\{\{/u;
const tokens = new RegExp(`${escapes.source}|${placeholder.source}`, 'gu');

/** A rendered value and the names that no variable answers to, each once, in order of appearance. */
export interface Rendered<T> {
  readonly value: T;
  readonly unknown: readonly string[];
}

/** The texts of a template between what `tokens` match, where `toText` says what a match is sent as; null is no text. */
export function splitLiterals(
  template: string,
  tokens: RegExp,
  toText: (written: string, name?: string) => string | null,
): readonly string[] {
  // No file holds the character 0.
  return template.replace(tokens, (written, name?: string) => toText(written, name) ?? '\0').split('\0');
}

/** Looks a name up: an exact key wins over a dotted path into objects and arrays; undefined where nothing is found. */
export function lookUpVariable(name: string, variables: JsonObject): Json | undefined {
  if (Object.hasOwn(variables, name)) return variables[name];
  let value: Json | undefined = variables;
  for (const part of name.split('.')) {
    if (isJsonObject(value) && Object.hasOwn(value, part)) value = value[part];
    else if (Array.isArray(value) && /^\d+$/.test(part)) value = value[Number(part)] as Json | undefined;
    else return undefined;
  }
  return value;
}

/** A variable as it appears in a text: text as it is, any other value as JSON; null where nothing is found. */
export function lookUpText(name: string, variables: JsonObject): string | null {
  const value = lookUpVariable(name, variables);
  if (value === undefined) return null;
  return typeof value === 'string' ? value : writeJson(value);
}

/** Finds each placeholder of a template: its name and its offset in the text. */
export function findPlaceholders(template: string): readonly { readonly name: string; readonly offset: number }[] {
  return [...template.matchAll(tokens)].flatMap(({ 1: name, index }) =>
    name === undefined ? [] : [{ name, offset: index }],
  );
}

/** Lists the names a template uses, each once, in order of appearance. */
export function listVariables(template: string): readonly string[] {
  return [...new Set(findPlaceholders(template).map(({ name }) => name))];
}

/** Replaces every `{{ name }}` in one pass, so that a value which contains `{{other}}` is never expanded again. Values that are no strings appear as JSON; unknown names stay as written, and `\\{{` becomes `{{`. */
export function renderTemplate(template: string, variables: JsonObject): Rendered<string> {
  const unknown = new Set<string>();
  const value = template.replace(tokens, (whole, name?: string) => {
    if (name === undefined) return whole.slice(1);
    const found = lookUpText(name, variables);
    if (found === null) unknown.add(name);
    return found ?? whole;
  });
  return { value, unknown: [...unknown] };
}

/** Renders the strings inside a JSON value; a string that is exactly one `{{ name }}` becomes that variable with its JSON type. */
export function renderValue(value: Json, variables: JsonObject): Rendered<Json> {
  const unknown = new Set<string>();
  const render = (node: Json): Json => {
    if (typeof node === 'string') {
      const name = onePlaceholder.exec(node)?.[1];
      const found = name === undefined ? undefined : lookUpVariable(name, variables);
      if (found !== undefined) return found;
      const rendered = renderTemplate(node, variables);
      for (const missing of rendered.unknown) unknown.add(missing);
      return rendered.value;
    }
    if (Array.isArray(node)) return node.map(render);
    if (isJsonObject(node))
      return Object.fromEntries(Object.entries(node).map(([key, member]) => [key, render(member)]));
    return node;
  };
  return { value: render(value), unknown: [...unknown] };
}
