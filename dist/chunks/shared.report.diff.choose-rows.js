import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  nameSide,
  shortenNames
} from "./shared.report.words.figures.js";
import {
  nameComparison
} from "./shared.gate.reason.js";
import {
  formatCount,
  formatDifference,
  formatDuration,
  formatInterval,
  formatRelative,
  formatScore,
  formatSize,
  formatUsd
} from "./shared.prices.usd.js";
import {
  cutText,
  oneLine
} from "./shared.report.escape.js";
import {
  count,
  inCode
} from "./shared.text.prose.js";
import {
  parseJson
} from "./shared.json-writer.js";

// src/report/redact.ts
function redactReport(report) {
  if (report.examples === "full") return report;
  return {
    ...report,
    cases: report.examples === "none" ? [] : report.cases.map(withoutTexts),
    suites: report.suites.map((suite) => ({ ...suite, prompts: suite.prompts.map(withoutTypicalCase) })),
    metrics: report.metrics.map((metric) => ({ ...metric, pattern: null, causes: [], tags: [], labelNext: [] }))
  };
}
function redactForPeople(full) {
  const report = redactReport(full);
  return { ...report, metrics: report.metrics.map((metric) => metric.refused ? withoutFigures(metric) : metric) };
}
function redactPageCase(entry, examples) {
  if (examples === "none") return null;
  if (examples === "full") return entry;
  const side = (own) => own && { ...own, fault: null, messages: null };
  return { ...withoutTexts(entry), baseline: side(entry.baseline), candidate: side(entry.candidate) };
}
function redactWhole({ examples }, cases) {
  if (examples === "full") return cases;
  const withoutTexts2 = ({ fault, scores }) => ({
    output: null,
    fault,
    scores: scores.map((score) => ({ ...score, reason: null }))
  });
  return (examples === "none" ? [] : cases).map((entry) => ({
    ...entry,
    ...{ tags: [], input: null, expected: null },
    baseline: entry.baseline.map(withoutTexts2),
    candidate: entry.candidate.map(withoutTexts2)
  }));
}
function withoutFigures(metric) {
  return {
    ...metric,
    baselineMean: null,
    candidateMean: null,
    difference: null,
    lowerBound: null,
    upperBound: null,
    detectableDrop: null,
    repeats: null,
    casesToSettle: null,
    sentence: "Its figures are left out.",
    remark: null,
    reason: null,
    pattern: null,
    causes: [],
    tags: [],
    corrections: null
  };
}
function withoutTexts(entry) {
  const metrics = entry.metrics.map((metric) => ({ ...metric, baselineReason: null, candidateReason: null }));
  return { ...entry, tags: [], input: null, expected: null, baselineOutput: null, candidateOutput: null, metrics };
}
function withoutTypicalCase(prompt) {
  return { ...prompt, changes: prompt.changes && { ...prompt.changes, typical: null } };
}

// src/report/words/run-line.ts
var maxNamed = 3;
function describeRun(report) {
  const answers = count(report.generationCalls, "answer");
  const judged = report.judgeCalls > 0 ? `, ${count(report.judgeCalls, "judgement")}` : "";
  const cost = report.costUsd === null ? "cost unknown" : formatUsd(report.costUsd);
  return [
    `Run: ${count(report.calls, "call")}${report.calls > 0 ? ` (${answers}${judged})` : ""}`,
    `${formatCount(report.cacheHits)} from cache`,
    report.retries > 0 ? count(report.retries, "retry", "retries") : "",
    report.budgetUsd === null || report.costUsd === null ? cost : `${cost} of ${formatUsd(report.budgetUsd)}`,
    `${formatCount(report.inputTokens)} tokens in, ${formatCount(report.outputTokens)} out`,
    formatDuration(report.durationMs)
  ].filter((part) => part !== "").join(", ");
}
function groupSkipped(suites) {
  const groups = /* @__PURE__ */ new Map();
  for (const { name, reason } of suites) {
    const names = groups.get(reason) ?? [];
    groups.set(reason, names);
    names.push(name);
  }
  return [...groups].map(([reason, names]) => {
    const rest = names.length - maxNamed;
    return {
      reason,
      names: `${names.slice(0, maxNamed).join(", ")}${rest > 0 ? ` and ${formatCount(rest)} more` : ""}`
    };
  });
}

