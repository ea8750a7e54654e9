import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readSourceFile
} from "./chunk-I55GWISX.js";
import {
  choiceFlag
} from "./chunk-VVUUZSMX.js";
import {
  openLocalGit
} from "./chunk-66JSB3PE.js";
import {
  textFlag
} from "./chunk-DIOVEWYN.js";
import {
  calibrateFile,
  compileJudge,
  identifyJudge,
  judgeDependencies,
  labelKinds,
  readFiles,
  readOwnConfig,
  renderBoundLabels
} from "./chunk-YJQCHDK2.js";
import "./chunk-54V4ALLZ.js";
import {
  hintKnown,
  quoteName
} from "./chunk-CQQKN3AG.js";
import {
  formatDifference,
  formatInterval,
  formatNoun,
  formatScore
} from "./chunk-NPXEJC4L.js";
import "./chunk-32F53KWV.js";
import "./chunk-NUU66HAX.js";
import {
  UserError,
  asError
} from "./chunk-GVVGS7NA.js";

// src/terminal/calibrate.ts
import { writeFile } from "node:fs/promises";

// src/pipeline/calibrate.ts
async function bindLabels(repository, tree, configPath, name, labels) {
  const { config, broken } = await readOwnConfig(repository, tree, configPath);
  if (broken !== null) throw broken;
  if (config === null) {
    throw UserError.of(
      "There is no config file to find the judge in.",
      "Add prompt-assay.yml, or name it by --config."
    );
  }
  const judgeConfig = findJudge(config, name);
  const judge = compileJudge(judgeConfig, await readFiles(repository, tree, judgeDependencies(judgeConfig)));
  const { hash: judgeHash, model } = identifyJudge(judge, config.judgeModel);
  const { kind } = labels.result;
  return renderBoundLabels(labels.file, { judgeHash, judge: judgeConfig.name, model, kind });
}
function findJudge(config, { suite: suiteName, judge: judgeName }) {
  const suite = config.suites.find(({ name }) => name === suiteName);
  if (suite === void 0) {
    const hint2 = hintKnown(
      suiteName,
      config.suites.map(({ name }) => name)
    );
    throw UserError.of(`${config.path} has no suite ${quoteName(suiteName)}.`, hint2);
  }
  const judges = suite.metrics.filter((metric) => metric.kind === "judge");
  const judge = judges.find(({ name }) => name === judgeName);
  if (judge !== void 0) return judge;
  const hint = hintKnown(
    judgeName,
    judges.map(({ name }) => name)
  );
  throw UserError.of(`suite ${quoteName(suiteName)} has no judge ${quoteName(judgeName)}.`, hint, suite.where);
}

// src/report/calibration-text.ts
var meanings = {
  gate: "this judge may block",
  report: "this judge is shown and cannot block",
  refuse: "this judge is shown behind a warning and cannot block"
};
function renderCalibrationText(figures) {
  const { kind, items, abstained, state, reasons, bias } = figures;
  const ordinal = kind === "ordinal";
  const rows = [
    ["Cohen's κ", formatScore(figures.kappa, false)],
    ...ordinal ? [["quadratic κ", formatScore(figures.quadraticKappa, false)]] : [],
    [`${ordinal ? "quadratic κ" : "κ"}, lower bound`, formatScore(figures.kappaLower90, false)],
    ["Krippendorff's α", formatScore(figures.alpha, false)],
    ["Gwet's AC1", formatScore(figures.ac1, false)],
    ["κ between people", formatScore(figures.humanKappa, false)],
    ...kind === "nominal" ? [] : [
      ["good outputs found", formatScore(figures.sensitivity, true)],
      ["bad outputs found", formatScore(figures.specificity, true)],
      ["judge minus people", bias === null ? formatDifference(null, false) : renderBias(bias)]
    ]
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    `${state.toUpperCase()}  ${meanings[state]}`,
    ...reasons.map((reason) => `  ${reason}`),
    "",
    `${formatNoun(items, "item")}, ${kind}; the judge abstained from ${abstained}`,
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
    ""
  ].join("\n");
}
function renderBias({ mean, lower, upper }) {
  return `${formatDifference(mean, false)} (${formatInterval(lower, upper, false)})`;
}

// src/terminal/calibrate.ts
var calibrate = {
  name: "calibrate",
  help: `Usage: prompt-assay calibrate --labels L.jsonl [options]

Compares a judge with people; a line is {"item", "judge", "human", "human2"?}. The exit code is 0 whatever they say.

  --labels FILE  the labels (JSON Lines)
  --kind WORD    binary, ordinal or nominal (default: found from the labels)
  --write OUT    write the labels bound to the judge as this clone's config has it; name OUT under "calibration"
  --suite NAME   with --write: the judge's suite
  --judge NAME   with --write: the judge
  --config FILE  with --write: the config file (default: prompt-assay.yml, .github/prompt-assay.yml)
  --json         print the result as JSON
`,
  options: {
    labels: { type: "string" },
    kind: { type: "string" },
    write: { type: "string" },
    suite: { type: "string" },
    judge: { type: "string" },
    config: { type: "string" }
  },
  positionals: [],
  run: calibrateInTerminal,
  buildFailure: (errors) => ({ ...emptyResult, errors })
};
var emptyResult = {
  items: 0,
  kind: null,
  kappa: null,
  kappaLower90: null,
  quadraticKappa: null,
  alpha: null,
  ac1: null,
  humanKappa: null,
  sensitivity: null,
  specificity: null,
  bias: null,
  abstained: 0,
  state: "report",
  reasons: []
};
async function calibrateInTerminal(flags, _positionals, io) {
  const path = textFlag(flags, "labels");
  if (path === null) throw UserError.of("--labels is missing.", "Name a file of labels (JSON Lines).");
  const kind = choiceFlag(flags, "kind", labelKinds);
  const target = parseTarget(flags);
  const file = await readSourceFile(path);
  const result = calibrateFile(file, kind);
  if (target !== null) await writeBound(target, file, result, io);
  io.out(flags.json === true ? `${JSON.stringify(result, null, 2)}
` : renderCalibrationText(result));
  return 0;
}
function parseTarget(flags) {
  const [out, suite, judge, config] = ["write", "suite", "judge", "config"].map((name) => textFlag(flags, name));
  if (out == null && suite == null && judge == null && config == null) return null;
  if (out == null || suite == null || judge == null) {
    throw UserError.of("--write, --suite and --judge belong together.", "Give all three, or none.");
  }
  return { out, suite, judge, config: config ?? null };
}
async function writeBound(target, file, result, io) {
  const { out, suite, judge, config } = target;
  const git = await openLocalGit(io.cwd);
  try {
    const text = await bindLabels(git, await git.readWorkingTree(), config, { suite, judge }, { file, result });
    await writeFile(out, text).catch((cause) => {
      const where = { path: out, line: null, column: null };
      throw UserError.of(`cannot be written: ${asError(cause).message}.`, "Name another file.", where, { cause });
    });
  } finally {
    await git.close();
  }
  io.err(`${out} holds the labels, bound to judge "${judge}" of suite "${suite}" as it is now.
`);
}
export {
  calibrate
};
