import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  casesToDetect,
  decideGate,
  detectableDrop,
  powerToDetect,
  renderPoints
} from "./shared.gate.comparison-result.js";
import {
  askJudge,
  countCalls,
  explainAbstention,
  isAbstention,
  runCalls,
  spareRetired,
  spentMicroUsd
} from "./shared.adapters.files.response-cache.js";
import {
  addEstimates,
  estimateRound,
  nothing
} from "./shared.plan.estimate.js";
import {
  casesForUnchangedPass,
  countQuestions,
  resolveMargin
} from "./shared.gate.first-round.js";
import {
  buildGenerationCall,
  combineOrders,
  combineScores,
  hears,
  interleaveArms,
  isConsistent,
  isPairwise,
  judgeModelOf,
  proposedName,
  uniformInt,
  xoroshiro128plus
} from "./shared.checks.build-check.js";
import {
  sampleMean,
  sampleSd
} from "./shared.gate.comparison.js";
import {
  UserError
} from "./shared.errors.js";

// src/scores/tabulate.ts
function tabulateScores(scores) {
  const table = /* @__PURE__ */ new Map();
  for (const record2 of scores) {
    const key = keyOf(record2.suite, record2.prompt, record2.metric, record2.arm, record2.case);
    const row = table.get(key) ?? [];
    while (row.length <= record2.sample) row.push(null);
    row[record2.sample] = record2.score;
    table.set(key, row);
  }
  return table;
}
function scoresOf(table, prompt, metric, arm, caseId) {
  return table.get(keyOf(prompt.suite, prompt.id, metric, arm, caseId)) ?? [];
}
function buildComparison(prompt, metric, table, baseArm) {
  return {
    id: { suite: prompt.suite, prompt: prompt.id, metric: metric.name },
    direction: metric.direction,
    gates: metric.gates,
    isPairwise: isPairwise(metric),
    commonReason: null,
    cases: prompt.cases.filter((row) => !row.added).map((row) => ({
      case: row.id,
      cluster: row.cluster,
      question: row.question,
      isSame: row.isSame,
      critical: row.critical,
      ...row.isSame ? shareScores(table, prompt, metric, row) : {
        baseline: scoresOf(table, prompt, metric.name, baseArm, row.id),
        candidate: scoresOf(table, prompt, metric.name, "candidate", row.id)
      }
    }))
  };
}
function shareScores(table, prompt, { name }, row) {
  const drawn = scoresOf(table, prompt, name, "base", row.id);
  const scores = drawn.length > 0 ? drawn : scoresOf(table, prompt, name, "stored", row.id);
  return { baseline: scores, candidate: scores };
}
function keyOf(...parts) {
  return JSON.stringify(parts);
}

// src/pipeline/allowance.ts
function createAllowance(config, journal, log) {
  const estimate = (...rounds) => estimateRound(rounds.flat(), config.judgeModel.id, config.prices);
  const { perRunCalls, perRunUsd } = config.budget;
  const excess = (round) => {
    const calls = countCalls(journal).calls + round.generationCalls + round.judgeCalls;
    if (calls > perRunCalls) return `${calls} calls of at most ${perRunCalls} (budget.per-run-calls)`;
    if (perRunUsd === null || round.costMicroUsd === null) return null;
    const dollars = (spentMicroUsd(journal) + round.costMicroUsd) / 1e6;
    return dollars > perRunUsd ? `about $${dollars.toFixed(2)} of at most $${perRunUsd} (budget.per-run-usd)` : null;
  };
  const refuse = (over) => {
    throw UserError.of(
      `The run would take ${over}.`,
      "Raise the budget on the base branch, or run fewer cases with the input cases."
    );
  };
  return {
    plan: ({ candidate, base, shared, read, rerun }, checks, screens) => {
      const run = { candidate: estimate(candidate), base: estimate(base, shared), rerun: estimate(rerun), checks };
      const planted = { ...nothing, judgeCalls: checks };
      log.info(`At most: ${renderRunEstimate(run)}.`);
      const over = excess([run.candidate, run.base, run.rerun, planted].reduce(addEstimates));
      if (over === null) return { estimate: run, screensAlone: false };
      if (!screens || excess([run.candidate, estimate(read), planted].reduce(addEstimates)) !== null) refuse(over);
      log.warn(`A fresh baseline does not fit the budget (${over}): the stored one is all that is looked at.`);
      return { estimate: run, screensAlone: true };
    },
    require: (wanted) => {
      const round = estimate(wanted);
      log.info(`This round: ${renderEstimate(round)}.`);
      const over = excess(round);
      if (over !== null) refuse(over);
    },
    afford: (wanted) => {
      const round = estimate(wanted);
      const over = excess(round);
      const cases = new Set(wanted.map(({ prompt, case: row }) => JSON.stringify([prompt.suite, prompt.id, row.id]))).size;
      const what = `${cases} cases run again on both sides`;
      if (over === null) log.info(`Not decided yet: ${what}: ${renderEstimate(round)}.`);
      else log.warn(`Not decided, and the re-run does not fit the budget: it would take ${over}.`);
      return over === null;
    }
  };
}
function renderRunEstimate({ candidate, base, rerun, checks }) {
  return [
    `candidate ${renderEstimate(candidate)}`,
    `base ${renderEstimate(base)}`,
    ...checks === 0 ? [] : [`${checks} judgements of planted answers`],
    `a re-run at worst ${renderEstimate(rerun)}`
  ].join("; ");
}
function renderEstimate(estimate) {
  const { generationCalls, judgeCalls, inputTokens, outputTokens, costMicroUsd } = estimate;
  const tokens = (inputTokens + outputTokens).toLocaleString("en-US");
  const cost = costMicroUsd === null ? "price unknown" : `about $${(costMicroUsd / 1e6).toFixed(4)}`;
  return `${generationCalls} answers, ${judgeCalls} judgements, about ${tokens} tokens, ${cost}`;
}

