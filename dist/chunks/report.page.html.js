import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  describeEffect,
  describeMessage,
  describeReportCauses,
  describeRun,
  describeSince,
  describeVariables,
  findOwnChanges,
  listChangeFacts,
  listEvidence,
  listNextSteps,
  listNotes,
  nameSubject,
  pairLines,
  redactForPeople,
  redactPageCase,
  titleOf
} from "./shared.report.diff.choose-rows.js";
import {
  renderJsonText,
  renderOutputText
} from "./shared.report.diff.json-layout.js";
import {
  lazily
} from "./shared.run.lazily.js";
import {
  describeCounts,
  describeFigures,
  describeLimit,
  describeRole,
  describeVerdict,
  groupMetrics,
  listArmFigures,
  nameSide
} from "./shared.report.words.figures.js";
import "./shared.gate.reason.js";
import "./shared.statistics.difference-bounds.js";
import "./shared.run.story.js";
import "./shared.@stdlib.array-base-filled.lib.index.js";
import {
  messageText
} from "./shared.prompts.message-text.js";
import {
  fold,
  hashOf,
  link,
  linkToCommit,
  linkToPull,
  linkToRepository,
  linkToRow,
  linkToRun,
  list,
  number,
  prose,
  requireHttps,
  ruling,
  section,
  table,
  text
} from "./shared.report.page.links.js";
import {
  commitOf,
  docUrl
} from "./shared.report.links.js";
import {
  formatCount,
  formatDifference,
  formatScore,
  unknown
} from "./shared.prices.usd.js";
import {
  cutText,
  escapeScriptJson
} from "./shared.report.escape.js";
import {
  closeSentence,
  count
} from "./shared.text.prose.js";
import "./shared.text.unseen.js";
import {
  writeJson
} from "./shared.json-writer.js";
import {
  renderProblem
} from "./shared.errors.js";

// src/report/page/case-data.ts
import { createHash } from "node:crypto";
var maxAnswer = 1e6;
var maxPage = 64e6;
function createCaseWriter(report) {
  const texts = createTexts();
  const prompts = /* @__PURE__ */ new Map();
  const promptOf = ({ suite, prompt }) => {
    const key = JSON.stringify([suite, prompt]);
    const metrics = [];
    const found = prompts.get(key) ?? { place: prompts.size, name: { suite, prompt, metrics }, metrics };
    prompts.set(key, found);
    return found;
  };
  return {
    write: (entry) => {
      const { place: place2, metrics } = promptOf(entry);
      const placeOf = (metric) => {
        const known = metrics.findIndex(({ name }) => name === metric);
        return known >= 0 ? known : metrics.push(nameMetric(report, entry, metric)) - 1;
      };
      return writeCase(report, entry, place2, placeOf, texts);
    },
    prompts: () => [...prompts.values()].map(({ name }) => name)
  };
}
function nameMetric(report, { suite, prompt }, name) {
  const row = report.metrics.find((one) => one.suite === suite && one.prompt === prompt && one.metric === name);
  return { name, binary: row?.binary ?? null, direction: row?.direction ?? "higher" };
}
function writeCase(report, entry, of, placeOf, texts) {
  const { place: place2, input, expected, tags, metrics } = entry;
  const url = linkToRow(report, place2);
  const baseline = entry.baseline && writeSide(entry.baseline, entry.baselineOutput, texts);
  return {
    of,
    id: entry.case,
    label: entry.label,
    position: entry.position,
    place: place2.line === null ? place2.path : `${place2.path}:${place2.line}`,
    ...url !== null && { url },
    ...entry.critical && { critical: true },
    ...tags.length > 0 && { tags },
    ...input !== null && { input: writeField(input, texts) },
    ...expected !== null && { expected: writeField(expected, texts) },
    metrics: metrics.map((metric) => {
      const { label, drop, baselineScores, candidateScores, baselineReason, candidateReason } = metric;
      const hasReason = baselineReason !== null || candidateReason !== null;
      return {
        at: placeOf(metric.metric),
        label,
        drop: drop === null ? null : Math.round(drop * 1e6) / 1e6,
        scores: [baselineScores, candidateScores],
        ...hasReason && { reasons: [baselineReason, candidateReason] }
      };
    }),
    sides: [baseline, entry.candidate && writeSide(entry.candidate, entry.candidateOutput, texts)]
  };
}
function writeField(value, texts) {
  const text2 = cutText(renderJsonText(value), Math.min(maxAnswer, texts.room()));
  texts.spend(text2.length);
  return text2;
}
function writeSide({ answers, fault, messages }, output, texts) {
  const answer = output && writeAnswer(output, texts);
  return {
    answers,
    ...answer !== null && { answer },
    ...fault !== null && { fault },
    ...messages !== null && { messages: writeMessages(messages, texts) }
  };
}
function writeAnswer(output, texts) {
  const { content, toolCalls, refusal, finishReason, trajectory } = output;
  const calls = toolCalls.length === 0 ? "" : writeJson(toolCalls);
  const steps = trajectory === void 0 ? "" : writeJson(trajectory);
  if (calls.length + steps.length > Math.min(maxAnswer, texts.room())) {
    return cutAnswer(renderOutputText(output), texts);
  }
  texts.spend(calls.length + steps.length);
  return {
    ...cutAnswer(content, texts),
    ...calls !== "" && { calls },
    ...refusal !== null && { refusal },
    ...finishReason !== "stop" && { finish: finishReason },
    ...trajectory !== void 0 && { steps: trajectory }
  };
}
function cutAnswer(text2, texts) {
  const shown = text2.slice(0, Math.min(maxAnswer, texts.room()));
  const content = texts.put(shown);
  return shown.length === text2.length ? { content } : { content, more: text2.length - shown.length };
}
function writeMessages(messages, texts) {
  const all = messages.map((message) => [message.role, messageText(message)]);
  const length = all.reduce((sum, [, text2]) => sum + text2.length, 0);
  return length > texts.room() ? "left" : all.map(([role, text2]) => [role, texts.put(text2)]);
}
function createTexts() {
  const numbers = /* @__PURE__ */ new Map();
  let room = maxPage;
  const spend = (characters) => {
    room = Math.max(0, room - characters);
  };
  return {
    room: () => room,
    spend,
    put: (text2) => {
      const key = createHash("sha256").update(text2).digest("base64");
      const known = numbers.get(key);
      if (known !== void 0) return known;
      numbers.set(key, numbers.size);
      spend(text2.length);
      return text2;
    }
  };
}

// src/report/page/histogram.ts
var barWidth = 14;
var gap = 2;
var tallest = 72;
var labels = 18;
function renderHistogram({ metric, bins }) {
  const most = Math.max(...bins);
  if (most === 0) return "";
  const middle = (bins.length - 1) / 2;
  const width2 = bins.length * (barWidth + gap);
  const bars = bins.map((cases, bin) => {
    const height2 = cases === 0 ? 0 : Math.max(2, Math.round(cases / most * tallest));
    const kind = bin < middle ? "worse" : bin > middle ? "better" : "same";
    return `<rect class="${kind}" x="${bin * (barWidth + gap)}" y="${tallest - height2}" width="${barWidth}" height="${height2}"/>`;
  });
  const ticks = [0, middle / 2, middle, middle * 1.5, 2 * middle].map((bin) => {
    const x = Math.round(bin * (barWidth + gap) + barWidth / 2);
    return `<text x="${x}" y="${tallest + labels - 4}">${describeBin(bin, middle)}</text>`;
  });
  const sum = (from, to) => bins.slice(from, to).reduce((total, cases) => total + cases, 0);
  const words2 = `${count(sum(0, middle), "case")} lower, ${count(sum(middle, middle + 1), "case")} about the same, ${formatCount(sum(middle + 1, bins.length))} higher`;
  const rows = bins.flatMap(
    (cases, bin) => cases === 0 ? [] : [`<tr><th scope="row">${describeBin(bin, middle)}</th><td class="number">${cases}</td></tr>`]
  );
  const numbers = fold("As numbers", table(`Score changes of ${metric}`, ["change", "cases"], rows));
  return `<figure><figcaption><b>${text(metric)}</b>: how the score of each case changed. ${words2}.</figcaption><svg class="histogram" viewBox="-12 0 ${width2 + 24} ${tallest + labels}" role="img" aria-label="${words2}">${bars.join("")}<line class="zero" x1="-12" y1="${tallest}" x2="${width2 + 12}" y2="${tallest}"/>${ticks.join("")}</svg>${numbers}</figure>`;
}
function describeBin(bin, middle) {
  return bin === middle ? "0" : formatDifference(bin / middle - 1, false);
}

