import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readSourceFile
} from "./shared.terminal.read-file.js";
import {
  buildAsking
} from "./shared.judges.labels.asking.js";
import {
  choiceFlag,
  integerFlag
} from "./shared.terminal.flags.js";
import {
  listFlag,
  textFlag
} from "./shared.terminal.command.js";
import {
  buildLabelItem,
  chooseLabelItems,
  drawEvenly,
  readText
} from "./shared.judges.labels.items.js";
import {
  parseLabelLines,
  randomStratum,
  scaleLabels
} from "./shared.judges.labels.lines.js";
import "./shared.checks.pattern.js";
import "./shared.prompts.fields.js";
import {
  hintKnown,
  quoteName
} from "./shared.text.problems.js";
import "./shared.run.result-codec.js";
import {
  maxDatasetBytes
} from "./shared.text.source-file.js";
import "./shared.run.story.js";
import {
  revealText
} from "./shared.report.escape.js";
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
  UserError
} from "./shared.errors.js";

// src/terminal/label.ts
import { open as open2 } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";

// src/judges/labels/pairs.ts
function chooseLabelPairs(sources, labelled, count) {
  const pairs = groupPairs(sources);
  const of = new Set([...pairs.values()].flat().map(({ id }) => id)).size;
  const chosen = [];
  for (const key of [...pairs.keys()].sort()) {
    if (chosen.length >= count) break;
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
function choosePreferences(sources, labelled, count) {
  const items = groupPairs2(sources).flatMap(({ base, candidate }) => buildPair(base, candidate) ?? []);
  return drawEvenly(items, labelled, count);
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
  const own = lines.judges.filter((line2) => line2.judge === judge && (suite === null || line2.suite === suite));
  if (own.length === 0) throw refuseUnknown(lines.judges, judge, suite);
  const briefs = new Map(own.map(({ brief: brief2 = null }) => [canonicalJson(brief2), readBrief(brief2)]));
  const [brief = null] = briefs.values();
  if (briefs.size > 1) {
    const hint = `Name one of them by --suite: ${own.map((line2) => quoteName(String(line2.suite))).join(", ")}.`;
    throw UserError.of(`Several suites ask their judge ${quoteName(judge)} something else.`, hint);
  }
  if (brief === null) {
    throw UserError.of(
      `The report does not say what judge ${quoteName(judge)} is asked.`,
      "Write it anew with run --report."
    );
  }
  return { brief, sources: listSources(lines, judge, new Set(own.map((line2) => String(line2.suite)))) };
}
function refuseUnknown(judges, judge, suite) {
  const known = [...new Set(judges.map((line2) => String(line2.judge)))];
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
    for (const line2 of lines) {
      if (line2.metric !== judge || !suites.has(String(line2.suite))) continue;
      scores.set(keyOf(line2, arm), typeof line2.score === "number" ? line2.score : null);
    }
  }
  return outputs.flatMap((line2) => {
    const score = scores.get(keyOf(line2, line2.arm ?? null));
    if (score === void 0) return [];
    const { suite, prompt, case: caseId, sample, input = null, output = null } = line2;
    const arm = line2.arm === "candidate" ? "candidate" : "base";
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

// src/terminal/label-dialog.ts
var line = "─".repeat(72);
async function askLabels(items, asking, talk) {
  const prompt = `[${asking.keys}; r rubric, s skip, u undo, q quit] `;
  let pending = null;
  let done = 0;
  const flush = async () => {
    if (pending === null) return;
    await talk.write(pending);
    pending = null;
    done += 1;
  };
  talk.show(renderBrief(asking));
  for (let index = 0, isShown = false; index < items.length; ) {
    const item = items[index];
    talk.show(`${isShown ? "" : renderItem(item, index, items.length, asking)}${prompt}`);
    isShown = true;
    const { value, done: ended } = await talk.answers.next();
    const word = ended === true ? "q" : value.trim().toLowerCase();
    if (word === "q") break;
    const human = asking.read(word);
    if (human === null && !["r", "s", "u"].includes(word)) {
      talk.show(`"${revealText(word)}" is no answer here.
`);
    } else if (word === "r") {
      talk.show(renderBrief(asking));
    } else if (word === "u" && pending === null) {
      talk.show("There is no label to take back.\n");
    } else if (word === "u") {
      pending = null;
      index -= 1;
      isShown = false;
    } else {
      await flush();
      if (human !== null) pending = renderLine(item, asking, human);
      index += 1;
      isShown = false;
    }
  }
  await flush();
  return done;
}
function renderBrief({ brief, worth }) {
  const note = worth === null ? "" : `
${worth}
`;
  return `
${line}
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
${line}
${parts.join("\n\n")}

`;
}
function renderLine(item, asking, human) {
  const judge = item.judge === null ? null : asking.labelOf(item.judge);
  const { id, prompt, case: caseId, kept, drawn } = item;
  return `${escapeJson(writeJson({ item: id, judge, human, prompt, case: caseId, ...kept, drawn }))}
`;
}

// src/terminal/label-file.ts
import { open, readFile, truncate } from "node:fs/promises";
async function readLabelled(path, kind) {
  const text = await readFile(path, "utf8").catch((error) => {
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
  const file = await open(path, "a");
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
  usage: "--report DIR --judge NAME --out LABELS.jsonl [options]",
  about: `Shows what a judge is asked, then outputs of a report folder one by one, and takes a label for each, as the judge would
answer. For a judge of pairs both outputs of a case are shown, in random places. Neither the side an output comes from nor
what the judge said is shown. Labels are written one by one: stop at any time and start again to go on.
Answers are read line by line, so that they can also be piped in.`,
  flags: {
    report: { value: "DIR", help: "a folder that run --report wrote" },
    judge: { value: "NAME", help: "the judge whose scores are kept beside the labels" },
    out: { value: "FILE", help: "the labels; what is labelled there is not shown again" },
    suite: { value: "NAME", help: "its suite, where several ask a judge of that name something else" },
    kind: { value: "WORD", help: "how labels are written: binary (good or bad) or ordinal (1 to 5); default ordinal" },
    count: { value: "N", help: "at most N outputs (default 50)" },
    pairs: { help: "both sides' outputs of cases drawn at random, for the corrected difference in the comment" },
    case: { value: "ID", isRepeatable: true, help: "only the outputs of this case (repeatable)" },
    json: { help: "print how many were labelled as JSON; the questions then go to standard error" }
  },
  positionals: [],
  run: labelInTerminal,
  buildFailure: (errors) => ({ labelled: 0, errors })
};
async function labelInTerminal(flags, _positionals, io) {
  const [folder, judge, out] = [requireFlag(flags, "report"), requireFlag(flags, "judge"), requireFlag(flags, "out")];
  const named = listFlag(flags, "case");
  const count = integerFlag(flags, "count", 1, 1e4) ?? 50;
  const { brief, sources } = matchScores(await readReport(folder), judge, textFlag(flags, "suite"));
  const kind = chooseKind(flags, judge, brief);
  const asking = buildAsking(brief, kind ?? "ordinal");
  const choose = kind === null ? choosePreferences : flags.pairs === true ? chooseLabelPairs : chooseLabelItems;
  const drawn = choose(keepCases(sources, named), await readLabelled(out, kind), count);
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
  const read = (name) => readLines(join(folder, name));
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
  const file = await open2(out, "a").catch((cause) => {
    throw cannotUse(out, "cannot be written.", cause);
  });
  const lines = createInterface({ input: process.stdin, signal });
  try {
    return await askLabels(items, asking, {
      answers: lines[Symbol.asyncIterator](),
      show,
      write: async (line2) => {
        await file.appendFile(line2);
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
  return text.split("\n").flatMap((line2, index) => {
    if (line2 === "") return [];
    const value = parseJson(line2);
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
