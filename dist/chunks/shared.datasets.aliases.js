import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  findJsonFault,
  joinParts,
  messageText,
  nameOf,
  readMessages
} from "./shared.prompts.fields.js";
import {
  breaksOff,
  quoteName,
  suggestName,
  throwProblems
} from "./shared.text.problems.js";
import {
  toChatMessage
} from "./shared.prompts.wire-messages.js";
import {
  canonicalJson,
  contentHash,
  isJsonNumber,
  isJsonObject,
  parseJson,
  writeJson
} from "./shared.json-writer.js";
import {
  UserError,
  buildProblem
} from "./shared.errors.js";

// src/datasets/format.ts
var maxRows = 1e5;

// src/records/parts.ts
var readers = {
  text: readText,
  input_text: readText,
  output_text: readText,
  refusal: (part) => ({ kind: "refusal", text: asText(part.refusal ?? part.content) }),
  image_url: ({ image_url: image, detail }) => readImage(isJsonObject(image) ? image.url : image, detail),
  input_image: ({ image_url: image, detail }) => readImage(image, detail),
  image: readSource,
  uri: ({ uri, modality }) => modality === "image" ? readImage(uri) : nameType("uri"),
  blob: (part) => part.modality === "image" ? readImage(dataUrl(part.mime_type, part.content)) : nameType(asText(part.modality)),
  tool_call: (part) => readCall(part.id, part.name, part.arguments),
  tool_use: (part) => readCall(part.id, part.name, part.input),
  function: readFunction,
  function_call: (part) => readCall(part.call_id ?? part.id, part.name, part.arguments),
  tool_call_response: (part) => readAnswer(part.id, part.response ?? part.result, false),
  tool_result: (part) => readAnswer(part.tool_use_id, part.content, part.is_error === true),
  function_call_output: (part) => readAnswer(part.call_id, part.output, false),
  reasoning: () => null,
  thinking: () => null,
  redacted_thinking: () => null
};
function readPiece(item) {
  if (!isJsonObject(item)) return { kind: "part", part: { type: "text", text: asText(item) } };
  const type = asText(item.type);
  const read = Object.hasOwn(readers, type) ? readers[type] : void 0;
  if (read !== void 0) return read(item);
  if (isJsonObject(item.function)) return readFunction(item);
  if (typeof item.name === "string" && item.args !== void 0) return readCall(item.id, item.name, item.args);
  return typeof item.text === "string" ? readText(item) : nameType(type);
}
function asText(value) {
  if (typeof value === "string") return value;
  return value === null || value === void 0 ? "" : writeJson(value);
}
function readText(part) {
  return { kind: "part", part: { type: "text", text: asText(part.text ?? part.content) } };
}
function readImage(url, detail = null) {
  if (typeof url !== "string" || !/^(https:\/\/|data:image\/)/i.test(url)) return nameType("image");
  return { kind: "part", part: { type: "image", url, detail: typeof detail === "string" ? detail : null } };
}
function readSource({ source, url }) {
  if (!isJsonObject(source)) return readImage(url);
  return readImage(source.type === "base64" ? dataUrl(source.media_type, source.data) : source.url);
}
function dataUrl(type, base64) {
  return `data:${asText(type)};base64,${asText(base64)}`;
}
function nameType(type) {
  return { kind: "part", part: { type: "text", text: `[${type === "" ? "unknown" : type}]` } };
}
function readCall(id, name, given) {
  return { kind: "call", call: { id: asText(id), name: asText(name), arguments: asText(given ?? {}) } };
}
function readFunction(part) {
  const called = isJsonObject(part.function) ? part.function : part;
  return readCall(part.id, called.name, called.arguments);
}
function readAnswer(callId, content, failed) {
  return { kind: "answer", callId: asText(callId), text: answerText(content), failed };
}
function answerText(content) {
  const isParts = Array.isArray(content) && content.every((part) => isJsonObject(part) && part.type === "text");
  return isParts ? content.map((part) => asText(part.text)).join("\n") : asText(content);
}

