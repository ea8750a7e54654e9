import { isJsonObject, type Json, type JsonObject, parseJson, writeJson } from '../json.ts';

/** Whose scores a line holds, where it says so: fresh or stored ones of the base side, or the candidate's. */
export type LineArm = 'base' | 'stored' | 'candidate';

/** Which part of a run drew a sample: the planned first round, the re-run of what differed, or the round that settles what is open. */
export type Look = 1 | 2 | 'settle';

/**
 * One line of a score file; suite, prompt, case, metric, arm and sample are its key. `score` is in 0..1, null where
 * unscored.
 */
export interface ScoreLine {
  readonly suite: string | null;
  readonly prompt: string | null;
  readonly case: string;
  readonly metric: string;
  readonly sample: number;
  readonly score: number | null;
  readonly cluster: string | null;
  readonly question: string | null;
  readonly arm: LineArm | null;
  readonly look: Look | null;
  readonly critical: boolean;
  /** Samples of the first round that enter the rate, where main's own noise asked for more of this case; else null. */
  readonly labelled: number | null;
  /** True where both sides send this case's one request, so that its one draw stands in both files. */
  readonly same: boolean;
  /** Why the score is not the best; null where the line does not say. */
  readonly reason: string | null;
  /** Where it stands, from 1. */
  readonly line: number;
}

/** Told of one mistake in the line at hand, and how to mend it. */
export type ReportMistake = (message: string, hint: string) => void;

/** The highest sample index; a file with a larger one is a mistake, not an evaluation. */
const highestSample = 999;
/** A score line is short; the longest explanation of a judge stays far below. */
const mostLineCharacters = 1_000_000;
const mostShown = 40;

/** Reads one line of a score file, the `line`th from 1; every mistake in it is reported, and null is given for any. */
export function parseScoreLine(content: string, line: number, report: ReportMistake): ScoreLine | null {
  const record = parseRecord(content, report);
  if (record === null) return null;
  let isGood = true;
  const note: ReportMistake = (message, hint) => {
    isGood = false;
    report(message, hint);
  };
  const read = {
    case: readText(record, 'case', note),
    metric: readText(record, 'metric', note),
    sample: readSample(record, note),
    score: readScore(record, note),
    suite: readOptionalText(record, 'suite', note),
    prompt: readOptionalText(record, 'prompt', note),
    cluster: readOptionalText(record, 'cluster', note),
    question: readOptionalText(record, 'question', note),
    reason: readOptionalText(record, 'reason', note),
    arm: readArm(record, note),
    look: readLook(record, note),
    labelled: readLabel(record, note),
    critical: readFlag(record, 'critical', 'the case is not critical', note),
    same: readFlag(record, 'same', 'the two sides send different requests', note),
    line,
  };
  return isGood ? read : null;
}

function parseRecord(content: string, report: ReportMistake): JsonObject | null {
  const hint = 'Write one JSON object a line with "case", "metric", "sample" and "score".';
  if (content.length > mostLineCharacters) {
    report(`is ${content.length} characters long; at most ${mostLineCharacters} can be read.`, hint);
    return null;
  }
  const value = parseJson(content);
  if (isJsonObject(value)) return value;
  if (value !== undefined) report('is not a JSON object.', hint);
  else report('is not valid JSON.', 'Write one JSON object a line; NaN is no JSON, an unscored sample is null.');
  return null;
}

function readText(record: JsonObject, key: string, report: ReportMistake): string {
  const value = record[key];
  if (typeof value === 'string' && value !== '') return value;
  if (value === undefined) report(`"${key}" is missing.`, `Add "${key}": every score line needs it.`);
  else report(`"${key}" must be a string that is not empty.`, 'Put it in quotation marks.');
  return '';
}

function readOptionalText(record: JsonObject, key: string, report: ReportMistake): string | null {
  const value = record[key] ?? null;
  if (value === null || typeof value === 'string') return value;
  report(`"${key}" must be a string.`, 'Put it in quotation marks, or leave it out.');
  return null;
}

function readArm(record: JsonObject, report: ReportMistake): LineArm | null {
  const value = record.arm ?? null;
  if (value === null || value === 'base' || value === 'stored' || value === 'candidate') return value;
  report('"arm" must be "base", "stored" or "candidate".', 'Leave it out where the file holds one arm.');
  return null;
}

function readLook(record: JsonObject, report: ReportMistake): Look | null {
  const value = record.look ?? null;
  if (value === null || value === 1 || value === 2 || value === 'settle') return value;
  report('"look" must be 1, 2 or "settle".', 'Leave it out where no case was run again: it is 1 then.');
  return null;
}

function readLabel(record: JsonObject, report: ReportMistake): number | null {
  const value = record.labelled ?? null;
  if (value === null) return null;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= highestSample + 1) return value;
  report('"labelled" must be a number of samples.', 'Leave it out where the case is drawn as often as the others.');
  return null;
}

function readFlag(record: JsonObject, key: string, otherwise: string, report: ReportMistake): boolean {
  const value = record[key] ?? false;
  if (typeof value === 'boolean') return value;
  report(`"${key}" must be true or false.`, `Leave it out where ${otherwise}.`);
  return false;
}

function readSample(record: JsonObject, report: ReportMistake): number {
  const value = record.sample;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= highestSample) return value;
  if (value === undefined) report('"sample" is missing.', 'Add it: the samples of a case count from 0.');
  else {
    const message = `"sample" is ${showValue(value)}; it must be an integer from 0 to ${highestSample}.`;
    report(message, 'The samples of a case count from 0.');
  }
  return 0;
}

/** A value as the file has it, cut to a readable length. */
function showValue(value: Json): string {
  const text = typeof value === 'number' ? String(value) : writeJson(value);
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
}

function readScore(record: JsonObject, report: ReportMistake): number | null {
  const value = record.score;
  if (value === null || (typeof value === 'number' && value >= 0 && value <= 1)) return value;
  if (value === undefined)
    report('"score" is missing.', 'Add a number from 0 to 1, or null where the sample is unscored.');
  else {
    const message = `"score" is ${showValue(value)}; it must be a number from 0 to 1, or null.`;
    report(message, 'Scale it to 0..1: a 1–5 judge score s is (s−1)/4.');
  }
  return null;
}
