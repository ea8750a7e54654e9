const code = /^[ \t]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\1[`~]*[ \t]*$|(?![\s\S]))|`[^`\n]+`/gm;

/** Finds the fenced blocks and code spans of a Markdown text; tells of an offset whether it stands in one. */
export function findCode(text: string): (offset: number) => boolean {
  const isCode = new Uint8Array(text.length);
  for (const { 0: whole, index } of text.matchAll(code)) isCode.fill(1, index, index + whole.length);
  return (offset) => isCode[offset] === 1;
}