// src/records/messages.ts
var roles = {
  system: "system",
  developer: "developer",
  user: "user",
  human: "user",
  assistant: "assistant",
  ai: "assistant",
  aimessagechunk: "assistant",
  model: "assistant",
  tool: "tool",
  function: "tool",
  function_call: "assistant",
  function_call_output: "tool"
};
var contents = ["content", "parts", "tool_calls", "arguments", "output", "refusal"];
function isMessage(value) {
  if (!isJsonObject(value)) return false;
  const message = openEnvelope(value);
  return roleOf(message) !== null && contents.some((key) => Object.hasOwn(message, key));
}
function isConversation(value) {
  return Array.isArray(value) && value.length > 0 && value.every(isMessage);
}
function readMessages2(list) {
  return list.flatMap((item) => readMessage(openEnvelope(item)));
}
function refusalOf(item) {
  const message = openEnvelope(item);
  if (typeof message.refusal === "string" && message.refusal !== "") return message.refusal;
  const texts = piecesOf(message).flatMap((piece) => piece.kind === "refusal" ? [piece.text] : []);
  return texts.length > 0 ? texts.join("") : null;
}
function openEnvelope(item) {
  if (isJsonObject(item.kwargs) && Array.isArray(item.id)) {
    const name = asText(item.id.at(-1)).replace(/Message(Chunk)?$/, "");
    return { type: name.toLowerCase(), ...item.kwargs };
  }
  return isJsonObject(item.data) && typeof item.type === "string" ? { ...item.data, type: item.type } : item;
}
function roleOf({ role, type }) {
  const name = asText(role ?? type).toLowerCase();
  if (role === void 0 && name === "function") return null;
  return Object.hasOwn(roles, name) ? roles[name] ?? null : null;
}
function piecesOf(message) {
  if (message.role === void 0 && /^function_call/.test(asText(message.type))) return keep([readPiece(message)]);
  const content = message.parts ?? message.content ?? [];
  const items = Array.isArray(content) ? content : [content];
  const calls = Array.isArray(message.tool_calls) ? message.tool_calls : [];
  return keep([...items, ...calls].map(readPiece));
}
function keep(pieces) {
  return pieces.filter((piece) => piece !== null);
}
function readMessage(item) {
  const role = roleOf(item) ?? "user";
  const pieces = piecesOf(item);
  const parts = pieces.flatMap((piece) => piece.kind === "part" ? [piece.part] : []);
  const toolCalls = pieces.flatMap((piece) => piece.kind === "call" ? [piece.call] : []);
  const answers = pieces.flatMap((piece) => {
    if (piece.kind !== "answer") return [];
    return [toolMessage(piece.text, piece.callId, piece.failed)];
  });
  if (role === "tool" && answers.length === 0) {
    return [toolMessage(joinParts(parts), asText(item.tool_call_id ?? item.name), item.status === "error")];
  }
  if (answers.length > 0 && parts.length === 0 && toolCalls.length === 0) return answers;
  return [...answers, { role, ...contentOf(parts), ...toolCalls.length > 0 ? { toolCalls } : {} }];
}
function toolMessage(content, toolCallId, failed) {
  return { role: "tool", content, toolCallId, ...failed ? { failed } : {} };
}
function contentOf(parts) {
  const content = joinParts(parts);
  return parts.some(({ type }) => type === "image") ? { content, parts } : { content };
}

