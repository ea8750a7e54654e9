import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  fileWhere
} from "./shared.datasets.aliases.js";
import {
  breaksOff,
  quoteName,
  throwProblems
} from "./shared.text.problems.js";
import {
  isJsonObject,
  parseJson,
  writeJson
} from "./shared.json-writer.js";
import {
  buildProblem
} from "./shared.errors.js";

// src/judges/labels/lines.ts
var labelKinds = ["binary", "ordinal", "nominal"];
var hintHeader = "Write the file anew with calibrate --suite --judge.";
var howToWrite = 'Write one JSON object a line with "item", "judge" and "human".';
function parseLabelLines(file, state = "judged") {
  const problems = [];
  const lines = [];
  let header = null;
  const written = splitLines(file);
  for (const [index, { line, text }] of written.entries()) {
    const where = { path: file.path, line, column: null };
    if (breaksOff(problems, where)) break;
    const report = (message, hint) => problems.push(buildProblem(message, hint, where));
    const record = parseRecord(text, report);
    if (record === null) continue;
    if (index === 0 && isHeader(record)) header = readHeader(record, report);
    else lines.push(...readLine(record, line, state === "open", report));
  }
  problems.push(...findRepeats(file.path, lines), ...findMixedTypes(file.path, lines));
  if (problems.length === 0 && lines.length === 0)
    problems.push(buildProblem("has no labels.", howToWrite, fileWhere(file)));
  throwProblems(problems);
  return { header, lines };
}
function renderJudgedLabels({ lines }, judgements) {
  return lines.map(({ item, record: { judge, ...rest } }) => {
    const said = judgements.has(item) ? judgements.get(item) : judge;
    return `${writeJson({ ...rest, judge: said })}
`;
  }).join("");
}
function renderBoundLabels(file, header) {
  const written = splitLines(file);
  const first = written[0];
  const known = first === void 0 ? null : parseRecord(first.text, () => void 0);
  const labels = known !== null && isHeader(known) ? written.slice(1) : written;
  return [writeJson(header), ...labels.map(({ text }) => text)].map((line) => `${line}
`).join("");
}
function splitLines({ text }) {
  return text.split("\n").map((line, index) => ({ line: index + 1, text: line.trim() })).filter((line) => line.text !== "");
}
function parseRecord(text, report) {
  const value = parseJson(text);
  if (isJsonObject(value)) return value;
  report(value === void 0 ? "is not valid JSON." : "is not a JSON object.", howToWrite);
  return null;
}
function isHeader(record) {
  return "judgeHash" in record && !("item" in record);
}
function readHeader(record, report) {
  const { judgeHash, judge = "", model = "", kind = null, without } = record;
  const dropped = Array.isArray(without) ? { without: without.map(String) } : {};
  const known = labelKinds.find((one) => one === kind) ?? null;
  if (typeof judgeHash !== "string") report('"judgeHash" must be text.', hintHeader);
  else if (known !== kind) report(`"kind" must be one of ${labelKinds.join(", ")}.`, hintHeader);
  else return { judgeHash, judge: String(judge), model: String(model), kind: known, ...dropped };
  return null;
}
function readLine(record, line, isOpen, report) {
  const { item } = record;
  const isNamed = typeof item === "string" && item !== "";
  if (item === void 0) report('"item" is missing.', "Name each labelled output once.");
  else if (!isNamed) report('"item" must be text that is not empty.', "Put it in quotation marks.");
  const judge = isOpen && record.judge === void 0 ? null : readLabel(record, "judge", report);
  const [human, human2] = ["human", "human2"].map((key) => readLabel(record, key, report));
  if (!isNamed || judge === void 0 || human === void 0 || human === null || human2 === void 0) return [];
  return [{ item, judge, human, human2, drawn: readDrawn(record, report), record, line }];
}
function readDrawn({ drawn }, report) {
  if (drawn === void 0 || drawn === null) return drawn;
  const { stratum, of } = isJsonObject(drawn) ? drawn : {};
  if (typeof stratum === "string" && Number.isInteger(of) && Number(of) > 0) return { stratum, of: Number(of) };
  report('"drawn" must have a "stratum" and how many it was drawn "of".', "Remove it, or leave it as label wrote it.");
  return void 0;
}
function readLabel(record, key, report) {
  const value = record[key];
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "string" && value !== "") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (key === "human2" && (value === void 0 || value === null)) return null;
  if (key === "judge" && value === null) return null;
  if (value === void 0) report(`"${key}" is missing.`, `${howToWrite} A judge that abstained is null.`);
  else report(`"${key}" must be a number or text that is not empty.`, howToWrite);
  return void 0;
}
function findRepeats(path, lines) {
  const known = /* @__PURE__ */ new Map();
  return lines.flatMap(({ item, line }) => {
    const first = known.get(item);
    known.set(item, first ?? line);
    if (first === void 0) return [];
    const hint = 'Keep one line for each item; a second person goes into "human2".';
    return [buildProblem(`repeats item ${quoteName(item)} of line ${first}.`, hint, { path, line, column: null })];
  });
}
function findMixedTypes(path, lines) {
  const first = lines[0];
  if (first === void 0) return [];
  const [wanted, names] = [typeof first.human, { number: "a number", string: "text" }];
  const nameOf = (label) => typeof label === "number" ? names.number : names.string;
  return lines.flatMap(
    (labels) => ["judge", "human", "human2"].flatMap((key) => {
      const { line, [key]: label } = labels;
      if (label === null || typeof label === wanted) return [];
      const what = `"${key}" is ${nameOf(label)}, and line ${first.line} is labelled with ${nameOf(first.human)}.`;
      return [buildProblem(what, "Use one kind of label in a file.", { path, line, column: null })];
    })
  );
}

