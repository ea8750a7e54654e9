import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readIncludedFiles,
  readSourceFile
} from "./shared.terminal.read-file.js";
import {
  describeWireParameters
} from "./shared.prompts.wire-messages.js";
import {
  configFlag
} from "./shared.terminal.model-flags.js";
import {
  textFlag
} from "./shared.terminal.command.js";
import {
  openLocalGit
} from "./shared.adapters.git.branch-store.js";
import {
  addEstimates,
  estimateRound,
  nothing
} from "./shared.plan.estimate.js";
import {
  casesForUnchangedPass,
  countQuestions,
  decideWork,
  exitCodeOf,
  planFirstRound,
  resolveMargin,
  workExitCodes
} from "./shared.gate.first-round.js";
import {
  aliasesOf,
  columnsOf,
  joinQuestions,
  loadSuite,
  parseConfig,
  parseRows,
  readLoosePrompts,
  readOneSide,
  readersOf,
  selectSuites,
  versionOf
} from "./shared.checks.any-of.js";
import "./shared.config.key.js";
import {
  variablesOf
} from "./shared.prompts.render.js";
import "./shared.judges.labels.lines.js";
import {
  defaultDialect,
  parsePrompt,
  quoteName
} from "./shared.checks.excerpt.js";
import "./shared.version.js";
import "./shared.config.base-url.js";
import "./shared.text.source-file.js";
import {
  revealText
} from "./shared.report.escape.js";
import {
  formatCount,
  formatNoun,
  formatUsd
} from "./shared.prices.usd.js";
import {
  isJsonObject
} from "./shared.json-writer.js";
import {
  ReportedError,
  UserError,
  buildProblem,
  collectProblems,
  gatherProblems,
  renderProblem
} from "./shared.errors.js";

// src/terminal/validate.ts
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

// src/plan/advise-size.ts
function adviseSize(plan) {
  const { gate, name, where, samples } = plan.config;
  const cases = plan.prompts.reduce((most, prompt) => Math.max(most, prompt.cases.length), 0);
  if (cases === 0) return [];
  const questions = plan.prompts.reduce((most, prompt) => Math.max(most, countQuestions(prompt.cases)), 0);
  const margin = resolveMargin(gate, questions);
  const needed = casesForUnchangedPass(margin, gate.alpha);
  if (questions < gate.minCases) {
    const what = questions === cases ? `${cases} cases` : `${cases} cases that ask ${questions} distinct questions`;
    return [
      buildProblem(
        `suite "${name}" has ${what}, fewer than min-cases ${gate.minCases}.`,
        "No rate is tested: each question is drawn 5 times and only one that breaks fails.",
        where
      )
    ];
  }
  if (cases < needed && gate.target === "inputs") {
    const hint = `Nothing can pass with fewer than ${needed} cases at this margin. Add cases, widen the margin, or set target: cases.`;
    return [buildProblem(`suite "${name}" has ${cases} cases at a margin of ${margin}.`, hint, where)];
  }
  if (cases <= 30 && samples === 1 && gate.target === "inputs") {
    return [
      buildProblem(
        `suite "${name}" has ${cases} cases.`,
        "With 30 or fewer, samples: 5 finds more than one sample and a re-run.",
        where
      )
    ];
  }
  return [];
}

// src/plan/unread-columns.ts
var maxNamed = 8;
function listUnreadColumns({ config, prompts }) {
  const read = new Set(config.clusterBy === null ? [] : [rootOf(config.clusterBy)]);
  const rows = prompts.flatMap(({ cases }) => cases.map(({ candidate }) => candidate));
  for (const prompt of prompts) {
    for (const name of listRead(config.metrics, prompt)) for (const one of [name, ...aliasesOf(name)]) read.add(one);
  }
  const paths = [...new Set(rows.map(({ where }) => where.path))];
  return paths.flatMap((path) => {
    const own = rows.filter(({ where }) => where.path === path);
    const unread = [...new Set(own.flatMap(columnsOf))].filter(
      (column) => !own.some((row) => isRead(column, row, read))
    );
    return unread.length === 0 ? [] : [explain(path, unread)];
  });
}
function* listRead(metrics, { candidate, cases }) {
  if (candidate === null) return;
  const readers = readersOf([], [candidate], [...metrics, ...candidate.metrics]);
  for (const name of readers.candidate) yield rootOf(name);
  for (const row of cases) for (const name of readers.metrics(row.candidate)) yield rootOf(name);
}
function isRead(column, { variables, messages }, read) {
  const value = variables[column] ?? null;
  return read.has(column) || aliasesOf(column).some((alias) => read.has(alias)) || messages !== null && column === "input" || isJsonObject(value) && Object.keys(value).some((member) => read.has(member));
}
function explain(path, columns) {
  const more = columns.length > maxNamed ? ` and ${columns.length - maxNamed} more` : "";
  const named = `${columns.slice(0, maxNamed).map(quoteName).join(", ")}${more}`;
  const message = `no prompt, check or judge reads ${named}.`;
  return buildProblem(message, "That is fine, unless one of them was meant to.", { path, line: null, column: null });
}
function rootOf(name) {
  return name.split(".", 1)[0] ?? name;
}

