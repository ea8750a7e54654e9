import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  isGreenMerge,
  wordOf
} from "./shared.history.merge-word.js";
import {
  dayOf,
  describeAuthor,
  describeHistory,
  describeLeftOut,
  describeMeasure,
  describeNews,
  listModels,
  listNews,
  listReserves,
  listSeries,
  nameMerge,
  shortCommit,
  showCost,
  showInterval,
  showMean,
  showTokens
} from "./shared.history.series.js";
import {
  hashOf,
  link,
  list,
  requireHttps,
  section,
  text
} from "./shared.report.page.links.js";
import "./shared.report.links.js";
import {
  formatCount,
  formatScore,
  formatUsd
} from "./shared.prices.usd.js";
import {
  cutText,
  escapeXml,
  oneLine
} from "./shared.report.escape.js";
import {
  count
} from "./shared.text.prose.js";
import {
  escapeJson
} from "./shared.text.unseen.js";
import {
  writeJson
} from "./shared.json-writer.js";
import {
  renderProblem
} from "./shared.errors.js";

// src/report/history/badge.ts
var label = "prompts";
var colours = { good: "#1a7f37", bad: "#cf222e", open: "#9a6700", unknown: "#57606a" };
function renderBadge(history) {
  const score = meanOfGate(history);
  const last = history.merges.at(-1);
  const word = last === void 0 ? null : wordOf(last);
  const shown = score === null ? word ?? "no data" : formatScore(score, true);
  const colour = last === void 0 ? "unknown" : isGreenMerge(last) ? "good" : word === "fail" ? "bad" : "open";
  const says = [`${label}: ${shown}`, ...score === null || word === null ? [] : [`last merge: ${word}`]].join(", ");
  return draw(shown, colours[colour], says);
}
function meanOfGate({ suites }) {
  const means = suites.flatMap(({ baselines }) => {
    const newest = baselines.slice(-1);
    const gating = listSeries(newest).filter(
      ({ measure }) => measure?.role === "gate" && measure.direction === "higher"
    );
    return gating.flatMap(({ points }) => points.map(({ mean }) => mean));
  });
  return means.length === 0 ? null : means.reduce((sum, mean) => sum + mean, 0) / means.length;
}
function draw(shown, colour, says) {
  const [left, right] = [measureText(label) + 12, measureText(shown) + 12];
  const width = left + right;
  const write = (words, start, room) => `<text x="${start + room / 2}" y="14" textLength="${room - 12}">${escapeXml(words)}</text>`;
  const name = escapeXml(says);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" role="img" aria-label="${name}"><title>${name}</title>
<clipPath id="round"><rect width="${width}" height="20" rx="3"/></clipPath>
<g clip-path="url(#round)"><rect width="${left}" height="20" fill="#424a53"/><rect x="${left}" width="${right}" height="20" fill="${colour}"/></g>
<g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">${write(label, 0, left)}${write(shown, left, right)}</g></svg>
`;
}
function measureText(words) {
  return Math.ceil([...words].reduce((sum, letter) => sum + widthOf(letter), 0));
}
function widthOf(letter) {
  if ("ijlftr.,: ".includes(letter)) return 4.2;
  return "mwMW%–".includes(letter) ? 10.6 : 6.9;
}

// src/report/history/chart.ts
var size = { width: 360, height: 150 };
var edge = { left: 46, right: 10, top: 10, bottom: 22 };
var leastSpan = 0.1;
function renderScoreChart(frame, series) {
  const { points, measure } = series;
  const scale = spread(points.flatMap(({ mean, measure: own }) => [mean, own?.lower ?? mean, own?.upper ?? mean]));
  const [x, y] = [placeX(frame), placeY(scale)];
  const isBinary = measure?.binary === true;
  const spans = points.flatMap(
    ({ at, measure: own }) => own === null ? [] : [
      `<line class="span" stroke-width="${thin(frame, 5)}" x1="${x(at)}" x2="${x(at)}" y1="${y(own.lower)}" y2="${y(own.upper)}"/>`
    ]
  );
  const lines = splitAtBreaks(points).map(
    (run) => `<polyline class="line" points="${run.map(({ at, mean }) => `${x(at)},${y(mean)}`).join(" ")}"/>`
  );
  const marks = points.map((point) => renderPoint(frame, series, point, x(point.at), y(point.mean)));
  const ticks = [scale.low, (scale.low + scale.high) / 2, scale.high].map((value) => ({
    at: y(value),
    label: formatScore(value, isBinary)
  }));
  return renderFrame(frame, describeScores(frame, series), ticks, [...spans, ...lines, ...marks]);
}
function renderAmountChart(frame, name, amounts, show) {
  const known = amounts.filter((amount) => amount !== null);
  const scale = { low: 0, high: Math.max(...known) || 1 };
  const [x, y] = [placeX(frame), placeY(scale)];
  const bars = amounts.flatMap((amount, at) => {
    if (amount === null) return [];
    const title = `<title>${text(`${frame.days[at]}: ${show(amount)}`)}</title>`;
    return [
      `<line class="bar" stroke-width="${thin(frame, 8)}" x1="${x(at)}" x2="${x(at)}" y1="${y(0)}" y2="${y(amount)}">${title}</line>`
    ];
  });
  const ticks = [scale.low, scale.high].map((value) => ({ at: y(value), label: show(value) }));
  const newest = known.at(-1);
  const label2 = `${name}: ${newest === void 0 ? "not known" : `${show(newest)} last, ${show(scale.high)} at most`}`;
  return renderFrame(frame, label2, ticks, bars);
}
function renderFrame(frame, label2, ticks, inner) {
  const { days, modelChanges } = frame;
  const x = placeX(frame);
  const right = size.width - edge.right;
  const grid = ticks.map(
    ({ at, label: name }) => `<line class="grid" x1="${edge.left}" x2="${right}" y1="${at}" y2="${at}"/><text x="${edge.left - 6}" y="${at + 4}" text-anchor="end">${text(name)}</text>`
  );
  const changes = modelChanges.flatMap(
    (isChange, at) => isChange ? [`<line class="model" x1="${x(at)}" x2="${x(at)}" y1="${edge.top}" y2="${size.height - edge.bottom}"/>`] : []
  );
  const [first = "", last = ""] = [days[0], days.at(-1)];
  const base = size.height - 6;
  const dates = days.length < 2 ? `<text x="${x(0)}" y="${base}" text-anchor="middle">${text(first)}</text>` : `<text x="${edge.left}" y="${base}">${text(first)}</text><text x="${right}" y="${base}" text-anchor="end">${text(last)}</text>`;
  const parts = [...grid, ...changes, ...inner, dates];
  return `<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${text(label2)}">${parts.join("")}</svg>`;
}
function renderPoint({ days, anchors }, series, point, x, y) {
  const interval = showInterval(point);
  const isAnchor = anchors[point.at] === true;
  const words = [
    `${days[point.at]}: ${showMean(series, point)}`,
    interval === null ? "" : `(${interval})`,
    isAnchor ? "set by hand" : ""
  ];
  const title = `<title>${text(words.filter((word) => word !== "").join(" "))}</title>`;
  if (!isAnchor) return `<circle class="point" cx="${x}" cy="${y}" r="3.5">${title}</circle>`;
  return `<path class="point" d="M${x} ${round(y - 6)}L${round(x + 6)} ${y}L${x} ${round(y + 6)}L${round(x - 6)} ${y}Z">${title}</path>`;
}
function describeScores({ days }, series) {
  const [first, last] = [series.points[0], series.points.at(-1)];
  if (first === void 0 || last === void 0) return series.name;
  const say = (point) => `${showMean(series, point)} on ${days[point.at]}`;
  return `${series.name}: ${first === last ? say(last) : `from ${say(first)} to ${say(last)}`}`;
}
function splitAtBreaks(points) {
  const runs = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run === void 0 || point.isBreak) runs.push([point]);
    else run.push(point);
  }
  return runs;
}
function spread(values) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = Math.max((high - low) * 0.1, (leastSpan - (high - low)) / 2, 0);
  const [bottom, top] = [low - room, high + room];
  return { low: low >= 0 ? Math.max(0, bottom) : bottom, high: high <= 1 ? Math.min(1, top) : top };
}
function placeX({ days }) {
  const [left, right] = [edge.left + 8, size.width - edge.right - 8];
  return (at) => round(days.length < 2 ? (left + right) / 2 : left + at / (days.length - 1) * (right - left));
}
function thin({ days }, most) {
  return round(Math.min(most, 0.7 * (size.width - edge.left - edge.right) / days.length));
}
function placeY({ low, high }) {
  const [top, bottom] = [edge.top, size.height - edge.bottom];
  return (value) => round(bottom - (value - low) / (high - low) * (bottom - top));
}
var round = (value) => Math.round(value * 10) / 10;

