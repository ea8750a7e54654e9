import { UserError } from '../../errors.ts';
import type { Json, JsonObject } from '../../json.ts';
import { hintKnown, quoteName } from '../../text/problems.ts';
import type { LabelSource } from './items.ts';

/** The lines of a report folder: `outputs` of both sides, `candidate` and `base` scores. */
export interface ReportLines {
  readonly outputs: readonly JsonObject[];
  readonly candidate: readonly JsonObject[];
  readonly base: readonly JsonObject[];
}

/** The outputs that a judge has judged or abstained from, each with its score. Throws a UserError where the report knows no such judge. */
export function matchScores({ outputs, candidate, base }: ReportLines, judge: string): readonly LabelSource[] {
  const known = new Set([...candidate, ...base].map(({ metric }) => String(metric)));
  if (!known.has(judge)) {
    throw UserError.of(`The report has no scores of a judge ${quoteName(judge)}.`, hintKnown(judge, [...known]));
  }
  // The base's file has the fresh scores where there are any, and those of a stored baseline else.
  const baseArm = outputs.some(({ arm }) => arm === 'base') ? 'base' : 'stored';
  const scores = new Map<string, number | null>();
  for (const [arm, lines] of [
    ['candidate', candidate],
    [baseArm, base],
  ] as const) {
    for (const line of lines) {
      if (line.metric !== judge) continue;
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
