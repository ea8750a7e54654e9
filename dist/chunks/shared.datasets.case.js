import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  isDrawnAtRandom,
  labelToScore,
  parseLabelLines,
  scaleLabels
} from "./shared.judges.labels.lines.js";
import {
  addressOf,
  checkBaseVariables,
  checkVariables,
  columnsOf,
  findFormat,
  hasChanged,
  identifyPrompt,
  isApplication,
  joinDatasets,
  mergeParameters,
  promptContent,
  resolvePrompt,
  warnUnreadChecks,
  warnUnsent
} from "./shared.datasets.archived.js";
import {
  buildGenerationRequest,
  renderPrompt,
  variablesOf
} from "./shared.prompts.render.js";
import {
  parseRows
} from "./shared.datasets.column-names.js";
import {
  builtInConfig,
  compileJudge,
  isAsApplication,
  isForOutputs,
  judgeReads,
  listSuiteFiles,
  logprobParameters,
  missingHint,
  readPrompts
} from "./shared.config.build-config.js";
import {
  checkColumns,
  compileCheck,
  costMicroUsd,
  estimateMessages,
  priceOf,
  sharesLines
} from "./shared.checks.any-expected.js";
import {
  sampleMean,
  sampleSd
} from "./shared.run.totals.js";
import {
  buildChooser,
  buildMatcher,
  listNamesAsked,
  lookUpVariable,
  mayShare,
  readFiles,
  readingsOf,
  selectPaths,
  shapingParameters
} from "./shared.checks.build-group.js";
import {
  aliasesOf,
  answerIn,
  joinEqual
} from "./shared.datasets.aliases.js";
import {
  scoringRevision
} from "./shared.version.js";
import {
  hintKnown,
  quoteName,
  suggestName,
  throwProblems
} from "./shared.text.problems.js";
import {
  describeWire,
  wireNamesOf
} from "./shared.prompts.wire-request.js";
import {
  maxDatasetBytes
} from "./shared.text.source-file.js";
import {
  require_lib10 as require_lib
} from "./shared.@stdlib.array-base-filled.lib.index.js";
import {
  count,
  inCode,
  listFirst,
  listInCode
} from "./shared.text.prose.js";
import {
  canonicalJson,
  contentHash,
  isJsonObject,
  writeJson
} from "./shared.json-writer.js";
import {
  ModelConfigError,
  UserError,
  __toESM,
  buildProblem,
  collectProblems,
  renderProblem,
  summariseProblems
} from "./shared.errors.js";

// node_modules/pure-rand/lib/esm/distribution/uniformInt.js
function uniformIntInternal(rng, rangeSize) {
  const MaxAllowed = rangeSize > 2 ? ~~(4294967296 / rangeSize) * rangeSize : 4294967296;
  let deltaV = rng.next() + 2147483648;
  while (deltaV >= MaxAllowed) deltaV = rng.next() + 2147483648;
  return deltaV % rangeSize;
}
function fromNumberToArrayInt64(out, n) {
  if (n < 0) {
    const posN = -n;
    out.sign = -1;
    out.data[0] = ~~(posN / 4294967296);
    out.data[1] = posN >>> 0;
  } else {
    out.sign = 1;
    out.data[0] = ~~(n / 4294967296);
    out.data[1] = n >>> 0;
  }
  return out;
}
function substractArrayInt64(out, arrayIntA, arrayIntB) {
  const lowA = arrayIntA.data[1];
  const highA = arrayIntA.data[0];
  const signA = arrayIntA.sign;
  const lowB = arrayIntB.data[1];
  const highB = arrayIntB.data[0];
  const signB = arrayIntB.sign;
  out.sign = 1;
  if (signA === 1 && signB === -1) {
    const low2 = lowA + lowB;
    const high = highA + highB + (low2 > 4294967295 ? 1 : 0);
    out.data[0] = high >>> 0;
    out.data[1] = low2 >>> 0;
    return out;
  }
  let lowFirst = lowA;
  let highFirst = highA;
  let lowSecond = lowB;
  let highSecond = highB;
  if (signA === -1) {
    lowFirst = lowB;
    highFirst = highB;
    lowSecond = lowA;
    highSecond = highA;
  }
  let reminderLow = 0;
  let low = lowFirst - lowSecond;
  if (low < 0) {
    reminderLow = 1;
    low = low >>> 0;
  }
  out.data[0] = highFirst - highSecond - reminderLow;
  out.data[1] = low;
  return out;
}
function uniformArrayIntInternal(rng, out, rangeSize) {
  const maxIndex0 = rangeSize[0] + 1;
  out[0] = uniformIntInternal(rng, maxIndex0);
  out[1] = uniformIntInternal(rng, 4294967296);
  while (out[0] >= rangeSize[0] && (out[0] !== rangeSize[0] || out[1] >= rangeSize[1])) {
    out[0] = uniformIntInternal(rng, maxIndex0);
    out[1] = uniformIntInternal(rng, 4294967296);
  }
  return out;
}
var safeNumberMaxSafeInteger = Number.MAX_SAFE_INTEGER;
var sharedA = {
  sign: 1,
  data: [0, 0]
};
var sharedB = {
  sign: 1,
  data: [0, 0]
};
var sharedC = {
  sign: 1,
  data: [0, 0]
};
var sharedData = [0, 0];
function uniformLargeIntInternal(rng, from, to, rangeSize) {
  const rangeSizeArrayIntValue = rangeSize <= safeNumberMaxSafeInteger ? fromNumberToArrayInt64(sharedC, rangeSize) : substractArrayInt64(sharedC, fromNumberToArrayInt64(sharedA, to), fromNumberToArrayInt64(sharedB, from));
  if (rangeSizeArrayIntValue.data[1] === 4294967295) {
    rangeSizeArrayIntValue.data[0] += 1;
    rangeSizeArrayIntValue.data[1] = 0;
  } else rangeSizeArrayIntValue.data[1] += 1;
  uniformArrayIntInternal(rng, sharedData, rangeSizeArrayIntValue.data);
  return sharedData[0] * 4294967296 + sharedData[1] + from;
}
function uniformInt(rng, from, to) {
  const rangeSize = to - from;
  if (rangeSize <= 4294967295) return uniformIntInternal(rng, rangeSize + 1) + from;
  return uniformLargeIntInternal(rng, from, to, rangeSize);
}

// node_modules/pure-rand/lib/esm/generator/xoroshiro128plus.js
var jumps = [
  3639956645,
  3750757012,
  1261568508,
  386426335
];
var XoroShiro128Plus = class XoroShiro128Plus2 {
  constructor(s01, s00, s11, s10) {
    this.s01 = s01;
    this.s00 = s00;
    this.s11 = s11;
    this.s10 = s10;
  }
  clone() {
    return new XoroShiro128Plus2(this.s01, this.s00, this.s11, this.s10);
  }
  next() {
    const out = this.s00 + this.s10 | 0;
    const a0 = this.s10 ^ this.s00;
    const a1 = this.s11 ^ this.s01;
    const s00 = this.s00;
    const s01 = this.s01;
    this.s00 = s00 << 24 ^ s01 >>> 8 ^ a0 ^ a0 << 16;
    this.s01 = s01 << 24 ^ s00 >>> 8 ^ a1 ^ (a1 << 16 | a0 >>> 16);
    this.s10 = a1 << 5 ^ a0 >>> 27;
    this.s11 = a0 << 5 ^ a1 >>> 27;
    return out;
  }
  jump() {
    let ns01 = 0;
    let ns00 = 0;
    let ns11 = 0;
    let ns10 = 0;
    let s01 = this.s01;
    let s00 = this.s00;
    let s11 = this.s11;
    let s10 = this.s10;
    for (let i = 0; i !== 4; ++i) {
      const ji = jumps[i];
      for (let mask = 1; mask; mask <<= 1) {
        if (ji & mask) {
          ns01 ^= s01;
          ns00 ^= s00;
          ns11 ^= s11;
          ns10 ^= s10;
        }
        const a0 = s10 ^ s00;
        const a1 = s11 ^ s01;
        const s00_ = s00;
        const s01_ = s01;
        s00 = s00_ << 24 ^ s01_ >>> 8 ^ a0 ^ a0 << 16;
        s01 = s01_ << 24 ^ s00_ >>> 8 ^ a1 ^ (a1 << 16 | a0 >>> 16);
        s10 = a1 << 5 ^ a0 >>> 27;
        s11 = a0 << 5 ^ a1 >>> 27;
      }
    }
    this.s01 = ns01;
    this.s00 = ns00;
    this.s11 = ns11;
    this.s10 = ns10;
  }
  getState() {
    return [
      this.s01,
      this.s00,
      this.s11,
      this.s10
    ];
  }
};
function xoroshiro128plus(seed) {
  return new XoroShiro128Plus(-1, ~seed, seed | 0, 0);
}

// src/statistics/bootstrap.ts
var resamples = 2e3;
function bootstrapPercentile(first, second, figure, share, seed = 1) {
  const count2 = first.length;
  if (count2 === 0) return null;
  const random = xoroshiro128plus(seed);
  const [a, b] = [[...first], [...second]];
  const figures = Float64Array.from({ length: resamples }, () => {
    for (let index = 0; index < count2; index += 1) {
      const drawn = uniformInt(random, 0, count2 - 1);
      a[index] = first[drawn];
      b[index] = second[drawn];
    }
    return figure(a, b) ?? Number.NEGATIVE_INFINITY;
  }).sort();
  const place = (resamples - 1) * share;
  const [low, high] = [figures[Math.floor(place)], figures[Math.ceil(place)]];
  return Number.isFinite(low) ? low + (high - low) * (place - Math.floor(place)) : null;
}

// src/statistics/detection.ts
function measureDetection(judged, truth, weights = judged.map(() => 1)) {
  const shareFound = (kind) => {
    let [all, found] = [0, 0];
    for (const [index, weight] of weights.entries()) {
      if (truth[index] !== kind) continue;
      all += weight;
      if (judged[index] === kind) found += weight;
    }
    return all === 0 ? null : found / all;
  };
  return { sensitivity: shareFound(1), specificity: shareFound(0) };
}

