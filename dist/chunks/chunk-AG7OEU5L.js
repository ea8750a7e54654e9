import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  contentHash,
  isJsonObject
} from "./chunk-32F53KWV.js";

// src/judges/label-items.ts
var strata = 5;
function chooseLabelItems(sources, labelled, count) {
  const items = new Map(
    sources.flatMap((source) => {
      const item = buildLabelItem(source);
      return item === null || labelled.has(item.id) ? [] : [[item.id, item]];
    })
  );
  const turns = /* @__PURE__ */ new Map();
  return [...items.values()].map((item) => ({ item, rank: contentHash(item.id) })).sort((a, b) => a.rank < b.rank ? -1 : 1).map(({ item, rank }) => {
    const stratum = item.judge === null ? strata : Math.min(strata - 1, Math.floor(item.judge * strata));
    const turn = turns.get(stratum) ?? 0;
    turns.set(stratum, turn + 1);
    return { item, turn, stratum, rank };
  }).sort((a, b) => a.turn - b.turn || a.stratum - b.stratum).slice(0, count).sort((a, b) => a.turn - b.turn || (a.rank < b.rank ? -1 : 1)).map(({ item }) => item);
}
function identifyOutput(source) {
  const text = readText(source.output);
  return text === null ? null : contentHash([source.suite, source.prompt, source.case, text]).slice(0, 12);
}
function buildLabelItem(source) {
  const { prompt, case: caseId, input, output, judge } = source;
  const [id, text] = [identifyOutput(source), readText(output)];
  return id === null || text === null ? null : { id, prompt, case: caseId, input, output, text, judge };
}
function readText(output) {
  if (!isJsonObject(output) || typeof output.content !== "string") return null;
  const calls = Array.isArray(output.toolCalls) && output.toolCalls.length > 0 ? JSON.stringify(output.toolCalls, null, 2) : "";
  const refusal = typeof output.refusal === "string" ? `[refused] ${output.refusal}` : "";
  return [output.content, refusal, calls].filter((part) => part !== "").join("\n");
}

export {
  chooseLabelItems,
  identifyOutput,
  buildLabelItem
};
