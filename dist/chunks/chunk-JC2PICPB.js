import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  casesToDetect,
  decideGate,
  detectableDrop,
  renderPoints
} from "./chunk-CRKW7LMB.js";
import {
  buildGenerationCall,
  costMicroUsd,
  estimateRound,
  interleaveArms,
  priceOf
} from "./chunk-3V4T5MI2.js";
import {
  casesForUnchangedPass,
  resolveMargin
} from "./chunk-Q2ZIXXRI.js";
import {
  combineOrders,
  isConsistent,
  uniformInt,
  xoroshiro128plus
} from "./chunk-YJQCHDK2.js";
import {
  sampleMean,
  sampleSd
} from "./chunk-54V4ALLZ.js";
import {
  contentHash,
  isJsonObject
} from "./chunk-32F53KWV.js";
import {
  ModelConfigError,
  UserError,
  asError
} from "./chunk-GVVGS7NA.js";

// src/scores/totals.ts
function countCalls(records) {
  const asked = records.filter((record2) => !record2.cached);
  const answered = asked.filter((record2) => record2.result.status !== "unavailable");
  const usage = asked.flatMap(
    ({ result }) => result.status === "answered" && result.usage !== null ? [result.usage] : []
  );
  const judgeCalls = answered.filter((record2) => record2.call.purpose === "judge").length;
  return {
    calls: answered.length,
    generationCalls: answered.length - judgeCalls,
    judgeCalls,
    cacheHits: records.length - asked.length,
    retries: asked.reduce((sum, record2) => sum + Math.max(0, record2.result.attempts - 1), 0),
    inputTokens: usage.reduce((sum, one) => sum + one.inputTokens, 0),
    outputTokens: usage.reduce((sum, one) => sum + one.outputTokens, 0)
  };
}
function addMicroUsd(records) {
  return records.reduce(
    (sum, { costMicroUsd: costMicroUsd2 }) => sum === null || costMicroUsd2 === null ? null : sum + costMicroUsd2,
    0
  );
}
function addDollars(records) {
  const total = addMicroUsd(records);
  return total === null ? null : total / 1e6;
}
function spentMicroUsd(records) {
  return records.reduce((sum, record2) => sum + (record2.costMicroUsd ?? 0), 0);
}

// src/scores/abstention.ts
var words = "the judge abstained";
function explainAbstention(said) {
  return said === null ? words : `${words}: ${said}`;
}
function isAbstention(reason) {
  return reason?.startsWith(words) ?? false;
}

// src/scores/refused-arms.ts
function voidRefusedArms(samples, scores) {
  const statuses = /* @__PURE__ */ new Map();
  for (const { prompt, arm, result } of samples) {
    const key = keyOf(prompt.suite, prompt.id, arm);
    statuses.set(key, (statuses.get(key) ?? /* @__PURE__ */ new Set()).add(result.status === "rejected" ? result.httpStatus : null));
  }
  const refused = new Set([...statuses].flatMap(([key, own]) => own.size === 1 && !own.has(null) ? [key] : []));
  if (refused.size === 0) return scores;
  return scores.map((one) => refused.has(keyOf(one.suite, one.prompt, one.arm)) ? { ...one, score: null } : one);
}
function keyOf(...parts) {
  return JSON.stringify(parts);
}

// node_modules/yocto-queue/index.js
var Node = class {
  value;
  next;
  constructor(value) {
    this.value = value;
  }
};
var Queue = class {
  #head;
  #tail;
  #size;
  constructor() {
    this.clear();
  }
  enqueue(value) {
    const node = new Node(value);
    if (this.#head) {
      this.#tail.next = node;
      this.#tail = node;
    } else {
      this.#head = node;
      this.#tail = node;
    }
    this.#size++;
  }
  dequeue() {
    const current = this.#head;
    if (!current) {
      return;
    }
    this.#head = this.#head.next;
    this.#size--;
    if (!this.#head) {
      this.#tail = void 0;
    }
    return current.value;
  }
  peek() {
    if (!this.#head) {
      return;
    }
    return this.#head.value;
  }
  clear() {
    this.#head = void 0;
    this.#tail = void 0;
    this.#size = 0;
  }
  get size() {
    return this.#size;
  }
  *[Symbol.iterator]() {
    let current = this.#head;
    while (current) {
      yield current.value;
      current = current.next;
    }
  }
  *drain() {
    while (this.#head) {
      yield this.dequeue();
    }
  }
};

