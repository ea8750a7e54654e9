import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  measureRepeats,
  planFromNoise,
  renderNoise
} from "./shared.execute.draw.js";
import {
  scoringRevision
} from "./shared.version.js";
import {
  readResult
} from "./shared.run.result-codec.js";
import {
  canonicalJson,
  contentHash,
  isJsonObject,
  parseJson,
  writeJson
} from "./shared.json-writer.js";
import {
  UserError
} from "./shared.errors.js";

// src/baseline/stored-baseline.ts
import { createHash } from "node:crypto";
function baselineFolder(configPath, suite) {
  const slug = suite.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 40);
  return `${slug === "" ? "suite" : slug}-${contentHash([configPath, suite]).slice(0, 8)}`;
}
function renderBaseline(baseline) {
  const files = [["scores.jsonl", renderLines(baseline.scores)]];
  if (baseline.outputs.length > 0) files.push(["outputs.jsonl", renderLines(baseline.outputs)]);
  const hashes = Object.fromEntries(files.map(([name, text]) => [name, hashText(text)]));
  const manifest = `${writeJson({ ...baseline.manifest, files: hashes }, 2)}
`;
  return new Map([["manifest.json", manifest], ...files]);
}
function renderLines(records) {
  const rank = (record) => [record.prompt, record.case, String(record.sample).padStart(6, "0"), "metric" in record ? record.metric : ""].join(
    "\0"
  );
  return records.map((record) => ({ rank: rank(record), line: `${canonicalJson(record)}
` })).sort((a, b) => a.rank < b.rank ? -1 : 1).map(({ line }) => line).join("");
}
function renderChangelogLine({ manifest }, who, reason) {
  const { commit, date, means, costMicroUsd, toolVersion, scoringRevision: scoringRevision2, previous } = manifest;
  const versions = Object.fromEntries(Object.entries(manifest.prompts).map(([id, prompt]) => [id, prompt.version]));
  const by = { toolVersion, scoringRevision: scoringRevision2 };
  return `${canonicalJson({ commit, date, who, reason, versions, means, costMicroUsd, ...by, previous })}
`;
}
function parseBaseline(folder, files) {
  const manifest = files.get("manifest.json");
  if (manifest === void 0) return null;
  const { files: hashes, ...facts } = parseManifest(`${folder}/manifest.json`, manifest);
  const baseline = {
    manifest: facts,
    scores: parseLines(`${folder}/scores.jsonl`, files.get("scores.jsonl") ?? "", "metric"),
    outputs: parseLines(`${folder}/outputs.jsonl`, files.get("outputs.jsonl") ?? "", "result")
  };
  for (const [name, hash] of Object.entries(hashes ?? {})) {
    if (hashText(files.get(name) ?? "") !== hash) throw edited(`${folder}/${name}`);
  }
  return baseline;
}
function hashManifest(manifest) {
  return createHash("sha256").update(canonicalJson(manifest)).digest("hex");
}
function parseManifest(path, text) {
  const value = parseStored(path, 1, text);
  if (isJsonObject(value) && Number(value.schemaVersion) > 1) {
    const hint = "Update Prompt Assay here, or re-baseline main with this version on another branch (baseline.branch).";
    throw UserError.of("the stored baseline was written by a newer version.", hint, { path, line: 1, column: null });
  }
  const whole = isJsonObject(value) && value.schemaVersion === 1 && ["toolVersion", "configPath", "suite", "commit", "date", "contentKey"].every(
    (key) => typeof value[key] === "string"
  ) && ["prompts", "metrics", "rows", "means"].every((key) => isJsonObject(value[key])) && Number.isInteger(value.samples) && !Number.isNaN(Date.parse(String(value.date)));
  if (!whole) throw damaged(path, 1);
  return value;
}
function parseLines(path, text, member) {
  const isWhole = (value) => member === "result" ? readResult(value) !== null : value !== void 0;
  return text.split("\n").flatMap((line, index) => {
    if (line === "") return [];
    const value = parseStored(path, index + 1, line);
    const whole = isJsonObject(value) && ["prompt", "case", "key"].every((key) => typeof value[key] === "string") && Number.isInteger(value.sample) && isWhole(value[member]);
    if (!whole) throw damaged(path, index + 1);
    return [value];
  });
}
function parseStored(path, line, text) {
  const value = parseJson(text);
  if (value === void 0) throw damaged(path, line);
  return value;
}
function hashText(text) {
  return createHash("sha256").update(text).digest("hex");
}
function edited(path) {
  const hint = "Restore the file from the history of the baseline branch, or re-baseline main.";
  const where = { path, line: null, column: null };
  return UserError.of("is not as the manifest beside it says: it was edited by hand, or cut off.", hint, where);
}
function damaged(path, line, cause) {
  const hint = "Restore the file from the history of the baseline branch, or delete the suite's folder there and re-baseline main.";
  return UserError.of("the stored baseline is damaged here.", hint, { path, line, column: null }, { cause });
}

// src/baseline/stored-noise.ts
function summariseNoise(scores) {
  const metrics = /* @__PURE__ */ new Map();
  for (const { prompt, metric, case: id, score } of scores) {
    if (score === null) continue;
    const key = `${prompt} / ${metric}`;
    const cases = metrics.get(key) ?? /* @__PURE__ */ new Map();
    cases.set(id, [...cases.get(id) ?? [], score]);
    metrics.set(key, cases);
  }
  return Object.fromEntries(
    [...metrics].flatMap(([key, cases]) => {
      const noise = measureRepeats([...cases.values()]);
      return noise === null ? [] : [[key, noise]];
    })
  );
}
function quoteNoise(manifest, metrics, gate) {
  if (manifest.scoringRevision !== scoringRevision) return null;
  const known = metrics.flatMap(({ prompt, metric, questions }) => {
    const noise = manifest.noise?.[`${prompt} / ${metric}`];
    return noise === void 0 ? [] : [{ name: `${prompt} / ${metric}`, noise, plan: planFromNoise(noise, gate, questions) }];
  });
  const [only] = known;
  if (only === void 0) return null;
  if (known.length === 1) return renderNoise(only.noise, only.plan);
  return known.map(({ name, noise, plan }) => `${name}: ${renderNoise(noise, plan)}`).join("; ");
}

// src/read/read-baseline.ts
async function readBaseline(store, branch, folder) {
  const { files } = await store.read(branch, folder);
  const inFolder = [...files].map(([path, text]) => [path.slice(folder.length + 1), text]);
  return parseBaseline(folder, new Map(inFolder));
}

export {
  baselineFolder,
  renderBaseline,
  renderChangelogLine,
  hashManifest,
  summariseNoise,
  quoteNoise,
  readBaseline
};
