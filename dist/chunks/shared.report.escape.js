import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  escapeJson,
  escapeUnits,
  replaceUnseen
} from "./shared.text.unseen.js";

// src/report/escape.ts
var gap = "​";
function revealText(text) {
  const plain = text.replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n").replace(new RegExp("\\p{Surrogate}", "gu"), "�");
  return replaceUnseen(plain, nameCharacter);
}
function oneLine(text) {
  return revealText(text).replace(/\s+/g, " ").trim();
}
function nameCharacter(character) {
  const code = character.codePointAt(0) ?? 0;
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, "0")}⟩`;
}
function cutText(text, max) {
  if (text.length <= max) return text;
  return `${text.slice(0, Math.max(0, max - 1)).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
function escapeInline(text) {
  const line = breakLinks(oneLine(text)).replace(/[\\`*_[\]~]/g, "\\$&").replace(/[&<>|$]/g, toEntity);
  return line.replace(/^([#+=-])/, "\\$1").replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2").replaceAll(gap, "&#8203;");
}
function renderProse(text) {
  return oneLine(text).split(/((?<!`)`[^`]+`(?!`))/).map((part, index) => {
    if (index % 2 === 1) return renderCode(part.slice(1, -1));
    const [before = "", after = ""] = [/^\s/, /\s$/].map(
      (blank) => blank.test(part) && part.trim() !== "" ? " " : ""
    );
    return part.trim() === "" ? part : `${before}${escapeInline(part)}${after}`;
  }).join("");
}
function escapeHtml(text) {
  return breakLinks(oneLine(text)).replace(/[&<>"'$]/g, toEntity).replaceAll(gap, "&#8203;");
}
function renderHtmlCode(text) {
  return `<code>${defuseMarkers(oneLine(text)).replace(/[&<>"'$]/g, toEntity)}</code>`;
}
function renderCode(text) {
  const line = defuseMarkers(oneLine(text));
  if (line === "") return "*(empty)*";
  const ticks = "`".repeat(longestRun(line) + 1);
  const blank = /^`|`$/.test(line) ? " " : "";
  return `${ticks}${blank}${line}${blank}${ticks}`;
}
function renderFence(text, language) {
  const body = defuseMarkers(revealText(text)).replace(/\n$/, "");
  const ticks = "`".repeat(Math.max(3, longestRun(body) + 1));
  return `${ticks}${language}
${body}
${ticks}`;
}
function escapeCommentJson(json) {
  return escapeJson(json).replace(/[<>@]|(?<=-)-/g, escapeUnits);
}
function escapeScriptJson(json) {
  return escapeJson(json).replaceAll("<", "\\u003c");
}
function escapeUrl(url) {
  return url !== null && /^https?:\/\/[\w.~:/?#@!$&*+,;=%-]+$/.test(url) ? url : null;
}
function escapeXml(text) {
  return revealText(text).replace(/[\uFFFE\uFFFF]/g, nameCharacter).replace(/[&<>"']/g, toEntity).replace(/[\t\n]/g, toEntity);
}
function toEntity(character) {
  const names = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return names[character] ?? `&#${character.codePointAt(0)};`;
}
function breakLinks(text) {
  return text.replaceAll("@", `@${gap}`).replace(/#(?=\d)/g, `#${gap}`).replace(/\bGH-(?=\d)/gi, `$&${gap}`).replace(/\b[\da-f]{4}(?=[\da-f]{36}(?:[\da-f]{24})?\b)/gi, `$&${gap}`).replaceAll("://", `${gap}://`).replace(/www\./gi, (found) => `${found.slice(0, 3)}${gap}.`).replace(/:(?=[\w+-]+:)/g, `:${gap}`);
}
function defuseMarkers(text) {
  return text.replace(/<!--(?=\s*prompt-assay)/gi, "<! --");
}
function longestRun(text) {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

export {
  revealText,
  oneLine,
  cutText,
  escapeInline,
  renderProse,
  escapeHtml,
  renderHtmlCode,
  renderCode,
  renderFence,
  escapeCommentJson,
  escapeScriptJson,
  escapeUrl,
  escapeXml
};
