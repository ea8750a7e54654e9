import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  evaluateFailure,
  evaluateFlags,
  evaluateHere
} from "./shared.conclude.whole-cases.js";
import "./shared.terminal.open-page.js";
import "./shared.report.console.problems.js";
import "./shared.terminal.allowed-hosts.js";
import "./shared.report.progress.progress-line.js";
import "./shared.adapters.files.cache-upkeep.js";
import "./shared.terminal.model-flags.js";
import "./shared.adapters.git.branch-store.js";
import "./shared.terminal.flags.js";
import "./shared.terminal.clone-paths.js";
import "./shared.baseline.anchor.js";
import "./shared.baseline.kept-noise.js";
import "./shared.judges.labels.items.js";
import {
  createSuppliedOrigin,
  openOutputs
} from "./shared.adapters.files.read-outputs.js";
import "./shared.outputs.answer.js";
import "./shared.adapters.files.read-lines.js";
import {
  renderNeeded
} from "./shared.execute.supplied-driver.js";
import "./shared.adapters.files.write-results.js";
import "./shared.gate.noisy-cases.js";
import "./shared.baseline.stored-noise.js";
import "./shared.baseline.parse-baseline.js";
import "./shared.gate.compare-flags.js";
import "./shared.report.words.place.js";
import "./shared.gate.critical.js";
import "./shared.gate.measurement.js";
import "./shared.gate.first-round.js";
import "./shared.prompts.application.js";
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
import "./shared.terminal.flag-words.js";
import "./shared.report.console.screen.js";
import "./shared.report.console.cells.js";
import {
  textFlag
} from "./shared.terminal.command.js";
import "./shared.version.js";
import "./shared.text.problems.js";
import {
  listCredentials
} from "./shared.secrets.js";
import "./shared.prompts.wire-request.js";
import "./shared.prompts.wire-messages.js";
import "./shared.config.base-url.js";
import "./shared.adapters.replay.recording.js";
import "./shared.run.result-codec.js";
import "./shared.text.json-line.js";
import "./shared.ports.js";
import "./shared.adapters.files.read-recording.js";
import "./shared.text.source-file.js";
import "./shared.report.diff.choose-rows.js";
import "./shared.report.diff.json-layout.js";
import "./shared.run.lazily.js";
import "./shared.report.words.figures.js";
import "./shared.gate.reason.js";
import "./shared.statistics.difference-bounds.js";
import "./shared.run.story.js";
import "./shared.@stdlib.array-base-filled.lib.index.js";
import "./shared.prompts.message-text.js";
import "./shared.report.links.js";
import "./shared.prices.usd.js";
import "./shared.report.escape.js";
import {
  count
} from "./shared.text.prose.js";
import "./shared.text.unseen.js";
import "./shared.json-writer.js";
import {
  UserError,
  asError
} from "./shared.errors.js";

// src/terminal/outputs.ts
import { writeFile } from "node:fs/promises";
var secondLook = 4;
var outputs = {
  name: "outputs",
  usage: "--candidate FILE [--baseline FILE] [options]",
  about: `Checks, judges and decides on outputs that your own application made: of the working tree, or --head, in --candidate,
of the base in --baseline, without which the stored baseline screens. What is missing for a first or a second look
is listed in needed.jsonl; with exit code 4 the verdict so far is printed, and a second look is wanted.`,
  flags: {
    candidate: {
      value: "FILE",
      help: `outputs of the change: lines of {"case", "sample", "output"}, or another tool's`
    },
    baseline: { value: "FILE", help: "outputs of the base" },
    needed: { value: "FILE", help: "where to list outputs that are missing (default: needed.jsonl)" },
    ...evaluateFlags
  },
  positionals: [],
  run: judgeOutputs,
  ...evaluateFailure
};
async function judgeOutputs(flags, _positionals, io) {
  const [candidate, baseline] = [textFlag(flags, "candidate"), textFlag(flags, "baseline")];
  if (candidate === null) {
    throw UserError.of("--candidate is missing.", "Name the file of the outputs that the change made.");
  }
  const open = (path) => openOutputs(path, listCredentials(io.env));
  const files = { candidate: open(candidate), baseline: baseline === null ? null : open(baseline) };
  return evaluateHere(
    "outputs",
    flags,
    io,
    async (git, { base, decidingTree }) => {
      const head = textFlag(flags, "head");
      const commits = {
        baseline: [base.tree.commit, decidingTree.commit],
        candidate: [await git.resolveRef(head ?? "HEAD")]
      };
      return createSuppliedOrigin(files, commits);
    },
    (result, outcome) => listNeeded(result, outcome, textFlag(flags, "needed") ?? "needed.jsonl")
  );
}
async function listNeeded({ needed, report }, outcome, path) {
  await writeFile(path, renderNeeded(needed)).catch((cause) => {
    const where = { path, line: null, column: null };
    throw UserError.of(`cannot be written: ${asError(cause).message}.`, "Name another file by --needed.", where, {
      cause
    });
  });
  if (needed.length === 0) return outcome;
  const isFurther = report.verdict !== "invalid";
  const what = isFurther ? "A second look is wanted" : "Outputs are missing";
  const text = `${outcome.text}${what}: ${path} lists ${count(needed.length, "output")} to make.
`;
  return { ...outcome, text, exitCode: isFurther ? secondLook : outcome.exitCode };
}
export {
  outputs
};
