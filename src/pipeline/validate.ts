import type { Config } from '../config/config.ts';
import { parseRows } from '../datasets/rows.ts';
import { buildProblem, collectProblems, gatherProblems, type Problem, ReportedError } from '../errors.ts';
import { countQuestions, planFirstRound, resolveMargin } from '../gate/first-round.ts';
import type { JsonObject } from '../json.ts';
import { adviseSize } from '../plan/advise-size.ts';
import type { Draws } from '../plan/draws.ts';
import { addEstimates, type Estimate, estimateRound, nothing } from '../plan/estimate.ts';
import { joinQuestions } from '../plan/questions.ts';
import type { SuitePlan } from '../plan/suite-plan.ts';
import { listUnreadColumns } from '../plan/unread-columns.ts';
import type { Message, Repository, Tree } from '../ports.ts';
import { defaultDialect } from '../prompts/dialects.ts';
import { parsePrompt } from '../prompts/formats.ts';
import type { Prompt } from '../prompts/prompt.ts';
import { variablesOf } from '../prompts/render.ts';
import { versionOf } from '../prompts/resolve.ts';
import { describeWireParameters } from '../prompts/wire-request.ts';
import { readLoosePrompts } from '../read/discover.ts';
import { loadSuite } from '../read/load-suite.ts';
import { parseConfig } from '../read/parse-config.ts';
import { readOneSide } from '../read/sides.ts';
import type { ResultDocument } from '../report/result-document.ts';
import { selectSuites } from '../select/select-suites.ts';
import type { SourceFile } from '../text/source-file.ts';

/** One prompt as `validate --json` shows it. `parameters` are names and values as sent, without model and messages. */
export interface ValidatedPrompt {
  readonly path: string;
  readonly format: string;
  readonly name: string | null;
  readonly version: string;
  readonly model: string | null;
  readonly parameters: JsonObject;
  readonly variables: readonly string[];
  readonly messages: readonly Message[];
  readonly cases: number;
  readonly metrics: readonly string[];
}

/** One suite as `validate --json` shows it. */
export interface ValidatedSuite {
  readonly name: string;
  readonly prompts: readonly string[];
  readonly cases: number;
  readonly metrics: readonly {
    readonly name: string;
    readonly kind: string;
    readonly gates: boolean;
    readonly held: string | null;
  }[];
  readonly margin: number;
  readonly samples: number;
}

/** The document of `validate --json`. */
export interface ValidateResult extends Pick<ResultDocument, 'errors'> {
  readonly ok: boolean;
  readonly warnings: readonly Problem[];
  readonly prompts: readonly ValidatedPrompt[];
  readonly suites: readonly ValidatedSuite[];
  /** Calls and cost at most of evaluating every suite, both sides afresh, without a re-run; `costUsd` is null where a price is unknown. */
  readonly estimate: {
    readonly generationCalls: number;
    readonly judgeCalls: number;
    readonly inputTokens: number;
    readonly outputTokens: number;
    readonly costUsd: number | null;
  };
}

/** Checks everything a repository's config names, or, without one, its self-contained prompt files. */
export async function validateTree(
  repository: Repository,
  tree: Tree,
  configPath: string | null,
): Promise<ValidateResult> {
  const problems: Problem[] = [];
  const sides = await readOneSide(repository, tree, 'this tree', configPath).catch((error: unknown) => {
    if (!(error instanceof ReportedError)) throw error;
    problems.push(...error.problems);
    return null;
  });
  if (sides === null) return buildResult({ errors: problems });
  const { base, config, warnings, decidingConfig: written } = sides;
  const loaded = await Promise.all(
    selectSuites(base, base).map(async (selection) => {
      try {
        return { plan: await loadSuite(repository, selection, sides), errors: [] };
      } catch (error) {
        if (!(error instanceof ReportedError)) throw error;
        return { plan: null, errors: error.problems };
      }
    }),
  );
  const plans = loaded.flatMap(({ plan }) =>
    plan === null ? [] : [{ ...plan, prompts: plan.prompts.map(joinQuestions) }],
  );
  const loose = validateFiles(written === null ? await readLoosePrompts(repository, tree, base.suites) : []);
  return buildResult({
    errors: [...loaded.flatMap(({ errors }) => errors), ...loose.errors],
    warnings: [
      ...warnings,
      ...plans.flatMap((plan) => [...plan.warnings, ...adviseSize(plan), ...listUnreadColumns(plan)]),
      ...loose.warnings,
    ],
    prompts: [...plans.flatMap(describePrompts), ...loose.prompts],
    suites: plans.map(describeSuite),
    estimate: plans.map((plan) => estimatePlan(plan, config)).reduce(addEstimates, nothing),
  });
}

