import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  addEstimates,
  estimateRound,
  judgeSettingsOf,
  listModels,
  nothing
} from "./shared.datasets.case.js";
import {
  costMicroUsd,
  dearestPrice,
  estimateMessages,
  estimateTokens,
  findBreak,
  priceOf
} from "./shared.checks.any-expected.js";
import {
  addCalls,
  countCall,
  noCalls
} from "./shared.run.totals.js";
import {
  baseUrlHint,
  defaultBaseUrl,
  findBaseUrlFault
} from "./shared.config.base-url.js";
import {
  readResult
} from "./shared.run.result-codec.js";
import {
  unknownRate
} from "./shared.ports.js";
import {
  renderUsd
} from "./shared.prices.usd.js";
import {
  count,
  listInCode
} from "./shared.text.prose.js";
import {
  canonicalJson,
  contentHash,
  isJsonObject,
  parseJson,
  writeJson
} from "./shared.json-writer.js";
import {
  ModelConfigError,
  UnknownAnswerError,
  UserError,
  asError
} from "./shared.errors.js";

// src/run/codec.ts
function writeEntry({ kind, record }) {
  return writeJson({ kind, ...record });
}
function isLineOf(kind, line) {
  return line.startsWith(`{"kind":"${kind}"`);
}
function readEntry(line, path, number) {
  const value = parseJson(line);
  if (isJsonObject(value)) {
    const { kind, ...record } = value;
    const isWhole = Object.hasOwn(shapes, String(kind)) && shapes[kind](record);
    if (isWhole) return { kind, record };
  }
  throw UserError.of("is not a line of a ledger.", "Start the run again without it.", {
    path,
    line: number,
    column: null
  });
}
var mostSamples = 1e6;
var rounding = 1e-9;
var isText = (value) => typeof value === "string";
var isTextOrNull = (value) => value === null || isText(value);
var isNumber = (value) => typeof value === "number";
var isNumberOrNull = (value) => value === null || isNumber(value);
var isIndex = (value) => Number.isInteger(value) && value >= 0 && value < mostSamples;
var isScoreOrNull = (value) => value === null || isNumber(value) && value >= -rounding && value <= 1 + rounding;
function isKey(record) {
  const texts = ["suite", "prompt", "version", "case", "arm"].every((name) => isText(record[name]));
  return texts && isIndex(record.sample) && (record.unit === "case" || record.unit === "record");
}
var shapes = {
  sample: (record) => isKey(record) && isText(record.request) && isText(record.source) && isNumberOrNull(record.answeredAtMs) && isNumber(record.redraws) && readResult(record.result) !== null,
  score: (record) => isKey(record) && isText(record.metric) && isScoreOrNull(record.score) && isTextOrNull(record.missing) && isTextOrNull(record.reason),
  check: ({ suite, prompt, metric, held, refused, notes }) => [suite, prompt, metric].every(isText) && isTextOrNull(held) && typeof refused === "boolean" && Array.isArray(notes),
  round: ({ why }) => isText(why),
  setting: ({ model, setting }) => isText(model) && isText(setting),
  call: ({ purpose, key, arm, sample, status, cached, attempts, costMicroUsd: costMicroUsd2, reckonedMicroUsd }) => (purpose === "generate" || purpose === "judge") && [key, arm, status].every(isText) && [sample, attempts, reckonedMicroUsd].every(isNumber) && typeof cached === "boolean" && isNumberOrNull(costMicroUsd2)
};

