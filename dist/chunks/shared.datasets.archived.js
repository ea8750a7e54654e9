import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  explainUnknown,
  renderPrompt,
  variablesOf
} from "./shared.prompts.render.js";
import {
  findNearColumn,
  parseRows,
  rowScorers
} from "./shared.datasets.column-names.js";
import {
  missingVariables
} from "./shared.checks.any-expected.js";
import {
  csv,
  defaultDialect,
  dialectOf,
  dotpromptDialect,
  jsonl,
  listNamed,
  listSuspects,
  none,
  parseSeparated,
  rowChecks,
  tokenLimits
} from "./shared.checks.build-group.js";
import {
  buildPlaces,
  fileWhere,
  joinEqual,
  parseYaml,
  readJsonFile
} from "./shared.datasets.aliases.js";
import {
  listKnown,
  quoteName,
  throwProblems
} from "./shared.text.problems.js";
import {
  count,
  listFirst
} from "./shared.text.prose.js";
import {
  contentHash,
  isJsonObject,
  parseJson
} from "./shared.json-writer.js";
import {
  UserError,
  buildProblem,
  collectProblems,
  eachOnce,
  renderProblem
} from "./shared.errors.js";

// src/prompts/resolve.ts
function resolvePrompt(prompt, defaults) {
  const model = prompt.model ?? defaults.id;
  if (model === null) {
    const hint = 'Add "model: …" to this file, or "model: { id: … }" to the config as the default.';
    throw UserError.of("names no model.", hint, { path: prompt.path, line: null, column: null });
  }
  const above = prompt.application === void 0 ? defaults.parameters : {};
  const parameters = mergeParameters(above, prompt.parameters);
  const settled = { ...prompt, model, api: defaults.api, parameters };
  return { ...settled, id: identifyPrompt(prompt), version: versionOf(settled) };
}
function identifyPrompt(prompt) {
  return prompt.name ?? addressOf(prompt);
}
function addressOf({ path, key }) {
  return key === null ? path : `${path}#${key}`;
}
function promptContent(prompt) {
  if (prompt.application !== void 0) return { sources: Object.fromEntries(prompt.application.sources) };
  return {
    // Left out where it is the default: versions from before there were dialects stay what they are.
    ...prompt.dialect !== defaultDialect && { template: prompt.dialect },
    messages: prompt.messages,
    ...prompt.turns !== void 0 && { turns: prompt.turns },
    ...prompt.defaults !== void 0 && { defaults: prompt.defaults },
    ...prompt.slots !== void 0 && { slots: prompt.slots },
    model: prompt.model,
    api: "api" in prompt ? prompt.api : null,
    parameters: prompt.parameters,
    responseFormat: prompt.responseFormat === null ? null : { ...prompt.responseFormat },
    tools: prompt.tools,
    retrieval: prompt.retrieval
  };
}
function versionOf(prompt) {
  return `pv-${contentHash(promptContent(prompt)).slice(0, 12)}`;
}
function mergeParameters(defaults, own) {
  const isLimited = tokenLimits.some((name) => Object.hasOwn(own, name));
  const kept = Object.entries(defaults).filter(([name]) => !(isLimited && tokenLimits.includes(name)));
  return { ...Object.fromEntries(kept), ...own };
}

// src/plan/suite-plan.ts
function isApplication({
  base,
  candidate
}) {
  return (candidate ?? base)?.application !== void 0;
}
function hasJudges(plan) {
  return plan.prompts.some(({ metrics }) => metrics.some(({ kind }) => kind === "judge"));
}
function findPrompt(plans, { suite, prompt: id }) {
  return plans.flatMap(({ prompts }) => prompts).find((one) => one.suite === suite && one.id === id);
}
function hasChanged({ base, candidate }) {
  return base !== null && candidate !== null && base.version !== candidate.version;
}
function baseCases({
  cases
}) {
  return cases.filter((row) => !row.added);
}
function reachesNothing(prompt) {
  const gated = baseCases(prompt);
  return hasChanged(prompt) && gated.length > 0 && gated.every((row) => row.isSame);
}
function isCompared(prompt) {
  return hasChanged(prompt) && !reachesNothing(prompt) && prompt.metrics.length > 0;
}
function listCompared(plans) {
  return plans.flatMap((plan) => plan.prompts.filter(isCompared).map((prompt) => ({ plan, prompt })));
}

