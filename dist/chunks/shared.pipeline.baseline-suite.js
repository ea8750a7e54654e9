import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  renderChangelogLine
} from "./shared.baseline.changelog-line.js";
import {
  buildBaseline,
  describeCost,
  describeNoise,
  listNoise,
  nameNoise,
  renderMistakes
} from "./shared.baseline.build-baseline.js";
import {
  askedModels,
  driveWork,
  listScores,
  nextWork,
  requireBudget
} from "./shared.baseline.stored-noise.js";
import {
  baselineFolder,
  readBaseline,
  renderBaseline
} from "./shared.baseline.parse-baseline.js";
import {
  tellProblem
} from "./shared.report.words.place.js";
import {
  buildResult,
  decideWork
} from "./shared.gate.measurement.js";
import {
  createLedger,
  openRunContext
} from "./shared.adapters.files.spool.js";
import {
  subtractCalls
} from "./shared.run.totals.js";
import {
  throwProblems
} from "./shared.text.problems.js";
import {
  formatScore
} from "./shared.prices.usd.js";
import {
  cutText,
  escapeInline,
  renderCode,
  revealText
} from "./shared.report.escape.js";
import {
  count
} from "./shared.text.prose.js";
import {
  MissingKeyError,
  ReportedError,
  UserError,
  buildProblem
} from "./shared.errors.js";

// src/report/baseline-entry.ts
function renderBaselineEntry({ manifest, previous, who, reason }) {
  const { date, suite, commit, prompts, means } = manifest;
  const versions = Object.entries(prompts).map(
    ([id, { version }]) => renderMove(id, previous?.prompts[id]?.version ?? null, version)
  );
  const before = previous?.scoringRevision === manifest.scoringRevision ? previous?.means : void 0;
  const scores = Object.entries(means).map(
    ([metric, mean]) => renderMove(
      metric,
      before?.[metric] === void 0 ? null : formatScore(before[metric] ?? null, false),
      formatScore(mean, false)
    )
  );
  const parts = [
    `**${date.slice(0, 10)} ${escapeInline(cutText(suite, 100))}**`,
    `${renderCode(commit.slice(0, 12))}${who === null ? "" : ` by ${escapeInline(cutText(who, 100))}`}`,
    versions.join(", "),
    scores.join(", "),
    reason === null ? "" : escapeInline(cutText(reason.replace(/\s+/g, " "), 500))
  ];
  return `- ${parts.filter((part) => part !== "").join(" · ")}
`;
}
function renderMove(name, before, after) {
  const moved = before === null || before === after ? after : `${before} → ${after}`;
  return `${escapeInline(cutText(name, 120))} ${escapeInline(moved)}`;
}

