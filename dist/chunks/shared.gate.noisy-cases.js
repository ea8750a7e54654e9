import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  noDifference
} from "./shared.gate.measurement.js";
import {
  contentHash
} from "./shared.json-writer.js";

// src/gate/noisy-cases.ts
var fewestKept = 3;
var usualSamples = 3;
var samplesOfFew = 5;
function samplesByNoise(kept) {
  const known = kept.filter((scores) => scores.length >= fewestKept);
  if (!known.some(differs)) return 1;
  const most = known.reduce((longest, scores) => Math.max(longest, scores.length), 0);
  return most > fewestKept ? usualSamples : samplesOfFew;
}
function labelNoisyCases(cases, kept, { rounds }, seed) {
  const noisy = cases.flatMap(({ case: id, isSame }) => {
    const samples = isSame ? 1 : samplesByNoise(kept.get(id) ?? []);
    return samples === 1 ? [] : [{ id, samples, order: contentHash([seed, id]) }];
  });
  noisy.sort((one, other) => one.order < other.order ? -1 : 1);
  const labels = /* @__PURE__ */ new Map();
  let room = Math.floor(cases.length * (rounds - 1) + noDifference);
  for (const { id, samples } of noisy) {
    if (samples - 1 > room) break;
    room -= samples - 1;
    labels.set(id, samples);
  }
  return labels;
}
function differs(scores) {
  const [first = 0] = scores;
  return scores.some((score) => Math.abs(score - first) > noDifference);
}

export {
  labelNoisyCases
};
