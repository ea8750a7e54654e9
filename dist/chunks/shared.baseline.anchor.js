import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  drawNoisyMore,
  listKept,
  predictPrompts,
  readStores
} from "./shared.baseline.kept-noise.js";
import {
  identifyOutput
} from "./shared.judges.labels.items.js";
import {
  NeededError,
  describeNeeded,
  renderNeeded
} from "./shared.execute.supplied-driver.js";
import {
  askedModels,
  driveRun,
  factsOf,
  findGone,
  gatherComparison,
  isOfMetric,
  listSamples,
  listScores,
  needsJudges,
  nextStep,
  ofMetric,
  planBudget,
  planDraws,
  planSamples,
  quoteNoise,
  readArm,
  scoresOf,
  uncovered,
  wilsonInterval
} from "./shared.baseline.stored-noise.js";
import {
  describePredictionSource,
  hashManifest,
  renderPrediction
} from "./shared.baseline.parse-baseline.js";
import {
  defaultCompareFlags,
  defaultGate,
  qualifyName,
  renderComparisonSentence,
  renderHeadline,
  renderProof,
  ruleFlags
} from "./shared.gate.compare-flags.js";
import {
  combineVerdicts,
  decideGate,
  describeCommonest,
  explainGap,
  explainNothingAlone,
  findCommonest,
  isBroken,
  isGreen,
  nothingMeasured
} from "./shared.gate.critical.js";
import {
  buildResult,
  lacksTooMany,
  maySettle,
  measureComparison,
  measureSettled,
  noDifference,
  numberClusters,
  passShares,
  require_lib as require_lib2,
  rerunTotal,
  settledTotal,
  worstScore
} from "./shared.gate.measurement.js";
import {
  chooseDesign,
  countQuestions,
  resolveMargin
} from "./shared.gate.first-round.js";
import {
  createLedger,
  explainUnpriced,
  isLineOf,
  openKnownContext,
  openRunContext,
  readEntry,
  renderEstimate,
  renderRunEstimate
} from "./shared.adapters.files.spool.js";
import {
  buildCaseRequest,
  columnOf,
  createFinder,
  describePart,
  identifyArm,
  isPairwise,
  keyOfCase,
  proposalOf
} from "./shared.datasets.case.js";
import {
  baseCases,
  hasChanged,
  hasJudges,
  isApplication,
  isCompared,
  listCompared,
  reachesNothing
} from "./shared.datasets.archived.js";
import {
  renderPrompt,
  variablesOf
} from "./shared.prompts.render.js";
import {
  dropReasoning,
  listChangedPaths
} from "./shared.config.build-config.js";
import {
  compareTexts,
  costOfAnswer,
  priceOf
} from "./shared.checks.any-expected.js";
import {
  costUsdOf,
  noCalls,
  sampleMean,
  sampleSd,
  totalsOf
} from "./shared.run.totals.js";
import {
  dialectOf,
  lookUpVariable,
  rowChecks
} from "./shared.checks.build-group.js";
import {
  aliasesOf,
  answerIn,
  isRepeated
} from "./shared.datasets.aliases.js";
import {
  scoringRevision
} from "./shared.version.js";
import {
  renderJsonLine
} from "./shared.text.json-line.js";
import {
  clipLine,
  describeEffect,
  describeEvidence,
  describeMessage,
  describeNotes,
  describeReportCauses,
  describeRun,
  describeSince,
  describeVariables,
  diffArrays,
  diffTexts,
  findChanges,
  groupSkipped,
  listChangeFacts,
  listNextSteps,
  nameSubject,
  redactForPeople,
  redactReport,
  showDiff,
  showRows,
  titleOf
} from "./shared.report.diff.choose-rows.js";
import {
  renderJsonText,
  renderOutputPair,
  renderOutputText
} from "./shared.report.diff.json-layout.js";
import {
  lazily
} from "./shared.run.lazily.js";
import {
  buildGroupNames,
  collectFootnotes,
  describeCounts,
  describeEnding,
  describeFigures,
  describeKind,
  describeLimit,
  describeScores,
  describeVerdict,
  findMetric,
  groupMetrics,
  listArmFigures,
  nameSide,
  renderFootnoteMark,
  renderSuperior,
  shortenNames
} from "./shared.report.words.figures.js";
import {
  mayPass,
  nameComparison,
  namePrompt,
  renderCounts,
  renderSignedPoints
} from "./shared.gate.reason.js";
import {
  countEffectiveClusters
} from "./shared.statistics.difference-bounds.js";
import {
  require_lib10 as require_lib
} from "./shared.@stdlib.array-base-filled.lib.index.js";
import {
  messageText,
  textsOf
} from "./shared.prompts.message-text.js";
import {
  commitOf,
  commitUrl,
  docUrl,
  encodeAddressPart,
  fileUrl,
  promptUrl,
  renderLink
} from "./shared.report.links.js";
import {
  formatCount,
  formatScore,
  formatScoreChange,
  renderUsd,
  unknown
} from "./shared.prices.usd.js";
import {
  cutText,
  escapeCommentJson,
  escapeHtml,
  escapeInline,
  escapeUrl,
  escapeXml,
  oneLine,
  renderCode,
  renderFence,
  renderHtmlCode,
  renderProse
} from "./shared.report.escape.js";
import {
  closeSentence,
  count,
  inCode,
  listFirst,
  listInCode
} from "./shared.text.prose.js";
import {
  escapeJson
} from "./shared.text.unseen.js";
import {
  canonicalJson,
  contentHash,
  isJsonObject,
  parseJson,
  writeJson
} from "./shared.json-writer.js";
import {
  MissingKeyError,
  ReportedError,
  UnknownAnswerError,
  UserError,
  __toESM,
  gatherProblems,
  renderProblem
} from "./shared.errors.js";

// src/conclude/result-files.ts
import { createHash } from "node:crypto";

// src/datasets/choose-input.ts
var ownColumns = /* @__PURE__ */ new Set([
  "id",
  rowChecks.column,
  "expected",
  "context",
  "tags",
  "critical",
  "output",
  "expected_tools"
]);
function chooseInput(variables) {
  if (variables.input !== void 0) return variables.input;
  const columns = Object.entries(variables).filter(([name]) => !ownColumns.has(name) && !isRepeated(name, variables));
  return columns.length === 1 ? columns[0]?.[1] ?? null : Object.fromEntries(columns);
}

// src/report/files/lines.ts
function renderScoreLine(line) {
  return renderLine(line, "score");
}
function renderOutputLine(line) {
  return renderLine(line, "output");
}
function renderLine(line, keep) {
  const members = Object.entries(line).filter(([key, value2]) => value2 !== null || key === keep);
  return renderJsonLine(Object.fromEntries(members));
}

// src/report/comment/alert.ts
var kinds = { fail: "CAUTION", pass: "TIP", inconclusive: "WARNING", invalid: "IMPORTANT" };
var maxReasons = 8;
var maxSentence = 600;
function renderAlert(report) {
  const parts = [
    renderVerdict(report),
    renderCauses(report),
    report.since === null ? [] : [renderSentence(describeSince(report.since))],
    renderList(report.notices),
    [renderNext(report)]
  ];
  const lines = parts.filter((part) => part.length > 0).flatMap((part) => ["", ...part]);
  return [`[!${kinds[report.verdict]}]`, ...lines.slice(1)].map((line) => `> ${line}`.trimEnd()).join("\n");
}
function renderProblems(heading, problems, max) {
  if (problems.length === 0) return "";
  const rest = problems.length - max;
  return [
    `**${heading}**`,
    "",
    ...problems.slice(0, max).map(renderProblemLine),
    ...rest > 0 ? [`- and ${count(rest, "more", "more")}`] : []
  ].join("\n");
}
function renderProblemLine(problem) {
  const place = [problem.path, problem.line, problem.column].filter((part) => part !== null).join(":");
  const parts = [place === "" ? "" : renderCode(cutText(place, 200)), problem.message, problem.hint];
  const [where = "", ...sentences] = parts;
  return `- ${[where, ...sentences.map(renderSentence)].filter((part) => part !== "").join(" ")}`;
}
function renderVerdict({ title, details }) {
  const [only] = details;
  const strong = `**${renderSentence(title)}**`;
  if (details.length === 1 && only !== void 0) return [`${strong} ${renderSentence(only)}`];
  return [strong, ...renderList(details)];
}
function renderCauses(report) {
  const causes = describeReportCauses(report).map((cause) => `**${renderSentence(closeSentence(cause))}**`);
  return causes.length > 1 ? causes.map((cause) => `- ${cause}`) : causes;
}
function renderNext(report) {
  const [first, ...others] = listNextSteps(report);
  if (first === void 0) return "";
  const steps = [first, ...others].map(({ text }) => renderSentence(text));
  const url = docUrl(report, first.doc);
  return `**Next:** ${steps.join(" ")}${url === null ? "" : ` ${renderLink("Docs", url)}`}`;
}
function renderList(sentences) {
  const shown = sentences.slice(0, maxReasons).map((sentence) => `- ${renderSentence(sentence)}`);
  const rest = sentences.length - shown.length;
  return rest > 0 ? [...shown, `- and ${count(rest, "more", "more")}`] : shown;
}
function renderSentence(text) {
  return renderProse(cutText(text, maxSentence));
}

// src/report/diff/diff-block.ts
var maxWidth = 110;
var signs = { same: " ", removed: "-", added: "+" };
function wrapLine(line) {
  const pieces = [];
  let rest = line;
  while (rest.length > maxWidth) {
    const blank = rest.lastIndexOf(" ", maxWidth - 1);
    const end = blank > maxWidth / 2 ? blank + 1 : maxWidth - (/[\uD800-\uDBFF]/.test(rest[maxWidth - 1] ?? "") ? 1 : 0);
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...pieces, rest];
}
function renderDiffLines(lines) {
  return lines.flatMap(renderDiffLine).join("\n");
}
function renderDiffLine({ kind, text }) {
  if (kind === "gap") return [`@@ ${text} @@`];
  return wrapLine(text).map((piece) => `${signs[kind]} ${piece}`.trimEnd());
}

// src/report/words/anchor.ts
var start = "#case=";
function anchorOf(suite, prompt, caseId) {
  return start + [suite, prompt, caseId].map(encodeAddressPart).join("/");
}

