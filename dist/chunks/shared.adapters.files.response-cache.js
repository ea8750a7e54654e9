import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  costMicroUsd,
  hears,
  judgeSettingsOf,
  priceOf
} from "./shared.checks.build-check.js";
import {
  baseUrlHint,
  defaultBaseUrl,
  findBaseUrlFault
} from "./shared.config.base-url.js";
import {
  canonicalJson,
  contentHash,
  isJsonObject
} from "./shared.json.js";
import {
  ModelConfigError,
  UserError,
  asError
} from "./shared.errors.js";

// src/run/totals.ts
function countCalls(records) {
  const asked = records.filter((record) => !record.cached);
  const answered = asked.filter((record) => record.result.status !== "unavailable");
  const usage = asked.flatMap(
    ({ result }) => result.status === "answered" && result.usage !== null ? [result.usage] : []
  );
  const judgeCalls = answered.filter((record) => record.call.purpose === "judge").length;
  return {
    calls: answered.length,
    generationCalls: answered.length - judgeCalls,
    judgeCalls,
    cacheHits: records.length - asked.length,
    retries: asked.reduce((sum, record) => sum + Math.max(0, record.result.attempts - 1), 0),
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
  return records.reduce((sum, record) => sum + (record.costMicroUsd ?? 0), 0);
}

// src/pipeline/call-context.ts
async function openSessionContext(world, config, needsJudge, fresh, journal) {
  const shared = buildShared(world, config, fresh, journal);
  const model = await world.openModel("model", config);
  const openJudge = () => world.openModel("judge", config);
  const judge = needsJudge ? await openJudge() : openLater(openJudge);
  return {
    generation: { ...shared, model },
    judging: { ...shared, model: judge, dropped: /* @__PURE__ */ new Map(), down: /* @__PURE__ */ new Map() },
    judgeModel: config.judgeModel
  };
}
function openLater(open) {
  let opened = null;
  const get = () => {
    opened ??= open();
    return opened;
  };
  return {
    complete: async (call, signal) => (await get()).complete(call, signal),
    listModels: async () => (await get()).listModels()
  };
}
async function openJudgeContext(world, config, fresh, journal) {
  const model = await world.openModel("judge", config);
  return { ...buildShared(world, config, fresh, journal), model, dropped: /* @__PURE__ */ new Map(), down: /* @__PURE__ */ new Map() };
}
function buildShared({ cache, log, clock, signal }, config, fresh, journal) {
  const { perRunUsd } = config.budget;
  return {
    cache: fresh ? null : cache,
    log,
    clock,
    signal,
    concurrency: config.concurrency,
    prices: config.prices,
    budgetMicroUsd: perRunUsd === null ? null : Math.round(perRunUsd * 1e6),
    journal
  };
}

// src/adapters/files/response-cache.ts
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
var formatRevision = 2;
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
  const folder = join(directory, `v${formatRevision}`, name.slice(0, 2));
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

// src/config/endpoints.ts
function chooseEndpoint(role, { model, judgeModel }, caller) {
  const shared = chooseModelEndpoint(model, caller);
  return role === "model" ? shared : chooseJudgeEndpoint(judgeModel, model, shared, caller);
}
function chooseModelEndpoint(model, caller) {
  const fromEnv = caller.env.OPENAI_BASE_URL?.trim() || null;
  const baseUrl = check('"base-url"', caller.baseUrl) ?? model.baseUrl ?? check("OPENAI_BASE_URL", fromEnv) ?? defaultBaseUrl;
  const isOwn = model.baseUrl === null || isSameOrigin(model.baseUrl, baseUrl);
  const variable = (isOwn ? model.apiKeyEnv : null) ?? "OPENAI_API_KEY";
  return {
    role: "model",
    baseUrl,
    ...caller.apiKey === null ? readKey(caller, variable) : { apiKey: caller.apiKey, keyVariable: null },
    headers: isOwn ? model.headers : {},
    map: model.map,
    keyHint: `Set the input "api-key" or the environment variable ${variable}.`
  };
}
function chooseJudgeEndpoint(judge, model, shared, caller) {
  const baseUrl = judge.baseUrl ?? shared.baseUrl;
  const configured = judge.baseUrl ?? model.baseUrl;
  const isOwn = configured === null || isSameOrigin(configured, baseUrl);
  const isShared = isSameOrigin(baseUrl, shared.baseUrl);
  const own = isOwn && judge.apiKeyEnv !== null ? readKey(caller, judge.apiKeyEnv) : noKey;
  const ownHeaders = isOwn ? judge.headers : {};
  return {
    role: "judge",
    baseUrl,
    ...own.apiKey === null && isShared ? { apiKey: shared.apiKey, keyVariable: shared.keyVariable } : own,
    headers: Object.keys(ownHeaders).length === 0 && isShared ? shared.headers : ownHeaders,
    map: judge.map,
    keyHint: isShared ? shared.keyHint : hintOwnKey(judge)
  };
}
function hintOwnKey({ apiKeyEnv }) {
  return apiKeyEnv === null ? `The key of "model" belongs to another host: name the variable that holds the judge's own under "judge.model.api-key-env".` : `Set the environment variable ${apiKeyEnv}.`;
}
var noKey = { apiKey: null, keyVariable: null };
function readKey({ env }, variable) {
  return { apiKey: env[variable]?.trim() || null, keyVariable: variable };
}
function check(name, url) {
  const fault = url === null ? null : findBaseUrlFault(url);
  if (fault !== null) throw UserError.of(`${name} ${fault}.`, baseUrlHint);
  return url;
}
function isSameOrigin(a, b) {
  return new URL(a).origin === new URL(b).origin;
}

// src/adapters/openai/open-endpoint.ts
function createModelOpener({ caller, log, admit }) {
  const said = /* @__PURE__ */ new Set();
  return async (role, models) => {
    const endpoint = chooseEndpoint(role, models, caller);
    await admit(endpoint);
    const { createOpenAiModel } = await import("./adapters.openai.openai-model.js");
    const model = createOpenAiModel(endpoint);
    const { origin } = new URL(endpoint.baseUrl);
    if (!said.has(origin)) log.info(`${role === "judge" ? "Judges are" : "The model is"} asked at ${origin}.`);
    said.add(origin);
    return model;
  };
}

// src/scores/abstention.ts
var words = "the judge abstained";
function explainAbstention(said) {
  return said === null ? words : `${words}: ${said}`;
}
function isAbstention(reason) {
  return reason?.startsWith(words) ?? false;
}

// src/scores/gone.ts
var words2 = { model: "main's model is gone", judge: "main's judge is gone" };
function explainGone(what, said) {
  return `${words2[what]}: ${said}`;
}
function isGone(reason) {
  return Object.values(words2).some((start) => reason?.startsWith(start) ?? false);
}
function findGone(scores, { suite, id }, metric, arms) {
  const isOwn = (one) => one.suite === suite && one.prompt === id && hears(metric, one.metric);
  const found = scores.find((one) => one.score === null && isGone(one.reason) && isOwn(one) && arms.includes(one.arm));
  return found?.reason ?? null;
}
function withGone(comparison, scores, prompt, metric, arms) {
  const gone = findGone(scores, prompt, metric, arms);
  return gone === null ? comparison : { ...comparison, input: { ...comparison.input, gone } };
}

// src/execute/ask-judge.ts
import { randomBytes } from "node:crypto";

// src/execute/retired.ts
function spareRetired(model, what, isReplaced) {
  const gone = /* @__PURE__ */ new Map();
  return {
    ...model,
    complete: async (call, signal) => {
      if (!isReplaced(call)) return model.complete(call, signal);
      const id = call.request.model;
      const known = gone.get(id);
      if (known !== void 0) return known;
      return model.complete(call, signal).catch((error) => {
        if (!(error instanceof ModelConfigError) || error.parameter !== "model") throw error;
        const [{ message }] = error.problems;
        const result = {
          status: "unavailable",
          reason: explainGone(what, message),
          latencyMs: 0,
          attempts: 1
        };
        gone.set(id, result);
        return result;
      });
    }
  };
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

// src/execute/known-answers.ts
var rejectionRules = 2;
function toKnown(result, answeredAtMs) {
  if (result.status === "unavailable") return null;
  const entry = { ...result, answeredAtMs };
  return result.status === "rejected" ? { ...entry, rules: rejectionRules } : entry;
}
function parseKnown(entry) {
  if (!isJsonObject(entry)) return null;
  const { answeredAtMs, rules, ...result } = entry;
  const { status, output, reason } = result;
  const isRejection = status === "rejected" && typeof reason === "string" && rules === rejectionRules;
  const isAnswer = status === "answered" && isJsonObject(output) && typeof output.content === "string" && output.finishReason !== "error";
  if (!isRejection && !isAnswer) return null;
  return {
    result,
    answeredAtMs: typeof answeredAtMs === "number" ? answeredAtMs : null
  };
}

// src/execute/outage.ts
var handful = 10;
function watchEndpoint(earlier) {
  let isReached = earlier.some(cameThrough);
  let failed = earlier.filter(({ cached }) => !cached).length;
  return (record) => {
    if (record.cached || isReached) return;
    isReached = cameThrough(record);
    failed += 1;
    if (isReached || failed < handful || record.result.status !== "unavailable") return;
    throw UserError.of(
      `None of the first ${failed} calls came through: ${record.result.reason}.`,
      "The run stopped there; nothing was judged."
    );
  };
}
function cameThrough({ cached, result }) {
  return !cached && !(result.status === "unavailable" && result.unreachable === true);
}

// src/execute/run-calls.ts
async function runCalls(label, calls, context, locate = () => null) {
  const limit = pLimit(Math.max(1, context.concurrency));
  const stop = new AbortController();
  const signal = AbortSignal.any([context.signal, stop.signal]);
  const asked = /* @__PURE__ */ new Map();
  let done = 0;
  let spent = spentMicroUsd(context.journal);
  const watch = watchEndpoint(context.journal.filter(({ call }) => call.purpose === calls[0]?.purpose));
  const keepBudget = () => {
    if (context.budgetMicroUsd !== null && spent > context.budgetMicroUsd) throw overBudget();
  };
  const ask = async (call, identity) => {
    signal.throwIfAborted();
    keepBudget();
    const record = await answer(call, identity, context, signal).catch((error) => {
      throw placeFault(error, (setting) => locate(call, setting));
    });
    context.journal.push(record);
    spent += record.costMicroUsd ?? 0;
    keepBudget();
    watch(record);
    if (record.result.status === "unavailable") return record;
    done += 1;
    context.log.progress(label, done, asked.size);
    return record;
  };
  const halt = (error) => {
    stop.abort(error);
    throw error;
  };
  const records = calls.map((call) => {
    const identity = identify(call);
    const earlier = asked.get(identity);
    if (earlier !== void 0) return earlier.then((record2) => ({ ...record2, call, cached: true, costMicroUsd: 0 }));
    const record = limit(() => ask(call, identity).catch(halt));
    asked.set(identity, record);
    return record;
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
function identify({ key, purpose, arm, sample, owner }) {
  return contentHash([key, purpose, arm, sample, owner && [owner.suite, owner.prompt, owner.case]]);
}
async function answer(call, identity, context, signal) {
  const known = parseKnown(await context.cache?.read(identity));
  if (known !== null) return { call, ...known, cached: true, costMicroUsd: 0 };
  const result = await context.model.complete(call, signal);
  const answeredAtMs = context.clock.nowMs();
  const entry = toKnown(result, answeredAtMs);
  if (entry !== null) await context.cache?.write(identity, entry);
  const price = priceOf(call.request.model, context.prices);
  const usage = result.status === "answered" ? result.usage : null;
  const cost = result.status === "answered" ? costMicroUsd(usage, price) : 0;
  return { call, result, cached: false, costMicroUsd: cost, answeredAtMs };
}
function overBudget() {
  return UserError.of(
    "The budget of this run is spent.",
    "Raise budget.per-run-usd on the base branch; finished answers are kept."
  );
}

// src/execute/ask-judge.ts
async function askJudge(items, model, context) {
  const counts = items.map(({ judge }) => Number(judge.config.options.samples ?? 1));
  const draws = items.flatMap(
    (item, index) => Array.from({ length: counts[index] }, (_, draw) => ({ ...item, draw: item.draw + 2 * draw }))
  );
  const judgements = await askEachModel(draws, model, context);
  let next = 0;
  return counts.map((count) => {
    next += count;
    return averageJudgements(judgements.slice(next - count, next));
  });
}
async function askEachModel(items, settings, context) {
  const judgements = /* @__PURE__ */ new Map();
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const { id, api, parameters } = judgeSettingsOf(item.judge, settings);
    const key = canonicalJson([id, api, parameters, item.need ?? "gate"]);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [item]);
    else group.push(item);
  }
  for (const own of groups.values()) {
    const [{ judge, need }] = own;
    const said = await askBy(need ?? "gate", own, judgeSettingsOf(judge, settings), context);
    own.forEach((item, index) => {
      judgements.set(item, said[index]);
    });
  }
  return items.map((item) => judgements.get(item));
}
function askBy(need, items, model, context) {
  if (need === "report") return askForShow(items, model, context);
  const asked = need === "replaced" ? spareRetired(context.model, "judge", () => true) : context.model;
  return askTolerantly(items, model, { ...context, model: asked });
}
async function askForShow(items, model, context) {
  const id = model.id ?? "";
  try {
    if (!context.down.has(id)) return await askTolerantly(items, model, context);
  } catch (error) {
    if (!(error instanceof UserError) || context.signal.aborted) throw error;
    context.down.set(id, error.problems[0].message);
    context.log.warn(`The judge's model ${id} cannot be asked, and what it was to score is left out: ${error.message}`);
  }
  const reason = `the judge could not be asked: ${context.down.get(id)}`;
  return items.map(() => ({ score: null, reason, abstained: false, malformed: null }));
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
    const dropped = droppedBy(model, context);
    if (setting === null || !isOurs || dropped.has(setting)) throw error;
    context.dropped.set(model.id ?? "", /* @__PURE__ */ new Set([...dropped, setting]));
    context.log.warn(`The judge's model ${model.id} refuses "${setting}": it is left out.`);
    return askTolerantly(items, model, context);
  }
}
function droppedBy({ id }, { dropped }) {
  return dropped.get(id ?? "") ?? /* @__PURE__ */ new Set();
}
async function askOnce(items, model, context) {
  const questions = items.map(({ judge, subject }) => judge.buildQuestion(subject, randomBytes(6).toString("hex")));
  const ask = (item, question, attempt) => buildCall(item, question, model, attempt, droppedBy(model, context));
  const first = await runCalls(
    "judgements",
    items.map((item, index) => ask(item, questions[index], 0)),
    context
  );
  const judgements = first.map((record, index) => readReply(record, items[index]));
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
  const { api, id } = settings;
  const parameters = Object.fromEntries(Object.entries(settings.parameters).filter(([name]) => !dropped.has(name)));
  const responseFormat = dropped.has("response-format") ? null : question.responseFormat;
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
  return { request, key, purpose: "judge", arm: "judge", sample: draw, owner: null };
}
function replyOf({ result }) {
  return result.status === "answered" ? result.output.content : "";
}
function readReply({ result }, { judge, subject }) {
  if (result.status !== "answered") {
    const reason = isGone(result.reason) ? result.reason : `the judge did not answer: ${result.reason}`;
    return { score: null, reason, abstained: false, malformed: null };
  }
  const judgement = judge.parseReply(result.output.content, subject, result.tokens);
  if (judgement.abstained) return { ...judgement, reason: explainAbstention(judgement.reason) };
  return judgement.malformed === null ? judgement : { ...judgement, reason: `the judge's reply cannot be read: ${judgement.malformed}` };
}

export {
  countCalls,
  addMicroUsd,
  addDollars,
  spentMicroUsd,
  explainAbstention,
  isAbstention,
  isGone,
  findGone,
  withGone,
  spareRetired,
  pLimit,
  runCalls,
  askJudge,
  openSessionContext,
  openJudgeContext,
  createFileCache,
  createModelOpener
};
