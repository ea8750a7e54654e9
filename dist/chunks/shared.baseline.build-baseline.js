import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  describeNoise,
  listNoise,
  nameNoise
} from "./shared.conclude.noise.js";
import {
  baselineFolder,
  hashManifest,
  readBaseline,
  renderBaseline,
  renderChangelogLine,
  summariseNoise
} from "./shared.baseline.stored-baseline.js";
import {
  createAllowance,
  drawSamples,
  emptySession,
  tabulateScores
} from "./shared.execute.draw-pairs.js";
import {
  addDollars,
  addMicroUsd,
  countCalls,
  isAbstention,
  openSessionContext
} from "./shared.adapters.files.response-cache.js";
import {
  loadSuite,
  readOneSide,
  selectSuites
} from "./shared.checks.build-check.js";
import {
  throwProblems
} from "./shared.text.json-text.js";
import {
  scoringRevision,
  toolVersion
} from "./shared.version.js";
import {
  formatCount,
  formatNoun,
  formatScore,
  formatUsd
} from "./shared.report.numbers.js";
import {
  cutText,
  escapeInline,
  renderCode,
  revealText
} from "./shared.report.escape.js";
import {
  MissingKeyError,
  ReportedError,
  UserError,
  buildProblem,
  renderProblem
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

// src/baseline/build-baseline.ts
function buildBaseline(run) {
  const { plan, samples, scores, commit, date, reason, previous } = run;
  const means = averageScores(scores);
  const keys = new Map(samples.map((sample) => [idOf(sample.prompt.id, sample.case.id, sample.sample), sample.key]));
  const anchor = reason === null ? previous?.manifest.anchor ?? null : { commit, date, reason, means, scoringRevision };
  const manifest = {
    schemaVersion: 1,
    toolVersion,
    scoringRevision,
    configPath: run.configPath,
    suite: plan.config.name,
    commit,
    date,
    contentKey: run.contentKey,
    samples: plan.config.baseline.samples,
    prompts: Object.fromEntries(plan.prompts.map((prompt) => [prompt.id, describePrompt(prompt.id, plan, samples)])),
    metrics: Object.fromEntries(
      plan.prompts.flatMap((prompt) => prompt.metrics.map((metric) => [`${prompt.id} / ${metric.name}`, metric.hash]))
    ),
    rows: Object.fromEntries(plan.prompts.flatMap((prompt) => prompt.cases.map((row) => [row.id, row.scoring.hash]))),
    means,
    noise: summariseNoise(scores),
    judgesWithout: Object.fromEntries([...run.dropped].map(([model, settings]) => [model, [...settings].sort()])),
    costMicroUsd: run.costMicroUsd,
    previous: previous === null ? null : hashManifest(previous.manifest),
    anchor
  };
  return {
    manifest,
    scores: scores.map(({ prompt, case: id, sample, metric, score, cluster }) => {
      const key = keys.get(idOf(prompt, id, sample)) ?? "";
      return { prompt, case: id, sample, metric, score, cluster, key };
    }),
    outputs: plan.config.baseline.storeOutputs ? samples.map(({ prompt, case: row, sample, key, result }) => {
      return { prompt: prompt.id, case: row.id, sample, key, result: { ...result, latencyMs: 0, attempts: 1 } };
    }) : []
  };
}
function describePrompt(id, plan, samples) {
  const prompt = plan.prompts.find((candidate) => candidate.id === id)?.base;
  const answers = samples.flatMap(
    (sample) => sample.prompt.id === id && sample.result.status === "answered" ? [sample.result] : []
  );
  const distinct = (values) => [...new Set(values.flatMap((value) => value ?? []))].sort();
  return {
    version: prompt?.version ?? "",
    path: prompt?.path ?? "",
    model: prompt?.model ?? "",
    answeredAs: distinct(answers.map((answer) => answer.model)),
    fingerprints: distinct(answers.map((answer) => answer.fingerprint)),
    parameters: prompt?.parameters ?? {}
  };
}
function averageScores(scores) {
  const sums = /* @__PURE__ */ new Map();
  for (const { prompt, metric, score } of scores) {
    if (score === null) continue;
    const key = `${prompt} / ${metric}`;
    const { sum, count } = sums.get(key) ?? { sum: 0, count: 0 };
    sums.set(key, { sum: sum + score, count: count + 1 });
  }
  return Object.fromEntries([...sums].map(([key, { sum, count }]) => [key, sum / count]));
}
function idOf(prompt, caseId, sample) {
  return JSON.stringify([prompt, caseId, sample]);
}

// src/pipeline/baseline-suite.ts
async function readSuite(repository, store, request, sides, selection) {
  const { suite, contentKey } = selection;
  const folder = baselineFolder(sides.config.path, suite.name);
  const unchanged = (reason) => keep({ selection, folder }, "unchanged", reason, []);
  try {
    const previous = await readBaseline(store, suite.baseline.branch, folder);
    if (request.onlyChanged && previous?.manifest.contentKey === contentKey) {
      return unchanged("nothing it depends on changed since its baseline");
    }
    const plan = await loadSuite(repository, selection, sides);
    if (plan.prompts.length === 0) return unchanged("it holds no prompt to evaluate");
    return { selection, folder, previous, plan };
  } catch (error) {
    if (!(error instanceof ReportedError)) throw error;
    return keepFailed({ selection, folder }, error);
  }
}
async function drawSuite(world, reading, request, configPath, open, allowance) {
  const { folder, previous, plan } = reading;
  try {
    const wanted = wantBaseline(plan);
    allowance.require(wanted);
    if (request.dryRun) return keep(reading, "unchanged", "dry run, nothing was asked", []);
    const context = await open();
    const { journal } = context.generation;
    const before = journal.length;
    const session = await drawSamples(emptySession, wanted, context);
    const missing = session.scores.filter((record) => record.score === null && !isAbstention(record.reason));
    if (missing.length > 0) {
      const error = UserError.of(
        `suite ${plan.config.name}: ${missing.length} scores are missing (${missing[0]?.reason}), so it keeps its old baseline.`,
        "Run it again: what was answered is not paid for twice where a response cache is kept."
      );
      return keep(reading, "kept", "incomplete", error.problems);
    }
    const costMicroUsd = addMicroUsd(journal.slice(before));
    const baseline = buildBaseline({
      plan,
      ...session,
      previous,
      contentKey: reading.selection.contentKey,
      configPath,
      commit: request.tree.commit,
      date: new Date(world.clock.nowMs()).toISOString(),
      reason: request.reason,
      costMicroUsd,
      dropped: context.judging.dropped
    });
    const { samples, means } = baseline.manifest;
    const report = {
      name: plan.config.name,
      status: "written",
      reason: "complete",
      cases: new Set(session.samples.map((sample) => sample.case.id)).size,
      samples,
      means,
      costMicroUsd,
      noise: request.noise ? listNoise(plan, tabulateScores(session.scores), "stored") : []
    };
    return { folder, report, baseline, previous, problems: [] };
  } catch (error) {
    if (!(error instanceof ReportedError) || error instanceof MissingKeyError) throw error;
    return keepFailed(reading, error);
  }
}
function wantBaseline(plan) {
  const samples = Array.from({ length: plan.config.baseline.samples }, (_, sample) => sample);
  return plan.prompts.flatMap(
    (prompt) => prompt.cases.flatMap((row) => samples.map((sample) => ({ prompt, case: row, arm: "stored", sample })))
  );
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
async function rebaseline(world, request) {
  const sides = await readOneSide(world.repository, request.tree, request.label, request.configPath);
  const { config } = sides;
  const { baselines: store } = world;
  if (store === null) {
    throw UserError.of("There is no place to keep a baseline.", "Run this inside a git repository.");
  }
  const selections = selectSuites(sides.base, sides.candidate);
  if (selections.length === 0) {
    throw UserError.of(
      "There is no suite to baseline.",
      "Add prompt-assay.yml, or a *.prompt.yml with testData and evaluators."
    );
  }
  if (request.noise) requireTwoSamples(selections);
  const journal = [];
  let context = null;
  const hasJudges = config.suites.some(({ metrics }) => metrics.some(({ kind }) => kind === "judge"));
  const open = () => {
    context ??= openSessionContext(world, config, hasJudges, request.fresh, journal);
    return context;
  };
  const allowance = createAllowance(config, journal, world.log);
  const { branch } = config.baseline;
  const readings = await Promise.all(selections.map((one) => readSuite(world.repository, store, request, sides, one)));
  if (!request.dryRun && readings.some((one) => "plan" in one)) await store.requireWritable(branch);
  const drawn = [];
  for (const reading of readings) {
    drawn.push("plan" in reading ? await drawSuite(world, reading, request, config.path, open, allowance) : reading);
  }
  const { tip, outcomes, refusal } = await writeBaselines(store, branch, drawn, request);
  const errors = [...outcomes.flatMap(({ problems }) => problems), ...refusal];
  return {
    verdict: errors.length === 0 ? "pass" : "invalid",
    toolVersion,
    commit: request.tree.commit,
    branch,
    tip,
    suites: outcomes.map(({ report }) => report),
    ...countCalls(journal),
    costUsd: addDollars(journal),
    errors,
    green: errors.length === 0
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
    ...report.errors.map((problem) => `error  ${renderProblem(problem)}`),
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
  const errors = report.errors.map((problem) => `> ${escapeInline(renderProblem(problem))}`);
  return [
    `**Baseline of \`${report.commit.slice(0, 12)}\`**: ${describeTip(report)}`,
    ...errors.length > 0 ? ["> [!IMPORTANT]", ...errors].join("\n") : [],
    suites.join("\n"),
    describeCost(report)
  ].join("\n\n");
}
function describeTip({ tip, suites }) {
  const written = suites.filter((suite) => suite.status === "written").length;
  return tip === null ? "nothing was written" : `${formatNoun(written, "suite")} written in ${tip.slice(0, 12)}`;
}
function describeSuite({ name, status, reason, cases, samples }) {
  const size = status === "written" ? ` (${formatNoun(cases, "case")} × ${formatNoun(samples, "sample")})` : "";
  return `${name}: ${status}, ${reason}${size}`;
}
function listMeans({ means }) {
  return Object.entries(means).map(([metric, mean]) => `${metric}: ${formatScore(mean, false)}`);
}
function describeCost({ calls, cacheHits, costUsd }) {
  const cost = costUsd === null ? "cost unknown" : formatUsd(costUsd);
  return `${formatCount(calls)} calls, ${formatCount(cacheHits)} from cache, ${cost}`;
}

export {
  rebaseline,
  renderBaselineText,
  renderBaselineSummary
};
