import type { Objects } from './objects.ts';

/** What lies at a path of a tree: `mode` as git writes it. */
export interface TreeItem {
  readonly mode: string;
  readonly id: string;
}

const folderMode = '40000';

/** The items of one level of a tree. */
export function parseTree(bytes: Buffer): Map<string, TreeItem> {
  const items = new Map<string, TreeItem>();
  for (let at = 0; at < bytes.length; ) {
    const [blank, end] = [bytes.indexOf(32, at), bytes.indexOf(0, at)];
    const id = bytes.subarray(end + 1, end + 21).toString('hex');
    items.set(bytes.subarray(blank + 1, end).toString('utf8'), { mode: bytes.subarray(at, blank).toString(), id });
    at = end + 21;
  }
  return items;
}

/** Writes a tree with some paths set or, for null, removed; folders that are left empty go. Returns its id. */
export async function editTree(
  objects: Objects,
  tree: string | null,
  changes: ReadonlyMap<string, TreeItem | null>,
): Promise<string> {
  return (await editLevel(objects, tree, changes)) ?? objects.write('tree', '');
}

async function editLevel(
  objects: Objects,
  tree: string | null,
  changes: ReadonlyMap<string, TreeItem | null>,
): Promise<string | null> {
  const read = tree === null ? null : await objects.read(tree);
  const items = read === null ? new Map<string, TreeItem>() : parseTree(read.bytes);
  const below = new Map<string, Map<string, TreeItem | null>>();
  for (const [path, item] of changes) {
    const slash = path.indexOf('/');
    if (slash >= 0) {
      const name = path.slice(0, slash);
      below.set(name, (below.get(name) ?? new Map()).set(path.slice(slash + 1), item));
    } else if (item === null) items.delete(path);
    else items.set(path, item);
  }
  for (const [name, inner] of below) {
    const known = items.get(name);
    const id = await editLevel(objects, known?.mode === folderMode ? known.id : null, inner);
    if (id !== null) items.set(name, { mode: folderMode, id });
    else if (known === undefined || known.mode === folderMode) items.delete(name);
  }
  return items.size === 0 ? null : objects.write('tree', renderTree(items));
}

function renderTree(items: ReadonlyMap<string, TreeItem>): Buffer {
  // Git compares a folder as if its name ended in a slash.
  const keyed = [...items].map(([name, item]) => {
    const key = Buffer.from(item.mode === folderMode ? `${name}/` : name);
    return { key, name, item };
  });
  const sorted = keyed.sort((a, b) => Buffer.compare(a.key, b.key));
  return Buffer.concat(
    sorted.map(({ name, item }) => Buffer.concat([Buffer.from(`${item.mode} ${name}\0`), Buffer.from(item.id, 'hex')])),
  );
}