// src/report/page/interval-plot.ts
var width = 240;
var edge = 22;
var height = 26;
function chooseScale(metrics) {
  const known = metrics.filter(hasInterval);
  if (known.length === 0) return null;
  const ends = known.flatMap(({ lowerBound, upperBound, margin }) => [lowerBound, upperBound, margin * 1.25]);
  const needed = Math.min(1, Math.max(...ends.map((end) => Math.abs(end ?? 0)), 0.01));
  const step = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5].find((one) => needed / one <= 2) ?? 0.5;
  const reach = Math.min(1, Math.ceil(needed / step - 1e-9) * step);
  const places = Math.floor(reach / step + 1e-9);
  const ticks = Array.from({ length: 2 * places + 1 }, (_, index) => (index - places) * step);
  return { reach, ticks, inPoints: known.some(({ binary }) => binary) };
}
function renderAxis({ reach, ticks, inPoints }) {
  const labels2 = ticks.map((tick) => {
    const words2 = tick === 0 ? "0" : formatDifference(tick, inPoints).replace(/ pts?$/, "");
    return `<text x="${place(tick, reach)}" y="14">${words2}</text><line class="tick" x1="${place(tick, reach)}" y1="18" x2="${place(tick, reach)}" y2="${height}"/>`;
  });
  return `<svg class="plot" viewBox="0 0 ${width} ${height}" aria-hidden="true">${labels2.join("")}</svg>`;
}
function renderIntervalPlot(metric, scale) {
  const { difference, lowerBound, upperBound, margin } = metric;
  if (scale === null || difference === null || lowerBound === null || upperBound === null) return "";
  const at = (value) => place(value, scale.reach);
  const { change, note } = describeFigures(metric);
  const label = note === null ? change : `${change}, from ${note}`;
  const grid = scale.ticks.map((tick) => vertical(tick === 0 ? "zero" : "tick", at(tick)));
  const margins = margin === 0 ? "" : vertical("margin", at(-margin));
  return `<svg class="plot" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}"><rect class="beyond" x="${edge}" y="0" width="${Math.max(0, at(-margin) - edge)}" height="${height}"/>${grid.join("")}${margins}<line class="span" x1="${at(lowerBound)}" y1="13" x2="${at(upperBound)}" y2="13"/><circle class="point" cx="${at(difference)}" cy="13" r="4.5"/></svg>`;
}
function describePlots({ inPoints }) {
  return `${inPoints ? "In points of 100" : "In scores"}. Dot: the change that was seen, on average. Bar: where the true one lies. Dashed: the margin; only a drop beyond it, in the shaded part, is a regression. Left is worse.`;
}
function hasInterval({ difference, lowerBound, upperBound }) {
  return difference !== null && lowerBound !== null && upperBound !== null;
}
function vertical(kind, x) {
  return `<line class="${kind}" x1="${x}" y1="0" x2="${x}" y2="${height}"/>`;
}
function place(value, reach) {
  const kept = Math.max(-reach, Math.min(reach, value));
  return Math.round((width / 2 + kept / reach * (width / 2 - edge)) * 10) / 10;
}

// src/report/page/comparisons.ts
function renderComparisons(report, changes) {
  const groups = groupMetrics(report);
  const heading = groups.length > 1 ? "h4" : "h3";
  return groups.map((group) => renderGroup(report, group, heading, changes)).join("");
}
function renderGroup(report, group, heading, changes) {
  const { suite, promptId, metrics } = group;
  const name = [.../* @__PURE__ */ new Set([suite, promptId])].filter((part) => part !== null).join(" · ");
  const own = changes.filter((one) => one.suite === suite && one.prompt === promptId);
  const parts = [
    renderFigures(report, metrics, name),
    renderHeld(metrics),
    renderTags(report, metrics, name, heading),
    own.length === 0 ? "" : `<div class="figures">${own.map(renderHistogram).join("")}</div>`,
    renderDecisions(report, metrics, heading),
    renderArms(report, group, name)
  ];
  return `${heading === "h4" ? `<h3>${text(name)}</h3>` : ""}${parts.filter((part) => part !== "").join("\n")}`;
}
function renderFigures(report, metrics, name) {
  if (metrics.length === 0) return "";
  const scale = chooseScale(metrics);
  const sides = [nameSide(report.base, "baseline"), nameSide(report.head, "candidate")].map(text);
  const plots = scale === null ? [] : [`<span class="hidden">where it lies</span>${renderAxis(scale)}`];
  const columns = ["metric", ...sides, "change", ...plots, "worse / better / same"];
  const legend = scale === null ? "" : `<p class="legend">${describePlots(scale)}</p>`;
  return `${table(
    `Comparisons of ${name}`,
    columns,
    metrics.map((metric) => renderMetric(metric, scale))
  )}${legend}`;
}
function renderMetric(metric, scale) {
  const { baseline, candidate, change, note } = describeFigures(metric);
  const between = note === null ? "" : `<small>${text(note)}</small>`;
  const plot = scale === null ? "" : `<td>${renderIntervalPlot(metric, scale)}</td>`;
  return `<tr><th scope="row">${text(metric.metric)}<small>${describeRole(metric)}</small>${ruling(describeVerdict(metric))}</th>${number(baseline)}${number(candidate)}<td class="number">${text(change)}${between}</td>${plot}${number(describeCounts(metric))}</tr>`;
}
function renderHeld(metrics) {
  const items = metrics.flatMap(
    ({ metric, held }) => held === null ? [] : [`<li><b>${text(metric)}</b>: ${prose(closeSentence(held))}</li>`]
  );
  return items.length === 0 ? "" : `<ul>${items.join("")}</ul>`;
}
function renderTags(report, metrics, name, heading) {
  const tagged = metrics.filter(({ tags: tags2 }) => tags2.length > 0);
  const tags = [...new Set(tagged.flatMap((metric) => metric.tags.map(({ tag }) => tag)))];
  if (tags.length === 0) return "";
  const cases = new Map(tagged.flatMap((metric) => metric.tags.map(({ tag, cases: cases2 }) => [tag, cases2])));
  const rows = tags.map((tag) => {
    const cells = tagged.map((metric) => renderTag(metric, tag)).join("");
    return `<tr><th scope="row">${text(tag)}</th>${number(String(cases.get(tag) ?? 0))}${cells}</tr>`;
  });
  const columns = ["tag", "cases", ...tagged.map(({ metric }) => text(metric))];
  const sides = `${nameSide(report.base, "baseline")} → ${nameSide(report.head, "candidate")}`;
  return `<${heading}>By tag <small>${text(sides)}</small></${heading}>${table(`By tag, ${name}`, columns, rows)}`;
}
function renderTag({ tags, binary }, tag) {
  const found = tags.find((one) => one.tag === tag);
  if (found === void 0) return "<td></td>";
  const { baselineMean, candidateMean, worse, better } = found;
  const counts = [worse > 0 ? `${worse} worse` : "", better > 0 ? `${better} better` : ""].filter(
    (part) => part !== ""
  );
  return `<td class="number">${formatScore(baselineMean, binary)} → ${formatScore(candidateMean, binary)}<small>${counts.join(", ")}</small></td>`;
}
function renderDecisions(report, metrics, heading) {
  const told = metrics.map((metric) => {
    const { sentence, remark, refused, kind } = metric;
    const sentences = [sentence, remark].filter((part) => part !== null && part !== "");
    const notes = listNotes(report, metric).map((note) => `the ${kind} ${note}`);
    const facts = [...refused ? [] : listEvidence(report, metric), ...notes];
    return `<${heading}>${text(metric.metric)}</${heading}><p>${sentences.map((part) => prose(closeSentence(part ?? ""))).join(" ")}</p>${list(facts)}`;
  });
  return told.length === 0 ? "" : fold("How it was decided", told.join(""));
}
function renderArms(report, { prompt }, name) {
  const rows = listArmFigures(prompt).map(({ name: what, baseline, candidate, change, note, verdict }) => {
    const limit = verdict === null ? "" : describeLimit(verdict);
    return `<tr><th scope="row">${what}</th>${number(baseline)}${number(candidate)}<td class="number">${text(change)}</td><td>${text(note ?? "")}${ruling(limit)}</td></tr>`;
  });
  if (rows.length === 0) return "";
  const sides = [nameSide(report.base, "baseline"), nameSide(report.head, "candidate")].map(text);
  return table(`What an answer takes, ${name}`, ["an answer takes", ...sides, "change", ""], rows);
}

// src/report/page/prompts.ts
function renderHtmlPrompts(report) {
  const prompts = report.suites.flatMap((suite) => suite.prompts);
  const changed = prompts.filter(({ changes }) => changes !== null);
  return prompts.map((prompt) => renderPrompt(report, prompt, changed.length === 1)).join("");
}
function renderPrompt(report, prompt, isOpen) {
  const { change, changes } = prompt;
  const name = `<code>${text(titleOf(prompt))}</code> ${change}`;
  if (changes === null) return `<p>${name}</p>`;
  const facts = text(listChangeFacts(prompt).join(", "));
  return fold(`${name} <small>${facts}</small>`, renderChanges(report, changes), isOpen);
}
function renderChanges(report, { messages, settings, variables, typical }) {
  const sent = typical === null ? "" : fold(`As the case <code>${text(typical.case)}</code> sends it`, renderMessages(typical.messages));
  return `${renderMessages(messages)}${renderSettings(report, settings)}${list(describeVariables(variables))}${sent}`;
}
function renderMessages({ shown, more }) {
  const messages = shown.map((message) => {
    const lines = message.lines.length === 0 ? "" : `<div class="diff">${renderLines(message.lines)}</div>`;
    return `<p>${text(describeMessage(message))}</p>${lines}`;
  });
  return messages.join("") + (more === 0 ? "" : `<p>${count(more, "more message")}</p>`);
}
function renderSettings(report, { shown, more }) {
  if (shown.length === 0) return "";
  const cell = (value) => `<td>${text(value ?? unknown)}</td>`;
  const header = ["setting", nameSide(report.base, "baseline"), nameSide(report.head, "candidate")].map(text);
  const rows = shown.map(
    ({ path, before, after }) => `<tr><th scope="row">${text(path).replaceAll(".", ".<wbr/>")}</th>${cell(before)}${cell(after)}</tr>`
  );
  const rest = more === 0 ? "" : `<tr><td colspan="3">${formatCount(more)} more</td></tr>`;
  return table("Settings", header, [...rows, rest]);
}
function renderLines(lines) {
  const partners = pairLines(lines);
  return lines.map((line, place2) => renderLine(line, partners.get(place2) ?? null)).join("");
}
function renderLine({ kind, text: line }, partner) {
  if (kind === "gap") return `<small>… ${text(line)} …</small>`;
  if (kind === "same") return `<span dir="auto">${text(line)}</span>`;
  const words2 = markSpans(line, partner === null ? [] : findOwnChanges(kind, line, partner.text));
  return kind === "removed" ? `<del dir="auto">${words2}</del>` : `<ins dir="auto">${words2}</ins>`;
}
function markSpans(line, spans) {
  let shown = "";
  let place2 = 0;
  for (const [start, end] of spans.filter(([start2, end2]) => start2 < end2)) {
    shown += `${text(line.slice(place2, start))}<mark>${text(line.slice(start, end))}</mark>`;
    place2 = end;
  }
  return shown + text(line.slice(place2));
}

