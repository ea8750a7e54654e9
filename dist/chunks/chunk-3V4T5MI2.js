import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  checkDependencies,
  compileCheck,
  compileJudge,
  identifyJudge,
  judgeDependencies,
  missingVariables,
  readCalibration,
  readFiles,
  selectPaths
} from "./chunk-YJQCHDK2.js";
import {
  buildGenerationRequest,
  explainUnknown,
  renderPrompt
} from "./chunk-KVY7QJ5Y.js";
import {
  buildPlaces,
  fileWhere,
  findJsonFault,
  hintKnown,
  jsonErrorOffset,
  lookUpVariable,
  nameOf,
  parseJsonFile,
  parsePrompt,
  parseYaml,
  quoteName,
  readMessages,
  throwProblems,
  tokenLimits
} from "./chunk-CQQKN3AG.js";
import {
  canonicalJson,
  contentHash,
  isJsonObject
} from "./chunk-32F53KWV.js";
import {
  maxDatasetBytes
} from "./chunk-NUU66HAX.js";
import {
  UserError,
  buildProblem,
  collectProblems,
  renderProblem
} from "./chunk-GVVGS7NA.js";

// src/select/select-suites.ts
function listSuiteFiles(suite) {
  const dataset = suite.dataset?.kind === "files" ? suite.dataset.paths : [];
  const metrics = suite.metrics.flatMap(
    (metric) => metric.kind === "check" ? checkDependencies(metric) : judgeDependencies(metric)
  );
  return [.../* @__PURE__ */ new Set([...dataset, ...metrics])].sort();
}
function selectSuites(base, candidate, config) {
  const firstContact = base.config === null && candidate.config !== null;
  const proposedConfig = candidate.config ?? (base.config === null ? config : null);
  const proposals = new Map(proposedConfig?.suites.map((suite) => [suite.name, suite]));
  const known = new Set(config.suites.map((suite) => suite.name));
  const added = [...proposals.values()].filter((suite) => !known.has(suite.name));
  return [
    ...config.suites.map(
      (suite) => selectSuite(base, candidate, suite, proposals.get(suite.name) ?? null, !firstContact)
    ),
    ...added.map((suite) => selectSuite(base, candidate, suite, suite, false))
  ];
}
function selectSuite(base, candidate, suite, proposed, mayGate) {
  const basePrompts = selectPaths(base.tree, suite.prompts);
  const candidatePrompts = selectPaths(candidate.tree, suite.prompts);
  const before = digestSide(base, mayGate ? suite : null, basePrompts, listSuiteFiles(suite));
  const after = digestSide(candidate, proposed, candidatePrompts, listSuiteFiles(proposed ?? suite));
  const changed = before.flatMap((part, index) => part.hash === after[index]?.hash ? [] : [part.name]);
  return {
    suite,
    proposed,
    mayGate,
    affected: changed.length > 0,
    reason: changed.length > 0 ? `${changed.join(" and ")} changed` : "nothing it depends on changed",
    basePrompts,
    candidatePrompts,
    contentKey: contentHash([before, after])
  };
}
function digestSide(side, suite, prompts, files) {
  const hashes = (paths) => paths.map((path) => [path, side.tree.entries.get(path)?.hash ?? null]);
  return [
    { name: "a prompt", hash: contentHash(hashes(prompts)) },
    { name: "a dataset, rubric or schema", hash: contentHash(hashes(files)) },
    { name: "its config", hash: contentHash([sectionOf(suite), side.config === null ? null : modelOf(side.config)]) }
  ];
}
function sectionOf(suite) {
  return suite === null ? null : JSON.parse(JSON.stringify(suite, (key, value) => key === "where" ? void 0 : value));
}
function modelOf(config) {
  const pick = ({ id, api, parameters }) => ({ id, api, parameters });
  return { model: pick(config.model), judge: pick(config.judgeModel) };
}

