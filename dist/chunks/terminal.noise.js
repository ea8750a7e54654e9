import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  listNoise,
  renderNoiseText
} from "./shared.conclude.noise.js";
import {
  inLocalWorld
} from "./shared.terminal.allowed-hosts.js";
import "./shared.adapters.files.cache-upkeep.js";
import {
  configFlag,
  endpointFlags,
  findConfigPath,
  keptAnswerFlags
} from "./shared.terminal.clone-paths.js";
import "./shared.adapters.git.branch-store.js";
import {
  integerFlag
} from "./shared.terminal.flags.js";
import {
  textFlag
} from "./shared.terminal.command.js";
import {
  askedModels,
  createLocalDriver,
  driveWork,
  listSamples,
  nextWork,
  requireBudget
} from "./shared.execute.draw.js";
import "./shared.gate.critical.js";
import {
  createLedger,
  openRunContext
} from "./shared.adapters.files.spool.js";
import "./shared.adapters.files.response-cache.js";
import {
  buildResult
} from "./shared.gate.first-round.js";
import {
  hasJudges,
  identifyArm,
  loadSuites
} from "./shared.checks.any-expected.js";
import "./shared.text.checksums.js";
import {
  noCalls
} from "./shared.config.key.js";
import "./shared.prompts.render.js";
import "./shared.datasets.jsonl.js";
import "./shared.datasets.aliases.js";
import "./shared.checks.pattern.js";
import "./shared.prompts.fields.js";
import "./shared.version.js";
import "./shared.text.problems.js";
import "./shared.config.base-url.js";
import "./shared.prompts.wire-request.js";
import "./shared.prompts.wire-messages.js";
import "./shared.adapters.replay.recording.js";
import "./shared.text.json-line.js";
import "./shared.run.result-codec.js";
import "./shared.ports.js";
import "./shared.adapters.files.read-recording.js";
import "./shared.text.source-file.js";
import "./shared.prices.usd.js";
import "./shared.run.story.js";
import "./shared.text.prose.js";
import "./shared.report.escape.js";
import "./shared.text.unseen.js";
import "./shared.json-writer.js";
import {
  UserError
} from "./shared.errors.js";

// src/pipeline/noise.ts
async function measureTreeNoise(world, request) {
  const { tree, samples, caseLimit } = request;
  const { sides, selections } = await askedModels.selectTree(world, request);
  const { config } = sides;
  if (selections.length === 0) {
    throw UserError.of("There is no suite to measure.", "Add prompt-assay.yml, or a prompt file with its own rows.");
  }
  const suites = await loadSuites(world.repository, selections, sides, caseLimit);
  const ledger = createLedger(world.openSpool());
  const draws = () => suites.flatMap(({ prompts }) => prompts.flatMap((prompt) => listDraws(prompt, samples)));
  requireBudget(config, ledger.calls(), draws(), world.log);
  const context = await openRunContext(
    world,
    config,
    { answers: true, judge: suites.some(hasJudges) },
    request.fresh,
    ledger
  );
  const driver = createLocalDriver(suites, ledger, context);
  await driveWork(() => nextWork(suites, ledger, draws, "first-round"), driver);
  refuseSilence(suites, ledger);
  const pairing = suites.map(keepPairs);
  putSecondBeside(pairing, ledger);
  await driveWork(() => nextWork(pairing, ledger, () => [], "first-round"), driver);
  return {
    ...buildResult(ledger.calls(), []),
    commit: tree.commit,
    samples,
    metrics: suites.flatMap((plan) => listNoise(plan, ledger, "base"))
  };
}
function refuseSilence(suites, ledger) {
  const drawn = suites.flatMap(({ prompts }) => prompts.flatMap((prompt) => listSamples(ledger, prompt, "base")));
  const missing = drawn.flatMap(({ result }) => result.status === "answered" ? [] : [result.reason]);
  if (missing.length < drawn.length) return;
  throw UserError.of(
    `No answer came: ${missing[0] ?? "nothing was asked"}`,
    "Mend the endpoint, the key or the model, then run it again."
  );
}
function keepPairs(plan) {
  const prompts = plan.prompts.map((prompt) => ({
    ...prompt,
    metrics: prompt.metrics.filter(({ needs }) => needs === "pair")
  }));
  return { ...plan, prompts: prompts.filter(({ metrics }) => metrics.length > 0) };
}
function putSecondBeside(suites, ledger) {
  for (const prompt of suites.flatMap(({ prompts }) => prompts)) {
    for (const sample of listSamples(ledger, prompt, "base", 1)) {
      const record = { ...ledger.recordOf(sample), ...identifyArm(prompt, "candidate"), sample: 0 };
      ledger.append({ kind: "sample", record });
    }
  }
}
function listDraws(prompt, count) {
  return prompt.cases.map((row) => ({ prompt, case: row, arms: ["base"], from: 0, to: count }));
}

// src/terminal/noise.ts
var noise = {
  name: "noise",
  usage: "[--ref REF] [options]",
  about: `Draws every case of a ref's prompts several times and says how much the prompt differs from itself, how often the gate
would raise a false alarm, the smallest drop this dataset can detect, and what would reach the margin.`,
  flags: {
    ref: { value: "REF", help: "the commit to measure (default: HEAD)" },
    ...configFlag,
    samples: { value: "N", help: "draws of each case, 2 to 5 (default 2)" },
    cases: { value: "N", help: "at most N cases a suite" },
    ...endpointFlags,
    ...keptAnswerFlags,
    json: { help: "print the result as JSON" }
  },
  positionals: [],
  run: measureLocally,
  buildFailure: (errors) => ({ ...buildResult(noCalls, errors), metrics: [] })
};
async function measureLocally(flags, _positionals, io) {
  const samples = integerFlag(flags, "samples", 2, 5) ?? 2;
  const caseLimit = integerFlag(flags, "cases", 1, 1e6);
  return inLocalWorld(flags, io, "answers", async (world, git) => {
    const ref = textFlag(flags, "ref") ?? "HEAD";
    const report = await measureTreeNoise(world, {
      tree: await git.readTree(await git.resolveRef(ref)),
      label: ref,
      configPath: await findConfigPath(flags, git),
      samples,
      caseLimit,
      fresh: flags.fresh === true
    });
    return { document: report, text: renderNoiseText(report), exitCode: 0 };
  });
}
export {
  noise
};
