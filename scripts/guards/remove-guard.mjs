/**
 * The files of a guard without it, as {path: text}. texts: the files as they are. Throws where a text that is the guard is
 * not there exactly once.
 */
export function removeGuard({ attack, remove }, texts) {
  const changed = new Map(texts);
  for (const { file, find, replace } of remove) {
    const [before, after, ...more] = changed.get(file).split(find);
    if (after === undefined || more.length > 0) {
      const found = after === undefined ? 'is not there' : 'is there more than once';
      throw new Error(`${file}: the guard against "${attack}" ${found}; correct it in scripts/guards: ${find}`);
    }
    changed.set(file, [before, after].join(replace));
  }
  return changed;
}