// src/pipeline/baseline-suite.ts
async function readSuite(world, store, request, origin, sides, selection) {
  const { suite, contentKey } = selection;
  const folder = baselineFolder(sides.config.path, suite.name);
  const unchanged = (reason) => keep({ selection, folder }, "unchanged", reason, []);
  try {
    const previous = await readBaseline(store, suite.baseline.branch, folder);
    if (request.onlyChanged && previous?.manifest.contentKey === contentKey) {
      return unchanged("nothing it depends on changed since its baseline");
    }
    const [plan] = await origin.load(world, [selection], sides, null);
    if (plan === void 0 || plan.prompts.length === 0) return unchanged("it holds no prompt to evaluate");
    return { selection, folder, previous, plan };
  } catch (error) {
    if (!(error instanceof ReportedError)) throw error;
    return keepFailed({ selection, folder }, error);
  }
}
async function drawSuite(world, reading, request, { origin, sides, ledger, open }) {
  const { folder, previous } = reading;
  const { config } = sides;
  try {
    const plan = takeSamples(reading.plan, await origin.countStored(world, sides, reading.plan));
    const draws = () => listBaseline(plan);
    requireBudget(config, ledger.calls(), draws(), world.log);
    if (request.dryRun) return keep(reading, "unchanged", "dry run, nothing was asked", []);
    const context = await open();
    const before = ledger.calls();
    const driver = await origin.openDriver(world, [plan], sides, ledger, context);
    await driveWork(() => nextWork([plan], ledger, draws, "first-round"), driver);
    const missing = plan.prompts.flatMap(
      (prompt) => prompt.metrics.flatMap(
        (metric) => listScores(ledger, prompt, metric, "stored").filter(
          ({ score, missing: why }) => score === null && why !== "abstained"
        )
      )
    );
    if (missing.length > 0) {
      const error = UserError.of(
        `suite ${plan.config.name}: ${count(missing.length, "score is", "scores are")} missing (${missing[0]?.reason}), so it keeps its old baseline.`,
        "Run it again: what was answered is not paid for twice where a response cache is kept."
      );
      return keep(reading, "kept", "incomplete", error.problems);
    }
    const baseline = buildBaseline({
      plan,
      ledger,
      previous,
      contentKey: reading.selection.contentKey,
      configPath: config.path,
      commit: request.tree.commit,
      date: new Date(world.clock.nowMs()).toISOString(),
      reason: request.reason,
      calls: subtractCalls(ledger.calls(), before)
    });
    const { samples, means, costMicroUsd } = baseline.manifest;
    const report = {
      name: plan.config.name,
      status: "written",
      reason: "complete",
      cases: new Set(plan.prompts.flatMap(({ cases }) => cases.map(({ id }) => id))).size,
      samples,
      means,
      costMicroUsd,
      noise: request.noise ? listNoise(plan, ledger) : []
    };
    return { folder, report, baseline, previous, problems: [] };
  } catch (error) {
    if (!(error instanceof ReportedError) || error instanceof MissingKeyError) throw error;
    return keepFailed(reading, error);
  }
}
function takeSamples(plan, samples) {
  return { ...plan, config: { ...plan.config, baseline: { ...plan.config.baseline, samples } } };
}
function* listBaseline({ prompts, config: { baseline } }) {
  for (const prompt of prompts) {
    for (const row of prompt.cases) yield { prompt, case: row, arms: ["stored"], from: 0, to: baseline.samples };
  }
}
function keep({ selection, folder }, status, reason, problems) {
  const empty = { cases: 0, samples: 0, means: {}, costMicroUsd: 0, noise: [] };
  const report = { name: selection.suite.name, status, reason, ...empty };
  return { folder, report, baseline: null, previous: null, problems };
}
function keepFailed(reading, { problems }) {
  return keep(reading, "kept", "it could not be evaluated", problems);
}

