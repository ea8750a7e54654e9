import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  buildOutput,
  readAnswer
} from "./shared.outputs.answer.js";
import {
  readLines
} from "./shared.adapters.files.read-lines.js";
import {
  asSupplied,
  createSuppliedDriver
} from "./shared.execute.supplied-driver.js";
import {
  createLocalDriver,
  listFirstRound,
  selectLiving
} from "./shared.baseline.stored-noise.js";
import {
  baselineFolder,
  readBaseline
} from "./shared.baseline.parse-baseline.js";
import {
  asOutputs,
  listApplications
} from "./shared.prompts.application.js";
import {
  identifyArm,
  listKeys,
  loadSuites,
  takePart
} from "./shared.datasets.case.js";
import {
  findPrompt
} from "./shared.datasets.archived.js";
import {
  readOneSide,
  readSides,
  selectSuites
} from "./shared.config.build-config.js";
import {
  XmlFault,
  elementsOf,
  readXml
} from "./shared.checks.any-expected.js";
import {
  jsonl
} from "./shared.checks.build-group.js";
import {
  buildPlaces,
  fileWhere,
  maxRows,
  nameOf,
  readJsonFile,
  readMessages2 as readMessages
} from "./shared.datasets.aliases.js";
import {
  breaksOff,
  listKnown,
  quoteName,
  suggestName,
  throwProblems
} from "./shared.text.problems.js";
import {
  createKeyHider
} from "./shared.secrets.js";
import {
  decodeSourceFile,
  maxDatasetBytes
} from "./shared.text.source-file.js";
import {
  closeSentence,
  inCode
} from "./shared.text.prose.js";
import {
  contentHash,
  isJsonNumber,
  isJsonObject,
  parseJson,
  writeJson
} from "./shared.json-writer.js";
import {
  UserError,
  asError,
  buildProblem
} from "./shared.errors.js";

// src/outputs/first-look.ts
var digits = 16;
function identifyLook(supply, plan, earlier = null) {
  const keys = [...listKeys(listFirstRound([plan], "fresh"))].map((key) => {
    const prompt = findPrompt([plan], key);
    return prompt === void 0 ? key : asSupplied(prompt, key);
  });
  const found = keys.map((key) => ({ key, result: supply.find(key) }));
  const hasBase = found.some(({ key, result }) => key.arm === "base" && result !== null);
  const sides = earlier === null ? hasBase ? "both" : "candidate" : earlier.split(":", 1)[0] ?? "";
  const seen = found.filter(({ key }) => sides === "both" || key.arm !== "base").map(({ key: { prompt, arm, case: id, sample }, result }) => {
    return [prompt, arm, id, sample, result?.status === "answered" ? result : null];
  });
  return `${sides}:${contentHash(seen).slice(0, digits)}`;
}

// src/outputs/faults.ts
function listSuites({ suites }) {
  return [.../* @__PURE__ */ new Set([...suites.baseline, ...suites.candidate])];
}
function onlySuite(facts, side) {
  const own = facts.suites[side].length > 0 ? facts.suites[side] : listSuites(facts);
  return own.length === 1 ? own[0] ?? null : null;
}
function refuseSameFile({ baseline, candidate }) {
  if (baseline === null || baseline.path !== candidate?.path) return;
  const where = { path: baseline.path, line: null, column: null };
  throw UserError.of("is given for both sides.", "Write the base's outputs to a file of their own.", where);
}
function listFaults({ suite, commit }, facts, side, where) {
  const faults = [];
  const own = facts.commits[side];
  const suites = listSuites(facts);
  if (commit !== null && own.length > 0 && !own.some((one) => isSameCommit(one, commit))) {
    const names = [...new Set(own)].map((one) => one.slice(0, 12)).join(" or ");
    const message = `was made of commit ${quoteName(commit)}, and the ${side} is ${names}.`;
    faults.push(buildProblem(message, "Make the outputs in this job, of the commits that are judged.", where));
  }
  if (suite === null && onlySuite(facts, side) === null) {
    faults.push(buildProblem('"suite" is missing.', `There are several: ${suites.map(quoteName).join(", ")}.`, where));
  }
  if (suite !== null && !suites.includes(suite)) {
    const near = suggestName(suite, suites);
    const hint = near === null ? listKnown(suites) : `Did you mean ${quoteName(near)}?`;
    faults.push(buildProblem(`is of the unknown suite ${quoteName(suite)}.`, hint, where));
  }
  return faults;
}
function isSameCommit(one, other) {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 7 && long.startsWith(short);
}
function explainDouble(id, sample, first, where) {
  const place = first === null ? "" : `: the first is at line ${first}`;
  const message = `is sample ${sample} of case ${quoteName(id)} a second time${place}.`;
  return buildProblem(message, "Write each sample once, and count them from 0.", where);
}
function explainUnknownCase(id, known2, where) {
  const near = suggestName(id, known2);
  const hint = near === null ? "Write the id of a row of the dataset." : `Did you mean ${quoteName(near)}?`;
  return buildProblem(`is of the unknown case ${quoteName(id)}.`, hint, where);
}

// src/outputs/prompt-names.ts
var maxPrompts = 100;
var maxNamed = 8;
function createPromptNames() {
  const named = /* @__PURE__ */ new Map();
  const unnamed = /* @__PURE__ */ new Set();
  return {
    note: (suite, prompt, where) => {
      if (prompt === null) unnamed.add(suite);
      const own = named.get(suite) ?? /* @__PURE__ */ new Set();
      named.set(suite, own.add(prompt ?? suite));
      if (own.size > maxPrompts) throwProblems([explainMany(suite, where)]);
    },
    listUnnamed: (where) => [...unnamed].flatMap((suite) => {
      const others = [...named.get(suite) ?? []].filter((name) => name !== suite);
      return others.length === 0 ? [] : [explainUnnamed(suite, others, where)];
    })
  };
}
function explainMany(suite, where) {
  const message = `is of one more than ${maxPrompts} prompts of suite ${quoteName(suite)}.`;
  const hint = 'Write as "prompt" what the application calls one thing that it asks, and not what it asked.';
  return buildProblem(message, hint, where);
}
function explainUnnamed(suite, others, where) {
  const message = `some outputs of suite ${quoteName(suite)} name no prompt, and others do.`;
  const names = others.slice(0, maxNamed).map(quoteName).join(", ");
  return buildProblem(message, `Write "prompt" on every line; there are ${names}.`, where);
}

