import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/scores/commonest.ts
function findCommonest(reasons) {
  const groups = /* @__PURE__ */ new Map();
  for (const reason of reasons) {
    if (reason === null || reason === "") continue;
    const key = reason.replaceAll(/\d+/g, "#");
    const group = groups.get(key) ?? { reason, count: 0 };
    group.count += 1;
    groups.set(key, group);
  }
  return [...groups.values()].reduce(
    (most, group) => most === null || group.count > most.count ? group : most,
    null
  );
}
function describeCommonest(scores) {
  const scored = scores.filter(({ score }) => score !== null);
  const commonest = findCommonest(scored.map(({ reason }) => reason));
  return commonest && `${commonest.count} of ${scored.length}: ${commonest.reason}`;
}
function explainGap(what, total, reasons) {
  const gap = `${reasons.length} of ${total} ${what} are missing`;
  const commonest = findCommonest(reasons);
  if (commonest === null) return gap;
  const share = commonest.count < reasons.length ? ` (${commonest.count} of them)` : "";
  return `${gap}: ${commonest.reason}${share}`;
}

export {
  findCommonest,
  describeCommonest,
  explainGap
};
