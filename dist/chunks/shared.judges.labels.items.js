import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  isTrajectory
} from "./shared.run.result-codec.js";
import {
  numberSteps,
  tellSteps
} from "./shared.run.story.js";
import {
  contentHash,
  isJsonObject
} from "./shared.json-writer.js";

// src/judges/labels/items.ts
var strata = 5;
function chooseLabelItems(sources, labelled, count) {
  const items = sources.flatMap((source) => buildLabelItem(source) ?? []);
  return drawEvenly(items, labelled, count);
}
function drawEvenly(listed, labelled, count) {
  const items = new Map(listed.map((item) => [item.id, item]));
  const sizes = /* @__PURE__ */ new Map();
  for (const item of items.values()) sizes.set(stratumOf(item), (sizes.get(stratumOf(item)) ?? 0) + 1);
  const turns = /* @__PURE__ */ new Map();
  return [...items.values()].filter((item) => !labelled.has(item.id)).map((item) => ({ item, rank: contentHash(item.id) })).sort((a, b) => a.rank < b.rank ? -1 : 1).map(({ item, rank }) => {
    const stratum = stratumOf(item);
    const turn = turns.get(stratum) ?? 0;
    turns.set(stratum, turn + 1);
    const name = stratum === strata ? "no score" : `fifth ${stratum + 1}`;
    return { item: { ...item, drawn: { stratum: name, of: sizes.get(stratum) ?? 0 } }, turn, stratum, rank };
  }).sort((a, b) => a.turn - b.turn || a.stratum - b.stratum).slice(0, count).sort((a, b) => a.turn - b.turn || (a.rank < b.rank ? -1 : 1)).map(({ item }) => item);
}
function stratumOf({ judge }) {
  return judge === null ? strata : Math.min(strata - 1, Math.floor(judge * strata));
}
function identifyOutput(source) {
  const text = readText(source.output);
  return text === null ? null : contentHash([source.suite, source.prompt, source.case, text]).slice(0, 12);
}
function buildLabelItem(source) {
  const { prompt, case: caseId, input, output, judge } = source;
  const [id, text] = [identifyOutput(source), readText(output)];
  return id === null || text === null ? null : { id, prompt, case: caseId, input, kept: { output }, text, judge, drawn: null };
}
function readText(output) {
  if (!isJsonObject(output) || typeof output.content !== "string") return null;
  const { content, toolCalls, trajectory } = output;
  const told = numberSteps(
    tellSteps({
      ...{ content, refusal: null, finishReason: "stop" },
      toolCalls: Array.isArray(toolCalls) ? toolCalls : [],
      ...trajectory !== void 0 && isTrajectory(trajectory) && { trajectory }
    })
  );
  const refusal = typeof output.refusal === "string" ? `[refused] ${output.refusal}` : "";
  return [told, refusal].filter((part) => part !== "").join("\n");
}

export {
  chooseLabelItems,
  drawEvenly,
  identifyOutput,
  buildLabelItem,
  readText
};
