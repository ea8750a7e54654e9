import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  integerFlag
} from "./chunk-VVUUZSMX.js";
import {
  inLocalWorld,
  modelOptions
} from "./chunk-K57IJKZ6.js";
import "./chunk-66JSB3PE.js";
import {
  textFlag
} from "./chunk-DIOVEWYN.js";
import {
  buildGated,
  limitCases,
  tabulateScores
} from "./chunk-VUAC4NBG.js";
import {
  createAllowance,
  drawSamples,
  emptySession,
  measureNoise,
  renderNoise
} from "./chunk-MMZIDHZB.js";
import {
  nameComparison,
  renderPoints
} from "./chunk-CRKW7LMB.js";
import {
  addDollars,
  countCalls,
  openSessionContext
} from "./chunk-SRAK2XP3.js";
import "./chunk-PN4A6OE5.js";
import "./chunk-Q2ZIXXRI.js";
import {
  loadSuite,
  readOneSide,
  selectSuites
} from "./chunk-MVDR62VY.js";
import "./chunk-54V4ALLZ.js";
import "./chunk-7UQ62ONE.js";
import "./chunk-4WD5DCMC.js";
import "./chunk-KGYKQGXN.js";
import {
  toolVersion
} from "./chunk-6Y6OX5AP.js";
import {
  formatCount,
  formatNoun,
  formatUsd
} from "./chunk-NPXEJC4L.js";
import {
  revealText
} from "./chunk-2IRDLZHZ.js";
import "./chunk-DUX64NNM.js";
import "./chunk-32F53KWV.js";
import "./chunk-YVA6GH55.js";
import "./chunk-NUU66HAX.js";
import {
  UserError
} from "./chunk-GVVGS7NA.js";

