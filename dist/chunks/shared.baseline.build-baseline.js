import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  factsOf,
  gatherComparison,
  listSamples,
  measureNoise,
  readArm,
  renderNoise,
  summariseNoise,
  wilsonInterval
} from "./shared.baseline.stored-noise.js";
import {
  foresee,
  hashManifest,
  predict,
  renderShare,
  resizeOutlook
} from "./shared.baseline.parse-baseline.js";
import {
  numberClusters
} from "./shared.gate.measurement.js";
import {
  defaultMargin
} from "./shared.gate.first-round.js";
import {
  isPairwise
} from "./shared.datasets.case.js";
import {
  costMicroUsdOf
} from "./shared.run.totals.js";
import {
  scoringRevision,
  toolVersion
} from "./shared.version.js";
import {
  renderPoints
} from "./shared.gate.reason.js";
import {
  countEffectiveClusters
} from "./shared.statistics.difference-bounds.js";
import {
  formatCount,
  formatUsd,
  unknown
} from "./shared.prices.usd.js";
import {
  escapeInline,
  revealText
} from "./shared.report.escape.js";
import {
  count
} from "./shared.text.prose.js";
import {
  renderProblem
} from "./shared.errors.js";

// src/report/result-text.ts
function describeCost({
  calls,
  cacheHits,
  costUsd
}) {
  const cost = costUsd === null ? "cost unknown" : formatUsd(costUsd);
  return `${formatCount(calls)} calls, ${formatCount(cacheHits)} from cache, ${cost}`;
}
function renderMistakes(errors) {
  if (errors.length === 0) return [];
  return [["> [!IMPORTANT]", ...errors.map((problem) => `> ${escapeInline(renderProblem(problem))}`)].join("\n")];
}

