import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  tellProblem
} from "./shared.report.words.place.js";
import {
  wrapAfter
} from "./shared.report.console.screen.js";
import {
  cutEnd,
  cutMiddle,
  measure,
  pad,
  wrap
} from "./shared.report.console.cells.js";
import {
  buildGroupNames,
  collectFootnotes,
  describeCounts,
  describeFigures,
  describeLimit,
  describeRole,
  describeVerdict,
  groupMetrics,
  listArmFigures,
  nameSide
} from "./shared.report.words.figures.js";
import {
  unknown
} from "./shared.prices.usd.js";
import {
  cutText,
  oneLine
} from "./shared.report.escape.js";
import {
  listFirst
} from "./shared.text.prose.js";

// src/report/console/signs.ts
var signs = {
  "✅": { sign: "✓", style: "green" },
  "❌": { sign: "✗", style: "red" },
  "⚠️": { sign: "!", style: "yellow" },
  "⛔": { sign: "!", style: "yellow" }
};
var known = /✅|❌|⚠️|⛔/g;
function splitSign(words) {
  const [found = ""] = known[Symbol.match](words) ?? [];
  const own = signs[found];
  if (own !== void 0 && words.startsWith(found)) return { ...own, words: words.slice(found.length).trim() };
  return words === "–" ? { sign: "–", style: "dim", words: "" } : { sign: " ", style: null, words };
}
function plainSigns(words) {
  return words.replace(known, (sign) => signs[sign]?.sign ?? sign);
}

// src/report/console/table.ts
var layouts = [
  ["name", "base", "head", "change", "between", "counts", "words"],
  ["name", "base", "head", "change", "counts", "words"],
  ["name", "base", "head", "change", "words"]
];
var numbers = /* @__PURE__ */ new Set(["base", "head", "change", "between"]);
var longestName = 36;
var shortestName = 22;
var longestSide = 16;
var maxNamed = 3;
var gap = "  ";
function listRowGroups(report) {
  const nameGroup = buildGroupNames(report);
  return groupMetrics(report).map((group) => {
    const title = nameGroup(group.suite, group.promptId);
    const arms = listArmFigures(group.prompt).map(buildArmRow);
    return { title: title === null ? null : oneLine(title), rows: [...group.metrics.map(buildMetricRow), ...arms] };
  });
}
function buildMetricRow(metric) {
  const name = `${metric.metric} · ${describeRole(metric)}`;
  return buildFigureRow(name, describeFigures(metric), splitSign(describeVerdict(metric)), metric);
}
function buildFigureRow(name, { baseline, candidate, change, note }, signed, counted) {
  const counts = describeCounts(counted);
  const { worse, better, same, unscored } = counted;
  const told = `${worse} worse, ${better} better, ${same} same${unscored > 0 ? `, ${unscored} unscored` : ""}`;
  return {
    ...{ name: oneLine(name), base: baseline, head: candidate, change, between: note ?? "" },
    ...{ counts, told: counts.includes("/") ? told : counts.replace(unknown, ""), note: "", ...signed }
  };
}
function buildArmRow({ name, baseline, candidate, change, note, verdict }) {
  const signed = splitSign(verdict === null ? "" : describeLimit(verdict));
  const figures = { name, base: baseline, head: candidate, change };
  return { ...figures, between: "", counts: "", told: "", note: note ?? "", ...signed };
}
function renderRows(groups, sides, screen) {
  const rows = groups.flatMap((group) => group.rows);
  if (rows.length === 0) return [];
  const header = buildHeader(sides);
  for (const columns of layouts) {
    const isWhole = columns === layouts[0];
    const widths = fitColumns(columns, [header, ...rows], isWhole, screen.width);
    if (widths === null) continue;
    const render = (row) => renderRow(row, columns, widths, isWhole, screen);
    return [
      screen.paint("dim", renderRow(header, columns, widths, isWhole, null)),
      ...groups.flatMap((group) => [...renderTitle(group, screen), ...group.rows.map(render)])
    ];
  }
  return groups.flatMap((group) => [
    ...renderTitle(group, screen),
    ...group.rows.flatMap((row) => stackRow(row, screen))
  ]);
}
function renderHeld({ metrics }, screen) {
  return collectFootnotes(metrics).flatMap((held) => {
    const names = [...new Set(metrics.filter((metric) => metric.held === held).map(({ metric }) => metric))];
    const text = oneLine(`${listFirst(names, maxNamed)}: ${held}`);
    return wrap(text, screen.width, "  ").map((line) => screen.paint("dim", line));
  });
}
function nameSides({ base, head }) {
  return [oneLine(nameSide(base, "baseline")), oneLine(nameSide(head, "candidate"))];
}
function buildHeader([base, head]) {
  const figures = { base: cutMiddle(base, longestSide), head: cutMiddle(head, longestSide), change: "change" };
  const counts = { between: "between", counts: "worse / better / same", told: "" };
  return { name: "", ...figures, ...counts, words: "", note: "", sign: " ", style: null };
}
function fitColumns(columns, rows, isWhole, width) {
  const widest = (column) => Math.max(...rows.map((row) => measure(cellOf(row, column, isWhole))));
  const others = columns.filter((column) => column !== "name").map((column) => [column, widest(column)]);
  const taken = others.reduce((sum, [, cells]) => sum + gap.length + cells, 2);
  const name = Math.min(longestName, widest("name"));
  const isLast = columns === layouts.at(-1);
  const room = Math.min(name, width - taken);
  return room < (isLast ? Math.min(name, shortestName) : name) ? null : new Map([["name", room], ...others]);
}
function cellOf(row, column, isWhole) {
  if (column !== "words") return row[column];
  return [row.words, isWhole ? row.note : ""].filter((part) => part !== "").join(" · ");
}
function renderRow(row, columns, widths, isWhole, screen) {
  const cells = columns.map((column) => {
    const width = widths.get(column) ?? 0;
    const text = cutEnd(cellOf(row, column, isWhole), width);
    return pad(text, width, numbers.has(column) ? "right" : "left");
  });
  return `${paintSign(row, screen)} ${cells.join(gap)}`.trimEnd();
}
function paintSign({ sign, style }, screen) {
  return style === null || screen === null ? sign : screen.paint(style, sign);
}
function renderTitle({ title }, screen) {
  return title === null ? [] : [screen.paint("bold", cutMiddle(title, screen.width))];
}
function stackRow(row, screen) {
  const { name, words, base, head, change, between, told, note } = row;
  const ended = words === "" ? "" : `: ${words}`;
  const [first = "", ...more] = wrap(`${cutMiddle(name, screen.width - 4)}${ended}`, screen.width, "  ");
  const changed = between === "" ? change : `${change} (${between})`;
  const figures = [`${base} → ${head}`, changed, note].filter((part) => part !== "" && part !== unknown).join(", ");
  return [
    paintSign(row, screen) + first.slice(1),
    ...more,
    ...[figures, told].filter((part) => part !== "").flatMap((part) => wrap(part, screen.width, "    "))
  ];
}

// src/report/console/problems.ts
var maxText = 2e3;
function renderProblemLines(kind, problem, screen) {
  const parts = tellProblem({ ...problem, path: problem.path && oneLine(problem.path) }).split("  ");
  return wrapAfter(screen, kind === "error" ? "red" : "yellow", kind, cutText(parts.map(oneLine).join("  "), maxText));
}

export {
  splitSign,
  plainSigns,
  listRowGroups,
  buildFigureRow,
  renderRows,
  renderHeld,
  nameSides,
  renderProblemLines
};