// src/plan/price-table.ts
var priceTable = [
  ["anthropic/claude-sonnet-4", 3, 0.3, 15],
  ["chatgpt-4o-latest", 5, null, 15],
  ["claude-2", 8, null, 24],
  ["claude-3-5-haiku", 0.8, 0.08, 4],
  ["claude-3-5-haiku-latest", 0.8, 0.08, 4],
  ["claude-3-5-sonnet", 3, 0.3, 15],
  ["claude-3-7-sonnet", 3, 0.3, 15],
  ["claude-3-7-sonnet-latest", 3, 0.3, 15],
  ["claude-3-haiku", 0.25, 0.03, 1.25],
  ["claude-3-opus", 15, 1.5, 75],
  ["claude-3-opus-latest", 15, 1.5, 75],
  ["claude-3-sonnet", 3, 0.3, 15],
  ["claude-4-opus", 15, 1.5, 75],
  ["claude-4-sonnet", 3, 0.3, 15],
  ["claude-fable-5", 10, 1, 50],
  ["claude-fable-5-1", 10, 0.25, 50],
  ["claude-haiku-4-5", 1, 0.1, 5],
  ["claude-opus-4", 15, 1.5, 75],
  ["claude-opus-4-0", 15, 1.5, 75],
  ["claude-opus-4-1", 15, 1.5, 75],
  ["claude-opus-4-20250514", 15, 1.5, 75],
  ["claude-opus-4-5", 5, 0.5, 25],
  ["claude-opus-4-6", 5, 0.5, 25],
  ["claude-opus-4-7", 5, 0.5, 25],
  ["claude-opus-4-8", 5, 0.5, 25],
  ["claude-opus-5", 5, 0.5, 25],
  ["claude-opus-5-5", 4, 0.2, 20],
  ["claude-sonnet-4", 3, 0.3, 15],
  ["claude-sonnet-4-0", 3, 0.3, 15],
  ["claude-sonnet-4-5", 3, 0.3, 15],
  ["claude-sonnet-4-6", 3, 0.3, 15],
  ["claude-sonnet-5", 2, 0.2, 10],
  ["claude-v1", 8, null, 24],
  ["codestral", 0.3, null, 0.9],
  ["codestral-2501", 0.3, null, 0.9],
  ["codestral-2508", 0.3, 0.03, 0.9],
  ["codestral-latest", 0.3, null, 0.9],
  ["codex-mini", 1.5, 0.375, 6],
  ["codex-mini-latest", 1.5, 0.375, 6],
  ["computer-use", 3, null, 12],
  ["deepseek-chat", 0.27, 0.07, 1.1],
  ["deepseek-chat-v3-0324", 0.27, 0.07, 1.1],
  ["deepseek-r1-0528", 0.55, 0.14, 2.19],
  ["deepseek-r1-distill-llama-70b", 0.75, null, 0.99],
  ["deepseek-reasoner", 0.55, 0.14, 2.19],
  ["deepseek-v3.1-terminus", 0.27, 0.13, 0.95],
  ["deepseek-v3.2", 0.2288, null, 0.3432],
  ["deepseek-v3.2-exp", 0.27, null, 0.41],
  ["deepseek-v4-flash", 0.44, 0.014, 1.32],
  ["deepseek-v4-pro", 1.32, 0.044, 3.96],
  ["devstral-2512", 0.4, 0.04, 2],
  ["devstral-small", 0.1, null, 0.3],
  ["devstral-small-2505", 0.1, null, 0.3],
  ["devstral-small-2507", 0.1, null, 0.3],
  ["devstral-small-latest", 0.1, null, 0.3],
  ["ft:gpt-3.5-turbo-", 3, null, 6],
  ["ft:gpt-4o", 3.75, null, 15],
  ["ft:gpt-4o-mini", 0.3, null, 1.2],
  ["gemini-1.0-pro", 0.125, null, 0.375],
  ["gemini-1.0-pro-vision-001", 0.125, null, 0.375],
  ["gemini-1.5-flash", 0.075, 0.01875, 0.3],
  ["gemini-1.5-pro", 1.25, null, 5],
  ["gemini-2.0-flash", 0.1, 0.025, 0.4],
  ["gemini-2.0-flash-lite", 0.075, null, 0.3],
  ["gemini-2.5-flash", 0.3, 0.03, 2.5],
  ["gemini-2.5-flash-latest", 0.3, 0.03, 2.5],
  ["gemini-2.5-flash-lite", 0.1, 0.01, 0.4],
  ["gemini-2.5-flash-native-audio-latest", 0.5, null, 2],
  ["gemini-2.5-flash-preview", 0.15, null, 0.6],
  ["gemini-2.5-flash-preview-05-20:thinking", 0.15, null, 0.6],
  ["gemini-2.5-flash-preview-09-2025", 0.3, 0.03, 2.5],
  ["gemini-2.5-flash-preview:thinking", 0.15, null, 0.6],
  ["gemini-2.5-pro", 1.25, 0.125, 10],
  ["gemini-3-flash-preview", 0.5, 0.05, 3],
  ["gemini-3-pro-preview", 2, 0.2, 12],
  ["gemini-3-pro-text-preview", 2, 0.2, 12],
  ["gemini-3.1-flash-lite", 0.25, 0.025, 1.5],
  ["gemini-3.1-flash-live-preview", 0.75, null, 4.5],
  ["gemini-3.1-pro-preview", 2, 0.2, 12],
  ["gemini-3.5-flash", 1.5, 0.15, 9],
  ["gemini-3.5-flash-lite", 0.3, 0.03, 2.5],
  ["gemini-3.6-flash", 0.75, 0.075, 3.75],
  ["gemini-3.7-flash", 0.75, 0.075, 3.75],
  ["gemini-3.8-flash", 0.75, 0.075, 3.75],
  ["gemini-flash-1.5", 0.075, 0.01875, 0.3],
  ["gemini-flash-1.5-8b", 0.0375, 0.01, 0.15],
  ["gemini-live-2.5-flash", 0.5, null, 2],
  ["gemini-omni-flash-preview", 1.5, null, 9],
  ["gemini-pro", 0.125, null, 0.375],
  ["gemini-pro-1.5", 1.25, 0.3125, 5],
  ["gemma-2-27b-it", 0.65, null, 0.65],
  ["gemma-4-26b-a4b-it-maas", 0.15, 0.015, 0.6],
  ["gemma-7b-it", 0.07, null, 0.07],
  ["gemma2-9b", 0.2, null, 0.2],
  ["gemma2-9b-it", 0.2, null, 0.2],
  ["gpt-3.5-0301", 1.5, null, 2],
  ["gpt-3.5-turbo", 0.5, null, 1.5],
  ["gpt-3.5-turbo-0125", 0.5, null, 1.5],
  ["gpt-3.5-turbo-0301", 1.5, null, 2],
  ["gpt-3.5-turbo-0613", 1.5, null, 2],
  ["gpt-3.5-turbo-1106", 1, null, 2],
  ["gpt-3.5-turbo-16k", 3, null, 4],
  ["gpt-3.5-turbo-16k-0613", 3, null, 4],
  ["gpt-3.5-turbo-instruct", 1.5, null, 2],
  ["gpt-3.5-turbo-instruct-0914", 1.5, null, 2],
  ["gpt-35-turbo", 0.5, null, 1.5],
  ["gpt-35-turbo-16k", 3, null, 4],
  ["gpt-35-turbo-16k-0613", 3, null, 4],
  ["gpt-4", 30, null, 60],
  ["gpt-4-0125-preview", 10, null, 30],
  ["gpt-4-0314", 30, null, 60],
  ["gpt-4-0613", 30, null, 60],
  ["gpt-4-1106-preview", 10, null, 30],
  ["gpt-4-1106-vision-preview", 10, null, 30],
  ["gpt-4-32k", 60, null, 120],
  ["gpt-4-32k-0314", 60, null, 120],
  ["gpt-4-32k-0613", 60, null, 120],
  ["gpt-4-turbo", 10, null, 30],
  ["gpt-4-turbo-0125-preview", 10, null, 30],
  ["gpt-4-turbo-preview", 10, null, 30],
  ["gpt-4-vision-preview", 10, null, 30],
  ["gpt-4.1", 2, 0.5, 8],
  ["gpt-4.1-mini", 0.4, 0.1, 1.6],
  ["gpt-4.1-nano", 0.1, 0.025, 0.4],
  ["gpt-4.5-preview", 75, 37.5, 150],
  ["gpt-4o", 2.5, 1.25, 10],
  ["gpt-4o-2024-05-13", 5, null, 15],
  ["gpt-4o-mini", 0.15, 0.075, 0.6],
  ["gpt-4o-mini-2024-07-18.ft-", 0.3, null, 1.2],
  ["gpt-4o-mini-search-preview", 0.15, 0.075, 0.6],
  ["gpt-4o-search-preview", 2.5, null, 10],
  ["gpt-4o:extended", 6, null, 18],
  ["gpt-5", 1.25, 0.125, 10],
  ["gpt-5-1", 1.25, 0.125, 10],
  ["gpt-5-1-chat", 1.25, 0.125, 10],
  ["gpt-5-1-chat-latest", 1.25, 0.125, 10],
  ["gpt-5-1-codex", 1.25, 0.125, 10],
  ["gpt-5-1-codex-max", 1.25, 0.125, 10],
  ["gpt-5-1-codex-mini", 0.25, 0.025, 2],
  ["gpt-5-1-mini", 0.25, 0.025, 2],
  ["gpt-5-2", 1.75, 0.175, 14],
  ["gpt-5-2-chat", 1.75, 0.175, 14],
  ["gpt-5-2-chat-latest", 1.75, 0.175, 14],
  ["gpt-5-2-codex", 1.75, 0.175, 14],
  ["gpt-5-2-pro-2025-12-11", 21, null, 168],
  ["gpt-5-3", 1.75, 0.175, 14],
  ["gpt-5-3-chat", 1.75, 0.175, 14],
  ["gpt-5-3-chat-latest", 1.75, 0.175, 14],
  ["gpt-5-3-codex", 1.75, 0.175, 14],
  ["gpt-5-4", 2.5, 0.25, 15],
  ["gpt-5-4-mini", 0.75, 0.075, 4.5],
  ["gpt-5-4-nano", 0.2, 0.02, 1.25],
  ["gpt-5-4-pro", 30, null, 180],
  ["gpt-5-5", 5, 0.5, 30],
  ["gpt-5-5-chat", 5, 0.5, 30],
  ["gpt-5-5-chat-latest", 5, 0.5, 30],
  ["gpt-5-5-codex", 5, 0.5, 30],
  ["gpt-5-5-pro", 30, null, 180],
  ["gpt-5-6", 4, 0.4, 20],
  ["gpt-5-6-luna", 0.2, 0.02, 1.2],
  ["gpt-5-6-sol", 4, 0.4, 20],
  ["gpt-5-6-terra", 2, 0.2, 12],
  ["gpt-5-chat", 1.25, 0.125, 10],
  ["gpt-5-chat-latest", 1.25, 0.125, 10],
  ["gpt-5-codex", 1.25, 0.125, 10],
  ["gpt-5-mini", 0.25, 0.025, 2],
  ["gpt-5-nano", 0.05, 5e-3, 0.4],
  ["gpt-5-pro", 15, null, 120],
  ["gpt-5.1", 1.25, 0.125, 10],
  ["gpt-5.1-chat", 1.25, 0.125, 10],
  ["gpt-5.1-chat-latest", 1.25, 0.125, 10],
  ["gpt-5.1-codex", 1.25, 0.125, 10],
  ["gpt-5.1-codex-max", 1.25, 0.125, 10],
  ["gpt-5.1-codex-mini", 0.25, 0.025, 2],
  ["gpt-5.1-mini", 0.25, 0.025, 2],
  ["gpt-5.2", 1.75, 0.175, 14],
  ["gpt-5.2-chat", 1.75, 0.175, 14],
  ["gpt-5.2-chat-latest", 1.75, 0.175, 14],
  ["gpt-5.2-codex", 1.75, 0.175, 14],
  ["gpt-5.2-pro", 21, null, 168],
  ["gpt-5.3", 1.75, 0.175, 14],
  ["gpt-5.3-chat", 1.75, 0.175, 14],
  ["gpt-5.3-chat-latest", 1.75, 0.175, 14],
  ["gpt-5.3-codex", 1.75, 0.175, 14],
  ["gpt-5.4", 2.5, 0.25, 15],
  ["gpt-5.4-mini", 0.75, 0.075, 4.5],
  ["gpt-5.4-nano", 0.2, 0.02, 1.25],
  ["gpt-5.4-pro", 30, null, 180],
  ["gpt-5.5", 5, 0.5, 30],
  ["gpt-5.5-chat", 5, 0.5, 30],
  ["gpt-5.5-chat-latest", 5, 0.5, 30],
  ["gpt-5.5-codex", 5, 0.5, 30],
  ["gpt-5.5-pro", 30, null, 180],
  ["gpt-5.6", 4, 0.4, 20],
  ["gpt-5.6-luna", 0.2, 0.02, 1.2],
  ["gpt-5.6-sol", 4, 0.4, 20],
  ["gpt-5.6-terra", 2, 0.2, 12],
  ["gpt-6-astra", 10, 1, 50],
  ["gpt-6-luna", 0.1, 0.01, 0.5],
  ["gpt-6-sol", 2, 0.2, 10],
  ["gpt-chat-latest", 5, 0.5, 30],
  ["gpt-oss-120b", 0.039, null, 0.18],
  ["gpt-oss-20b", 0.029, null, 0.14],
  ["gpt-oss-safeguard-20b", 0.075, 0.037, 0.3],
  ["grok-2", 2, null, 10],
  ["grok-2-1212", 2, null, 10],
  ["grok-2-latest", 2, null, 10],
  ["grok-2-vision", 2, null, 10],
  ["grok-2-vision-1212", 2, null, 10],
  ["grok-2-vision-latest", 2, null, 10],
  ["grok-3", 3, 0.75, 15],
  ["grok-3-beta", 3, 0.75, 15],
  ["grok-3-fast", 5, 1.25, 25],
  ["grok-3-fast-beta", 5, 1.25, 25],
  ["grok-3-fast-latest", 5, 1.25, 25],
  ["grok-3-latest", 3, 0.75, 15],
  ["grok-3-mini", 0.3, 0.075, 0.5],
  ["grok-3-mini-beta", 0.3, 0.075, 0.5],
  ["grok-3-mini-fast", 0.6, 0.15, 4],
  ["grok-3-mini-fast-beta", 0.6, 0.15, 4],
  ["grok-3-mini-fast-latest", 0.6, 0.15, 4],
  ["grok-3-mini-latest", 0.3, 0.075, 0.5],
  ["grok-4", 3, 0.75, 15],
  ["grok-4-0709", 3, 0.75, 15],
  ["grok-4-1-fast", 0.2, 0.05, 0.5],
  ["grok-4-1-fast-non-reasoning", 0.2, 0.05, 0.5],
  ["grok-4-1-fast-non-reasoning-latest", 0.2, 0.05, 0.5],
  ["grok-4-1-fast-reasoning", 0.2, 0.05, 0.5],
  ["grok-4-1-fast-reasoning-latest", 0.2, 0.05, 0.5],
  ["grok-4-fast", 0.2, 0.05, 0.5],
  ["grok-4-fast-non-reasoning", 0.2, 0.05, 0.5],
  ["grok-4-fast-non-reasoning-latest", 0.2, 0.05, 0.5],
  ["grok-4-fast-reasoning", 0.2, 0.05, 0.5],
  ["grok-4-fast-reasoning-latest", 0.2, 0.05, 0.5],
  ["grok-4-latest", 3, 0.75, 15],
  ["grok-4.20", 1.25, 0.2, 2.5],
  ["grok-4.20-multi-agent", 2, 0.2, 6],
  ["grok-4.3", 1.25, 0.2, 2.5],
  ["grok-4.3-latest", 1.25, 0.2, 2.5],
  ["grok-4.5", 2, 0.3, 6],
  ["grok-4.5-latest", 2, 0.3, 6],
  ["grok-4.6", 2, 0.5, 6],
  ["grok-4.6-latest", 2, 0.5, 6],
  ["grok-build-0.1", 1, 0.2, 2],
  ["grok-code-fast", 0.2, 0.02, 1.5],
  ["grok-code-fast-1", 0.2, 0.02, 1.5],
  ["grok-code-fast-1-0825", 0.2, 0.02, 1.5],
  ["grok-latest", 2, 0.3, 6],
  ["labs-devstral-small-2512", 0.1, null, 0.3],
  ["llama-3.1-405b-reasoning", 0.59, null, 0.79],
  ["llama-3.1-70b-versatile", 0.59, null, 0.79],
  ["llama-3.1-8b-instant", 0.05, null, 0.08],
  ["llama-3.2-11b-text-preview", 0.18, null, 0.18],
  ["llama-3.2-11b-vision-preview", 0.18, null, 0.18],
  ["llama-3.2-1b-preview", 0.04, null, 0.04],
  ["llama-3.2-3b-preview", 0.06, null, 0.06],
  ["llama-3.2-90b-text-preview", 0.9, null, 0.9],
  ["llama-3.2-90b-vision-preview", 0.9, null, 0.9],
  ["llama-3.3-70b-specdec", 0.59, null, 0.99],
  ["llama-3.3-70b-versatile", 0.59, null, 0.79],
  ["llama-guard-3-8b", 0.2, null, 0.2],
  ["llama2-70b-4096", 0.7, null, 0.8],
  ["llama3-70b-8192", 0.59, null, 0.79],
  ["llama3-8b-8192", 0.05, null, 0.08],
  ["llama3-groq-70b-8192-tool-use-preview", 0.89, null, 0.89],
  ["llama3-groq-8b-8192-tool-use-preview", 0.19, null, 0.19],
  ["magistral-medium", 2, null, 5],
  ["magistral-small", 0.5, null, 1.5],
  ["meta-llama/llama-4-maverick-17b-128e-instruct", 0.2, null, 0.6],
  ["meta-llama/llama-4-scout-17b-16e-instruct", 0.11, null, 0.34],
  ["meta-llama/llama-guard-4-12b", 0.2, null, 0.2],
  ["ministral-14b-2512", 0.2, 0.02, 0.2],
  ["ministral-3b", 0.04, null, 0.04],
  ["ministral-3b-2512", 0.1, 0.01, 0.1],
  ["ministral-8b", 0.1, null, 0.1],
  ["ministral-8b-2410", 0.1, null, 0.1],
  ["ministral-8b-2512", 0.15, 0.015, 0.15],
  ["ministral-8b-latest", 0.15, 0.015, 0.15],
  ["mistral-7b", 0.25, null, 0.25],
  ["mistral-embed", 0.1, null, 0.1],
  ["mistral-large", 2, null, 6],
  ["mistral-large-2407", 2, null, 6],
  ["mistral-large-2411", 2, null, 6],
  ["mistral-large-2512", 0.5, 0.05, 1.5],
  ["mistral-large-latest", 2, null, 6],
  ["mistral-medium", 0.4, 0.04, 2],
  ["mistral-medium-2312", 2.7, null, 8.1],
  ["mistral-medium-2505", 0.4, 0.04, 2],
  ["mistral-medium-2508", 0.4, 0.04, 2],
  ["mistral-medium-3", 1.5, 0.15, 7.5],
  ["mistral-medium-3-1", 0.4, 0.04, 2],
  ["mistral-medium-3-5", 1.5, 0.15, 7.5],
  ["mistral-medium-3.5", 1.5, 0.15, 7.5],
  ["mistral-medium-latest", 1.5, 0.15, 7.5],
  ["mistral-nemo", 0.15, null, 0.15],
  ["mistral-saba", 0.2, null, 0.6],
  ["mistral-saba-24b", 0.79, null, 0.79],
  ["mistral-saba-latest", 0.2, null, 0.6],
  ["mistral-small-24b-instruct-2501", 0.05, null, 0.08],
  ["mistral-small-2603", 0.15, 0.015, 0.6],
  ["mistral-small-3.1-24b-instruct", 0.351, null, 0.555],
  ["mistral-small-3.2-24b-instruct", 0.075, null, 0.2],
  ["mistral-small-latest", 0.1, null, 0.3],
  ["mistral-tiny", 0.25, null, 0.25],
  ["mixtral-8x22b-instruct", 0.9, null, 0.9],
  ["mixtral-8x7b", 0.7, null, 0.7],
  ["mixtral-8x7b-32768", 0.24, null, 0.24],
  ["moonshotai/kimi-k2-instruct", 1, 0.5, 3],
  ["moonshotai/kimi-k2-instruct-0905", 1, 0.5, 3],
  ["o1", 15, 7.5, 60],
  ["o1-mini", 1.1, 0.55, 4.4],
  ["o1-preview", 15, 7.5, 60],
  ["o1-pro", 150, null, 600],
  ["o3", 2, 0.5, 8],
  ["o3-deep-research", 10, 2.5, 40],
  ["o3-mini", 1.1, 0.55, 4.4],
  ["o3-mini-high", 1.1, 0.55, 4.4],
  ["o3-pro", 20, null, 80],
  ["o4-mini", 1.1, 0.275, 4.4],
  ["o4-mini-deep-research", 2, 0.5, 8],
  ["o4-mini-high", 1.1, 0.275, 4.4],
  ["open-mistral-7b", 0.25, null, 0.25],
  ["open-mistral-nemo", 0.15, null, 0.15],
  ["open-mixtral-8x7b", 0.7, null, 0.7],
  ["openai/gpt-oss-120b", 0.15, 0.075, 0.6],
  ["openai/gpt-oss-20b", 0.075, 0.0375, 0.3],
  ["openai/gpt-oss-safeguard-20b", 0.15, 0.075, 0.6],
  ["pixtral-12b", 0.15, null, 0.15],
  ["pixtral-12b-latest", 0.15, null, 0.15],
  ["pixtral-large", 2, null, 6],
  ["pixtral-large-2411", 2, null, 6],
  ["pixtral-large-latest", 2, null, 6],
  ["qwen/qwen3-32b", 0.29, null, 0.59],
  ["x-ai/grok-4.3", 1.25, 0.2, 2.5],
  ["x-ai/grok-4.5", 2, 0.3, 6],
  ["x-ai/grok-4.6", 2, 0.5, 6]
];

// src/plan/prices.ts
var knownPrices = new Map(
  priceTable.map(([model, input, cachedInput, output]) => [
    model,
    { inputPerMillionUsd: input, cachedInputPerMillionUsd: cachedInput, outputPerMillionUsd: output }
  ])
);
function priceOf(model, configPrices) {
  const plain = model.slice(model.lastIndexOf("/") + 1);
  for (const id of [model, plain, stripDate(model), stripDate(plain)]) {
    const price = Object.hasOwn(configPrices, id) ? configPrices[id] : knownPrices.get(id);
    if (price !== void 0) return price;
  }
  return null;
}
function costMicroUsd(usage, price) {
  if (usage === null || price === null) return null;
  const { inputPerMillionUsd: input, cachedInputPerMillionUsd: cached, outputPerMillionUsd: output } = price;
  const fresh = usage.inputTokens - usage.cachedInputTokens;
  return Math.round(fresh * input + usage.cachedInputTokens * (cached ?? input) + usage.outputTokens * output);
}
function estimateTokens(text) {
  return Math.ceil(text.length / 4);
}
function stripDate(model) {
  return model.replace(/-(\d{4}-\d{2}-\d{2}|\d{8})$/, "");
}

// src/plan/wanted.ts
function buildGenerationCall(wanted) {
  const baseline = wanted.arm === "baseline";
  const prompt = baseline ? wanted.prompt.baseline : wanted.prompt.candidate;
  const row = baseline ? wanted.case.baseline : wanted.case.candidate;
  if (prompt === null || row === null) throw new Error(`no ${wanted.arm} side for case ${wanted.case.id}`);
  const { messages } = renderPrompt(prompt, row.variables, row.messages);
  const request = buildGenerationRequest(prompt, messages);
  return { request, key: contentHash(request), purpose: "generate", arm: wanted.arm, sample: wanted.sample };
}
function interleaveArms(wanted) {
  const place = /* @__PURE__ */ new Map();
  const ranked = wanted.map((item, index) => {
    const key = `${item.prompt.suite}
${item.prompt.id}
${item.case.id}
${item.sample}`;
    if (!place.has(key)) place.set(key, index);
    return { item, rank: place.get(key) };
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ item }) => item);
}

// src/plan/estimate.ts
var assumedOutputTokens = 300;
var judgeOverheadTokens = 600;
var judgeReplyTokens = 150;
function estimateRound(wanted, judgeModel, prices) {
  return wanted.map((item) => estimateOne(item, judgeModel, prices)).reduce(addEstimates, nothing);
}
var nothing = {
  generationCalls: 0,
  judgeCalls: 0,
  inputTokens: 0,
  outputTokens: 0,
  costMicroUsd: 0
};
function addEstimates(a, b) {
  return {
    generationCalls: a.generationCalls + b.generationCalls,
    judgeCalls: a.judgeCalls + b.judgeCalls,
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    costMicroUsd: a.costMicroUsd === null || b.costMicroUsd === null ? null : a.costMicroUsd + b.costMicroUsd
  };
}
function estimateOne(item, judgeModel, prices) {
  const { request } = buildGenerationCall(item);
  const input = request.messages.reduce((sum, message) => sum + estimateTokens(message.content), 0);
  const limit = ["max-tokens", "max-completion-tokens", "max-output-tokens"].map((name) => request.parameters[name]);
  const output = Math.min(assumedOutputTokens, ...limit.filter((value) => typeof value === "number"));
  const judgeModels = item.prompt.metrics.flatMap(({ judge }) => {
    if (judge === null) return [];
    const { model = judgeModel, samples = 1 } = judge.config.options;
    return Array(Number(samples)).fill(model);
  });
  const judges = judgeModels.length;
  const answers = estimateCall(request.model, input, output, prices);
  const judging = judgeModels.map(
    (model) => estimateCall(String(model), judgeOverheadTokens + input + output, judgeReplyTokens, prices)
  );
  const costs = [answers, ...judging];
  return {
    generationCalls: 1,
    judgeCalls: judges,
    inputTokens: input + judges * (judgeOverheadTokens + input + output),
    outputTokens: output + judges * judgeReplyTokens,
    costMicroUsd: costs.reduce((sum, cost) => sum === null || cost === null ? null : sum + cost, 0)
  };
}
function estimateCall(model, inputTokens, outputTokens, prices) {
  return costMicroUsd({ inputTokens, cachedInputTokens: 0, outputTokens, reasoningTokens: 0 }, priceOf(model, prices));
}

