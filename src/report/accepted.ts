import { escapeInline } from './escape.ts';

const start = '<!-- prompt-assay:accepted -->';
const hiddenLine = /^<!-- prompt-assay:\w+ .*-->$/;

/** Says on a comment who accepted its verdict, below the hidden lines and in place of what was said before; null takes it back. */
export function markAccepted(body: string, acceptedBy: string | null): string {
  const lines = body.split(/\r?\n/).filter((line) => !line.startsWith(start));
  if (acceptedBy === null) return lines.join('\n');
  const at = lines.findIndex((line) => !hiddenLine.test(line));
  const note = `${start} ✅ **Accepted** by ${escapeInline(`@${acceptedBy}`)}: this verdict does not block.`;
  return [...lines.slice(0, at), note, ...lines.slice(at)].join('\n');
}
