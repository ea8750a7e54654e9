import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  openLocalWorld
} from "./shared.terminal.allowed-hosts.js";
import "./shared.adapters.files.cache-upkeep.js";
import {
  evaluate,
  noOtherRuns,
  renderResultFiles,
  writeResults
} from "./shared.adapters.files.write-results.js";
import "./shared.judges.labels.items.js";
import "./shared.execute.supplied-driver.js";
import "./shared.baseline.stored-noise.js";
import "./shared.gate.compare-flags.js";
import "./shared.gate.critical.js";
import "./shared.adapters.files.spool.js";
import "./shared.baseline.kept-noise.js";
import "./shared.gate.noisy-cases.js";
import "./shared.baseline.parse-baseline.js";
import "./shared.gate.measurement.js";
import "./shared.config.build-config.js";
import "./shared.judges.labels.lines.js";
import "./shared.adapters.files.response-cache.js";
import "./shared.run.totals.js";
import "./shared.prompts.wire-request.js";
import "./shared.adapters.replay.recording.js";
import "./shared.text.json-line.js";
import "./shared.run.result-codec.js";
import "./shared.ports.js";
import "./shared.adapters.files.read-recording.js";
import "./shared.report.diff.choose-rows.js";
import "./shared.report.diff.json-layout.js";
import "./shared.prices.usd.js";
import {
  findOwnPath
} from "./shared.terminal.own-path.js";
import {
  createGit,
  openLocalGit,
  requireGit,
  requireLine
} from "./shared.adapters.git.branch-store.js";
import {
  textFlag
} from "./shared.terminal.command.js";
import "./shared.gate.first-round.js";
import "./shared.checks.any-expected.js";
import "./shared.text.checksums.js";
import "./shared.datasets.column-names.js";
import "./shared.config.keys.gate.js";
import "./shared.prompts.render.js";
import "./shared.checks.build-group.js";
import "./shared.datasets.aliases.js";
import "./shared.version.js";
import "./shared.text.problems.js";
import "./shared.config.base-url.js";
import "./shared.prompts.wire-messages.js";
import "./shared.text.source-file.js";
import "./shared.run.story.js";
import "./shared.report.escape.js";
import "./shared.text.prose.js";
import "./shared.text.unseen.js";
import "./shared.json-writer.js";
import "./shared.errors.js";

// src/terminal/demo.ts
import { readdir, readFile } from "node:fs/promises";
import { dirname, join as join2 } from "node:path";

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

// src/terminal/demo.ts
var demo = {
  name: "demo",
  usage: "[--report DIR]",
  about: `Builds a throw-away git repository from the bundled example, evaluates each proposed change against main and prints
its comment. The model's answers were recorded from a real small model; no key and no network are needed.`,
  flags: {
    report: { value: "DIR", help: "where the result files go (default: prompt-assay-demo)" },
    json: { help: "print the reports as JSON" },
    record: { value: "FILE", help: null },
    "base-url": { value: "URL", help: null }
  },
  positionals: [],
  run: runDemo,
  buildFailure: (errors) => ({ changes: [], errors })
};
async function runDemo(flags, _positionals, io) {
  const source = findOwnPath("fixtures/demo");
  const folder = textFlag(flags, "report") ?? "prompt-assay-demo";
  const repository = await createThrowAwayRepository();
  const reports = [];
  try {
    const base = await repository.commit("main", join2(source, "main"), "The prompt as it is on main");
    for (const change of (await readdir(join2(source, "changes"))).sort()) {
      const story = (await readFile(join2(source, "changes", change, "change.txt"), "utf8")).trim();
      const head = await repository.commit(
        change,
        join2(source, "changes", change, "files"),
        story.split("\n")[0] ?? change
      );
      const { report, comment, files } = await evaluateChange(
        repository,
        { base, head, change, folder, source },
        flags,
        io
      );
      reports.push({ change, report });
      if (flags.json !== true) io.out(renderChange(change, story, report, comment, files));
    }
  } finally {
    await repository.remove();
  }
  return { document: { changes: reports }, text: renderOverview(reports, folder), exitCode: 0 };
}
async function evaluateChange(repository, change, flags, io) {
  const git = await openLocalGit(repository.folder);
  const record = textFlag(flags, "record");
  const replay = record === null ? join2(change.source, "recording.jsonl") : null;
  const world = await openLocalWorld(
    git,
    { baseUrl: textFlag(flags, "base-url"), allowedHosts: [], replay, record, cache: null },
    { ...io, err: quiet(io, record) }
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
      caseLimit: null,
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
    const note = "The answers were recorded from SmolLM2-135M-Instruct, a very small model; they are real, and so are its mistakes.";
    const report = { ...result.report, notes: [...result.report.notes, note] };
    const rendered = await renderResultFiles({ ...result, report }, { commentKey: "demo", record: null });
    const files = await writeResults(join2(change.folder, change.change), rendered);
    return { report, comment: [...rendered.get("comment.md") ?? ""].join(""), files };
  } finally {
    await world.finish();
    await git.close();
  }
}
function quiet(io, record) {
  return record === null ? () => {
  } : io.err;
}
function renderChange(change, story, report, comment, files) {
  const line = "═".repeat(100);
  return `${line}
${change}: ${story}
→ ${report.verdict}, ${report.green ? "green" : "red"}; ${dirname(files[0] ?? ".")}/comment.md
${line}
${comment}
`;
}
function renderOverview(reports, folder) {
  const width = Math.max(...reports.map(({ change }) => change.length));
  const rows = reports.map(
    ({ change, report }) => `  ${change.padEnd(width)}  ${report.verdict.padEnd(12)}  ${report.title}`
  );
  return `${rows.join("\n")}

Each comment above is what a pull request would get; the files are in ${folder}/. 
`;
}
export {
  demo
};
