import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { isMessage } from './messages.ts';

/** No instrumentation nests deeper; deeper ones are left out. */
const maxSegments = 20;
/** OpenInference names each object again inside of itself: `message.role`, `tool_call.function.name`. */
const wrappers = ['message', 'message_content', 'tool_call', 'image'];

/** Messages that are written as one attribute a leaf, `PREFIX.0.role`, in the order of their numbers. */
export function readFlatMessages(attributes: JsonObject, prefix: string): readonly JsonObject[] {
  const root: Branch = new Map();
  for (const [name, value] of Object.entries(attributes)) {
    if (!name.startsWith(prefix)) continue;
    const [empty, ...segments] = name.slice(prefix.length).split('.');
    if (empty === '' && /^\d+$/.test(segments[0] ?? '') && segments.length <= maxSegments) plant(root, segments, value);
  }
  const list = grow(root);
  return Array.isArray(list) ? list.map(unwrap).filter(isMessage) : [];
}

/** Attribute names are anybody's: a map has no prototype to set. */
type Branch = Map<string, Branch | { readonly leaf: Json }>;

function plant(root: Branch, segments: readonly string[], value: Json): void {
  let branch = root;
  for (const segment of segments.slice(0, -1)) {
    const found = branch.get(segment);
    const next: Branch = found instanceof Map ? found : new Map();
    branch.set(segment, next);
    branch = next;
  }
  const last = segments.at(-1) ?? '';
  if (!branch.has(last)) branch.set(last, { leaf: value });
}

function grow(branch: Branch): Json {
  const entries = [...branch].map(([name, node]) => [name, node instanceof Map ? grow(node) : node.leaf] as const);
  if (entries.every(([name]) => /^\d+$/.test(name))) {
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, value]) => value);
  }
  return Object.fromEntries(entries);
}

function unwrap(value: Json): Json {
  if (Array.isArray(value)) return value.map(unwrap);
  if (!isJsonObject(value)) return value;
  const wrapper = wrappers.find((name) => isJsonObject(value[name]) && Object.keys(value).length === 1);
  const inner = wrapper === undefined ? value : (value[wrapper] as JsonObject);
  const { contents, image, ...rest } = Object.fromEntries(
    Object.entries(inner).map(([key, one]) => [key, unwrap(one)]),
  );
  return {
    ...rest,
    ...(contents === undefined ? {} : { content: contents }),
    ...(image === undefined ? {} : { image_url: image }),
  };
}
