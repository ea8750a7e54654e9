import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  commitUrl,
  fileUrl
} from "./shared.report.links.js";
import {
  unknown
} from "./shared.prices.usd.js";
import {
  escapeUrl,
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
function fold(summary, body, isOpen = false) {
  return `<details${isOpen ? ' open=""' : ""}><summary>${summary}</summary>${body}</details>`;
}
function link(url, words, tag = "span") {
  const shown = tag === "span" ? text(words) : `<code>${text(words)}</code>`;
  return url === null ? shown : `<a href="${text(url)}" rel="noreferrer">${shown}</a>`;
}
function table(label, columns, rows) {
  const header = columns.map((name) => name === "" ? "<td></td>" : `<th scope="col">${name}</th>`).join("");
  return `<div class="scroll" role="region" tabindex="0" aria-label="${text(label)}"><table><thead><tr>${header}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
}
function ruling(words) {
  const [, sign = "", rest = words] = /^(❌|✅|⚠️|⛔) (.*)$/su.exec(words) ?? [];
  const quiet = signs[sign];
  const shown = quiet === void 0 ? text(words) : `${quiet[0]} ${text(rest)}`;
  return words === "" || words === unknown ? "" : `<span class="ruling ${quiet?.[1] ?? "soft"}">${shown}</span>`;
}
var signs = {
  "❌": ["✕", "bad"],
  "✅": ["✓", "good"],
  "⚠️": ["?", "warn"],
  "⛔": ["!", "note"]
};
function number(value) {
  return `<td class="number">${text(value)}</td>`;
}

// src/report/page/policy.ts
import { createHash } from "node:crypto";
function hashOf(source) {
  return `sha256-${createHash("sha256").update(source).digest("base64")}`;
}

// src/report/page/links.ts
function linkToRepository({ github }) {
  return requireHttps(github?.url ?? null);
}
function linkToPull(report) {
  const [repository, pull] = [linkToRepository(report), report.github?.pull ?? null];
  return repository === null || pull === null ? null : requireHttps(`${repository}/pull/${pull}`);
}
function linkToCommit(report, side) {
  return requireHttps(commitUrl(report, side));
}
function linkToRow(report, { side, path, line }) {
  return requireHttps(fileUrl(report, side, path, line));
}
function linkToRun({ runUrl }) {
  return requireHttps(runUrl);
}
function requireHttps(url) {
  return url?.startsWith("https://") ? escapeUrl(url) : null;
}

export {
  linkToRepository,
  linkToPull,
  linkToCommit,
  linkToRow,
  linkToRun,
  requireHttps,
  text,
  prose,
  section,
  list,
  fold,
  link,
  table,
  ruling,
  number,
  hashOf
};