// src/plan/unsent.ts
var rowKeys = ["id", "tags", "critical", "messages", rowChecks.column, ...rowScorers];
var maxNamed = 8;
var maxSuspects = 2;
function columnsOf({ variables }) {
  return Object.keys(variables).filter((column) => !rowKeys.includes(column));
}
function refuseUnsent(prompt, rows) {
  const [first, ...more] = rows;
  if (prompt.application !== void 0) return [];
  const isReached = variablesOf(prompt).length > 0 || rows.some(({ messages }) => messages !== null);
  if (first === void 0 || isReached) return [];
  const isTrial = more.length === 0 && !Object.hasOwn(first.variables, "input") && prompt.suspects.length === 0;
  if (isTrial) return [];
  const calls = more.length === 0 ? "" : `: all ${rows.length} cases would ask the same`;
  const message = `no column of its rows reaches the model${calls}.`;
  return [buildProblem(message, hintUnsent(prompt, rows), startOf(prompt))];
}
function warnUnsent(prompt, rows) {
  return [...listNamed(prompt.suspects, new Set(rows.flatMap(columnsOf))), ...warnReplaced(prompt, rows)];
}
function hintUnsent(prompt, rows) {
  if (prompt.dialect === none.name) {
    return 'Under "template: none" only a message that is {{input}} and nothing else is filled in: add one, or take "template: none" away and write "\\{{" for braces that are text.';
  }
  const suspects = listSuspects(prompt.suspects).slice(0, maxSuspects);
  if (suspects.length > 0) return suspects.map(({ message, hint }) => `${message} ${hint}`).join(" ");
  const { write } = dialectOf(prompt.dialect);
  const columns = [...new Set(rows.flatMap(columnsOf))].slice(0, maxNamed).map(write);
  return columns.length === 0 ? "Give the rows columns, and use one." : `Use one of them: ${columns.join(", ")}.`;
}
function warnReplaced(prompt, rows) {
  if (prompt.dialect === dotpromptDialect.name) return [];
  const chats = rows.filter(({ messages }) => messages !== null).length;
  const { listLiterals } = dialectOf(prompt.dialect);
  const turns = prompt.messages.filter(({ role }) => role !== "system" && role !== "developer");
  const isText = turns.some(({ content }) => listLiterals(content).some((text) => text.trim() !== ""));
  if (chats === 0 || !isText || prompt.slots !== void 0) return [];
  const what = turns.length === prompt.messages.length ? "nothing of this text" : "no text outside the system message";
  const whose = chats === rows.length ? "every row" : `${chats} of ${rows.length} rows`;
  const message = `${what} is sent for ${whose}: conversations of the rows take the place of its turns.`;
  const hint = 'Write what the model is to be told as a system message ("# system:", in YAML "role: system").';
  return [buildProblem(message, hint, startOf(prompt))];
}
function startOf({ path, places }) {
  return places.get("messages") ?? { path, line: null, column: null };
}

