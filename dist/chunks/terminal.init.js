import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  writeNew
} from "./shared.adapters.files.write-new.js";
import {
  findOwnPath
} from "./shared.terminal.own-path.js";
import {
  openLocalGit
} from "./shared.adapters.git.branch-store.js";
import {
  isBelowGit
} from "./shared.terminal.clone-paths.js";
import {
  resolveMargin
} from "./shared.gate.first-round.js";
import {
  addressOf,
  checkPrompt,
  columnsOf,
  explainUnread,
  isReadAsRows,
  joinDatasets,
  warnUnsent
} from "./shared.datasets.archived.js";
import {
  variablesOf
} from "./shared.prompts.render.js";
import {
  looksLikeGold,
  parseRows
} from "./shared.datasets.column-names.js";
import {
  isPromptContent,
  isPromptPath,
  parseOnce,
  suiteKeys
} from "./shared.checks.any-expected.js";
import "./shared.text.checksums.js";
import "./shared.text.append-lines.js";
import "./shared.config.keys.gate.js";
import {
  buildMatcher,
  defaultsOf,
  dialectOf,
  escapeGlob,
  fileEntry,
  findLink,
  formatOf,
  isConfigName,
  ownReading,
  parsePrompts,
  promptFormats,
  readIncluded,
  selectConfigPath
} from "./shared.checks.build-group.js";
import "./shared.datasets.aliases.js";
import {
  textFlag
} from "./shared.terminal.command.js";
import "./shared.version.js";
import "./shared.text.problems.js";
import "./shared.prompts.wire-messages.js";
import {
  findBaseUrlFault,
  isLoopback
} from "./shared.config.base-url.js";
import {
  decodeSourceFile,
  maxTextBytes
} from "./shared.text.source-file.js";
import {
  casesForUnchangedPass
} from "./shared.statistics.difference-bounds.js";
import "./shared.run.story.js";
import "./shared.@stdlib.array-base-filled.lib.index.js";
import "./shared.prompts.message-text.js";
import {
  oneLine,
  revealText
} from "./shared.report.escape.js";
import {
  count,
  listFirst
} from "./shared.text.prose.js";
import {
  escapeJson
} from "./shared.text.unseen.js";
import {
  isJsonNumber,
  isJsonObject,
  parseJson
} from "./shared.json-writer.js";
import {
  UserError,
  collectProblems,
  renderProblem
} from "./shared.errors.js";

// src/terminal/init.ts
import { lstat, mkdir, readFile } from "node:fs/promises";
import { dirname, join as join2 } from "node:path";

