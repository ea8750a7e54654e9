import type { Problem } from '../errors.ts';
import type { Comparison, Verdict } from '../gate/comparison.ts';
import { count } from '../text/prose.ts';
import { wrap } from './console/cells.ts';
import { renderProblemLines } from './console/problems.ts';
import { openScreen, type Screen, type TerminalFacts } from './console/screen.ts';
import { splitSign } from './console/signs.ts';
import { buildFigureRow, type FigureRow, type RowGroup, renderRows } from './console/table.ts';
import { oneLine } from './escape.ts';
import { describeFigures } from './words/figures.ts';
import { formatSize } from './words/numbers.ts';
import { shortenNames } from './words/short-names.ts';
import { describeRole, describeVerdict } from './words/words.ts';

/** One metric of two score files that were compared. */
export type ComparedMetric = Pick<
  Comparison,
  | 'metric'
  | 'verdict'
  | 'gates'
  | 'direction'
  | 'baselineSource'
  | 'cases'
  | 'worse'
  | 'better'
  | 'same'
  | 'unscored'
  | 'baselineMean'
  | 'candidateMean'
  | 'difference'
  | 'lowerBound'
  | 'upperBound'
  | 'margin'
  | 'proven'
> & {
  readonly suite?: string;
  readonly prompt?: string;
  /** True where all scores are 0 or 1 and are shown as percent. */
  readonly binary: boolean;
};

/** What `compare` found, as far as the terminal shows it. */
export interface ComparedFiles {
  readonly verdict: Verdict;
  /** The verdict in one sentence. */
  readonly title: string;
  readonly metrics: readonly ComparedMetric[];
  readonly reasons: readonly string[];
  readonly errors?: readonly Problem[];
}

const colours = { fail: 'red', pass: 'green', inconclusive: 'yellow', invalid: 'yellow' } as const;

/** The result of `compare` for a terminal: verdict, why, and the same table as that of a run. `advice` is a sentence on the call itself; null for none. */
export function renderCompareText(result: ComparedFiles, advice: string | null, terminal: TerminalFacts): string {
  const screen = openScreen(terminal);
  const { title, reasons, errors = [], metrics } = result;
  const isTold = (reason: string) => title.toLowerCase().includes(reason.toLowerCase());
  const sentences = [...reasons.filter((reason) => !isTold(reason)), ...(advice === null ? [] : [advice])];
  const blocks = [
    [...renderTitle(result, screen), ...sentences.flatMap((sentence) => wrap(oneLine(sentence), screen.width, '  '))],
    errors.flatMap((error) => renderProblemLines('error', error, screen)),
    renderRows(groupRows(metrics), ['baseline', 'candidate'], screen),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function renderTitle({ verdict, title }: ComparedFiles, screen: Screen): readonly string[] {
  const word = verdict.toUpperCase();
  const [first = '', ...more] = wrap(oneLine(title), screen.width, `${word}  `, '  ');
  return [screen.paint(colours[verdict], word) + first.slice(word.length), ...more].map((line) =>
    screen.paint('bold', line),
  );
}

function groupRows(metrics: readonly ComparedMetric[]): readonly RowGroup[] {
  const short = shortenNames(metrics.map(({ suite = null, prompt = null, metric }) => ({ suite, prompt, metric })));
  const groups = new Map<string, FigureRow[]>();
  metrics.forEach((metric, index) => {
    const { suite, prompt } = short[index] ?? { suite: null, prompt: null };
    const title = [suite, prompt].filter((part) => part !== null).join(' · ');
    groups.set(title, [...(groups.get(title) ?? []), buildRow(metric)]);
  });
  return [...groups].map(([title, rows]) => ({ title: title === '' ? null : oneLine(title), rows }));
}

function buildRow(metric: ComparedMetric): FigureRow {
  const row = { ...metric, kind: 'check', refused: false, belowMinScore: false } as const;
  const name = `${metric.metric} · ${describeRole(row)}`;
  const note = `margin ${formatSize(metric.margin, metric.binary)}, ${count(metric.cases, 'case')}`;
  return { ...buildFigureRow(name, describeFigures(row), splitSign(describeVerdict(row)), row), note };
}