// src/plan/judge-need.ts
function needOfJudge(prompt, metric, settings) {
  const { metrics } = prompt;
  const gates = metrics.some((one) => one.gates && hears(one, metric.name));
  if (!gates) return "report";
  const successor = metrics.find(({ name }) => name === proposedName(metric.name));
  if (successor?.kind !== "judge" || metric.kind !== "judge") return "gate";
  return judgeModelOf(successor.judge, settings) === judgeModelOf(metric.judge, settings) ? "gate" : "replaced";
}
function needsJudges({ prompts }, settings) {
  return prompts.some(
    (prompt) => prompt.metrics.some((metric) => metric.kind === "judge" && needOfJudge(prompt, metric, settings) !== "report")
  );
}

// src/scores/refused-arms.ts
function voidRefusedArms(samples, scores) {
  const statuses = /* @__PURE__ */ new Map();
  for (const { prompt, arm, result } of samples) {
    const key = keyOf2(prompt.suite, prompt.id, arm);
    statuses.set(key, (statuses.get(key) ?? /* @__PURE__ */ new Set()).add(result.status === "rejected" ? result.httpStatus : null));
  }
  const refused = new Set([...statuses].flatMap(([key, own]) => own.size === 1 && !own.has(null) ? [key] : []));
  if (refused.size === 0) return scores;
  return scores.map((one) => refused.has(keyOf2(one.suite, one.prompt, one.arm)) ? { ...one, score: null } : one);
}
function keyOf2(...parts) {
  return JSON.stringify(parts);
}

// src/scores/freshness.ts
var freshWithinMs = 60 * 60 * 1e3;
function isFreshPair(baseMs, candidateMs) {
  return baseMs !== null && candidateMs !== null && Math.abs(baseMs - candidateMs) <= freshWithinMs;
}
function listStale(samples) {
  const keyOf4 = ({ prompt, case: row, sample }) => JSON.stringify([prompt.suite, prompt.id, row.id, sample]);
  const candidates = new Map(samples.filter(({ arm }) => arm === "candidate").map((one) => [keyOf4(one), one]));
  return samples.flatMap((base) => {
    const candidate = base.arm === "base" && !base.case.isSame ? candidates.get(keyOf4(base)) : void 0;
    if (candidate === void 0 || isFreshPair(base.answeredAtMs, candidate.answeredAtMs)) return [];
    return [(base.answeredAtMs ?? 0) <= (candidate.answeredAtMs ?? 0) ? base : candidate];
  });
}

// src/execute/generate.ts
async function generateSamples(wanted, context) {
  const ordered = interleaveArms(wanted);
  const asked = ordered.map(buildGenerationCall);
  const origin = new Map(asked.map((call, index) => [call, ordered[index]]));
  const model = spareRetired(context.model, "model", (call) => isReplaced(origin.get(call)));
  const calls = await runCalls("answers", asked, { ...context, model }, (call, setting) => {
    const { prompt, arm } = origin.get(call);
    return (arm === "base" ? prompt.base : prompt.candidate)?.places.get(setting) ?? null;
  });
  return ordered.map((item, index) => {
    const { call, result, cached, answeredAtMs } = calls[index];
    return { ...item, key: call.key, result, source: cached ? "cache" : "fresh", answeredAtMs };
  });
}
function isReplaced({ arm, prompt: { base, candidate } }) {
  return arm === "base" && candidate !== null && base?.model !== candidate.model;
}

