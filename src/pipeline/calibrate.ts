import type { Config, JudgeConfig } from '../config/config.ts';
import { UserError } from '../errors.ts';
import type { CalibrationResult } from '../judges/calibration.ts';
import { identifyJudge } from '../judges/identity.ts';
import { renderBoundLabels } from '../judges/label-lines.ts';
import { compileJudge, judgeDependencies } from '../judges/registry.ts';
import type { Repository, Tree } from '../ports.ts';
import { hintKnown, quoteName } from '../text/problems.ts';
import type { SourceFile } from '../text/source-file.ts';
import { readFiles, readOwnConfig } from './read-side.ts';

/** A judge as its config names it. */
export interface JudgeName {
  readonly suite: string;
  readonly judge: string;
}

/** The labels under a header that binds them to the judge as the tree's config has it; `result` is what they came to. Throws a UserError where there is no such judge, or it cannot be built. */
export async function bindLabels(
  repository: Repository,
  tree: Tree,
  configPath: string | null,
  name: JudgeName,
  labels: { readonly file: SourceFile; readonly result: CalibrationResult },
): Promise<string> {
  const { config, broken } = await readOwnConfig(repository, tree, configPath);
  if (broken !== null) throw broken;
  if (config === null) {
    throw UserError.of(
      'There is no config file to find the judge in.',
      'Add prompt-assay.yml, or name it by --config.',
    );
  }
  const judgeConfig = findJudge(config, name);
  const judge = compileJudge(judgeConfig, await readFiles(repository, tree, judgeDependencies(judgeConfig)));
  const { hash: judgeHash, model } = identifyJudge(judge, config.judgeModel);
  const { kind } = labels.result;
  return renderBoundLabels(labels.file, { judgeHash, judge: judgeConfig.name, model, kind });
}

function findJudge(config: Config, { suite: suiteName, judge: judgeName }: JudgeName): JudgeConfig {
  const suite = config.suites.find(({ name }) => name === suiteName);
  if (suite === undefined) {
    const hint = hintKnown(
      suiteName,
      config.suites.map(({ name }) => name),
    );
    throw UserError.of(`${config.path} has no suite ${quoteName(suiteName)}.`, hint);
  }
  const judges = suite.metrics.filter((metric) => metric.kind === 'judge');
  const judge = judges.find(({ name }) => name === judgeName);
  if (judge !== undefined) return judge;
  const hint = hintKnown(
    judgeName,
    judges.map(({ name }) => name),
  );
  throw UserError.of(`suite ${quoteName(suiteName)} has no judge ${quoteName(judgeName)}.`, hint, suite.where);
}