// src/pipeline/rebaseline.ts
async function rebaseline(world, request, origin = askedModels) {
  const { sides, selections } = await origin.selectTree(world, request);
  const { config } = sides;
  const { baselines: store } = world;
  if (store === null) {
    throw UserError.of("There is no place to keep a baseline.", "Run this inside a git repository.");
  }
  if (selections.length === 0) {
    throw UserError.of(
      "There is no suite to baseline.",
      'Add prompt-assay.yml, or a *.prompt.yml with testData and evaluators. Of a suite with "sources" alone its outputs are kept: docs/outputs.md.'
    );
  }
  if (request.noise) requireTwoSamples(selections);
  const ledger = createLedger(world.openSpool());
  let context = null;
  const hasJudges = config.suites.some(({ metrics }) => metrics.some(({ kind }) => kind === "judge"));
  const open = () => {
    const needs = { answers: origin.draws, judge: hasJudges };
    context ??= openRunContext(world, config, needs, request.fresh, ledger);
    return context;
  };
  const { branch } = config.baseline;
  const readings = await Promise.all(selections.map((one) => readSuite(world, store, request, origin, sides, one)));
  if (!request.dryRun && readings.some((one) => "plan" in one)) {
    const doubt = await store.requireWritable(branch);
    if (doubt !== null) world.log.warn(doubt);
  }
  const drawn = [];
  for (const reading of readings) {
    drawn.push("plan" in reading ? await drawSuite(world, reading, request, { origin, sides, ledger, open }) : reading);
  }
  const { tip, outcomes, refusal } = await writeBaselines(store, branch, drawn, request);
  const errors = [...outcomes.flatMap(({ problems }) => problems), ...refusal];
  return {
    ...decideWork(errors),
    ...buildResult(ledger.calls(), errors),
    commit: request.tree.commit,
    branch,
    tip,
    suites: outcomes.map(({ report }) => report)
  };
}
function requireTwoSamples(selections) {
  throwProblems(
    selections.filter(({ suite }) => suite.baseline.samples < 2).map(
      ({ suite }) => buildProblem(
        `suite "${suite.name}" takes one sample a case, in which there is no noise to measure.`,
        'Set "baseline.samples" to 2 or more (3 is usual), or leave "noise" out.',
        suite.where
      )
    )
  );
}
async function writeBaselines(store, branch, outcomes, request) {
  const written = outcomes.flatMap(
    ({ folder, baseline, previous }) => baseline === null ? [] : [{ folder, baseline, previous }]
  );
  if (written.length === 0) return { tip: null, outcomes, refusal: [] };
  const { who, reason } = request;
  const folders = new Map(written.map(({ folder, baseline }) => [folder, renderBaseline(baseline)]));
  const lines = new Map(
    written.map(({ folder, baseline }) => [`${folder}/changelog.jsonl`, renderChangelogLine(baseline, who, reason)])
  );
  const entries = written.map(
    ({ baseline, previous }) => renderBaselineEntry({ manifest: baseline.manifest, previous: previous?.manifest ?? null, who, reason })
  );
  lines.set("CHANGELOG.md", entries.join(""));
  try {
    return { tip: await store.write(branch, folders, describe(request, written.length), lines), outcomes, refusal: [] };
  } catch (error) {
    if (!(error instanceof ReportedError)) throw error;
    return { tip: null, outcomes: outcomes.map(keepUnwritten), refusal: error.problems };
  }
}
function keepUnwritten(outcome) {
  if (outcome.baseline === null) return outcome;
  const report = { ...outcome.report, status: "kept", reason: "it could not be written" };
  return { ...outcome, report, baseline: null };
}
function describe(request, suites) {
  const what = `Baseline of ${request.tree.commit.slice(0, 7)} (${suites} ${suites === 1 ? "suite" : "suites"})`;
  return request.reason === null ? what : `${what}: ${request.reason.replace(/\s+/g, " ").slice(0, 200)}`;
}

// src/report/baseline-text.ts
function renderBaselineText(report) {
  const lines = [
    `baseline of ${report.commit.slice(0, 12)} on branch ${report.branch}: ${describeTip(report)}`,
    ...report.suites.flatMap((suite) => [
      `  ${describeSuite(suite)}`,
      ...listMeans(suite).map((mean) => `    ${mean}`),
      ...suite.noise.flatMap((metric) => [
        `    noise of ${nameNoise(metric)}`,
        ...describeNoise(metric).map((line) => `      ${line}`)
      ])
    ]),
    ...report.errors.map((problem) => `error  ${tellProblem(problem)}`),
    describeCost(report)
  ];
  return `${lines.map(revealText).join("\n")}
`;
}
function renderBaselineSummary(report) {
  const suites = report.suites.flatMap((suite) => [
    `- ${escapeInline(describeSuite(suite))}`,
    ...listMeans(suite).map((mean) => `  - ${escapeInline(mean)}`),
    ...suite.noise.flatMap((metric) => [
      `  - noise of ${escapeInline(nameNoise(metric))}`,
      ...describeNoise(metric).map((line) => `    - ${escapeInline(line)}`)
    ])
  ]);
  return [
    `**Baseline of \`${report.commit.slice(0, 12)}\`**: ${describeTip(report)}`,
    ...renderMistakes(report.errors),
    suites.join("\n"),
    describeCost(report)
  ].join("\n\n");
}
function describeTip({ tip, suites }) {
  const written = suites.filter((suite) => suite.status === "written").length;
  return tip === null ? "nothing was written" : `${count(written, "suite")} written in ${tip.slice(0, 12)}`;
}
function describeSuite({ name, status, reason, cases, samples }) {
  const size = status === "written" ? ` (${count(cases, "case")} × ${count(samples, "sample")})` : "";
  return `${name}: ${status}, ${reason}${size}`;
}
function listMeans({ means }) {
  return Object.entries(means).map(([metric, mean]) => `${metric}: ${formatScore(mean, false)}`);
}

export {
  rebaseline,
  renderBaselineText,
  renderBaselineSummary
};
