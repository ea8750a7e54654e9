import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  contentHash
} from "./shared.json.js";

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

export {
  limitCases
};