// src/statistics/kappa.ts
function cohenKappa(first, second) {
  const count2 = first.length;
  const [ofFirst, ofSecond] = [countValues(first), countValues(second)];
  let agreed = 0;
  for (const [index, value] of first.entries()) if (value === second[index]) agreed += 1;
  let byChance = 0;
  for (const [value, times] of ofFirst) byChance += times * (ofSecond.get(value) ?? 0);
  return byChance === count2 ** 2 ? null : (count2 * agreed - byChance) / (count2 ** 2 - byChance);
}
function quadraticKappa(first, second) {
  const count2 = first.length;
  let [sumFirst, sumSecond, squares, apart] = [0, 0, 0, 0];
  for (const [index, a] of first.entries()) {
    const b = second[index];
    sumFirst += a;
    sumSecond += b;
    squares += a ** 2 + b ** 2;
    apart += (a - b) ** 2;
  }
  const byChance = count2 * squares - 2 * sumFirst * sumSecond;
  return byChance === 0 ? null : 1 - count2 * apart / byChance;
}
function gwetAc1(first, second) {
  const counts = countValues([...first, ...second]);
  if (counts.size < 2) return null;
  const agreed = first.filter((value, index) => value === second[index]).length / first.length;
  let spread = 0;
  for (const times of counts.values()) {
    const share = times / (2 * first.length);
    spread += share * (1 - share);
  }
  const byChance = spread / (counts.size - 1);
  return (agreed - byChance) / (1 - byChance);
}
function countValues(values) {
  const counts = /* @__PURE__ */ new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

// src/statistics/krippendorff.ts
function krippendorffAlpha(units, level) {
  const pairable = units.map((unit) => unit.filter((value) => value !== null)).filter((unit) => unit.length >= 2);
  const totals = countSorted(pairable.flat());
  const distance = level === "nominal" ? nominalDistance : buildOrdinalDistance(totals);
  let observed = 0;
  for (const unit of pairable) observed += sumCrossed(countSorted(unit), distance) / (unit.length - 1);
  const expected = sumCrossed(totals, distance);
  const count2 = pairable.reduce((sum, unit) => sum + unit.length, 0);
  return expected === 0 ? null : 1 - (count2 - 1) * observed / expected;
}
var nominalDistance = (a, b) => a === b ? 0 : 1;
function buildOrdinalDistance(totals) {
  const ranks = /* @__PURE__ */ new Map();
  let below = 0;
  for (const [value, times] of totals) {
    ranks.set(value, below + times / 2);
    below += times;
  }
  return (a, b) => (ranks.get(a) - ranks.get(b)) ** 2;
}
function sumCrossed(tally, distance) {
  let sum = 0;
  for (const [a, timesA] of tally) for (const [b, timesB] of tally) sum += timesA * timesB * distance(a, b);
  return sum;
}
function countSorted(values) {
  const counts = /* @__PURE__ */ new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a - b);
}

// src/statistics/paired-bias.ts
var import_stats_base_dists_t_quantile = __toESM(require_lib(), 1);
function estimateBias(first, second, alpha) {
  const differences = first.map((value, index) => value - second[index]);
  const mean = sampleMean(differences);
  const sd = sampleSd(differences);
  if (mean === null || sd === null) return null;
  const count2 = differences.length;
  const reach = (0, import_stats_base_dists_t_quantile.default)(1 - alpha / 2, count2 - 1) * sd / Math.sqrt(count2);
  return { mean, lower: mean - reach, upper: mean + reach };
}

// src/judges/calibration-state.ts
var fewestLabels = 30;
var fewestRare = 10;
var leastPoint = 0.6;
var leastLower = 0.4;
var leastSpecificity = 0.7;
var refusedBelow = 0.4;
var skewedFrom = 0.9;
function decideState(evidence) {
  const { labels, commonest, rare } = evidence;
  const isOneSided = commonest > skewedFrom * labels;
  const point = isOneSided ? evidence.ac1 : pointOf(evidence);
  const pointName = isOneSided ? "AC1" : nameOfPoint(evidence);
  const isRefused = labels >= fewestLabels && point !== null && isBelow(point, refusedBelow);
  const people = isOneSided ? evidence.humanAc1 : evidence.humanKappa;
  const peopleDisagree = people !== null && isBelow(people, refusedBelow);
  const limits = [
    ...labels < fewestLabels ? [`only ${count(labels, "label is", "labels are")} judged; ${fewestLabels} are the least`] : [],
    ...listUndefined(evidence),
    ...peopleDisagree ? [`people agree with each other only at ${show(people)}, below .40: mend the rubric`] : [],
    ...listBelow([
      [`${pointName} between judge and people`, point, isRefused ? refusedBelow : leastPoint],
      [`the lower bound of ${nameOfPoint(evidence)} (10th percentile)`, evidence.kappaLower90, leastLower],
      ["the share of bad outputs that the judge finds", evidence.specificity, leastSpecificity]
    ]),
    ...needsRare(evidence) && rare < fewestRare ? [explainRare(evidence)] : []
  ];
  const isHopeless = isRefused || peopleDisagree && evidence.doubleLabels >= fewestLabels;
  const state = limits.length === 0 ? "gate" : isHopeless ? "refuse" : "report";
  return { state, reasons: [...limits, ...listRemarks(evidence, isOneSided)] };
}
function pointOf({ kind, quadraticKappa: quadraticKappa2, kappa }) {
  return kind === "ordinal" ? quadraticKappa2 : kappa;
}
function nameOfPoint({ kind }) {
  return kind === "ordinal" ? "quadratic κ" : "κ";
}
function needsRare({ kind, labels, commonest, rare }) {
  const good = kind === "nominal" ? commonest : labels - rare;
  return Math.max(commonest, good) > skewedFrom * labels;
}
function explainRare({ kind, rare }) {
  const what = kind === "nominal" ? "labels other than the commonest" : "bad outputs";
  return `more than 90 % of the labels are alike, with ${rare} ${what}; ${fewestRare} are the least`;
}
function listUndefined(evidence) {
  const { kind, doubleLabels } = evidence;
  const figures = [
    ["κ", evidence.kappa, true],
    ["quadratic κ", evidence.quadraticKappa, kind === "ordinal"],
    [`the lower bound of ${nameOfPoint(evidence)}`, evidence.kappaLower90, true],
    ["α", evidence.alpha, true],
    ["AC1", evidence.ac1, true],
    ["the agreement of people", evidence.humanKappa, doubleLabels > 0],
    ["sensitivity", evidence.sensitivity, kind !== "nominal"],
    ["specificity", evidence.specificity, kind !== "nominal"]
  ];
  const missing = figures.flatMap(([name, value, isWanted]) => isWanted && value === null ? [name] : []);
  return missing.length === 0 ? [] : [`undefined, since labels or judgements do not vary: ${missing.join(", ")}`];
}
function listBelow(rows) {
  return rows.flatMap(
    ([name, value, least]) => value !== null && isBelow(value, least) ? [`${name} is ${show(value)}, below ${show(least)}`] : []
  );
}
function listRemarks({ doubleLabels, kind }, isOneSided) {
  return [
    ...isOneSided ? [`AC1 stands in for ${kind === "ordinal" ? "quadratic κ" : "κ"}: more than 90 % of the labels are alike`] : [],
    ...doubleLabels === 0 ? ["one person labelled: whether people agree with each other is not known"] : []
  ];
}
function isBelow(value, limit) {
  return value < limit - 1e-12;
}
function show(value) {
  return (Math.floor(value * 100 + 1e-9) / 100).toFixed(2).replace(/^(-?)0\./, "$1.");
}

// src/judges/calibration.ts
var lowestGoodLevel = 3;
function calibrateJudge({ kind, items }) {
  const judged = items.filter((item) => item.judge !== null);
  const [judge, human] = [judged.map((item) => item.judge), judged.map((item) => item.human)];
  const agreement = kind === "ordinal" ? quadraticKappa : cohenKappa;
  const level = kind === "ordinal" ? "ordinal" : "nominal";
  const doubled = items.filter(({ human2 }) => human2 !== null);
  const firstPerson = doubled.map((item) => item.human);
  const secondPerson = doubled.map((item) => item.human2);
  const figures = {
    kappa: cohenKappa(judge, human),
    kappaLower90: bootstrapPercentile(judge, human, agreement, 0.1),
    quadraticKappa: kind === "ordinal" ? quadraticKappa(judge, human) : null,
    alpha: krippendorffAlpha(
      judged.map((item) => [item.judge, item.human]),
      level
    ),
    ac1: gwetAc1(judge, human),
    humanKappa: agreement(firstPerson, secondPerson),
    ...measureGoodAndBad(kind, judged)
  };
  return {
    items: items.length,
    kind,
    ...figures,
    bias: kind === "nominal" ? null : estimateBias(judge, human, 0.05),
    abstained: items.length - judged.length,
    ...decideState({
      kind,
      ...figures,
      ...countLabels(kind, human),
      humanAc1: gwetAc1(firstPerson, secondPerson),
      doubleLabels: doubled.length
    })
  };
}
function toBit(kind, label) {
  return label >= (kind === "ordinal" ? lowestGoodLevel : 1) ? 1 : 0;
}
function measureGoodAndBad(kind, judged) {
  if (kind === "nominal") return { sensitivity: null, specificity: null };
  return measureDetection(
    judged.map(({ judge }) => toBit(kind, judge)),
    judged.map(({ human }) => toBit(kind, human)),
    judged.map(({ weight }) => weight)
  );
}
function countLabels(kind, human) {
  const counts = /* @__PURE__ */ new Map();
  for (const label of human) counts.set(label, (counts.get(label) ?? 0) + 1);
  const commonest = [...counts.values()].reduce((most, times) => Math.max(most, times), 0);
  const bad = human.filter((label) => toBit(kind, label) === 0).length;
  return { labels: human.length, commonest, rare: kind === "nominal" ? human.length - commonest : bad };
}

// src/judges/labels/mismatch.ts
function explainMismatch(sees, kind, lines) {
  if (sees === "output") {
    const comparesTwo = lines.some(({ record }) => record.A !== void 0 && record.B !== void 0);
    return comparesTwo ? "judges one answer, and its labels say which of two is better" : null;
  }
  const ratesOne = kind !== "nominal" || lines.some(({ human }) => typeof human === "number");
  return ratesOne ? "compares two answers, and its labels say how good one is" : null;
}

// src/judges/read-calibration.ts
function calibrateFile(file, asked) {
  const { header, lines } = parseLabelLines(file);
  return calibrateJudge(scaleLabels(file.path, lines, asked ?? header?.kind ?? null));
}
function readCalibration({ config, sees }, identity, files) {
  if (config.calibration === null) return null;
  const file = files.get(config.calibration);
  if (file === void 0) {
    const hint = "Correct the path, or remove the key until calibrate has written the file.";
    throw UserError.of(
      `calibration ${config.calibration} of judge "${config.name}" does not exist.`,
      hint,
      config.where
    );
  }
  const { header, lines } = parseLabelLines(file);
  if (header === null) return buildUnbound("its calibration does not say which version of the judge it is of");
  if (header.judgeHash !== identity.hash) return buildUnbound("its calibration is of another version of the judge");
  const ratings = scaleLabels(file.path, lines, header.kind);
  const mismatch = explainMismatch(sees, ratings.kind, lines);
  return mismatch === null ? calibrateJudge(ratings) : buildUnbound(`it ${mismatch}`);
}
function buildUnbound(reason) {
  return { state: "unbound", reasons: [reason] };
}