// src/outputs/supplied.ts
var suppliedSides = ["baseline", "candidate"];

// src/outputs/supply.ts
async function readSupply(files, facts, spool) {
  refuseSameFile(files);
  const entries = /* @__PURE__ */ new Map();
  const answered2 = /* @__PURE__ */ new Map();
  const problems = [];
  const warnings = [];
  for (const side of suppliedSides) {
    const file = files[side];
    const next = /* @__PURE__ */ new Map();
    const only = onlySuite(facts, side);
    const names = createPromptNames();
    const take = (output, where) => {
      problems.push(...listFaults(output, facts, side, where));
      const suite = output.suite ?? only ?? "";
      const { case: id } = output;
      const prompt = output.prompt ?? suite;
      if (suite !== "") names.note(suite, output.prompt, where);
      gather(answered2, JSON.stringify([side, suite, prompt]), output, where);
      const stem = JSON.stringify([side, suite, prompt, id]);
      const sample = output.sample ?? next.get(stem) ?? 0;
      next.set(stem, Math.max(next.get(stem) ?? 0, sample + 1));
      const key = `${stem}${sample}`;
      const earlier = entries.get(key);
      if (earlier !== void 0) problems.push(explainDouble(id, sample, earlier.line, where));
      else entries.set(key, { place: spool.append(writeJson(withCost(output))), line: output.line });
    };
    for await (const supplied of file?.read() ?? []) {
      warnings.push(...supplied.warnings);
      for (const output of supplied.outputs) {
        const where = { path: file?.path ?? side, line: output.line, column: null };
        if (breaksOff(problems, where)) throwProblems(problems);
        take(output, where);
      }
    }
    problems.push(...names.listUnnamed({ path: file?.path ?? side, line: null, column: null }));
  }
  throwProblems(problems);
  return {
    warnings,
    prompts: (suite, side) => listPrompts(answered2, suite, side),
    find: (key) => {
      const entry = entries.get(`${stemOf(key)}${key.sample}`);
      return entry === void 0 ? null : parseJson(spool.read(entry.place));
    },
    count: (key) => {
      let sample = 0;
      while (entries.has(`${stemOf(key)}${sample}`)) sample += 1;
      return sample;
    },
    refuseUnknown: (suite, rows) => {
      const unknown = [];
      const ids = [...rows];
      const cases = [...answered2].flatMap(([key, own]) => JSON.parse(key)[1] === suite ? [...own.cases] : []);
      for (const [id, where] of cases) {
        if (breaksOff(unknown, where)) break;
        if (!rows.has(id)) unknown.push(explainUnknownCase(id, ids, where));
      }
      throwProblems(unknown);
    }
  };
}
function withCost({ result, costMicroUsd }) {
  const isKnown = result.status === "answered" && costMicroUsd !== null;
  return isKnown ? { ...result, costMicroUsd } : result;
}
function stemOf({ suite, prompt, case: id, arm }) {
  const side = arm === "base" ? "baseline" : "candidate";
  return JSON.stringify([side, suite, prompt, id]);
}
function gather(answered2, key, { case: id, messages, result }, where) {
  const own = answered2.get(key) ?? { asked: /* @__PURE__ */ new Map(), models: /* @__PURE__ */ new Map(), cases: /* @__PURE__ */ new Map() };
  answered2.set(key, own);
  if (!own.cases.has(id)) own.cases.set(id, where);
  if (messages !== null) own.asked.set(id, contentHash(messages));
  const model = result.status === "answered" ? result.model : null;
  if (model !== null) own.models.set(model, (own.models.get(model) ?? 0) + 1);
}
function listPrompts(answered2, suite, side) {
  const own = [...answered2].flatMap(([key, { asked, models }]) => {
    const [of, name, prompt] = JSON.parse(key);
    return of === side && name === suite ? [[prompt, { asked, model: commonest(models) }]] : [];
  });
  return new Map(own);
}
function commonest(models) {
  const [first] = [...models].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first?.[0] ?? null;
}

