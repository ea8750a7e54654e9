import { type CommentOptions, renderComment } from './comment/markdown.ts';
import { renderCodeQuality } from './files/gitlab-codequality.ts';
import { renderResultsJson } from './files/json.ts';
import { renderJunit } from './files/junit.ts';
import { renderSarif } from './files/sarif.ts';
import type { Report } from './report.ts';

/** A format of the report as a file. */
export interface Renderer {
  readonly file: string;
  render(report: Report, options: CommentOptions): string | Promise<string>;
}

/** Every format by name. A new one is one file and one line here; the HTML report is loaded only where it is asked for. */
export const renderers = {
  markdown: { file: 'comment.md', render: renderComment },
  html: { file: 'report.html', render: async (report: Report) => (await import('./page/html.ts')).renderHtml(report) },
  json: { file: 'results.json', render: renderResultsJson },
  junit: { file: 'junit.xml', render: renderJunit },
  'gitlab-codequality': { file: 'gl-code-quality-report.json', render: renderCodeQuality },
  sarif: { file: 'results.sarif', render: renderSarif },
} as const satisfies { readonly [format: string]: Renderer };
