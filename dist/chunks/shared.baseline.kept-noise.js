import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  labelNoisyCases
} from "./shared.gate.noisy-cases.js";
import {
  baselineFolder,
  foresee,
  predict,
  readBaseline,
  readRecordedNoise
} from "./shared.baseline.parse-baseline.js";
import {
  keyOfCase
} from "./shared.datasets.case.js";
import {
  baseCases,
  isCompared
} from "./shared.datasets.archived.js";
import {
  scoringRevision
} from "./shared.version.js";
import {
  UserError
} from "./shared.errors.js";

// src/baseline/kept-noise.ts
function drawNoisyMore(plan, kept) {
  return labelPrompts(plan, kept, isCompared, "its very request");
}
function foretellLabels(plan, kept) {
  return labelPrompts(plan, kept, () => true, "any request");
}
function labelPrompts(plan, kept, isLabelled, requests) {
  if (kept.length === 0 || plan.config.samples > 1) return plan;
  return {
    ...plan,
    prompts: plan.prompts.map((prompt) => isLabelled(prompt) ? labelPrompt(plan, prompt, kept, requests) : prompt)
  };
}
function labelPrompt({ config }, prompt, kept, requests) {
  const cases = baseCases(prompt).map(({ id, isSame }) => ({ case: id, isSame }));
  const scores = new Map(
    [...findKeptScores(prompt, kept, requests)].map(([id, metrics]) => [id, [...metrics.values()]])
  );
  const labels = labelNoisyCases(cases, scores, config.gate, `${config.name} ${prompt.id}`);
  const label = (id) => {
    const labelled = labels.get(id);
    return labelled === void 0 ? {} : { labelled };
  };
  return { ...prompt, cases: prompt.cases.map((row) => row.added ? row : { ...row, ...label(row.id) }) };
}
function findKeptScores(prompt, kept, requests) {
  const best = /* @__PURE__ */ new Map();
  const usable = kept.filter(({ manifest }) => manifest.scoringRevision === scoringRevision);
  const rows = usable.length === 0 ? [] : baseCases(prompt);
  const keys = new Map(rows.map((row) => [row.id, requests === "any request" ? null : keyOfCase(prompt, row, "base")]));
  for (const source of usable) {
    for (const [id, metrics] of readSource(prompt, source, keys)) {
      if (countKept(metrics) > countKept(best.get(id) ?? /* @__PURE__ */ new Map())) best.set(id, metrics);
    }
  }
  return best;
}
function readSource(prompt, source, keys) {
  const { manifest } = source;
  const gating = new Set(
    prompt.metrics.filter(({ gates, name, hash }) => gates && manifest.metrics[`${prompt.id} / ${name}`] === hash).map(({ name }) => name)
  );
  const byCase = /* @__PURE__ */ new Map();
  for (const { case: row, metric, score, key } of scoresOf(source, prompt.id)) {
    if (score === null || !gating.has(metric) || !keys.has(row)) continue;
    if ((keys.get(row) ?? key) !== key) continue;
    const metrics = byCase.get(row) ?? /* @__PURE__ */ new Map();
    byCase.set(row, metrics);
    const own = metrics.get(metric);
    if (own === void 0) metrics.set(metric, [score]);
    else own.push(score);
  }
  return byCase;
}
var indexes = /* @__PURE__ */ new WeakMap();
function scoresOf(source, prompt) {
  let index = indexes.get(source);
  if (index === void 0) {
    index = /* @__PURE__ */ new Map();
    for (const line of source.scores) {
      const own = index.get(line.prompt);
      if (own === void 0) index.set(line.prompt, [line]);
      else own.push(line);
    }
    indexes.set(source, index);
  }
  return index.get(prompt) ?? [];
}
function countKept(metrics) {
  return [...metrics.values()].reduce((most, { length }) => Math.max(most, length), 0);
}

