import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  detectableDrop,
  maySettle,
  passShares,
  powerToDetect,
  rerunTotal,
  settledTotal
} from "./shared.gate.measurement.js";
import {
  chooseDesign,
  countQuestions,
  planFirstRound,
  resolveMargin
} from "./shared.gate.first-round.js";
import {
  sampleMean,
  sampleSd
} from "./shared.run.totals.js";
import {
  readResult
} from "./shared.run.result-codec.js";
import {
  renderJsonLine
} from "./shared.text.json-line.js";
import {
  renderPoints
} from "./shared.gate.reason.js";
import {
  require_lib10 as require_lib
} from "./shared.@stdlib.array-base-filled.lib.index.js";
import {
  formatCount
} from "./shared.prices.usd.js";
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
  __toESM
} from "./shared.errors.js";

// src/baseline/stored-baseline.ts
import { createHash } from "node:crypto";
function baselineFolder(configPath, suite) {
  const slug = suite.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 40);
  return `${slug === "" ? "suite" : slug}-${contentHash([configPath, suite]).slice(0, 8)}`;
}
function renderBaseline(baseline) {
  const files = [["scores.jsonl", renderLines(baseline.scores)]];
  if (baseline.outputs.length > 0) files.push(["outputs.jsonl", renderLines(baseline.outputs)]);
  const hashes = Object.fromEntries(files.map(([name, text2]) => [name, hashText(text2)]));
  const manifest = { ...baseline.manifest, files: hashes };
  const text = `${escapeJson(writeJson({ ...manifest, digest: hashManifest(manifest) }, 2))}
`;
  return new Map([["manifest.json", text], ...files]);
}
function renderLines(records) {
  const rank = (record) => [record.prompt, record.case, String(record.sample).padStart(6, "0"), "metric" in record ? record.metric : ""].join(
    "\0"
  );
  return records.map((record) => ({ rank: rank(record), line: renderJsonLine(record) })).sort((a, b) => a.rank < b.rank ? -1 : 1).map(({ line }) => line).join("");
}
function hashManifest(manifest) {
  return hashText(canonicalJson(manifest));
}
function hashText(text) {
  return createHash("sha256").update(text).digest("hex");
}

// src/baseline/parse-baseline.ts
function parseBaseline(folder, files) {
  const manifest = files.get("manifest.json");
  const beside = ["scores.jsonl", "outputs.jsonl"].find((name) => files.has(name));
  if (manifest === void 0 && beside === void 0) return null;
  if (manifest === void 0) throw broken(`${folder}/manifest.json`, null, `is missing, although ${beside} is there.`);
  const { files: hashes, ...facts } = parseManifest(`${folder}/manifest.json`, manifest);
  const baseline = {
    manifest: facts,
    scores: parseLines(`${folder}/scores.jsonl`, files.get("scores.jsonl") ?? "", "metric"),
    outputs: parseLines(`${folder}/outputs.jsonl`, files.get("outputs.jsonl") ?? "", "result")
  };
  for (const [name, hash] of Object.entries(hashes ?? {})) {
    const text = files.get(name);
    const where = `${folder}/${name}`;
    if (text === void 0) throw broken(where, null, "is missing, although the manifest beside it names it.");
    if (hashText(text) !== hash)
      throw broken(where, null, "is not as the manifest beside it says: it was edited by hand, or cut off.");
  }
  return baseline;
}
function parseManifest(path, text) {
  if (!text.trimEnd().endsWith("}")) throw broken(path, null, "ends in the middle: it was cut off.");
  const value = parseJson(text);
  if (value === void 0) throw broken(path, null, "is no JSON.");
  if (isJsonObject(value) && Number(value.schemaVersion) > 2) {
    const hint = "Update Prompt Assay here, or re-baseline main with this version on another branch (baseline.branch).";
    throw UserError.of("the stored baseline was written by a newer version.", hint, { path, line: 1, column: null });
  }
  if (!isJsonObject(value) || !isWhole(value)) throw broken(path, 1, damaged);
  const { digest, ...manifest } = value;
  if (manifest.schemaVersion > 1 && hashManifest(manifest) !== digest)
    throw broken(path, null, "is not as it was written: it was edited by hand.");
  return manifest;
}
function isWhole(value) {
  return (value.schemaVersion === 1 || value.schemaVersion === 2) && ["toolVersion", "configPath", "suite", "commit", "date", "contentKey"].every(
    (key) => typeof value[key] === "string"
  ) && ["prompts", "metrics", "rows", "means"].every((key) => isJsonObject(value[key])) && Number.isInteger(value.samples) && !Number.isNaN(Date.parse(String(value.date)));
}
function parseLines(path, text, member) {
  const holds = (value) => member === "result" ? readResult(value) !== null : value !== void 0;
  return text.split("\n").flatMap((line, index) => {
    if (line === "") return [];
    const value = parseJson(line);
    const whole = isJsonObject(value) && ["prompt", "case", "key"].every((key) => typeof value[key] === "string") && Number.isInteger(value.sample) && holds(value[member]);
    if (!whole) throw broken(path, index + 1, damaged);
    return [value];
  });
}
var damaged = "the stored baseline is damaged here.";
function broken(path, line, message) {
  const hint = "Restore the file from the history of the baseline branch, or delete the suite's folder there and re-baseline main.";
  return UserError.of(message, hint, { path, line, column: null });
}

