import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  rebaseline,
  renderBaselineText
} from "./chunk-WM4XQDQY.js";
import "./chunk-JGWHBINZ.js";
import {
  inLocalWorld,
  modelOptions
} from "./chunk-UCMF43M4.js";
import "./chunk-Q4RUKMBS.js";
import {
  textFlag
} from "./chunk-DIOVEWYN.js";
import "./chunk-A4K72IKU.js";
import "./chunk-G2JEAGAB.js";
import "./chunk-MKHZB6E4.js";
import "./chunk-4BGAABUY.js";
import "./chunk-LBUZDEDE.js";
import "./chunk-SYNZRMQP.js";
import "./chunk-CLFB54T6.js";
import "./chunk-3REGLRJS.js";
import "./chunk-D2J4JIBU.js";
import "./chunk-PDZR47TC.js";
import "./chunk-JKQQKSY5.js";
import "./chunk-6Y6OX5AP.js";
import "./chunk-AHFYT4DL.js";
import "./chunk-2IRDLZHZ.js";
import "./chunk-DUX64NNM.js";
import "./chunk-32F53KWV.js";
import "./chunk-YVA6GH55.js";
import "./chunk-NUU66HAX.js";
import "./chunk-GVVGS7NA.js";

// src/terminal/baseline.ts
var baseline = {
  name: "baseline",
  help: `Usage: prompt-assay baseline [--ref REF] [options]

Evaluates every suite of a ref and writes the result to this clone's branch prompt-assay-baselines (the name is the
config's baseline.branch). Nothing is pushed.

  --ref REF       the commit to baseline (default: HEAD)
  --config PATH   config file (default: prompt-assay.yml, .github/prompt-assay.yml)
  --reason TEXT   makes this baseline the anchor that later drops are measured from
  --only-changed  leave suites alone whose content is that of their baseline
  --base-url URL  OpenAI-compatible endpoint; the key is read from OPENAI_API_KEY
  --noise         say how much main differs from itself, over the samples that are drawn anyway
  --dry-run       say what would be asked and what it would cost
  --fresh         leave the cache aside
  --cache DIR     keep answers here and take known ones from it
  --replay FILE   answer from a recording
  --record FILE   add all answers to a recording
  --json          print the result as JSON
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