// src/report/page/style.ts
var style = `:root{color-scheme:light dark;--paper:#fff;--raised:#f6f8fa;--ink:#1f2328;--soft:#59636e;--line:#d1d9e0;--link:#0969da;--bad:#c2202b;--bad-wash:#ffebe9;--bad-mark:#ffc1bc;--good:#19702f;--good-wash:#e6ffec;--good-mark:#a6edb8;--warn:#8a5a00;--note:#7a43d6;--mono:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
@media(prefers-color-scheme:dark){:root{--paper:#0d1117;--raised:#161b22;--ink:#e6edf3;--soft:#9aa4af;--line:#30363d;--link:#6cb2ff;--bad:#ff8a82;--bad-wash:#2c1517;--bad-mark:#7d2b2b;--good:#4cc764;--good-wash:#10261a;--good-mark:#1f6337;--warn:#dba63a;--note:#c29bff}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.55 system-ui,-apple-system,"Segoe UI",sans-serif}
main{max-width:88rem;margin:0 auto;padding:1.5rem 1.25rem 5rem}
h1{font-size:1.7rem;line-height:1.25;margin:.3rem 0 .6rem;font-weight:650;letter-spacing:-.01em}h1 em{font-style:normal;font-weight:400;color:var(--soft)}
h2{font-size:1.15rem;margin:2.4rem 0 .7rem}h3{font-size:1rem;margin:1.6rem 0 .5rem}h4{font-size:.93rem;margin:1.1rem 0 .4rem}
p{margin:.4rem 0}ul{margin:.4rem 0;padding-left:1.2rem}li{margin:.2rem 0;overflow-wrap:anywhere}
a{color:var(--link)}code,pre,.mono{font-family:var(--mono);font-size:.88em}code{overflow-wrap:anywhere}
small,.legend,.soft{color:var(--soft);font-size:.86em}small{font-weight:400}
:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:3px}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.verdict p,.verdict ul{max-width:64rem}.verdict{--tone:var(--note);border-left:4px solid var(--tone);padding:.2rem 0 .4rem 1.1rem}.fail{--tone:var(--bad)}.pass{--tone:var(--good)}.inconclusive{--tone:var(--warn)}
.whose{color:var(--soft);margin:0;overflow-wrap:anywhere}.whose b{color:var(--ink)}.whose i,.places i{font-style:normal;opacity:.6}
.sign{display:inline-grid;place-items:center;width:1.7rem;height:1.7rem;border-radius:50%;background:var(--tone);color:var(--paper);font-size:1rem;vertical-align:.12em;margin-right:.2rem}
.title{font-size:1.08rem;overflow-wrap:anywhere}.cause{font-weight:600;overflow-wrap:anywhere}.places{color:var(--soft);font-size:.9em;overflow-wrap:anywhere}
.scroll{position:relative;overflow-x:auto;margin:.4rem 0}table{border-collapse:collapse}th,td{border-bottom:1px solid var(--line);padding:.45rem .9rem .45rem 0;text-align:left;vertical-align:top}
thead th{font-weight:500;color:var(--soft);vertical-align:bottom;white-space:nowrap}tbody th{font-weight:600;min-width:7.5rem;max-width:22rem;overflow-wrap:anywhere}
th small,td small,.ruling{display:block}.ruling{font-weight:400;font-size:.9em}.warn{color:var(--warn)}.note{color:var(--note)}td.number{white-space:nowrap;font-variant-numeric:tabular-nums}
.plot{width:240px;height:26px;display:block;overflow:visible}.plot text,.histogram text{font:11px system-ui,sans-serif;fill:var(--soft);text-anchor:middle}
.plot .tick{stroke:var(--line)}.zero{stroke:var(--soft)}.margin{stroke:var(--bad);stroke-width:1.5;stroke-dasharray:3 2}.beyond{fill:var(--bad-wash)}.span{stroke:var(--ink);stroke-width:3;stroke-linecap:round}.point{fill:var(--ink)}
.figures{display:flex;flex-wrap:wrap;gap:1.5rem}figure{margin:.8rem 0;max-width:100%}figcaption{font-size:.93em;max-width:26rem}.histogram{width:100%;max-width:26rem;height:auto;display:block;margin-top:.4rem}.histogram .worse{fill:var(--bad)}.histogram .better{fill:var(--good)}.histogram .same{fill:var(--soft)}
details{margin:.5rem 0}summary{cursor:pointer;overflow-wrap:anywhere}
.diff{border:1px solid var(--line);border-radius:6px;overflow:hidden;font:.86em/1.55 var(--mono);margin:.4rem 0}.diff>*{display:block;white-space:pre-wrap;overflow-wrap:anywhere;padding:0 .6rem 0 1.6rem;text-indent:-1rem;text-decoration:none;color:inherit}
.diff del{background:var(--bad-wash)}.diff ins{background:var(--good-wash)}.diff del::before{content:"− ";color:var(--bad)}.diff ins::before{content:"+ ";color:var(--good)}.diff>span::before{content:"  ";white-space:pre}.diff>small{text-indent:0;background:var(--raised);padding:.1rem .6rem;font-family:system-ui,sans-serif}
mark{color:inherit;background:var(--bad-mark);border-radius:2px}ins mark,.added mark{background:var(--good-mark)}
.work{display:grid;gap:0 2.2rem;align-items:start}.work>*{min-width:0}
@media(min-width:75rem){.work.wide{grid-template-columns:minmax(0,1fr) minmax(20rem,27rem)}.work.wide aside{order:2;position:sticky;top:0;max-height:100vh;overflow-y:auto;padding-bottom:1rem}}
button,select,input{font:inherit;color:inherit}button,select,.search{background:var(--raised);border:1px solid var(--line);border-radius:6px;padding:.25rem .7rem}button{cursor:pointer}button:hover{border-color:var(--soft)}
.controls{display:contents}.bar{position:sticky;top:0;background:var(--paper);padding:.5rem 0;z-index:1}.bar [role=status]{min-width:7rem;text-align:right}.line{display:flex;flex-wrap:wrap;gap:.4rem .5rem;align-items:center}.search{flex:1 1 14rem;background:var(--paper);padding:.35rem .7rem;min-width:0}
.chips{display:grid;grid-template-columns:3.6rem minmax(0,1fr);margin:.3rem 0}.chips>span{color:var(--soft);font-size:.86em;padding-top:.15rem}.chips>div{display:flex;flex-wrap:wrap;gap:.35rem}.chip{border-radius:1rem;padding:.08rem .7rem;font-size:.9em;max-width:100%;overflow-wrap:anywhere}.chip small{margin-left:.3rem}.chip[aria-pressed=true]{background:var(--ink);color:var(--paper);border-color:var(--ink)}.chip[aria-pressed=true] small{color:inherit}
.list{list-style:none;margin:.6rem 0 0;padding:0;border-top:1px solid var(--line)}.list>li{margin:0;scroll-margin:3.6rem;border-bottom:1px solid var(--line)}
.row{display:grid;grid-template-columns:5.4rem minmax(6rem,14rem) minmax(0,1fr) auto;gap:0 .8rem;width:100%;text-align:left;background:none;border:0;border-radius:0;padding:.5rem .3rem;align-items:baseline}.row:hover{background:var(--raised)}
.row>*{overflow:hidden;text-overflow:ellipsis;white-space:nowrap;min-width:0}.row .id{font-family:var(--mono);font-size:.88em}.row .hint{color:var(--soft)}.row .scores{font-variant-numeric:tabular-nums;font-size:.9em;max-width:17rem}
.label{font-size:.86em;font-weight:600;color:var(--soft)}.label::before{content:"";display:inline-block;width:.55em;height:.55em;border-radius:50%;background:currentColor;margin-right:.4em}.label.worse{color:var(--bad)}.label.better{color:var(--good)}.label.flaky,.label.unscored{color:var(--warn)}.critical{color:var(--bad);font-weight:700}
.good{color:var(--good)}.bad{color:var(--bad)}
.open>.row{background:var(--raised)}.open>.row .id{font-weight:600}.case{padding:.2rem .3rem 1.6rem}.case h3{margin:1.3rem 0 .4rem;font-size:.93rem}.case table{width:100%}.case tbody th{width:9rem}.case td{width:42%}.case td p{overflow-wrap:anywhere}.case>.line{color:var(--soft);font-size:.9em;margin-top:.6rem}.case .line{margin-bottom:.3rem}
pre{white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext;background:var(--raised);border-radius:6px;padding:.6rem .8rem;margin:.3rem 0;max-height:40rem;overflow-y:auto}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr));gap:.2rem 1rem}.pair>*{min-width:0}
.split{display:grid;grid-template-columns:1fr 1fr;border:1px solid var(--line);border-radius:6px;overflow:hidden;font:.86em/1.55 var(--mono)}.split>*{white-space:pre-wrap;overflow-wrap:anywhere;padding:0 .6rem;min-width:0;min-height:1.55em}.split>.head{font-family:system-ui,sans-serif;color:var(--soft);border-bottom:1px solid var(--line);padding:.2rem .6rem}.split>.wide{grid-column:1/-1;background:var(--raised);border:0;border-radius:0;text-align:left;color:var(--soft);font-family:system-ui,sans-serif;padding:.1rem .6rem}
.removed{background:var(--bad-wash)}.added{background:var(--good-wash)}.none{background:var(--raised)}.unified{grid-template-columns:1fr}.unified>.removed::before,.unified .none{content:"− "}.unified>.added::before{content:"+ "}.unified>.none{display:none}.unified>.same::before{content:"  "}
dialog{border:1px solid var(--line);border-radius:8px;background:var(--paper);color:var(--ink);max-width:min(28rem,92vw)}dialog::backdrop{background:#0008}dl{display:grid;grid-template-columns:auto 1fr;gap:.3rem 1rem}dd{margin:0}kbd{font:.86em var(--mono);border:1px solid var(--line);border-radius:4px;padding:.05rem .4rem;background:var(--raised)}
@media(max-width:46rem){main{padding:1rem .9rem 4rem}h1{font-size:1.35rem}.row{grid-template-columns:5.4rem minmax(0,1fr)}.row .hint{grid-column:1/-1}.row .scores{grid-column:1/-1;max-width:none;white-space:normal}.bar{position:static}.list>li{scroll-margin:.5rem}.split{grid-template-columns:1fr}.split>.none{display:none}}
@media print{.controls{display:none}aside{position:static!important;max-height:none!important}}`;