// src/pipeline/validate.ts
async function validateTree(repository, tree, configPath) {
  const problems = [];
  const sides = await readOneSide(repository, tree, "this tree", configPath).catch((error) => {
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
    })
  );
  const plans = loaded.flatMap(
    ({ plan }) => plan === null ? [] : [{ ...plan, prompts: plan.prompts.map(joinQuestions) }]
  );
  const loose = validateFiles(written === null ? await readLoosePrompts(repository, tree, base.suites) : []);
  return buildResult({
    errors: [...loaded.flatMap(({ errors }) => errors), ...loose.errors],
    warnings: [
      ...warnings,
      ...plans.flatMap((plan) => [...plan.warnings, ...adviseSize(plan), ...listUnreadColumns(plan)]),
      ...loose.warnings
    ],
    prompts: [...plans.flatMap(describePrompts), ...loose.prompts],
    suites: plans.map(describeSuite),
    estimate: plans.map((plan) => estimatePlan(plan, config)).reduce(addEstimates, nothing)
  });
}
function validateFiles(files, included = /* @__PURE__ */ new Map()) {
  const errors = [];
  const warnings = [];
  const prompts = files.flatMap((file) => {
    if (/(^|\/)prompt-assay\.(ya?ml|json)$/.test(file.path)) {
      warnings.push(...collectProblems(errors, () => parseConfig(file))?.warnings ?? []);
      return [];
    }
    const prompt = collectProblems(errors, () => parsePrompt(file, defaultDialect, included));
    if (prompt === null) return [];
    warnings.push(...prompt.warnings, ...prompt.unread);
    const rows = prompt.rows ?? [];
    const parsed = rows.length === 0 ? null : collectProblems(errors, () => parseRows(rows));
    warnings.push(...parsed?.warnings ?? [], ...rows.length === 0 ? [warnNoRows(prompt)] : []);
    return [
      describePrompt(
        prompt,
        parsed?.cases.length ?? 0,
        prompt.metrics.map((metric) => metric.name)
      )
    ];
  });
  return buildResult({ errors, warnings, prompts });
}
function buildResult(parts) {
  const { prompts = [], suites = [], estimate = nothing } = parts;
  const [errors, warnings] = [parts.errors, parts.warnings ?? []].map(gatherProblems);
  const { costMicroUsd, ...counts } = estimate;
  const costUsd = costMicroUsd === null ? null : costMicroUsd / 1e6;
  return { ok: errors.length === 0, errors, warnings, prompts, suites, estimate: { ...counts, costUsd } };
}
function warnNoRows(prompt) {
  const where = { path: prompt.path, line: null, column: null };
  return buildProblem("has no rows of its own.", "Add testData, or a suite with a dataset in prompt-assay.yml.", where);
}
function describePrompts(plan) {
  return plan.prompts.flatMap(
    ({ candidate, cases, metrics }) => candidate === null ? [] : [
      describePrompt(
        candidate,
        cases.length,
        metrics.map((metric) => metric.name)
      )
    ]
  );
}
function describePrompt(prompt, cases, metrics) {
  const { path, format, name, model, messages, parameters, responseFormat, tools } = prompt;
  const api = "api" in prompt && prompt.api === "responses" ? "responses" : "chat";
  const sent = describeWireParameters({ api, parameters, responseFormat, tools });
  const version = versionOf({ ...prompt, model: model ?? "", api });
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
    metrics
  };
}
function describeSuite(plan) {
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
    samples: rounds.reduce((most, { tested }) => Math.max(most, tested), rounds.length === 0 ? samples : 1)
  };
}
function estimatePlan(plan, config) {
  const draws = plan.prompts.flatMap((prompt) => {
    const rounds = planFirstRound(plan.config.gate, plan.config.samples, prompt.cases);
    return prompt.cases.map((row, index) => {
      return { prompt, case: row, arms: ["base", "candidate"], from: 0, to: rounds[index]?.drawn ?? 1 };
    });
  });
  return estimateRound(draws, config.judgeModel.id, config.prices);
}

