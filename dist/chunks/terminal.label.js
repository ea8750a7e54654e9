import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readSourceFile
} from "./shared.terminal.read-file.js";
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
  chooseLabelItems
} from "./shared.judges.labels.items.js";
import {
  parseLabelLines,
  randomStratum,
  scaleLabels,
  scoreToLabel
} from "./shared.judges.labels.lines.js";
import {
  hintKnown,
  quoteName
} from "./shared.checks.excerpt.js";
import {
  maxDatasetBytes
} from "./shared.text.source-file.js";
import {
  revealText
} from "./shared.report.escape.js";
import {
  contentHash,
  isJsonObject,
  parseJson,
  writeJson
} from "./shared.json-writer.js";
import {
  UserError
} from "./shared.errors.js";

// src/terminal/label.ts
import { open, readFile, truncate } from "node:fs/promises";
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

// src/judges/labels/sources.ts
function matchScores({ outputs, candidate, base }, judge) {
  const known = new Set([...candidate, ...base].map(({ metric }) => String(metric)));
  if (!known.has(judge)) {
    throw UserError.of(`The report has no scores of a judge ${quoteName(judge)}.`, hintKnown(judge, [...known]));
  }
  const baseArm = outputs.some(({ arm }) => arm === "base") ? "base" : "stored";
  const scores = /* @__PURE__ */ new Map();
  for (const [arm, lines] of [
    ["candidate", candidate],
    [baseArm, base]
  ]) {
    for (const line of lines) {
      if (line.metric !== judge) continue;
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

// src/terminal/label-dialog.ts
async function askLabels(items, kind, talk) {
  let pending = null;
  let done = 0;
  const flush = async () => {
    if (pending === null) return;
    await talk.write(pending);
    pending = null;
    done += 1;
  };
  for (let index = 0; index < items.length; ) {
    const item = items[index];
    talk.show(renderItem(item, index, items.length, kind));
    const { value, done: ended } = await talk.answers.next();
    const word = ended === true ? "q" : value.trim().toLowerCase();
    if (word === "q") break;
    if (word === "u") {
      if (pending === null) talk.show("There is no label to take back.\n");
      else index -= 1;
      pending = null;
      continue;
    }
    const human = parseLabel(word, kind);
    if (human === null && word !== "s") {
      talk.show(`"${revealText(word)}" is no label.
`);
      continue;
    }
    await flush();
    if (human !== null) pending = renderLine(item, kind, human);
    index += 1;
  }
  await flush();
  return done;
}
function renderItem({ input, text }, index, total, kind) {
  const shown = typeof input === "string" ? input : writeJson(input, 2);
  const keys = kind === "binary" ? "y good, n bad" : "1 worst to 5 best";
  const line = "─".repeat(72);
  return `
${line}
${index + 1} of ${total}

Input
${revealText(shown)}

Output
${revealText(text)}

[${keys}; s skip, u undo, q quit] `;
}
function renderLine(item, kind, human) {
  const judge = item.judge === null ? null : scoreToLabel(item.judge, kind);
  const { id, prompt, case: caseId, output, drawn } = item;
  return `${writeJson({ item: id, judge, human, prompt, case: caseId, output, drawn })}
`;
}
function parseLabel(word, kind) {
  if (kind === "ordinal") return /^[1-5]$/.test(word) ? Number(word) : null;
  return { y: 1, "1": 1, n: 0, "0": 0 }[word] ?? null;
}

// src/terminal/label.ts
var label = {
  name: "label",
  usage: "--report DIR --judge NAME --out LABELS.jsonl [options]",
  about: `Shows outputs of a report folder one by one and takes a label for each. Neither the side an output comes from nor what
the judge said is shown. Labels are written one by one: stop at any time and start again to go on.
Answers are read line by line, so that they can also be piped in.`,
  flags: {
    report: { value: "DIR", help: "a folder that run --report wrote" },
    judge: { value: "NAME", help: "the judge whose scores are kept beside the labels" },
    out: { value: "FILE", help: "the labels; what is labelled there is not shown again" },
    kind: { value: "WORD", help: "binary (y or n) or ordinal (1 to 5); default ordinal" },
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
  const kind = choiceFlag(flags, "kind", ["binary", "ordinal"]) ?? "ordinal";
  const count = integerFlag(flags, "count", 1, 1e4) ?? 50;
  const [outputs, candidate, base] = await Promise.all([
    readLines(join(folder, "outputs.jsonl")),
    readLines(join(folder, "scores.jsonl")),
    readLines(join(folder, "baseline-scores.jsonl"))
  ]);
  const named = listFlag(flags, "case");
  const sources = keepCases(matchScores({ outputs, candidate, base }, judge), named);
  const choose = flags.pairs === true ? chooseLabelPairs : chooseLabelItems;
  const drawn = choose(sources, await readLabelled(out, kind), count);
  const items = named.length === 0 ? drawn : drawn.map((item) => ({ ...item, drawn: null }));
  const show = flags.json === true ? io.err : io.out;
  const labelled = items.length === 0 ? 0 : await labelItems(items, kind, out, show, io.signal);
  const text = items.length === 0 ? "Nothing is left to label.\n" : `
${labelled} labelled, in ${out}. Compare them with the judge: prompt-assay calibrate --labels ${out}
`;
  return { document: { labelled, errors: [] }, text, exitCode: io.signal.aborted ? 130 : 0 };
}
function keepCases(sources, names) {
  const known = new Set(sources.map((source) => source.case));
  for (const name of names) {
    if (!known.has(name)) throw UserError.of(`The report has no case ${quoteName(name)}.`, hintKnown(name, [...known]));
  }
  return names.length === 0 ? sources : sources.filter((source) => names.includes(source.case));
}
async function labelItems(items, kind, out, show, signal) {
  const file = await open(out, "a").catch((cause) => {
    throw cannotUse(out, "cannot be written.", cause);
  });
  const lines = createInterface({ input: process.stdin, signal });
  try {
    return await askLabels(items, kind, {
      answers: lines[Symbol.asyncIterator](),
      show,
      write: async (line) => {
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
async function readLabelled(path, kind) {
  const text = await readFile(path, "utf8").catch((error) => {
    if (error.code === "ENOENT") return "";
    throw cannotUse(path, "cannot be read.", error);
  });
  const whole = await mendEnd(path, text);
  if (whole.trim() === "") return /* @__PURE__ */ new Set();
  const { lines } = parseLabelLines({ path, text: whole }, "open");
  const inWords = lines.find(({ human }) => typeof human === "string");
  if (inWords !== void 0) {
    const where = { path, line: inWords.line, column: null };
    throw UserError.of("is labelled in words.", "Name another file for labels by number.", where);
  }
  scaleLabels(path, lines, kind);
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
function requireFlag(flags, name) {
  const value = textFlag(flags, name);
  if (value === null) throw UserError.of(`--${name} is missing.`, "See prompt-assay label --help.");
  return value;
}
export {
  label
};