// src/plan/draws.ts
function identifyArm({ suite, id: prompt, base, candidate }, arm) {
  const drawn = arm === "candidate" ? candidate ?? base : base ?? candidate;
  return { suite, prompt, version: drawn?.version ?? "", arm };
}
function* listKeys(draws) {
  for (const { prompt: plan, case: row, arms, from, to } of draws) {
    for (let sample = from; sample < to; sample += 1) {
      for (const arm of arms) {
        const { suite, prompt, version } = identifyArm(plan, arm);
        yield { suite, prompt, version, unit: "case", case: row.id, arm, sample };
      }
    }
  }
}
function buildCaseRequest(prompt, row, arm) {
  const [side, values] = [sideOf(prompt, arm), rowOf(row, arm)];
  if (side === null || values === null) throw new Error(`no ${arm} side for case ${row.id}`);
  const { messages } = renderPrompt(side, values.variables, values.messages);
  return buildGenerationRequest(side, messages);
}
function sideOf({ base, candidate }, arm) {
  return arm === "base" ? base : candidate;
}
function rowOf({ base, candidate }, arm) {
  return arm === "base" ? base : candidate;
}
function keyOfRequest(request, { reasoning }) {
  return reasoning === "keep" ? contentHash({ request, reasoning }) : contentHash(request);
}
function keyOfCase(prompt, row, arm) {
  const side = sideOf(prompt, arm);
  if (side?.application === void 0) return keyOfRequest(buildCaseRequest(prompt, row, arm), prompt);
  return contentHash({ version: side.version, row: askOfRow(rowOf(row, arm)) });
}
function questionOf(prompt, row) {
  const application = prompt.base?.application;
  if (application === void 0) return contentHash(buildCaseRequest(prompt, row, "base"));
  return application.asked.get(row.id) ?? contentHash(askOfRow(rowOf(row, "base")));
}
function askOfRow(row) {
  return { variables: row?.variables ?? null, messages: row?.messages ?? null };
}
function buildGenerationCall(prompt, row, arm, sample) {
  const request = buildCaseRequest(prompt, row, arm);
  const side = sideOf(prompt, arm);
  const owner = { suite: prompt.suite, prompt: side?.id ?? prompt.id, case: row.id };
  return { request, key: keyOfRequest(request, prompt), purpose: "generate", arm, sample, owner };
}
function createFinder(plans) {
  const prompts = /* @__PURE__ */ new Map();
  for (const { prompts: own } of plans) {
    for (const prompt of own) {
      prompts.set(JSON.stringify([prompt.suite, prompt.id]), {
        prompt,
        rows: new Map(prompt.cases.map((row) => [row.id, row]))
      });
    }
  }
  return ({ suite, prompt, case: id }) => {
    const found = prompts.get(JSON.stringify([suite, prompt]));
    const row = found?.rows.get(id);
    if (found === void 0 || row === void 0) throw new Error(`no case ${id} of ${suite} / ${prompt} in this run`);
    return { prompt: found.prompt, row };
  };
}

// src/plan/questions.ts
var keyLength = 12;
function joinQuestions(prompt) {
  if (prompt.base === null) return prompt;
  const keys = prompt.cases.map((row) => row.added ? null : questionOf(prompt, row).slice(0, keyLength));
  const counts = /* @__PURE__ */ new Map();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const rows = prompt.cases.map((row, index) => {
    const key = keys[index] ?? null;
    return { ...row, question: (counts.get(key) ?? 0) > 1 ? key : null };
  });
  const clusters = joinClusters(rows);
  return { ...prompt, cases: rows.map((row, index) => ({ ...row, cluster: clusters[index] ?? null })) };
}
function markSame(prompt) {
  if (prompt.base === null || prompt.candidate === null || prompt.candidate.application !== void 0) return prompt;
  return {
    ...prompt,
    cases: prompt.cases.map((row) => ({
      ...row,
      isSame: row.base !== null && textOf(prompt, row, "base") === textOf(prompt, row, "candidate")
    }))
  };
}
function joinClusters(rows) {
  const parents = rows.map((_, index) => index);
  const rootOf = (index) => {
    let root = index;
    while (parents[root] !== root) root = parents[root];
    parents[index] = root;
    return root;
  };
  for (const field of ["cluster", "question"]) {
    const first = /* @__PURE__ */ new Map();
    rows.forEach((row, index) => {
      const value = row[field];
      if (value === null) return;
      const earlier = first.get(value);
      if (earlier === void 0) first.set(value, index);
      else parents[rootOf(index)] = rootOf(earlier);
    });
  }
  const names = /* @__PURE__ */ new Map();
  rows.forEach(({ cluster }, index) => {
    const known = names.get(rootOf(index));
    if (cluster !== null && (known === void 0 || cluster < known)) names.set(rootOf(index), cluster);
  });
  return rows.map(({ question }, index) => names.get(rootOf(index)) ?? question);
}
function textOf(prompt, row, arm) {
  return canonicalJson(buildCaseRequest(prompt, row, arm));
}

// src/plan/subset.ts
var maxNamed = 3;
function takePart(plans, part) {
  return part.kind === "most" ? plans.map((plan) => limitCases(plan, part.most)) : nameCases(plans, part.ids);
}
function describePart(part) {
  if (part.kind === "most")
    return `at most ${count(part.most, "case")} a suite ${part.most === 1 ? "was" : "were"} asked`;
  const ids = [...new Set(part.ids)];
  return `only ${listInCode(ids, maxNamed)} ${ids.length === 1 ? "was" : "were"} asked`;
}
function nameCases(plans, ids) {
  const known = new Set(plans.flatMap(({ prompts }) => prompts.flatMap(({ cases }) => cases.map(({ id }) => id))));
  const unknown = [...new Set(ids)].filter((id) => !known.has(id));
  if (unknown.length > 0) throw new UserError(unknown.map((id) => explainUnknown(id, [...known])));
  const asked = new Set(ids);
  return plans.flatMap((plan) => {
    const prompts = plan.prompts.map((prompt) => ({ ...prompt, cases: prompt.cases.filter(({ id }) => asked.has(id)) })).filter(({ cases }) => cases.length > 0);
    return prompts.length === 0 ? [] : [{ ...plan, prompts }];
  });
}
function explainUnknown(id, known) {
  const near = suggestName(id, known);
  const hint = near === null ? "Name the id of a row of a suite that the change touches." : `Did you mean "${near}"?`;
  return buildProblem(`No case that would run is called ${quoteName(id)}.`, hint);
}
function limitCases(plan, count2) {
  const prompts = plan.prompts.map((prompt) => {
    const kept = new Set(chooseCases(prompt.cases, count2).map((row) => row.id));
    return { ...prompt, cases: prompt.cases.filter((row) => kept.has(row.id)) };
  });
  return { ...plan, prompts };
}
function chooseCases(cases, count2) {
  const critical = cases.filter((row) => row.critical);
  const strata = /* @__PURE__ */ new Map();
  for (const row of cases.filter((one) => !one.critical)) {
    const stratum = row.scoring.tags[0] ?? "";
    strata.set(stratum, [...strata.get(stratum) ?? [], { row, rank: contentHash(row.id) }]);
  }
  const ranked = [...strata.values()].flatMap(
    (rows) => rows.sort((a, b) => a.rank < b.rank ? -1 : 1).map(({ row, rank }, turn) => ({ row, rank, turn }))
  );
  const others = ranked.sort((a, b) => a.turn - b.turn || (a.rank < b.rank ? -1 : 1)).map(({ row }) => row);
  return [...critical, ...others].slice(0, Math.max(count2, critical.length));
}

// src/judges/authority.ts
function decideAuthority(config, calibration) {
  if (calibration?.state === "refuse") return { role: "refuse", held: explain(config.name, calibration), note: null };
  if (config.role === "report") return { role: "report", held: null, note: null };
  if (calibration?.state === "gate") {
    const remarks = calibration.reasons.join("; ");
    return { role: "gate", held: null, note: remarks === "" ? null : `gates by its calibration (${remarks})` };
  }
  if (config.allowUncalibrated && calibration === null) {
    return { role: "gate", held: null, note: 'gates without calibration: "allow-uncalibrated" is set' };
  }
  return { role: "report", held: explain(config.name, calibration), note: null };
}
function explain(name, calibration) {
  if (calibration === null) {
    return `judge "${name}" is not calibrated against human labels: it reports and cannot gate (unless "allow-uncalibrated" is set)`;
  }
  const reasons2 = calibration.reasons.join("; ");
  if (calibration.state === "unbound") return `judge "${name}" cannot gate: ${reasons2}`;
  if (calibration.state === "refuse") {
    return `judge "${name}" disagrees with the human labels: its figures are left out, and it cannot gate: ${reasons2}`;
  }
  return `judge "${name}" agrees too little with the human labels and cannot gate: ${reasons2}`;
}

// src/judges/identity.ts
function judgeSettingsOf({ config, settings }, given) {
  const { id, api, parameters } = settings ?? given;
  return { ...given, id: config.model ?? id, api, parameters };
}
function judgeModelOf(judge, given) {
  return judgeSettingsOf(judge, given).id;
}
function listDropped(judge, settings, dropped) {
  return [...dropped.get(judgeModelOf(judge, settings) ?? "") ?? []].sort();
}
function identifyJudge(judge, settings) {
  const { config, hash } = judge;
  const { id: model, api, parameters } = judgeSettingsOf(judge, settings);
  if (model === null) {
    throw UserError.of(`judge "${config.name}" has no model.`, "Set judge.model.id in the config file.", config.where);
  }
  return { hash: contentHash([hash, model, api, parameters]), model };
}

// src/judges/labels/evidence.ts
function readLabelEvidence(identity, deciding, proposed) {
  const own = deciding === void 0 ? null : readScores(deciding);
  const added = proposed === void 0 || proposed.text === deciding?.text ? null : readScores(proposed);
  if (own === null && added === null) return null;
  const known = own?.scores ?? /* @__PURE__ */ new Map();
  const isOfJudge = own?.header?.judgeHash === identity.hash;
  return {
    items: /* @__PURE__ */ new Set([...own?.items ?? [], ...added?.items ?? []]),
    scores: new Map([...added?.scores ?? [], ...known]),
    proposed: new Set([...added?.scores.keys() ?? []].filter((item) => !known.has(item))),
    detection: own !== null && isOfJudge ? countDetected(own.ratings) : null,
    without: isOfJudge ? own?.header?.without ?? null : null
  };
}
function readScores(file) {
  const { header, lines } = parseLabelLines(file);
  const ratings = scaleLabels(file.path, lines, header?.kind ?? null);
  const { kind, items } = ratings;
  if (kind === "nominal") return null;
  const scores = new Map(
    lines.flatMap((line, index) => {
      if (!isDrawnAtRandom(line)) return [];
      const { human, human2 } = items[index];
      const people = [human, human2].flatMap((label) => label === null ? [] : [labelToScore(label, kind)]);
      return [[line.item, people.reduce((sum, score) => sum + score, 0) / people.length]];
    })
  );
  return { header, ratings, scores, items: lines.map(({ item }) => item) };
}
function countDetected({ kind, items }) {
  if (kind !== "binary") return null;
  const judged = items.filter(({ judge, weight }) => judge !== null && weight > 0);
  const [good, bad] = [countFound(judged, 1), countFound(judged, 0)];
  return { labels: judged.length, good: good.all, goodFound: good.found, bad: bad.all, badFound: bad.found };
}
function countFound(judged, kind) {
  const own = judged.filter(({ human }) => human === kind);
  const add = (values) => values.reduce((sum, value) => sum + value, 0);
  const weight = add(own.map((one) => one.weight));
  if (weight === 0) return { all: 0, found: 0 };
  const all = weight ** 2 / add(own.map((one) => one.weight ** 2));
  const found = add(own.filter(({ judge }) => judge === kind).map((one) => one.weight));
  return { all, found: all * found / weight };
}