// src/judges/labels/weights.ts
var randomStratum = "all";
function weighLabels(lines) {
  if (lines.some(({ drawn }) => drawn === void 0)) return lines.map(() => 1);
  const counts = /* @__PURE__ */ new Map();
  for (const { drawn } of lines) {
    if (drawn) counts.set(keyOf(drawn), (counts.get(keyOf(drawn)) ?? 0) + 1);
  }
  return lines.map(({ drawn }) => drawn ? drawn.of / (counts.get(keyOf(drawn)) ?? 1) : 0);
}
function isDrawnAtRandom({ drawn }) {
  return drawn === void 0 || drawn?.stratum === randomStratum;
}
function keyOf({ stratum, of }) {
  return `${stratum} of ${of}`;
}

// src/judges/labels/scale.ts
function scoreToLabel(score, kind) {
  return kind === "ordinal" ? Math.round(1 + 4 * score) : score >= 0.5 ? 1 : 0;
}
function labelToScore(label, kind) {
  return kind === "ordinal" ? (label - 1) / 4 : label;
}
var goodWords = /* @__PURE__ */ new Set(["good", "pass", "true", "yes", "1"]);
var keys = ["judge", "human", "human2"];
function buildLabeller(lines, ratings, kind) {
  const written = /* @__PURE__ */ new Map();
  for (const [index, { human, human2 }] of lines.entries()) {
    const rating = ratings.items[index];
    written.set(rating.human, human);
    if (rating.human2 !== null && human2 !== null) written.set(rating.human2, human2);
  }
  const inWords = typeof lines[0]?.human === "string";
  return (score) => {
    if (score === null) return null;
    const label = scoreToLabel(score, kind);
    return written.get(label) ?? (inWords ? "bad" : label);
  };
}
function scaleLabels(path, lines, asked) {
  const labels = [...new Set(lines.flatMap((line) => keys.flatMap((key) => line[key] ?? [])))];
  const kind = asked ?? detectKind(labels);
  throwProblems(kind === "nominal" ? [] : findOutside(path, lines, labels, kind));
  const toNumber = (label) => typeof label === "number" ? label : isGoodWord(label) ? 1 : 0;
  const numberOf = new Map(labels.map((label, index) => [label, kind === "nominal" ? index : toNumber(label)]));
  const find = (label) => label === null ? null : numberOf.get(label) ?? null;
  const weights = weighLabels(lines);
  const items = lines.map(({ judge, human, human2 }, index) => ({
    judge: find(judge),
    human: numberOf.get(human),
    human2: find(human2),
    weight: weights[index]
  }));
  return { kind, items };
}
function detectKind(labels) {
  if (labels.every((label) => label === 0 || label === 1)) return "binary";
  if (labels.length === 2 && isGoodAndBad(labels)) return "binary";
  if (labels.every(isLevel) && labels.some((label) => Number(label) > 2)) return "ordinal";
  return "nominal";
}
function isGoodWord(label) {
  return typeof label === "string" && goodWords.has(label.toLowerCase());
}
function isGoodAndBad(labels) {
  return labels.every((label) => typeof label === "string") && labels.filter(isGoodWord).length === 1;
}
function isLevel(label) {
  return typeof label === "number" && Number.isInteger(label) && label >= 1 && label <= 5;
}
function findOutside(path, lines, labels, kind) {
  if (kind === "binary" && typeof labels[0] === "string") {
    if (labels.length <= 2 && isGoodAndBad(labels)) return [];
    const some = labels.slice(0, 5).map((label) => quoteName(String(label)));
    const what = `is labelled ${some.join(", ")}${labels.length > 5 ? ", …" : ""}: not good and bad.`;
    const hint = "Binary labels are two, one of them good, pass, true, yes or 1; or name another --kind.";
    return [buildProblem(what, hint, { path, line: null, column: null })];
  }
  const [isOn, scale] = kind === "binary" ? [(label) => label === 0 || label === 1, "A binary label is 0 or 1"] : [isLevel, "An ordinal label is a whole number from 1 to 5"];
  return lines.flatMap(
    (line) => keys.flatMap((key) => {
      const label = line[key];
      if (label === null || isOn(label)) return [];
      const where = { path, line: line.line, column: null };
      return [
        buildProblem(
          `"${key}" is ${quoteName(String(label))}, outside the scale.`,
          `${scale}; or name another --kind.`,
          where
        )
      ];
    })
  );
}

export {
  labelKinds,
  parseLabelLines,
  renderJudgedLabels,
  renderBoundLabels,
  randomStratum,
  isDrawnAtRandom,
  scoreToLabel,
  labelToScore,
  buildLabeller,
  scaleLabels
};
