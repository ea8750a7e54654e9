import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  findOwnPath
} from "./shared.terminal.own-path.js";
import {
  listOpeners,
  openPage
} from "./shared.terminal.open-page.js";
import {
  openLocalWorld
} from "./shared.terminal.allowed-hosts.js";
import "./shared.report.progress.progress-line.js";
import "./shared.adapters.files.cache-upkeep.js";
import {
  createGit,
  openLocalGit,
  requireGit,
  requireLine
} from "./shared.adapters.git.branch-store.js";
import {
  evaluate,
  noOtherRuns,
  renderResultFiles
} from "./shared.baseline.anchor.js";
import "./shared.baseline.kept-noise.js";
import "./shared.judges.labels.items.js";
import "./shared.execute.supplied-driver.js";
import {
  writeResults
} from "./shared.adapters.files.write-results.js";
import "./shared.gate.noisy-cases.js";
import "./shared.baseline.stored-noise.js";
import "./shared.baseline.parse-baseline.js";
import "./shared.gate.compare-flags.js";
import "./shared.gate.critical.js";
import "./shared.gate.measurement.js";
import "./shared.gate.first-round.js";
import "./shared.adapters.files.spool.js";
import "./shared.datasets.case.js";
import "./shared.judges.labels.lines.js";
import "./shared.adapters.progress.follow-progress.js";
import "./shared.adapters.files.response-cache.js";
import "./shared.datasets.archived.js";
import "./shared.prompts.render.js";
import "./shared.datasets.column-names.js";
import "./shared.config.build-config.js";
import "./shared.checks.any-expected.js";
import "./shared.text.checksums.js";
import "./shared.text.append-lines.js";
import "./shared.run.totals.js";
import "./shared.config.keys.gate.js";
import "./shared.checks.build-group.js";
import "./shared.datasets.aliases.js";
import {
  openScreen
} from "./shared.report.console.screen.js";
import {
  cutEnd,
  measure,
  pad,
  wrap
} from "./shared.report.console.cells.js";
import {
  textFlag
} from "./shared.terminal.command.js";
import "./shared.version.js";
import "./shared.text.problems.js";
import "./shared.prompts.wire-request.js";
import "./shared.prompts.wire-messages.js";
import "./shared.config.base-url.js";
import "./shared.adapters.replay.recording.js";
import "./shared.run.result-codec.js";
import "./shared.text.json-line.js";
import "./shared.ports.js";
import "./shared.adapters.files.read-recording.js";
import "./shared.text.source-file.js";
import {
  describeReportCauses
} from "./shared.report.diff.choose-rows.js";
import "./shared.report.diff.json-layout.js";
import "./shared.run.lazily.js";
import {
  describeFigures,
  listArmFigures
} from "./shared.report.words.figures.js";
import "./shared.gate.reason.js";
import "./shared.statistics.difference-bounds.js";
import "./shared.run.story.js";
import "./shared.@stdlib.array-base-filled.lib.index.js";
import "./shared.prompts.message-text.js";
import "./shared.report.links.js";
import "./shared.prices.usd.js";
import {
  oneLine
} from "./shared.report.escape.js";
import "./shared.text.prose.js";
import "./shared.text.unseen.js";
import "./shared.json-writer.js";
import "./shared.errors.js";

// src/terminal/demo.ts
import { readdir, readFile } from "node:fs/promises";
import { join as join2 } from "node:path";

// src/adapters/git/throw-away.ts
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
var who = {
  GIT_AUTHOR_NAME: "Demo",
  GIT_AUTHOR_EMAIL: "demo@prompt-assay.invalid",
  GIT_AUTHOR_DATE: "2026-01-01T00:00:00Z",
  GIT_COMMITTER_NAME: "Demo",
  GIT_COMMITTER_EMAIL: "demo@prompt-assay.invalid",
  GIT_COMMITTER_DATE: "2026-01-01T00:00:00Z"
};
async function createThrowAwayRepository() {
  const folder = await mkdtemp(join(tmpdir(), "prompt-assay-demo-"));
  const git = createGit(folder);
  await requireGit(git, ["init", "--quiet", "--initial-branch=main", "."]);
  return {
    folder,
    commit: async (branch, source, message) => {
      if (branch !== "main") await requireGit(git, ["checkout", "--quiet", "-B", branch, "main"]);
      await cp(source, folder, { recursive: true });
      await requireGit(git, ["add", "--all"]);
      await requireGit(git, ["commit", "--quiet", "--no-gpg-sign", "--message", message], { env: who });
      return requireLine(git, ["rev-parse", "HEAD"]);
    },
    remove: () => rm(folder, { recursive: true, force: true })
  };
}

