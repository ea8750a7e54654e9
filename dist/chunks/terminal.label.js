import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  findRowFault,
  renderRow
} from "./shared.cases.column.js";
import {
  readBytes,
  readSourceFile
} from "./shared.adapters.files.folder-tree.js";
import {
  choiceFlag,
  integerFlag
} from "./shared.terminal.flags.js";
import "./shared.terminal.clone-paths.js";
import {
  buildLabelItem,
  chooseLabelItems,
  drawEvenly,
  readText
} from "./shared.judges.labels.items.js";
import {
  readAnswer
} from "./shared.outputs.answer.js";
import {
  buildAsking
} from "./shared.judges.labels.asking.js";
import {
  parseLabelLines,
  randomStratum,
  scaleLabels
} from "./shared.judges.labels.lines.js";
import {
  parseRows
} from "./shared.datasets.column-names.js";
import {
  jsonl
} from "./shared.checks.build-group.js";
import {
  aliasesOf,
  explainRepeated,
  isRepeated,
  readOrExplain,
  unwrapRow
} from "./shared.datasets.aliases.js";
import {
  listFlag,
  textFlag
} from "./shared.terminal.command.js";
import "./shared.version.js";
import {
  hintKnown,
  quoteName,
  throwProblems
} from "./shared.text.problems.js";
import "./shared.prompts.wire-messages.js";
import "./shared.run.result-codec.js";
import {
  decodeSourceFile,
  maxDatasetBytes
} from "./shared.text.source-file.js";
import {
  renderJsonText,
  renderOutputText
} from "./shared.report.diff.json-layout.js";
import "./shared.run.story.js";
import {
  messageText
} from "./shared.prompts.message-text.js";
import {
  revealText
} from "./shared.report.escape.js";
import {
  count
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
  UserError,
  asError,
  renderProblem
} from "./shared.errors.js";

// src/terminal/label.ts
import { open as open3 } from "node:fs/promises";
import { join as join2 } from "node:path";
import { createInterface as createInterface2 } from "node:readline/promises";

// src/judges/labels/pairs.ts
function chooseLabelPairs(sources, labelled, count2) {
  const pairs = groupPairs(sources);
  const of = new Set([...pairs.values()].flat().map(({ id }) => id)).size;
  const chosen = [];
  for (const key of [...pairs.keys()].sort()) {
    if (chosen.length >= count2) break;
    const own = new Map((pairs.get(key) ?? []).map((item) => [item.id, item]));
    chosen.push(
      ...[...own.values()].filter(({ id }) => !labelled.has(id)).sort((a, b) => contentHash(a.id) < contentHash(b.id) ? -1 : 1).map((item) => ({ ...item, drawn: { stratum: randomStratum, of } }))
    );
  }
  return chosen;
}
function groupPairs(sources) {
  const cases = /* @__PURE__ */ new Map();
  for (const source of sources) {
    if (source.sample !== 0) continue;
    const key = contentHash(["pair", source.suite, source.prompt, source.case]);
    cases.set(key, [...cases.get(key) ?? [], source]);
  }
  return new Map(
    [...cases].flatMap(([key, own]) => {
      const items = own.flatMap((source) => buildLabelItem(source) ?? []);
      const isWhole = items.length === own.length && new Set(own.map(({ arm }) => arm)).size === 2;
      return isWhole ? [[key, items]] : [];
    })
  );
}