// src/judges/panel.ts
var fewestMembers = 2;
function seatPanel(config, candidates) {
  const [first] = candidates;
  if (first === void 0) throw new Error(`panel ${config.name} has no members`);
  refuseMixture(config, candidates, first);
  const qualified = candidates.filter(({ qualifies, refused }) => qualifies && !refused);
  const isPanel = qualified.length >= fewestMembers;
  const seated = isPanel ? qualified : candidates.filter(({ refused }) => !refused);
  const members = seated.map(({ name }) => name);
  const absent = candidates.map(({ name }) => name).filter((name) => !members.includes(name));
  const { sees } = first.judge;
  const { combine } = config;
  const may = qualified.length === 0 ? "none" : `only ${qualified.length}`;
  return {
    panel: { members, absent, combine, sees },
    direction: first.direction,
    hash: contentHash({ combine, members: seated.map(({ name, hash }) => [name, hash]) }),
    held: isPanel ? null : `panel "${config.name}" cannot gate: ${may} of its ${candidates.length} judges may, and ${fewestMembers} are the least`
  };
}
function refuseMixture(config, candidates, first) {
  const other = candidates.find(({ judge }) => judge.sees !== first.judge.sees);
  if (other !== void 0) {
    const what = (judge) => judge.sees === "pair" ? "pairs of outputs" : "single outputs";
    throw UserError.of(
      `panel "${config.name}" mixes judges: "${first.name}" sees ${what(first.judge)}, "${other.name}" ${what(other.judge)}.`,
      "Seat judges of one sort.",
      config.where
    );
  }
  const opposed = candidates.find(({ direction }) => direction !== first.direction);
  if (opposed !== void 0) {
    throw UserError.of(
      `panel "${config.name}" mixes directions: "${first.name}" is ${first.direction}, "${opposed.name}" ${opposed.direction}.`,
      'Give its judges one "direction".',
      config.where
    );
  }
}
function combineScores(scores, combine) {
  const known = scores.filter((score) => typeof score === "number");
  if (known.length < scores.length || known.length === 0) return null;
  if (combine === "mean") return known.reduce((sum, score) => sum + score, 0) / known.length;
  const sorted = known.toSorted((a, b) => a - b);
  const at = (index) => sorted[Math.floor(index)];
  return (at((sorted.length - 1) / 2) + at(sorted.length / 2)) / 2;
}

// src/plan/metric.ts
function proposedName(name) {
  return `${name} (proposed)`;
}
function proposalOf(name) {
  const ending = proposedName("");
  return name.endsWith(ending) ? name.slice(0, -ending.length) : null;
}
function isPairwise(metric) {
  return metric.needs === "pair" || metric.kind === "panel" && metric.panel.sees === "pair";
}
function hears(metric, name) {
  return metric.name === name || metric.kind === "panel" && metric.panel.members.includes(name);
}

// src/plan/prepare-metrics.ts
function prepareMetrics(selection, judgeModel, pair, base, candidate) {
  const { mayGate } = selection;
  const { files } = mayGate && base !== null ? base : candidate;
  const prompt = mayGate ? pair.base ?? pair.candidate : pair.candidate ?? pair.base;
  const deciding = [...selection.suite.metrics, ...prompt?.metrics ?? []];
  const { id, api, parameters } = candidate.judgeModel;
  const brought = { id, api, parameters };
  const shared = { proposedFiles: candidate.files, judgeModel };
  const own = compileMetrics(deciding, { ...shared, files, brought: mayGate ? null : brought, mayGate });
  refuseEqualNames(deciding);
  const proposals = [...selection.proposed?.metrics ?? [], ...pair.candidate?.metrics ?? []];
  const proposed = compileMetrics(proposals, { ...shared, files: candidate.files, brought, mayGate: false });
  const leftOut = new Map([...own.leftOut, ...proposed.leftOut].map((problem) => [problem.message, problem]));
  return { metrics: [...own.metrics, ...nameProposed(own.metrics, proposed.metrics)], leftOut: [...leftOut.values()] };
}
function nameProposed(metrics, proposed) {
  const known = new Map(metrics.map(({ name, hash }) => [name, hash]));
  const isNew = ({ name, hash }) => known.get(name) !== hash;
  const names = new Map(proposed.filter(isNew).map(({ name }) => [name, proposedName(name)]));
  const rename = (name) => names.get(name) ?? name;
  return proposed.filter(isNew).map((metric) => ({
    ...metric,
    name: rename(metric.name),
    held: metric.refused ? metric.held : null,
    ...metric.kind === "panel" && { panel: { ...metric.panel, members: metric.panel.members.map(rename) } }
  }));
}
function compileMetrics(configs, sources) {
  const candidates = /* @__PURE__ */ new Map();
  const leftOut = [];
  const problems = [];
  const compile = (config) => {
    if (config.kind === "check") return [compileCheckMetric(config, sources)];
    const judge = buildJudge(config, sources);
    if (judgeModelOf(judge, sources.judgeModel) === null) {
      leftOut.push(explainLeftOut(config));
      return [];
    }
    const { metric, candidate } = compileJudgeMetric(config, judge, sources);
    candidates.set(config.name, candidate);
    return [metric];
  };
  const single = configs.flatMap(
    (config) => config.kind === "panel" ? [] : collectProblems(problems, () => compile(config)) ?? []
  );
  if (problems.length > 0) throw new UserError(problems);
  const panels = configs.flatMap(
    (config) => config.kind === "panel" ? [compilePanelMetric(config, candidates, sources)] : []
  );
  const metrics = [...single, ...panels].map((metric) => ({
    ...metric,
    hash: contentHash([scoringRevision, metric.hash])
  }));
  return { metrics, leftOut };
}
function shareConfig({ name, minScore }) {
  return {
    name,
    minScore: minScore?.value ?? null,
    minScoreOn: minScore?.on ?? "mean",
    held: null,
    refused: false,
    note: null
  };
}
function compileCheckMetric(config, { files, mayGate }) {
  const check = compileCheck(config, files);
  const { direction, role } = config;
  const wouldGate = role === "gate";
  return {
    ...shareConfig(config),
    kind: "check",
    needs: "output",
    direction,
    gates: mayGate && wouldGate,
    wouldGate,
    hash: check.hash,
    check
  };
}
function buildJudge(config, { files, brought }) {
  const judge = compileJudge(config, files);
  return brought === null ? judge : { ...judge, settings: brought };
}
function explainLeftOut({ name, where }) {
  const suite = `suites: [{ name: prompts, prompts: '${where.path}' }]`;
  const hint = `Name one at the top of the config: "judge: { model: { id: … } }". Without a config, these lines make one: "version: 1", "judge: { model: { id: … } }", "${suite}".`;
  return buildProblem(`the judge "${name}" is left out: no model is named for judges.`, hint, where);
}
function compileJudgeMetric(config, judge, { files, proposedFiles, judgeModel, mayGate }) {
  const identity = identifyJudge(judge, judgeModel);
  const calibration = readCalibration(judge, identity, files);
  const { role, held, note } = decideAuthority(config, calibration);
  const { name, direction } = config;
  const { hash } = identity;
  const refused = role === "refuse";
  const qualifies = decideAuthority({ ...config, role: "gate" }, calibration).role === "gate";
  const wouldGate = role === "gate";
  const gates = mayGate && wouldGate;
  const path = config.calibration ?? "";
  const labels = readLabelEvidence(identity, files.get(path), proposedFiles.get(path));
  const authority = { gates, wouldGate, held, refused, note };
  const shared = { ...shareConfig(config), ...authority, kind: "judge", direction, hash, labels };
  const metric = judge.sees === "pair" ? { ...shared, needs: "pair", judge } : { ...shared, needs: "output", judge };
  return { metric, candidate: { name, judge, direction, hash, qualifies, refused } };
}
function compilePanelMetric(config, candidates, { mayGate }) {
  const seated = config.members.flatMap((name) => candidates.get(name) ?? []);
  const { panel, direction, hash, held } = seatPanel(config, seated);
  const wantsToGate = config.role === "gate" && direction !== "neutral";
  return {
    ...shareConfig(config),
    kind: "panel",
    needs: "scores",
    direction,
    gates: mayGate && wantsToGate && held === null,
    wouldGate: wantsToGate && held === null,
    held: wantsToGate ? held : null,
    hash,
    panel
  };
}
function findMetricProblems(configs, files) {
  const problems = [];
  for (const config of configs) {
    if (config.kind === "check") collectProblems(problems, () => compileCheck(config, files));
    if (config.kind === "judge") collectProblems(problems, () => compileJudge(config, files));
  }
  return problems;
}
function refuseEqualNames(configs) {
  const first = /* @__PURE__ */ new Map();
  const problems = configs.flatMap((config) => {
    const earlier = first.get(config.name);
    first.set(config.name, earlier ?? config);
    if (earlier === void 0) return [];
    const hint = `Rename it: ${earlier.where.path}:${earlier.where.line ?? 1} has a metric of this name already.`;
    return [buildProblem(`metric "${config.name}" is there twice.`, hint, config.where)];
  });
  if (problems.length > 0) throw new UserError(problems);
}

// src/datasets/fill-row.ts
function listLacking({ variables }, names) {
  return [...names].filter((name) => lookUpVariable(name, variables) === void 0);
}
function columnOf(name, variables) {
  return Object.hasOwn(variables, name) ? name : name.split(".")[0] ?? name;
}
function fillRow(base, candidate, names, renamed) {
  const lacking = listLacking(base, names);
  if (lacking.length === 0) return base;
  if (candidate === null) return null;
  const added = lacking.flatMap((name) => {
    const column = columnOf(name, candidate.variables);
    const old = renamed.get(column);
    const value = old === void 0 ? lookUpVariable(name, candidate.variables) : lookUpVariable(old + name.slice(column.length), base.variables);
    return value === void 0 ? [] : [[name, value]];
  });
  return { ...base, variables: { ...base.variables, ...Object.fromEntries(added) } };
}

// src/plan/answer-key.ts
var mostTimesAsLong = 3;
function findNewlyRead(change) {
  const { candidate, readers, base, changes, metrics, inputs, prompt } = change;
  const [sample] = base;
  if (sample === void 0) return { free: [], shrinks: [] };
  const gold = listGold(metrics, base);
  const columnsRead = (names) => new Set([...names].map((name) => columnOf(name, { ...changes.candidate[0]?.variables, ...sample.variables })));
  const known = /* @__PURE__ */ new Set([...columnsRead(readers.base), ...inputs]);
  const fresh = [...columnsRead(variablesOf(candidate))].filter((column) => !known.has(column));
  const isFree = (column) => known.has(changes.renamed.get(column) ?? "");
  const given = fresh.filter(
    (column) => gold.has(column) || !isFree(column) && holdsGold(column, base, changes.candidate, gold)
  );
  return {
    free: fresh.filter((column) => !given.includes(column) && !isFree(column)),
    shrinks: given.map((column) => ({
      kind: "answer-key",
      prompt,
      subject: column,
      title: `the prompt reads the answers in "${column}"; accept it`,
      sentence: `the prompt ${prompt} newly reads the column "${column}", which holds the expected answers. Take it out, list it under "inputs" of the suite on the base branch, or accept it with the label prompt-assay:accept.`
    }))
  };
}
function listGold(metrics, rows) {
  const names = metrics.flatMap((metric) => {
    if (metric.kind === "check") return checkColumns(metric);
    return metric.kind === "judge" ? judgeReads(metric, rows[0]?.variables ?? {}).reference : [];
  });
  const columns = names.map((name) => name.split(".")[0] ?? name);
  const isCopy = (alias, name) => rows.some(({ variables }) => Object.hasOwn(variables, alias)) && rows.every(
    ({ variables }) => !Object.hasOwn(variables, alias) || listHeld(variables[alias]).some(
      (value) => canonicalJson(value) === canonicalJson(variables[name] ?? null)
    )
  );
  return /* @__PURE__ */ new Set([
    ...names,
    ...columns,
    ...columns.flatMap((name) => aliasesOf(name).filter((alias) => isCopy(alias, name)))
  ]);
}
function listHeld(value) {
  return [value, answerIn(value), ...isJsonObject(value) ? Object.values(value) : []];
}
function holdsGold(column, base, candidate, gold) {
  if (base.some(({ variables }) => Object.hasOwn(variables, column))) return false;
  const partners = new Map(candidate.map((row) => [row.id, row]));
  const pairs = base.flatMap((row) => {
    const value = partners.get(row.id)?.variables[column];
    return value === void 0 ? [] : [{ row, value }];
  });
  const holding = pairs.filter(
    ({ row, value }) => [...gold].some((name) => listAnswers(row, name).some((answer) => containsGold(value, answer)))
  );
  return 2 * holding.length > pairs.length;
}
function listAnswers({ variables }, name) {
  const value = lookUpVariable(name, variables) ?? null;
  return Array.isArray(value) ? value : [value];
}
function containsGold(value, gold) {
  const [text, answer] = [value, gold].map(
    (one) => (typeof one === "string" ? one : canonicalJson(one)).trim().toLowerCase()
  );
  if (answer === "" || gold === null) return false;
  if (text === answer) return true;
  if (text.length > mostTimesAsLong * answer.length) return false;
  const isWord = (character) => character !== void 0 && /[\p{L}\p{N}_]/u.test(character);
  for (let at = text.indexOf(answer); at >= 0; at = text.indexOf(answer, at + 1)) {
    if (!isWord(text[at - 1]) && !isWord(text[at + answer.length])) return true;
  }
  return false;
}