// node_modules/p-limit/index.js
function pLimit(concurrency) {
  let rejectOnClear = false;
  if (typeof concurrency === "object") {
    ({ concurrency, rejectOnClear = false } = concurrency);
  }
  validateConcurrency(concurrency);
  if (typeof rejectOnClear !== "boolean") {
    throw new TypeError("Expected `rejectOnClear` to be a boolean");
  }
  const queue = new Queue();
  let activeCount = 0;
  const resumeNext = () => {
    if (activeCount < concurrency && queue.size > 0) {
      activeCount++;
      queue.dequeue().run();
    }
  };
  const next = () => {
    activeCount--;
    resumeNext();
  };
  const run = async (function_, resolve, arguments_) => {
    const result = (async () => function_(...arguments_))();
    resolve(result);
    try {
      await result;
    } catch {
    }
    next();
  };
  const enqueue = (function_, resolve, reject, arguments_) => {
    const queueItem = { reject };
    new Promise((internalResolve) => {
      queueItem.run = internalResolve;
      queue.enqueue(queueItem);
    }).then(run.bind(void 0, function_, resolve, arguments_));
    if (activeCount < concurrency) {
      resumeNext();
    }
  };
  const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
    enqueue(function_, resolve, reject, arguments_);
  });
  Object.defineProperties(generator, {
    activeCount: {
      get: () => activeCount
    },
    pendingCount: {
      get: () => queue.size
    },
    clearQueue: {
      value() {
        if (!rejectOnClear) {
          queue.clear();
          return;
        }
        const abortError = AbortSignal.abort().reason;
        while (queue.size > 0) {
          queue.dequeue().reject(abortError);
        }
      }
    },
    concurrency: {
      get: () => concurrency,
      set(newConcurrency) {
        validateConcurrency(newConcurrency);
        concurrency = newConcurrency;
        queueMicrotask(() => {
          while (activeCount < concurrency && queue.size > 0) {
            resumeNext();
          }
        });
      }
    },
    map: {
      async value(iterable, function_) {
        const promises = [];
        try {
          Array.from(iterable, (value, index) => {
            const promise = generator(function_, value, index);
            promises.push(promise);
            return promise;
          });
        } catch (error) {
          for (const promise of promises) {
            promise.catch(() => {
            });
          }
          throw error;
        }
        return Promise.all(promises);
      }
    }
  });
  return generator;
}
function validateConcurrency(concurrency) {
  if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
    throw new TypeError("Expected `concurrency` to be a number from 1 and up");
  }
}