// src/execute/draw-pairs.ts
var mostRounds = 2;
async function drawPairs(earlier, wanted, context) {
  let drawn = await generateSamples(wanted, context);
  const replaced = /* @__PURE__ */ new Set();
  for (let round = 0; round < mostRounds; round += 1) {
    const stale = new Set(listStale([...earlier.filter((one) => !replaced.has(one)), ...drawn]));
    if (stale.size === 0) break;
    context.log.info(
      `${stale.size} known answers are over an hour older than what they are compared with: they are drawn anew.`
    );
    const again = await generateSamples([...stale], forgetful(context));
    for (const one of earlier) if (stale.has(one)) replaced.add(one);
    drawn = [...drawn.filter((one) => !stale.has(one)), ...again];
  }
  return { drawn, replaced };
}
function forgetful(context) {
  const { cache } = context;
  return cache === null ? context : { ...context, cache: { read: async () => null, write: cache.write } };
}

// src/execute/score.ts
async function scoreSamples(samples, judgeModel, context) {
  const pairs = samples.flatMap(
    (sample) => sample.prompt.metrics.filter(({ needs }) => needs === "output").map((metric) => ({ sample, metric }))
  );
  const scored = pairs.map(({ sample, metric }) => scoreWithoutCall(sample, metric));
  const open = pairs.flatMap(({ sample, metric }, index) => {
    return scored[index] === null && metric.kind === "judge" && metric.needs === "output" ? [{ index, item: { ...buildItem(metric.judge, sample), need: needOfJudge(sample.prompt, metric, judgeModel) } }] : [];
  });
  const judgements = await askJudge(
    open.map(({ item }) => item),
    judgeModel,
    context
  );
  open.forEach(({ index }, position) => {
    scored[index] = judgements[position];
  });
  return pairs.map(({ sample, metric }, index) => {
    const { score, reason } = scored[index] ?? { score: null, reason: "not scored" };
    return { ...identifySample(sample), metric: metric.name, score, reason };
  });
}
function identifySample(sample) {
  const { prompt, case: row, arm } = sample;
  const { id, cluster, question } = row;
  return { suite: prompt.suite, prompt: prompt.id, arm, case: id, sample: sample.sample, cluster, question };
}
function scoreWithoutCall(sample, metric) {
  const { result } = sample;
  if (result.status === "unavailable") return { score: null, reason: result.reason };
  if (result.status === "rejected") return { score: metric.direction === "lower" ? 1 : 0, reason: result.reason };
  if (metric.kind !== "check") return null;
  return metric.check.score({ output: result.output, variables: sample.case.scoring.variables });
}
function buildItem(judge, { result, case: row }) {
  if (result.status !== "answered") throw new Error("only an answered sample can be judged");
  return { judge, subject: { output: result.output, variables: row.scoring.variables }, draw: 0 };
}

