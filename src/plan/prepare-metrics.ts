import { compileCheck } from '../checks/registry.ts';
import type { CheckConfig, JudgeConfig, MetricConfig, ModelSettings, PanelConfig } from '../config/config.ts';
import { buildProblem, collectProblems, type Problem, UserError } from '../errors.ts';
import { contentHash } from '../json.ts';
import { decideAuthority } from '../judges/authority.ts';
import { identifyJudge, judgeModelOf } from '../judges/identity.ts';
import type { Judge, JudgeSettings } from '../judges/judge.ts';
import { readLabelEvidence } from '../judges/labels/evidence.ts';
import { type PanelSeat, seatPanel } from '../judges/panel.ts';
import { readCalibration } from '../judges/read-calibration.ts';
import { compileJudge } from '../judges/registry.ts';
import type { PromptPair } from '../prompts/pair.ts';
import type { SuiteSelection } from '../select/select-suites.ts';
import type { SourceFile } from '../text/source-file.ts';
import { scoringRevision } from '../version.ts';
import { type JudgeMetric, type Metric, proposedName } from './metric.ts';
import type { SuiteContent } from './suite-plan.ts';

/** What metrics are made of beside their configs. */
interface Sources {
  readonly files: ReadonlyMap<string, SourceFile>;
  /** The change's own, for labels that are only shown. */
  readonly proposedFiles: ReadonlyMap<string, SourceFile>;
  readonly judgeModel: ModelSettings;
  /** The settings of judges that the change brings; null where they are the base's own. */
  readonly brought: JudgeSettings | null;
  readonly mayGate: boolean;
}

/** The metrics of one prompt, and what was left out. */
export interface PreparedMetrics {
  readonly metrics: readonly Metric[];
  /** Judges without a model to ask. */
  readonly leftOut: readonly Problem[];
}

/** The metrics of one prompt: those of the deciding side, and beside them, as report, those that the candidate changes or adds; judges that the candidate brings ask the model that it brings. Throws a UserError for any that does not compile and for equal names. */
export function prepareMetrics(
  selection: SuiteSelection,
  judgeModel: ModelSettings,
  pair: PromptPair,
  base: SuiteContent | null,
  candidate: SuiteContent,
): PreparedMetrics {
  const { mayGate } = selection;
  const { files } = mayGate && base !== null ? base : candidate;
  const prompt = mayGate ? (pair.base ?? pair.candidate) : (pair.candidate ?? pair.base);
  const deciding = [...selection.suite.metrics, ...(prompt?.metrics ?? [])];
  const { id, api, parameters } = candidate.judgeModel;
  const brought = { id, api, parameters };
  const shared = { proposedFiles: candidate.files, judgeModel };
  const own = compileMetrics(deciding, { ...shared, files, brought: mayGate ? null : brought, mayGate });
  refuseEqualNames(deciding);
  const proposals = [...(selection.proposed?.metrics ?? []), ...(pair.candidate?.metrics ?? [])];
  const proposed = compileMetrics(proposals, { ...shared, files: candidate.files, brought, mayGate: false });
  const leftOut = new Map([...own.leftOut, ...proposed.leftOut].map((problem) => [problem.message, problem]));
  return { metrics: [...own.metrics, ...nameProposed(own.metrics, proposed.metrics)], leftOut: [...leftOut.values()] };
}

/** The proposed metrics that are not there as they are, under names of their own. */
function nameProposed(metrics: readonly Metric[], proposed: readonly Metric[]): readonly Metric[] {
  const known = new Map(metrics.map(({ name, hash }) => [name, hash]));
  const isNew = ({ name, hash }: Metric) => known.get(name) !== hash;
  const names = new Map(proposed.filter(isNew).map(({ name }) => [name, proposedName(name)]));
  const rename = (name: string) => names.get(name) ?? name;
  return proposed.filter(isNew).map((metric) => ({
    ...metric,
    name: rename(metric.name),
    held: metric.refused ? metric.held : null,
    ...(metric.kind === 'panel' && { panel: { ...metric.panel, members: metric.panel.members.map(rename) } }),
  }));
}

