import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  listKnown,
  listVariables,
  renderTemplate,
  suggestName
} from "./chunk-CQQKN3AG.js";
import {
  buildProblem
} from "./chunk-GVVGS7NA.js";

// src/prompts/render.ts
function renderPrompt(prompt, variables, conversation = null) {
  const isKept = ({ role }) => conversation === null || role === "system" || role === "developer";
  const unknown = /* @__PURE__ */ new Set();
  const messages = prompt.messages.filter(isKept).map(({ role, content }) => {
    const rendered = renderTemplate(content, variables);
    for (const name of rendered.unknown) unknown.add(name);
    return { role, content: rendered.value };
  });
  return { messages: [...messages, ...conversation ?? []], unknown: [...unknown] };
}
function variablesOf(prompt) {
  return [...new Set(prompt.messages.flatMap(({ content }) => listVariables(content)))];
}
function explainUnknown(prompt, unknown, known) {
  return unknown.map((name) => {
    const where = prompt.places.get(`{{${name}}}`) ?? { path: prompt.path, line: null, column: null };
    const near = suggestName(name, known);
    const guess = near === null ? "" : `Did you mean "${near}"? `;
    return buildProblem(`{{${name}}} has no value.`, guess + listKnown(known), where);
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