// src/pipeline/supplied-origin.ts
function createSuppliedOrigin(files, commits) {
  let reading = null;
  const read = (world, sides) => {
    const namesOf = ({ suites: suites2 }) => suites2.map(({ name }) => name);
    const suites = { baseline: namesOf(sides.base), candidate: namesOf(sides.candidate) };
    reading ??= readSupply(files, { suites, commits }, world.openSpool());
    return reading;
  };
  return {
    draws: false,
    selectChange: async ({ repository }, request) => selectLiving(repository, requireSuites(asOutputs(await readSides(repository, request)))),
    selectTree: async ({ repository }, { tree, label, configPath }) => {
      const sides = requireSuites(asOutputs(await readOneSide(repository, tree, label, configPath)));
      return { sides, selections: selectSuites(sides.base, sides.candidate) };
    },
    load: async (world, selections, sides, part) => {
      const supply = await read(world, sides);
      const known2 = new Map(
        await Promise.all(
          selections.map(async (one) => [one, isLone(sides) ? /* @__PURE__ */ new Map() : await readNames(world, sides, one)])
        )
      );
      const plans = await loadSuites(
        world.repository,
        selections,
        sides,
        null,
        (selection) => listApplications(selection, sides, supply, known2.get(selection) ?? /* @__PURE__ */ new Map())
      );
      for (const plan of plans) supply.refuseUnknown(plan.config.name, listRows(plan));
      const told = plans.map((plan, index) => ({
        ...plan,
        warnings: [...plan.warnings, ...index === 0 ? supply.warnings : []]
      }));
      return part === null ? told : takePart(told, part);
    },
    openDriver: async (world, suites, sides, ledger, context) => {
      const local = createLocalDriver(suites, ledger, context);
      return createSuppliedDriver(suites, ledger, await read(world, sides), world.clock, local);
    },
    identifyLook: async (world, sides, plan, earlier) => identifyLook(await read(world, sides), plan, earlier),
    note: describeFiles(files),
    countStored: async (world, sides, plan) => countWhole(await read(world, sides), plan)
  };
}
function describeFiles({ candidate, baseline }) {
  const names = [baseline, candidate].flatMap((file) => file === null ? [] : [inCode(file.path)]);
  return `outputs supplied by the workflow (${names.join(", ")}): nothing was drawn here`;
}
function requireSuites(sides) {
  if (sides.base.suites.length + sides.candidate.suites.length > 0 || sides.brokenBase !== null) return sides;
  throw UserError.of(
    closeSentence(["There is no suite that outputs could be of", ...sides.notices].join("; ")),
    'Write prompt-assay.yml with a suite that has "sources", globs of the code that makes the outputs, and a dataset.'
  );
}
function isLone({ base, candidate }) {
  return base === candidate;
}
async function readNames(world, { config }, { suite }) {
  if (world.baselines === null) return /* @__PURE__ */ new Map();
  try {
    const folder = baselineFolder(config.path, suite.name);
    const stored = await readBaseline(world.baselines, suite.baseline.branch, folder);
    return new Map(Object.entries(stored?.manifest.prompts ?? {}).map(([name, { version }]) => [name, version]));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return /* @__PURE__ */ new Map();
  }
}
function listRows(plan) {
  const planned = plan.prompts.flatMap(({ cases }) => cases.map(({ id }) => id));
  return /* @__PURE__ */ new Set([...planned, ...plan.addedCases, ...plan.editedCases, ...plan.removedCases]);
}
function countWhole(supply, { prompts, config }) {
  const counts = prompts.flatMap(
    (prompt) => prompt.cases.map((row) => {
      const key = { ...identifyArm(prompt, "stored"), unit: "case", case: row.id };
      return supply.count(asSupplied(prompt, key));
    })
  );
  return Math.max(1, Math.min(config.baseline.samples, ...counts));
}

// src/adapters/files/read-outputs.ts
import { readFile, stat } from "node:fs/promises";

// src/outputs/figures.ts
function readList(value, name, reject) {
  if (Array.isArray(value)) return value;
  if (value !== void 0 && value !== null) reject(`"${name}" is no list.`, "Make the file again.");
  return [];
}
function readMapping(value, name, reject) {
  if (isJsonObject(value)) return value;
  if (value !== void 0 && value !== null) reject(`"${name}" is no object.`, "Make the file again.");
  return {};
}
function readDollars(value, name, reject) {
  const dollars = readAmount(value, name, reject);
  return dollars === null ? null : Math.round(dollars * 1e6);
}
function readAmount(value, name, reject) {
  if (value === void 0 || value === null) return null;
  if (isAmount(value)) return value;
  reject(`"${name}" is no number of 0 or more.`, "Make the file again, or take it out.");
  return null;
}
function isAmount(value) {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}
function readCaseId(values, reject, hint) {
  const id = values.find((value) => value !== void 0 && value !== null && value !== "");
  if (typeof id === "string" || isJsonNumber(id)) return String(id);
  reject(id === void 0 ? "does not say which row it answers." : "has an id that is no text.", hint);
  return null;
}
function readScores(given, reject) {
  const scores = /* @__PURE__ */ new Map();
  for (const [name, value] of given) {
    if (value === void 0 || value === null) continue;
    const score = typeof value === "boolean" ? Number(value) : value;
    if (typeof score !== "number" || !(score >= 0 && score <= 1)) {
      reject(`the score ${quoteName(name)} is ${quoteValue(value)}.`, "Have it scored from 0 to 1, or take it out.");
    } else if (scores.has(name)) {
      reject(`the score ${quoteName(name)} is given twice.`, "Give each metric a name of its own.");
    } else scores.set(name, score);
  }
  return Object.fromEntries(scores);
}
function quoteValue(value) {
  return typeof value === "string" ? quoteName(value) : writeJson(value).slice(0, 40);
}

// src/outputs/document.ts
var unsaid = {
  suite: null,
  prompt: null,
  sample: null,
  messages: null,
  commit: null,
  costMicroUsd: null
};
function openDocument(file) {
  const { value, items } = readJsonFile(file);
  const at = buildPlaces(file);
  return {
    value,
    list(path, hint) {
      const list = path.reduce(memberOf, value);
      if (!Array.isArray(list)) throw UserError.of(`has no list ${nameOf(path)}.`, hint, fileWhere(file));
      const offsets = items.get(list);
      return list.map((entry, index) => ({
        value: entry,
        name: nameOf([...path, index]),
        line: offsets === void 0 ? null : at(offsets[index] ?? 0).line
      }));
    }
  };
}
function readEntries(file, entries, read) {
  const problems = [];
  const outputs = [];
  for (const { value, name, line } of entries) {
    const where = { path: file.path, line, column: null };
    if (breaksOff(problems, where)) break;
    const reject = (message, hint) => {
      problems.push(buildProblem(name === null ? message : `${name}: ${message}`, hint, where));
    };
    if (!isJsonObject(value)) reject("is not an object.", "Make the file again.");
    const output = isJsonObject(value) ? read(value, reject) : null;
    if (output !== null) outputs.push({ ...unsaid, ...output, line });
  }
  throwProblems(problems);
  return { outputs, warnings: [] };
}
function memberOf(value, key) {
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : void 0;
}

