import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  Column,
  KeyTable,
  buildRow,
  findRowFault,
  identifyQuestion,
  keyOf,
  renderRow,
  writeKey
} from "./shared.cases.column.js";
import {
  requireNew,
  writeNew
} from "./shared.adapters.files.write-new.js";
import {
  createTerminalLog
} from "./shared.report.progress.progress-line.js";
import {
  integerFlag
} from "./shared.terminal.flags.js";
import {
  readLines
} from "./shared.adapters.files.read-lines.js";
import "./shared.adapters.progress.follow-progress.js";
import {
  parseRows
} from "./shared.datasets.column-names.js";
import {
  personalData
} from "./shared.text.checksums.js";
import {
  asText,
  isConversation,
  isMessage,
  maxRows,
  readMessages,
  refusalOf
} from "./shared.datasets.aliases.js";
import "./shared.report.console.cells.js";
import {
  textFlag
} from "./shared.terminal.command.js";
import {
  hintKnown,
  listKnown,
  quoteName,
  throwProblems
} from "./shared.text.problems.js";
import {
  listCredentials,
  listSecretForms
} from "./shared.secrets.js";
import "./shared.prompts.wire-messages.js";
import {
  maxDatasetBytes
} from "./shared.text.source-file.js";
import "./shared.prompts.message-text.js";
import {
  formatCount
} from "./shared.prices.usd.js";
import {
  revealText
} from "./shared.report.escape.js";
import {
  count
} from "./shared.text.prose.js";
import "./shared.text.unseen.js";
import {
  JsonFault,
  isJsonNumber,
  isJsonObject,
  maxDepth,
  parseJson,
  readDigits,
  readJson,
  writeJson
} from "./shared.json-writer.js";
import {
  UserError,
  asError,
  buildProblem,
  renderProblem
} from "./shared.errors.js";

