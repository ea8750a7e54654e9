import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  openOwnNoise
} from "./shared.adapters.files.cache-upkeep.js";
import {
  configFlag
} from "./shared.terminal.model-flags.js";
import {
  openLocalGit
} from "./shared.adapters.git.branch-store.js";
import {
  createFolderTree,
  findNamed,
  listFolder,
  readSourceFile
} from "./shared.adapters.files.folder-tree.js";
import {
  findConfigPath,
  isBelowGit,
  isThere,
  locateInClone
} from "./shared.terminal.clone-paths.js";
import {
  foretellLabels,
  listKept,
  predictSuite,
  readStores
} from "./shared.baseline.kept-noise.js";
import "./shared.gate.noisy-cases.js";
import {
  describePredictionSource,
  renderPrediction
} from "./shared.baseline.parse-baseline.js";
import {
  tellProblem
} from "./shared.report.words.place.js";
import {
  decideWork,
  exitCodeOf,
  workExitCodes
} from "./shared.gate.measurement.js";
import {
  countQuestions,
  planFirstRound,
  resolveMargin
} from "./shared.gate.first-round.js";
import {
  keyOfOutputs,
  loadUnanswered
} from "./shared.prompts.application.js";
import {
  addEstimates,
  estimateRound,
  joinQuestions,
  nothing,
  readersOf
} from "./shared.datasets.case.js";
import "./shared.judges.labels.lines.js";
import "./shared.adapters.files.response-cache.js";
import {
  addressOf,
  checkPrompt,
  columnsOf,
  isApplication,
  versionOf
} from "./shared.datasets.archived.js";
import {
  variablesOf
} from "./shared.prompts.render.js";
import {
  parseRows
} from "./shared.datasets.column-names.js";
import {
  asApplication,
  isAsApplication,
  isForOutputs,
  listSuiteFiles,
  readOneSide,
  readPrompts,
  selectSuites
} from "./shared.config.build-config.js";
import "./shared.checks.any-expected.js";
import "./shared.text.checksums.js";
import "./shared.text.append-lines.js";
import "./shared.run.totals.js";
import "./shared.config.keys.gate.js";
import {
  buildMatcher,
  findOwnReading,
  followDependencies,
  formatOfPath,
  isConfigName,
  listDependencies,
  listStrayConfigs,
  ownReading,
  promptFormats
} from "./shared.checks.build-group.js";
import {
  aliasesOf
} from "./shared.datasets.aliases.js";
import {
  nameFlagsIn
} from "./shared.terminal.flag-words.js";
import {
  textFlag
} from "./shared.terminal.command.js";
import "./shared.version.js";
import {
  quoteName
} from "./shared.text.problems.js";
import {
  describeWireParameters
} from "./shared.prompts.wire-request.js";
import "./shared.prompts.wire-messages.js";
import "./shared.config.base-url.js";
import "./shared.run.result-codec.js";
import "./shared.text.json-line.js";
import "./shared.text.source-file.js";
import "./shared.gate.reason.js";
import {
  casesForUnchangedPass
} from "./shared.statistics.difference-bounds.js";
import "./shared.run.story.js";
import "./shared.@stdlib.array-base-filled.lib.index.js";
import "./shared.prompts.message-text.js";
import {
  formatCount,
  formatUsd
} from "./shared.prices.usd.js";
import {
  revealText
} from "./shared.report.escape.js";
import {
  count,
  listFirst
} from "./shared.text.prose.js";
import "./shared.text.unseen.js";
import {
  isJsonObject
} from "./shared.json-writer.js";
import {
  ReportedError,
  UserError,
  buildProblem,
  collectProblems,
  gatherProblems,
  summariseProblems
} from "./shared.errors.js";

// src/terminal/validate.ts
import { resolve as resolve2 } from "node:path";

// src/pipeline/validate.ts
import { posix } from "node:path";