// src/datasets/case.ts
function clusterOf(testCase, clusterBy) {
  const value = clusterBy === null ? null : lookUpVariable(clusterBy, testCase.variables) ?? null;
  if (value === null || value === "") return null;
  return typeof value === "string" ? value : canonicalJson(value);
}

// src/datasets/clusters.ts
function clustersOf(cases, clusterBy) {
  if (clusterBy === null) return null;
  const clusters = /* @__PURE__ */ new Map();
  const problems = [];
  for (const testCase of cases) {
    const cluster = clusterOf(testCase, clusterBy);
    if (cluster !== null) clusters.set(testCase.id, cluster);
    else {
      const message = `has no ${quoteName(clusterBy)}, the column that "cluster-by" names.`;
      const hint = `Fill it in, or change "cluster-by". ${hintKnown(clusterBy, Object.keys(testCase.variables))}`;
      problems.push(buildProblem(message, hint, testCase.where));
    }
  }
  throwProblems(joinEqual(problems));
  return clusters;
}

// src/plan/plan-cases.ts
function planCases(rows, suite) {
  const { base, candidate, changes, baseReads, candidateReads } = rows;
  const clusters = clustersOf([...base ?? [], ...listNew(base, candidate)], suite.clusterBy);
  const plan = (row, parts) => ({
    id: row.id,
    base: row,
    candidate: row,
    scoring: row,
    cluster: clusters?.get(row.id) ?? null,
    question: null,
    isSame: false,
    critical: row.critical,
    added: false,
    editionOf: null,
    ...parts
  });
  if (base === null) return { cases: candidate.map((row) => plan(row, { base: null })), notAsked: [] };
  const partners = new Map(candidate.map((row) => [row.id, row]));
  const known = new Set(base.map(({ id }) => id));
  const edited = changes.edited.filter((pair) => known.has(pair.base.id));
  const left = rows.isApplication ? new Set(edited.map((pair) => pair.base.id)) : /* @__PURE__ */ new Set();
  const held = base.filter(({ id }) => !left.has(id));
  const gating = held.map((row) => ({
    row,
    filled: fillRow(row, partners.get(row.id) ?? null, candidateReads, changes.renamed)
  }));
  const beside = (row, parts = {}) => plan(row, {
    base: !rows.isApplication && listLacking(row, baseReads).length === 0 ? row : null,
    critical: false,
    added: true,
    ...parts
  });
  const taken = new Set([...base, ...candidate].map(({ id }) => id));
  const nameEdited = (id) => taken.has(`${id} (edited)`) ? nameEdited(`${id} (edited)`) : `${id} (edited)`;
  return {
    cases: [
      ...gating.flatMap(({ row, filled }) => filled === null ? [] : [plan(row, { base: filled, candidate: filled })]),
      ...edited.map(
        ({ base: { id }, candidate: row }) => beside(row, { id: rows.isApplication ? id : nameEdited(id), editionOf: id })
      ),
      ...listNew(base, candidate).map((row) => beside(row))
    ],
    notAsked: gating.flatMap(({ row, filled }) => filled === null ? [row.id] : [])
  };
}
function listNew(base, candidate) {
  const known = new Set(base?.map(({ id }) => id));
  return candidate.filter(({ id }) => !known.has(id));
}

// src/plan/row-readers.ts
function readersOf(base, candidate, metrics, columns = []) {
  const checked = metrics.flatMap((metric) => metric.kind === "check" ? checkColumns(metric) : []);
  const judges = metrics.filter((metric) => metric.kind === "judge");
  return {
    base: /* @__PURE__ */ new Set([...columns, ...base.flatMap(variablesOf)]),
    candidate: /* @__PURE__ */ new Set([...columns, ...candidate.flatMap(variablesOf)]),
    metrics: (row) => [...checked, ...judges.flatMap((judge) => judgeReads(judge, row.variables).names)]
  };
}

// src/plan/sent-tools.ts
var definition = ["name", "description", "parameters", "strict"];
function findBeyond(tool) {
  if (!isJsonObject(tool) || typeof tool.type !== "string") return { type: null, what: 'a tool has no "type"' };
  const { type, function: inner = {}, ...outer } = tool;
  if (type !== "function") return { type, what: `a tool of the type ${quoteName(type)} is no function` };
  if (!isJsonObject(inner)) return { type, what: 'a function has a "function" that is no definition' };
  const more = [...Object.keys(outer), ...Object.keys(inner)].find((name) => !definition.includes(name));
  return more === void 0 ? null : { type, what: `a function has ${quoteName(more)} beside its definition` };
}

// src/plan/sent.ts
var shaping = /* @__PURE__ */ new Set([
  ...shapingParameters.flatMap(wireNamesOf),
  ...["response_format", "text.format", "text.verbosity"]
]);
var outers = new Set([...shaping].flatMap((name) => name.includes(".") ? [name.split(".", 1)[0]] : []));
var nothing = { api: "chat", parameters: {}, responseFormat: null, tools: [] };
function refuseUnknown(candidate, pair, leave) {
  const { model, isUntouched, places } = leave;
  const before = pair.base ?? (isUntouched(candidate.path) ? pair.candidate : null);
  const parameters = mergeParameters(model.parameters, before?.parameters ?? {});
  const main = { ...nothing, ...before, api: model.api, parameters };
  const locate = (name) => candidate.places.get(name) ?? places.get(`model.parameters.${name}`) ?? fileOf(candidate);
  return explain2(candidate, main, model, locate, "model: { %s }");
}
function refuseUnknownJudges(metrics, { judgeModel, places }) {
  const main = { ...nothing, parameters: { ...logprobParameters, ...judgeModel.parameters } };
  return metrics.flatMap((metric) => {
    if (metric.kind !== "judge" || metric.judge.settings === void 0) return [];
    const { settings, config } = metric.judge;
    const locate = (name) => places.get(`judge.model.parameters.${name}`) ?? config.where;
    return explain2({ ...nothing, ...settings }, main, judgeModel, locate, "judge: { model: { %s } }");
  });
}
function explain2(asked, main, allowed, locate, block) {
  const problems = [];
  const known = collectProblems([], () => describeWire(main).sent) ?? {};
  const excess = collectProblems(problems, () => placeFault(() => listExcess(asked, known, allowed), locate)) ?? [];
  const hint = (key) => key === null ? 'Write "type: function", or remove it.' : `Remove it, or first merge ${inCode(block.replace("%s", () => key))} into the config of the base branch.`;
  return [...problems, ...excess.map(({ place, message, key }) => buildProblem(message, hint(key), locate(place)))];
}
function listExcess(asked, known, allowed) {
  const { sent, names } = describeWire(asked);
  const before = new Map(listMembers(known));
  return listMembers(sent).flatMap(([wire, value]) => {
    const isSent = before.has(wire) && canonicalJson(before.get(wire)) === canonicalJson(value);
    if (isSent) return [];
    if (wire === "tools") return listTools(value, before.get(wire) ?? [], allowed);
    if (wire === "tool_choice") return listChoice(value, allowed);
    const name = names.get(wire) ?? names.get(wire.split(".", 1)[0] ?? "") ?? wire;
    if (shaping.has(wire) || allowed.allowParameters.includes(name)) return [];
    const message = `${quoteName(wire)} does more than shape the answer, and main does not send it with this value.`;
    return [{ place: name, message, key: `allow-parameters: [${quoteName(name)}]` }];
  });
}
function listTools(tools, known, { allowTools }) {
  const before = new Set(listOf(known).map(canonicalJson));
  return listOf(tools).flatMap((tool, index) => {
    const beyond = before.has(canonicalJson(tool)) ? null : findBeyond(tool);
    if (beyond === null || allowTools.includes(beyond.type ?? "")) return [];
    const message = `${beyond.what}, and main does not send it so.`;
    const key = beyond.type === null ? null : `allow-tools: [${quoteName(beyond.type)}]`;
    return [{ place: `tools[${index}]`, message, key }];
  });
}
function listChoice(choice, { allowTools }) {
  return [...new Set(listTypes(choice))].filter((type) => !["function", "allowed_tools", ...allowTools].includes(type)).map((type) => ({
    place: "tool-choice",
    message: `"tool_choice" names a tool of the type ${quoteName(type)}, and main does not send it with this value.`,
    key: `allow-tools: [${quoteName(type)}]`
  }));
}
function listTypes(value) {
  const own = isJsonObject(value) && typeof value.type === "string" ? [value.type] : [];
  const below = typeof value === "object" && value !== null ? Object.values(value) : [];
  return [...own, ...below.flatMap(listTypes)];
}
function listMembers(sent) {
  return Object.entries(sent).flatMap(
    ([name, value]) => outers.has(name) && isJsonObject(value) ? Object.entries(value).map(([member, inner]) => [`${name}.${member}`, inner]) : [[name, value]]
  );
}
function listOf(value) {
  return Array.isArray(value) ? value : [value];
}
function placeFault(work, locate) {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ModelConfigError) || error.parameter === null) throw error;
    throw error.at(locate(error.parameter));
  }
}
function fileOf({ path }) {
  return { path, line: null, column: null };
}

