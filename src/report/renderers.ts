import { type CommentOptions, renderComment } from './comment/markdown.ts';
import { renderCodeQuality } from './files/gitlab-codequality.ts';
import { renderResultsJson } from './files/json.ts';
import { renderJunit } from './files/junit.ts';
import { renderSarif } from './files/sarif.ts';
import type { PageRun } from './page/page-run.ts';
import type { Report } from './report.ts';

/** The text of one file, whole or in parts that are made as they are written. */
export type FileText = string | Iterable<string>;

/** What the formats need beside the report. */
export interface RenderOptions extends CommentOptions {
  readonly page: PageRun;
}

/** A format of the report as a file. */
export interface Renderer {
  readonly file: string;
  render(report: Report, options: RenderOptions): FileText | Promise<FileText>;
}

/** Every format by name. A new one is one file and one line here; the HTML report is loaded only where it is asked for. */
export const renderers = {
  markdown: { file: 'comment.md', render: renderComment },
  html: {
    file: 'report.html',
    render: async (report: Report, { page }: RenderOptions) =>
      (await import('./page/html.ts')).renderHtml(report, page),
  },
  json: { file: 'results.json', render: renderResultsJson },
  junit: { file: 'junit.xml', render: renderJunit },
  'gitlab-codequality': { file: 'gl-code-quality-report.json', render: renderCodeQuality },
  sarif: { file: 'results.sarif', render: renderSarif },
} as const satisfies { readonly [format: string]: Renderer };
