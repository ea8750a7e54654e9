import { buildProblem, type Problem } from '../errors.ts';
import { breaksOff } from '../text/problems.ts';
import type { SourceFile } from '../text/source-file.ts';
import { parseScoreLine, type ReportMistake, type ScoreLine } from './score-line.ts';

/** A score file as far as it could be read, with everything that is wrong with it. */
export interface ScoreFile {
  readonly path: string;
  readonly lines: readonly ScoreLine[];
  readonly problems: readonly Problem[];
}

/** Parses a score file (JSON Lines; blank lines are skipped) and collects every problem with its line. */
export function parseScoreFile({ path, text }: SourceFile): ScoreFile {
  const lines: ScoreLine[] = [];
  const problems: Problem[] = [];
  const known = new Map<string, ScoreLine>();
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    const content = raw.trim();
    if (content === '') continue;
    if (breaksOff(problems, { path, line: index + 1, column: null })) break;
    const report: ReportMistake = (message, hint) =>
      problems.push(buildProblem(message, hint, { path, line: index + 1, column: null }));
    const parsed = parseScoreLine(content, index + 1, report);
    if (parsed !== null && isFirst(parsed, known, report)) lines.push(parsed);
  }
  if (lines.length === 0 && problems.length === 0) {
    const hint = 'Write one JSON object a line with "case", "metric", "sample" and "score".';
    problems.push(buildProblem('has no score lines.', hint, { path, line: null, column: null }));
  }
  const conflicts = (['cluster', 'question'] as const).flatMap((field) => findConflicts(path, lines, field));
  return { path, lines, problems: [...problems, ...conflicts] };
}

/** False, and said, where another line has the key already. */
function isFirst(line: ScoreLine, known: Map<string, ScoreLine>, report: ReportMistake): boolean {
  const key = JSON.stringify([line.suite, line.prompt, line.case, line.metric, line.arm, line.sample]);
  const first = known.get(key);
  if (first === undefined) {
    known.set(key, line);
    return true;
  }
  const [id, metric] = [JSON.stringify(line.case), JSON.stringify(line.metric)];
  report(
    `repeats sample ${line.sample} of case ${id}, metric ${metric}, of line ${first.line}.`,
    'Keep one line, or count the samples on.',
  );
  return false;
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
