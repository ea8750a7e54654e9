import type { Json } from '../../json.ts';
import { escapeUrl, renderProse } from '../escape.ts';
import { redactForPeople } from '../redact.ts';
import type { Report } from '../report.ts';
import { renderAlert, renderProblems } from './alert.ts';
import { renderCaseIds, renderCases } from './cases.ts';
import { renderDecision } from './decision.ts';
import { fitSections, type Section, wholeSection } from './fit.ts';
import { renderHeading } from './heading.ts';
import { renderMarker, renderRecord } from './marker.ts';
import { renderPromptDiffs } from './prompt-diff.ts';
import { renderRunFacts } from './run-facts.ts';
import { renderDatasetChanges, renderNotes, renderSkipped } from './skipped.ts';
import { renderExpenses, renderOpenRows, renderTable } from './table.ts';
import { renderTags } from './tags.ts';

/** What the comment needs beside the report. `maxCharacters` counts UTF-16 units; GitHub refuses a body of more than 65,536. */
export interface CommentOptions {
  readonly commentKey: string;
  readonly maxCharacters?: number;
  /** What a later run must know, hidden in the comment; null for none. */
  readonly record: Json;
}

/** GitHub drops a larger job summary whole (limit 1,024 KiB). */
const maxSummaryBytes = 900 * 1024;
const noticeLength = 400;
const separator = '\n\n';

/** The comment: first the hidden marker and record, then the sections in order of the reader's need. Always below the limit. */
export function renderComment(report: Report, options: CommentOptions): string {
  const limit = options.maxCharacters ?? 65_000;
  const hidden = renderHidden(options, limit);
  const body = renderBody(
    report,
    options.commentKey,
    limit - hidden.length - separator.length,
    (text) => text.length,
    [50, 25, 12, 6, 3],
  );
  return `${hidden}${separator}${body}\n`;
}

/** The job summary: the same sections with room for all cases that fit 900 KiB. */
export function renderSummary(report: Report): string {
  const measure = (text: string) => Buffer.byteLength(text);
  return `${renderBody(report, null, maxSummaryBytes, measure, [1000, 500, 250, 100, 50, 12])}\n`;
}

/** What an existing comment becomes when nothing is affected any more: one line. */
export function renderFolded(report: Report, options: CommentOptions): string {
  const url = escapeUrl(report.runUrl);
  const link = url === null ? '' : ` [Last run](${url})`;
  return `${renderHidden(options, 65_000)}${separator}<sub>**Prompt Assay:** ${renderProse(report.title)}${link}</sub>\n`;
}

/** A record that would crowd out the report is left out: the response cache then answers for it. */
function renderHidden({ commentKey, record }: CommentOptions, limit: number): string {
  const marker = renderMarker(commentKey);
  const line = record === null ? '' : renderRecord(record);
  return line === '' || line.length > limit / 3 ? marker : `${marker}\n${line}`;
}

function renderBody(
  full: Report,
  key: string | null,
  limit: number,
  measure: (text: string) => number,
  caseCounts: readonly number[],
): string {
  const report = redactForPeople(full);
  const sections = buildSections(report, key, caseCounts);
  const { texts, cut } = fitSections(sections, limit - noticeLength, measure, separator.length);
  const url = escapeUrl(report.runUrl);
  const place =
    url === null ? 'the job summary and the report files' : `the [job summary and the report files](${url})`;
  const notice = cut.length === 0 ? [] : [`*Shortened to fit: ${cut.join(', ')}. The whole is in ${place}.*`];
  return [...texts, ...notice].join(separator);
}

function buildSections(report: Report, key: string | null, caseCounts: readonly number[]): readonly Section[] {
  const caseSteps = caseCounts.map((count, index) => ({
    keep: 10 + 10 * index,
    render: () => renderCases(report, count),
  }));
  return [
    {
      name: 'verdict',
      fixed: true,
      steps: [{ keep: 100, render: () => [renderHeading(report, key), renderAlert(report)].join(separator) }],
    },
    {
      name: 'problems',
      steps: [50, 10].map((max, index) => ({
        keep: 90 + index,
        render: () => renderProblems('What to mend', report.errors, max),
      })),
    },
    {
      name: 'table',
      steps: [
        { keep: 70, render: () => renderTable(report) },
        { keep: 94, render: () => renderOpenRows(report, 40) },
      ],
    },
    wholeSection('cost and latency', 40, renderExpenses(report)),
    wholeSection('notes', 68, renderNotes(report)),
    { name: 'cases', steps: [...caseSteps, { keep: 80, render: () => renderCaseIds(report, 100) }] },
    wholeSection('tags', 32, renderTags(report)),
    wholeSection('dataset changes', 45, renderDatasetChanges(report)),
    {
      name: 'prompt changes',
      steps: [
        { keep: 25, render: () => renderPromptDiffs(report, { lines: 300, items: 60, typical: true }) },
        { keep: 30, render: () => renderPromptDiffs(report, { lines: 40, items: 20, typical: false }) },
        { keep: 35, render: () => renderPromptDiffs(report, { lines: 12, items: 6, typical: false }) },
      ],
    },
    wholeSection('how this was decided', 65, renderDecision(report)),
    wholeSection('warnings', 55, renderProblems('Warnings', report.warnings, 20)),
    wholeSection('run facts', 33, renderRunFacts(report)),
    wholeSection('suites not run', 60, renderSkipped(report)),
  ];
}