// src/terminal/demo-text.ts
var indent = "   ";
var verdicts = {
  pass: ["green", "✓ passes"],
  fail: ["red", "✗ blocks merging"],
  inconclusive: ["yellow", "! not settled"],
  invalid: ["yellow", "! not judged"]
};
function renderDemoIntro(look) {
  return renderLines([
    ...wrap("Five changes to one prompt, each compared with main on 100 messages.", look.width),
    ...wrap("The answers are real, recorded from a very small model: no key, no network.", look.width),
    ""
  ]);
}
function renderDemoChange({ name, story, report }, look) {
  const [title = "", why = ""] = story.split(/\n\s*\n/).map(oneLine);
  const [style, verdict] = verdicts[report.verdict];
  const isFree = report.verdict === "inconclusive" && report.green;
  return renderLines([
    paint(look, "bold", cutEnd(`${numberOf(name)}  ${title}`, look.width)),
    ...paragraph(why, look).map((line) => paint(look, "dim", line)),
    ...startWith(look, style, `${verdict}${isFree ? ", does not block" : ""}:`, oneLine(report.title)),
    ...paragraph(listFigures(report).join(", "), look),
    ...[...describeReportCauses(report), ...report.notices].flatMap((text) => paragraph(oneLine(text), look)),
    ...report.green ? [] : renderExample(report, look),
    ""
  ]);
}
function renderDemoEnd(changes, folder, look) {
  const money = "Costs are at the prices in its config, which are invented: the model ran on one core.";
  const line = (text) => cutEnd(`${indent}${text}`, look.width);
  return renderLines([
    ...[...explainJudge(changes), money].flatMap((text) => wrap(text, look.width)),
    "",
    paint(look, "bold", "Look at it"),
    // A path that is cut leads nowhere.
    `${indent}open ${oneLine(pageOf(changeToOpen(changes), folder))}`,
    ...paragraph("Each change has its folder, with comment.md as a pull request gets it.", look),
    "",
    ...wrap('In your own repository (README.md, "Use it")', look.width).map((text) => paint(look, "bold", text)),
    line("npx prompt-assay init       writes a first config and workflow"),
    line("npx prompt-assay validate   what would run, and what it would cost"),
    line("npx prompt-assay run        your working tree against main")
  ]);
}
function changeToOpen(changes) {
  return (changes.find(({ report }) => !report.green) ?? changes[0])?.name ?? "";
}
function pageOf(name, folder) {
  return `${folder}/${name}/report.html`;
}
function numberOf(name) {
  return name.split("-")[0] ?? name;
}
function listFigures({ metrics, suites }) {
  const gates = metrics.filter(({ gates: gates2 }) => gates2);
  const arms = suites.flatMap(({ prompts }) => prompts.flatMap(listArmFigures));
  const cost = arms.filter(({ name }) => name.startsWith("cost"));
  return [...gates.map((metric) => ({ name: oneLine(metric.metric), ...describeFigures(metric) })), ...cost].map(
    ({ name, baseline, candidate }) => `${name} ${baseline} → ${candidate}`
  );
}
function renderExample({ cases }, look) {
  const [worst] = cases;
  if (worst === void 0) return [];
  const name = cutEnd(oneLine(worst.case), Math.floor(look.width / 3));
  const line = (lead, side, output) => cutEnd(
    `${indent}${pad(lead, measure(name), "left")}  ${side.padEnd(4)}  ${oneLine(output?.content ?? "")}`,
    look.width
  );
  return [
    paint(look, "red", line(name, "main", worst.baselineOutput)),
    paint(look, "green", line("", "now", worst.candidateOutput))
  ];
}
function explainJudge(changes) {
  const [first, ...others] = changes.map(({ report }) => report.metrics.filter(({ refused }) => refused));
  const isRefused = ({ metric }) => others.every((own) => own.some((other) => other.metric === metric));
  return (first ?? []).filter(isRefused).map(({ metric, notes }) => {
    const how = notes.find((note) => note.startsWith("passed ")) ?? "failed its checks on planted answers";
    return [
      `The judge "${oneLine(metric)}" is refused each time: it ${oneLine(how)}, since here the small model judges, too.`,
      "That is the guard at work: a judge that passes them, and agrees with labels of people, may gate."
    ].join(" ");
  });
}
function paragraph(text, look) {
  return text === "" ? [] : wrap(text, look.width, indent);
}
function startWith(look, style, lead, text) {
  const [first = "", ...others] = wrap(`${lead} ${text}`, look.width, indent);
  return [first.replace(lead, () => paint(look, style, lead)), ...others];
}
function paint({ width, colour }, style, text) {
  return openScreen({ columns: width, colour, links: false }).paint(style, text);
}
function renderLines(lines) {
  return lines.map((line) => `${line}
`).join("");
}

