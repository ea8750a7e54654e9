import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  numberSteps,
  tellSteps
} from "./shared.run.story.js";
import {
  isJsonObject,
  parseJson,
  writeJson
} from "./shared.json-writer.js";

// src/report/diff/json-layout.ts
var maxDepth = 200;
var fenced = /^(\s*```[^\n`]*\n)([\s\S]*?)(\n[ \t]*```\s*)$/;
function layOutPair(before, after) {
  const [from, to] = [readAnswer(before), readAnswer(after)];
  if (from === null || to === null) return [before, after];
  const pair = [from.wrap(printNode(from.tree)), to.wrap(printNode(orderAs(to.tree, from.tree)))];
  return pair[0] === pair[1] ? [before, after] : pair;
}
function readAnswer(text) {
  const [, open = "", body = text, close = ""] = fenced.exec(text) ?? [];
  if (!/^\s*[[{]/.test(body) || parseJson(body) === void 0) return null;
  const tree = readTree(body);
  return tree === null ? null : { tree, wrap: (laid) => open + laid + close };
}
function readTree(text) {
  const tokens = text.match(/"(?:[^"\\]+|\\.)*"|[{}[\]]|[^\s{}[\],:"]+/g) ?? [];
  let place = 0;
  const read = (depth) => {
    const token = tokens[place++] ?? "";
    if (depth > maxDepth) return null;
    if (token !== "{" && token !== "[") return token;
    const members = [];
    while (tokens[place] !== "}" && tokens[place] !== "]") {
      const key = token === "{" ? tokens[place++] ?? "" : "";
      const value = read(depth + 1);
      if (value === null) return null;
      members.push({ key, value });
    }
    place += 1;
    return token === "{" ? members : { items: members.map(({ value }) => value) };
  };
  return read(0);
}
function orderAs(node, model) {
  if (typeof node === "string" || model === void 0 || typeof model === "string") return node;
  if (Array.isArray(node)) return Array.isArray(model) ? orderMembers(node, model) : node;
  return Array.isArray(model) ? node : { items: node.items.map((item, index) => orderAs(item, model.items[index])) };
}
function orderMembers(members, model) {
  const places = new Map(model.map(({ key, value }, place) => [key, { place, value }]));
  const placeOf = ({ key }) => places.get(key)?.place ?? model.length;
  return members.map(({ key, value }) => ({ key, value: orderAs(value, places.get(key)?.value) })).sort((a, b) => placeOf(a) - placeOf(b));
}
function printNode(node, indent = "") {
  if (typeof node === "string") return node;
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(node) ? "{}" : "[]";
  const entries = Array.isArray(node) ? node.map(({ key, value }) => `${inner}${key}: ${printNode(value, inner)}`) : node.items.map((item) => inner + printNode(item, inner));
  return entries.length === 0 ? `${open}${close}` : `${open}
${entries.join(",\n")}
${indent}${close}`;
}

// src/report/diff/output-text.ts
function renderOutputText(output) {
  return output === null ? "" : renderParts(output, numberSteps(tellSteps(output)));
}
function renderOutputPair(before, after) {
  const [from, to] = layOutPair(before.content, after.content);
  const tell = (output, content) => renderParts(output, tellSteps({ ...output, content }).join("\n"));
  return [tell(before, from), tell(after, to)];
}
function renderJsonText(value) {
  if (typeof value === "string") return value;
  if (!isJsonObject(value)) return writeJson(value);
  const members = Object.entries(value);
  const [first] = members;
  if (members.length === 1 && first !== void 0 && typeof first[1] === "string") return first[1];
  return members.map(([key, member]) => `${key}: ${typeof member === "string" ? member : writeJson(member)}`).join("\n");
}
function renderParts({ refusal, finishReason }, told) {
  const parts = [
    told,
    refusal === null ? "" : `[refusal] ${refusal}`,
    ["stop", "tool_calls"].includes(finishReason) ? "" : `[finish reason] ${finishReason}`
  ].filter((part) => part !== "");
  return parts.length === 0 ? "[empty answer]" : parts.join("\n");
}

export {
  renderOutputText,
  renderOutputPair,
  renderJsonText
};
