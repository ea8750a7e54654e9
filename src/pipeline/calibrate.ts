import { UserError } from '../errors.ts';
import type { CalibrationResult } from '../judges/calibration.ts';
import { type LabelKind, type LabelLines, parseLabelLines, renderBoundLabels } from '../judges/labels/lines.ts';
import { explainMismatch } from '../judges/labels/mismatch.ts';
import { scaleLabels } from '../judges/labels/scale.ts';
import { calibrateFile } from '../judges/read-calibration.ts';
import { adviseSamples, type Retest } from '../judges/retest.ts';
import type { Tree } from '../ports.ts';
import { type FoundJudge, findJudge, type JudgeName } from '../read/find-judge.ts';
import type { Ledger } from '../run/ledger.ts';
import type { SourceFile } from '../text/source-file.ts';
import { judgeLabels } from './judge-labels.ts';
import type { World } from './world.ts';

/** What to calibrate: a judge as a tree has it, by labels. */
export interface CalibrateRequest {
  readonly tree: Tree;
  readonly configPath: string | null;
  readonly name: JudgeName;
  readonly labels: SourceFile;
  /** Null takes the kind that the file names, else finds it. */
  readonly kind: LabelKind | null;
  /** Where to write, as the user names it; null is the path that the judge's config names. */
  readonly out: string | null;
  /** Asks the judge about every output, also where the file has what it said. */
  readonly anew: boolean;
  readonly fresh: boolean;
  /** Gets every finished call. */
  readonly ledger: Ledger;
}

/** A calibration and its file. */
export interface BoundCalibration {
  readonly result: CalibrationResult;
  /** How steady the judge was where it was asked; null where it was not. */
  readonly retest: Retest | null;
  readonly text: string;
  /** The config's own path, from the repository's root; null where the request names another place. */
  readonly configuredPath: string | null;
}

/** Binds labels to a judge, and asks it first about the outputs that it has not judged. Throws a UserError for what the user can mend, before anything is asked: no such judge, bad lines, no place to write, judgements of another version. */
export async function calibrateVersion(world: World, request: CalibrateRequest): Promise<BoundCalibration> {
  const { tree, configPath, name, labels, kind, out, anew } = request;
  const found = await findJudge(world.repository, tree, configPath, name);
  const { calibration, where } = found.judge.config;
  if (out === null && calibration === null) {
    const hint = 'Name a file by --write, or under "calibration" in the config.';
    throw UserError.of(`judge "${name.judge}" has no place for its calibration.`, hint, where);
  }
  const parsed = parseLabelLines(labels, 'open');
  const asked = parsed.lines.filter(({ record }) => anew || record.judge === undefined);
  const keepsSome = asked.length < parsed.lines.length;
  if (keepsSome && parsed.header !== null && parsed.header.judgeHash !== found.identity.hash) throw refuseStale(labels);
  const known = kind ?? parsed.header?.kind ?? null;
  refuseMismatch(labels, found, parsed, known);
  const { file, without, retest } =
    asked.length === 0
      ? { file: labels, without: parsed.header?.without, retest: null }
      : await judgeLabels(world, found, { ...request, asked, parsed, kind: known });
  const result = calibrateFile(file, known);
  const advice = retest === null ? null : adviseSamples(retest, found.judge.config.samples);
  const advised = advice === null ? result : { ...result, reasons: [...result.reasons, advice] };
  return {
    result: advised,
    retest,
    text: bind(file, found, result, without),
    configuredPath: out === null ? calibration : null,
  };
}

function bind(
  file: SourceFile,
  { judge, identity }: FoundJudge,
  { kind }: CalibrationResult,
  without: readonly string[] | undefined,
): string {
  const { hash: judgeHash, model } = identity;
  return renderBoundLabels(file, {
    judgeHash,
    judge: judge.config.name,
    model,
    kind,
    ...(without === undefined ? {} : { without }),
  });
}

function refuseMismatch(
  { path }: SourceFile,
  { judge: { sees, config } }: FoundJudge,
  { lines }: LabelLines,
  asked: LabelKind | null,
): void {
  const mismatch = explainMismatch(sees, scaleLabels(path, lines, asked).kind, lines);
  if (mismatch === null) return;
  const hint = `Label what it is asked: label --judge ${config.name} into a file of its own.`;
  throw UserError.of(`judge "${config.name}" ${mismatch}.`, hint, { path, line: null, column: null });
}

/** Binding them would vouch for a judge by what another one said. */
function refuseStale({ path }: SourceFile): UserError {
  const where = { path, line: 1, column: null };
  const hint = 'Let it judge the outputs again: --anew. For judgements that you renewed yourself, remove line 1.';
  return UserError.of('holds what another version of the judge said.', hint, where);
}