// src/outputs/result.ts
function answered(output, { usage = null, model = null, latencyMs }) {
  return { status: "answered", output, usage, model, fingerprint: null, latencyMs, attempts: 1 };
}
function failed(said, latencyMs) {
  const reason = typeof said === "string" ? said : writeJson(said ?? null);
  return { status: "unavailable", reason: said ? reason : "there is no output", latencyMs, attempts: 1 };
}
function readReturned(value, reject) {
  if (isListOf(value, (item) => isJsonObject(memberOf(item, "function")))) {
    return readAnswer({ content: null, tool_calls: value }, reject);
  }
  const isMessage = isJsonObject(value) && ("tool_calls" in value || typeof value.content === "string");
  const isAnswer = typeof value === "string" || isMessage || isListOf(value, isTurn);
  return readAnswer(isAnswer ? value : writeJson(value), reject);
}
function isTurn(value) {
  return typeof memberOf(value, "role") === "string";
}
function isListOf(value, holds) {
  return Array.isArray(value) && value.length > 0 && value.every(holds);
}

// src/outputs/own-lines.ts
var known = [
  "suite",
  "prompt",
  "case",
  "sample",
  "output",
  "error",
  "scores",
  "messages",
  "model",
  "tokens",
  "latencyMs",
  "costUsd",
  "commit"
];
var lineHint = 'Write one object a line: {"case": "…", "sample": 0, "output": "…"}.';
var highestSample = 999;
function isOwnLine(text) {
  const value = parseJson(text);
  return value === void 0 ? beginsAsOwn.test(text) : isJsonObject(value) && value.case !== void 0;
}
var beginsAsOwn = /^\s*\{\s*"(case|sample|suite|prompt)"\s*:/;
function readOwnLine({ text, number, isOpen }, path, problems) {
  const where = { path, line: number, column: null };
  const before = problems.length;
  const reject = (message, hint) => problems.push(buildProblem(message, hint, where));
  const value = parseJson(text);
  if (!isJsonObject(value)) {
    const isCut = isOpen === true && value === void 0;
    reject(isCut ? "is half a line: the file was cut off." : "is not a JSON object.", isCut ? cutHint : lineHint);
    return null;
  }
  refuseMisspelt(value, reject);
  const supplied = readFields(value, reject);
  return problems.length > before || supplied === null ? null : { ...supplied, line: number };
}
var cutHint = "Make it again: whoever wrote it was stopped.";
function refuseMisspelt(value, reject) {
  for (const name of Object.keys(value)) {
    if (known.includes(name)) continue;
    const near = suggestName(name, known);
    if (near !== null && value[near] === void 0) {
      reject(`${quoteName(name)} is not known.`, `Did you mean "${near}"?`);
    }
  }
}
function readFields(value, reject) {
  const id = readCase(value.case ?? null, reject);
  const result = readResult(value, reject);
  const { costUsd = null } = value;
  if (costUsd !== null && !isAmount(costUsd))
    reject('"costUsd" is no amount.', "Write dollars as a number, 0 or more.");
  const fields = {
    suite: readText(value, "suite", reject),
    prompt: readText(value, "prompt", reject),
    commit: readText(value, "commit", reject),
    sample: readSample(value.sample ?? null, reject),
    messages: readAsked(value.messages ?? null, reject),
    costMicroUsd: isAmount(costUsd) ? Math.round(costUsd * 1e6) : null
  };
  return id === null || result === null ? null : { ...fields, case: id, result };
}
function readCase(value, reject) {
  if (typeof value === "string" && value !== "") return value;
  if (isJsonNumber(value)) return String(value);
  reject('"case" is missing, or no id.', "Write the id of the row that was answered.");
  return null;
}
function readSample(value, reject) {
  if (value === null || typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= highestSample) {
    return value;
  }
  reject('"sample" is no index.', `Count from 0 to ${highestSample}.`);
  return null;
}
function readResult(value, reject) {
  const { output = null, error = null, latencyMs: given = 0 } = value;
  if (!isAmount(given)) reject('"latencyMs" is no time.', "Write milliseconds as a number, 0 or more.");
  const latencyMs = isAmount(given) ? given : 0;
  if (error !== null && error !== false && error !== "") {
    const reason = typeof error === "string" && error.trim() !== "" ? error : "the application failed";
    return { status: "unavailable", reason, latencyMs, attempts: 1 };
  }
  if (value.output === void 0) {
    reject('"output" is missing.', 'Write what the application answered, or why it did not as "error".');
    return null;
  }
  const answer = readAnswer(output, reject);
  const scores = readScores2(value.scores ?? null, reject);
  const usage = readTokens(value.tokens ?? null, reject);
  const model = readText(value, "model", reject);
  if (answer === null) return null;
  const whole = scores === null ? answer : { ...answer, scores };
  return answered(whole, { usage, model, latencyMs });
}
function readAsked(value, reject) {
  if (value === null) return null;
  return readMessages(value, (path, message, hint) => reject(`${nameOf(["messages", ...path])} ${message}`, hint));
}
function readTokens(value, reject) {
  if (value === null) return null;
  const { input = 0, cachedInput = 0, output = 0, reasoning = 0 } = isJsonObject(value) ? value : { input: null };
  if ([input, cachedInput, output, reasoning].every(isCount)) {
    const [inputTokens, cachedInputTokens, outputTokens, reasoningTokens] = [input, cachedInput, output, reasoning].map(
      Number
    );
    return { inputTokens, cachedInputTokens, outputTokens, reasoningTokens };
  }
  reject(
    '"tokens" are no counts.',
    'Write {"input": 120, "output": 30}; cachedInput and reasoning may stand there, too.'
  );
  return null;
}
function readScores2(value, reject) {
  if (value === null) return null;
  const scores = isJsonObject(value) ? Object.entries(value) : [["", null]];
  if (scores.every(([, score]) => typeof score === "number" && score >= 0 && score <= 1)) {
    return Object.fromEntries(scores);
  }
  reject('"scores" are not all numbers from 0 to 1.', 'Write {"name": 0.8}.');
  return null;
}
function readText(value, name, reject) {
  const text = value[name] ?? null;
  if (text === null || typeof text === "string" && text !== "") return text;
  reject(`"${name}" is no text.`, "Put quotes around it, or leave it out.");
  return null;
}
function isCount(value) {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

// src/outputs/top-keys.ts
function hasTopKeys(text, ...names) {
  const wanted = new Set(names);
  for (const key of topKeys(text)) {
    wanted.delete(key);
    if (wanted.size === 0) return true;
  }
  return false;
}
var marks = /["{}[\]]/g;
function* topKeys(text) {
  if (!/^\s*\{/.test(text)) return;
  let depth = 0;
  let at = 0;
  do {
    marks.lastIndex = at;
    const mark = marks.exec(text);
    if (mark === null) return;
    at = mark.index + 1;
    if (mark[0] === '"') {
      const end = endOfText(text, at);
      if (depth === 1 && isKey(text, end)) yield text.slice(at, end);
      at = end + 1;
    } else depth += mark[0] === "{" || mark[0] === "[" ? 1 : -1;
  } while (depth > 0);
}
function endOfText(text, start) {
  let end = text.indexOf('"', start);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}
function isEscaped(text, offset) {
  let from = offset;
  while (text[from - 1] === "\\") from -= 1;
  return (offset - from) % 2 === 1;
}
function isKey(text, end) {
  let at = end + 1;
  while (/\s/.test(text[at] ?? "")) at += 1;
  return text[at] === ":";
}

// src/outputs/braintrust.ts
var braintrust = {
  name: "Braintrust experiment",
  recognise: ({ text }) => hasTopKeys(text, "span_id", "root_span_id"),
  read: (file) => readEntries(file, listRoots(file), readRow)
};
function listRoots(file) {
  const rows = jsonl.parse(file);
  if (rows.length > maxRows) {
    const hint = 'Export the root spans alone: those with "is_root".';
    throw UserError.of(`has more than ${maxRows} rows.`, hint, fileWhere(file));
  }
  return rows.filter(({ values }) => isRoot(values)).map(({ values, where }) => ({ value: values, name: null, line: where.line }));
}
function isRoot(row) {
  if (!isJsonObject(row)) return true;
  const { is_root: said = null, span_parents: parents = null } = row;
  return typeof said === "boolean" ? said : parents === null || Array.isArray(parents) && parents.length === 0;
}
var idHint = 'Log "metadata": {"case": …} with each row, or evaluate a dataset.';
function readRow(row, reject) {
  const id = readCaseId([memberOf(row.metadata, "case"), memberOf(row.origin, "id")], reject, idHint);
  const result = readResult2(row, reject);
  if (id === null || result === null) return null;
  return {
    case: id,
    result,
    messages: readInput(row.input ?? null, reject),
    costMicroUsd: readDollars(memberOf(row.metrics, "estimated_cost"), "metrics.estimated_cost", reject)
  };
}
function readInput(input, reject) {
  if (typeof input === "string") return [{ role: "user", content: input }];
  if (!Array.isArray(input) || input.length === 0 || !input.every(isTurn)) return null;
  return readAnswer(input, reject)?.trajectory ?? null;
}
function readResult2(row, reject) {
  const { output = null, error = null, metrics = null, scores = null } = row;
  const [start, end] = ["start", "end"].map((name) => readAmount(memberOf(metrics, name), `metrics.${name}`, reject));
  const latencyMs = start == null || end == null ? 0 : Math.max(0, Math.round((end - start) * 1e3));
  if (error !== null || output === null) return failed(error, latencyMs);
  const answer = readReturned(output, reject);
  const given = readScores(Object.entries(readMapping(scores, "scores", reject)), reject);
  const model = memberOf(row.metadata, "model");
  return answer === null ? null : answered(
    { ...answer, scores: given },
    { usage: readUsage(metrics), model: typeof model === "string" ? model : null, latencyMs }
  );
}
function readUsage(metrics) {
  const count = (name) => {
    const value = memberOf(metrics, name);
    return typeof value === "number" ? value : null;
  };
  const [inputTokens, outputTokens] = [count("prompt_tokens"), count("completion_tokens")];
  if (inputTokens === null || outputTokens === null) return null;
  return {
    inputTokens,
    cachedInputTokens: count("prompt_cached_tokens") ?? 0,
    outputTokens,
    reasoningTokens: count("completion_reasoning_tokens") ?? 0
  };
}

// src/outputs/deepeval.ts
var deepeval = {
  name: "DeepEval test run",
  recognise: ({ text }) => hasTopKeys(text, "testCases"),
  read: (file) => readEntries(file, openDocument(file).list(["testCases"], "Make the file again."), readTestCase)
};
var idHint2 = 'Give each LLMTestCase a name, or "metadata={"case": …}".';
var givenByPlace = /^test_case_\d+$/;
function readTestCase(test, reject) {
  const name = typeof test.name === "string" && givenByPlace.test(test.name) ? null : test.name;
  const id = readCaseId([memberOf(test.metadata, "case"), name], reject, idHint2);
  const result = readResult3(test, reject);
  const costMicroUsd = readDollars(test.tokenCost, "tokenCost", reject);
  if (id === null || result === null) return null;
  const messages = typeof test.input === "string" ? [{ role: "user", content: test.input }] : null;
  return { case: id, result, messages, costMicroUsd };
}
function readResult3(test, reject) {
  const latencyMs = Math.round((readAmount(test.completionTime, "completionTime", reject) ?? 0) * 1e3);
  const scores = readScores(
    [["passed", test.success], ...listMetrics(readList(test.metricsData, "metricsData", reject))],
    reject
  );
  const { actualOutput = null } = test;
  if (actualOutput === null) return failed("there is no actual output", latencyMs);
  const output = readSteps(actualOutput, readList(test.toolsCalled, "toolsCalled", reject), reject);
  const [input, out] = [test.inputTokenCount, test.outputTokenCount];
  const usage = typeof input === "number" && typeof out === "number" ? { inputTokens: input, cachedInputTokens: 0, outputTokens: out, reasoningTokens: 0 } : null;
  return output === null ? null : answered({ ...output, scores }, { usage, latencyMs });
}
function listMetrics(metrics) {
  return metrics.map((metric, index) => [String(memberOf(metric, "name") ?? index), memberOf(metric, "score")]);
}
function readSteps(answer, tools, reject) {
  if (typeof answer !== "string") {
    reject('"actualOutput" is no text.', "Make the file again.");
    return null;
  }
  if (tools.length === 0) return buildOutput({ content: answer });
  const calls = tools.flatMap((tool, index) => {
    const given = memberOf(tool, "output") ?? null;
    const call = {
      id: `call-${index}`,
      name: memberOf(tool, "name") ?? null,
      arguments: memberOf(tool, "inputParameters") ?? {}
    };
    const turn = { role: "assistant", content: null, tool_calls: [call] };
    if (given === null) return [turn];
    return [
      turn,
      { role: "tool", tool_call_id: call.id, content: typeof given === "string" ? given : writeJson(given) }
    ];
  });
  return readAnswer([...calls, { role: "assistant", content: answer }], reject);
}

// src/outputs/inspect-messages.ts
function readInput2(input, reject) {
  if (typeof input === "string") return [{ role: "user", content: input }];
  const turns = Array.isArray(input) ? input : [];
  return readAnswer(turns.map(toChatMessage), reject)?.trajectory ?? null;
}
function readSteps2(sample, reject) {
  const steps = listSteps(readList(sample.messages, "messages", reject));
  const said = memberOf(sample.output, "completion");
  const completion = typeof said === "string" ? said : "";
  const isTold = steps.some(({ role, content }) => role === "assistant" && content === completion);
  if (!isTold && completion !== "") steps.push({ role: "assistant", content: completion });
  const last = steps.pop();
  if (last === void 0) return buildOutput({ content: completion });
  const ended = { ...last, ...readFinish(sample) };
  return readAnswer(steps.length === 0 && last.role === "assistant" ? ended : [...steps, ended], reject);
}
function listSteps(turns) {
  const fromInput = turns.findLastIndex((turn) => memberOf(turn, "source") === "input");
  const answer = turns.findIndex((turn) => memberOf(turn, "role") === "assistant");
  const start = fromInput === -1 ? answer === -1 ? turns.length : answer : fromInput + 1;
  return turns.slice(start).map(toChatMessage);
}
function toChatMessage(turn) {
  if (!isJsonObject(turn)) return {};
  const { role = null, tool_calls: calls = null, tool_call_id: id = null, error = null } = turn;
  const content = toText(turn.content ?? null);
  const problem = memberOf(error, "message");
  return {
    role,
    content: content === "" && typeof problem === "string" ? problem : content,
    ...calls !== null && { tool_calls: Array.isArray(calls) ? calls.map(toChatCall) : calls },
    ...id !== null && { tool_call_id: id },
    ...error !== null && { failed: true }
  };
}
function toChatCall(call) {
  return {
    id: memberOf(call, "id") ?? null,
    name: memberOf(call, "function") ?? null,
    arguments: memberOf(call, "arguments") ?? {}
  };
}
function toText(content) {
  if (!Array.isArray(content)) return content ?? "";
  return content.map((part) => {
    const text = memberOf(part, "text");
    const type = memberOf(part, "type");
    if (typeof text === "string" || type === "reasoning") return text ?? "";
    return `[${typeof type === "string" ? type : "part"}]`;
  }).join("");
}
var stopReasons = { max_tokens: "length", model_length: "length" };
function readFinish(sample) {
  const choices = memberOf(sample.output, "choices");
  const reason = memberOf(Array.isArray(choices) ? choices[0] : void 0, "stop_reason");
  if (typeof reason !== "string" || ["stop", "tool_calls", "unknown"].includes(reason)) return {};
  return { finish_reason: stopReasons[reason] ?? reason };
}

// src/outputs/inspect.ts
var dumpHint = 'Write it as JSON, samples and all: "inspect log dump FILE > log.json".';
var inspect = {
  name: "Inspect log",
  recognise: ({ text }) => hasTopKeys(text, "version", "status", "eval"),
  read(file) {
    const log = openDocument(file);
    const commit = memberOf(memberOf(memberOf(log.value, "eval"), "revision"), "commit");
    const facts = { commit: typeof commit === "string" && commit !== "" ? commit : null };
    return readEntries(file, log.list(["samples"], dumpHint), (sample, reject) => {
      const output = readSample2(sample, reject);
      return output === null ? null : { ...output, ...facts };
    });
  }
};
var idHint3 = "Give each Sample an id.";
function readSample2(sample, reject) {
  const id = readCaseId([sample.id], reject, idHint3);
  const result = readResult4(sample, reject);
  if (id === null || result === null) return null;
  return {
    case: id,
    sample: readEpoch(sample.epoch, reject),
    result,
    messages: readInput2(sample.input, reject),
    costMicroUsd: readCost(usages(sample), reject)
  };
}
function readEpoch(value, reject) {
  if (value === void 0 || value === null) return null;
  if (typeof value === "number" && Number.isInteger(value) && value >= 1) return value - 1;
  reject('"epoch" is no number from 1 on.', "Make the log again.");
  return null;
}
function readResult4(sample, reject) {
  const seconds = sample.working_time ?? sample.total_time;
  const latencyMs = Math.round((readAmount(seconds, "working_time", reject) ?? 0) * 1e3);
  if (isJsonObject(sample.error)) return failed(sample.error.message, latencyMs);
  const output = readSteps2(sample, reject);
  const scores = readScores(listScores(readMapping(sample.scores, "scores", reject)), reject);
  if (output === null) return null;
  const model = memberOf(sample.output, "model");
  return answered(
    { ...output, scores },
    { usage: readUsage2(usages(sample)), model: typeof model === "string" && model !== "" ? model : null, latencyMs }
  );
}
function listScores(scores) {
  return Object.entries(scores).flatMap(([name, score]) => {
    const value = memberOf(score, "value");
    if (!isJsonObject(value)) return [[name, toNumber(value)]];
    return Object.entries(value).map(([key, one]) => [`${name}.${key}`, toNumber(one)]);
  });
}
var grades = /* @__PURE__ */ new Map([
  ["C", 1],
  ["P", 0.5],
  ["I", 0],
  ["N", 0],
  ["yes", 1],
  ["true", 1],
  ["no", 0],
  ["false", 0]
]);
function toNumber(value) {
  if (typeof value !== "string") return value;
  const grade = grades.get(value) ?? grades.get(value.toLowerCase());
  return grade ?? (/^\d+(?:\.\d+)?$/.test(value) ? Number(value) : value);
}
function usages(sample) {
  return isJsonObject(sample.model_usage) ? Object.values(sample.model_usage).filter(isJsonObject) : [];
}
function readUsage2(all) {
  if (all.length === 0) return null;
  const total = (name) => all.reduce((sum, usage) => sum + (typeof usage[name] === "number" ? usage[name] : 0), 0);
  const cachedInputTokens = total("input_tokens_cache_read");
  return {
    inputTokens: total("input_tokens") + cachedInputTokens + total("input_tokens_cache_write"),
    cachedInputTokens,
    outputTokens: total("output_tokens"),
    reasoningTokens: total("reasoning_tokens")
  };
}
function readCost(all, reject) {
  const costs = all.map((usage) => readDollars(usage.total_cost, "total_cost", reject));
  return costs.length === 0 || costs.includes(null) ? null : costs.reduce((sum, cost) => sum + (cost ?? 0), 0);
}

// src/outputs/junit.ts
var maxLength = 2e7;
var junit = {
  name: "JUnit XML",
  recognise: ({ text }) => /^\s*(?:<\?xml|<!--|<testsuite)/.test(text) && /<testsuites?[\s/>]/.test(text.slice(0, 1e4)),
  read: readReport
};
function readReport(file) {
  const at = buildPlaces(file);
  const problems = [];
  const warnings = [];
  const outputs = [];
  for (const test of listTests(openReport(file))) {
    const where = at(test.start);
    if (breaksOff(problems, where)) break;
    const id = nameCase(test);
    const [skipped] = elementsOf(test, "skipped", "disabled");
    if (id === "")
      problems.push(buildProblem("is a test without a name.", "Name it as the row that it answers.", where));
    else if (skipped === void 0) outputs.push({ ...unsaid, case: id, result: readResult5(test), line: where.line });
    else
      warnings.push(
        buildProblem(`${quoteName(id)} was skipped and has no output.`, "Run it, or take its row out.", where)
      );
  }
  throwProblems(problems);
  return { outputs, warnings };
}
function openReport(file) {
  const whole = { path: file.path, line: null, column: null };
  if (file.text.length > maxLength) {
    const message = `is ${file.text.length} characters long; at most ${maxLength} of XML can be read.`;
    throw UserError.of(message, "Keep what tests print out of the report.", whole);
  }
  try {
    return readXml(file.text);
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    const where = { ...whole, line: error.line, column: error.column };
    throw UserError.of(error.message, "Write the report again: it may have been cut off.", where, { cause: error });
  }
}
function* listTests(element) {
  for (const child of elementsOf(element)) {
    if (child.name === "testcase") yield child;
    else yield* listTests(child);
  }
}
function nameCase(test) {
  const { classname = "", name = "" } = test.attributes;
  if (classname === "" || name === "" || classname === name) return propertyOf(test, "case") ?? name;
  return propertyOf(test, "case") ?? `${classname}.${name}`;
}
function readResult5(test) {
  const latencyMs = readTime(test.attributes.time);
  const [error] = elementsOf(test, "error", "flakyError");
  if (error !== void 0) return failed(sayWhy(error), latencyMs);
  const [failure] = elementsOf(test, "failure", "flakyFailure");
  const scores = { passed: failure === void 0 ? 1 : 0 };
  return answered(buildOutput({ content: findContent(test, failure), scores }), { latencyMs });
}
function findContent(test, failure) {
  const recorded = propertyOf(test, "output");
  if (recorded !== null) return recorded;
  const printed = elementsOf(test, "system-out").map(({ text }) => text.trim()).join("\n");
  if (printed !== "") return printed;
  return failure === void 0 ? "passed" : `failed: ${sayWhy(failure)}`;
}
function sayWhy({ attributes, text }) {
  return attributes.message || text.trim() || attributes.type || "no reason is given";
}
function propertyOf(test, name) {
  const properties = elementsOf(test, "properties").flatMap((list) => elementsOf(list, "property"));
  const found = properties.find((property) => property.attributes.name === name);
  return found === void 0 ? null : found.attributes.value ?? found.text;
}
function readTime(text = "") {
  const seconds = Number(text.replaceAll(",", ""));
  return Number.isFinite(seconds) && seconds > 0 ? Math.round(seconds * 1e3) : 0;
}

// src/outputs/promptfoo.ts
var outputHint = 'Write it with "promptfoo eval --output results.json".';
var promptfoo = {
  name: "promptfoo results",
  recognise: ({ text }) => hasTopKeys(text, "evalId", "results"),
  read(file) {
    const entries = openDocument(file).list(["results", "results"], outputHint);
    const compared = new Set(entries.map(({ value }) => memberOf(value, "promptIdx")));
    if (compared.size > 1) {
      const hint = "Evaluate one of them for each side: --filter-prompts, --filter-providers.";
      throw UserError.of(`holds the outputs of ${compared.size} prompts and providers.`, hint, fileWhere(file));
    }
    return readEntries(file, entries, readRun);
  }
};
var idHint4 = 'Give each test "metadata: {case: …}", a variable "id", or a description.';
function readRun(run, reject) {
  const { response = null, testCase = null } = run;
  const id = readCaseId(
    [memberOf(run.metadata, "case"), memberOf(run.vars, "id"), memberOf(testCase, "description")],
    reject,
    idHint4
  );
  const result = readResult6(run, reject);
  const costMicroUsd = readDollars(memberOf(response, "cost"), "response.cost", reject);
  if (id === null || result === null) return null;
  return { case: id, result, costMicroUsd };
}
var failedForError = 2;
function readResult6(run, reject) {
  const { response = null, error = null } = run;
  const latencyMs = readAmount(run.latencyMs, "latencyMs", reject) ?? 0;
  const output = memberOf(response, "output") ?? null;
  const finish = memberOf(response, "finishReason");
  if (run.failureReason === failedForError || finish === "error" || output === null) {
    return failed(error ?? memberOf(response, "error"), latencyMs);
  }
  const answer = readReturned(output, reject);
  const named = Object.entries(readMapping(run.namedScores, "namedScores", reject));
  const scores = readScores([["passed", run.success], ["score", run.score], ...named], reject);
  if (answer === null) return null;
  const whole = {
    ...answer,
    ...typeof finish === "string" && { finishReason: finish },
    ...memberOf(response, "isRefusal") === true && { refusal: answer.refusal ?? (answer.content || "refused") },
    scores
  };
  return answered(whole, { usage: readUsage3(memberOf(response, "tokenUsage")), latencyMs });
}
function readUsage3(usage) {
  const prompt = memberOf(usage, "prompt");
  const completion = memberOf(usage, "completion");
  const reasoning = memberOf(memberOf(usage, "completionDetails"), "reasoning");
  if (typeof prompt !== "number" || typeof completion !== "number" || prompt + completion === 0) return null;
  return {
    inputTokens: prompt,
    cachedInputTokens: 0,
    outputTokens: completion,
    reasoningTokens: typeof reasoning === "number" ? reasoning : 0
  };
}

// src/outputs/sources.ts
var outputSources = [promptfoo, inspect, deepeval, braintrust, junit];
function readSource(file) {
  const source = outputSources.find((one) => one.recognise(file));
  if (source === void 0) {
    const known2 = outputSources.map(({ name }) => name).join(", ");
    throw UserError.of(
      "is in no known shape of outputs.",
      `Known: ${known2}, and lines of {"case", "output"}.`,
      fileWhere(file)
    );
  }
  const supplied = source.read(file);
  if (supplied.outputs.length > 0) return supplied;
  throw UserError.of(`is a ${source.name} without an output.`, "Run what writes it, then run again.", fileWhere(file));
}
var zipStart = [80, 75, 3, 4];
function decodeSource(path, bytes) {
  if (zipStart.every((byte, index) => bytes[index] === byte)) {
    const hint = 'If it is a log of Inspect: "inspect log dump FILE > log.json".';
    throw UserError.of("is a zip.", hint, { path, line: null, column: null });
  }
  return decodeSourceFile(path, bytes, maxDatasetBytes);
}

// src/adapters/files/read-outputs.ts
var maxLineBytes = 16 * 1024 * 1024;
var maxBytes = 1024 * 1024 * 1024;
var maxProblems = 50;
function openOutputs(path, credentials) {
  const hideKeys = createKeyHider(credentials);
  const hide = (output) => ({ ...output, result: hideKeys(output.result) });
  return {
    path,
    async *read() {
      await refusePipe(path);
      for await (const supplied of await isOurs(path) ? readOwn(path) : readForeign(path)) {
        yield { ...supplied, outputs: supplied.outputs.map(hide) };
      }
    }
  };
}
async function* readForeign(path) {
  yield readSource(decodeSource(path, await readWhole(path)));
}
async function isOurs(path) {
  try {
    for await (const [first] of readLines(path, { maxLineBytes, maxBytes })) {
      if (first !== void 0) return isOwnLine(first.text);
    }
  } catch (error) {
    if (error instanceof UserError && await isFile(path)) return false;
    throw error;
  }
  return true;
}
async function isFile(path) {
  return (await statOf(path))?.isFile() === true;
}
async function refusePipe(path) {
  const found = await statOf(path);
  if (found === null || found.isFile() || found.isDirectory()) return;
  const where = { path, line: null, column: null };
  throw UserError.of("is a pipe or a device, not a file.", "Write the outputs to a file, and name that.", where);
}
async function statOf(path) {
  return stat(path).catch(() => null);
}
async function* readOwn(path) {
  const problems = [];
  for await (const lines of readLines(path, { maxLineBytes, maxBytes })) {
    const outputs = lines.map((line) => readOwnLine(line, path, problems)).filter((output) => output !== null);
    if (problems.length >= maxProblems) break;
    if (problems.length === 0) yield { outputs, warnings: [] };
  }
  throwProblems(problems);
}
async function readWhole(path) {
  const where = { path, line: null, column: null };
  const { size } = await stat(path);
  if (size > maxDatasetBytes) {
    const message = `is ${size} bytes; what another tool wrote can have ${maxDatasetBytes}.`;
    throw UserError.of(message, 'Write lines of {"case", "output"} in place of it.', where);
  }
  return readFile(path).catch((cause) => {
    throw UserError.of(`cannot be read: ${asError(cause).message}.`, "Name a file that may be read.", where, { cause });
  });
}

export {
  createSuppliedOrigin,
  openOutputs
};