// src/datasets/aliases.ts
var aliases = {
  input: spell("query", "question", "user_input", "prompt"),
  expected: spell(
    "expected_output",
    "expectedOutput",
    "expected_answer",
    "correct_answer",
    "ideal",
    "target",
    "reference",
    "reference_answer",
    "ground_truth",
    "ground_truths",
    "ground_truth_answer",
    "expected_response",
    "reference_output",
    "reference_outputs"
  ),
  context: spell("contexts", "retrieved_contexts", "retrieval_context", "reference_contexts")
};
var recorded = ["answer", "outputs"];
var said = ["output", "completion", "response"];
var instruction = "instruction";
var wrappers = ["inputs", "vars", "variables"];
var expectations = "expectations";
var rowNames = ["id", "tags", "critical", "expected", "messages"];
function spell(...names) {
  const inCamelCase = names.map((name) => name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase()));
  return [.../* @__PURE__ */ new Set([...names, ...inCamelCase])];
}
function aliasesOf(name) {
  if (!Object.hasOwn(aliases, name)) return [];
  const known = aliases[name];
  return name === "expected" ? [...known, ...recorded, ...said, expectations] : known;
}
function unwrapRow(values) {
  const isWrapped = isJsonObject(values.item) && Object.keys(values).every((key) => key === "item" || key === "sample");
  return isWrapped ? { ...asMapping(values.item), ...values } : values;
}
var goldNames = ["expected", ...aliases.expected];
function hasGold(row) {
  const columns = listColumns(row);
  const isThere = goldNames.some((name) => Object.hasOwn(columns, name));
  return isThere || asMapping(row[expectations]) !== null;
}
function isInputName(name) {
  return name === "input" || aliases.input.includes(name);
}
function listColumns(row) {
  return { ...asMapping(row[expectations]), ...readWrappers(row), ...row };
}
function addCanonicalNames(row, names) {
  const inputs = readWrappers(row);
  const columns = { ...readQuestion(row), ...inputs, ...row };
  const answers = { ...asMapping(row[expectations]), ...columns };
  const added = [
    ["input", readInput(columns, Object.values(inputs), names)],
    ["expected", readExpected(answers, names)],
    ["context", findValue(columns, aliases.context)?.value]
  ].filter(([name, value]) => value !== void 0 && !Object.hasOwn(columns, name));
  return { ...columns, ...Object.fromEntries(added) };
}
function addMembers(variables) {
  const { input = null } = variables;
  const members = { ...asMapping(variables[expectations]), ...isJsonObject(input) ? input : {} };
  const isNew = (name) => !rowNames.includes(name) && !Object.hasOwn(variables, name);
  const fresh = Object.entries(members).filter(([name]) => isNew(name));
  return fresh.length === 0 ? variables : { ...variables, ...Object.fromEntries(fresh) };
}
function isRepeated(name, columns) {
  if (wrappers.includes(name) || name === expectations) return asMapping(columns[name]) !== null;
  if (!aliasesOf("expected").includes(name)) return false;
  const expected = canonicalJson(columns.expected ?? null);
  return [columns[name] ?? null, answerIn(columns[name])].some((value) => canonicalJson(value) === expected);
}
function answerIn(value) {
  const members = Object.values(asMapping(value) ?? {});
  return lastText(members.length === 1 ? members[0] : value ?? null);
}
function lastText(answer) {
  const messages = isMessage(answer) ? [answer] : isConversation(answer) ? answer : [];
  const last = readMessages2(messages).at(-1);
  return last?.role === "assistant" && last.content.trim() !== "" ? last.content : answer;
}
function readWrappers(row) {
  return Object.fromEntries(wrappers.flatMap((name) => Object.entries(asMapping(row[name]) ?? {})));
}
function readQuestion({ input = null }) {
  if (!isJsonObject(input)) return {};
  const { messages = null, context = null } = input;
  return { ...isConversation(messages) ? { messages: [...messages] } : {}, ...context === null ? {} : { context } };
}
function findValue(columns, names) {
  const name = names.find((one) => (columns[one] ?? null) !== null);
  return name === void 0 ? void 0 : { name, value: columns[name] };
}
function readInput(columns, members, { isInstruction }) {
  const found = findValue(columns, aliases.input);
  if (found !== void 0) return found.value;
  if (members.length === 1) return members[0];
  const others = asMapping(columns.inputs) === null ? ["inputs"] : [];
  return findValue(columns, isInstruction ? [...others, instruction] : others)?.value;
}
function readExpected(columns, names) {
  const found = findValue(columns, names.expected);
  if (found === void 0) return void 0;
  const { name, value } = found;
  if (name === names.said) return lastText(value);
  return /outputs$/i.test(name) || isItemOfLangfuse(columns) ? answerIn(value) : value;
}
function isItemOfLangfuse(columns) {
  const isThere = (...names) => names.some((name) => Object.hasOwn(columns, name));
  return isThere("expectedOutput", "expected_output") && isThere("datasetId", "dataset_id", "sourceTraceId");
}
function asMapping(value) {
  const read = typeof value === "string" && value.startsWith("{") ? parseJson(value) : value;
  return isJsonObject(read) && (read === value || findJsonFault(read) === null) ? read : null;
}

