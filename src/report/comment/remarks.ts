import { renderProse } from '../escape.ts';

const end = ' <!-- prompt-assay:remark -->';
const hiddenLine = /^<!-- prompt-assay:\w+ .*-->$/;

/** Something said of a comment as a whole, beside the report in it. `isGreen` opens it with a tick. */
export interface Remark {
  readonly text: string;
  readonly isGreen: boolean;
}

/** Remarks as a Markdown list; empty where there are none. */
export function renderRemarks(remarks: readonly Remark[]): string {
  return remarks.map(({ text, isGreen }) => `- ${isGreen ? '✅ ' : ''}${renderProse(text)}`).join('\n');
}

/** Puts remarks below the heading of a comment, or its hidden lines where it has none, in place of those that stood there. */
export function setRemarks(body: string, remarks: readonly Remark[]): string {
  const lines = body.split(/\r?\n/).filter((line) => !line.endsWith(end));
  const at = lines.findIndex((line) => !hiddenLine.test(line) && line !== '' && !line.startsWith('### '));
  const list = remarks.map((remark) => `${renderRemarks([remark])}${end}`);
  return [...lines.slice(0, at), ...list, ...lines.slice(at)].join('\n');
}