// src/cases/dislikes.ts
var Dislikes = class {
  #words = new KeyTable();
  /** By word, 1 where it is a thumbs-down. */
  #isDown = new Column(Uint8Array);
  #subjects = new KeyTable();
  /** By subject, how many words are a thumbs-down. */
  #downs = new Column(Uint32Array);
  note({ of: { recordId, traceId }, name, score }) {
    if (recordId !== null) this.#noteWord(keyOfRecord(recordId), name, isThumbsDown(score));
    else if (traceId !== null) this.#noteWord(keyOfTrace(traceId), name, isThumbsDown(score));
  }
  /** Whether a record or a trace is disliked, as far as words are noted. */
  has(subject) {
    const number = this.#subjects.find(subject);
    return number !== null && this.#downs.at(number) > 0;
  }
  #noteWord(subject, name, isDown) {
    const key = keyOf(`${writeKey(subject)} ${name}`);
    if (!isDown && this.#words.find(key) === null) return;
    const word = numberIn(this.#words, key, this.#isDown);
    const number = numberIn(this.#subjects, subject, this.#downs);
    this.#downs.set(number, this.#downs.at(number) - this.#isDown.at(word) + (isDown ? 1 : 0));
    this.#isDown.set(word, isDown ? 1 : 0);
  }
};
function isThumbsDown(score) {
  return score <= 0;
}
function keyOfRecord(id) {
  return keyOf(`record ${id}`);
}
function keyOfTrace(id) {
  return keyOf(`trace ${id}`);
}
function numberIn(table, key, column) {
  const number = table.add(key);
  if (number === column.length) column.push(0);
  return number;
}

// src/cases/census.ts
var facets = {
  prompt: ({ prompt }) => prompt,
  version: ({ promptVersion }) => promptVersion,
  tag: ({ tags }) => tags.length === 0 ? null : [...tags].sort().join(", ")
};
var maxStrata = 1e4;
var maxNames = 100;
var thumbsDownBit = 1;
var errorBit = 2;
var joinedBit = 4;
var Census = class {
  unusable = { otherPrompt: 0, withoutContent: 0, failedWithoutContent: 0 };
  /** Names of prompts, the first hundred. */
  prompts = /* @__PURE__ */ new Set();
  strata = [];
  /** How many records ask each question; a question's number is its index. */
  asked = new Column(Uint32Array);
  /** All records. */
  records = 0;
  /** Where the first record without content is. */
  firstWithoutContent = null;
  #by;
  #prompt;
  #createRedaction;
  #questions = new KeyTable();
  #dislikes = new Dislikes();
  #strataByName = /* @__PURE__ */ new Map();
  #columns = {
    idHigh: new Column(Uint32Array),
    idLow: new Column(Uint32Array),
    traceHigh: new Column(Uint32Array),
    traceLow: new Column(Uint32Array),
    question: new Column(Uint32Array),
    line: new Column(Uint32Array),
    file: new Column(Uint32Array),
    stratum: new Column(Uint16Array),
    flags: new Column(Uint8Array)
  };
  /** `prompt` is the only one whose records count; null for all. */
  constructor(by, prompt, createRedaction2) {
    this.#createRedaction = createRedaction2;
    this.#by = by;
    this.#prompt = prompt;
  }
  /** How many records can be rows. */
  get size() {
    return this.#columns.line.length;
  }
  /** Takes down one event of the file of this number. Throws a UserError for more strata than can be. */
  note(event, file) {
    if (event.kind === "record") this.#noteRecord(event, file);
    else this.#dislikes.note(event);
  }
  #noteRecord({ record, line, isJoined }, file) {
    this.records += 1;
    if (record.prompt !== null && this.prompts.size < maxNames) this.prompts.add(record.prompt);
    if (this.#prompt !== null && record.prompt !== this.#prompt) {
      this.unusable.otherPrompt += 1;
      return;
    }
    const question = identifyQuestion(record, this.#createRedaction());
    if (question === null) {
      this.unusable[record.error === null ? "withoutContent" : "failedWithoutContent"] += 1;
      this.firstWithoutContent ??= { file, line };
      return;
    }
    this.#add(record, this.#questions.add(question.key), { file, line, isJoined: isJoined ?? false });
  }
  #add(record, question, { file, line, isJoined }) {
    if (question === this.asked.length) this.asked.push(0);
    this.asked.set(question, this.asked.at(question) + 1);
    const columns = this.#columns;
    const id = keyOfRecord(record.id);
    const trace = record.traceId === null ? noKey : keyOfTrace(record.traceId);
    columns.idHigh.push(id.high);
    columns.idLow.push(id.low);
    columns.traceHigh.push(trace.high);
    columns.traceLow.push(trace.low);
    columns.question.push(question);
    columns.line.push(line);
    columns.file.push(file);
    columns.stratum.push(this.#stratumOf(record));
    const isDown = Object.values(record.feedback).some(isThumbsDown);
    columns.flags.push(
      (isDown ? thumbsDownBit : 0) + (record.error === null ? 0 : errorBit) + (isJoined ? joinedBit : 0)
    );
  }
  #stratumOf(record) {
    const values = this.#by.map((facet) => facets[facet](record));
    const name = JSON.stringify(values);
    const known = this.#strataByName.get(name);
    if (known !== void 0) return known;
    if (this.strata.length === maxStrata) {
      const message = `There are more than ${maxStrata} groups by ${this.#by.join(", ")}.`;
      throw UserError.of(message, "Name fewer of them in --by, or one prompt in --prompt.");
    }
    const redaction = this.#createRedaction();
    this.strata.push(
      Object.fromEntries(this.#by.map((facet, index) => [facet, redaction.redact(values[index] ?? null)]))
    );
    this.#strataByName.set(name, this.strata.length - 1);
    return this.strata.length - 1;
  }
  /** The number of the question that a record asks. */
  questionOf(record) {
    return this.#columns.question.at(record);
  }
  /** The id of the row of a question. */
  rowIdOf(question) {
    return writeKey(this.#questions.at(question));
  }
  stratumOf(record) {
    return this.#columns.stratum.at(record);
  }
  placeOf(record) {
    const { file, line, flags } = this.#columns;
    const isJoined = (flags.at(record) & joinedBit) !== 0;
    return { file: file.at(record), line: line.at(record), isJoined };
  }
  /** The key of the id of a record. */
  keyOf(record) {
    const { idHigh, idLow } = this.#columns;
    return { high: idHigh.at(record), low: idLow.at(record) };
  }
  /** Also by what was said of it later, or of its trace. To be asked when all is noted. */
  badnessOf(record) {
    const { flags, traceHigh, traceLow } = this.#columns;
    const bits = flags.at(record);
    const isDown = (bits & thumbsDownBit) !== 0 || this.#dislikes.has(this.keyOf(record)) || this.#dislikes.has({ high: traceHigh.at(record), low: traceLow.at(record) });
    return isDown ? 2 : (bits & errorBit) !== 0 ? 1 : 0;
  }
  /** Below zero where the id of the one record comes before that of the other in an order that nobody chose. */
  compareIds(one, other) {
    const { idHigh, idLow } = this.#columns;
    return idHigh.at(one) - idHigh.at(other) || idLow.at(one) - idLow.at(other) || one - other;
  }
};
var noKey = { high: 0, low: 0 };

// src/records/fault.ts
var RecordFault = class extends Error {
  hint;
  constructor(message, hint = "Mend the line, or take the file from its tool again.") {
    super(message);
    this.hint = hint;
  }
};

// src/records/value.ts
var tooDeep = `is nested more than ${maxDepth} levels deep.`;
var longNumber = /[[:,\s]-?\d{16}/;
function parseValue(text) {
  if (longNumber.test(text)) return parseExactly(text);
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return void 0;
  }
  if (isDeeper(value, maxDepth)) throw new RecordFault(tooDeep);
  return value;
}
function parseExactly(text) {
  try {
    return readJson(text).value;
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    if (error.kind === "depth") throw new RecordFault(tooDeep);
    return void 0;
  }
}
function isDeeper(value, levels) {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  for (const member of Array.isArray(value) ? value : Object.values(value)) {
    if (isDeeper(member, levels - 1)) return true;
  }
  return false;
}

// src/records/answers.ts
var unknownEnd = "unknown";
var ends = {
  tool_call: "tool_calls",
  tool_use: "tool_calls",
  end_turn: "stop",
  max_tokens: "length"
};
function readAnswer(value, finishReason = null) {
  if (value === null || value === "") return null;
  if (typeof value === "string") return readTextAnswer(value, finishReason);
  if (isMessage(value)) return outputOf([value], finishReason ?? endOf(value));
  if (isConversation(value)) return outputOf(value, finishReason ?? endOf(value.at(-1) ?? {}));
  return isJsonObject(value) ? readBody(value, finishReason) : plainOutput(writeJson(value), finishReason);
}
function outputOf(items, finishReason) {
  const messages = readMessages(items);
  const last = messages.at(-1) ?? { role: "assistant", content: "" };
  const toolCalls = (last.toolCalls ?? []).map(({ name, arguments: given }) => ({
    name,
    arguments: argumentsOf(given)
  }));
  const refusal = refusalOf(items.at(-1) ?? {});
  return {
    content: last.content,
    toolCalls,
    refusal,
    finishReason: nameEnd(finishReason, toolCalls.length > 0),
    ...messages.length > 1 ? { trajectory: messages } : {}
  };
}
function argumentsOf(given) {
  return parseValue(given) ?? given;
}
function nameEnd(reason, calledTools) {
  if (reason === null || reason === "") return calledTools ? "tool_calls" : unknownEnd;
  return Object.hasOwn(ends, reason) ? ends[reason] ?? reason : reason;
}
function plainOutput(content, finishReason) {
  return { content, toolCalls: [], refusal: null, finishReason: nameEnd(finishReason, false) };
}
function readTextAnswer(text, finishReason) {
  const value = /^\s*[[{]/.test(text) ? parseValue(text) : void 0;
  const isKnown = value !== void 0 && (isMessage(value) || isConversation(value) || isBody(value));
  return isKnown ? readAnswer(value, finishReason) ?? plainOutput(text, finishReason) : plainOutput(text, finishReason);
}
function isBody(value) {
  return isJsonObject(value) && ["choices", "generations", "messages"].some((key) => Array.isArray(value[key]));
}
function readBody(body, finishReason) {
  if (Array.isArray(body.choices) && body.choices.length === 0) return null;
  const [choice] = listOf(body.choices);
  if (isJsonObject(choice)) {
    const end = finishReason ?? asText(choice.finish_reason);
    if (isJsonObject(choice.message)) return outputOf([{ role: "assistant", ...choice.message }], end);
    return plainOutput(asText(choice.text), end);
  }
  const generation = listOf(body.generations).flat()[0];
  if (isJsonObject(generation)) return readGeneration(generation, finishReason);
  if (isConversation(body.messages ?? null)) return readAnswer(body.messages ?? null, finishReason);
  if (isConversation(body.output ?? null)) return readAnswer(body.output ?? null, finishReason);
  const values = Object.values(body);
  if (values.length === 0) return null;
  return values.length === 1 ? readAnswer(values[0] ?? null, finishReason) : plainOutput(writeJson(body), finishReason);
}
function readGeneration({ message, text, generation_info: info }, finishReason) {
  const end = finishReason ?? (isJsonObject(info) ? asText(info.finish_reason) : null);
  return isJsonObject(message) && isMessage(message) ? outputOf([message], end) : plainOutput(asText(text), end);
}
function endOf(message) {
  return asText(message.finish_reason ?? message.stop_reason);
}
function listOf(value) {
  return Array.isArray(value) ? value : [];
}

// src/records/fields.ts
function memberOf(object, key) {
  const value = Object.hasOwn(object, key) ? object[key] : null;
  return value === void 0 || value === "" ? null : value;
}
function textOf(object, key) {
  const value = memberOf(object, key);
  if (value === null || typeof value === "string") return value;
  throw wrongKind(key, value, "text");
}
function wordOf(object, key) {
  const value = memberOf(object, key);
  if (value === null || typeof value === "string") return value;
  if (isJsonNumber(value) || typeof value === "boolean") return String(value);
  throw wrongKind(key, value, "text or a number");
}
function numberOf(object, key) {
  const value = memberOf(object, key);
  if (value === null) return null;
  const isNumeral = isJsonNumber(value) || typeof value === "string" && value.trim() !== "";
  const number = isNumeral ? Number(value) : Number.NaN;
  if (Number.isFinite(number)) return number;
  throw wrongKind(key, value, "a number");
}
function mappingOf(object, key) {
  const value = memberOf(object, key);
  if (value === null) return {};
  const read = typeof value === "string" ? readNested(key, value) : value;
  if (isJsonObject(read)) return read;
  throw wrongKind(key, value, "a mapping");
}
function textsOf(object, key) {
  const value = memberOf(object, key);
  if (value === null) return [];
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value;
  throw wrongKind(key, value, "a list of texts");
}
function numbersOf(object, key) {
  const entries = Object.entries(mappingOf(object, key)).flatMap(([name, value]) => {
    const number = isJsonNumber(value) || typeof value === "boolean" ? Number(value) : Number.NaN;
    return Number.isFinite(number) ? [[name, number]] : [];
  });
  return Object.fromEntries(entries);
}
function readNested(key, text) {
  const value = parseValue(text);
  if (value !== void 0) return value;
  const hint = "It was probably cut at a limit of the tracing library: raise OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT or its like.";
  throw new RecordFault(`has ${quoteName(key)} with a text that is no whole JSON.`, hint);
}
function wrongKind(key, value, wanted) {
  return new RecordFault(`has ${quoteName(key)} as ${nameKind(value)}, not as ${wanted}.`);
}
function nameKind(value) {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "string") return `the text ${quoteName(value)}`;
  return typeof value === "object" ? "a mapping" : `${value}`;
}

// src/records/build-record.ts
function buildRecord(known, more = {}) {
  const { id } = known;
  if (id === null) throw new RecordFault("has no id.");
  return {
    id,
    atMs: known.atMs ?? more.atMs ?? null,
    prompt: known.prompt ?? more.prompt ?? null,
    promptVersion: known.promptVersion ?? more.promptVersion ?? null,
    unit: known.unit ?? more.unit ?? null,
    arm: known.arm ?? more.arm ?? null,
    variables: known.variables ?? more.variables ?? null,
    messages: known.messages ?? more.messages ?? null,
    output: known.output ?? more.output ?? null,
    modelAsked: known.modelAsked ?? more.modelAsked ?? null,
    modelAnswered: known.modelAnswered ?? more.modelAnswered ?? null,
    fingerprint: known.fingerprint ?? more.fingerprint ?? null,
    usage: known.usage ?? more.usage ?? null,
    latencyMs: known.latencyMs ?? more.latencyMs ?? null,
    costMicroUsd: known.costMicroUsd ?? more.costMicroUsd ?? null,
    error: known.error ?? more.error ?? null,
    feedback: known.feedback ?? more.feedback ?? {},
    business: known.business ?? more.business ?? {},
    traceId: known.traceId ?? more.traceId ?? null,
    spanId: known.spanId ?? more.spanId ?? null,
    tags: known.tags ?? more.tags ?? []
  };
}
function readLabels(metadata) {
  return {
    prompt: labelOf(metadata, "prompt"),
    promptVersion: labelOf(metadata, "promptVersion", "prompt_version"),
    unit: labelOf(metadata, "unit"),
    arm: labelOf(metadata, "arm")
  };
}
function labelOf(metadata, ...names) {
  const values = names.map((name) => memberOf(metadata, name));
  const found = values.find((value) => typeof value === "string" || isJsonNumber(value)) ?? null;
  return found === null ? null : String(found);
}
function buildUsage(input, output, cached, reasoning) {
  if (!isCount(input) || !isCount(output)) return null;
  return {
    inputTokens: input,
    cachedInputTokens: isCount(cached) ? cached : 0,
    outputTokens: output,
    reasoningTokens: isCount(reasoning) ? reasoning : 0
  };
}
function microUsd(dollars) {
  return dollars === null ? null : Math.round(dollars * 1e6);
}
function isCount(value) {
  return value !== null && Number.isSafeInteger(value) && value >= 0;
}

// src/records/instants.ts
var instant = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(\.\d{1,9})?(Z|[+-]\d{2}:?\d{2})?$/;
var maxMs = 864e13;
function instantOf(object, key) {
  const text = textOf(object, key);
  if (text === null) return null;
  const [, day, clock, fraction = "", zone = "Z"] = instant.exec(text) ?? [];
  const wholeMs = Date.parse(`${day}T${clock}${zone}`);
  if (!Number.isNaN(wholeMs)) return wholeMs + (fraction === "" ? 0 : Number(fraction) * 1e3);
  throw new RecordFault(`has "${key}" with ${quoteName(text)}, which is no time.`);
}
function nanosOf(object, key) {
  const value = object[key] ?? null;
  if (value === null) return null;
  const isDigits = typeof value === "string" && /^\d{1,20}$/.test(value);
  const nanos = isDigits || isJsonNumber(value) && Number.isInteger(Number(value)) ? BigInt(value) : -1n;
  if (nanos < 0n || toMs(nanos) > maxMs)
    throw new RecordFault(`has "${key}" with ${quoteName(String(value))}, which is no time.`);
  return nanos === 0n ? null : nanos;
}
function toMs(nanos) {
  return Number(nanos / 1000n) / 1e3;
}
function elapsed(fromMs, toMs2) {
  if (fromMs === null || toMs2 === null || toMs2 < fromMs) return null;
  return Math.round((toMs2 - fromMs) * 1e3) / 1e3;
}

// src/records/requests.ts
var nothing = { messages: null, variables: null };
function readRequest(value) {
  if (value === null || value === "") return nothing;
  if (typeof value === "string") {
    const read = /^\s*[[{]/.test(value) ? parseValue(value) : void 0;
    return read === void 0 ? said(value) : readRequest(read);
  }
  if (isConversation(value)) return { messages: readMessages(value), variables: null };
  if (Array.isArray(value) && value.length === 1 && isConversation(value[0] ?? null))
    return readRequest(value[0] ?? null);
  if (isMessage(value)) return { messages: readMessages([value]), variables: null };
  return isJsonObject(value) ? readBody2(value) : said(asText(value));
}
function readBody2(body) {
  const { messages = null, input = null, prompt = null, system, instructions } = body;
  const before = instructionsOf(system ?? instructions ?? null);
  for (const list of [messages, input]) {
    const { messages: read } = Array.isArray(list) ? readRequest(list) : nothing;
    if (read !== null) return { messages: [...before, ...read], variables: null };
  }
  const text = [input, prompt].find((one) => typeof one === "string");
  if (body.model !== void 0 && typeof text === "string") {
    return { messages: [...before, { role: "user", content: text }], variables: null };
  }
  return { messages: null, variables: Object.keys(body).length === 0 ? null : body };
}
function instructionsOf(system) {
  if (system === null || system === "") return [];
  return readMessages([{ role: "system", content: system }]);
}
function said(content) {
  return { messages: [{ role: "user", content }], variables: null };
}

// src/records/helicone.ts
var helicone = {
  name: "Helicone",
  recognise: (value) => isJsonObject(value) && "request_id" in value && "request_created_at" in value,
  read: (value, line) => isJsonObject(value) ? readRow(value, line) : []
};
function readRow(row, line) {
  const error = errorOf(row);
  const response = bodyOf(row, "response_body");
  const { messages, variables } = readRequest(bodyOf(row, "request_body"));
  const known = {
    messages,
    variables,
    id: textOf(row, "request_id"),
    atMs: instantOf(row, "request_created_at"),
    output: error === null && Object.keys(response).length > 0 ? readAnswer(response) : null,
    modelAsked: textOf(row, "request_model") ?? textOf(row, "model"),
    modelAnswered: textOf(row, "response_model"),
    fingerprint: typeof response.system_fingerprint === "string" ? response.system_fingerprint : null,
    usage: buildUsage(
      numberOf(row, "prompt_tokens"),
      numberOf(row, "completion_tokens"),
      numberOf(row, "prompt_cache_read_tokens"),
      numberOf(row, "reasoning_tokens")
    ),
    latencyMs: numberOf(row, "delay_ms"),
    costMicroUsd: microUsd(numberOf(row, "costUSD") ?? numberOf(row, "cost")),
    error,
    feedback: feedbackOf(row)
  };
  return [{ kind: "record", record: buildRecord(known, identityOf(row)), line }];
}
function identityOf(row) {
  const labels = readLabels({ ...mappingOf(row, "properties"), ...mappingOf(row, "request_properties") });
  return {
    prompt: labels.prompt ?? textOf(row, "prompt_id"),
    promptVersion: labels.promptVersion ?? wordOf(row, "prompt_version"),
    unit: labels.unit ?? textOf(row, "request_user_id") ?? textOf(row, "helicone_user"),
    arm: labels.arm
  };
}
function bodyOf(row, key) {
  const body = memberOf(row, key);
  return isJsonObject(body) && body.helicone_message === void 0 ? body : {};
}
function errorOf(row) {
  const status = numberOf(row, "response_status");
  if (status === null || status >= 200 && status < 300) return null;
  const { error } = bodyOf(row, "response_body");
  const message = isJsonObject(error) ? error.message : error;
  return typeof message === "string" ? message : `HTTP status ${status}`;
}
function feedbackOf(row) {
  const rating = memberOf(row, "feedback_rating");
  return { ...numbersOf(row, "scores"), ...typeof rating === "boolean" ? { rating: rating ? 1 : 0 } : {} };
}

// src/records/usage.ts
function usageOf(counts) {
  const first = (...names) => {
    const name = names.find((one) => numberOf(counts, one) !== null);
    return name === void 0 ? null : numberOf(counts, name);
  };
  const detail = (key, ...names) => {
    const details = mappingOf(counts, key);
    const name = names.find((one) => numberOf(details, one) !== null);
    return name === void 0 ? null : numberOf(details, name);
  };
  return buildUsage(
    first("input_tokens", "prompt_tokens", "input"),
    first("output_tokens", "completion_tokens", "output"),
    first("input_cached_tokens", "cache_read_input_tokens", "cached") ?? detail("prompt_tokens_details", "cached_tokens") ?? detail("input_tokens_details", "cached_tokens") ?? detail("input_token_details", "cache_read"),
    first("output_reasoning_tokens", "reasoning_tokens", "reasoning") ?? detail("completion_tokens_details", "reasoning_tokens") ?? detail("output_tokens_details", "reasoning_tokens") ?? detail("output_token_details", "reasoning")
  );
}

// src/records/langfuse.ts
var langfuse = {
  name: "Langfuse",
  recognise: (value) => {
    if (!isJsonObject(value)) return false;
    const keys2 = inSnakeCase(value);
    return "trace_id" in keys2 && ("parent_observation_id" in keys2 || "completion_start_time" in keys2 || isScore(keys2));
  },
  read: (value, line) => {
    if (!isJsonObject(value)) return [];
    const row = inSnakeCase(value);
    return isScore(row) ? readScore(row, line) : readObservation(row, line);
  }
};
function inSnakeCase(row) {
  if ("trace_id" in row) return row;
  const name = (key) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [name(key), value]));
}
function isScore(row) {
  return memberOf(row, "data_type") !== null;
}
function readScore(row, line) {
  const [recordId, traceId] = [textOf(row, "observation_id"), textOf(row, "trace_id")];
  const score = numberOf(row, "value");
  const name = textOf(row, "name");
  if (row.data_type === "TEXT" || score === null || recordId === null && traceId === null) return [];
  if (name === null) throw new RecordFault("is a score without a name.");
  return [{ kind: "feedback", of: { recordId, traceId }, name, score, line }];
}
function readObservation(row, line) {
  const type = textOf(row, "type");
  const isRun = type === "AGENT" && memberOf(row, "input") !== null;
  if (type !== "GENERATION" && !isRun) return [];
  const atMs = instantOf(row, "start_time");
  const error = row.level === "ERROR" ? textOf(row, "status_message") ?? "error" : null;
  const id = textOf(row, "id");
  const model = textOf(row, "provided_model_name") ?? textOf(row, "model");
  const { messages, variables } = readRequest(memberOf(row, "input"));
  const known = {
    messages,
    variables,
    id,
    atMs,
    output: error === null ? readAnswer(answerOf(row)) : null,
    modelAsked: error === null ? null : model,
    modelAnswered: error === null ? model : null,
    usage: usageOf(mappingOf(row, "usage_details")),
    // Its own "latency" is in seconds or in milliseconds, by the day on which the export was set up.
    latencyMs: elapsed(atMs, instantOf(row, "end_time")),
    costMicroUsd: microUsd(numberOf(row, "total_cost") ?? numberOf(mappingOf(row, "cost_details"), "total")),
    error,
    traceId: textOf(row, "trace_id"),
    spanId: id
  };
  return [{ kind: "record", record: buildRecord(known, identityOf2(row, isRun)), line }];
}
function identityOf2(row, isRun) {
  const labels = readLabels(mappingOf(row, "metadata"));
  return {
    prompt: labels.prompt ?? textOf(row, "prompt_name") ?? (isRun ? textOf(row, "name") : null),
    promptVersion: labels.promptVersion ?? wordOf(row, "prompt_version"),
    unit: labels.unit ?? textOf(row, "user_id") ?? textOf(row, "session_id"),
    arm: labels.arm,
    tags: textsOf(row, "tags")
  };
}
function answerOf(row) {
  const output = memberOf(row, "output");
  const calls = textsOf(row, "tool_calls");
  if (output !== null || calls.length === 0) return output;
  return { role: "assistant", tool_calls: calls.map((call) => readNested("tool_calls", call)) };
}

// src/records/langsmith.ts
var langSmith = {
  name: "LangSmith",
  recognise: (value) => isJsonObject(value) && "run_type" in value && ("inputs" in value || "start_time" in value),
  read: (value, line) => isJsonObject(value) ? readRun(value, line) : []
};
function readRun(run, line) {
  const isRequest = textOf(run, "run_type")?.toLowerCase() === "llm";
  const isStep = textOf(run, "parent_run_id") !== null || textsOf(run, "parent_run_ids").length > 0;
  if (!isRequest && isStep) return [];
  const atMs = instantOf(run, "start_time");
  const error = textOf(run, "error")?.split("\n\n", 1)[0] ?? null;
  const request = readRequest(memberOf(run, "inputs"));
  const id = wordOf(run, "id") ?? wordOf(run, "run_id");
  const known = {
    id,
    atMs,
    messages: request.messages,
    variables: request.variables,
    output: error === null ? answerOf2(memberOf(run, "outputs"), request.messages) : null,
    usage: usageOfRun(run),
    latencyMs: elapsed(atMs, instantOf(run, "end_time")),
    costMicroUsd: microUsd(numberOf(run, "total_cost") ?? numberOf(mappingOf(run, "costs"), "total_cost")),
    error,
    feedback: averages(mappingOf(run, "feedback_stats")),
    traceId: wordOf(run, "trace_id"),
    spanId: id,
    tags: textsOf(run, "tags")
  };
  return [{ kind: "record", record: buildRecord(known, identityOf3(run, isRequest)), line }];
}
function identityOf3(run, isRequest) {
  const metadata = metadataOf(run);
  const labels = readLabels(metadata);
  const { model = null, system_fingerprint: fingerprint = null } = mappingOf(run, "outputs");
  return {
    prompt: labels.prompt ?? labelOf(metadata, "lc_hub_repo") ?? (isRequest ? null : textOf(run, "name")),
    promptVersion: labels.promptVersion ?? labelOf(metadata, "lc_hub_commit_hash"),
    unit: labels.unit ?? labelOf(metadata, "user_id", "session_id", "conversation_id", "thread_id"),
    arm: labels.arm,
    modelAsked: labelOf(metadata, "ls_model_name"),
    modelAnswered: isRequest && typeof model === "string" ? model : null,
    fingerprint: isRequest && typeof fingerprint === "string" ? fingerprint : null
  };
}
function answerOf2(outputs, asked) {
  const output = readAnswer(outputs);
  const steps = output?.trajectory;
  if (output === null || steps === void 0 || asked === null) return output;
  const begins = asked.every((message, index) => isSame(message, steps[index]));
  if (!begins || steps.length <= asked.length) return output;
  const { trajectory: _, ...answer } = output;
  const rest = steps.slice(asked.length);
  return rest.length > 1 ? { ...answer, trajectory: rest } : answer;
}
function isSame(a, b) {
  return a.role === b?.role && a.content === b.content;
}
function metadataOf(run) {
  const metadata = { ...mappingOf(mappingOf(run, "extra"), "metadata"), ...mappingOf(run, "metadata") };
  return { ...metadata, ...mappingOf(run, "custom_metadata") };
}
function usageOfRun(run) {
  const counted = buildUsage(
    numberOf(run, "prompt_tokens"),
    numberOf(run, "completion_tokens"),
    numberOf(detailsOf(run, "prompt_token_details"), "cache_read"),
    numberOf(detailsOf(run, "completion_token_details"), "reasoning")
  );
  const { usage_metadata: noted = null } = metadataOf(run);
  const { usage_metadata: own2 = null, usage = null } = mappingOf(run, "outputs");
  const stated = [run.token_usage ?? null, noted, own2, usage].find(isJsonObject);
  return counted ?? (stated === void 0 ? null : usageOf(stated));
}
function detailsOf(run, key) {
  const details = mappingOf(run, key);
  return isJsonObject(details.raw) ? details.raw : details;
}
function averages(stats) {
  const entries = Object.entries(stats).flatMap(([name, one]) => {
    const average = isJsonObject(one) ? numberOf(one, "avg") : null;
    return average === null ? [] : [[name, average]];
  });
  return Object.fromEntries(entries);
}

// src/records/openai-stored.ts
var openAiStored = {
  name: "OpenAI stored completions",
  recognise: (value) => completionsOf(value).length > 0 || isEmptyPage(value),
  read: (value, line) => completionsOf(value).map((completion) => readCompletion(completion, line))
};
function completionsOf(value) {
  const list = isJsonObject(value) && value.object === "list" && Array.isArray(value.data) ? value.data : [value];
  const isCompletion = (item) => isJsonObject(item) && item.object === "chat.completion";
  return list.every(isCompletion) ? list : [];
}
function isEmptyPage(value) {
  return isJsonObject(value) && value.object === "list" && Array.isArray(value.data) && value.data.length === 0;
}
function readCompletion(completion, line) {
  const { data = null } = isJsonObject(completion.messages) ? completion.messages : { data: completion.messages };
  const seconds = numberOf(completion, "created");
  const labels = readLabels(mappingOf(completion, "metadata"));
  const record = buildRecord({
    ...readRequest(data),
    ...labels,
    id: textOf(completion, "id"),
    atMs: seconds === null ? null : seconds * 1e3,
    output: readAnswer(completion),
    // The list names the snapshot that answered alone.
    modelAnswered: textOf(completion, "model"),
    fingerprint: textOf(completion, "system_fingerprint"),
    usage: usageOf(mappingOf(completion, "usage"))
  });
  return { kind: "record", record, line };
}

// src/records/attributes.ts
var attributeNames = {
  operation: ["gen_ai.operation.name"],
  kind: ["openinference.span.kind", "langfuse.observation.type", "traceloop.span.kind", "llm.request.type"],
  prompt: ["prompt_assay.prompt", "gen_ai.prompt.name", "langfuse.observation.prompt.name", "prompt.id"],
  promptVersion: ["prompt_assay.prompt_version", "langfuse.observation.prompt.version", "llm.prompt_template.version"],
  agent: ["gen_ai.agent.name", "agent.name"],
  unit: ["prompt_assay.unit", "user.id", "enduser.id", "langfuse.user.id", "session.id", "gen_ai.conversation.id"],
  arm: ["prompt_assay.arm"],
  variables: ["prompt_assay.variables", "llm.prompt_template.variables"],
  modelAsked: ["gen_ai.request.model", "llm.request.model_name"],
  modelAnswered: ["gen_ai.response.model", "llm.response.model_name"],
  /** The model that answered, and where none did the one that was asked. */
  model: ["llm.model_name", "langfuse.observation.model.name"],
  parameters: ["llm.invocation_parameters"],
  fingerprint: ["openai.response.system_fingerprint", "gen_ai.openai.response.system_fingerprint"],
  system: ["gen_ai.system_instructions"],
  input: ["gen_ai.input.messages", "langfuse.observation.input", "input.value"],
  output: ["gen_ai.output.messages", "langfuse.observation.output", "output.value"],
  finish: ["gen_ai.response.finish_reasons", "llm.finish_reason"],
  inputTokens: ["gen_ai.usage.input_tokens", "gen_ai.usage.prompt_tokens", "llm.token_count.prompt"],
  outputTokens: ["gen_ai.usage.output_tokens", "gen_ai.usage.completion_tokens", "llm.token_count.completion"],
  cachedTokens: [
    "gen_ai.usage.cache_read.input_tokens",
    "gen_ai.usage.cache_read_input_tokens",
    "llm.token_count.prompt_details.cache_read"
  ],
  reasoningTokens: [
    "gen_ai.usage.reasoning.output_tokens",
    "gen_ai.usage.reasoning_tokens",
    "llm.token_count.completion_details.reasoning"
  ],
  usage: ["langfuse.observation.usage_details"],
  cost: ["llm.cost.total", "gen_ai.usage.cost"],
  error: ["error.type"],
  tags: ["tag.tags", "langfuse.trace.tags"],
  responseId: ["gen_ai.response.id"],
  event: ["event.name"],
  evaluation: ["gen_ai.evaluation.name"],
  score: ["gen_ai.evaluation.score.value"]
};
var flatPrefixes = {
  input: ["llm.input_messages", "gen_ai.prompt"],
  output: ["llm.output_messages", "gen_ai.completion"]
};
var eventNames = {
  inference: "gen_ai.client.inference.operation.details",
  evaluation: "gen_ai.evaluation.result"
};
var spanRoles = {
  chat: "request",
  text_completion: "request",
  generate_content: "request",
  completion: "request",
  llm: "request",
  generation: "request",
  invoke_agent: "run",
  invoke_workflow: "run",
  agent: "run"
};

// src/records/flat-messages.ts
var maxSegments = 20;
var wrappers = ["message", "message_content", "tool_call", "image"];
function readFlatMessages(attributes, prefix) {
  const root = /* @__PURE__ */ new Map();
  for (const [name, value] of Object.entries(attributes)) {
    if (!name.startsWith(prefix)) continue;
    const [empty, ...segments] = name.slice(prefix.length).split(".");
    if (empty === "" && /^\d+$/.test(segments[0] ?? "") && segments.length <= maxSegments) plant(root, segments, value);
  }
  const list = grow(root);
  return Array.isArray(list) ? list.map(unwrap).filter(isMessage) : [];
}
function plant(root, segments, value) {
  let branch = root;
  for (const segment of segments.slice(0, -1)) {
    const found = branch.get(segment);
    const next = found instanceof Map ? found : /* @__PURE__ */ new Map();
    branch.set(segment, next);
    branch = next;
  }
  const last = segments.at(-1) ?? "";
  if (!branch.has(last)) branch.set(last, { leaf: value });
}
function grow(branch) {
  const entries = [...branch].map(([name, node]) => [name, node instanceof Map ? grow(node) : node.leaf]);
  if (entries.every(([name]) => /^\d+$/.test(name))) {
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, value]) => value);
  }
  return Object.fromEntries(entries);
}
function unwrap(value) {
  if (Array.isArray(value)) return value.map(unwrap);
  if (!isJsonObject(value)) return value;
  const wrapper = wrappers.find((name) => isJsonObject(value[name]) && Object.keys(value).length === 1);
  const inner = wrapper === void 0 ? value : value[wrapper];
  const { contents, image, ...rest } = Object.fromEntries(
    Object.entries(inner).map(([key, one]) => [key, unwrap(one)])
  );
  return {
    ...rest,
    ...contents === void 0 ? {} : { content: contents },
    ...image === void 0 ? {} : { image_url: image }
  };
}