// src/report/words/cause.ts
var mostTold = 3;
var ends = {
  refused: "the answer is a refusal",
  empty: "the answer is empty",
  truncated: "the answer is cut off at the token limit",
  missing: "no answer came"
};
function describeCauses({ causes, pattern }) {
  const trait = readPattern(pattern);
  const [first, ...others] = causes;
  if (first === void 0) return trait && `${countBroken(trait.cases, trait.of)} ${trait.words}`;
  const told = [
    `${countBroken(first.cases, first.of)}: ${describeWhat(first.what)}`,
    ...others.map((cause) => `${cause.cases}: ${describeWhat(cause.what)}`)
  ].join("; ");
  if (trait === null || isTold(trait.name, causes)) return told;
  if (trait.of !== first.of) return `${told}; ${trait.cases} of the ${trait.of} that got worse ${trait.words}`;
  return `${told}; ${trait.cases === trait.of ? "all" : trait.cases} ${trait.words}`;
}
function describeReportCauses({ metrics }) {
  const gating = metrics.filter(({ gates }) => gates);
  const failing = gating.filter(({ verdict, belowMinScore }) => verdict === "fail" || belowMinScore);
  const open = gating.filter(({ verdict, measuresNothing }) => verdict === "inconclusive" && !measuresNothing);
  const told = failing.length > 0 ? failing : open;
  const named = shortenNames(told).flatMap((metric, index) => {
    const cause = describeCauses(metric);
    const name = told.length > 1 ? `${nameComparison(metric)}: ` : "";
    return cause === null ? [] : [{ text: name + cause, broken: told[index]?.causes[0]?.of ?? metric.worse }];
  });
  const most = [...named].sort((a, b) => b.broken - a.broken).slice(0, mostTold);
  return named.filter((one) => most.includes(one)).map(({ text }) => text);
}
function countBroken(cases, of) {
  if (cases === of && of === 2) return "both broken cases";
  return cases === of ? `all ${count(of, "broken case")}` : `${cases} of ${count(of, "broken case")}`;
}
function describeWhat(what) {
  if (what.kind === "answer") {
    const to = showText(what.to);
    return what.from === null ? `${to} whatever was expected` : `${showText(what.from)} → ${to}`;
  }
  return what.kind === "reason" ? describeReason(what.reason) : ends[what.kind];
}
function showText(text) {
  return text.trim() === "" ? "an empty text" : inCode(text);
}
function describeReason(reason) {
  const plain = reason.replaceAll("`", "'");
  const [, place, property] = /^(.+) must have required property '(.+)'$/.exec(plain) ?? [];
  if (place === void 0 || property === void 0) return plain.replace(/(?<!\S)\/[^\s,;:"']+/g, inCode);
  return `required property ${inCode(property)} is missing${place === "the output" ? "" : ` at ${inCode(place)}`}`;
}
function readPattern(pattern) {
  const [, cases, of, verb, quote] = /^(\d+) of the (\d+) (are tagged|expect) (".*")$/s.exec(pattern ?? "") ?? [];
  if (quote === void 0) return null;
  const name = String(parseJson(quote) ?? quote);
  return { cases: Number(cases), of: Number(of), name, words: `${verb} ${inCode(name)}` };
}
function isTold(name, causes) {
  return causes.some(({ what }) => what.kind === "answer" && what.from === name);
}

// src/report/words/prompt-words.ts
function titleOf({ path, id }) {
  return id.startsWith(`${path}#`) ? id : path;
}
function listChangeFacts({ changes, baseline, candidate, promptTokens }) {
  const isOfFiles = changes?.settings.shown.some(({ path }) => path.startsWith("file ")) ?? false;
  if (changes !== null && isOfFiles) return [count(changes.settings.shown.length + changes.settings.more, "file")];
  return [
    changes === null ? "same text" : describeLines(changes),
    changes === null || changes.settings.shown.length === 0 ? "" : describeSettings(changes),
    describeModel(changes, baseline, candidate),
    promptTokens === null ? "" : describeTokens(promptTokens)
  ].filter((fact) => fact !== "");
}
function describeLines({ messages }) {
  const sum = (pick) => messages.shown.reduce((total, message) => total + pick(message), 0);
  const [added, removed] = [sum((message) => message.added), sum((message) => message.removed)];
  if (messages.more > 0) return `${formatCount(messages.shown.length + messages.more)} messages`;
  if (added + removed === 0) return messages.shown.length === 0 ? "same messages" : "messages moved";
  if (removed === 0) return `+${count(added, "line")}`;
  return added === 0 ? `−${count(removed, "line")}` : `+${formatCount(added)} −${formatCount(removed)} lines`;
}
function describeSettings({ settings }) {
  return count(settings.shown.length + settings.more, "setting");
}
function describeModel(changes, ...arms) {
  const setting = changes?.settings.shown.find(({ path }) => path === "model");
  const [before, after] = setting ? [setting.before, setting.after] : arms.map((arm) => arm?.model ?? null);
  if (!before || !after) return "";
  return before === after ? "same model" : `model ${cutText(before, 80)} → ${cutText(after, 80)}`;
}
function describeTokens({ base, candidate }) {
  const [from, to] = [Math.round(base), Math.round(candidate)];
  return `measured ${formatCount(from)} → ${formatCount(to)} prompt tokens a call, ${formatRelative(from, to)}`;
}
function describeMessage({ change, base, candidate, added, removed, lines }) {
  const role = [base, candidate].flatMap((side) => side === null ? [] : [cutText(oneLine(side.role), 40)]);
  const place = (candidate ?? base)?.place ?? 0;
  const was = base !== null && candidate !== null && base.place !== candidate.place ? ` (was ${base.place})` : "";
  const isAbove = lines.length === 0 && added + removed > 0;
  const what = change === "changed" && added + removed === 0 ? "role changed" : change;
  return `${[...new Set(role)].join(" → ")}, message ${place}${was}: ${what}${isAbove ? ", as above" : ""}`;
}
function describeVariables({ shown, unread, rows, more }) {
  const ofKind = (readBy) => shown.filter((variable) => variable.readBy === readBy);
  const gone = ofKind("base");
  return [
    ...ofKind("candidate").map((variable) => `Newly reads ${inCode(variable.name)}${describeSource(variable, rows)}.`),
    ...gone.length === 0 ? [] : [`No longer reads ${listNames(gone.map(({ name }) => name))}.${describeUnread(unread)}`],
    ...ofKind("both").filter(({ filled }) => 2 * filled < rows).map(({ name, filled }) => `Reads ${inCode(name)}, which ${describeFilled(filled, rows)}.`),
    ...more === 0 ? [] : [`${count(more, "more variable")}.`]
  ];
}
function describeSource({ name, column, filled }, rows) {
  if (rows === 0) return "";
  if (column === null) return filled > 0 ? " from its default" : ", which no row has";
  const source = column === name ? "" : ` from the column ${inCode(column)}`;
  return filled === rows ? source : `${source}, which ${describeFilled(filled, rows)}`;
}
function describeUnread(columns) {
  return columns.length === 0 ? "" : ` Unread now: ${columns.length === 1 ? "column" : "columns"} ${listNames(columns)}.`;
}
function describeFilled(filled, rows) {
  return `${formatCount(filled)} of ${count(rows, "row")} fill`;
}
function listNames(names) {
  return names.map(inCode).join(", ");
}

// src/report/words/subject.ts
function findSubject({ suites, verdict }) {
  const ran = suites.filter(({ status }) => status !== "skipped");
  const decisive = ran.filter((suite) => suite.verdict === verdict);
  const concerned = decisive.length > 0 ? decisive : ran;
  return {
    suites: concerned.map(({ name }) => name),
    prompts: concerned.flatMap(listConcerned),
    others: ran.length - concerned.length
  };
}
function listConcerned({ prompts }) {
  const changed = prompts.filter(({ change }) => change !== "unchanged");
  return changed.length > 0 ? changed : prompts;
}
function listPrompts({ prompts, suites }) {
  const named = prompts.filter((prompt) => !suites.includes(titleOf(prompt)));
  return [...new Map(named.map((prompt) => [titleOf(prompt), prompt])).values()];
}
function nameSubject(report, view) {
  const subject = findSubject(report);
  const { suites, others } = subject;
  const [suite] = suites;
  if (suite === void 0) return [];
  const all = count(suites.length + others, "suite");
  if (suites.length > 1) return [others === 0 ? all : view.several(`${suites.length} of ${all}`, suites)];
  const prompts = listPrompts(subject);
  const named = prompts.length > 1 ? [count(prompts.length, "prompt")] : prompts.map(view.prompt);
  return [view.suite(suite), ...named, ...others === 0 ? [] : [`1 of ${all}`]];
}

// src/report/words/next-step.ts
var acceptLabel = "prompt-assay:accept";
function listNextSteps(report) {
  const accepted = report.green ? [] : [accept(report), ...keepVerdict(report)];
  switch (report.verdict) {
    case "pass":
      return [{ text: describePass(report), doc: "comment.md#pass" }];
    case "fail":
      return [{ text: describeMend(report), doc: "comment.md#fail" }, ...accepted];
    case "inconclusive":
      return [{ text: describeOpen(report), doc: "comment.md#inconclusive" }, ...accepted];
    case "invalid":
      return [{ text: describeRepair(report), doc: "comment.md#invalid" }];
  }
}
function describePass({ metrics }) {
  const isNew = metrics.length > 0 && metrics.every(({ gates }) => !gates);
  return isNew ? "Nothing here. What gates, gates once this is merged." : "Nothing blocks it: it can be merged.";
}
var mends = {
  comparison: "mend the prompt",
  threshold: "mend the prompt until it keeps the threshold",
  expense: "bring cost or latency below the limit",
  rows: "put the rows back",
  "answer-key": "keep the answer out of the prompt",
  prompt: "put the prompt back, or name it in `renamed-from` of its successor",
  unjudged: "mend what is named above"
};
function describeMend(report) {
  const { grounds, verdict, github } = report;
  const kinds = [...new Set(grounds.filter((one) => one.verdict === verdict).map(({ kind }) => kind))];
  const clauses = (kinds.length === 0 ? ["comparison"] : kinds).map((kind) => mends[kind]);
  const prompts = findSubject(report).prompts.length > 1 ? "mend the prompts" : mends.comparison;
  const told = clauses.map((clause) => clause.replace(mends.comparison, prompts));
  return sentence(`${told.join(", ")}, and ${github === null ? "run again" : "push"}`);
}
function accept({ github, grounds }) {
  const doc = "comment.md#accept-a-verdict";
  if (github === null) {
    const isTried = grounds.some(({ kind }) => kind === "rows" || kind === "answer-key" || kind === "prompt");
    const here = isTried ? ", here `--accept NAME`" : "";
    return { text: `If it is meant, the pull request needs somebody who accepts it${here}.`, doc };
  }
  const who = github.acceptsOwn ? "someone who may write here" : "someone who may write here, not the author,";
  return { text: `If it is meant: ${who} sets the label ${inCode(acceptLabel)}.`, doc };
}
function keepVerdict({ github }) {
  if (github === null || github.pull === null) return [];
  const text = "Run again without a change, it keeps this verdict and costs nothing.";
  return [{ text, doc: "comment.md#run-it-again" }];
}
function describeOpen({ metrics, green }) {
  const open = metrics.filter((metric) => metric.gates && metric.verdict === "inconclusive");
  if (open.some((metric) => metric.measuresNothing)) return "Mend the check, or the rows that it reads.";
  const isShort = open.some(({ casesToSettle, cases }) => (casesToSettle ?? cases) > cases);
  if (green) return `${isShort ? "Add cases to the dataset to settle it, or merge" : "Merge"} it unproven.`;
  return isShort ? "Add cases to the dataset to settle it." : "The settings ask for proof, and there is none.";
}
function describeRepair({ errors, suites, github }) {
  const arms = suites.flatMap(({ prompts }) => prompts.flatMap(({ baseline, candidate }) => [baseline, candidate])).filter((arm) => arm !== null);
  const missing = arms.reduce((sum, { unavailable }) => sum + unavailable, 0);
  if (missing > 0) {
    const what = `pays for the ${count(missing, "missing answer")}${renderCost(arms)}`;
    return `Run ${github === null ? "it" : "the job"} again: where a cache is kept, that ${what} and nothing else.`;
  }
  const where = errors.length === 0 ? "above" : "below";
  return `Mend what is named ${where}, and ${github === null ? "run again" : "push"}. No label overrules it.`;
}
function renderCost(arms) {
  const costs = arms.filter(({ unavailable }) => unavailable > 0).map(
    ({ costPerThousandMicroUsd, unavailable }) => costPerThousandMicroUsd === null ? Number.NaN : costPerThousandMicroUsd * unavailable / 1e9
  );
  const cost = costs.reduce((sum, one) => sum + one, 0);
  return cost > 0 ? `, about ${formatUsd(cost)},` : "";
}
function sentence(clause) {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}

// src/report/words/since.ts
function describeSince({ head, mended, fresh }) {
  const since = `Since \`${head.slice(0, 7)}\``;
  if (mended + fresh === 0) return `${since}: the same cases are broken.`;
  const parts = [
    mended === 0 ? "" : `${count(mended, "case")} mended`,
    fresh === 0 ? "" : `${count(fresh, "new one")} broken`
  ];
  return `${since}: ${parts.filter((part) => part !== "").join(", ")}.`;
}

// src/report/diff/clip-line.ts
var reach = 40;
var minGap = 60;
var shortPiece = 4;
function clipLine(text, spans, room) {
  const kept = mergeSpans(chooseSpans(text, spans, room), text.length);
  let shown = "";
  let place = 0;
  for (const [start, end] of [...kept, [text.length, text.length]]) {
    if (start > place) shown += markGap(start - place, place > 0, start < text.length);
    shown += text.slice(start, end);
    place = end;
  }
  return shown;
}
function markGap(length, isAfter, isBefore) {
  const mark = `[… ${count(length, "character")} …]`.replaceAll(" ", " ");
  return `${isAfter ? " " : ""}${mark}${isBefore ? " " : ""}`;
}
function findSpans(text, pieces) {
  const lower = text.toLowerCase();
  return pieces.flatMap((piece) => {
    const place = findPiece(lower, piece.toLowerCase());
    return place < 0 ? [] : [[place, place + piece.length]];
  });
}
function findPiece(text, piece) {
  const isWord = (place2) => /[\p{L}\p{N}]/u.test(text[place2] ?? "");
  let place = text.indexOf(piece);
  while (place >= 0 && piece.length < shortPiece && (isWord(place - 1) || isWord(place + piece.length))) {
    place = text.indexOf(piece, place + 1);
  }
  return place;
}
function chooseSpans(text, spans, room) {
  const half = Math.floor(room / (spans.length > 1 ? 4 : 2));
  const wanted = (spans.length === 0 ? [[0, text.length]] : spans).flatMap(
    ([start, end]) => end - start <= 2 * half ? [[reachBack(text, start), reachOn(text, end)]] : [
      [reachBack(text, start), moveOffPair(text, start + half)],
      [moveOffPair(text, end - half), reachOn(text, end)]
    ]
  );
  let left = room;
  return wanted.filter(([start, end], index) => {
    left -= end - start;
    return left >= 0 || index < 2;
  });
}
function reachBack(text, place) {
  const start = moveOffPair(text, Math.max(0, place - reach));
  const blank = text.indexOf(" ", start);
  return start === 0 || blank < 0 || blank > place - reach / 2 ? start : blank + 1;
}
function reachOn(text, place) {
  const end = moveOffPair(text, Math.min(text.length, place + reach));
  const blank = text.lastIndexOf(" ", end);
  return end === text.length || blank < place + reach / 2 ? end : blank;
}
function mergeSpans(spans, length) {
  const merged = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last2 = merged.at(-1);
    if (last2 !== void 0 && start - last2[1] <= minGap) last2[1] = Math.max(last2[1], end);
    else merged.push([start <= minGap ? 0 : start, end]);
  }
  const last = merged.at(-1);
  if (last !== void 0 && length - last[1] <= minGap) last[1] = length;
  return merged;
}
function moveOffPair(text, place) {
  return /[\uDC00-\uDFFF]/.test(text[place] ?? "") ? place - 1 : place;
}

// src/report/diff/choose-rows.ts
var context = 2;
var endShare = 1 / 3;
var maxAnchors = 20;
function chooseRows(rows, clues, lines, costOf) {
  const chosen = /* @__PURE__ */ new Set();
  let left = lines;
  for (const { places, anchors, spare } of listClaims(rows, findTold(rows, clues))) {
    const distance = (place) => Math.min(...anchors.map((anchor) => Math.abs(anchor - place)));
    const inReach = places.filter((place) => anchors.some((anchor) => Math.abs(anchor - place) <= 2 * lines));
    const nearest = inReach.map((place) => [place, distance(place)]).sort((a, b) => a[1] - b[1]);
    for (const [place] of nearest.filter(([place2]) => !chosen.has(place2))) {
      const cost = costOf(rows[place]);
      if (left - cost < spare * lines && chosen.size > 0) break;
      left -= cost;
      chosen.add(place);
    }
  }
  return chosen;
}
function findTold(rows, clues) {
  if (clues.length === 0) return /* @__PURE__ */ new Set();
  const texts = (kind) => new Set(rows.filter((row) => row.kind === kind).map(({ text }) => text));
  const [removed, added] = [texts("removed"), texts("added")];
  const isOneSided = ({ kind, text }) => kind !== "same" && !(removed.has(text) && added.has(text));
  for (const pieces of clues) {
    const told = rows.flatMap(
      (row, place) => isOneSided(row) && findSpans(row.text, pieces).length > 0 ? [place] : []
    );
    if (told.length > 0) return new Set(told);
  }
  return /* @__PURE__ */ new Set();
}
function listClaims(rows, told) {
  const hunks = findHunks(rows).map((places) => {
    const anchors = places.filter((place) => told.has(place));
    const starts = places.filter((place) => isChange(rows[place]) && rows[place - 1]?.kind !== rows[place]?.kind);
    const size = places.filter((place) => isChange(rows[place])).length;
    return {
      places,
      anchors: (anchors.length > 0 ? anchors : starts).slice(0, maxAnchors),
      size,
      isTold: anchors.length > 0,
      spare: 0
    };
  });
  const end = isChange(rows.at(-1)) ? hunks.at(-1) : void 0;
  const [first, ...others] = [...hunks].sort((a, b) => Number(b.isTold) - Number(a.isTold) || b.size - a.size);
  if (first === void 0) return [];
  if (end === void 0) return [first, ...others];
  const lastOf = (kind) => end.places.filter((place) => rows[place]?.kind === kind).slice(-1);
  return [
    { ...first, spare: endShare },
    { places: end.places, anchors: [...lastOf("removed"), ...lastOf("added")], spare: 0 },
    ...others
  ];
}
function isChange(row) {
  return row !== void 0 && row.kind !== "same";
}
function findHunks(rows) {
  const hunks = [];
  let next = 0;
  rows.forEach((row, change) => {
    if (!isChange(row)) return;
    const start = Math.max(next, change - context);
    if (start > next || hunks.length === 0) hunks.push([]);
    next = Math.min(rows.length, change + context + 1);
    for (let place = start; place < next; place += 1) hunks.at(-1)?.push(place);
  });
  return hunks;
}

// node_modules/diff/libesm/diff/base.js
var Diff = class {
  diff(oldStr, newStr, options = {}) {
    let callback;
    if (typeof options === "function") {
      callback = options;
      options = {};
    } else if ("callback" in options) {
      callback = options.callback;
    }
    const oldString = this.castInput(oldStr, options);
    const newString = this.castInput(newStr, options);
    const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
    const newTokens = this.removeEmpty(this.tokenize(newString, options));
    return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
  }
  diffWithOptionsObj(oldTokens, newTokens, options, callback) {
    var _a;
    const done = (value) => {
      value = this.postProcess(value, options);
      if (callback) {
        setTimeout(function() {
          callback(value);
        }, 0);
        return void 0;
      } else {
        return value;
      }
    };
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let editLength = 1;
    let maxEditLength = newLen + oldLen;
    if (options.maxEditLength != null) {
      maxEditLength = Math.min(maxEditLength, options.maxEditLength);
    }
    const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
    const abortAfterTimestamp = Date.now() + maxExecutionTime;
    const bestPath = [{ oldPos: -1, lastComponent: void 0 }];
    let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
    if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
      return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
    }
    let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
    const execEditLength = () => {
      for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
        let basePath;
        const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
        if (removePath) {
          bestPath[diagonalPath - 1] = void 0;
        }
        let canAdd = false;
        if (addPath) {
          const addPathNewPos = addPath.oldPos - diagonalPath;
          canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
        }
        const canRemove = removePath && removePath.oldPos + 1 < oldLen;
        if (!canAdd && !canRemove) {
          bestPath[diagonalPath] = void 0;
          continue;
        }
        if (!canRemove || canAdd && removePath.oldPos < addPath.oldPos) {
          basePath = this.addToPath(addPath, true, false, 0, options);
        } else {
          basePath = this.addToPath(removePath, false, true, 1, options);
        }
        newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
        if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
          return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
        } else {
          bestPath[diagonalPath] = basePath;
          if (basePath.oldPos + 1 >= oldLen) {
            maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
          }
          if (newPos + 1 >= newLen) {
            minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
          }
        }
      }
      editLength++;
    };
    if (callback) {
      (function exec() {
        setTimeout(function() {
          if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
            return callback(void 0);
          }
          if (!execEditLength()) {
            exec();
          }
        }, 0);
      })();
    } else {
      while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
        const ret = execEditLength();
        if (ret) {
          return ret;
        }
      }
    }
  }
  addToPath(path, added, removed, oldPosInc, options) {
    const last = path.lastComponent;
    if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: last.count + 1, added, removed, previousComponent: last.previousComponent }
      };
    } else {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: 1, added, removed, previousComponent: last }
      };
    }
  }
  extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
    while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
      newPos++;
      oldPos++;
      commonCount++;
      if (options.oneChangePerToken) {
        basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
      }
    }
    if (commonCount && !options.oneChangePerToken) {
      basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
    }
    basePath.oldPos = oldPos;
    return newPos;
  }
  equals(left, right, options) {
    if (options.comparator) {
      return options.comparator(left, right);
    } else {
      return left === right || !!options.ignoreCase && left.toLowerCase() === right.toLowerCase();
    }
  }
  removeEmpty(array) {
    const ret = [];
    for (let i = 0; i < array.length; i++) {
      if (array[i]) {
        ret.push(array[i]);
      }
    }
    return ret;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  castInput(value, options) {
    return value;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  tokenize(value, options) {
    return Array.from(value);
  }
  join(chars) {
    return chars.join("");
  }
  postProcess(changeObjects, options) {
    return changeObjects;
  }
  get useLongestToken() {
    return false;
  }
  buildValues(lastComponent, newTokens, oldTokens) {
    const components = [];
    let nextComponent;
    while (lastComponent) {
      components.push(lastComponent);
      nextComponent = lastComponent.previousComponent;
      delete lastComponent.previousComponent;
      lastComponent = nextComponent;
    }
    components.reverse();
    const componentLen = components.length;
    let componentPos = 0, newPos = 0, oldPos = 0;
    for (; componentPos < componentLen; componentPos++) {
      const component = components[componentPos];
      if (!component.removed) {
        if (!component.added && this.useLongestToken) {
          let value = newTokens.slice(newPos, newPos + component.count);
          value = value.map(function(value2, i) {
            const oldValue = oldTokens[oldPos + i];
            return oldValue.length > value2.length ? oldValue : value2;
          });
          component.value = this.join(value);
        } else {
          component.value = this.join(newTokens.slice(newPos, newPos + component.count));
        }
        newPos += component.count;
        if (!component.added) {
          oldPos += component.count;
        }
      } else {
        component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
        oldPos += component.count;
      }
    }
    return components;
  }
};

// node_modules/diff/libesm/diff/array.js
var ArrayDiff = class extends Diff {
  tokenize(value) {
    return value.slice();
  }
  join(value) {
    return value;
  }
  removeEmpty(value) {
    return value;
  }
};
var arrayDiff = new ArrayDiff();
function diffArrays(oldArr, newArr, options) {
  return arrayDiff.diff(oldArr, newArr, options);
}

// src/report/diff/text-diff.ts
var maxLineEdits = 400;
var maxWordEdits = 60;
var token = /\s+|[\p{L}\p{M}\p{N}_]{1,40}|./gsu;
function diffTexts(before, after) {
  if (before === after) return [];
  return diffPieces(before.split("\n"), after.split("\n"), maxLineEdits).flatMap(
    ({ kind, pieces }) => pieces.map((text) => ({ kind, text }))
  );
}
function findChanges(before, after) {
  const [left, right] = [[], []];
  let [from, to] = [0, 0];
  const tokens = (text) => text.match(token) ?? [];
  for (const { kind, pieces } of diffPieces(tokens(before), tokens(after), maxWordEdits)) {
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    const start = [from, to];
    if (kind !== "added") from += length;
    if (kind !== "removed") to += length;
    if (kind === "same") continue;
    left.push([start[0], from]);
    right.push([start[1], to]);
  }
  return [left, right];
}
function diffPieces(before, after, maxEdits) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const [left, right] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const runs = [
    { kind: "same", pieces: before.slice(0, start) },
    ...diffMiddle(left, right, maxEdits),
    { kind: "same", pieces: before.slice(before.length - end) }
  ];
  return runs.filter(({ pieces }) => pieces.length > 0);
}
function diffMiddle(before, after, maxEditLength) {
  const changes = diffArrays(before, after, { maxEditLength });
  if (changes === void 0) {
    return [
      { kind: "removed", pieces: before },
      { kind: "added", pieces: after }
    ];
  }
  return changes.map(({ removed, added, value }) => ({
    kind: removed ? "removed" : added ? "added" : "same",
    pieces: value
  }));
}

