import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  formatCount,
  formatInterval,
  formatScore,
  formatUsd,
  unknown
} from "./shared.prices.usd.js";
import {
  cutText,
  oneLine
} from "./shared.report.escape.js";
import {
  count
} from "./shared.text.prose.js";

// src/history/series.ts
function listSeries(baselines) {
  const series = /* @__PURE__ */ new Map();
  baselines.forEach((line, at) => {
    const measures = new Map(Object.entries(line.measures));
    for (const [name, mean] of Object.entries(line.means)) {
      const points = series.get(name) ?? [];
      const before = points.at(-1);
      const isBreak = before !== void 0 && baselines[before.at]?.scoringRevision !== line.scoringRevision;
      points.push({ at, mean, measure: measures.get(name) ?? null, isBreak });
      series.set(name, points);
    }
  });
  const shorten = shortenNames([...series.keys()]);
  return [...series].map(([name, points]) => ({
    ...{ name, label: shorten(name), points },
    measure: points.findLast(({ measure }) => measure !== null)?.measure ?? null
  })).sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}
function rank({ measure }) {
  if (measure === null) return 1;
  return { gate: 0, report: 1, refused: 2 }[measure.role];
}
function shortenNames(names) {
  const promptOf = (name) => name.slice(0, name.lastIndexOf(" / ") + 3);
  const prompts = new Set(names.map(promptOf));
  return (name) => prompts.size === 1 ? name.slice(promptOf(name).length) : name;
}
function listNews(baselines) {
  const shorten = shortenNames(baselines.flatMap(({ means }) => Object.keys(means)));
  return baselines.map((line, at) => {
    const isAnchor = line.reason !== null;
    const before = baselines[at - 1];
    if (before === void 0) return { isAnchor, models: [], prompts: [], roles: [], hasOtherRules: false };
    const roles = compareEach(before.measures, line.measures, ({ role }) => roleWords[role]);
    return {
      isAnchor,
      models: compareEach(before.models, line.models, nameModel).map((move) => tellMove(move, line.models)),
      prompts: compareEach(before.versions, line.versions, (version) => version).map(
        (move) => tellMove(move, line.versions)
      ),
      roles: roles.map(({ names, move }) => `${nameFirst(names.map(shorten))}: ${move}`),
      hasOtherRules: before.scoringRevision !== line.scoringRevision
    };
  });
}
var roleWords = { gate: "may block", report: "is shown", refused: "is refused" };
function nameModel({ asked, answeredAs }) {
  return answeredAs.length === 0 ? asked : answeredAs.join(", ");
}
function listModels({ models }) {
  return [...new Set(Object.values(models).map(nameModel))].sort();
}
function compareEach(before, after, show) {
  const old = new Map(Object.entries(before));
  const moves = /* @__PURE__ */ new Map();
  for (const [name, value] of Object.entries(after)) {
    const known = old.get(name);
    if (known === void 0 || show(known) === show(value)) continue;
    const move = `${show(known)} → ${show(value)}`;
    moves.set(move, [...moves.get(move) ?? [], name]);
  }
  return [...moves].map(([move, names]) => ({ names, move }));
}
function tellMove({ names, move }, all) {
  return names.length === Object.keys(all).length ? move : `${move} (${nameFirst(names)})`;
}
function nameFirst([first = "", ...others]) {
  return `${first}${others.length === 0 ? "" : ` and ${others.length} more`}`;
}

// src/report/history/words.ts
var commitDigits = 7;
var maxTitle = 100;
var dayOf = (date) => date.slice(0, 10);
var shortCommit = (commit) => commit.slice(0, commitDigits);
function describeHistory({ branch, commit, suites, merges }) {
  const baselines = suites.reduce((sum, suite) => sum + suite.baselines.length, 0);
  return `${branch} at ${shortCommit(commit)}: ${count(baselines, "baseline")}, ${count(merges.length, "merge")}`;
}
function describeLeftOut({ leftOut }) {
  return leftOut === 0 ? null : `${formatCount(leftOut)} older lines are left out`;
}
function nameMerge({ pull, commit }) {
  return pull === null ? `commit ${shortCommit(commit)}` : `#${pull.number} ${shortTitle(pull.title)}`.trimEnd();
}
var shortTitle = (title) => cutText(oneLine(title), maxTitle);
function describeMerged(merged) {
  const { suite, verdict, title } = merged;
  const sentence = title === null || title === "" ? "" : `: ${oneLine(title)}`;
  return `${[`${oneLine(suite)} ${verdict ?? "not judged"}`, ...listReserves(merged)].join(", ")}${sentence}`;
}
function listReserves({ verdict, green, accepted, matches }) {
  return [
    ...accepted === null ? [] : [`accepted by ${accepted.by}`],
    ...verdict !== null && !green ? ["it blocked"] : [],
    ...matches === false ? ["main had gone on since it was judged"] : [],
    ...verdict !== null && matches === null ? ["whether main is what was judged is not known"] : []
  ];
}
function showMean(series, { mean }) {
  return formatScore(mean, series.measure?.binary === true);
}
function showInterval({ measure }) {
  if (measure === null) return null;
  const { lower, upper, binary } = measure;
  return formatInterval(lower, upper, binary)?.replaceAll("+", "") ?? null;
}
function describeMeasure({ measure }) {
  if (measure === null) return null;
  const { kind, role, direction } = measure;
  const parts = [
    kind === "check" ? "" : kind,
    kind === "check" && role === "gate" ? "" : roleWords[role],
    direction === "lower" ? "lower is better" : ""
  ];
  return parts.filter((part) => part !== "").join(", ") || null;
}
function describeNews({ models, prompts, roles, hasOtherRules }) {
  return [
    ...models.map((move) => `model ${move}`),
    ...prompts.map((move) => `prompt ${move}`),
    ...roles,
    ...hasOtherRules ? ["scored by other rules than before"] : []
  ];
}
function describeAuthor({ who, reason }) {
  const name = who === null ? "somebody" : oneLine(who);
  return reason === null ? name : `${name}: “${cutText(oneLine(reason), maxTitle)}”`;
}
function showCost({ costMicroUsd }) {
  return costMicroUsd === null ? unknown : formatUsd(costMicroUsd / 1e6);
}
function showTokens({ tokens }) {
  return tokens === null ? unknown : `${formatCount(tokens.input)} in, ${formatCount(tokens.output)} out`;
}

export {
  listSeries,
  listNews,
  listModels,
  dayOf,
  shortCommit,
  describeHistory,
  describeLeftOut,
  nameMerge,
  describeMerged,
  listReserves,
  showMean,
  showInterval,
  describeMeasure,
  describeNews,
  describeAuthor,
  showCost,
  showTokens
};
