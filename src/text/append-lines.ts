/** A text with lines added to its end, each of which it does not have already: what is added twice, or by two at once, is there once. A last line that was cut off stays a line of its own. */
export function appendLines(text: string, added: string): string {
  const known = new Set(text.split('\n'));
  const fresh = added.split('\n').filter((line) => line !== '' && !known.has(line));
  if (fresh.length === 0) return text;
  const start = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return `${start}${[...new Set(fresh)].join('\n')}\n`;
}
