import type { RepeatSuccess } from '../statistics/repeat-success.ts';
import { count } from '../text/prose.ts';
import { cutText, escapeInline, renderProse } from './escape.ts';
import { renderFold } from './fold.ts';
import { buildGroupNames, type NameGroup, nameSide } from './grouping.ts';
import { describeNotes } from './notes.ts';
import { formatScore, formatSize } from './numbers.ts';
import type { MetricReport, Report } from './report.ts';
import { collectFootnotes, renderFootnoteMark, renderSuperior } from './words.ts';

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

/** The settings and counts behind one comparison, in words without markup. */
export function describeEvidence(report: Report, metric: MetricReport): string {
  const { cases, clusters, effectiveClusters, samples, margin, binary, missingBaseline, missingCandidate } = metric;
  const percent = Math.round(metric.alpha * 1000) / 10;
  const looks = [
    'no rate was tested',
    `one-sided ${percent} %, one look`,
    `one-sided ${percent} %, two looks`,
  ] as const;
  if (metric.baselineSource === 'none') {
    const missing = metric.unscored === 0 ? '' : ` · ${metric.unscored} unscored`;
    const repeats = describeRepeats(metric);
    return `measured on ${count(cases, 'case')} · ${count(samples, 'sample')} a case${missing}${repeats === '' ? '' : ` · ${repeats}`}`;
  }
  const more = metric.gates ? (metric.casesToSettle ?? cases) - cases : 0;
  return [
    `paired over ${count(cases, 'case')}`,
    clusters === null
      ? ''
      : `in ${count(clusters, 'cluster')} (they count as ${Math.round(effectiveClusters ?? clusters)})`,
    `${count(samples, 'sample')} a case`,
    describeRepeats(metric),
    `margin ${formatSize(margin, binary)}`,
    metric.gates ? `${looks[metric.looks]}${metric.settled ? ' and a further round' : ''}` : '',
    { fresh: 'baseline run in this job', stored: 'stored baseline', none: 'no baseline' }[metric.baselineSource],
    `missing: ${missingBaseline} on ${nameSide(report.base, 'baseline')}, ${missingCandidate} on ${nameSide(report.head, 'candidate')}`,
    metric.detectableDrop === null ? '' : `could detect drops of ${formatSize(metric.detectableDrop, binary)} or more`,
    more > 0 ? `about ${count(more, 'more case')} would settle it` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** pass^k and pass@k of both sides: what repeated answers to one case come to. */
function describeRepeats({ repeats }: MetricReport): string {
  if (repeats === null) return '';
  const { k, baseline, candidate } = repeats;
  const show = (side: RepeatSuccess | null, which: keyof RepeatSuccess) => formatScore(side?.[which] ?? null, true);
  const figures = (which: keyof RepeatSuccess) =>
    [...(baseline === null ? [] : [show(baseline, which)]), show(candidate, which)].join(' → ');
  return `all ${k} answers to a case pass (pass^${k}): ${figures('all')}, any of ${k} (pass@${k}): ${figures('any')}`;
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
