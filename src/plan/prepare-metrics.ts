import { compileCheck } from '../checks/registry.ts';
import type { MetricConfig, ModelSettings } from '../config/config.ts';
import { buildProblem, UserError } from '../errors.ts';
import { decideAuthority } from '../judges/authority.ts';
import { identifyJudge } from '../judges/identity.ts';
import { readCalibration } from '../judges/read-calibration.ts';
import { compileJudge } from '../judges/registry.ts';
import type { PromptPair } from '../prompts/pair.ts';
import type { SuiteSelection } from '../select/select-suites.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { Metric, SuiteContent } from './suite-plan.ts';

/** The metrics of one prompt: those of the deciding side, and beside them, as report, those that the candidate changes or adds. Throws a UserError for any that does not compile and for equal names. */
export function prepareMetrics(
  selection: SuiteSelection,
  judgeModel: ModelSettings,
  pair: PromptPair,
  base: SuiteContent | null,
  candidate: SuiteContent,
): readonly Metric[] {
  const decidingContent = selection.mayGate && base !== null ? base : candidate;
  const deciding = [...selection.suite.metrics, ...((pair.base ?? pair.candidate)?.metrics ?? [])];
  const metrics = deciding.map((config) => compileMetric(config, decidingContent.files, judgeModel, selection.mayGate));
  refuseEqualNames(deciding);
  const known = new Map(metrics.map((metric) => [metric.name, metric.hash]));
  const proposed = [...(selection.proposed?.metrics ?? []), ...(pair.candidate?.metrics ?? [])]
    .map((config) => compileMetric(config, candidate.files, judgeModel, false))
    .filter((metric) => known.get(metric.name) !== metric.hash)
    .map((metric) => ({ ...metric, name: `${metric.name} (proposed)`, held: null }));
  return [...metrics, ...proposed];
}

function compileMetric(
  config: MetricConfig,
  files: ReadonlyMap<string, SourceFile>,
  judgeModel: ModelSettings,
  mayGate: boolean,
): Metric {
  const shared = {
    name: config.name,
    kind: config.kind,
    direction: config.direction,
    minScore: config.minScore,
    minScoreOn: config.minScoreOn,
  };
  if (config.kind === 'check') {
    const check = compileCheck(config, files);
    const gates = mayGate && config.role === 'gate';
    return { ...shared, gates, held: null, note: null, hash: check.hash, check, judge: null };
  }
  const judge = compileJudge(config, files);
  const identity = identifyJudge(judge, judgeModel);
  const { role, held, note } = decideAuthority(config, readCalibration(config, identity, files));
  return { ...shared, gates: mayGate && role === 'gate', held, note, hash: identity.hash, check: null, judge };
}

function refuseEqualNames(configs: readonly MetricConfig[]): void {
  const first = new Map<string, MetricConfig>();
  const problems = configs.flatMap((config) => {
    const earlier = first.get(config.name);
    first.set(config.name, earlier ?? config);
    if (earlier === undefined) return [];
    const hint = `Rename it: ${earlier.where.path}:${earlier.where.line ?? 1} has a metric of this name already.`;
    return [buildProblem(`metric "${config.name}" is there twice.`, hint, config.where)];
  });
  if (problems.length > 0) throw new UserError(problems);
}
