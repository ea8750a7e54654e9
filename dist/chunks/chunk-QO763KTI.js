import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  casesToDetect,
  detectableDrop,
  renderPoints,
  sampleMean,
  sampleSd
} from "./chunk-UCGMAOFK.js";
import {
  buildGenerationCall,
  combineOrders,
  costMicroUsd,
  interleaveArms,
  isConsistent,
  priceOf
} from "./chunk-7DRUIVQ4.js";
import {
  casesForUnchangedPass,
  resolveMargin
} from "./chunk-OEV2NELN.js";
import {
  canonicalJson,
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
function addDollars(records) {
  const total = records.reduce(
    (sum, { costMicroUsd: costMicroUsd2 }) => sum === null || costMicroUsd2 === null ? null : sum + costMicroUsd2,
    0
  );
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

// src/baseline/stored-baseline.ts
import { createHash } from "node:crypto";
function baselineFolder(configPath, suite) {
  const slug = suite.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 40);
  return `${slug === "" ? "suite" : slug}-${contentHash([configPath, suite]).slice(0, 8)}`;
}
function renderBaseline(baseline) {
  const files = [
    ["manifest.json", `${JSON.stringify(baseline.manifest, null, 2)}
`],
    ["scores.jsonl", renderLines(baseline.scores)]
  ];
  if (baseline.outputs.length > 0) files.push(["outputs.jsonl", renderLines(baseline.outputs)]);
  return new Map(files);
}
function renderLines(records) {
  const rank = (record2) => [record2.prompt, record2.case, String(record2.sample).padStart(6, "0"), "metric" in record2 ? record2.metric : ""].join(
    "\0"
  );
  return records.map((record2) => ({ rank: rank(record2), line: `${canonicalJson(record2)}
` })).sort((a, b) => a.rank < b.rank ? -1 : 1).map(({ line }) => line).join("");
}
function renderChangelogLine({ manifest }, reason) {
  const { commit, date, means, costMicroUsd: costMicroUsd2, toolVersion, previous } = manifest;
  const versions = Object.fromEntries(Object.entries(manifest.prompts).map(([id, prompt]) => [id, prompt.version]));
  return `${canonicalJson({ commit, date, reason, versions, means, costMicroUsd: costMicroUsd2, toolVersion, previous })}
`;
}
function parseBaseline(folder, files) {
  const manifest = files.get("manifest.json");
  if (manifest === void 0) return null;
  return {
    manifest: parseManifest(`${folder}/manifest.json`, manifest),
    scores: parseLines(`${folder}/scores.jsonl`, files.get("scores.jsonl") ?? "", "metric"),
    outputs: parseLines(`${folder}/outputs.jsonl`, files.get("outputs.jsonl") ?? "", "result")
  };
}
function hashManifest(manifest) {
  return createHash("sha256").update(canonicalJson(manifest)).digest("hex");
}
function parseManifest(path, text) {
  const value = parseJson(path, 1, text);
  if (isJsonObject(value) && Number(value.schemaVersion) > 1) {
    const hint = "Update Prompt Assay here, or re-baseline main with this version on another branch (baseline.branch).";
    throw UserError.of("the stored baseline was written by a newer version.", hint, { path, line: 1, column: null });
  }
  const whole = isJsonObject(value) && value.schemaVersion === 1 && ["toolVersion", "configPath", "suite", "commit", "date", "contentKey"].every(
    (key) => typeof value[key] === "string"
  ) && ["prompts", "metrics", "rows", "means"].every((key) => isJsonObject(value[key])) && Number.isInteger(value.samples) && !Number.isNaN(Date.parse(String(value.date)));
  if (!whole) throw damaged(path, 1);
  return value;
}
function parseLines(path, text, member) {
  return text.split("\n").flatMap((line, index) => {
    if (line === "") return [];
    const value = parseJson(path, index + 1, line);
    const whole = isJsonObject(value) && ["prompt", "case", "key"].every((key) => typeof value[key] === "string") && Number.isInteger(value.sample) && member in value;
    if (!whole) throw damaged(path, index + 1);
    return [value];
  });
}
function parseJson(path, line, text) {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw damaged(path, line, cause);
  }
}
function damaged(path, line, cause) {
  const hint = "Restore the file from the history of the baseline branch, or delete the suite's folder there and re-baseline main.";
  return UserError.of("the stored baseline is damaged here.", hint, { path, line, column: null }, { cause });
}

// src/pipeline/read-baseline.ts
async function readBaseline(store, branch, folder) {
  const { files } = await store.read(branch, folder);
  const inFolder = [...files].map(([path, text]) => [path.slice(folder.length + 1), text]);
  return parseBaseline(folder, new Map(inFolder));
}

// src/adapters/files/response-cache.ts
import { createHash as createHash2, randomUUID } from "node:crypto";
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
  const name = createHash2("sha256").update(key).digest("hex");
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
  const { createOpenAiModel } = await import("./openai-model-FH7VYZ27.js");
  const { baseUrl, apiKey, env } = overrides;
  return createOpenAiModel({
    baseUrl: baseUrl ?? settings.baseUrl ?? (env.OPENAI_BASE_URL || null),
    apiKey: apiKey ?? (env[settings.apiKeyEnv ?? "OPENAI_API_KEY"] || null),
    headers: settings.headers,
    modelMap: settings.map
  });
}

// node_modules/pure-rand/lib/esm/distribution/uniformInt.js
var safeNumberMaxSafeInteger = Number.MAX_SAFE_INTEGER;

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

// src/baseline/stored-noise.ts
function summariseNoise(scores) {
  const metrics = /* @__PURE__ */ new Map();
  for (const { prompt, metric, case: id, score } of scores) {
    if (score === null) continue;
    const key = `${prompt} / ${metric}`;
    const cases = metrics.get(key) ?? /* @__PURE__ */ new Map();
    cases.set(id, [...cases.get(id) ?? [], score]);
    metrics.set(key, cases);
  }
  return Object.fromEntries(
    [...metrics].flatMap(([key, cases]) => {
      const noise = measureRepeats([...cases.values()]);
      return noise === null ? [] : [[key, noise]];
    })
  );
}
function quoteNoise(manifest, metrics, gate) {
  const known = metrics.flatMap(({ prompt, metric, cases }) => {
    const noise = manifest.noise?.[`${prompt} / ${metric}`];
    return noise === void 0 ? [] : [{ name: `${prompt} / ${metric}`, noise, plan: planFromNoise(noise, gate, cases) }];
  });
  const [only] = known;
  if (only === void 0) return null;
  if (known.length === 1) return renderNoise(only.noise, only.plan);
  return known.map(({ name, noise, plan }) => `${name}: ${renderNoise(noise, plan)}`).join("; ");
}

export {
  pLimit,
  countCalls,
  addDollars,
  spentMicroUsd,
  isAbstention,
  askJudge,
  emptySession,
  drawSamples,
  addSamples,
  addScoredSamples,
  openSessionContext,
  baselineFolder,
  renderBaseline,
  renderChangelogLine,
  hashManifest,
  summariseNoise,
  quoteNoise,
  readBaseline,
  createFileCache,
  openEndpoint
};
