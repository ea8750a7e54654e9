import { buildProblem, type Problem } from '../errors.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import type { SourceFile } from '../text/source-file.ts';

/** Whose scores a line holds, where it says so: fresh or stored ones of the base side, or the candidate's. */
export type LineArm = 'base' | 'stored' | 'candidate';

/** One line of a score file; suite, prompt, case, metric, arm and sample are its key. `score` is in 0..1, null where unscored. */
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
  readonly critical: boolean;
  /** Why the score is not the best; null where the line does not say. */
  readonly reason: string | null;
  /** Where it stands, from 1. */
  readonly line: number;
}

/** A score file as far as it could be read, with everything that is wrong with it. */
export interface ScoreFile {
  readonly path: string;
  readonly lines: readonly ScoreLine[];
  readonly problems: readonly Problem[];
}

/** The highest sample index; a file with a larger one is a mistake, not an evaluation. */
const highestSample = 999;
/** A score line is short; the longest explanation of a judge stays far below. */
const mostLineCharacters = 1_000_000;

/** Parses a score file (JSON Lines; blank lines are skipped) and collects every problem with its line. */
export function parseScoreFile({ path, text }: SourceFile): ScoreFile {
  const lines: ScoreLine[] = [];
  const problems: Problem[] = [];
  const firstLines = new Map<string, number>();
  const report = (line: number) => (message: string, hint: string) =>
    problems.push(buildProblem(message, hint, { path, line, column: null }));
  for (const [index, rawLine] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    const content = rawLine.trim();
    if (content === '') continue;
    const parsed = parseScoreLine(content, index + 1, report(index + 1));
    if (parsed === null) continue;
    const key = JSON.stringify([parsed.suite, parsed.prompt, parsed.case, parsed.metric, parsed.arm, parsed.sample]);
    const first = firstLines.get(key);
    if (first === undefined) {
      firstLines.set(key, index + 1);
      lines.push(parsed);
    } else {
      const what = `repeats sample ${parsed.sample} of case ${JSON.stringify(parsed.case)}, metric ${JSON.stringify(parsed.metric)}, of line ${first}.`;
      report(index + 1)(what, 'Keep one line, or count the samples on.');
    }
  }
  if (lines.length === 0 && problems.length === 0) {
    const hint = 'Write one JSON object a line with "case", "metric", "sample" and "score".';
    problems.push(buildProblem('has no score lines.', hint, { path, line: null, column: null }));
  }
  return {
    path,
    lines,
    problems: [...problems, ...findConflicts(path, lines, 'cluster'), ...findConflicts(path, lines, 'question')],
  };
}

type Report = (message: string, hint: string) => void;

function parseScoreLine(content: string, line: number, report: Report): ScoreLine | null {
  if (content.length > mostLineCharacters) {
    report(
      `is ${content.length} characters long; at most ${mostLineCharacters} can be read.`,
      'Write one JSON object a line.',
    );
    return null;
  }
  const record = parseRecord(content, report);
  if (record === null) return null;
  const id = readText(record, 'case', report);
  const metric = readText(record, 'metric', report);
  const sample = readSample(record, report);
  const score = readScore(record, report);
  const optional = ['suite', 'prompt', 'cluster', 'question', 'reason'].map((key) =>
    readOptionalText(record, key, report),
  );
  const [suite, prompt, cluster, question, reason] = optional;
  const arm = readArm(record, report);
  const critical = readCritical(record, report);
  if (id === undefined || metric === undefined || sample === undefined || score === undefined) return null;
  if (suite === undefined || prompt === undefined || cluster === undefined) return null;
  if (question === undefined || reason === undefined || arm === undefined || critical === undefined) return null;
  return { suite, prompt, case: id, metric, sample, score, cluster, question, arm, critical, reason, line };
}

function parseRecord(content: string, report: Report): JsonObject | null {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    report('is not valid JSON.', 'Write one JSON object a line; NaN is no JSON, an unscored sample is null.');
    return null;
  }
  if (isJsonObject(value)) return value;
  report('is not a JSON object.', 'Write one JSON object a line with "case", "metric", "sample" and "score".');
  return null;
}

function readText(record: JsonObject, key: string, report: Report): string | undefined {
  const value = record[key];
  if (typeof value === 'string' && value !== '') return value;
  if (value === undefined) report(`"${key}" is missing.`, `Add "${key}": every score line needs it.`);
  else report(`"${key}" must be a string that is not empty.`, 'Put it in quotation marks.');
  return undefined;
}

function readOptionalText(record: JsonObject, key: string, report: Report): string | null | undefined {
  const value = record[key] ?? null;
  if (value === null || typeof value === 'string') return value;
  report(`"${key}" must be a string.`, 'Put it in quotation marks, or leave it out.');
  return undefined;
}

function readArm(record: JsonObject, report: Report): LineArm | null | undefined {
  const value = record.arm ?? null;
  if (value === null || value === 'base' || value === 'stored' || value === 'candidate') return value;
  report('"arm" must be "base", "stored" or "candidate".', 'Leave it out where the file holds one arm.');
  return undefined;
}

function readCritical(record: JsonObject, report: Report): boolean | undefined {
  const value = record.critical ?? false;
  if (typeof value === 'boolean') return value;
  report('"critical" must be true or false.', 'Leave it out where the case is not critical.');
  return undefined;
}

function readSample(record: JsonObject, report: Report): number | undefined {
  const value = record.sample;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= highestSample) return value;
  if (value === undefined) report('"sample" is missing.', 'Add it: the samples of a case count from 0.');
  else report(`"sample" must be an integer from 0 to ${highestSample}.`, 'The samples of a case count from 0.');
  return undefined;
}

function readScore(record: JsonObject, report: Report): number | null | undefined {
  const value = record.score;
  if (value === null) return null;
  if (typeof value === 'number' && value >= 0 && value <= 1) return value;
  if (value === undefined)
    report('"score" is missing.', 'Add a number from 0 to 1, or null where the sample is unscored.');
  else report('"score" must be a number from 0 to 1, or null.', 'Scale it to 0..1: a 1–5 judge score s is (s−1)/4.');
  return undefined;
}

/** A case belongs to one cluster and asks one question, whatever the metric. */
function findConflicts(path: string, lines: readonly ScoreLine[], field: 'cluster' | 'question'): readonly Problem[] {
  const known = new Map<string, ScoreLine>();
  return lines.flatMap((line) => {
    if (line[field] === null) return [];
    const key = JSON.stringify([line.suite, line.prompt, line.case]);
    const first = known.get(key);
    if (first === undefined) known.set(key, line);
    if (first === undefined || first[field] === line[field]) return [];
    const [here, there] = [JSON.stringify(line[field]), JSON.stringify(first[field])];
    const message =
      field === 'cluster'
        ? `case ${JSON.stringify(line.case)} is in cluster ${here} here and in ${there} in line ${first.line}.`
        : `case ${JSON.stringify(line.case)} asks question ${here} here and ${there} in line ${first.line}.`;
    return [buildProblem(message, `Give a case one ${field}.`, { path, line: line.line, column: null })];
  });
}