// src/report/diff/clip-diff.ts
var width = 110;
var longPair = 160;
function showDiff(before, after, clues, room) {
  return showRows(diffTexts(before, after), clues, room);
}
function showRows(rows, clues, room) {
  const costOf = ({ text }) => Math.ceil((Math.min(text.length, room.characters) + 1) / width);
  const chosen = chooseRows(rows, clues, room.lines, costOf);
  const partners = pairLines(rows);
  const lines = [];
  let start = 0;
  for (let place = 0; place <= rows.length; place += 1) {
    if (place < rows.length && !chosen.has(place)) continue;
    lines.push(...showGap(rows.slice(start, place)));
    const row = rows[place];
    if (row !== void 0) lines.push(showRow(row, partners.get(place) ?? null, clues, room.characters));
    if (place === rows.length - 1) lines.push(...showLineEnd(lines.pop()));
    start = place + 1;
  }
  return lines;
}
function showLineEnd({ kind, text }) {
  return [{ kind, text: kind !== "same" && text === "" ? "⏎" : text }];
}
function showGap(rows) {
  const [only] = rows;
  if (only === void 0) return [];
  if (rows.length === 1 && only.text.length <= width) return [only];
  const changed = rows.filter(({ kind }) => kind !== "same").length;
  return [{ kind: "gap", text: countGap(rows.length, changed) }];
}
function countGap(lines, changed) {
  if (changed === 0) return count(lines, "equal line");
  const rest = changed === lines ? "" : `, ${formatCount(changed)} of them`;
  return `${count(lines, "line")}${rest} removed or added`;
}
function pairLines(rows) {
  const partners = /* @__PURE__ */ new Map();
  let place = 0;
  while (place < rows.length) {
    while (rows[place]?.kind === "same" || rows[place]?.kind === "gap") place += 1;
    const start = place;
    while (rows[place]?.kind === "removed") place += 1;
    const middle = place;
    while (rows[place]?.kind === "added") place += 1;
    for (let index = 0; index < Math.min(middle - start, place - middle); index += 1) {
      partners.set(start + index, rows[middle + index]);
      partners.set(middle + index, rows[start + index]);
    }
  }
  return partners;
}
function showRow({ kind, text }, partner, clues, room) {
  if (kind === "same") return { kind, text: text.length > width ? clipLine(text, [[0, 40]], width) : text };
  const isBlank = partner !== null && text !== partner.text && withoutBlanks(text) === withoutBlanks(partner.text);
  if (text.length <= (partner === null ? room : longPair) && !isBlank) return { kind, text };
  const changes = partner === null ? [] : findOwnChanges(kind, text, partner.text);
  const told = findSpans(text, clues.flat()).filter(
    (span) => partner === null || changes.some((change) => change[0] <= span[1] && span[0] <= change[1])
  );
  const spans = [...told, ...changes.slice(0, 1), ...changes.slice(-1), ...changes.slice(1, -1)];
  return { kind, text: clipLine(isBlank ? revealBlanks(text, changes) : text, spans, room) };
}
function findOwnChanges(kind, text, other) {
  return kind === "removed" ? findChanges(text, other)[0] : findChanges(other, text)[1];
}
function withoutBlanks(text) {
  return text.replace(/\s+/g, "");
}
function revealBlanks(text, spans) {
  const signs2 = { " ": "␠", "	": "⇥", "\r": "␍" };
  const characters = text.split("");
  for (const [start, end] of spans) {
    for (let place = start; place < end; place += 1) {
      characters[place] = (characters[place] ?? "").replace(/\s/, (blank) => signs2[blank] ?? "⍽");
    }
  }
  return characters.join("");
}