// src/report/history/style.ts
var style = `:root{color-scheme:light dark;--line:#8884;--bad:#cf222e;--good:#1a7f37;--warn:#9a6700;--blue:#0969da}
@media(prefers-color-scheme:dark){:root{--bad:#ff7b72;--good:#3fb950;--warn:#d29922;--blue:#58a6ff}}
body{background:Canvas;color:CanvasText;font:15px/1.5 system-ui,sans-serif;max-width:76rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
h1{font-size:1.4rem}h2{font-size:1.15rem;margin-top:2.5rem}a{color:var(--blue)}small{opacity:.8}
.charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,21rem),1fr));gap:1rem}
figure{margin:0;border:1px solid var(--line);border-radius:.4rem;padding:.6rem}figcaption{font-weight:600;margin-bottom:.3rem}
svg{width:100%;height:auto;display:block}svg text{fill:currentColor;font:11px system-ui,sans-serif;opacity:.85}
svg .grid{stroke:currentColor;opacity:.15}svg .line{fill:none;stroke:var(--blue);stroke-width:1.5}svg .point{fill:var(--blue)}
svg .span{stroke:var(--blue);opacity:.3}svg .bar{stroke:var(--blue)}svg .model{stroke:currentColor;opacity:.6;stroke-dasharray:3 3}
.scroll{overflow-x:auto;margin-top:1rem}table{border-collapse:collapse}
th,td{border:1px solid var(--line);padding:.35rem .6rem;text-align:left;vertical-align:top;overflow-wrap:normal}th[scope=row]{font-weight:400;white-space:nowrap}
td:nth-child(3),td:last-child{min-width:14rem}.last{border-left:.3rem solid;padding:.2rem 1rem}.pass{color:var(--good)}.fail{color:var(--bad)}.inconclusive{color:var(--warn)}`;

