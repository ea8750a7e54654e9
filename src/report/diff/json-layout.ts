import { parseJson } from '../../json.ts';

type Node = string | Member[] | { readonly items: readonly Node[] };
interface Member {
  readonly key: string;
  readonly value: Node;
}

/** Deeper ones are compared as they are. */
const maxDepth = 200;
const fenced = /^(\s*```[^\n`]*\n)([\s\S]*?)(\n[ \t]*```\s*)$/;

/**
 * Two answers made ready to be compared by line: where both are a JSON object or array, alone or in one code fence, each
 * member on a line of its own, the second in the order of the first, digits and strings as they were written. Fences
 * stay. All other texts, and those that would then be equal, come back as they are.
 */
export function layOutPair(before: string, after: string): readonly [string, string] {
  const [from, to] = [readAnswer(before), readAnswer(after)];
  if (from === null || to === null) return [before, after];
  const pair = [from.wrap(printNode(from.tree)), to.wrap(printNode(orderAs(to.tree, from.tree)))] as const;
  return pair[0] === pair[1] ? [before, after] : pair;
}

/** One answer by the same rules: a JSON object or array with each member on a line of its own, any other text as it is. */
export function layOut(text: string): string {
  const read = readAnswer(text);
  return read === null ? text : read.wrap(printNode(read.tree));
}

function readAnswer(text: string): { readonly tree: Node; readonly wrap: (body: string) => string } | null {
  const [, open = '', body = text, close = ''] = fenced.exec(text) ?? [];
  if (!/^\s*[[{]/.test(body) || parseJson(body) === undefined) return null;
  const tree = readTree(body);
  return tree === null ? null : { tree, wrap: (laid) => open + laid + close };
}

/** The text must be valid JSON; null where it is too deep. Numbers and strings stay as written, which a parsed value would round. */
function readTree(text: string): Node | null {
  const tokens = text.match(/"(?:[^"\\]+|\\.)*"|[{}[\]]|[^\s{}[\],:"]+/g) ?? [];
  let place = 0;
  const read = (depth: number): Node | null => {
    const token = tokens[place++] ?? '';
    if (depth > maxDepth) return null;
    if (token !== '{' && token !== '[') return token;
    const members: Member[] = [];
    while (tokens[place] !== '}' && tokens[place] !== ']') {
      const key = token === '{' ? (tokens[place++] ?? '') : '';
      const value = read(depth + 1);
      if (value === null) return null;
      members.push({ key, value });
    }
    place += 1;
    return token === '{' ? members : { items: members.map(({ value }) => value) };
  };
  return read(0);
}

function orderAs(node: Node, model: Node | undefined): Node {
  if (typeof node === 'string' || model === undefined || typeof model === 'string') return node;
  if (Array.isArray(node)) return Array.isArray(model) ? orderMembers(node, model) : node;
  return Array.isArray(model) ? node : { items: node.items.map((item, index) => orderAs(item, model.items[index])) };
}

function orderMembers(members: Member[], model: readonly Member[]): Member[] {
  const places = new Map(model.map(({ key, value }, place) => [key, { place, value }]));
  const placeOf = ({ key }: Member) => places.get(key)?.place ?? model.length;
  return members
    .map(({ key, value }) => ({ key, value: orderAs(value, places.get(key)?.value) }))
    .sort((a, b) => placeOf(a) - placeOf(b));
}

function printNode(node: Node, indent = ''): string {
  if (typeof node === 'string') return node;
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(node) ? '{}' : '[]';
  const entries = Array.isArray(node)
    ? node.map(({ key, value }) => `${inner}${key}: ${printNode(value, inner)}`)
    : node.items.map((item) => inner + printNode(item, inner));
  return entries.length === 0 ? `${open}${close}` : `${open}\n${entries.join(',\n')}\n${indent}${close}`;
}
