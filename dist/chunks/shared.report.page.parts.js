import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  revealText
} from "./shared.report.escape.js";

// src/report/page/parts.ts
function text(value) {
  const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return revealText(value).replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
function prose(sentence) {
  return text(sentence).replace(/(?<!`)`([^`\n]+)`(?!`)/g, "<code>$1</code>");
}
function section(title, body) {
  return body === "" ? "" : `<section><h2>${title}</h2>
${body}</section>`;
}
function list(items) {
  return items.length === 0 ? "" : `<ul>${items.map((item) => `<li>${prose(item)}</li>`).join("")}</ul>`;
}
function field(name, value) {
  return value === null ? "" : `<p>${text(name)}</p>${block(text(value))}`;
}
function block(html) {
  return `<pre>
${html}</pre>`;
}
function diffLine(line) {
  if (line.startsWith("-")) return `<del>${text(line)}</del>`;
  return line.startsWith("+") ? `<ins>${text(line)}</ins>` : text(line);
}

export {
  text,
  prose,
  section,
  list,
  field,
  block,
  diffLine
};