// src/plan/check-variables.ts
function checkVariables(baseline, candidate, cases, inForce, metrics) {
  const baseRows = cases.flatMap((row) => row.base ?? []);
  const filled = new Map([...cases.map((row) => row.candidate), ...inForce].map((row) => [row.id, row]));
  const candidateRows = [...filled.values()];
  const held = cases.filter((row) => row.editionOf === null);
  return [
    ...baseline === null ? [] : checkPrompt(baseline, baseRows),
    ...candidate === null ? [] : checkPrompt(candidate, candidateRows),
    ...metrics.flatMap((metric) => checkMetric(metric, held)),
    ...metrics.flatMap((metric) => checkQuestions(metric, held))
  ];
}
function checkBaseVariables(baseline, cases) {
  return checkPrompt(
    baseline,
    baseCases({ cases }).flatMap((row) => row.base ?? [])
  );
}
function checkPrompt(prompt, rows) {
  const { write } = dialectOf(prompt.dialect);
  const unsent = refuseUnsent(prompt, rows);
  if (unsent.length > 0) return unsent;
  const lacking = /* @__PURE__ */ new Map();
  const faults = /* @__PURE__ */ new Map();
  for (const row of rows) {
    const problems = [];
    const rendered = collectProblems(problems, () => renderPrompt(prompt, row.variables, row.messages));
    for (const name of rendered?.unknown ?? []) lacking.set(name, [...lacking.get(name) ?? [], row]);
    for (const problem of problems) {
      const at = renderProblem(buildProblem("", "", row.where));
      const known = faults.get(problem.message);
      faults.set(problem.message, known ?? { ...problem, hint: `${problem.hint} So it is with the row ${at}.` });
    }
  }
  const unknown = [...lacking].flatMap(([name, without]) => {
    const columns = Object.keys(rows[0]?.variables ?? {});
    if (without.length === rows.length) return explainUnknown(prompt, [name], columns, findNearColumn);
    return reportLacking(name, without, `the prompt ${prompt.path} uses ${write(name)}.`);
  });
  return [...faults.values(), ...unknown];
}
function checkMetric(metric, cases) {
  if (metric.kind !== "check") return [];
  const { check } = metric;
  const lacking = /* @__PURE__ */ new Map();
  for (const { scoring } of cases) {
    for (const name of missingVariables(check.config, scoring.variables)) {
      lacking.set(name, [...lacking.get(name) ?? [], scoring]);
    }
  }
  return [
    ...[...lacking].flatMap(([name, without]) => reportLacking(name, without, `the check "${metric.name}" uses it.`)),
    ...checkRowRules(metric, cases)
  ];
}
function checkRowRules({ name, check }, cases) {
  const first = /* @__PURE__ */ new Map();
  for (const { scoring } of cases) {
    for (const { message, hint } of check.findFaults?.(scoring.variables) ?? []) {
      const known = first.get(message);
      if (known !== void 0) known.rows += 1;
      else
        first.set(message, { rows: 1, problem: buildProblem(`the check "${name}": ${message}`, hint, scoring.where) });
    }
  }
  return [...first.values()].map(({ problem, rows }) => {
    const more = rows === 1 ? "." : ` (and ${rows - 1} more ${rows === 2 ? "row" : "rows"}).`;
    return { ...problem, message: problem.message.replace(/\.?$/, more) };
  });
}
function warnUnreadChecks(metrics, rows) {
  const isRead = metrics.some((metric) => metric.kind === "check" && metric.check.findFaults !== void 0);
  const own = rows.filter(({ variables }) => Array.isArray(variables[rowChecks.column]));
  const [first] = own;
  if (isRead || first === void 0) return [];
  const hint = `Give the suite a check { name: assertions, type: ${rowChecks.type} }.`;
  const message = `${count(own.length, "row")} of ${rows.length} bring "${rowChecks.column}" of their own, which nothing reads.`;
  return [buildProblem(message, hint, first.where)];
}
function checkQuestions(metric, cases) {
  if (metric.kind !== "judge") return [];
  const { judge } = metric;
  const output = { content: "", toolCalls: [], refusal: null, finishReason: "stop" };
  const problems = [];
  for (const { scoring } of cases) {
    const { variables } = scoring;
    collectProblems(
      problems,
      () => judge.sees === "output" ? judge.buildQuestion({ output, variables }, "trial0000") : judge.buildQuestion({ first: output, second: output, variables }, "trial0000")
    );
  }
  return eachOnce(problems);
}
function reportLacking(name, rows, reader) {
  const [first] = rows;
  if (first === void 0) return [];
  const more = rows.length === 1 ? "" : ` (and in ${rows.length === 2 ? "one more row" : `${rows.length - 1} more rows`})`;
  const columns = Object.keys(first.variables);
  const near = findNearColumn(name, columns);
  const hint = near === null ? `Add it: ${reader} ${listKnown(columns)}` : `Did you mean the column "${near}"? Add it: ${reader}`;
  return [buildProblem(`"${name}" is missing${more}.`, hint, first.where)];
}