// src/terminal/demo.ts
var demo = {
  name: "demo",
  usage: "[--full] [--report DIR]",
  about: `Builds a throw-away git repository from the bundled example and evaluates each proposed change against main. Says of each
what came of it, and writes the page and the comment that a pull request would get. The model's answers were recorded from
a real small model; no key and no network are needed.`,
  flags: {
    full: { help: "print the comments, too" },
    report: { value: "DIR", help: "where the result files go (default: prompt-assay-demo)" },
    json: { help: "print the reports as JSON" },
    record: { value: "FILE", help: null },
    "base-url": { value: "URL", help: null }
  },
  positionals: [],
  run: runDemo,
  buildFailure: (errors) => ({ changes: [], errors })
};
var mostColumns = 80;
async function runDemo(flags, _positionals, io) {
  const source = findOwnPath("fixtures/demo");
  const folder = textFlag(flags, "report") ?? "prompt-assay-demo";
  const look = { width: Math.min(mostColumns, io.columns ?? mostColumns), colour: io.colour };
  const tell = flags.json === true ? () => {
  } : io.out;
  const repository = await createThrowAwayRepository();
  const changes = [];
  tell(renderDemoIntro(look));
  try {
    const base = await repository.commit("main", join2(source, "main"), "The prompt as it is on main");
    for (const name of (await readdir(join2(source, "changes"))).sort()) {
      const story = (await readFile(join2(source, "changes", name, "change.txt"), "utf8")).trim();
      const head = await repository.commit(name, join2(source, "changes", name, "files"), story.split("\n")[0] ?? name);
      const { report, comment } = await evaluateChange(repository, { base, head, name, folder, source }, flags, io);
      changes.push({ name, story, report });
      tell(renderDemoChange({ name, story, report }, look));
      if (flags.full === true) tell(`${comment}
`);
    }
  } finally {
    await repository.remove();
  }
  tell(renderDemoEnd(changes, folder, look));
  if (flags.json !== true) await offerPage(changes, folder, io);
  return {
    document: { changes: changes.map(({ name, report }) => ({ change: name, report })) },
    text: "",
    exitCode: 0
  };
}
async function offerPage(changes, folder, io) {
  if (io.ask === null || io.columns === null || listOpeners(io.env).length === 0) return;
  const name = changeToOpen(changes);
  const answer = await io.ask(`
Open the page of change ${numberOf(name)}? [y/N] `);
  if (/^y(es)?$/i.test(answer.trim())) io.err(`${await openPage(pageOf(name, folder), io.env)}
`);
}
async function evaluateChange(repository, change, flags, io) {
  const git = await openLocalGit(repository.folder);
  const record = textFlag(flags, "record");
  const replay = record === null ? join2(change.source, "recording.jsonl") : null;
  const world = await openLocalWorld(
    git,
    { baseUrl: textFlag(flags, "base-url"), allowedHosts: [], replay, record, cache: null },
    record === null ? { ...io, err: () => {
    }, liveLine: null } : io
  );
  try {
    const tree = await git.readTree(change.base);
    const result = await evaluate(world, {
      base: { label: "main", tree },
      candidate: { label: "this change", tree: await git.readTree(change.head) },
      decidingTree: tree,
      defaultTree: tree,
      configPath: null,
      namesEndpoint: true,
      part: null,
      fresh: false,
      dryRun: false,
      onNoKey: "block",
      hear: async () => ({ acceptance: null, blockedCalls: null, settles: null }),
      recorded: [],
      askedBefore: null,
      brokenBefore: null,
      readOthers: async () => noOtherRuns,
      reproduce: null,
      runUrl: null,
      github: null
    });
    const note = "The answers were recorded from SmolLM2-135M-Instruct, a very small model; they are real, and so are its mistakes. Its prices are invented.";
    const report = { ...result.report, notes: [...result.report.notes, note] };
    const rendered = await renderResultFiles({ ...result, report }, { commentKey: "demo", record: null });
    await writeResults(join2(change.folder, change.name), rendered);
    return { report, comment: [...rendered.get("comment.md") ?? ""].join("") };
  } finally {
    await world.finish();
    await git.close();
  }
}
export {
  demo
};
