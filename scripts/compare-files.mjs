/**
 * What differs between two sets of files, given as [path, bytes]: one line a file, "path: missing", "path: extra" or
 * "path: different", sorted by path. Empty when they are the same.
 */
export function compareFiles(actual, expected) {
  const have = new Map(actual);
  const want = new Map(expected);
  const lines = [...want].flatMap(([path, contents]) => {
    const found = have.get(path);
    if (found === undefined) return [`${path}: missing`];
    return Buffer.compare(found, contents) === 0 ? [] : [`${path}: different`];
  });
  const extra = [...have.keys()].filter((path) => !want.has(path)).map((path) => `${path}: extra`);
  return [...lines, ...extra].sort();
}