// src/datasets/near-column.ts
var gold = /^(?!.*context).*(expect|correct|gold|truth|reference|label|answer|target)/i;
var lookAlikes = {
  input: [/^(text|message|request|ticket|content|user|instruction)$|input|question|query|prompt/i],
  expected: [gold, /^(outputs?|completion|response|reply|solution|class|category|intent)$/i],
  context: [/context|document|passage|source/i]
};
function looksLikeGold(column) {
  return gold.test(column);
}
function findNearColumn(name, columns) {
  const near = suggestName(name, columns);
  if (near !== null) return near;
  const ours = Object.keys(lookAlikes).find((column) => column === name || aliasesOf(column).includes(name));
  const alike = ours === void 0 ? [] : lookAlikes[ours] ?? [];
  return alike.flatMap((pattern) => columns.filter((column) => pattern.test(column)))[0] ?? null;
}

// src/datasets/column-names.ts
var recordSigns = /score|rating|feedback|verdict|grade|human|passed|retriev|actual|trace|latency|tokens|cost|timestamp|^model$/i;
function chooseNames(rows) {
  const own = /* @__PURE__ */ new Set();
  const all = /* @__PURE__ */ new Set();
  for (const row of rows) {
    for (const name2 of Object.keys(row)) own.add(name2);
    for (const name2 of Object.keys(listColumns(row))) all.add(name2);
  }
  const isInstruction = ![...all].some(isInputName);
  if (rows.some(hasGold)) return { expected: goldNames, said: null, isInstruction };
  if (recorded.some((name2) => all.has(name2))) return { expected: recorded, said: null, isInstruction };
  const name = findSaid(own, rows);
  return { expected: name === null ? [] : [name], said: name, isInstruction };
}
function findSaid(columns, rows) {
  const [name = null, ...others] = said.filter((one) => columns.has(one));
  if (name === null || others.length > 0) return null;
  const isDoubtful = [...columns].some((column) => looksLikeGold(column) || recordSigns.test(column));
  return isDoubtful || rows.some(isRecord) ? null : name;
}
function isRecord({ tags = null, messages = null, input = null }) {
  const isImported = Array.isArray(tags) && tags.some((tag) => typeof tag === "string" && tag.startsWith("source:"));
  return isImported || [messages, input].some(endsWithAnswer);
}
function endsWithAnswer(value) {
  const last = Array.isArray(value) ? value.at(-1) : null;
  return isJsonObject(last) && String(last.role).toLowerCase() === "assistant";
}

// src/datasets/conversation.ts
function readConversation(columns, report) {
  const column = findColumn(columns);
  if (column === null) return null;
  const reject = (path, message, hint) => report(`${nameOf([column, ...path])} ${message}`, hint);
  const items = unwrapMessages(columns[column]);
  const all = readMessages(items, reject);
  const end = all.findLastIndex(({ role }) => role !== "assistant") + 1;
  if (all.length > 0 && end === 0) reject([], "holds nothing but answers.", "Put what the user asks before them.");
  const messages = all.slice(0, end);
  const given = Array.isArray(items) ? items : [];
  const shown = messages.map((message, index) => isPlain(message) ? given[index] : inWords(message));
  return {
    messages,
    answer: all[end] === void 0 ? null : all.at(-1) ?? null,
    columns: { ...columns, [column]: shown }
  };
}
function unwrapMessages(value) {
  const isOther = isConversation(value) && value.some(({ role = null }) => role === null);
  return isOther ? readMessages2(value).map((message) => toChatMessage(message)) : value;
}
function findColumn({ messages = null, input = null }) {
  if (messages !== null) return "messages";
  const isChat = Array.isArray(input) && input.length > 0 && input.every((item) => isJsonObject(item) && "role" in item);
  return isChat ? "input" : null;
}
function isPlain({ parts, toolCalls }) {
  return parts === void 0 && toolCalls === void 0;
}
function inWords(message) {
  return { role: message.role, content: messageText(message) };
}