// src/read/read-baseline.ts
async function readBaseline(store, branch, folder) {
  const { files } = await store.read(branch, folder);
  const inFolder = [...files].map(([path, text]) => [path.slice(folder.length + 1), text]);
  return parseBaseline(folder, new Map(inFolder));
}
async function readRecordedNoise(store, folder) {
  return parseBaseline(folder, await store.read(folder));
}

// src/report/words/prediction-text.ts
function renderPrediction(prediction) {
  const { comparisons, unknownComparisons, worst, unknownCases, cases, countsLabels } = prediction;
  const of = comparisons === 1 ? "" : `, in ${worst}, the worst of ${formatCount(comparisons)} metrics`;
  const drop = prediction.detectableDrop;
  const detects = drop === null ? "" : `this run can detect drops of about ${renderPoints(drop)}, and `;
  const unknown = unknownCases === 0 ? "" : `; of ${formatCount(unknownCases)} of ${count(cases, "case")} no noise is known`;
  const few = countsLabels ? "" : "; what more samples of noisy cases gain is not in it: that takes 4 kept samples a case";
  const others = unknownComparisons === 0 ? "" : `; of ${count(unknownComparisons, "more gating metric")} no noise is known, which can only lower it`;
  return `${renderDiffering(prediction.differing)}${of}; ${detects}a harmless change ${describePass(prediction)} (${describeRounds(prediction)})${unknown}${others}${few}`;
}
function renderDiffering(differing) {
  if (differing === 0) return "main against itself differed on none of the cases";
  const share = 100 * differing;
  return `main against itself differs on ${share < 1 ? "less than 1" : Math.round(share)} % of the cases`;
}
function describePass({ comparisons, passes, worstPasses }) {
  const [least, most] = [renderShare(passes), renderShare(worstPasses)];
  if (comparisons === 1) return `passes clean in ${most}`;
  return least === most ? `passes all of them clean in ${most}` : `passes all of them clean in ${least} to ${most}`;
}
function renderShare(chance) {
  const percent = Math.round(100 * chance);
  if (percent >= 100) return "nearly every run";
  return percent <= 0 ? "hardly any run" : `about ${percent} of 100 runs`;
}
function describeRounds({ rounds }) {
  const shown = Math.round(rounds * 10) / 10;
  return shown === 1 ? "about 1 round" : `about ${shown} rounds`;
}
function describePredictionSource({ source, date, ageDays }) {
  const place = source === "baseline" ? "the stored baseline" : "the noise run";
  return `by ${place} of ${date.slice(0, 10)}, ${count(ageDays, "day")} old`;
}

// src/statistics/repeat-noise.ts
var rounding = 1e-9;
function measureRepeats(cases) {
  const repeated = cases.filter((draws) => draws.length >= 2);
  if (repeated.length === 0) return null;
  const pairs = repeated.map(
    (draws) => draws.flatMap((one, index) => draws.slice(index + 1).map((other) => one - other))
  );
  const averageOver = (measure) => sampleMean(pairs.map((differences) => sampleMean(differences.map(measure))));
  const variance = sampleMean(repeated.map((draws) => sampleSd(draws) ** 2));
  return {
    cases: repeated.length,
    differing: averageOver((difference) => Math.abs(difference) < rounding ? 0 : 1),
    meanDifference: averageOver(Math.abs),
    sd: Math.sqrt(2 * variance)
  };
}

// src/statistics/predict-pass.ts
var import_stats_base_dists_t_quantile = __toESM(require_lib(), 1);

// src/statistics/normal.ts
function normalCdf(x) {
  const t = 1 / (1 + 0.3275911 * Math.abs(x) / Math.SQRT2);
  const polynomial = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const upper = polynomial * Math.exp(-(x ** 2) / 2) / 2;
  return x < 0 ? upper : 1 - upper;
}
function normalDensity(x) {
  return Math.exp(-(x ** 2) / 2) / Math.sqrt(2 * Math.PI);
}