// src/report/validation-text.ts
var maxRoles = 6;
function renderValidation({ errors, warnings, prompts, suites, estimate }) {
  const { generationCalls, judgeCalls, costUsd } = estimate;
  const lines = [
    ...errors.map((problem) => `error    ${renderProblem(problem)}`),
    ...warnings.map((problem) => `warning  ${renderProblem(problem)}`),
    ...prompts.map(
      ({ path, version, model, messages, cases, metrics }) => `prompt   ${path}  ${version}  ${model ?? "no model"}  ${listRoles(messages)}  ${formatNoun(cases, "case")}  ${metrics.join(", ") || "no metric"}`
    ),
    ...suites.flatMap(({ name, cases, margin, samples, metrics }) => [
      `suite    ${name}  ${formatNoun(cases, "case")} × ${formatNoun(samples, "sample")}, margin ${margin}`,
      ...metrics.flatMap(({ held }) => held === null ? [] : [`         ${held}`])
    ]),
    ...suites.length > 0 ? [
      `cost     at most ${formatCount(generationCalls)} answers and ${formatCount(judgeCalls)} judgements for all suites, both sides, without a re-run: ${costUsd === null ? "price unknown" : formatUsd(costUsd)} (estimated)`
    ] : [],
    errors.length === 0 ? "ok" : `${formatNoun(errors.length, "mistake")} to mend`
  ];
  return `${lines.map(revealText).join("\n")}
`;
}
function listRoles(messages) {
  const more = messages.length > maxRoles ? ` and ${messages.length - maxRoles} more` : "";
  return `${messages.slice(0, maxRoles).map(({ role }) => role).join(" + ")}${more}`;
}

// src/terminal/validate.ts
var validate = {
  name: "validate",
  usage: "[PATH...] [--config PATH]",
  about: `Without a path: checks the config of this repository and all that it names. With paths: checks these prompt and
config files (folders are searched for *.prompt.yml, *.prompt.yaml, *.prompt.md and prompt-assay.yml).`,
  flags: {
    ...configFlag,
    json: { help: "print the result as JSON" }
  },
  positionals: ["PATH…"],
  run: validateInTerminal,
  buildFailure: (errors) => ({ ...validateFiles([]), ok: false, errors })
};
async function validateInTerminal(values, paths, io) {
  const result = paths.length > 0 ? await validatePaths(paths) : await validateRepository(textFlag(values, "config"), io);
  return {
    document: result,
    text: renderValidation(result),
    exitCode: exitCodeOf(workExitCodes, decideWork(result.errors))
  };
}
async function validateRepository(config, io) {
  const git = await openLocalGit(io.cwd);
  try {
    return await validateTree(git, await git.readWorkingTree(), config);
  } finally {
    await git.close();
  }
}
async function validatePaths(paths) {
  const problems = [];
  const files = [];
  for (const path of (await Promise.all(paths.map(listFiles))).flat()) {
    const read = await readSourceFile(path).catch(
      (error) => collectProblems(problems, () => throwAgain(error))
    );
    if (read !== null) files.push(read);
  }
  const result = validateFiles(files, await readIncludedFiles(files));
  return { ...result, ok: result.ok && problems.length === 0, errors: [...problems, ...result.errors] };
}
function throwAgain(error) {
  throw error;
}
async function listFiles(path) {
  const isFolder = await stat(path).then((found2) => found2.isDirectory()).catch(() => false);
  if (!isFolder) return [path];
  const found = (await readdir(path, { recursive: true })).filter((name) => /(\.prompt\.(ya?ml|md)|(^|\/)prompt-assay\.yml)$/.test(name) && !name.includes("node_modules")).sort();
  if (found.length > 0) return found.map((name) => join(path, name));
  throw UserError.of("holds no prompt file.", "Name a *.prompt.yml file, or a folder with some.", {
    path,
    line: null,
    column: null
  });
}
export {
  validate
};
