import { closeSentence } from '../../text/prose.ts';
import type { MetricReport } from '../metric-report.ts';
import type { Report } from '../report.ts';
import { listEvidence } from '../words/evidence.ts';
import { describeFigures, listArmFigures } from '../words/figures.ts';
import { type Group, groupMetrics, nameSide } from '../words/grouping.ts';
import { listNotes } from '../words/notes.ts';
import { formatScore } from '../words/numbers.ts';
import { describeCounts, describeLimit, describeRole, describeVerdict } from '../words/words.ts';
import { renderHistogram } from './histogram.ts';
import { chooseScale, describePlots, renderAxis, renderIntervalPlot, type Scale } from './interval-plot.ts';
import type { ScoreChanges } from './page-run.ts';
import { fold, list, number, prose, ruling, table, text } from './parts.ts';

/** Every comparison by suite and prompt: its figures on one scale, what they say in words, tags, score changes, how it was decided. */
export function renderComparisons(report: Report, changes: readonly ScoreChanges[]): string {
  const groups = groupMetrics(report);
  const heading = groups.length > 1 ? 'h4' : 'h3';
  return groups.map((group) => renderGroup(report, group, heading, changes)).join('');
}

/** The heading of a part of a section; a single section needs no heading of its own. */
type Heading = 'h3' | 'h4';

function renderGroup(report: Report, group: Group, heading: Heading, changes: readonly ScoreChanges[]): string {
  const { suite, promptId, metrics } = group;
  const name = [...new Set([suite, promptId])].filter((part) => part !== null).join(' · ');
  const own = changes.filter((one) => one.suite === suite && one.prompt === promptId);
  const parts = [
    renderFigures(report, metrics, name),
    renderHeld(metrics),
    renderTags(report, metrics, name, heading),
    own.length === 0 ? '' : `<div class="figures">${own.map(renderHistogram).join('')}</div>`,
    renderDecisions(report, metrics, heading),
    renderArms(report, group, name),
  ];
  return `${heading === 'h4' ? `<h3>${text(name)}</h3>` : ''}${parts.filter((part) => part !== '').join('\n')}`;
}

function renderFigures(report: Report, metrics: readonly MetricReport[], name: string): string {
  if (metrics.length === 0) return '';
  const scale = chooseScale(metrics);
  const sides = [nameSide(report.base, 'baseline'), nameSide(report.head, 'candidate')].map(text);
  const plots = scale === null ? [] : [`<span class="hidden">where it lies</span>${renderAxis(scale)}`];
  const columns = ['metric', ...sides, 'change', ...plots, 'worse / better / same'];
  const legend = scale === null ? '' : `<p class="legend">${describePlots(scale)}</p>`;
  return `${table(
    `Comparisons of ${name}`,
    columns,
    metrics.map((metric) => renderMetric(metric, scale)),
  )}${legend}`;
}

function renderMetric(metric: MetricReport, scale: Scale | null): string {
  const { baseline, candidate, change, note } = describeFigures(metric);
  const between = note === null ? '' : `<small>${text(note)}</small>`;
  const plot = scale === null ? '' : `<td>${renderIntervalPlot(metric, scale)}</td>`;
  return `<tr><th scope="row">${text(metric.metric)}<small>${describeRole(metric)}</small>${ruling(describeVerdict(metric))}</th>${number(baseline)}${number(candidate)}<td class="number">${text(change)}${between}</td>${plot}${number(describeCounts(metric))}</tr>`;
}

/** Why a metric only reports, or is refused. */
function renderHeld(metrics: readonly MetricReport[]): string {
  const items = metrics.flatMap(({ metric, held }) =>
    held === null ? [] : [`<li><b>${text(metric)}</b>: ${prose(closeSentence(held))}</li>`],
  );
  return items.length === 0 ? '' : `<ul>${items.join('')}</ul>`;
}

function renderTags(report: Report, metrics: readonly MetricReport[], name: string, heading: Heading): string {
  const tagged = metrics.filter(({ tags }) => tags.length > 0);
  const tags = [...new Set(tagged.flatMap((metric) => metric.tags.map(({ tag }) => tag)))];
  if (tags.length === 0) return '';
  const cases = new Map(tagged.flatMap((metric) => metric.tags.map(({ tag, cases }) => [tag, cases] as const)));
  const rows = tags.map((tag) => {
    const cells = tagged.map((metric) => renderTag(metric, tag)).join('');
    return `<tr><th scope="row">${text(tag)}</th>${number(String(cases.get(tag) ?? 0))}${cells}</tr>`;
  });
  const columns = ['tag', 'cases', ...tagged.map(({ metric }) => text(metric))];
  const sides = `${nameSide(report.base, 'baseline')} → ${nameSide(report.head, 'candidate')}`;
  return `<${heading}>By tag <small>${text(sides)}</small></${heading}>${table(`By tag, ${name}`, columns, rows)}`;
}

function renderTag({ tags, binary }: MetricReport, tag: string): string {
  const found = tags.find((one) => one.tag === tag);
  if (found === undefined) return '<td></td>';
  const { baselineMean, candidateMean, worse, better } = found;
  const counts = [worse > 0 ? `${worse} worse` : '', better > 0 ? `${better} better` : ''].filter(
    (part) => part !== '',
  );
  return `<td class="number">${formatScore(baselineMean, binary)} → ${formatScore(candidateMean, binary)}<small>${counts.join(', ')}</small></td>`;
}

/** What each comparison says in a sentence or two, and the settings and counts behind it, a fact a line. */
function renderDecisions(report: Report, metrics: readonly MetricReport[], heading: Heading): string {
  const told = metrics.map((metric) => {
    const { sentence, remark, refused, kind } = metric;
    const sentences = [sentence, remark].filter((part) => part !== null && part !== '');
    const notes = listNotes(report, metric).map((note) => `the ${kind} ${note}`);
    const facts = [...(refused ? [] : listEvidence(report, metric)), ...notes];
    return `<${heading}>${text(metric.metric)}</${heading}><p>${sentences.map((part) => prose(closeSentence(part ?? ''))).join(' ')}</p>${list(facts)}`;
  });
  return told.length === 0 ? '' : fold('How it was decided', told.join(''));
}

/** Tokens, cost and latency of an answer. */
function renderArms(report: Report, { prompt }: Group, name: string): string {
  const rows = listArmFigures(prompt).map(({ name: what, baseline, candidate, change, note, verdict }) => {
    const limit = verdict === null ? '' : describeLimit(verdict);
    return `<tr><th scope="row">${what}</th>${number(baseline)}${number(candidate)}<td class="number">${text(change)}</td><td>${text(note ?? '')}${ruling(limit)}</td></tr>`;
  });
  if (rows.length === 0) return '';
  const sides = [nameSide(report.base, 'baseline'), nameSide(report.head, 'candidate')].map(text);
  return table(`What an answer takes, ${name}`, ['an answer takes', ...sides, 'change', ''], rows);
}