// src/baseline/predict-suite.ts
function predictPrompts(plan, prompts, kept, nowMs) {
  const sources = [kept.stored, kept.recorded].filter((one) => one !== null);
  const comparisons = sources.length === 0 ? [] : prompts.flatMap((prompt) => foreseePrompt(plan, prompt, sources));
  const known = comparisons.flatMap(
    ({ outlook, ...rest }) => outlook === null ? [] : [{ ...rest, outlook, prediction: predict(outlook) }]
  );
  const [first] = known;
  if (first === void 0) return null;
  const worst = known.reduce((least, one) => one.prediction.passes < least.prediction.passes ? one : least, first);
  const source = chooseSource(kept);
  if (source === null) return null;
  const product = (of) => known.reduce((chance, { prediction }) => chance * prediction[of], 1);
  const most = (of) => known.reduce((sum, { prediction }) => Math.max(sum, prediction[of]), 0);
  return {
    ...worst.prediction,
    passes: product("passes"),
    passesAtFirst: product("passesAtFirst"),
    firstRounds: most("firstRounds"),
    rounds: most("rounds"),
    ...source,
    ageDays: Math.max(0, Math.floor((nowMs - Date.parse(source.date)) / 864e5)),
    differing: worst.outlook.differing,
    comparisons: known.length,
    unknownComparisons: comparisons.length - known.length,
    worst: worst.name,
    worstPasses: worst.prediction.passes,
    cases: worst.outlook.first.cases,
    unknownCases: worst.unknown,
    margin: worst.outlook.margin,
    countsLabels: known.every(({ outlook }) => outlook.countsLabels)
  };
}
function predictSuite(plan, kept, nowMs) {
  const predictions = plan.prompts.flatMap((prompt) => predictPrompts(plan, [prompt], kept, nowMs) ?? []);
  const [first] = predictions;
  if (first === void 0) return null;
  return predictions.reduce((least, one) => one.passes < least.passes ? one : least, first);
}
function foreseePrompt({ config }, prompt, sources) {
  const scores = findKeptScores(prompt, sources, "any request");
  const rows = baseCases(prompt);
  return prompt.metrics.filter(({ gates, direction }) => gates && direction !== "neutral").map(({ name }) => {
    const cases = rows.map((row) => ({ ...row, draws: scores.get(row.id)?.get(name) ?? [] }));
    return {
      name: `${prompt.id} / ${name}`,
      unknown: cases.filter(({ draws }) => draws.length < 2).length,
      outlook: foresee(config.gate, config.samples, cases)
    };
  });
}
function chooseSource({ stored, recorded }) {
  const isRecorded = (recorded?.scores.length ?? 0) > (stored?.scores.length ?? 0);
  const chosen = isRecorded ? recorded : stored;
  return chosen && { source: isRecorded ? "noise-run" : "baseline", date: chosen.manifest.date };
}

// src/read/stores.ts
async function readStores(world, config, plans) {
  const read = async ({ config: suite }) => {
    const folder = baselineFolder(config.path, suite.name);
    const [stored, recorded] = await Promise.all([
      readStored(world, suite, folder),
      readRecorded(world, suite.name, folder)
    ]);
    return [suite.name, { ...stored, recorded }];
  };
  return new Map(await Promise.all([...plans].map(read)));
}
function listKept(store) {
  return store === void 0 ? [] : [store.stored, store.recorded].filter((one) => one !== null);
}
async function readStored({ baselines, log }, { name, baseline }, folder) {
  if (baselines === null) return { stored: null, broken: null };
  try {
    return { stored: await readBaseline(baselines, baseline.branch, folder), broken: null };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const broken = `the stored baseline cannot be used: ${error.message}`;
    log.warn(`${name}: ${broken}`);
    return { stored: null, broken };
  }
}
async function readRecorded({ noise, log }, name, folder) {
  if (noise === null) return null;
  try {
    return await readRecordedNoise(noise, folder);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    log.warn(`${name}: the recorded noise run is left aside, the command noise makes a new one: ${error.message}`);
    return null;
  }
}

export {
  drawNoisyMore,
  foretellLabels,
  predictPrompts,
  predictSuite,
  readStores,
  listKept
};