// src/execute/run-calls.ts
async function runCalls(label, calls, context, locate = () => null) {
  const limit = pLimit(Math.max(1, context.concurrency));
  const stop = new AbortController();
  const signal = AbortSignal.any([context.signal, stop.signal]);
  const asked = /* @__PURE__ */ new Map();
  let done = 0;
  let spent = spentMicroUsd(context.journal);
  const ask = async (call, identity) => {
    signal.throwIfAborted();
    const record2 = await answer(call, identity, context, signal).catch((error) => {
      throw placeFault(error, (setting) => locate(call, setting));
    });
    context.journal.push(record2);
    spent += record2.costMicroUsd ?? 0;
    if (context.budgetMicroUsd !== null && spent > context.budgetMicroUsd) throw overBudget();
    done += 1;
    context.log.progress(label, done, asked.size);
    return record2;
  };
  const halt = (error) => {
    stop.abort(error);
    throw error;
  };
  const records = calls.map((call) => {
    const identity = identify(call);
    const earlier = asked.get(identity);
    if (earlier !== void 0) return earlier.then((record3) => ({ ...record3, call, cached: true, costMicroUsd: 0 }));
    const record2 = limit(() => ask(call, identity).catch(halt));
    asked.set(identity, record2);
    return record2;
  });
  const settled = await Promise.allSettled(records);
  if (context.signal.aborted) throw asError(context.signal.reason);
  if (stop.signal.aborted) throw asError(stop.signal.reason);
  return settled.map((outcome) => outcome.value);
}
function placeFault(error, locate) {
  if (!(error instanceof ModelConfigError) || error.parameter === null) return error;
  const where = locate(error.parameter);
  return where === null ? error : error.at(where);
}
function identify(call) {
  return contentHash([call.key, call.purpose, call.arm, call.sample]);
}
async function answer(call, identity, context, signal) {
  const known = parseKnown(await context.cache?.read(identity));
  if (known !== null) return { call, result: known, cached: true, costMicroUsd: 0 };
  const result = await context.model.complete(call, signal);
  if (result.status !== "unavailable") await context.cache?.write(identity, result);
  const price = priceOf(call.request.model, context.prices);
  const usage = result.status === "answered" ? result.usage : null;
  const cost = result.status === "answered" ? costMicroUsd(usage, price) : 0;
  return { call, result, cached: false, costMicroUsd: cost };
}
function parseKnown(entry) {
  if (!isJsonObject(entry)) return null;
  if (entry.status === "rejected" && typeof entry.reason === "string") return entry;
  const output = entry.output;
  const whole = entry.status === "answered" && isJsonObject(output) && typeof output.content === "string";
  return whole ? entry : null;
}
function overBudget() {
  return UserError.of(
    "The budget of this run is spent.",
    "Raise budget.per-run-usd on the base branch; finished answers are kept."
  );
}

// src/execute/generate.ts
async function generateSamples(wanted, context) {
  const ordered = interleaveArms(wanted);
  const asked = ordered.map(buildGenerationCall);
  const origin = new Map(asked.map((call, index) => [call, ordered[index]]));
  const calls = await runCalls("answers", asked, context, (call, setting) => {
    const { prompt, arm } = origin.get(call);
    return (arm === "baseline" ? prompt.baseline : prompt.candidate)?.places.get(setting) ?? null;
  });
  return ordered.map((item, index) => {
    const { call, result, cached } = calls[index];
    return { ...item, key: call.key, result, source: cached ? "cache" : "fresh" };
  });
}

