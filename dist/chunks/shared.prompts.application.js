import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  asApplication,
  isAsApplication,
  isForOutputs,
  loadSuite
} from "./shared.checks.any-expected.js";
import {
  defaultDialect
} from "./shared.checks.pattern.js";

// src/prompts/application.ts
var unnamedModel = "not said";
function buildApplication(name, model, application) {
  return {
    path: name,
    format: "application",
    dialect: defaultDialect,
    name,
    description: null,
    model: model ?? unnamedModel,
    parameters: {},
    responseFormat: null,
    tools: [],
    retrieval: null,
    messages: [],
    rows: null,
    metrics: [],
    unread: [],
    renamedFrom: null,
    warnings: [],
    application,
    suspects: [],
    places: /* @__PURE__ */ new Map()
  };
}

// src/read/load-supplied.ts
function keyOfOutputs(configPath) {
  return `${configPath}#outputs`;
}
function asOutputs(sides) {
  const { base, candidate, config } = sides;
  const isNamed = [base, candidate].some((side) => listWritten(side).some(({ sources }) => sources.length > 0));
  const see = (side) => ({
    ...side,
    suites: listWritten(side).filter(({ sources }) => !isNamed || sources.length > 0).map(asApplication),
    dependencies: /* @__PURE__ */ new Map()
  });
  return {
    ...sides,
    base: see(base),
    candidate: see(candidate),
    config: { ...config, path: keyOfOutputs(config.path) }
  };
}
function listWritten({ suites, config }) {
  const names = new Set(config?.suites.map(({ name }) => name));
  return suites.filter(({ name }) => names.has(name));
}
function listApplications({ suite: { name }, mayGate, basePrompts, candidatePrompts }, { base, candidate }, supply, storedNames) {
  const build = (side, { tree }, paths, others) => {
    const found = supply.prompts(name, side);
    const sources = new Map(paths.map((path) => [path, tree.entries.get(path)?.hash ?? ""]));
    const none = { asked: /* @__PURE__ */ new Map(), model: null };
    const names = [.../* @__PURE__ */ new Set([...found.keys(), ...others])].sort();
    return names.map((prompt) => {
      const { asked: asked2, model } = found.get(prompt) ?? none;
      return buildApplication(prompt, model, { sources, asked: asked2 });
    });
  };
  const answered = [...supply.prompts(name, "candidate").keys()];
  const known = [...supply.prompts(name, "baseline").keys()];
  const asked = answered.length > 0 ? answered : known.length > 0 ? known : [name];
  const before = storedNames.length > 0 ? storedNames : asked;
  return {
    base: build("baseline", base, basePrompts, known.length > 0 || !mayGate ? [] : before),
    candidate: build("candidate", candidate, candidatePrompts, asked)
  };
}
function loadUnanswered(repository, selection, sides) {
  const { suite } = selection;
  if (!isForOutputs(suite) && !isAsApplication(suite)) return loadSuite(repository, selection, sides);
  const own = [buildApplication(suite.name, null, { sources: /* @__PURE__ */ new Map(), asked: /* @__PURE__ */ new Map() })];
  return loadSuite(repository, selection, sides, { base: own, candidate: own });
}

export {
  keyOfOutputs,
  asOutputs,
  listApplications,
  loadUnanswered
};