// src/execute/score-pairs.ts
async function scorePairs(all, added, judgeModel, context) {
  const fresh = new Set(added);
  const pairs = ["base", "stored"].flatMap((arm) => pairSamples(all, arm)).filter(({ base, candidate }) => fresh.has(base) || fresh.has(candidate));
  const open = pairs.flatMap(
    (pair) => pair.candidate.prompt.metrics.flatMap((metric) => {
      const need = needOfJudge(pair.candidate.prompt, metric, judgeModel);
      return metric.needs === "pair" ? [{ pair, name: metric.name, judge: metric.judge, need }] : [];
    })
  );
  const orders = open.map(({ pair, judge, need }) => buildItems(pair, judge).map((item) => ({ ...item, need })));
  const judgements = await askJudge(orders.flat(), judgeModel, context);
  let next = 0;
  const swaps = [];
  const scores = open.flatMap(({ pair, name }, index) => {
    const own = judgements.slice(next, next + (orders[index]?.length ?? 0));
    next += own.length;
    const [baseFirst, candidateFirst] = own.map(({ score }) => score);
    if (typeof baseFirst === "number" && typeof candidateFirst === "number") {
      const { suite, id: prompt } = pair.candidate.prompt;
      swaps.push({ suite, prompt, metric: name, isConsistent: isConsistent(baseFirst, candidateFirst) });
    }
    if (own.length === 0) return record(pair, name, preferWithoutCall(pair), explainWithoutCall(pair));
    const preference = combineOrders(baseFirst ?? null, candidateFirst ?? null);
    return record(pair, name, preference, own.map(({ reason }) => reason ?? "").join(" / ") || null);
  });
  return { scores, swaps };
}
function record({ base, candidate }, metric, preference, reason) {
  const scoreOf = (sign) => preference === null ? null : (1 + sign * preference) / 2;
  return [
    { ...identifySample(base), metric, score: scoreOf(-1), reason },
    { ...identifySample(candidate), metric, score: scoreOf(1), reason }
  ];
}
function buildItems({ base, candidate }, judge) {
  if (candidate.case.isSame) return [];
  if (base.result.status !== "answered" || candidate.result.status !== "answered") return [];
  const { variables } = candidate.case.scoring;
  const [ours, theirs] = [candidate.result.output, base.result.output];
  return [
    { judge, subject: { first: theirs, second: ours, variables }, draw: 0 },
    { judge, subject: { first: ours, second: theirs, variables }, draw: 0 }
  ];
}
function preferWithoutCall({ base, candidate }) {
  const [before, after] = [base.result.status, candidate.result.status];
  if (before === "unavailable" || after === "unavailable") return null;
  return (after === "rejected" ? -1 : 0) + (before === "rejected" ? 1 : 0);
}
function explainWithoutCall({ base, candidate }) {
  const unanswered = [candidate.result, base.result].flatMap((result) => result.status === "answered" ? [] : result);
  return (unanswered.find(({ status }) => status === "unavailable") ?? unanswered[0])?.reason ?? null;
}
function pairSamples(all, arm) {
  const keyOf4 = ({ prompt, case: row, sample }) => JSON.stringify([prompt.suite, prompt.id, row.id, sample]);
  const bases = new Map(all.filter((sample) => sample.arm === arm).map((sample) => [keyOf4(sample), sample]));
  return all.flatMap((candidate) => {
    if (candidate.arm !== "candidate" || arm === "stored" && candidate.sample > 0) return [];
    const base = bases.get(keyOf4(candidate));
    return base === void 0 ? [] : [{ base, candidate }];
  });
}

// src/execute/score-panels.ts
function scorePanels(prompts, scores) {
  const panels = [...prompts].flatMap(
    (prompt) => prompt.metrics.flatMap(
      (metric) => metric.kind === "panel" ? [{ prompt, name: metric.name, panel: metric.panel }] : []
    )
  );
  if (panels.length === 0) return [];
  const known = new Map(scores.map((score) => [keyOf3(score, score.metric), score]));
  return panels.flatMap(
    ({ prompt, name, panel }) => scores.filter(
      (score) => score.prompt === prompt.id && score.suite === prompt.suite && score.metric === panel.members[0]
    ).map((first) => hearPanel(name, panel, first, (member) => known.get(keyOf3(first, member))))
  );
}
function hearPanel(name, panel, first, find) {
  const heard = panel.members.map((member) => ({ member, record: find(member) }));
  const scores = heard.map(({ record: record2 }) => record2?.score);
  const reasons = heard.flatMap(
    ({ member, record: record2 }) => record2?.reason == null ? [] : [`${member}: ${record2.reason}`]
  );
  const said = reasons.length === 0 ? null : reasons.join(" / ");
  const missing = heard.filter(({ record: record2 }) => (record2?.score ?? null) === null);
  const isAbstained = missing.length > 0 && missing.every(({ record: record2 }) => isAbstention(record2?.reason ?? null));
  const score = combineScores(scores, panel.combine);
  return { ...first, metric: name, score, reason: isAbstained ? explainAbstention(said) : said };
}
function keyOf3({ suite, prompt, arm, case: row, sample }, metric) {
  return JSON.stringify([suite, prompt, arm, row, sample, metric]);
}