// src/run/ledger-arm.ts
function createArm({
  suite,
  prompt,
  version,
  arm
}) {
  const cases = /* @__PURE__ */ new Map();
  const scores = /* @__PURE__ */ new Map();
  const intern = createPool();
  let unit = "case";
  const statuses = /* @__PURE__ */ new Map();
  const countStatus = ({ result }, step) => {
    const status = result.status === "rejected" ? result.httpStatus : null;
    const known = statuses.get(status) ?? { count: 0, reason: result.status === "rejected" ? result.reason : "" };
    known.count += step;
    if (known.count === 0) statuses.delete(status);
    else statuses.set(status, known);
  };
  const toSample = ({ source, answeredAtMs, redraws, place, result }, caseId, sample) => ({
    suite,
    prompt,
    version,
    unit,
    case: caseId,
    arm,
    sample,
    source,
    answeredAtMs,
    redraws,
    result,
    place
  });
  return {
    ledger: {
      get isEmpty() {
        return cases.size === 0 && scores.size === 0;
      },
      samples: (caseId) => (cases.get(caseId) ?? []).map((kept, index) => kept === null ? null : toSample(kept, caseId, index)),
      sample: (caseId, index) => {
        const kept = cases.get(caseId)?.[index] ?? null;
        return kept === null ? null : toSample(kept, caseId, index);
      },
      score: (metric, caseId, index) => scores.get(metric)?.get(caseId)?.[index] ?? null,
      countScores: (metric, caseId) => scores.get(metric)?.get(caseId)?.length ?? 0,
      refusal: () => {
        const [only] = statuses;
        if (only === void 0 || statuses.size > 1 || only[0] === null) return null;
        return { httpStatus: only[0], reason: only[1].reason };
      }
    },
    add: (record, place) => {
      const { case: caseId, sample, source, answeredAtMs, redraws, result } = record;
      unit = record.unit;
      const own = cases.get(caseId) ?? [];
      const earlier = own[sample];
      if (earlier) countStatus(earlier, -1);
      const kept = { source, answeredAtMs, redraws, place, result: describeResult(result, intern) };
      cases.set(caseId, withValue(own, sample, kept));
      countStatus(kept, 1);
      for (const table of scores.values()) {
        const said = table.get(caseId);
        if (said !== void 0 && sample < said.length) table.set(caseId, withValue(said, sample, null));
      }
    },
    score: ({ metric, case: caseId, sample, score, missing, reason, agrees }) => {
      const table = scores.get(metric) ?? /* @__PURE__ */ new Map();
      scores.set(metric, table);
      const facts = intern(
        { score, missing, reason, agrees },
        reason === null ? `${score} ${missing} ${agrees}` : null
      );
      table.set(caseId, withValue(table.get(caseId) ?? [], sample, facts));
    }
  };
}
function withValue(row, index, value) {
  const length = Math.max(row.length, index + 1);
  return Array.from({ length }, (_, place) => place === index ? value : row[place] ?? null);
}
function createPool() {
  const known = /* @__PURE__ */ new Map();
  return (value, key) => {
    if (key === null) return value;
    const earlier = known.get(key);
    if (earlier !== void 0) return earlier;
    known.set(key, value);
    return value;
  };
}
function describeResult(result, intern) {
  if (result.status !== "answered") return result;
  const { output, usage, model, fingerprint, latencyMs, hung, costMicroUsd: costMicroUsd2, status } = result;
  const share = (text) => text === null ? null : intern(text, `= ${text}`);
  const tokens = usage && [usage.inputTokens, usage.cachedInputTokens, usage.outputTokens, usage.reasoningTokens].join();
  return {
    status,
    finishReason: intern(output.finishReason, `= ${output.finishReason}`),
    broken: findBreak(output),
    reasoningDropped: result.reasoningDropped === true,
    length: output.content.length,
    usage: usage && intern(usage, tokens),
    model: share(model),
    fingerprint: share(fingerprint),
    latencyMs,
    ...hung !== void 0 && { hung },
    ...costMicroUsd2 !== void 0 && { costMicroUsd: costMicroUsd2 }
  };
}

// src/run/ledger.ts
function createLedger(spool) {
  const arms = /* @__PURE__ */ new Map();
  const checks = /* @__PURE__ */ new Map();
  const refused = /* @__PURE__ */ new Map();
  const begun = /* @__PURE__ */ new Set();
  const sums = /* @__PURE__ */ new Map();
  const take = (entry, place2) => {
    const { kind, record } = entry;
    if (kind === "sample") findArm(arms, record).add(record, place2);
    else if (kind === "score") findArm(arms, record).score(record);
    else if (kind === "check") checks.set(JSON.stringify([record.suite, record.prompt, record.metric]), record);
    else if (kind === "setting") addSetting(refused, record);
    else if (kind === "round") begun.add(record.why);
    else {
      const { purpose, arm, model } = record;
      const key = JSON.stringify([purpose, arm, model]);
      const sum = addCalls(sums.get(key)?.sum ?? noCalls, countCall(record));
      sums.set(key, { purpose, arm, model, sum });
    }
  };
  let place = 0;
  for (const line of spool.lines()) {
    take(readEntry(line, "ledger", place + 1), place);
    place += 1;
  }
  return {
    append: (entry) => take(entry, spool.append(writeEntry(entry))),
    arm: (id) => findArm(arms, id).ledger,
    recordOf: (sample) => {
      const { kind, record } = readEntry(spool.read(sample.place), "ledger", sample.place + 1);
      if (kind !== "sample") throw new Error(`the ledger has no sample at ${sample.place}`);
      return record;
    },
    checks: () => [...checks.values()],
    refusedSettings: () => refused,
    hasBegun: (why) => begun.has(why),
    calls: (of = {}) => {
      const wanted = Object.entries(of);
      return [...sums.values()].filter((group) => wanted.every(([name, value]) => group[name] === value)).reduce((total, { sum }) => addCalls(total, sum), noCalls);
    },
    lines: () => spool.lines()
  };
}
function findArm(arms, { suite, prompt, version, arm }) {
  const prompts = arms.get(suite) ?? /* @__PURE__ */ new Map();
  arms.set(suite, prompts);
  const own = prompts.get(prompt) ?? /* @__PURE__ */ new Map();
  prompts.set(prompt, own);
  const name = `${arm} ${version}`;
  const row = own.get(name) ?? createArm({ suite, prompt, version, arm });
  own.set(name, row);
  return row;
}
function addSetting(refused, { model, setting }) {
  refused.set(model, (refused.get(model) ?? /* @__PURE__ */ new Set()).add(setting));
}