// src/pipeline/noise.ts
async function measureTreeNoise(world, request) {
  const { tree, label, configPath, samples, caseLimit } = request;
  const sides = await readOneSide(world.repository, tree, label, configPath);
  const { config } = sides;
  const selections = selectSuites(sides.base, sides.candidate, config);
  if (selections.length === 0) {
    throw UserError.of("There is no suite to measure.", "Add prompt-assay.yml, or a prompt file with its own rows.");
  }
  const plans = await loadSuites(world, selections, sides, caseLimit);
  const journal = [];
  const wanted = plans.flatMap((plan) => wantDraws(plan, samples));
  createAllowance(config, journal, world.log).require(wanted, false);
  const context = await openSessionContext(world, config, request.fresh, journal);
  const session = await drawSamples(emptySession, wanted, context);
  const table = tabulateScores(session.scores);
  const totals = countCalls(journal);
  return {
    toolVersion,
    commit: tree.commit,
    samples,
    metrics: plans.flatMap((plan) => plan.prompts.flatMap((prompt) => listNoise(plan, prompt, table))),
    calls: totals.calls,
    cacheHits: totals.cacheHits,
    costUsd: addDollars(journal),
    errors: []
  };
}
async function loadSuites(world, selections, sides, caseLimit) {
  const plans = [];
  const problems = [];
  for (const selection of selections) {
    try {
      const plan = await loadSuite(world.repository, selection, sides);
      plans.push(caseLimit === null ? plan : limitCases(plan, caseLimit));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new UserError(problems);
  return plans;
}
function listNoise(plan, prompt, table) {
  return prompt.metrics.map((metric) => ({
    suite: prompt.suite,
    prompt: prompt.id,
    metric: metric.name,
    gates: metric.gates,
    // A judge of pairs has no scores here: one version alone gives it nothing to compare.
    noise: measureNoise(buildGated(plan, prompt, metric, table, "baseline"))
  }));
}
function wantDraws(plan, count) {
  const samples = Array.from({ length: count }, (_, sample) => sample);
  return plan.prompts.flatMap(
    (prompt) => prompt.cases.flatMap((row) => samples.map((sample) => ({ prompt, case: row, arm: "baseline", sample })))
  );
}

// src/report/noise-text.ts
function renderNoiseText(report) {
  const { commit, samples, metrics, calls, cacheHits, costUsd } = report;
  const cost = costUsd === null ? "cost unknown" : formatUsd(costUsd);
  const lines = [
    `${commit.slice(0, 12)} against itself, ${formatNoun(samples, "draw")} of each case`,
    ...metrics.flatMap((metric) => [
      `  ${describeRole(metric)}`,
      ...describeNoise(metric).map((line) => `    ${line}`)
    ]),
    `${formatCount(calls)} calls, ${formatCount(cacheHits)} from cache, ${cost}`
  ];
  return `${lines.map(revealText).join("\n")}
`;
}
function describeRole({ suite, prompt, metric, gates }) {
  return `${nameComparison({ suite, prompt: prompt === suite ? null : prompt, metric })}${gates ? "" : " (report)"}`;
}
function describeNoise({ noise: noise2 }) {
  if (noise2 === null) return ["not measured: no case has two scores of this metric (a judge of pairs has none here)"];
  const { cases, unscored, meanDifference, falseAlarms, swaps } = noise2;
  const missing = unscored === 0 ? "" : `, ${formatCount(unscored)} more lack scores`;
  return [
    `${renderNoise(noise2, noise2)} (${formatNoun(cases, "case")}${missing})`,
    `two runs differ by ${renderPoints(meanDifference)} a case on average`,
    falseAlarms === null ? "false alarms: no rate is tested on so few cases" : `false alarms: ${Math.round(1e3 * falseAlarms) / 10} % of ${formatCount(swaps)} random label swaps were blocked`,
    describeNeed(noise2)
  ];
}
function describeNeed({ cases, margin, casesForMargin, samplesForMargin, unscored }) {
  const size = renderPoints(margin);
  if (casesForMargin <= cases + unscored)
    return `the margin of ${size} is within reach: it takes ${formatNoun(casesForMargin, "case")}`;
  const samples = samplesForMargin === null ? "no number of samples is enough with so few cases" : `or ${formatNoun(samplesForMargin, "sample")} a case, where the change is the same on every case`;
  return `the margin of ${size} takes ${formatNoun(casesForMargin, "case")}, ${samples}`;
}

// src/terminal/noise.ts
var noise = {
  name: "noise",
  help: `Usage: prompt-assay noise [--ref REF] [options]

Draws every case of a ref's prompts several times and says how much the prompt differs from itself, how often the gate
would raise a false alarm, the smallest drop this dataset can detect, and what would reach the margin.

  --ref REF       the commit to measure (default: HEAD)
  --config PATH   config file (default: prompt-assay.yml, .github/prompt-assay.yml)
  --samples N     draws of each case, 2 to 5 (default 2)
  --cases N       at most N cases a suite
  --base-url URL  OpenAI-compatible endpoint; the key is read from OPENAI_API_KEY
  --fresh         leave the cache aside
  --cache DIR     keep answers here and take known ones from it
  --replay FILE   answer from a recording
  --record FILE   add all answers to a recording
  --json          print the result as JSON
`,
  options: {
    ...modelOptions,
    ref: { type: "string" },
    samples: { type: "string" },
    cases: { type: "string" }
  },
  positionals: [],
  run: measureLocally,
  buildFailure: (errors) => ({ metrics: [], calls: 0, cacheHits: 0, costUsd: 0, errors })
};
async function measureLocally(flags, _positionals, io) {
  const samples = integerFlag(flags, "samples", 2, 5) ?? 2;
  const caseLimit = integerFlag(flags, "cases", 1, 1e6);
  return inLocalWorld(flags, io, async (world, git) => {
    const ref = textFlag(flags, "ref") ?? "HEAD";
    const report = await measureTreeNoise(world, {
      tree: await git.readTree(await git.resolveRef(ref)),
      label: ref,
      configPath: textFlag(flags, "config"),
      samples,
      caseLimit,
      fresh: flags.fresh === true
    });
    io.out(flags.json === true ? `${JSON.stringify(report, null, 2)}
` : renderNoiseText(report));
    return 0;
  });
}
export {
  noise
};
