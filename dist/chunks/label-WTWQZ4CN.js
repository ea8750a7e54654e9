import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readSourceFile
} from "./chunk-I55GWISX.js";
import {
  choiceFlag,
  integerFlag
} from "./chunk-VVUUZSMX.js";
import {
  textFlag
} from "./chunk-DIOVEWYN.js";
import {
  revealText
} from "./chunk-2IRDLZHZ.js";
import {
  contentHash,
  isJsonObject
} from "./chunk-32F53KWV.js";
import {
  maxDatasetBytes
} from "./chunk-NUU66HAX.js";
import {
  UserError
} from "./chunk-GVVGS7NA.js";

// src/terminal/label.ts
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";

// src/judges/label-items.ts
var strata = 5;
function chooseLabelItems(sources, labelled, count) {
  const items = new Map(
    sources.flatMap((source) => {
      const text = readText(source.output);
      if (text === null) return [];
      const id = contentHash([source.suite, source.prompt, source.case, text]).slice(0, 12);
      return labelled.has(id) ? [] : [[id, { id, input: source.input, text, judge: source.judge }]];
    })
  );
  const turns = /* @__PURE__ */ new Map();
  return [...items.values()].map((item) => ({ item, rank: contentHash(item.id) })).sort((a, b) => a.rank < b.rank ? -1 : 1).map(({ item }) => {
    const stratum = item.judge === null ? strata : Math.min(strata - 1, Math.floor(item.judge * strata));
    const turn = turns.get(stratum) ?? 0;
    turns.set(stratum, turn + 1);
    return { item, turn, stratum };
  }).sort((a, b) => a.turn - b.turn || a.stratum - b.stratum).slice(0, count).map(({ item }) => item);
}
function readText(output) {
  if (!isJsonObject(output) || typeof output.content !== "string") return null;
  const calls = Array.isArray(output.toolCalls) && output.toolCalls.length > 0 ? JSON.stringify(output.toolCalls, null, 2) : "";
  const refusal = typeof output.refusal === "string" ? `[refused] ${output.refusal}` : "";
  return [output.content, refusal, calls].filter((part) => part !== "").join("\n");
}

// src/terminal/label.ts
var label = {
  name: "label",
  help: `Usage: prompt-assay label --report DIR --judge NAME --out LABELS.jsonl [options]

Shows outputs of a report folder one by one and takes a label for each. Neither the side an output comes from nor what
the judge said is shown. Labels are written one by one: stop at any time and start again to go on.

  --report DIR  a folder that run --report wrote
  --judge NAME  the judge whose scores are kept beside the labels
  --out FILE    the labels; what is labelled there is not shown again
  --kind WORD   binary (y or n) or ordinal (1 to 5); default ordinal
  --count N     at most N outputs (default 50)
`,
  options: {
    report: { type: "string" },
    judge: { type: "string" },
    out: { type: "string" },
    kind: { type: "string" },
    count: { type: "string" }
  },
  positionals: [],
  run: labelInTerminal,
  buildFailure: (errors) => ({ labelled: 0, errors })
};
async function labelInTerminal(flags, _positionals, io) {
  const [folder, judge, out] = ["report", "judge", "out"].map((name) => requireFlag(flags, name));
  const kind = choiceFlag(flags, "kind", ["binary", "ordinal"]) ?? "ordinal";
  const count = integerFlag(flags, "count", 1, 1e4) ?? 50;
  const items = chooseLabelItems(await readSources(folder, judge), await readLabelled(out), count);
  if (items.length === 0) {
    io.out("Nothing is left to label.\n");
    return 0;
  }
  const done = await askAll(items, kind, out, io);
  io.out(`
${done} labelled, in ${out}. Compare them with the judge: prompt-assay calibrate --labels ${out}
`);
  return 0;
}
async function askAll(items, kind, out, io) {
  const file = await open(out, "a");
  const lines = createInterface({ input: process.stdin });
  const answers = lines[Symbol.asyncIterator]();
  let pending = null;
  let done = 0;
  const flush = async () => {
    if (pending === null) return;
    await file.write(pending);
    await file.sync();
    pending = null;
    done += 1;
  };
  try {
    for (let index = 0; index < items.length; ) {
      const item = items[index];
      io.out(renderItem(item, index, items.length, kind));
      const { value, done: ended } = await answers.next();
      const word = String(value ?? "").trim().toLowerCase();
      if (ended === true || word === "q") break;
      if (word === "u" && pending !== null) {
        pending = null;
        index -= 1;
        continue;
      }
      const human = parseLabel(word, kind);
      if (human === null && word !== "s") {
        io.out(`"${revealText(word)}" is no label.
`);
        continue;
      }
      await flush();
      if (human !== null) pending = `${JSON.stringify({ item: item.id, judge: toLabel(item.judge, kind), human })}
`;
      index += 1;
    }
    await flush();
  } finally {
    lines.close();
    await file.close();
  }
  return done;
}
function renderItem({ input, text }, index, total, kind) {
  const shown = typeof input === "string" ? input : JSON.stringify(input, null, 2);
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
function parseLabel(word, kind) {
  if (kind === "ordinal") return /^[1-5]$/.test(word) ? Number(word) : null;
  return { y: 1, "1": 1, n: 0, "0": 0 }[word] ?? null;
}
function toLabel(score, kind) {
  if (score === null) return null;
  return kind === "ordinal" ? Math.round(1 + 4 * score) : score >= 0.5 ? 1 : 0;
}
async function readSources(folder, judge) {
  const [outputs, ...scoreFiles] = await Promise.all(
    ["outputs.jsonl", "scores.jsonl", "baseline-scores.jsonl"].map((name) => readLines(join(folder, name)))
  );
  const scores = /* @__PURE__ */ new Map();
  scoreFiles.forEach((lines, index) => {
    const arms = index === 0 ? ["candidate"] : ["baseline", "stored"];
    for (const line of lines) {
      if (line.metric !== judge || typeof line.score !== "number") continue;
      for (const arm of arms)
        scores.set(JSON.stringify([line.suite, line.prompt, line.case, arm, line.sample]), line.score);
    }
  });
  return (outputs ?? []).map((line) => {
    const { suite, prompt, case: caseId, arm, sample, input = null, output = null } = line;
    const known = scores.get(JSON.stringify([suite, prompt, caseId, arm, sample])) ?? null;
    const words = { suite: String(suite), prompt: String(prompt), case: String(caseId), arm: String(arm) };
    return { ...words, sample: Number(sample), input, output, judge: known };
  });
}
async function readLines(path) {
  const { text } = await readSourceFile(path, maxDatasetBytes);
  return text.split("\n").flatMap((line, index) => {
    if (line === "") return [];
    try {
      const value = JSON.parse(line);
      if (isJsonObject(value)) return [value];
    } catch {
    }
    throw UserError.of("is not a JSON object.", "Name a folder that run --report wrote.", {
      path,
      line: index + 1,
      column: null
    });
  });
}
async function readLabelled(path) {
  const text = await readFile(path, "utf8").catch((error) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw UserError.of(
      "cannot be read.",
      "Name a file that can be written.",
      { path, line: null, column: null },
      { cause: error }
    );
  });
  return new Set([...text.matchAll(/^\{"item":"([0-9a-f]{12})".*\}$/gm)].map((match) => match[1]));
}
function requireFlag(flags, name) {
  const value = textFlag(flags, name);
  if (value === null) throw UserError.of(`--${name} is missing.`, "See prompt-assay label --help.");
  return value;
}
export {
  label
};
