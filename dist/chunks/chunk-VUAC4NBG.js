import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  countFirstRoundSamples
} from "./chunk-Q2ZIXXRI.js";
import {
  contentHash
} from "./chunk-32F53KWV.js";

// src/plan/suite-plan.ts
function isCompared(prompt) {
  return prompt.baseline !== null && prompt.candidate !== null && prompt.baseline.version !== prompt.candidate.version;
}

// src/plan/first-round.ts
function countSamples(plan, prompt) {
  const gated = prompt.cases.filter((row) => !row.added).length;
  return countFirstRoundSamples(plan.config.gate, gated, plan.config.samples);
}
function wantFirstRound(plan, arm) {
  return plan.prompts.flatMap((prompt) => {
    const counts = countSamples(plan, prompt);
    return prompt.cases.flatMap((row) => wantCase(prompt, row, arm, counts));
  });
}
function wantCase(prompt, row, arm, counts) {
  if (prompt.candidate === null || arm === "baseline" && prompt.baseline === null) return [];
  const compared = isCompared(prompt);
  if (!compared && arm === "baseline") return [];
  const unchanged = prompt.baseline !== null && !compared;
  if (unchanged && !row.added && row.candidate.hash === row.scoring.hash) return [];
  const count = row.added || unchanged ? 1 : row.critical ? counts.critical : counts.ordinary;
  return Array.from({ length: count }, (_, sample) => ({ prompt, case: row, arm, sample }));
}

// src/plan/subset.ts
function limitCases(plan, count) {
  const prompts = plan.prompts.map((prompt) => {
    const kept = new Set(chooseCases(prompt.cases, count).map((row) => row.id));
    return { ...prompt, cases: prompt.cases.filter((row) => kept.has(row.id)) };
  });
  return { ...plan, prompts };
}
function chooseCases(cases, count) {
  const critical = cases.filter((row) => row.critical);
  const strata = /* @__PURE__ */ new Map();
  for (const row of cases.filter((one) => !one.critical)) {
    const stratum = row.scoring.tags[0] ?? "";
    strata.set(stratum, [...strata.get(stratum) ?? [], { row, rank: contentHash(row.id) }]);
  }
  const ranked = [...strata.values()].flatMap(
    (rows) => rows.sort((a, b) => a.rank < b.rank ? -1 : 1).map(({ row, rank }, turn) => ({ row, rank, turn }))
  );
  const others = ranked.sort((a, b) => a.turn - b.turn || (a.rank < b.rank ? -1 : 1)).map(({ row }) => row);
  return [...critical, ...others].slice(0, Math.max(count, critical.length));
}

// src/scores/tabulate.ts
function tabulateScores(scores) {
  const table = /* @__PURE__ */ new Map();
  for (const record of scores) {
    const key = keyOf(record.suite, record.prompt, record.metric, record.arm, record.case);
    const row = table.get(key) ?? [];
    while (row.length <= record.sample) row.push(null);
    row[record.sample] = record.score;
    table.set(key, row);
  }
  return table;
}
function scoresOf(table, prompt, metric, arm, caseId) {
  return table.get(keyOf(prompt.suite, prompt.id, metric, arm, caseId)) ?? [];
}
function buildComparison(prompt, metric, table, baseArm) {
  return {
    id: { suite: prompt.suite, prompt: prompt.id, metric: metric.name },
    direction: metric.direction,
    gates: metric.gates,
    cases: prompt.cases.filter((row) => !row.added).map((row) => ({
      case: row.id,
      cluster: row.cluster,
      critical: row.critical,
      baseline: scoresOf(table, prompt, metric.name, baseArm, row.id),
      candidate: scoresOf(table, prompt, metric.name, "candidate", row.id)
    }))
  };
}
function keyOf(...parts) {
  return JSON.stringify(parts);
}

// src/scores/gated.ts
function buildGated(plan, prompt, metric, table, baseArm) {
  const samples = countSamples(plan, prompt).ordinary;
  return { input: buildComparison(prompt, metric, table, baseArm), settings: plan.config.gate, samples };
}

export {
  isCompared,
  countSamples,
  wantFirstRound,
  limitCases,
  tabulateScores,
  scoresOf,
  buildComparison,
  buildGated
};
