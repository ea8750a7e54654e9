/** The most characters of templates that are kept read: a suite fills the same few with every row. */
const maxKept = 1024 * 1024;

/** Reads a template that was read lately only once. `read` must depend on nothing else. */
export function keepRead<T>(read: (template: string) => T): (template: string) => T {
  const kept = new Map<string, T>();
  let length = 0;
  return (template) => {
    const isKnown = kept.has(template);
    const found = isKnown ? (kept.get(template) as T) : read(template);
    // The one that was used last goes last.
    if (isKnown) kept.delete(template);
    else length += template.length;
    kept.set(template, found);
    for (const oldest of kept.keys()) {
      if (length <= maxKept) break;
      kept.delete(oldest);
      length -= oldest.length;
    }
    return found;
  };
}
