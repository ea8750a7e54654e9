import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  dialectOf
} from "./shared.checks.build-group.js";
import {
  readMessages2 as readMessages
} from "./shared.datasets.aliases.js";
import {
  listKnown,
  suggestName
} from "./shared.text.problems.js";
import {
  mapTexts,
  textsOf
} from "./shared.prompts.message-text.js";
import {
  UserError,
  buildProblem
} from "./shared.errors.js";

// src/prompts/slots.ts
function fillSlots(messages, slots, variables, conversation) {
  const unknown = [];
  const filled = [];
  let left = conversation;
  let next = 0;
  for (const { name, before, isOptional } of slots) {
    const column = Object.hasOwn(variables, name) ? variables[name] : null;
    const own = column === null || isShown(name) ? null : readColumn(column);
    const found = own ?? left;
    if (own === null) left = null;
    if (found === null && !isOptional) unknown.push(name);
    filled.push(...messages.slice(next, before), ...found ?? []);
    next = before;
  }
  return { messages: [...filled, ...messages.slice(next)], unknown };
  function isShown(name) {
    return left !== null && (name === "messages" || name === "input");
  }
}
function readColumn(value) {
  if (Array.isArray(value) && value.length === 0) return [];
  let isSound = true;
  const messages = readMessages(value, () => {
    isSound = false;
  });
  return isSound ? messages : null;
}

// src/prompts/render.ts
function renderPrompt(prompt, row, conversation = null) {
  const variables = { ...prompt.defaults, ...row };
  try {
    if (prompt.turns === "rendered") return renderConversation(prompt, variables, conversation);
    return renderMessages(prompt, variables, conversation);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(
      error.problems.map((problem) => ({ ...problem, path: prompt.path })),
      { cause: error }
    );
  }
}
function renderMessages(prompt, variables, conversation) {
  const isKept = ({ role }) => conversation === null || role === "system" || role === "developer";
  const { render } = dialectOf(prompt.dialect);
  const unknown = /* @__PURE__ */ new Set();
  const fill = (text) => {
    const rendered = render(text, variables);
    for (const name of rendered.unknown) unknown.add(name);
    return rendered.value;
  };
  if (prompt.slots !== void 0) {
    const filled = prompt.messages.map((message) => mapTexts(message, fill));
    const found = fillSlots(filled, prompt.slots, variables, conversation);
    return { messages: found.messages, unknown: [...unknown, ...found.unknown] };
  }
  const messages = prompt.messages.filter(isKept).map((message) => mapTexts(message, fill));
  return { messages: [...messages, ...conversation ?? []], unknown: [...unknown] };
}
function renderConversation({ dialect, messages }, variables, conversation) {
  const { name, renderTurns } = dialectOf(dialect);
  if (renderTurns === void 0) throw new Error(`the dialect ${name} makes no messages`);
  const { value, unknown } = renderTurns(messages[0]?.content ?? "", variables, conversation);
  return { messages: value, unknown };
}
function variablesOf(prompt) {
  const { findVariables } = dialectOf(prompt.dialect);
  const used = prompt.messages.flatMap(textsOf).flatMap(findVariables);
  return [...new Set([...used, ...prompt.slots ?? []].map(({ name }) => name))];
}
var followsSystem = 'It follows the system message, which is all that this file holds: give the rows that column, or write a line "# system:" above the text and "# user:" above what the user says.';
function explainUnknown(prompt, unknown, known, suggest = suggestName) {
  const { write, asText } = dialectOf(prompt.dialect);
  return unknown.map((name) => {
    const place = prompt.places.get(`{{${name}}}`);
    const isAppended = place !== void 0 && place.line === null;
    const where = place ?? { path: prompt.path, line: null, column: null };
    const near = suggest(name, known);
    const other = isAppended ? followsSystem : asText;
    const hint = near === null ? `${listKnown(known)} ${other}` : `Did you mean "${near}"? ${listKnown(known)}`;
    return buildProblem(`${write(name)} has no value.`, hint, where);
  });
}
function buildGenerationRequest(prompt, messages) {
  const { model, api, parameters, responseFormat, tools } = prompt;
  return { model, api, messages, parameters, responseFormat, tools };
}

export {
  renderPrompt,
  variablesOf,
  explainUnknown,
  buildGenerationRequest
};