// src/report/words/evidence.ts
function describeEvidence(report, metric) {
  return listEvidence(report, metric).join(" · ");
}
function listEvidence(report, metric) {
  const { cases, clusters, effectiveClusters, samples, margin, binary, missingBaseline, missingCandidate } = metric;
  const percent = Math.round(metric.alpha * 1e3) / 10;
  const looks = [
    "no rate was tested",
    `one-sided ${percent} %, one look`,
    `one-sided ${percent} %, two looks`
  ];
  if (metric.baselineSource === "none") {
    return [
      `measured on ${count(cases, "case")}`,
      `${count(samples, "sample")} a case`,
      metric.unscored === 0 ? "" : `${metric.unscored} unscored`,
      describeRepeats(metric)
    ].filter((part) => part !== "");
  }
  const more = metric.gates ? (metric.casesToSettle ?? cases) - cases : 0;
  return [
    `paired over ${count(cases, "case")}`,
    clusters === null ? "" : `in ${count(clusters, "cluster")} (they count as ${Math.round(effectiveClusters ?? clusters)})`,
    `${count(samples, "sample")} a case`,
    describeRepeats(metric),
    `margin ${formatSize(margin, binary)}`,
    metric.gates ? `${looks[metric.looks]}${metric.settled ? " and a further round" : ""}` : "",
    { fresh: "baseline run in this job", stored: "stored baseline", none: "no baseline" }[metric.baselineSource],
    `missing: ${missingBaseline} on ${nameSide(report.base, "baseline")}, ${missingCandidate} on ${nameSide(report.head, "candidate")}`,
    metric.detectableDrop === null ? "" : `could detect drops of ${formatSize(metric.detectableDrop, binary)} or more`,
    more > 0 ? `about ${count(more, "more case")} would settle it` : ""
  ].filter((part) => part !== "");
}
function describeRepeats({ repeats }) {
  if (repeats === null) return "";
  const { k, baseline, candidate } = repeats;
  const show = (side, which) => formatScore(side?.[which] ?? null, true);
  const figures = (which) => [...baseline === null ? [] : [show(baseline, which)], show(candidate, which)].join(" → ");
  return `all ${k} answers to a case pass (pass^${k}): ${figures("all")}, any of ${k} (pass@${k}): ${figures("any")}`;
}

