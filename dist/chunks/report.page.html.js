import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  buildGroupNames,
  compareAnswers,
  describeAnswer,
  describeCounts,
  describeEvidence,
  describeFigures,
  describeLimit,
  describeMessage,
  describeNotes,
  describeRole,
  describeRun,
  describeVariables,
  describeVerdict,
  findOwnChanges,
  groupMetrics,
  listArmFigures,
  listCaseScores,
  listChangeFacts,
  listReasons,
  nameSide,
  pairLines,
  redactForPeople,
  shortCommit,
  titleOf
} from "./shared.report.diff.choose-rows.js";
import {
  renderJsonText,
  renderOutputText
} from "./shared.report.diff.json-layout.js";
import "./shared.run.story.js";
import {
  block,
  diffLine,
  field,
  list,
  prose,
  section,
  text
} from "./shared.report.page.parts.js";
import {
  formatCount,
  unknown
} from "./shared.prices.usd.js";
import "./shared.report.escape.js";
import {
  count
} from "./shared.text.prose.js";
import "./shared.text.unseen.js";
import "./shared.json-writer.js";
import {
  renderProblem
} from "./shared.errors.js";

// src/report/page/html.ts
import { createHash } from "node:crypto";

// src/report/page/cases.ts
var room = { lines: 400, characters: 4e3 };
var maxAnswer = 1e6;
var maxPage = 64e6;
function renderHtmlCases(report) {
  const nameGroup = buildGroupNames(report);
  let left = maxPage;
  return report.cases.map((entry) => {
    const answers = renderAnswers(report, entry, left);
    left = Math.max(0, left - answers.length);
    const group = nameGroup(entry.suite, entry.prompt);
    return `${renderSummary(report, entry, group)}${renderFields(report, entry)}${renderDifference(report, entry)}${answers}</details>`;
  }).join("\n");
}
function renderSummary(report, entry, group) {
  const scores = listCaseScores(report, entry).map(({ metric, baseline, candidate }) => `${metric} ${baseline} → ${candidate}`).join(", ");
  const sides = `${nameSide(report.base, "baseline")} → ${nameSide(report.head, "candidate")}: ${scores}`;
  const facts = [entry.label + (entry.critical ? ", critical" : ""), group, sides].filter((fact) => fact !== null);
  return `<details><summary><b>${text(entry.case)}</b> · ${text(facts.join(" · "))}</summary>
`;
}
function renderFields(report, entry) {
  const { input, expected } = entry;
  return [
    field("Input", input === null ? null : renderJsonText(input)),
    field("Expected", expected === null ? null : renderJsonText(expected)),
    ...listReasons(report, entry).map(({ name, reason }) => field(name, reason))
  ].join("");
}
function renderDifference(report, entry) {
  const evidence = compareAnswers(report, entry, room);
  if (evidence.kind === "equal") return `<p>${text(evidence.who)} answered the same</p>`;
  if (evidence.kind !== "diff") return "";
  const who = evidence.who === null ? "Outputs" : `Outputs: ${evidence.who}`;
  return `<p>${text(who)}</p>${block(evidence.lines.map(renderLine).join("\n"))}`;
}
function renderLine({ kind, text: line }) {
  const signs = { removed: "-", added: "+", same: " " };
  return kind === "gap" ? `<small>… ${text(line)} …</small>` : diffLine(`${signs[kind]} ${line}`);
}
function renderAnswers(report, entry, left) {
  return ["baseline", "candidate"].map((side2) => {
    const output = side2 === "baseline" ? entry.baselineOutput : entry.candidateOutput;
    if (output === null) return "";
    const whole = renderOutputText(output);
    const shown = whole.slice(0, Math.min(maxAnswer, left));
    const cut = whole.length - shown.length;
    const rest = cut === 0 ? "" : `<p>${count(cut, "more character")}: see outputs.jsonl.</p>`;
    const summary = `${describeAnswer(report, entry, side2)} answered, ${count(whole.length, "character")}`;
    return `<details><summary>${text(summary)}</summary>${block(text(shown))}${rest}</details>`;
  }).join("");
}

