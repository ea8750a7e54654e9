import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/prompts/message-text.ts
function joinParts(parts) {
  return parts.map((part) => part.type === "text" ? part.text : `[image ${nameImage(part.url)}]`).join("\n");
}
function nameImage(url) {
  return /^data:/i.test(url) ? `${url.split(/[;,]/, 1)[0]}, ${url.length} characters` : url;
}
function textsOf({ content, parts }) {
  return parts?.map((part) => part.type === "text" ? part.text : part.url) ?? [content];
}
function mapTexts(message, replace) {
  if (message.parts === void 0) return { ...message, content: replace(message.content) };
  const parts = message.parts.map(
    (part) => part.type === "text" ? { ...part, text: replace(part.text) } : { ...part, url: replace(part.url) }
  );
  return { ...message, content: joinParts(parts), parts };
}
function messageText({ content, toolCalls = [] }) {
  const calls = toolCalls.map(({ name, arguments: given }) => `[tool call] ${name}(${given})`);
  return [...content === "" && calls.length > 0 ? [] : [content], ...calls].join("\n");
}

export {
  joinParts,
  textsOf,
  mapTexts,
  messageText
};