// src/execute/session.ts
var emptySession = { samples: [], scores: [], swaps: [] };
async function drawSamples(session, wanted, context) {
  const { drawn, replaced } = await drawPairs(session.samples, wanted, context.generation);
  const kept = replaced.size === 0 ? session : dropSamples(session, replaced);
  const next = await addSamples(kept, drawn.flatMap(shareDraw), context);
  return { ...next, scores: voidRefusedArms(next.samples, next.scores) };
}
function dropSamples({ samples, scores, swaps }, dropped) {
  const keyOf4 = ({ suite, prompt, arm, case: row, sample }) => JSON.stringify([suite, prompt, arm, row, sample]);
  const keys = new Set([...dropped].map((sample) => keyOf4(identifySample(sample))));
  return {
    samples: samples.filter((sample) => !dropped.has(sample)),
    scores: scores.filter((score) => !keys.has(keyOf4(score))),
    swaps
  };
}
function shareDraw(drawn) {
  return drawn.case.isSame && drawn.arm === "base" ? [drawn, { ...drawn, arm: "candidate" }] : [drawn];
}
async function addSamples(session, samples, context) {
  const scores = await scoreSamples(samples, context.judgeModel, context.judging);
  return addScoredSamples(session, samples, scores, context);
}
async function addScoredSamples(session, samples, scores, context) {
  const all = [...session.samples, ...samples];
  const pairs = await scorePairs(all, samples, context.judgeModel, context.judging);
  const added = [...scores, ...pairs.scores];
  const panels = scorePanels(new Set(all.map(({ prompt }) => prompt)), added);
  return {
    samples: all,
    scores: [...session.scores, ...added, ...panels],
    swaps: [...session.swaps, ...pairs.swaps]
  };
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

// src/gate/noise.ts
var usualSwaps = { seed: 1, swaps: 1e3 };
function measureNoise(comparison, plan = usualSwaps) {
  const drawn = comparison.input.cases.map((scores) => ({
    scores,
    draws: scores.baseline.filter((score) => score !== null)
  }));
  const usable = drawn.filter(({ draws }) => draws.length >= 2);
  const noise = measureRepeats(usable.map(({ draws }) => draws));
  if (noise === null) return null;
  const cases = comparison.input.cases.length;
  const questions = countQuestions(comparison.input.cases);
  const settings = {
    ...comparison.settings,
    margin: resolveMargin(comparison.settings, questions),
    resample: "off",
    target: "inputs"
  };
  const isTested = countQuestions(usable.map(({ scores }) => scores)) >= settings.minCases;
  return {
    ...noise,
    ...planFromNoise(noise, settings, questions),
    unscored: cases - usable.length,
    falseAlarms: isTested ? countFalseAlarms({ ...comparison, settings, samples: 1 }, usable, plan) : null,
    swaps: isTested ? plan.swaps : 0
  };
}
function planFromNoise(noise, settings, questions) {
  const { alpha } = settings;
  const margin = resolveMargin(settings, questions);
  const isQuiet = noise.sd < 1e-9;
  const leastCases = casesForUnchangedPass(margin, alpha);
  const needed = isQuiet ? 0 : casesToDetect(noise.sd, margin, alpha);
  return {
    margin,
    detectableDrop: isQuiet ? null : detectableDrop(noise.sd, noise.cases, alpha),
    powerAtMargin: isQuiet || noise.cases < 2 ? null : powerToDetect(margin, noise.sd, noise.cases, alpha),
    casesForMargin: Math.max(needed, leastCases),
    samplesForMargin: noise.cases < leastCases ? null : Math.max(1, Math.ceil(needed / noise.cases))
  };
}
function renderNoise({ differing }, plan) {
  if (plan.detectableDrop === null) return "main against itself differed on none of the cases";
  const share = 100 * differing;
  const percent = share < 1 ? "less than 1" : String(Math.round(share));
  return `main against itself differs on ${percent} % of the cases; this dataset can detect drops of ${renderPoints(plan.detectableDrop)}`;
}
function countFalseAlarms(comparison, usable, { seed, swaps }) {
  const generator = xoroshiro128plus(seed);
  const choose = (count) => uniformInt(generator, 0, count - 1);
  let blocked = 0;
  for (let swap = 0; swap < swaps; swap += 1) {
    const cases = usable.map(({ scores, draws }) => {
      const first = choose(draws.length);
      const other = choose(draws.length - 1);
      const second = other < first ? other : other + 1;
      return {
        ...scores,
        critical: false,
        baseline: [draws[first]],
        candidate: [draws[second]]
      };
    });
    const input = { ...comparison.input, gates: true, cases };
    const direction = input.direction === "neutral" ? "higher" : input.direction;
    if (decideGate([{ ...comparison, input: { ...input, direction } }]).verdict === "fail") blocked += 1;
  }
  return blocked / swaps;
}

// src/scores/gated.ts
function buildGated(plan, prompt, metric, table, baseArm) {
  const { gate: settings, samples } = plan.config;
  return { input: buildComparison(prompt, metric, table, baseArm), settings, samples };
}

export {
  tabulateScores,
  scoresOf,
  buildComparison,
  buildGated,
  createAllowance,
  renderRunEstimate,
  needOfJudge,
  needsJudges,
  emptySession,
  drawSamples,
  addSamples,
  addScoredSamples,
  measureRepeats,
  measureNoise,
  planFromNoise,
  renderNoise
};