/**
 * Checks files on their own: config files for their form, everything else as a prompt with its rows; `included` holds what the prompts
 * read from other files.
 */
export function validateFiles(
  files: readonly SourceFile[],
  included: ReadonlyMap<string, SourceFile> = new Map(),
): ValidateResult {
  const errors: Problem[] = [];
  const warnings: Problem[] = [];
  const prompts = files.flatMap((file) => {
    if (/(^|\/)prompt-assay\.(ya?ml|json)$/.test(file.path)) {
      warnings.push(...(collectProblems(errors, () => parseConfig(file))?.warnings ?? []));
      return [];
    }
    const prompt = collectProblems(errors, () => parsePrompt(file, defaultDialect, included));
    if (prompt === null) return [];
    warnings.push(...prompt.warnings, ...prompt.unread);
    const rows = prompt.rows ?? [];
    const parsed = rows.length === 0 ? null : collectProblems(errors, () => parseRows(rows));
    warnings.push(...(parsed?.warnings ?? []), ...(rows.length === 0 ? [warnNoRows(prompt)] : []));
    return [
      describePrompt(
        prompt,
        parsed?.cases.length ?? 0,
        prompt.metrics.map((metric) => metric.name),
      ),
    ];
  });
  return buildResult({ errors, warnings, prompts });
}

function buildResult(parts: {
  readonly errors: readonly Problem[];
  readonly warnings?: readonly Problem[];
  readonly prompts?: readonly ValidatedPrompt[];
  readonly suites?: readonly ValidatedSuite[];
  readonly estimate?: Estimate;
}): ValidateResult {
  const { prompts = [], suites = [], estimate = nothing } = parts;
  const [errors, warnings] = [parts.errors, parts.warnings ?? []].map(gatherProblems) as [Problem[], Problem[]];
  const { costMicroUsd, ...counts } = estimate;
  const costUsd = costMicroUsd === null ? null : costMicroUsd / 1e6;
  return { ok: errors.length === 0, errors, warnings, prompts, suites, estimate: { ...counts, costUsd } };
}

function warnNoRows(prompt: Prompt): Problem {
  const where = { path: prompt.path, line: null, column: null };
  return buildProblem('has no rows of its own.', 'Add testData, or a suite with a dataset in prompt-assay.yml.', where);
}

function describePrompts(plan: SuitePlan): readonly ValidatedPrompt[] {
  return plan.prompts.flatMap(({ candidate, cases, metrics }) =>
    candidate === null
      ? []
      : [
          describePrompt(
            candidate,
            cases.length,
            metrics.map((metric) => metric.name),
          ),
        ],
  );
}

function describePrompt(prompt: Prompt, cases: number, metrics: readonly string[]): ValidatedPrompt {
  const { path, format, name, model, messages, parameters, responseFormat, tools } = prompt;
  const api = 'api' in prompt && prompt.api === 'responses' ? 'responses' : 'chat';
  const sent = describeWireParameters({ api, parameters, responseFormat, tools });
  const version = versionOf({ ...prompt, model: model ?? '', api });
  return {
    path,
    format,
    name,
    version,
    model,
    parameters: sent,
    variables: variablesOf(prompt),
    messages,
    cases,
    metrics,
  };
}

function describeSuite(plan: SuitePlan): ValidatedSuite {
  const { name, gate, samples } = plan.config;
  const cases = plan.prompts.reduce((most, prompt) => Math.max(most, prompt.cases.length), 0);
  const questions = plan.prompts.reduce((most, prompt) => Math.max(most, countQuestions(prompt.cases)), 0);
  const rounds = plan.prompts.flatMap((prompt) => planFirstRound(gate, samples, prompt.cases));
  const metrics = plan.prompts[0]?.metrics ?? [];
  return {
    name,
    prompts: plan.prompts.map((prompt) => prompt.id),
    cases,
    metrics: metrics.map(({ name: metric, kind, gates, held }) => ({ name: metric, kind, gates, held })),
    margin: resolveMargin(gate, questions),
    samples: rounds.reduce((most, { tested }) => Math.max(most, tested), rounds.length === 0 ? samples : 1),
  };
}

function estimatePlan(plan: SuitePlan, config: Config): Estimate {
  const draws = plan.prompts.flatMap((prompt) => {
    const rounds = planFirstRound(plan.config.gate, plan.config.samples, prompt.cases);
    return prompt.cases.map((row, index): Draws => {
      return { prompt, case: row, arms: ['base', 'candidate'], from: 0, to: rounds[index]?.drawn ?? 1 };
    });
  });
  return estimateRound(draws, config.judgeModel.id, config.prices);
}
