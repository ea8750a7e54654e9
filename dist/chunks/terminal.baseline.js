import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  rebaseline,
  renderBaselineText
} from "./shared.baseline.build-baseline.js";
import "./shared.conclude.noise.js";
import {
  inLocalWorld,
  modelOptions
} from "./shared.terminal.allowed-hosts.js";
import "./shared.adapters.git.branch-store.js";
import {
  textFlag
} from "./shared.terminal.command.js";
import "./shared.baseline.stored-baseline.js";
import "./shared.execute.draw.js";
import "./shared.gate.comparison-result.js";
import "./shared.adapters.files.response-cache.js";
import "./shared.plan.estimate.js";
import "./shared.gate.first-round.js";
import "./shared.checks.build-check.js";
import "./shared.config.key.js";
import "./shared.prompts.fields.js";
import "./shared.judges.labels.lines.js";
import "./shared.text.json-text.js";
import "./shared.version.js";
import "./shared.report.numbers.js";
import "./shared.report.escape.js";
import "./shared.config.base-url.js";
import "./shared.adapters.replay.recording.js";
import "./shared.ports.js";
import "./shared.json.js";
import "./shared.adapters.files.read-recording.js";
import "./shared.text.source-file.js";
import "./shared.errors.js";

// src/terminal/baseline.ts
var baseline = {
  name: "baseline",
  help: `Usage: prompt-assay baseline [--ref REF] [options]

Evaluates every suite of a ref and writes the result to this clone's branch prompt-assay-baselines (the name is the
config's baseline.branch). Nothing is pushed.

  --ref REF          the commit to baseline (default: HEAD)
  --config PATH      config file (default: prompt-assay.yml, at the root or in .github/)
  --reason TEXT      makes this baseline the anchor that later drops are measured from
  --only-changed     leave suites alone whose content is that of their baseline
  --base-url URL     OpenAI-compatible endpoint; the key is read from OPENAI_API_KEY
  --allow-host HOST  let the config send requests, and the key, to this host (repeatable)
  --noise            say how much main differs from itself, over the samples that are drawn anyway
  --dry-run          say what would be asked and what it would cost
  --fresh            leave the cache aside
  --cache DIR        keep answers here and take known ones from it
  --replay FILE      answer from a recording
  --record FILE      add all answers to a recording
  --json             print the result as JSON
`,
  options: {
    ...modelOptions,
    ref: { type: "string" },
    reason: { type: "string" },
    "only-changed": { type: "boolean" },
    "dry-run": { type: "boolean" },
    noise: { type: "boolean" }
  },
  positionals: [],
  run: baselineLocally,
  buildFailure: (errors) => ({ suites: [], tip: null, calls: 0, cacheHits: 0, costUsd: 0, errors, verdict: "invalid" })
};
async function baselineLocally(flags, _positionals, io) {
  return inLocalWorld(flags, io, async (world, git) => {
    const ref = textFlag(flags, "ref") ?? "HEAD";
    const report = await rebaseline(world, {
      tree: await git.readTree(await git.resolveRef(ref)),
      label: ref,
      configPath: textFlag(flags, "config"),
      reason: textFlag(flags, "reason"),
      who: await git.readUserName(),
      onlyChanged: flags["only-changed"] === true,
      fresh: flags.fresh === true,
      dryRun: flags["dry-run"] === true,
      noise: flags.noise === true
    });
    io.out(flags.json === true ? `${JSON.stringify(report, null, 2)}
` : renderBaselineText(report));
    return report.green ? 0 : 2;
  });
}
export {
  baseline
};
