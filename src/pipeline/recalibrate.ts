import type { Config, JudgeConfig } from '../config/config.ts';
import { type Problem, ReportedError, UserError } from '../errors.ts';
import { parseLabelLines } from '../judges/labels/lines.ts';
import { readCalibration } from '../judges/read-calibration.ts';
import type { Tree } from '../ports.ts';
import { findJudge } from '../read/find-judge.ts';
import { readFiles } from '../read/read-files.ts';
import { readOwnConfig } from '../read/sides.ts';
import type { JudgeRecalibration, RecalibrationReport } from '../report/recalibration-report.ts';
import { buildResult, decideWork } from '../report/result-document.ts';
import { createLedger, type Ledger } from '../run/ledger.ts';
import { maxDatasetBytes, type SourceFile } from '../text/source-file.ts';
import { calibrateVersion } from './calibrate.ts';
import type { World } from './world.ts';

/** Whose judges are to be asked anew. */
export interface RecalibrateRequest {
  readonly tree: Tree;
  readonly configPath: string | null;
  readonly fresh: boolean;
}

/** What came of it, and the label files as they would be now, by the paths that the config names. */
export interface Recalibration {
  readonly report: RecalibrationReport;
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Asks every judge of a tree that has labels about the labelled outputs again: a model that drifted agrees with people
 * otherwise than it did. Labels without outputs are read as they are. One judge that cannot be calibrated does not keep
 * the others from it. Throws a UserError for a config that cannot be used, or has no such judge.
 */
export async function recalibrate(world: World, request: RecalibrateRequest): Promise<Recalibration> {
  const { config, broken } = await readOwnConfig(world.repository, request.tree, request.configPath);
  if (broken !== null) throw broken;
  const found = config === null ? [] : listCalibrated(config);
  if (found.length === 0) {
    throw UserError.of('No judge has labels.', 'Name a label file under "calibration" of a judge in prompt-assay.yml.');
  }
  const ledger = createLedger(world.openSpool());
  const files = new Map<string, string>();
  const judges: JudgeRecalibration[] = [];
  const errors: Problem[] = [];
  for (const one of found) {
    try {
      const { judge, text } = await recalibrateJudge(world, request, one, ledger);
      judges.push(judge);
      files.set(judge.path, text);
    } catch (error) {
      if (!(error instanceof ReportedError)) throw error;
      errors.push(...error.problems);
      judges.push({ suite: one.suite, judge: one.judge.name, path: one.path, before: 'unbound', result: null });
    }
  }
  const { commit } = request.tree;
  return { report: { ...decideWork(errors), ...buildResult(ledger.calls(), errors), commit, judges }, files };
}

interface CalibratedJudge {
  readonly suite: string;
  readonly judge: JudgeConfig;
  readonly path: string;
}

function listCalibrated(config: Config): readonly CalibratedJudge[] {
  return config.suites.flatMap((suite) =>
    suite.metrics.flatMap((metric) =>
      metric.kind === 'judge' && metric.calibration !== null
        ? [{ suite: suite.name, judge: metric, path: metric.calibration }]
        : [],
    ),
  );
}

async function recalibrateJudge(
  world: World,
  { tree, configPath, fresh }: RecalibrateRequest,
  { suite, judge, path }: CalibratedJudge,
  ledger: Ledger,
): Promise<{ readonly judge: JudgeRecalibration; readonly text: string }> {
  const name = { suite, judge: judge.name };
  const files = await readFiles(world.repository, tree, [path], maxDatasetBytes);
  const found = await findJudge(world.repository, tree, configPath, name);
  const lines = [...files.values()].flatMap((file) => parseLabelLines(file, 'open').lines);
  const isOpen = lines.some(({ record }) => record.judge === undefined);
  // Throws where the file is missing.
  const before = isOpen ? 'unbound' : (readCalibration(found.judge, found.identity, files)?.state ?? 'unbound');
  const labels = files.get(path) as SourceFile;
  const anew = lines.every(
    ({ record: { output, A, B } }) => output !== undefined || (A !== undefined && B !== undefined),
  );
  const parts = { tree, configPath, name, labels, kind: null, out: null, anew, fresh, ledger };
  const { result, retest, text } = await calibrateVersion(world, parts);
  return { judge: { ...name, path, before, result: { ...result, retest } }, text };
}