// src/report/page/verdict.ts
var signs = { fail: "✕", pass: "✓", inconclusive: "?", invalid: "!" };
var words = {
  fail: "Regression",
  pass: "No regression",
  inconclusive: "Not settled",
  invalid: "Could not be judged"
};
var view = { suite: (name) => name, prompt: titleOf, several: (counted) => counted };
function renderVerdict(report) {
  const { verdict, title, details, notices, since } = report;
  const causes = describeReportCauses(report).map((cause) => `<p class="cause">${prose(closeSentence(cause))}</p>`);
  return `<header class="verdict ${verdict}">
<p class="whose">${["<b>Prompt Assay</b>", ...nameSubject(report, view).map(text)].join(" <i>·</i> ")}</p>
<h1><span class="sign" aria-hidden="true">${signs[verdict]}</span> ${words[verdict]}, <em>${describeEffect(report).words}</em></h1>
<p class="title">${prose(title)}</p>
${causes.join("")}${since === null ? "" : `<p>${prose(describeSince(since))}</p>`}${list([...details, ...notices])}${renderNext(report)}<p class="places">${listPlaces(report).join(" <i>·</i> ")}</p>
</header>`;
}
function renderNext(report) {
  const steps = listNextSteps(report);
  const url = requireHttps(docUrl(report, steps[0]?.doc ?? ""));
  const more = url === null ? "" : ` ${link(url, "More")}`;
  return `<p><b>Next:</b> ${steps.map((step) => prose(step.text)).join(" ")}${more}</p>`;
}
function listPlaces(report) {
  const { base, head, github } = report;
  const name = (side, otherwise) => {
    const commit = commitOf(report, side);
    const shown = commit === null ? "" : ` ${link(linkToCommit(report, side), commit.slice(0, 7), "code")}`;
    return `${text(nameSide(report[side], otherwise))}${shown}`;
  };
  const sides = base === null && head === null ? [] : [`${name("base", "baseline")} → ${name("head", "candidate")}`];
  const repository = linkToRepository(report);
  const [run, pull] = [linkToRun(report), linkToPull(report)];
  return [
    ...sides,
    ...pull === null ? [] : [link(pull, `pull request #${github?.pull}`)],
    ...repository === null ? [] : [link(repository, new URL(repository).pathname.slice(1))],
    ...run === null ? [] : [link(run, "the run")]
  ];
}

