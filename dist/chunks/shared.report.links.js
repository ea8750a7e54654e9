import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  escapeUrl
} from "./shared.report.escape.js";

// src/text/address.ts
function encodeAddressPart(part) {
  const encoded = encodeURIComponent(part.replace(new RegExp("\\p{Surrogate}", "gu"), "�"));
  return encoded.replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

// src/report/links.ts
function renderLink(text, url) {
  return url === null ? text : `[${text}](${url})`;
}
function commitOf(report, side) {
  const { commit = "", pushed = null } = report[side] ?? {};
  const known = pushed ?? commit;
  return /^[0-9a-f]{7,64}$/.test(known) ? known : null;
}
function commitUrl(report, side) {
  const commit = commitOf(report, side);
  return commit === null ? null : repositoryUrl(report, `commit/${commit}`);
}
function fileUrl(report, side, path, line = null) {
  const commit = commitOf(report, side);
  if (commit === null) return null;
  const file = `blob/${commit}/${path.split("/").map(encodeAddressPart).join("/")}`;
  const plain = /\.(md|markdown)$/i.test(path) && line !== null ? "?plain=1" : "";
  return repositoryUrl(report, `${file}${plain}${line === null ? "" : `#L${line}`}`);
}
function promptUrl(report, { path, change, isApplication }) {
  return isApplication ? null : fileUrl(report, change === "deleted" ? "base" : "head", path);
}
function docUrl({ github }, page) {
  return github?.docsUrl == null ? null : escapeUrl(`${github.docsUrl}/${page}`);
}
function repositoryUrl({ github }, path) {
  return github === null ? null : escapeUrl(`${github.url}/${path}`);
}

export {
  encodeAddressPart,
  renderLink,
  commitOf,
  commitUrl,
  fileUrl,
  promptUrl,
  docUrl
};
