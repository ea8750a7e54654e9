import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  inLocalWorld
} from "./shared.terminal.allowed-hosts.js";
import "./shared.report.progress.progress-line.js";
import "./shared.adapters.files.cache-upkeep.js";
import {
  configFlag,
  endpointFlags,
  keptAnswerFlags
} from "./shared.terminal.model-flags.js";
import "./shared.adapters.git.branch-store.js";
import {
  integerFlag,
  numberFlag
} from "./shared.terminal.flags.js";
import {
  findConfigPath
} from "./shared.terminal.clone-paths.js";
import {
  buildBaseline,
  chooseDesigns,
  gatherDraws,
  listNoise,
  renderNoiseText,
  weighDesigns
} from "./shared.baseline.build-baseline.js";
import {
  labelNoisyCases
} from "./shared.gate.noisy-cases.js";
import {
  askedModels,
  createLocalDriver,
  driveWork,
  listSamples,
  nextWork,
  requireBudget
} from "./shared.baseline.stored-noise.js";
import {
  baselineFolder,
  readRecordedNoise,
  renderBaseline
} from "./shared.baseline.parse-baseline.js";
import "./shared.gate.critical.js";
import {
  buildResult
} from "./shared.gate.measurement.js";
import {
  countQuestions,
  resolveMargin
} from "./shared.gate.first-round.js";
import {
  createLedger,
  openRunContext
} from "./shared.adapters.files.spool.js";
import {
  estimateRound,
  identifyArm,
  isPairwise,
  loadSuites
} from "./shared.datasets.case.js";
import "./shared.judges.labels.lines.js";
import "./shared.adapters.progress.follow-progress.js";
import "./shared.adapters.files.response-cache.js";
import {
  baseCases,
  hasJudges
} from "./shared.datasets.archived.js";
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
import {
  UserError
} from "./shared.errors.js";

// src/conclude/noise-plans.ts
var labellingDraws = 5;
function proposeDesigns(plan, ledger, { judgeModel, prices }, samples, wish) {
  const prompts = plan.prompts.flatMap((prompt) => {
    const metrics = listGating(plan, prompt, ledger);
    if (metrics.length === 0) return [];
    const arms = ["base", "candidate"];
    const { generationCalls, judgeCalls, costMicroUsd } = estimateRound(
      baseCases(prompt).map((row) => ({ prompt, case: row, arms, from: 0, to: 1 })),
      judgeModel.id,
      prices
    );
    return [
      {
        metrics: metrics.map(({ cases }) => cases),
        labels: samples < labellingDraws ? null : labelByDraws(plan, prompt, metrics),
        roundCalls: generationCalls + judgeCalls,
        roundUsd: costMicroUsd === null ? null : costMicroUsd / 1e6
      }
    ];
  });
  const designs = weighDesigns(plan.config.gate, prompts, wish.power);
  const questions = plan.prompts.reduce((most, prompt) => Math.max(most, countQuestions(baseCases(prompt))), 0);
  return {
    suite: plan.config.name,
    ...wish,
    margin: resolveMargin(plan.config.gate, questions),
    isMarginSet: plan.config.gate.margin !== null,
    prompts: prompts.length,
    metrics: prompts.reduce((most, prompt) => Math.max(most, prompt.metrics.length), 0),
    designs,
    ...chooseDesigns(designs, wish.power, wish.priceUsd)
  };
}
function listGating(plan, prompt, ledger) {
  return prompt.metrics.filter(({ gates, direction }) => gates && direction !== "neutral").map((metric) => ({
    isPairwise: isPairwise(metric),
    cases: gatherDraws(plan, prompt, metric, ledger).input.cases.map(({ baseline, ...row }) => ({
      ...row,
      draws: baseline.filter((score) => score !== null)
    }))
  })).filter(({ cases }) => cases.some(({ draws }) => draws.length >= 2));
}
function labelByDraws({ config }, prompt, metrics) {
  const rows = baseCases(prompt);
  const single = metrics.filter((metric) => !metric.isPairwise);
  const kept = new Map(rows.map(({ id }, index) => [id, single.map(({ cases: cases2 }) => cases2[index]?.draws ?? [])]));
  const cases = rows.map(({ id, isSame }) => ({ case: id, isSame }));
  const labels = labelNoisyCases(cases, kept, config.gate, `${config.name} ${prompt.id}`);
  return new Map(rows.flatMap(({ id }, index) => labels.has(id) ? [[index, labels.get(id)]] : []));
}