// src/datasets/join-equal.ts
function joinEqual(problems) {
  const groups = /* @__PURE__ */ new Map();
  for (const problem of problems) {
    const key = canonicalJson([problem.path, problem.message, problem.hint]);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, { first: problem, others: 0 });
    else group.others += 1;
  }
  return [...groups.values()].map(({ first, others }) => {
    if (others === 0) return first;
    const more = others === 1 ? "one more row" : `${others} more rows`;
    return { ...first, message: `${first.message.replace(/\.$/, "")} (and ${more}).` };
  });
}

// src/datasets/name-cases.ts
function findDuplicateIds(drafts) {
  const first = /* @__PURE__ */ new Map();
  return drafts.flatMap((draft) => {
    const earlier = draft.id === null ? void 0 : first.get(draft.id);
    if (draft.id !== null && earlier === void 0) first.set(draft.id, draft);
    if (draft.id === null || earlier === void 0) return [];
    const { path, line } = earlier.where;
    const place = line === null ? path : `${path}:${line}`;
    const message = `has the id ${quoteName(draft.id)}, as ${place} has.`;
    return [buildProblem(message, "Give each row its own id.", draft.where)];
  });
}
function nameCases(drafts) {
  const taken = new Set(drafts.map(({ id }) => id));
  const counts = /* @__PURE__ */ new Map();
  const repeated = [];
  const cases = drafts.map((draft) => {
    const { derivedId, ...rest } = draft;
    if (draft.id !== null) return { ...rest, id: draft.id };
    let count = (counts.get(derivedId) ?? 0) + 1;
    if (count > 1) repeated.push(draft);
    const name = () => count === 1 ? derivedId : `${derivedId}-${count}`;
    while (taken.has(name())) count += 1;
    counts.set(derivedId, count);
    taken.add(name());
    return { ...rest, id: name() };
  });
  return { cases, warnings: warnOfRepeats(repeated) };
}
function warnOfRepeats(repeated) {
  const [first] = repeated;
  if (first === void 0) return [];
  const rows = repeated.length === 1 ? "One row equals" : `${repeated.length} rows equal`;
  const hint = 'Remove them, or add an "id" column.';
  return [buildProblem(`${rows} an earlier one and counts again; the first is here.`, hint, first.where)];
}

