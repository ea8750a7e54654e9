import type { JudgeConfig } from '../config/config.ts';
import { UserError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import type { SourceFile } from '../text/source-file.ts';
import { checklist } from './checklist.ts';
import { choices } from './choices.ts';
import type { Judge, JudgeKind, RowReading } from './judge.ts';
import { pairwise } from './pairwise.ts';
import { rubric } from './rubric.ts';

/** Every kind of judge, in the order in which the docs list them. */
export const judgeKinds: readonly JudgeKind[] = [pairwise, checklist, rubric, choices];

function kindOf(config: JudgeConfig): JudgeKind {
  const kind = judgeKinds.find(({ type }) => type === config.type);
  if (kind !== undefined) return kind;
  const hint = `Known types: ${judgeKinds.map(({ type }) => type).join(', ')}.`;
  throw UserError.of(`the judge "${config.name}" has the unknown type "${config.type}".`, hint, config.where);
}

/** Builds a judge ready to ask; throws a UserError where its type, rubric or options are at fault. `files` must hold its dependencies, by repository path. */
export function compileJudge(config: JudgeConfig, files: ReadonlyMap<string, SourceFile>): Judge {
  return kindOf(config).compile(config, files);
}

/** The names of a row that a judge reads. */
export function judgeReads(config: JudgeConfig, variables: JsonObject): RowReading {
  return kindOf(config).reads(config, variables);
}

/** The repository paths of the files that decide a judge's verdicts or its right to gate: rubric and calibration. */
export function judgeDependencies(config: JudgeConfig): readonly string[] {
  const calibration = config.calibration === null ? [] : [config.calibration];
  return [...kindOf(config).dependencies(config), ...calibration];
}
