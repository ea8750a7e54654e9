import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  loadSuite
} from "./shared.datasets.case.js";
import {
  versionOf
} from "./shared.datasets.archived.js";
import {
  asApplication,
  isAsApplication,
  isForOutputs
} from "./shared.config.build-config.js";
import {
  defaultDialect,
  selectPaths
} from "./shared.checks.build-group.js";
import {
  quoteName
} from "./shared.text.problems.js";
import {
  listFirst
} from "./shared.text.prose.js";

// src/prompts/application.ts
var unnamedModel = "not said";
function buildApplication(name, model, application) {
  return {
    path: name,
    key: null,
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
    guesses: [],
    suspects: [],
    places: /* @__PURE__ */ new Map()
  };
}

// src/read/load-supplied.ts
var maxNamed = 8;
function keyOfOutputs(configPath) {
  return `${configPath}#outputs`;
}
function asOutputs(sides) {
  const { base, candidate, config } = sides;
  const [isNamed, willBeNamed] = [hasSources(base), hasSources(candidate)];
  const isAll = !isNamed && !willBeNamed;
  const gating = listWritten(base).filter(
    ({ sources, prompts }) => isAll || sources.length > 0 || !isNamed && selectPaths(base.tree, prompts).length === 0
  );
  const known = new Set(gating.map(({ name }) => name));
  const coming = listWritten(candidate).filter(({ sources, name }) => isAll || sources.length > 0 || known.has(name));
  const left = isNamed || isAll ? [] : listWritten(base).filter(({ sources }) => sources.length === 0);
  const see = (side, suites) => ({
    ...side,
    suites: suites.map(asApplication),
    dependencies: /* @__PURE__ */ new Map()
  });
  return {
    ...sides,
    base: see(base, gating),
    candidate: see(candidate, coming),
    config: { ...config, path: keyOfOutputs(config.path) },
    notices: [...sides.notices, ...explainLeft(left.map(({ name }) => name))]
  };
}
function hasSources(side) {
  return listWritten(side).some(({ sources }) => sources.length > 0);
}
function explainLeft(names) {
  if (names.length === 0) return [];
  const list = listFirst(names.map(quoteName), maxNamed);
  return [`from this merge on supplied outputs are judged of suites with "sources" alone, which these lack: ${list}`];
}
function listWritten({ suites, config }) {
  const names = new Set(config?.suites.map(({ name }) => name));
  return suites.filter(({ name }) => names.has(name));
}
function listApplications({ suite: { name }, mayGate, basePrompts, candidatePrompts }, { base, candidate }, supply, stored) {
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
  const [version = ""] = build("baseline", base, basePrompts, [name]).map(versionOf);
  const kept = [...stored].flatMap(([id, of]) => known.length === 0 || of === version ? [id] : []);
  const before = mayGate ? [...known, ...kept] : known;
  const asked = [answered, before, [name]].find((names) => names.length > 0) ?? [];
  return {
    base: build("baseline", base, basePrompts, mayGate && before.length === 0 ? asked : before),
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