/** In the order of the configs, but for panels: these come last, since they hear the others. Every hash says by which rules it scores. */
function compileMetrics(configs: readonly MetricConfig[], sources: Sources): PreparedMetrics {
  const candidates = new Map<string, PanelSeat>();
  const leftOut: Problem[] = [];
  const problems: Problem[] = [];
  const compile = (config: CheckConfig | JudgeConfig): readonly Metric[] => {
    if (config.kind === 'check') return [compileCheckMetric(config, sources)];
    const judge = buildJudge(config, sources);
    if (judgeModelOf(judge, sources.judgeModel) === null) {
      leftOut.push(explainLeftOut(config));
      return [];
    }
    const { metric, candidate } = compileJudgeMetric(config, judge, sources);
    candidates.set(config.name, candidate);
    return [metric];
  };
  const single = configs.flatMap((config) =>
    config.kind === 'panel' ? [] : (collectProblems(problems, () => compile(config)) ?? []),
  );
  if (problems.length > 0) throw new UserError(problems);
  const panels = configs.flatMap((config) =>
    config.kind === 'panel' ? [compilePanelMetric(config, candidates, sources)] : [],
  );
  const metrics = [...single, ...panels].map((metric) => ({
    ...metric,
    hash: contentHash([scoringRevision, metric.hash]),
  }));
  return { metrics, leftOut };
}

/** What every metric takes from its config as it is. */
function shareConfig({ name, minScore }: MetricConfig) {
  return {
    name,
    minScore: minScore?.value ?? null,
    minScoreOn: minScore?.on ?? 'mean',
    held: null,
    refused: false,
    note: null,
  };
}

function compileCheckMetric(config: CheckConfig, { files, mayGate }: Sources): Metric {
  const check = compileCheck(config, files);
  const { direction, role } = config;
  const wouldGate = role === 'gate';
  return {
    ...shareConfig(config),
    kind: 'check',
    needs: 'output',
    direction,
    gates: mayGate && wouldGate,
    wouldGate,
    hash: check.hash,
    check,
  };
}

function buildJudge(config: JudgeConfig, { files, brought }: Sources): Judge {
  const judge = compileJudge(config, files);
  return brought === null ? judge : { ...judge, settings: brought };
}

/** A config's own judges have a model by its rules; those inside prompt files may stand in a repository that names none. */
function explainLeftOut({ name, where }: JudgeConfig): Problem {
  const suite = `suites: [{ name: prompts, prompts: '${where.path}' }]`;
  const hint = `Name one at the top of the config: "judge: { model: { id: … } }". Without a config, these lines make one: "version: 1", "judge: { model: { id: … } }", "${suite}".`;
  return buildProblem(`the judge "${name}" is left out: no model is named for judges.`, hint, where);
}

function compileJudgeMetric(config: JudgeConfig, judge: Judge, { files, proposedFiles, judgeModel, mayGate }: Sources) {
  const identity = identifyJudge(judge, judgeModel);
  const calibration = readCalibration(judge, identity, files);
  const { role, held, note } = decideAuthority(config, calibration);
  const { name, direction } = config;
  const { hash } = identity;
  const refused = role === 'refuse';
  const qualifies = decideAuthority({ ...config, role: 'gate' }, calibration).role === 'gate';
  const wouldGate = role === 'gate';
  const gates = mayGate && wouldGate;
  const path = config.calibration ?? '';
  const labels = readLabelEvidence(identity, files.get(path), proposedFiles.get(path));
  const authority = { gates, wouldGate, held, refused, note };
  const shared = { ...shareConfig(config), ...authority, kind: 'judge', direction, hash, labels } as const;
  const metric: JudgeMetric =
    judge.sees === 'pair' ? { ...shared, needs: 'pair', judge } : { ...shared, needs: 'output', judge };
  return { metric, candidate: { name, judge, direction, hash, qualifies, refused } };
}

function compilePanelMetric(
  config: PanelConfig,
  candidates: ReadonlyMap<string, PanelSeat>,
  { mayGate }: Sources,
): Metric {
  const seated = config.members.flatMap((name) => candidates.get(name) ?? []);
  const { panel, direction, hash, held } = seatPanel(config, seated);
  const wantsToGate = config.role === 'gate' && direction !== 'neutral';
  return {
    ...shareConfig(config),
    kind: 'panel',
    needs: 'scores',
    direction,
    gates: mayGate && wantsToGate && held === null,
    wouldGate: wantsToGate && held === null,
    held: wantsToGate ? held : null,
    hash,
    panel,
  };
}

/** What is wrong with checks and judges whatever they score: a file that is missing, a pattern that does not compile. */
export function findMetricProblems(
  configs: readonly MetricConfig[],
  files: ReadonlyMap<string, SourceFile>,
): readonly Problem[] {
  const problems: Problem[] = [];
  for (const config of configs) {
    if (config.kind === 'check') collectProblems(problems, () => compileCheck(config, files));
    if (config.kind === 'judge') collectProblems(problems, () => compileJudge(config, files));
  }
  return problems;
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