// src/datasets/unread.ts
var pandas = (reader, from, to) => `python -c "import pandas; pandas.${reader}('${from}').to_json('${to}.jsonl', orient='records', lines=True)"`;
var kinds = [
  {
    ends: /\.(parquet|pq)$/i,
    name: "Parquet",
    advise: (from, to) => `duckdb -c "COPY (SELECT * FROM '${from}') TO '${to}.jsonl' (FORMAT JSON)"`
  },
  { ends: /\.(xlsx|xlsm|xls|ods)$/i, name: "a spreadsheet", advise: (from, to) => pandas("read_excel", from, to) },
  { ends: /\.feather$/i, name: "Arrow", advise: (from, to) => pandas("read_feather", from, to) },
  {
    ends: /\.(arrow|ipc)$/i,
    name: "Arrow",
    advise: (from, to) => `python -c "import datasets; datasets.Dataset.from_file('${from}').to_json('${to}.jsonl')"`
  },
  { ends: /\.(pkl|pickle)$/i, name: "a pickle", advise: (from, to) => pandas("read_pickle", from, to) },
  {
    ends: /\.(sqlite3?|db|duckdb)$/i,
    name: "a database",
    advise: (from, to) => `sqlite3 -json ${from} "SELECT * FROM rows" > ${to}.json`
  },
  { ends: /\.(gz|tgz)$/i, name: "compressed", advise: (from) => `gunzip -k ${from}` },
  { ends: /\.bz2$/i, name: "compressed", advise: (from) => `bunzip2 -k ${from}` },
  { ends: /\.xz$/i, name: "compressed", advise: (from) => `xz -dk ${from}` },
  { ends: /\.zst$/i, name: "compressed", advise: (from) => `zstd -d ${from}` },
  { ends: /\.zip$/i, name: "a zip", advise: (from) => `unzip ${from}` }
];
function explainUnread(where) {
  const kind = kinds.find(({ ends }) => ends.test(where.path));
  if (kind === void 0) return null;
  const from = /^[\w/][\w./-]*$/.test(where.path) ? where.path : `FILE${kind.ends.exec(where.path)?.[0] ?? ""}`;
  const command = kind.advise(from, from.replace(kind.ends, ""));
  return UserError.of(`is ${kind.name}, which is not read.`, `Run this, and name what it writes: ${command}`, where);
}

// src/datasets/archived.ts
function leaveOutArchived(rows) {
  const kept = rows.filter(({ values }) => !isArchived(values));
  const left = kept.length === rows.length ? [] : rows.filter(({ values }) => isArchived(values));
  const hint = 'Set "status" to "ACTIVE" where it is to be asked.';
  const warnings = left.map(({ where }) => buildProblem("is archived, and left out.", hint, where));
  return { rows: kept, warnings: joinEqual(warnings) };
}
function isArchived(values) {
  if (!isJsonObject(values) || values.status !== "ARCHIVED") return false;
  return ["expectedOutput", "expected_output", "datasetId", "dataset_id"].some((name) => Object.hasOwn(values, name));
}

// src/datasets/row-list.ts
var ownKeys = ["cases", "testData", "data"];
var otherKeys = ["tests", "test_cases", "testCases", "questions", "examples", "rows", "items"];
var maxNamed2 = 5;
function findRowList(value, where) {
  if (value === null) return { key: null, list: [] };
  if (Array.isArray(value)) return { key: null, list: value };
  if (!isJsonObject(value)) throw refuse("is no list of rows.", where);
  const lists = Object.entries(value).filter(([, member]) => Array.isArray(member));
  const own = ownKeys.flatMap((key) => lists.filter(([name]) => name === key));
  const others = lists.filter(([name]) => otherKeys.includes(name));
  const [found, ...more] = own.length > 0 ? own.slice(0, 1) : others;
  if (found !== void 0 && more.length === 0) return { key: found[0], list: found[1] };
  if (found !== void 0) {
    const message = `has several lists that may be its rows: ${nameLists(others.map(([name]) => name))}.`;
    throw UserError.of(message, 'Call the one with the rows "cases".', where);
  }
  throw explainNone(value, where);
}
function explainNone(value, where) {
  const lists = listPaths(value);
  if (lists.length > 0) {
    const [what, is] = lists.length === 1 ? ["its list", "is"] : ["its lists", "are"];
    const message = `is no list of rows: ${what} ${is} under ${nameLists(lists)}.`;
    const advice = 'Put the rows at the top of the file as "cases"';
    return UserError.of(message, `${advice}, or one of: ${listKeys()}.`, where);
  }
  const members = Object.values(value);
  if (members.length > 0 && members.every(isJsonObject)) {
    const hint = 'Write a list: take each key into its row as "id".';
    return UserError.of("is no list of rows, but a mapping of them.", hint, where);
  }
  return refuse("is no list of rows.", where);
}
function listPaths(value) {
  const listsOf = (one) => isJsonObject(one) ? Object.keys(one).filter((key) => Array.isArray(one[key])) : [];
  const top = listsOf(value);
  if (top.length > 0) return top;
  const below = Object.entries(value).slice(0, maxNamed2);
  return below.flatMap(([key, member]) => listsOf(member).map((name) => `${key}.${name}`));
}
function nameLists(names) {
  return listFirst(names.map(quoteName), maxNamed2);
}
function refuse(message, where) {
  return UserError.of(message, `Write a list, or a mapping with one of: ${listKeys()}.`, where);
}
function listKeys() {
  return [...ownKeys, ...otherKeys].join(", ");
}

