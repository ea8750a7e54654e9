import type { Problem } from '../../errors.ts';
import { count } from '../../text/prose.ts';
import { cutText, renderCode, renderProse } from '../escape.ts';
import type { Report } from '../report.ts';

const kinds = { fail: 'CAUTION', pass: 'TIP', inconclusive: 'WARNING', invalid: 'IMPORTANT' } as const;
const maxReasons = 8;
const maxSentence = 600;

/** The verdict in one coloured block: the title, then why. */
export function renderAlert(report: Report): string {
  const { details } = report;
  const [only] = details;
  const title = `**${renderSentence(report.title)}**`;
  const lines = [details.length === 1 && only !== undefined ? `${title} ${renderSentence(only)}` : title];
  if (details.length > 1) lines.push(...details.slice(0, maxReasons).map((detail) => `- ${renderSentence(detail)}`));
  if (details.length > maxReasons) lines.push(`- and ${count(details.length - maxReasons, 'more reason')}`);
  const signal = describeSignal(report);
  if (signal !== null) lines.push('', signal);
  lines.push(...renderNotices(report.notices));
  return [`[!${kinds[report.verdict]}]`, ...lines].map((line) => `> ${line}`.trimEnd()).join('\n');
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

function renderSentence(text: string): string {
  return renderProse(cutText(text, maxSentence));
}

/** Says what the colour of the check is where the verdict's word alone would mislead. */
function describeSignal(report: Report): string | null {
  if (report.green && (report.verdict === 'fail' || report.verdict === 'invalid')) return 'This does not block.';
  if (!report.green && report.verdict === 'inconclusive') return 'This blocks: the settings ask for proof.';
  return null;
}

function renderNotices(notices: readonly string[]): readonly string[] {
  const shown = notices.slice(0, maxReasons).map((notice) => `- ${renderSentence(notice)}`);
  const rest = notices.length - shown.length;
  return shown.length === 0 ? [] : ['', ...shown, ...(rest > 0 ? [`- and ${count(rest, 'more', 'more')}`] : [])];
}