// src/gate/propose-designs.ts
var mostCases = 2e4;
var settlings = ["off", 3, 5];
function listDesigns(hasLabels) {
  return [
    ...[false, ...hasLabels ? [true] : []].flatMap(
      (labels) => settlings.map((settle) => ({ samples: 1, labels, settle }))
    ),
    { samples: 3, labels: false, settle: "off" },
    { samples: 5, labels: false, settle: "off" }
  ];
}
function weighDesigns(settings, prompts, power) {
  const hasLabels = prompts.every(({ labels }) => labels !== null);
  return listDesigns(hasLabels).flatMap((design) => {
    const foreseen = prompts.flatMap((prompt) => {
      const outlooks = foreseePrompt(settings, prompt, design);
      return outlooks.length === 0 ? [] : [{ prompt, outlooks }];
    });
    if (foreseen.length === 0) return [];
    const most = foreseen.reduce((size, { outlooks }) => Math.max(size, outlooks[0]?.first.cases ?? 0), 0);
    const sizeAt = (cases) => sizeDesign(foreseen, cases / most, cases);
    const now = sizeAt(most);
    return [{ ...design, now, enough: now.passes >= power ? now : findEnough(sizeAt, most, power) }];
  });
}
function foreseePrompt(settings, { metrics, labels }, { samples, labels: isLabelled, settle }) {
  return metrics.flatMap((cases) => {
    const labelled = isLabelled ? cases.map((one, index) => labelCase(one, labels?.get(index))) : cases;
    return foresee({ ...settings, settle }, samples, labelled) ?? [];
  });
}
function labelCase(one, labelled) {
  return labelled === void 0 ? one : { ...one, labelled };
}
function sizeDesign(foreseen, factor, cases) {
  const sized = foreseen.map(({ prompt, outlooks }) => {
    const predictions = outlooks.map(
      (outlook) => predict(factor === 1 ? outlook : resizeOutlook(outlook, Math.max(1, Math.round(outlook.first.cases * factor))))
    );
    const rounds = predictions.reduce((sum, one) => Math.max(sum, one.rounds), 0);
    const worst2 = predictions.reduce((least, one) => one.passes < least.passes ? one : least);
    return {
      worst: worst2,
      passes: predictions.reduce((chance, one) => chance * one.passes, 1),
      rounds,
      calls: prompt.roundCalls * factor * rounds,
      costUsd: prompt.roundUsd === null ? null : prompt.roundUsd * factor * rounds
    };
  });
  const { worst, passes } = sized.reduce((least, one) => one.passes < least.passes ? one : least);
  const costs = sized.map(({ costUsd }) => costUsd);
  return {
    cases,
    passes,
    detectableDrop: worst.detectableDrop,
    findsMargin: worst.findsMargin,
    firstRounds: worst.firstRounds,
    rounds: sized.reduce((most, one) => Math.max(most, one.rounds), 0),
    calls: Math.ceil(sized.reduce((most, { calls }) => Math.max(most, calls), 0)),
    costUsd: costs.some((cost) => cost === null) ? null : Math.max(...costs.map((cost) => cost ?? 0))
  };
}
function findEnough(sizeAt, cases, power) {
  let low = cases;
  let high = cases;
  while (sizeAt(high).passes < power) {
    if (high >= mostCases) return null;
    low = high;
    high = Math.min(2 * high, mostCases);
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (sizeAt(middle).passes < power) low = middle;
    else high = middle;
  }
  return sizeAt(high);
}
function chooseDesigns(offers, power, priceUsd) {
  const sized = offers.flatMap(({ now, enough, ...design }) => [
    { ...design, ...now },
    ...enough === null || enough === now ? [] : [{ ...design, ...enough }]
  ]);
  const isAffordable = ({ costUsd }) => priceUsd === null || costUsd === null || costUsd <= priceUsd;
  const within = sized.filter(isAffordable);
  const expenseOf = ({ costUsd, calls }) => costUsd ?? calls;
  const reaching = within.filter(({ passes }) => passes >= power);
  const findCheapest = (among) => among.reduce(
    (least2, one) => least2 === null || expenseOf(one) < expenseOf(least2) ? one : least2,
    null
  );
  const cheapest = findCheapest(reaching);
  const least = offers[0]?.now.cases;
  const nearest = within.reduce(
    (most, one) => most === null || one.passes > most.passes ? one : most,
    null
  );
  return {
    cheapest,
    cheapestNow: findCheapest(reaching.filter(({ cases }) => cases === least)),
    nearest: cheapest === null ? nearest : null
  };
}

