import type { ChangelogLine } from '../../baseline/changelog-line.ts';
import { renderProblem } from '../../errors.ts';
import type { History, SuiteHistory } from '../../history/history.ts';
import type { Merge, MergedSuite } from '../../history/merge-line.ts';
import { type MergeWord, wordOf } from '../../history/merge-word.ts';
import { type BaselineNews, listModels, listNews, listSeries, type Series } from '../../history/series.ts';
import { count } from '../../text/prose.ts';
import { cutText, oneLine } from '../escape.ts';
import { requireHttps } from '../page/links.ts';
import { link, list, section, text } from '../page/parts.ts';
import { hashOf } from '../page/policy.ts';
import { formatCount, formatUsd } from '../words/numbers.ts';
import { type ChartFrame, renderAmountChart, renderScoreChart } from './chart.ts';
import { style } from './style.ts';
import {
  dayOf,
  describeAuthor,
  describeHistory,
  describeLeftOut,
  describeMeasure,
  describeNews,
  listReserves,
  nameMerge,
  shortCommit,
  showCost,
  showInterval,
  showMean,
  showTokens,
} from './words.ts';

/** A suite may have a thousand prompts: beyond these, `history.json` has the rest. */
const maxCharts = 24;
const maxScores = 6;

/** The history of main as a single HTML file without scripts or other files; its policy allows nothing but its own style. */
export function renderHistoryPage(history: History): string {
  const { suites, merges, errors } = history;
  const empty = '<p>Nothing is kept yet: re-baseline main, or let the action run on a push to it.</p>';
  const sections = [
    '<h1>Prompt history</h1>',
    `<p>${[describeHistory(history), describeLeftOut(history)]
      .flatMap((line) => line ?? [])
      .map(text)
      .join('; ')}</p>`,
    renderLastMerge(merges.at(-1)),
    suites.length === 0 && merges.length === 0 ? empty : '',
    section('Lines that cannot be read', list(errors.map(renderProblem))),
    ...suites.map((suite) => section(text(suite.suite), renderSuite(suite))),
    section('Merged', renderMerges([...merges].reverse())),
  ];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hashOf(style)}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>Prompt history</title><style>${style}</style></head>