// src/records/otlp-record.ts
function spanRole(attributes) {
  const word = attributeWord(attributes, "operation") ?? attributeWord(attributes, "kind");
  if (word === null) return memberOf(attributes, "gen_ai.request.model") === null ? null : "request";
  const operation = word.toLowerCase();
  return Object.hasOwn(spanRoles, operation) ? spanRoles[operation] ?? null : null;
}
function readGenAiRecord(attributes, role, known) {
  const said2 = {
    request: requestOf(attributes),
    output: known.error === null ? outputOfAttributes(attributes, role) : null
  };
  const { messages, variables } = said2.request;
  if (role === "run" && messages === null && variables === null && said2.output === null) return null;
  return buildRecord(known, describe(attributes, role, said2, known.error !== null));
}
function nameOf(attributes, meaning) {
  const [first] = attributeNames[meaning];
  return attributeNames[meaning].find((name) => memberOf(attributes, name) !== null) ?? first;
}
function attributeWord(attributes, meaning) {
  return wordOf(attributes, nameOf(attributes, meaning));
}
function attributeNumber(attributes, meaning) {
  return numberOf(attributes, nameOf(attributes, meaning));
}
function describe(attributes, role, { request, output }, hasFailed) {
  const word = (meaning) => attributeWord(attributes, meaning);
  const number = (meaning) => attributeNumber(attributes, meaning);
  const mapping = (meaning) => mappingOf(attributes, nameOf(attributes, meaning));
  const variables = mapping("variables");
  return {
    messages: request.messages,
    variables: Object.keys(variables).length > 0 ? variables : request.variables,
    output,
    prompt: word("prompt") ?? (role === "run" ? word("agent") : null),
    promptVersion: word("promptVersion"),
    unit: word("unit"),
    arm: word("arm"),
    modelAsked: word("modelAsked") ?? wordOf(mapping("parameters"), "model") ?? (hasFailed ? word("model") : null),
    modelAnswered: word("modelAnswered") ?? (hasFailed ? null : word("model")),
    fingerprint: word("fingerprint"),
    usage: buildUsage(number("inputTokens"), number("outputTokens"), number("cachedTokens"), number("reasoningTokens")) ?? usageOf(mapping("usage")),
    costMicroUsd: microUsd(number("cost")),
    tags: textsOf(attributes, nameOf(attributes, "tags"))
  };
}
function structured(attributes, meaning) {
  const name = nameOf(attributes, meaning);
  const value = memberOf(attributes, name);
  return typeof value === "string" && name.startsWith("gen_ai.") ? readNested(name, value) : value;
}
function requestOf(attributes) {
  const flat = flatOf(attributes, "input");
  if (flat.length > 0) return { messages: readMessages(flat), variables: null };
  const request = readRequest(structured(attributes, "input"));
  const instructions = structured(attributes, "system");
  const system = instructions === null ? [] : readMessages([{ role: "system", content: instructions }]);
  return request.messages === null ? request : { ...request, messages: [...system, ...request.messages] };
}
function outputOfAttributes(attributes, role) {
  const ends2 = memberOf(attributes, nameOf(attributes, "finish"));
  const end = Array.isArray(ends2) ? ends2[0] ?? null : ends2;
  const finish = typeof end === "string" ? end : null;
  const flat = flatOf(attributes, "output");
  const value = flat.length > 0 ? flat : structured(attributes, "output");
  if (!isConversation(value)) return readAnswer(value, finish);
  const items = role === "run" ? value : value.slice(0, 1);
  const stated = items.at(-1)?.finish_reason;
  return outputOf(items, finish ?? (typeof stated === "string" ? stated : null));
}
function flatOf(attributes, side) {
  if (memberOf(attributes, attributeNames[side][0]) !== null) return [];
  for (const prefix of flatPrefixes[side]) {
    const found = readFlatMessages(attributes, prefix);
    if (found.length > 0) return found;
  }
  return [];
}