// src/init/yaml-text.ts
var plain = /^[a-z/][\w./*-]*$/i;
var reserved = /^(true|false|null|yes|no|on|off|y|n)$/i;
function quoteYaml(text) {
  return plain.test(text) && !reserved.test(text) ? text : escapeJson(JSON.stringify(text));
}
function listYaml(texts) {
  const [first = "", ...more] = texts.map(quoteYaml);
  return more.length === 0 ? first : `[${[first, ...more].join(", ")}]`;
}

// src/init/config-text.ts
var startingModel = "gpt-4.1-mini";
var localModel = "llama3.2";
var usualServer = "http://127.0.0.1:11434/v1";
var installedSchema = "node_modules/prompt-assay/schemas/prompt-assay.schema.json";
function renderConfig(setup, server, hasSchema) {
  const lines = [
    ...hasSchema ? [`# yaml-language-server: $schema=./${installedSchema}`] : [],
    '# What Prompt Assay evaluates when a pull request changes it. Written by "prompt-assay init"; change it as you like.',
    '# All keys: docs/config.md of Prompt Assay. "prompt-assay validate" checks this file and says what a run would cost.',
    "version: 1",
    ...setup.basis === "code" ? [] : ["", ...renderModel(setup, server)],
    ...setup.lacksJudgeModel ? ["", ...renderJudge(server)] : [],
    "",
    "suites:",
    ...setup.suites.flatMap(renderSuite),
    ...explainAlone(setup)
  ];
  return `${lines.join("\n").trimEnd()}
`;
}
function renderModel({ models }, server) {
  if (server !== null) {
    const map = models.length === 0 ? [] : ["  # Prompts name models of a provider; the server is asked for its own.", "  map:"];
    return [
      "# A model of your own server, asked where a prompt file names none. On this machine it needs no key; elsewhere OPENAI_API_KEY has to be set.",
      "model:",
      `  id: ${localModel} # as your server calls it ("ollama list")`,
      `  base-url: ${quoteYaml(server)} # read from the default branch only`,
      ...map,
      ...models.map((model) => `    ${quoteYaml(model)}: ${localModel}`),
      "# A small server answers one request at a time.",
      "concurrency: 1"
    ];
  }
  const [only] = models;
  return [
    "# Asked where a prompt file names no model. The key is read from OPENAI_API_KEY, the endpoint is OpenAI unless base-url names another.",
    "model:",
    `  id: ${quoteYaml(models.length === 1 && only !== void 0 ? only : startingModel)}`,
    "  # A model on this machine, as Ollama has them, needs no key:",
    `  # id: ${localModel}`,
    `  # base-url: ${usualServer}`
  ];
}
function renderJudge(server) {
  return [
    "# Asked by evaluators that name no model of their own.",
    `judge: { model: { id: ${server === null ? startingModel : localModel} } }`
  ];
}
function renderSuite({ name, from, dataset, checks, isSmall }, index) {
  const isOfCode = from.key === "sources";
  return [
    ...index === 0 ? [] : [""],
    `  - name: ${quoteYaml(name)}`,
    ...isOfCode ? ["    # What changes here changes the outputs: code, prompts, settings, lock files."] : [],
    `    ${from.key}: ${listYaml(from.globs)}`,
    dataset === null ? "    # The rows stand in the prompt files." : `    dataset: ${quoteYaml(dataset)}`,
    ...checks === null ? ["    # The evaluators stand in the prompt files; all of them gate."] : ["    checks:", ...checks.why.map(comment), ...checks.lines.map((line) => `      ${line}`)],
    ...checks?.missing ? [comment(checks.missing)] : [],
    ...isSmall ? speakOfCases : index === 0 ? explainGate : []
  ];
}
var speakOfCases = [
  "    # So few rows cannot rule out a drop for all inputs like these, so the verdict speaks of these very rows, with five answers to each.",
  '    # Take the line away once there are more: "prompt-assay noise" says how many are needed.',
  "    gate: { target: cases }"
];
var explainGate = [
  "    # A drop of the margin has to be ruled out: 0.10 below 100 rows, 0.05 from 100 on, unless it is written here.",
  "    # gate: { margin: 0.05 }"
];
function explainAlone({ pairing: { alone }, suites }) {
  const taken = new Set(
    suites.flatMap(({ dataset, checks, from }) => (dataset ?? checks) === null ? from.globs : [])
  );
  if (alone.length === 0 || taken.size > 0) return [];
  const names = listFirst(
    alone.map(({ address }) => oneLine(address)),
    3
  );
  return [
    "",
    `# No suite is needed for ${count(alone.length, "file")} with rows and evaluators of their own: ${names}.`
  ];
}
function comment(text) {
  return `      # ${oneLine(text)}`;
}

// src/init/findings.ts
function listFindings(survey, setup) {
  const isUsed = ({ path }) => setup.suites.some(({ dataset }) => dataset === path);
  return [
    ...survey.prompts.map((prompt2) => describePrompt(prompt2, setup)),
    ...survey.rows.filter((rows2) => rows2.isNamed || isUsed(rows2)).map((rows2) => describeRows(rows2, setup)),
    ...survey.unread.map(({ path, kind, problem }) => {
      const note = `cannot be read: ${renderProblem({ ...problem, path: null })}`;
      return { path, kind, format: null, cases: 0, names: [], note };
    }),
    ...describeCode(survey, setup),
    ...survey.workflow === null ? [] : [plain2(survey.workflow, "workflow", "calls Prompt Assay already")]
  ];
}
function describePrompt({ address: path, prompt: prompt2, cases, ...found2 }, setup) {
  const names = variablesOf(prompt2);
  return { path, kind: "prompt", format: prompt2.format, cases: cases.length, names, note: tell() };
  function tell() {
    const { pairs, open } = setup.pairing;
    const pair = pairs.find(({ prompts }) => prompts.some((one) => one.address === path));
    if (pair !== void 0) return `suite "${pair.name}"`;
    if (found2.isAlone) return "carries rows and evaluators: a suite of itself";
    const starter = setup.starter === path ? setup.suites[0] : void 0;
    if (starter !== void 0) return `suite "${starter.name}", with rows to be written: ${starter.dataset}`;
    const mayTake = open.find((one) => one.prompt.address === path)?.mayTake ?? [];
    const fitting = mayTake.slice(0, 3).map((rows2) => rows2.path);
    const would = fitting.length === 0 ? "" : `; ${fitting.join(", ")} would fill it`;
    if (found2.isForAssistants) return `is told to a coding assistant; no rows are evidently its own${would}`;
    if (fitting.length > 0) return `no rows are evidently its own${would}`;
    const { write: write2 } = dialectOf(prompt2.dialect);
    if (names.length === 0) return `uses no variable: write ${write2("input")} where the text of a row goes`;
    return `no rows were found that have what it uses: ${names.slice(0, 8).map(write2).join(", ")}`;
  }
}
function describeRows({ path, cases }, { suites }) {
  const suite = suites.find(({ dataset }) => dataset === path);
  const names = [...new Set(cases.slice(0, 20).flatMap(columnsOf))];
  const note = suite === void 0 ? "is evidently of no prompt that was found" : `suite "${suite.name}"`;
  return { path, kind: "rows", format: null, cases: cases.length, names, note };
}
function describeCode({ code }, { basis, suites }) {
  const [first, ...more] = code;
  if (first === void 0 || basis !== "code" && basis !== "example") return [];
  const others = more.length === 0 ? "" : `and ${count(more.length, "more file", "more files")} of source code: `;
  const becomes = basis === "code" ? `your application answers, and Prompt Assay judges (${suites.map(({ name }) => `"${name}"`).join(", ")})` : "prompts in source code are judged by what the application answers; that needs rows, see docs/outputs.md";
  return [plain2(first, "code", `${others}${becomes}`)];
}
function plain2(path, kind, note) {
  return { path, kind, format: null, cases: 0, names: [], note };
}

// src/init/notes.ts
function listNotes({ leftOut, config }, setup) {
  const { basis, suites, files } = setup;
  const missing = suites.flatMap(
    ({ name, checks }) => checks?.missing ? [`Suite "${name}": ${checks.missing}.`] : []
  );
  return [
    ...leftOut === 0 ? [] : [`${count(leftOut, "file")} of the repository were too many to look at.`],
    ...explain[basis](files.map(({ path }) => path)),
    ...suites.length === 0 && config === null ? ["No config is needed: each prompt file found is a suite of itself."] : [],
    ...missing,
    "The workflow names OWNER and a commit of zeros: put there the owner of the action, and the commit that you have read."
  ];
}
var explain = {
  found: () => [],
  guess: () => [
    "Prompts and rows were put together since the columns fit and nothing else was there: take out what does not belong."
  ],
  code: () => ["The workflow calls outputs.py, which is yours to write: it answers each row (docs/outputs.md)."],
  starter: ([rows2]) => [`Replace the rows of ${rows2}: they only show which columns the prompt reads.`],
  example: ([prompt2, rows2]) => [
    `Nothing to evaluate was found, so a small example was put in its place: ${prompt2} with the rows of ${rows2}.`
  ]
};

// src/init/example.ts
var prompt = `# An example: which department is to answer a message? Change it, and see what a run says.
name: triage
messages:
  - role: system
    content: |
      You sort messages of customers. Answer with one word and nothing else: billing, delivery or account.
  - role: user
    content: "{{input}}"
`;
var rows = [
  ["billing-1", "You took the money twice this month.", "billing"],
  ["billing-2", "Where do I find the invoice for March?", "billing"],
  ["billing-3", "Can I pay by card in place of a transfer?", "billing"],
  ["billing-4", "The discount is missing on my bill.", "billing"],
  ["delivery-1", "My parcel should have been here on Monday.", "delivery"],
  ["delivery-2", "The box arrived open and one cup is broken.", "delivery"],
  ["delivery-3", "Can you send it to my office?", "delivery"],
  ["delivery-4", "The tracking page has not changed for a week.", "delivery"],
  ["account-1", "I cannot log in since I have a new phone.", "account"],
  ["account-2", "Please delete my profile.", "account"],
  ["account-3", "How do I change my e-mail address?", "account"],
  ["account-4", "The link to reset my password does not work.", "account"]
];
var exampleFiles = [
  { path: "prompts/triage.prompt.yml", text: prompt },
  {
    path: "evals/triage.jsonl",
    text: rows.map(([id, input, expected]) => `${JSON.stringify({ id, input, expected })}
`).join("")
  }
];

// src/init/globs.ts
import { posix } from "node:path";
var fewest = 4;
function joinGlobs(prompts, { paths, prompts: all }) {
  const files = [...new Set(prompts.flatMap(({ path, key }) => key === null ? [path] : []))];
  const groups = /* @__PURE__ */ new Map();
  for (const path of files) {
    const glob = `${escapeGlob(folderOf(path))}*${endingOf(path)}`;
    groups.set(glob, [...groups.get(glob) ?? [], path]);
  }
  const own = new Set(files);
  const others = [...paths].filter((path) => !own.has(path));
  const ofFiles = [...groups].flatMap(
    ([glob, some]) => some.length >= fewest && !others.some(buildMatcher([glob])) ? [glob] : some.map(escapeGlob)
  );
  const chosen = new Set(prompts);
  const named = prompts.flatMap(({ path, key }) => {
    if (key === null) return [];
    const isWhole = all.every(({ prompt: prompt2 }) => prompt2.path !== path || chosen.has(prompt2));
    return [`${escapeGlob(path)}#${isWhole || !isNamable(key) ? "*" : escapeGlob(key)}`];
  });
  return [.../* @__PURE__ */ new Set([...ofFiles, ...named])];
}
function isNamable(key) {
  return /^[^#/.][^#/]*$/.test(key);
}
function folderOf(path) {
  return path.slice(0, path.length - posix.basename(path).length);
}
function endingOf(path) {
  return escapeGlob(/\..*$/s.exec(posix.basename(path))?.[0] ?? "");
}

// src/init/pairing.ts
import { posix as posix2 } from "node:path";

// src/init/fitting.ts
var maxFiles = 4;
var maxRows = 200;
function findFitting(prompt2, rows2) {
  const names = variablesOf(prompt2.prompt).map((name) => [name, name.split(".", 1)[0] ?? name]);
  const mayFill = ({ cases: [first] }) => first !== void 0 && (first.messages !== null || names.every((own) => own.some((name) => Object.hasOwn(first.variables, name))));
  return rows2.filter(mayFill).map((one) => ({ one, rank: rankOf(prompt2, one) })).sort((a, b) => compareRanks(b.rank, a.rank)).slice(0, maxFiles).map(({ one }) => one).filter((one) => fills(one, prompt2));
}
function fills({ cases }, { prompt: prompt2 }) {
  const tried = cases.slice(0, maxRows);
  return warnUnsent(prompt2, tried).length === 0 && checkPrompt(prompt2, tried).length === 0;
}
function countSharedWords(prompt2, rows2) {
  return [...prompt2.words].filter((word) => rows2.words.has(word)).length;
}
function rankOf(prompt2, rows2) {
  const near = countCommonFolders(prompt2.prompt.path, rows2.path);
  return [countSharedWords(prompt2, rows2), near, Number(rows2.isNamed), rows2.cases.length];
}
function compareRanks(one, other) {
  const differs = one.findIndex((figure, index) => figure !== other[index]);
  return differs === -1 ? 0 : (one[differs] ?? 0) - (other[differs] ?? 0);
}
function countCommonFolders(path, other) {
  const [one, two] = [path, other].map((each) => each.split("/").slice(0, -1));
  const differs = one.findIndex((folder, index) => folder !== two[index]);
  return differs === -1 ? one.length : differs;
}

// src/init/words.ts
var common = new Set(
  `prompt prompts system user assistant eval evals evaluation evaluations dataset datasets data golden gold test tests testset
  case cases row rows example examples benchmark benchmarks sample samples src app apps packages services lib github template templates
  v1 v2 v3 main base default md markdown txt yml yaml json jsonl ndjson csv tsv prompty j2 jinja hbs`.split(/\s+/)
);
function wordsOf(path) {
  const words = path.replace(new RegExp("(\\p{Ll})(\\p{Lu})", "gu"), "$1 $2").toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return new Set(words.filter((word) => word !== "" && !common.has(word)));
}

// src/init/pairing.ts
var maxName = 60;
function pairFound({ prompts, rows: rows2 }) {
  const alone = prompts.filter(({ isAlone }) => isAlone);
  const carrying = prompts.filter(({ isAlone, cases }) => !isAlone && cases.length > 0);
  const needing = prompts.filter((found3) => !alone.includes(found3) && !carrying.includes(found3));
  const tried = needing.map((prompt2) => ({ prompt: prompt2, fitting: findFitting(prompt2, rows2) }));
  const takers = (one) => tried.filter(({ prompt: prompt2, fitting }) => !prompt2.isForAssistants && fitting.includes(one));
  const isEvident = ({ prompt: prompt2, fitting: [best, ...more] }) => best !== void 0 && (countSharedWords(prompt2, best) > 0 || !prompt2.isForAssistants && (hasOwnVariable(prompt2) || best.isNamed && more.length === 0 && takers(best).length === 1));
  const matched = tried.filter(isEvident);
  const found2 = [...groupByRows(matched), ...carrying.map((prompt2) => ({ prompts: [prompt2], rows: null }))];
  const open = tried.filter((one) => !matched.includes(one));
  return {
    pairs: nameSuites(found2),
    alone,
    open: open.map(({ prompt: prompt2, fitting }) => ({ prompt: prompt2, mayTake: fitting }))
  };
}
function guessPairs(pairing) {
  const isGuess = ({ prompt: prompt2, mayTake }) => mayTake.length > 0 && !prompt2.isForAssistants;
  const guessed = pairing.open.filter(isGuess).map(({ prompt: prompt2, mayTake }) => ({ prompt: prompt2, fitting: mayTake }));
  return { ...pairing, pairs: nameSuites(groupByRows(guessed)), open: pairing.open.filter((one) => !isGuess(one)) };
}
function groupByRows(matched) {
  const byRows = /* @__PURE__ */ new Map();
  for (const { prompt: prompt2, fitting } of matched) {
    const [best] = fitting;
    if (best !== void 0) byRows.set(best, [...byRows.get(best) ?? [], prompt2]);
  }
  return [...byRows].flatMap(([rows2, own]) => partTwins(own).map((prompts) => ({ prompts, rows: rows2 })));
}
function partTwins(prompts) {
  const groups = [];
  for (const found2 of prompts) {
    const { name } = found2.prompt;
    const group = groups.find((one) => name === null || one.every(({ prompt: prompt2 }) => prompt2.name !== name));
    if (group === void 0) groups.push([found2]);
    else group.push(found2);
  }
  return groups;
}
function hasOwnVariable({ prompt: prompt2 }) {
  return variablesOf(prompt2).some((name) => name !== "input");
}
function nameSuites(found2) {
  const taken = /* @__PURE__ */ new Set();
  return found2.map(({ prompts, rows: rows2 }) => {
    const paths = [
      ...prompts.length === 1 ? prompts.map(({ address }) => address) : [],
      ...rows2 === null ? [] : [rows2.path]
    ];
    const short = join(
      paths.map((path) => wordsOf(posix2.basename(path))).find((words) => words.size > 0) ?? ["prompts"]
    );
    const long = join(paths.map(wordsOf).find((words) => words.size > 0) ?? ["prompts"]);
    const numbered = Array.from({ length: taken.size + 1 }, (_, index) => `${short}-${index + 2}`);
    const name = [short, long, ...numbered].find((wish) => !taken.has(wish)) ?? short;
    taken.add(name);
    return { name, prompts, rows: rows2 };
  });
}
function join(words) {
  return [...words].join("-").slice(0, maxName);
}

// src/init/sources.ts
var manifests = /^(package\.json|package-lock\.json|pnpm-lock\.yaml|yarn\.lock|requirements[^/]*\.txt|pyproject\.toml|poetry\.lock|uv\.lock|Pipfile(\.lock)?|go\.(mod|sum)|Gemfile(\.lock)?|Cargo\.(toml|lock)|pom\.xml|composer\.(json|lock))$/;
var asides = /^(docs?|examples?|scripts?|tools?|\.[^/]*)\//;
function findSources(code, paths) {
  const own = code.filter((path) => !asides.test(path));
  const used = own.length > 0 ? own : code;
  const folders = new Set(used.filter((path) => path.includes("/")).map((path) => path.slice(0, path.indexOf("/"))));
  const all = [...paths];
  if (all.some((path) => path.startsWith("prompts/"))) folders.add("prompts");
  return [
    ...[...folders].sort().map((folder) => `${escapeGlob(folder)}/**`),
    ...used.filter((path) => !path.includes("/")).map(escapeGlob),
    ...all.filter((path) => manifests.test(path)).map(escapeGlob)
  ];
}

// src/init/starting-checks.ts
var maxLabel = 40;
var maxWords = 4;
var maxKeys = 3;
var overlooked = "normalize: [unicode, whitespace, case]";
function chooseChecks(cases, prompt2) {
  if (cases.length > 0 && cases.every(({ variables: { checks } }) => Array.isArray(checks) && checks.length > 0)) {
    const why = ['Each row brings its own checks, in its column "checks"; all of them have to hold.'];
    return { lines: ["- { name: checks, type: row-checks }"], why, missing: null };
  }
  const column = findGold(cases, prompt2);
  const chosen = chooseByGold(cases, goldIn(cases, column), prompt2);
  return column === "expected" || chosen.missing !== null ? chosen : readFrom(column, chosen);
}
function findGold(cases, prompt2) {
  const read = prompt2 === null ? [] : variablesOf(prompt2);
  const columns = Object.keys(cases[0]?.variables ?? {});
  const isGold = (name) => looksLikeGold(name) && /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !read.includes(name);
  const near = columns.find((name) => isGold(name) && goldIn(cases, name).length === cases.length);
  return goldIn(cases, "expected").length > 0 ? "expected" : near ?? "expected";
}
function goldIn(cases, column) {
  return cases.map(({ variables }) => variables[column] ?? null).filter((value) => !isBlank(value));
}
function readFrom(column, { lines, why, missing }) {
  return {
    lines: lines.map((line) => line.replaceAll("{{ expected", `{{ ${column}`)),
    why: [`The column "${column}" is taken for the right answer.`, ...why],
    missing
  };
}
function chooseByGold(cases, gold, prompt2) {
  if (gold.length < cases.length) return withoutGold(cases, gold);
  const objects = gold.map(asObject).filter((value) => value !== null);
  if (objects.length === gold.length) return forObjects(objects, gold.every(isJsonObject));
  const texts = gold.flatMap((value) => Array.isArray(value) ? value : [value]);
  const path = pathOfAnswer(prompt2);
  if (gold.every((value) => isJsonNumber(value) || isNumeral(value))) {
    return found("expected", "number", path ?? "", "Numbers are expected: the answer has to be the number alone.");
  }
  if (gold.every((value) => typeof value === "boolean")) {
    return found("expected", "equals", path ?? "", "true or false is expected, as JSON.");
  }
  const isShort = texts.every((text) => typeof text !== "string" || isLabel(text));
  if (!isShort) return forLongTexts();
  const kinds = new Set(texts.map((text) => String(text).toLowerCase())).size;
  if (path !== null || kinds <= Math.max(2, cases.length / 2)) {
    const why = `${kinds} different short texts are expected, so the whole ${path === null ? "answer" : "value"} has to be one.`;
    return found("label", "equals", `${path ?? ""}, ${overlooked}`.replace(/^, /, ""), why);
  }
  return found(
    "answer",
    "contains",
    overlooked,
    "Short answers are expected: each has to stand somewhere in the answer."
  );
}
function found(name, type, more, why) {
  const keys = [`name: ${name}`, `type: ${type}`, 'expected: "{{ expected }}"', ...more === "" ? [] : [more]];
  return { lines: [`- { ${keys.join(", ")} }`], why: [why], missing: null };
}
function withoutGold(cases, gold) {
  const what = gold.length === 0 ? "no row says" : `${cases.length - gold.length} of ${cases.length} rows do not say`;
  return {
    lines: ["- { name: answered, type: empty, not: true }", "- { name: not-refused, type: refusal, not: true }"],
    why: ["All that can be checked without an expected answer."],
    missing: `${what} which answer is right: add a column "expected" (prompt-assay label --dataset FILE asks you row by row)`
  };
}
function forObjects(objects, areReachable) {
  const [first = {}] = objects;
  const shared = Object.keys(first).filter((key) => objects.every((one) => Object.hasOwn(one, key)));
  const plain3 = shared.filter(
    (key) => /^[\p{L}\p{N}_-]+$/u.test(key) && objects.every((one) => isPlain(one[key] ?? null))
  );
  if (areReachable && plain3.length > 0) {
    const rest = shared.length > maxKeys ? ` The first ${maxKeys} of ${shared.length} keys; each gate more is harder to prove.` : "";
    return {
      lines: plain3.slice(0, maxKeys).map(
        (key) => `- { name: ${quoteYaml(key)}, type: equals, path: ${quoteYaml(`/${key}`)}, expected: "{{ expected.${key} }}", from: fenced }`
      ),
      why: [`JSON is expected, and these of its values are compared.${rest}`],
      missing: null
    };
  }
  const keys = shared.length === 0 ? "" : `, required: [${shared.map((key) => quoteYaml(key)).join(", ")}]`;
  return {
    lines: [`- { name: shape, type: json-schema, from: fenced, schema: { type: object${keys} } }`],
    why: [
      'JSON is expected: its shape alone is looked at. For its values, write "expected" as JSON, and checks as',
      '{ name: x, type: equals, path: /x, expected: "{{ expected.x }}" }.'
    ],
    missing: null
  };
}
function forLongTexts() {
  return {
    lines: ['- { name: words, type: token-f1, expected: "{{ expected }}" }'],
    why: [
      "Long texts are expected: the share of words that the answer has in common is a crude measure, from 0 to 1.",
      "A judge reads better. It reports until labels of people vouch for it (docs/judge.md):",
      'judges: [{ name: same, type: rubric, rubric: "builtin:similarity" }], with "judge: { model: { id: … } }" above.'
    ],
    missing: null
  };
}
function pathOfAnswer(prompt2) {
  const properties = prompt2?.responseFormat?.schema?.properties ?? null;
  const names = isJsonObject(properties) ? Object.keys(properties) : [];
  const [name] = names;
  return names.length === 1 && name !== void 0 && /^[\w-]+$/.test(name) ? `path: ${quoteYaml(`/${name}`)}` : null;
}
function isBlank(value) {
  return value === null || typeof value === "string" && value.trim() === "";
}
function isPlain(value) {
  return typeof value === "string" ? isLabel(value) : value !== null && !(Array.isArray(value) || isJsonObject(value));
}
function isLabel(text) {
  return text.length <= maxLabel && text.trim().split(/\s+/).length <= maxWords;
}
function isNumeral(value) {
  return typeof value === "string" && /^\s*-?\d+(\.\d+)?\s*$/.test(value);
}
function asObject(value) {
  const read = typeof value === "string" && value.trimStart().startsWith("{") ? parseJson(value) : value;
  return isJsonObject(read) ? read : null;
}

// src/init/candidates.ts
var maxOfKind = 2e3;
var textEnding = /\.(md|markdown|txt|ya?ml|json|j2|jinja2?|hbs|handlebars|mustache|tmpl|tpl|toml|xml|baml|prompty?)$/i;
var tableEnding = /\.(jsonl|ndjson|csv|tsv)$/i;
var codeEnding = /\.(py|[cm]?[jt]sx?|go|rb|java|kt|rs|cs|php|swift|scala|exs?)$/i;
var promptWord = /(^|[/_.-])prompts?([_.-][^/]*)?$/i;
var pages = /(^|\/)docs?\//i;
var rowsWord = /(^|[/_.-])(evals?|evaluations?|datasets?|gold|golden|test-?(?:sets?|data|cases)|benchmarks?|rows|cases)([/_.-]|$)/i;
var nobodys = /(^|\/)(node_modules|\.git|dist|vendor|\.venv|venv|prompt-assay-(report|demo))\//;
var ofTools = /(^|\/)(readme|changelog|contributing|license|licence|security|code_of_conduct)(\.[a-z]+)?$|(^|\/)(package(-lock)?|composer|t?sconfig[^/]*|jsconfig)\.json$|[-.]lock(\.ya?ml|\.json)?$|(^|\/)pnpm-lock\.yaml$|\.schema\.(json|ya?ml)$|\.labels\.jsonl$|(^|\/)\.github\/(workflows\/|dependabot)/i;
var tests = /(^|\/)(tests?|__tests__|spec)\/|[._-](test|spec)\.|(^|\/)test_/i;
var unnamable = /[\\\p{Cc}]/u;
var assistants = [
  /(^|\/)\.(claude|cursor|codex|gemini|windsurf)\//,
  /(^|\/)(AGENTS|CLAUDE|GEMINI|SKILL)\.md$/,
  /(^|\/)\.github\/(prompts|instructions|chatmodes|agents|copilot-instructions)/,
  /\.(agent|instructions|chatmode)\.md$/
];
function isForAssistants(path) {
  return assistants.some((pattern) => pattern.test(path));
}
function listCandidates({ entries }) {
  const paths = [...entries.keys()].filter((path) => !nobodys.test(path) && !unnamable.test(path) && !isConfigName(path)).sort((a, b) => depthOf(a) - depthOf(b) || (a < b ? -1 : 1));
  const files = paths.filter((path) => !ofTools.test(path));
  const isRows = (path) => isReadAsRows(path) && rowsWord.test(path);
  const kinds = {
    prompts: files.filter(isNamedAsPrompt),
    texts: files.filter((path) => textEnding.test(path) && !pages.test(path) && !isNamedAsPrompt(path)),
    rows: files.filter((path) => isRows(path) && !isNamedAsPrompt(path)),
    unread: files.filter((path) => rowsWord.test(path) && explainUnread({ path, line: null, column: null }) !== null),
    tables: files.filter((path) => tableEnding.test(path) && isReadAsRows(path) && !isRows(path)),
    code: files.filter((path) => codeEnding.test(path) && !tests.test(path)),
    workflows: paths.filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path))
  };
  const leftOut = Object.values(kinds).reduce((sum, list) => sum + Math.max(0, list.length - maxOfKind), 0);
  const cut = Object.fromEntries(Object.entries(kinds).map(([kind, list]) => [kind, list.slice(0, maxOfKind)]));
  return { ...cut, leftOut };
}
function isNamedAsPrompt(path) {
  if (isForAssistants(path)) return textEnding.test(path);
  const isOwn = promptFormats.some(
    (format) => format.recognisesPath(path) && !format.recognisesPath(path.replace(/^.*(\.[^./]+)$/s, "x$1"))
  );
  return isOwn || textEnding.test(path) && (isPromptPath(path) || promptWord.test(path) && !pages.test(path));
}
function depthOf(path) {
  return path.split("/").length;
}