// src/datasets/json.ts
var json = {
  id: "json",
  title: "JSON (*.json)",
  recognises: (path) => /\.json$/i.test(path),
  parse: parseJsonArray
};
function parseJsonArray(file) {
  if (file.text.trim() === "") return [];
  if (isJsonLines(file.text)) {
    throw UserError.of("is JSON Lines, not one JSON document.", "Name it *.jsonl.", fileWhere(file));
  }
  const { value, items } = readJsonFile(file);
  const { list } = findRowList(value, fileWhere(file));
  const at = buildPlaces(file);
  const offsets = items.get(list) ?? [];
  return list.map((values, index) => ({ values, where: at(offsets[index] ?? 0) }));
}
function isJsonLines(text) {
  const [first = "", second = ""] = text.split("\n", 2);
  return second.startsWith("{") && isJsonObject(parseJson(first));
}

// src/datasets/tsv.ts
var tsv = {
  id: "tsv",
  title: "TSV (*.tsv)",
  recognises: (path) => /\.tsv$/i.test(path),
  parse: (file) => parseSeparated(file, { character: "	", name: "tabs" })
};

// src/datasets/yaml.ts
var yaml = {
  id: "yaml",
  title: "YAML (*.yml, *.yaml)",
  recognises: (path) => /\.ya?ml$/i.test(path),
  parse: (file) => {
    const document = parseYaml(file);
    const { key, list } = findRowList(document.value, document.where([]));
    return list.map((values, index) => ({ values, where: document.where(key === null ? [index] : [key, index]) }));
  }
};

// src/datasets/formats.ts
var datasetFormats = [jsonl, csv, tsv, yaml, json];
var titles = datasetFormats.map(({ title }) => title).join("; ");
function joinDatasets(files) {
  const problems = [];
  const warnings = [];
  const rows = files.flatMap((file) => {
    const found = collectProblems(problems, () => findFormat(file.path).parse(file)) ?? null;
    if (found === null) return [];
    const inUse = leaveOutArchived(found);
    warnings.push(...inUse.warnings);
    if (inUse.rows.length === 0) problems.push(explainEmpty(file, found.length));
    return inUse.rows;
  });
  throwProblems(problems);
  const parsed = parseRows(rows);
  return { ...parsed, warnings: [...warnings, ...parsed.warnings] };
}
function explainEmpty(file, archived) {
  if (archived === 0) return buildProblem("has no rows.", "Add at least one row.", fileWhere(file));
  return buildProblem("has no rows that are not archived.", 'Set the "status" of some to "ACTIVE".', fileWhere(file));
}
function isReadAsRows(path) {
  return datasetFormats.some(({ recognises }) => recognises(path));
}
function findFormat(path) {
  const format = datasetFormats.find(({ recognises }) => recognises(path));
  if (format !== void 0) return format;
  const where = { path, line: null, column: null };
  throw explainUnread(where) ?? UserError.of("is in no known dataset format.", `Known formats: ${titles}.`, where);
}

export {
  resolvePrompt,
  identifyPrompt,
  addressOf,
  promptContent,
  versionOf,
  mergeParameters,
  isApplication,
  hasJudges,
  findPrompt,
  hasChanged,
  baseCases,
  reachesNothing,
  isCompared,
  listCompared,
  columnsOf,
  warnUnsent,
  checkVariables,
  checkBaseVariables,
  checkPrompt,
  warnUnreadChecks,
  explainUnread,
  joinDatasets,
  isReadAsRows,
  findFormat
};