// src/records/otlp-values.ts
function readAttributes(list) {
  if (list === void 0 || list === null) return {};
  if (!Array.isArray(list)) throw new RecordFault("has attributes that are no list of keys and values.");
  return Object.fromEntries(list.map(readPair));
}
function readPair(pair) {
  if (isJsonObject(pair) && typeof pair.key === "string") return [pair.key, readAny(pair.value ?? null)];
  throw new RecordFault("has an attribute without a key.");
}
function readAny(wrapped) {
  if (!isJsonObject(wrapped)) return null;
  const { stringValue, boolValue, intValue, doubleValue, arrayValue, kvlistValue, bytesValue } = wrapped;
  if (typeof stringValue === "string") return stringValue;
  if (typeof boolValue === "boolean") return boolValue;
  if (intValue !== void 0) return readInteger(intValue);
  if (doubleValue !== void 0) return isJsonNumber(doubleValue) ? doubleValue : null;
  if (isJsonObject(arrayValue)) return Array.isArray(arrayValue.values) ? arrayValue.values.map(readAny) : [];
  if (isJsonObject(kvlistValue)) return readAttributes(kvlistValue.values);
  return typeof bytesValue === "string" ? bytesValue : null;
}
function readInteger(value) {
  if (isJsonNumber(value)) return value;
  if (typeof value === "string" && /^-?\d{1,20}$/.test(value)) return readDigits(value);
  throw new RecordFault('has an attribute whose "intValue" is no integer.');
}

