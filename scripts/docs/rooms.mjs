// The picture of the house in docs/architecture.md: a fenced tree, two spaces a level, two or more before the words.

const ENTRY = /^( *)([\w.@-]+\/?)(?:\s{2,}\S|\s*$)/;

/** The tree's entries as {line, path}; a folder's path ends in "/". Empty when no fenced block has a line "src/". */
export function readRooms(text) {
  const lines = text.split('\n');
  const source = lines.findIndex((line) => /^src\/(?:\s|$)/.test(line));
  if (source === -1) return [];
  const start = lines.slice(0, source).findLastIndex((line) => line.startsWith('```')) + 1;
  const end = lines.findIndex((line, index) => index > source && line.startsWith('```'));
  const parents = [];
  return lines.slice(start, end === -1 ? undefined : end).flatMap((line, index) => {
    const match = ENTRY.exec(line);
    if (match === null) return [];
    const depth = match[1].length / 2;
    if (!Number.isInteger(depth) || depth > parents.length) return [];
    parents.length = depth;
    parents.push(match[2]);
    return [{ line: start + index + 1, path: parents.join('') }];
  });
}
