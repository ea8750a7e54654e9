import type { Config, JudgeConfig } from '../config/config.ts';
import { UserError } from '../errors.ts';
import { identifyJudge, type JudgeIdentity } from '../judges/identity.ts';
import type { Judge } from '../judges/judge.ts';
import { compileJudge, judgeDependencies } from '../judges/registry.ts';
import type { Repository, Tree } from '../ports.ts';
import { hintKnown, quoteName } from '../text/problems.ts';
import { readFiles } from './read-files.ts';
import { readOwnConfig } from './sides.ts';

/** A judge as its config names it. */
export interface JudgeName {
  readonly suite: string;
  readonly judge: string;
}

/** One judge as a tree has it. */
export interface FoundJudge {
  readonly config: Config;
  readonly judge: Judge;
  readonly identity: JudgeIdentity;
}

/** Finds and builds a judge of a tree's config. Throws a UserError where there is no such judge, or it cannot be built. */
export async function findJudge(
  repository: Repository,
  tree: Tree,
  configPath: string | null,
  name: JudgeName,
): Promise<FoundJudge> {
  const { config, broken } = await readOwnConfig(repository, tree, configPath);
  if (broken !== null) throw broken;
  if (config === null) {
    throw UserError.of(
      'There is no config file to find the judge in.',
      'Add prompt-assay.yml, or name it by --config.',
    );
  }
  const judgeConfig = selectJudge(config, name);
  // Its calibration is what is to be made: the file may be missing, or broken.
  const paths = judgeDependencies({ ...judgeConfig, calibration: null });
  const judge = compileJudge(judgeConfig, await readFiles(repository, tree, paths));
  return { config, judge, identity: identifyJudge(judge, config.judgeModel) };
}

function selectJudge(config: Config, { suite: suiteName, judge: judgeName }: JudgeName): JudgeConfig {
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