// src/pipeline/record-noise.ts
async function recordNoise({ noise: noise2, log, clock }, { sides, selections, suites, ledger, tree, samples }) {
  if (noise2 === null) return false;
  const keys = new Map(selections.map(({ suite, contentKey }) => [suite.name, contentKey]));
  let isRecorded = false;
  for (const plan of suites) {
    const { name } = plan.config;
    const folder = baselineFolder(sides.config.path, name);
    const record = buildBaseline({
      plan: asRecorded(plan, samples),
      ledger,
      previous: null,
      contentKey: keys.get(name) ?? "",
      configPath: sides.config.path,
      commit: tree.commit,
      date: new Date(clock.nowMs()).toISOString(),
      reason: null,
      calls: null
    });
    try {
      if (saysMore(await readOld(noise2, folder), record)) continue;
      await noise2.write(folder, renderBaseline(record));
      isRecorded = true;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      log.warn(`${name}: the noise run is not recorded: ${error.message}`);
    }
  }
  return isRecorded;
}
function asRecorded(plan, samples) {
  return {
    ...plan,
    config: { ...plan.config, baseline: { ...plan.config.baseline, samples, storeOutputs: false } },
    prompts: plan.prompts.map((prompt) => ({
      ...prompt,
      metrics: prompt.metrics.filter((metric) => !isPairwise(metric))
    }))
  };
}
function saysMore(old, { manifest, scores }) {
  return old !== null && old.manifest.contentKey === manifest.contentKey && old.scores.length > scores.length;
}
async function readOld(noise2, folder) {
  try {
    return await readRecordedNoise(noise2, folder);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return null;
  }
}

// src/pipeline/noise.ts
async function measureTreeNoise(world, request) {
  const { tree, samples, part } = request;
  const { sides, selections } = await askedModels.selectTree(world, request);
  const { config } = sides;
  if (selections.length === 0) {
    throw UserError.of("There is no suite to measure.", "Add prompt-assay.yml, or a prompt file with its own rows.");
  }
  const suites = await loadSuites(world.repository, selections, sides, part);
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
  const recorded = request.records && await recordNoise(world, { tree, samples, sides, selections, suites, ledger });
  const pairing = suites.map(keepPairs);
  putSecondBeside(pairing, ledger);
  await driveWork(() => nextWork(pairing, ledger, () => [], "first-round"), driver);
  return {
    ...buildResult(ledger.calls(), []),
    commit: tree.commit,
    samples,
    metrics: suites.flatMap((plan) => listNoise(plan, ledger)),
    proposals: suites.map((plan) => proposeDesigns(plan, ledger, config, samples, request.wish)),
    recorded
  };
}
function refuseSilence(suites, ledger) {
  const drawn = suites.flatMap(({ prompts }) => prompts.flatMap((prompt) => listSamples(ledger, prompt, "stored")));
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
    for (const sample of listSamples(ledger, prompt, "stored", 1)) {
      const record = { ...ledger.recordOf(sample), ...identifyArm(prompt, "candidate"), sample: 0 };
      ledger.append({ kind: "sample", record });
    }
  }
}
function listDraws(prompt, count) {
  return prompt.cases.map((row) => ({ prompt, case: row, arms: ["stored"], from: 0, to: count }));
}

// src/terminal/noise.ts
var noise = {
  name: "noise",
  usage: "[--ref REF] [options]",
  about: `Draws every case of a ref's prompts several times and says how much the prompt differs from itself, how often the gate
would raise a false alarm, the smallest drop this dataset can detect, what would reach the margin, and the cheapest way to
run the suite for a wanted power. The scores stay in this clone, for run and validate; no text of an answer is among them.`,
  flags: {
    ref: { value: "REF", help: "the commit to measure (default: HEAD)" },
    ...configFlag,
    samples: { value: "N", help: "draws of each case, 2 to 5 (default 5); below 3 none is known to be noisy" },
    cases: { value: "N", help: "at most N cases a suite" },
    power: { value: "SHARE", help: "the chance that a harmless change is to pass clean with (default 0.8)" },
    price: { value: "USD", help: "dollars that a run may cost at most" },
    ...endpointFlags,
    ...keptAnswerFlags,
    json: { help: "print the result as JSON" }
  },
  positionals: [],
  run: measureLocally,
  buildFailure: (errors) => ({ ...buildResult(noCalls, errors), metrics: [], proposals: [] })
};
async function measureLocally(flags, _positionals, io) {
  const samples = integerFlag(flags, "samples", 2, 5) ?? 5;
  const power = numberFlag(flags, "power", 0.01, 0.999) ?? 0.8;
  const priceUsd = numberFlag(flags, "price", 0, 1e6);
  const most = integerFlag(flags, "cases", 1, 1e6);
  return inLocalWorld(flags, io, "answers", async (world, git) => {
    const ref = textFlag(flags, "ref") ?? "HEAD";
    const report = await measureTreeNoise(world, {
      tree: await git.readTree(await git.resolveRef(ref)),
      label: ref,
      configPath: await findConfigPath(flags, git),
      samples,
      part: most === null ? null : { kind: "most", most },
      fresh: flags.fresh === true,
      records: textFlag(flags, "replay") === null,
      wish: { power, priceUsd }
    });
    return { document: report, text: renderNoiseText(report), exitCode: 0 };
  });
}
export {
  noise
};
