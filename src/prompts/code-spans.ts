const fence = /^[ \t]*(`{3,}|~{3,})/;
const span = /`[^`\n]+`/g;

/** Finds the fenced blocks and code spans of a Markdown text; tells of an offset whether it stands in one. */
export function findCode(text: string): (offset: number) => boolean {
  const isCode = new Uint8Array(text.length);
  let open = '';
  let start = 0;
  while (start <= text.length) {
    const end = findLineEnd(text, start);
    const line = text.slice(start, end);
    const marks = fence.exec(line)?.[1] ?? '';
    if (open !== '' || marks !== '') isCode.fill(1, start, end + 1);
    else
      for (const { 0: whole, index } of line.matchAll(span))
        isCode.fill(1, start + index, start + index + whole.length);
    if (open === '') open = marks;
    else if (marks.startsWith(open) && line.trim() === marks) open = '';
    start = end + 1;
  }
  return (offset) => isCode[offset] === 1;
}

function findLineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}
