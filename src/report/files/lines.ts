import type { LineArm, Look } from '../../gate/score-line.ts';
import type { Json } from '../../json.ts';
import { renderJsonLine } from '../../text/json-line.ts';

/**
 * One line of `scores.jsonl`; a file holds one side, so that two files can be compared. Null is unscored; `critical`
 * and `same` are there where they are true, `labelled` where the case is noisy, `look` where the sample is no stored one.
 */
export interface ScoreLine {
  readonly suite: string | null;
  readonly prompt: string | null;
  readonly case: string;
  readonly metric: string;
  readonly arm: LineArm;
  readonly look: Look | null;
  readonly critical: true | null;
  /** Samples of the first round that enter the rate, where main's own noise asked for more of this case. */
  readonly labelled: number | null;
  readonly same: true | null;
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

/** A score line as JSON, with its line break; members that are null are left out, except the score. */
export function renderScoreLine(line: ScoreLine): string {
  return renderLine(line, 'score');
}

/** An output line as JSON, with its line break; a missing model is left out. */
export function renderOutputLine(line: OutputLine): string {
  return renderLine(line, 'output');
}

function renderLine(line: object, keep: string): string {
  const members = Object.entries(line).filter(([key, value]) => value !== null || key === keep);
  return renderJsonLine(Object.fromEntries(members));
}