// src/records/otlp.ts
var otlp = {
  name: "OTLP",
  hasHalves: true,
  recognise: isEnvelope,
  read: readEnvelope
};
var openInference = {
  name: "OpenInference",
  hasHalves: true,
  recognise: (value) => isEnvelope(value) && itemsOf(value, "resourceSpans", "scopeSpans", "spans").some(isOpenInference),
  read: readEnvelope
};
var kinds = ["resourceSpans", "resourceLogs", "resourceMetrics"];
function isEnvelope(value) {
  return isJsonObject(value) && kinds.some((kind) => Array.isArray(value[kind]));
}
function isOpenInference(span) {
  const attributes = Array.isArray(span.attributes) ? span.attributes : [];
  return attributes.some((pair) => isJsonObject(pair) && pair.key === "openinference.span.kind");
}
function readEnvelope(value, line) {
  if (!isJsonObject(value)) return [];
  return [
    ...itemsOf(value, "resourceSpans", "scopeSpans", "spans").flatMap((span) => readSpan(span, line)),
    ...itemsOf(value, "resourceLogs", "scopeLogs", "logRecords").flatMap((log) => readLog(log, line))
  ];
}
function itemsOf(envelope, ...[outer, scope, inner]) {
  return objectsOf(envelope, outer).flatMap((one) => objectsOf(one, scope)).flatMap((one) => objectsOf(one, inner));
}
function objectsOf(parent, key) {
  const list = parent[key] ?? [];
  if (Array.isArray(list) && list.every(isJsonObject)) return list;
  throw new RecordFault(`has "${key}" that is no list of mappings.`);
}
function readSpan(span, line) {
  const attributes = readAttributes(span.attributes);
  const role = spanRole(attributes);
  if (role === null) return [];
  const start = nanosOf(span, "startTimeUnixNano");
  const end = nanosOf(span, "endTimeUnixNano");
  const { spanId, traceId } = idsOf(span);
  const record = readGenAiRecord(attributes, role, {
    id: spanId,
    spanId,
    traceId,
    atMs: start === null ? null : toMs(start),
    latencyMs: start === null || end === null || end < start ? null : toMs(end - start),
    error: errorOf2(span, attributes)
  });
  return record === null ? [] : [{ kind: "record", record, line }];
}
function idsOf(item) {
  return { spanId: textOf(item, "spanId"), traceId: textOf(item, "traceId") };
}
function errorOf2(span, attributes) {
  const status = isJsonObject(span.status) ? span.status : {};
  const stated = attributeWord(attributes, "error");
  if (status.code !== 2 && status.code !== "STATUS_CODE_ERROR") return stated;
  return textOf(status, "message") ?? stated ?? "error";
}
function readLog(log, line) {
  const attributes = readAttributes(log.attributes);
  const name = textOf(log, "eventName") ?? attributeWord(attributes, "event");
  if (name === eventNames.evaluation) return readEvaluation(log, attributes, line);
  const role = spanRole(attributes);
  if (name !== eventNames.inference || role === null) return [];
  const at = nanosOf(log, "timeUnixNano") ?? nanosOf(log, "observedTimeUnixNano");
  const { spanId, traceId } = idsOf(log);
  const record = readGenAiRecord(attributes, role, {
    spanId,
    traceId,
    id: spanId ?? attributeWord(attributes, "responseId"),
    atMs: at === null ? null : toMs(at),
    error: attributeWord(attributes, "error")
  });
  return record === null ? [] : [{ kind: "record", record, line }];
}
function readEvaluation(log, attributes, line) {
  const score = attributeNumber(attributes, "score");
  if (score === null) return [];
  const name = attributeWord(attributes, "evaluation");
  if (name === null) throw new RecordFault('has an evaluation without "gen_ai.evaluation.name".');
  const { spanId: recordId, traceId } = idsOf(log);
  return [{ kind: "feedback", of: { recordId, traceId }, name, score, line }];
}

