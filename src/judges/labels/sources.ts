import { UserError } from '../../errors.ts';
import { canonicalJson, type Json, type JsonObject } from '../../json.ts';
import { hintKnown, quoteName } from '../../text/problems.ts';
import { type JudgeBrief, readBrief } from '../brief.ts';
import type { LabelSource } from './items.ts';

/** The lines of a report folder: what its `judges` are asked, `outputs` of both sides, `candidate` and `base` scores. */
export interface ReportLines {
  readonly judges: readonly JsonObject[];
  readonly outputs: readonly JsonObject[];
  readonly candidate: readonly JsonObject[];
  readonly base: readonly JsonObject[];
}

/** A judge of a report: what it is asked, and what it was asked about. */
export interface JudgedReport {
  readonly brief: JudgeBrief;
  /** The outputs that it judged or abstained from, each with its score. */
  readonly sources: readonly LabelSource[];
}

/** Finds a judge of a report; `suite` is where several suites ask judges of that name something else, null else. Throws a UserError where there is no such judge, or no one question. */
export function matchScores(lines: ReportLines, judge: string, suite: string | null): JudgedReport {
  const own = lines.judges.filter((line) => line.judge === judge && (suite === null || line.suite === suite));
  if (own.length === 0) throw refuseUnknown(lines.judges, judge, suite);
  const briefs = new Map(own.map(({ brief = null }) => [canonicalJson(brief), readBrief(brief)]));
  const [brief = null] = briefs.values();
  if (briefs.size > 1) {
    const hint = `Name one of them by --suite: ${own.map((line) => quoteName(String(line.suite))).join(', ')}.`;
    throw UserError.of(`Several suites ask their judge ${quoteName(judge)} something else.`, hint);
  }
  if (brief === null) {
    throw UserError.of(
      `The report does not say what judge ${quoteName(judge)} is asked.`,
      'Write it anew with run --report.',
    );
  }
  return { brief, sources: listSources(lines, judge, new Set(own.map((line) => String(line.suite)))) };
}

function refuseUnknown(judges: readonly JsonObject[], judge: string, suite: string | null): UserError {
  const known = [...new Set(judges.map((line) => String(line.judge)))];
  const where = suite === null || !known.includes(judge) ? '' : ` in suite ${quoteName(suite)}`;
  return UserError.of(`The report has no judge ${quoteName(judge)}${where}.`, hintKnown(judge, known));
}

function listSources(
  { outputs, candidate, base }: ReportLines,
  judge: string,
  suites: ReadonlySet<string>,
): readonly LabelSource[] {
  // The base's file has the fresh scores where there are any, and those of a stored baseline else.
  const baseArm = outputs.some(({ arm }) => arm === 'base') ? 'base' : 'stored';
  const scores = new Map<string, number | null>();
  for (const [arm, lines] of [
    ['candidate', candidate],
    [baseArm, base],
  ] as const) {
    for (const line of lines) {
      if (line.metric !== judge || !suites.has(String(line.suite))) continue;
      scores.set(keyOf(line, arm), typeof line.score === 'number' ? line.score : null);
    }
  }
  return outputs.flatMap((line): readonly LabelSource[] => {
    const score = scores.get(keyOf(line, line.arm ?? null));
    if (score === undefined) return [];
    const { suite, prompt, case: caseId, sample, input = null, output = null } = line;
    const arm = line.arm === 'candidate' ? 'candidate' : 'base';
    const id = {
      suite: String(suite),
      prompt: String(prompt),
      case: String(caseId),
      arm,
      sample: Number(sample),
    } as const;
    return [{ ...id, input, output, judge: score }];
  });
}

function keyOf({ suite, prompt, case: caseId, sample }: JsonObject, arm: Json): string {
  return JSON.stringify([suite, prompt, caseId, sample, arm]);
}
