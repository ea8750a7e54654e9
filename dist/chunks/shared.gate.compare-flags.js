import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  gateKeys
} from "./shared.config.keys.gate.js";
import {
  defaultsOf
} from "./shared.checks.build-group.js";
import {
  buildProblem
} from "./shared.errors.js";

// src/gate/comparison.ts
var defaultGate = defaultsOf(gateKeys);

// src/gate/compare-flags.ts
var ruleFlags = {
  margin: "margin",
  alpha: "alpha",
  minCases: "min-cases",
  minDrop: "min-drop",
  driftAllowance: "drift-allowance",
  target: "target",
  samples: "samples",
  onInconclusive: "on-inconclusive",
  design: "design",
  settle: "settle"
};
var defaultCompareFlags = {
  margin: null,
  alpha: null,
  minCases: null,
  minDrop: null,
  driftAllowance: null,
  target: null,
  samples: null,
  onInconclusive: null,
  design: null,
  settle: null,
  suites: /* @__PURE__ */ new Map(),
  metrics: [],
  directions: /* @__PURE__ */ new Map()
};
function rulesFor(flags, suite) {
  return { ...flags, ...suite === null ? {} : flags.suites.get(suite) };
}
function settingsOf(flags, suite) {
  const rules = rulesFor(flags, suite);
  return {
    ...defaultGate,
    margin: rules.margin,
    alpha: rules.alpha ?? defaultGate.alpha,
    minCases: rules.minCases ?? defaultGate.minCases,
    minDrop: rules.minDrop ?? defaultGate.minDrop,
    driftAllowance: rules.driftAllowance ?? defaultGate.driftAllowance,
    target: rules.target ?? defaultGate.target,
    onInconclusive: rules.onInconclusive ?? defaultGate.onInconclusive,
    resample: rules.design === "two-look" ? "discordant" : "off",
    settle: rules.design === "two-look" ? rules.settle ?? "off" : "off"
  };
}
function meansComparison(name, { suite, prompt, metric }) {
  return name === metric || name === qualifyName({ suite, prompt, metric });
}
function qualifyName({ suite, prompt, metric }) {
  return [suite, prompt, metric].filter((part) => part !== null).join("/");
}
function directionOf({ directions }, id) {
  return directions.get(qualifyName(id)) ?? directions.get(id.metric) ?? "higher";
}
function checkFlags(flags, lines) {
  const rules = [flags, ...flags.suites.values()].flatMap(checkRules);
  if (lines.length === 0) return rules;
  const known = new Set(lines.flatMap((line) => [line.metric, qualifyName(line)]));
  const suites = new Set(lines.map(({ suite }) => suite));
  const directions = [...flags.directions.keys()].filter((name) => !known.has(name));
  const strangers = [...flags.suites.keys()].filter((name) => !suites.has(name));
  return [
    ...rules,
    ...directions.map(
      (name) => buildProblem(
        `--direction names ${JSON.stringify(name)}, which is in neither file.`,
        "Name a metric as it stands in the score lines."
      )
    ),
    ...strangers.map(
      (name) => buildProblem(
        `a flag names the suite ${JSON.stringify(name)}, which is in neither file.`,
        "Name a suite as it stands in the score lines, or leave it out for all."
      )
    )
  ];
}
function checkRules({ margin = null, alpha = null, minCases = null }) {
  const problems = [];
  if (margin !== null && !(margin > 0 && margin <= 1)) {
    problems.push(
      buildProblem("--margin must be above 0 and at most 1.", "It is a share of the 0..1 scale: 0.05 is 5 points.")
    );
  }
  if (alpha !== null && !(alpha > 0 && alpha < 0.5)) {
    problems.push(
      buildProblem("--alpha must be above 0 and below 0.5.", "It is the one-sided error rate; 0.05 is usual.")
    );
  }
  if (minCases !== null && !(Number.isInteger(minCases) && minCases >= 0)) {
    problems.push(buildProblem("--min-cases must be an integer from 0.", "Leave it out for 10."));
  }
  return problems;
}

export {
  defaultGate,
  ruleFlags,
  defaultCompareFlags,
  rulesFor,
  settingsOf,
  meansComparison,
  qualifyName,
  directionOf,
  checkFlags
};
