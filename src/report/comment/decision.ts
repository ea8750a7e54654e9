import { cutText, escapeInline, renderProse } from '../escape.ts';
import type { MetricReport } from '../metric-report.ts';
import type { Report } from '../report.ts';
import { describeEvidence } from '../words/evidence.ts';
import { buildGroupNames, type NameGroup } from '../words/grouping.ts';
import { describeNotes } from '../words/notes.ts';
import { collectFootnotes, renderFootnoteMark, renderSuperior } from '../words/words.ts';
import { renderFold } from './fold.ts';

const maxSentence = 800;

/** How each comparison was decided, folded: the sentence, then the settings and counts behind it. Empty where nothing was compared. */
export function renderDecision(report: Report): string {
  const baselines = [...new Set(report.suites.map(({ baseline }) => baseline).filter((text) => text !== null))];
  const nameGroup = buildGroupNames(report);
  const footnotes = collectFootnotes(report.metrics);
  const noise = [...new Set(report.suites.map((suite) => suite.noise).filter((text) => text !== null))];
  const notes = report.suites.flatMap((suite) => suite.notes);
  const blocks = [
    report.metrics.map((metric) => renderMetric(report, metric, nameGroup, footnotes)).join('\n'),
    ...baselines.map(renderSentence),
    ...noise.map((text) => renderSentence(`Noise: ${text}.`)),
    notes.map((note) => `- ${renderSentence(note)}`).join('\n'),
    ...footnotes.map((held, index) => `${renderSuperior(index + 1)} ${renderSentence(held)}`),
  ].filter((block) => block !== '');
  return blocks.length === 0 ? '' : renderFold('How this was decided', blocks.join('\n\n'));
}

function renderMetric(
  report: Report,
  metric: MetricReport,
  nameGroup: NameGroup,
  footnotes: readonly string[],
): string {
  const group = nameGroup(metric.suite, metric.prompt);
  const name = cutText([group, metric.metric].filter((part) => part !== null).join(' · '), 160);
  const remark = metric.remark?.replace(/(?<![.?!])$/, '.') ?? '';
  const sentences = [metric.sentence, remark, describeNotes(report, metric)]
    .filter((text) => text !== '')
    .map(renderSentence);
  const mark = renderFootnoteMark(metric, footnotes);
  if (metric.refused) return `- **${escapeInline(name)}**${mark}: ${sentences.join(' ')}`;
  return `- **${escapeInline(name)}**${mark}: ${sentences.join(' ')}<br>${escapeInline(describeEvidence(report, metric))}.`;
}

function renderSentence(text: string): string {
  return renderProse(cutText(text, maxSentence));
}