// src/report/history/page.ts
var maxCharts = 24;
var maxScores = 6;
function renderHistoryPage(history) {
  const { suites, merges, errors } = history;
  const empty = "<p>Nothing is kept yet: re-baseline main, or let the action run on a push to it.</p>";
  const sections = [
    "<h1>Prompt history</h1>",
    `<p>${[describeHistory(history), describeLeftOut(history)].flatMap((line) => line ?? []).map(text).join("; ")}</p>`,
    renderLastMerge(merges.at(-1)),
    suites.length === 0 && merges.length === 0 ? empty : "",
    section("Lines that cannot be read", list(errors.map(renderProblem))),
    ...suites.map((suite) => section(text(suite.suite), renderSuite(suite))),
    section("Merged", renderMerges([...merges].reverse()))
  ];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hashOf(style)}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>Prompt history</title><style>${style}</style></head>
<body><main>
${sections.filter((part) => part !== "").join("\n")}
</main></body></html>
`;
}
function renderLastMerge(merge) {
  if (merge === void 0) return "";
  const word = wordOf(merge);
  return `<p class="last ${classOf(word)}"><strong>${word}</strong>: ${linkMerge(merge)}, merged last, ${text(dayOf(merge.date))}</p>`;
}
var classOf = (word) => word === "not judged" ? "unjudged" : word;
function renderSuite({ suite, baselines }) {
  const news = listNews(baselines);
  const series = listSeries(baselines);
  const frame = {
    days: baselines.map(({ date }) => dayOf(date)),
    anchors: news.map(({ isAnchor }) => isAnchor),
    modelChanges: news.map(({ models }) => models.length > 0)
  };
  const charts = series.slice(0, maxCharts).map((one) => renderFigure(renderScoreChart(frame, one), nameSeries(one)));
  const rest = series.length - charts.length;
  const more = rest === 0 ? "" : `<p>${count(rest, "more metric")}: see history.json.</p>`;
  const table = renderTable(
    `Baselines of ${suite}`,
    ["day", "commit", "scores", "what moved", "cost", "tokens", "models", "by"],
    baselines.map((line, at) => renderBaseline(line, at, series, news[at])).reverse()
  );
  return `${legend(frame)}<div class="charts">${[...charts, ...renderAmounts(frame, baselines)].join("")}</div>${more}${table}`;
}
function legend({ anchors, modelChanges }) {
  const marks = [
    "Bars are 95 % intervals.",
    ...anchors.includes(true) ? ["◆ was set by hand, with a reason."] : [],
    ...modelChanges.includes(true) ? ["A dashed line is another model."] : []
  ];
  return `<p><small>${marks.join(" ")}</small></p>`;
}
function nameSeries(series) {
  const what = describeMeasure(series);
  return what === null ? series.label : `${series.label} (${what})`;
}
function renderFigure(chart, caption) {
  return `<figure><figcaption>${text(oneLine(caption))}</figcaption>${chart}</figure>`;
}
function renderAmounts(frame, baselines) {
  const costs = baselines.map(({ costMicroUsd }) => costMicroUsd && costMicroUsd / 1e6);
  const tokens = baselines.map((line) => line.tokens && line.tokens.input + line.tokens.output);
  const isKnown = (amounts) => amounts.some((amount) => amount !== null);
  return [
    ...isKnown(costs) ? [renderFigure(renderAmountChart(frame, "cost", costs, formatUsd), "cost of the baseline")] : [],
    ...isKnown(tokens) ? [renderFigure(renderAmountChart(frame, "tokens", tokens, formatCount), "tokens")] : []
  ];
}
function renderBaseline(line, at, series, news) {
  const own = series.flatMap((one) => {
    const point = one.points.find((candidate) => candidate.at === at);
    if (point === void 0) return [];
    const interval = showInterval(point);
    return [`${one.label} ${showMean(one, point)}${interval === null ? "" : ` (${interval})`}`];
  });
  const scores = own.length > maxScores ? [...own.slice(0, maxScores), `${own.length - maxScores} more`] : own;
  return [
    `${news?.isAnchor === true ? "◆ " : ""}${text(dayOf(line.date))}`,
    text(shortCommit(line.commit)),
    stack(scores),
    news === void 0 ? "" : stack(describeNews(news)),
    text(showCost(line)),
    text(showTokens(line)),
    stack(listModels(line)),
    stack([describeAuthor(line)])
  ];
}
function stack(texts) {
  return texts.map((one) => text(cutText(oneLine(one), 300))).join("<br>");
}
function renderMerges(merges) {
  if (merges.length === 0) return "";
  const header = ["day", "commit", "what", "verdict", "suites"];
  return renderTable("Merged", header, merges.map(renderMerge));
}
function renderMerge(merge) {
  const word = wordOf(merge);
  return [
    text(dayOf(merge.date)),
    text(shortCommit(merge.commit)),
    linkMerge(merge),
    `<strong class="${classOf(word)}">${word}</strong>`,
    merge.suites.map(renderMergedSuite).join("<br>")
  ];
}
function linkMerge(merge) {
  return link(requireHttps(merge.pull?.url ?? null), nameMerge(merge));
}
function renderMergedSuite(merged) {
  const { suite, verdict, title } = merged;
  const reserves = listReserves(merged);
  const notes = reserves.length === 0 ? "" : ` <small>${text(reserves.join(", "))}</small>`;
  const sentence = title === null ? "" : `: ${text(cutText(oneLine(title), 300))}`;
  return `<b>${text(oneLine(suite))}</b> ${verdict ?? "not judged"}${sentence}${notes}`;
}
function renderTable(name, header, rows) {
  const head = header.map((title) => `<th scope="col">${title}</th>`).join("");
  const body = rows.map(([first = "", ...others]) => {
    return `<tr><th scope="row">${first}</th>${others.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  });
  return `<section class="scroll" tabindex="0" aria-label="${text(oneLine(name))}"><table><thead><tr>${head}</tr></thead><tbody>${body.join("\n")}</tbody></table></section>`;
}

// src/report/history/files.ts
function renderHistoryFiles(history) {
  return /* @__PURE__ */ new Map([
    ["index.html", renderHistoryPage(history)],
    ["badge.svg", renderBadge(history)],
    ["history.json", `${escapeJson(writeJson(history, 2))}
`]
  ]);
}
export {
  renderHistoryFiles
};