// src/records/own.ts
var keys = [
  "id",
  "time",
  "prompt",
  "promptVersion",
  "unit",
  "arm",
  "input",
  "output",
  "model",
  "tokens",
  "latencyMs",
  "costUsdMicros",
  "error",
  "finish",
  "feedback",
  "business",
  "trace",
  "tags"
];
var own = {
  name: "records.jsonl",
  recognise: (value) => isJsonObject(value) && "id" in value && ["input", "output", "feedback", "error"].some((key) => key in value),
  read: (value, line) => isJsonObject(value) ? readLine(value, line) : []
};
function readLine(row, line) {
  const unknown = Object.keys(row).find((key) => !keys.includes(key));
  if (unknown !== void 0)
    throw new RecordFault(`has the unknown key ${quoteName(unknown)}.`, hintKnown(unknown, keys));
  const isFeedback = Object.keys(row).every((key) => ["id", "feedback", "trace"].includes(key));
  return isFeedback ? readFeedback(row, line) : [{ kind: "record", record: readRow2(row), line }];
}
function readFeedback(row, line) {
  const of = { recordId: wordOf(row, "id"), traceId: textOf(mappingOf(row, "trace"), "traceId") };
  const scores = Object.entries(numbersOf(row, "feedback"));
  return scores.map(([name, score]) => ({ kind: "feedback", of, name, score, line }));
}
function readRow2(row) {
  const error = textOf(row, "error");
  const trace = mappingOf(row, "trace");
  const models = modelsOf(row);
  const { messages, variables } = requestOf2(row);
  const cost = numberOf(row, "costUsdMicros");
  return buildRecord({
    messages,
    variables,
    id: wordOf(row, "id"),
    atMs: instantOf(row, "time"),
    prompt: textOf(row, "prompt"),
    promptVersion: wordOf(row, "promptVersion"),
    unit: wordOf(row, "unit"),
    arm: textOf(row, "arm"),
    output: error === null ? readAnswer(memberOf(row, "output"), textOf(row, "finish")) : null,
    modelAsked: textOf(models, "asked"),
    modelAnswered: textOf(models, "answered"),
    fingerprint: textOf(models, "fingerprint"),
    usage: usageOf(mappingOf(row, "tokens")),
    latencyMs: numberOf(row, "latencyMs"),
    costMicroUsd: cost === null ? null : Math.round(cost),
    error,
    feedback: numbersOf(row, "feedback"),
    business: numbersOf(row, "business"),
    traceId: textOf(trace, "traceId"),
    spanId: textOf(trace, "spanId"),
    tags: textsOf(row, "tags")
  });
}
function modelsOf(row) {
  const model = memberOf(row, "model");
  return typeof model === "string" ? { asked: model } : mappingOf(row, "model");
}
function requestOf2(row) {
  const input = memberOf(row, "input");
  if (!isJsonObject(input) || input.vars === void 0 && input.messages === void 0) return readRequest(input);
  const { messages } = readRequest(input.messages ?? null);
  return { messages, variables: input.vars === void 0 ? null : mappingOf(input, "vars") };
}

// src/records/formats.ts
var recordFormats = [
  openInference,
  otlp,
  langfuse,
  langSmith,
  helicone,
  openAiStored,
  own
];

// src/records/halves.ts
var maxWaiting = 2e3;
var maxCharacters = 16 * 1024 * 1024;
var Halves = class {
  #waiting = /* @__PURE__ */ new Map();
  #characters = 0;
  /** Takes the events of a line of so many characters, and gives those that nothing is waited for. */
  pass(events, characters) {
    const others = events.filter(({ kind }) => kind !== "record");
    const share = characters / Math.max(1, events.length);
    for (const event of events) if (event.kind === "record") this.#keep(event, share);
    return [...others, ...this.#release(maxWaiting, maxCharacters)];
  }
  /** Gives all that still waits. */
  end() {
    return this.#release(0, 0);
  }
  #keep(event, characters) {
    const { id } = event.record;
    const found = this.#waiting.get(id);
    this.#characters += characters;
    if (found === void 0) this.#waiting.set(id, { event, characters });
    else {
      const record = joinHalves(found.event.record, event.record);
      const joined = { ...found.event, record, isJoined: true };
      this.#waiting.set(id, { event: joined, characters: found.characters + characters });
    }
  }
  #release(count3, limit) {
    const released = [];
    for (const [id, { event, characters }] of this.#waiting) {
      if (this.#waiting.size <= count3 && this.#characters <= limit) break;
      this.#waiting.delete(id);
      this.#characters -= characters;
      released.push(event);
    }
    return released;
  }
};
function joinHalves(first, second) {
  const [span, other] = second.latencyMs !== null && first.latencyMs === null ? [second, first] : [first, second];
  const known = Object.entries(span).filter(([, value]) => value !== null);
  const joined = { ...other, ...Object.fromEntries(known) };
  return joined.error === null ? joined : { ...joined, output: null };
}

