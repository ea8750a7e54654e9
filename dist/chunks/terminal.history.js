import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  configFlag
} from "./shared.terminal.model-flags.js";
import {
  openLocalGit
} from "./shared.adapters.git.branch-store.js";
import {
  integerFlag
} from "./shared.terminal.flags.js";
import {
  findConfigPath
} from "./shared.terminal.clone-paths.js";
import {
  chooseSuite,
  readHistory
} from "./shared.history.history.js";
import "./shared.baseline.changelog-line.js";
import {
  writeResults
} from "./shared.adapters.files.write-results.js";
import {
  builtInConfig,
  readOwnConfig
} from "./shared.config.build-config.js";
import "./shared.checks.any-expected.js";
import "./shared.text.checksums.js";
import "./shared.text.append-lines.js";
import "./shared.config.keys.gate.js";
import "./shared.checks.build-group.js";
import "./shared.datasets.aliases.js";
import {
  textFlag
} from "./shared.terminal.command.js";
import "./shared.version.js";
import "./shared.text.problems.js";
import "./shared.config.base-url.js";
import "./shared.text.json-line.js";
import "./shared.text.source-file.js";
import "./shared.run.story.js";
import "./shared.prompts.message-text.js";
import {
  wordOf
} from "./shared.history.merge-word.js";
import {
  dayOf,
  describeAuthor,
  describeHistory,
  describeLeftOut,
  describeMeasure,
  describeMerged,
  describeNews,
  listModels,
  listNews,
  listSeries,
  nameMerge,
  shortCommit,
  showCost,
  showInterval,
  showMean,
  showTokens
} from "./shared.history.series.js";
import "./shared.prices.usd.js";
import {
  cutText,
  oneLine,
  revealText
} from "./shared.report.escape.js";
import {
  count,
  inCode
} from "./shared.text.prose.js";
import "./shared.text.unseen.js";
import "./shared.json-writer.js";
import {
  UserError,
  renderProblem
} from "./shared.errors.js";

// src/report/history/sparkline.ts
var blocks = [..."▁▂▃▄▅▆▇█"];
function renderSparkline(values, width2, least) {
  const shown = values.slice(-width2);
  const known = shown.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const span = Math.max(high - low, least);
  const middle = (high + low) / 2;
  return shown.map((value) => {
    if (value === null) return " ";
    const share = (value - middle) / span + 0.5;
    const at = Math.floor(share * blocks.length);
    return blocks[Math.max(0, Math.min(blocks.length - 1, at))];
  }).join("");
}

// src/report/history/text.ts
var width = 80;
var sparkWidth = 16;
var nameWidth = 28;
var leastSpan = 0.05;
function renderHistoryText(history2) {
  const { suites, merges, errors } = history2;
  const isEmpty = suites.length === 0 && merges.length === 0;
  const rest = describeLeftOut(history2);
  const lines = [
    describeHistory(history2),
    ...rest === null ? [] : [rest],
    ...isEmpty ? ["nothing is kept yet: re-baseline main, or let the action run on a push to it"] : [],
    ...suites.flatMap(describeSuite),
    ...merges.length === 0 ? [] : ["", "merged, the newest first", ...[...merges].reverse().flatMap(describeMerge)]
  ];
  const broken = errors.map((problem) => plain(`error  ${renderProblem(problem)}`));
  return `${[...lines.map((line) => cutText(plain(line), width)), ...broken].join("\n")}
`;
}
function plain(line) {
  return revealText(line).replaceAll("\n", " ");
}
function describeSuite({ suite, baselines }) {
  const news = listNews(baselines);
  const last = baselines.at(-1);
  return [
    "",
    `${suite} (${count(baselines.length, "baseline")})`,
    ...listSeries(baselines).map((series) => describeSeries(series, baselines)),
    ...last === void 0 ? [] : [describeCosts(baselines, last), describeTokens(baselines, last)],
    ...baselines.map((line, at) => describeBaseline(line, news[at])).reverse().flat()
  ];
}
function describeSeries(series, baselines) {
  const { points } = series;
  const known = new Map(points.map(({ at, mean }) => [at, mean]));
  const values = baselines.map((_, at) => known.get(at) ?? null);
  const newest = points.at(-1);
  if (newest === void 0) return "";
  const interval = showInterval(newest);
  const shown = [showMean(series, newest), interval === null ? "" : `(${interval})`, describeMeasure(series) ?? ""];
  return row(
    series.label,
    renderSparkline(values, sparkWidth, leastSpan),
    shown.filter((part) => part !== "").join(" ")
  );
}
function describeCosts(baselines, last) {
  return row(
    "cost",
    renderSparkline(
      baselines.map(({ costMicroUsd }) => costMicroUsd),
      sparkWidth,
      1
    ),
    showCost(last)
  );
}
function describeTokens(baselines, last) {
  const sums = baselines.map(({ tokens }) => tokens && tokens.input + tokens.output);
  return row("tokens", renderSparkline(sums, sparkWidth, 1), showTokens(last));
}
function row(name, spark, value) {
  return `  ${keepEnd(oneLine(name), nameWidth).padEnd(nameWidth)}  ${spark.padStart(sparkWidth)}  ${value}`;
}
function keepEnd(name, most) {
  return name.length <= most ? name : `…${name.slice(1 - most)}`;
}
function describeBaseline(line, news) {
  const anchor = line.reason === null ? "" : "◆ ";
  const parts = [`${dayOf(line.date)} ${shortCommit(line.commit)}`, anchor + describeAuthor(line), ...listModels(line)];
  return [`  ${parts.join(" · ")}`, ...news === void 0 ? [] : describeNews(news).map((clause) => `    ${clause}`)];
}
function describeMerge(merge) {
  const head = `  ${dayOf(merge.date)} ${shortCommit(merge.commit)} ${wordOf(merge)} · ${nameMerge(merge)}`;
  return [head, ...merge.suites.map((suite) => `    ${describeMerged(suite)}`)];
}