// src/report/words/proposal-text.ts
function describeProposal(proposal) {
  const { suite, designs, cheapest, cheapestNow, nearest, power, priceUsd } = proposal;
  if (designs.length === 0) return [`no plan for ${suite}: no rate is tested on it, or nothing is known of its noise`];
  const limit = priceUsd === null ? "" : ` at ${formatUsd(priceUsd)} a run at most`;
  const wanted = `${Math.round(1e3 * power) / 10} of 100 harmless changes clean${limit}`;
  const isUnpriced = priceUsd !== null && designs.some(({ now }) => now.costUsd === null);
  return [
    ...cheapest === null ? [`nothing passes ${wanted}`, ...describeChosen(proposal, "nearest comes", nearest)] : describeChosen(proposal, `cheapest that passes ${wanted}:`, cheapest),
    ...cheapest === null || cheapestNow?.cases === cheapest.cases ? [] : describeChosen(proposal, "with the cases that there are:", cheapestNow),
    ...isUnpriced ? ["  a price is not known, so that --price limits nothing: `prices` in the config names it"] : [],
    ...explainTogether(proposal),
    ...renderTable(designs)
  ];
}
function explainTogether({ prompts, metrics }) {
  const of = [
    ...prompts > 1 ? [`for a change of one of ${count(prompts, "prompt")}, the worst off`] : [],
    ...metrics > 1 ? [`${count(metrics, "metric")} together as if they were independent, which is the least`] : []
  ];
  return of.length === 0 ? [] : [`  ${of.join("; ")}`];
}
function describeChosen(proposal, lead, chosen) {
  if (chosen === null) return [];
  const { cases, passes, rounds, calls, costUsd, detectableDrop, findsMargin } = chosen;
  const cost = costUsd === null ? "price unknown" : `about ${formatUsd(costUsd)}`;
  const drop = detectableDrop === null ? [] : [`detects drops of about ${renderPoints(detectableDrop)}`];
  const size = renderPoints(proposal.margin);
  const finds = findsMargin === null ? [] : [`a drop of ${size}, alike on every case, is found in ${renderShare(findsMargin)}`];
  const figures = [
    `passes in ${renderShare(passes)}`,
    `about ${roundTenth(rounds)} rounds, ${formatCount(calls)} calls, ${cost} a run`,
    ...drop,
    ...finds
  ];
  return [
    `${lead} ${nameDesign(chosen)}, ${count(cases, "case")}`,
    `  ${figures.join("; ")}`,
    `  set: ${listSettings(proposal, chosen).join("; ")}`
  ];
}
function nameDesign({ samples, labels, settle }) {
  const parts = [
    samples === 1 ? "1 sample" : `${samples} samples`,
    ...labels ? ["labels"] : [],
    ...settle === "off" ? [] : [`settle ${settle}`]
  ];
  return parts.join(", ");
}
function listSettings({ margin, isMarginSet, designs }, chosen) {
  const more = chosen.cases - (designs[0]?.now.cases ?? 0);
  const changesMargin = more > 0 && !isMarginSet && margin !== defaultMargin(chosen.cases);
  return [
    `samples: ${chosen.samples}`,
    ...chosen.samples > 1 ? [] : [`gate.settle: ${chosen.settle}`],
    ...chosen.labels ? ["baseline.samples: 5, and keep a baseline"] : chosen.samples > 1 ? [] : ["gate.rounds: 1"],
    ...more > 0 ? [`${count(more, "more case")} of the same kind`] : [],
    ...changesMargin ? [`gate.margin: ${margin}`] : []
  ];
}
function renderTable(designs) {
  const head = ["design", "passes", "detects", "finds margin", "rounds", "calls", "cost", "cases that are enough"];
  const rows = designs.map((design) => [nameDesign(design), ...listFigures(design.now), describeEnough(design)]);
  const table = [head, ...rows];
  const widths = head.map((_, column) => table.reduce((most, row) => Math.max(most, row[column]?.length ?? 0), 0));
  return [
    `  on ${count(designs[0]?.now.cases ?? 0, "case")}, about:`,
    ...table.map(
      (row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd()}`
    ),
    ...designs.some(({ labels }) => labels) ? [] : ["  what labels of noisy cases would gain takes 5 draws a case: --samples 5"]
  ];
}
function listFigures({ passes, detectableDrop, findsMargin, rounds, calls, costUsd }) {
  return [
    `${Math.round(100 * passes)} %`,
    detectableDrop === null ? unknown : renderPoints(detectableDrop),
    findsMargin === null ? unknown : `${Math.round(100 * findsMargin)} %`,
    String(roundTenth(rounds)),
    formatCount(calls),
    formatUsd(costUsd)
  ];
}
function describeEnough({ enough, now }) {
  if (enough === null) return `over ${formatCount(mostCases)}`;
  return enough === now ? "these" : formatCount(enough.cases);
}
function roundTenth(value) {
  return Math.round(10 * value) / 10;
}

// src/report/noise-text.ts
function renderNoiseText(report) {
  const { commit, samples, metrics, proposals, recorded } = report;
  const lines = [
    `${commit.slice(0, 12)} against itself, ${count(samples, "draw")} of each case`,
    ...metrics.flatMap((metric) => [`  ${nameNoise(metric)}`, ...describeNoise(metric).map((line) => `    ${line}`)]),
    ...proposals.flatMap((proposal) => [
      `  how to run ${proposal.suite}`,
      ...describeProposal(proposal).map((line) => `    ${line}`)
    ]),
    ...samples < 3 ? ["with fewer than 3 draws no case is known to be noisy, and none is drawn more often"] : [],
    ...recorded ? ["the scores are recorded in this clone: run and validate know this noise now"] : [],
    describeCost(report)
  ];
  return `${lines.map(revealText).join("\n")}
`;
}
function nameNoise({ suite, prompt, metric, gates }) {
  return `${[.../* @__PURE__ */ new Set([suite, prompt, metric])].join(" / ")}${gates ? "" : " (report)"}`;
}
function describeNoise({ noise, reason }) {
  if (noise === null) return [`not measured: ${reason ?? "no reason given"}`];
  const { cases, unscored, meanDifference, falseAlarms, swaps } = noise;
  const missing = unscored === 0 ? "" : `, ${formatCount(unscored)} more lack scores`;
  return [
    `${renderNoise(noise, noise)} (${count(cases, "case")}${missing})`,
    `two runs differ by ${renderPoints(meanDifference)} a case on average`,
    falseAlarms === null ? "false alarms: no rate is tested on so few cases" : `false alarms: ${Math.round(1e3 * falseAlarms) / 10} % of ${formatCount(swaps)} random label swaps were blocked`,
    ...describePower(noise),
    describeNeed(noise)
  ];
}
function describePower({ powerAtMargin, margin }) {
  if (powerAtMargin === null) return [];
  const percent = Math.floor(100 * powerAtMargin);
  return [
    `a drop of the margin, ${renderPoints(margin)}, is found in ${percent} of 100 runs where every case falls alike`
  ];
}
function describeNeed({ cases, margin, casesForMargin, samplesForMargin, unscored }) {
  const size = renderPoints(margin);
  if (casesForMargin <= cases + unscored)
    return `the margin of ${size} is within reach: it takes ${count(casesForMargin, "case")}`;
  const samples = samplesForMargin === null ? "no number of samples is enough with so few cases" : `or ${count(samplesForMargin, "sample")} a case, where the change is the same on every case`;
  return `the margin of ${size} takes ${count(casesForMargin, "case")}, ${samples}`;
}

// src/conclude/noise.ts
function listNoise(plan, ledger) {
  return plan.prompts.flatMap(
    (prompt) => prompt.metrics.map((metric) => {
      const { name, gates } = metric;
      const gated = gatherDraws(plan, prompt, metric, ledger);
      const noise = measureNoise(gated);
      const isUnasked = isPairwise(metric) && gated.input.cases.every(({ baseline }) => baseline.length < 2);
      const reason = noise === null ? explainNone(isUnasked) : null;
      return { suite: prompt.suite, prompt: prompt.id, metric: name, gates, noise, reason };
    })
  );
}
function gatherDraws(plan, prompt, metric, ledger) {
  return arrangeDraws(metric, gatherComparison(plan, prompt, metric, ledger, "stored"));
}
function explainNone(isUnasked) {
  return isUnasked ? "a baseline has no scores of pairs; the command noise asks for them" : "no case has two scores of this metric";
}
function arrangeDraws(metric, gated) {
  if (!isPairwise(metric)) return gated;
  const cases = gated.input.cases.map((row) => ({
    ...row,
    baseline: [...row.baseline.slice(0, 1), ...row.candidate.slice(0, 1)]
  }));
  return { ...gated, input: { ...gated.input, cases } };
}

// src/baseline/measures.ts
var alphaASide = 0.025;
function describeMeasures({ prompts }, scores, means) {
  const scored = groupByMetric(scores);
  return Object.fromEntries(
    prompts.flatMap(
      (prompt) => prompt.metrics.flatMap(({ name, kind, direction, gates, refused }) => {
        const key = `${prompt.id} / ${name}`;
        const lines = scored.get(key);
        const mean = means[key];
        if (lines === void 0 || mean === void 0) return [];
        const role = refused ? "refused" : gates ? "gate" : "report";
        const binary = lines.every(({ score }) => score === 0 || score === 1);
        return [[key, { kind, role, direction, binary, ...boundMean(lines, mean) }]];
      })
    )
  );
}
function groupByMetric(scores) {
  const groups = /* @__PURE__ */ new Map();
  for (const line of scores) {
    const { score, prompt, metric } = line;
    if (score === null) continue;
    const key = `${prompt} / ${metric}`;
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [{ ...line, score }]);
    else group.push({ ...line, score });
  }
  return groups;
}
function boundMean(lines, mean) {
  const cases = [...new Map(lines.map(({ case: id, cluster }) => [id, { cluster }])).values()];
  return wilsonInterval(mean, countEffectiveClusters(numberClusters(cases)), alphaASide);
}

// src/baseline/build-baseline.ts
function buildBaseline(run) {
  const { plan, ledger, commit, date, reason, previous } = run;
  const samples = plan.prompts.flatMap(
    (prompt) => listSamples(ledger, prompt, "stored").map((sample) => ledger.recordOf(sample))
  );
  const scores = listStoredScores(plan, ledger, samples);
  const means = averageScores(scores);
  const anchor = reason === null ? previous?.manifest.anchor ?? null : { commit, date, reason, means, scoringRevision };
  const manifest = {
    schemaVersion: 2,
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
    measures: describeMeasures(plan, scores, means),
    noise: summariseNoise(scores),
    judgesWithout: Object.fromEntries(
      [...ledger.refusedSettings()].map(([model, settings]) => [model, [...settings].sort()])
    ),
    ...describeCalls(run.calls),
    previous: previous === null ? null : hashManifest(previous.manifest),
    anchor
  };
  return {
    manifest,
    scores,
    outputs: plan.config.baseline.storeOutputs ? samples.map(({ prompt, case: id, sample, request, result }) => {
      return { prompt, case: id, sample, key: request, result: { ...result, latencyMs: 0, attempts: 1 } };
    }) : []
  };
}
function describePrompt(id, plan, samples) {
  const prompt = plan.prompts.find((candidate) => candidate.id === id)?.base;
  const answers = samples.flatMap(
    (sample) => sample.prompt === id && sample.result.status === "answered" ? [sample.result] : []
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
function describeCalls(calls) {
  if (calls === null) return { costMicroUsd: null };
  return { costMicroUsd: costMicroUsdOf(calls), tokens: { input: calls.inputTokens, output: calls.outputTokens } };
}
function averageScores(scores) {
  const sums = /* @__PURE__ */ new Map();
  for (const { prompt, metric, score } of scores) {
    if (score === null) continue;
    const key = `${prompt} / ${metric}`;
    const { sum, count: count2 } = sums.get(key) ?? { sum: 0, count: 0 };
    sums.set(key, { sum: sum + score, count: count2 + 1 });
  }
  return Object.fromEntries([...sums].map(([key, { sum, count: count2 }]) => [key, sum / count2]));
}
function listStoredScores({ prompts }, ledger, samples) {
  const idOf = (parts) => JSON.stringify(parts);
  const keys = new Map(samples.map(({ prompt, case: id, sample, request }) => [idOf([prompt, id, sample]), request]));
  return prompts.flatMap((prompt) => {
    const arm = readArm(ledger, prompt, "stored");
    return prompt.metrics.flatMap(
      (metric) => prompt.cases.flatMap(
        ({ id, cluster }) => factsOf(arm, metric, id).flatMap((facts, sample) => {
          if (facts === null) return [];
          const key = keys.get(idOf([prompt.id, id, sample])) ?? "";
          return [{ prompt: prompt.id, case: id, sample, metric: metric.name, score: facts.score, cluster, key }];
        })
      )
    );
  });
}

export {
  buildBaseline,
  listNoise,
  gatherDraws,
  describeCost,
  renderMistakes,
  weighDesigns,
  chooseDesigns,
  renderNoiseText,
  nameNoise,
  describeNoise
};