// src/judges/labels/preferences.ts
function choosePreferences(sources, labelled, count2) {
  const items = groupPairs2(sources).flatMap(({ base, candidate }) => buildPair(base, candidate) ?? []);
  return drawEvenly(items, labelled, count2);
}
function groupPairs2(sources) {
  const keyOf2 = ({ suite, prompt, case: id, sample }) => JSON.stringify([suite, prompt, id, sample]);
  const bases = new Map(sources.filter(({ arm }) => arm === "base").map((source) => [keyOf2(source), source]));
  return sources.flatMap((candidate) => {
    const base = candidate.arm === "candidate" ? bases.get(keyOf2(candidate)) : void 0;
    return base === void 0 ? [] : [{ base, candidate }];
  });
}
function buildPair(base, candidate) {
  const [theirs, ours] = [readText(base.output), readText(candidate.output)];
  if (theirs === null || ours === null || theirs === ours) return null;
  const { suite, prompt, case: caseId, input, judge: score } = candidate;
  const hash = contentHash(["preference", suite, prompt, caseId, theirs, ours]);
  const isOursFirst = Number.parseInt(hash.slice(-1), 16) % 2 === 0;
  const [first, second] = isOursFirst ? [ours, theirs] : [theirs, ours];
  const [a, b] = isOursFirst ? [candidate, base] : [base, candidate];
  return {
    id: hash.slice(0, 12),
    prompt,
    case: caseId,
    input,
    kept: { A: a.output, B: b.output },
    text: `── first
${first}

── second
${second}`,
    judge: score === null || isOursFirst ? score : 1 - score,
    drawn: null
  };
}

// src/judges/brief.ts
function readBrief(value) {
  if (!isJsonObject(value) || typeof value.text !== "string" || !isJsonObject(value.answer)) return null;
  const { by, ids, choices } = value.answer;
  const isWhole = {
    criteria: () => Array.isArray(ids) && ids.length > 0 && ids.every((id) => typeof id === "string"),
    level: () => true,
    choice: () => Array.isArray(choices) && choices.length > 0 && choices.every(isChoice),
    preference: () => true
  }[String(by)];
  return isWhole?.() === true ? value : null;
}
function isChoice(value) {
  return isJsonObject(value) && typeof value.choice === "string" && typeof value.score === "number";
}

// src/judges/labels/sources.ts
function matchScores(lines, judge, suite) {
  const own = lines.judges.filter((line) => line.judge === judge && (suite === null || line.suite === suite));
  if (own.length === 0) throw refuseUnknown(lines.judges, judge, suite);
  const briefs = new Map(own.map(({ brief: brief2 = null }) => [canonicalJson(brief2), readBrief(brief2)]));
  const [brief = null] = briefs.values();
  if (briefs.size > 1) {
    const hint = `Name one of them by --suite: ${own.map((line) => quoteName(String(line.suite))).join(", ")}.`;
    throw UserError.of(`Several suites ask their judge ${quoteName(judge)} something else.`, hint);
  }
  if (brief === null) {
    throw UserError.of(
      `The report does not say what judge ${quoteName(judge)} is asked.`,
      "Write it anew with run --report."
    );
  }
  return { brief, sources: listSources(lines, judge, new Set(own.map((line) => String(line.suite)))) };
}
function refuseUnknown(judges, judge, suite) {
  const known = [...new Set(judges.map((line) => String(line.judge)))];
  const where = suite === null || !known.includes(judge) ? "" : ` in suite ${quoteName(suite)}`;
  return UserError.of(`The report has no judge ${quoteName(judge)}${where}.`, hintKnown(judge, known));
}
function listSources({ outputs, candidate, base }, judge, suites) {
  const baseArm = outputs.some(({ arm }) => arm === "base") ? "base" : "stored";
  const scores = /* @__PURE__ */ new Map();
  for (const [arm, lines] of [
    ["candidate", candidate],
    [baseArm, base]
  ]) {
    for (const line of lines) {
      if (line.metric !== judge || !suites.has(String(line.suite))) continue;
      scores.set(keyOf(line, arm), typeof line.score === "number" ? line.score : null);
    }
  }
  return outputs.flatMap((line) => {
    const score = scores.get(keyOf(line, line.arm ?? null));
    if (score === void 0) return [];
    const { suite, prompt, case: caseId, sample, input = null, output = null } = line;
    const arm = line.arm === "candidate" ? "candidate" : "base";
    const id = {
      suite: String(suite),
      prompt: String(prompt),
      case: String(caseId),
      arm,
      sample: Number(sample)
    };
    return [{ ...id, input, output, judge: score }];
  });
}
function keyOf({ suite, prompt, case: caseId, sample }, arm) {
  return JSON.stringify([suite, prompt, caseId, sample, arm]);
}