// src/execute/ask-judge.ts
import { randomBytes } from "node:crypto";
async function askJudge(items, model, context) {
  const counts = items.map(({ judge }) => Number(judge.config.options.samples ?? 1));
  const draws = items.flatMap(
    (item, index) => Array.from({ length: counts[index] }, (_, draw) => ({ ...item, draw: item.draw + 2 * draw }))
  );
  const judgements = await askTolerantly(draws, model, context);
  let next = 0;
  return counts.map((count) => {
    next += count;
    return averageJudgements(judgements.slice(next - count, next));
  });
}
function averageJudgements(judgements) {
  const [first] = judgements;
  const scores = judgements.flatMap(({ score }) => score ?? []);
  if (scores.length <= 1) return judgements.find(({ score }) => score !== null) ?? first;
  return { ...first, score: scores.reduce((sum, score) => sum + score, 0) / scores.length };
}
async function askTolerantly(items, model, context) {
  try {
    return await askOnce(items, model, context);
  } catch (error) {
    const setting = error instanceof ModelConfigError ? error.parameter : null;
    const isOurs = setting === "response-format" || setting !== null && Object.hasOwn(model.parameters, setting);
    if (setting === null || !isOurs || context.dropped.has(setting)) throw error;
    context.dropped.add(setting);
    context.log.warn(`The judge's model refuses "${setting}": it is left out.`);
    return askTolerantly(items, model, context);
  }
}
async function askOnce(items, model, context) {
  const questions = items.map(({ judge, subject }) => judge.buildQuestion(subject, randomBytes(6).toString("hex")));
  const ask = (item, question, attempt) => buildCall(item, question, model, attempt, context.dropped);
  const first = await runCalls(
    "judgements",
    items.map((item, index) => ask(item, questions[index], 0)),
    context
  );
  const judgements = first.map((record2, index) => readReply(record2, items[index]));
  const broken = judgements.flatMap((judgement, index) => judgement.malformed === null ? [] : [index]);
  const repairs = broken.map((index) => {
    const item = items[index];
    const { malformed } = judgements[index];
    const reply = replyOf(first[index]);
    return ask(item, item.judge.buildRepair(questions[index], reply, malformed ?? ""), 1);
  });
  const second = await runCalls("repaired judgements", repairs, context);
  broken.forEach((index, position) => {
    judgements[index] = readReply(second[position], items[index]);
  });
  return judgements;
}
function buildCall({ judge, subject, draw }, question, settings, attempt, dropped) {
  const { api } = settings;
  const parameters = Object.fromEntries(Object.entries(settings.parameters).filter(([name]) => !dropped.has(name)));
  const responseFormat = dropped.has("response-format") ? null : question.responseFormat;
  const own = judge.config.options.model;
  const id = typeof own === "string" ? own : settings.id;
  if (id === null) throw new Error(`judge ${judge.config.name} has no model`);
  const request = { model: id, api, parameters, tools: [], messages: question.messages, responseFormat };
  const form = responseFormat === null ? { form: null } : {};
  const key = contentHash({
    judge: judge.hash,
    id,
    api,
    parameters,
    ...form,
    subject,
    attempt
  });
  return { request, key, purpose: "judge", arm: "judge", sample: draw };
}
function replyOf({ result }) {
  return result.status === "answered" ? result.output.content : "";
}
function readReply({ result }, { judge, subject }) {
  if (result.status !== "answered") {
    return { score: null, reason: `the judge did not answer: ${result.reason}`, abstained: false, malformed: null };
  }
  const judgement = judge.parseReply(result.output.content, subject, result.tokens);
  if (judgement.abstained) return { ...judgement, reason: explainAbstention(judgement.reason) };
  return judgement.malformed === null ? judgement : { ...judgement, reason: `the judge's reply cannot be read: ${judgement.malformed}` };
}