// src/report/words/notes.ts
function describeNotes(report, metric) {
  return listNotes(report, metric).map((clause) => `The ${metric.kind} ${clause}.`).join(" ");
}
function listNotes(report, metric) {
  return [...metric.notes, ...describeCorrections(report, metric), ...describeLabelNext(metric)];
}
function describeCorrections(report, { corrections, binary }) {
  const { difference = null, rates = null } = corrections ?? {};
  const clauses = [];
  if (difference !== null) {
    const { estimate, lower, upper, labelled, proposed } = difference;
    const own = proposed === 0 ? "" : `, ${proposed} of them by this change itself`;
    clauses.push(
      `comes to a difference of ${formatDifference(estimate, binary)} (${formatInterval(lower, upper, binary)}) together with the labels of ${count(labelled, "case")}${own} (PPI++; right where these were drawn at random)`
    );
  }
  if (rates !== null) {
    const show = ({ estimate, lower, upper }) => `${formatScore(estimate, true)} (${formatScore(lower, true)} to ${formatScore(upper, true)})`;
    const [base, head] = [nameSide(report.base, "baseline"), nameSide(report.head, "candidate")];
    clauses.push(
      `finds ${show(rates.baseline)} good on ${base} and ${show(rates.candidate)} on ${head} once its mistakes on ${count(rates.labels, "label")} are taken out (Rogan–Gladen)`
    );
  }
  return clauses;
}
function describeLabelNext({ labelNext }) {
  if (labelNext.length === 0) return [];
  return [`would gain most from labels of ${labelNext.map((id) => JSON.stringify(id)).join(", ")} (label --case)`];
}

// src/report/words/effect.ts
var signs = { pass: "✅", fail: "❌", inconclusive: "⚠️", invalid: "⛔" };
function describeEffect({ verdict, green }, acceptedBy = null) {
  if (green && acceptedBy !== null) return { sign: "☑️", words: `accepted by ${acceptedBy}` };
  return { sign: signs[verdict], words: green ? "does not block" : "blocks merging" };
}

export {
  describeCauses,
  describeReportCauses,
  redactReport,
  redactForPeople,
  redactPageCase,
  redactWhole,
  titleOf,
  listChangeFacts,
  describeMessage,
  describeVariables,
  nameSubject,
  listNextSteps,
  describeSince,
  clipLine,
  diffArrays,
  diffTexts,
  findChanges,
  showDiff,
  showRows,
  pairLines,
  findOwnChanges,
  describeEvidence,
  listEvidence,
  describeNotes,
  listNotes,
  describeEffect,
  describeRun,
  groupSkipped
};
