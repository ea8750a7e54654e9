import { UserError } from '../errors.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { Calibration } from './authority.ts';
import { type CalibrationResult, calibrateJudge } from './calibration.ts';
import type { JudgeIdentity } from './identity.ts';
import type { Judge } from './judge.ts';
import { type LabelKind, parseLabelLines } from './labels/lines.ts';
import { explainMismatch } from './labels/mismatch.ts';
import { scaleLabels } from './labels/scale.ts';

/** Compares a judge with people by a label file. Its kind is the one asked for, else the header's, else found. Throws a UserError with every bad line. */
export function calibrateFile(file: SourceFile, asked: LabelKind | null): CalibrationResult {
  const { header, lines } = parseLabelLines(file);
  return calibrateJudge(scaleLabels(file.path, lines, asked ?? header?.kind ?? null));
}

/** What the label file that a judge's config names says of this version of it; null where it names none. Throws a UserError where the file is missing or broken. */
export function readCalibration(
  { config, sees }: Pick<Judge, 'config' | 'sees'>,
  identity: JudgeIdentity,
  files: ReadonlyMap<string, SourceFile>,
): Calibration | null {
  if (config.calibration === null) return null;
  const file = files.get(config.calibration);
  if (file === undefined) {
    const hint = 'Correct the path, or remove the key until calibrate has written the file.';
    throw UserError.of(
      `calibration ${config.calibration} of judge "${config.name}" does not exist.`,
      hint,
      config.where,
    );
  }
  const { header, lines } = parseLabelLines(file);
  if (header === null) return buildUnbound('its calibration does not say which version of the judge it is of');
  if (header.judgeHash !== identity.hash) return buildUnbound('its calibration is of another version of the judge');
  const ratings = scaleLabels(file.path, lines, header.kind);
  const mismatch = explainMismatch(sees, ratings.kind, lines);
  return mismatch === null ? calibrateJudge(ratings) : buildUnbound(`it ${mismatch}`);
}

function buildUnbound(reason: string): Calibration {
  return { state: 'unbound', reasons: [reason] };
}