// src/init/survey.ts
var maxRowsBytes = 10 * 1024 * 1024;
var filesAtOnce = 50;
async function surveyTree(repository, tree) {
  const candidates = listCandidates(tree);
  const read = (paths, most = maxTextBytes) => readTexts(repository, tree, paths, most);
  const named = await read(candidates.prompts);
  const told = (await read(candidates.texts)).filter(({ file }) => file !== null && isPromptContent(file));
  const prompts = await Promise.all([...named, ...told].map((text) => readPrompt(repository, tree, text)));
  const parts = new Set(prompts.flatMap(({ includes }) => includes));
  const found2 = prompts.flatMap((one) => one.prompts).filter(({ prompt: prompt2 }) => !parts.has(prompt2.path));
  const taken = /* @__PURE__ */ new Set([...parts, ...found2.map(({ prompt: prompt2 }) => prompt2.path)]);
  const rows2 = [
    ...(await read(candidates.rows, maxRowsBytes)).map((text) => readRows(text, true)),
    ...(await read(candidates.tables, maxRowsBytes)).map((text) => readRows(text, false))
  ];
  const workflows = await read(candidates.workflows);
  return {
    prompts: found2,
    rows: rows2.flatMap(({ rows: one }) => one ?? []).filter(({ path }) => !taken.has(path)),
    unread: [
      ...[...prompts, ...rows2].flatMap(({ unread }) => unread ?? []).filter(({ path }) => !taken.has(path)),
      ...candidates.unread.flatMap(explainRows)
    ],
    code: candidates.code,
    config: selectConfigPath(tree, null),
    workflow: workflows.find(({ file }) => /uses:\s*\S*\/prompt-assay@/.test(file?.text ?? ""))?.path ?? null,
    paths: new Set(tree.entries.keys()),
    leftOut: candidates.leftOut
  };
}
async function readTexts(repository, tree, paths, most) {
  const texts = [];
  for (let from = 0; from < paths.length; from += filesAtOnce) {
    const some = paths.slice(from, from + filesAtOnce).map((path) => {
      const problems = [];
      return { path, problems, entry: collectProblems(problems, () => fileEntry(tree, path)) };
    });
    const blobs = await repository.readBlobs([...new Set(some.flatMap(({ entry }) => entry?.hash ?? []))]);
    for (const { path, problems, entry } of some) {
      const bytes = blobs.get(entry?.hash ?? "");
      const file = bytes && collectProblems(problems, () => decodeSourceFile(path, bytes, most));
      texts.push({ path, file: file ?? null, problems });
    }
  }
  return texts;
}
async function readPrompt(repository, tree, { path, file, problems }) {
  const refuse = ([problem]) => {
    return { prompts: [], unread: problem === void 0 ? null : { path, kind: "prompt", problem }, includes: [] };
  };
  if (file === null) return refuse(problems);
  try {
    const reading = { ...ownReading, byName: formatOf(file, ownReading) === null };
    const included = await readIncluded(repository, tree, [file], () => reading);
    const prompts = parseOnce(file, reading, included).map(describePrompt2);
    return { prompts, unread: null, includes: [...included.keys()] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return refuse(error.problems);
  }
}
var standsByItself = buildMatcher(promptFormats.flatMap(({ standingAlone }) => standingAlone));
function describePrompt2(prompt2) {
  const { path, metrics, unread } = prompt2;
  const rows2 = prompt2.rows ?? [];
  const cases = rows2.length === 0 ? [] : parseRows(rows2).cases;
  const carriesAll = cases.length > 0 && metrics.length > 0 && unread.length === 0;
  return {
    address: addressOf(prompt2),
    words: wordsOf(addressOf(prompt2)),
    prompt: prompt2,
    cases,
    isAlone: carriesAll && standsByItself(path),
    isForAssistants: isForAssistants(path)
  };
}
function explainRows(path) {
  const error = explainUnread({ path, line: null, column: null });
  return (error?.problems.slice(0, 1) ?? []).map((problem) => ({ path, kind: "rows", problem }));
}
function readRows({ path, file, problems }, isNamed) {
  const told = [...problems];
  const dataset = file === null ? null : collectProblems(told, () => joinDatasets([file]));
  const [problem] = told;
  return {
    rows: dataset === null ? null : { path, words: wordsOf(path), cases: dataset.cases, isNamed },
    unread: dataset === null && problem !== void 0 && isNamed ? { path, kind: "rows", problem } : null
  };
}

// src/init/setup.ts
var { gate } = defaultsOf(suiteKeys);
var leastCases = casesForUnchangedPass(resolveMargin(gate, gate.minCases), gate.alpha);
var starterRows = ["a first", "a second", "a third"];
function planSetup(survey, isLocal) {
  const pairing = pairFound(survey);
  const { alone, pairs } = pairing;
  const own = survey.prompts.filter(({ isForAssistants: isForAssistants2 }) => !isForAssistants2);
  const models = [...new Set(own.flatMap(({ prompt: prompt2 }) => prompt2.model ?? []))].sort();
  const lacksJudgeModel = own.some(({ prompt: prompt2 }) => prompt2.metrics.some(lacksModel));
  const plan = { pairing, models, lacksJudgeModel, files: [], starter: null };
  if (pairs.length > 0) return { ...plan, basis: "found", suites: pairs.map((pair) => buildSuite(pair, survey)) };
  const named = survey.rows.filter(({ isNamed }) => isNamed);
  if (own.length === 0 && named.length > 0 && survey.code.length > 0) {
    const suites = nameSuites(named.map((rows2) => ({ prompts: [], rows: rows2 }))).map((pair) => buildSuite(pair, survey));
    return { ...plan, basis: "code", suites };
  }
  if (alone.length > 0) {
    const isEnough = !isLocal && !lacksJudgeModel && alone.every(({ prompt: prompt2 }) => prompt2.model !== null);
    const parts = nameSuites(partTwins(alone).map((prompts) => ({ prompts, rows: null })));
    return { ...plan, basis: "found", suites: isEnough ? [] : parts.map((pair) => buildSuite(pair, survey)) };
  }
  const guessed = guessPairs(pairing);
  if (guessed.pairs.length > 0) {
    const suites = guessed.pairs.map((pair) => buildSuite(pair, survey));
    return { ...plan, pairing: guessed, basis: "guess", suites };
  }
  if (survey.config !== null) return { ...plan, basis: "found", suites: [] };
  const starter = own.map((found2) => startRows(found2, survey)).find((one) => one !== null);
  if (starter !== void 0) return { ...plan, basis: "starter", ...starter };
  return { ...plan, basis: "example", ...buildExample(survey) };
}
function lacksModel(metric) {
  return metric.kind === "judge" && (metric.model ?? null) === null;
}
function buildSuite({ name, prompts, rows: rows2 }, survey) {
  const [first] = prompts;
  const isOfCode = first === void 0;
  const globs = isOfCode ? findSources(survey.code, survey.paths) : joinGlobs(
    prompts.map(({ prompt: prompt2 }) => prompt2),
    survey
  );
  const isGated = rows2 === null && prompts.every(({ prompt: prompt2 }) => prompt2.metrics.length > 0);
  const cases = rows2?.cases ?? first?.cases ?? [];
  return {
    name,
    from: { key: isOfCode ? "sources" : "prompts", globs },
    dataset: rows2?.path ?? null,
    checks: isGated ? null : chooseChecks(cases, first?.prompt ?? null),
    isSmall: cases.length >= gate.minCases && cases.length < leastCases
  };
}
function startRows(found2, survey) {
  const names = variablesOf(found2.prompt);
  const values = starterRows.map(
    (which) => Object.fromEntries(names.map((name) => [name, `Write ${which} ${name} here.`]))
  );
  const path = freePath(`evals/${nameSuites([{ prompts: [found2], rows: null }])[0]?.name}.jsonl`, survey);
  const where = { path, line: null, column: null };
  const cases = collectProblems([], () => parseRows(values.map((row) => ({ values: row, where }))).cases);
  if (cases === null || names.length === 0 || checkPrompt(found2.prompt, cases).length > 0) return null;
  const rows2 = { path, words: wordsOf(path), cases, isNamed: true };
  const [named] = nameSuites([{ prompts: [found2], rows: rows2 }]);
  if (named === void 0) return null;
  const file = { path, text: values.map((row) => `${JSON.stringify(row)}
`).join("") };
  return { suites: [buildSuite(named, survey)], files: [file], starter: found2.address };
}
function buildExample(survey) {
  const files = exampleFiles.map(({ path, text }) => ({ path: freePath(path, survey), text }));
  const [prompt2, dataset] = files;
  const prompts = parsePrompts(prompt2).map(describePrompt2);
  const rows2 = {
    path: dataset.path,
    words: wordsOf(dataset.path),
    cases: joinDatasets([dataset]).cases,
    isNamed: true
  };
  return { suites: nameSuites([{ prompts, rows: rows2 }]).map((pair) => buildSuite(pair, survey)), files };
}
function freePath(path, { paths }) {
  const wishes = Array.from({ length: paths.size + 1 }, (_, index) => path.replace(/(\.[^/]*)$/, `-${index + 2}$1`));
  return [path, ...wishes].find((wish) => !paths.has(wish)) ?? path;
}

// src/init/workflow-text.ts
var workflowPath = ".github/workflows/prompt-assay.yml";
var action = "OWNER/prompt-assay@0000000000000000000000000000000000000000 # the commit that you have read";
var checkout = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1";
var restore = "actions/cache/restore@27d5ce7f107fe9357f9df03efb73ab90386fccae # v5.0.5";
var save = "actions/cache/save@27d5ce7f107fe9357f9df03efb73ab90386fccae # v5.0.5";
var upload = "actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0";
var uploadPage = `      - uses: ${upload}
        if: always()
        with:
          path: prompt-assay-report/report.html
          archive: false # opens in a browser as it is
          if-no-files-found: ignore
`;
var renderHead = (inputs) => `# Written by "prompt-assay init". Put the owner of the action for OWNER, and the commit that you have read for the zeros.
# Then make the job "assay" a required check. Where nothing changed that is evaluated it passes in about a second.
name: Prompts
on:
  pull_request:
    types: [opened, synchronize, reopened, labeled, unlabeled, edited, ready_for_review]
  workflow_dispatch: # by hand, on main: stores the baseline
${inputs}
permissions: {}

concurrency:
  group: prompts-\${{ github.event.pull_request.number || github.ref }}
  cancel-in-progress: \${{ github.event.action == 'synchronize' }}

jobs:
  assay:
    if: github.event_name != 'workflow_dispatch'
`;
var reasonInput = `    inputs:
      reason:
        description: Why main is re-baselined
        type: string
`;
var assayPermissions = `    timeout-minutes: 60
    permissions:
      contents: read # prompts, rows, the stored baseline
      pull-requests: write # the comment
      statuses: write # to remember who accepted a verdict
`;
var onMain = `
  baseline:
    if: github.event_name == 'workflow_dispatch' && github.ref_name == github.event.repository.default_branch
`;
var baselinePermissions = `    timeout-minutes: 60
    permissions:
      contents: write # the branch prompt-assay-baselines
    steps:
`;
function renderPromptWorkflow(server) {
  const runner = server === null ? "    runs-on: ubuntu-latest\n" : `    runs-on: self-hosted # a runner that reaches ${server}, which the config names
`;
  const isKeyless = server !== null && isLoopback(new URL(server));
  const key = isKeyless ? "" : `          api-key: \${{ secrets.OPENAI_API_KEY }} # Settings, Secrets and variables, Actions
`;
  const cache = ".prompt-assay/cache";
  const cacheKeys = `          path: ${cache}
          key: prompt-assay-\${{ github.run_id }}-\${{ github.run_attempt }}
`;
  return `${renderHead(reasonInput)}${runner}${assayPermissions}    steps:
      - uses: ${restore}
        with:
${cacheKeys}          restore-keys: prompt-assay-
      - uses: ${action}
        with:
${key}          cache-path: ${cache}
      - uses: ${save}
        if: always() # a red run is exactly the one that is run again
        with:
${cacheKeys}${uploadPage}${onMain}${runner}${baselinePermissions}      - uses: ${action}
        with:
${key}          reason: \${{ inputs.reason }}
`;
}
function renderOutputsWorkflow() {
  return `${renderHead("")}    runs-on: ubuntu-latest
${assayPermissions}    steps:
      - uses: ${checkout}
        with:
          fetch-depth: 0
          persist-credentials: false
      # outputs.py is yours to write, in any language: it answers each row of the dataset and writes a line for each,
      # {"case": "row-1", "sample": 0, "output": "…"}. docs/outputs.md of Prompt Assay has three of them to copy.
      - name: Make the outputs of both sides
        run: |
          git worktree add --quiet --detach "$RUNNER_TEMP/base" HEAD^1
          python3 "$RUNNER_TEMP/base/outputs.py" --out baseline.jsonl
          python3 outputs.py --out candidate.jsonl
        env:
          OPENAI_API_KEY: \${{ secrets.OPENAI_API_KEY }}
      - name: First look
        id: first
        continue-on-error: true # whether it stands is said below
        uses: ${action}
        with:
          mode: outputs
          baseline-outputs: baseline.jsonl
          candidate-outputs: candidate.jsonl
      - name: Make what a second look needs
        if: steps.first.outputs.needed > 0
        run: |
          python3 "$RUNNER_TEMP/base/outputs.py" --out baseline.jsonl --needed "$NEEDED" --side baseline
          python3 outputs.py --out candidate.jsonl --needed "$NEEDED" --side candidate
        env:
          NEEDED: \${{ steps.first.outputs.needed-path }}
          OPENAI_API_KEY: \${{ secrets.OPENAI_API_KEY }}
      - name: Second look
        if: steps.first.outputs.needed > 0
        uses: ${action}
        with:
          mode: outputs
          baseline-outputs: baseline.jsonl
          candidate-outputs: candidate.jsonl
      - name: A red first look stands where it wants no other
        if: steps.first.outcome == 'failure' && !(steps.first.outputs.needed > 0)
        run: exit 1
${uploadPage}${onMain}    runs-on: ubuntu-latest
${baselinePermissions}      - uses: ${checkout}
        with:
          persist-credentials: false
      - run: python3 outputs.py --out main.jsonl --samples 0..4
        env:
          OPENAI_API_KEY: \${{ secrets.OPENAI_API_KEY }}
      - uses: ${action}
        with:
          mode: outputs
          candidate-outputs: main.jsonl
`;
}

// src/report/init-text.ts
var maxFindings = 40;
var maxAlike = 3;
function renderInit({ found: found2, written, kept, proposed, notes, next }) {
  const shown = found2.filter(isTold).slice(0, maxFindings);
  const width = Math.max(0, ...shown.map(({ path }) => oneLine(path).length));
  const lines = [
    ...found2.length === 0 ? [] : ["Found:"],
    ...shown.map((one) => `  ${one.kind.padEnd(8)}  ${oneLine(one.path).padEnd(width)}  ${describe(one)}`),
    ...found2.length > shown.length ? [`  and ${found2.length - shown.length} more (--json lists all)`] : [],
    ...written.map((path) => `Written: ${oneLine(path)}`),
    ...kept.map(({ path, reason }) => `Kept: ${oneLine(path)} ${reason}`),
    ...proposed.flatMap(({ path, text }) => ["", `── ${oneLine(path)} (not written)`, text.trimEnd()]),
    ...proposed.length === 0 ? [] : [""],
    ...notes.map(oneLine),
    "",
    `Next: ${next}`
  ];
  return `${lines.map(revealText).join("\n")}
`;
}
function isTold({ kind, note }, index, all) {
  return all.slice(0, index).filter((one) => one.kind === kind && one.note === note).length < maxAlike;
}
function describe({ format, cases, names, note }) {
  const facts = [
    ...format === null ? [] : [format],
    ...cases === 0 ? [] : [count(cases, "row")],
    ...names.length === 0 ? [] : [names.slice(0, 6).join(", ") + (names.length > 6 ? ", …" : "")]
  ];
  return oneLine([...facts.length === 0 ? [] : [facts.join("; ")], note].join(" → "));
}

// src/terminal/init.ts
var configPath = "prompt-assay.yml";
var skillPath = ".claude/skills/prompt-assay/SKILL.md";
var init = {
  name: "init",
  usage: "[--local-model URL] [--agents] [--dry-run]",
  about: `Looks at the working tree of this clone, names the prompts, rows and applications that it finds, and writes a commented
config and workflow for them. What is there already is never overwritten. Asks no model.`,
  flags: {
    "local-model": { value: "URL", help: "for a model of your own, such as Ollama at http://127.0.0.1:11434/v1" },
    agents: { help: `also writes ${skillPath}: what coding agents may do with this tool` },
    "dry-run": { help: "writes nothing, and prints what it would write" },
    json: { help: 'print {"found", "written", "kept", "proposed", "notes", "next"}' }
  },
  positionals: [],
  run: initInTerminal,
  buildFailure: (errors) => ({ ...nothing, errors })
};
var nothing = { found: [], written: [], kept: [], proposed: [], notes: [], next: "" };
async function initInTerminal(flags, _positionals, io) {
  const server = readServer(textFlag(flags, "local-model"));
  if (!await isBelowGit(io.cwd)) {
    const message = "This folder is in no git repository, and Prompt Assay compares what git keeps.";
    throw UserError.of(message, "Run git init first, or go to the folder of a clone.");
  }
  const git = await openLocalGit(io.cwd);
  try {
    const tree = await git.readWorkingTree();
    const survey = await surveyTree(git, tree);
    const setup = planSetup(survey, server !== null);
    const skill = flags.agents === true ? [await readSkill()] : [];
    const hasSchema = await exists(join2(git.topLevel, installedSchema));
    const files = [...compose(setup, server, hasSchema), ...skill];
    const kept = (await Promise.all(files.map((file) => findObstacle(file, tree, survey, git.topLevel)))).flat();
    const isKept = ({ path }) => kept.some((one) => one.instead === path);
    const free = files.filter((file) => !isKept(file));
    const isDry = flags["dry-run"] === true;
    const written = isDry ? [] : free;
    for (const { path, text } of written) await write(join2(git.topLevel, path), text);
    const command = io.env.npm_command === "exec" ? "npx prompt-assay" : "prompt-assay";
    const result = {
      found: listFindings(survey, setup),
      written: written.map(({ path }) => path),
      kept: kept.map(({ path, reason }) => ({ path, reason })),
      proposed: isDry ? files : files.filter(isKept),
      notes: listNotes(survey, setup),
      next: isDry ? `${command} init` : `${command} validate`
    };
    return { document: { ...result, errors: [] }, text: renderInit(result), exitCode: 0 };
  } finally {
    await git.close();
  }
}
function readServer(text) {
  if (text === null) return null;
  const fault = findBaseUrlFault(text);
  if (fault === null) return new URL(text).href.replace(/\/$/, "");
  throw UserError.of(`--local-model ${fault}.`, "Write a URL like http://127.0.0.1:11434/v1.");
}
function compose(setup, server, hasSchema) {
  const workflow = setup.basis === "code" ? renderOutputsWorkflow() : renderPromptWorkflow(server);
  return [
    ...setup.files,
    ...setup.suites.length === 0 ? [] : [{ path: configPath, text: renderConfig(setup, server, hasSchema) }],
    { path: workflowPath, text: workflow }
  ];
}
async function readSkill() {
  return { path: skillPath, text: await readFile(findOwnPath("docs/skill/SKILL.md"), "utf8") };
}
async function findObstacle({ path }, tree, { config, workflow }, topLevel) {
  if (path === configPath && config !== null) {
    return [{ path: config, instead: path, reason: "is a config already, and stays as it is" }];
  }
  if (path === workflowPath && workflow !== null) {
    return [{ path: workflow, instead: path, reason: "calls Prompt Assay already, and stays as it is" }];
  }
  const link = findLink(tree, path);
  if (link !== null) return [{ path, instead: path, reason: `is not written: ${link.path} is ${link.kind}` }];
  return await exists(join2(topLevel, path)) ? [{ path, instead: path, reason: "is there already, and stays as it is" }] : [];
}
function exists(path) {
  return lstat(path).then(
    () => true,
    () => false
  );
}
async function write(path, text) {
  await mkdir(dirname(path), { recursive: true });
  await writeNew(path, text);
}
export {
  init
};
