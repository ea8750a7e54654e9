import type { Subject } from '../../checks/check.ts';
import { parseRows } from '../../datasets/rows.ts';
import { buildProblem, collectProblems, type Problem } from '../../errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import type { Output } from '../../ports.ts';
import { isTrajectory } from '../../run/result-codec.ts';
import { quoteName, throwProblems } from '../../text/problems.ts';
import type { PairSubject } from '../judge.ts';
import type { LabelLine } from './lines.ts';

/** The variables of every row that a case's id and a prompt's (null is any) name in the suite. */
export type FindCases = (caseId: string, prompt: string | null) => readonly JsonObject[];

/** What a judge has to be shown of each line: its `output`, and the row that it answers, as `variables` or by `case` and `prompt`. Throws a UserError with every line that lacks one, or is of a case that the suite does not have. */
export function readSubjects(path: string, lines: readonly LabelLine[], findCases: FindCases): readonly Subject[] {
  return readLines(path, lines, findCases, ({ output }, report) => {
    const shown = readOutput('output', output, report);
    return shown && { output: shown };
  });
}

/** The same for a judge of two outputs: those that a line has as `A` and `B`. */
export function readPairs(path: string, lines: readonly LabelLine[], findCases: FindCases): readonly PairSubject[] {
  return readLines(path, lines, findCases, ({ A, B }, report) => {
    const [first, second] = [readOutput('A', A, report), readOutput('B', B, report)];
    return first && second && { first, second };
  });
}

function readLines<T>(
  path: string,
  lines: readonly LabelLine[],
  findCases: FindCases,
  readShown: (record: JsonObject, report: Report) => T | null,
): readonly (T & { readonly variables: JsonObject })[] {
  const problems: Problem[] = [];
  const read = lines.flatMap(({ record, line }) => {
    const where = { path, line, column: null };
    const report: Report = (message, hint) => problems.push(buildProblem(message, hint, where));
    const shown = readShown(record, report);
    const variables =
      record.variables === undefined
        ? findVariables(record, findCases, report)
        : collectProblems(problems, () => parseRows([{ values: record.variables as Json, where }]).cases[0]?.variables);
    return shown === null || variables == null ? [] : [{ ...shown, variables }];
  });
  throwProblems(problems);
  return read;
}

/** True where a line does not say itself what row its output answers. */
export function needsCase({ record }: LabelLine): boolean {
  return record.variables === undefined;
}

type Report = (message: string, hint: string) => void;

/** A text is a plain answer; an object is an output as outputs.jsonl has it. */
function readOutput(name: string, value: Json | undefined, report: Report): Output | null {
  const plain = { toolCalls: [], refusal: null, finishReason: 'stop' };
  if (typeof value === 'string') return { content: value, ...plain };
  if (value === undefined) {
    report(`"${name}" is missing, which the judge has to be shown.`, 'Add the labelled text, or what the judge said.');
    return null;
  }
  if (isJsonObject(value) && typeof value.content === 'string') {
    const { content, toolCalls, refusal, finishReason, trajectory } = value;
    if (trajectory !== undefined && !isTrajectory(trajectory)) {
      report(`"${name}" has a "trajectory" that cannot be read.`, 'Copy it from outputs.jsonl.');
      return null;
    }
    return {
      content,
      toolCalls: Array.isArray(toolCalls) ? toolCalls : plain.toolCalls,
      refusal: typeof refusal === 'string' ? refusal : plain.refusal,
      finishReason: typeof finishReason === 'string' ? finishReason : plain.finishReason,
      ...(trajectory === undefined ? {} : { trajectory }),
    };
  }
  report(`"${name}" must be text, or an output with "content".`, 'Copy it from outputs.jsonl.');
  return null;
}

function findVariables(record: JsonObject, findCases: FindCases, report: Report): JsonObject | null {
  const { case: caseId, prompt = null } = record;
  if (typeof caseId !== 'string' || (prompt !== null && typeof prompt !== 'string')) {
    report('does not say which case it is of.', 'Add "case" with the id of a row of the suite, or "variables".');
    return null;
  }
  const found = findCases(caseId, prompt);
  const [variables] = found;
  const ofPrompt = prompt === null ? '' : ` of prompt ${quoteName(prompt)}`;
  if (variables === undefined) {
    const hint = 'Correct "case", add the row as "variables", or remove the line.';
    report(`is of case ${quoteName(caseId)}${ofPrompt}, which the suite does not have.`, hint);
  } else if (found.length > 1) {
    report(`is of case ${quoteName(caseId)}, which several prompts have.`, 'Name one of them by "prompt".');
    return null;
  }
  return variables ?? null;
}
