import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/config/base-url.ts
var defaultBaseUrl = "https://api.openai.com/v1";
var baseUrlHint = "Write a URL like https://host/v1.";
function findBaseUrlFault(text) {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) return "is not a URL";
  if (url.protocol !== "https:" && url.protocol !== "http:") return "is neither an http nor an https URL";
  if (url.username !== "" || url.password !== "") return "holds a user name or password";
  if (/[?&]api-version=/.test(url.search)) return 'has a query: "api-version" is a key of its own, below "model"';
  if (/[?#]/.test(text)) return "has a query or a fragment";
  return findPathFault(url.pathname);
}
function findPathFault(path) {
  const call = /\/(?:chat\/completions|completions|responses|embeddings|messages|(?<=\/v\d\/)models)\/*$/.exec(path);
  if (call !== null) return `ends in "${call[0].replace(/\/+$/, "")}", which is added to it`;
  if (path.includes("/chat/completions")) return 'holds "/chat/completions", which is added to it';
  const doubled = /((?:\/[^/]+)*?(\/v\d[\w.-]{0,9})(?:\/[^/]+)*?)\1(?:\/|$)/.exec(path);
  return doubled === null ? null : `holds "${doubled[2]}" twice`;
}
function namesEndpoint(input, environment) {
  const url = environment !== void 0 && URL.canParse(environment) ? new URL(environment) : null;
  return input !== null || url !== null && isLoopback(url);
}
function isLoopback({ hostname }) {
  return hostname === "localhost" || hostname.endsWith(".localhost") || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}

export {
  defaultBaseUrl,
  baseUrlHint,
  findBaseUrlFault,
  namesEndpoint,
  isLoopback
};
