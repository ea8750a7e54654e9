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
import "./shared.execute.supplied-driver.js";
import "./shared.adapters.files.write-results.js";
import "./shared.gate.noisy-cases.js";
import {
  askedModels
} from "./shared.baseline.stored-noise.js";
import "./shared.baseline.parse-baseline.js";
import "./shared.gate.compare-flags.js";
import "./shared.report.words.place.js";
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
import "./shared.terminal.flag-words.js";
import "./shared.report.console.screen.js";
import "./shared.report.console.cells.js";
import "./shared.terminal.command.js";
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
import "./shared.text.prose.js";
import "./shared.text.unseen.js";
import "./shared.json-writer.js";
import "./shared.errors.js";

// src/terminal/run.ts
var { json, ...shared } = evaluateFlags;
var run = {
  name: "run",
  usage: "[--base REF] [--head REF] [options]",
  about: "Evaluates the working tree (untracked, not ignored files included), or --head, against the base.",
  flags: {
    ...shared,
    "dry-run": { help: "say what would run and what it would cost" },
    fresh: { help: "draw anew: leave stored baseline and cache aside" },
    settle: {
      help: "settle what an earlier run left open: keep its answers, and draw the further round that the config sets"
    },
    ...json && { json }
  },
  positionals: [],
  run: (flags, _positionals, io) => evaluateHere("run", flags, io, async () => askedModels),
  ...evaluateFailure
};
export {
  run
};