// src/report/page/viewer-script.ts
var viewerScript = '(()=>{function M(e,n,t=`${n}s`){return`${String(e).replace(/\\B(?=(\\d{3})+(?!\\d))/g,",")} ${e===1?n:t}`}function ie(e){return encodeURIComponent(e.replace(new RegExp("\\\\p{Surrogate}","gu"),"\\uFFFD")).replace(/[\'()*]/g,t=>`%${t.charCodeAt(0).toString(16).toUpperCase()}`)}var U="#case=";function v(e,n,t){return U+[e,n,t].map(ie).join("/")}function ae(e){if(!e.startsWith(U))return null;let n=e.slice(U.length).split("/").map(en),[t,r,o]=n;return n.length!==3||t==null||r==null||o==null?null:{suite:t,prompt:r,case:o}}function en(e){try{return decodeURIComponent(e)}catch{return null}}var nn="\\u2013";function ce(e,n){return e===null||Number.isNaN(e)?nn:n?`${le(e,!0)} %`:tn(le(e,!1).toFixed(2))}function $(e){return on(String(e))}function le(e,n){if(!n)return Number(e.toFixed(2));let t=rn(e*100);return t===100&&e<1?99.9:t===0&&e>0?.1:t}function tn(e){return e.replace("-","\\u2212")}function rn(e){return Math.round(e*10)/10}function on(e){return e.replace(/\\B(?<!\\.\\d*)(?=(\\d{3})+(?!\\d))/g,",")}function O(e){return typeof e=="object"&&e!==null&&!Array.isArray(e)}function sn(e){let n=Number(e);return/[.eE]/.test(e)||Number.isSafeInteger(n)||!Number.isFinite(n)?n:BigInt(e)}var an=100,de=100,N=class extends Error{kind;offset;constructor(n,t){super(n==="depth"?`is nested more than ${de} levels deep.`:"is not valid JSON here."),this.kind=n,this.offset=t}};function ln(e){let n=new W(e);return{value:n.readAll(),repeated:n.repeated,items:n.items}}function D(e){try{return ln(e).value}catch(n){if(n instanceof N)return;throw n}}var W=class{repeated=[];items=new Map;#n;#e=0;constructor(n){this.#n=n}readAll(){let n=this.#o(0);if(this.#r()!==void 0)throw this.#t();return n}#t(n=this.#e){return new N("syntax",Math.min(n,this.#n.length))}#r(){let n=this.#n[this.#e];for(;n===" "||n===`\n`||n==="\\r"||n==="	";)this.#e+=1,n=this.#n[this.#e];return n}#o(n){let t=this.#r();if(t===\'"\')return this.#i();if(t==="{"||t==="["){if(n===de)throw new N("depth",this.#e);return t==="{"?this.#c(n+1):this.#l(n+1)}return t==="t"||t==="f"||t==="n"?this.#a():this.#u()}#a(){let n=cn.find(([t])=>this.#n.startsWith(t,this.#e));if(n===void 0)throw this.#t();return this.#e+=n[0].length,n[1]}#l(n){let t=[],r=[];for(;this.#s("]",t.length===0);)this.#r(),r.push(this.#e),t.push(this.#o(n));return n<=2&&this.items.set(t,r),t}#c(n){let t={},r=!0;for(;this.#s("}",r);){if(r=!1,this.#r()!==\'"\')throw this.#t();let o=this.#e,s=this.#i();if(this.#r()!==":")throw this.#t();this.#e+=1,Object.hasOwn(t,s)&&this.repeated.length<an&&this.repeated.push({key:s,offset:o});let a=this.#o(n);s!=="__proto__"?t[s]=a:Object.defineProperty(t,s,{value:a,enumerable:!0,configurable:!0,writable:!0})}return t}#s(n,t){t&&(this.#e+=1);let r=this.#r();if(r!==n&&t)return!0;if(r!==n&&r!==",")throw this.#t();return this.#e+=1,r===","}#u(){ue.lastIndex=this.#e;let n=ue.exec(this.#n)?.[0];if(n===void 0)throw this.#t();return this.#e+=n.length,sn(n)}#i(){let n=this.#e;if(z.lastIndex=n,z.test(this.#n))return this.#e=z.lastIndex,this.#n.slice(n+1,this.#e-1);let t=this.#n.indexOf(\'"\',n+1);for(;t!==-1&&this.#d(t);)t=this.#n.indexOf(\'"\',t+1);let r=this.#n.slice(n,t===-1?void 0:t+1);this.#e=n+r.length;try{return JSON.parse(r)}catch{throw this.#t(n+dn(r))}}#d(n){let t=n;for(;this.#n[t-1]==="\\\\";)t-=1;return(n-t)%2===1}},cn=[["true",!0],["false",!1],["null",null]],ue=/-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?/y,un=/\\\\u[\\da-fA-F]{4}|\\\\["\\\\/bfnrt]|\\\\|[^ -\\uffff]/g,z=/"[ !#-[\\]-\\uffff]*"/y;function dn(e){for(let{0:n,index:t}of e.matchAll(un))if(n.length===1)return t;return e.length}function S(e){if(typeof e=="bigint")return String(e);if(typeof e=="number")return Number.isInteger(e)?fn(e):JSON.stringify(e);if(typeof e!="object"||e===null)return JSON.stringify(e??null);if(Array.isArray(e))return`[${e.map(S).join(",")}]`;let n=e,t="";for(let r of Object.keys(n).sort()){let o=n[r];o!==void 0&&(t+=`${t===""?"":","}${JSON.stringify(r)}:${S(o)}`)}return`{${t}}`}function fn(e){return Number.isSafeInteger(e)?JSON.stringify(e):String(BigInt(e))}function fe(e){let n=[],t=s=>typeof s=="number"?n[s]??"":(n.push(s),s),r=s=>{if(s===null)return null;let{answer:a,messages:i,...l}=s;return{...l,...a!==void 0&&{answer:{...a,content:t(a.content)}},...i!==void 0&&{messages:i==="left"?i:i.map(([c,d])=>[c,t(d)])}}},o=e.cases.map(s=>{let[a,i]=s.sides,l=r(a);return{...s,sides:[l,r(i)]}});return{...e,cases:o}}function H({answer:e}){if(e===void 0)return null;let{content:n,calls:t,refusal:r=null,finish:o="stop",steps:s}=e,a=t===void 0?[]:D(t)??[],i={content:String(n),toolCalls:a,refusal:r,finishReason:o};return s===void 0?i:{...i,trajectory:s}}function k(e){return e==="regressed"?"worse":e==="improved"?"better":e}function pe(e){let n=new Map,[t,r,o,s]=[new Map,new Map,new Map,new Map],a=(c,d)=>{for(let f of new Set(d))c?.set(f,(c.get(f)??0)+1)};for(let c of e.cases){let d=e.prompts[c.of];a(n,ge(c,c.metrics)),a(t,c.tags??[]),a(r,c.metrics.map(({at:f})=>d?.metrics[f]?.name??"")),a(o,[d?.suite??""]),a(s,[d?.prompt??""])}let i=e.cases.filter(c=>c.critical).length,l=new Map;return{happened:n,critical:i,tags:t??l,metrics:r??l,suites:o??l,prompts:s??l}}function me(e){let n=null,t=()=>(n??=e.cases.map(r=>yn(r).join(`\n`).toLowerCase()),n);return{prepare:()=>{t()},find:r=>{let o=r.text.toLowerCase().split(/\\s+/).filter(i=>i!==""),s=o.length===0?null:t(),a=e.cases.flatMap((i,l)=>{let c=pn(e,i,r.metrics);return mn(e,i,c,r)?s!==null&&!o.every(d=>s[l]?.includes(d))?[]:[{place:l,entry:i,drop:Math.max(...c.map(({drop:d})=>d??-2),-3)}]:[]});return gn(a,r.order).map(({place:i})=>i)}}}function pn(e,n,t){if(t.size===0)return n.metrics;let r=e.prompts[n.of]?.metrics??[];return n.metrics.filter(({at:o})=>t.has(r[o]?.name??""))}function mn(e,n,t,r){let{happened:o,critical:s,tags:a,metrics:i,suites:l,prompts:c}=r,d=e.prompts[n.of];return(i.size===0||t.length>0)&&(o.size===0||ge(n,t).some(f=>o.has(f)))&&(!s||n.critical===!0)&&(a.size===0||(n.tags??[]).some(f=>a.has(f)))&&(l.size===0||l.has(d?.suite??""))&&(c.size===0||c.has(d?.prompt??""))}function ge(e,n){if(n.length===0)return[k(e.label)];let r=n.map(({label:o})=>k(o)).filter(o=>o!=="same");return r.length===0?["same"]:r}function gn(e,n){if(n==="need")return e;let t={drop:(r,o)=>o.drop-r.drop,id:(r,o)=>hn.compare(r.entry.id,o.entry.id),dataset:(r,o)=>r.entry.position-o.entry.position}[n];return[...e].sort((r,o)=>t(r,o)||r.place-o.place)}var hn=new Intl.Collator("en",{numeric:!0});function yn(e){let{id:n,tags:t=[],input:r="",expected:o="",metrics:s,sides:a}=e,i=s.flatMap(l=>l.reasons??[]).filter(l=>l!==null);return[n,...t,r,o,...i,...a.flatMap(l=>l===null?[]:bn(l))]}function bn({answer:e,fault:n=""}){if(e===void 0)return[n];let{content:t,calls:r="",refusal:o="",steps:s=[]}=e;return[String(t),r,o,...s.map(a=>a.content)]}var xn=new RegExp("(?!(?<=\\\\p{Extended_Pictographic}\\\\uFE0F?|\\\\p{Emoji_Modifier})\\\\u200D(?=\\\\p{Extended_Pictographic})|[\\\\uFE0E\\\\uFE0F\\\\t\\\\n\\\\r])[\\\\p{Default_Ignorable_Code_Point}\\\\uFFF9-\\\\uFFFB\\\\u2800\\\\p{Cc}]","gu");function he(e,n){return e.replace(xn,n)}function V(e){let n=e.replace(/\\r\\n?|[\\u2028\\u2029\\u0085]/g,`\n`).replace(new RegExp("\\\\p{Surrogate}","gu"),"\\uFFFD");return he(n,wn)}function wn(e){return`\\u27E8U+${(e.codePointAt(0)??0).toString(16).toUpperCase().padStart(4,"0")}\\u27E9`}function u(e,n={},...t){let r=document.createElement(e);for(let[o,s]of Object.entries(n))s===null||s===!1||r.setAttribute(o,s===!0?"":V(s));return r.append(...t.flatMap(o=>o===null?[]:[typeof o=="string"?V(o):o])),r}function w(e,n,...t){let r=u("button",{type:"button",...e},...t);return r.addEventListener("click",n),r}function E(e){return u("pre",{dir:"auto",tabindex:"0"},e)}var ye=12;function L(e,n,t,r){let o=new Set,s=n.map(([a,i])=>{let c=w({class:"chip","aria-pressed":"false"},()=>{o.delete(a)||o.add(a),c.setAttribute("aria-pressed",String(o.has(a))),r()},a,u("small",{},$(i)));return c});return{element:n.length<t?null:Mn(e,s),chosen:o,clear:()=>{o.clear();for(let a of s)a.setAttribute("aria-pressed","false")}}}function Mn(e,n){let t=n.slice(ye),r=w({class:"chip"},()=>r.replaceWith(...t),`${$(t.length)} more`),o=t.length>1?[...n.slice(0,ye),r]:n;return u("div",{class:"chips",role:"group","aria-label":e},u("span",{"aria-hidden":"true"},e),u("div",{},...o))}var Cn=[["need","most urgent first"],["drop","largest drop first"],["id","by id"],["dataset","as in the dataset"]],Sn=["worse","better","flaky","unscored","new","same"];function be(e,n,t){let r=u("input",{class:"search",type:"search",placeholder:"Search ids, inputs, answers, reasons","aria-label":"Search cases",autocomplete:"off",spellcheck:"false"}),o=Cn.map(([m,b])=>u("option",{value:m},b)),s=u("select",{"aria-label":"Sort"},...o),a=u("span",{role:"status",class:"soft"}),l=[...Sn.map(m=>[m,e.happened.get(m)??0]),["critical",e.critical]].filter(([,m])=>m>0),c=L("what",l,1,n),d=L("metric",[...e.metrics],2,n),f=L("tag",[...e.tags].sort((m,b)=>b[1]-m[1]),1,n),g=L("suite",[...e.suites],2,n),h=L("prompt",[...e.prompts],2,n),x=[c,d,f,g,h];r.addEventListener("input",n),s.addEventListener("change",n);let p=w({"aria-label":"Keys"},t,"?"),y=u("div",{class:"line bar"},r,s,p,a);return{element:u("div",{class:"controls"},y,...x.map(({element:m})=>m)),search:r,query:()=>({text:r.value,happened:new Set([...c.chosen].filter(m=>m!=="critical")),critical:c.chosen.has("critical"),metrics:d.chosen,tags:f.chosen,suites:g.chosen,prompts:h.chosen,order:s.value}),clear:()=>{r.value="";for(let m of x)m.clear()},tell:m=>{a.textContent=m}}}var $n=[[["j"],"next case"],[["k"],"previous case"],[["Enter","o"],"open or close it"],[["/"],"search"],[["Esc"],"leave the search, close the case"],[["?"],"these keys"]];function xe(){let e=u("input",{type:"checkbox",checked:!0}),n=$n.flatMap(([r,o])=>[u("dt",{},...r.flatMap((s,a)=>[a===0?"":" ",u("kbd",{},s)])),u("dd",{},o)]),t=u("dialog",{"aria-label":"Keys"},u("dl",{},...n),u("label",{},e," single keys are on"),w({},()=>t.close(),"Close"));return{dialog:t,isOn:()=>e.checked}}function we(e,n){let t={j:e.next,k:e.previous,o:e.open,"/":e.search,"?":()=>n.dialog.showModal()};document.addEventListener("keydown",r=>{if(r.ctrlKey||r.metaKey||r.altKey||r.isComposing||n.dialog.open)return;if(r.key==="Escape"){e.leave();return}let o=r.target instanceof Element&&r.target.matches("input, select, textarea"),s=t[r.key];s===void 0||o||!n.isOn()||(r.preventDefault(),s())})}function R(e,{binary:n,direction:t}){let r=e.filter(i=>i!==null);if(r.length===0)return{text:e.length===0?"\\u2013":"unscored",isGood:null};let o=r.reduce((i,l)=>i+l,0);if(n!==!0)return{text:ce(o/r.length,!1),isGood:null};let s=t==="lower"?r.length-o:o,a=2*s>r.length;return{text:r.length===1?a?"\\u2713":"\\u2715":`${s} of ${r.length}`,isGood:a}}function Me(e){return e.map(n=>n===null?"\\u2013":String(Math.round(n*1e3)/1e3)).join(", ")}var Dn=200,kn=/^(\\s*```[^\\n`]*\\n)([\\s\\S]*?)(\\n[ \\t]*```\\s*)$/;function Ce(e,n){let[t,r]=[K(e),K(n)];if(t===null||r===null)return[e,n];let o=[t.wrap(A(t.tree)),r.wrap(A(q(r.tree,t.tree)))];return o[0]===o[1]?[e,n]:o}function G(e){let n=K(e);return n===null?e:n.wrap(A(n.tree))}function K(e){let[,n="",t=e,r=""]=kn.exec(e)??[];if(!/^\\s*[[{]/.test(t)||D(t)===void 0)return null;let o=Ln(t);return o===null?null:{tree:o,wrap:s=>n+s+r}}function Ln(e){let n=e.match(/"(?:[^"\\\\]+|\\\\.)*"|[{}[\\]]|[^\\s{}[\\],:"]+/g)??[],t=0,r=o=>{let s=n[t++]??"";if(o>Dn)return null;if(s!=="{"&&s!=="[")return s;let a=[];for(;n[t]!=="}"&&n[t]!=="]";){let i=s==="{"?n[t++]??"":"",l=r(o+1);if(l===null)return null;a.push({key:i,value:l})}return t+=1,s==="{"?a:{items:a.map(({value:i})=>i)}};return r(0)}function q(e,n){return typeof e=="string"||n===void 0||typeof n=="string"?e:Array.isArray(e)?Array.isArray(n)?Pn(e,n):e:Array.isArray(n)?e:{items:e.items.map((t,r)=>q(t,n.items[r]))}}function Pn(e,n){let t=new Map(n.map(({key:o,value:s},a)=>[o,{place:a,value:s}])),r=({key:o})=>t.get(o)?.place??n.length;return e.map(({key:o,value:s})=>({key:o,value:q(s,t.get(o)?.value)})).sort((o,s)=>r(o)-r(s))}function A(e,n=""){if(typeof e=="string")return e;let t=`${n}  `,[r,o]=Array.isArray(e)?"{}":"[]",s=Array.isArray(e)?e.map(({key:a,value:i})=>`${t}${a}: ${A(i,t)}`):e.items.map(a=>t+A(a,t));return s.length===0?`${r}${o}`:`${r}\n${s.join(`,\n`)}\n${n}${o}`}var Tn=["function","custom","functionCall","function_call","toolUse"],vn=["name","tool_name","toolName","tool"],Nn=["arguments","args","input","parameters","input_parameters","tool_input"],On=/^[\\w.:/-]{1,200}$/;function Se(e){if(typeof e=="string")return e===""?null:{name:e,arguments:void 0,isText:!1};if(!O(e))return null;let n=Tn.map(o=>e[o]).find(O)??e,t=vn.map(o=>n[o]).find(o=>typeof o=="string");if(typeof t!="string")return null;let r=Nn.map(o=>n[o]).find(o=>o!==void 0);return j(t,r)}function j(e,n){if(typeof n!="string")return{name:e,arguments:n,isText:!1};if(n.trim()==="")return{name:e,arguments:{},isText:!1};let t=D(n);return{name:e,arguments:t??n,isText:t===void 0}}function Q({name:e,arguments:n}){return`${I(e)}(${En(n)})`}function I(e){return On.test(e)?e:S(e)}function En(e){return e==null?"":O(e)?Object.keys(e).sort().map(n=>`${I(n)}: ${S(e[n])}`).join(", "):S(e)}function Rn(e){let n=new Map;return[...(An(e)??[]).map(r=>Fn(r,n)),{role:"assistant",content:e.content,calls:$e(e),tool:null,failed:!1}]}function An({trajectory:e}){return e===void 0?null:e.at(-1)?.role==="assistant"?e.slice(0,-1):e}function $e({toolCalls:e,trajectory:n=[]}){return e.length>0?e.map(t=>Se(t)??j("",t)):(n.at(-1)?.toolCalls??[]).map(ke)}function Jn({role:e,content:n,calls:t,tool:r,failed:o},s){return e==="tool"?`${r===null?"a tool":I(r)} ${o?"failed":"answered"}: ${n}`:[...s==="tools"||n.trim()===""?[]:[`${e}: ${n}`],...t.map(i=>`calls ${Q(i)}`)].join(`\n`)}function X(e){if(e.trajectory!==void 0)return Rn(e).map(t=>Jn(t,"all"));let n=$e(e).map(t=>`calls ${Q(t)}`);return[[e.content,...n].filter(t=>t!=="").join(`\n`)]}function De(e){return e.length===1?e.join(""):e.map((n,t)=>`${t+1}. ${n.replaceAll(`\n`,`\n   `)}`).join(`\n`)}function Fn(e,n){let{role:t,content:r,toolCalls:o=[],toolCallId:s,failed:a=!1}=e;for(let{id:l,name:c}of o)n.set(l,c);let i=s===void 0?null:n.get(s)??null;return{role:t,content:r,calls:o.map(ke),tool:i,failed:a}}function ke({name:e,arguments:n}){return j(e,n)}function Z(e){return e===null?"":Pe(e,De(X(e)))}function Le(e,n){let[t,r]=Ce(e.content,n.content),o=(s,a)=>Pe(s,X({...s,content:a}).join(`\n`));return[o(e,t),o(n,r)]}function Pe({refusal:e,finishReason:n},t){let r=[t,e===null?"":`[refusal] ${e}`,["stop","tool_calls"].includes(n)?"":`[finish reason] ${n}`].filter(o=>o!=="");return r.length===0?"[empty answer]":r.join(`\n`)}var J=class{diff(n,t,r={}){let o;typeof r=="function"?(o=r,r={}):"callback"in r&&(o=r.callback);let s=this.castInput(n,r),a=this.castInput(t,r),i=this.removeEmpty(this.tokenize(s,r)),l=this.removeEmpty(this.tokenize(a,r));return this.diffWithOptionsObj(i,l,r,o)}diffWithOptionsObj(n,t,r,o){var s;let a=b=>{if(b=this.postProcess(b,r),o){setTimeout(function(){o(b)},0);return}else return b},i=t.length,l=n.length,c=1,d=i+l;r.maxEditLength!=null&&(d=Math.min(d,r.maxEditLength));let f=(s=r.timeout)!==null&&s!==void 0?s:1/0,g=Date.now()+f,h=[{oldPos:-1,lastComponent:void 0}],x=this.extractCommon(h[0],t,n,0,r);if(h[0].oldPos+1>=l&&x+1>=i)return a(this.buildValues(h[0].lastComponent,t,n));let p=-1/0,y=1/0,m=()=>{for(let b=Math.max(p,-c);b<=Math.min(y,c);b+=2){let C,P=h[b-1],T=h[b+1];P&&(h[b-1]=void 0);let _=!1;if(T){let se=T.oldPos-b;_=T&&0<=se&&se<i}let oe=P&&P.oldPos+1<l;if(!_&&!oe){h[b]=void 0;continue}if(!oe||_&&P.oldPos<T.oldPos?C=this.addToPath(T,!0,!1,0,r):C=this.addToPath(P,!1,!0,1,r),x=this.extractCommon(C,t,n,b,r),C.oldPos+1>=l&&x+1>=i)return a(this.buildValues(C.lastComponent,t,n))||!0;h[b]=C,C.oldPos+1>=l&&(y=Math.min(y,b-1)),x+1>=i&&(p=Math.max(p,b+1))}c++};if(o)(function b(){setTimeout(function(){if(c>d||Date.now()>g)return o(void 0);m()||b()},0)})();else for(;c<=d&&Date.now()<=g;){let b=m();if(b)return b}}addToPath(n,t,r,o,s){let a=n.lastComponent;return a&&!s.oneChangePerToken&&a.added===t&&a.removed===r?{oldPos:n.oldPos+o,lastComponent:{count:a.count+1,added:t,removed:r,previousComponent:a.previousComponent}}:{oldPos:n.oldPos+o,lastComponent:{count:1,added:t,removed:r,previousComponent:a}}}extractCommon(n,t,r,o,s){let a=t.length,i=r.length,l=n.oldPos,c=l-o,d=0;for(;c+1<a&&l+1<i&&this.equals(r[l+1],t[c+1],s);)c++,l++,d++,s.oneChangePerToken&&(n.lastComponent={count:1,previousComponent:n.lastComponent,added:!1,removed:!1});return d&&!s.oneChangePerToken&&(n.lastComponent={count:d,previousComponent:n.lastComponent,added:!1,removed:!1}),n.oldPos=l,c}equals(n,t,r){return r.comparator?r.comparator(n,t):n===t||!!r.ignoreCase&&n.toLowerCase()===t.toLowerCase()}removeEmpty(n){let t=[];for(let r=0;r<n.length;r++)n[r]&&t.push(n[r]);return t}castInput(n,t){return n}tokenize(n,t){return Array.from(n)}join(n){return n.join("")}postProcess(n,t){return n}get useLongestToken(){return!1}buildValues(n,t,r){let o=[],s;for(;n;)o.push(n),s=n.previousComponent,delete n.previousComponent,n=s;o.reverse();let a=o.length,i=0,l=0,c=0;for(;i<a;i++){let d=o[i];if(d.removed)d.value=this.join(r.slice(c,c+d.count)),c+=d.count;else{if(!d.added&&this.useLongestToken){let f=t.slice(l,l+d.count);f=f.map(function(g,h){let x=r[c+h];return x.length>g.length?x:g}),d.value=this.join(f)}else d.value=this.join(t.slice(l,l+d.count));l+=d.count,d.added||(c+=d.count)}}return o}};var Y=class extends J{tokenize(n){return n.slice()}join(n){return n}removeEmpty(n){return n}},Te=new Y;function F(e,n,t){return Te.diff(e,n,t)}function ve({content:e,toolCalls:n=[]}){let t=n.map(({name:r,arguments:o})=>`[tool call] ${r}(${o})`);return[...e===""&&t.length>0?[]:[e],...t].join(`\n`)}var Hn=400,jn=[({key:e})=>e,({gap:e,message:n})=>`${e} ${ve(n)}`,({gap:e,message:n})=>`${e} ${n.role}`,({message:{role:e}})=>e==="system"||e==="developer"?e:null];function Ee(e,n){let[t,r]=In(e,n),o=new Map,s=new Set;for(let l of jn){let c=new Map;for(let d of t.filter(f=>!s.has(f))){let f=l(d);f!==null&&c.set(f,[...c.get(f)??[],d])}for(let d of r.filter(f=>!o.has(f)).reverse()){let f=c.get(l(d)??"")?.pop();f!==void 0&&(o.set(d,f),s.add(f))}}return[...t.filter(l=>!s.has(l)).map(l=>({one:l,isGone:!0})),...r.map(l=>({one:l,isGone:!1}))].sort((l,c)=>l.one.gap-c.one.gap).map(({one:l,isGone:c})=>c?Ne(l,null):Ne(o.get(l)??null,l))}function Ne(e,n){return{change:e!==null&&n!==null?e.key===n.key?"moved":"changed":e===null?"added":"removed",base:e&&Oe(e),candidate:n&&Oe(n)}}function Oe({message:e,place:n}){return{message:e,place:n}}function In(e,n){let[t,r]=[e,n].map(c=>c.map(d=>S(d))),o=F(t,r,{maxEditLength:Hn})??[{removed:!0,added:!1,value:t},{removed:!1,added:!0,value:r}],[s,a]=[[],[]],i=0,l={left:0,right:0};for(let{removed:c,added:d,value:f}of o){if(!c&&!d){i+=1,l.left+=f.length,l.right+=f.length;continue}for(let g of f){let h=c?"left":"right",x=(c?e:n)[l[h]];(c?s:a).push({message:x,place:l[h],key:g,gap:i}),l[h]+=1}}return[s,a]}function Re(e,n){let t=Ee(e,n),r=new Set(t.map(({candidate:f})=>f?.place)),o=n.filter((f,g)=>!r.has(g)),s=f=>t.flatMap(g=>g[f]?.place??[]),a={base:s("base"),candidate:s("candidate")},i=(f,g)=>g-a[f].filter(h=>h<g).length,l=[],c=0,d=f=>{for(;c<f;c+=1){let g=o[c]??null;l.push({change:"same",before:g,after:g})}};for(let{change:f,base:g,candidate:h}of t){let x=h??g;d(x===null?0:i(h===null?"base":"candidate",x.place)),l.push({change:f,before:g?.message??null,after:h?.message??null})}return d(o.length),l}var Bn=400,_n=60,Un=/\\s+|[\\p{L}\\p{M}\\p{N}_]{1,40}|./gsu;function ee(e,n){return e===n?[]:Ae(e.split(`\n`),n.split(`\n`),Bn).flatMap(({kind:t,pieces:r})=>r.map(o=>({kind:t,text:o})))}function ne(e,n){let[t,r]=[[],[]],[o,s]=[0,0],a=i=>i.match(Un)??[];for(let{kind:i,pieces:l}of Ae(a(e),a(n),_n)){let c=l.reduce((f,g)=>f+g.length,0),d=[o,s];i!=="added"&&(o+=c),i!=="removed"&&(s+=c),i!=="same"&&(t.push([d[0],o]),r.push([d[1],s]))}return[t,r]}function Ae(e,n,t){let r=Math.min(e.length,n.length),o=0;for(;o<r&&e[o]===n[o];)o+=1;let s=0;for(;s<r-o&&e.at(-1-s)===n.at(-1-s);)s+=1;let[a,i]=[e.slice(o,e.length-s),n.slice(o,n.length-s)];return[{kind:"same",pieces:e.slice(0,o)},...zn(a,i,t),{kind:"same",pieces:e.slice(e.length-s)}].filter(({pieces:c})=>c.length>0)}function zn(e,n,t){let r=F(e,n,{maxEditLength:t});return r===void 0?[{kind:"removed",pieces:e},{kind:"added",pieces:n}]:r.map(({removed:o,added:s,value:a})=>({kind:o?"removed":s?"added":"same",pieces:a}))}var mr=1/3;function Je(e){let n=new Map,t=0;for(;t<e.length;){for(;e[t]?.kind==="same"||e[t]?.kind==="gap";)t+=1;let r=t;for(;e[t]?.kind==="removed";)t+=1;let o=t;for(;e[t]?.kind==="added";)t+=1;for(let s=0;s<Math.min(o-r,t-o);s+=1)n.set(r+s,e[o+s]),n.set(o+s,e[r+s])}return n}function Fe(e,n,t){return e==="removed"?ne(n,t)[0]:ne(t,n)[1]}var He=3,Vn=4;function Ie(e){let n=Je(e),t=[],r=[],o=s=>{t.push(...Kn(r,t.length===0,s)),r=[]};return e.forEach((s,a)=>{if(s.kind==="same"){r.push(s.text);return}let i=n.get(a);if(s.kind==="added"&&i!==void 0)return;o(!1);let l=je(s,i);s.kind==="added"?t.push({kind:"change",left:null,right:l}):t.push({kind:"change",left:l,right:i===void 0?null:je(i,s)})}),o(!0),t}function je({kind:e,text:n},t){let r=t===void 0?[]:Fe(e,n,t.text);return{text:n,spans:r.filter(([o,s])=>o<s)}}function Kn(e,n,t){let[r,o]=[n?0:He,t?0:He],s=i=>i.map(l=>({kind:"same",text:l}));if(e.length<r+o+Vn)return s(e);let a=e.length-o;return[...s(e.slice(0,r)),{kind:"fold",lines:e.slice(r,a)},...s(e.slice(a))]}var Be=800;function te(e,n,t,r){let o=Ie(ee(e,n)),s=u("div",{class:r.isUnified?"split unified":"split",role:"group","aria-label":"Difference"});return r.isUnified||s.append(...t.map(a=>u("div",{class:"head"},a))),Ue(s,o),s}function Ue(e,n){let t=e.classList.contains("unified");e.append(...n.slice(0,Be).flatMap(s=>Gn(s,t)));let r=n.slice(Be);if(r.length===0)return;let o=w({class:"wide"},()=>{o.remove(),Ue(e,r)},`${M(r.length,"more line")}`);e.append(o)}function Gn(e,n){return e.kind==="same"?ze(e.text,n):e.kind==="fold"?[qn(e.lines,n)]:[_e(e.left,"removed"),_e(e.right,"added")]}function ze(e,n){return(n?[""]:["",""]).map(()=>u("div",{class:"same",dir:"auto"},e))}function qn(e,n){let t=w({class:"wide"},()=>t.replaceWith(...e.flatMap(r=>ze(r,n))),`\\u2026 ${M(e.length,"equal line")} \\u2026`);return t}function _e(e,n){return e===null?u("div",{class:"none"}):u("div",{class:n,dir:"auto"},...Qn(e.text,e.spans))}function Qn(e,n){let t=[],r=0;for(let[o,s]of n)t.push(e.slice(r,o),u("mark",{},e.slice(o,s))),r=s;return[...t,e.slice(r)]}function qe(e,n,t){let r=e.prompts[n.of];return u("div",{class:"case"},Xn(n,r),Yn(n),et(e,n,r),nt(e,n,t),tt(e,n,t))}function Xn(e,{suite:n,prompt:t}){let{id:r,tags:o=[],critical:s,place:a,url:i}=e,l=v(n,t,r),c=w({},()=>{Zn(l,c)},"Copy link"),d=i?.startsWith("https://")?u("a",{href:i,rel:"noreferrer"},a):u("span",{},a),f=[c,d,u("span",{dir:"auto"},n===t?n:`${n} \\xB7 ${t}`)];return s&&f.push(u("b",{class:"critical"},"critical")),o.length>0&&f.push(u("span",{dir:"auto"},`tagged ${o.join(", ")}`)),u("div",{class:"line"},...f)}async function Zn(e,n){let t=new URL(e,location.href).href,r=await navigator.clipboard?.writeText(t).then(()=>!0,()=>!1);n.textContent=r?"Copied":"Copy the page\'s address"}function Yn({input:e,expected:n}){let r=[["Input",e],["Expected",n]].flatMap(([o,s])=>s===void 0?[]:[u("div",{},u("h3",{},o),E(s))]);return r.length===0?null:u("div",{class:"pair"},...r)}function et(e,{metrics:n},t){if(n.length===0)return null;let r=["metric",...e.sides].map(a=>u("th",{scope:"col"},a)),o=n.map(({at:a,label:i,scores:l,reasons:c=[null,null]})=>{let d=t.metrics[a];if(d===void 0)return null;let f=l.map((h,x)=>{let{text:p,isGood:y}=R(h,d),m=h.length>1?u("small",{},Me(h)):null,b=c[x]??null;return u("td",{},u("span",{class:re(y)},p),m,b===null?null:u("p",{dir:"auto"},b))}),g=u("th",{scope:"row",dir:"auto"},d.name,u("small",{class:`label ${k(i)}`},i));return u("tr",{},g,...f)}),s=u("table",{},u("thead",{},u("tr",{},...r)),u("tbody",{},...o));return u("div",{},u("h3",{},"Scores and reasons"),u("div",{class:"scroll",role:"region",tabindex:"0","aria-label":"Scores and reasons"},s))}function re(e){return e===null?null:e?"good":"bad"}function nt(e,{sides:n},t){let[r,o]=n,[s,a]=[r&&H(r),o&&H(o)],i=[Ve(e.sides[0],r),Ve(e.sides[1],o)],l=[Ke(i[0],r),Ke(i[1],o)].filter(f=>f!==null),c=u("h3",{},"Answers");if(s===null||a===null){let f=[We(i[0],r),We(i[1],o)].filter(g=>g!==null);return f.length===0?null:u("div",{},c,u("div",{class:"pair"},...f),...l)}let d=Le(s,a);if(d[0]===d[1]){let f=Z({...a,content:G(a.content)});return u("div",{},c,u("p",{class:"soft"},"Both sides answered the same."),E(f),...l)}return u("div",{},c,Qe(d[0],d[1],i,t),...l)}function Qe(e,n,t,r){let o=()=>r.isUnified?"Side by side":"One column",s=w({},()=>{r.isUnified=!r.isUnified,s.textContent=o();let i=te(e,n,t,r);a.replaceWith(i),a=i},o()),a=te(e,n,t,r);return u("div",{},u("div",{class:"line"},u("span",{class:"soft"},`\\u2212 ${t[0]}, + ${t[1]}`),s),a)}function We(e,n){if(n===null)return null;let t=H(n),r=t===null?null:Z({...t,content:G(t.content)}),o=r===null?u("p",{dir:"auto"},`No answer came: ${n.fault??"its text is not shown"}`):E(r);return u("div",{},u("p",{class:"soft"},e),o)}function Ve(e,n){return n!==null&&n.answers>1?`${e} (1 of ${n.answers} answers)`:e}function Ke(e,n){let t=n?.answer?.more;return t===void 0?null:u("p",{class:"soft"},`${e}: ${M(t,"more character")}, see outputs.jsonl.`)}function tt(e,{sides:n},t){let[r,o]=n.map(i=>i?.messages);if(r===void 0&&o===void 0)return null;let s=u("details",{},u("summary",{},"Messages as they were sent")),a=()=>s.append(...rt(e,r??[],o??[],t));return s.addEventListener("toggle",a,{once:!0}),s}function rt(e,n,t,r){return n==="left"||t==="left"?[u("p",{class:"soft"},"A page of this size has no room for them; the prompt and the row say what was sent.")]:Re(Ge(n),Ge(t)).map(({change:o,...s})=>{let[a,i]=[s.before?.content??"",s.after?.content??""],l=[...new Set([s.before,s.after].flatMap(h=>h===null?[]:[h.role]))],c={same:"the same on both sides",added:`${e.sides[1]} only`,removed:`${e.sides[0]} only`},d=o==="moved"||o==="changed"?o:c[o],f=u("p",{},u("b",{},l.join(" \\u2192 ")),u("small",{},` ${d}`)),g=s.before!==null&&s.after!==null&&a!==i;return u("div",{},f,g?Qe(a,i,e.sides,r):E(i||a))})}function Ge(e){return e.map(([n,t])=>({role:n,content:String(t)}))}var B=60,ot=240;function Xe(e,n,t){let r=u("ol",{class:"list","aria-label":"Cases"}),o=w({hidden:!0},()=>d(B),"Show more"),s=new Map,a=[],i=0,l=null,c=null,d=p=>{let y=a.slice(i,i+p);r.append(...y.map(f)),i+=y.length,o.hidden=i>=a.length},f=p=>{let y=e.cases[p],m=st(e,y,()=>t(p));m.addEventListener("focus",()=>c=p);let b=u("li",{},m);return s.set(p,b),b},g=p=>{let y=a.indexOf(p);return y>=i&&d(y+1-i+B),s.get(p)??null},h=p=>p.firstElementChild,x=()=>{let p=l===null?void 0:s.get(l);p!==void 0&&(p.classList.remove("open"),h(p).setAttribute("aria-expanded","false"),p.lastElementChild?.remove()),l=null};return new IntersectionObserver(p=>{p.some(({isIntersecting:y})=>y)&&!o.hidden&&d(B)},{rootMargin:"600px"}).observe(o),{element:u("div",{},r,o),show:p=>{x(),a=p,i=0,c=null,s.clear(),r.replaceChildren(),d(B)},open:p=>{x();let y=p===null?null:g(p);p===null||y===null||(l=p,y.classList.add("open"),h(y).setAttribute("aria-expanded","true"),y.append(qe(e,e.cases[p],n)))},opened:()=>l,current:()=>c,focus:p=>{let y=g(p);y!==null&&(h(y).focus({preventScroll:!0}),y.scrollIntoView({block:l===p?"start":"nearest"}))},step:(p,y)=>{let m=p===null?-1:a.indexOf(p);return a[m<0?0:m+y]??null}}}function st(e,n,t){let{id:r,label:o,critical:s,input:a="",expected:i}=n,l=[a.slice(0,ot).replace(/\\s+/g," "),i===void 0?"":`\\u2192 ${i.slice(0,60)}`];return w({class:"row","aria-expanded":"false"},t,u("span",{class:`label ${k(o)}`},o),u("span",{class:"id",dir:"auto"},s?u("b",{class:"critical"},"! "):null,r),u("span",{class:"hint",dir:"auto"},l.filter(c=>c!=="").join(" ")),u("span",{class:"scores"},...it(e.prompts[n.of],n)))}function it(e,{metrics:n}){let t=n.filter(({label:o})=>o!=="same"&&o!=="new");return(t.length>0?t:n.slice(0,1)).flatMap(({at:o,scores:[s,a]},i)=>{let l=e.metrics[o];if(l===void 0)return[];let[c,d]=[R(s,l),R(a,l)],f=({text:g,isGood:h})=>u("span",{class:re(h)},g);return[i===0?"":", ",`${l.name} `,f(c)," \\u2192 ",f(d)]})}function at(e,n){let t=fe(JSON.parse(n.textContent??""));n.remove();let r=me(t),o=xe(),s=be(pe(t),c,()=>o.dialog.showModal()),a={isUnified:matchMedia("(max-width: 46rem)").matches},i=Xe(t,a,p=>f(i.opened()===p?null:p)),l=t.cases.length;function c(){let p=r.find(s.query());i.show(p),s.tell(p.length===l?M(l,"case"):`${$(p.length)} of ${M(l,"case")}`)}let d=p=>{let y=t.cases[p],m=y&&t.prompts[y.of];return y===void 0||m===void 0?"#":v(m.suite,m.prompt,y.id)};function f(p){i.open(p),history.pushState(null,"",p===null?location.pathname+location.search:d(p)),p!==null&&i.focus(p)}function g(){let p=ae(location.hash);if(p===null){i.open(null);return}let y=v(p.suite,p.prompt,p.case),m=t.cases.findIndex((b,C)=>d(C)===y);if(m<0){s.tell("The address names a case that is not in this report.");return}r.find(s.query()).includes(m)||(s.clear(),c()),i.open(m),i.focus(m)}function h(p){let y=i.opened()!==null,m=i.step(i.opened()??i.current(),p);m!==null&&(y&&(i.open(m),history.replaceState(null,"",d(m))),i.focus(m))}function x(){let p=i.opened();document.activeElement===s.search?s.search.blur():p!==null&&(f(null),i.focus(p))}e.append(s.element,i.element,o.dialog),c(),s.search.addEventListener("focus",r.prepare,{once:!0}),addEventListener("popstate",g),we({next:()=>h(1),previous:()=>h(-1),open:()=>{let p=i.opened()??i.current();p!==null&&f(i.opened()===null?p:null)},search:()=>s.search.focus(),leave:x},o),location.hash!==""&&g()}var[Ze,Ye]=["viewer","data"].map(e=>document.getElementById(e));Ze&&Ye&&at(Ze,Ye);})();';

