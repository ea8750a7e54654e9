import { markdownTable } from 'markdown-table';
import type { Promised } from './promises.ts';
import type { ReplayRow } from './replays.ts';
import type { Scale } from './scale.ts';
import { type Results, type Table, tallyOf } from './tables/table.ts';

/** What the measured parts of the page are made of. */
export interface Measured {
  readonly promises: readonly Promised[];
  readonly tables: readonly Table[];
  readonly results: Results;
  readonly replays: readonly ReplayRow[];
  readonly command: string;
  /** ISO date. */
  readonly date: string;
  readonly scale: Scale;
}

/** Replaces the parts of the page between their markers; throws where one has no markers. */
export function renewPage(page: string, measured: Measured): string {
  return [
    ['promises', renderPromises(measured)],
    ['measured', renderMeasured(measured)],
  ].reduce((text, [name, part]) => replacePart(text, name as string, part as string), page);
}

function replacePart(page: string, name: string, part: string): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const from = page.indexOf(start);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`the page lacks the markers ${start} and ${end}`);
  return `${page.slice(0, from + start.length)}\n\n${part}\n\n${page.slice(to)}`;
}

function renderPromises({ promises, command, date, scale }: Measured): string {
  const rows = promises.map(({ what, promised, measured, isKept }) => [
    what,
    promised,
    isKept ? measured : `${measured}, **not kept**`,
  ]);
  const how = `Measured on ${date} by \`${command}\` (seed ${scale.seed}, ${scale.promisedRuns.toLocaleString('en-US')} simulated pull requests for each number, fewer in grids of many). ± is the Monte Carlo standard error.`;
  const again = `Of many cells some come out too large by chance: a cell of a grid above its limit was measured anew, on ${scale.againRuns.toLocaleString('en-US')} other pull requests, and is judged by these alone; the tables below show what was measured first.`;
  return `${markdownTable([['what', 'promised', 'measured'], ...rows])}\n\n${scale.againRuns === 0 ? how : `${how} ${again}`}`;
}

function renderMeasured({ tables, results, replays, scale: { minorRuns, promisedRuns } }: Measured): string {
  const errorAt = (share: number): string => (100 * Math.sqrt((share * (1 - share)) / minorRuns)).toFixed(1);
  const error = `All in percent unless said otherwise, ${minorRuns.toLocaleString('en-US')} to ${promisedRuns.toLocaleString('en-US')} simulated pull requests for each number unless a table says otherwise. Standard error of one number at most: ±${errorAt(0.05)} at 5 %, ±${errorAt(0.5)} at 50 %. The largest of many numbers is a little too large by chance.`;
  const parts = tables.map(({ title, intro, header, rows }) => {
    const lines = rows.map(({ label, places }) => [
      label,
      ...places.map((place) =>
        typeof place === 'string' ? place : place.map(({ cell, read }) => read(tallyOf(results, cell))).join(' / '),
      ),
    ]);
    return `### ${title}\n\n${intro}\n\n${markdownTable([[...header], ...lines])}`;
  });
  return [error, ...parts, renderReplays(replays)].join('\n\n');
}

function renderReplays(replays: readonly ReplayRow[]): string {
  const intro =
    'Scores that were really measured and are public: openai/grade-school-math (0/1 correctness of four model configurations on 1,319 questions; random subsets, one look) and sierra-research/tau-bench (four repeats of one unchanged agent on 50 tasks; two looks with one repeat as the re-run). Margin 5 points. The scores are in `fixtures/public`.';
  const rows = replays.map(({ label, cases, verdicts }) => [label, String(cases), verdicts]);
  return `### Replays of real scores\n\n${intro}\n\n${markdownTable([['scores', 'cases', 'fail / pass / inconclusive'], ...rows])}`;
}
