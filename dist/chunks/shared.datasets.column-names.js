import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  addCanonicalNames,
  addMembers,
  aliasesOf,
  findJsonFault,
  goldNames,
  hasGold,
  isChatList,
  isConversation,
  isInputName,
  joinEqual,
  listColumns,
  maxRows,
  nameOf,
  readMessages,
  readMessages2,
  recorded,
  said,
  unwrapRow
} from "./shared.datasets.aliases.js";
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
  messageText
} from "./shared.prompts.message-text.js";
import {
  contentHash,
  isJsonNumber,
  isJsonObject
} from "./shared.json-writer.js";
import {
  UserError,
  buildProblem
} from "./shared.errors.js";

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
  const all = readMessages2(items, reject);
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
  return isOther ? readMessages(value).map((message) => toChatMessage(message)) : value;
}
function findColumn({ messages = null, input = null }) {
  if (messages !== null) return "messages";
  return isChatList(input) ? "input" : null;
}
function isPlain({ parts, toolCalls }) {
  return parts === void 0 && toolCalls === void 0;
}
function inWords(message) {
  return { role: message.role, content: messageText(message) };
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
  const { variables, messages } = readQuestion(addCanonicalNames(columns, names), report, warn);
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
function readQuestion(variables, report, warn) {
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
  looksLikeGold,
  findNearColumn,
  rowScorers,
  parseRows
};
