import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  parseRows
} from "./shared.datasets.column-names.js";
import {
  toChatMessage
} from "./shared.prompts.wire-messages.js";
import {
  escapeJson
} from "./shared.text.unseen.js";
import {
  canonicalJson,
  isJsonObject,
  writeJson
} from "./shared.json-writer.js";
import {
  UserError
} from "./shared.errors.js";

// src/cases/key-table.ts
import { hash } from "node:crypto";

// src/cases/column.ts
var Column = class {
  #type;
  #values;
  #length = 0;
  constructor(type) {
    this.#type = type;
    this.#values = new type(1024);
  }
  get length() {
    return this.#length;
  }
  push(value) {
    if (this.#length === this.#values.length) {
      const more = new this.#type(2 * this.#length);
      more.set(this.#values);
      this.#values = more;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }
  at(index) {
    return this.#values[index];
  }
  set(index, value) {
    this.#values[index] = value;
  }
};

// src/cases/key-table.ts
function writeKey({ high, low }) {
  return [high, low].map((half) => half.toString(16).padStart(8, "0")).join("");
}
function keyOf(text) {
  const digits = hash("sha256", text);
  return { high: Number.parseInt(digits.slice(0, 8), 16), low: Number.parseInt(digits.slice(8, 16), 16) };
}
var KeyTable = class {
  #high = new Column(Uint32Array);
  #low = new Column(Uint32Array);
  /** Open addressing: the number of a key plus one, 0 where there is none; at most half full. */
  #slots = new Uint32Array(1024);
  get size() {
    return this.#high.length;
  }
  /** The number of a key, which is a new one where it was not there. */
  add(key) {
    const slot = this.#seek(key);
    const known = this.#slots[slot];
    if (known > 0) return known - 1;
    this.#high.push(key.high);
    this.#low.push(key.low);
    this.#slots[slot] = this.size;
    if (2 * this.size > this.#slots.length) this.#grow();
    return this.size - 1;
  }
  /** The key of a number that `add` gave. */
  at(number) {
    return { high: this.#high.at(number), low: this.#low.at(number) };
  }
  /** The number of a key, null where it is not there. */
  find(key) {
    const known = this.#slots[this.#seek(key)];
    return known === 0 ? null : known - 1;
  }
  #seek({ high, low }) {
    const mask = this.#slots.length - 1;
    let slot = low & mask;
    for (let number = this.#slots[slot]; number > 0; number = this.#slots[slot]) {
      if (this.#low.at(number - 1) === low && this.#high.at(number - 1) === high) break;
      slot = slot + 1 & mask;
    }
    return slot;
  }
  #grow() {
    this.#slots = new Uint32Array(2 * this.#slots.length);
    for (let number = 0; number < this.size; number += 1) {
      this.#slots[this.#seek(this.at(number))] = number + 1;
    }
  }
};

// src/cases/question.ts
var rowColumns = ["id", "tags", "critical", "output"];
function identifyQuestion(record, redaction) {
  const question = readQuestion(record);
  if (question === null) return null;
  const columns = redaction.redact(question);
  return { columns, key: keyOf(canonicalJson([record.prompt, columns])) };
}
function readQuestion({ variables, messages }) {
  const names = Object.keys(variables ?? {});
  if (variables !== null && names.length > 0 && !names.some((name) => rowColumns.includes(name))) return variables;
  const turns = cutTurns(messages ?? []);
  return turns.some(isAsked) ? { messages: turns.map((turn) => toChatMessage(turn)) } : null;
}
function cutTurns(messages) {
  const start = messages.findIndex(({ role }) => role !== "system" && role !== "developer");
  const end = messages.findLastIndex(({ role }) => role !== "assistant") + 1;
  return start === -1 ? [] : messages.slice(start, end);
}
function isAsked({ role, content, parts }) {
  return role !== "assistant" && (content.trim() !== "" || parts !== void 0);
}

// src/cases/row.ts
function buildRow(record, facts, redaction) {
  const question = identifyQuestion(record, redaction);
  if (question === null) return null;
  const output = record.output === null ? {} : { output: redaction.redact(writeOutput(record.output)) };
  const tags = redaction.redact(listTags(record, facts));
  return { id: writeKey(question.key), ...findInput(question.columns), ...question.columns, ...output, tags };
}
function findInput({ messages }) {
  const [message = null] = Array.isArray(messages) && messages.length === 1 ? messages : [];
  const isPlain = isJsonObject(message) && message.role === "user" && typeof message.content === "string";
  return isPlain ? { input: message.content ?? null } : {};
}
function renderRow(row) {
  return `${escapeJson(writeJson(row))}
`;
}
function findRowFault(row, where) {
  try {
    parseRows([{ values: row, where }]);
    return null;
  } catch (error) {
    if (error instanceof UserError) return error.problems[0] ?? null;
    throw error;
  }
}
function writeOutput({ content, toolCalls, refusal, trajectory }) {
  const more = {
    ...toolCalls.length > 0 ? { toolCalls } : {},
    ...refusal === null ? {} : { refusal },
    ...trajectory === void 0 ? {} : { trajectory: trajectory.map((message) => toChatMessage(message)) }
  };
  return Object.keys(more).length === 0 ? content : { content, ...more };
}
function listTags({ prompt, promptVersion, error, tags }, facts) {
  return [
    ...facts.badness === 2 ? ["thumbs-down"] : [],
    ...error === null ? [] : ["error"],
    ...tags,
    ...prompt === null ? [] : [`prompt:${prompt}`],
    ...promptVersion === null ? [] : [`version:${promptVersion}`],
    `source:${facts.source}`,
    ...facts.asked > 1 ? [`asked:${facts.asked}`] : []
  ];
}

export {
  Column,
  writeKey,
  keyOf,
  KeyTable,
  identifyQuestion,
  buildRow,
  renderRow,
  findRowFault
};