// src/report/page/interval-plot.ts
var width = 160;
var edge = 6;
function renderIntervalPlot(metric) {
  const { difference, lowerBound, upperBound, margin } = metric;
  if (difference === null || lowerBound === null || upperBound === null) return "";
  const reach = Math.max(Math.abs(lowerBound), Math.abs(upperBound), margin * 1.2);
  const x = (value) => Math.round(width / 2 + value / reach * (width / 2 - edge));
  const { change, note } = describeFigures(metric);
  const label = note === null ? change : `${change}, from ${note}`;
  return `<svg viewBox="0 0 ${width} 24" role="img" aria-label="${label}"><line class="axis" x1="${x(0)}" y1="2" x2="${x(0)}" y2="22"/><line class="margin" x1="${x(-margin)}" y1="2" x2="${x(-margin)}" y2="22"/><line class="span" x1="${x(lowerBound)}" y1="12" x2="${x(upperBound)}" y2="12"/><circle class="point" cx="${x(difference)}" cy="12" r="5"/></svg>`;
}

// src/report/page/prompts.ts
function renderHtmlPrompts(report) {
  return report.suites.flatMap(({ prompts }) => prompts.map((prompt) => renderPrompt(report, prompt))).join("");
}
function renderPrompt(report, prompt) {
  const { change, changes } = prompt;
  const name = `<code>${text(titleOf(prompt))}</code>: ${change}`;
  if (changes === null) return `<p>${name}</p>`;
  const facts = text(listChangeFacts(prompt).join(", "));
  return `<details><summary>${name} (${facts})</summary>${renderChanges(report, changes)}</details>`;
}
function renderChanges(report, { messages, settings, variables, typical }) {
  const sent = typical === null ? "" : `<details><summary>As the case <code>${text(typical.case)}</code> sends it</summary>${renderMessages(typical.messages)}</details>`;
  return `${renderMessages(messages)}${renderSettings(report, settings)}${list(describeVariables(variables))}${sent}`;
}
function renderMessages({ shown, more }) {
  const messages = shown.map((message) => {
    const lines = message.lines.length === 0 ? "" : block(renderLines(message.lines));
    return `<p>${text(describeMessage(message))}</p>${lines}`;
  });
  return messages.join("") + (more === 0 ? "" : `<p>${count(more, "more message")}</p>`);
}
function renderSettings(report, { shown, more }) {
  if (shown.length === 0) return "";
  const cell = (value) => `<td>${text(value ?? unknown)}</td>`;
  const header = ["", nameSide(report.base, "baseline"), nameSide(report.head, "candidate")];
  const rows = shown.map(
    ({ path, before, after }) => `<tr><th scope="row">${text(path).replaceAll(".", ".<wbr/>")}</th>${cell(before)}${cell(after)}</tr>`
  );
  const rest = more === 0 ? "" : `<tr><td colspan="3">${formatCount(more)} more</td></tr>`;
  return `<section class="scroll" tabindex="0" aria-label="Settings"><table><thead><tr>${header.map((name) => `<th scope="col">${text(name)}</th>`).join("")}</tr></thead><tbody>${rows.join("")}${rest}</tbody></table></section>`;
}
function renderLines(lines) {
  const partners = pairLines(lines);
  return lines.map((line, place) => renderLine2(line, partners.get(place) ?? null)).join("\n");
}
function renderLine2({ kind, text: line }, partner) {
  if (kind === "gap") return `<small>… ${text(line)} …</small>`;
  if (kind === "same") return text(`  ${line}`);
  const words = markSpans(line, partner === null ? [] : findOwnChanges(kind, line, partner.text));
  return kind === "removed" ? `<del>- ${words}</del>` : `<ins>+ ${words}</ins>`;
}
function markSpans(line, spans) {
  let shown = "";
  let place = 0;
  for (const [start, end] of spans.filter(([start2, end2]) => start2 < end2)) {
    shown += `${text(line.slice(place, start))}<b>${text(line.slice(start, end))}</b>`;
    place = end;
  }
  return shown + text(line.slice(place));
}

