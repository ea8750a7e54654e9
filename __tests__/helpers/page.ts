import type { PageData } from '../../src/report/page/browse/page-data.ts';
import { renderHtml } from '../../src/report/page/html.ts';
import type { PageCase, PageRun } from '../../src/report/page/page-run.ts';
import type { Report } from '../../src/report/report.ts';
import { aCaseReport } from './builders.ts';

/** The cases of a report as a run would give them to its page. */
export function pageCasesOf(report: Pick<Report, 'cases'>): readonly PageCase[] {
  return report.cases.map((entry, position) =>
    aPageCase({ ...entry, metrics: entry.metrics.map(asPageMetric), position }),
  );
}

function asPageMetric(metric: Report['cases'][number]['metrics'][number]): PageCase['metrics'][number] {
  return { ...metric, drop: null };
}

/** A case that got worse, with what was sent of it. */
export function aPageCase(changes: Partial<PageCase> = {}): PageCase {
  const { metrics, ...rest } = aCaseReport();
  const messages = [
    { role: 'system', content: 'You sort mail.' },
    { role: 'user', content: 'I was charged twice.' },
  ] as const;
  return {
    ...rest,
    metrics: metrics.map((metric) => ({ ...metric, drop: 1 })),
    position: 0,
    baseline: { answers: 1, fault: null, messages },
    candidate: { answers: 1, fault: null, messages: [{ ...messages[0], content: 'You sort letters.' }, messages[1]] },
    ...changes,
  };
}

/** What a run gives to the page of a report. */
export function aPageRun(report: Pick<Report, 'cases'>, changes: Partial<PageRun> = {}): PageRun {
  return { cases: pageCasesOf(report), changes: [], ...changes };
}

/** The whole page of a report. */
export function pageOf(report: Report, changes: Partial<PageRun> = {}): string {
  return [...renderHtml(report, aPageRun(report, changes))].join('');
}

/** What a page says without its style and scripts. */
export function staticPart(page: string): string {
  return page.replace(/<(style|script)[^>]*>[\s\S]*?<\/\1>/g, '');
}

/** The data that a page carries for its viewer. */
export function dataOf(page: string): PageData {
  const [, json] = /<script type="application\/json" id="data">([\s\S]*?)<\/script>/.exec(page) ?? [];
  return JSON.parse(json ?? 'null') as PageData;
}