// src/terminal/fill-expected.ts
import { createInterface } from "node:readline/promises";

// src/terminal/ask-each.ts
async function askEach(items, question, talk) {
  const last = holdLast(talk);
  let [skipped, shown] = [0, -1];
  for (let index = 0; index < items.length; ) {
    const item = items[index];
    talk.show(`${shown === index ? "" : question.renderItem(item, index)}${question.renderPrompt(item)}`);
    shown = index;
    const { value, done } = await talk.answers.next();
    const said = done === true ? "quit" : question.read(value.trim(), item);
    if (said === "quit") break;
    if (said === "undo") {
      if (last.takeBack()) index -= 1;
      else talk.show("There is nothing to take back.\n");
    } else if (said !== "skip" && "show" in said) {
      talk.show(said.show);
    } else {
      await last.keep();
      if (said === "skip") skipped += 1;
      else last.hold(said.keep);
      index += 1;
    }
  }
  return { kept: await last.keep(), skipped };
}
function holdLast(talk) {
  let held = [];
  let kept = 0;
  return {
    hold(answer) {
      held = [answer];
    },
    /** False where there is none. */
    takeBack() {
      const hadOne = held.length > 0;
      held = [];
      return hadOne;
    },
    /** Keeps it for good; returns how many were kept so far. */
    async keep() {
      for (const answer of held) await talk.keep(answer);
      kept += held.length;
      held = [];
      return kept;
    }
  };
}

// src/terminal/fill-file.ts
import { realpath } from "node:fs/promises";