// src/plan/advise-size.ts
function adviseSize(plan) {
  const { gate, name, where, samples } = plan.config;
  const cases = plan.prompts.reduce((most, prompt) => Math.max(most, prompt.cases.length), 0);
  if (cases === 0) return [];
  const questions = plan.prompts.reduce((most, prompt) => Math.max(most, countQuestions(prompt.cases)), 0);
  const margin = resolveMargin(gate, questions);
  if (questions < gate.minCases) {
    const what = questions === cases ? count(cases, "case") : `${count(cases, "case")} that ask ${count(questions, "distinct question")}`;
    return [
      buildProblem(
        `suite "${name}" has ${what}, fewer than min-cases ${gate.minCases}.`,
        "No rate is tested: each question is drawn 5 times and only one that breaks fails.",
        where
      )
    ];
  }
  const needed = casesForUnchangedPass(margin, gate.alpha);
  if (cases < needed && gate.target === "inputs") {
    const hint = `Nothing can pass with fewer than ${needed} cases at this margin. Add cases, widen the margin, or set target: cases.`;
    return [buildProblem(`suite "${name}" has ${count(cases, "case")} at a margin of ${margin}.`, hint, where)];
  }
  if (cases <= 30 && samples === 1 && gate.target === "inputs") {
    return [
      buildProblem(
        `suite "${name}" has ${count(cases, "case")}.`,
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
  if (prompts.some(isApplication)) return [];
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
  return read.has(column) || aliasesOf(column).some((alias) => read.has(alias)) || messages !== null && column === "input" || read.has("input") && value !== null && value === variables.input || isJsonObject(value) && Object.keys(value).some((member) => read.has(member)) || Object.entries(variables).some(
    ([name, whole]) => read.has(name) && isJsonObject(whole) && Object.hasOwn(whole, column)
  );
}
function explain(path, columns) {
  const message = `no prompt, check or judge reads ${listFirst(columns.map(quoteName), maxNamed)}.`;
  return buildProblem(message, "That is fine, unless one of them was meant to.", { path, line: null, column: null });
}
function rootOf(name) {
  return name.split(".", 1)[0] ?? name;
}

// src/pipeline/validation.ts
function buildPart(paths, found) {
  return { folder: null, errors: [], warnings: [], prompts: [], suites: [], estimate: nothing, ...found, paths };
}
function buildValidation(parts) {
  const errors = gatherProblems(parts.flatMap((part) => part.errors));
  const { costMicroUsd, ...counts } = parts.map((part) => part.estimate).reduce(addEstimates, nothing);
  return {
    ok: errors.length === 0,
    errors,
    warnings: gatherProblems(parts.flatMap((part) => part.warnings)),
    prompts: parts.flatMap((part) => part.prompts),
    suites: parts.flatMap((part) => part.suites),
    estimate: { ...counts, costUsd: costMicroUsd === null ? null : costMicroUsd / 1e6 }
  };
}
function joinValidations(results) {
  const errors = gatherProblems(results.flatMap((result) => result.errors));
  const estimates = results.map(({ estimate }) => estimate);
  const sum = (of) => estimates.reduce((total, estimate) => total + estimate[of], 0);
  const costs = estimates.map(({ costUsd }) => costUsd);
  return {
    ok: errors.length === 0,
    errors,
    warnings: gatherProblems(results.flatMap((result) => result.warnings)),
    prompts: results.flatMap((result) => result.prompts),
    suites: results.flatMap((result) => result.suites),
    estimate: {
      generationCalls: sum("generationCalls"),
      judgeCalls: sum("judgeCalls"),
      inputTokens: sum("inputTokens"),
      outputTokens: sum("outputTokens"),
      costUsd: costs.every((cost) => cost !== null) ? costs.reduce((total, cost) => total + cost, 0) : null
    }
  };
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
  const { path, key, format, name, model, messages, parameters, responseFormat, tools, guesses } = prompt;
  const api = "api" in prompt && prompt.api === "responses" ? "responses" : "chat";
  const sent = describeWireParameters({ api, parameters, responseFormat, tools });
  const version = versionOf({ ...prompt, model: model ?? "", api });
  return {
    path,
    key,
    format,
    name,
    version,
    model,
    parameters: sent,
    variables: variablesOf(prompt),
    messages,
    cases,
    metrics,
    guesses
  };
}
function describeSuite(plan, config, prediction) {
  const { name, gate, samples } = plan.config;
  const cases = plan.prompts.reduce((most, prompt) => Math.max(most, prompt.cases.length), 0);
  const questions = plan.prompts.reduce((most, prompt) => Math.max(most, countQuestions(prompt.cases)), 0);
  const rounds = plan.prompts.flatMap((prompt) => planFirstRound(gate, samples, prompt.cases));
  const metrics = plan.prompts[0]?.metrics ?? [];
  return {
    name,
    config,
    prompts: plan.prompts.map((prompt) => prompt.id),
    cases,
    metrics: metrics.map(({ name: metric, kind, gates, held }) => ({ name: metric, kind, gates, held })),
    margin: resolveMargin(gate, questions),
    samples: rounds.reduce((most, { tested }) => Math.max(most, tested), rounds.length === 0 ? samples : 1),
    prediction
  };
}
function estimatePlan(plan, config) {
  const draws = plan.prompts.flatMap((prompt) => {
    const rounds = planFirstRound(plan.config.gate, plan.config.samples, prompt.cases);
    return prompt.cases.map((row, index) => {
      return { prompt, case: row, arms: ["base"], from: 0, to: 2 * (rounds[index]?.drawn ?? 1) };
    });
  });
  return estimateRound(draws, config.judgeModel.id, config.prices);
}

// src/pipeline/validate-loose.ts
function isNamedAsPrompt(path) {
  if (!/\.prompt\.[^./]+$/i.test(path) || path.split("/").includes("node_modules")) return false;
  return promptFormats.some((format) => format.recognisesPath(path));
}
async function checkLoose(repository, tree, path, areSuitesKnown) {
  const problems = [];
  try {
    const { prompts, included } = await readPrompts(repository, tree, [path], findOwnReading, problems);
    const checked = prompts.map((prompt) => checkRows(prompt, areSuitesKnown, problems));
    return buildPart([path, ...included], {
      errors: problems,
      warnings: checked.flatMap(({ warnings }) => warnings),
      prompts: checked.map(({ prompt, cases }) => describePrompt(prompt, cases.length, listNames(prompt)))
    });
  } catch (error) {
    if (!(error instanceof ReportedError)) throw error;
    return buildPart([path], { errors: error.problems });
  }
}
function checkRows(prompt, areSuitesKnown, problems) {
  const rows = prompt.rows ?? [];
  const parsed = rows.length === 0 ? null : collectProblems(problems, () => parseRows(rows));
  const cases = parsed?.cases ?? [];
  problems.push(...checkPrompt(prompt, cases));
  const where = { path: prompt.path, line: null, column: null };
  const advice = "Add testData, or a suite with a dataset in prompt-assay.yml.";
  const bare = rows.length === 0 && areSuitesKnown ? [buildProblem("has no rows of its own.", advice, where)] : [];
  return { prompt, cases, warnings: [...prompt.warnings, ...prompt.unread, ...parsed?.warnings ?? [], ...bare] };
}
function listNames({ metrics }) {
  return metrics.map(({ name }) => name);
}

// src/pipeline/validate.ts
var noPlaces = { baselines: null, noise: null, nowMs: 0 };
async function validateTree(repository, tree, asked, named = [""], places = noPlaces) {
  const scopes = await readScopes(repository, tree, asked, named);
  const suites = (await Promise.all(scopes.map((scope) => checkScope(repository, scope, scopes, places)))).flat();
  const configs = scopes.map(describeScope);
  const known = new Set([...suites, ...configs].flatMap(({ paths }) => paths));
  const isLoose = (path) => !known.has(path) && (named.includes(path) || isNamedAsPrompt(path) && named.some((name) => isBelow(path, name)));
  const loose = [...tree.entries.keys()].filter(isLoose).sort();
  const areSuitesKnown = scopes.every(({ sides }) => sides !== null);
  const parts = [
    ...configs,
    ...suites,
    ...await Promise.all(loose.map((path) => checkLoose(repository, tree, path, areSuitesKnown)))
  ].filter(({ paths, folder }) => paths.length > 0 || folder !== null);
  const shown = parts.filter((part) => named.some((name) => touches(part, name))).map((part) => narrow(part, named));
  return buildValidation([...shown, buildPart([], { errors: findEmpty(tree, parts, named) })]);
}
function readScopes(repository, tree, asked, named) {
  const others = asked === null ? listStrayConfigs(tree) : named.filter((path) => path !== asked && isConfigName(path));
  return Promise.all([asked, ...others].map((path) => readScope(repository, tree, path)));
}
async function readScope(repository, tree, path) {
  const folder = path === null ? "" : posix.dirname(path).replace(/^\.(github)?$/, "");
  try {
    const sides = await readOneSide(repository, tree, "this tree", path);
    return { path: sides.decidingConfig?.path ?? null, folder, sides, errors: [] };
  } catch (error) {
    if (!(error instanceof ReportedError)) throw error;
    return { path, folder, sides: null, errors: error.problems };
  }
}
function describeScope({ path, folder, sides, errors }) {
  const paths = path === null ? errors.flatMap((error) => error.path ?? []) : [path];
  return buildPart(paths, { errors, warnings: sides?.warnings ?? [], folder: sides === null ? folder : null });
}
async function checkScope(repository, scope, scopes, places) {
  const { sides } = scope;
  if (sides === null) return [];
  const written = new Set(sides.decidingConfig?.suites ?? []);
  const isWhole = scopes.length === 1 || scope.folder === "" && scope.path !== null;
  const isOwn = isWhole ? () => true : buildOwnership(scope, scopes);
  const suites = sides.base.suites.filter((suite) => written.has(suite) || isOwn(suite.name)).map((suite) => isForOutputs(suite) ? asApplication(suite) : suite);
  const side = { ...sides.base, suites };
  const own = { ...sides, base: side, candidate: side };
  return Promise.all(selectSuites(side, side).map((selection) => checkSuite(repository, selection, own, places)));
}
function buildOwnership(scope, scopes) {
  const written = scopes.flatMap(({ sides }) => sides?.decidingConfig?.suites ?? []);
  const isTaken = buildMatcher(written.flatMap(({ prompts }) => prompts));
  const nearest = [...scopes].sort((a, b) => b.folder.length - a.folder.length);
  return (path) => !isTaken(path) && nearest.find(({ folder }) => isBelow(path, folder)) === scope;
}
async function checkSuite(repository, selection, sides, places) {
  const { suite, candidatePrompts } = selection;
  const config = sides.decidingConfig?.path ?? null;
  const read = [...listDependencies(sides.base, candidatePrompts), ...listSuiteFiles(suite)];
  const paths = [...candidatePrompts, ...read, ...config === null ? [] : [config]];
  try {
    const loaded = await loadUnanswered(repository, selection, sides);
    const plan = { ...loaded, prompts: loaded.prompts.map(joinQuestions) };
    const { labelled, prediction, doubts } = await foretell(plan, selection, sides, places);
    return buildPart(paths, {
      warnings: [...plan.warnings, ...adviseSize(plan), ...listUnreadColumns(plan), ...doubts],
      prompts: describePrompts(plan),
      suites: [describeSuite(plan, config, prediction)],
      estimate: estimatePlan(labelled, sides.config)
    });
  } catch (error) {
    if (!(error instanceof ReportedError)) throw error;
    return buildPart(paths, { errors: error.problems });
  }
}
async function foretell(plan, { suite }, { config }, { baselines, noise, nowMs }) {
  const doubts = [];
  const warn = (message) => {
    doubts.push(buildProblem(message, "What a run could show cannot be told by it.", suite.where));
  };
  const path = isAsApplication(suite) ? keyOfOutputs(config.path) : config.path;
  try {
    const store = (await readStores({ baselines, noise, log: { warn } }, { path }, [plan])).get(suite.name);
    const labelled = isAsApplication(suite) ? plan : foretellLabels(plan, listKept(store));
    return { labelled, prediction: store === void 0 ? null : predictSuite(labelled, store, nowMs), doubts };
  } catch (error) {
    if (!(error instanceof ReportedError)) throw error;
    warn(`what is kept of the noise of suite "${suite.name}" cannot be read: ${summariseProblems(error.problems)}.`);
    return { labelled: plan, prediction: null, doubts };
  }
}
function isBelow(path, folder) {
  return folder === "" || path === folder || path.startsWith(`${folder}/`);
}
function touches({ paths, folder }, name) {
  return paths.some((path) => isBelow(path, name)) || folder !== null && isBelow(name, folder);
}
function narrow(part, named) {
  const prompts = part.prompts.filter(({ path }) => named.some((name) => isBelow(path, name)));
  return prompts.length === 0 ? part : { ...part, prompts };
}
function findEmpty(tree, parts, named) {
  const isFolder = (name) => [...tree.entries.keys()].some((path) => path !== name && isBelow(path, name));
  return named.filter((name) => !parts.some((part) => touches(part, name)) && (name === "" || isFolder(name))).map((name) => explainEmpty(name === "" ? "." : name));
}
function explainEmpty(path) {
  const hint = "Looked for prompt-assay.yml, .yaml and .json, *.prompt.yml, .yaml and .md, and what a config names. Other prompt files are named one by one.";
  return buildProblem("holds no prompt file and no config.", hint, { path, line: null, column: null });
}

// src/report/validation-text.ts
var maxRoles = 6;
function renderValidation({ errors, warnings, prompts, suites, estimate }) {
  const { generationCalls, judgeCalls, costUsd } = estimate;
  const origin = (config) => config?.includes("/") ? `  (${config})` : "";
  const lines = [
    ...errors.map((problem) => `error    ${tellProblem(problem)}`),
    ...warnings.map((problem) => `warning  ${tellProblem(problem)}`),
    ...prompts.flatMap(({ path, key, version, model, messages, cases, metrics, guesses }) => [
      `prompt   ${addressOf({ path, key })}  ${version}  ${model ?? "no model"}  ${listRoles(messages)}  ${count(cases, "case")}  ${metrics.join(", ") || "no metric"}`,
      ...guesses.map((guess) => `guess    ${tellProblem(guess)}`)
    ]),
    ...suites.flatMap(({ name, config, cases, margin, samples, metrics, prompts: own, prediction }) => [
      `suite    ${name}  ${count(cases, "case")} × ${count(samples, "sample")}, margin ${margin}${origin(config)}`,
      ...metrics.flatMap(({ held }) => held === null ? [] : [`         ${held}`]),
      ...prediction === null ? [] : [`         ${describePrediction(prediction, own.length)}`]
    ]),
    ...hintAtNoise(suites),
    ...suites.length > 0 ? [
      `cost     at most ${formatCount(generationCalls)} answers and ${formatCount(judgeCalls)} judgements for all suites, both sides, without a re-run: ${costUsd === null ? "price unknown" : formatUsd(costUsd)} (estimated)`
    ] : [],
    errors.length === 0 ? "ok" : `${count(errors.length, "mistake")} to mend`
  ];
  return `${lines.map(revealText).join("\n")}
`;
}
function describePrediction(prediction, prompts) {
  const of = prompts > 1 && prediction.comparisons === 1 ? `${prediction.worst}, the worst off: ` : "";
  return `${of}${renderPrediction(prediction)}, ${describePredictionSource(prediction)}`;
}
function hintAtNoise(suites) {
  const isUnknown = ({ metrics, prediction }) => prediction === null && metrics.some(({ gates }) => gates);
  const unknown = suites.filter(isUnknown).length;
  if (unknown === 0) return [];
  return [
    `noise    of ${count(unknown, "suite")} no noise is known: "prompt-assay noise", or a baseline of 5 samples, shows before a run what it can detect`
  ];
}
function listRoles(messages) {
  const more = messages.length > maxRoles ? ` and ${messages.length - maxRoles} more` : "";
  return `${messages.slice(0, maxRoles).map(({ role }) => role).join(" + ")}${more}`;
}

// src/terminal/validate-files.ts
import { stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
async function validateFiles(named, config, cwd) {
  const there = await Promise.all(named.map((path) => isThere(resolve(cwd, path))));
  const missing = named.filter((_, index) => !there[index]).map(explainMissing);
  const absolute = named.filter((_, index) => there[index]).map((path) => resolve(cwd, path));
  if (absolute.length === 0) return buildValidation([buildPart([], { errors: missing })]);
  const asked = config === null ? null : resolve(cwd, config);
  const files = await gather(asked === null ? absolute : [...absolute, asked]);
  const root = findRoot(
    files.map(({ path }) => path),
    cwd
  );
  const toKey = (path) => relative(root, path).split(sep).join("/");
  const repository = createFolderTree(root, files);
  const empty = named.filter((path) => {
    const folder = resolve(cwd, path);
    return absolute.includes(folder) && !files.some((file) => file.path === folder || file.path.startsWith(folder + sep));
  });
  const found = await validateTree(repository, repository.tree, asked && toKey(asked), absolute.map(toKey));
  const show = (path) => named.some(isAbsolute) ? join(root, path) : relative(cwd, join(root, path)) || ".";
  const unread = buildPart([], { errors: [...missing, ...empty.map(explainEmpty)] });
  return joinValidations([buildValidation([unread]), relabel(found, show)]);
}
function explainMissing(path) {
  return buildProblem("does not exist.", "Name a readable file or folder.", { path, line: null, column: null });
}
async function gather(paths) {
  const files = /* @__PURE__ */ new Map();
  for (const path of paths) {
    const isFolder = await stat(path).then((found) => found.isDirectory()).catch(() => false);
    if (!isFolder) files.set(path, { path, mode: "100644" });
    const folder = isFolder ? path : isConfigName(basename(path)) ? dirname(path).replace(/[\\/]\.github$/, "") : null;
    for (const one of folder === null ? [] : await listFolder(folder)) files.set(one.path, files.get(one.path) ?? one);
  }
  const mayRead = (path) => formatOfPath(path, ownReading)?.dependencies ?? paths.includes(path);
  const texts = await Promise.all([...files.keys()].filter(mayRead).map(readQuietly));
  await followDependencies(texts.flat(), async (asked) => {
    const named = (await Promise.all(asked.map(findNamed))).flat();
    for (const path of named) files.set(path, files.get(path) ?? { path, mode: "100644" });
    return new Map((await Promise.all(named.map(readQuietly))).flat().map((file) => [file.path, file]));
  });
  return [...files.values()];
}
async function readQuietly(path) {
  try {
    return [await readSourceFile(path)];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [];
  }
}
function findRoot(paths, cwd) {
  const holds = (folder) => paths.every((path) => !relative(folder, path).startsWith(".."));
  let root = cwd;
  while (!holds(root) && dirname(root) !== root) root = dirname(root);
  return root;
}
function relabel(result, show) {
  const place = (one) => one.path === null ? one : { ...one, path: show(one.path) };
  return {
    ...result,
    errors: result.errors.map(place),
    warnings: result.warnings.map(place),
    prompts: result.prompts.map(place),
    suites: result.suites.map((suite) => ({ ...suite, config: suite.config && show(suite.config) }))
  };
}

// src/terminal/validate.ts
var validate = {
  name: "validate",
  usage: "[PATH...] [--config PATH]",
  about: `Checks every config of this clone with all that it names, and every *.prompt.yml and *.prompt.md, in the working tree. Paths
choose what is shown: a prompt, a dataset, a config or a folder, each with the suites that it takes part in.`,
  flags: {
    ...configFlag,
    json: { help: "print the result as JSON" }
  },
  positionals: ["PATH…"],
  run: validateInTerminal,
  buildFailure: (errors) => buildValidation([buildPart([], { errors })])
};
async function validateInTerminal(flags, paths, io) {
  const isOutside = paths.length > 0 && !await isBelowGit(io.cwd);
  const found = isOutside ? await validateFiles(paths, textFlag(flags, "config"), io.cwd) : await validateClone(flags, paths, io);
  const result = { ...found, errors: nameFlagsIn(found.errors), warnings: nameFlagsIn(found.warnings) };
  return {
    document: result,
    text: renderValidation(result),
    exitCode: exitCodeOf(workExitCodes, decideWork(result.errors))
  };
}
async function validateClone(flags, paths, io) {
  const git = await openLocalGit(io.cwd);
  try {
    const tree = await git.readWorkingTree();
    const config = await findConfigPath(flags, git);
    const noise = { baselines: git.branchStore, noise: openOwnNoise(git), nowMs: Date.now() };
    if (paths.length === 0) return await validateTree(git, tree, config, [""], noise);
    const places = await Promise.all(paths.map((path) => findPlace(git, tree, path, io.cwd)));
    const named = places.flatMap(({ name }) => name ?? []);
    const outside = paths.filter((_, index) => places[index]?.isOutside);
    return joinValidations([
      buildValidation([buildPart([], { errors: places.flatMap(({ error }) => error ?? []) })]),
      ...named.length === 0 ? [] : [await validateTree(git, tree, config, named, noise)],
      ...outside.length === 0 ? [] : [await validateFiles(outside, textFlag(flags, "config"), io.cwd)],
      buildValidation([buildPart([], { warnings: places.flatMap(({ warning }) => warning ?? []) })])
    ]);
  } finally {
    await git.close();
  }
}
async function findPlace(git, tree, path, cwd) {
  const name = await locateInClone(git, path);
  if (name === null) return { isOutside: true };
  const isHeld = tree.entries.has(name) || [...tree.entries.keys()].some((one) => one.startsWith(`${name}/`));
  if (name === "" || isHeld) return { name };
  if (await isThere(resolve2(cwd, path))) return { isOutside: true };
  if (!await git.knowsPath(name)) return { error: explainMissing(path) };
  const where = { path: name, line: null, column: null };
  return { name, warning: buildProblem("was deleted.", "Only what still names it is checked.", where) };
}
export {
  validate
};
