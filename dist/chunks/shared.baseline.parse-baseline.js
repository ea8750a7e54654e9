import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  keyOf,
  measureRepeats,
  planFromNoise,
  renderNoise,
  scoreAtOnce
} from "./shared.execute.draw.js";
import {
  createFinder,
  dropReasoning,
  keyOfCase
} from "./shared.checks.any-expected.js";
import {
  scoringRevision
} from "./shared.version.js";
import {
  renderJsonLine
} from "./shared.text.json-line.js";
import {
  readResult
} from "./shared.run.result-codec.js";
import {
  escapeJson
} from "./shared.text.unseen.js";
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

// src/outputs/needed.ts
function describeNeeded(find, key) {
  const { prompt, row } = find(key);
  const isBase = key.arm === "base";
  const { variables, messages } = (isBase ? row.base : row.candidate) ?? row.scoring;
  return {
    side: isBase ? "baseline" : "candidate",
    suite: key.suite,
    prompt: asSupplied(prompt, key).prompt,
    case: key.case,
    sample: key.sample,
    row: { ...variables, ...messages !== null && { messages } }
  };
}
function asSupplied({ base, candidate }, key) {
  const side = key.arm === "base" ? base : candidate;
  return { ...key, prompt: side?.id ?? key.prompt };
}
function renderNeeded(needed) {
  return needed.map((one) => renderJsonLine(one)).join("");
}

// src/baseline/stored-baseline.ts
import { createHash } from "node:crypto";
function baselineFolder(configPath, suite) {
  const slug = suite.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 40);
  return `${slug === "" ? "suite" : slug}-${contentHash([configPath, suite]).slice(0, 8)}`;
}
function renderBaseline(baseline) {
  const files = [["scores.jsonl", renderLines(baseline.scores)]];
  if (baseline.outputs.length > 0) files.push(["outputs.jsonl", renderLines(baseline.outputs)]);
  const hashes = Object.fromEntries(files.map(([name, text2]) => [name, hashText(text2)]));
  const manifest = { ...baseline.manifest, files: hashes };
  const text = `${escapeJson(writeJson({ ...manifest, digest: hashManifest(manifest) }, 2))}
`;
  return new Map([["manifest.json", text], ...files]);
}
function renderLines(records) {
  const rank = (record) => [record.prompt, record.case, String(record.sample).padStart(6, "0"), "metric" in record ? record.metric : ""].join(
    "\0"
  );
  return records.map((record) => ({ rank: rank(record), line: renderJsonLine(record) })).sort((a, b) => a.rank < b.rank ? -1 : 1).map(({ line }) => line).join("");
}
function renderChangelogLine({ manifest }, who, reason) {
  const { commit, date, means, costMicroUsd, toolVersion, scoringRevision: scoringRevision2, previous } = manifest;
  const versions = Object.fromEntries(Object.entries(manifest.prompts).map(([id, prompt]) => [id, prompt.version]));
  const by = { toolVersion, scoringRevision: scoringRevision2 };
  return renderJsonLine({ commit, date, who, reason, versions, means, costMicroUsd, ...by, previous });
}
function hashManifest(manifest) {
  return hashText(canonicalJson(manifest));
}
function hashText(text) {
  return createHash("sha256").update(text).digest("hex");
}