// src/terminal/replace-file.ts
import { randomUUID } from "node:crypto";
import { access, constants, open, readFile, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
async function requireReplaceable(path) {
  try {
    for (const place of [path, dirname(path)]) await access(place, constants.W_OK);
  } catch (cause) {
    throw cannotReplace(path, cause);
  }
}
async function replaceFile(path, known, text) {
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    await writeDraft(draft, text, (await stat(path)).mode & 4095);
    if (!known.equals(await readFile(path))) throw changedMeanwhile(path);
    await rename(draft, path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw cannotReplace(path, error);
  } finally {
    await rm(draft, { force: true });
  }
}
async function writeDraft(path, text, mode) {
  const file = await open(path, "wx", mode);
  try {
    await file.chmod(mode);
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
function changedMeanwhile(path) {
  const hint = "The last answer was not kept. Start again: what is filled is not asked again.";
  return UserError.of("was changed by something else meanwhile.", hint, { path, line: null, column: null });
}
function cannotReplace(path, cause) {
  const where = { path, line: null, column: null };
  const hint = "Both the file and its folder have to be there and may be written.";
  return UserError.of(`cannot be replaced: ${asError(cause).message}.`, hint, where, { cause });
}

// src/terminal/fill-file.ts
async function openFillFile(path) {
  if (!jsonl.recognises(path)) {
    const hint = "Name a *.jsonl or *.ndjson file: rows of other formats are written by hand.";
    throw UserError.of("is no JSON Lines, whose rows are filled line by line.", hint, {
      path,
      line: null,
      column: null
    });
  }
  let bytes = await readBytes(path);
  const { total } = readRows(path, bytes);
  const place = await realpath(path);
  await requireReplaceable(place);
  return {
    total,
    listOpen: () => readRows(path, bytes).open,
    async keep(row) {
      const text = Buffer.from(replaceLine(bytes, row));
      await replaceFile(place, bytes, text);
      bytes = text;
    }
  };
}
function readRows(path, bytes) {
  const rows = jsonl.parse(decodeSourceFile(path, bytes, maxDatasetBytes));
  const { cases } = parseRows(rows);
  const open4 = cases.flatMap(({ variables, messages, tags, where }, index) => {
    const values = rows[index]?.values;
    if (!isJsonObject(values) || !isOpen(unwrapRow(values), variables)) return [];
    return [{ values, columns: columnsOf(values) ?? values, messages, tags, where }];
  });
  return { total: cases.length, open: open4 };
}
function isOpen(row, variables) {
  const given = ["expected", ...aliasesOf("expected")].filter((name) => Object.hasOwn(row, name));
  const isOnlyAnswered = given.every((name) => name === "output") && isRepeated("output", variables);
  return (variables.expected ?? null) === null || isOnlyAnswered;
}
function columnsOf(values) {
  const { item } = values;
  return unwrapRow(values) !== values && isJsonObject(item) ? item : null;
}
function fillRow({ values, where }, expected) {
  const item = columnsOf(values);
  return { where, values: item === null ? { ...values, expected } : { ...values, item: { ...item, expected } } };
}
function replaceLine(bytes, { values, where }) {
  const lines = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).split("\n");
  const index = (where.line ?? 1) - 1;
  const line = lines[index] ?? "";
  const [mark, end] = [line.startsWith("\uFEFF") ? "\uFEFF" : "", line.endsWith("\r") ? "\r" : ""];
  lines[index] = `${mark}${renderRow(values).trimEnd()}${end}`;
  return lines.join("\n");
}

// src/terminal/fill-row-text.ts
var aside = /* @__PURE__ */ new Set(["id", "tags", "critical", "output", "expected"]);
function renderQuestion({ columns, messages }) {
  const told = messages?.map((message) => `── ${message.role}
${messageText(message).trimEnd()}`) ?? [];
  const isTold = (name, value) => messages !== null && (name === "messages" || name === "input" && (Array.isArray(value) || value === messages[0]?.content));
  const rest = Object.entries(columns).filter(
    ([name, value]) => !aside.has(name) && value !== null && !isTold(name, value)
  );
  return [...told, ...rest.length === 0 ? [] : [renderJsonText(Object.fromEntries(rest))]].join("\n\n");
}
function readRecorded({ columns }) {
  const { output = null } = columns;
  if (output === null || output === "") return null;
  if (typeof output === "string") return { text: output, answer: output };
  const told = isJsonObject(output) ? readTold(output) : null;
  if (told === null) return { text: writeJson(output, 2), answer: output };
  return { text: renderOutputText(told), answer: told.content.trim() === "" ? null : told.content };
}
function readTold(value) {
  if (typeof value.content !== "string") return null;
  const answer = readAnswer(value, () => {
  });
  const steps = Array.isArray(value.trajectory) ? readAnswer(value.trajectory, () => {
  }) : null;
  return answer === null || steps?.trajectory === void 0 ? answer : { ...answer, trajectory: steps.trajectory };
}

// src/terminal/label-dialog.ts
var rule = "─".repeat(72);
async function askLabels(items, asking, talk) {
  const prompt = `[${asking.keys}; r rubric, s skip, u undo, q quit] `;
  talk.show(renderBrief(asking));
  const question = {
    renderItem: (item, index) => renderItem(item, index, items.length, asking),
    renderPrompt: () => prompt,
    read: (word, item) => readLabel(word.toLowerCase(), item, asking)
  };
  return (await askEach(items, question, talk)).kept;
}
function readLabel(word, item, asking) {
  if (word === "q") return "quit";
  const human = asking.read(word);
  if (human !== null) return { keep: renderLine(item, asking, human) };
  if (word === "r") return { show: renderBrief(asking) };
  if (word === "s") return "skip";
  if (word === "u") return "undo";
  return { show: `"${revealText(word)}" is no answer here.
` };
}
function renderBrief({ brief, worth }) {
  const note = worth === null ? "" : `
${worth}
`;
  return `
${rule}
What the judge is asked

${revealText(brief.text)}
${note}`;
}
function renderItem({ input, text }, index, total, { shows }) {
  const shown = typeof input === "string" ? input : writeJson(input, 2);
  const parts = [`${index + 1} of ${total}`, `Input
${revealText(shown)}`, `${shows}
${revealText(text)}`];
  return `
${rule}
${parts.join("\n\n")}

`;
}
function renderLine(item, asking, human) {
  const judge = item.judge === null ? null : asking.labelOf(item.judge);
  const { id, prompt, case: caseId, kept, drawn } = item;
  return `${escapeJson(writeJson({ item: id, judge, human, prompt, case: caseId, ...kept, drawn }))}
`;
}

// src/terminal/fill-dialog.ts
var words = /* @__PURE__ */ new Map([
  ["s", "skip"],
  ["u", "undo"],
  ["q", "quit"]
]);
function askExpected(rows, talk) {
  const question = {
    renderItem: (row, index) => renderItem2(row, `${index + 1} of ${rows.length}`),
    renderPrompt: (row) => `[${hasAnswer(row) ? "Enter keeps the answer; else what" : "what"} is expected; s skip, u undo, q quit] `,
    read: (word, row) => Buffer.byteLength(word) < talk.maxLineBytes ? readExpected(word, row) : { show: "The terminal takes no longer lines and may have cut this one. Write it into the file by hand.\n" }
  };
  return askEach(rows, question, talk);
}
function readExpected(word, row) {
  const said = words.get(word.toLowerCase());
  if (said !== void 0) return said;
  const answer = readRecorded(row)?.answer ?? null;
  if (word === "" && answer === null) return { show: "There is no answer to keep: type what is expected.\n" };
  try {
    const filled = fillRow(row, word === "" ? answer : readTyped(word));
    const fault = findRowFault(filled.values, row.where);
    return fault === null ? { keep: filled } : { show: `${revealText(renderProblem(fault))}
` };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { show: `${revealText(error.problems.map(renderProblem).join("\n"))}
` };
  }
}
function readTyped(word) {
  if (!/^[{["]/.test(word)) return word;
  const at = (offset) => ({ path: "what you typed", line: 1, column: offset + 1 });
  const { value, repeated } = readOrExplain(
    word,
    'A text that begins with {, [ or " is written as JSON, in quotes.',
    at
  );
  throwProblems(repeated.map(({ key, offset }) => explainRepeated(key, at(offset))));
  return value;
}
function hasAnswer(row) {
  return (readRecorded(row)?.answer ?? null) !== null;
}
function renderItem2(row, place) {
  const recorded = readRecorded(row);
  const tags = row.tags.length === 0 ? "" : `: ${row.tags.join(", ")}`;
  const parts = [
    `${place}, line ${row.where.line}${tags}`,
    `Input
${renderQuestion(row)}`,
    ...recorded === null ? [] : [`Answer
${recorded.text}`]
  ];
  return `
${rule}
${parts.map(revealText).join("\n\n")}

`;
}

// src/terminal/fill-expected.ts
var maxTypedBytes = 4e3;
async function fillExpected(path, flags, io) {
  const idle = Object.keys(flags).find((name) => !["dataset", "json"].includes(name));
  if (idle !== void 0) throw UserError.of(`--${idle} is of no use with --dataset.`, "Leave one of them out.");
  const file = await openFillFile(path);
  const open4 = file.listOpen();
  const tally = open4.length === 0 ? { kept: 0, skipped: 0 } : await fillRows(file, open4, flags.json === true, io);
  const left = file.listOpen().length;
  const { total } = file;
  const rest = left === 0 ? `${count(total, "row")}: each has what is expected` : `${left} of ${count(total, "row")} left`;
  const done = open4.length === 0 ? "" : `
${tally.kept} filled, ${tally.skipped} skipped; `;
  return {
    document: { filled: tally.kept, skipped: tally.skipped, left, total, errors: [] },
    text: `${done}${rest}, in ${path}.
`,
    exitCode: io.signal.aborted ? 130 : 0
  };
}
async function fillRows(file, open4, isJson, io) {
  const lines = createInterface({ input: process.stdin, signal: io.signal });
  try {
    return await askExpected(open4, {
      answers: lines[Symbol.asyncIterator](),
      show: isJson ? io.err : io.out,
      keep: file.keep,
      maxLineBytes: process.stdin.isTTY === true ? maxTypedBytes : Number.POSITIVE_INFINITY
    });
  } finally {
    lines.close();
  }
}

// src/terminal/label-file.ts
import { open as open2, readFile as readFile2, truncate } from "node:fs/promises";
async function readLabelled(path, kind) {
  const text = await readFile2(path, "utf8").catch((error) => {
    if (error.code === "ENOENT") return "";
    throw cannotUse(path, "cannot be read.", error);
  });
  const whole = await mendEnd(path, text);
  if (whole.trim() === "") return /* @__PURE__ */ new Set();
  const { lines } = parseLabelLines({ path, text: whole }, "open");
  const [wanted, other] = kind === null ? ["string", "by number"] : ["number", "in words"];
  const stray = lines.find(({ human }) => typeof human !== wanted);
  if (stray !== void 0) {
    const hint = "Name another file: its labels are of another kind of judge.";
    throw UserError.of(`is labelled ${other}.`, hint, { path, line: stray.line, column: null });
  }
  scaleLabels(path, lines, kind ?? "nominal");
  return new Set(lines.map(({ item }) => item));
}
async function mendEnd(path, text) {
  const end = text.lastIndexOf("\n") + 1;
  const last = text.slice(end);
  if (last === "") return text;
  if (parseJson(last) === void 0 && last.startsWith('{"item":')) {
    await truncate(path, Buffer.byteLength(text.slice(0, end)));
    return text.slice(0, end);
  }
  const file = await open2(path, "a");
  await file.appendFile("\n").finally(() => file.close());
  return `${text}
`;
}
function cannotUse(path, what, cause) {
  return UserError.of(what, "Name a file that can be written.", { path, line: null, column: null }, { cause });
}

// src/terminal/label.ts
var label = {
  name: "label",
  usage: "(--report DIR --judge NAME --out LABELS.jsonl [options] | --dataset ROWS.jsonl)",
  about: `Shows what a judge is asked, then outputs of a report folder one by one, and takes a label for each, as the judge would
answer. For a judge of pairs both outputs of a case are shown, in random places. Neither the side an output comes from nor
what the judge said is shown. Labels are written one by one: stop at any time and start again to go on.
With --dataset it shows the rows that have no "expected", with what the application answered where they have it as "output",
and fills in what you say. Answers are read line by line, so that they can also be piped in.`,
  flags: {
    report: { value: "DIR", help: "a folder that run --report wrote" },
    judge: { value: "NAME", help: "the judge whose scores are kept beside the labels" },
    out: { value: "FILE", help: "the labels; what is labelled there is not shown again" },
    suite: { value: "NAME", help: "its suite, where several ask a judge of that name something else" },
    kind: { value: "WORD", help: "how labels are written: binary (good or bad) or ordinal (1 to 5); default ordinal" },
    count: { value: "N", help: "at most N outputs (default 50)" },
    pairs: { help: "both sides' outputs of cases drawn at random, for the corrected difference in the comment" },
    case: { value: "ID", isRepeatable: true, help: "only the outputs of this case (repeatable)" },
    dataset: { value: "FILE", help: "the rows to fill in (JSON Lines); goes with none of the above" },
    json: { help: "print how many were labelled or filled as JSON; the questions then go to standard error" }
  },
  positionals: [],
  run: labelInTerminal,
  // What was wrong in the flags may have hidden which of the two was meant.
  buildFailure: (errors) => ({ labelled: 0, filled: 0, skipped: 0, left: 0, total: 0, errors })
};
async function labelInTerminal(flags, _positionals, io) {
  const dataset = textFlag(flags, "dataset");
  if (dataset !== null) return fillExpected(dataset, flags, io);
  const [folder, judge, out] = [requireFlag(flags, "report"), requireFlag(flags, "judge"), requireFlag(flags, "out")];
  const named = listFlag(flags, "case");
  const count2 = integerFlag(flags, "count", 1, 1e4) ?? 50;
  const { brief, sources } = matchScores(await readReport(folder), judge, textFlag(flags, "suite"));
  const kind = chooseKind(flags, judge, brief);
  const asking = buildAsking(brief, kind ?? "ordinal");
  const choose = kind === null ? choosePreferences : flags.pairs === true ? chooseLabelPairs : chooseLabelItems;
  const drawn = choose(keepCases(sources, named), await readLabelled(out, kind), count2);
  const items = named.length === 0 ? drawn : drawn.map((item) => ({ ...item, drawn: null }));
  const show = flags.json === true ? io.err : io.out;
  const labelled = items.length === 0 ? 0 : await labelItems(items, asking, out, show, io.signal);
  const text = items.length === 0 ? "Nothing is left to label.\n" : `
${labelled} labelled, in ${out}. Compare them with the judge: prompt-assay calibrate --labels ${out}
`;
  return { document: { labelled, errors: [] }, text, exitCode: io.signal.aborted ? 130 : 0 };
}
function chooseKind(flags, judge, { answer }) {
  const kind = choiceFlag(flags, "kind", ["binary", "ordinal"]);
  if (answer.by !== "preference") return kind ?? "ordinal";
  const idle = kind !== null ? "kind" : flags.pairs === true ? "pairs" : null;
  if (idle === null) return null;
  const what = `--${idle} is of no use for judge ${quoteName(judge)}: it compares two answers, and its labels say which is better.`;
  throw UserError.of(what, "Leave it out.");
}
async function readReport(folder) {
  const read = (name) => readLines(join2(folder, name));
  const [judges, outputs, candidate, base] = await Promise.all([
    read("judges.jsonl"),
    read("outputs.jsonl"),
    read("scores.jsonl"),
    read("baseline-scores.jsonl")
  ]);
  return { judges, outputs, candidate, base };
}
function keepCases(sources, names) {
  const known = new Set(sources.map((source) => source.case));
  for (const name of names) {
    if (!known.has(name)) throw UserError.of(`The report has no case ${quoteName(name)}.`, hintKnown(name, [...known]));
  }
  return names.length === 0 ? sources : sources.filter((source) => names.includes(source.case));
}
async function labelItems(items, asking, out, show, signal) {
  const file = await open3(out, "a").catch((cause) => {
    throw cannotUse(out, "cannot be written.", cause);
  });
  const lines = createInterface2({ input: process.stdin, signal });
  try {
    return await askLabels(items, asking, {
      answers: lines[Symbol.asyncIterator](),
      show,
      keep: async (line) => {
        await file.appendFile(line);
        await file.sync();
      }
    });
  } finally {
    lines.close();
    await file.close();
  }
}
async function readLines(path) {
  const { text } = await readSourceFile(path, maxDatasetBytes);
  return text.split("\n").flatMap((line, index) => {
    if (line === "") return [];
    const value = parseJson(line);
    if (isJsonObject(value)) return [value];
    const where = { path, line: index + 1, column: null };
    throw UserError.of("is not a JSON object.", "Name a folder that run --report wrote.", where);
  });
}
function requireFlag(flags, name) {
  const value = textFlag(flags, name);
  if (value === null) throw UserError.of(`--${name} is missing.`, "See prompt-assay label --help.");
  return value;
}
export {
  label
};