// src/report/page/html.ts
var style = `:root{color-scheme:light dark;--line:#8884;--bad:#cf222e;--good:#1a7f37;--warn:#9a6700;--note:#8250df}
@media(prefers-color-scheme:dark){:root{--bad:#ff7b72;--good:#3fb950;--warn:#d29922;--note:#bc8cff}}
body{background:Canvas;color:CanvasText;font:15px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}
.verdict{border-left:.3rem solid;padding:.2rem 1rem}.fail{border-color:var(--bad)}.pass{border-color:var(--good)}.inconclusive{border-color:var(--warn)}.invalid{border-color:var(--note)}
.scroll{overflow-x:auto}table{border-collapse:collapse}th,td{border:1px solid var(--line);padding:.35rem .6rem;text-align:left}td.number{text-align:right;white-space:nowrap}
details{margin:.5rem 0}summary{cursor:pointer}pre{background:#8881;padding:.6rem;white-space:pre-wrap;overflow-wrap:anywhere;margin:.4rem 0}
del{color:var(--bad);text-decoration:none}ins{color:var(--good);text-decoration:none}del b,ins b{text-decoration:underline}small{opacity:.8}
svg{width:160px;height:24px;display:block}svg .axis{stroke:currentColor;opacity:.4}svg .margin{stroke:var(--bad);stroke-dasharray:3 2}svg .span{stroke:currentColor;stroke-width:3}svg .point{fill:currentColor}`;
function renderHtml(full) {
  const report = redactForPeople(full);
  const hash = createHash("sha256").update(style).digest("base64");
  const skipped = report.suites.filter(({ status }) => status !== "run");
  const sections = [
    `<h1>Prompt Assay: ${report.verdict}</h1>`,
    `<div class="verdict ${report.verdict}"><p><strong>${prose(report.title)}</strong></p>${list([...report.details, ...report.notices])}</div>`,
    section("Problems", list([...report.errors, ...report.warnings].map(renderProblem))),
    section(
      "Comparisons",
      groupMetrics(report).map((group, index) => renderGroup(report, group, `comparison-${index + 1}`)).join("")
    ),
    section(`Cases (${report.cases.length})`, renderHtmlCases(report)),
    section("Prompts", renderHtmlPrompts(report)),
    section("Not run", list(skipped.map(({ name, reason }) => `${name}: ${reason}`))),
    section("Run", list(describeFacts(report)))
  ];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<title>Prompt Assay: ${report.verdict}</title><style>${style}</style></head>
<body><main>
${sections.filter((part) => part !== "").join("\n")}
</main></body></html>
`;
}
function describeFacts(report) {
  return [
    ...report.notes,
    ...report.suites.flatMap(({ baseline, notes }) => [baseline ?? "", ...notes]),
    describeRun(report),
    report.reproduce === null ? "" : `Reproduce: ${report.reproduce}`,
    `Prompt Assay ${report.toolVersion}`
  ].filter((fact) => fact !== "");
}
function renderGroup(report, group, id) {
  const { suite, promptId, metrics } = group;
  const header = [
    "",
    side(report.base, "baseline"),
    side(report.head, "candidate"),
    "change",
    "between",
    "",
    "worse / better / same",
    ""
  ];
  const rows = metrics.map((metric) => renderMetric(report, metric)).join("");
  return `<h3 id="${id}">${text([suite, promptId].filter((part) => part !== null).join(" · "))}</h3>
<section class="scroll" tabindex="0" aria-labelledby="${id}"><table><thead><tr>${header.map((cell) => `<th scope="col">${text(cell)}</th>`).join("")}</tr></thead><tbody>${rows}${renderArms(group)}</tbody></table></section>`;
}
function renderMetric(report, metric) {
  const figures = describeFigures(metric);
  const numbers = [...numbersOf(figures), figures.note ?? ""];
  const evidence = metric.refused ? "" : `${describeEvidence(report, metric)}.`;
  const sentences = [metric.sentence, metric.remark ?? "", metric.held ?? "", describeNotes(report, metric), evidence];
  return `<tr><th scope="row">${text(metric.metric)} <small>${describeRole(metric)}</small></th>${numbers.map(number).join("")}
<td>${renderIntervalPlot(metric)}</td>${number(describeCounts(metric))}<td>${describeVerdict(metric)}</td></tr>
<tr><td colspan="8"><small>${prose(sentences.filter((part) => part !== "").join(" "))}</small></td></tr>`;
}
function renderArms({ prompt }) {
  return listArmFigures(prompt).map(({ name, verdict, note, ...figures }) => {
    const limit = verdict === null ? "" : describeLimit(verdict);
    return `<tr><th scope="row">${name}</th>${numbersOf(figures).map(number).join("")}<td colspan="3">${text(note ?? "")}</td><td>${limit}</td></tr>`;
  }).join("");
}
function numbersOf({ baseline, candidate, change }) {
  return [baseline, candidate, change];
}
function side(report, otherwise) {
  return [nameSide(report, otherwise), shortCommit(report)].filter((part) => part !== null).join(" ");
}
function number(value) {
  return `<td class="number">${text(value)}</td>`;
}
export {
  renderHtml
};
