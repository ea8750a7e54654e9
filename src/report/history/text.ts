import type { ChangelogLine } from '../../baseline/changelog-line.ts';
import { renderProblem } from '../../errors.ts';
import type { History, SuiteHistory } from '../../history/history.ts';
import type { Merge } from '../../history/merge-line.ts';
import { wordOf } from '../../history/merge-word.ts';
import { type BaselineNews, listModels, listNews, listSeries, type Series } from '../../history/series.ts';
import { count } from '../../text/prose.ts';
import { cutText, oneLine, revealText } from '../escape.ts';
import { renderSparkline } from './sparkline.ts';
import {
  dayOf,
  describeAuthor,
  describeHistory,
  describeLeftOut,
  describeMeasure,
  describeMerged,
  describeNews,
  nameMerge,
  shortCommit,
  showCost,
  showInterval,
  showMean,
  showTokens,
} from './words.ts';

const width = 80;
const sparkWidth = 16;
const nameWidth = 28;
/** Scores that differ by less look alike. */
const leastSpan = 0.05;

/** The history of main in plain lines of at most 80 columns. */
export function renderHistoryText(history: History): string {
  const { suites, merges, errors } = history;
  const isEmpty = suites.length === 0 && merges.length === 0;
  const rest = describeLeftOut(history);
  const lines = [
    describeHistory(history),
    ...(rest === null ? [] : [rest]),
    ...(isEmpty ? ['nothing is kept yet: re-baseline main, or let the action run on a push to it'] : []),
    ...suites.flatMap(describeSuite),
    ...(merges.length === 0 ? [] : ['', 'merged, the newest first', ...[...merges].reverse().flatMap(describeMerge)]),
  ];
  // Where a line stands is told whole: it is what somebody has to go to.
  const broken = errors.map((problem) => plain(`error  ${renderProblem(problem)}`));
  return `${[...lines.map((line) => cutText(plain(line), width)), ...broken].join('\n')}\n`;
}

/** One line that steers no terminal; its blanks are ours. */
function plain(line: string): string {
  return revealText(line).replaceAll('\n', ' ');
}

function describeSuite({ suite, baselines }: SuiteHistory): readonly string[] {
  const news = listNews(baselines);
  const last = baselines.at(-1);
  return [
    '',
    `${suite} (${count(baselines.length, 'baseline')})`,
    ...listSeries(baselines).map((series) => describeSeries(series, baselines)),
    ...(last === undefined ? [] : [describeCosts(baselines, last), describeTokens(baselines, last)]),
    ...baselines
      .map((line, at) => describeBaseline(line, news[at]))
      .reverse()
      .flat(),
  ];
}

function describeSeries(series: Series, baselines: readonly ChangelogLine[]): string {
  const { points } = series;
  const known = new Map(points.map(({ at, mean }) => [at, mean]));
  const values = baselines.map((_, at) => known.get(at) ?? null);
  const newest = points.at(-1);
  if (newest === undefined) return '';
  const interval = showInterval(newest);
  const shown = [showMean(series, newest), interval === null ? '' : `(${interval})`, describeMeasure(series) ?? ''];
  return row(
    series.label,
    renderSparkline(values, sparkWidth, leastSpan),
    shown.filter((part) => part !== '').join(' '),
  );
}

function describeCosts(baselines: readonly ChangelogLine[], last: ChangelogLine): string {
  return row(
    'cost',
    renderSparkline(
      baselines.map(({ costMicroUsd }) => costMicroUsd),
      sparkWidth,
      1,
    ),
    showCost(last),
  );
}

function describeTokens(baselines: readonly ChangelogLine[], last: ChangelogLine): string {
  const sums = baselines.map(({ tokens }) => tokens && tokens.input + tokens.output);
  return row('tokens', renderSparkline(sums, sparkWidth, 1), showTokens(last));
}

function row(name: string, spark: string, value: string): string {
  return `  ${keepEnd(oneLine(name), nameWidth).padEnd(nameWidth)}  ${spark.padStart(sparkWidth)}  ${value}`;
}

/** What tells two metrics of a prompt apart stands at the end of their names. */
function keepEnd(name: string, most: number): string {
  return name.length <= most ? name : `…${name.slice(1 - most)}`;
}

function describeBaseline(line: ChangelogLine, news: BaselineNews | undefined): readonly string[] {
  const anchor = line.reason === null ? '' : '◆ ';
  const parts = [`${dayOf(line.date)} ${shortCommit(line.commit)}`, anchor + describeAuthor(line), ...listModels(line)];
  return [`  ${parts.join(' · ')}`, ...(news === undefined ? [] : describeNews(news).map((clause) => `    ${clause}`))];
}

function describeMerge(merge: Merge): readonly string[] {
  const head = `  ${dayOf(merge.date)} ${shortCommit(merge.commit)} ${wordOf(merge)} · ${nameMerge(merge)}`;
  return [head, ...merge.suites.map((suite) => `    ${describeMerged(suite)}`)];
}