// src/adapters/files/spool.ts
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
var chunkBytes = 1 << 20;
var chunkLines = 1e3;
function createFileSpool() {
  setFlagsFromString("--optimize-for-size");
  const file = orExplain(openUnnamed);
  let ends = new Float64Array(1024);
  let count2 = 0;
  let written = 0;
  let pending = [];
  let pendingBytes = 0;
  const flush = () => {
    if (pendingBytes === 0) return;
    const bytes = Buffer.concat(pending);
    for (let from = 0; from < bytes.length; )
      from += orExplain(() => writeSync(file, bytes, from, bytes.length - from, written + from));
    written += bytes.length;
    pending = [];
    pendingBytes = 0;
  };
  const read = (from, to) => {
    flush();
    const bytes = Buffer.allocUnsafe(to - from);
    let done = 0;
    while (done < bytes.length) {
      const got = readSync(file, bytes, done, bytes.length - done, from + done);
      if (got === 0) throw new Error("the temporary file of this run was cut off");
      done += got;
    }
    return bytes.toString("utf8");
  };
  const startOf = (place) => place === 0 ? 0 : ends[place - 1];
  return {
    append: (line) => {
      const bytes = Buffer.from(`${line}
`, "utf8");
      if (count2 === ends.length) {
        const more = new Float64Array(2 * ends.length);
        more.set(ends);
        ends = more;
      }
      ends[count2] = written + pendingBytes + bytes.length;
      pending.push(bytes);
      pendingBytes += bytes.length;
      if (pendingBytes >= chunkBytes) flush();
      count2 += 1;
      return count2 - 1;
    },
    read: (place) => {
      if (place < 0 || place >= count2) throw new Error(`nothing was put down at ${place}`);
      return read(startOf(place), ends[place] - 1);
    },
    *lines() {
      for (let place = 0; place < count2; place += chunkLines) {
        const last = Math.min(count2, place + chunkLines);
        yield* read(startOf(place), ends[last - 1] - 1).split("\n");
      }
    }
  };
}
function openUnnamed() {
  const folder = mkdtempSync(join(tmpdir(), "prompt-assay-"));
  const file = openSync(join(folder, "run.jsonl"), "wx+", 384);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    remove();
  } catch {
    process.once("exit", () => {
      closeSync(file);
      remove();
    });
  }
  return file;
}
function orExplain(work) {
  try {
    return work();
  } catch (cause) {
    throw UserError.of(
      `What the run draws cannot be kept in ${tmpdir()}: ${asError(cause).message}.`,
      "Free some space there, or name another folder in the environment variable TMPDIR.",
      null,
      { cause }
    );
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
    auth: (isOwn ? model.auth : null) ?? "bearer",
    apiVersion: isOwn ? model.apiVersion : null,
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
    auth: (isOwn ? judge.auth : null) ?? (isShared ? shared.auth : "bearer"),
    apiVersion: (isOwn ? judge.apiVersion : null) ?? (isShared ? shared.apiVersion : null),
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

// src/execute/patience.ts
var leastPatienceMs = 12e4;
var timesTheUsual = 20;
function createPatience() {
  const times = /* @__PURE__ */ new Map();
  const timesOf = ({ arm, request: { model } }) => {
    const key = JSON.stringify([arm, model]);
    const own = times.get(key) ?? [];
    times.set(key, own);
    return own;
  };
  return {
    limitMs: (call, hung) => {
      const own = timesOf(call);
      const usual = own[Math.ceil(own.length * 0.95) - 1] ?? 0;
      return Math.max(leastPatienceMs * 2 ** hung, timesTheUsual * usual);
    },
    note: (call, tookMs) => {
      const own = timesOf(call);
      own.splice(findPlace(own, tookMs), 0, tookMs);
    }
  };
}
function findPlace(sorted, value) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = low + high >> 1;
    if (sorted[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

// src/execute/retry.ts
var retryPolicy = {
  maxAttempts: 5,
  maxRefused: 9,
  maxHung: 3,
  baseDelayMs: 1e3,
  maxDelayMs: 3e4,
  maxWaitMs: 12e4
};
var lastTry = { ...retryPolicy, maxAttempts: 1, maxRefused: 1, maxHung: 1 };
var noTries = { attempts: 0, doubts: 0, hung: 0 };
function decideNext(earlier, attempt, jitter, policy) {
  const { result, rate } = attempt;
  const tries = countTry(earlier, attempt);
  const total = { ...result, attempts: tries.attempts, ...countHung(result, tries) };
  if (result.status !== "unavailable" || isHopeless(tries, attempt, policy)) return { kind: "over", result: total };
  const delayMs = computeDelayMs(tries.attempts, rate, jitter, policy);
  if (delayMs !== null) return { kind: "again", tries, delayMs };
  const reason = `${result.reason}; the provider asks to wait ${Math.ceil((rate.waitMs ?? 0) / 1e3)} s`;
  return { kind: "over", result: { ...total, reason } };
}
function countTry({ attempts, doubts, hung }, { result, again }) {
  return {
    attempts: attempts + result.attempts,
    doubts: doubts + (again === "once" ? 1 : 0),
    hung: hung + (result.hung ?? 0)
  };
}
function isHopeless({ attempts, doubts, hung }, { again, rate }, policy) {
  const most = rate.isLimited ? policy.maxRefused : policy.maxAttempts;
  return again === "never" || attempts >= most || doubts > 1 || hung >= policy.maxHung;
}
function countHung(result, { hung }) {
  const wasSlow = result.status === "answered" && result.latencyMs >= leastPatienceMs;
  return hung === 0 || wasSlow ? {} : { hung };
}
function computeDelayMs(attempt, { waitMs, isLimited }, jitter, { baseDelayMs, maxDelayMs, maxWaitMs }) {
  if (waitMs !== null) return waitMs > maxWaitMs ? null : waitMs + jitter * baseDelayMs;
  const mostMs = Math.min(maxDelayMs, baseDelayMs * 2 ** (attempt - 1));
  return mostMs * (isLimited ? (1 + jitter) / 2 : jitter);
}

// src/execute/adaptive-limit.ts
var firstLimit = 8;
var firstPauseMs = 500;
var longestPauseMs = 3e4;
var mostStrikes = 10;
var patience = 40;
function startLimit(ceiling) {
  const most = Math.max(1, ceiling);
  const unused = { inFlight: 0, refusedAt: null, answers: 0, wasFull: false, strikes: 0, pausedUntilMs: 0 };
  return { ...unused, ceiling: most, limit: Math.min(firstLimit, most), cutAtMs: Number.NEGATIVE_INFINITY };
}
function mayBegin({ inFlight, limit, pausedUntilMs }, nowMs) {
  return inFlight < limit && nowMs >= pausedUntilMs;
}
function isDown({ strikes }) {
  return strikes > mostStrikes;
}
function stepLimit(state, event, nowMs) {
  if (event.kind === "begin") {
    const inFlight = state.inFlight + 1;
    return { ...state, inFlight, wasFull: state.wasFull || inFlight >= state.limit };
  }
  const ended = { ...state, inFlight: state.inFlight - 1 };
  if (event.attempt === null) return ended;
  const { result, rate } = event.attempt;
  const isSpent = rate.remainingRequests === 0 || rate.remainingTokens === 0;
  const isNamed = rate.waitMs !== null && rate.waitMs <= retryPolicy.maxWaitMs && (rate.isLimited || isSpent);
  const paused = isNamed ? pause(ended, nowMs + rate.waitMs) : ended;
  if (event.begunAtMs < state.cutAtMs) return paused;
  if (rate.isLimited) return cut(paused, state.inFlight, isNamed, nowMs);
  return result.status === "unavailable" ? paused : grow(paused);
}
function pause(state, untilMs) {
  return { ...state, pausedUntilMs: Math.max(state.pausedUntilMs, untilMs) };
}
function cut(state, inFlight, isNamed, nowMs) {
  const round = { answers: 0, wasFull: false, cutAtMs: nowMs, strikes: state.strikes + 1 };
  if (isDown(state)) return { ...state, ...round, limit: state.ceiling };
  if (state.strikes > 0) {
    const pauseMs = isNamed ? 0 : Math.min(longestPauseMs, firstPauseMs * 2 ** (state.strikes - 1));
    return pause({ ...state, ...round, limit: 1 }, nowMs + pauseMs);
  }
  const refusedAt = Math.min(inFlight, state.limit);
  return { ...state, ...round, limit: Math.max(1, Math.floor(refusedAt / 2)), refusedAt };
}
function grow(state) {
  const { limit, ceiling, refusedAt, wasFull } = state;
  const counted = { ...state, answers: state.answers + 1, strikes: 0 };
  if (counted.answers < answersToGrow(state)) return counted;
  const round = { ...counted, answers: 0, wasFull: false };
  if (!wasFull) return round;
  const next = refusedAt === null ? limit + 1 : growFrom(limit, refusedAt);
  return { ...round, limit: Math.min(ceiling, next) };
}
function answersToGrow({ limit, refusedAt }) {
  if (refusedAt === null) return 1;
  return limit === Math.max(1, refusedAt - 1) ? limit * patience : limit;
}
function growFrom(limit, refusedAt) {
  if (limit < refusedAt - 1) return Math.ceil((limit + refusedAt - 1) / 2);
  return limit < refusedAt ? refusedAt : limit + Math.max(1, Math.round(limit / 10));
}

// src/execute/timer.ts
var systemTimer = { nowMs: () => performance.now(), wait: sleep, jitter: Math.random };
function sleep(ms, signal) {
  return new Promise((resolve, reject) => {
    const timeout = setTimeout(() => {
      forget();
      resolve();
    }, ms);
    const forget = onAbort(signal, (reason) => {
      clearTimeout(timeout);
      reject(reason);
    });
  });
}
function onAbort(signal, stop) {
  const listener = () => stop(signal.reason);
  if (signal.aborted) listener();
  else signal.addEventListener("abort", listener, { once: true });
  return () => signal.removeEventListener("abort", listener);
}

// src/execute/limiter.ts
function createLimiters(ceiling, timer = systemTimer) {
  const limiters = /* @__PURE__ */ new Map();
  return {
    ceiling: Math.max(1, ceiling),
    timer,
    patience: createPatience(),
    of: (endpoint) => {
      const limiter = limiters.get(endpoint) ?? createLimiter(ceiling, timer);
      limiters.set(endpoint, limiter);
      return limiter;
    }
  };
}
function createLimiter(ceiling, timer) {
  let limit = startLimit(ceiling);
  let alarm = null;
  const waiters = [];
  const serve = () => {
    const nowMs = timer.nowMs();
    while (waiters.length > 0 && mayBegin(limit, nowMs)) {
      limit = stepLimit(limit, { kind: "begin" }, nowMs);
      waiters.shift()?.();
    }
    setAlarm(limit.pausedUntilMs - nowMs);
  };
  const setAlarm = (pausedMs) => {
    if (waiters.length === 0) {
      alarm?.abort();
      alarm = null;
    } else if (pausedMs > 0 && alarm === null) {
      alarm = new AbortController();
      timer.wait(pausedMs, alarm.signal).then(ring, () => {
      });
    }
  };
  const ring = () => {
    alarm = null;
    serve();
  };
  const createLeave = (begunAtMs) => (attempt) => {
    limit = stepLimit(limit, { kind: "end", begunAtMs, attempt }, timer.nowMs());
    serve();
  };
  const enter = (signal) => new Promise((resolve, reject) => {
    const begin = () => {
      forget();
      resolve(createLeave(timer.nowMs()));
    };
    const forget = onAbort(signal, (reason) => {
      const place = waiters.indexOf(begin);
      if (place >= 0) waiters.splice(place, 1);
      reject(reason);
      serve();
    });
    if (signal.aborted) return;
    waiters.push(begin);
    serve();
  });
  return { enter, isDown: () => isDown(limit) };
}

// src/rounds/budget.ts
var maxNamed = 5;
function estimateDraws(budget, draws) {
  return estimateRound(draws, budget.judgeModel.id, budget.prices, fallbackPrice(budget));
}
function fallbackPrice({ budget, prices }) {
  return budget.isSet && budget.perRunUsd !== null ? dearestPrice(prices) : null;
}
function explainUnpriced(budget, prompts) {
  const fallback = fallbackPrice(budget);
  const models = new Set([...prompts].flatMap((prompt) => listModels(prompt, budget.judgeModel.id)));
  const unknown = [...models].filter((model) => priceOf(model, budget.prices) === null);
  if (fallback === null || unknown.length === 0) return null;
  const { inputPerMillionUsd: input, outputPerMillionUsd: output } = fallback;
  return `no price is known of ${listInCode(unknown, maxNamed)}: it counts as the dearest of the table, ${renderUsd(input)} in and ${renderUsd(output)} out for a million tokens (\`prices\` in the config names another)`;
}
function explainExcess({ budget }, calls, round) {
  const { perRunCalls, perRunUsd } = budget;
  const all = calls.calls + round.generationCalls + round.judgeCalls;
  if (all > perRunCalls) return `${all} calls of at most ${perRunCalls} (budget.per-run-calls)`;
  if (perRunUsd === null || round.costMicroUsd === null) return null;
  const dollars = (calls.spentMicroUsd + round.costMicroUsd) / 1e6;
  return dollars > perRunUsd ? `about ${renderUsd(dollars)} of at most ${renderUsd(perRunUsd)} (budget.per-run-usd)` : null;
}
function refuseExcess(over, unpriced) {
  return UserError.of(
    `The run would take ${over}${unpriced === null ? "" : `; ${unpriced}`}.`,
    "Raise the budget on the base branch, or run fewer cases with the input cases."
  );
}
function addUp({ candidate, base, rerun, settling, checks }) {
  return [candidate, base, rerun, settling, { ...nothing, judgeCalls: checks }].reduce(addEstimates);
}
function renderRunEstimate({ candidate, base, rerun, settling, checks, unpriced }) {
  return [
    `candidate ${renderEstimate(candidate)}`,
    `base ${renderEstimate(base)}`,
    ...checks === 0 ? [] : [`${count(checks, "judgement")} of planted answers`],
    `a re-run at worst ${renderEstimate(rerun)}`,
    ...settling.generationCalls === 0 ? [] : [`settling at worst ${renderEstimate(settling)} more`],
    ...unpriced === null ? [] : [unpriced]
  ].join("; ");
}
function renderEstimate(estimate) {
  const { generationCalls, judgeCalls, inputTokens, outputTokens, costMicroUsd: costMicroUsd2 } = estimate;
  if (generationCalls + judgeCalls === 0) return "no calls";
  const tokens = (inputTokens + outputTokens).toLocaleString("en-US");
  const cost = costMicroUsd2 === null ? "price unknown" : `about ${renderUsd(costMicroUsd2 / 1e6)}`;
  return `${count(generationCalls, "answer")}, ${count(judgeCalls, "judgement")}, about ${tokens} tokens, ${cost}`;
}

// src/pipeline/call-context.ts
async function openRunContext(world, config, needs, fresh, ledger) {
  const shared = buildShared(world, config, fresh, ledger);
  const open = async (purpose, isNeeded) => {
    const openOne = () => world.openModel(purpose, config);
    return isNeeded ? openOne() : openLater(openOne);
  };
  const model = await open("model", needs.answers);
  const judge = await open("judge", needs.judge);
  return {
    generation: { ...shared, model },
    judging: { ...shared, model: judge, down: /* @__PURE__ */ new Map() },
    judgeModel: config.judgeModel
  };
}
async function openKnownContext(world, config, ledger) {
  const context = await openRunContext(world, config, { answers: false, judge: false }, false, ledger);
  const { generation, judging } = context;
  return { ...context, generation: { ...generation, onlyKnown: true }, judging: { ...judging, onlyKnown: true } };
}
function openLater(open) {
  let opened = null;
  const get = () => {
    opened ??= open();
    return opened;
  };
  return {
    endpoint: async () => (await get()).endpoint(),
    attempt: async (call, signal) => (await get()).attempt(call, signal)
  };
}
async function openJudgeContext(world, config, fresh, ledger) {
  const model = await world.openModel("judge", config);
  return { ...buildShared(world, config, fresh, ledger), model, down: /* @__PURE__ */ new Map() };
}
function buildShared({ openCache, log, clock, signal }, config, fresh, ledger) {
  const { perRunUsd } = config.budget;
  return {
    cache: fresh ? null : openCache(config),
    onlyKnown: false,
    log,
    clock,
    signal,
    limiters: createLimiters(config.concurrency),
    prices: config.prices,
    fallbackPrice: fallbackPrice(config),
    budgetMicroUsd: perRunUsd === null ? null : Math.round(perRunUsd * 1e6),
    ledger
  };
}

// src/execute/retired.ts
function spareRetired(model, what, isReplaced) {
  const gone = /* @__PURE__ */ new Map();
  return {
    ...model,
    attempt: async (call, signal) => {
      if (!isReplaced(call)) return model.attempt(call, signal);
      const id = call.request.model;
      const known = gone.get(id);
      if (known !== void 0) return known;
      return model.attempt(call, signal).catch((error) => {
        if (!(error instanceof ModelConfigError) || error.parameter !== "model") throw error;
        const [{ message }] = error.problems;
        const reason = `main's ${what} is gone: ${message}`;
        const result = { status: "unavailable", reason, gone: true, latencyMs: 0, attempts: 1 };
        const attempt = { result, again: "never", rate: unknownRate };
        gone.set(id, attempt);
        return attempt;
      });
    }
  };
}

// src/execute/run-calls.ts
import { setMaxListeners } from "node:events";

// src/execute/attempt-in-time.ts
var isOver = "the attempt is over";
async function attemptInTime(model, call, hung, { patience: patience2, timer }, signal) {
  const begunAtMs = timer.nowMs();
  const hang = new AbortController();
  const over = new AbortController();
  const watch = waitAsLongAs(() => patience2.limitMs(call, hung), timer, over.signal);
  watch.then(
    () => hang.abort(),
    () => {
    }
  );
  try {
    const attempt = await model.attempt(call, AbortSignal.any([signal, hang.signal]));
    if (attempt.result.status === "answered") patience2.note(call, timer.nowMs() - begunAtMs);
    return attempt;
  } catch (error) {
    if (signal.aborted || !hang.signal.aborted) throw error;
    return describeHang(timer.nowMs() - begunAtMs);
  } finally {
    over.abort(isOver);
  }
}
async function waitAsLongAs(limitMs, timer, signal) {
  let waitedMs = 0;
  for (let wantedMs = limitMs(); waitedMs < wantedMs; wantedMs = limitMs()) {
    await timer.wait(wantedMs - waitedMs, signal);
    waitedMs = wantedMs;
  }
}
function describeHang(tookMs) {
  const reason = `no complete answer within ${Math.round(tookMs / 1e3)} s`;
  const result = { status: "unavailable", reason, hung: 1, latencyMs: Math.round(tookMs), attempts: 1 };
  return { result, again: "often", rate: unknownRate };
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
  const { answeredAtMs, rules, ...kept } = entry;
  const result = readResult(kept);
  if (result === null || result.status === "unavailable") return null;
  if (result.status === "rejected" && rules !== rejectionRules) return null;
  return { result, answeredAtMs: typeof answeredAtMs === "number" ? answeredAtMs : null };
}

// src/execute/ask-model.ts
async function askModel(call, identity, asking) {
  const { model, limiters, signal, books } = asking;
  for (let tries = noTries; ; ) {
    const limiter = limiters.of(await model.endpoint());
    const leave = await limiter.enter(signal);
    let attempt = null;
    let delayMs;
    try {
      signal.throwIfAborted();
      books.keepBudget();
      attempt = await attemptInTime(model, call, tries.hung, limiters, signal);
      const next = decideNext(tries, attempt, limiters.timer.jitter(), limiter.isDown() ? lastTry : retryPolicy);
      if (next.kind === "over") return await keep(call, identity, next.result, asking);
      ({ tries, delayMs } = next);
      books.retry(attempt);
    } catch (error) {
      asking.halt(error);
      throw error;
    } finally {
      leave(attempt);
    }
    await asking.rest(limiters.timer.wait(delayMs, signal));
  }
}
async function keep(call, identity, result, { cache, clock, prices, fallbackPrice: fallbackPrice2, books }) {
  const answeredAtMs = clock.nowMs();
  const entry = toKnown(result, answeredAtMs);
  if (entry !== null) await cache?.write(identity, entry);
  const price = priceOf(call.request.model, prices);
  const isAnswered = result.status === "answered";
  const cost = isAnswered ? costMicroUsd(result.usage, price) : 0;
  const most = isAnswered && fallbackPrice2 !== null ? costMicroUsd(guessUsage(call, result), price ?? fallbackPrice2) : 0;
  const record = { call, result, cached: false, costMicroUsd: cost, reckonedMicroUsd: cost ?? most ?? 0, answeredAtMs };
  books.enter(record);
  return record;
}
function guessUsage({ request }, { usage, output }) {
  if (usage !== null) return usage;
  const inputTokens = estimateMessages(request.messages);
  const outputTokens = estimateTokens(canonicalJson(output));
  return { inputTokens, cachedInputTokens: 0, outputTokens, reasoningTokens: 0 };
}

// src/execute/finished-call.ts
function describeCall({ call, result, cached, costMicroUsd: costMicroUsd2, reckonedMicroUsd }) {
  const { purpose, key, arm, sample, owner, request } = call;
  const isAnswered = result.status === "answered";
  return {
    purpose,
    key,
    arm,
    sample,
    owner,
    model: request.model,
    status: result.status,
    cached,
    latencyMs: result.latencyMs,
    attempts: result.attempts,
    costMicroUsd: costMicroUsd2,
    reckonedMicroUsd,
    answeredAs: isAnswered ? result.model : null,
    fingerprint: isAnswered ? result.fingerprint : null,
    usage: isAnswered ? result.usage : null,
    reason: isAnswered ? null : result.reason,
    asked: purpose === "judge" ? request : null
  };
}

// src/execute/outage.ts
var handful = 10;
function requireAnswers({ call, result, cached }, ledger) {
  if (cached || result.status !== "unavailable" || result.gone === true) return;
  const { asked, calls } = ledger.calls({ purpose: call.purpose, model: call.request.model });
  if (calls === 0 && asked >= handful) throw nothingCameThrough(call, asked, result.reason);
}
function nothingCameThrough({ purpose, request: { model } }, count2, reason) {
  const whom = purpose === "judge" ? `the judge's model "${model}"` : `"${model}"`;
  const cause = /[.!?]$/.test(reason) ? reason : `${reason}.`;
  return UserError.of(
    `None of the first ${count2} calls to ${whom} came through: ${cause}`,
    "The run stopped there: this says nothing about the prompt. Answers that came before are kept."
  );
}

// src/execute/books.ts
function openBooks(label, total, {
  ledger,
  log,
  fallbackPrice: fallbackPrice2,
  budgetMicroUsd
}) {
  let { spentMicroUsd: spent, unpriced } = ledger.calls();
  let suite = null;
  let lastFault = null;
  const counts = { done: 0, known: 0, failed: 0, retries: 0 };
  const tell = (isOver2 = false) => {
    if (total === 0) return;
    const spentMicroUsd = unpriced > 0 && fallbackPrice2 === null ? null : spent;
    log.progress({ label, suite, total, ...counts, lastFault, spentMicroUsd, budgetMicroUsd, isOver: isOver2 });
  };
  const keepBudget = () => {
    if (budgetMicroUsd !== null && spent > budgetMicroUsd) throw overBudget();
  };
  const count2 = ({ call, result, cached, costMicroUsd: costMicroUsd2, reckonedMicroUsd }) => {
    spent += reckonedMicroUsd;
    if (costMicroUsd2 === null) unpriced += 1;
    suite = call.owner?.suite ?? null;
    if (result.status === "unavailable") {
      counts.failed += 1;
      lastFault = result.reason;
    } else {
      counts.done += 1;
      if (cached) counts.known += 1;
    }
  };
  tell();
  return {
    keepBudget,
    retry: ({ result }) => {
      counts.retries += 1;
      if (result.status !== "answered") lastFault = result.reason;
      tell();
    },
    enter: (record) => {
      ledger.append({ kind: "call", record: describeCall(record) });
      count2(record);
      tell();
      keepBudget();
      requireAnswers(record, ledger);
    },
    close: () => tell(true)
  };
}
function overBudget() {
  return UserError.of(
    "The budget of this run is spent.",
    "Raise budget.per-run-usd on the base branch; finished answers are kept."
  );
}

// src/execute/crowd.ts
var spareSeats = 16;
function createCrowd(most) {
  const members = /* @__PURE__ */ new Set();
  let resting = 0;
  let notify = () => {
  };
  const makeRoom = async () => {
    while (members.size - resting >= most || resting >= most + spareSeats) {
      await new Promise((resolve) => {
        notify = resolve;
      });
    }
  };
  const start = (work) => {
    const member = work.finally(() => {
      members.delete(member);
      notify();
    });
    members.add(member);
  };
  return {
    work: async (items, signal, work) => {
      let index = 0;
      try {
        for (const item of items) {
          await makeRoom();
          if (signal.aborted) break;
          start(work(item, index++));
        }
      } finally {
        await Promise.all(members);
      }
    },
    rest: async (wait) => {
      resting += 1;
      notify();
      await wait.finally(() => {
        resting -= 1;
      });
    }
  };
}

// src/execute/run-calls.ts
async function streamCalls(label, calls, total, context, sink, locate = () => null) {
  const stop = new AbortController();
  const signal = AbortSignal.any([context.signal, stop.signal]);
  setMaxListeners(0, signal);
  const crowd = createCrowd(context.limiters.ceiling);
  const books = openBooks(label, total, context);
  const shared = { ...context, signal, books, rest: crowd.rest };
  const finish = async (call, index) => {
    const halt = (error) => stop.abort(placeFault(error, (setting) => locate(call, setting)));
    await sink(await answer(call, { ...shared, halt }), index);
  };
  const fault = await crowd.work(calls, signal, (call, index) => finish(call, index).catch((error) => stop.abort(error))).catch(asError);
  books.close();
  for (const { aborted, reason } of [context.signal, stop.signal]) if (aborted) throw asError(reason);
  if (fault !== void 0) throw fault;
}
var free = { cached: true, costMicroUsd: 0, reckonedMicroUsd: 0 };
async function answer(call, asking) {
  asking.signal.throwIfAborted();
  asking.books.keepBudget();
  const identity = identify(call);
  const known = parseKnown(await asking.cache?.read(identity));
  if (known === null && asking.onlyKnown) throw new UnknownAnswerError();
  if (known === null) return askModel(call, identity, asking);
  const record = { call, ...known, ...free };
  asking.books.enter(record);
  return record;
}
async function runCalls(label, calls, context, locate) {
  const asked = [];
  const places = /* @__PURE__ */ new Map();
  const wanted = calls.map((call) => {
    const identity = identify(call);
    const place = places.get(identity) ?? asked.push(call) - 1;
    const isFirst = !places.has(identity);
    places.set(identity, place);
    return { call, place, isFirst };
  });
  const records = new Array(asked.length);
  const sink = (record, place) => {
    records[place] = record;
  };
  await streamCalls(label, asked, asked.length, context, sink, locate);
  return wanted.map(({ call, place, isFirst }) => {
    const record = records[place];
    return isFirst ? record : { ...record, call, ...free };
  });
}
function placeFault(error, locate) {
  if (!(error instanceof ModelConfigError) || error.parameter === null) return error;
  const where = locate(error.parameter);
  return where === null ? error : error.at(where);
}
function identify({ key, purpose, arm, sample, owner }) {
  return contentHash([key, purpose, arm, sample, owner && [owner.suite, owner.prompt, owner.case]]);
}

// src/execute/ask-judge.ts
import { randomBytes } from "node:crypto";
async function askJudge(items, model, context) {
  const counts = items.map(({ judge }) => judge.config.samples);
  const draws = items.flatMap(
    (item, index) => Array.from({ length: counts[index] }, (_, draw) => ({ ...item, draw: item.draw + 2 * draw }))
  );
  const judgements = await askEachModel(draws, model, context);
  let next = 0;
  return counts.map((count2) => {
    next += count2;
    return averageJudgements(judgements.slice(next - count2, next));
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
    context.ledger.append({ kind: "setting", record: { model: model.id ?? "", setting } });
    context.log.warn(`The judge's model ${model.id} refuses "${setting}": it is left out.`);
    return askTolerantly(items, model, context);
  }
}
function droppedBy({ id }, { ledger }) {
  return ledger.refusedSettings().get(id ?? "") ?? /* @__PURE__ */ new Set();
}
async function askOnce(items, model, context) {
  const questions = items.map(({ judge, subject }) => judge.buildQuestion(subject, randomBytes(6).toString("hex")));
  const { label = "judgements" } = context;
  const ask = (item, question, attempt) => buildCall(item, question, model, attempt, droppedBy(model, context));
  const first = await runCalls(
    label,
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
  const second = await runCalls(`${label}, repaired`, repairs, context);
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
    const isGone = result.status === "unavailable" && result.gone === true;
    const reason = isGone ? result.reason : `the judge did not answer: ${result.reason}`;
    return { score: null, reason, abstained: false, malformed: null, ...isGone && { gone: true } };
  }
  const judgement = judge.parseReply(result.output.content, subject, result.tokens);
  if (judgement.abstained) {
    const said = judgement.reason === null ? "" : `: ${judgement.reason}`;
    return { ...judgement, reason: `the judge abstained${said}` };
  }
  return judgement.malformed === null ? judgement : { ...judgement, reason: `the judge's reply cannot be read: ${judgement.malformed}` };
}

export {
  createFileSpool,
  createModelOpener,
  spareRetired,
  streamCalls,
  askJudge,
  isLineOf,
  readEntry,
  createLedger,
  estimateDraws,
  explainUnpriced,
  explainExcess,
  refuseExcess,
  addUp,
  renderRunEstimate,
  renderEstimate,
  onAbort,
  openRunContext,
  openKnownContext,
  openJudgeContext
};
