/**
 * What stands inside the one code fence that is all of a text, blanks around it aside: three backticks or more with or without a language, then
 * lines, then a line of as many backticks. Null for anything else: prose beside it, two fences, one without an end.
 */
export function unfence(text: string): string | null {
  const trimmed = text.trim();
  if (!trimmed.startsWith('```')) return null;
  const lines = trimmed.split('\n');
  const ticks = /^(`{3,})[^`]*$/.exec(lines[0] ?? '')?.[1]?.length;
  if (ticks === undefined) return null;
  const end = lines.findIndex((line, index) => index > 0 && isFence(line.trim(), ticks));
  return end > 0 && end === lines.length - 1 ? lines.slice(1, end).join('\n').replace(/\r$/, '') : null;
}

function isFence(line: string, least: number): boolean {
  return line.length >= least && line === '`'.repeat(line.length);
}
