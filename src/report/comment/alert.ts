import type { Problem } from '../../errors.ts';
import { closeSentence, count } from '../../text/prose.ts';
import { cutText, renderCode, renderProse } from '../escape.ts';
import { docUrl, renderLink } from '../links.ts';
import type { Report } from '../report.ts';
import { describeReportCauses } from '../words/cause.ts';
import { listNextSteps } from '../words/next-step.ts';
import { describeSince } from '../words/since.ts';

const kinds = { fail: 'CAUTION', pass: 'TIP', inconclusive: 'WARNING', invalid: 'IMPORTANT' } as const;
const maxReasons = 8;
const maxSentence = 600;

/** The verdict in one coloured block: the title and why, what the broken cases have in common, what else to know, and what to do next. */
export function renderAlert(report: Report): string {
  const parts = [
    renderVerdict(report),
    renderCauses(report),
    report.since === null ? [] : [renderSentence(describeSince(report.since))],
    renderList(report.notices),
    [renderNext(report)],
  ];
  const lines = parts.filter((part) => part.length > 0).flatMap((part) => ['', ...part]);
  return [`[!${kinds[report.verdict]}]`, ...lines.slice(1)].map((line) => `> ${line}`.trimEnd()).join('\n');
}

/** Problems as a list: where, what, and what to do. At most `max`; the rest is counted. */
export function renderProblems(heading: string, problems: readonly Problem[], max: number): string {
  if (problems.length === 0) return '';
  const rest = problems.length - max;
  return [
    `**${heading}**`,
    '',
    ...problems.slice(0, max).map(renderProblemLine),
    ...(rest > 0 ? [`- and ${count(rest, 'more', 'more')}`] : []),
  ].join('\n');
}

function renderProblemLine(problem: Problem): string {
  const place = [problem.path, problem.line, problem.column].filter((part) => part !== null).join(':');
  const parts = [place === '' ? '' : renderCode(cutText(place, 200)), problem.message, problem.hint];
  const [where = '', ...sentences] = parts;
  return `- ${[where, ...sentences.map(renderSentence)].filter((part) => part !== '').join(' ')}`;
}

/** One reason goes on in the title's line, several are a list below it. */
function renderVerdict({ title, details }: Report): readonly string[] {
  const [only] = details;
  const strong = `**${renderSentence(title)}**`;
  if (details.length === 1 && only !== undefined) return [`${strong} ${renderSentence(only)}`];
  return [strong, ...renderList(details)];
}

/** What the broken cases have in common, of several comparisons as a list. */
function renderCauses(report: Report): readonly string[] {
  const causes = describeReportCauses(report).map((cause) => `**${renderSentence(closeSentence(cause))}**`);
  return causes.length > 1 ? causes.map((cause) => `- ${cause}`) : causes;
}

/** What to do; the page of the docs that says more of the first step links to the others. */
function renderNext(report: Report): string {
  const [first, ...others] = listNextSteps(report);
  if (first === undefined) return '';
  const steps = [first, ...others].map(({ text }) => renderSentence(text));
  const url = docUrl(report, first.doc);
  return `**Next:** ${steps.join(' ')}${url === null ? '' : ` ${renderLink('Docs', url)}`}`;
}

function renderList(sentences: readonly string[]): readonly string[] {
  const shown = sentences.slice(0, maxReasons).map((sentence) => `- ${renderSentence(sentence)}`);
  const rest = sentences.length - shown.length;
  return rest > 0 ? [...shown, `- and ${count(rest, 'more', 'more')}`] : shown;
}

function renderSentence(text: string): string {
  return renderProse(cutText(text, maxSentence));
}