// src/datasets/aliases.ts
var aliases = {
  input: ["query", "question", "user_input", "prompt"],
  expected: [
    "expected_output",
    "expectedOutput",
    "ideal",
    "target",
    "reference",
    "reference_answer",
    "ground_truth",
    "answer",
    "outputs"
  ],
  context: ["contexts", "retrieved_contexts", "retrieval_context"]
};
function unwrapRow(values) {
  const isWrapped = isJsonObject(values.item) && Object.keys(values).every((key) => key === "item" || key === "sample");
  return isWrapped ? { ...asObject(values.item), ...values } : values;
}
function addCanonicalNames(row) {
  const inputs = asObject(row.inputs);
  const columns = { ...inputs, ...row };
  const added = [];
  for (const [name, others] of Object.entries(aliases)) {
    if (Object.hasOwn(columns, name)) continue;
    const alias = others.find((other) => Object.hasOwn(columns, other) && columns[other] !== null);
    if (alias !== void 0) added.push([name, columns[alias]]);
    else if (name === "input" && Object.keys(inputs).length === 1) added.push([name, Object.values(inputs)[0]]);
  }
  return { ...columns, ...Object.fromEntries(added) };
}
function asObject(value) {
  return isJsonObject(value) ? value : {};
}

// src/datasets/rows.ts
var derivedIdLength = 12;
function parseRows(rows) {
  if (rows.length === 0) throw UserError.of("The dataset has no rows.", "Add at least one row.");
  const problems = [];
  const drafts = rows.flatMap((row) => {
    const draft = readRow(row, (message, hint) => problems.push(buildProblem(message, hint, row.where)));
    return draft === null ? [] : [draft];
  });
  problems.push(...findDuplicateIds(drafts));
  throwProblems(problems);
  return nameCases(drafts);
}
function readRow({ values, where }, report) {
  if (!isJsonObject(values)) {
    report("is not an object of columns and values.", 'Write {"input": …, "expected": …}.');
    return null;
  }
  const fault = findJsonFault(values);
  if (fault !== null) {
    report(fault, "Keep to plain, finite values.");
    return null;
  }
  const columns = unwrapRow(values);
  const variables = addCanonicalNames(columns);
  const id = readId(columns.id ?? null, report);
  const messages = readConversation(variables, report);
  const critical = readCritical(columns.critical ?? null, report);
  const tags = readTags(columns.tags ?? null, report);
  const hash = contentHash({ variables, messages, critical });
  const derivedId2 = id ?? contentHash(values).slice(0, derivedIdLength);
  return { id, derivedId: derivedId2, variables, messages, tags, critical, hash, where };
}
function readId(value, report) {
  if (value === null) return null;
  if (typeof value === "number" && (Number.isSafeInteger(value) || !Number.isInteger(value))) return String(value);
  if (typeof value === "string" && value.trim() !== "") return value;
  if (value === "" || typeof value === "string")
    report('"id" is empty.', "Give every row an id, or remove the column.");
  else if (typeof value === "number") report('"id" is too large for a number.', "Put quotes around it.");
  else report('"id" must be text or a number.', "Put quotes around it.");
  return null;
}
function readConversation(variables, report) {
  const { messages = null, input = null } = variables;
  const isChat = Array.isArray(input) && input.length > 0 && input.every((item) => isJsonObject(item) && "role" in item);
  if (messages === null && !isChat) return null;
  const column = messages === null ? "input" : "messages";
  return readMessages(messages ?? input, (path, message, hint) => {
    report(`${nameOf([column, ...path])} ${message}`, hint);
  });
}
function readCritical(value, report) {
  const word = typeof value === "string" ? value.trim().toLowerCase() : value;
  if (word === true || word === "true") return true;
  if (word !== null && word !== "" && word !== false && word !== "false") {
    report('"critical" is neither true nor false.', "Write true or false.");
  }
  return false;
}
function readTags(value, report) {
  if (value === null) return [];
  const tags = typeof value === "string" ? value.split(/[,;]/) : value;
  if (Array.isArray(tags) && tags.every((tag) => typeof tag === "string")) {
    return tags.map((tag) => tag.trim()).filter((tag) => tag !== "");
  }
  report('"tags" must be a list of texts.', 'Write ["one", "two"], or "one, two" in CSV.');
  return [];
}
function findDuplicateIds(drafts) {
  const first = /* @__PURE__ */ new Map();
  return drafts.flatMap((draft) => {
    const earlier = draft.id === null ? void 0 : first.get(draft.id);
    if (draft.id !== null && earlier === void 0) first.set(draft.id, draft);
    if (draft.id === null || earlier === void 0) return [];
    const { path, line } = earlier.where;
    const place = line === null ? path : `${path}:${line}`;
    const message = `has the id ${quoteName(draft.id)}, as ${place} has.`;
    return [buildProblem(message, "Give each row its own id.", draft.where)];
  });
}
function nameCases(drafts) {
  const taken = new Set(drafts.map(({ id }) => id));
  const counts = /* @__PURE__ */ new Map();
  const repeated = [];
  const cases = drafts.map((draft) => {
    const { derivedId: derivedId2, ...rest } = draft;
    if (draft.id !== null) return { ...rest, id: draft.id };
    let count = (counts.get(derivedId2) ?? 0) + 1;
    if (count > 1) repeated.push(draft);
    const name = () => count === 1 ? derivedId2 : `${derivedId2}-${count}`;
    while (taken.has(name())) count += 1;
    counts.set(derivedId2, count);
    taken.add(name());
    return { ...rest, id: name() };
  });
  return { cases, warnings: warnOfRepeats(repeated) };
}
function warnOfRepeats(repeated) {
  const [first] = repeated;
  if (first === void 0) return [];
  const rows = repeated.length === 1 ? "One row equals" : `${repeated.length} rows equal`;
  const hint = 'Remove them, or add an "id" column.';
  return [buildProblem(`${rows} an earlier one and counts again; the first is here.`, hint, first.where)];
}

// src/prompts/resolve.ts
function resolvePrompt(prompt, defaults) {
  const model = prompt.model ?? defaults.id;
  if (model === null) {
    const hint = 'Add "model: …" to this file, or "model: { id: … }" to the config as the default.';
    throw UserError.of("names no model.", hint, { path: prompt.path, line: null, column: null });
  }
  const parameters = mergeParameters(defaults.parameters, prompt.parameters);
  const settled = { ...prompt, model, api: defaults.api, parameters };
  return { ...settled, id: identifyPrompt(prompt), version: versionOf(settled) };
}
function identifyPrompt(prompt) {
  return prompt.name ?? prompt.path;
}
function promptContent(prompt) {
  return {
    messages: prompt.messages.map(({ role, content }) => ({ role, content })),
    model: prompt.model,
    api: "api" in prompt ? prompt.api : null,
    parameters: prompt.parameters,
    responseFormat: prompt.responseFormat === null ? null : { ...prompt.responseFormat },
    tools: prompt.tools,
    retrieval: prompt.retrieval
  };
}
function versionOf(prompt) {
  return `pv-${contentHash(promptContent(prompt)).slice(0, 12)}`;
}
function mergeParameters(defaults, own) {
  const isLimited = tokenLimits.some((name) => Object.hasOwn(own, name));
  const kept = Object.entries(defaults).filter(([name]) => !(isLimited && tokenLimits.includes(name)));
  return { ...Object.fromEntries(kept), ...own };
}

// node_modules/csv-parse/lib/api/CsvError.js
var CsvError = class _CsvError extends Error {
  constructor(code, message, options, ...contexts) {
    if (Array.isArray(message)) message = message.join(" ").trim();
    super(message);
    if (Error.captureStackTrace !== void 0) {
      Error.captureStackTrace(this, _CsvError);
    }
    this.code = code;
    for (const context of contexts) {
      for (const key in context) {
        const value = context[key];
        this[key] = Buffer.isBuffer(value) ? value.toString(options.encoding) : value == null ? value : JSON.parse(JSON.stringify(value));
      }
    }
  }
};

// node_modules/csv-parse/lib/utils/is_object.js
var is_object = function(obj) {
  return typeof obj === "object" && obj !== null && !Array.isArray(obj);
};

// node_modules/csv-parse/lib/api/normalize_columns_array.js
var normalize_columns_array = function(columns) {
  const normalizedColumns = [];
  for (let i = 0, l = columns.length; i < l; i++) {
    const column = columns[i];
    if (column === void 0 || column === null || column === false) {
      normalizedColumns[i] = { disabled: true };
    } else if (typeof column === "string" || typeof column === "number") {
      normalizedColumns[i] = { name: `${column}` };
    } else if (is_object(column)) {
      if (typeof column.name !== "string") {
        throw new CsvError("CSV_OPTION_COLUMNS_MISSING_NAME", [
          "Option columns missing name:",
          `property "name" is required at position ${i}`,
          "when column is an object literal"
        ]);
      }
      normalizedColumns[i] = column;
    } else {
      throw new CsvError("CSV_INVALID_COLUMN_DEFINITION", [
        "Invalid column definition:",
        "expect a string or a literal object,",
        `got ${JSON.stringify(column)} at position ${i}`
      ]);
    }
  }
  return normalizedColumns;
};

// node_modules/csv-parse/lib/utils/ResizeableBuffer.js
var ResizeableBuffer = class {
  constructor(size = 100) {
    this.size = size;
    this.length = 0;
    this.buf = Buffer.allocUnsafe(size);
  }
  prepend(val) {
    if (Buffer.isBuffer(val)) {
      const length = this.length + val.length;
      if (length >= this.size) {
        this.resize();
        if (length >= this.size) {
          throw Error("INVALID_BUFFER_STATE");
        }
      }
      const buf = this.buf;
      this.buf = Buffer.allocUnsafe(this.size);
      val.copy(this.buf, 0);
      buf.copy(this.buf, val.length);
      this.length += val.length;
    } else {
      const length = this.length++;
      if (length === this.size) {
        this.resize();
      }
      const buf = this.clone();
      this.buf[0] = val;
      buf.copy(this.buf, 1, 0, length);
    }
  }
  append(val) {
    const length = this.length++;
    if (length === this.size) {
      this.resize();
    }
    this.buf[length] = val;
  }
  clone() {
    return Buffer.from(this.buf.slice(0, this.length));
  }
  resize() {
    const length = this.length;
    this.size = this.size * 2;
    const buf = Buffer.allocUnsafe(this.size);
    this.buf.copy(buf, 0, 0, length);
    this.buf = buf;
  }
  toString(encoding) {
    if (encoding) {
      return this.buf.toString(encoding, 0, this.length);
    } else {
      return Uint8Array.prototype.slice.call(this.buf.slice(0, this.length));
    }
  }
  toJSON() {
    return this.toString("utf8");
  }
  reset() {
    this.length = 0;
  }
};
var ResizeableBuffer_default = ResizeableBuffer;

// node_modules/csv-parse/lib/api/init_state.js
var init_state = function(options) {
  const timchars = [
    // Basic Latin
    32,
    // [Space](https://www.fileformat.info/info/unicode/char/0020/index.htm)
    9,
    // [CHARACTER TABULATION (HT)](https://www.fileformat.info/info/unicode/char/0009/index.htm)
    10,
    // [LINE FEED (LF)](https://www.fileformat.info/info/unicode/char/000a/index.htm)
    13,
    // [CARRIAGE RETURN (CR)](https://www.fileformat.info/info/unicode/char/000d/index.htm)
    12,
    // [FORM FEED (FF)](https://www.fileformat.info/info/unicode/char/000c/index.htm)
    11,
    // [LINE TABULATION (VT)](https://www.fileformat.info/info/unicode/char/000b/index.htm)
    // Latin-1 Supplement
    160,
    // [NO-BREAK SPACE (NBSP)](https://www.fileformat.info/info/unicode/char/00a0/index.htm)
    // Ogham
    5760,
    // [OGHAM SPACE MARK](https://www.fileformat.info/info/unicode/char/1680/index.htm)
    // General Punctuation
    8192,
    // [EN QUAD](https://www.fileformat.info/info/unicode/char/2000/index.htm)
    8193,
    // [EM QUAD](https://www.fileformat.info/info/unicode/char/2001/index.htm)
    8194,
    // [EN SPACE](https://www.fileformat.info/info/unicode/char/2002/index.htm)
    8195,
    // [EM SPACE](https://www.fileformat.info/info/unicode/char/2003/index.htm)
    8196,
    // [THREE-PER-EM SPACE](https://www.fileformat.info/info/unicode/char/2004/index.htm)
    8197,
    // [FOUR-PER-EM SPACE](https://www.fileformat.info/info/unicode/char/2005/index.htm)
    8198,
    // [SIX-PER-EM SPACE](https://www.fileformat.info/info/unicode/char/2006/index.htm)
    8199,
    // [FIGURE SPACE](https://www.fileformat.info/info/unicode/char/2007/index.htm)
    8200,
    // [PUNCTUATION SPACE](https://www.fileformat.info/info/unicode/char/2008/index.htm)
    8201,
    // [THIN SPACE](https://www.fileformat.info/info/unicode/char/2009/index.htm)
    8202,
    // [HAIR SPACE](https://www.fileformat.info/info/unicode/char/200a/index.htm)
    8232,
    // [LINE SEPARATOR](https://www.fileformat.info/info/unicode/char/2028/index.htm)
    8233,
    // [PARAGRAPH SEPARATOR](https://www.fileformat.info/info/unicode/char/2029/index.htm)
    8239,
    // [NARROW NO-BREAK SPACE (NNBSP)](https://www.fileformat.info/info/unicode/char/202f/index.htm)
    8287,
    // [MEDIUM MATHEMATICAL SPACE (MMSP)](https://www.fileformat.info/info/unicode/char/205f/index.htm)
    12288,
    // [IDEOGRAPHIC SPACE](https://www.fileformat.info/info/unicode/char/3000/index.htm)
    65279
    // [ZERO WIDTH NO-BREAK SPACE (BOM)](https://www.fileformat.info/info/unicode/char/feff/index.htm)
  ].reduce((acc, codepoint) => {
    const encoded = Buffer.from(
      String.fromCharCode(codepoint),
      options.encoding
    );
    if (codepoint !== 63 && encoded.length === 1 && encoded[0] === 63) {
      return acc;
    }
    acc.push(encoded);
    return acc;
  }, []);
  const timcharFirstBytes = new Uint8Array(256);
  for (const t of timchars) timcharFirstBytes[t[0]] = 1;
  return {
    bomSkipped: false,
    bufBytesStart: 0,
    castField: options.cast_function,
    commenting: false,
    delimiterBufPrevious: void 0,
    delimiterDiscovered: false,
    // Current error encountered by a record
    error: void 0,
    enabled: options.from_line === 1,
    escaping: false,
    escapeIsQuote: Buffer.isBuffer(options.escape) && Buffer.isBuffer(options.quote) && Buffer.compare(options.escape, options.quote) === 0,
    // columns can be `false`, `true`, `Array`
    expectedRecordLength: Array.isArray(options.columns) ? options.columns.length : void 0,
    field: new ResizeableBuffer_default(20),
    firstLineToHeaders: options.cast_first_line_to_header,
    needMoreDataSize: Math.max(
      // Skip if the remaining buffer smaller than comment
      options.comment !== null ? options.comment.length : 0,
      ...options.delimiter ? options.delimiter.map((delimiter) => delimiter.length) : [],
      // Auto discovery of delimiter is limited to 1 character
      options.delimiter_auto ? 1 : 0,
      // Skip if the remaining buffer can be escape sequence
      options.quote !== null ? options.quote.length : 0,
      ...timchars.map((t) => t.length)
    ),
    previousBuf: void 0,
    quoting: false,
    stop: false,
    rawBuffer: new ResizeableBuffer_default(100),
    record: [],
    recordHasError: false,
    record_length: 0,
    recordDelimiterMaxLength: options.record_delimiter.length === 0 ? 0 : Math.max(...options.record_delimiter.map((v) => v.length)),
    trimChars: [
      Buffer.from(" ", options.encoding)[0],
      Buffer.from("	", options.encoding)[0]
    ],
    wasQuoting: false,
    wasRowDelimiter: false,
    timchars,
    timcharFirstBytes
  };
};

