import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  findJsonFault,
  messageText,
  nameOf,
  readMessages
} from "./shared.prompts.fields.js";
import {
  breaksOff,
  quoteName,
  throwProblems
} from "./shared.text.problems.js";
import {
  canonicalJson,
  contentHash,
  isJsonNumber,
  isJsonObject
} from "./shared.json-writer.js";
import {
  UserError,
  buildProblem
} from "./shared.errors.js";

// src/datasets/format.ts
var maxRows = 1e5;

// src/datasets/aliases.ts
var aliases = {
  input: ["query", "question", "user_input", "prompt"],
  expected: [
    "expected_output",
    "expectedOutput",
    "expected_answer",
    "correct_answer",
    "ideal",
    "target",
    "reference",
    "reference_answer",
    "ground_truth",
    "ground_truths"
  ],
  context: ["contexts", "retrieved_contexts", "retrieval_context"]
};
var recorded = ["answer", "outputs"];
var wrappers = ["inputs", "vars", "variables"];
function aliasesOf(name) {
  if (!Object.hasOwn(aliases, name)) return [];
  return [...aliases[name], ...name === "expected" ? recorded : []];
}
function unwrapRow(values) {
  const isWrapped = isJsonObject(values.item) && Object.keys(values).every((key) => key === "item" || key === "sample");
  return isWrapped ? { ...asObject(values.item), ...values } : values;
}
function hasExpected(row) {
  const columns = { ...readWrappers(row), ...row };
  return ["expected", ...aliases.expected].some((name) => Object.hasOwn(columns, name));
}
function addCanonicalNames(row, isExpectedElsewhere) {
  const inputs = readWrappers(row);
  const columns = { ...inputs, ...row };
  const added = [];
  for (const [name, others] of Object.entries(aliases)) {
    if (Object.hasOwn(columns, name)) continue;
    const known = name === "expected" && !isExpectedElsewhere ? recorded : others;
    const alias = known.find((other) => (columns[other] ?? null) !== null);
    const value = alias === void 0 ? void 0 : columns[alias];
    if (value !== void 0) added.push([name, alias === "outputs" ? soleMember(value) : value]);
    else if (name === "input" && Object.keys(inputs).length === 1) added.push([name, soleMember(inputs)]);
  }
  return { ...columns, ...Object.fromEntries(added) };
}
function readWrappers(row) {
  return Object.assign({}, ...wrappers.map((name) => asObject(row[name])));
}
function isRepeated(name, columns) {
  if (wrappers.some((wrapper) => wrapper === name)) return isJsonObject(columns[name]);
  const isAnswer = aliasesOf("expected").includes(name);
  return isAnswer && canonicalJson(soleMember(columns[name])) === canonicalJson(columns.expected ?? null);
}
function soleMember(value) {
  const members = Object.values(asObject(value));
  return members.length === 1 ? members[0] : value ?? null;
}
function asObject(value) {
  return isJsonObject(value) ? value : {};
}

// src/datasets/conversation.ts
function readConversation(columns, report) {
  const column = findColumn(columns);
  if (column === null) return null;
  const value = columns[column];
  const reject = (path, message, hint) => report(`${nameOf([column, ...path])} ${message}`, hint);
  const all = readMessages(value, reject);
  const end = all.findLastIndex(({ role }) => role !== "assistant") + 1;
  if (all.length > 0 && end === 0) reject([], "holds nothing but answers.", "Put what the user asks before them.");
  const messages = all.slice(0, end);
  const items = Array.isArray(value) ? value : [];
  const shown = messages.map((message, index) => isPlain(message) ? items[index] : inWords(message));
  return {
    messages,
    answer: all[end] === void 0 ? null : all.at(-1) ?? null,
    columns: { ...columns, [column]: shown }
  };
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
  const answered = new Set(rows.flatMap(({ values, where }) => isGolden(values) ? [where.path] : []));
  const drafts = [];
  for (const row of rows) {
    if (breaksOff(problems, row.where)) break;
    const noteIn = (list, most = list.length + maxOfRow) => (message, hint) => {
      if (list.length < most) list.push(buildProblem(message, hint, row.where));
    };
    const draft = readRow(row, answered.has(row.where.path), noteIn(problems), noteIn(warnings));
    if (draft !== null) drafts.push(draft);
  }
  throwProblems([...joinEqual(problems), ...findDuplicateIds(drafts)]);
  const named = nameCases(drafts);
  return { cases: named.cases, warnings: [...joinEqual(warnings), ...named.warnings] };
}
function isGolden(values) {
  return isJsonObject(values) && hasExpected(unwrapRow(values));
}
function readRow({ values, where }, isExpectedElsewhere, report, warn) {
  if (!isJsonObject(values)) {
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
  const { variables, messages } = readQuestion(addCanonicalNames(columns, isExpectedElsewhere), report, warn);
  const id = readId(columns.id ?? null, report);
  const critical = readCritical(columns.critical ?? null, report);
  const tags = readTags(columns.tags ?? null, report);
  const hash = contentHash({ variables, messages, critical });
  const derivedId = id ?? contentHash(values).slice(0, derivedIdLength);
  return { id, derivedId, variables, messages, tags, critical, hash, where };
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
  const tags = typeof value === "string" ? value.split(/[,;]/) : value;
  if (Array.isArray(tags) && tags.every((tag) => typeof tag === "string")) {
    return tags.map((tag) => tag.trim()).filter((tag) => tag !== "");
  }
  report('"tags" must be a list of texts.', 'Write ["one", "two"], or "one, two" in CSV.');
  return [];
}

export {
  aliasesOf,
  unwrapRow,
  isRepeated,
  soleMember,
  maxRows,
  joinEqual,
  rowScorers,
  parseRows
};