// src/statistics/predict-pass.ts
function sumUpRound(cases) {
  const sizes = /* @__PURE__ */ new Map();
  let squares = 0;
  for (const { variance, samples, cluster } of cases) {
    squares += 2 * variance / samples;
    sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  }
  let sizeSquares = 0;
  for (const size of sizes.values()) sizeSquares += size ** 2;
  return {
    cases: cases.length,
    clusters: sizes.size,
    pseudoSize: cases.length === 0 ? 1 : sizeSquares / cases.length,
    squares
  };
}
function resizeRound(round, cases) {
  const factor = cases / round.cases;
  return { ...round, cases, clusters: round.clusters * factor, squares: round.squares * factor };
}
function predictPass(round, rule) {
  if (round.cases < 1) return 0;
  return chanceAbove(findThreshold(round, rule));
}
function predictSettledPass(first, last, firstRule, lastRule) {
  if (first.cases < 1) return 0;
  const one = findThreshold(first, firstRule);
  const two = findThreshold(last, lastRule);
  const rest = Math.sqrt(Math.max(0, one.spread ** 2 - two.spread ** 2));
  if (two.spread === 0 || rest === 0) return Math.max(chanceAbove(one), chanceAbove(two));
  const top = Math.min(two.mean / two.spread, farthest);
  if (top <= -farthest) return 1;
  const step = (top + farthest) / steps;
  let sum = 0;
  for (let index = 0; index <= steps; index += 1) {
    const z = index * step - farthest;
    const weight = index === 0 || index === steps ? 1 : index % 2 === 1 ? 4 : 2;
    sum += weight * normalDensity(z) * normalCdf((z * two.spread - one.mean) / rest);
  }
  return Math.min(1, chanceAbove(two) + sum * step / 3);
}
function predictOpenDrop(round, rule, drop) {
  if (round.cases < 1) return 0;
  const { mean, spread } = findThreshold(round, rule);
  const shrunk = -drop * round.cases / (round.cases + 2 * round.pseudoSize);
  return 1 - chanceAbove({ mean: Math.min(mean, shrunk), spread });
}
var farthest = 8;
var steps = 200;
function findThreshold({ cases, clusters, pseudoSize, squares }, { margin, alpha }) {
  const size = cases + 2 * pseudoSize;
  const count2 = clusters + 2;
  const error = Math.sqrt(count2 / (count2 - 1) * (squares + 2 * pseudoSize ** 2)) / size;
  const reach = (0, import_stats_base_dists_t_quantile.default)(1 - alpha, cases / pseudoSize + 1) * error;
  return { mean: reach - margin, spread: Math.sqrt(squares) / size };
}
function chanceAbove({ mean, spread }) {
  if (spread < 1e-9) return mean < 0 ? 1 : 0;
  return normalCdf(-mean / spread);
}

// src/statistics/split-noise.ts
var rounding2 = 1e-9;
var seldomest = 1e6;
function splitNoise(draws) {
  const own = draws.map((scores) => scores.length < 2 ? null : sampleSd(scores) ** 2);
  const known = own.filter((variance) => variance !== null);
  const mean = sampleMean(known) ?? 0;
  const most = draws.reduce((longest, { length }) => Math.max(longest, length), 0);
  const agreeing = mean === 0 ? null : findAgreement(draws.filter(({ length }) => length === most));
  const raw = own.map((variance) => variance ?? mean);
  if (agreeing === null) return { variances: raw, isHonest: mean === 0 };
  const share = agreeing(most);
  const areQuiet = draws.map((scores) => scores.length >= 2 && !differs(scores));
  const quiet = areQuiet.filter(Boolean).length;
  if (quiet === 0) return { variances: raw, isHonest: true };
  const each = share * mean * known.length / quiet;
  return {
    variances: raw.map((variance, index) => {
      if (own[index] === null) return variance;
      return areQuiet[index] ? each : variance * (1 - share);
    }),
    isHonest: true
  };
}
function findAgreement(draws) {
  const others = (draws[0]?.length ?? 0) - 2;
  if (others < 2) return null;
  let all = 0;
  let agreeing = 0;
  for (const scores of draws.filter(differs)) {
    for (let one = 0; one < scores.length; one += 1) {
      for (let two = one + 1; two < scores.length; two += 1) {
        const variance = (scores[one] - scores[two]) ** 2 / 2;
        if (variance === 0) continue;
        all += variance;
        if (!differs(scores.filter((_, index) => index !== one && index !== two))) agreeing += variance;
      }
    }
  }
  if (all === 0) return null;
  const share = agreeing / all;
  if (share >= 1) return () => 1;
  if (share <= agreement(seldomest, others)) return (count2) => share ** ((count2 - 1) / (others - 1));
  const seldom = solveAgreement(share, others);
  return (count2) => agreement(seldom, count2);
}
function agreement(seldom, count2) {
  let chance = 1;
  for (let draw = 1; draw < count2; draw += 1) chance *= (seldom + draw) / (2 * seldom + draw);
  return chance;
}
function solveAgreement(share, count2) {
  let low = 1e-9;
  let high = seldomest;
  for (let step = 0; step < 60; step += 1) {
    const middle = Math.sqrt(low * high);
    if (agreement(middle, count2) > share) low = middle;
    else high = middle;
  }
  return low;
}
function differs(scores) {
  const [first = 0] = scores;
  return scores.some((score) => Math.abs(score - first) > rounding2);
}

