import type { LineArm } from '../gate/score-lines.ts';
import { canonicalJson, type Json } from '../json.ts';

/** One line of `scores.jsonl`; a file holds one side, so that two files can be compared. Null is unscored; `critical` is there where it is true. */
export interface ScoreLine {
  readonly suite: string | null;
  readonly prompt: string | null;
  readonly case: string;
  readonly metric: string;
  readonly arm: LineArm;
  readonly critical: true | null;
  readonly sample: number;
  readonly score: number | null;
  readonly cluster: string | null;
  readonly question: string | null;
  readonly reason: string | null;
}

/** One line of `outputs.jsonl`; `arm` tells the sides apart. */
export interface OutputLine {
  readonly suite: string;
  readonly prompt: string;
  readonly case: string;
  readonly sample: number;
  readonly arm: string;
  /** What people take for the case's input. */
  readonly input: Json;
  readonly output: Json;
  readonly model: string | null;
}

/** Score lines as JSON Lines, sorted by suite, prompt, case, metric, sample, arm; members that are null are left out, except the score. */
export function renderScoreLines(lines: readonly ScoreLine[]): string {
  const rank = (line: ScoreLine) => [
    line.suite ?? '',
    line.prompt ?? '',
    line.case,
    line.metric,
    line.sample,
    line.arm,
  ];
  return renderSorted(lines, rank, 'score');
}

/** Output lines as JSON Lines, sorted by suite, prompt, case, sample, arm; a missing model is left out. */
export function renderOutputLines(lines: readonly OutputLine[]): string {
  return renderSorted(lines, (line) => [line.suite, line.prompt, line.case, line.sample, line.arm], 'output');
}

type Rank = readonly (string | number)[];

function renderSorted<T extends object>(lines: readonly T[], rank: (line: T) => Rank, keep: string): string {
  return lines
    .map((line) => ({ rank: rank(line), line }))
    .sort((a, b) => compareRanks(a.rank, b.rank))
    .map(({ line }) =>
      Object.fromEntries(Object.entries(line).filter(([key, value]) => value !== null || key === keep)),
    )
    .map((line) => `${canonicalJson(line)}\n`)
    .join('');
}

function compareRanks(a: Rank, b: Rank): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? '';
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
