import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __require = /* @__PURE__ */ ((x) => typeof require !== "undefined" ? require : typeof Proxy !== "undefined" ? new Proxy(x, {
  get: (a, b) => (typeof require !== "undefined" ? require : a)[b]
}) : x)(function(x) {
  if (typeof require !== "undefined") return require.apply(this, arguments);
  throw Error('Dynamic require of "' + x + '" is not supported');
});
var __commonJS = (cb, mod) => function __require2() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// src/errors.ts
function buildProblem(message, hint, where = null) {
  return { path: where?.path ?? null, line: where?.line ?? null, column: where?.column ?? null, message, hint };
}
function renderProblem(problem) {
  const place = [problem.path, problem.line, problem.column].filter((part) => part !== null).join(":");
  return [place, problem.message, problem.hint].filter((part) => part !== "").join(" ");
}
var maxAlike = 3;
var maxPlaces = 5;
function gatherProblems(problems) {
  const groups = /* @__PURE__ */ new Map();
  const distinct = new Map(problems.map((problem) => [renderProblem(problem), problem]));
  for (const problem of [...distinct.values()].sort(comparePlaces)) {
    const key = JSON.stringify([problem.path, problem.message, problem.hint]);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [problem]);
    else group.push(problem);
  }
  return [...groups.values()].flatMap((group) => group.length > maxAlike ? mergeAlike(group) : group).sort(comparePlaces);
}
function mergeAlike([first, ...others]) {
  if (first === void 0) return [];
  const lines = others.flatMap(({ line }) => line ?? []);
  const shown = `${lines.slice(0, maxPlaces).join(", ")}${lines.length > maxPlaces ? ", …" : ""}`;
  return [{ ...first, message: `${first.message.replace(/\.$/, "")} (and on ${others.length} more lines: ${shown}).` }];
}
function comparePlaces(a, b) {
  const rank = (one) => one ?? Number.POSITIVE_INFINITY;
  const compare = (one, other) => one < other ? -1 : one > other ? 1 : 0;
  if (a.path === null || b.path === null) return compare(b.path === null, a.path === null);
  return compare(a.path, b.path) || compare(rank(a.line), rank(b.line)) || compare(rank(a.column), rank(b.column));
}
var ReportedError = class extends Error {
  problems;
  /** @throws RangeError for an empty list: an error without a problem would be silent. */
  constructor(problems, options) {
    if (problems.length === 0) throw new RangeError("an error that is reported needs at least one problem");
    const gathered = gatherProblems(problems);
    super(gathered.map(renderProblem).join("\n"), options);
    this.problems = gathered;
  }
};
var UserError = class _UserError extends ReportedError {
  name = "UserError";
  /** The error of a single problem. */
  static of(message, hint, where = null, options) {
    return new _UserError([buildProblem(message, hint, where)], options);
  }
};
var ReadFault = class _ReadFault extends ReportedError {
  name = "ReadFault";
  /** The fault of a single problem. */
  static of(message, hint, options) {
    return new _ReadFault([buildProblem(message, hint)], options);
  }
};
var UnknownAnswerError = class extends ReportedError {
  name = "UnknownAnswerError";
  constructor() {
    super([
      buildProblem(
        "The first round's answers are no longer all in the cache, so that it cannot be settled.",
        "Keep the cache from run to run, and run it anew without settling first."
      )
    ]);
  }
};
function summariseProblems([first, ...more]) {
  const sentence = first === void 0 ? "" : renderProblem({ ...first, hint: "" }).replace(/\.$/, "");
  return more.length === 0 ? sentence : `${sentence} (and ${more.length} more)`;
}
function asError(thrown) {
  return thrown instanceof Error ? thrown : new Error(`thrown: ${String(thrown)}`, { cause: thrown });
}
function collectProblems(problems, work) {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    problems.push(...error.problems);
    return null;
  }
}
function eachOnce(problems) {
  return [...new Map(problems.map((problem) => [renderProblem(problem), problem])).values()];
}
var MissingKeyError = class extends UserError {
  name = "MissingKeyError";
};
var ModelConfigError = class extends UserError {
  name = "ModelConfigError";
  /** Canonical name of the setting at fault (`max-tokens`, `response-format`, `tools`, `model`), as in `Prompt.places`; null where it is none of the prompt's. */
  parameter;
  constructor(message, hint, parameter) {
    super([buildProblem(message, hint)]);
    this.parameter = parameter;
  }
  /** The same mistake at the place where the setting stands. */
  at(where) {
    return new UserError(
      this.problems.map((problem) => ({ ...problem, ...where })),
      { cause: this }
    );
  }
};

export {
  __require,
  __commonJS,
  __export,
  __toESM,
  buildProblem,
  renderProblem,
  gatherProblems,
  ReportedError,
  UserError,
  ReadFault,
  UnknownAnswerError,
  summariseProblems,
  asError,
  collectProblems,
  eachOnce,
  MissingKeyError,
  ModelConfigError
};