// src/gate/predict.ts
function foresee(settings, samples, cases) {
  const design = chooseDesign(settings, countQuestions(cases), samples);
  const noise = measureRepeats(cases.map(({ draws }) => draws));
  if (noise === null || design === "small-set" || design === "these-cases") return null;
  const { variances, isHonest } = splitNoise(cases.map(({ draws }) => draws));
  const rounds = planFirstRound(settings, samples, cases);
  const isLabelled = cases.some(({ labelled }) => labelled !== void 0);
  const countsLabels = isHonest || !isLabelled;
  const knownRounds = countsLabels ? rounds : planFirstRound(settings, samples, cases.map(dropLabel));
  const settles = settings.settle !== "on-request" && maySettle({ settings, design, samples });
  const total = settledTotal(settings);
  const sumUp = (countOf) => sumUpRound(
    cases.map(({ isSame, cluster }, index) => ({
      variance: isSame ? 0 : variances[index],
      samples: countOf(knownRounds[index]?.tested ?? 1),
      cluster: cluster ?? index
    }))
  );
  const rate = noise.sd < 1e-9 ? 0 : noise.differing / (noise.sd ** 2 / 2);
  const extra = { drawn: 0, rerun: 0, settling: 0, shared: 0 };
  cases.forEach(({ isSame }, index) => {
    const { drawn, tested } = rounds[index] ?? { drawn: 1, tested: 1 };
    extra.drawn += drawn;
    if (isSame) return;
    const discordant = Math.min(1, rate * variances[index] * tested);
    const again = design === "two-looks" ? Math.max(0, rerunTotal - drawn) : 0;
    const further = settles ? Math.max(0, total - drawn) : 0;
    extra.rerun += discordant * again;
    extra.settling += further;
    extra.shared += discordant * Math.min(again, further);
  });
  const perCase = (sum) => cases.length === 0 ? 0 : sum / cases.length;
  return {
    settings,
    margin: resolveMargin(settings, countQuestions(cases)),
    first: sumUp((tested) => tested),
    last: settles ? sumUp((tested) => Math.max(tested, total)) : null,
    firstRounds: perCase(extra.drawn),
    rerunRounds: perCase(extra.rerun),
    settlingRounds: perCase(extra.settling),
    sharedRounds: perCase(extra.shared),
    differing: noise.differing,
    countsLabels
  };
}
function resizeOutlook(outlook, cases) {
  const { first, last } = outlook;
  return { ...outlook, first: resizeRound(first, cases), last: last && resizeRound(last, cases) };
}
function predict(outlook) {
  const { first, last, settings, margin } = outlook;
  const { alpha } = settings;
  const share = passShares(settings);
  const isShared = last !== null || settings.settle === "on-request";
  const firstRule = { margin, alpha: isShared ? share.first * alpha : alpha };
  const passesAtFirst = predictPass(first, firstRule);
  const passes = last === null ? passesAtFirst : predictSettledPass(first, last, firstRule, { margin, alpha: share.last * alpha });
  const isInPlay = Math.min(1 - passesAtFirst, predictOpenDrop(first, { margin, alpha }, settings.minDrop));
  const sd = first.cases === 0 ? 0 : Math.sqrt(first.squares / first.cases);
  const isQuiet = sd < 1e-9;
  return {
    passes,
    passesAtFirst,
    detectableDrop: isQuiet ? null : detectableDrop(sd, first.cases, alpha),
    findsMargin: isQuiet || first.cases < 2 ? null : powerToDetect(margin, sd, first.cases, alpha),
    firstRounds: outlook.firstRounds,
    rounds: outlook.firstRounds + isInPlay * (outlook.rerunRounds - outlook.sharedRounds) + (1 - passesAtFirst) * outlook.settlingRounds
  };
}
function dropLabel({ labelled: _, ...one }) {
  return one;
}

export {
  baselineFolder,
  renderBaseline,
  hashManifest,
  measureRepeats,
  readBaseline,
  readRecordedNoise,
  foresee,
  resizeOutlook,
  predict,
  renderPrediction,
  renderShare,
  describePredictionSource
};
