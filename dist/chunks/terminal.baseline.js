import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  inLocalWorld
} from "./shared.terminal.allowed-hosts.js";
import "./shared.report.progress.progress-line.js";
import "./shared.adapters.files.cache-upkeep.js";
import {
  answerFlags,
  configFlag,
  endpointFlags
} from "./shared.terminal.model-flags.js";
import "./shared.adapters.git.branch-store.js";
import {
  findConfigPath
} from "./shared.terminal.clone-paths.js";
import {
  rebaseline,
  renderBaselineText
} from "./shared.pipeline.baseline-suite.js";
import {
  createSuppliedOrigin,
  openOutputs
} from "./shared.adapters.files.read-outputs.js";
import "./shared.outputs.answer.js";
import "./shared.adapters.files.read-lines.js";
import "./shared.execute.supplied-driver.js";
import "./shared.baseline.changelog-line.js";
import "./shared.baseline.build-baseline.js";
import {
  askedModels
} from "./shared.baseline.stored-noise.js";
import "./shared.baseline.parse-baseline.js";
import "./shared.report.words.place.js";
import "./shared.gate.critical.js";
import {
  buildResult,
  decideWork,
  exitCodeOf,
  workExitCodes
} from "./shared.gate.measurement.js";
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
import {
  noCalls
} from "./shared.run.totals.js";
import "./shared.config.keys.gate.js";
import "./shared.checks.build-group.js";
import "./shared.datasets.aliases.js";
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
import "./shared.run.lazily.js";
import "./shared.gate.reason.js";
import "./shared.statistics.difference-bounds.js";
import "./shared.run.story.js";
import "./shared.@stdlib.array-base-filled.lib.index.js";
import "./shared.prompts.message-text.js";
import "./shared.prices.usd.js";
import "./shared.report.escape.js";
import "./shared.text.prose.js";
import "./shared.text.unseen.js";
import "./shared.json-writer.js";
import "./shared.errors.js";

// src/terminal/baseline.ts
var baseline = {
  name: "baseline",
  usage: "[--ref REF] [options]",
  about: `Evaluates every suite of a ref and writes the result to this clone's branch prompt-assay-baselines (the name is the
config's baseline.branch). Nothing is pushed.`,
  flags: {
    ref: { value: "REF", help: "the commit to baseline (default: HEAD)" },
    ...configFlag,
    reason: { value: "TEXT", help: "makes this baseline the anchor that later drops are measured from" },
    outputs: { value: "FILE", help: "keep these outputs, which your own application made, in place of drawing any" },
    "only-changed": { help: "leave suites alone whose content is that of their baseline" },
    ...endpointFlags,
    noise: { help: "say how much main differs from itself, over the samples that are drawn anyway" },
    "dry-run": { help: "say what would be asked and what it would cost" },
    ...answerFlags,
    json: { help: "print the result as JSON" }
  },
  positionals: [],
  run: baselineLocally,
  buildFailure: (errors) => ({ ...decideWork(errors), ...buildResult(noCalls, errors), suites: [], tip: null })
};
async function baselineLocally(flags, _positionals, io) {
  return inLocalWorld(flags, io, "nothing", async (world, git) => {
    const ref = textFlag(flags, "ref") ?? "HEAD";
    const commit = await git.resolveRef(ref);
    const request = {
      tree: await git.readTree(commit),
      label: ref,
      configPath: await findConfigPath(flags, git),
      reason: textFlag(flags, "reason"),
      who: await git.readUserName(),
      onlyChanged: flags["only-changed"] === true,
      fresh: flags.fresh === true,
      dryRun: flags["dry-run"] === true,
      noise: flags.noise === true
    };
    const report = await rebaseline(world, request, chooseOrigin(textFlag(flags, "outputs"), commit, io));
    return { document: report, text: renderBaselineText(report), exitCode: exitCodeOf(workExitCodes, report) };
  });
}
function chooseOrigin(path, commit, { env }) {
  if (path === null) return askedModels;
  return createSuppliedOrigin(
    { candidate: openOutputs(path, listCredentials(env)), baseline: null },
    { candidate: [commit], baseline: [] }
  );
}
export {
  baseline
};