// src/report/diff/clues.ts
var maxClues = 12;
var maxLength = 200;
var maxReason = 2e3;
function findClues(reasons, expected) {
  const read = reasons.map((reason) => reason.slice(0, maxReason));
  const quotes = read.flatMap(readQuotes);
  return [
    [...quotes, ...read.flatMap(readPointers), ...read.flatMap(readNumbers)],
    quotes.flatMap((quote) => quote.match(new RegExp("\\p{L}{4,}", "gu")) ?? []),
    listScalars(expected)
  ].map(tidy);
}
function readQuotes(reason) {
  return [...reason.matchAll(/"((?:[^"\\]|\\.)*)"|[“‘]([^”’]*)[”’]/g)].flatMap(
    ([, quoted2, curled]) => (quoted2 === void 0 ? curled ?? "" : unescapeQuote(quoted2)).replace(/…$/, "").split("\n")
  );
}
function unescapeQuote(quoted2) {
  return String(parseJson(`"${quoted2}"`) ?? quoted2);
}
function readPointers(reason) {
  return [...reason.matchAll(/(?<!\S)(?:\/[^\s/,:;"]+)+/g)].flatMap(([pointer]) => {
    const name = pointer.split("/").filter((part) => !/^\d+$/.test(part)).at(-1);
    return name ? [JSON.stringify(name.replaceAll("~1", "/").replaceAll("~0", "~"))] : [];
  });
}
function readNumbers(reason) {
  const bare = reason.replace(/"(?:[^"\\]|\\.)*"/g, "");
  return bare.match(/(?<![\w/.])-?\d+(?:\.\d+)?(?![\w/]|\.\d)/g) ?? [];
}
function listScalars(value2) {
  if (Array.isArray(value2)) return value2.flatMap(listScalars);
  if (isJsonObject(value2)) return Object.values(value2).flatMap((member) => listScalars(member ?? null));
  return value2 === null ? [] : String(value2).split("\n");
}
function tidy(pieces) {
  const trimmed = pieces.map((piece) => piece.trim()).filter((piece) => piece !== "" && piece.length <= maxLength);
  return [...new Set(trimmed)].slice(0, maxClues);
}

// src/report/words/case-evidence.ts
function listCaseScores(report, entry) {
  return entry.metrics.map(({ metric, baselineScores, candidateScores: candidateScores2 }) => {
    const row = findMetric(report, entry, metric);
    return {
      metric,
      baseline: describeScores(baselineScores, row),
      candidate: describeScores(candidateScores2, row)
    };
  });
}
function listReasons(report, entry) {
  const isAlone = entry.metrics.length === 1;
  const found = entry.metrics.flatMap(({ metric, baselineReason, candidateReason }) => {
    const reason = candidateReason ?? baselineReason;
    const side = candidateReason === null ? [nameSide(report.base, "baseline")] : [];
    return reason === null ? [] : [{ metric: isAlone ? [] : [metric], side, reason }];
  });
  const keys = [...new Set(found.map(({ side, reason }) => JSON.stringify([side, reason])))];
  return keys.map((key) => {
    const own = found.filter(({ side, reason }) => JSON.stringify([side, reason]) === key);
    const parts = ["Reason", ...own.flatMap(({ metric }) => metric), ...own[0]?.side ?? []];
    return { name: parts.join(", "), reason: own[0]?.reason ?? "" };
  });
}
function compareAnswers(report, entry, room3) {
  const { baselineOutput, candidateOutput } = entry;
  const [base, head] = [describeAnswer(report, entry, "baseline"), describeAnswer(report, entry, "candidate")];
  if (baselineOutput === null && candidateOutput === null) return { kind: "none" };
  if (baselineOutput === null) return { kind: "one", who: head, text: renderOutputText(candidateOutput) };
  if (candidateOutput === null) return { kind: "one", who: base, text: renderOutputText(baselineOutput) };
  const [before, after] = renderOutputPair(baselineOutput, candidateOutput);
  if (before === after) return { kind: "equal", who: `${base} and ${head}`, text: before };
  const clues = findClues(
    listReasons(report, entry).map(({ reason }) => reason),
    entry.expected
  );
  const who = entry.metrics.some(hasSeveral) ? `− ${base}, + ${head}` : null;
  return { kind: "diff", who, lines: showDiff(before, after, clues, room3) };
}
function hasSeveral({ baselineScores, candidateScores: candidateScores2 }) {
  return Math.max(baselineScores.length, candidateScores2.length) > 1;
}
function describeAnswer(report, entry, side) {
  const name = nameSide(side === "baseline" ? report.base : report.head, side);
  const counts = entry.metrics.map((one) => (side === "baseline" ? one.baselineScores : one.candidateScores).length);
  const answers = Math.max(0, ...counts);
  return answers > 1 ? `${name} (1 of ${formatCount(answers)} answers)` : name;
}
function shortExpected({ expected }) {
  if (expected === null) return null;
  const text = renderJsonText(expected);
  return text.length <= 60 && !text.includes("\n") ? text : null;
}

// src/report/comment/fold.ts
function renderFold(summary, body) {
  return `<details><summary>${summary}</summary>

${body}

</details>`;
}

// src/report/comment/cases.ts
var maxLeading = 3;
var fewCases = 5;
var maxText = 1200;
var maxMetrics = 6;
var maxReasons2 = 3;
var maxIds = 8;
var room = { lines: 30, characters: 440 };
function renderCases(report, max) {
  const told = report.cases.filter(({ label: label2 }) => label2 !== "unscored");
  return [renderTold(report, told, max), renderUnscored(report)].filter((part) => part !== "").join("\n\n");
}
function renderTold(report, cases, max) {
  if (cases.length === 0) return "";
  const metricsDiffer = new Set(cases.flatMap(({ metrics }) => metrics.map(({ metric }) => metric))).size > 1;
  const names = { group: buildGroupNames(report), metricsDiffer };
  const shown = cases.slice(0, max);
  const leading = shown.length <= fewCases ? shown.length : maxLeading;
  const gap = report.examples === "full" ? "\n\n" : "\n";
  const show = (entries) => entries.map((entry) => renderCase(report, entry, names)).join(gap);
  const later = shown.slice(leading);
  return [
    renderHeading(report, cases),
    show(shown.slice(0, leading)),
    ...later.length === 0 ? [] : [renderFold(describeRest(later), show(later))],
    ...cases.length > max ? [`*${count(cases.length - max, "more case")}: ${renderPlace(report)}.*`] : []
  ].join("\n\n");
}
function renderUnscored(report) {
  const unscored = report.cases.filter(({ label: label2 }) => label2 === "unscored");
  const reasonOf = (entry) => listReasons(report, entry)[0]?.reason ?? "";
  return [...new Set(unscored.map(reasonOf))].slice(0, maxReasons2).map((reason) => {
    const own = unscored.filter((entry) => reasonOf(entry) === reason);
    const why = reason === "" ? "" : ` (${escapeInline(cutText(reason, 200))})`;
    return `${count(own.length, "case")} without a score${why}: ${listIds(own, maxIds)}`;
  }).join("\n\n");
}
function renderPlace({ github }) {
  return renderLink("see `report.html`", github?.pageUrl == null ? null : escapeUrl(`${github.pageUrl}/report.html`));
}
function renderCaseIds(report, max) {
  return report.cases.length === 0 ? "" : `${renderHeading(report, report.cases)} ${listIds(report.cases, max)}`;
}
function listIds(cases, max) {
  const rest = cases.length - max;
  const ids = cases.slice(0, max).map((entry) => renderCode(cutText(entry.case, 80)));
  return `${ids.join(", ")}${rest > 0 ? ` and ${count(rest, "more", "more")}` : ""}`;
}
function isGood({ label: label2 }) {
  return label2 === "better" || label2 === "improved";
}
function renderHeading(report, cases) {
  if (cases.every(isGood)) return "**What got better**";
  const isBroken2 = report.metrics.some((metric) => metric.gates && metric.verdict === "fail");
  return isBroken2 ? "**Where it broke**" : "**Cases that changed**";
}
function describeRest(rest) {
  const good = rest.filter(isGood).length;
  const bad = rest.length - good;
  if (bad === 0) return `${good} that got better`;
  return good === 0 ? `${bad} more` : `${bad} more, and ${good} that got better`;
}
function renderCase(report, entry, names) {
  const summary = renderSummary(report, entry, names);
  const body = renderBody(report, entry);
  if (body === "") return `- ${summary}`;
  return renderFold(summary, [body, renderLinks(report, entry)].filter((part) => part !== "").join("\n\n"));
}
function renderLinks(report, { suite, prompt, case: id, place }) {
  const row = fileUrl(report, place.side, place.path, place.line);
  const page = report.github?.pageUrl ?? null;
  const links = [
    row === null ? "" : renderLink(`the row in ${renderCode(cutText(place.path, 120))}`, row),
    page === null ? "" : renderLink("in the report", escapeUrl(`${page}/report.html${anchorOf(suite, prompt, id)}`))
  ].filter((part) => part !== "");
  return links.length === 0 ? "" : `<sub>${links.join(" · ")}</sub>`;
}
function renderSummary(report, entry, names) {
  const group = names.group(entry.suite, entry.prompt);
  const expected = shortExpected(entry);
  return [
    `<b>${renderHtmlCode(cutText(entry.case, 80))}</b>`,
    entry.critical ? "<b>critical</b>" : "",
    group === null ? "" : renderHtmlCode(cutText(group, 100)),
    expected === null ? "" : `expected ${renderHtmlCode(expected)}`,
    renderScores(report, entry, names),
    entry.label === "flaky" ? "flaky" : ""
  ].filter((part) => part !== "").join(" · ");
}
function renderScores(report, entry, { metricsDiffer }) {
  const scores = listCaseScores(report, entry);
  if (metricsDiffer) {
    const shown = scores.slice(0, maxMetrics).map(({ metric, baseline, candidate }) => `${renderHtmlCode(cutText(metric, 60))} ${baseline} → ${candidate}`);
    return [...shown, ...scores.length > maxMetrics ? [`${scores.length - maxMetrics} more`] : []].join(", ");
  }
  return scores.map(({ baseline, candidate }) => {
    const [base, head] = [nameSide(report.base, "baseline"), nameSide(report.head, "candidate")].map(escapeHtml);
    return `${base} ${baseline} · ${head} ${candidate}`;
  }).join(" · ");
}
function renderBody(report, entry) {
  const expected = entry.expected === null || shortExpected(entry) !== null ? "" : renderJsonText(entry.expected);
  return [
    entry.input === null ? "" : renderField("Input", renderJsonText(entry.input)),
    expected === "" ? "" : renderField("Expected", expected),
    renderReasons(report, entry),
    renderOutputs(report, entry)
  ].filter((part) => part !== "").join("\n\n");
}
function renderReasons(report, entry) {
  return listReasons(report, entry).slice(0, maxMetrics).map(({ name, reason }) => renderField(escapeInline(cutText(name, 80)), reason)).join("\n\n");
}
function renderOutputs(report, entry) {
  const evidence = compareAnswers(report, entry, room);
  if (evidence.kind === "none") return "";
  const who = escapeInline(evidence.who ?? "");
  if (evidence.kind !== "diff") {
    return `*${who} answered${evidence.kind === "equal" ? " the same" : ""}:*

${renderText(evidence.text)}`;
  }
  const diff = renderFence(renderDiffLines(evidence.lines), "diff");
  return who === "" ? diff : `*${who}:*

${diff}`;
}
function renderField(name, text) {
  const trimmed = text.trim();
  if (!trimmed.includes("\n")) return `*${name}:* ${escapeInline(clip(trimmed))}`;
  return `*${name}:*

${renderText(trimmed)}`;
}
function renderText(text) {
  return renderFence(clip(text).split("\n").flatMap(wrapLine).join("\n"), "text");
}
function clip(text) {
  return text.length > maxText ? clipLine(text, [], maxText) : text;
}

// src/report/comment/decision.ts
var maxSentence2 = 800;
function renderDecision(report) {
  const baselines = [...new Set(report.suites.map(({ baseline }) => baseline).filter((text) => text !== null))];
  const nameGroup = buildGroupNames(report);
  const footnotes = collectFootnotes(report.metrics);
  const noise = [...new Set(report.suites.map((suite) => suite.noise).filter((text) => text !== null))];
  const notes = report.suites.flatMap((suite) => suite.notes);
  const blocks = [
    report.metrics.map((metric) => renderMetric(report, metric, nameGroup, footnotes)).join("\n"),
    ...baselines.map(renderSentence2),
    ...noise.map((text) => renderSentence2(`Noise: ${text}.`)),
    notes.map((note) => `- ${renderSentence2(note)}`).join("\n"),
    ...footnotes.map((held, index) => `${renderSuperior(index + 1)} ${renderSentence2(held)}`)
  ].filter((block) => block !== "");
  return blocks.length === 0 ? "" : renderFold("How this was decided", blocks.join("\n\n"));
}
function renderMetric(report, metric, nameGroup, footnotes) {
  const group = nameGroup(metric.suite, metric.prompt);
  const name = cutText([group, metric.metric].filter((part) => part !== null).join(" · "), 160);
  const remark = metric.remark?.replace(/(?<![.?!])$/, ".") ?? "";
  const sentences = [metric.sentence, remark, describeNotes(report, metric)].filter((text) => text !== "").map(renderSentence2);
  const mark = renderFootnoteMark(metric, footnotes);
  if (metric.refused) return `- **${escapeInline(name)}**${mark}: ${sentences.join(" ")}`;
  return `- **${escapeInline(name)}**${mark}: ${sentences.join(" ")}<br>${escapeInline(describeEvidence(report, metric))}.`;
}
function renderSentence2(text) {
  return renderProse(cutText(text, maxSentence2));
}

// src/report/comment/fit.ts
function wholeSection(name, keep, text) {
  return { name, steps: [{ keep, render: () => text }] };
}
function fitSections(sections, limit2, measure, separatorLength) {
  const states = sections.map((section) => ({ section, step: 0, text: section.steps[0]?.render() ?? "" }));
  const total = () => states.reduce((sum2, { text }) => sum2 + (text === "" ? 0 : measure(text) + separatorLength), 0);
  while (total() > limit2) {
    const cuttable = states.filter(
      ({ section, step }) => step + (section.fixed === true ? 1 : 0) < section.steps.length
    );
    const least = cuttable.sort((a, b) => keepOf(a) - keepOf(b))[0];
    if (least === void 0) break;
    least.step += 1;
    least.text = least.section.steps[least.step]?.render() ?? "";
  }
  const cut2 = states.filter(({ step }) => step > 0).map(({ section }) => section.name);
  return { texts: states.map(({ text }) => text).filter((text) => text !== ""), cut: cut2 };
}
function keepOf(state2) {
  return state2.section.steps[state2.step]?.keep ?? Number.POSITIVE_INFINITY;
}

// src/report/comment/heading.ts
var maxName = 100;
var maxSuites = 3;
var ownKey = "prompt-assay.yml";
var form = /^### \S+ (.*) · \*\*[^*]+\*\*$/;
function renderHeading2(report, key) {
  const subject = nameSubject(report, viewSubject(report));
  const isPlain = key === null || report.github === null || key === ownKey && subject.length > 0;
  const own = isPlain ? [] : [renderCode(cutText(key, maxName))];
  return joinHeading(["Prompt Assay", ...own, ...subject].join(" · "), describeEffect(report));
}
function setEffect(body, effect) {
  const lines = body.split("\n");
  const at = lines.findIndex((line) => line.startsWith("### "));
  const [, subject] = form.exec(lines[at] ?? "") ?? [];
  if (subject === void 0) return body;
  return lines.with(at, joinHeading(subject, effect)).join("\n");
}
function joinHeading(subject, { sign, words: words4 }) {
  return `### ${sign} ${subject} · **${escapeInline(words4)}**`;
}
function viewSubject(report) {
  const name = (suite) => renderCode(cutText(suite, maxName));
  return {
    suite: name,
    prompt: (prompt) => renderLink(renderCode(cutText(titleOf(prompt), maxName)), promptUrl(report, prompt)),
    several: (counted, suites) => `${counted}: ${listFirst(suites.map(name), maxSuites)}`
  };
}

// src/report/comment/marker.ts
var recordStart = "<!-- prompt-assay:record ";
function renderMarker(commentKey) {
  return `<!-- prompt-assay:comment key=${encodeURIComponent(commentKey.replace(new RegExp("\\p{Surrogate}", "gu"), "�")).replaceAll("--", "-%2D")} -->`;
}
function renderRecord(record) {
  return `${recordStart}${escapeCommentJson(canonicalJson(record))} -->`;
}
function parseRecord(body) {
  const [marker, line] = body.split(/\r?\n/, 2);
  if (marker === void 0 || line === void 0) return null;
  if (!marker.startsWith("<!-- prompt-assay:comment ") || !line.startsWith(recordStart) || !line.endsWith(" -->")) {
    return null;
  }
  return parseJson(line.slice(recordStart.length, -" -->".length)) ?? null;
}
function replaceRecord(body, record) {
  const [marker = "", line = "", ...rest] = body.split(/\r?\n/);
  return [marker, renderRecord(record), ...line.startsWith(recordStart) ? [] : [line], ...rest].join("\n");
}

// src/report/comment/prompt-diff.ts
var fewPrompts = 3;
var maxPath = 200;
var maxSentence3 = 300;
var mayBreak = ".&#8203;";
var maxGuess = 600;
function renderPromptDiffs(report, room3) {
  const prompts = listChanged(report);
  const paths = prompts.map(({ path }) => path);
  const isShared = ({ path }) => paths.indexOf(path) !== paths.lastIndexOf(path);
  const folds = prompts.map((prompt) => renderPrompt2(report, prompt, isShared(prompt), room3)).join("\n");
  return prompts.length <= fewPrompts ? folds : renderFold(`What changed in ${count(prompts.length, "prompt")}`, folds);
}
function listChanged({ suites }) {
  const prompts = suites.flatMap((suite) => suite.prompts).filter(({ changes, change }) => changes !== null || change === "renamed");
  const keys = prompts.map(({ path, id }) => JSON.stringify([path, id]));
  return prompts.filter((_, index) => keys.indexOf(keys[index] ?? "") === index);
}
function renderPrompt2(report, prompt, isNamed, room3) {
  const { path, basePath, id, changes } = prompt;
  const was = basePath !== null && basePath !== path ? `, was ${renderHtmlCode(cutText(basePath, maxPath))}` : "";
  const title = titleOf(prompt);
  const name = isNamed && title !== id ? ` · ${renderHtmlCode(cutText(id, maxPath))}` : "";
  const facts = escapeHtml(listChangeFacts(prompt).join(", "));
  const summary = `What changed in ${renderHtmlCode(cutText(title, maxPath))}${name}${was} (${facts})`;
  const body = changes === null ? "Only its path." : renderChanges(report, changes, room3);
  return renderFold(summary, [describeGuesses(prompt), body].filter((part) => part !== "").join("\n\n"));
}
function describeGuesses({ guesses }) {
  return guesses.map((guess) => `- ${renderProse(cutText(renderProblem(guess), maxGuess))}`).join("\n");
}
function renderChanges(report, changes, room3) {
  const { messages, settings, variables, typical } = changes;
  const parts = [
    renderMessages(messages, room3.lines),
    renderSettings(report, settings, room3.items),
    limit(describeVariables(variables), room3.items, "more sentence").map((sentence) => `- ${renderProse(cutText(sentence, maxSentence3))}`).join("\n"),
    typical === null || !room3.typical ? "" : renderFold(
      `As the case ${renderHtmlCode(cutText(typical.case, 80))} sends it`,
      renderMessages(typical.messages, room3.lines)
    )
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}
function renderMessages({ shown, more }, most3) {
  if (shown.length === 0) return "";
  const lines = shown.flatMap((message) => [
    { kind: "gap", text: describeMessage(message) },
    ...message.lines
  ]);
  const text = limit(renderDiffLines(lines).split("\n"), most3, "more line", (words4) => `@@ ${words4} @@`);
  const rest = more === 0 ? [] : [`@@ ${count(more, "more message")} @@`];
  return renderFence([...text, ...rest].join("\n"), "diff");
}
function renderSettings(report, { shown, more }, most3) {
  if (shown.length === 0) return "";
  const cell = (value2) => value2 === null ? unknown : escapeInline(value2);
  const rows = shown.slice(0, most3).map(({ path, before, after }) => `| ${cell(path).replaceAll(".", mayBreak)} | ${cell(before)} | ${cell(after)} |`);
  const left = more + shown.length - rows.length;
  const rest = left === 0 ? [] : [`| ${formatCount(left)} more | | |`];
  const header = `| setting | ${cell(nameSide(report.base, "baseline"))} | ${cell(nameSide(report.head, "candidate"))} |`;
  return [header, "| :- | :- | :- |", ...rows, ...rest].join("\n");
}
function limit(lines, most3, noun, say = (words4) => `${words4}.`) {
  if (lines.length <= most3) return lines;
  return [...lines.slice(0, most3), say(count(lines.length - most3, noun))];
}

// src/report/words/broken-answers.ts
var leastShare = 0.05;
var leastAnswers = 2;
var words = {
  refused: ["is a refusal", "are refusals"],
  empty: ["is empty", "are empty"],
  truncated: ["is cut off at the token limit", "are cut off at the token limit"]
};
var kinds2 = Object.keys(words);
function listBroken(arm) {
  return kinds2.flatMap((kind) => arm[kind] === 0 ? [] : [`${formatCount(arm[kind])} ${verbOf(kind, arm[kind])}`]);
}
function explainMoves({ baseline, candidate }, sides, name) {
  if (!baseline?.answered || !candidate?.answered) return [];
  return kinds2.flatMap((kind) => {
    const move = Math.abs(candidate[kind] / candidate.answered - baseline[kind] / baseline.answered);
    const isSmall = move < leastShare || move * Math.min(candidate.answered, baseline.answered) < leastAnswers;
    if (isSmall) return [];
    const [now, then] = [candidate[kind], baseline[kind]];
    const share = (count3, { answered }) => count3 === 0 ? "none" : `${formatCount(count3)} of ${formatCount(answered)}`;
    const of = name === null ? "" : ` of ${cutText(name, 80)}`;
    const first = now === 0 ? `None of ${formatCount(candidate.answered)}` : share(now, candidate);
    const [head, base] = [nameSide(sides.head, "candidate"), nameSide(sides.base, "baseline")];
    return [`${first} answers${of} ${verbOf(kind, now)} on ${head}, ${share(then, baseline)} on ${base}.`];
  });
}
function verbOf(kind, count3) {
  return words[kind][count3 === 1 ? 0 : 1];
}

// src/report/comment/run-facts.ts
var maxReasons3 = 3;
function renderRunFacts(report) {
  const prompts = report.suites.flatMap((suite) => suite.prompts);
  const lines = [
    report.reproduce === null ? "" : `Reproduce: ${renderCode(report.reproduce)}`,
    ...prompts.flatMap((prompt) => renderPrompt3(report, prompt)),
    ...Object.entries(report.contentKeys).map(
      ([suite, key]) => `Content key of ${renderCode(cutText(suite, 80))}: ${renderCode(key.slice(0, 12))}`
    ),
    ...report.suites.flatMap(
      ({ name, hashes }) => hashes === null ? [] : [
        `${renderCode(cutText(name, 80))}: dataset ${renderCode(hashes.dataset)} · metrics ${renderCode(hashes.metrics)}`
      ]
    ),
    `Prompt Assay ${escapeInline(report.toolVersion)}`
  ].filter((line) => line !== "");
  return renderFold(describeRun(report), lines.map((line) => `- ${line}`).join("\n"));
}
function describeFinish({ finishReasons }) {
  const counts = Object.entries(finishReasons).filter(([, count3]) => count3 > 0);
  const total = counts.reduce((sum2, [, count3]) => sum2 + count3, 0);
  if (counts.every(([reason]) => reason === "stop")) return "";
  return counts.sort(([, a], [, b]) => b - a).map(([reason, count3]) => `${cutText(reason, 40)} ${Math.round(count3 / total * 1e3) / 10} %`).join(", ");
}
function renderPrompt3(report, prompt) {
  const arms = [
    [nameSide(report.base, "baseline"), prompt.baseline, prompt.baseVersion],
    [nameSide(report.head, "candidate"), prompt.candidate, prompt.candidateVersion]
  ];
  const facts = arms.flatMap(([side, arm, version]) => {
    if (arm === null) return [];
    const name = `${renderCode(cutText(prompt.id, 80))} on ${escapeInline(side)}`;
    return [`${name}: ${renderArm(arm)}${version === null ? "" : ` · version ${renderCode(version.slice(0, 12))}`}`];
  });
  return [...facts, ...renderLikeness(prompt)];
}
function renderLikeness({ id, likeness }) {
  if (likeness === null) return [];
  const { cases, same, mean: mean2 } = likeness;
  const whose = `the answers of ${renderCode(cutText(id, 80))} on both sides`;
  return [
    `${whose}: ${formatCount(same)} of ${formatCount(cases)} the same, on average ${mean2.toFixed(2)} alike (token F1)`
  ];
}
function renderArm(arm) {
  const answeredAs = arm.answeredAs.slice(0, maxReasons3).map((model) => renderCode(cutText(model, 80)));
  const finish = describeFinish(arm);
  const reasons = arm.unavailableReasons.slice(0, maxReasons3).map((reason) => escapeInline(cutText(reason, 200)));
  return [
    `model ${renderCode(cutText(arm.model, 80))}${answeredAs.length > 0 ? ` answered as ${answeredAs.join(", ")}` : ""}`,
    count(arm.answered, "answer"),
    arm.rejected > 0 ? `${formatCount(arm.rejected)} rejected by the provider` : "",
    arm.unavailable > 0 ? `${formatCount(arm.unavailable)} missing${reasons.length > 0 ? ` (${reasons.join("; ")})` : ""}` : "",
    arm.hung > 0 ? `${formatCount(arm.hung)} hung and asked again` : "",
    finish === "" ? "" : `ended by ${escapeInline(finish)}`,
    ...listBroken(arm),
    arm.reasoningDropped > 0 ? `${formatCount(arm.reasoningDropped)} without the reasoning before them` : "",
    arm.lengthMedian === null ? "" : `median length ${count(Math.round(arm.lengthMedian), "character")}`
  ].filter((part) => part !== "").join(" · ");
}

// src/report/comment/skipped.ts
var maxSuites2 = 12;
var maxIds2 = 30;
function renderSkipped(report) {
  const skipped = report.suites.filter(({ status }) => status !== "run");
  const names = skipped.slice(0, maxSuites2).map(({ name, reason }) => `${renderCode(cutText(name, 80))} (${escapeInline(cutText(reason, 200))})`);
  if (skipped.length > maxSuites2) names.push(count(skipped.length - maxSuites2, "more", "more"));
  const url = escapeUrl(report.runUrl);
  const parts = [
    names.length === 0 ? "" : `Not run: ${names.join(", ")}.`,
    url === null ? "" : `[Full report and files](${url})`
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : `<sub>${parts.join(" ")}</sub>`;
}
function renderNotes(report) {
  const notes = report.notes.slice(0, maxSuites2).map((note) => renderProse(cutText(note, 300)));
  return notes.length === 0 ? "" : `<sub>${notes.join(" · ")}</sub>`;
}
function renderDatasetChanges(report) {
  const suites = report.suites.filter((suite) => countChanges(suite) > 0);
  const total = suites.reduce((sum2, suite) => sum2 + countChanges(suite), 0);
  if (total === 0) return "";
  const lines = suites.flatMap(({ name, addedCases, removedCases, editedCases }) => [
    ...renderIds(`${renderCode(cutText(name, 80))} added`, addedCases),
    ...renderIds(`${renderCode(cutText(name, 80))} removed (they still gate)`, removedCases),
    ...renderIds(`${renderCode(cutText(name, 80))} edited`, editedCases)
  ]);
  return renderFold(`The dataset changed in ${count(total, "row")}`, lines.join("\n"));
}
function countChanges({ addedCases, removedCases, editedCases }) {
  return addedCases.length + removedCases.length + editedCases.length;
}
function renderIds(what, ids) {
  if (ids.length === 0) return [];
  const shown = ids.slice(0, maxIds2).map((id) => renderCode(cutText(id, 80)));
  if (ids.length > maxIds2) shown.push(count(ids.length - maxIds2, "more", "more"));
  return [`- ${what}: ${shown.join(", ")}`];
}

// node_modules/markdown-table/index.js
function defaultStringLength(value2) {
  return value2.length;
}
function markdownTable(table, options) {
  const settings = options || {};
  const align = (settings.align || []).concat();
  const stringLength = settings.stringLength || defaultStringLength;
  const alignments = [];
  const cellMatrix = [];
  const sizeMatrix = [];
  const longestCellByColumn = [];
  let mostCellsPerRow = 0;
  let rowIndex = -1;
  while (++rowIndex < table.length) {
    const row2 = [];
    const sizes2 = [];
    let columnIndex2 = -1;
    if (table[rowIndex].length > mostCellsPerRow) {
      mostCellsPerRow = table[rowIndex].length;
    }
    while (++columnIndex2 < table[rowIndex].length) {
      const cell = serialize(table[rowIndex][columnIndex2]);
      if (settings.alignDelimiters !== false) {
        const size = stringLength(cell);
        sizes2[columnIndex2] = size;
        if (longestCellByColumn[columnIndex2] === void 0 || size > longestCellByColumn[columnIndex2]) {
          longestCellByColumn[columnIndex2] = size;
        }
      }
      row2.push(cell);
    }
    cellMatrix[rowIndex] = row2;
    sizeMatrix[rowIndex] = sizes2;
  }
  let columnIndex = -1;
  if (typeof align === "object" && "length" in align) {
    while (++columnIndex < mostCellsPerRow) {
      alignments[columnIndex] = toAlignment(align[columnIndex]);
    }
  } else {
    const code = toAlignment(align);
    while (++columnIndex < mostCellsPerRow) {
      alignments[columnIndex] = code;
    }
  }
  columnIndex = -1;
  const row = [];
  const sizes = [];
  while (++columnIndex < mostCellsPerRow) {
    const code = alignments[columnIndex];
    let before = "";
    let after = "";
    if (code === 99) {
      before = ":";
      after = ":";
    } else if (code === 108) {
      before = ":";
    } else if (code === 114) {
      after = ":";
    }
    let size = settings.alignDelimiters === false ? 1 : Math.max(
      1,
      longestCellByColumn[columnIndex] - before.length - after.length
    );
    const cell = before + "-".repeat(size) + after;
    if (settings.alignDelimiters !== false) {
      size = before.length + size + after.length;
      if (size > longestCellByColumn[columnIndex]) {
        longestCellByColumn[columnIndex] = size;
      }
      sizes[columnIndex] = size;
    }
    row[columnIndex] = cell;
  }
  cellMatrix.splice(1, 0, row);
  sizeMatrix.splice(1, 0, sizes);
  rowIndex = -1;
  const lines = [];
  while (++rowIndex < cellMatrix.length) {
    const row2 = cellMatrix[rowIndex];
    const sizes2 = sizeMatrix[rowIndex];
    columnIndex = -1;
    const line = [];
    while (++columnIndex < mostCellsPerRow) {
      const cell = row2[columnIndex] || "";
      let before = "";
      let after = "";
      if (settings.alignDelimiters !== false) {
        const size = longestCellByColumn[columnIndex] - (sizes2[columnIndex] || 0);
        const code = alignments[columnIndex];
        if (code === 114) {
          before = " ".repeat(size);
        } else if (code === 99) {
          if (size % 2) {
            before = " ".repeat(size / 2 + 0.5);
            after = " ".repeat(size / 2 - 0.5);
          } else {
            before = " ".repeat(size / 2);
            after = before;
          }
        } else {
          after = " ".repeat(size);
        }
      }
      if (settings.delimiterStart !== false && !columnIndex) {
        line.push("|");
      }
      if (settings.padding !== false && // Don’t add the opening space if we’re not aligning and the cell is
      // empty: there will be a closing space.
      !(settings.alignDelimiters === false && cell === "") && (settings.delimiterStart !== false || columnIndex)) {
        line.push(" ");
      }
      if (settings.alignDelimiters !== false) {
        line.push(before);
      }
      line.push(cell);
      if (settings.alignDelimiters !== false) {
        line.push(after);
      }
      if (settings.padding !== false) {
        line.push(" ");
      }
      if (settings.delimiterEnd !== false || columnIndex !== mostCellsPerRow - 1) {
        line.push("|");
      }
    }
    lines.push(
      settings.delimiterEnd === false ? line.join("").replace(/ +$/, "") : line.join("")
    );
  }
  return lines.join("\n");
}
function serialize(value2) {
  return value2 === null || value2 === void 0 ? "" : String(value2);
}
function toAlignment(value2) {
  const code = typeof value2 === "string" ? value2.codePointAt(0) : 0;
  return code === 67 || code === 99 ? 99 : code === 76 || code === 108 ? 108 : code === 82 || code === 114 ? 114 : 0;
}

// src/report/comment/table.ts
var fewGroups = 3;
var maxFine = 12;
var order = ["❌", "⛔", "⚠️", "✅", "–"];
function renderTable(report) {
  const groups = [...groupMetrics(report)].sort((a, b) => rankGroup(a) - rankGroup(b));
  const isFine = (group) => rankGroup(group) >= order.indexOf("✅");
  if (groups.length <= fewGroups) return renderRows(report, groups);
  const fine = groups.filter(isFine);
  const rest = groups.filter((group) => !isFine(group));
  const passed = renderRows(report, fine);
  return [renderRows(report, rest), passed === "" ? "" : renderFold(nameFine(fine, buildGroupNames(report)), passed)].filter((part) => part !== "").join("\n\n");
}
function renderOpenRows(report, max) {
  const isOpen2 = (metric) => metric.belowMinScore || metric.gates && metric.verdict !== "pass";
  const groups = groupMetrics(report).map((group) => ({
    ...group,
    prompt: null,
    metrics: group.metrics.filter(isOpen2)
  }));
  return renderRows(report, groups, max);
}
function renderExpenses(report) {
  const nameGroup = buildGroupNames(report);
  const lines = groupMetrics(report).flatMap((group) => {
    const figures = listArmFigures(group.prompt).filter(({ verdict }) => verdict === null);
    if (figures.length === 0) return [];
    const name = nameGroup(group.suite, group.promptId);
    return [`${name === null ? "" : `${escapeInline(cutText(name, 120))}: `}${figures.map(renderExpense).join(" · ")}`];
  });
  const small = (text) => `<sub>${text}</sub>`;
  if (lines.length <= 1) return [renderSides(report), ...lines].map(small).join("<br>");
  const fold = renderFold("Cost, latency and tokens", lines.map((line) => `- ${line}`).join("\n"));
  return `${small(renderSides(report))}

${fold}`;
}
function renderSides(report) {
  return ["base", "head"].map((side) => {
    const label2 = escapeInline(nameOf(report, side));
    const commit = commitOf(report, side);
    return commit === null ? label2 : `${label2} ${renderLink(`\`${commit.slice(0, 7)}\``, commitUrl(report, side))}`;
  }).join(" → ");
}
function renderRows(report, groups, max = Number.POSITIVE_INFINITY) {
  const footnotes = collectFootnotes(report.metrics);
  const nameGroup = buildGroupNames(report);
  const body = groups.flatMap((group) => renderGroup(report, group, nameGroup, footnotes)).slice(0, max);
  if (body.length === 0) return "";
  const sides = `${escapeInline(nameOf(report, "base"))} → ${escapeInline(nameOf(report, "head"))}`;
  const header = ["metric", sides, "change (between)", "worse / better / same"];
  return markdownTable([header, ...body], { align: ["l", "l", "l", "l"], alignDelimiters: false });
}
function rankGroup({ metrics, prompt }) {
  const limits = listArmFigures(prompt).map(
    ({ verdict }) => verdict === "fail" ? "❌" : verdict === null ? "–" : "✅"
  );
  const signs2 = [...metrics.map((metric) => describeEnding(metric).sign), ...limits];
  return Math.min(order.length, ...signs2.map((sign) => order.indexOf(sign)));
}
function nameFine(groups, nameGroup) {
  const names = groups.map(({ suite, promptId }) => renderHtmlCode(cutText(nameGroup(suite, promptId) ?? "", 80)));
  return `✅ ${groups.length} with nothing against ${groups.length === 1 ? "it" : "them"}: ${listFirst(names, maxFine)}`;
}
function renderGroup(report, group, nameGroup, footnotes) {
  const rank = (metric) => order.indexOf(describeEnding(metric).sign);
  const metrics = [...group.metrics].sort((a, b) => rank(a) - rank(b));
  const limits = listArmFigures(group.prompt).filter(({ verdict }) => verdict !== null);
  const rows = [...metrics.map((metric) => renderMetric2(metric, footnotes)), ...limits.map(renderLimit)];
  const name = nameGroup(group.suite, group.promptId);
  if (name === null || rows.length === 0) return rows;
  return [[nameGroupRow(report, name, group.prompt), "", "", ""], ...rows];
}
function nameGroupRow(report, name, prompt) {
  const strong = `**${escapeInline(cutText(name, 120))}**`;
  if (prompt === null || name.includes(titleOf(prompt))) return strong;
  return `${strong} · ${renderLink(escapeInline(cutText(titleOf(prompt), 120)), promptUrl(report, prompt))}`;
}
function renderMetric2(metric, footnotes) {
  const name = escapeInline(cutText(metric.metric, 80));
  const { sign, words: words4 } = describeEnding(metric);
  const { baseline, candidate, change, note } = describeChange(metric);
  const isBroken2 = metric.verdict === "fail" && metric.gates;
  const facts = [words4.replace(/ (?=(?:pts?|%)$)/, " "), describeKind(metric)].filter((part) => part !== "");
  return [
    `${sign === "–" ? "" : `${sign} `}${[metric.gates ? `**${name}**` : name, ...facts].join(" · ")}${renderFootnoteMark(metric, footnotes)}`,
    renderPair(baseline, candidate),
    `${isBroken2 ? `**${unbroken(change)}**` : unbroken(change)}${note === null ? "" : ` (${unbroken(note)})`}`,
    describeCounts(metric)
  ];
}
function describeChange(metric) {
  const figures = describeFigures(metric);
  return metric.gates && metric.verdict === "invalid" ? { ...figures, change: unknown, note: null } : figures;
}
function renderLimit({ name, baseline, candidate, change, note, verdict }) {
  const [sign = "", ...words4] = describeLimit(verdict).split(" ");
  return [
    `${sign} **${name}** · ${words4.join(" ")}`,
    renderPair(baseline, candidate),
    unbroken(change) + (note === null ? "" : ` (${note.replace(/ (?=%)/g, " ")})`),
    ""
  ];
}
function renderExpense({ name, baseline, candidate, change, note }) {
  if (baseline === candidate && note === null) return unbroken(`${name} ${baseline}`);
  const changes = [change, ...note === null ? [] : [note]].map(unbroken).join("; ");
  return `${unbroken(name)} ${renderPair(baseline, candidate)} (${changes})`;
}
function renderPair(baseline, candidate) {
  if (baseline === unknown && candidate === unknown) return unknown;
  return `${unbroken(`${baseline} →`)} ${unbroken(candidate)}`;
}
function nameOf(report, side) {
  return nameSide(report[side], side === "base" ? "baseline" : "candidate");
}
function unbroken(text) {
  return text.replaceAll(" ", " ");
}

// src/report/comment/tags.ts
var maxTags = 12;
function renderTags(report) {
  const nameGroup = buildGroupNames(report);
  return report.metrics.filter((metric) => metric.gates && isOpen(metric) && metric.tags.length > 1).map((metric) => {
    const group = nameGroup(metric.suite, metric.prompt);
    const name = [group ?? "", metric.metric].filter((part) => part !== "").join(" · ");
    return renderFold(`By tag: ${renderHtmlCode(cutText(name, 120))}`, renderMetric3(report, metric));
  }).join("\n");
}
function isOpen({ verdict }) {
  return verdict === "fail" || verdict === "inconclusive";
}
function renderMetric3(report, metric) {
  const sides = `${nameSide(report.base, "baseline")} → ${nameSide(report.head, "candidate")}`;
  const rows = metric.tags.slice(0, maxTags).map(({ tag, cases, worse, better, baselineMean, candidateMean }) => {
    const [from, to] = [baselineMean, candidateMean].map((mean2) => formatScore(mean2, metric.binary));
    const change = formatScoreChange(baselineMean, candidateMean, metric);
    return `| ${escapeInline(cutText(tag, 60))} | ${from} → ${to} | ${change} | ${worse} / ${better} / ${cases - worse - better} |`;
  });
  return [`| tag | ${escapeInline(sides)} | change | worse / better / same |`, "| :- | :- | :- | :- |", ...rows].join(
    "\n"
  );
}

// src/report/comment/markdown.ts
var maxSummaryBytes = 900 * 1024;
var noticeLength = 400;
var separator = "\n\n";
function renderComment(report, options) {
  const limit2 = options.maxCharacters ?? 65e3;
  const hidden = renderHidden(options, limit2);
  const body = renderBody2(
    report,
    options.commentKey,
    limit2 - hidden.length - separator.length,
    (text) => text.length,
    [50, 25, 12, 6, 3]
  );
  return `${hidden}${separator}${body}
`;
}
function renderSummary2(report) {
  const measure = (text) => Buffer.byteLength(text);
  return `${renderBody2(report, null, maxSummaryBytes, measure, [1e3, 500, 250, 100, 50, 12])}
`;
}
function renderFolded(report, options) {
  const url = escapeUrl(report.runUrl);
  const link = url === null ? "" : ` [Last run](${url})`;
  return `${renderHidden(options, 65e3)}${separator}<sub>**Prompt Assay:** ${renderProse(report.title)}${link}</sub>
`;
}
function renderHidden({ commentKey, record }, limit2) {
  const marker = renderMarker(commentKey);
  const line = record === null ? "" : renderRecord(record);
  return line === "" || line.length > limit2 / 3 ? marker : `${marker}
${line}`;
}
function renderBody2(full, key, limit2, measure, caseCounts) {
  const report = redactForPeople(full);
  const sections = buildSections(report, key, caseCounts);
  const { texts, cut: cut2 } = fitSections(sections, limit2 - noticeLength, measure, separator.length);
  const url = escapeUrl(report.runUrl);
  const place = url === null ? "the job summary and the report files" : `the [job summary and the report files](${url})`;
  const notice = cut2.length === 0 ? [] : [`*Shortened to fit: ${cut2.join(", ")}. The whole is in ${place}.*`];
  return [...texts, ...notice].join(separator);
}
function buildSections(report, key, caseCounts) {
  const caseSteps = caseCounts.map((count3, index) => ({
    keep: 10 + 10 * index,
    render: () => renderCases(report, count3)
  }));
  return [
    {
      name: "verdict",
      fixed: true,
      steps: [{ keep: 100, render: () => [renderHeading2(report, key), renderAlert(report)].join(separator) }]
    },
    {
      name: "problems",
      steps: [50, 10].map((max, index) => ({
        keep: 90 + index,
        render: () => renderProblems("What to mend", report.errors, max)
      }))
    },
    {
      name: "table",
      steps: [
        { keep: 70, render: () => renderTable(report) },
        { keep: 94, render: () => renderOpenRows(report, 40) }
      ]
    },
    wholeSection("cost and latency", 40, renderExpenses(report)),
    wholeSection("notes", 68, renderNotes(report)),
    { name: "cases", steps: [...caseSteps, { keep: 80, render: () => renderCaseIds(report, 100) }] },
    wholeSection("tags", 32, renderTags(report)),
    wholeSection("dataset changes", 45, renderDatasetChanges(report)),
    {
      name: "prompt changes",
      steps: [
        { keep: 25, render: () => renderPromptDiffs(report, { lines: 300, items: 60, typical: true }) },
        { keep: 30, render: () => renderPromptDiffs(report, { lines: 40, items: 20, typical: false }) },
        { keep: 35, render: () => renderPromptDiffs(report, { lines: 12, items: 6, typical: false }) }
      ]
    },
    wholeSection("how this was decided", 65, renderDecision(report)),
    wholeSection("warnings", 55, renderProblems("Warnings", report.warnings, 20)),
    wholeSection("run facts", 33, renderRunFacts(report)),
    wholeSection("suites not run", 60, renderSkipped(report))
  ];
}

// src/gate/case-label.ts
function isWorse(label2) {
  return label2 === "worse" || label2 === "regressed";
}
function labelCases(comparison) {
  const { settled } = comparison;
  const measured = settled === void 0 ? measureComparison(comparison) : measureSettled(comparison, settled);
  const { input, firstRounds, readings } = measured;
  const complete = readings?.complete;
  const differences = new Map(complete?.pairs.map((pair, index) => [pair.case, complete.differences[index]]));
  return input.cases.map((scores, index) => {
    const difference = differences.get(scores.case) ?? null;
    const { drawn } = firstRounds[index];
    return { case: scores.case, difference, label: labelCase(scores, input.direction, difference, drawn) };
  });
}
function labelCase(scores, direction, difference, drawn) {
  if (difference === null) return "unscored";
  if (difference === 0) return "same";
  const attempted = Math.min(scores.baseline.length, scores.candidate.length);
  if (attempted < rerunTotal || drawn >= rerunTotal) return difference < 0 ? "worse" : "better";
  if (isBroken(scores, direction, rerunTotal, 0.8, "proof")) return "regressed";
  const swapped = { ...scores, baseline: scores.candidate, candidate: scores.baseline };
  return isBroken(swapped, direction, rerunTotal, 0.8, "proof") ? "improved" : "flaky";
}

// src/report/files/case-text.ts
var maxShown = 10;
var maxNamed = 100;
var maxText2 = 1200;
var room2 = { lines: 30, characters: 440 };
function listBroken2(report, { suite, prompt, metric }) {
  return report.cases.flatMap((entry) => {
    if ((suite ?? entry.suite) !== entry.suite || (prompt ?? entry.prompt) !== entry.prompt) return [];
    const own = entry.metrics.filter((one) => one.metric === metric && isWorse(one.label));
    return own.length === 0 ? [] : [{ ...entry, metrics: own }];
  });
}
function renderBroken(report, cases) {
  const more = cases.slice(maxShown);
  const names = more.slice(0, maxNamed).map((entry) => entry.case);
  const rest = more.length > maxNamed ? ", …" : "";
  return [
    ...cases.slice(0, maxShown).map((entry) => renderCase2(report, entry)),
    ...more.length === 0 ? [] : [`and ${count(more.length, "more case")}: ${names.join(", ")}${rest}`]
  ].join("\n\n");
}
function describeSides(report, entry) {
  const [base, head] = [nameSide(report.base, "baseline"), nameSide(report.head, "candidate")];
  return listCaseScores(report, entry).map(({ metric, baseline, candidate }) => `${metric}: ${base} ${baseline} → ${head} ${candidate}`).join(", ");
}
function renderCase2(report, entry) {
  const { path, line } = entry.place;
  const critical = entry.critical ? " (critical)" : "";
  return [
    `${entry.case}${critical}  ${line === null ? path : `${path}:${line}`}`,
    `  ${describeSides(report, entry)}`,
    ...entry.input === null ? [] : renderField2("Input", renderJsonText(entry.input)),
    ...entry.expected === null ? [] : renderField2("Expected", renderJsonText(entry.expected)),
    ...listReasons(report, entry).flatMap(({ name, reason }) => renderField2(name, reason)),
    ...renderAnswers(report, entry)
  ].join("\n");
}
function renderAnswers(report, entry) {
  const evidence = compareAnswers(report, entry, room2);
  if (evidence.kind === "none") return [];
  if (evidence.kind !== "diff") {
    return renderField2(`${evidence.who} answered${evidence.kind === "equal" ? " the same" : ""}`, evidence.text);
  }
  const who = evidence.who ?? `− ${nameSide(report.base, "baseline")}, + ${nameSide(report.head, "candidate")}`;
  return [`  ${who}:`, ...indent(renderDiffLines(evidence.lines))];
}
function renderField2(name, text) {
  const shown = text.length > maxText2 ? clipLine(text, [], maxText2) : text;
  return shown.includes("\n") ? [`  ${name}:`, ...indent(shown)] : [`  ${name}: ${shown}`];
}
function indent(text) {
  return text.split("\n").map((line) => `    ${line}`.trimEnd());
}

// src/report/words/ground-words.ts
var words2 = {
  comparison: "the comparison",
  threshold: "the threshold of",
  expense: "the limit of",
  rows: "the changed rows of",
  "answer-key": "the answer key in",
  prompt: "the lost prompt",
  unjudged: "what could not be judged in"
};
function nameGround({ kind, suite, prompt, subject }) {
  const parts = [.../* @__PURE__ */ new Set([suite, prompt, subject])].filter((part) => part !== null);
  return `${words2[kind]} ${parts.length > 0 ? inCode(parts.join(" / ")) : "this change"}`;
}
function explainAcceptance(acceptance, grounds) {
  const covered = grounds.filter((ground) => acceptance?.covers(ground));
  if (acceptance === null || covered.length === 0) return null;
  return `accepted by ${acceptance.by}: ${[...new Set(covered.map(nameGround))].join(", ")}`;
}

// src/report/files/told.ts
function tellComparison(metric) {
  const outcome = metric.belowMinScore ? "fail" : metric.gates ? metric.verdict : "pass";
  const message = outcome === "pass" ? metric.sentence : `${describeVerdict(metric)}: ${metric.sentence}`;
  return { outcome, message };
}
function listToldGrounds(report) {
  const { verdict } = report;
  const message = describeRun2(report);
  const own = report.grounds.filter(({ kind }) => !["comparison", "threshold", "unjudged"].includes(kind)).map((ground) => {
    const name = nameGround(ground);
    const { suite, prompt, kind, verdict: outcome } = ground;
    return { suite, prompt, rule: kind, name, outcome, message: `${name}: ${outcome}. ${message}` };
  });
  const isTold2 = verdict === "pass" || report.errors.length > 0 || own.some(({ outcome }) => outcome === verdict) || report.metrics.some((metric) => tellComparison(metric).outcome === verdict);
  if (isTold2) return own;
  return [...own, { suite: null, prompt: null, rule: "verdict", name: "verdict", outcome: verdict, message }];
}
function describeRun2({ title, details }) {
  return [title, ...details].join(" ");
}

// src/report/files/findings.ts
var severities = ["critical", "major", "minor"];
var maxMessage = 1e3;
function listFindings(full) {
  const report = redactForPeople(full);
  const drafts = [
    ...report.errors.map((problem) => draftProblem("error", "critical", problem)),
    ...draftComparisons(report),
    ...draftGrounds(report),
    ...report.cases.flatMap((entry) => draftCase(report, entry)),
    ...report.warnings.map((problem) => draftProblem("warning", "minor", problem))
  ].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const seen = /* @__PURE__ */ new Map();
  return drafts.map(({ identity, ...draft }) => {
    const key = contentHash(identity);
    const earlier = seen.get(key) ?? 0;
    seen.set(key, earlier + 1);
    const fingerprint = earlier === 0 ? key : contentHash([key, earlier]);
    return { ...draft, message: cutText(oneLine(draft.message), maxMessage), fingerprint };
  });
}
function draftProblem(rule, severity, problem) {
  const { path, line, column, message } = problem;
  return {
    rule,
    severity,
    message: renderProblem({ ...problem, path: null, line: null, column: null }),
    place: path === null ? null : { path, line: line ?? 1, column: line === null ? null : column },
    identity: [rule, path, message]
  };
}
function draftComparisons(report) {
  return report.metrics.flatMap((metric) => {
    const { outcome, message } = tellComparison(metric);
    if (outcome === "pass") return [];
    const { suite, prompt, metric: rule } = metric;
    const name = [.../* @__PURE__ */ new Set([suite, prompt, rule])].filter((part) => part !== null).join(" / ");
    return [
      {
        rule,
        severity: outcome === "inconclusive" ? "minor" : "critical",
        message: `${name}: ${message}`,
        place: findPrompt(report, suite, prompt),
        identity: ["comparison", suite, prompt, rule]
      }
    ];
  });
}
function draftGrounds(report) {
  return listToldGrounds(report).map(({ rule, suite, prompt, name, outcome, message }) => ({
    rule,
    severity: outcome === "inconclusive" ? "minor" : "critical",
    message,
    place: findPrompt(report, suite, prompt),
    identity: ["ground", rule, suite, prompt, name]
  }));
}
function draftCase(report, entry) {
  const metrics = entry.metrics.filter((one) => isWorse(one.label) && findMetric(report, entry, one.metric)?.gates);
  const [first] = metrics;
  if (first === void 0) return [];
  const own = { ...entry, metrics };
  const decides = metrics.some(({ metric }) => findMetric(report, entry, metric)?.verdict === "fail");
  const reasons = listReasons(report, own).map(({ name, reason }) => `${name}: ${reason}`);
  const { suite, prompt, place } = entry;
  return [
    {
      rule: first.metric,
      severity: decides ? "major" : "minor",
      message: [`${entry.case} got worse. ${describeSides(report, own)}`, ...reasons].join(". "),
      place: { path: place.path, line: place.line ?? 1, column: null },
      identity: ["case", suite, prompt, first.metric, entry.case]
    }
  ];
}
function findPrompt(report, suite, prompt) {
  const suites = report.suites.filter(({ name }) => suite === null || name === suite);
  const prompts = suites.flatMap((one) => one.prompts);
  const path = (prompts.find(({ id }) => id === prompt) ?? prompts[0])?.path ?? null;
  return path === null ? null : { path, line: 1, column: null };
}

// src/report/files/gitlab-codequality.ts
var settingsPath = "prompt-assay.yml";
function renderCodeQuality(report) {
  const entries = listFindings(report).map(({ rule, severity, message, place, fingerprint }) => ({
    description: message,
    check_name: `prompt-assay/${rule}`,
    fingerprint,
    severity,
    location: { path: place?.path ?? settingsPath, lines: { begin: place?.line ?? 1 } }
  }));
  return `${escapeJson(writeJson(entries, 2))}
`;
}

// src/report/files/json.ts
function renderResultsJson(report) {
  const shown = redactReport(report);
  return renderJsonLine({ ...shown, sha256: contentHash(shown) });
}

// src/report/files/junit.ts
var elements = { pass: "system-out", fail: "failure", inconclusive: "skipped", invalid: "error" };
function renderJunit(full) {
  const report = redactForPeople(full);
  const suites = groupMetrics(report).map(({ suite, promptId, metrics }) => ({
    name: [suite, promptId].filter((part) => part !== null).join(" / ") || "compare",
    cases: metrics.map((metric) => buildComparison(report, metric))
  }));
  const own = { name: "prompt-assay", cases: buildOwn(report) };
  const all = [own, ...suites];
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites${count2(all.flatMap(({ cases }) => cases))} time="${report.durationMs / 1e3}">
${all.map(renderSuite).join("")}</testsuites>
`;
}
function buildOwn(report) {
  const grounds = listToldGrounds(report).map((ground) => buildCase(ground.name, ground.outcome, ground.message));
  const problems = report.errors.map((problem) => {
    const place = [problem.path, problem.line, problem.column].filter((part) => part !== null).join(":");
    return buildCase(place || "problem", "invalid", renderProblem(problem));
  });
  const isTold2 = grounds.some(({ name }) => name === "verdict");
  return [...isTold2 ? [] : [buildCase("verdict", "pass", describeRun2(report))], ...grounds, ...problems];
}
function buildCase(name, outcome, message) {
  return { className: "prompt-assay", name, outcome, message, evidence: "" };
}
function buildComparison(report, metric) {
  const { suite, prompt, metric: name } = metric;
  return {
    className: [suite, prompt].filter((part) => part !== null).join(".") || "compare",
    name,
    ...tellComparison(metric),
    evidence: renderBroken(report, listBroken2(report, metric))
  };
}
function renderSuite({ name, cases }) {
  const skipped = cases.filter(({ outcome }) => outcome === "inconclusive").length;
  return `  <testsuite name="${escapeXml(name)}"${count2(cases)} skipped="${skipped}">
${cases.map(renderTestCase).join("")}  </testsuite>
`;
}
function renderTestCase({ className, name, outcome, message, evidence }) {
  const element = elements[outcome];
  const attribute = outcome === "pass" ? "" : ` message="${escapeXml(message)}"`;
  const text = renderText2(evidence === "" ? message : `${message}

${evidence}`);
  return `    <testcase classname="${escapeXml(className)}" name="${escapeXml(name)}"><${element}${attribute}>${text}</${element}></testcase>
`;
}
function renderText2(text) {
  return escapeXml(text).replaceAll("&#10;", "\n");
}
function count2(cases) {
  const of = (outcome) => cases.filter((entry) => entry.outcome === outcome).length;
  return ` tests="${cases.length}" failures="${of("fail")}" errors="${of("invalid")}"`;
}

// src/report/files/sarif.ts
var schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
var levels = { critical: "error", major: "error", minor: "warning" };
function renderSarif(report) {
  const findings = listFindings(report);
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  const run = {
    tool: { driver: { name: "Prompt Assay", version: report.toolVersion, rules: rules.map((id) => ({ id })) } },
    invocations: [
      {
        executionSuccessful: report.verdict !== "invalid",
        toolExecutionNotifications: findings.filter(({ place }) => place === null).map(({ severity, message }) => ({ level: levels[severity], message: { text: message } }))
      }
    ],
    results: findings.flatMap((finding) => buildResult2(finding, rules.indexOf(finding.rule)))
  };
  return `${escapeJson(writeJson({ $schema: schema, version: "2.1.0", runs: [run] }, 2))}
`;
}
function buildResult2({ rule, severity, message, place, fingerprint }, ruleIndex) {
  if (place === null) return [];
  const region = { startLine: place.line, ...place.column !== null && { startColumn: place.column } };
  const artifactLocation = { uri: encodePath(place.path), uriBaseId: "%SRCROOT%" };
  return [
    {
      ruleId: rule,
      ruleIndex,
      level: levels[severity],
      message: { text: message },
      locations: [{ physicalLocation: { artifactLocation, region } }],
      // By this name GitHub tells whether it knows a result already.
      partialFingerprints: { primaryLocationLineHash: `${fingerprint}:1` }
    }
  ];
}
function encodePath(path) {
  return path.replace(new RegExp("\\p{Surrogate}", "gu"), "�").split("/").map(encodeURIComponent).join("/");
}

// src/report/renderers.ts
var renderers = {
  markdown: { file: "comment.md", render: renderComment },
  html: {
    file: "report.html",
    render: async (report, { page }) => (await import("./report.page.html.js")).renderHtml(report, page)
  },
  json: { file: "results.json", render: renderResultsJson },
  junit: { file: "junit.xml", render: renderJunit },
  "gitlab-codequality": { file: "gl-code-quality-report.json", render: renderCodeQuality },
  sarif: { file: "results.sarif", render: renderSarif }
};

// src/conclude/order.ts
function sortPrompts(plans) {
  return plans.flatMap((plan) => plan.prompts.map((prompt) => ({ plan, prompt }))).sort(({ prompt: a }, { prompt: b }) => compareTexts2(a.suite, b.suite) || compareTexts2(a.id, b.id));
}
function sortBy(items, textOf) {
  return [...items].sort((a, b) => compareTexts2(textOf(a), textOf(b)));
}
function compareSamples(a, b) {
  return a.sample - b.sample || compareTexts2(a.arm, b.arm);
}
function compareTexts2(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/conclude/differing-cases.ts
var rounding = 1e-9;
function listDiffering({ prompt, metric, comparison, cases }, belowMinScore) {
  if (metric.refused) return [];
  const isFailing = belowMinScore || metric.gates && comparison.verdict === "fail";
  return cases.flatMap(({ label: label2, ...one }) => {
    if (label2 === "same" || label2 === "unscored" && !metric.gates) return [];
    const drop = measureDrop(one.scores, metric.direction);
    if (label2 === "flaky" && Math.abs(drop ?? 0) < rounding) return [];
    const isBroken2 = metric.gates && one.row.critical && isWorse(label2);
    return [{ ...one, label: label2, prompt, metric, drop, tier: isFailing || isBroken2 ? 0 : metric.gates ? 1 : 2 }];
  });
}
function isGain({ label: label2, drop }) {
  return label2 === "better" || label2 === "improved" || label2 === "flaky" && drop !== null && drop < 0;
}
function turnScore(score, direction) {
  return direction === "lower" ? 1 - score : score;
}
function measureDrop(scores, direction) {
  const mean2 = (side) => {
    const known = side.filter((score) => score !== null).map((score) => turnScore(score, direction));
    return known.length === 0 ? null : known.reduce((sum2, score) => sum2 + score, 0) / known.length;
  };
  const [before, after] = [mean2(scores.baseline), mean2(scores.candidate)];
  return before === null || after === null ? null : before - after;
}

// src/conclude/choose-sample.ts
function chooseSample(ledger, entry, side, arm) {
  const [first] = entry;
  const wantsWorst = first.label === "unscored" || isGain(first) === (side === "baseline");
  const missing = wantsWorst && first.label !== "unscored" ? 2 : -1;
  const rank = (sample) => entry.map(({ scores, metric }) => {
    const score = scores[side][sample] ?? null;
    return (score === null ? missing : turnScore(score, metric.direction)) * (wantsWorst ? 1 : -1);
  });
  const samples = readArm(ledger, first.prompt, arm).samples(first.row.id);
  const drawn = samples.flatMap((sample, index) => sample === null ? [] : [{ index, rank: rank(index) }]);
  const compare = (a, b) => a.map((value2, place) => value2 - (b[place] ?? 0)).find((difference) => difference !== 0) ?? 0;
  return drawn.sort((a, b) => compare(a.rank, b.rank))[0]?.index ?? null;
}

// src/conclude/order-cases.ts
function orderCases(differing) {
  const entries = groupBy(differing, ({ prompt, row }) => [prompt.suite, prompt.id, row.id]).map(
    (entry) => [...entry].sort(compareMetrics)
  );
  const taken = /* @__PURE__ */ new Set();
  for (const gain of [false, true]) {
    for (const tier of [0, 1, 2]) takeInTurn(listQueues(entries, gain, tier), taken);
  }
  return [...taken];
}
function compareMetrics(a, b) {
  return Number(isGain(a)) - Number(isGain(b)) || a.tier - b.tier || compareSize(a, b);
}
function compareSize(a, b) {
  return Math.abs(b.drop ?? 0) - Math.abs(a.drop ?? 0);
}
function listQueues(entries, gain, tier) {
  const isOfKind = (one) => isGain(one) === gain && one.tier === tier;
  const members = entries.filter(([first]) => isOfKind(first)).flatMap((entry) => entry.filter(isOfKind).map((one) => ({ one, entry })));
  const critical = ({ row }) => Number(row.critical);
  return groupBy(members, ({ one }) => [one.prompt.suite, one.prompt.id, one.metric.name]).map(
    (queue) => [...queue].sort((a, b) => critical(b.one) - critical(a.one) || compareSize(a.one, b.one) || b.entry.length - a.entry.length).map(({ entry }) => entry)
  );
}
function takeInTurn(queues, taken) {
  const rests = queues.map((queue) => queue.values());
  let before = -1;
  while (taken.size > before) {
    before = taken.size;
    for (const rest of rests) {
      let next = rest.next();
      while (!next.done && taken.has(next.value)) next = rest.next();
      if (!next.done) taken.add(next.value);
    }
  }
}
function groupBy(items, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = JSON.stringify(keyOf(item));
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

// src/conclude/cases.ts
var mostCases = 1e3;
function reportCases(run, differing) {
  const all = orderCases(differing);
  const cases = all.slice(0, mostCases).map((entry) => describeCase(run, entry));
  return { cases, omitted: all.length - cases.length };
}
function describeCase(run, entry) {
  const [{ prompt, row, label: label2 }] = entry;
  const { ledger, decision } = run;
  const { variables } = row.scoring;
  const arms = { baseline: decision.baseArm, candidate: "candidate" };
  const [baselineSample, candidateSample] = ["baseline", "candidate"].map(
    (side) => chooseSample(ledger, entry, side, arms[side])
  );
  const reasonOf = (one, side, sample) => sample === null ? null : findReason(ledger, one, arms[side], sample);
  return {
    suite: prompt.suite,
    prompt: prompt.id,
    case: row.id,
    label: label2,
    critical: row.critical,
    tags: row.scoring.tags,
    place: findPlace(row),
    input: chooseInput(variables),
    expected: variables.expected ?? null,
    metrics: entry.map(
      (one) => ({
        metric: one.metric.name,
        label: one.label,
        baselineScores: one.scores.baseline,
        candidateScores: one.scores.candidate,
        baselineReason: reasonOf(one, "baseline", baselineSample),
        candidateReason: reasonOf(one, "candidate", candidateSample)
      })
    ),
    baselineSample,
    candidateSample,
    baselineOutput: findOutput(ledger, prompt, arms.baseline, row.id, baselineSample),
    candidateOutput: findOutput(ledger, prompt, "candidate", row.id, candidateSample)
  };
}
function findPlace({ scoring, candidate }) {
  const { path, line } = scoring.where;
  return { side: scoring === candidate ? "head" : "base", path, line };
}
function findReason(ledger, one, arm, sample) {
  return factsOf(readArm(ledger, one.prompt, arm), one.metric, one.row.id)[sample]?.reason ?? null;
}
function findOutput(ledger, prompt, arm, id, index) {
  const sample = index === null ? null : readArm(ledger, prompt, arm).sample(id, index);
  if (sample === null) return null;
  const { result } = ledger.recordOf(sample);
  return result.status === "answered" ? result.output : null;
}

// src/conclude/measured-metric.ts
function measureMetric({ decision, ledger }, { plan, prompt }, metric) {
  const comparison = ofMetric(decision.comparisons, prompt, metric);
  if (comparison === void 0) throw new Error(`${prompt.id} / ${metric.name} was not compared`);
  const gated = gatherComparison(plan, prompt, metric, ledger, decision.baseArm);
  const labels = labelCases(comparison.settled ? { ...gated, settled: gated.input.cases } : gated);
  const cases = baseCases(prompt).map(
    (row, index) => ({
      ...labels[index],
      row,
      scores: gated.input.cases[index]
    })
  );
  return { plan, prompt, metric, comparison, cases };
}

// src/conclude/page-cases.ts
function* listPageCases(run) {
  const { differing, labels } = labelAll(run);
  const rows = run.plans.flatMap(
    ({ prompts }) => prompts.flatMap((prompt) => prompt.cases.map((row) => ({ prompt, row })))
  );
  const positions = new Map(rows.map(({ row }, position) => [row, position]));
  const describe = (prompt, row, entry) => describeCase2(run, { prompt, row, entry, labels, position: positions.get(row) ?? 0 });
  const ordered = orderCases(differing);
  for (const entry of ordered) yield describe(entry[0].prompt, entry[0].row, entry);
  const told = new Set(ordered.map(([{ row }]) => row));
  for (const { prompt, row } of rows) {
    if (told.has(row) || !wasDrawn(run, prompt, row)) continue;
    yield describe(prompt, row, null);
  }
}
function labelAll({ report, plans, baseArm, ledger }) {
  const labels = /* @__PURE__ */ new Map();
  const measured = { ledger, decision: { comparisons: report.metrics, baseArm } };
  const differing = listCompared(plans).flatMap((compared) => {
    const own = /* @__PURE__ */ new Map();
    labels.set(compared.prompt, own);
    return compared.prompt.metrics.flatMap((metric) => {
      const told = ofMetric(report.metrics, compared.prompt, metric);
      if (told === void 0) return [];
      const one = measureMetric(measured, compared, metric);
      const changed = one.cases.filter(({ label: label2 }) => label2 !== "same");
      own.set(metric, new Map(changed.map(({ row, label: label2 }) => [row, label2])));
      return listDiffering(one, told.belowMinScore);
    });
  });
  return { differing, labels };
}
function describeCase2({ ledger, baseArm }, { prompt, row, entry, labels, position }) {
  const { tags, variables } = row.scoring;
  const arms = chooseArms(ledger, prompt, row, baseArm);
  const baselineSample = pickSample(ledger, prompt, row, entry, "baseline", arms.baseline);
  const candidateSample = pickSample(ledger, prompt, row, entry, "candidate", arms.candidate);
  const listFacts = (metric, arm) => arm === null ? [] : factsOf(readArm(ledger, prompt, arm), metric, row.id);
  const first = new Map(entry?.map(({ metric }, place) => [metric, place]));
  const metrics = prompt.metrics.filter(({ refused }) => !refused).sort((a, b) => (first.get(a) ?? first.size) - (first.get(b) ?? first.size)).map((metric) => {
    const [baseline, candidate] = [listFacts(metric, arms.baseline), listFacts(metric, arms.candidate)];
    const baselineScores = baseline.map((facts) => facts?.score ?? null);
    const candidateScores2 = candidate.map((facts) => facts?.score ?? null);
    return {
      metric: metric.name,
      label: row.added ? "new" : labelOf(labels.get(prompt)?.get(metric), row),
      drop: measureDrop({ baseline: baselineScores, candidate: candidateScores2 }, metric.direction),
      baselineScores,
      candidateScores: candidateScores2,
      baselineReason: baseline[baselineSample ?? -1]?.reason ?? null,
      candidateReason: candidate[candidateSample ?? -1]?.reason ?? null
    };
  });
  return {
    suite: prompt.suite,
    prompt: prompt.id,
    case: row.id,
    label: entry?.[0].label ?? summariseLabels(metrics),
    critical: row.critical,
    tags,
    place: findPlace(row),
    input: chooseInput(variables),
    expected: variables.expected ?? null,
    metrics,
    position,
    baselineSample,
    candidateSample,
    baselineOutput: arms.baseline && findOutput(ledger, prompt, arms.baseline, row.id, baselineSample),
    candidateOutput: arms.candidate && findOutput(ledger, prompt, arms.candidate, row.id, candidateSample),
    baseline: describeSide(ledger, prompt, row, "base", arms.baseline, baselineSample),
    candidate: describeSide(ledger, prompt, row, "candidate", arms.candidate, candidateSample)
  };
}
function labelOf(compared, row) {
  return compared === void 0 ? "new" : compared.get(row) ?? "same";
}
function summariseLabels(metrics) {
  const labels = metrics.map(({ label: label2 }) => label2);
  if (labels.length === 0 || labels.every((label2) => label2 === "new")) return "new";
  if (labels.includes("flaky")) return "flaky";
  return labels.every((label2) => label2 === "unscored") ? "unscored" : "same";
}
function chooseArms(ledger, prompt, row, baseArm) {
  const has = (arm) => readArm(ledger, prompt, arm).samples(row.id).some((sample) => sample !== null);
  const own = (arm) => has(arm) ? arm : null;
  if (!row.isSame || !isCompared(prompt)) return { baseline: own(baseArm), candidate: own("candidate") };
  const shared = own("base") ?? own("stored");
  return { baseline: shared, candidate: shared };
}
function wasDrawn({ ledger, baseArm }, prompt, row) {
  const { baseline, candidate } = chooseArms(ledger, prompt, row, baseArm);
  return baseline !== null || candidate !== null;
}
function pickSample(ledger, prompt, row, entry, side, arm) {
  if (arm === null) return null;
  if (entry !== null) return chooseSample(ledger, entry, side, arm);
  const first = readArm(ledger, prompt, arm).samples(row.id).findIndex((sample) => sample !== null);
  return first < 0 ? null : first;
}
function describeSide(ledger, prompt, row, side, arm, index) {
  if (arm === null) return null;
  const own = readArm(ledger, prompt, arm);
  const result = index === null ? void 0 : own.sample(row.id, index)?.result;
  return {
    answers: own.samples(row.id).filter((sample) => sample !== null).length,
    fault: result === void 0 || result.status === "answered" ? null : result.reason,
    messages: listMessages(prompt, row, side)
  };
}
function listMessages(prompt, row, side) {
  if (prompt[side] === null || row[side] === null || prompt[side].application !== void 0) return null;
  return buildCaseRequest(prompt, row, side).messages;
}

// src/conclude/page-changes.ts
var binCount = 21;
function* listScoreChanges({ report, plans, baseArm, ledger }) {
  const measured = { ledger, decision: { comparisons: report.metrics, baseArm } };
  for (const compared of listCompared(plans)) {
    const { prompt } = compared;
    for (const metric of prompt.metrics) {
      const row = ofMetric(report.metrics, prompt, metric);
      if (row === void 0 || row.binary || metric.refused) continue;
      const bins = Array.from({ length: binCount }, () => 0);
      for (const { difference } of measureMetric(measured, compared, metric).cases) {
        if (difference === null) continue;
        const bin = binOf(difference);
        bins[bin] = (bins[bin] ?? 0) + 1;
      }
      yield { suite: prompt.suite, prompt: prompt.id, metric: metric.name, bins };
    }
  }
}
function binOf(difference) {
  const middle = (binCount - 1) / 2;
  return Math.max(0, Math.min(binCount - 1, middle + Math.round(difference * middle)));
}

// src/conclude/page.ts
function buildPage(run) {
  return { cases: lazily(() => listPageCases(run)), changes: lazily(() => listScoreChanges(run)) };
}

// src/conclude/score-lines.ts
var tie = { score: 0.5, missing: null, reason: null, agrees: null };
function* listScoreLines({ plans, baseArm, settledFrom, ledger }, side) {
  for (const { plan, prompt } of sortPrompts(plans)) {
    const isReached = isCompared(prompt);
    const drawsOf = planDraws(plan, prompt);
    const metrics = sortBy(prompt.metrics, ({ name }) => name);
    for (const row of sortBy(prompt.cases, ({ id }) => id)) {
      const rounds = { drawn: drawsOf(row), settledFrom: settledFrom.get(row) ?? null };
      for (const metric of metrics) {
        const scored = row.isSame && isReached ? shareScores(ledger, prompt, metric, row, side === "base" ? baseArm : "candidate") : splitScores(ledger, prompt, metric, row, chooseArms2(row, side, baseArm));
        yield* scored.map((one) => writeLine(prompt, metric, row, rounds, one)).sort(compareSamples);
      }
    }
  }
}
function chooseArms2(row, side, baseArm) {
  if (side === "candidate") return ["candidate"];
  if (row.added) return [];
  return baseArm === "stored" && row.critical ? ["base", "stored"] : [baseArm];
}
function splitScores(ledger, prompt, metric, { id }, arms) {
  return arms.flatMap((arm) => readScores(ledger, prompt, metric, id, arm, arm));
}
function shareScores(ledger, prompt, metric, { id }, as) {
  const drawn = readScores(ledger, prompt, metric, id, "base", as);
  if (drawn.length > 0) return drawn;
  const stored = readScores(ledger, prompt, metric, id, "stored", as);
  return stored.length === 0 && isPairwise(metric) ? [{ from: "base", as, sample: 0, facts: tie }] : stored;
}
function readScores(ledger, prompt, metric, caseId, from, as) {
  return factsOf(readArm(ledger, prompt, from), metric, caseId).flatMap(
    (facts, sample) => facts === null ? [] : [{ from, as, sample, facts }]
  );
}
function chooseLook(from, sample, { drawn, settledFrom }) {
  if (from === "stored") return null;
  if (settledFrom !== null && sample >= settledFrom) return "settle";
  return sample < drawn ? 1 : 2;
}
function writeLine({ suite, id: prompt }, { name: metric }, { id, cluster, question, critical, isSame, labelled }, rounds, { from, as: arm, sample, facts: { score, reason } }) {
  const look = chooseLook(from, sample, rounds);
  const marks = { critical: critical || null, labelled: labelled ?? null, same: isSame || null };
  return { suite, prompt, case: id, metric, arm, look, ...marks, sample, score, cluster, question, reason };
}

// src/conclude/result-files.ts
async function renderResultFiles(run, comment) {
  const { report, ledger } = run;
  const page = buildPage(run);
  const rendered = await Promise.all(
    Object.values(renderers).map(
      async ({ file, render }) => [file, await render(report, { ...comment, page })]
    )
  );
  const showsTexts = report.examples === "full";
  const files = [
    ...rendered,
    ["scores.jsonl", lazily(() => renderScores2(run, "candidate"))],
    ["baseline-scores.jsonl", lazily(() => renderScores2(run, "base"))],
    ["calls.jsonl", lazily(() => renderCalls(ledger, showsTexts))]
  ];
  if (showsTexts) {
    files.push(["outputs.jsonl", lazily(() => renderOutputs2(run))]);
    files.push(["judges.jsonl", lazily(() => renderBriefs(run))]);
  }
  if (run.needed.length > 0) files.push(["needed.jsonl", renderNeeded(run.needed)]);
  return new Map(files);
}
function* renderScores2(run, side) {
  const showsTexts = run.report.examples === "full";
  for (const line of listScoreLines(run, side)) yield renderScoreLine(showsTexts ? line : { ...line, reason: null });
}
function hashScores(run) {
  const hash = createHash("sha256");
  for (const side of ["candidate", "base"]) for (const line of renderScores2(run, side)) hash.update(line);
  return hash.digest("hex");
}
function* renderOutputs2({ plans, ledger }) {
  for (const { prompt } of sortPrompts(plans)) {
    const arms = ["base", "candidate", "stored"].map((arm) => readArm(ledger, prompt, arm));
    for (const row of sortBy(prompt.cases, ({ id }) => id)) {
      const samples = arms.flatMap((arm) => arm.samples(row.id)).filter((sample) => sample !== null).sort(compareSamples);
      for (const sample of samples) yield renderOutput(ledger, sample, chooseInput(row.scoring.variables));
    }
  }
}
function renderOutput(ledger, key, input) {
  const { suite, prompt, case: id, arm, sample, result } = ledger.recordOf(key);
  const isAnswered = result.status === "answered";
  const output = isAnswered ? result.output : { status: result.status, reason: result.reason };
  return renderOutputLine({
    suite,
    prompt,
    case: id,
    arm,
    sample,
    input,
    output,
    model: isAnswered ? result.model : null
  });
}
function* renderBriefs({ plans }) {
  const lines = sortPrompts(plans).flatMap(
    ({ prompt }) => prompt.metrics.flatMap((metric) => {
      if (metric.kind !== "judge") return [];
      const { brief } = metric.judge;
      return [renderJsonLine({ suite: prompt.suite, judge: metric.name, brief })];
    })
  );
  yield* new Set(lines);
}
function* renderCalls(ledger, showsTexts) {
  for (const line of ledger.lines()) {
    if (!isLineOf("call", line)) continue;
    const entry = readEntry(line, "ledger", 0);
    if (entry.kind === "call") yield renderCall(entry.record, showsTexts);
  }
}
function renderCall(record, showsTexts) {
  const { owner, asked, answeredAs, fingerprint, usage, reason, reckonedMicroUsd: _, ...shared } = record;
  const said = record.status === "answered" ? { answeredAs, fingerprint, usage } : { reason };
  const request = asked !== null && showsTexts ? { request: asked } : {};
  return renderJsonLine({ ...shared, ...owner, ...said, ...request });
}

// src/conclude/other-runs.ts
var noOtherRuns = { screenUses: [], asked: [], isWhole: true };

// src/conclude/frame.ts
function buildReportFrame({ request, ledger, durationMs }) {
  const side = ({ label: label2, tree, pushed }) => ({ label: label2, commit: tree.commit, pushed: pushed ?? null });
  return {
    ...buildBareFrame(ledger.calls()),
    base: side(request.base),
    head: side(request.candidate),
    github: request.github,
    durationMs,
    reproduce: request.reproduce,
    runUrl: request.runUrl
  };
}
function buildBareFrame(calls2) {
  return {
    schemaVersion: 1,
    ...buildResult(calls2, []),
    base: null,
    head: null,
    github: null,
    since: null,
    metrics: [],
    suites: [],
    cases: [],
    reasons: [],
    details: [],
    grounds: [],
    notices: [],
    notes: [],
    warnings: [],
    contentKeys: {},
    screenUses: [],
    asked: [],
    examples: "full",
    budgetUsd: null,
    ...totalsOf(calls2),
    durationMs: 0,
    reproduce: null,
    compare: null,
    runUrl: null
  };
}

// src/prompts/literals.ts
function listLiterals({ messages, dialect }) {
  const parts = messages.flatMap(({ content }) => splitAtComments(content)).flatMap(dialectOf(dialect).listLiterals);
  return new Set(parts.map(dropSpace).filter((text) => text !== ""));
}
function splitAtComments(text) {
  const parts = [];
  let start2 = 0;
  for (let open = text.indexOf("<!--"); open !== -1; open = text.indexOf("<!--", start2)) {
    const end = text.indexOf("-->", open + 4);
    if (end === -1) break;
    parts.push(text.slice(start2, open));
    start2 = end + 3;
  }
  return [...parts, text.slice(start2)];
}
function dropSpace(text) {
  return text.replace(/\s+/g, "");
}

// src/plan/reach.ts
function countReach({ base, candidate, cases }) {
  if (base === null || candidate === null || base.version === candidate.version) return null;
  const gated = baseCases({ cases });
  return { reached: gated.filter((row) => !row.isSame).length, cases: gated.length };
}
function listUnreached(plan) {
  const unreached = plan.prompts.filter(reachesNothing);
  if (unreached.length === 0) return [];
  const sent = plan.prompts.flatMap(listSent).join("\n");
  return unreached.map((prompt) => ({ prompt, isLost: listChanged2(prompt).some((text) => !sent.includes(text)) }));
}
function listChanged2({ base, candidate }) {
  const before = base === null ? /* @__PURE__ */ new Set() : listLiterals(base);
  const after = candidate === null ? /* @__PURE__ */ new Set() : listLiterals(candidate);
  return [...[...before].filter((text) => !after.has(text)), ...[...after].filter((text) => !before.has(text))];
}
function listSent(prompt) {
  const arms = ["base", "candidate"].filter((arm) => prompt[arm] !== null);
  return arms.flatMap(
    (arm) => prompt.cases.flatMap((row) => {
      if (row[arm] === null) return [];
      return buildCaseRequest(prompt, row, arm).messages.map((message) => dropSpace(messageText(message)));
    })
  );
}

// src/prompts/diff-messages.ts
var maxEdits = 400;
var likenesses = [
  ({ key }) => key,
  ({ gap, message }) => `${gap} ${messageText(message)}`,
  ({ gap, message }) => `${gap} ${message.role}`,
  ({ message: { role } }) => role === "system" || role === "developer" ? role : null
];
function pairMessages(before, after) {
  const [left, right] = findLoose(before, after);
  const partners = /* @__PURE__ */ new Map();
  const taken = /* @__PURE__ */ new Set();
  for (const likeness of likenesses) {
    const waiting = /* @__PURE__ */ new Map();
    for (const one of left.filter((message) => !taken.has(message))) {
      const name = likeness(one);
      if (name !== null) waiting.set(name, [...waiting.get(name) ?? [], one]);
    }
    for (const one of right.filter((message) => !partners.has(message)).reverse()) {
      const partner = waiting.get(likeness(one) ?? "")?.pop();
      if (partner === void 0) continue;
      partners.set(one, partner);
      taken.add(partner);
    }
  }
  const gone2 = left.filter((message) => !taken.has(message));
  const all = [...gone2.map((one) => ({ one, isGone: true })), ...right.map((one) => ({ one, isGone: false }))];
  return all.sort((a, b) => a.one.gap - b.one.gap).map(({ one, isGone }) => isGone ? describePair(one, null) : describePair(partners.get(one) ?? null, one));
}
function describePair(base, candidate) {
  const isBoth = base !== null && candidate !== null;
  const change = isBoth ? base.key === candidate.key ? "moved" : "changed" : base === null ? "added" : "removed";
  return { change, base: base && placeOf(base), candidate: candidate && placeOf(candidate) };
}
function placeOf({ message, place }) {
  return { message, place };
}
function findLoose(before, after) {
  const [from, to] = [before, after].map((messages) => messages.map((message) => canonicalJson(message)));
  const runs = diffArrays(from, to, { maxEditLength: maxEdits }) ?? [
    { removed: true, added: false, value: from },
    { removed: false, added: true, value: to }
  ];
  const [left, right] = [[], []];
  let gap = 0;
  const places = { left: 0, right: 0 };
  for (const { removed, added, value: value2 } of runs) {
    if (!removed && !added) {
      gap += 1;
      places.left += value2.length;
      places.right += value2.length;
      continue;
    }
    for (const key of value2) {
      const side = removed ? "left" : "right";
      const message = (removed ? before : after)[places[side]];
      (removed ? left : right).push({ message, place: places[side], key, gap });
      places[side] += 1;
    }
  }
  return [left, right];
}

// src/prompts/diff-values.ts
function diffValues(path, before, after) {
  if (isJsonObject(before) && isJsonObject(after)) {
    const keys = /* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) => diffValues(joinPath(path, key), readOwn(before, key), readOwn(after, key)));
  }
  if (Array.isArray(before) && Array.isArray(after)) return diffLists(path, before, after);
  const isSame = before !== void 0 && after !== void 0 && canonicalJson(before) === canonicalJson(after);
  return isSame || before === after ? [] : [{ path, before, after }];
}
function diffLists(path, before, after) {
  if (canonicalJson(before) === canonicalJson(after)) return [];
  if (![...before, ...after].every((item) => typeof item !== "object" || item === null)) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, place) => diffValues(`${path}[${place}]`, before[place], after[place])).flat();
  }
  const gone2 = subtract(before, after).map((item) => ({ path: `${path}[]`, before: item, after: void 0 }));
  const come = subtract(after, before).map((item) => ({ path: `${path}[]`, before: void 0, after: item }));
  return gone2.length + come.length === 0 ? [{ path, before, after }] : [...gone2, ...come];
}
function subtract(list, other) {
  const left = /* @__PURE__ */ new Map();
  for (const item of other) left.set(canonicalJson(item), (left.get(canonicalJson(item)) ?? 0) + 1);
  return list.filter((item) => {
    const known = left.get(canonicalJson(item)) ?? 0;
    left.set(canonicalJson(item), known - 1);
    return known <= 0;
  });
}
function readOwn(object, key) {
  return Object.hasOwn(object, key) ? object[key] : void 0;
}
function joinPath(path, key) {
  if (path === "") return key;
  return /^[\w$-]+$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
}

// src/prompts/diff.ts
function diffPrompts(base, candidate) {
  const [before, after] = [listSettings(base), listSettings(candidate)];
  const [from, to] = [nameTools(base.tools), nameTools(candidate.tools)];
  return {
    messages: pairMessages(base.messages, candidate.messages),
    settings: [
      ...before.flatMap((values, place) => diffValues("", values, after[place])),
      ...diffValues("tools", from, to),
      ...diffOrder(Object.keys(from), Object.keys(to))
    ]
  };
}
function listSettings(prompt) {
  const { application, model, dialect, api, parameters, responseFormat, retrieval, defaults, turns, slots } = prompt;
  if (application !== void 0) return [listSources(application), {}, {}];
  return [
    { model, template: dialect, api },
    Object.fromEntries(Object.entries(parameters).sort(([a], [b]) => a < b ? -1 : 1)),
    {
      ...responseFormat !== null && { "response-format": listFormat(responseFormat) },
      ...retrieval !== null && { retrieval },
      ...defaults !== void 0 && { defaults },
      ...turns !== void 0 && { turns },
      ...slots !== void 0 && { "places of conversations": slots }
    }
  ];
}
function listSources({ sources }) {
  return Object.fromEntries([...sources].map(([path, hash]) => [`file ${path}`, `blob ${hash.slice(0, 7)}`]));
}
function listFormat({ type, name, schema: schema2, strict }) {
  if (type !== "json_schema") return { type };
  return { type, name, schema: schema2, ...strict !== null && { strict } };
}
function nameTools(tools) {
  const counts = /* @__PURE__ */ new Map();
  const named = tools.map((tool) => {
    const body = isJsonObject(tool) && isJsonObject(tool.function) ? tool.function : tool;
    const { name, type = "" } = isJsonObject(body) ? body : {};
    const called2 = String(name ?? type);
    const number2 = (counts.get(called2) ?? 0) + 1;
    counts.set(called2, number2);
    return [number2 === 1 ? called2 : `${called2} (${number2})`, body];
  });
  return Object.fromEntries(named);
}
function diffOrder(before, after) {
  const [from, to] = [new Set(before), new Set(after)];
  const kept = after.filter((name) => from.has(name));
  const isSame = before.filter((name) => to.has(name)).every((name, place) => name === kept[place]);
  return isSame ? [] : [{ path: "order of the tools", before: before.join(", "), after: after.join(", ") }];
}

// src/conclude/changes/message-changes.ts
var mostMessages = 30;
var leastLines = 6;
var charactersOfLine = 440;
function showMessages(pairs2, lines, told = []) {
  const first = pairs2.slice(0, mostMessages);
  const own = Math.max(leastLines, Math.floor(lines / Math.max(1, first.length)));
  const known = new Set(told.map(identify));
  const shown = first.map((pair) => showMessage(pair, known.has(identify(pair)) ? null : own));
  return { shown, more: pairs2.length - shown.length };
}
function identify({ base, candidate }) {
  return canonicalJson([base?.message, candidate?.message]);
}
function showSame({ message, place }, basePlace) {
  const { role } = message;
  const [first = "", ...rest] = messageText(message).split("\n");
  const gap = { kind: "gap", text: count(rest.length, "equal line") };
  return {
    change: "same",
    base: { role, place: basePlace + 1 },
    candidate: { role, place: place + 1 },
    added: 0,
    removed: 0,
    lines: [
      { kind: "same", text: first.length > charactersOfLine ? clipLine(first, [], charactersOfLine) : first },
      ...rest.length === 0 ? [] : [gap]
    ]
  };
}
function showMessage(pair, lines) {
  const { change, base, candidate } = pair;
  const rows = listRows(pair);
  const count3 = (kind) => rows.filter((row) => row.kind === kind).length;
  return {
    change,
    base: base && nameMessage(base),
    candidate: candidate && nameMessage(candidate),
    added: count3("added"),
    removed: count3("removed"),
    lines: lines === null ? [] : showRows(rows, [], { lines, characters: charactersOfLine })
  };
}
function listRows({ base, candidate }) {
  const listWhole = (kind, { message }) => messageText(message).replace(/\n$/, "").split("\n").map((text) => ({ kind, text }));
  if (candidate === null) return base === null ? [] : listWhole("removed", base);
  if (base === null) return listWhole("added", candidate);
  const rows = diffTexts(messageText(base.message), messageText(candidate.message));
  if (rows.length > 0) return rows;
  const [before, after] = [base, candidate].map(({ message: { role: _, content: __, ...rest } }) => writeJson(rest, 2));
  return diffTexts(before ?? "", after ?? "");
}
function nameMessage({ message, place }) {
  return { role: message.role, place: place + 1 };
}

// src/conclude/changes/setting-changes.ts
var mostSettings = 60;
var longestValue = 160;
var longestPath = 160;
function showSettings(changes) {
  const shown = changes.slice(0, mostSettings).map(showSetting);
  return { shown, more: changes.length - shown.length };
}
function showSetting({ path, before, after }) {
  const [from, to] = [writeValue(before), writeValue(after)];
  const isPair = from !== null && to !== null && Math.max(from.length, to.length) > longestValue;
  const [left, right] = isPair ? findChanges(from, to) : [[], []];
  return {
    path: cutText(path, longestPath),
    before: from && clip2(from, left),
    after: to && clip2(to, right)
  };
}
function writeValue(value2) {
  if (value2 === void 0) return null;
  const isPlain = typeof value2 === "string" && /^\S(.*\S)?$/s.test(value2) && parseJson(value2) === void 0;
  return isPlain ? value2 : writeJson(value2);
}
function clip2(text, spans) {
  return text.length > longestValue ? clipLine(text, spans, longestValue) : text;
}

// src/conclude/changes/typical-case.ts
var mostCharacters = 5e6;
var shownLines = 80;
function showTypicalCase(prompt, pairs2) {
  const { base, candidate } = prompt;
  if (base === null || candidate === null || pairs2.length === 0) return null;
  const fill = (row2) => {
    const [before, after] = [fillSide(base, row2.base), fillSide(candidate, row2.candidate)];
    return before && after && [before, after];
  };
  const size = lengthOf([...base.messages, ...candidate.messages]);
  const row = chooseRow(prompt, fill, Math.ceil(mostCharacters / (size + 1)));
  const filled = row && fill(row);
  return filled ? { case: row.id, messages: showFilled(filled, pairs2) } : null;
}
function showFilled([before, after], told) {
  const pairs2 = pairMessages(before, after);
  const { shown, more } = showMessages(pairs2, shownLines, told);
  const [message, place] = [after.at(-1), after.length - 1];
  const isTold2 = pairs2.some(({ candidate }) => candidate?.place === place);
  return { shown: message && !isTold2 ? [...shown, showSame({ message, place }, before.length - 1)] : shown, more };
}
function chooseRow(prompt, fill, most3) {
  const rows = baseCases(prompt).filter(({ isSame }) => !isSame);
  const count3 = Math.min(rows.length, most3);
  const looked = Array.from(
    { length: count3 },
    (_, index) => rows[Math.floor(index * rows.length / count3)]
  );
  const measured = looked.flatMap((row) => {
    const filled = fill(row);
    return filled === null ? [] : [{ row, length: lengthOf(filled.flat()) }];
  });
  return measured.sort((a, b) => a.length - b.length)[measured.length - 1 >> 1]?.row ?? null;
}
function fillSide(side, row) {
  if (row === null) return null;
  const { messages, unknown: unknown2 } = renderPrompt(side, row.variables, row.messages);
  return unknown2.length > 0 ? null : messages;
}
function lengthOf(messages) {
  return messages.flatMap(textsOf).reduce((sum2, text) => sum2 + text.length, 0);
}

// src/conclude/changes/variable-changes.ts
var mostVariables = 100;
function compareVariables(prompt) {
  const [before, after] = [prompt.base, prompt.candidate].map(
    (side) => new Set(side === null ? [] : variablesOf(side))
  );
  const names = [.../* @__PURE__ */ new Set([...after ?? [], ...before ?? []])];
  const rows = baseCases(prompt).map(({ candidate }) => candidate.variables);
  const shown = names.slice(0, mostVariables).map((name) => {
    const readBy = before?.has(name) ? after?.has(name) ? "both" : "base" : "candidate";
    const values = rows.map((row2) => lookUpVariable(name, row2));
    const row = rows[values.findIndex((value2) => value2 !== void 0)];
    const side = readBy === "base" ? prompt.base : prompt.candidate;
    const otherwise = lookUpVariable(name, side?.defaults ?? {});
    const filled = values.filter((value2) => !isEmpty((value2 === void 0 ? otherwise : value2) ?? null)).length;
    return { name, column: row === void 0 ? null : findColumn(name, row), readBy, filled };
  });
  const read = new Set(shown.flatMap(({ column, readBy }) => readBy === "base" ? [] : [column]));
  const lost = shown.flatMap(({ column, readBy }) => readBy === "base" && column !== null ? [column] : []);
  const unread = [...new Set(lost)].filter((column) => !read.has(column));
  return { shown, more: names.length - shown.length, rows: rows.length, unread };
}
function findColumn(name, row) {
  const column = columnOf(name, row);
  const value2 = canonicalJson(row[column]);
  const isSource = (alias) => Object.hasOwn(row, alias) && [row[alias], answerIn(row[alias])].some((candidate) => canonicalJson(candidate) === value2);
  return aliasesOf(column).find(isSource) ?? column;
}
function isEmpty(value2) {
  if (typeof value2 === "string") return value2.trim() === "";
  if (Array.isArray(value2)) return value2.length === 0;
  return value2 === null || isJsonObject(value2) && Object.keys(value2).length === 0;
}

// src/conclude/changes/describe-changes.ts
var shownLines2 = 160;
function describeChanges(prompt) {
  const { base, candidate } = prompt;
  if (base === null || candidate === null || !hasChanged(prompt)) return null;
  const { messages, settings } = diffPrompts(base, candidate);
  return {
    messages: showMessages(messages, shownLines2),
    settings: showSettings(settings),
    variables: compareVariables(prompt),
    typical: showTypicalCase(prompt, messages)
  };
}

// src/conclude/planned.ts
function describeChange2(prompt) {
  const { id, change, base, candidate } = prompt;
  return {
    id,
    path: (candidate ?? base)?.path ?? id,
    change,
    isApplication: isApplication(prompt),
    basePath: base?.path ?? null,
    baseVersion: base?.version ?? null,
    candidateVersion: candidate?.version ?? null,
    reach: countReach(prompt),
    changes: describeChanges(prompt),
    guesses: candidate?.guesses ?? []
  };
}
function describeRows(plan) {
  return {
    cases: Math.max(0, ...plan?.prompts.map((prompt) => prompt.cases.length) ?? []),
    addedCases: plan?.addedCases ?? [],
    removedCases: plan?.removedCases ?? [],
    editedCases: plan?.editedCases ?? [],
    hashes: plan === null ? null : hashSuite(plan)
  };
}
function describeReach({ prompts }) {
  return prompts.flatMap((prompt) => {
    const reach = countReach(prompt);
    if (reach === null || reach.reached === reach.cases) return [];
    const where = namePrompt(prompt);
    if (reach.reached === 0) return [`${where}: both sides send the same requests, byte for byte`];
    return [
      `${where}: the change reaches ${reach.reached} of ${reach.cases} cases; the others send the same request on both sides`
    ];
  });
}
function hashSuite(plan) {
  const rows = plan.prompts.flatMap((prompt) => prompt.cases.map((row) => row.scoring.hash));
  const metrics = plan.prompts.flatMap((prompt) => prompt.metrics.map((metric) => metric.hash));
  const shorten2 = (hashes) => contentHash([...new Set(hashes)].sort()).slice(0, 12);
  return { dataset: shorten2(rows), metrics: shorten2(metrics) };
}

// src/conclude/dry-run-report.ts
function buildDryRunReport(run) {
  const { sides, selections, plans, estimate } = run;
  const title = "Not judged: a dry run asks nothing, so nothing is known.";
  return {
    ...buildReportFrame(run),
    verdict: "inconclusive",
    green: true,
    title,
    reasons: [title],
    notices: [...sides.notices, ...plans.flatMap((plan) => plan.notices)].map(closeSentence),
    notes: [`At most it would take: ${renderRunEstimate(estimate)}.`, ...plans.flatMap(describeReach)],
    suites: selections.map((selection) => planSuite(selection, plans)),
    warnings: gatherProblems([...sides.warnings, ...plans.flatMap((plan) => plan.warnings)]),
    examples: sides.config.report.examples,
    budgetUsd: sides.config.budget.perRunUsd
  };
}
function planSuite({ suite, affected, reason }, plans) {
  const plan = plans.find(({ config }) => config.name === suite.name) ?? null;
  return {
    name: suite.name,
    status: affected ? "run" : "skipped",
    reason,
    verdict: affected ? "inconclusive" : null,
    prompts: plan?.prompts.map(planPrompt) ?? [],
    ...describeRows(plan),
    baseline: null,
    noise: null,
    notes: plan?.notes ?? []
  };
}
function planPrompt(prompt) {
  const measured = { baseline: null, candidate: null, costRatio: null, latencyRatio: null, costVerdict: null };
  return { ...describeChange2(prompt), ...measured, latencyVerdict: null, promptTokens: null, likeness: null };
}

// src/gate/ground.ts
function keyOfGround({ kind, suite, prompt, subject }) {
  return JSON.stringify([kind, suite, prompt, subject]);
}

// src/gate/acceptance.ts
function acceptGrounds(by, accepted) {
  const known = new Set(accepted.map((ground) => `${ground.verdict} ${keyOfGround(ground)}`));
  const isKnown = (verdict, ground) => known.has(`${verdict} ${keyOfGround(ground)}`);
  return {
    by,
    covers: (ground) => ground.verdict !== "invalid" && (isKnown("fail", ground) || ground.verdict === "inconclusive" && isKnown("inconclusive", ground))
  };
}
function acceptNames(by, names) {
  return {
    by,
    covers: (ground) => ground.verdict === "fail" && listNames(ground).some((name) => names.includes(name))
  };
}
function listNames({ kind, suite, prompt, subject }) {
  const names = { rows: [subject, suite], prompt: [prompt, subject], "answer-key": [subject] };
  const own = kind in names ? names[kind] : [];
  return own.filter((name) => name !== null);
}
function isGreenFor(acceptance, grounds) {
  return grounds.every((ground) => !ground.blocks || acceptance?.covers(ground) === true);
}

// src/gate/weigh.ts
function weigh(findings, settings, acceptance) {
  const heard = findings.length > 0 ? findings : [nothingJudged];
  const grounds = listGrounds(heard, settings);
  return {
    verdict: combineVerdicts(heard.map(({ verdict }) => verdict)),
    green: isGreenFor(acceptance, grounds),
    grounds,
    suites: weighSuites(heard, settings)
  };
}
var nothingJudged = {
  kind: "unjudged",
  suite: null,
  prompt: null,
  subject: null,
  verdict: "invalid",
  blocks: null
};
function weighSuites(findings, settings) {
  const named = findings.flatMap(({ suite }) => suite === null ? [] : [suite]);
  return new Map(
    [.../* @__PURE__ */ new Set([...settings.keys(), ...named])].flatMap((name) => {
      const own = findings.filter(({ suite }) => suite === null ? settings.has(name) : suite === name);
      return own.length === 0 ? [] : [[name, combineVerdicts(own.map(({ verdict }) => verdict))]];
    })
  );
}
function listGrounds(findings, settings) {
  const weighed = findings.flatMap(
    ({ kind, suite, prompt, subject, verdict, blocks }) => verdict === "pass" ? [] : [{ kind, suite, prompt, subject, verdict, blocks: blocks ?? isRed(verdict, suite, settings) }]
  );
  return [...new Map(weighed.map((ground) => [`${ground.verdict} ${keyOfGround(ground)}`, ground])).values()];
}
function isRed(verdict, suite, settings) {
  if (verdict !== "inconclusive") return true;
  const own = [...settings].filter(([name]) => suite === null || name === suite);
  return own.some(([, one]) => !isGreen(verdict, one));
}

// src/report/words/asked.ts
var many = 5;
var maxNamed2 = 3;
function explainAsked({ verdict, asked }) {
  const isOpen2 = (one) => one === "pass" || one === "inconclusive";
  if (!isOpen2(verdict)) return [];
  const open = asked.filter((one) => isOpen2(one.verdict));
  const repeated = open.filter(({ contents, byChance }) => contents >= many && byChance !== 0);
  return [...repeated.map(explainVersions), ...explainRows(open)];
}
function explainVersions({ suite, verdict, cases, contents, byChance }) {
  const rows = `${cases === null ? "the cases" : `the ${count(cases, "case")}`} of ${inCode(suite)}`;
  const versions = `This pull request has put ${contents} versions to ${rows}`;
  if (byChance === null) return `${versions}: the more tries, the sooner one passes by luck.`;
  const series = `had each been as bad as the margin, about ${Math.round(100 * byChance)} in 100 such series would have shown a pass by chance`;
  const next = verdict === "pass" ? "" : " by now, so that another try tells less than fresh cases do";
  return `${versions}: ${series}${next} (docs/statistics.md).`;
}
function explainRows(asked) {
  return [...new Set(asked.map(({ rows }) => rows))].flatMap((rows) => {
    const suites = asked.filter((one) => one.rows === rows);
    const everywhere = suites.find((one) => one.everywhere !== null)?.everywhere ?? null;
    if (everywhere === null || everywhere.pullRequests < 2 || everywhere.questions < many) return [];
    const { questions, pullRequests, isWhole } = everywhere;
    const names = listInCode(
      suites.map(({ suite }) => suite),
      maxNamed2
    );
    return [
      `The rows of ${names} were asked ${isWhole ? "" : "at least "}${questions} times by ${count(pullRequests, "pull request")} since they last changed: add fresh cases, or keep some aside that no prompt is tuned on.`
    ];
  });
}

// src/gate/asked.ts
var maxContents = 50;
var digestDigits = 6;
function digestContent(key) {
  return key.slice(0, digestDigits);
}
function addQuestion(before, { suite, rows, content }, suites) {
  const known = before.filter((one) => one.rows === rows);
  const own = known.find((one) => one.suite === suite) ?? known.find((one) => !suites.has(one.suite));
  const others = before.filter((one) => one !== own && one.suite !== suite);
  if (own?.contents.includes(content)) return [...others, { ...own, suite }];
  const contents = [content, ...own?.contents ?? []].slice(0, maxContents);
  return [...others, { suite, rows, count: (own?.count ?? 0) + 1, contents }];
}
function sumAsked(pullRequests, rows) {
  const counts = pullRequests.map((asked) => Math.max(0, ...asked.filter((one) => one.rows === rows).map(({ count: count3 }) => count3))).filter((count3) => count3 > 0);
  return { questions: counts.reduce((sum2, count3) => sum2 + count3, 0), pullRequests: counts.length };
}
function chanceOfPass(alpha2, versions) {
  return 1 - (1 - alpha2) ** versions;
}

// src/conclude/asked.ts
function countAsked(run, metrics) {
  const { askedBefore, others, selections, earlier } = run;
  if (askedBefore === null) return [];
  const suites = new Set(selections.map(({ suite }) => suite.name));
  const judged = selections.flatMap((selection) => judgeSelection(run, selection, metrics));
  const isJudged = (one) => judged.some(({ question }) => question.suite === one.suite);
  const known = listStanding(
    askedBefore,
    earlier.filter((one) => !isJudged(one))
  );
  const asked = judged.reduce((before, { question }) => addQuestion(before, question, suites), askedBefore);
  const counted = judged.map(({ question: { suite, rows }, verdict, cases, alpha: alpha2 }) => {
    const contents = asked.find((one) => one.suite === suite)?.count ?? 1;
    const byChance = alpha2 === null ? null : chanceOfPass(alpha2, contents);
    return { suite, verdict, rows, cases, contents, byChance };
  });
  return [...counted, ...known].map((one) => ({
    ...one,
    everywhere: { ...sumAsked([asked, ...others.asked], one.rows), isWhole: others.isWhole }
  }));
}
function listStanding(askedBefore, standing) {
  return standing.flatMap(({ suite, key, verdict }) => {
    const own = askedBefore.find((one) => one.suite === suite && one.contents.includes(digestContent(key)));
    if (own === void 0) return [];
    return [{ suite, verdict, rows: own.rows, cases: null, contents: own.count, byChance: null, everywhere: null }];
  });
}
function judgeSelection({ decision, reached }, { suite: { name: suite }, affected, contentKey }, metrics) {
  const plan = decision.suites.find(({ config }) => config.name === suite);
  const rows = plan?.rows ?? null;
  const verdict = reached.suites.get(suite) ?? "pass";
  const gating = metrics.map(({ row }) => row).filter((row) => row.suite === suite && isComparison(row));
  if (!affected || rows === null || verdict === "invalid" || gating.length === 0) return [];
  const tested = gating.filter(({ small }) => !small);
  const isHopeless = plan?.config.gate.target === "inputs" && !tested.every(mayPass);
  return [
    {
      question: { suite, rows, content: digestContent(contentKey) },
      verdict,
      cases: Math.max(...gating.map(({ cases }) => cases)),
      alpha: tested.length === 0 ? null : isHopeless ? 0 : Math.max(...tested.map(({ alpha: alpha2 }) => alpha2))
    }
  ];
}
function isComparison({ gates, baselineSource }) {
  return gates && baselineSource !== "none";
}

// src/conclude/grounds/recorded.ts
function stateRecorded(recorded) {
  const { suite, verdict, title } = recorded;
  const untold = verdict === "pass" ? [] : [`${inCode(suite)}: ${title}`];
  return { findings: listFindings2(recorded), verdict, title, told: [], untold };
}
function listFindings2({ suite, verdict, grounds }) {
  if (grounds.some((ground) => ground.verdict === verdict)) return grounds;
  return [...grounds, { kind: "unjudged", suite, prompt: null, subject: null, verdict, blocks: null }];
}

// src/conclude/statement.ts
function state(verdict, id, title, reason) {
  return { findings: [{ ...id, verdict, blocks: null }], verdict, title, told: [], untold: [reason] };
}
function stateAtOnce(verdict, id, reason, opening2 = "") {
  const told = verdict === "pass" ? [] : [reason];
  return { findings: [{ ...id, verdict, blocks: null }], verdict, title: `${opening2}${reason}`, told, untold: [] };
}
var wholeRun = { kind: "unjudged", suite: null, prompt: null, subject: null };

// src/conclude/short-reports.ts
function buildIdleReport(facts, selections, notices) {
  const { base, candidate } = facts.request;
  const isSame = listChangedPaths(base.tree, candidate.tree).length === 0;
  const suites = selections.map((selection) => describeSuite(selection, null));
  return {
    ...buildReportFrame(facts),
    verdict: "pass",
    green: true,
    title: selections.length === 0 ? "Nothing is gated here." : "No prompt and nothing a suite depends on changed.",
    notices: [...isSame ? [explainSame(base, candidate)] : [], ...notices].map(closeSentence),
    suites
  };
}
function explainSame(base, candidate) {
  const [before, after] = [base, candidate].map(({ label: label2, tree: { commit } }) => {
    return /^[0-9a-f]{7,64}$/.test(commit) ? `${label2} ${inCode(commit.slice(0, 7))}` : label2;
  });
  return `no file differs between ${before} and ${after}; to see what an earlier commit changed, name a base before it (in a terminal: ${inCode("--base HEAD~1")})`;
}
function buildRepairReport(facts, brokenConfig, notices) {
  const title = closeSentence(`main's config gated nothing: ${brokenConfig}`);
  return {
    ...buildReportFrame(facts),
    verdict: "inconclusive",
    green: true,
    title,
    reasons: [title],
    grounds: [{ ...wholeRun, verdict: "inconclusive", blocks: false }],
    notices: notices.map(closeSentence)
  };
}
function buildRepublishedReport(facts, selections, known, askedBefore) {
  const { acceptance } = facts.request;
  const recorded = known.flatMap((one) => stateRecorded(one).findings);
  const { verdict, green, grounds, suites } = weigh(recorded, /* @__PURE__ */ new Map(), acceptance);
  const decisive = known.filter((one) => one.verdict === verdict);
  const [first] = decisive;
  if (first === void 0) throw new Error("nothing is recorded");
  const titles = verdict === "pass" ? [] : [...new Set(decisive.map((one) => one.title))];
  const accepted = explainAcceptance(acceptance, grounds);
  const note = `The same content was judged before, at ${first.head.slice(0, 7)}: that verdict stands and nothing was asked again.`;
  const asked = listStanding(askedBefore ?? [], known);
  const isOpen2 = known.some(({ look }) => look !== void 0);
  return {
    ...buildReportFrame(facts),
    verdict,
    green,
    title: first.title,
    reasons: titles,
    details: titles.slice(1),
    grounds,
    notes: [
      ...accepted === null ? [] : [accepted],
      note,
      ...isOpen2 ? [sameLook] : [],
      ...explainAsked({ verdict, asked })
    ],
    asked,
    suites: selections.map((selection) => describeSuite(selection, suites.get(selection.suite.name) ?? null)),
    contentKeys: listContentKeys(selections)
  };
}
var sameLook = "It waits for a second look, which has to be at the very outputs of the first one and those that it wanted.";
function listContentKeys(selections) {
  const affected = selections.filter((selection) => selection.affected);
  return Object.fromEntries(affected.map(({ suite, contentKey }) => [suite.name, contentKey]));
}
function limitVerdict(report, part) {
  if (report.verdict !== "pass") return report;
  const title = `Not judged: ${describePart(part)}, and nothing speaks against the change.`;
  const suites = report.suites.map(
    (suite) => suite.verdict === "pass" ? { ...suite, verdict: "inconclusive" } : suite
  );
  return { ...report, verdict: "inconclusive", title, reasons: [title], suites };
}
function buildInvalidReport(facts, error) {
  const green = error instanceof MissingKeyError && facts.request.onNoKey === "warn";
  return { ...buildReportFrame(facts), ...explainInvalid(error.problems), green };
}
function buildFailedReport(problems) {
  return { ...buildBareFrame(noCalls), ...explainInvalid(problems) };
}
function explainInvalid(errors) {
  const reasons = errors.map((problem) => renderProblem({ ...problem, hint: "" }));
  const isOne = reasons.length === 1;
  const title = closeSentence(
    `could not be judged: ${isOne ? reasons[0] : count(reasons.length, "mistake to mend", "mistakes to mend")}`
  );
  return { verdict: "invalid", green: false, title, reasons, errors };
}
function describeSuite({ suite, affected, reason }, verdict) {
  return {
    name: suite.name,
    status: affected ? "run" : "skipped",
    reason,
    verdict,
    prompts: [],
    ...describeRows(null),
    baseline: null,
    noise: null,
    notes: []
  };
}

// src/gate/renewal.ts
var window = 10;
function adviseRenewal(uses, baseline) {
  const recent = uses.filter((use) => use.baseline === baseline).slice(0, window);
  const fresh = recent.filter((use) => use.outcome === "fresh").length;
  if (2 * fresh <= window) return null;
  return `${fresh} of the last ${recent.length} pull requests on this stored baseline needed a fresh round: re-baseline main`;
}

// src/report/arm.ts
function summariseArm(model, results, prices) {
  if (results.length === 0) return null;
  const answers = results.filter((result) => result.status === "answered");
  const price = priceOf(model, prices);
  const costs = answers.map((answer) => costOfAnswer(answer, price));
  const cost = costs.reduce((sum2, one) => sum2 === null || one === null ? null : sum2 + one, 0);
  const finishReasons = {};
  for (const { finishReason } of answers) finishReasons[finishReason] = (finishReasons[finishReason] ?? 0) + 1;
  const count3 = (holds) => answers.filter(holds).length;
  const unavailable = results.filter((result) => result.status === "unavailable");
  return {
    model,
    answeredAs: [...new Set(answers.flatMap((answer) => answer.model ?? []))].sort(),
    answered: answers.length,
    rejected: results.filter((result) => result.status === "rejected").length,
    unavailable: unavailable.length,
    unavailableReasons: [...new Set(unavailable.map((result) => result.reason))].slice(0, 5),
    hung: results.filter(({ hung }) => hung !== void 0).length,
    finishReasons,
    empty: count3(({ broken }) => broken === "empty"),
    refused: count3(({ broken }) => broken === "refused"),
    truncated: count3(({ broken }) => broken === "truncated"),
    reasoningDropped: count3(({ reasoningDropped }) => reasoningDropped),
    inputTokens: sum(answers.map((answer) => answer.usage?.inputTokens ?? 0)),
    outputTokens: sum(answers.map((answer) => answer.usage?.outputTokens ?? 0)),
    costMicroUsd: cost,
    costPerThousandMicroUsd: cost === null || answers.length === 0 ? null : Math.round(cost * 1e3 / answers.length),
    // A stored answer has no time of its own.
    latencyMedianMs: median(answers.map((answer) => answer.latencyMs).filter((ms) => ms > 0)),
    lengthMedian: median(answers.map((answer) => answer.length))
  };
}
function sum(values) {
  return values.reduce((total, value2) => total + value2, 0);
}
function median(values) {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  return sorted.length % 2 === 1 ? upper : (upper + sorted[middle - 1]) / 2;
}

// src/report/compare-command.ts
function renderCompareCommand(flags) {
  const words4 = [
    ...["prompt-assay", "compare", "--baseline", "baseline-scores.jsonl", "--candidate", "scores.jsonl"],
    ...flags.metrics.flatMap((name) => renderFlag("metric", name)),
    ...[...flags.directions].flatMap(([name, direction]) => renderFlag("direction", `${name}=${direction}`)),
    ...renderRules(flags, ""),
    ...[...flags.suites].flatMap(([suite, rules]) => renderRules(rules, `${suite}=`))
  ];
  return words4.map(quoteWord).join(" ");
}
function renderRules(rules, scope) {
  return Object.keys(ruleFlags).flatMap((rule) => {
    const value2 = rules[rule] ?? null;
    return value2 === null ? [] : renderFlag(ruleFlags[rule], `${scope}${value2}`);
  });
}
function renderFlag(name, value2) {
  return value2.startsWith("-") ? [`--${name}=${value2}`] : [`--${name}`, value2];
}
function quoteWord(word) {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

// src/conclude/compare-flags.ts
function listCompareFlags(plans, comparisons) {
  const gating = comparisons.filter(({ gates, direction }) => gates && direction !== "neutral");
  if (gating.length === 0) return null;
  const compared = plans.filter(({ prompts }) => prompts.some(isCompared));
  const filed = plans.flatMap(
    ({ prompts }) => prompts.flatMap(({ suite, id: prompt, metrics }) => metrics.map(({ name: metric }) => ({ suite, prompt, metric })))
  );
  return {
    ...defaultCompareFlags,
    ...shareRules(compared, comparisons),
    metrics: gating.length === filed.length ? [] : nameAmong(gating, filed),
    directions: nameDirections(comparisons)
  };
}
function nameDirections(comparisons) {
  const turned = comparisons.filter(({ direction }) => direction !== "higher");
  return new Map(
    turned.map((one) => {
      const alike = turned.filter(({ direction }) => direction === one.direction);
      return [nameAlone(one, alike, comparisons), one.direction];
    })
  );
}
function shareRules(plans, comparisons) {
  const own = plans.map((plan) => [plan.config.name, readRules(plan, isProven(plan, comparisons))]);
  const keys = Object.keys(ruleFlags);
  const isShared = (key) => new Set(own.map(([, rules]) => rules[key])).size === 1;
  const pick = (rules, wanted) => Object.fromEntries(wanted.filter((key) => rules[key] !== null).map((key) => [key, rules[key]]));
  const single = keys.filter((key) => !isShared(key));
  const suites = own.map(([name, rules]) => [name, pick(rules, single)]);
  return {
    ...own[0] !== void 0 && pick(own[0][1], keys.filter(isShared)),
    suites: new Map(suites.filter(([, rules]) => Object.keys(rules).length > 0))
  };
}
function isProven({ config: { name } }, comparisons) {
  return comparisons.some(({ suite, proven }) => suite === name && proven);
}
function readRules({ config: { gate, samples } }, isProven2) {
  const own = (value2, usual) => value2 === usual ? null : value2;
  const isSingle = gate.target === "inputs" && samples === 1;
  const settle2 = isSingle ? own(gate.settle, defaultGate.settle) : null;
  const isTwoLook = isSingle && (gate.resample === "discordant" || settle2 !== null && !isProven2);
  return {
    margin: gate.margin,
    alpha: own(gate.alpha, defaultGate.alpha),
    minCases: own(gate.minCases, defaultGate.minCases),
    minDrop: own(gate.minDrop, defaultGate.minDrop),
    driftAllowance: own(gate.driftAllowance, defaultGate.driftAllowance),
    target: own(gate.target, defaultGate.target),
    samples: own(samples, 1),
    onInconclusive: isGreen("inconclusive", gate) ? null : "block",
    design: isTwoLook ? "two-look" : null,
    settle: isTwoLook ? settle2 : null
  };
}
function nameAmong(some, all) {
  return [...new Set(some.map((one) => nameAlone(one, some, all)))].sort();
}
function nameAlone(one, some, all) {
  const countIn = (ids) => ids.filter(({ metric }) => metric === one.metric).length;
  return countIn(some) === countIn(all) ? one.metric : qualifyName(one);
}

// src/conclude/hangs.ts
var mostHung = 0.01;
function noticeHangs(suites) {
  return suites.flatMap(
    (suite) => suite.prompts.flatMap(({ id, baseline, candidate }) => {
      const where = namePrompt({ suite: suite.name, id });
      return [describeHangs(where, "base", baseline), describeHangs(where, "candidate", candidate)].flat();
    })
  );
}
function describeHangs(where, name, arm) {
  if (arm === null) return [];
  const calls2 = arm.answered + arm.rejected + arm.unavailable;
  if (arm.hung <= calls2 * mostHung) return [];
  return [
    `${where}: ${arm.hung} of ${calls2} ${name} calls hung and were asked again, so that long answers may be missing`
  ];
}

// src/conclude/insights/likeness.ts
var mostCases2 = 1e3;
function compareLikeness(prompt, ledger, baseArm) {
  if (!isCompared(prompt)) return null;
  const [ours, theirs] = [readArm(ledger, prompt, baseArm), readArm(ledger, prompt, "candidate")];
  const pairs2 = prompt.cases.filter(({ isSame }) => !isSame).slice(0, mostCases2).flatMap(({ id }) => {
    const [base, candidate] = [ours, theirs].map((arm) => {
      const sample = arm.sample(id, 0);
      const result = sample === null ? null : ledger.recordOf(sample).result;
      return result?.status === "answered" ? result.output : null;
    });
    return base && candidate ? [[base, candidate]] : [];
  });
  if (pairs2.length === 0) return null;
  const same = pairs2.filter(([base, candidate]) => identify2(base) === identify2(candidate)).length;
  const sum2 = pairs2.reduce((total, [base, candidate]) => total + compareTexts(base.content, candidate.content), 0);
  return { cases: pairs2.length, same, mean: sum2 / pairs2.length };
}
function identify2({ content, toolCalls, refusal }) {
  return canonicalJson([content, toolCalls, refusal]);
}

// src/conclude/insights/prompt-tokens.ts
function measureTokens(prompt, ledger, baseArm) {
  if (!hasChanged(prompt)) return null;
  const [ours, theirs] = [readArm(ledger, prompt, baseArm), readArm(ledger, prompt, "candidate")];
  const pairs2 = baseCases(prompt).filter(({ isSame }) => !isSame).flatMap(({ id }) => {
    const [base, candidate] = [meanTokens(ours, id), meanTokens(theirs, id)];
    return base === null || candidate === null ? [] : [{ base, candidate }];
  });
  if (pairs2.length === 0) return null;
  return {
    base: mean(pairs2.map(({ base }) => base)),
    candidate: mean(pairs2.map(({ candidate }) => candidate)),
    cases: pairs2.length
  };
}
function meanTokens(arm, id) {
  const counts = arm.samples(id).flatMap((sample) => {
    const tokens = sample?.result.status === "answered" ? sample.result.usage?.inputTokens ?? 0 : 0;
    return tokens > 0 ? [tokens] : [];
  });
  return counts.length === 0 ? null : mean(counts);
}
function mean(values) {
  return values.reduce((sum2, value2) => sum2 + value2, 0) / values.length;
}

// src/statistics/repeat-success.ts
function repeatSuccess(trials, k) {
  if (k < 1) throw new RangeError("k is at least 1");
  const tasks = trials.filter((own) => own.length >= k);
  if (tasks.length === 0) return null;
  const mean2 = (share) => tasks.reduce((sum2, own) => sum2 + share(own.length, own.filter(Boolean).length), 0) / tasks.length;
  return { all: mean2((n, c) => choiceShare(c, n, k)), any: mean2((n, c) => 1 - choiceShare(n - c, n, k)) };
}
function choiceShare(m, n, k) {
  let share = 1;
  for (let drawn = 0; drawn < k; drawn += 1) share *= Math.max(0, m - drawn) / (n - drawn);
  return share;
}

// src/conclude/repeats.ts
function describeRepeats({ direction }, cases, samples, isBinary) {
  if (samples < 2 || !isBinary || direction === "neutral") return null;
  const best = direction === "lower" ? 0 : 1;
  const measure = (side) => {
    const trials = cases.map((row) => row[side].filter((score) => score !== null).map((score) => score === best));
    return repeatSuccess(trials, samples);
  };
  return { k: samples, baseline: measure("baseline"), candidate: measure("candidate") };
}

// src/conclude/describe-metric.ts
function describeMetric(run, prompt, metric, cases, samples) {
  const finding = ofMetric(run.reached.thresholds, prompt, metric);
  const isBit = (score) => score === null || score === 0 || score === 1;
  const binary = cases.every((row) => row.baseline.every(isBit) && row.candidate.every(isBit));
  return {
    kind: metric.kind,
    binary,
    repeats: describeRepeats(metric, cases, samples, binary),
    held: metric.held,
    refused: metric.refused,
    minScore: metric.minScore,
    minScoreOn: metric.minScoreOn,
    heldScore: finding?.result.value ?? null,
    belowMinScore: finding?.result.verdict === "fail"
  };
}

// src/conclude/insights/reasons.ts
var maxLength2 = 200;
var maxRead = 2e3;
var quoted = '"(?:[^"\\\\]|\\\\.)*"';
var value = `(?:the JSON )?${quoted}|(?:the number )?-?\\d[\\d.eE+-]*(?: ± [\\d.eE+-]+)?|true|false|null`;
var called = `(?:[\\w.:/-]+|${quoted})`;
var calls = `no tool|${called}(?:, ${called})*`;
var opening = /^(?:call \d+ of \d+: |\d+ of \d+ hold; check \d+ \([\w-]+\): |the answer was cut off at its token limit; )+/;
var advice = /(?:(?:differs only in|it would but for) [^"]+; normalize: \[[^"]+\] ignores it|from: fenced takes [^"]+)$/;
var pairs = [
  new RegExp(`^is (${value}), expected (${value})(?:, the nearest of \\d+ that would do)?$`),
  new RegExp(`^called (${calls}), expected (${calls})$`)
];
var number = /(\d+(?:\.\d+)?)/;
function readReason(reason) {
  const text = reason.slice(0, maxRead).replace(opening, "");
  const [told] = advice.exec(text) ?? [];
  return told === void 0 ? readPair(text) ?? readPieces(text) : readPieces(told);
}
function joinReasons(said) {
  const pieces = said.flatMap((one) => one.kind === "pieces" ? [one.pieces] : []);
  const answers = said.flatMap((one) => one.kind === "answer" ? [one] : []);
  return [...joinPieces(pieces), ...joinAnswers(answers)];
}
function joinPieces(texts) {
  const [first] = texts;
  if (first === void 0) return [];
  const joined = first.map(
    (piece, place) => place % 2 === 0 ? piece : joinNumbers(first, place, new Set(texts.map((pieces) => pieces[place] ?? "")))
  );
  return [{ cases: texts.length, what: { kind: "reason", reason: cutText(joined.join(""), maxLength2) } }];
}
function joinAnswers(answers) {
  const counts = /* @__PURE__ */ new Map();
  for (const { from } of answers) counts.set(from, (counts.get(from) ?? 0) + 1);
  const [first] = answers;
  if (first === void 0) return [];
  const { kind, to } = first;
  if (2 * Math.max(...counts.values()) < answers.length)
    return [{ cases: answers.length, what: { kind, to, from: null } }];
  return [...counts].map(([from, cases]) => ({ cases, what: { kind, to, from } }));
}
function readPair(text) {
  const [, to, from] = pairs.map((pair) => pair.exec(text)).find((match) => match !== null) ?? [];
  if (to === void 0 || from === void 0) return null;
  const [wanted, got] = [showValue(from), showValue(to)];
  if (wanted === got) return null;
  return { key: got, what: { kind: "answer", from: wanted, to: got } };
}
function showValue(written) {
  const plain = written.replace(/^the (?:JSON|number) /, "");
  const text = plain.startsWith('"') ? parseJson(plain) : plain;
  return cutText(typeof text === "string" ? text : plain, maxLength2);
}
function readPieces(text) {
  const pieces = cutText(text, maxLength2).split(number);
  const key = pieces.map((piece, place) => place % 2 === 0 ? piece : "#").join("\n");
  return { key, what: { kind: "pieces", pieces } };
}
function joinNumbers(pieces, place, numbers) {
  const [only] = numbers;
  if (only !== void 0 && numbers.size === 1) return only;
  const before = pieces.slice(0, place).join("");
  const isAlone = /(?:^|[\s(])$/.test(before) && /^(?:$|[\s),;:])/.test(pieces[place + 1] ?? "");
  const isQuoted = (before.match(/(?<!\\)"/g) ?? []).length % 2 === 1;
  if (!isAlone || isQuoted) return "…";
  const sorted = [...numbers].sort((a, b) => Number(a) - Number(b));
  return `${sorted[0]}–${sorted.at(-1)}`;
}

// src/conclude/insights/causes.ts
var fewest = 2;
var leastShare2 = 1 / 5;
var most = 3;
function findCauses(ledger, baseArm, { prompt, metric, cases }, belowMinScore) {
  if (metric.refused) return [];
  const broken = cases.filter((one) => isWorse(one.label) || belowMinScore && isBelow(metric, one.scores));
  const groups = /* @__PURE__ */ new Map();
  for (const one of broken) {
    const cause = findCause(ledger, baseArm, { ...one, prompt, metric, drop: null, case: one.row.id });
    if (cause === null) continue;
    const { key, said, kind } = cause;
    const group = groups.get(key) ?? { cases: 0, said: [], kind };
    groups.set(key, group);
    group.cases += 1;
    if (said !== null) group.said.push(said);
  }
  const of = broken.length;
  return [...groups.values()].flatMap(({ cases: own, said, kind }) => kind === null ? joinReasons(said) : [{ cases: own, what: { kind } }]).filter((cause) => cause.cases >= fewest && cause.cases >= leastShare2 * of).sort((a, b) => b.cases - a.cases).slice(0, most).map((cause) => ({ ...cause, of }));
}
function isBelow({ direction, minScore }, { candidate }) {
  const mean2 = sampleMean(candidate.filter((score) => score !== null));
  return mean2 !== null && minScore !== null && turnScore(mean2, direction) < turnScore(minScore, direction);
}
function findCause(ledger, baseArm, one) {
  const { prompt, metric, row, label: label2 } = one;
  const arm = row.isSame ? baseArm : "candidate";
  const index = chooseSample(ledger, [one], "candidate", arm);
  if (index === null) return null;
  const kind = nameEnd(ledger, prompt, arm, row.id, index);
  const before = isWorse(label2) ? chooseSample(ledger, [one], "baseline", baseArm) : null;
  if (kind !== null && (before === null || nameEnd(ledger, prompt, baseArm, row.id, before) !== kind)) {
    return { key: kind, kind, said: null };
  }
  const reason = factsOf(readArm(ledger, prompt, arm), metric, row.id)[index]?.reason ?? null;
  if (metric.kind !== "check" || reason === null) return null;
  const { key, what } = readReason(reason);
  return { key: `${what.kind}: ${key}`, kind: null, said: what };
}
function nameEnd(ledger, prompt, arm, id, index) {
  const result = readArm(ledger, prompt, arm).sample(id, index)?.result;
  if (result === void 0) return null;
  return result.status === "answered" ? result.broken : "missing";
}

// src/conclude/insights/first-samples.ts
function readFirstAnswers(ledger, prompt, baseArm) {
  if (prompt.metrics.every(({ kind }) => kind === "check")) return null;
  return { base: readFirst(ledger, prompt, baseArm), candidate: readFirst(ledger, prompt, "candidate") };
}
function readFirst(ledger, prompt, arm) {
  const own = readArm(ledger, prompt, arm);
  const samples = listSamples(ledger, prompt, arm, 0);
  const isLabelled = prompt.metrics.some((metric) => metric.kind === "judge" && metric.labels !== null);
  return {
    lengths: new Map(
      samples.flatMap(({ case: id, result }) => result.status === "answered" ? [[id, result.length]] : [])
    ),
    items: new Map(isLabelled ? samples.flatMap((sample) => identify3(ledger, sample)) : []),
    scores: new Map(
      prompt.metrics.map((metric) => {
        const known = prompt.cases.flatMap(({ id }) => {
          const score = scoresOf(own, metric, id)[0] ?? null;
          return score === null ? [] : [[id, score]];
        });
        return [metric.name, new Map(known)];
      })
    )
  };
}
function identify3(ledger, sample) {
  const { result } = ledger.recordOf(sample);
  if (result.status !== "answered") return [];
  const { suite, prompt, case: id } = sample;
  const item = identifyOutput({ suite, prompt, case: id, output: result.output });
  return item === null ? [] : [[id, item]];
}

// src/conclude/insights/pattern.ts
var fewest2 = 3;
var leastShare3 = 0.5;
var leastLift = 1.5;
function describePattern(labels, cases) {
  const worse = new Set(labels.filter(({ label: label2 }) => isWorse(label2)).map((one) => one.case));
  if (worse.size < fewest2) return null;
  const counts = /* @__PURE__ */ new Map();
  for (const row of cases) {
    for (const trait of listTraits(row)) {
      const { inWorse, inAll } = counts.get(trait) ?? { inWorse: 0, inAll: 0 };
      counts.set(trait, { inWorse: inWorse + (worse.has(row.id) ? 1 : 0), inAll: inAll + 1 });
    }
  }
  const [best] = [...counts].map(([trait, { inWorse, inAll }]) => ({
    trait,
    inWorse,
    share: inWorse / worse.size,
    usual: inAll / cases.length
  })).filter(({ inWorse, share, usual }) => inWorse >= fewest2 && share >= leastShare3 && share >= leastLift * usual).sort((a, b) => b.inWorse - a.inWorse || a.usual - b.usual || (a.trait < b.trait ? -1 : 1));
  return best === void 0 ? null : `${best.inWorse} of the ${worse.size} ${best.trait}`;
}
function listTraits({ scoring }) {
  const { expected } = scoring.variables;
  const tags = scoring.tags.map((tag) => `are tagged ${JSON.stringify(tag)}`);
  return typeof expected === "string" && expected.length <= 40 ? [...tags, `expect ${JSON.stringify(expected)}`] : tags;
}

// src/conclude/insights/tags.ts
var mostShown = 20;
var mostDifferent = 200;
function summariseTags(cases) {
  const byTag = /* @__PURE__ */ new Map();
  for (const one of cases) {
    for (const tag of new Set(one.row.scoring.tags)) {
      const own = byTag.get(tag);
      if (own === void 0) byTag.set(tag, [one]);
      else own.push(one);
    }
  }
  const [only] = byTag.values();
  if (byTag.size > mostDifferent || byTag.size === 1 && only?.length === cases.length) return [];
  return [...byTag].map(([tag, own]) => summarise(tag, own)).sort((a, b) => b.worse - a.worse || b.cases - a.cases || (a.tag < b.tag ? -1 : 1)).slice(0, mostShown);
}
function summarise(tag, cases) {
  const count3 = (...labels) => cases.filter(({ label: label2 }) => labels.includes(label2)).length;
  const paired = cases.filter(({ difference }) => difference !== null);
  const mean2 = (side) => sampleMean(paired.flatMap(({ scores }) => sampleMean(scores[side].filter((score) => score !== null)) ?? []));
  return {
    tag,
    cases: cases.length,
    worse: count3("worse", "regressed"),
    better: count3("better", "improved"),
    baselineMean: mean2("baseline"),
    candidateMean: mean2("candidate")
  };
}

// src/statistics/intercept.ts
function interceptAtZero(points) {
  const meanX = sampleMean(points.map(([x]) => x));
  const meanY = sampleMean(points.map(([, y]) => y));
  if (meanX === null || meanY === null || points.length < 3) return null;
  let covariance2 = 0;
  let variance = 0;
  for (const [x, y] of points) {
    covariance2 += (x - meanX) * (y - meanY);
    variance += (x - meanX) ** 2;
  }
  return variance < 1e-12 ? null : meanY - covariance2 / variance * meanX;
}

// src/judges/length-guard.ts
var narrowest = 0.8;
var widest = 1.25;
function explainLength(pairs2) {
  const known = pairs2.filter(({ baseLength, candidateLength }) => baseLength > 0 && candidateLength > 0);
  const ratios = known.map(({ baseLength, candidateLength }) => candidateLength / baseLength).sort((a, b) => a - b);
  const median2 = ratios[ratios.length >> 1];
  if (median2 === void 0 || median2 >= narrowest && median2 <= widest) return null;
  const adjusted = interceptAtZero(
    known.map((pair) => [Math.log(pair.candidateLength / pair.baseLength), pair.difference])
  );
  const plain = known.reduce((sum2, { difference }) => sum2 + difference, 0) / known.length;
  const lengths = `outputs are ${median2.toFixed(2)} times as long as the base's, and judges favour length`;
  if (adjusted === null) return lengths;
  const flips = plain * adjusted < 0 ? ", the other way round" : "";
  return `${lengths}: at equal length the difference would be ${renderScore(adjusted)} instead of ${renderScore(plain)}${flips}`;
}
function renderScore(difference) {
  const digits2 = Math.abs(difference).toFixed(2);
  return difference < 0 && Number(digits2) !== 0 ? `−${digits2}` : digits2;
}

// src/statistics/prediction-powered.ts
var import_stats_base_dists_t_quantile = __toESM(require_lib(), 1);
function predictionPoweredMean(unlabelled, labelled, alpha2) {
  const count3 = labelled.length;
  if (count3 < 2) return null;
  const lambda = chooseLambda(unlabelled, labelled);
  const rest = labelled.map(({ judge: judge2, human }) => human - lambda * judge2);
  const estimate = lambda * (sampleMean(unlabelled) ?? 0) + (sampleMean(rest) ?? 0);
  const variance = (lambda === 0 ? 0 : lambda ** 2 * (sampleSd(unlabelled) ?? 0) ** 2 / unlabelled.length) + (sampleSd(rest) ?? 0) ** 2 / count3;
  const reach = (0, import_stats_base_dists_t_quantile.default)(1 - alpha2 / 2, count3 - 1) * Math.sqrt(variance);
  return { estimate, lower: estimate - reach, upper: estimate + reach, lambda };
}
function chooseLambda(unlabelled, labelled) {
  if (unlabelled.length < 2) return 0;
  const all = sampleSd([...unlabelled, ...labelled.map(({ judge: judge2 }) => judge2)]) ?? 0;
  if (all < 1e-9) return 0;
  const best = covariance(labelled) / ((1 + labelled.length / unlabelled.length) * all ** 2);
  return Math.min(1, Math.max(0, best));
}
function covariance(labelled) {
  const judgeMean = sampleMean(labelled.map(({ judge: judge2 }) => judge2)) ?? 0;
  const humanMean = sampleMean(labelled.map(({ human }) => human)) ?? 0;
  const products = labelled.map(({ judge: judge2, human }) => (judge2 - judgeMean) * (human - humanMean));
  return products.reduce((sum2, one) => sum2 + one, 0) / (labelled.length - 1);
}

// src/statistics/rogan-gladen.ts
var import_stats_base_dists_normal_quantile = __toESM(require_lib2(), 1);
var leastYouden = 0.4;
function roganGladen(counts, alpha2) {
  const { positives, total, truePositives, actualPositives, trueNegatives, actualNegatives } = counts;
  if (total === 0 || actualPositives === 0 || actualNegatives === 0) return null;
  const [p, se, sp] = [positives / total, truePositives / actualPositives, trueNegatives / actualNegatives];
  const youden = se + sp - 1;
  if (youden < leastYouden - 1e-12) return null;
  const estimate = clip3((p + sp - 1) / youden);
  const variance = p * (1 - p) / total + estimate ** 2 * se * (1 - se) / actualPositives + (1 - estimate) ** 2 * sp * (1 - sp) / actualNegatives;
  const reach = (0, import_stats_base_dists_normal_quantile.default)(1 - alpha2 / 2, 0, 1) * Math.sqrt(variance) / youden;
  return { estimate, lower: clip3(estimate - reach), upper: clip3(estimate + reach) };
}
function clip3(share) {
  return Math.min(1, Math.max(0, share));
}

// src/judges/corrected.ts
function correctDifference(pairs2) {
  const labelled = pairs2.flatMap(({ judge: judge2, human }) => human === null ? [] : [{ judge: judge2, human }]);
  if (labelled.length < fewestPairs) return null;
  const unlabelled = pairs2.filter(({ human }) => human === null).map(({ judge: judge2 }) => judge2);
  const corrected = predictionPoweredMean(unlabelled, labelled, alpha);
  if (corrected === null) return null;
  const { estimate, lower, upper } = corrected;
  const proposed = pairs2.filter((pair) => pair.human !== null && pair.proposed).length;
  return { estimate, lower, upper, labelled: labelled.length, proposed };
}
function correctRate(scores, detection) {
  if (Math.min(detection.good, detection.bad) < fewestOfKind - 1e-9) return null;
  return roganGladen(
    {
      positives: scores.filter((score) => score === 1).length,
      total: scores.length,
      truePositives: detection.goodFound,
      actualPositives: detection.good,
      trueNegatives: detection.badFound,
      actualNegatives: detection.bad
    },
    alpha
  );
}
var alpha = 0.1;
var fewestPairs = 20;
var fewestOfKind = 10;

// src/conclude/insights/corrections.ts
function correctFigures(prompt, metric, answers) {
  if (metric.kind !== "judge" || metric.needs !== "output" || metric.labels === null || metric.refused) return null;
  const { labels } = metric;
  const kept = baseCases(prompt);
  const scoresOf2 = ({ scores }) => kept.flatMap(({ id }) => scores.get(metric.name)?.get(id) ?? []);
  const ids = kept.map(({ id }) => id);
  const difference = correctDifferenceOf(ids, metric, labels, answers);
  const rates = correctRates(scoresOf2(answers.base), scoresOf2(answers.candidate), labels);
  return difference === null && rates === null ? null : { difference, rates };
}
function correctDifferenceOf(ids, { name, direction }, labels, { base, candidate }) {
  const sign = direction === "lower" ? -1 : 1;
  const pairs2 = ids.flatMap((id) => {
    const [before, after] = [base.scores.get(name)?.get(id), candidate.scores.get(name)?.get(id)];
    if (before === void 0 || after === void 0) return [];
    const own = [base.items.get(id) ?? "", candidate.items.get(id) ?? ""];
    const [was, is] = own.map((item) => labels.scores.get(item));
    const human = was === void 0 || is === void 0 ? null : sign * (is - was);
    const proposed = own.some((item) => labels.proposed.has(item));
    return [{ judge: sign * (after - before), human, proposed }];
  });
  return correctDifference(pairs2);
}
function correctRates(base, candidate, { detection }) {
  const isBit = (score) => score === 0 || score === 1;
  if (detection === null || !base.every(isBit) || !candidate.every(isBit)) return null;
  const [before, after] = [correctRate(base, detection), correctRate(candidate, detection)];
  if (before === null || after === null) return null;
  return { baseline: before, candidate: after, labels: detection.labels };
}

// src/conclude/insights/disagreement.ts
var leastDistance = 0.5;
function findDisagreements(prompt, judge2, { scores }) {
  const checks = prompt.metrics.filter((metric) => metric.kind === "check" && metric.direction !== "neutral");
  if (judge2.kind === "check" || isPairwise(judge2) || checks.length === 0) return [];
  const goodness = ({ name, direction }, caseId) => {
    const score = scores.get(name)?.get(caseId) ?? null;
    if (score === null) return null;
    return direction === "lower" ? 1 - score : score;
  };
  return prompt.cases.flatMap(({ id }) => {
    const known = checks.flatMap((check) => goodness(check, id) ?? []);
    const judged = goodness(judge2, id);
    if (judged === null || known.length === 0) return [];
    const mean2 = known.reduce((sum2, one) => sum2 + one, 0) / known.length;
    return [{ id, distance: Math.abs(judged - mean2) }];
  }).filter(({ distance }) => distance >= leastDistance).sort((a, b) => b.distance - a.distance || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
}

// src/conclude/insights/label-next.ts
var unsureWithin = 0.15;
var most2 = 5;
function findLabelNext(metric, first, apart) {
  if (metric.kind !== "judge" || metric.needs !== "output" || metric.refused) return [];
  const isLabelled = (id) => metric.labels?.items.has(first.items.get(id) ?? "") === true;
  const scored = [...first.scores.get(metric.name) ?? []];
  const unsure = scored.filter(([, score]) => Math.abs(score - 0.5) <= unsureWithin).map(([id]) => id);
  const bad = scored.filter(([, score]) => (metric.direction === "lower" ? 1 - score : score) < 0.5).map(([id]) => id);
  return [.../* @__PURE__ */ new Set([...apart, ...unsure, ...bad])].filter((id) => !isLabelled(id)).slice(0, most2);
}

// src/conclude/insights/panel-disagreement.ts
var leastDistance2 = 0.5;
function findPanelDisagreement(prompt, panel, answers) {
  const members = prompt.metrics.filter(({ name }) => panel.members.includes(name)).map(({ name }) => name);
  const measure = ({ scores }) => prompt.cases.flatMap(({ id }) => {
    const known = members.flatMap((member) => scores.get(member)?.get(id) ?? []);
    if (known.length < members.length || known.length === 0) return [];
    return [{ id, distance: Math.max(...known) - Math.min(...known) }];
  });
  const [base, candidate] = [measure(answers.base), measure(answers.candidate)];
  const isApart = ({ distance }) => distance >= leastDistance2;
  return {
    outputs: base.length + candidate.length,
    apart: [...base, ...candidate].filter(isApart).length,
    cases: candidate.filter(isApart).sort((a, b) => b.distance - a.distance || (a.id < b.id ? -1 : 1)).map(({ id }) => id)
  };
}

// src/conclude/judge.ts
var maxNamed3 = 3;
function reportJudge({ decision }, { prompt, metric, cases }, answers) {
  if (metric.kind === "check" || answers === null) return { notes: [], corrections: null, labelNext: [] };
  const apart = findDisagreements(prompt, metric, answers.candidate);
  const length = explainLengths(cases, answers);
  return {
    notes: [
      ...metric.gates && metric.note !== null ? [metric.note] : [],
      ...metric.kind === "panel" ? describePanel(prompt, metric.panel, answers) : [],
      ...ofMetric(decision.checks, prompt, metric)?.notes ?? [],
      ...length === null ? [] : [length],
      ...apart.length === 0 ? [] : [`and the checks say opposite things most clearly of ${nameCases(apart)}`]
    ],
    corrections: correctFigures(prompt, metric, answers),
    labelNext: findLabelNext(metric, answers.candidate, apart)
  };
}
function describePanel(prompt, panel, answers) {
  const { members, absent, combine } = panel;
  const { outputs, apart, cases } = findPanelDisagreement(prompt, panel, answers);
  const quote = (names) => names.map((name) => JSON.stringify(name)).join(", ");
  const most3 = cases.length === 0 ? "" : `, of the candidate most clearly on ${nameCases(cases)}`;
  return [
    `takes the ${combine} of ${quote(members)}`,
    ...absent.length === 0 ? [] : [`leaves out ${quote(absent)}, which may not gate`],
    `is half the scale or more apart on ${apart} of ${outputs} answers${most3}`
  ];
}
function nameCases(ids) {
  return ids.slice(0, maxNamed3).map((id) => JSON.stringify(id)).join(", ");
}
function explainLengths(cases, { base, candidate }) {
  return explainLength(
    cases.flatMap(({ case: id, difference }) => {
      const [baseLength, candidateLength] = [base.lengths.get(id), candidate.lengths.get(id)];
      if (baseLength === void 0 || candidateLength === void 0 || difference === null) return [];
      return [{ baseLength, candidateLength, difference }];
    })
  );
}

// src/conclude/candidate-scores.ts
function candidateScores(plan, prompt, metric, ledger) {
  const rounds = planSamples(plan, prompt);
  const own = readArm(ledger, prompt, "candidate");
  return (isCompared(prompt) ? baseCases(prompt) : prompt.cases).map((row) => {
    const scores = scoresOf(own, metric, row.id).slice(0, rounds.get(row)?.tested ?? 1);
    return { cluster: row.cluster, candidate: scores };
  }).filter(({ candidate }) => candidate.length > 0);
}

// src/conclude/grounds/vacuous.ts
function stateVacuous(plan, ledger) {
  if (!plan.mayGate) return [];
  const own = plan.prompts.filter(({ shownOnly }) => !shownOnly);
  return own.flatMap(
    (prompt) => prompt.metrics.flatMap((metric) => {
      const reason = explainVacuous(plan, prompt, metric, ledger);
      if (reason === null) return [];
      const { suite, id } = prompt;
      const ground = { kind: "comparison", suite, prompt: id, subject: metric.name };
      const title = `${inCode(metric.name)} ${nothingMeasured}`;
      const name = nameComparison({ suite, prompt: id, metric: metric.name });
      return [state("inconclusive", ground, title, `${name}: ${reason}`)];
    })
  );
}
function explainVacuous(plan, prompt, metric, ledger) {
  if (prompt.base !== null || !metric.gates || isPairwise(metric) || metric.direction === "neutral") return null;
  const own = listScores(ledger, prompt, metric, "candidate", 0);
  const margin = resolveMargin(plan.config.gate, countQuestions(prompt.cases));
  return explainNothingAlone(candidateScores(plan, prompt, metric, ledger), margin, {
    direction: metric.direction,
    commonReason: describeCommonest(own)
  });
}

// src/conclude/new-metric.ts
function reportNewMetric(run, plan, prompt, metric) {
  const own = readArm(run.ledger, prompt, "candidate");
  const cases = prompt.cases.map(
    (row) => ({
      case: row.id,
      cluster: row.cluster,
      question: row.question,
      isSame: row.isSame,
      critical: row.critical,
      baseline: [],
      candidate: scoresOf(own, metric, row.id)
    })
  );
  const scores = cases.flatMap((row) => row.candidate.filter((score) => score !== null));
  const mean2 = scores.length === 0 ? null : scores.reduce((sum2, score) => sum2 + score, 0) / scores.length;
  const nothing = plan.mayGate ? explainVacuous(plan, prompt, metric, run.ledger) : null;
  const unscored = cases.filter((row) => row.candidate.every((score) => score === null)).length;
  const described = describeMetric(run, prompt, metric, cases, plan.config.samples);
  const rows = prompt.cases.map((row, index) => ({ row, scores: cases[index], label: "same" }));
  return {
    ...emptyComparison(plan, prompt, metric),
    ...described,
    cases: cases.length - unscored,
    unscored,
    missingCandidate: unscored,
    candidateMean: mean2,
    sentence: plan.brokenBase === null ? "New, nothing to compare." : "Measured alone, since main's side cannot be used.",
    remark: null,
    pattern: null,
    causes: findCauses(run.ledger, run.decision.baseArm, { prompt, metric, cases: rows }, described.belowMinScore),
    tags: [],
    notes: [],
    corrections: null,
    labelNext: [],
    ...nothing !== null && {
      verdict: "inconclusive",
      measuresNothing: true,
      reason: nothing,
      sentence: `New, and ${inCode(metric.name)} ${nothing}.`
    }
  };
}
function emptyComparison(plan, prompt, metric) {
  const { gate } = plan.config;
  const { alpha: alpha2 } = gate;
  const questions = countQuestions(prompt.cases);
  return {
    suite: prompt.suite,
    prompt: prompt.id,
    metric: metric.name,
    verdict: "pass",
    gates: metric.gates,
    direction: metric.direction,
    cases: 0,
    questions,
    reached: prompt.cases.length,
    clusters: null,
    effectiveClusters: null,
    worse: 0,
    better: 0,
    same: 0,
    unscored: 0,
    missingBaseline: 0,
    missingCandidate: 0,
    baselineMean: null,
    candidateMean: null,
    difference: null,
    lowerBound: null,
    upperBound: null,
    pValue: null,
    detectableDrop: null,
    casesToSettle: null,
    margin: resolveMargin(gate, questions),
    alpha: alpha2,
    samples: plan.config.samples,
    settled: false,
    looks: 0,
    baselineSource: "none",
    small: false,
    proven: false,
    gone: false,
    measuresNothing: false,
    commonReason: null,
    reason: "new, nothing to compare"
  };
}

// src/conclude/metrics.ts
function reportMetrics(run) {
  return run.decision.suites.flatMap(
    (plan) => plan.prompts.flatMap((prompt) => {
      if (isCompared(prompt)) return reportCompared(run, { plan, prompt });
      if (prompt.base !== null) return [];
      return prompt.metrics.map((metric) => ({ row: reportNewMetric(run, plan, prompt, metric), differing: [] }));
    })
  );
}
function reportCompared(run, compared) {
  const answers = readFirstAnswers(run.ledger, compared.prompt, run.decision.baseArm);
  return compared.prompt.metrics.map((metric) => {
    const measured = measureMetric(run, compared, metric);
    const row = reportComparison(run, measured, answers);
    return { row, differing: listDiffering(measured, row.belowMinScore) };
  });
}
function reportComparison(run, measured, answers) {
  const { plan, prompt, metric, comparison, cases } = measured;
  const { gate } = plan.config;
  const broken = run.decision.broken.filter((one) => isOfMetric(one, prompt, metric));
  const isBlocked = !isGreen("inconclusive", gate);
  const { title, detail, remark } = renderComparisonSentence(comparison, { target: gate.target, isBlocked, broken });
  const scores = cases.map((one) => one.scores);
  const described = describeMetric(run, prompt, metric, scores, comparison.samples);
  return {
    ...comparison,
    ...described,
    sentence: detail === "" ? title : `${title} ${detail}`,
    remark,
    pattern: describePattern(cases, prompt.cases),
    causes: findCauses(run.ledger, run.decision.baseArm, measured, described.belowMinScore),
    tags: summariseTags(cases),
    ...reportJudge(run, measured, answers)
  };
}

// src/conclude/moved.ts
var remarkable = { cost: 1.5, latency: 2 };
function listMoved({ suites, checks }, expenses) {
  return [
    ...suites.flatMap((plan) => plan.prompts.flatMap((prompt) => listSilenced(plan, prompt, checks))),
    ...expenses.flatMap(describeRise)
  ];
}
function listSilenced({ config }, prompt, checks) {
  const reports = new Set(config.metrics.filter(({ role }) => role === "report").map(({ name }) => name));
  return prompt.metrics.flatMap((metric) => {
    const held = ofMetric(checks, prompt, metric)?.held ?? null;
    if (held === null || held !== metric.held || reports.has(metric.name) || prompt.shownOnly) return [];
    const name = nameComparison({ suite: prompt.suite, prompt: prompt.id, metric: metric.name });
    return [`${name} does not gate in this run: ${held}`];
  });
}
function describeRise({ suite, prompt, expense, ratio, held }) {
  if (ratio === null || ratio.lower < remarkable[expense] || held?.verdict === "fail") return [];
  const times = Number(ratio.ratio.toPrecision(2));
  const what = expense === "cost" ? `costs ${times} times as much` : `takes ${times} times as long`;
  return [`an answer of ${namePrompt({ suite, id: prompt })} ${what} as on main`];
}

// src/conclude/settling.ts
var label = `the label ${inCode("prompt-assay:settle")}`;
function explainUnsettled({ unsettled }) {
  if (unsettled === null) return [];
  const size = renderSize(unsettled.estimate);
  return unsettled.why === "unasked" ? [
    `${label} may settle it, once, by a further round of at most ${size}: whoever may write here sets it on this head`
  ] : [
    `the further round that could settle it, of at most ${size}, does not fit the budget: raise that on main, then set ${label} on this head`
  ];
}
function describeRounds(plan) {
  const { gate: settings, samples } = plan.config;
  const compared = plan.prompts.filter(isCompared);
  const labelled = compared.flatMap(({ cases }) => cases.flatMap((row) => row.labelled ?? []));
  const noisy = labelled.length === 0 ? [] : [
    `${count(labelled.length, "noisy case is", "noisy cases are")} drawn ${Math.max(...labelled)} times on both sides from the start: kept answers of main's to ${labelled.length === 1 ? "it" : "them"} differ among themselves`
  ];
  const isSettled = compared.some((prompt) => {
    const design = chooseDesign(settings, countQuestions(baseCases(prompt)), samples);
    return maySettle({ settings, design, samples });
  });
  if (!isSettled) return noisy;
  const { first, last } = passShares(settings);
  const percent = (share) => `${Math.round(share * settings.alpha * 1e3) / 10} %`;
  const when = settings.settle === "on-request" ? "on request" : "at once";
  return [
    ...noisy,
    `what both looks leave open is settled ${when}, by ${settledTotal(settings)} samples of every case: a pass spends ${percent(first)} at the first look and ${percent(last)} after the further round, as the config set before the first answer`
  ];
}
function renderSize({ generationCalls, judgeCalls, costMicroUsd }) {
  const cost = costMicroUsd === null ? [] : [`about ${renderUsd(costMicroUsd / 1e6)}`];
  const judgements = judgeCalls === 0 ? [] : [count(judgeCalls, "judgement")];
  return [count(generationCalls, "answer"), ...judgements, ...cost].join(", ");
}

// src/conclude/build-report.ts
function buildReport(run) {
  const { reached, sides, selections, request } = run;
  const { suites: plans } = run.decision;
  const { verdict, green, title, reasons, details, grounds } = reached;
  const accepted = explainAcceptance(request.acceptance, grounds);
  const metrics = reportMetrics(run);
  const { cases, omitted } = reportCases(
    run,
    metrics.flatMap(({ differing }) => differing)
  );
  const asked = countAsked(run, metrics);
  const suites = selections.map((selection) => reportSuite(run, selection));
  const prompts = suites.flatMap((suite) => suite.prompts);
  const frame = buildReportFrame(run);
  const unpriced = explainUnpriced(
    sides.config,
    plans.flatMap((plan) => plan.prompts)
  );
  return {
    ...frame,
    verdict,
    green,
    title,
    reasons,
    details,
    grounds,
    notices: [
      ...sides.notices,
      ...prompts.flatMap((prompt) => explainMoves(prompt, frame, prompts.length > 1 ? prompt.id : null)),
      ...plans.flatMap((plan) => plan.notices),
      ...noticeHangs(suites),
      ...reached.news,
      ...explainWanted(run),
      ...explainUnsettled(run.decision),
      ...listMoved(run.decision, reached.expenses)
    ].map(closeSentence),
    metrics: metrics.map(({ row }) => row),
    compare: writeCompare(run),
    suites,
    cases,
    notes: [
      ...accepted === null ? [] : [accepted],
      ...explainAsked({ verdict, asked }),
      ...run.note === null ? [] : [run.note],
      ...plans.flatMap(describeReach),
      ...prompts.flatMap(describeReasoning),
      ...run.stored.warnings,
      ...unpriced === null ? [] : [unpriced],
      ...adviseRenewals(run),
      ...omitted === 0 ? [] : [`${omitted} more cases differ than are listed; scores.jsonl and outputs.jsonl hold them all`]
    ],
    warnings: gatherProblems([...sides.warnings, ...plans.flatMap((plan) => plan.warnings)]),
    screenUses: listScreenUses(run),
    asked,
    examples: sides.config.report.examples,
    budgetUsd: sides.config.budget.perRunUsd
  };
}
function explainWanted({ decision: { wanted } }) {
  if (wanted.length === 0) return [];
  return [
    `a second look is wanted before more can be said: needed.jsonl lists ${count(wanted.length, "output")} to make`
  ];
}
function writeCompare({ decision }) {
  const flags = listCompareFlags(decision.suites, decision.comparisons);
  return flags && renderCompareCommand(flags);
}
function reportSuite(run, selection) {
  const { suite, affected, reason } = selection;
  const plan = run.decision.suites.find((candidate) => candidate.config.name === suite.name);
  const compared = plan?.prompts.some(isCompared) ?? false;
  return {
    name: suite.name,
    status: affected ? "run" : "skipped",
    reason,
    verdict: run.reached.suites.get(suite.name) ?? null,
    prompts: plan?.prompts.map((prompt) => reportPrompt(run, prompt)) ?? [],
    ...describeRows(plan ?? null),
    baseline: compared ? describeBaseline(run, suite.name) : null,
    noise: run.stored.noise.get(suite.name) ?? null,
    notes: [
      ...plan?.notes ?? [],
      ...plan === void 0 ? [] : describeRounds(plan).map(closeSentence),
      ...selection.mayGate ? [] : ["new here: nothing of it gates until this is merged"]
    ]
  };
}
function describeReasoning({ id, baseline, candidate }) {
  const count3 = (baseline?.reasoningDropped ?? 0) + (candidate?.reasoningDropped ?? 0);
  if (count3 === 0) return [];
  const of = (baseline?.answered ?? 0) + (candidate?.answered ?? 0);
  return [
    `${count3} of ${of} answers of ${id} begin with a block of reasoning, which is left out ("reasoning: keep" judges it)`
  ];
}
function adviseRenewals(run) {
  const own = listScreenUses(run);
  return own.flatMap(({ baseline }) => adviseRenewal([...own, ...run.others.screenUses], baseline) ?? []);
}
function listScreenUses({ stored, decision }) {
  if (!decision.isScreened) return [];
  const outcome = decision.baseArm === "stored" ? "stored" : "fresh";
  return [...stored.identities.values()].map((baseline) => ({ baseline, outcome }));
}
function describeBaseline(run, suite) {
  const { decision, stored } = run;
  const reason = stored.reasons.get(suite) ?? "a fresh draw was asked for";
  if (decision.baseArm === "stored") return reason;
  if (run.note !== null) return "the base side's outputs were supplied as well";
  if (decision.isScreened) return `${reason}; it cannot decide this change, so the base side was run afresh`;
  const own = run.ledger.calls({ arm: "base" });
  const cost = costUsdOf(own);
  const price = cost === null || cost === 0 ? "" : `, ${renderUsd(cost)}`;
  const saving = own.asked === 0 ? "" : ` (${own.asked} calls${price}; a stored baseline saves most of them)`;
  return `the base side was run afresh: ${reason}${saving}`;
}
function reportPrompt(run, prompt) {
  const { baseArm } = run.decision;
  const { config } = run.sides;
  const { id, base, candidate } = prompt;
  const resultsOf = (arm) => listSamples(run.ledger, prompt, arm).map((sample) => sample.result);
  const expenseOf = (kind) => run.reached.expenses.find((one) => one.suite === prompt.suite && one.prompt === id && one.expense === kind);
  const [cost, latency] = [expenseOf("cost"), expenseOf("latency")];
  return {
    ...describeChange2(prompt),
    promptTokens: measureTokens(prompt, run.ledger, baseArm),
    likeness: compareLikeness(prompt, run.ledger, baseArm),
    baseline: base && summariseArm(base.model, resultsOf(baseArm), config.prices),
    candidate: candidate && summariseArm(candidate.model, resultsOf("candidate"), config.prices),
    costRatio: cost?.ratio ?? null,
    latencyRatio: latency?.ratio ?? null,
    costVerdict: cost?.held?.verdict ?? null,
    latencyVerdict: latency?.held?.verdict ?? null
  };
}

// src/conclude/grounds/comparisons.ts
function stateComparisons(plans, decision, uncompared) {
  if (uncompared !== null) return stateAtOnce("pass", wholeRun, uncompared);
  const short = shorten(decision);
  const headline = renderHeadline(short);
  const reasons = explainDecision(short, plans);
  const told = headline.saysReason ? reasons.slice(0, 1) : [];
  return {
    findings: listFindings3(decision),
    verdict: decision.verdict,
    title: headline.text,
    told,
    untold: reasons.slice(told.length)
  };
}
function listFindings3({ verdict, comparisons }) {
  const own = comparisons.filter(({ gates }) => gates).map(({ verdict: one, suite, prompt, metric }) => {
    return { kind: "comparison", suite, prompt, subject: metric, verdict: one, blocks: null };
  });
  return own.some((one) => one.verdict === verdict) ? own : [...own, { ...wholeRun, verdict, blocks: null }];
}
function shorten(decision) {
  const comparisons = shortenNames(decision.comparisons);
  const gating = comparisons.filter((one) => one.gates);
  const own = listDecisive({ ...decision, comparisons }).flatMap((one) => {
    if (one.reason === null) return [];
    return [gating.length === 1 ? one.reason : `${nameComparison(one)}: ${one.reason}`];
  });
  const reasons = own.length > 0 ? own : decision.reasons;
  return { ...decision, comparisons, reasons, broken: shortenNames(decision.broken) };
}
function listDecisive({ verdict, comparisons }) {
  return comparisons.filter((one) => one.gates && one.verdict === verdict);
}
function explainDecision(decision, plans) {
  if (decision.verdict === "pass") return [];
  const decisive = listDecisive(decision);
  if (decisive.length === 0 || decision.verdict === "invalid") return decision.reasons;
  const compared = plans.find((plan) => plan.prompts.some(isCompared));
  const target = compared?.config.gate.target ?? "inputs";
  return decisive.map((comparison) => {
    const broken = decision.broken.filter(
      (one) => one.metric === comparison.metric && one.prompt === comparison.prompt
    );
    const isProven2 = comparison.verdict === "fail" && broken.length === 0;
    if (isProven2 && decisive.length === 1) return renderProof(comparison);
    const { detail } = renderComparisonSentence(comparison, { target, isBlocked: !decision.green, broken });
    const told = isProven2 ? closeSentence(renderCounts(comparison)) : detail;
    return decisive.length > 1 ? `${nameComparison(comparison)}: ${told}` : told;
  });
}

// src/gate/expense-limit.ts
function decideExpense(ratio, limit2) {
  if (ratio === null) return "inconclusive";
  return ratio.lower <= 1 + limit2 ? "pass" : "fail";
}

// src/report/words/limit-words.ts
function explainThreshold({ minScore, on, direction }, { verdict, value: value2 }, binary) {
  if (verdict === "pass") return "the threshold is met";
  if (value2 === null) return "no case has a score to hold against min-score";
  const isLower = direction === "lower";
  const what = on === "mean" ? "mean" : `${isLower ? "upper" : "lower"} bound`;
  const [is, limit2] = [value2, minScore].map((score) => formatScore(score, binary));
  const side = isLower ? "above" : "below";
  if (verdict === "fail") return `the ${what} ${is} is ${side} the ${isLower ? "most" : "least"} allowed, ${limit2}`;
  return `the ${what} ${is} meets ${limit2}, but scores are missing that could miss it`;
}
function explainExpense(expense, ratio, limit2) {
  if (ratio === null) {
    const why = expense === "cost" ? "no price or no token counts are known" : "no two answers have a time";
    return `the ${expense} of an answer cannot be compared: ${why}`;
  }
  const [rise, least, most3, allowed] = [ratio.ratio - 1, ratio.lower - 1, ratio.upper - 1, limit2].map(renderPercent);
  return ratio.lower <= 1 + limit2 ? "the limit is kept" : `the ${expense} of an answer rose by ${rise} % (between ${least} and ${most3}); the most allowed is ${allowed} %`;
}
function renderPercent(share) {
  return String(Math.round(1e3 * share) / 10);
}

// src/statistics/log-ratio.ts
var import_stats_base_dists_t_quantile2 = __toESM(require_lib(), 1);
function logRatioInterval(pairs2) {
  const logs = pairs2.filter(([a, b]) => a > 0 && b > 0).map(([a, b]) => Math.log(b / a));
  const mean2 = sampleMean(logs);
  const sd = sampleSd(logs);
  if (mean2 === null || sd === null) return null;
  const reach = (0, import_stats_base_dists_t_quantile2.default)(0.95, logs.length - 1) * sd / Math.sqrt(logs.length);
  return { ratio: Math.exp(mean2), lower: Math.exp(mean2 - reach), upper: Math.exp(mean2 + reach) };
}

// src/conclude/grounds/expense.ts
function measureExpenses({ suites, baseArm }, ledger, prices) {
  return suites.flatMap(
    (plan) => plan.prompts.flatMap((prompt) => {
      const ratios = compareExpense(prompt, ledger, baseArm, prices);
      const { maxCostIncrease, maxLatencyIncrease } = plan.config.gate;
      const mayHold = plan.mayGate && isCompared(prompt);
      const measure = (expense, limit2) => {
        const ratio = ratios[expense];
        const held = mayHold && limit2 !== null ? { limit: limit2, verdict: decideExpense(ratio, limit2) } : null;
        return { suite: prompt.suite, prompt: prompt.id, expense, ratio, held };
      };
      return [measure("cost", maxCostIncrease), measure("latency", maxLatencyIncrease)];
    })
  );
}
function stateExpense({ suite, prompt, expense, ratio, held }) {
  if (held === null) return [];
  const sentence = `${namePrompt({ suite, id: prompt })}: ${explainExpense(expense, ratio, held.limit)}`;
  return [stateAtOnce(held.verdict, { kind: "expense", suite, prompt, subject: expense }, sentence)];
}
function compareExpense(prompt, ledger, baseArm, prices) {
  const [ours, theirs] = [readArm(ledger, prompt, baseArm), readArm(ledger, prompt, "candidate")];
  const pairs2 = prompt.cases.flatMap(({ id }) => {
    const [base, candidate] = [ours.sample(id, 0), theirs.sample(id, 0)];
    return base === null || candidate === null ? [] : [[base, candidate]];
  });
  const compare = (measure) => logRatioInterval(pairs2.map(([base, candidate]) => [measure(base), measure(candidate)]));
  return { cost: compare((sample) => costOf(prompt, sample, prices)), latency: compare(latencyOf) };
}
function costOf({ base, candidate }, { arm, result }, prices) {
  const model = (arm === "candidate" ? candidate : base)?.model ?? "";
  return result.status === "answered" ? costOfAnswer(result, priceOf(model, prices)) ?? 0 : 0;
}
function latencyOf({ result }) {
  return result.status === "answered" ? result.latencyMs : 0;
}

// src/conclude/grounds/gone.ts
function stateGoneJudges({ prompts }, ledger) {
  return prompts.filter((prompt) => prompt.base === null).flatMap(
    (prompt) => prompt.metrics.flatMap((metric) => {
      const gone2 = metric.gates ? findGone(ledger, prompt, metric, ["candidate"]) : null;
      if (gone2 === null) return [];
      const { suite, id } = prompt;
      const reason = `${nameComparison({ suite, prompt: id, metric: metric.name })}: ${gone2}`;
      return [state("inconclusive", { kind: "comparison", suite, prompt: id, subject: metric.name }, gone2, reason)];
    })
  );
}

// src/conclude/grounds/missing.ts
function stateMissing(plan, ledger, comparisons) {
  const judged = plan.prompts.filter(({ shownOnly }) => !shownOnly);
  return judged.flatMap((prompt) => {
    const missing = explainMissing(prompt, ledger, comparisons);
    const isSilent = missing.length === 0 && prompt.base === null;
    const reasons = isSilent ? explainUnscored(plan, prompt, ledger) : missing;
    const id = { kind: "unjudged", suite: prompt.suite, prompt: prompt.id, subject: null };
    return reasons.map((reason) => stateAtOnce("invalid", id, reason, "could not be judged: "));
  });
}
var drawnArms = ["base", "candidate"];
function explainMissing(prompt, ledger, comparisons) {
  const where = namePrompt(prompt);
  const refused = drawnArms.flatMap((arm) => explainRefused(arm, prompt, ledger));
  if (refused.length > 0) return refused.map((reason) => `${where}: ${reason}`);
  const gating = prompt.metrics.flatMap((metric) => {
    const own = ofMetric(comparisons, prompt, metric);
    return own?.gates && !own.gone ? [{ metric, verdict: own.verdict }] : [];
  });
  const invalid = gating.filter(({ verdict }) => verdict === "invalid");
  const silence = gating.length > 0 && invalid.length === 0 ? null : explainSilence(prompt, ledger);
  if (silence !== null) return [`${where}: ${silence}`];
  return invalid.flatMap(({ metric }) => {
    const said = drawnArms.flatMap((arm) => listScores(ledger, prompt, metric, arm));
    const missing = said.filter(({ score }) => score === null).map(({ reason }) => reason);
    return missing.length === 0 ? [] : [
      `${nameComparison({ suite: prompt.suite, prompt: prompt.id, metric: metric.name })}: ${explainGap("scores", said.length, missing)}`
    ];
  });
}
function explainRefused(arm, prompt, ledger) {
  const refusal = readArm(ledger, prompt, arm).refusal();
  return refusal === null ? [] : [`every ${arm} request was refused with ${refusal.httpStatus}: ${refusal.reason}`];
}
var answersOf = { base: "answers of the base", candidate: "answers of this change" };
function explainSilence(prompt, ledger) {
  const silent = drawnArms.flatMap((arm) => {
    const samples = listSamples(ledger, prompt, arm);
    const missing = samples.filter(isMissing);
    return lacksTooMany(missing.length, samples.length) ? [{ arm, samples, missing }] : [];
  });
  const [first] = silent;
  if (first === void 0) return null;
  const asked = silent.reduce((sum2, { samples }) => sum2 + samples.length, 0);
  const reasons = silent.flatMap(
    ({ missing }) => missing.map(({ result }) => "reason" in result ? result.reason : null)
  );
  return explainGap(silent.length === 1 ? answersOf[first.arm] : "answers", asked, reasons);
}
function isMissing({ result }) {
  return result.status === "unavailable" && result.gone !== true;
}
function explainUnscored(plan, prompt, ledger) {
  return prompt.metrics.flatMap((metric) => {
    if (findGone(ledger, prompt, metric, ["candidate"]) !== null) return [];
    const scores = metric.gates ? candidateScores(plan, prompt, metric, ledger) : [];
    const missing = scores.filter(({ candidate }) => candidate.includes(null)).length;
    if (!lacksTooMany(missing, scores.length)) return [];
    const said = listScores(ledger, prompt, metric, "candidate");
    const reasons = said.filter(({ score }) => score === null).map(({ reason: reason2 }) => reason2);
    const where = nameComparison({ suite: prompt.suite, prompt: prompt.id, metric: metric.name });
    const reason = findCommonest(reasons)?.reason ?? "no reason given";
    return [`${where}: ${missing} of ${count(scores.length, "case")} have no score: ${reason}`];
  });
}

// src/conclude/grounds/plan.ts
function stateShrinks({ config: { name: suite }, shrinks }) {
  return shrinks.map(
    ({ kind, prompt, subject, title, sentence }) => state("fail", { kind, suite, prompt, subject }, title, `${inCode(suite)}: ${sentence}`)
  );
}
function stateBrokenBase({ config: { name: suite }, brokenBase }) {
  if (brokenBase === null) return [];
  const id = { kind: "unjudged", suite, prompt: null, subject: null };
  const reason = `${inCode(suite)}: nothing was compared; the mistake is main's own, not this change's`;
  return [state("inconclusive", id, `main could not be used: ${brokenBase}`, reason)];
}
function stateDoubts({ doubts }) {
  return doubts.map(
    ({ suite, prompt, title, sentence }) => title === sentence ? stateAtOnce("inconclusive", doubtOf(suite, prompt), title) : state("inconclusive", doubtOf(suite, prompt), title, sentence)
  );
}
function doubtOf(suite, prompt) {
  return { kind: "unjudged", suite, prompt, subject: null };
}

// src/conclude/grounds/reach.ts
function stateUnreached(plan) {
  if (!plan.mayGate) return [];
  return listUnreached(plan).map(({ prompt, isLost }) => {
    const id = { kind: "unjudged", suite: prompt.suite, prompt: prompt.id, subject: null };
    if (!isLost) return stateAtOnce("pass", id, "the requests are the same, byte for byte");
    const reason = `${namePrompt(prompt)}: some of the text that differs is in no request of the suite; add a row that brings it in`;
    return state("inconclusive", id, "the change reaches no request", reason);
  });
}

// src/gate/threshold.ts
function decideThreshold(cases, threshold) {
  const value2 = holdAgainst(cases, threshold, null);
  if (value2 === null) return { verdict: "invalid", value: value2 };
  if (!isMet(value2, threshold)) return { verdict: "fail", value: value2 };
  const worstCase = holdAgainst(cases, threshold, worstScore(threshold.direction));
  return { verdict: worstCase !== null && isMet(worstCase, threshold) ? "pass" : "inconclusive", value: value2 };
}
function isMet(value2, { minScore, direction }) {
  return direction === "lower" ? value2 <= minScore + noDifference : value2 >= minScore - noDifference;
}
function holdAgainst(cases, threshold, missing) {
  const scored = cases.flatMap(({ cluster, candidate }) => {
    const known = (candidate.length === 0 ? [null] : candidate).map((score) => score ?? missing);
    const mean3 = sampleMean(known.filter((score) => score !== null));
    return mean3 === null ? [] : [{ cluster, mean: mean3 }];
  });
  const mean2 = sampleMean(scored.map((one) => one.mean));
  if (mean2 === null || threshold.on === "mean") return mean2;
  const interval = wilsonInterval(mean2, countEffectiveClusters(numberClusters(scored)), threshold.alpha);
  return threshold.direction === "lower" ? interval.upper : interval.lower;
}

// src/conclude/grounds/threshold.ts
function holdThresholds(plan, ledger) {
  return plan.prompts.flatMap(
    (prompt) => prompt.metrics.flatMap((metric) => {
      const { minScore, minScoreOn: on, direction } = metric;
      if (minScore === null || !metric.gates || findGone(ledger, prompt, metric, ["candidate"])) return [];
      const scores = candidateScores(plan, prompt, metric, ledger);
      if (scores.length === 0) return [];
      const threshold = { minScore, on, direction, alpha: plan.config.gate.alpha };
      const result = decideThreshold(scores, threshold);
      const known = scores.flatMap(({ candidate }) => candidate.filter((score) => score !== null));
      const binary = known.every((score) => score === 0 || score === 1);
      return [{ suite: prompt.suite, prompt: prompt.id, metric: metric.name, threshold, result, binary }];
    })
  );
}
function stateThreshold(held, comparisons) {
  const { suite, prompt, metric, threshold, result, binary } = held;
  const own = comparisons.find((one) => one.suite === suite && one.prompt === prompt && one.metric === metric);
  const better = result.verdict === "fail" && own !== void 0 ? explainRise(own, binary) : "";
  const name = nameComparison({ suite: null, prompt: prompt === suite ? null : prompt, metric });
  const reason = `${name} of ${inCode(suite)}: ${explainThreshold(threshold, result, binary)}${better}`;
  return stateAtOnce(result.verdict, { kind: "threshold", suite, prompt, subject: metric }, reason);
}
function explainRise({ difference, direction, baselineMean, candidateMean }, binary) {
  if (difference === null || difference <= 0) return "";
  const [from, to] = [baselineMean, candidateMean].map((mean2) => formatScore(mean2, binary));
  return `, although the mean ${direction === "lower" ? "fell" : "rose"} from ${from} to ${to}`;
}

// src/conclude/grounds/uncompared.ts
var maxNamed4 = 3;
var words3 = { pass: "passed", fail: "failed", inconclusive: "been inconclusive", invalid: null };
function explainUncompared(plans, ledger, hasGate, news) {
  const gating = plans.filter((plan) => plan.mayGate);
  if (gating.some((plan) => plan.prompts.some((prompt) => isCompared(prompt) && !prompt.shownOnly))) return null;
  const foreseen = foreseeVerdict(plans, ledger);
  const then = foreseen === null ? "" : `; this would have ${foreseen}`;
  if (!hasGate) return `nothing gates until this is merged${then}`;
  if (gating.length === 0) return `only suites that are new here changed; they gate once this is merged${then}`;
  const also = foreseen === null ? "" : `; a suite that is new here would have ${foreseen}`;
  return explainUnchanged(gating, news) + also;
}
function explainUnchanged(plans, [first]) {
  const prompts = plans.flatMap((plan) => plan.prompts.filter((prompt) => !prompt.shownOnly));
  if (prompts.some(reachesNothing)) return "the requests are the same, byte for byte";
  const isNew = prompts.some(({ change, base }) => change === "new" && base === null);
  const gone2 = prompts.filter(({ change }) => change === "deleted").map(({ id }) => id);
  if (gone2.length > 0 && !isNew) {
    return `the ${gone2.length === 1 ? "prompt" : "prompts"} ${listInCode(gone2, maxNamed4)} ${gone2.length === 1 ? "is" : "are"} retired, and the others are as they were`;
  }
  if (first === void 0) return "the prompts are the same on both sides, so there is nothing to compare";
  return isNew ? first.sentence : `no prompt changed; ${first.sentence}`;
}
function foreseeVerdict(plans, ledger) {
  const comparisons = plans.filter((plan) => !plan.mayGate).flatMap(
    (plan) => plan.prompts.filter(isCompared).flatMap(
      (prompt) => prompt.metrics.map(
        (metric) => gatherComparison(plan, prompt, { ...metric, gates: metric.wouldGate }, ledger, "base")
      )
    )
  );
  if (comparisons.length === 0) return null;
  const { verdict, comparisons: decided } = decideGate(comparisons);
  const word = words3[verdict];
  return word === null ? null : `${word}${describeDrops(decided.filter((one) => one.gates && one.verdict === verdict))}`;
}
function describeDrops(decisive) {
  const fallen = decisive.filter(({ verdict, difference }) => verdict !== "pass" && (difference ?? 0) < 0);
  if (fallen.length === 0) return "";
  const drops = shortenNames(fallen).map(
    (one) => `${nameComparison(one)} ${renderSignedPoints(one.difference ?? 0)} points`
  );
  return `: ${drops.slice(0, maxNamed4).join(", ")}`;
}

// src/conclude/news.ts
var maxNamed5 = 3;
var maxValue = 60;
function listNews(plans, ledger) {
  return plans.flatMap((plan) => [
    ...describeNewPrompts(plan, ledger),
    ...describeRows2(plan, ledger),
    ...describeMetrics(plan)
  ]);
}
function describeNewPrompts({ prompts, brokenBase }, ledger) {
  if (brokenBase !== null) return [];
  return prompts.filter(({ change, candidate, shownOnly }) => change === "new" && candidate !== null && !shownOnly).map((prompt) => {
    const cases = prompt.cases.map((row) => ({ prompt, row }));
    const { shares, failing } = describeScores2(cases, ledger, ` of ${inCode(prompt.id)}`);
    const told = shares.length === 0 ? `the prompt ${inCode(prompt.id)}` : shares.join(", ");
    return { sentence: `new, nothing to compare: ${told}`, failing };
  });
}
function describeRows2({ prompts, config, removedCases }, ledger) {
  const rows = prompts.flatMap((prompt) => prompt.cases.map((row) => ({ prompt, row })));
  const added = rows.filter(({ prompt, row }) => prompt.base !== null && row.added && row.editionOf === null);
  const edited = rows.filter(({ row }) => row.editionOf !== null);
  const tell = (some, what, more = "") => {
    if (some.length === 0) return [];
    const { shares, failing } = describeScores2(some, ledger, "");
    const rowCount = count(new Set(some.map(({ row }) => row.id)).size, "row");
    const scores = shares.length === 0 ? "" : `: ${shares.join(", ")}`;
    return [{ sentence: `${rowCount} ${what} ${inCode(config.name)}${more}${scores}`, failing }];
  };
  const removed = `${count(removedCases.length, "row")} removed from ${inCode(config.name)}, in force until this is merged: ${listInCode(removedCases, maxNamed5)}`;
  return [
    ...tell(added, "added to"),
    ...edited.slice(0, 1).flatMap((first) => tell(edited, "edited in", ` (${describeEdit(first)})`)),
    ...removedCases.length === 0 ? [] : [{ sentence: removed, failing: [] }]
  ];
}
function describeMetrics({ prompts, config }) {
  const all = prompts.flatMap(({ metrics }) => metrics);
  const known = new Set([...config.metrics, ...all].map(({ name }) => name));
  const proposed = new Map(all.flatMap(({ name, kind }) => proposalOf(name) === null ? [] : [[name, kind]]));
  return [...proposed].map(([name, kind]) => {
    const own = proposalOf(name);
    const what = `the ${known.has(own) ? "changed" : "new"} ${kind} ${inCode(own)}`;
    return { sentence: `${what} counts once this is merged`, failing: [] };
  });
}
function describeScores2(cases, ledger, of) {
  const names = [...new Set(cases.flatMap(({ prompt }) => prompt.metrics.filter(isTold).map(({ name }) => name)))];
  const scored = names.map((name) => ({ name, scores: readScores2(name, cases, ledger) }));
  const told = scored.filter(({ scores }) => scores.length > 0).slice(0, maxNamed5);
  return {
    shares: told.map(({ name, scores }, index) => describeShare(name, scores, index === 0 ? of : "")),
    failing: told.flatMap(({ name, scores }) => describeFailing(name, scores))
  };
}
function isTold(metric) {
  return metric.wouldGate && metric.direction !== "neutral" && !isPairwise(metric);
}
function readScores2(name, cases, ledger) {
  return cases.flatMap(({ prompt, row: { id } }) => {
    const metric = prompt.metrics.find((one) => one.name === name);
    if (metric === void 0) return [];
    const facts = factsOf(readArm(ledger, prompt, "candidate"), metric, id).flatMap((one) => one ?? []);
    const scores = facts.flatMap(({ score }) => score ?? []);
    if (scores.length === 0) return [];
    const mean2 = scores.reduce((sum2, score) => sum2 + score, 0) / scores.length;
    return [
      {
        id,
        mean: mean2,
        isBinary: scores.every((score) => score === 0 || score === 1),
        isGood: metric.direction === "lower" ? mean2 < 0.5 : mean2 > 0.5,
        reason: facts.find(({ reason }) => reason !== null)?.reason ?? null
      }
    ];
  });
}
function describeShare(name, scores, of) {
  const all = count(scores.length, "case");
  if (scores.every(({ isBinary }) => isBinary)) {
    return `${scores.filter(({ isGood: isGood2 }) => isGood2).length} of ${all}${of} pass ${inCode(name)}`;
  }
  const mean2 = scores.reduce((sum2, one) => sum2 + one.mean, 0) / scores.length;
  return `${inCode(name)} is ${formatScore(mean2, false)} over ${all}${of}`;
}
function describeFailing(name, scores) {
  const bad = scores.filter(({ isBinary, isGood: isGood2 }) => isBinary && !isGood2);
  if (bad.length === 0) return [];
  const named = bad.map(({ id, reason }) => inCode(id) + (reason === null ? "" : ` (${cut(reason)})`));
  return [`${listFirst(named, maxNamed5)} ${bad.length === 1 ? "fails" : "fail"} ${inCode(name)}`];
}
function describeEdit({ prompt, row }) {
  const before = prompt.cases.find(({ id }) => id === row.editionOf)?.scoring;
  const columns = before === void 0 ? [] : listDiffering2(before, row.candidate);
  return [inCode(row.editionOf ?? row.id), columns.slice(0, maxNamed5).join(", ")].filter((part) => part !== "").join(": ");
}
function listDiffering2(before, after) {
  const columns = [.../* @__PURE__ */ new Set([...Object.keys(before.variables), ...Object.keys(after.variables)])];
  return columns.flatMap((column) => {
    const [from, to] = [before, after].map(({ variables }) => showValue2(variables[column]));
    return from === to ? [] : [`${inCode(column)} ${cut(from)} → ${cut(to)}`];
  });
}
function showValue2(value2) {
  return value2 === void 0 ? "nothing" : writeJson(value2);
}
function cut(text) {
  const line = text.replace(/\s+/g, " ").replaceAll("`", "'");
  return line.length > maxValue ? `${line.slice(0, maxValue)}…` : line;
}

// src/conclude/reach-verdict.ts
function reachVerdict(decision, ledger, { prices, hasGate }, { acceptance, earlier, asked }) {
  const { suites: plans, comparisons } = decision;
  const thresholds = plans.flatMap((plan) => holdThresholds(plan, ledger));
  const expenses = measureExpenses(decision, ledger, prices);
  const news = listNews(plans, ledger);
  const statements = [
    ...plans.flatMap((plan) => stateMissing(plan, ledger, comparisons)),
    stateComparisons(plans, decision, explainUncompared(plans, ledger, hasGate, news)),
    ...plans.flatMap(stateUnreached),
    ...plans.flatMap((plan) => stateGoneJudges(plan, ledger)),
    ...plans.flatMap((plan) => stateVacuous(plan, ledger)),
    ...thresholds.map((held) => stateThreshold(held, comparisons)),
    ...expenses.flatMap(stateExpense),
    ...plans.flatMap(stateShrinks),
    ...plans.flatMap(stateBrokenBase),
    ...earlier.map(stateRecorded),
    ...plans.flatMap(stateDoubts)
  ];
  const settings = new Map(plans.map(({ config }) => [config.name, config.gate]));
  const weighing = weigh(
    statements.flatMap(({ findings }) => findings),
    settings,
    acceptance
  );
  const words4 = putInWords(weighing, statements, asked);
  return { ...weighing, ...words4, news: listUntold(news, words4.title), thresholds, expenses };
}
function putInWords({ verdict }, statements, asked) {
  const first = statements.find((one) => one.verdict === verdict);
  const title = closeSentence(first?.title ?? "");
  const reasons = new Set(statements.flatMap(({ told: told2, untold }) => [...told2, ...untold]));
  const told = new Set(first?.told);
  return {
    title: asked > 1 ? title.replace(/( \(asked \d+ times\))?\.$/, ` (asked ${asked} times).`) : title,
    reasons: [...reasons],
    details: [...reasons].filter((reason) => !told.has(reason)).map(closeSentence)
  };
}
function listUntold(news, title) {
  const isTold2 = (sentence) => title.toLowerCase().includes(sentence.toLowerCase());
  return news.flatMap(({ sentence, failing }) => [...isTold2(sentence) ? [] : [sentence], ...failing]);
}

// src/conclude/since.ts
var basisDigits = 12;
var caseDigits = 6;
var mostBroken = 300;
function listBroken3(report, plans) {
  if (report.verdict === "invalid" || report.cases.length >= mostCases) return null;
  const prompts = listGated(report, plans).map(({ content, plan, prompt }) => {
    const cases = listDigests(report.cases, prompt, isWorse);
    return { suite: prompt.suite, content, basis: identifyBasis(plan, prompt), cases };
  });
  return prompts.reduce((sum2, { cases }) => sum2 + cases.length, 0) > mostBroken ? null : prompts;
}
function compareBroken(before, report, plans) {
  const now = listBroken3(report, plans);
  const head = report.head?.pushed ?? report.head?.commit;
  if (before === null || now === null || before.head === head) return null;
  const pairs2 = listGated(report, plans).flatMap(({ prompt }, index) => {
    const { basis, content, cases } = now[index];
    const earlier = before.prompts.find((one) => one.basis === basis && one.content !== content);
    const open = new Set(listDigests(report.cases, prompt, (label2) => label2 === "unscored"));
    return earlier === void 0 ? [] : [{ before: new Set(earlier.cases), now: new Set(cases), open }];
  });
  if (pairs2.every((pair) => pair.before.size + pair.now.size === 0)) return null;
  const count3 = (of) => pairs2.reduce((sum2, pair) => sum2 + of(pair).length, 0);
  return {
    head: before.head,
    mended: count3((pair) => [...pair.before].filter((one) => !pair.now.has(one) && !pair.open.has(one))),
    fresh: count3((pair) => [...pair.now].filter((one) => !pair.before.has(one)))
  };
}
function listGated({ suites, contentKeys }, plans) {
  return plans.flatMap((plan) => {
    const { name } = plan.config;
    const key = contentKeys[name];
    const isJudged = suites.find((suite) => suite.name === name)?.verdict !== "invalid";
    if (key === void 0 || !isJudged) return [];
    return plan.prompts.filter((prompt) => isCompared(prompt) && prompt.metrics.some(({ gates }) => gates)).map((prompt) => ({ plan, prompt, content: digestContent(key) }));
  });
}
function identifyBasis({ rows, config: { samples } }, { suite, id, base, metrics }) {
  const gating = metrics.filter(({ gates }) => gates).map(({ name, hash }) => [name, hash]);
  return contentHash([suite, id, rows, samples, base?.version ?? null, gating]).slice(0, basisDigits);
}
function listDigests(cases, { suite, id, metrics }, isMeant) {
  const gating = new Set(metrics.filter(({ gates }) => gates).map(({ name }) => name));
  const own = cases.filter(
    (one) => one.suite === suite && one.prompt === id && one.metrics.some(({ metric, label: label2 }) => gating.has(metric) && isMeant(label2))
  );
  return own.map((one) => contentHash([suite, id, one.case]).slice(0, caseDigits));
}

// src/scores/identify-looks.ts
var digits = 16;
function identifyLooks(ledger, { prompts }) {
  const seen = prompts.filter(isCompared).flatMap(
    (prompt) => ["base", "candidate"].flatMap((arm) => {
      const own = readArm(ledger, prompt, arm);
      return prompt.cases.flatMap(
        ({ id }) => own.samples(id).flatMap((sample, index) => {
          if (sample === null) return [];
          const scores = prompt.metrics.map(({ name }) => own.score(name, id, index)?.score ?? null);
          const { result } = ledger.recordOf(sample);
          return [[prompt.id, arm, id, index, result, scores]];
        })
      );
    })
  );
  return contentHash(seen).slice(0, digits);
}

// src/pipeline/conclude-run.ts
async function concludeRun(world, request, origin, { sides, selections }, { facts, short }, { open, standing, asked, outcome: { decision, stored } }) {
  const { ledger } = short;
  const measured = { prices: sides.config.prices, hasGate: sides.base.suites.length > 0 };
  const { acceptance } = facts().request;
  const earlier = [...standing.values()];
  const reached = reachVerdict(decision, ledger, measured, { acceptance, earlier, asked });
  const { askedBefore, brokenBefore, part } = request;
  const others = stored.arms === null && askedBefore === null ? noOtherRuns : await request.readOthers();
  const { note } = origin;
  const report = buildReport({
    ...{ ...facts(), decision, reached, stored, selections: open, sides, note },
    ...{ others, earlier, askedBefore }
  });
  const { suites: plans, baseArm, settledFrom } = decision;
  const whole = { ...report, contentKeys: listContentKeys(selections) };
  const final = part === null ? { ...whole, since: compareBroken(brokenBefore, whole, plans) } : limitVerdict(report, part);
  const wanted = await nameWanted(world, origin, sides, decision);
  return { ...short, report: final, plans, baseArm, settledFrom, ...wanted, open: identifyOpen(decision, ledger) };
}
function identifyOpen({ suites, unsettled }, ledger) {
  return new Map(unsettled === null ? [] : suites.map((plan) => [plan.config.name, identifyLooks(ledger, plan)]));
}
async function nameWanted(world, origin, sides, { suites, wanted }) {
  const find = createFinder(suites);
  const looks = /* @__PURE__ */ new Map();
  for (const plan of wanted.length === 0 ? [] : suites) {
    const look = await origin.identifyLook(world, sides, plan);
    if (look !== null) looks.set(plan.config.name, look);
  }
  return { needed: wanted.map((key) => describeNeeded(find, key)), looks };
}

// src/pipeline/recorded.ts
var recordedDigits = 24;
function shortenKey(contentKey) {
  return contentKey.slice(0, recordedDigits);
}
function findRecorded({ recorded, part, dryRun }, selections) {
  if (part !== null || dryRun) return /* @__PURE__ */ new Map();
  const found = selections.flatMap(({ affected, suite, contentKey }) => {
    const own = recorded.find(({ suite: name, key }) => name === suite.name && key === shortenKey(contentKey));
    return affected && own !== void 0 ? [[suite.name, own]] : [];
  });
  return new Map(found);
}
function leaveRecorded(selections, known) {
  return selections.map((selection) => {
    const own = known.get(selection.suite.name);
    if (own === void 0) return selection;
    const reason = `the same content was judged before, at ${own.head.slice(0, 7)}: ${own.verdict}`;
    return { ...selection, affected: false, reason };
  });
}

// src/baseline/anchor.ts
function explainAnchorDrops(manifest, metrics) {
  const { anchor, means, scoringRevision: scoringRevision2 } = manifest;
  if (anchor === null) return [];
  const since = `${anchor.commit.slice(0, 7)} of ${anchor.date.slice(0, 10)} (${anchor.reason})`;
  if (anchor.scoringRevision !== scoringRevision2) {
    return [`the anchor ${since} was scored by other rules, so that main cannot be held to it: set a new one`];
  }
  return metrics.flatMap(({ prompt, metric, direction, margin }) => {
    const key = `${prompt} / ${metric}`;
    const [then, now] = [anchor.means[key], means[key]];
    if (then === void 0 || now === void 0 || direction === "neutral") return [];
    const drop = direction === "lower" ? now - then : then - now;
    if (drop <= margin + 1e-9) return [];
    const points = Math.round(drop * 1e3) / 10;
    return [
      `main has fallen by ${points} points in ${key} since the anchor ${since}: every step passed, their sum did not`
    ];
  });
}

// src/baseline/comparability.ts
var dayMs = 864e5;
function decideComparability(stored, prompt, requestKeys2, settings, nowMs) {
  if (stored === null) return { usable: false, reason: "there is no stored baseline" };
  const ageMs = nowMs - Date.parse(stored.manifest.date);
  if (ageMs > settings.maxAge * dayMs) {
    return { usable: false, reason: `the stored baseline is ${Math.floor(ageMs / dayMs)} days old` };
  }
  const kept = stored.manifest.prompts[prompt.id];
  if (kept === void 0) return { usable: false, reason: `the stored baseline lacks prompt ${prompt.id}` };
  const scores = stored.scores.filter((line) => line.prompt === prompt.id && requestKeys2.get(line.case) === line.key);
  const outputs = stored.outputs.filter((line) => line.prompt === prompt.id && requestKeys2.get(line.case) === line.key);
  const lines = outputs.length > 0 ? outputs : scores;
  const samples = fewestSamples(lines, requestKeys2.keys());
  if (samples < 1) return { usable: false, reason: whyNone(kept.version, prompt) };
  const isOtherRevision = stored.manifest.scoringRevision !== scoringRevision;
  const stale = prompt.metrics.filter(
    ({ kind, name, hash }) => kind !== "panel" && (isOtherRevision || stored.manifest.metrics[`${prompt.id} / ${name}`] !== hash)
  );
  const change = isOtherRevision ? "the rules of scoring changed" : `the metric ${stale[0]?.name} changed`;
  const scoresUsable = stale.length === 0;
  if (outputs.length === 0 && !scoresUsable) {
    return { usable: false, reason: `${change} and no outputs are stored` };
  }
  const what = `stored baseline of ${stored.manifest.commit.slice(0, 7)}, ${stored.manifest.date.slice(0, 10)}, ${samples} samples a case`;
  const reason = scoresUsable ? what : `${what}, scored anew since ${change}`;
  return { usable: true, outputs, scores, samples, scoresUsable, reason };
}
function fewestSamples(lines, cases) {
  const samples = /* @__PURE__ */ new Map();
  for (const line of lines) samples.set(line.case, (samples.get(line.case) ?? /* @__PURE__ */ new Set()).add(line.sample));
  return [...cases].reduce((fewest3, id) => Math.min(fewest3, samples.get(id)?.size ?? 0), Number.POSITIVE_INFINITY);
}
function whyNone(version, prompt) {
  return version === prompt.base?.version ? "some cases are not in the stored baseline as they are now" : `the stored baseline is of prompt version ${version}`;
}

// src/read/stored-side.ts
function buildStoredSide(stores, compared, nowMs) {
  const reasons = /* @__PURE__ */ new Map();
  const arms = [];
  for (const { plan, prompt } of compared) {
    const suite = plan.config.name;
    const { stored: stored2, broken } = stores.get(suite) ?? noStore;
    const found = decideComparability(stored2, prompt, requestKeys(prompt), plan.config.baseline, nowMs);
    reasons.set(suite, broken ?? found.reason);
    if (found.usable) arms.push(buildArm(prompt, found, stored2?.manifest.judgesWithout ?? null));
  }
  const suites = new Set(compared.map(({ plan }) => plan.config.name));
  const stored = [...stores].flatMap(
    ([suite, { stored: one }]) => one === null || !suites.has(suite) ? [] : [[suite, one]]
  );
  return {
    warnings: stored.flatMap(([suite, one]) => explainAnchorDrops(one.manifest, listAnchored(compared, suite))),
    noise: new Map(stored.flatMap(([suite, { manifest }]) => quoteSuiteNoise(compared, suite, manifest))),
    identities: new Map(stored.map(([suite, { manifest }]) => [suite, hashManifest(manifest).slice(0, 12)])),
    arms: arms.length === compared.length && arms.length > 0 ? arms : null,
    reasons
  };
}
function listOffers({ arms }) {
  return arms?.map(({ offer }) => offer) ?? null;
}
function addStoredSide(ledger, { arms }) {
  for (const { samples, scores } of arms ?? []) {
    for (const record of samples) {
      if (ledger.arm(record).sample(record.case, record.sample) === null) ledger.append({ kind: "sample", record });
    }
    for (const record of scores) {
      const known = ledger.arm(record).score(record.metric, record.case, record.sample);
      if (known === null) ledger.append({ kind: "score", record });
    }
  }
}
function listAnchored(compared, suite) {
  return compared.filter(({ plan }) => plan.config.name === suite).flatMap(({ plan, prompt }) => {
    const margin = resolveMargin(plan.config.gate, countQuestions(baseCases(prompt)));
    return prompt.metrics.filter((metric) => metric.gates).map(({ name, direction }) => ({ prompt: prompt.id, metric: name, direction, margin }));
  });
}
var noStore = { stored: null, broken: null, recorded: null };
function quoteSuiteNoise(compared, suite, manifest) {
  const own = compared.filter(({ plan }) => plan.config.name === suite);
  const metrics = own.flatMap(({ prompt }) => {
    const questions = countQuestions(baseCases(prompt));
    return prompt.metrics.filter((metric) => metric.gates).map(({ name }) => ({ prompt: prompt.id, metric: name, questions }));
  });
  const gate = own[0]?.plan.config.gate;
  const sentence = gate === void 0 ? null : quoteNoise(manifest, metrics, gate);
  return sentence === null ? [] : [[suite, sentence]];
}
function requestKeys(prompt) {
  const rows = baseCases(prompt);
  return new Map(rows.map((row) => [row.id, keyOfCase(prompt, row, "base")]));
}
function buildArm(prompt, found, judgesWithout) {
  const rows = new Set(baseCases(prompt).map(({ id }) => id));
  const isOwn = (line) => rows.has(line.case) && line.sample < found.samples;
  const keyOf = (line) => {
    return { ...identifyArm(prompt, "stored"), unit: "case", case: line.case, sample: line.sample };
  };
  const samples = found.outputs.filter(isOwn).map((line) => {
    const { key: request } = line;
    const result = prompt.reasoning === "drop" ? dropReasoning(line.result) : line.result;
    return { ...keyOf(line), request, result, source: "stored", answeredAtMs: null, redraws: 0 };
  });
  const heard = new Set(prompt.metrics.filter(({ kind }) => kind !== "panel").map(({ name }) => name));
  const scores = found.scores.filter((line) => found.scoresUsable && isOwn(line) && heard.has(line.metric)).map((line) => {
    const { metric, score } = line;
    return {
      ...keyOf(line),
      metric,
      score,
      missing: score === null ? "abstained" : null,
      reason: null,
      agrees: null
    };
  });
  const offer = { suite: prompt.suite, prompt: prompt.id, hasScores: found.scoresUsable, judgesWithout };
  return { samples, scores, offer };
}

// src/pipeline/run-and-decide.ts
async function runAndDecide(world, request, origin, sides, loaded, ledger) {
  const { plan, stored, allowed, needs } = await prepareRun(world, request.fresh, origin, sides, loaded, world.log);
  const { estimate } = allowed;
  if (request.dryRun) return { decision: null, stored, estimate };
  addStoredSide(ledger, stored);
  const first = nextStep(plan, ledger);
  if (first.do === "decided") return { decision: first.decision, stored, estimate };
  const context = await openRunContext(world, sides.config, needs, request.fresh, ledger);
  if (request.blockedCalls !== null && (origin.draws || plan.suites.some(hasJudges))) {
    throw UserError.of(request.blockedCalls, "Nothing was asked of a model, and nothing was spent.");
  }
  const driver = await origin.openDriver(world, plan.suites, sides, ledger, context);
  const decision = await decideSoFar(plan, ledger, driver, world.log);
  return { decision, stored: tellStored(stored, decision, allowed), estimate };
}
async function prepareRun(world, fresh, origin, sides, loaded, log) {
  const { config } = sides;
  const compared = listCompared(loaded);
  const needsTimes = compared.some(({ plan: plan2 }) => plan2.config.gate.maxLatencyIncrease !== null);
  const stores = await readStores(world, config, new Set(compared.map(({ plan: plan2 }) => plan2)));
  const known = buildStoredSide(stores, fresh || needsTimes ? [] : compared, world.clock.nowMs());
  const { judgeModel, prices, budget } = config;
  const offers = listOffers(known);
  const reckoning = { judgeModel, prices, budget };
  const label2 = (plan2) => drawNoisyMore(plan2, listKept(stores.get(plan2.config.name)));
  const labelled = origin.draws ? loaded.map(label2) : loaded;
  const wished = { labelled, plain: loaded, hasStored: offers !== null };
  const allowed = planBudget(reckoning, { ...wished, settles: "as-set" }, log);
  const { suites, settles, screensAlone } = allowed;
  const stored = { ...known, noise: foretell(allowed, stores, known, log, world.clock) };
  const plan = { ...reckoning, suites, stored: offers, screensAlone, settles };
  const needs = { answers: origin.draws, judge: suites.some((suite) => needsJudges(suite, judgeModel)) };
  return { plan, stored, allowed, needs };
}
function foretell({ suites, settles }, stores, { noise }, log, clock) {
  const sentences = new Map(noise);
  for (const plan of suites) {
    const store = stores.get(plan.config.name);
    const settle2 = settles === "never" ? "off" : plan.config.gate.settle;
    const affordable = { ...plan, config: { ...plan.config, gate: { ...plan.config.gate, settle: settle2 } } };
    const prediction = store && predictPrompts(affordable, plan.prompts.filter(isCompared), store, clock.nowMs());
    if (!prediction) continue;
    const sentence = `${renderPrediction(prediction)}, ${describePredictionSource(prediction)}`;
    sentences.set(plan.config.name, sentence);
    log.info(`${plan.config.name}: ${sentence}.`);
  }
  return sentences;
}
async function decideSoFar(plan, ledger, driver, log) {
  try {
    return await driveRun(plan, ledger, driver, log);
  } catch (error) {
    if (!(error instanceof NeededError) || !isLookFurther(error.why)) throw error;
    log.warn(error.message);
    return driveRun({ ...plan, drawsNothing: true }, ledger, driver, log);
  }
}
function isLookFurther(why) {
  return why === "rerun" || why === "critical" || why === "stored-undecided" || why === "settle";
}
function tellStored({ warnings, ...side }, { isScreened }, { screensAlone, leftOut }) {
  const alone = screensAlone ? [`${uncovered}: the stored one alone was looked at`] : [];
  const short = leftOut.map((clause) => `the budget is too small for all of it: ${clause}`);
  const stored = { ...side, warnings: [...warnings, ...alone, ...short] };
  if (screensAlone) return stored;
  if (stored.arms === null || isScreened) return stored;
  const reason = "the stored baseline was judged with other settings, which the judge's model takes or refuses now";
  const reasons = new Map([...stored.reasons, ...stored.arms.map(({ offer }) => [offer.suite, reason])]);
  return { ...stored, arms: null, reasons };
}

// src/pipeline/settle-asked.ts
var gone = "the first round's answers are no longer all in the cache, so that it cannot be settled and nothing was drawn; `fresh: true` draws both sides anew, and its verdict is never better than this one";
var unopen = "with what is known today no further round can settle it";
function weighWish({ settles, fresh, dryRun, blockedCalls }, selections, known) {
  if (dryRun || settles === null && !fresh) return { do: "nothing" };
  if (settles === "known-answers") return { do: "settle" };
  const why = blockedCalls ?? explainStanding(selections, known);
  if (why === null) return { do: "settle" };
  return settles === null ? { do: "nothing" } : { do: "leave", why };
}
function explainStanding(selections, known) {
  const affected = selections.filter((selection) => selection.affected);
  if (affected.some(({ suite }) => !known.has(suite.name))) return "no verdict of this content was recorded before";
  const verdicts = [...known.values()];
  if (verdicts.some(({ verdict }) => verdict === "fail")) return "it is a fail, and only what is open can be settled";
  const open = verdicts.filter(({ verdict }) => verdict === "inconclusive");
  if (open.length === 0) return "it is a pass, and only what is open can be settled";
  if (open.some(({ settled }) => settled === true)) {
    return "its further round was made, and there is one for each content";
  }
  const isOff = affected.some(({ suite }) => suite.gate.settle === "off" && known.get(suite.name)?.open === void 0);
  if (open.every((one) => one.open !== void 0)) return null;
  return isOff ? "main's config says `settle: off`" : "no further round can settle what is open in it";
}
async function settleKnown(world, origin, sides, loaded, ledger, verdicts) {
  const { log } = world;
  const { plan, stored, allowed, needs } = await prepareRun(world, false, origin, sides, loaded, muted(log));
  const { estimate } = allowed;
  const { suites } = plan;
  const tell = (decision2, declined) => ({
    outcome: { decision: decision2, stored: tellStored(stored, decision2, allowed), estimate },
    declined
  });
  addStoredSide(ledger, stored);
  const openDriver = async (context) => origin.openDriver(world, suites, sides, ledger, context);
  const known = await openDriver(await openKnownContext(world, sides.config, ledger));
  let looked;
  try {
    looked = await driveRun({ ...plan, settles: "never" }, ledger, known, log);
  } catch (error) {
    const isGone = error instanceof UnknownAnswerError || error instanceof NeededError;
    if (!isGone || verdicts.size === 0) throw error;
    return { outcome: null, declined: gone };
  }
  if (looked.unsettled === null) return tell(looked, unopen);
  const isOther = ({ config: { name } }, own) => (verdicts.get(name)?.open ?? own) !== own;
  if (suites.some((suite) => isOther(suite, identifyLooks(ledger, suite)))) return { outcome: null, declined: gone };
  log.info(`Settling takes at most ${renderEstimate(looked.unsettled.estimate)}.`);
  const driver = await openDriver(await openRunContext(world, sides.config, needs, false, ledger));
  const decision = await decideSoFar({ ...plan, settles: "asked" }, ledger, driver, log);
  const isLeft = decision.unsettled !== null;
  return tell(decision, isLeft ? `the budget does not cover it: ${renderEstimate(looked.unsettled.estimate)}` : null);
}
function muted(log) {
  return { info: () => {
  }, warn: () => {
  }, progress: (progress) => log.progress(progress) };
}

// src/pipeline/evaluate.ts
async function evaluate(world, request, origin = askedModels) {
  const startedMs = world.clock.nowMs();
  const ledger = createLedger(world.openSpool());
  const tell = ({ acceptance }) => ({
    facts: () => ({ request: { ...request, acceptance }, ledger, durationMs: world.clock.nowMs() - startedMs }),
    short: {
      ...{ plans: [], baseArm: "base", settledFrom: /* @__PURE__ */ new Map(), ledger, needed: [], looks: /* @__PURE__ */ new Map() },
      ...{ isIdle: false, isRepublished: false, open: /* @__PURE__ */ new Map(), declined: null }
    }
  });
  const deaf = tell({ acceptance: null, blockedCalls: null, settles: null });
  const found = await orInvalid(deaf, () => select(world, request, origin, deaf));
  if ("report" in found) return found;
  const heard = await request.hear();
  const telling = tell(heard);
  return orInvalid(telling, () => evaluateSelected(world, { ...request, ...heard }, origin, found, telling));
}
async function orInvalid({ facts, short }, work) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ReportedError)) throw error;
    const needed = error instanceof NeededError ? error.needed : [];
    return { ...short, needed, report: buildInvalidReport(facts(), error) };
  }
}
async function select(world, request, origin, { facts, short }) {
  const { sides, selections } = await origin.selectChange(world, request);
  tellSelections(selections, world.log);
  for (const notice of sides.notices) world.log.info(notice);
  const isAffected = selections.some((selection) => selection.affected);
  if (sides.brokenBase !== null && !(isAffected && request.namesEndpoint)) {
    return { ...short, report: buildRepairReport(facts(), sides.brokenBase, sides.notices) };
  }
  if (isAffected) return { sides, selections };
  return { ...short, report: buildIdleReport(facts(), selections, sides.notices), isIdle: true };
}
async function evaluateSelected(world, request, origin, change, telling) {
  const known = findRecorded(request, change.selections);
  const wish = weighWish(request, change.selections, known);
  if (wish.do === "nothing") return judge(world, request, origin, change, telling, known);
  const settled = wish.do === "settle" ? await settle(world, request, origin, change, telling, known) : null;
  if (settled !== null && typeof settled !== "string") return settled;
  const declined = settled ?? (wish.do === "leave" ? wish.why : null);
  world.log.info(closeSentence(`The verdict is not settled: ${declined}`));
  return { ...await judge(world, request, origin, change, telling, known), declined };
}
async function settle(world, request, origin, { sides, selections }, { facts, short }, known) {
  const standing = new Map([...known].filter(([, { open }]) => open === void 0));
  const left = leaveRecorded(selections, standing);
  const affected = left.filter((selection) => selection.affected);
  const loaded = await origin.load(world, affected, sides, request.part);
  const ledger = createLedger(world.openSpool());
  const own = { facts: () => ({ ...facts(), ledger }), short: { ...short, ledger } };
  const { outcome, declined } = await settleKnown(world, origin, sides, loaded, ledger, known);
  if (outcome === null || declined !== null && known.size > 0) return declined ?? "";
  const round = { open: left, standing, asked: 1, outcome };
  return {
    ...await concludeRun(world, { ...request, fresh: false }, origin, { sides, selections }, own, round),
    declined
  };
}
async function judge(world, request, origin, change, telling, known) {
  const { facts, short } = telling;
  const { sides, selections } = change;
  const { open, loaded, standing } = await loadOpen(world, request, origin, change, known);
  if (loaded.length === 0) {
    const report = buildRepublishedReport(facts(), selections, [...standing.values()], request.askedBefore);
    return { ...short, report, isRepublished: true };
  }
  const outcome = await runAndDecide(world, request, origin, sides, loaded, short.ledger);
  const { decision } = outcome;
  if (decision === null) {
    const report = buildDryRunReport({
      ...facts(),
      sides,
      selections: open,
      plans: loaded,
      estimate: outcome.estimate
    });
    return { ...short, plans: loaded, report };
  }
  const attempts = [...standing.values()].map((one) => one.attempts);
  const asked = request.fresh ? 1 + Math.max(0, ...attempts) : 1;
  return concludeRun(world, request, origin, change, telling, {
    ...{ open, standing, asked },
    outcome: { ...outcome, decision }
  });
}
async function loadOpen(world, request, origin, { sides, selections }, known) {
  const closed = [...known].filter(([, { look }]) => look === void 0);
  const left = request.fresh ? selections : leaveRecorded(selections, new Map(closed));
  const affected = left.filter((selection) => selection.affected);
  const loaded = affected.length === 0 ? [] : await origin.load(world, affected, sides, request.part);
  const waiting = request.fresh ? /* @__PURE__ */ new Map() : onlyWaiting(known);
  const looks = loaded.flatMap((plan) => {
    const look = waiting.get(plan.config.name)?.look;
    return look === void 0 ? [] : [origin.identifyLook(world, sides, plan, look).then((own) => own === look)];
  });
  const others = (await Promise.all(looks)).every((isSame) => isSame) ? /* @__PURE__ */ new Map() : waiting;
  return {
    open: request.part === null ? leaveRecorded(left, others) : leaveUnasked(left, loaded),
    loaded: loaded.filter(({ config: { name } }) => !others.has(name)),
    standing: new Map(request.fresh ? known : [...closed, ...others])
  };
}
function leaveUnasked(selections, loaded) {
  const names = new Set(loaded.map(({ config: { name } }) => name));
  return selections.map(
    (selection) => selection.affected && !names.has(selection.suite.name) ? { ...selection, affected: false, reason: "it has none of the cases that were asked for" } : selection
  );
}
function onlyWaiting(known) {
  return new Map([...known].filter(([, { look }]) => look !== void 0));
}
function tellSelections(selections, log) {
  const named = selections.map(({ suite: { name }, affected, reason }) => ({ name, affected, reason }));
  for (const { name, reason } of named.filter(({ affected }) => affected)) log.info(`run  ${name}: ${reason}`);
  const skipped = groupSkipped(named.filter(({ affected }) => !affected));
  for (const { names, reason } of skipped) log.info(`skip ${names}: ${reason}`);
}

export {
  keyOfGround,
  acceptGrounds,
  acceptNames,
  listNames,
  isGreenFor,
  shortenKey,
  renderMarker,
  parseRecord,
  replaceRecord,
  chooseInput,
  anchorOf,
  listCaseScores,
  listReasons,
  compareAnswers,
  setEffect,
  markdownTable,
  renderComment,
  renderSummary2 as renderSummary,
  renderFolded,
  nameGround,
  explainAcceptance,
  renderers,
  buildPage,
  renderResultFiles,
  hashScores,
  digestContent,
  addQuestion,
  basisDigits,
  caseDigits,
  listBroken3 as listBroken,
  explainAsked,
  buildFailedReport,
  quoteWord,
  noOtherRuns,
  explainThreshold,
  evaluate
};