// src/terminal/history.ts
var defaultLast = 50;
var history = {
  name: "history",
  usage: "[--suite NAME] [--html DIR] [options]",
  about: `Shows main over time as the baseline branch has it: the scores of each baseline, its cost, tokens and models, who set it
and why, and what was known of each change when it was merged. Nothing is asked of a model.`,
  flags: {
    branch: {
      value: "REF",
      help: "the branch to read (default: the config's baseline.branch as origin has it, else your own)"
    },
    suite: { value: "NAME", help: "one suite alone" },
    last: { value: "N", help: `the newest N baselines of each suite, and merges (default ${defaultLast})` },
    html: { value: "DIR", help: "write index.html, badge.svg and history.json there" },
    ...configFlag,
    json: { help: "print the history as JSON" }
  },
  positionals: [],
  run: showHistory,
  buildFailure: (errors) => ({ branch: null, commit: null, suites: [], merges: [], leftOut: 0, errors })
};
async function showHistory(flags, _positionals, io) {
  const last = integerFlag(flags, "last", 1, 1e6) ?? defaultLast;
  const git = await openLocalGit(io.cwd);
  try {
    const whole = await readHistory(git, await findBranch(flags, git), last);
    const suite = textFlag(flags, "suite");
    const shown = suite === null ? whole : chooseSuite(whole, suite);
    const written = await writeFiles(textFlag(flags, "html"), shown);
    const lines = written.map((path) => `written: ${path}
`).join("");
    return { document: shown, text: renderHistoryText(shown) + lines, exitCode: 0 };
  } finally {
    await git.close();
  }
}
async function findBranch(flags, git) {
  const asked = textFlag(flags, "branch");
  if (asked !== null) return { branch: asked, commit: await git.resolveRef(asked) };
  const tree = await git.readTree(await git.resolveRef("HEAD"));
  const { config, broken } = await readOwnConfig(git, tree, await findConfigPath(flags, git));
  if (broken !== null) throw broken;
  const { branch } = (config ?? builtInConfig).baseline;
  for (const [name, ref] of [
    [`origin/${branch}`, `refs/remotes/origin/${branch}`],
    [branch, `refs/heads/${branch}`]
  ]) {
    const commit = await findRef(git, ref);
    if (commit !== null) return { branch: name, commit };
  }
  throw UserError.of(
    `There is no branch ${inCode(branch)} here.`,
    `Fetch it (git fetch origin ${branch}:refs/remotes/origin/${branch}), re-baseline main, or name another with --branch.`
  );
}
async function findRef(git, ref) {
  try {
    return await git.resolveRef(ref);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return null;
  }
}
async function writeFiles(folder, shown) {
  if (folder === null) return [];
  const { renderHistoryFiles } = await import("./report.history.files.js");
  return writeResults(folder, renderHistoryFiles(shown));
}
export {
  history
};