// node_modules/csv-parse/lib/utils/underscore.js
var underscore = function(str) {
  return str.replace(/([A-Z])/g, function(_, match) {
    return "_" + match.toLowerCase();
  });
};

// node_modules/csv-parse/lib/api/normalize_options.js
var normalize_options = function(opts) {
  const options = {};
  for (const opt in opts) {
    options[underscore(opt)] = opts[opt];
  }
  if (options.encoding === void 0 || options.encoding === true) {
    options.encoding = "utf8";
  } else if (options.encoding === null || options.encoding === false) {
    options.encoding = null;
  } else if (typeof options.encoding !== "string" && options.encoding !== null) {
    throw new CsvError(
      "CSV_INVALID_OPTION_ENCODING",
      [
        "Invalid option encoding:",
        "encoding must be a string or null to return a buffer,",
        `got ${JSON.stringify(options.encoding)}`
      ],
      options
    );
  }
  if (options.bom === void 0 || options.bom === null || options.bom === false) {
    options.bom = false;
  } else if (options.bom !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_BOM",
      [
        "Invalid option bom:",
        "bom must be true,",
        `got ${JSON.stringify(options.bom)}`
      ],
      options
    );
  }
  options.cast_function = null;
  if (options.cast === void 0 || options.cast === null || options.cast === false || options.cast === "") {
    options.cast = void 0;
  } else if (typeof options.cast === "function") {
    options.cast_function = options.cast;
    options.cast = true;
  } else if (options.cast !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_CAST",
      [
        "Invalid option cast:",
        "cast must be true or a function,",
        `got ${JSON.stringify(options.cast)}`
      ],
      options
    );
  }
  if (options.cast_date === void 0 || options.cast_date === null || options.cast_date === false || options.cast_date === "") {
    options.cast_date = false;
  } else if (options.cast_date === true) {
    options.cast_date = function(value) {
      const date = Date.parse(value);
      return !isNaN(date) ? new Date(date) : value;
    };
  } else if (typeof options.cast_date !== "function") {
    throw new CsvError(
      "CSV_INVALID_OPTION_CAST_DATE",
      [
        "Invalid option cast_date:",
        "cast_date must be true or a function,",
        `got ${JSON.stringify(options.cast_date)}`
      ],
      options
    );
  }
  options.cast_first_line_to_header = void 0;
  if (options.columns === true) {
    options.cast_first_line_to_header = void 0;
  } else if (typeof options.columns === "function") {
    options.cast_first_line_to_header = options.columns;
    options.columns = true;
  } else if (Array.isArray(options.columns)) {
    options.columns = normalize_columns_array(options.columns);
  } else if (options.columns === void 0 || options.columns === null || options.columns === false) {
    options.columns = false;
  } else {
    throw new CsvError(
      "CSV_INVALID_OPTION_COLUMNS",
      [
        "Invalid option columns:",
        "expect an array, a function or true,",
        `got ${JSON.stringify(options.columns)}`
      ],
      options
    );
  }
  if (options.group_columns_by_name === void 0 || options.group_columns_by_name === null || options.group_columns_by_name === false) {
    options.group_columns_by_name = false;
  } else if (options.group_columns_by_name !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME",
      [
        "Invalid option group_columns_by_name:",
        "expect an boolean,",
        `got ${JSON.stringify(options.group_columns_by_name)}`
      ],
      options
    );
  } else if (options.columns === false) {
    throw new CsvError(
      "CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME",
      [
        "Invalid option group_columns_by_name:",
        "the `columns` mode must be activated."
      ],
      options
    );
  }
  if (options.comment === void 0 || options.comment === null || options.comment === false || options.comment === "") {
    options.comment = null;
  } else {
    if (typeof options.comment === "string") {
      options.comment = Buffer.from(options.comment, options.encoding);
    }
    if (!Buffer.isBuffer(options.comment)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_COMMENT",
        [
          "Invalid option comment:",
          "comment must be a buffer or a string,",
          `got ${JSON.stringify(options.comment)}`
        ],
        options
      );
    }
  }
  if (options.comment_no_infix === void 0 || options.comment_no_infix === null || options.comment_no_infix === false) {
    options.comment_no_infix = false;
  } else if (options.comment_no_infix !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_COMMENT",
      [
        "Invalid option comment_no_infix:",
        "value must be a boolean,",
        `got ${JSON.stringify(options.comment_no_infix)}`
      ],
      options
    );
  }
  if (options.delimiter_auto === void 0 || options.delimiter_auto === null || options.delimiter_auto === false) {
    options.delimiter_auto = false;
  } else if (options.delimiter_auto === true) {
    options.delimiter_auto = {};
  } else if (!is_object(options.delimiter_auto)) {
    throw new CsvError(
      "CSV_INVALID_OPTION_DELIMITER_AUTO",
      [
        "Invalid option delimiter_auto:",
        "delimiter_auto must be a boolean or a configuration object,",
        `got ${JSON.stringify(options.delimiter_auto)}`
      ],
      options
    );
  }
  if (options.delimiter_auto) {
    if (options.delimiter_auto.preferred === void 0)
      options.delimiter_auto.preferred = {
        [",".charCodeAt(0)]: 1.8,
        ["	".charCodeAt(0)]: 1.8,
        [";".charCodeAt(0)]: 1.6,
        [" ".charCodeAt(0)]: 1.6,
        [":".charCodeAt(0)]: 1.5,
        [".".charCodeAt(0)]: 1.4,
        ["/".charCodeAt(0)]: 1.4
      };
    else if (!is_object(options.delimiter_auto.preferred)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "preferred must be an object,",
          `got ${JSON.stringify(options.delimiter_auto.preferred)}`
        ],
        options
      );
    }
    if (options.delimiter_auto.score === void 0)
      options.delimiter_auto.score = (info, options2) => {
        return (info.total - info.std) * (options2.preferred[info.char_code] || 1);
      };
    else if (typeof options.delimiter_auto.score !== "function") {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "score must be a function,",
          `got ${JSON.stringify(options.delimiter_auto.score)}`
        ],
        options
      );
    }
    if (options.delimiter_auto.size === void 0)
      options.delimiter_auto.size = 2048;
    else if (typeof options.delimiter_auto.size !== "number") {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "size must be a number,",
          `got ${JSON.stringify(options.delimiter_auto.size)}`
        ],
        options
      );
    }
  }
  const delimiter_json = JSON.stringify(options.delimiter);
  if (options.delimiter_auto !== false) {
    options.delimiter = [];
  }
  if (!Array.isArray(options.delimiter)) {
    if (options.delimiter === void 0 || options.delimiter === null || options.delimiter === false) {
      options.delimiter = Buffer.from(",", options.encoding);
    }
    options.delimiter = [options.delimiter];
  }
  options.delimiter = options.delimiter.map(function(delimiter) {
    if (typeof delimiter === "string") {
      delimiter = Buffer.from(delimiter, options.encoding);
    }
    if (!Buffer.isBuffer(delimiter) || delimiter.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER",
        [
          "Invalid option delimiter:",
          "delimiter must be a non empty string or buffer or array of string|buffer,",
          `got ${delimiter_json}`
        ],
        options
      );
    }
    return delimiter;
  });
  if (options.escape === void 0 || options.escape === true) {
    options.escape = Buffer.from('"', options.encoding);
  } else if (typeof options.escape === "string") {
    options.escape = Buffer.from(options.escape, options.encoding);
  } else if (options.escape === null || options.escape === false) {
    options.escape = null;
  }
  if (options.escape !== null) {
    if (!Buffer.isBuffer(options.escape)) {
      throw new Error(
        `Invalid Option: escape must be a buffer, a string or a boolean, got ${JSON.stringify(options.escape)}`
      );
    }
  }
  if (options.from === void 0 || options.from === null) {
    options.from = 1;
  } else {
    if (typeof options.from === "string" && /\d+/.test(options.from)) {
      options.from = parseInt(options.from);
    }
    if (Number.isInteger(options.from)) {
      if (options.from < 0) {
        throw new Error(
          `Invalid Option: from must be a positive integer, got ${JSON.stringify(opts.from)}`
        );
      }
    } else {
      throw new Error(
        `Invalid Option: from must be an integer, got ${JSON.stringify(options.from)}`
      );
    }
  }
  if (options.from_line === void 0 || options.from_line === null) {
    options.from_line = 1;
  } else {
    if (typeof options.from_line === "string" && /\d+/.test(options.from_line)) {
      options.from_line = parseInt(options.from_line);
    }
    if (Number.isInteger(options.from_line)) {
      if (options.from_line <= 0) {
        throw new Error(
          `Invalid Option: from_line must be a positive integer greater than 0, got ${JSON.stringify(opts.from_line)}`
        );
      }
    } else {
      throw new Error(
        `Invalid Option: from_line must be an integer, got ${JSON.stringify(opts.from_line)}`
      );
    }
  }
  if (options.ignore_last_delimiters === void 0 || options.ignore_last_delimiters === null) {
    options.ignore_last_delimiters = false;
  } else if (typeof options.ignore_last_delimiters === "number") {
    options.ignore_last_delimiters = Math.floor(options.ignore_last_delimiters);
    if (options.ignore_last_delimiters === 0) {
      options.ignore_last_delimiters = false;
    }
  } else if (typeof options.ignore_last_delimiters !== "boolean") {
    throw new CsvError(
      "CSV_INVALID_OPTION_IGNORE_LAST_DELIMITERS",
      [
        "Invalid option `ignore_last_delimiters`:",
        "the value must be a boolean value or an integer,",
        `got ${JSON.stringify(options.ignore_last_delimiters)}`
      ],
      options
    );
  }
  if (options.ignore_last_delimiters === true && options.columns === false) {
    throw new CsvError(
      "CSV_IGNORE_LAST_DELIMITERS_REQUIRES_COLUMNS",
      [
        "The option `ignore_last_delimiters`",
        "requires the activation of the `columns` option"
      ],
      options
    );
  }
  if (options.info === void 0 || options.info === null || options.info === false) {
    options.info = false;
  } else if (options.info !== true) {
    throw new Error(
      `Invalid Option: info must be true, got ${JSON.stringify(options.info)}`
    );
  }
  if (options.max_record_size === void 0 || options.max_record_size === null || options.max_record_size === false) {
    options.max_record_size = 0;
  } else if (Number.isInteger(options.max_record_size) && options.max_record_size >= 0) {
  } else if (typeof options.max_record_size === "string" && /\d+/.test(options.max_record_size)) {
    options.max_record_size = parseInt(options.max_record_size);
  } else {
    throw new Error(
      `Invalid Option: max_record_size must be a positive integer, got ${JSON.stringify(options.max_record_size)}`
    );
  }
  if (options.objname === void 0 || options.objname === null || options.objname === false) {
    options.objname = void 0;
  } else if (Buffer.isBuffer(options.objname)) {
    if (options.objname.length === 0) {
      throw new Error(`Invalid Option: objname must be a non empty buffer`);
    }
    if (options.encoding === null) {
    } else {
      options.objname = options.objname.toString(options.encoding);
    }
  } else if (typeof options.objname === "string") {
    if (options.objname.length === 0) {
      throw new Error(`Invalid Option: objname must be a non empty string`);
    }
  } else if (typeof options.objname === "number") {
  } else {
    throw new Error(
      `Invalid Option: objname must be a string or a buffer, got ${options.objname}`
    );
  }
  if (options.objname !== void 0) {
    if (typeof options.objname === "number") {
      if (options.columns !== false) {
        throw Error(
          "Invalid Option: objname index cannot be combined with columns or be defined as a field"
        );
      }
    } else {
      if (options.columns === false) {
        throw Error(
          "Invalid Option: objname field must be combined with columns or be defined as an index"
        );
      }
    }
  }
  if (options.on_record === void 0 || options.on_record === null) {
    options.on_record = void 0;
  } else if (typeof options.on_record !== "function") {
    throw new CsvError(
      "CSV_INVALID_OPTION_ON_RECORD",
      [
        "Invalid option `on_record`:",
        "expect a function,",
        `got ${JSON.stringify(options.on_record)}`
      ],
      options
    );
  }
  if (options.on_skip !== void 0 && options.on_skip !== null && typeof options.on_skip !== "function") {
    throw new Error(
      `Invalid Option: on_skip must be a function, got ${JSON.stringify(options.on_skip)}`
    );
  }
  if (options.quote === null || options.quote === false || options.quote === "") {
    options.quote = null;
  } else {
    if (options.quote === void 0 || options.quote === true) {
      options.quote = Buffer.from('"', options.encoding);
    } else if (typeof options.quote === "string") {
      options.quote = Buffer.from(options.quote, options.encoding);
    }
    if (!Buffer.isBuffer(options.quote)) {
      throw new Error(
        `Invalid Option: quote must be a buffer or a string, got ${JSON.stringify(options.quote)}`
      );
    }
  }
  if (options.raw === void 0 || options.raw === null || options.raw === false) {
    options.raw = false;
  } else if (options.raw !== true) {
    throw new Error(
      `Invalid Option: raw must be true, got ${JSON.stringify(options.raw)}`
    );
  }
  if (options.record_delimiter === void 0) {
    options.record_delimiter = [];
  } else if (typeof options.record_delimiter === "string" || Buffer.isBuffer(options.record_delimiter)) {
    if (options.record_delimiter.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a non empty string or buffer,",
          `got ${JSON.stringify(options.record_delimiter)}`
        ],
        options
      );
    }
    options.record_delimiter = [options.record_delimiter];
  } else if (!Array.isArray(options.record_delimiter)) {
    throw new CsvError(
      "CSV_INVALID_OPTION_RECORD_DELIMITER",
      [
        "Invalid option `record_delimiter`:",
        "value must be a string, a buffer or array of string|buffer,",
        `got ${JSON.stringify(options.record_delimiter)}`
      ],
      options
    );
  }
  options.record_delimiter = options.record_delimiter.map(function(rd, i) {
    if (typeof rd !== "string" && !Buffer.isBuffer(rd)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a string, a buffer or array of string|buffer",
          `at index ${i},`,
          `got ${JSON.stringify(rd)}`
        ],
        options
      );
    } else if (rd.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a non empty string or buffer",
          `at index ${i},`,
          `got ${JSON.stringify(rd)}`
        ],
        options
      );
    }
    if (typeof rd === "string") {
      rd = Buffer.from(rd, options.encoding);
    }
    return rd;
  });
  if (typeof options.relax_column_count === "boolean") {
  } else if (options.relax_column_count === void 0 || options.relax_column_count === null) {
    options.relax_column_count = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count must be a boolean, got ${JSON.stringify(options.relax_column_count)}`
    );
  }
  if (typeof options.relax_column_count_less === "boolean") {
  } else if (options.relax_column_count_less === void 0 || options.relax_column_count_less === null) {
    options.relax_column_count_less = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count_less must be a boolean, got ${JSON.stringify(options.relax_column_count_less)}`
    );
  }
  if (typeof options.relax_column_count_more === "boolean") {
  } else if (options.relax_column_count_more === void 0 || options.relax_column_count_more === null) {
    options.relax_column_count_more = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count_more must be a boolean, got ${JSON.stringify(options.relax_column_count_more)}`
    );
  }
  if (typeof options.relax_quotes === "boolean") {
  } else if (options.relax_quotes === void 0 || options.relax_quotes === null) {
    options.relax_quotes = false;
  } else {
    throw new Error(
      `Invalid Option: relax_quotes must be a boolean, got ${JSON.stringify(options.relax_quotes)}`
    );
  }
  if (typeof options.skip_empty_lines === "boolean") {
  } else if (options.skip_empty_lines === void 0 || options.skip_empty_lines === null) {
    options.skip_empty_lines = false;
  } else {
    throw new Error(
      `Invalid Option: skip_empty_lines must be a boolean, got ${JSON.stringify(options.skip_empty_lines)}`
    );
  }
  if (typeof options.skip_records_with_empty_values === "boolean") {
  } else if (options.skip_records_with_empty_values === void 0 || options.skip_records_with_empty_values === null) {
    options.skip_records_with_empty_values = false;
  } else {
    throw new Error(
      `Invalid Option: skip_records_with_empty_values must be a boolean, got ${JSON.stringify(options.skip_records_with_empty_values)}`
    );
  }
  if (typeof options.skip_records_with_error === "boolean") {
  } else if (options.skip_records_with_error === void 0 || options.skip_records_with_error === null) {
    options.skip_records_with_error = false;
  } else {
    throw new Error(
      `Invalid Option: skip_records_with_error must be a boolean, got ${JSON.stringify(options.skip_records_with_error)}`
    );
  }
  if (options.rtrim === void 0 || options.rtrim === null || options.rtrim === false) {
    options.rtrim = false;
  } else if (options.rtrim !== true) {
    throw new Error(
      `Invalid Option: rtrim must be a boolean, got ${JSON.stringify(options.rtrim)}`
    );
  }
  if (options.ltrim === void 0 || options.ltrim === null || options.ltrim === false) {
    options.ltrim = false;
  } else if (options.ltrim !== true) {
    throw new Error(
      `Invalid Option: ltrim must be a boolean, got ${JSON.stringify(options.ltrim)}`
    );
  }
  if (options.trim === void 0 || options.trim === null || options.trim === false) {
    options.trim = false;
  } else if (options.trim !== true) {
    throw new Error(
      `Invalid Option: trim must be a boolean, got ${JSON.stringify(options.trim)}`
    );
  }
  if (options.trim === true && opts.ltrim !== false) {
    options.ltrim = true;
  } else if (options.ltrim !== true) {
    options.ltrim = false;
  }
  if (options.trim === true && opts.rtrim !== false) {
    options.rtrim = true;
  } else if (options.rtrim !== true) {
    options.rtrim = false;
  }
  if (options.to === void 0 || options.to === null) {
    options.to = -1;
  } else if (options.to !== -1) {
    if (typeof options.to === "string" && /\d+/.test(options.to)) {
      options.to = parseInt(options.to);
    }
    if (Number.isInteger(options.to)) {
      if (options.to <= 0) {
        throw new Error(
          `Invalid Option: to must be a positive integer greater than 0, got ${JSON.stringify(opts.to)}`
        );
      }
    } else {
      throw new Error(
        `Invalid Option: to must be an integer, got ${JSON.stringify(opts.to)}`
      );
    }
  }
  if (options.to_line === void 0 || options.to_line === null) {
    options.to_line = -1;
  } else if (options.to_line !== -1) {
    if (typeof options.to_line === "string" && /\d+/.test(options.to_line)) {
      options.to_line = parseInt(options.to_line);
    }
    if (Number.isInteger(options.to_line)) {
      if (options.to_line <= 0) {
        throw new Error(
          `Invalid Option: to_line must be a positive integer greater than 0, got ${JSON.stringify(opts.to_line)}`
        );
      }
    } else {
      throw new Error(
        `Invalid Option: to_line must be an integer, got ${JSON.stringify(opts.to_line)}`
      );
    }
  }
  return options;
};

// node_modules/csv-parse/lib/utils/delimiter_discover.js
var delimiter_discover = function(records, options) {
  if (!options) {
    ({ delimiter_auto: options } = normalize_options({ delimiter_auto: true }));
  }
  if (typeof records === "string") {
    records = Buffer.from(records);
  }
  if (Buffer.isBuffer(records)) {
    records = ((data) => {
      const records2 = [];
      const parser = transform({ delimiter: [] });
      const push = (record) => records2.push(record);
      const close = () => {
      };
      const error = parser.parse(data, true, push, close);
      if (error !== void 0) throw error;
      return records2;
    })(records);
  }
  const info = Array(127).fill().map(() => ({ lines: [] }));
  records.map(([record], line) => {
    for (let i = 0, l = record.length; i < l; i++) {
      const code = record.charCodeAt(i);
      if (info[code].lines[line] === void 0) info[code].lines[line] = 0;
      info[code].lines[line]++;
    }
  });
  info.map((info2, i) => {
    info2.char_code = i;
    info2.std = std(info2.lines);
    info2.total = info2.lines.reduce((acc, val) => acc + val, 0);
    info2.preferred = !!options.preferred[i];
    info2.score = options.score(info2, options);
  });
  const result = info.reduce(
    (acc, info2) => acc.score > info2.score ? acc : info2,
    {}
  );
  return String.fromCharCode(result.char_code);
};
var std = function(array) {
  const n = array.length;
  if (n === 0) return 0;
  const mean = array.reduce((a, b) => a + b) / n;
  return Math.sqrt(
    array.map((x) => Math.pow(x - mean, 2)).reduce((a, b) => a + b) / n
  );
};

// node_modules/csv-parse/lib/api/index.js
var isRecordEmpty = function(record) {
  return record.every(
    (field) => field == null || field.toString && field.toString().trim() === ""
  );
};
var cr = 13;
var nl = 10;
var boms = {
  // Note, the following are equals:
  // Buffer.from("\ufeff")
  // Buffer.from([239, 187, 191])
  // Buffer.from('EFBBBF', 'hex')
  utf8: Buffer.from([239, 187, 191]),
  // Note, the following are equals:
  // Buffer.from "\ufeff", 'utf16le
  // Buffer.from([255, 254])
  utf16le: Buffer.from([255, 254])
};
var transform = function(original_options = {}) {
  const info = {
    bytes: 0,
    bytes_records: 0,
    comment_lines: 0,
    empty_lines: 0,
    invalid_field_length: 0,
    lines: 1,
    records: 0
  };
  const options = normalize_options(original_options);
  return {
    info,
    original_options,
    options,
    state: init_state(options),
    __needMoreData: function(i, bufLen, end) {
      if (end) return false;
      const { encoding, escape, quote } = this.options;
      const { quoting, needMoreDataSize, recordDelimiterMaxLength } = this.state;
      const numOfCharLeft = bufLen - i - 1;
      const requiredLength = Math.max(
        needMoreDataSize,
        // Skip if the remaining buffer smaller than record delimiter
        // If "record_delimiter" is yet to be discovered:
        // 1. It is equals to `[]` and "recordDelimiterMaxLength" equals `0`
        // 2. We set the length to windows line ending in the current encoding
        // Note, that encoding is known from user or bom discovery at that point
        // recordDelimiterMaxLength,
        recordDelimiterMaxLength === 0 ? Buffer.from("\r\n", encoding).length : recordDelimiterMaxLength,
        // Skip if remaining buffer can be an escaped quote
        quoting ? (escape === null ? 0 : escape.length) + quote.length : 0,
        // Skip if remaining buffer can be record delimiter following the closing quote
        quoting ? quote.length + recordDelimiterMaxLength : 0
      );
      return numOfCharLeft < requiredLength;
    },
    // Central parser implementation
    parse: function(nextBuf, end, push, close) {
      const {
        bom,
        comment_no_infix,
        delimiter_auto,
        encoding,
        from_line,
        ltrim,
        max_record_size,
        raw,
        relax_quotes,
        rtrim,
        skip_empty_lines,
        to,
        to_line
      } = this.options;
      let { comment, escape, quote, record_delimiter } = this.options;
      const {
        bomSkipped,
        delimiterDiscovered,
        delimiterBufPrevious,
        rawBuffer,
        escapeIsQuote
      } = this.state;
      if (!delimiterDiscovered && delimiter_auto) {
        let delimiterBuf;
        if (delimiterBufPrevious === void 0) {
          delimiterBuf = nextBuf;
        } else if (delimiterBufPrevious !== void 0 && nextBuf === void 0) {
          delimiterBuf = delimiterBufPrevious;
        } else {
          delimiterBuf = Buffer.concat([delimiterBufPrevious, nextBuf]);
        }
        nextBuf = void 0;
        if (end || delimiterBuf.length > delimiter_auto.size) {
          this.options.delimiter = [
            Buffer.from(
              delimiter_discover(delimiterBuf, this.options.delimiter_auto)
            )
          ];
          this.state.previousBuf = delimiterBuf;
          this.state.delimiterBufPrevious = void 0;
          this.state.delimiterDiscovered = true;
        } else {
          this.state.delimiterBufPrevious = delimiterBuf;
          return;
        }
      }
      const { previousBuf } = this.state;
      let buf;
      if (previousBuf === void 0) {
        if (nextBuf === void 0) {
          close();
          return;
        } else {
          buf = nextBuf;
        }
      } else if (previousBuf !== void 0 && nextBuf === void 0) {
        buf = previousBuf;
      } else {
        buf = Buffer.concat([previousBuf, nextBuf]);
      }
      if (bomSkipped === false) {
        if (bom === false) {
          this.state.bomSkipped = true;
        } else if (buf.length < 3) {
          if (end === false) {
            this.state.previousBuf = buf;
            return;
          }
        } else {
          for (const encoding2 in boms) {
            if (boms[encoding2].compare(buf, 0, boms[encoding2].length) === 0) {
              const bomLength = boms[encoding2].length;
              this.state.bufBytesStart += bomLength;
              buf = buf.slice(bomLength);
              const options2 = normalize_options({
                ...this.original_options,
                encoding: encoding2
              });
              for (const key in options2) {
                this.options[key] = options2[key];
              }
              ({ comment, escape, quote } = this.options);
              break;
            }
          }
          this.state.bomSkipped = true;
        }
      }
      const bufLen = buf.length;
      let pos;
      for (pos = 0; pos < bufLen; pos++) {
        if (this.__needMoreData(pos, bufLen, end)) {
          break;
        }
        if (this.state.wasRowDelimiter === true) {
          this.info.lines++;
          this.state.wasRowDelimiter = false;
        }
        if (to_line !== -1 && this.info.lines > to_line) {
          this.state.stop = true;
          close();
          return;
        }
        if (this.state.quoting === false && record_delimiter.length === 0) {
          const record_delimiterCount = this.__autoDiscoverRecordDelimiter(
            buf,
            pos
          );
          if (record_delimiterCount) {
            record_delimiter = this.options.record_delimiter;
          }
        }
        const chr = buf[pos];
        if (raw === true) {
          rawBuffer.append(chr);
        }
        if ((chr === cr || chr === nl) && this.state.wasRowDelimiter === false) {
          this.state.wasRowDelimiter = true;
        }
        if (this.state.escaping === true) {
          this.state.escaping = false;
        } else {
          if (escape !== null && this.state.quoting === true && this.__isEscape(buf, pos, chr) && pos + escape.length < bufLen) {
            if (escapeIsQuote) {
              if (this.__isQuote(buf, pos + escape.length)) {
                this.state.escaping = true;
                pos += escape.length - 1;
                continue;
              }
            } else {
              this.state.escaping = true;
              pos += escape.length - 1;
              continue;
            }
          }
          if (this.state.commenting === false && this.__isQuote(buf, pos)) {
            if (this.state.quoting === true) {
              const nextChr = buf[pos + quote.length];
              const isNextChrTrimable = rtrim && this.__isCharTrimable(buf, pos + quote.length);
              const isNextChrComment = comment !== null && this.__compareBytes(comment, buf, pos + quote.length, nextChr);
              const isNextChrDelimiter = this.__isDelimiter(
                buf,
                pos + quote.length,
                nextChr
              );
              const isNextChrRecordDelimiter = record_delimiter.length === 0 ? this.__autoDiscoverRecordDelimiter(buf, pos + quote.length) : this.__isRecordDelimiter(nextChr, buf, pos + quote.length);
              if (escape !== null && this.__isEscape(buf, pos, chr) && this.__isQuote(buf, pos + escape.length)) {
                pos += escape.length - 1;
              } else if (!nextChr || isNextChrDelimiter || isNextChrRecordDelimiter || isNextChrComment || isNextChrTrimable) {
                this.state.quoting = false;
                this.state.wasQuoting = true;
                pos += quote.length - 1;
                continue;
              } else if (relax_quotes === false) {
                const err = this.__error(
                  new CsvError(
                    "CSV_INVALID_CLOSING_QUOTE",
                    [
                      "Invalid Closing Quote:",
                      `got "${String.fromCharCode(nextChr)}"`,
                      `at line ${this.info.lines}`,
                      "instead of delimiter, record delimiter, trimable character",
                      "(if activated) or comment"
                    ],
                    this.options,
                    this.__infoField()
                  )
                );
                if (err !== void 0) return err;
              } else {
                this.state.quoting = false;
                this.state.wasQuoting = true;
                this.state.field.prepend(quote);
                pos += quote.length - 1;
              }
            } else {
              if (this.state.field.length !== 0) {
                if (relax_quotes === false) {
                  const info2 = this.__infoField();
                  const bom2 = Object.keys(boms).map(
                    (b) => boms[b].equals(this.state.field.toString()) ? b : false
                  ).filter(Boolean)[0];
                  const err = this.__error(
                    new CsvError(
                      "INVALID_OPENING_QUOTE",
                      [
                        "Invalid Opening Quote:",
                        `a quote is found on field ${JSON.stringify(info2.column)} at line ${info2.lines}, value is ${JSON.stringify(this.state.field.toString(encoding))}`,
                        bom2 ? `(${bom2} bom)` : void 0
                      ],
                      this.options,
                      info2,
                      {
                        field: this.state.field
                      }
                    )
                  );
                  if (err !== void 0) return err;
                }
              } else {
                this.state.quoting = true;
                pos += quote.length - 1;
                continue;
              }
            }
          }
          if (this.state.quoting === false) {
            const recordDelimiterLength = this.__isRecordDelimiter(
              chr,
              buf,
              pos
            );
            if (recordDelimiterLength !== 0) {
              const skipCommentLine = this.state.commenting && this.state.wasQuoting === false && this.state.record.length === 0 && this.state.field.length === 0;
              if (skipCommentLine) {
                this.info.comment_lines++;
              } else {
                if (this.state.enabled === false && this.info.lines + (this.state.wasRowDelimiter === true ? 1 : 0) >= from_line) {
                  this.state.enabled = true;
                  this.__resetField();
                  this.__resetRecord();
                  pos += recordDelimiterLength - 1;
                  continue;
                }
                if (skip_empty_lines === true && this.state.wasQuoting === false && this.state.record.length === 0 && this.state.field.length === 0) {
                  this.info.empty_lines++;
                  pos += recordDelimiterLength - 1;
                  continue;
                }
                this.info.bytes = this.state.bufBytesStart + pos;
                const errField = this.__onField();
                if (errField !== void 0) return errField;
                this.info.bytes = this.state.bufBytesStart + pos + recordDelimiterLength;
                const errRecord = this.__onRecord(push);
                if (errRecord !== void 0) return errRecord;
                if (to !== -1 && this.info.records >= to) {
                  this.state.stop = true;
                  close();
                  return;
                }
              }
              this.state.commenting = false;
              pos += recordDelimiterLength - 1;
              continue;
            }
            if (this.state.commenting) {
              continue;
            }
            if (comment !== null && (comment_no_infix === false || this.state.record.length === 0 && this.state.field.length === 0)) {
              const commentCount = this.__compareBytes(comment, buf, pos, chr);
              if (commentCount !== 0) {
                this.state.commenting = true;
                continue;
              }
            }
            const delimiterLength = this.__isDelimiter(buf, pos, chr);
            if (delimiterLength !== 0) {
              this.info.bytes = this.state.bufBytesStart + pos;
              const errField = this.__onField();
              if (errField !== void 0) return errField;
              pos += delimiterLength - 1;
              continue;
            }
          }
        }
        if (this.state.commenting === false) {
          if (max_record_size !== 0 && this.state.record_length + this.state.field.length > max_record_size) {
            return this.__error(
              new CsvError(
                "CSV_MAX_RECORD_SIZE",
                [
                  "Max Record Size:",
                  "record exceed the maximum number of tolerated bytes",
                  `of ${max_record_size}`,
                  `at line ${this.info.lines}`
                ],
                this.options,
                this.__infoField()
              )
            );
          }
        }
        const lappend = ltrim === false || this.state.quoting === true || this.state.field.length !== 0 || !this.__isCharTrimable(buf, pos);
        const rappend = rtrim === false || this.state.wasQuoting === false;
        if (lappend === true && rappend === true) {
          this.state.field.append(chr);
        } else if (rtrim === true && !this.__isCharTrimable(buf, pos)) {
          return this.__error(
            new CsvError(
              "CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE",
              [
                "Invalid Closing Quote:",
                "found non trimable byte after quote",
                `at line ${this.info.lines}`
              ],
              this.options,
              this.__infoField()
            )
          );
        } else {
          if (lappend === false) {
            pos += this.__isCharTrimable(buf, pos) - 1;
          }
          continue;
        }
      }
      if (end === true) {
        if (this.state.quoting === true) {
          const err = this.__error(
            new CsvError(
              "CSV_QUOTE_NOT_CLOSED",
              [
                "Quote Not Closed:",
                `the parsing is finished with an opening quote at line ${this.info.lines}`
              ],
              this.options,
              this.__infoField()
            )
          );
          if (err !== void 0) return err;
        } else {
          if (this.state.wasQuoting === true || this.state.record.length !== 0 || this.state.field.length !== 0) {
            this.info.bytes = this.state.bufBytesStart + pos;
            const errField = this.__onField();
            if (errField !== void 0) return errField;
            const errRecord = this.__onRecord(push);
            if (errRecord !== void 0) return errRecord;
          } else if (this.state.wasRowDelimiter === true) {
            this.info.empty_lines++;
          } else if (this.state.commenting === true) {
            this.info.comment_lines++;
          }
        }
      } else {
        this.state.bufBytesStart += pos;
        this.state.previousBuf = buf.slice(pos);
      }
      if (this.state.wasRowDelimiter === true) {
        this.info.lines++;
        this.state.wasRowDelimiter = false;
      }
    },
    __onRecord: function(push) {
      const {
        columns,
        group_columns_by_name,
        encoding,
        info: info2,
        from,
        relax_column_count,
        relax_column_count_less,
        relax_column_count_more,
        raw,
        skip_records_with_empty_values
      } = this.options;
      const { enabled, record } = this.state;
      if (enabled === false) {
        return this.__resetRecord();
      }
      const recordLength = record.length;
      if (columns === true) {
        if (skip_records_with_empty_values === true && isRecordEmpty(record)) {
          this.__resetRecord();
          return;
        }
        return this.__firstLineToColumns(record);
      }
      if (columns === false && this.info.records === 0) {
        this.state.expectedRecordLength = recordLength;
      }
      if (recordLength !== this.state.expectedRecordLength) {
        const err = columns === false ? new CsvError(
          "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH",
          [
            "Invalid Record Length:",
            `expect ${this.state.expectedRecordLength},`,
            `got ${recordLength} on line ${this.info.lines}`
          ],
          this.options,
          this.__infoField(),
          {
            record
          }
        ) : new CsvError(
          "CSV_RECORD_INCONSISTENT_COLUMNS",
          [
            "Invalid Record Length:",
            `columns length is ${columns.length},`,
            // rename columns
            `got ${recordLength} on line ${this.info.lines}`
          ],
          this.options,
          this.__infoField(),
          {
            record
          }
        );
        if (relax_column_count === true || relax_column_count_less === true && recordLength < this.state.expectedRecordLength || relax_column_count_more === true && recordLength > this.state.expectedRecordLength) {
          this.info.invalid_field_length++;
          this.state.error = err;
        } else {
          const finalErr = this.__error(err);
          if (finalErr) return finalErr;
        }
      }
      if (skip_records_with_empty_values === true && isRecordEmpty(record)) {
        this.__resetRecord();
        return;
      }
      if (this.state.recordHasError === true) {
        this.__resetRecord();
        this.state.recordHasError = false;
        return;
      }
      this.info.records++;
      if (from === 1 || this.info.records >= from) {
        const { objname } = this.options;
        if (columns !== false) {
          const obj = {};
          for (let i = 0, l = record.length; i < l; i++) {
            if (columns[i] === void 0 || columns[i].disabled) continue;
            if (group_columns_by_name === true && Object.hasOwn(obj, columns[i].name)) {
              if (Array.isArray(obj[columns[i].name])) {
                obj[columns[i].name] = obj[columns[i].name].concat(record[i]);
              } else {
                obj[columns[i].name] = [obj[columns[i].name], record[i]];
              }
            } else {
              Object.defineProperty(obj, columns[i].name, {
                value: record[i],
                enumerable: true,
                writable: true,
                configurable: true
              });
            }
          }
          if (raw === true || info2 === true) {
            const extRecord = Object.assign(
              { record: obj },
              raw === true ? { raw: this.state.rawBuffer.toString(encoding) } : {},
              info2 === true ? { info: this.__infoRecord() } : {}
            );
            const err = this.__push(
              objname === void 0 ? extRecord : [obj[objname], extRecord],
              push
            );
            if (err) {
              return err;
            }
          } else {
            const err = this.__push(
              objname === void 0 ? obj : [obj[objname], obj],
              push
            );
            if (err) {
              return err;
            }
          }
        } else {
          if (raw === true || info2 === true) {
            const extRecord = Object.assign(
              { record },
              raw === true ? { raw: this.state.rawBuffer.toString(encoding) } : {},
              info2 === true ? { info: this.__infoRecord() } : {}
            );
            const err = this.__push(
              objname === void 0 ? extRecord : [record[objname], extRecord],
              push
            );
            if (err) {
              return err;
            }
          } else {
            const err = this.__push(
              objname === void 0 ? record : [record[objname], record],
              push
            );
            if (err) {
              return err;
            }
          }
        }
      }
      this.__resetRecord();
    },
    __firstLineToColumns: function(record) {
      const { firstLineToHeaders } = this.state;
      try {
        const headers = firstLineToHeaders === void 0 ? record : firstLineToHeaders.call(null, record);
        if (!Array.isArray(headers)) {
          return this.__error(
            new CsvError(
              "CSV_INVALID_COLUMN_MAPPING",
              [
                "Invalid Column Mapping:",
                "expect an array from column function,",
                `got ${JSON.stringify(headers)}`
              ],
              this.options,
              this.__infoField(),
              {
                headers
              }
            )
          );
        }
        const normalizedHeaders = normalize_columns_array(headers);
        this.state.expectedRecordLength = normalizedHeaders.length;
        this.options.columns = normalizedHeaders;
        this.__resetRecord();
        return;
      } catch (err) {
        return err;
      }
    },
    __resetRecord: function() {
      if (this.options.raw === true) {
        this.state.rawBuffer.reset();
      }
      this.state.error = void 0;
      this.state.record = [];
      this.state.record_length = 0;
    },
    __onField: function() {
      const { cast, encoding, rtrim, max_record_size } = this.options;
      const { enabled, wasQuoting } = this.state;
      if (enabled === false) {
        return this.__resetField();
      }
      let field = this.state.field.toString(encoding);
      if (rtrim === true && wasQuoting === false) {
        field = field.trimRight();
      }
      if (cast === true) {
        const [err, f] = this.__cast(field);
        if (err !== void 0) return err;
        field = f;
      }
      this.state.record.push(field);
      if (max_record_size !== 0 && typeof field === "string") {
        this.state.record_length += field.length;
      }
      this.__resetField();
    },
    __resetField: function() {
      this.state.field.reset();
      this.state.wasQuoting = false;
    },
    __push: function(record, push) {
      const { on_record } = this.options;
      if (on_record !== void 0) {
        const info2 = this.__infoRecord();
        try {
          record = on_record.call(null, record, info2);
        } catch (err) {
          return err;
        }
        if (record === void 0 || record === null) {
          return;
        }
      }
      this.info.bytes_records += this.info.bytes;
      push(record);
    },
    // Return a tuple with the error and the casted value
    __cast: function(field) {
      const { columns, relax_column_count } = this.options;
      const isColumns = Array.isArray(columns);
      if (isColumns === true && relax_column_count && this.options.columns.length <= this.state.record.length) {
        return [void 0, void 0];
      }
      if (this.state.castField !== null) {
        try {
          const info2 = this.__infoField();
          return [void 0, this.state.castField.call(null, field, info2)];
        } catch (err) {
          return [err];
        }
      }
      if (this.__isFloat(field)) {
        return [void 0, parseFloat(field)];
      } else if (this.options.cast_date !== false) {
        const info2 = this.__infoField();
        return [void 0, this.options.cast_date.call(null, field, info2)];
      }
      return [void 0, field];
    },
    __compareBytes: function(sourceBuf, targetBuf, targetPos, firstByte) {
      if (sourceBuf[0] !== firstByte) return 0;
      const sourceLength = sourceBuf.length;
      for (let i = 1; i < sourceLength; i++) {
        if (sourceBuf[i] !== targetBuf[targetPos + i]) return 0;
      }
      return sourceLength;
    },
    // Helper to test if a character is trimable
    __isCharTrimable: function(buf, pos) {
      const { timchars, timcharFirstBytes } = this.state;
      const first = buf[pos];
      if (first === void 0 || timcharFirstBytes[first] === 0) return 0;
      loop1: for (let i = 0; i < timchars.length; i++) {
        const timchar = timchars[i];
        for (let j = 0; j < timchar.length; j++) {
          if (timchar[j] !== buf[pos + j]) continue loop1;
        }
        return timchar.length;
      }
      return 0;
    },
    __isDelimiter: function(buf, pos, chr) {
      const { delimiter, ignore_last_delimiters } = this.options;
      if (ignore_last_delimiters === true && this.state.record.length === this.options.columns.length - 1) {
        return 0;
      } else if (ignore_last_delimiters !== false && typeof ignore_last_delimiters === "number" && this.state.record.length === ignore_last_delimiters - 1) {
        return 0;
      }
      loop1: for (let i = 0; i < delimiter.length; i++) {
        const del = delimiter[i];
        if (del[0] === chr) {
          for (let j = 1; j < del.length; j++) {
            if (del[j] !== buf[pos + j]) continue loop1;
          }
          return del.length;
        }
      }
      return 0;
    },
    __isEscape: function(buf, pos, chr) {
      const { escape } = this.options;
      if (escape === null) return false;
      const l = escape.length;
      if (escape[0] === chr) {
        for (let i = 0; i < l; i++) {
          if (escape[i] !== buf[pos + i]) {
            return false;
          }
        }
        return true;
      }
      return false;
    },
    __isFloat: function(value) {
      return value - parseFloat(value) + 1 >= 0;
    },
    // Keep it in case we implement the `cast_int` option
    // __isInt(value){
    //   // return Number.isInteger(parseInt(value))
    //   // return !isNaN( parseInt( obj ) );
    //   return /^(\-|\+)?[1-9][0-9]*$/.test(value)
    // }
    __isQuote: function(buf, pos) {
      const { quote } = this.options;
      if (quote === null) return false;
      const l = quote.length;
      for (let i = 0; i < l; i++) {
        if (quote[i] !== buf[pos + i]) {
          return false;
        }
      }
      return true;
    },
    __isRecordDelimiter: function(chr, buf, pos) {
      const { record_delimiter } = this.options;
      const recordDelimiterLength = record_delimiter.length;
      loop1: for (let i = 0; i < recordDelimiterLength; i++) {
        const rd = record_delimiter[i];
        const rdLength = rd.length;
        if (rd[0] !== chr) {
          continue;
        }
        for (let j = 1; j < rdLength; j++) {
          if (rd[j] !== buf[pos + j]) {
            continue loop1;
          }
        }
        return rd.length;
      }
      return 0;
    },
    __autoDiscoverRecordDelimiter: function(buf, pos) {
      const { encoding } = this.options;
      const rds = [
        // Important, the windows line ending must be before mac os 9
        Buffer.from("\r\n", encoding),
        Buffer.from("\n", encoding),
        Buffer.from("\r", encoding)
      ];
      loop: for (let i = 0; i < rds.length; i++) {
        const l = rds[i].length;
        for (let j = 0; j < l; j++) {
          if (rds[i][j] !== buf[pos + j]) {
            continue loop;
          }
        }
        this.options.record_delimiter.push(rds[i]);
        this.state.recordDelimiterMaxLength = rds[i].length;
        return rds[i].length;
      }
      return 0;
    },
    __error: function(msg) {
      const { encoding, raw, skip_records_with_error } = this.options;
      const err = typeof msg === "string" ? new Error(msg) : msg;
      if (skip_records_with_error) {
        this.state.recordHasError = true;
        if (this.options.on_skip !== void 0) {
          try {
            this.options.on_skip(
              err,
              raw ? this.state.rawBuffer.toString(encoding) : void 0
            );
          } catch (err2) {
            return err2;
          }
        }
        return void 0;
      } else {
        return err;
      }
    },
    __infoDataSet: function() {
      return {
        ...this.info,
        columns: this.options.columns
      };
    },
    __infoRecord: function() {
      const { columns, raw, encoding } = this.options;
      return {
        ...this.__infoDataSet(),
        bytes_records: this.info.bytes,
        error: this.state.error,
        header: columns === true,
        index: this.state.record.length,
        raw: raw ? this.state.rawBuffer.toString(encoding) : void 0
      };
    },
    __infoField: function() {
      const { columns } = this.options;
      const isColumns = Array.isArray(columns);
      const bytes_records = this.info.bytes_records;
      return {
        ...this.__infoRecord(),
        bytes_records,
        column: isColumns === true ? columns.length > this.state.record.length ? columns[this.state.record.length].name : null : this.state.record.length,
        quoting: this.state.wasQuoting
      };
    }
  };
};

// node_modules/csv-parse/lib/sync.js
var parse = function(data, opts = {}) {
  if (typeof data === "string") {
    data = Buffer.from(data);
  }
  const records = opts && opts.objname ? /* @__PURE__ */ Object.create(null) : [];
  const parser = transform(opts);
  const push = (record) => {
    if (parser.options.objname === void 0) records.push(record);
    else {
      records[record[0]] = record[1];
    }
  };
  const close = () => {
  };
  const error = parser.parse(data, true, push, close);
  if (error !== void 0) throw error;
  return records;
};

// src/datasets/csv.ts
var csv = {
  id: "csv",
  title: "CSV (*.csv)",
  recognises: (path) => /\.csv$/i.test(path),
  parse: parseCsv
};
function parseCsv(file) {
  const [header, ...records] = splitRecords(file);
  if (header === void 0) return [];
  const columns = header.cells.map((name) => name.trim());
  const problems = [...findHeaderFaults(columns, header.where)];
  for (const { cells, where } of records) {
    if (cells.length === columns.length) continue;
    const message = `has ${cells.length} cells, but the header names ${columns.length} columns.`;
    problems.push(buildProblem(message, "Put quotes around a cell that holds commas or line breaks.", where));
  }
  throwProblems(problems);
  return records.map(({ cells, where }) => ({
    values: Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""])),
    where
  }));
}
function splitRecords(file) {
  try {
    const records = parse(file.text, {
      bom: true,
      info: true,
      record_delimiter: "\n",
      relax_column_count: true,
      skip_empty_lines: true
    });
    return records.map(({ record, info }) => ({
      cells: record,
      where: { path: file.path, line: startLine(record, info.lines), column: null }
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const where = { ...fileWhere(file), line: typeof error.lines === "number" ? error.lines : null };
    const hint = "Put quotes around the whole cell, and double the quotes inside it.";
    throw UserError.of("has a quote out of place, or one that is never closed.", hint, where, { cause: error });
  }
}
function startLine(cells, lastLine) {
  return lastLine - cells.reduce((breaks, cell) => breaks + cell.split("\n").length - 1, 0);
}
function* findHeaderFaults(columns, where) {
  const seen = /* @__PURE__ */ new Set();
  for (const [index, column] of columns.entries()) {
    if (column === "") yield buildProblem(`column ${index + 1} has no name.`, "Name it, or remove the column.", where);
    else if (seen.has(column)) {
      yield buildProblem(`names the column ${quoteName(column)} twice.`, "Give each column its own name.", where);
    }
    seen.add(column);
  }
  if (columns.length === 1 && /[;\t]/.test(columns[0] ?? "")) {
    yield buildProblem("separates columns by something else than commas.", "Save the file with commas.", where);
  }
}

// src/datasets/row-list.ts
var listKeys = ["cases", "testData", "data"];
function findRowList(value, where) {
  if (value === null) return { key: null, list: [] };
  if (Array.isArray(value)) return { key: null, list: value };
  for (const key of listKeys) {
    const list = isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : void 0;
    if (Array.isArray(list)) return { key, list };
  }
  throw UserError.of("is no list of rows.", `Write a list, or a mapping with one of: ${listKeys.join(", ")}.`, where);
}

// src/datasets/json.ts
var json = {
  id: "json",
  title: "JSON (*.json)",
  recognises: (path) => /\.json$/i.test(path),
  parse: parseJsonArray
};
function parseJsonArray(file) {
  if (file.text.trim() === "") return [];
  const value = parseJsonFile(file);
  const { key, list } = findRowList(value, fileWhere(file));
  const at = buildPlaces(file);
  const offsets = findElements(file.text, key);
  return list.map((values, index) => ({ values, where: at(offsets[index] ?? 0) }));
}
function findElements(text, key) {
  const offsets = [];
  let depth = 0;
  let member = "";
  let startsElement = false;
  const isInside = () => key === null ? depth === 1 : depth === 2 && member === key;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (" 	\n\r:".includes(character)) continue;
    if (character === "]" || character === "}") depth -= 1;
    if (startsElement && isInside() && character !== ",") offsets.push(at);
    startsElement = character === ",";
    if (character === "[" || character === "{") {
      depth += 1;
      startsElement = character === "[";
    }
    if (character !== '"') continue;
    const end = findStringEnd(text, at);
    if (depth === 1) member = JSON.parse(text.slice(at, end + 1));
    at = end;
  }
  return offsets;
}
function findStringEnd(text, start) {
  let end = start + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
  return end;
}

// src/datasets/jsonl.ts
var jsonl = {
  id: "jsonl",
  title: "JSON Lines (*.jsonl, *.ndjson)",
  recognises: (path) => /\.(jsonl|ndjson)$/i.test(path),
  parse: parseJsonLines
};
function parseJsonLines(file) {
  if (/^\s*[[{][ \t]*\n/.test(file.text)) {
    const hint = "Name it *.json, or write one object on each line.";
    throw UserError.of("is one JSON document, not JSON Lines.", hint, fileWhere(file));
  }
  const problems = [];
  const rows = [];
  for (const [index, line] of file.text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const where = { path: file.path, line: index + 1, column: null };
    try {
      rows.push({ values: JSON.parse(line), where });
    } catch (error) {
      const column = jsonErrorOffset(line, error) + 1;
      problems.push(
        buildProblem("is not valid JSON here.", "Write one JSON object on each line.", { ...where, column })
      );
    }
  }
  throwProblems(problems);
  return rows;
}

// src/datasets/yaml.ts
var yaml = {
  id: "yaml",
  title: "YAML (*.yml, *.yaml)",
  recognises: (path) => /\.ya?ml$/i.test(path),
  parse: (file) => {
    const document = parseYaml(file);
    const { key, list } = findRowList(document.value, document.where([]));
    return list.map((values, index) => ({ values, where: document.where(key === null ? [index] : [key, index]) }));
  }
};

// src/datasets/formats.ts
var datasetFormats = [jsonl, csv, yaml, json];
function joinDatasets(files) {
  const problems = [];
  const rows = files.flatMap((file) => {
    const found = collectProblems(problems, () => splitRows(file));
    if (found?.length === 0) problems.push(buildProblem("has no rows.", "Add at least one row.", fileWhere(file)));
    return found ?? [];
  });
  throwProblems(problems);
  return parseRows(rows);
}
function splitRows(file) {
  const format = datasetFormats.find(({ recognises }) => recognises(file.path));
  if (format !== void 0) return format.parse(file);
  const known = datasetFormats.map(({ title }) => title).join("; ");
  throw UserError.of("is in no known dataset format.", `Known formats: ${known}.`, fileWhere(file));
}

// src/datasets/changes.ts
var maxNamed = 5;
var derivedId = /^[0-9a-f]{12}(-\d+)?$/;
function compareDatasets(base, candidate) {
  const candidates = new Map(candidate.map((row) => [row.id, row]));
  const baseIds = new Set(base.map(({ id }) => id));
  const kept = [];
  const removed = [];
  for (const row of base) {
    const partner = candidates.get(row.id);
    if (partner === void 0) removed.push(row);
    else kept.push({ base: row, candidate: partner });
  }
  const edited = kept.filter((pair) => pair.base.hash !== pair.candidate.hash);
  const touched = [...removed, ...edited.map((pair) => pair.base)];
  const touchedCritical = touched.filter(({ critical }) => critical).map(({ id }) => id);
  const needsAccept = touchedCritical.length > 0 || touched.length * 10 > base.length;
  return {
    kept,
    added: candidate.filter(({ id }) => !baseIds.has(id)),
    removed,
    edited,
    touchedCritical,
    share: base.length === 0 ? 0 : touched.length / base.length,
    needsAccept,
    sentence: needsAccept ? explainAccept(base.length, removed, edited.length, touchedCritical) : null
  };
}
function explainAccept(total, removed, editedCount, touchedCritical) {
  const counts = `${removed.length} of ${total} rows removed, ${editedCount} edited`;
  const named = touchedCritical.slice(0, maxNamed).join(", ");
  const rest = touchedCritical.length > maxNamed ? ` and ${touchedCritical.length - maxNamed} more` : "";
  const critical = touchedCritical.length === 0 ? "" : `; critical: ${named}${rest}`;
  const advice = removed.some(({ id }) => derivedId.test(id)) ? ' Rows without an "id" column are known by their content, so an edit removes one and adds another: add ids.' : "";
  return `the dataset changed; accept it (${counts}${critical}).${advice}`;
}

// src/prompts/pair.ts
var reasons = [
  (base, candidate) => identifyPrompt(base) === identifyPrompt(candidate) && base.path === candidate.path,
  (base, candidate) => identifyPrompt(base) === identifyPrompt(candidate),
  ({ path, name }, { renamedFrom }) => renamedFrom !== null && (renamedFrom === path || renamedFrom === name),
  (base, candidate) => base.path === candidate.path,
  (base, candidate) => textOf(base) === textOf(candidate)
];
function pairPrompts(base, candidate) {
  throwProblems(findDuplicates(candidate));
  const predecessors = /* @__PURE__ */ new Map();
  const left = new Set(base);
  const join = (from2, to2) => {
    predecessors.set(to2, from2);
    left.delete(from2);
  };
  for (const isPredecessor of reasons) {
    for (const to2 of candidate) {
      const from2 = predecessors.has(to2) ? void 0 : [...left].find((prompt) => isPredecessor(prompt, to2));
      if (from2 !== void 0) join(from2, to2);
    }
  }
  const fresh = candidate.filter((prompt) => !predecessors.has(prompt));
  const [from, to] = [[...left][0], fresh[0]];
  if (from !== void 0 && to !== void 0 && left.size === 1 && fresh.length === 1) join(from, to);
  const pairs = candidate.map((prompt) => describePair(predecessors.get(prompt) ?? null, prompt));
  return [...pairs, ...[...left].map((prompt) => ({ change: "deleted", base: prompt, candidate: null }))];
}
function describePair(base, candidate) {
  if (base === null) return { change: "new", base, candidate };
  const isSame = base.path === candidate.path && identifyPrompt(base) === identifyPrompt(candidate);
  const isEqual = canonicalJson(promptContent(base)) === canonicalJson(promptContent(candidate));
  return { change: isSame ? isEqual ? "unchanged" : "changed" : "renamed", base, candidate };
}
function textOf(prompt) {
  return canonicalJson(prompt.messages);
}
function findDuplicates(prompts) {
  const first = /* @__PURE__ */ new Map();
  return prompts.flatMap((prompt) => {
    const id = identifyPrompt(prompt);
    const other = first.get(id);
    first.set(id, other ?? prompt);
    if (other === void 0) return [];
    const message = `has the name ${quoteName(id)}, as ${other.path} has.`;
    const where = { path: prompt.path, line: null, column: null };
    return [buildProblem(message, "Give each prompt of a suite its own name.", where)];
  });
}

// src/plan/check-variables.ts
var maxListed = 20;
function checkVariables(baseline, candidate, cases, metrics) {
  const baseRows = cases.flatMap((row) => row.baseline ?? []);
  const candidateRows = cases.map((row) => row.candidate);
  return [
    ...baseline === null ? [] : checkPrompt(baseline, baseRows),
    ...candidate === null ? [] : checkPrompt(candidate, candidateRows),
    ...metrics.flatMap((metric) => checkMetric(metric, cases)),
    ...metrics.flatMap((metric) => checkQuestions(metric, cases))
  ];
}
function checkBaseVariables(baseline, cases) {
  return checkPrompt(
    baseline,
    cases.filter((row) => !row.added).flatMap((row) => row.baseline ?? [])
  );
}
function checkPrompt(prompt, rows) {
  const lacking = /* @__PURE__ */ new Map();
  for (const row of rows) {
    for (const name of renderPrompt(prompt, row.variables, row.messages).unknown) {
      lacking.set(name, [...lacking.get(name) ?? [], row]);
    }
  }
  return [...lacking].flatMap(([name, without]) => {
    if (without.length === rows.length) return explainUnknown(prompt, [name], Object.keys(rows[0]?.variables ?? {}));
    return listRows(without, `"${name}" is missing.`, `Add it: the prompt ${prompt.path} uses {{${name}}}.`);
  });
}
function checkMetric(metric, cases) {
  const { check } = metric;
  if (check === null) return [];
  const lacking = /* @__PURE__ */ new Map();
  for (const { scoring } of cases) {
    for (const name of missingVariables(check.config, scoring.variables)) {
      lacking.set(name, [...lacking.get(name) ?? [], scoring]);
    }
  }
  return [...lacking].flatMap(
    ([name, without]) => listRows(without, `"${name}" is missing.`, `Add it, or remove the check "${metric.name}".`)
  );
}
function checkQuestions({ judge }, cases) {
  if (judge === null) return [];
  const output = { content: "", toolCalls: [], refusal: null, finishReason: "stop" };
  const problems = [];
  for (const { scoring } of cases) {
    const { variables } = scoring;
    collectProblems(
      problems,
      () => judge.sees === "output" ? judge.buildQuestion({ output, variables }, "trial0000") : judge.buildQuestion({ first: output, second: output, variables }, "trial0000")
    );
  }
  return [...new Map(problems.map((problem) => [renderProblem(problem), problem])).values()];
}
function listRows(rows, message, hint) {
  const more = rows.length > maxListed ? ` (and ${rows.length - maxListed} more rows)` : "";
  return rows.slice(0, maxListed).map((row, index) => buildProblem(index === maxListed - 1 ? `${message}${more}` : message, hint, row.where));
}

// src/datasets/case.ts
function clusterOf(testCase, clusterBy) {
  const value = clusterBy === null ? null : lookUpVariable(clusterBy, testCase.variables) ?? null;
  if (value === null || value === "") return null;
  return typeof value === "string" ? value : canonicalJson(value);
}

// src/datasets/clusters.ts
function clustersOf(cases, clusterBy) {
  if (clusterBy === null) return null;
  const clusters = /* @__PURE__ */ new Map();
  const problems = [];
  for (const testCase of cases) {
    const cluster = clusterOf(testCase, clusterBy);
    if (cluster !== null) clusters.set(testCase.id, cluster);
    else {
      const message = `has no ${quoteName(clusterBy)}, the column that "cluster-by" names.`;
      const hint = `Fill it in, or change "cluster-by". ${hintKnown(clusterBy, Object.keys(testCase.variables))}`;
      problems.push(buildProblem(message, hint, testCase.where));
    }
  }
  throwProblems(problems);
  return clusters;
}

// src/plan/plan-cases.ts
function planCases(base, candidate, suite) {
  const known = new Map(base?.map((row) => [row.id, row]));
  const proposed = new Map(candidate?.map((row) => [row.id, row]));
  const rows = [...base ?? [], ...(candidate ?? []).filter((row) => !known.has(row.id))];
  const clusters = clustersOf(rows, suite.clusterBy);
  return rows.map((row) => {
    const baseline = known.get(row.id) ?? null;
    return {
      id: row.id,
      baseline: baseline ?? (base === null ? null : row),
      candidate: proposed.get(row.id) ?? row,
      scoring: row,
      cluster: clusters?.get(row.id) ?? null,
      critical: row.critical,
      added: baseline === null && base !== null
    };
  });
}

// src/judges/authority.ts
function decideAuthority(config, calibration) {
  if (config.role === "report") return { role: "report", held: null, note: null };
  if (calibration?.state === "gate") {
    const remarks = calibration.reasons.join("; ");
    return { role: "gate", held: null, note: remarks === "" ? null : `gates by its calibration (${remarks})` };
  }
  if (config.allowUncalibrated && calibration === null) {
    return { role: "gate", held: null, note: 'gates without calibration: "allow-uncalibrated" is set' };
  }
  return { role: "report", held: explain(config.name, calibration), note: null };
}
function explain(name, calibration) {
  if (calibration === null) {
    return `judge "${name}" is not calibrated against human labels: it is shown and cannot gate`;
  }
  const reasons2 = calibration.reasons.join("; ");
  if (calibration.state === "unbound") return `judge "${name}" cannot gate: ${reasons2}`;
  const verb = calibration.state === "refuse" ? "disagrees with" : "agrees too little with";
  return `judge "${name}" ${verb} the human labels and cannot gate: ${reasons2}`;
}

// src/plan/prepare-metrics.ts
function prepareMetrics(selection, judgeModel, pair, base, candidate) {
  const decidingContent = selection.mayGate && base !== null ? base : candidate;
  const deciding = [...selection.suite.metrics, ...(pair.base ?? pair.candidate)?.metrics ?? []];
  const metrics = deciding.map((config) => compileMetric(config, decidingContent.files, judgeModel, selection.mayGate));
  refuseEqualNames(deciding);
  const known = new Map(metrics.map((metric) => [metric.name, metric.hash]));
  const proposed = [...selection.proposed?.metrics ?? [], ...pair.candidate?.metrics ?? []].map((config) => compileMetric(config, candidate.files, judgeModel, false)).filter((metric) => known.get(metric.name) !== metric.hash).map((metric) => ({ ...metric, name: `${metric.name} (proposed)`, held: null }));
  return [...metrics, ...proposed];
}
function compileMetric(config, files, judgeModel, mayGate) {
  const shared = {
    name: config.name,
    kind: config.kind,
    direction: config.direction,
    minScore: config.minScore,
    minScoreOn: config.minScoreOn
  };
  if (config.kind === "check") {
    const check = compileCheck(config, files);
    const gates = mayGate && config.role === "gate";
    return { ...shared, gates, held: null, note: null, hash: check.hash, check, judge: null };
  }
  const judge = compileJudge(config, files);
  const identity = identifyJudge(judge, judgeModel);
  const { role, held, note } = decideAuthority(config, readCalibration(config, identity, files));
  return { ...shared, gates: mayGate && role === "gate", held, note, hash: identity.hash, check: null, judge };
}
function refuseEqualNames(configs) {
  const first = /* @__PURE__ */ new Map();
  const problems = configs.flatMap((config) => {
    const earlier = first.get(config.name);
    first.set(config.name, earlier ?? config);
    if (earlier === void 0) return [];
    const hint = `Rename it: ${earlier.where.path}:${earlier.where.line ?? 1} has a metric of this name already.`;
    return [buildProblem(`metric "${config.name}" is there twice.`, hint, config.where)];
  });
  if (problems.length > 0) throw new UserError(problems);
}

// src/plan/prepare-suite.ts
function prepareSuite(selection, judgeModel, base, candidate) {
  const problems = [];
  const baseNotes = [];
  const pairs = pairPrompts(base?.prompts ?? [], candidate.prompts);
  const changes = listDatasetChanges(pairs, base, candidate);
  const prompts = pairs.map(
    (pair) => preparePrompt(selection, judgeModel, pair, base, candidate, { problems, baseNotes })
  );
  if (problems.length > 0) throw new UserError(problems);
  return {
    config: selection.suite,
    mayGate: selection.mayGate,
    prompts,
    addedCases: changes.flatMap(({ added }) => added.map((row) => row.id)),
    removedCases: changes.flatMap(({ removed }) => removed.map((row) => row.id)),
    editedCases: changes.flatMap(({ edited }) => edited.map((pair) => pair.base.id)),
    needsAccept: selection.mayGate ? changes.find(({ sentence }) => sentence !== null)?.sentence ?? null : null,
    notes: [...pairs.filter((pair) => pair.change === "deleted").map(explainDeleted), ...baseNotes],
    warnings: [...base?.warnings ?? [], ...candidate.warnings]
  };
}
function explainDeleted(pair) {
  return `prompt ${pair.base?.name ?? pair.base?.path} was deleted and has no successor; its cases are no longer checked`;
}
function listDatasetChanges(pairs, base, candidate) {
  if (base === null || base.prompts.length === 0) return [];
  if (base.cases !== null && candidate.cases !== null) return [compareDatasets(base.cases, candidate.cases)];
  return pairs.flatMap((pair) => {
    const before = rowsOf(base, pair.base);
    const after = rowsOf(candidate, pair.candidate);
    return before === null || after === null ? [] : [compareDatasets(before, after)];
  });
}
function preparePrompt(selection, judgeModel, pair, base, candidate, { problems, baseNotes }) {
  const after = pair.candidate === null ? null : collectProblems(problems, () => resolve(pair.candidate, candidate.model));
  const metrics = collectProblems(problems, () => prepareMetrics(selection, judgeModel, pair, base, candidate));
  const rows = after === null ? null : collectProblems(
    problems,
    () => planCases(rowsOf(base, pair.base), rowsOf(candidate, pair.candidate), selection.suite)
  );
  const cases = rows ?? [];
  const { before, faults } = resolveBase(pair.base, base, cases);
  if (faults.length > 0) baseNotes.push(explainFaults(pair, faults));
  if (after !== null && rows?.length === 0) {
    const where = { path: after.path, line: null, column: null };
    problems.push(
      buildProblem("has no case to run.", "Add rows to the dataset of its suite, or testData to the file.", where)
    );
  }
  if (after !== null && metrics?.length === 0) {
    const where = { path: after.path, line: null, column: null };
    problems.push(
      buildProblem("has no metric.", "Add a check or a judge to its suite, or evaluators to the file.", where)
    );
  }
  problems.push(...checkVariables(before, after, cases, metrics ?? []));
  const id = (after ?? before)?.id ?? pair.candidate?.path ?? pair.base?.path ?? "";
  const isChanged = pair.change === "unchanged" && before?.version !== after?.version;
  const change = faults.length > 0 && after !== null ? "new" : isChanged ? "changed" : pair.change;
  return { suite: selection.suite.name, id, change, baseline: before, candidate: after, metrics: metrics ?? [], cases };
}
function resolveBase(prompt, content, cases) {
  if (prompt === null || content === null) return { before: null, faults: [] };
  const faults = [];
  const before = collectProblems(faults, () => resolve(prompt, content.model));
  if (before !== null) faults.push(...checkBaseVariables(before, cases));
  return { before: faults.length > 0 ? null : before, faults };
}
function explainFaults(pair, faults) {
  const name = pair.base?.name ?? pair.base?.path;
  return `the base side of prompt ${name} cannot be used, so nothing is compared with it: ${faults.map(renderProblem).join("; ")}`;
}
function resolve(prompt, model) {
  return prompt === null ? null : resolvePrompt(prompt, model);
}
function rowsOf(content, prompt) {
  if (content === null || prompt === null) return null;
  return content.cases ?? content.embedded.get(prompt.path) ?? [];
}

// src/pipeline/load-suite.ts
async function loadSuite(repository, selection, sides) {
  const { suite, proposed } = selection;
  const { base, candidate, config } = sides;
  refuseEmpty(selection, candidate);
  const files = listSuiteFiles(suite);
  const [before, after] = await Promise.all([
    readBase(repository, suite, base.label, {
      tree: base.tree,
      decidingTree: sides.decidingTree,
      prompts: selection.basePrompts,
      files,
      model: sides.decidingConfig?.model ?? config.model
    }),
    readContent(repository, suite, {
      tree: candidate.tree,
      decidingTree: candidate.tree,
      prompts: selection.candidatePrompts,
      files: proposed === null ? files : [...files, ...listSuiteFiles(proposed)],
      model: candidate.config?.model ?? config.model
    })
  ]);
  const plan = prepareSuite(selection, config.judgeModel, before.content, after);
  return { ...plan, notes: [...before.notes, ...plan.notes] };
}
function refuseEmpty({ suite, proposed, basePrompts, candidatePrompts }, candidate) {
  if (proposed === null || basePrompts.length > 0 || candidatePrompts.length > 0) return;
  if (selectPaths(candidate.tree, proposed.prompts).length > 0) return;
  throw UserError.of(
    `suite "${suite.name}" matches no prompt file.`,
    `Correct its prompts (${suite.prompts.join(", ")}); paths are relative to the repository.`,
    suite.where
  );
}
async function readBase(repository, suite, label, sources) {
  try {
    return { content: await readContent(repository, suite, sources), notes: [] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { content: null, notes: [`${label} could not be read, so nothing is compared with it: ${error.message}`] };
  }
}
async function readContent(repository, suite, sources) {
  const { tree, decidingTree, model } = sources;
  const datasetPaths = suite.dataset?.kind === "files" ? suite.dataset.paths : [];
  const deciding = sources.files.filter((path) => !datasetPaths.includes(path));
  const [promptFiles, datasets, files] = await Promise.all([
    readFiles(repository, tree, sources.prompts),
    readFiles(repository, tree, datasetPaths, maxDatasetBytes),
    readFiles(repository, decidingTree, [...new Set(deciding)])
  ]);
  const problems = [];
  const warnings = [];
  const prompts = [...promptFiles.values()].flatMap((file) => collectProblems(problems, () => parsePrompt(file)) ?? []);
  const cases = parseCases(suite, datasets, problems, warnings);
  const embedded = new Map(prompts.map((prompt) => [prompt.path, embeddedCases(prompt, problems, warnings)]));
  if (problems.length > 0) throw new UserError(problems);
  warnings.push(...prompts.flatMap((prompt) => prompt.warnings));
  return { prompts, cases, embedded, files, model, warnings };
}
function parseCases(suite, datasets, problems, warnings) {
  const { dataset } = suite;
  if (dataset === null) return null;
  const parsed = collectProblems(problems, () => {
    if (dataset.kind === "inline") return parseRows(dataset.rows);
    return joinDatasets(dataset.paths.map((path) => fileOrThrow(datasets, path, dataset.where)));
  });
  warnings.push(...parsed?.warnings ?? []);
  return parsed?.cases ?? [];
}
function fileOrThrow(files, path, where) {
  const file = files.get(path);
  if (file !== void 0) return file;
  const hint = "Correct the path (it is relative to the repository), or commit the file.";
  throw UserError.of(`dataset ${path} does not exist.`, hint, where);
}
function embeddedCases(prompt, problems, warnings) {
  if (prompt.rows === null || prompt.rows.length === 0) return [];
  const parsed = collectProblems(problems, () => parseRows(prompt.rows ?? []));
  warnings.push(...parsed?.warnings ?? []);
  return parsed?.cases ?? [];
}

export {
  buildGenerationCall,
  interleaveArms,
  priceOf,
  costMicroUsd,
  estimateTokens,
  selectSuites,
  estimateRound,
  nothing,
  addEstimates,
  parseRows,
  versionOf,
  loadSuite
};
