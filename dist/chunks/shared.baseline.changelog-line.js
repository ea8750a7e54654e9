import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  renderJsonLine
} from "./shared.text.json-line.js";
import {
  isJsonObject
} from "./shared.json-writer.js";

// src/baseline/changelog-line.ts
function renderChangelogLine({ manifest }, who, reason) {
  const { suite, commit, date, means, measures, costMicroUsd, tokens, toolVersion, scoringRevision, previous } = manifest;
  const prompts = Object.entries(manifest.prompts);
  const versions = Object.fromEntries(prompts.map(([id, { version }]) => [id, version]));
  const models = Object.fromEntries(prompts.map(([id, { model, answeredAs }]) => [id, { asked: model, answeredAs }]));
  const what = { suite, commit, date, who, reason, versions, models, means, measures, costMicroUsd, tokens };
  return renderJsonLine({ ...what, toolVersion, scoringRevision, previous });
}
function readChangelogLine(value) {
  if (!isJsonObject(value)) return null;
  const { suite, commit, date, who, reason, costMicroUsd, scoringRevision, toolVersion } = value;
  const means = readEach(value.means, (mean) => typeof mean === "number" ? mean : null);
  const versions = readEach(value.versions, textOrNull);
  if (typeof commit !== "string" || typeof date !== "string" || means === null || versions === null) return null;
  if (Number.isNaN(Date.parse(date))) return null;
  return {
    suite: textOrNull(suite),
    commit,
    date: new Date(date).toISOString(),
    who: textOrNull(who),
    reason: textOrNull(reason),
    versions,
    models: readEach(value.models, readModel) ?? {},
    means,
    measures: readEach(value.measures, readMeasure) ?? {},
    costMicroUsd: numberOrNull(costMicroUsd),
    tokens: readTokens(value.tokens),
    scoringRevision: numberOrNull(scoringRevision),
    toolVersion: textOrNull(toolVersion)
  };
}
var textOrNull = (value) => typeof value === "string" ? value : null;
var numberOrNull = (value) => typeof value === "number" ? value : null;
function readEach(value, read) {
  if (!isJsonObject(value)) return null;
  const members = Object.entries(value).flatMap(([name, member]) => {
    const known = read(member);
    return known === null ? [] : [[name, known]];
  });
  return Object.fromEntries(members);
}
function readModel(value) {
  if (!isJsonObject(value) || typeof value.asked !== "string") return null;
  const { asked, answeredAs } = value;
  const names = Array.isArray(answeredAs) ? answeredAs.filter((name) => typeof name === "string") : [];
  return { asked, answeredAs: names };
}
var kinds = ["check", "judge", "panel"];
var roles = ["gate", "report", "refused"];
var directions = ["higher", "lower", "neutral"];
function readMeasure(value) {
  if (!isJsonObject(value)) return null;
  const [kind, role, direction] = [find(kinds, value.kind), find(roles, value.role), find(directions, value.direction)];
  const { binary, lower, upper } = value;
  if (kind === null || role === null || direction === null || typeof binary !== "boolean") return null;
  if (typeof lower !== "number" || typeof upper !== "number") return null;
  return { kind, role, direction, binary, lower, upper };
}
function find(words, value) {
  return words.find((word) => word === value) ?? null;
}
function readTokens(value) {
  if (!isJsonObject(value)) return null;
  const { input, output } = value;
  return typeof input === "number" && typeof output === "number" ? { input, output } : null;
}

export {
  renderChangelogLine,
  readChangelogLine
};