// src/datasets/rows.ts
var rowScorers = ["evaluators", "assert"];
var maxOfRow = 20;
var derivedIdLength = 12;
function parseRows(rows) {
  if (rows.length === 0) throw UserError.of("The dataset has no rows.", "Add at least one row.");
  if (rows.length > maxRows) {
    const message = `The dataset has more than ${maxRows} rows.`;
    throw UserError.of(message, "Keep those that an evaluation is to ask.", null);
  }
  const problems = [];
  const warnings = [];
  const names = chooseNamesByFile(rows);
  const drafts = [];
  for (const row of rows) {
    if (breaksOff(problems, row.where)) break;
    const noteIn = (list, most = list.length + maxOfRow) => (message, hint) => {
      if (list.length < most) list.push(buildProblem(message, hint, row.where));
    };
    const draft = readRow(row, names.get(row.where.path) ?? null, noteIn(problems), noteIn(warnings));
    if (draft !== null) drafts.push(draft);
  }
  throwProblems([...joinEqual(problems), ...findDuplicateIds(drafts)]);
  const named = nameCases(drafts);
  return { cases: named.cases, warnings: [...joinEqual(warnings), ...named.warnings] };
}
function chooseNamesByFile(rows) {
  const files = /* @__PURE__ */ new Map();
  for (const { values, where } of rows) {
    if (!isJsonObject(values)) continue;
    const file = files.get(where.path) ?? [];
    file.push(unwrapRow(values));
    files.set(where.path, file);
  }
  return new Map([...files].map(([path, file]) => [path, chooseNames(file)]));
}
function readRow({ values, where }, names, report, warn) {
  if (!isJsonObject(values) || names === null) {
    report("is not an object of columns and values.", 'Write {"input": …, "expected": …}.');
    return null;
  }
  const fault = findJsonFault(values);
  if (fault !== null) {
    report(fault, "Keep to plain, finite values.");
    return null;
  }
  const columns = unwrapRow(values);
  warnOfScorers(columns, warn);
  warnOfSaid(columns, names, warn);
  const { variables, messages } = readQuestion2(addCanonicalNames(columns, names), report, warn);
  const id = readId(columns.id ?? null, report);
  const critical = readCritical(columns.critical ?? null, report);
  const tags = readTags(columns.tags ?? null, report);
  const hash = contentHash({ variables, messages, critical });
  const derivedId = id ?? contentHash(values).slice(0, derivedIdLength);
  return { id, derivedId, variables: addMembers(variables), messages, tags, critical, hash, where };
}
function warnOfSaid(columns, { said: said2 }, warn) {
  if (said2 === null || (columns[said2] ?? null) === null) return;
  const hint = 'Call it "expected"; or, if it is what an assistant once said, "actual_output".';
  warn(`has no column for the expected answer: "${said2}" is taken for it.`, hint);
}
function warnOfScorers(columns, warn) {
  for (const name of rowScorers) {
    const list = columns[name];
    if (!Array.isArray(list) || list.length === 0 || !list.every(isJsonObject)) continue;
    const hint = "Write them once for all rows, and what differs as a column that they name, as {{expected}}.";
    warn(`brings "${name}" of its own, which are not read.`, hint);
  }
}
function readQuestion2(variables, report, warn) {
  const conversation = readConversation(variables, report);
  if (conversation === null) return { variables, messages: null };
  const { messages, answer, columns } = conversation;
  if (answer === null) return { variables: columns, messages };
  const isExpected = (columns.expected ?? null) === null && answer.content.trim() !== "";
  const use = isExpected ? ": it is the expected answer." : ".";
  warn(`ends with the assistant's answer, which is not sent${use}`, 'Move it to "expected", or take it out.');
  return { variables: isExpected ? { ...columns, expected: answer.content } : columns, messages };
}
function readId(value, report) {
  if (value === null) return null;
  if (isJsonNumber(value)) return String(value);
  if (typeof value === "string" && value.trim() !== "") return value;
  if (value === "" || typeof value === "string")
    report('"id" is empty.', "Give every row an id, or remove the column.");
  else report('"id" must be text or a number.', "Put quotes around it.");
  return null;
}
function readCritical(value, report) {
  const word = typeof value === "string" ? value.trim().toLowerCase() : value;
  if (word === true || word === "true") return true;
  if (word !== null && word !== "" && word !== false && word !== "false") {
    report('"critical" is neither true nor false.', "Write true or false.");
  }
  return false;
}
function readTags(value, report) {
  if (value === null) return [];
  const tags = typeof value === "string" ? value.split(/[,;]/) : isJsonObject(value) ? pairTags(value) : value;
  if (Array.isArray(tags) && tags.every((tag) => typeof tag === "string")) {
    return tags.map((tag) => tag.trim()).filter((tag) => tag !== "");
  }
  report('"tags" must be a list of texts.', 'Write ["one", "two"], or "one, two" in CSV.');
  return [];
}
function pairTags(tags) {
  return Object.entries(tags).map(([name, value]) => typeof value === "string" ? `${name}:${value}` : null);
}

export {
  asText,
  isMessage,
  isConversation,
  readMessages2 as readMessages,
  refusalOf,
  aliasesOf,
  unwrapRow,
  isRepeated,
  answerIn,
  findNearColumn,
  maxRows,
  joinEqual,
  rowScorers,
  parseRows
};