// src/execute/score.ts
async function scoreSamples(samples, judgeModel, context) {
  const pairs = samples.flatMap(
    (sample) => sample.prompt.metrics.filter((metric) => metric.judge?.sees !== "pair").map((metric) => ({ sample, metric }))
  );
  const scored = pairs.map(({ sample, metric }) => scoreWithoutCall(sample, metric));
  const open = pairs.flatMap(({ sample, metric }, index) => {
    const { judge } = metric;
    return scored[index] === null && judge?.sees === "output" ? [{ index, item: buildItem(judge, sample) }] : [];
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
  return { suite: prompt.suite, prompt: prompt.id, arm, case: row.id, sample: sample.sample, cluster: row.cluster };
}
function scoreWithoutCall(sample, metric) {
  const { result } = sample;
  if (result.status === "unavailable") return { score: null, reason: result.reason };
  if (result.status === "rejected") return { score: metric.direction === "lower" ? 1 : 0, reason: result.reason };
  if (metric.check === null) return null;
  return metric.check.score({ output: result.output, variables: sample.case.scoring.variables });
}
function buildItem(judge, { result, case: row }) {
  if (result.status !== "answered") throw new Error("only an answered sample can be judged");
  return { judge, subject: { output: result.output, variables: row.scoring.variables }, draw: 0 };
}

// src/execute/score-pairs.ts
async function scorePairs(all, added, judgeModel, context) {
  const fresh = new Set(added);
  const pairs = ["baseline", "stored"].flatMap((arm) => pairSamples(all, arm)).filter(({ base, candidate }) => fresh.has(base) || fresh.has(candidate));
  const open = pairs.flatMap(
    (pair) => pair.candidate.prompt.metrics.flatMap(({ name, judge }) => judge?.sees === "pair" ? [{ pair, name, judge }] : [])
  );
  const orders = open.map(({ pair, judge }) => buildItems(pair, judge));
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
    const preference = own.length > 0 ? combineOrders(baseFirst ?? null, candidateFirst ?? null) : preferWithoutCall(pair);
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
function pairSamples(all, arm) {
  const keyOf2 = ({ prompt, case: row, sample }) => JSON.stringify([prompt.suite, prompt.id, row.id, sample]);
  const bases = new Map(all.filter((sample) => sample.arm === arm).map((sample) => [keyOf2(sample), sample]));
  return all.flatMap((candidate) => {
    if (candidate.arm !== "candidate" || arm === "stored" && candidate.sample > 0) return [];
    const base = bases.get(keyOf2(candidate));
    return base === void 0 ? [] : [{ base, candidate }];
  });
}

// src/execute/session.ts
var emptySession = { samples: [], scores: [], swaps: [] };
async function drawSamples(session, wanted, context) {
  const next = await addSamples(session, await generateSamples(wanted, context.generation), context);
  return { ...next, scores: voidRefusedArms(next.samples, next.scores) };
}
async function addSamples(session, samples, context) {
  const scores = await scoreSamples(samples, context.judgeModel, context.judging);
  return addScoredSamples(session, samples, scores, context);
}
async function addScoredSamples(session, samples, scores, context) {
  const all = [...session.samples, ...samples];
  const pairs = await scorePairs(all, samples, context.judgeModel, context.judging);
  return {
    samples: all,
    scores: [...session.scores, ...scores, ...pairs.scores],
    swaps: [...session.swaps, ...pairs.swaps]
  };
}

// src/pipeline/allowance.ts
var rerunFactor = 4;
function createAllowance(config, journal, log) {
  const estimate = (wanted) => estimateRound(wanted, config.judgeModel.id, config.prices);
  const { perRunCalls, perRunUsd } = config.budget;
  const excess = (round) => {
    const calls = countCalls(journal).calls + round.generationCalls + round.judgeCalls;
    if (calls > perRunCalls) return `${calls} calls of at most ${perRunCalls} (budget.per-run-calls)`;
    if (perRunUsd === null || round.costMicroUsd === null) return null;
    const dollars = (spentMicroUsd(journal) + round.costMicroUsd) / 1e6;
    return dollars > perRunUsd ? `about $${dollars.toFixed(2)} of at most $${perRunUsd} (budget.per-run-usd)` : null;
  };
  return {
    require: (wanted, mayRerun, moreJudgements = 0) => {
      const own = estimate(wanted);
      const round = { ...own, judgeCalls: own.judgeCalls + moreJudgements };
      log.info(
        `This round: ${renderEstimate(round)}${mayRerun ? `; a re-run takes at most ${rerunFactor} times that` : ""}.`
      );
      const over = excess(round);
      if (over === null) return round;
      throw UserError.of(
        `The run would take ${over}.`,
        "Raise the budget on the base branch, or run fewer cases with the input cases."
      );
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
function renderEstimate(estimate) {
  const { generationCalls, judgeCalls, inputTokens, outputTokens, costMicroUsd: costMicroUsd2 } = estimate;
  const tokens = (inputTokens + outputTokens).toLocaleString("en-US");
  const cost = costMicroUsd2 === null ? "price unknown" : `about $${(costMicroUsd2 / 1e6).toFixed(4)}`;
  return `${generationCalls} answers, ${judgeCalls} judgements, about ${tokens} tokens, ${cost}`;
}

// src/pipeline/call-context.ts
async function openSessionContext(world, config, fresh, journal) {
  const generation = await world.openModel(config.model);
  const judging = await world.openModel(config.judgeModel);
  const { log, signal } = world;
  const { perRunUsd } = config.budget;
  const shared = {
    cache: fresh ? null : world.cache,
    log,
    signal,
    concurrency: config.concurrency,
    prices: config.prices,
    budgetMicroUsd: perRunUsd === null ? null : Math.round(perRunUsd * 1e6),
    journal
  };
  return {
    generation: { ...shared, model: generation },
    judging: { ...shared, model: judging, dropped: /* @__PURE__ */ new Set() },
    judgeModel: config.judgeModel
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
  const settings = {
    ...comparison.settings,
    margin: resolveMargin(comparison.settings, cases),
    resample: "off",
    target: "inputs"
  };
  const isTested = usable.length >= settings.minCases;
  return {
    ...noise,
    ...planFromNoise(noise, settings, cases),
    unscored: cases - usable.length,
    falseAlarms: isTested ? countFalseAlarms({ ...comparison, settings, samples: 1 }, usable, plan) : null,
    swaps: isTested ? plan.swaps : 0
  };
}
function planFromNoise(noise, settings, datasetSize) {
  const { alpha } = settings;
  const margin = resolveMargin(settings, datasetSize);
  const isQuiet = noise.sd < 1e-9;
  const leastCases = casesForUnchangedPass(margin, alpha);
  const needed = isQuiet ? 0 : casesToDetect(noise.sd, margin, alpha);
  return {
    margin,
    detectableDrop: isQuiet ? null : detectableDrop(noise.sd, noise.cases, alpha),
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

// src/adapters/files/response-cache.ts
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
function createFileCache(directory, log) {
  let warned = false;
  return {
    async read(key) {
      try {
        const entry = JSON.parse(await readFile(pathOf(directory, key).file, "utf8"));
        return isJsonObject(entry) && entry.key === key ? entry.value ?? null : null;
      } catch {
        return null;
      }
    },
    async write(key, value) {
      try {
        await writeWhole(pathOf(directory, key), JSON.stringify({ key, value }));
      } catch (error) {
        if (!warned) log.warn(`answers are not kept in ${directory}: ${asError(error).message}`);
        warned = true;
      }
    }
  };
}
function pathOf(directory, key) {
  const name = createHash("sha256").update(key).digest("hex");
  const folder = join(directory, name.slice(0, 2));
  return { folder, file: join(folder, `${name}.json`) };
}
async function writeWhole({ folder, file }, text) {
  await mkdir(folder, { recursive: true });
  const draft = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(draft, text);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

// src/adapters/openai/open-endpoint.ts
async function openEndpoint(settings, overrides) {
  const { createOpenAiModel } = await import("./openai-model-6YI4Z5FC.js");
  const { baseUrl, apiKey, env } = overrides;
  return createOpenAiModel({
    baseUrl: baseUrl ?? settings.baseUrl ?? (env.OPENAI_BASE_URL || null),
    apiKey: apiKey ?? (env[settings.apiKeyEnv ?? "OPENAI_API_KEY"] || null),
    headers: settings.headers,
    modelMap: settings.map
  });
}

export {
  pLimit,
  countCalls,
  addMicroUsd,
  addDollars,
  isAbstention,
  askJudge,
  emptySession,
  drawSamples,
  addSamples,
  addScoredSamples,
  createAllowance,
  renderEstimate,
  openSessionContext,
  measureRepeats,
  measureNoise,
  planFromNoise,
  renderNoise,
  createFileCache,
  openEndpoint
};