// src/prompts/pair.ts
var reasons = [
  {
    isShared: false,
    holds: (base, candidate) => identifyPrompt(base) === identifyPrompt(candidate) && isSamePlace(base, candidate)
  },
  { isShared: true, holds: isSameName },
  { isShared: true, holds: isNamedAsOrigin },
  { isShared: false, holds: isSamePlace },
  { isShared: false, holds: isSameText }
];
function pairPrompts(base, candidate) {
  const predecessors = /* @__PURE__ */ new Map();
  const left = new Set(base);
  const join = (from2, to2) => {
    predecessors.set(to2, from2);
    left.delete(from2);
  };
  for (const { isShared, holds } of reasons) {
    for (const to2 of candidate) {
      if (predecessors.has(to2)) continue;
      const from2 = [...left].find((prompt) => holds(prompt, to2)) ?? base.find((prompt) => isShared && holds(prompt, to2));
      if (from2 !== void 0) join(from2, to2);
    }
  }
  const fresh = candidate.filter((prompt) => !predecessors.has(prompt));
  const [from, to] = [[...left][0], fresh[0]];
  if (from !== void 0 && to !== void 0 && left.size === 1 && fresh.length === 1) join(from, to);
  const pairs = candidate.map((prompt) => describePair(predecessors.get(prompt) ?? null, prompt));
  return [...pairs, ...[...left].map((prompt) => ({ change: "deleted", base: prompt, candidate: null }))];
}
function isSameName(base, candidate) {
  return base.name !== null && base.name === candidate.name;
}
function isNamedAsOrigin(base, { renamedFrom }) {
  return renamedFrom !== null && (renamedFrom === addressOf(base) || renamedFrom === base.name);
}
function isSamePlace(base, candidate) {
  return addressOf(base) === addressOf(candidate);
}
function isSameText(base, candidate) {
  if (base.application !== void 0 || candidate.application !== void 0) return false;
  return canonicalJson(base.messages) === canonicalJson(candidate.messages);
}
function describePair(base, candidate) {
  if (base === null) return { change: "new", base, candidate };
  const isSame = isSamePlace(base, candidate) && identifyPrompt(base) === identifyPrompt(candidate);
  const isEqual = canonicalJson(promptContent(base)) === canonicalJson(promptContent(candidate));
  return { change: isSame ? isEqual ? "unchanged" : "changed" : "renamed", base, candidate };
}
function refuseTwins(prompts) {
  throwProblems(findDuplicates(prompts));
}
function findDuplicates(prompts) {
  const first = /* @__PURE__ */ new Map();
  return prompts.flatMap((prompt) => {
    const id = identifyPrompt(prompt);
    const other = first.get(id);
    first.set(id, other ?? prompt);
    if (other === void 0) return [];
    const message = `has the name ${quoteName(id)}, as ${addressOf(other)} has.`;
    const where = { path: prompt.path, line: null, column: null };
    return [buildProblem(message, "Give each prompt of a suite its own name.", where)];
  });
}

// src/plan/suite-pairs.ts
function pairSuite({ mayGate, dropped }, base, candidate) {
  const pairs = nameAll(pairPrompts(base?.prompts ?? [], candidate.prompts));
  const isDropped = (prompt) => dropped.includes(prompt.path) || dropped.includes(addressOf(prompt));
  const going = pairs.flatMap(
    ({ pair }) => pair.base !== null && (pair.candidate === null || isDropped(pair.base)) ? [pair.base] : []
  );
  if (!mayGate || going.length === 0) return { pairs, shown: [] };
  const shown = pairs.flatMap(({ id, pair }) => {
    if (pair.change !== "new") return [];
    const origin = findNearest(going, pair.candidate);
    return [
      { id: `${id} against ${identifyPrompt(origin)}`, pair: { ...pair, change: "renamed", base: origin } }
    ];
  });
  return { pairs, shown };
}
function findNearest(going, { messages }) {
  const text = messages.map(({ content }) => content).join("\n");
  return going.find((prompt) => sharesLines(prompt, text)) ?? going[0];
}
function nameAll(pairs) {
  const taken = /* @__PURE__ */ new Set();
  return pairs.map((pair) => {
    const prompt = pair.candidate ?? pair.base;
    const name = identifyPrompt(prompt);
    const id = taken.has(name) ? addressOf(prompt) : name;
    taken.add(id);
    return { id, pair };
  });
}
function findLostPrompts({ suite, lost }, pairs) {
  const deleted = pairs.flatMap(
    ({ id, pair }) => pair.change === "deleted" ? [{ id, path: addressOf(pair.base), isApplication: pair.base.application !== void 0 }] : []
  );
  const shrinks = deleted.flatMap(({ id, path, isApplication: isApplication2 }) => {
    if (isApplication2) return [explainUnanswered(id)];
    const substitute = lost.get(path) ?? null;
    if (substitute === null) return [];
    const title = `the gated prompt ${inCode(id)} goes and nothing is known to take its place; accept it`;
    const sentence = `the gated prompt ${inCode(path)} goes while ${inCode(substitute)} comes. What takes its place says so by ${inCode(`renamed-from: ${path}`)}; where nothing does, accept it with the label prompt-assay:accept.`;
    return [{ kind: "prompt", prompt: id, subject: null, title, sentence }];
  });
  const retired = deleted.filter(({ path, isApplication: isApplication2 }) => !isApplication2 && (lost.get(path) ?? null) === null);
  const notices = retired.map(
    ({ id }) => `Suite ${inCode(suite.name)} loses the prompt ${inCode(id)}: nothing takes its place, and its cases are no longer checked.`
  );
  return { shrinks, notices };
}
function explainUnanswered(id) {
  const title = `no output of the gated prompt ${inCode(id)} was supplied; accept it`;
  const sentence = `no output of the gated prompt ${inCode(id)} was supplied, which main answers. Supply its outputs; where the application asks it no longer, accept it with the label prompt-assay:accept.`;
  return { kind: "prompt", prompt: id, subject: null, title, sentence };
}

