import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readChangelogLine
} from "./shared.baseline.changelog-line.js";
import {
  hintKnown,
  quoteName
} from "./shared.text.problems.js";
import {
  renderJsonLine
} from "./shared.text.json-line.js";
import {
  cutText
} from "./shared.report.escape.js";
import {
  isJsonObject,
  parseJson
} from "./shared.json-writer.js";
import {
  UserError,
  buildProblem
} from "./shared.errors.js";

// src/history/merge-line.ts
var mergesPath = "verdicts.jsonl";
var schema = 1;
var maxTitle = 200;
function renderMergeLine({ pull, ...merge }) {
  const named = pull && { ...pull, title: cutText(pull.title, maxTitle) };
  return renderJsonLine({ schema, ...merge, pull: named });
}
var verdicts = ["pass", "fail", "inconclusive"];
function readMergeLine(value) {
  if (!isJsonObject(value)) return null;
  if (typeof value.schema === "number" && value.schema > schema) return "newer";
  const { commit, date, config, head, suites, toolVersion } = value;
  const pull = readPull(value.pull);
  if (value.schema !== schema || !isText(commit) || !isText(date) || !isText(config) || !isText(toolVersion))
    return null;
  if (Number.isNaN(Date.parse(date)) || pull === void 0 || !Array.isArray(suites)) return null;
  const known = suites.map((suite) => readSuite(suite));
  const whole = known.filter((suite) => suite !== null);
  if (whole.length < known.length) return null;
  const time = new Date(date).toISOString();
  return { commit, date: time, config, pull, head: textOrNull(head), suites: whole, toolVersion };
}
var isText = (value) => typeof value === "string";
var textOrNull = (value) => isText(value) ? value : null;
function readPull(value) {
  if (value === null) return null;
  if (!isJsonObject(value) || typeof value.number !== "number" || !Number.isSafeInteger(value.number)) return void 0;
  return { number: value.number, title: textOrNull(value.title) ?? "", url: textOrNull(value.url) };
}
function readSuite(value) {
  if (!isJsonObject(value) || !isText(value.suite)) return null;
  const verdict = verdicts.find((word) => word === value.verdict) ?? null;
  if (verdict === null && value.verdict !== null) return null;
  return {
    suite: value.suite,
    verdict,
    title: textOrNull(value.title),
    key: textOrNull(value.key),
    head: textOrNull(value.head),
    matches: typeof value.matches === "boolean" ? value.matches : null,
    green: value.green === true,
    accepted: readAccepted(value.accepted),
    evidence: textOrNull(value.evidence)
  };
}
function readAccepted(value) {
  if (!isJsonObject(value) || !isText(value.by) || !Array.isArray(value.grounds)) return null;
  const grounds = value.grounds.filter((ground) => isJsonObject(ground) && isText(ground.kind));
  return { by: value.by, grounds };
}

// src/history/history.ts
var changelog = /^([^/]+)\/changelog\.jsonl$/;
function isHistoryPath(path) {
  return path === mergesPath || changelog.test(path);
}
function buildHistory(place, files, last) {
  const errors = [];
  const suites = [...files].flatMap(([path, text]) => {
    const [, folder] = changelog.exec(path) ?? [];
    if (folder === void 0) return [];
    const baselines = readLines(path, text, errors, readChangelogLine).sort(byDate);
    return baselines.length === 0 ? [] : [{ suite: baselines.at(-1)?.suite ?? folder, baselines }];
  });
  const merges = lastWords(readLines(mergesPath, files.get(mergesPath) ?? "", errors, readMergeLine)).sort(byDate);
  const whole = [...suites.map(({ baselines }) => baselines), merges];
  const keep = (lines) => last === null ? lines : lines.slice(-last);
  return {
    ...place,
    suites: suites.map(({ suite, baselines }) => ({ suite, baselines: keep(baselines) })).sort((a, b) => a.suite < b.suite ? -1 : a.suite > b.suite ? 1 : 0),
    merges: keep(merges),
    errors,
    leftOut: whole.reduce((sum, lines) => sum + lines.length - keep(lines).length, 0)
  };
}
function readLines(path, text, errors, read) {
  return text.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    const found = read(parseJson(line));
    if (found !== null && found !== "newer") return [found];
    const message = found === "newer" ? "was written by a newer version." : "is no line of a history.";
    const hint = found === "newer" ? "Update Prompt Assay here." : "Restore it from the history of the baseline branch.";
    errors.push(buildProblem(message, hint, { path, line: index + 1, column: null }));
    return [];
  });
}
function lastWords(merges) {
  return [...new Map(merges.map((merge) => [JSON.stringify([merge.commit, merge.config]), merge])).values()];
}
function byDate(a, b) {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
}
function chooseSuite(history, name) {
  const suites = history.suites.filter(({ suite }) => suite === name);
  const merges = history.merges.flatMap((merge) => {
    const own = merge.suites.filter(({ suite }) => suite === name);
    return own.length === 0 ? [] : [{ ...merge, suites: own }];
  });
  if (suites.length > 0 || merges.length > 0) return { ...history, suites, merges };
  const known = [...history.suites, ...history.merges.flatMap((merge) => merge.suites)].map(({ suite }) => suite);
  throw UserError.of(`There is no history of a suite ${quoteName(name)}.`, hintKnown(name, [...new Set(known)]));
}

// src/pipeline/read-history.ts
async function readHistory({ readTree, readBlobs }, place, last = null) {
  const { entries } = await readTree(place.commit);
  const wanted = [...entries.values()].filter(({ path, mode }) => isHistoryPath(path) && mode.startsWith("100"));
  const blobs = wanted.length === 0 ? /* @__PURE__ */ new Map() : await readBlobs(wanted.map(({ hash }) => hash));
  const files = wanted.map(({ path, hash }) => [path, new TextDecoder().decode(blobs.get(hash))]);
  return buildHistory(place, new Map(files), last);
}

export {
  mergesPath,
  renderMergeLine,
  chooseSuite,
  readHistory
};
