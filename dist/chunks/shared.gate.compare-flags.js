import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  describeNothing,
  listCases,
  nothingMeasured
} from "./shared.gate.critical.js";
import {
  gateKeys
} from "./shared.config.keys.gate.js";
import {
  defaultsOf
} from "./shared.checks.build-group.js";
import {
  nameComparison,
  renderCounts,
  renderPoints,
  renderSignedPoints
} from "./shared.gate.reason.js";
import {
  closeSentence
} from "./shared.text.prose.js";
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

// src/report/words/sentence.ts
function renderComparisonSentence(comparison, context) {
  switch (comparison.verdict) {
    case "fail":
      return renderFail(comparison, context);
    case "pass":
      return renderPass(comparison, context);
    case "inconclusive":
      return comparison.gates ? renderInconclusive(comparison, context) : renderShown(comparison);
    case "invalid":
      return {
        title: "Could not be judged; this says nothing about the prompt.",
        detail: closeSentence(comparison.reason ?? ""),
        remark: null
      };
  }
}
function renderHeadline(decision) {
  const gating = decision.comparisons.filter((one) => one.gates && one.direction !== "neutral");
  const [reason] = decision.reasons;
  switch (decision.verdict) {
    case "fail":
      return { text: renderFailTitle(gating, decision.broken), saysReason: false };
    case "pass":
      return { text: renderPassTitle(gating), saysReason: false };
    case "inconclusive": {
      const open = renderOpenTitle(gating) ?? renderNothingTitle(gating);
      return { text: open ?? reason ?? "not enough evidence either way", saysReason: open === null };
    }
    case "invalid":
      return { text: `could not be judged: ${reason ?? "nothing was measured"}`, saysReason: true };
  }
}
function renderFrequency(pValue) {
  if (pValue < 1e-6) return "fewer than 1 of a million runs";
  return `1 of ${Number((1 / pValue).toPrecision(2)).toLocaleString("en-US")} runs`;
}
function renderFail(comparison, { target, broken }) {
  if (broken.length > 0) return { ...renderBroken(broken), remark: comparison.proven ? comparison.reason : null };
  const where = target === "cases" ? ` on these ${comparison.cases} cases` : "";
  return {
    title: `Regression proven${where}.`,
    detail: [closeSentence(renderCounts(comparison)), renderProof(comparison), renderEstimate(comparison)].filter((part) => part !== "").join(" "),
    remark: comparison.proven ? null : comparison.reason
  };
}
function renderProof({ pValue, looks }) {
  const held = looks === 2 ? "Run again on both sides, the differences held. " : "";
  const split = looks === 2 ? "a result this bad" : "a split this lopsided";
  const chance = pValue === null ? "" : `If this change were harmless, ${split} would occur in ${renderFrequency(pValue)}.`;
  return `${held}${chance}`.trim();
}
function renderEstimate({ difference, lowerBound, upperBound }) {
  if (difference === null || lowerBound === null || upperBound === null) return "";
  return `Estimated drop ${renderPoints(difference)} (between ${renderBetween(upperBound, lowerBound)}).`;
}
function renderPass(comparison, { target }) {
  const { margin, worse, better, cases, lowerBound, alpha } = comparison;
  if (comparison.small)
    return { title: "No case broke.", detail: closeSentence(comparison.reason ?? ""), remark: null };
  const where = target === "cases" ? ` on these ${cases} cases` : "";
  const stored = comparison.baselineSource === "stored" ? " Against a stored baseline." : "";
  const settled = comparison.settled ? ` Settled in a further round (${comparison.samples} samples a case).` : "";
  const level = Math.round(1e3 * (1 - alpha)) / 10;
  const ruledOut = (lowerBound ?? 0) < 0 ? `a drop of more than ${renderPoints(lowerBound ?? 0)} is ruled out` : "any drop is ruled out";
  return {
    title: `No regression larger than ${renderPoints(margin)}${where}.`,
    detail: `${worse} worse, ${better} better of ${cases}; ${ruledOut} (${level} %).${settled}${stored}`,
    remark: null
  };
}
function renderInconclusive(comparison, { isBlocked }) {
  const { reason, measuresNothing, margin, commonReason } = comparison;
  if (measuresNothing) {
    const title2 = closeSentence(`${nothingMeasured} (${isBlocked ? "blocked" : "not blocked"})`);
    return { title: title2, detail: closeSentence(describeNothing("both sides", margin, commonReason)), remark: null };
  }
  const title = `Not enough evidence either way (${isBlocked ? "blocked" : "not blocked"}).`;
  const { worse, better, cases, lowerBound, upperBound, casesToSettle, detectableDrop } = comparison;
  if (!isRateOpen(comparison) || lowerBound === null || upperBound === null) {
    return { title, detail: closeSentence(reason ?? ""), remark: null };
  }
  const fit = `The data fit anything from ${renderSignedPoints(lowerBound)} to ${renderSignedPoints(upperBound)} points.`;
  const more = (casesToSettle ?? 0) - cases;
  const settle = more > 0 ? ` About ${more.toLocaleString("en-US")} more ${more === 1 ? "case" : "cases"} would settle it.` : "";
  const detectable = detectableDrop === null ? "" : ` This run could only have detected drops of ${renderPoints(detectableDrop)} or more.`;
  const further = comparison.settled ? " A further round did not settle it." : "";
  const detail = `${worse} worse, ${better} better of ${cases}.${further} ${fit}${settle}${detectable}`;
  return { title, detail, remark: reason };
}
function renderShown(comparison) {
  const { lowerBound, upperBound } = comparison;
  const between = lowerBound === null || upperBound === null ? "" : `; the difference lies between ${renderSignedPoints(lowerBound)} and ${renderSignedPoints(upperBound)} points`;
  return { title: "Only shown.", detail: closeSentence(`${renderCounts(comparison)}${between}`), remark: null };
}
function renderBroken(broken) {
  return {
    title: closeSentence(nameBroken(broken)),
    detail: "Asked several times on both sides, it held before this change and failed after it."
  };
}
function renderFailTitle(gating, broken) {
  const failed = gating.filter((one) => one.verdict === "fail");
  const names = failed.map(nameComparison).join(", ");
  if (broken.length > 0) return `${nameBroken(broken)} (${names})`;
  const [first] = failed;
  const counts = failed.length === 1 && first !== void 0 ? `: ${renderCounts(first)}` : "";
  return `regression proven in ${names}${counts}`;
}
function renderPassTitle(gating) {
  if (gating.some((one) => one.small)) {
    return "no case broke (too few cases to rule out small drops)";
  }
  const settled = gating.some((one) => one.settled) ? ", settled in a further round" : "";
  return `no regression larger than ${renderPoints(Math.max(...gating.map((one) => one.margin)))}${settled}`;
}
function nameBroken(broken) {
  const ids = [...new Set(broken.map((one) => one.case))];
  const critical = broken.some((one) => one.critical) ? "critical " : "";
  return `${critical}${listCases(ids)} broke`;
}
function renderOpenTitle(gating) {
  const open = gating.filter((one) => one.verdict === "inconclusive" && isRateOpen(one));
  if (open.length === 0) return null;
  const bound = Math.min(...open.map((one) => one.lowerBound ?? 0));
  const isFalling = open.some((one) => (one.difference ?? 0) < 0 && one.looks === 2);
  return `${isFalling ? "a drop was seen and is not proven" : "no regression found"}; drops up to ${renderPoints(bound)} not ruled out${open.some((one) => one.settled) ? " in a further round" : ""}`;
}
function renderNothingTitle(gating) {
  const open = gating.filter((one) => one.verdict === "inconclusive");
  if (open.length === 0 || !open.every((one) => one.measuresNothing)) return null;
  return `${open.map(nameComparison).join(", ")} ${nothingMeasured}`;
}
function renderBetween(upper, lower) {
  const end = (bound) => bound <= 0 ? renderPoints(bound).split(" ")[0] ?? "" : renderSignedPoints(-bound);
  return `${end(upper)} and ${end(Math.max(lower, -1))}`;
}
function isRateOpen({ looks, lowerBound, margin }) {
  return looks > 0 && lowerBound !== null && lowerBound <= -margin;
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
  checkFlags,
  renderComparisonSentence,
  renderHeadline,
  renderProof
};