<body><main>
${sections.filter((part) => part !== '').join('\n')}
</main></body></html>
`;
}

/** What somebody who opens the page wants to know first. */
function renderLastMerge(merge: Merge | undefined): string {
  if (merge === undefined) return '';
  const word = wordOf(merge);
  return `<p class="last ${classOf(word)}"><strong>${word}</strong>: ${linkMerge(merge)}, merged last, ${text(dayOf(merge.date))}</p>`;
}

const classOf = (word: MergeWord) => (word === 'not judged' ? 'unjudged' : word);

function renderSuite({ suite, baselines }: SuiteHistory): string {
  const news = listNews(baselines);
  const series = listSeries(baselines);
  const frame: ChartFrame = {
    days: baselines.map(({ date }) => dayOf(date)),
    anchors: news.map(({ isAnchor }) => isAnchor),
    modelChanges: news.map(({ models }) => models.length > 0),
  };
  const charts = series.slice(0, maxCharts).map((one) => renderFigure(renderScoreChart(frame, one), nameSeries(one)));
  const rest = series.length - charts.length;
  const more = rest === 0 ? '' : `<p>${count(rest, 'more metric')}: see history.json.</p>`;
  const table = renderTable(
    `Baselines of ${suite}`,
    ['day', 'commit', 'scores', 'what moved', 'cost', 'tokens', 'models', 'by'],
    baselines.map((line, at) => renderBaseline(line, at, series, news[at])).reverse(),
  );
  return `${legend(frame)}<div class="charts">${[...charts, ...renderAmounts(frame, baselines)].join('')}</div>${more}${table}`;
}

function legend({ anchors, modelChanges }: ChartFrame): string {
  const marks = [
    'Bars are 95 % intervals.',
    ...(anchors.includes(true) ? ['◆ was set by hand, with a reason.'] : []),
    ...(modelChanges.includes(true) ? ['A dashed line is another model.'] : []),
  ];
  return `<p><small>${marks.join(' ')}</small></p>`;
}

function nameSeries(series: Series): string {
  const what = describeMeasure(series);
  return what === null ? series.label : `${series.label} (${what})`;
}

function renderFigure(chart: string, caption: string): string {
  return `<figure><figcaption>${text(oneLine(caption))}</figcaption>${chart}</figure>`;
}

function renderAmounts(frame: ChartFrame, baselines: readonly ChangelogLine[]): readonly string[] {
  const costs = baselines.map(({ costMicroUsd }) => costMicroUsd && costMicroUsd / 1e6);
  const tokens = baselines.map((line) => line.tokens && line.tokens.input + line.tokens.output);
  const isKnown = (amounts: readonly (number | null)[]) => amounts.some((amount) => amount !== null);
  return [
    ...(isKnown(costs)
      ? [renderFigure(renderAmountChart(frame, 'cost', costs, formatUsd), 'cost of the baseline')]
      : []),
    ...(isKnown(tokens) ? [renderFigure(renderAmountChart(frame, 'tokens', tokens, formatCount), 'tokens')] : []),
  ];
}

function renderBaseline(
  line: ChangelogLine,
  at: number,
  series: readonly Series[],
  news: BaselineNews | undefined,
): readonly string[] {
  const own = series.flatMap((one) => {
    const point = one.points.find((candidate) => candidate.at === at);
    if (point === undefined) return [];
    const interval = showInterval(point);
    return [`${one.label} ${showMean(one, point)}${interval === null ? '' : ` (${interval})`}`];
  });
  const scores = own.length > maxScores ? [...own.slice(0, maxScores), `${own.length - maxScores} more`] : own;
  return [
    `${news?.isAnchor === true ? '◆ ' : ''}${text(dayOf(line.date))}`,
    text(shortCommit(line.commit)),
    stack(scores),
    news === undefined ? '' : stack(describeNews(news)),
    text(showCost(line)),
    text(showTokens(line)),
    stack(listModels(line)),
    stack([describeAuthor(line)]),
  ];
}

/** Foreign texts below each other. */
function stack(texts: readonly string[]): string {
  return texts.map((one) => text(cutText(oneLine(one), 300))).join('<br>');
}

function renderMerges(merges: readonly Merge[]): string {
  if (merges.length === 0) return '';
  const header = ['day', 'commit', 'what', 'verdict', 'suites'];
  return renderTable('Merged', header, merges.map(renderMerge));
}

function renderMerge(merge: Merge): readonly string[] {
  const word = wordOf(merge);
  return [
    text(dayOf(merge.date)),
    text(shortCommit(merge.commit)),
    linkMerge(merge),
    `<strong class="${classOf(word)}">${word}</strong>`,
    merge.suites.map(renderMergedSuite).join('<br>'),
  ];
}

/** A pull request at its address; text alone where that is none of https. */
function linkMerge(merge: Merge): string {
  return link(requireHttps(merge.pull?.url ?? null), nameMerge(merge));
}

function renderMergedSuite(merged: MergedSuite): string {
  const { suite, verdict, title } = merged;
  const reserves = listReserves(merged);
  const notes = reserves.length === 0 ? '' : ` <small>${text(reserves.join(', '))}</small>`;
  const sentence = title === null ? '' : `: ${text(cutText(oneLine(title), 300))}`;
  return `<b>${text(oneLine(suite))}</b> ${verdict ?? 'not judged'}${sentence}${notes}`;
}

/** A table that scrolls in its own frame; the cells are HTML. */
function renderTable(name: string, header: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = header.map((title) => `<th scope="col">${title}</th>`).join('');
  const body = rows.map(([first = '', ...others]) => {
    return `<tr><th scope="row">${first}</th>${others.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return `<section class="scroll" tabindex="0" aria-label="${text(oneLine(name))}"><table><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table></section>`;
}
