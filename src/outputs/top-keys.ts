/** True where the first thing in a text is a JSON object that has all of these keys. It is passed over and not read, and only as far as it takes. */
export function hasTopKeys(text: string, ...names: readonly string[]): boolean {
  const wanted = new Set(names);
  for (const key of topKeys(text)) {
    wanted.delete(key);
    if (wanted.size === 0) return true;
  }
  return false;
}

/** What may stand between two texts of a document. */
const marks = /["{}[\]]/g;

/** The keys of the object that a text begins with, as they are written. Lenient: whoever reads the text finds what is wrong with it. */
function* topKeys(text: string): Generator<string> {
  if (!/^\s*\{/.test(text)) return;
  let depth = 0;
  let at = 0;
  do {
    marks.lastIndex = at;
    const mark = marks.exec(text);
    if (mark === null) return;
    at = mark.index + 1;
    if (mark[0] === '"') {
      const end = endOfText(text, at);
      if (depth === 1 && isKey(text, end)) yield text.slice(at, end);
      at = end + 1;
    } else depth += mark[0] === '{' || mark[0] === '[' ? 1 : -1;
  } while (depth > 0);
}

/** The offset of the quote that closes a text; the end of everything where none does. */
function endOfText(text: string, start: number): number {
  let end = text.indexOf('"', start);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

function isEscaped(text: string, offset: number): boolean {
  let from = offset;
  while (text[from - 1] === '\\') from -= 1;
  return (offset - from) % 2 === 1;
}

function isKey(text: string, end: number): boolean {
  let at = end + 1;
  while (/\s/.test(text[at] ?? '')) at += 1;
  return text[at] === ':';
}