// src/datasets/pair-rows.ts
function hasDerivedId({ variables }) {
  return (variables.id ?? null) === null;
}
function pairRows(base, candidate) {
  const [baseIds, candidateIds] = [base, candidate].map((rows) => new Set(rows.map(({ id }) => id)));
  const lost = base.filter(({ id }) => !candidateIds?.has(id));
  const fresh = candidate.filter(({ id }) => !baseIds?.has(id));
  const freshColumns = columnsOf2(fresh);
  const shared = columnsOf2(lost).filter((column) => freshColumns.includes(column));
  if (shared.length === 0) return candidate;
  const [before, after] = [lost, fresh].map((rows) => groupByValues(rows, shared));
  const names = new Map(
    [...after].flatMap(([key, rows]) => {
      const partners = before.get(key) ?? [];
      const [row, partner] = [rows[0], partners[0]];
      if (rows.length !== 1 || partners.length !== 1 || row === void 0 || partner === void 0) return [];
      return hasDerivedId(row) || hasDerivedId(partner) ? [[row.id, partner.id]] : [];
    })
  );
  return candidate.map((row) => ({ ...row, id: names.get(row.id) ?? row.id }));
}
function columnsOf2(rows) {
  return [...new Set(rows.flatMap(({ variables }) => Object.keys(variables)))].filter((name) => name !== "id").sort();
}
function groupByValues(rows, columns) {
  const groups = /* @__PURE__ */ new Map();
  for (const row of rows) {
    const key = canonicalJson(pick(row.variables, columns));
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
function pick(variables, columns) {
  return Object.fromEntries(
    columns.flatMap((name) => Object.hasOwn(variables, name) ? [[name, variables[name]]] : [])
  );
}

// src/datasets/changes.ts
var maxNamed2 = 5;
function compareDatasets(base, rows, readers) {
  const candidate = pairRows(base, rows);
  const partners = new Map(candidate.map((row) => [row.id, row]));
  const baseIds = new Set(base.map(({ id }) => id));
  const removed = base.filter(({ id }) => !partners.has(id));
  const kept = base.flatMap((row) => {
    const partner = partners.get(row.id);
    return partner === void 0 ? [] : [{ base: row, candidate: partner }];
  });
  const edited = kept.filter((pair) => isEdited(pair, readers));
  return {
    candidate,
    added: candidate.filter(({ id }) => !baseIds.has(id)),
    removed,
    edited,
    renamed: findRenamed(kept, new Set(edited)),
    sentence: explainAccept(base.length, removed, edited)
  };
}
function isEdited(pair, readers) {
  const { base, candidate } = pair;
  if (base.hash === candidate.hash) return false;
  if (base.critical && !candidate.critical) return true;
  if (canonicalJson(base.messages) !== canonicalJson(candidate.messages)) return true;
  const [before, after] = [base, candidate].map((row) => (name) => readText(row, name));
  const prompts = [...readers.base, ...readers.candidate];
  return readers.metrics(base).some((name) => before(name) !== after(name)) || prompts.some((name) => before(name) !== null && after(name) !== null && before(name) !== after(name));
}
function readText({ variables }, name) {
  const value = lookUpVariable(name, variables);
  return value === void 0 ? null : canonicalJson(value);
}
function findRenamed(kept, edited) {
  const own = (side) => new Set(kept.flatMap((pair) => Object.keys(pair[side].variables)));
  const [before, after] = [own("base"), own("candidate")];
  const gone = [...before].filter((column) => !after.has(column));
  const come = [...after].filter((column) => !before.has(column));
  const isRename = (to, from) => {
    const differing = kept.filter((pair) => readText(pair.base, from) !== readText(pair.candidate, to));
    return differing.length < kept.length && differing.every((pair) => edited.has(pair));
  };
  const renamed = /* @__PURE__ */ new Map();
  for (const to of come) {
    const from = gone.find((column) => ![...renamed.values()].includes(column) && isRename(to, column));
    if (from !== void 0) renamed.set(to, from);
  }
  return renamed;
}
function explainAccept(total, removed, edited) {
  const touched = [...removed, ...edited.map((pair) => pair.base)];
  const critical = touched.filter((row) => row.critical).map(({ id }) => id);
  const isMany = (count2, least) => count2 >= least && count2 * 10 > total;
  if (critical.length === 0 && !isMany(removed.length, 2) && !isMany(edited.length, 3)) return null;
  const counts = [
    removed.length === 0 && edited.length > 0 ? "" : `${removed.length} of ${count(total, "row")} removed`,
    edited.length === 0 ? "" : `${edited.length}${removed.length === 0 ? ` of ${count(total, "row")}` : ""} edited`
  ].filter((part) => part !== "").join(", ");
  const list = critical.length === 0 ? "" : `; critical: ${listFirst(critical, maxNamed2)}`;
  const advice = removed.some(hasDerivedId) ? ' Rows without an "id" column are known by their content, so an edit removes one and adds another: add ids.' : "";
  return `${counts}${list}; accept that with the label prompt-assay:accept.${advice}`;
}

// src/plan/suite-rows.ts
var identityDigits = 16;
function compareSuiteRows(pairs, base, candidate, metrics) {
  const columns = candidate.prompts.some(({ application }) => application !== void 0) ? [...base === null ? [] : allRows(base), ...allRows(candidate)].flatMap(columnsOf) : [];
  const readers = readersOf(base?.prompts ?? [], candidate.prompts, metrics, columns);
  const known = /* @__PURE__ */ new Map();
  const isByPrompt = base !== null && base.cases === null && candidate.cases === null;
  if (base !== null && !isByPrompt) {
    const changes = compareDatasets(allRows(base), allRows(candidate), readers);
    for (const pair of pairs) if (pair.base !== null) known.set(pair, changes);
  }
  if (base !== null && isByPrompt) {
    for (const pair of pairs) {
      if (pair.base === null || pair.candidate === null) continue;
      const own = readersOf([pair.base], [pair.candidate], [...metrics, ...pair.base.metrics]);
      known.set(pair, compareDatasets(rowsOf(base, pair.base), rowsOf(candidate, pair.candidate), own));
    }
  }
  return {
    changes: [...new Set(known.values())],
    of: (pair) => {
      const changes = known.get(pair) ?? null;
      const own = pair.candidate === null ? [] : rowsOf(candidate, pair.candidate);
      return {
        base: base === null || pair.base === null ? null : rowsOf(base, pair.base),
        candidate: changes?.candidate ?? own,
        changes
      };
    }
  };
}
function identifyRows(content) {
  const hashes = allRows(content).map(({ hash }) => hash);
  return hashes.length === 0 ? null : contentHash(hashes.sort()).slice(0, identityDigits);
}
function rowsOf({ cases, embedded }, prompt) {
  return cases ?? embedded.get(addressOf(prompt)) ?? [];
}
function allRows({ cases, embedded }) {
  const rows = cases ?? [...embedded.values()].flat();
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

// src/plan/prepare-suite.ts
var maxNamed3 = 8;
function prepareSuite(selection, judgeModel, base, candidate, leave) {
  const problems = [];
  const baseFaults = [];
  const warnings = [];
  const { pairs: named, shown } = pairSuite(selection, base, candidate);
  const pairs = named.map(({ pair }) => pair);
  const lost = findLostPrompts(selection, named);
  const metrics = [...selection.suite.metrics, ...(base?.prompts ?? []).flatMap((prompt) => prompt.metrics)];
  const rows = compareSuiteRows(pairs, base, candidate, metrics);
  const { changes } = rows;
  const prepare = (one, of, findings) => preparePrompt(selection, judgeModel, one, base, candidate, leave, of, findings);
  const prepared = named.map((one) => prepare(one, rows.of(one.pair), { problems, baseFaults, warnings }));
  if (problems.length > 0) throw new UserError(problems);
  const beside = shown.flatMap((one) => {
    const findings = { problems: [], baseFaults: [], warnings: [] };
    const own = compareSuiteRows([one.pair], base, candidate, metrics).of(one.pair);
    const { prompt } = prepare(one, own, findings);
    return prompt.base === null || findings.problems.length > 0 ? [] : [showOnly(prompt)];
  });
  const readings = base === null ? [] : pairs.flatMap((pair) => readNew(pair, rows.of(pair), base, selection));
  return {
    config: selection.suite,
    mayGate: selection.mayGate,
    prompts: [...prepared.map(({ prompt }) => prompt), ...beside],
    rows: selection.mayGate && base !== null ? identifyRows(base) : null,
    addedCases: changes.flatMap(({ added }) => added.map((row) => row.id)),
    removedCases: changes.flatMap(({ removed }) => removed.map((row) => row.id)),
    editedCases: changes.flatMap(({ edited }) => edited.map((pair) => pair.base.id)),
    shrinks: selection.mayGate ? [...changes.flatMap(findLostRows), ...readings.flatMap(({ shrinks }) => shrinks), ...lost.shrinks] : [],
    brokenBase: baseFaults.length === 0 ? null : summariseProblems(baseFaults),
    doubts: prepared.map(({ prompt }) => prompt).filter(isUnmeasured).map(explainUnmeasured),
    notices: [
      ...lost.notices,
      ...prepared.flatMap(({ prompt, notAsked }) => explainNotAsked(prompt, notAsked)),
      ...readings.flatMap(({ notice }) => notice)
    ],
    notes: baseFaults.map(explainFault),
    warnings: [...keepOwn(base, candidate), ...candidate.warnings, ...warnings]
  };
}
function keepOwn(base, candidate) {
  const prompts = base?.prompts.map(({ path }) => path) ?? [];
  const said = new Set(candidate.warnings.map(({ path, message }) => `${path} ${message}`));
  return (base?.warnings ?? []).filter(
    ({ path, message }) => !prompts.includes(path ?? "") && !said.has(`${path} ${message}`)
  );
}
function showOnly(prompt) {
  const metrics = prompt.metrics.map((metric) => ({ ...metric, gates: false, wouldGate: false }));
  return { ...prompt, metrics, shownOnly: true };
}
function isUnmeasured({ candidate, change, metrics }) {
  return candidate !== null && change !== "unchanged" && metrics.length === 0;
}
function explainUnmeasured({ suite, id }) {
  const sentence = `nothing may gate yet: every metric of ${inCode(id)} is a judge, and no model is named for judges`;
  return { suite, prompt: id, title: "nothing may gate yet", sentence };
}
function findLostRows({ sentence }) {
  if (sentence === null) return [];
  return [{ kind: "rows", prompt: null, subject: null, title: "the dataset changed; accept it", sentence }];
}
function readNew(pair, { base: rows, changes }, base, { suite }) {
  if (pair.base === null || pair.candidate === null || rows === null || changes === null) return [];
  const metrics = [...suite.metrics, ...pair.base.metrics];
  const readers = readersOf(base.prompts, [pair.candidate], metrics);
  const prompt = identifyPrompt(pair.candidate);
  const { free, shrinks } = findNewlyRead({
    prompt,
    candidate: pair.candidate,
    readers,
    base: rows,
    changes,
    metrics,
    inputs: suite.inputs
  });
  const notice = free.length === 0 ? [] : [`The prompt ${inCode(prompt)} newly reads ${listNames(free)} of the dataset.`];
  return [{ shrinks, notice }];
}
function explainNotAsked({ id }, cases) {
  if (cases.length === 0) return [];
  const rows = cases.length === 1 ? "row that was removed" : `${cases.length} rows that were removed`;
  return [
    `Not asked of the prompt ${inCode(id)}, which reads a column that they lack: the ${rows} (${listNames(cases)}).`
  ];
}
function listNames(names) {
  return listFirst(names.map(quoteName), maxNamed3);
}
function preparePrompt(selection, judgeModel, { id, pair }, base, candidate, leave, rows, { problems, baseFaults, warnings }) {
  const after = pair.candidate === null ? null : collectProblems(problems, () => resolve(pair.candidate, candidate.model));
  const measured = collectProblems(problems, () => prepareMetrics(selection, judgeModel, pair, base, candidate));
  const metrics = measured?.metrics ?? [];
  problems.push(...after === null ? [] : refuseUnknown(after, pair, leave), ...refuseUnknownJudges(metrics, leave));
  warnings.push(
    ...measured?.leftOut ?? [],
    ...after === null ? [] : warnUnsent(after, rows.candidate),
    ...warnUnreadChecks(metrics, rows.candidate)
  );
  const sides = {
    ...rows,
    changes: rows.changes ?? { edited: [], renamed: /* @__PURE__ */ new Map() },
    baseReads: pair.base === null ? [] : variablesOf(pair.base),
    candidateReads: pair.candidate === null ? [] : variablesOf(pair.candidate),
    isApplication: isApplication(pair)
  };
  const listed = after === null ? null : collectProblems(problems, () => planCases(sides, selection.suite));
  const cases = metrics.length === 0 ? [] : listed?.cases ?? [];
  const { before, faults } = resolveBase(pair.base, base, cases);
  baseFaults.push(...faults);
  if (after !== null && listed?.cases.length === 0) {
    const where = { path: after.path, line: null, column: null };
    problems.push(
      buildProblem("has no case to run.", "Add rows to the dataset of its suite, or testData to the file.", where)
    );
  }
  if (after !== null && measured?.metrics.length === 0 && measured.leftOut.length === 0) {
    const where = { path: after.path, line: null, column: null };
    problems.push(
      buildProblem("has no metric.", "Add a check or a judge to its suite, or evaluators to the file.", where)
    );
  }
  problems.push(...checkVariables(before, after, cases, after === null ? [] : rows.candidate, metrics));
  const isChanged = pair.change === "unchanged" && before?.version !== after?.version;
  const change = faults.length > 0 && after !== null ? "new" : isChanged ? "changed" : pair.change;
  const prompt = {
    suite: selection.suite.name,
    id,
    change,
    base: before,
    candidate: after,
    metrics,
    cases,
    reasoning: selection.suite.reasoning,
    shownOnly: false
  };
  return { prompt: hasChanged(prompt) ? markSame(joinQuestions(prompt)) : prompt, notAsked: listed?.notAsked ?? [] };
}
function resolveBase(prompt, content, cases) {
  if (prompt === null || content === null) return { before: null, faults: [] };
  const faults = [];
  const before = collectProblems(faults, () => resolve(prompt, content.model));
  if (before !== null) faults.push(...checkBaseVariables(before, cases));
  return { before: faults.length > 0 ? null : before, faults };
}
function explainFault(fault) {
  return `the base side cannot be used, so nothing is compared with it: ${renderProblem(fault)}`;
}
function resolve(prompt, model) {
  return prompt === null ? null : resolvePrompt(prompt, model);
}

// src/read/choose-prompts.ts
var maxNamed4 = 8;
function chooseOfBase({ suite }) {
  return { isChosen: buildChooser(suite.prompts), asked: null };
}
function chooseOfCandidate({ suite, proposed, followed }) {
  const isOwn = buildChooser([...suite.prompts, ...proposed?.prompts ?? []]);
  const isChosen = (prompt) => isOwn(prompt) || followed.includes(addressOf(prompt));
  return { isChosen, asked: proposed?.prompts ?? null };
}
async function choosePrompts(repository, tree, paths, suites, { isChosen, asked }, problems) {
  const { prompts } = await readPrompts(repository, tree, paths, readingsOf(suites), problems);
  if (asked !== null) problems.push(...findVainNames(prompts, asked));
  return prompts.filter(isChosen);
}
function findVainNames(prompts, asked) {
  const isAsked = buildChooser(asked);
  const named = prompts.filter(({ key }) => key !== null);
  const files = [...new Set(named.map(({ path }) => path))].filter(buildMatcher(asked));
  const problems = files.flatMap((path) => {
    const keys = named.flatMap((prompt) => prompt.path === path ? prompt.key ?? [] : []);
    const missing = listNamesAsked(asked, path).filter((name) => !keys.includes(name));
    return missing.map((name) => explainMissing(path, name, keys));
  });
  const [first] = files;
  if (problems.length > 0 || first === void 0 || prompts.some(isAsked)) return problems;
  return [
    explainMissing(
      first,
      null,
      named.filter(({ path }) => path === first).flatMap(({ key }) => key ?? [])
    )
  ];
}
function explainMissing(path, name, keys) {
  const near = name === null ? null : suggestName(name, keys);
  const known = `There are ${listFirst(keys, maxNamed4)}.`;
  const what = name === null ? "that the suite asks for" : `${quoteName(name)}, which the suite asks for`;
  const hint = near === null ? known : `Did you mean "${near}"? ${known}`;
  return buildProblem(`holds no prompt ${what}.`, hint, { path, line: null, column: null });
}

// src/read/read-rows.ts
function createRowReader(repository) {
  const known = /* @__PURE__ */ new Map();
  return async (tree, dataset) => {
    if (dataset === null) return { cases: null, problems: [], warnings: [] };
    if (dataset.kind === "inline") return collectRows(() => parseRows(dataset.rows));
    const { paths, where } = dataset;
    const key = JSON.stringify(paths.map((path) => tree.entries.get(path) ?? [path, where]));
    const rows = known.get(key) ?? readRows(repository, tree, paths, where);
    known.set(key, rows);
    return rows;
  };
}
function pathsOf(dataset) {
  return dataset?.kind === "files" ? dataset.paths : [];
}
async function readRows(repository, tree, paths, where) {
  const problems = [];
  for (const path of paths) if (tree.entries.has(path)) collectProblems(problems, () => findFormat(path));
  throwProblems(problems);
  const files = await readFiles(repository, tree, paths, maxDatasetBytes);
  return collectRows(() => joinDatasets(paths.map((path) => fileOrThrow(files, path, where))));
}
function collectRows(parse) {
  const problems = [];
  const parsed = collectProblems(problems, parse);
  return { cases: parsed?.cases ?? [], problems, warnings: parsed?.warnings ?? [] };
}
function fileOrThrow(files, path, where) {
  const file = files.get(path);
  if (file !== void 0) return file;
  throw UserError.of(`dataset ${path} does not exist.`, missingHint, where);
}

// src/read/load-suite.ts
async function loadSuites(repository, selections, sides, part, findApplications = () => null) {
  const loaded = await Promise.allSettled(
    selections.map((selection) => loadSuite(repository, selection, sides, findApplications(selection)))
  );
  const problems = loaded.flatMap((result) => {
    if (result.status === "fulfilled") return [];
    if (!(result.reason instanceof UserError)) throw result.reason;
    return result.reason.problems;
  });
  if (problems.length > 0) throw new UserError(problems);
  const plans = loaded.flatMap((result) => result.status === "fulfilled" ? [result.value] : []);
  return part === null ? plans : takePart(plans, part);
}
async function loadSuite(repository, selection, sides, applications = null) {
  const { suite, proposed, mayGate, followed } = selection;
  const { base, candidate, config } = sides;
  const deciding = mayGate ? sides : { base: candidate, decidingTree: candidate.tree };
  const heir = proposed ?? findHeir(selection, candidate);
  const files = listSuiteFiles(suite);
  const readRows2 = createRowReader(repository);
  const [before, after] = await Promise.all([
    readBase(repository, readRows2, suite, {
      tree: base.tree,
      rowTree: deciding.base.tree,
      decidingTree: deciding.decidingTree,
      prompts: applications === null ? selection.basePrompts : [],
      applications: applications?.base ?? [],
      readings: [suite],
      choice: chooseOfBase(selection),
      dataset: suite.dataset,
      metrics: suite.metrics,
      files,
      faults: [],
      model: sides.decidingConfig?.model ?? candidate.config?.model ?? config.model,
      judgeModel: config.judgeModel
    }),
    readContent(repository, readRows2, suite, {
      tree: candidate.tree,
      rowTree: candidate.tree,
      decidingTree: candidate.tree,
      prompts: applications === null ? selection.candidatePrompts : [],
      applications: applications?.candidate ?? [],
      // Of other suites only what was followed there is read.
      readings: [...proposed === null ? [] : [proposed], suite, ...followed.length > 0 ? candidate.suites : []],
      choice: chooseOfCandidate(selection),
      // The rows as they would be in force after the merge; a suite that goes leaves its rows as they are.
      dataset: heir === null ? null : heir.dataset,
      metrics: (proposed ?? suite).metrics,
      files: proposed === null ? files : [...files, ...listSuiteFiles(proposed)],
      faults: findEmptiness(selection, candidate),
      model: candidate.config?.model ?? config.model,
      judgeModel: candidate.config?.judgeModel ?? config.judgeModel
    })
  ]);
  refuseTwins(after.prompts.filter(buildChooser(proposed?.prompts ?? [])));
  const rows = heir === null && before.content !== null ? before.content.cases : after.cases;
  const own = mayGate ? before.content : withRowsOf(before.content, after);
  const plan = prepareSuite(selection, config.judgeModel, own, { ...after, cases: rows }, giveLeave(sides));
  const broken = mayGate ? before.broken ?? plan.brokenBase : null;
  const notes = before.broken === null ? [] : [`${base.label} cannot be used, so nothing is compared with it: ${before.broken}`];
  const doubts = [...explainGateless(selection, sides.brokenBase), ...plan.doubts];
  return {
    ...plan,
    brokenBase: doubts.length > plan.doubts.length ? null : broken,
    doubts,
    notes: [...notes, ...plan.notes]
  };
}
function giveLeave({ base, candidate, decidingConfig }) {
  const { model, judgeModel } = decidingConfig ?? builtInConfig;
  const hashOf = ({ tree }, path) => tree.entries.get(path)?.hash;
  const isUntouched = (path) => hashOf(base, path) === hashOf(candidate, path);
  const places = candidate.config?.parameterPlaces ?? /* @__PURE__ */ new Map();
  return { model, judgeModel, isUntouched, places };
}
function explainGateless({ suite: { name: suite }, wasDead }, brokenConfig) {
  if (brokenConfig !== null) {
    const sentence = `main's config gated nothing: ${brokenConfig}`;
    return [{ suite, prompt: null, title: sentence, sentence }];
  }
  if (wasDead === null) return [];
  const title = "main's suite gated nothing; from this merge on it will";
  return [{ suite, prompt: null, title, sentence: `${suite}: ${title} (${wasDead})` }];
}
function findHeir({ suite, candidatePrompts }, { suites }) {
  const takes = ({ prompts }) => candidatePrompts.some((path) => mayShare(prompts, suite.prompts, path));
  return suites.find(takes) ?? null;
}
function withRowsOf(base, candidate) {
  return base === null ? null : { ...base, embedded: new Map([...base.embedded, ...candidate.embedded]) };
}
function findEmptiness({ suite, proposed, basePrompts, candidatePrompts }, candidate) {
  const isSought = proposed !== null && !isForOutputs(proposed);
  if (!isSought || basePrompts.length > 0 || candidatePrompts.length > 0) return [];
  if (selectPaths(candidate.tree, proposed.prompts).length > 0) return [];
  const [what, key] = isAsApplication(suite) ? ["file", "sources"] : ["prompt file", "prompts"];
  const hint = `Correct its ${key} (${suite.prompts.join(", ")}); paths are relative to the config file.`;
  return [buildProblem(`suite "${suite.name}" matches no ${what}.`, hint, suite.where)];
}
async function readBase(repository, readRows2, suite, sources) {
  try {
    return { content: await readContent(repository, readRows2, suite, sources), broken: null };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { content: null, broken: summariseProblems(error.problems) };
  }
}
async function readContent(repository, readRows2, suite, sources) {
  const { tree, rowTree, decidingTree, model, judgeModel } = sources;
  const problems = [...sources.faults];
  const rowFiles = [...pathsOf(sources.dataset), ...pathsOf(suite.dataset)];
  const deciding = [...new Set(sources.files.filter((path) => !rowFiles.includes(path)))];
  const isLines = (path) => path.endsWith(".jsonl");
  const [parsed, rows, texts, labels] = await Promise.all([
    choosePrompts(repository, tree, sources.prompts, sources.readings, sources.choice, problems),
    readRows2(rowTree, sources.dataset),
    readFiles(
      repository,
      decidingTree,
      deciding.filter((path) => !isLines(path))
    ),
    readFiles(repository, decidingTree, deciding.filter(isLines), maxDatasetBytes)
  ]);
  const files = new Map([...texts, ...labels]);
  const warnings = [];
  const prompts = [...parsed, ...sources.applications];
  problems.push(...rows.problems);
  warnings.push(...rows.warnings);
  const embedded = new Map(prompts.map((prompt) => [addressOf(prompt), embeddedCases(prompt, problems, warnings)]));
  (suite.metrics.length === 0 ? problems : warnings).push(...prompts.flatMap((prompt) => prompt.unread));
  if (problems.length > 0) throw new UserError([...problems, ...findMetricProblems(sources.metrics, files)]);
  warnings.push(...prompts.flatMap((prompt) => prompt.warnings));
  return { prompts, cases: rows.cases, embedded, files, model, judgeModel, warnings };
}
function embeddedCases(prompt, problems, warnings) {
  if (prompt.rows === null || prompt.rows.length === 0) return [];
  const parsed = collectProblems(problems, () => parseRows(prompt.rows ?? []));
  warnings.push(...parsed?.warnings ?? []);
  return parsed?.cases ?? [];
}

// src/plan/estimate.ts
var assumedOutputTokens = 300;
var judgeOverheadTokens = 600;
var judgeReplyTokens = 150;
function estimateRound(draws, judgeModel, prices, fallback = null) {
  const findPrice = (model) => priceOf(model, prices) ?? fallback;
  let sum = nothing2;
  for (const { prompt, case: row, arms, from, to } of draws) {
    for (const arm of arms)
      sum = addEstimates(sum, repeat(estimateOne(prompt, row, arm, judgeModel, findPrice), to - from));
  }
  return sum;
}
function listModels(prompt, judgeModel) {
  const { base, candidate, metrics } = prompt;
  const judges = metrics.flatMap((metric) => metric.kind === "judge" ? [modelOf(metric.judge, judgeModel)] : []);
  const asked = isApplication(prompt) ? [] : [base?.model, candidate?.model];
  return [...asked, ...judges].filter((model) => typeof model === "string");
}
function modelOf({ config, settings }, judgeModel) {
  return config.model ?? settings?.id ?? judgeModel;
}
var nothing2 = {
  generationCalls: 0,
  judgeCalls: 0,
  inputTokens: 0,
  outputTokens: 0,
  costMicroUsd: 0
};
function addEstimates(a, b) {
  return {
    generationCalls: a.generationCalls + b.generationCalls,
    judgeCalls: a.judgeCalls + b.judgeCalls,
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    costMicroUsd: a.costMicroUsd === null || b.costMicroUsd === null ? null : a.costMicroUsd + b.costMicroUsd
  };
}
function repeat(one, times) {
  const { costMicroUsd: cost } = one;
  return {
    generationCalls: one.generationCalls * times,
    judgeCalls: one.judgeCalls * times,
    inputTokens: one.inputTokens * times,
    outputTokens: one.outputTokens * times,
    costMicroUsd: cost === null ? null : cost * times
  };
}
function estimateOne(prompt, row, arm, judgeModel, findPrice) {
  const request = isApplication(prompt) ? null : buildCaseRequest(prompt, row, arm);
  const input = estimateMessages(request?.messages ?? [{ role: "user", content: writeJson(row.scoring.variables) }]);
  const limit = ["max-tokens", "max-completion-tokens", "max-output-tokens"].map((name) => request?.parameters[name]);
  const output = Math.min(assumedOutputTokens, ...limit.filter((value) => typeof value === "number"));
  const judgeModels = prompt.metrics.flatMap((metric) => {
    if (metric.kind !== "judge" || metric.needs === "pair" && row.isSame) return [];
    const { judge } = metric;
    return Array(judge.config.samples).fill(modelOf(judge, judgeModel));
  });
  const judges = judgeModels.length;
  const answers = request === null ? 0 : estimateCall(input, output, findPrice(request.model));
  const judging = judgeModels.map(
    (model) => estimateCall(judgeOverheadTokens + input + output, judgeReplyTokens, findPrice(String(model)))
  );
  const costs = [answers, ...judging];
  return {
    generationCalls: request === null ? 0 : 1,
    judgeCalls: judges,
    inputTokens: (request === null ? 0 : input) + judges * (judgeOverheadTokens + input + output),
    outputTokens: (request === null ? 0 : output) + judges * judgeReplyTokens,
    costMicroUsd: costs.reduce((sum, cost) => sum === null || cost === null ? null : sum + cost, 0)
  };
}
function estimateCall(inputTokens, outputTokens, price) {
  return costMicroUsd({ inputTokens, cachedInputTokens: 0, outputTokens, reasoningTokens: 0 }, price);
}

export {
  judgeSettingsOf,
  judgeModelOf,
  listDropped,
  identifyJudge,
  combineScores,
  uniformInt,
  xoroshiro128plus,
  explainMismatch,
  calibrateFile,
  readCalibration,
  proposedName,
  proposalOf,
  isPairwise,
  hears,
  columnOf,
  identifyArm,
  listKeys,
  buildCaseRequest,
  keyOfCase,
  buildGenerationCall,
  createFinder,
  joinQuestions,
  readersOf,
  pairPrompts,
  isSameName,
  isNamedAsOrigin,
  isSameText,
  takePart,
  describePart,
  loadSuites,
  loadSuite,
  estimateRound,
  listModels,
  nothing2 as nothing,
  addEstimates
};