// src/report/page/html.ts
function renderHtml(full, run) {
  return lazily(() => renderParts(full, run));
}
function* renderParts(full, { cases, changes }) {
  const report = redactForPeople(full);
  const shown = showCases(cases, report.examples);
  const first = shown.next();
  const data = first.done === true ? null : renderData(report, first.value, shown);
  yield renderHead(report, data !== null);
  yield renderVerdict(report);
  yield section("Problems", list([...report.errors, ...report.warnings].map(renderProblem)));
  yield section("Comparisons", renderComparisons(report, [...changes]));
  yield renderWork(report, data !== null);
  const skipped = report.suites.filter(({ status }) => status !== "run");
  yield section("Not run", list(skipped.map(({ name, reason }) => `${name}: ${reason}`)));
  yield section("Run", list(describeFacts(report)));
  yield "</main>\n";
  if (data !== null) {
    yield '<script type="application/json" id="data">';
    yield* data;
    yield `</script>
<script>${viewerScript}</script>
`;
  }
  yield "</body></html>\n";
}
function* showCases(cases, examples) {
  for (const entry of cases) {
    const shown = redactPageCase(entry, examples);
    if (shown !== null) yield shown;
  }
}
function* renderData(report, first, rest) {
  const writer = createCaseWriter(report);
  const write = (value) => escapeScriptJson(JSON.stringify(value));
  yield `{"cases":[${write(writer.write(first))}`;
  for (const entry of rest) yield `,
${write(writer.write(entry))}`;
  const sides = [nameSide(report.base, "baseline"), nameSide(report.head, "candidate")];
  yield `],"prompts":${write(writer.prompts())},"sides":${write(sides)}}`;
}
function renderHead({ verdict }, hasScript) {
  const script = hasScript ? `; script-src '${hashOf(viewerScript)}'` : "";
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hashOf(style)}'${script}; base-uri 'none'; form-action 'none'">
<meta name="color-scheme" content="light dark">
<title>Prompt Assay: ${verdict}</title><style>${style}</style></head>
<body><main>
`;
}
function renderWork({ examples, ...report }, hasCases) {
  const prompts = renderHtmlPrompts({ ...report, examples });
  const aside = prompts === "" ? "" : `<aside aria-labelledby="prompts"><h2 id="prompts">Prompts</h2>${prompts}</aside>`;
  const cases = hasCases ? viewerPlace : examples === "none" ? noCases : "";
  if (cases === "") return aside;
  return `<div class="work${aside === "" ? "" : " wide"}">${aside}<section id="cases" aria-labelledby="cases-title"><h2 id="cases-title">Cases</h2>${cases}</section></div>
`;
}
var viewerPlace = '<noscript><p>The list of all cases needs scripts: comment.md shows the worst of them, outputs.jsonl has every answer.</p></noscript><div id="viewer"></div>';
var noCases = "<p>No cases are shown: the config says <code>examples: none</code>.</p>";
function describeFacts(report) {
  return [
    ...report.notes,
    ...report.suites.flatMap(({ baseline, noise, notes }) => [
      baseline ?? "",
      noise === null ? "" : `Noise: ${noise}`,
      ...notes
    ]),
    describeRun(report),
    report.reproduce === null ? "" : `Reproduce: \`${report.reproduce}\``,
    `Prompt Assay ${report.toolVersion}`
  ].filter((fact) => fact !== "");
}
export {
  renderHtml
};