// src/records/read-records.ts
var maxRecordLineBytes = 32 * 1024 * 1024;
var maxMistakes = 20;
var maxKeys = 8;
async function* readRecords(path, lines) {
  const reader = new RecordReader(path);
  const tell = (events) => ({ format: reader.format?.name ?? "", events });
  try {
    for await (const batch of lines) {
      const events = batch.flatMap((line) => reader.read(line));
      if (events.length > 0) yield tell(events);
      if (reader.isBrokenOff) break;
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    reader.problems.push(...error.problems);
  }
  const rest = reader.end();
  if (rest.length > 0) yield tell(rest);
  throwProblems(reader.problems);
  if (reader.format === null) throw UserError.of("holds no records.", "Name a file that has some.", reader.where(null));
}
var RecordReader = class {
  problems = [];
  format = null;
  isBrokenOff = false;
  #path;
  #halves = new Halves();
  constructor(path) {
    this.#path = path;
  }
  where(line) {
    return { path: this.#path, line, column: null };
  }
  read(line) {
    if (this.isBrokenOff) return [];
    try {
      const events = this.#readLine(line);
      return this.format?.hasHalves ? this.#halves.pass(events, line.text.length) : events;
    } catch (error) {
      if (!(error instanceof RecordFault)) throw error;
      this.#note(error.message, error.hint, line.number);
      return [];
    }
  }
  end() {
    return this.#halves.end();
  }
  #note(message, hint, line) {
    this.problems.push(buildProblem(message, hint, this.where(line)));
    if (this.problems.length < maxMistakes) return;
    this.isBrokenOff = true;
    const more = `is read no further after ${maxMistakes} mistakes.`;
    this.problems.push(buildProblem(more, "Mend these first, then run again.", this.where(line)));
  }
  #readLine(line) {
    const value = parseValue(line.text);
    if (value === void 0) {
      this.isBrokenOff = this.format === null && opensDocument(line);
      throw explainNoJson(line);
    }
    return (Array.isArray(value) ? value : [value]).flatMap((item) => {
      const format = this.#formatOf(item);
      return [...format.read(item, line.number)];
    });
  }
  #formatOf(value) {
    if (this.format?.recognise(value)) return this.format;
    const found = recordFormats.find((format) => format.recognise(value)) ?? null;
    this.format ??= found;
    if (found !== null && found.read === this.format?.read) return found;
    if (this.format !== null) throw new RecordFault(`is no line of ${this.format.name}: ${tellKeys(value)}.`);
    this.isBrokenOff = true;
    const known = recordFormats.map(({ name }) => name).join(", ");
    throw new RecordFault(`is in no known format of records: ${tellKeys(value)}.`, `Known formats: ${known}.`);
  }
};
function explainNoJson({ text, isOpen }) {
  if (isOpen === true && /^\s*[[{]/.test(text)) {
    return new RecordFault("is cut off: the file ends in the middle of this line.", "Take the file again, whole.");
  }
  if (opensDocument({ text })) {
    const hint = "Write one object a line: `jq -c '.[]' FILE > FILE.jsonl`, or `jq -c .` for a single one.";
    return new RecordFault("begins a JSON document of many lines, not JSON Lines.", hint);
  }
  return new RecordFault("is not valid JSON.");
}
function opensDocument({ text }) {
  return /^\s*[[{]\s*$/.test(text);
}
function tellKeys(value) {
  if (!isJsonObject(value)) return "it holds no JSON object";
  const keys2 = Object.keys(value);
  if (keys2.length === 0) return "it has no keys";
  const shown = keys2.slice(0, maxKeys).map(quoteName).join(", ");
  return `it has the keys ${shown}${keys2.length > maxKeys ? ", …" : ""}`;
}

// src/cases/choose.ts
function chooseRecords(census, rows) {
  const badness = Uint8Array.from({ length: census.size }, (_, record) => census.badnessOf(record));
  const records = chooseSpeakers(census, badness).sort(
    (a, b) => census.stratumOf(a) - census.stratumOf(b) || Math.sign(badness[b]) - Math.sign(badness[a]) || census.compareIds(a, b)
  );
  const runs = census.strata.map(() => ({ start: 0, questions: 0, bad: 0 }));
  for (const [place, record] of records.entries()) {
    const run = runs[census.stratumOf(record)];
    if (run.questions === 0) run.start = place;
    run.questions += 1;
    if (badness[record] !== 0) run.bad += 1;
  }
  const allotted = allotRows(
    runs.map(({ questions }) => questions),
    rows
  );
  const chosen = runs.map((run, index) => {
    const own2 = allotted[index];
    const badRows = Math.min(run.bad, Math.max(Math.ceil(own2 / 2), own2 - (run.questions - run.bad)));
    const firstGood = run.start + run.bad;
    const bad = records.subarray(run.start, run.start + badRows);
    const good = records.subarray(firstGood, firstGood + own2 - badRows);
    const { questions } = run;
    return {
      bad,
      good,
      share: { stratum: census.strata[index], questions, bad: run.bad, rows: own2, badRows }
    };
  });
  const ordered = [...chosen.flatMap(({ bad }) => [...bad]), ...chosen.flatMap(({ good }) => [...good])];
  const picks = ordered.map((record) => ({
    ...census.placeOf(record),
    key: census.keyOf(record),
    rowId: census.rowIdOf(census.questionOf(record)),
    badness: badness[record],
    asked: census.asked.at(census.questionOf(record))
  }));
  return { picks, shares: chosen.map(({ share }) => share).filter(({ questions }) => questions > 0) };
}
function chooseSpeakers(census, badness) {
  const speakers = new Uint32Array(census.asked.length);
  for (let record = 0; record < census.size; record += 1) {
    const question = census.questionOf(record);
    const known = speakers[question] - 1;
    const isBetter = known === -1 || badness[record] - badness[known] > 0 || badness[record] === badness[known] && census.compareIds(record, known) < 0;
    if (isBetter) speakers[question] = record + 1;
  }
  return speakers.map((record) => record - 1);
}
function allotRows(sizes, rows) {
  const allotted = sizes.map(() => 0);
  const ascending = sizes.map((size, index) => ({ size, index })).sort((a, b) => a.size - b.size || a.index - b.index);
  let left = rows;
  for (const [place, { size, index }] of ascending.entries()) {
    const share = Math.min(size, Math.floor(left / (sizes.length - place)));
    allotted[index] = share;
    left -= share;
  }
  return allotted;
}

// src/cases/redaction.ts
var minDigits = 9;
var harmless = /^[a-z_]{0,16}$/i;
function prepareRedaction(secrets) {
  const forms = secrets.flatMap((secret) => listSecretForms(secret).map((form) => ({ secret, form }))).sort((a, b) => b.form.length - a.form.length);
  return () => createRedaction(forms);
}
function createRedaction(forms) {
  const known = /* @__PURE__ */ new Map();
  const name = (kind, found) => {
    const values = known.get(kind) ?? /* @__PURE__ */ new Map();
    known.set(kind, values);
    const value = kind === "key" ? found : found.toLowerCase().replace(/[\s()/-]/g, "");
    const number = values.get(value) ?? values.size + 1;
    values.set(value, number);
    return `[${kind}-${number}]`;
  };
  const hide = (text) => {
    if (harmless.test(text)) return text;
    const rest = forms.reduce(
      (left, { secret, form }) => left.includes(form) ? left.replaceAll(form, () => name("key", secret)) : left,
      text
    );
    return personalData.reduce((left, data) => replaceAll(left, data, name), rest);
  };
  const redact = (value) => {
    if (typeof value === "string") return redactText(value, hide, redact);
    if (isJsonNumber(value)) return redactNumber(value, hide);
    if (Array.isArray(value)) return value.map(redact);
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [hide(key), redact(member)]));
  };
  return { redact, counts: () => Object.fromEntries([...known].map(([kind, values]) => [kind, values.size])) };
}
function redactText(text, hide, redact) {
  const redacted = hide(text);
  if (redacted === text || !/^\s*[[{]/.test(text)) return redacted;
  const value = parseJson(text);
  return value === void 0 || parseJson(redacted) !== void 0 ? redacted : writeJson(redact(value));
}
function redactNumber(value, hide) {
  const text = String(value);
  const redacted = text.length < minDigits ? text : hide(text);
  return redacted === text ? value : redacted;
}
function replaceAll(text, data, name) {
  if (data.mayBeIn?.(text) === false) return text;
  const { kind, pattern, measure } = data;
  let [redacted, done] = ["", 0];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const start = match.index + (match.groups?.kept?.length ?? 0);
    const end = match.index + match[0].length;
    const length = measure === void 0 ? end - start : measure(text, start, end);
    pattern.lastIndex = length === 0 ? match.index + 1 : start + length;
    if (length === 0) continue;
    redacted += text.slice(done, start) + name(kind, text.slice(start, start + length));
    done = start + length;
  }
  return done === 0 ? text : redacted + text.slice(done);
}

// src/cases/take-rows.ts
async function takeRows(files, picks, open, createRedaction2) {
  const taker = new RowTaker(createRedaction2);
  for (const [number, file] of files.entries()) {
    const own2 = picks.filter((pick) => pick.file === number);
    if (own2.length === 0) continue;
    const lines = new Set(own2.map(({ line }) => line));
    if (!own2.some(({ isJoined }) => isJoined)) await takeFrom(file, own2, keepLines(open(file.path), lines), taker);
    if (!own2.every((pick) => taker.has(pick))) await takeFrom(file, own2, open(file.path), taker);
    requireAll(file, own2, taker);
  }
  return taker.finish(picks);
}
async function takeFrom(file, picks, lines, taker) {
  const byPlace = /* @__PURE__ */ new Map();
  for (const pick of picks) byPlace.set(placeOf(pick), [...byPlace.get(placeOf(pick)) ?? [], pick]);
  for await (const { events } of readRecords(file.path, lines)) {
    for (const event of events) {
      if (event.kind !== "record") continue;
      const found = byPlace.get(placeOf({ key: keyOfRecord(event.record.id), line: event.line }));
      const { isJoined = false } = event;
      for (const pick of found ?? []) if (pick.isJoined === isJoined) taker.take(event.record, pick, file);
    }
  }
}
function placeOf({ key, line }) {
  return `${line} ${writeKey(key)}`;
}
async function* keepLines(batches, numbers) {
  for await (const batch of batches) yield batch.filter(({ number }) => numbers.has(number));
}
var RowTaker = class {
  #rows = /* @__PURE__ */ new Map();
  #unfit = [];
  #redacted = /* @__PURE__ */ new Map();
  #createRedaction;
  #characters = 0;
  constructor(createRedaction2) {
    this.#createRedaction = createRedaction2;
  }
  has(pick) {
    return this.#rows.has(pick);
  }
  take(record, pick, { path, format }) {
    const redaction = this.#createRedaction();
    const row = buildRow(record, { source: format, badness: pick.badness, asked: pick.asked }, redaction);
    if (row?.id !== pick.rowId || this.has(pick)) return;
    const fault = findRowFault(row, { path, line: pick.line, column: null });
    this.#rows.set(pick, fault === null ? row : null);
    if (fault !== null) {
      this.#unfit.push(fault);
      return;
    }
    for (const [kind, count3] of Object.entries(redaction.counts())) {
      this.#redacted.set(kind, (this.#redacted.get(kind) ?? 0) + count3);
    }
    this.#characters += renderRow(row).length;
    if (this.#characters <= maxDatasetBytes) return;
    throw UserError.of(`The rows are more than the ${maxDatasetBytes} bytes of a dataset.`, "Give a smaller --rows.");
  }
  finish(picks) {
    const rows = picks.map((pick) => this.#rows.get(pick) ?? null).filter((row) => row !== null);
    return { rows, unfit: this.#unfit, redacted: Object.fromEntries(this.#redacted) };
  }
};
function requireAll({ path }, picks, taker) {
  const lost = picks.find((pick) => !taker.has(pick));
  if (lost === void 0) return;
  const where = { path, line: lost.line, column: null };
  throw UserError.of("was changed while it was read.", "Import a file that nothing writes to.", where);
}

// src/cases/import-records.ts
async function importRecords(request, open) {
  const createRedaction2 = prepareRedaction(request.secrets);
  const census = new Census(request.by, request.prompt, createRedaction2);
  const formats = await count2(request.paths, open, census);
  requireQuestions(request, census);
  const { picks, shares } = chooseRecords(census, request.rows);
  const files = request.paths.map((path, index) => ({ path, format: formats[index] ?? "" }));
  const taken = await takeRows(files, picks, open, createRedaction2);
  if (taken.rows.length === 0) throwProblems(taken.unfit);
  const facts = {
    records: census.records,
    formats: [...new Set(formats)],
    questions: census.asked.length,
    duplicates: census.size - census.asked.length,
    unusable: census.unusable,
    firstWithoutContent: findFirst(request.paths, census),
    beyondSample: census.asked.length - picks.length,
    unfit: { count: taken.unfit.length, first: taken.unfit[0] ?? null },
    shares,
    redacted: taken.redacted
  };
  return { rows: taken.rows, facts };
}
async function count2(paths, open, census) {
  const problems = [];
  const formats = [];
  for (const [file, path] of paths.entries()) {
    try {
      for await (const { format, events } of readRecords(path, open(path))) {
        formats[file] = format;
        for (const event of events) census.note(event, file);
      }
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(...error.problems);
    }
  }
  throwProblems(problems);
  return formats;
}
function requireQuestions({ paths, prompt }, census) {
  if (census.size > 0) return;
  const { records, prompts, unusable } = census;
  if (prompt !== null && unusable.otherPrompt === records) {
    const hint = prompts.size === 0 ? "No record names its prompt: leave --prompt out." : hintKnown(prompt, [...prompts]);
    throw UserError.of(`No record is of the prompt ${quoteName(prompt)}.`, hint);
  }
  const message = "is, like all other records, without what was asked: it has neither variables nor messages.";
  throw UserError.of(
    message,
    "Let your tracing record the content of requests (docs/records.md).",
    findFirst(paths, census)
  );
}
function findFirst(paths, { firstWithoutContent: first }) {
  return first === null ? null : { path: paths[first.file] ?? "", line: first.line, column: null };
}

// src/report/import-text.ts
var maxGroups = 20;
var nouns = {
  key: ["key"],
  email: ["e-mail address", "e-mail addresses"],
  iban: ["account number"],
  card: ["card number"],
  ip: ["IP address", "IP addresses"],
  phone: ["phone number"]
};
function renderImport(facts, rows, out) {
  const { records, formats, questions, shares } = facts;
  const groups = shares.slice(0, maxGroups).map(describeShare);
  const lines = [
    `${count(records, "record")} (${formats.join(", ")}), ${count(questions, "question")}, ${count(rows, "row")}${out === null ? "" : ` in ${out}`}.`,
    ...groups,
    ...shares.length > maxGroups ? [`  and ${count(shares.length - maxGroups, "group")} more`] : [],
    `Taken out of the rows: ${listRedacted(facts.redacted)}.`,
    ...listLeftOut(facts),
    "Read the rows before you commit them, and say what is right: prompt-assay label --dataset FILE."
  ];
  return `${lines.map(revealText).join("\n")}
`;
}
function describeShare({ stratum, questions, rows, bad, badRows }) {
  const worst = bad === 0 ? "" : `; ${formatCount(badRows)} of ${formatCount(bad)} that failed or got a thumbs-down`;
  return `  ${nameStratum(stratum)}: ${count(rows, "row")} of ${count(questions, "question")}${worst}`;
}
function nameStratum(stratum) {
  const parts = Object.entries(stratum).map(([facet, value]) => value === null ? `no ${facet}` : `${facet} ${value}`);
  return parts.length === 0 ? "all" : parts.join(", ");
}
function listRedacted(redacted) {
  const found = Object.keys(nouns).flatMap((kind) => {
    const number = redacted[kind] ?? 0;
    return number === 0 ? [] : [count(number, ...nouns[kind])];
  });
  return found.length === 0 ? "nothing" : found.join(", ");
}
function listLeftOut(facts) {
  const { duplicates, beyondSample, unusable, unfit, firstWithoutContent: first } = facts;
  const reasons = [
    [duplicates, "ask what another record asks"],
    [beyondSample, "ask what the sample has no room for (--rows)"],
    [unusable.otherPrompt, "are of another prompt"],
    [unusable.withoutContent, "have neither variables nor messages"],
    [unusable.failedWithoutContent, "failed, and have neither variables nor messages"],
    [unfit.count, `are no rows; the first: ${unfit.first === null ? "" : renderProblem(unfit.first)}`]
  ];
  const found = reasons.filter(([number]) => number > 0);
  return [
    found.length === 0 ? "Nothing was left out." : "Left out:",
    ...found.map(([number, reason]) => `  ${formatCount(number)} ${reason}`),
    ...first === null ? [] : [`  The first with neither variables nor messages is ${first.path}:${first.line}.`]
  ];
}

// src/terminal/redact-command.ts
import { spawn } from "node:child_process";
async function redactByCommand(command, rows, io) {
  const text = await runFilter(command, rows.map(renderRow).join(""), io);
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length !== rows.length) {
    throw refuse(`gave ${lines.length} lines for ${rows.length} rows.`);
  }
  const given = rows.map((row, index) => {
    const value = parseJson(lines[index] ?? "");
    if (!isJsonObject(value)) throw refuse(`gave no JSON object on line ${index + 1}.`);
    if (value.id !== row.id) throw refuse(`changed the id of row ${index + 1}, or the order of the rows.`);
    return value;
  });
  const where = (index) => ({ path: "what --redact-command gave", line: index + 1, column: null });
  parseRows(given.map((values, index) => ({ values, where: where(index) })));
  return given;
}
function refuse(what, cause) {
  const hint = "It gets one row a line on standard input, and writes each back in its place, with its id. Nothing was written.";
  return UserError.of(`The command of --redact-command ${what}`, hint, null, { cause });
}
function runFilter(command, input, io) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, { shell: true, cwd: io.cwd, signal: io.signal, stdio: ["pipe", "pipe", "pipe"] });
    const chunks = [];
    let bytes = 0;
    child.stdout.on("data", (chunk) => {
      bytes += chunk.length;
      if (bytes <= maxDatasetBytes) chunks.push(chunk);
      else child.kill();
    });
    child.stderr.setEncoding("utf8").on("data", (words) => io.err(words));
    child.on("error", (error) => reject(refuse(`could not be run: ${asError(error).message}.`, error)));
    child.on("close", (code, signal) => {
      if (bytes > maxDatasetBytes) reject(refuse(`gave more than ${maxDatasetBytes} bytes.`));
      else if (code !== 0)
        reject(refuse(signal === null ? `failed with exit code ${code}.` : `was ended by ${signal}.`));
      else resolve(Buffer.concat(chunks).toString("utf8"));
    });
    child.stdin.on("error", () => void 0).end(input);
  });
}

// src/terminal/import.ts
var importCommand = {
  name: "import",
  usage: "RECORDS... [--out ROWS.jsonl] [options]",
  about: `Makes dataset rows of records of a running application: one of each question, as many of each group, what went wrong
first. Keys, addresses and numbers of people are taken out before anything is written. "expected" is left to you.
Without --out the rows go to standard output, and what became of the records to standard error.`,
  flags: {
    out: { value: "FILE", help: "where to write the rows; a file that is there is never overwritten" },
    rows: { value: "N", help: "at most N rows (default 200)" },
    prompt: { value: "NAME", help: "only records of this prompt" },
    by: { value: "WORDS", help: "what makes a group: prompt, version, tag, with commas (default prompt,version)" },
    "redact-command": { value: "CMD", help: "gets the rows as lines of JSON, and gives them back one for one" },
    json: { help: "print what became of the records as JSON, and the rows where there is no --out" }
  },
  positionals: ["RECORDS…"],
  run: importInTerminal,
  buildFailure: (errors) => ({ ...noFacts, errors })
};
var defaultRows = 200;
var noFacts = {
  out: null,
  rows: 0,
  dataset: null,
  records: 0,
  formats: [],
  questions: 0,
  duplicates: 0,
  unusable: { otherPrompt: 0, withoutContent: 0, failedWithoutContent: 0 },
  firstWithoutContent: null,
  beyondSample: 0,
  unfit: { count: 0, first: null },
  shares: [],
  redacted: {}
};
async function importInTerminal(flags, paths, io) {
  if (paths.length === 0)
    throw UserError.of("RECORDS is missing.", "Name a file of records; see prompt-assay import --help.");
  const out = textFlag(flags, "out");
  const request = {
    paths: [...new Set(paths)],
    prompt: textFlag(flags, "prompt"),
    rows: integerFlag(flags, "rows", 1, maxRows) ?? defaultRows,
    by: readFacets(textFlag(flags, "by") ?? "prompt,version"),
    secrets: listCredentials(io.env)
  };
  if (out !== null) await requireNew(out);
  const { progress } = createTerminalLog(io);
  const { rows: found, facts } = await importRecords(request, (path) => readUntil(io.signal, path, progress));
  const command = textFlag(flags, "redact-command");
  const rows = command === null ? found : await redactByCommand(command, found, io);
  const text = rows.map(renderRow).join("");
  if (out !== null) await writeNew(out, text);
  const summary = renderImport(facts, rows.length, out);
  if (out === null) io.err(summary);
  const dataset = out === null ? rows : null;
  return {
    document: { ...facts, out, rows: rows.length, dataset, errors: [] },
    text: out === null ? text : summary,
    exitCode: 0
  };
}
async function* readUntil(signal, path, progress) {
  let done = 0;
  const tell = (isOver) => progress({ ...uncounted, label: `lines of ${path}`, done, isOver });
  try {
    for await (const lines of readLines(path, { maxLineBytes: maxRecordLineBytes })) {
      signal.throwIfAborted();
      done += lines.length;
      tell(false);
      yield lines;
    }
  } finally {
    tell(true);
  }
}
var uncounted = {
  suite: null,
  total: null,
  known: 0,
  failed: 0,
  retries: 0,
  lastFault: null,
  spentMicroUsd: 0,
  budgetMicroUsd: null
};
function readFacets(text) {
  const known = Object.keys(facets);
  return text.split(",").map((word) => {
    const facet = known.find((one) => one === word.trim());
    if (facet !== void 0) return facet;
    throw UserError.of(`--by names ${quoteName(word)}.`, listKnown(known));
  });
}
export {
  importCommand
};