// src/baseline/parse-baseline.ts
function parseBaseline(folder, files) {
  const manifest = files.get("manifest.json");
  const beside = ["scores.jsonl", "outputs.jsonl"].find((name) => files.has(name));
  if (manifest === void 0 && beside === void 0) return null;
  if (manifest === void 0) throw broken(`${folder}/manifest.json`, null, `is missing, although ${beside} is there.`);
  const { files: hashes, ...facts } = parseManifest(`${folder}/manifest.json`, manifest);
  const baseline = {
    manifest: facts,
    scores: parseLines(`${folder}/scores.jsonl`, files.get("scores.jsonl") ?? "", "metric"),
    outputs: parseLines(`${folder}/outputs.jsonl`, files.get("outputs.jsonl") ?? "", "result")
  };
  for (const [name, hash] of Object.entries(hashes ?? {})) {
    const text = files.get(name);
    const where = `${folder}/${name}`;
    if (text === void 0) throw broken(where, null, "is missing, although the manifest beside it names it.");
    if (hashText(text) !== hash)
      throw broken(where, null, "is not as the manifest beside it says: it was edited by hand, or cut off.");
  }
  return baseline;
}
function parseManifest(path, text) {
  if (!text.trimEnd().endsWith("}")) throw broken(path, null, "ends in the middle: it was cut off.");
  const value = parseJson(text);
  if (value === void 0) throw broken(path, null, "is no JSON.");
  if (isJsonObject(value) && Number(value.schemaVersion) > 2) {
    const hint = "Update Prompt Assay here, or re-baseline main with this version on another branch (baseline.branch).";
    throw UserError.of("the stored baseline was written by a newer version.", hint, { path, line: 1, column: null });
  }
  if (!isJsonObject(value) || !isWhole(value)) throw broken(path, 1, damaged);
  const { digest, ...manifest } = value;
  if (manifest.schemaVersion > 1 && hashManifest(manifest) !== digest)
    throw broken(path, null, "is not as it was written: it was edited by hand.");
  return manifest;
}
function isWhole(value) {
  return (value.schemaVersion === 1 || value.schemaVersion === 2) && ["toolVersion", "configPath", "suite", "commit", "date", "contentKey"].every(
    (key) => typeof value[key] === "string"
  ) && ["prompts", "metrics", "rows", "means"].every((key) => isJsonObject(value[key])) && Number.isInteger(value.samples) && !Number.isNaN(Date.parse(String(value.date)));
}
function parseLines(path, text, member) {
  const holds = (value) => member === "result" ? readResult(value) !== null : value !== void 0;
  return text.split("\n").flatMap((line, index) => {
    if (line === "") return [];
    const value = parseJson(line);
    const whole = isJsonObject(value) && ["prompt", "case", "key"].every((key) => typeof value[key] === "string") && Number.isInteger(value.sample) && holds(value[member]);
    if (!whole) throw broken(path, index + 1, damaged);
    return [value];
  });
}
var damaged = "the stored baseline is damaged here.";
function broken(path, line, message) {
  const hint = "Restore the file from the history of the baseline branch, or delete the suite's folder there and re-baseline main.";
  return UserError.of(message, hint, { path, line, column: null });
}

// src/read/read-baseline.ts
async function readBaseline(store, branch, folder) {
  const { files } = await store.read(branch, folder);
  const inFolder = [...files].map(([path, text]) => [path.slice(folder.length + 1), text]);
  return parseBaseline(folder, new Map(inFolder));
}

// src/execute/supplied-driver.ts
var NeededError = class extends UserError {
  name = "NeededError";
  why;
  needed;
  constructor(why, needed) {
    const hint = "Make them, add them to the files, and run this again.";
    super(UserError.of(explain(needed), hint).problems);
    this.why = why;
    this.needed = needed;
  }
};
function createSuppliedDriver(suites, ledger, supply, clock, driver) {
  const find = createFinder(suites);
  const answeredAtMs = clock.nowMs();
  return {
    carryOut: async (work) => {
      if (work.do !== "draw") return driver.carryOut(work);
      const needed = [];
      for (const key of work.keys) {
        const { prompt, row } = find(key);
        const result = supply.find(asSupplied(prompt, key));
        if (result === null) {
          needed.push(describeNeeded(find, key));
          continue;
        }
        const record = {
          ...keyOf(key),
          request: keyOfCase(prompt, row, key.arm),
          result: prompt.reasoning === "drop" ? dropReasoning(result) : result,
          source: "supplied",
          answeredAtMs,
          redraws: 0
        };
        ledger.append({ kind: "sample", record });
        scoreAtOnce(prompt, row, record, ledger);
      }
      if (needed.length > 0) throw new NeededError(work.why, needed);
    }
  };
}
function explain(needed) {
  const base = needed.filter(({ side }) => side === "baseline").length;
  const parts = [
    ...base > 0 ? [`${base} of the base side`] : [],
    ...needed.length > base ? [`${needed.length - base} of the candidate's`] : []
  ];
  const [first] = needed;
  const example = first === void 0 ? "" : ` (the first: suite ${first.suite}, case ${first.case}, sample ${first.sample})`;
  const what = needed.length === 1 ? "1 output is missing" : `${needed.length} outputs are missing`;
  return `${what}: ${parts.join(", ")}${example}.`;
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

export {
  baselineFolder,
  renderBaseline,
  renderChangelogLine,
  hashManifest,
  summariseNoise,
  quoteNoise,
  readBaseline,
  describeNeeded,
  asSupplied,
  renderNeeded,
  NeededError,
  createSuppliedDriver
};
