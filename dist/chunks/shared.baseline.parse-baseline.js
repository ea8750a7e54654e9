import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  createLocalDriver,
  keyOf,
  measureRepeats,
  planFromNoise,
  renderNoise,
  scoreAtOnce
} from "./shared.execute.draw.js";
import {
  createFinder,
  dropReasoning,
  findDeadSuites,
  findMissingFiles,
  isForOutputs,
  isNamedAsOrigin,
  isPromptContent,
  isPromptPath,
  isSameName,
  isSameText,
  isTouched,
  keyOfCase,
  listChangedPaths,
  loadSuites,
  pairPrompts,
  parseOnce,
  readOneSide,
  readSides,
  resolveLink,
  selectSuites,
  sharesLines,
  standsAlone
} from "./shared.checks.any-expected.js";
import {
  buildMatcher,
  defaultDialect,
  listDependencies,
  readFiles,
  readIncluded,
  selectPaths
} from "./shared.checks.pattern.js";
import {
  scoringRevision
} from "./shared.version.js";
import {
  quoteName
} from "./shared.text.problems.js";
import {
  renderJsonLine
} from "./shared.text.json-line.js";
import {
  readResult
} from "./shared.run.result-codec.js";
import {
  decodeSourceFile
} from "./shared.text.source-file.js";
import {
  inCode
} from "./shared.text.prose.js";
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

// src/read/lost-prompts.ts
var maxRead = 100;
async function followLostPrompts(repository, base, candidate, selections) {
  const isGone = (path) => !candidate.tree.entries.has(path);
  const losing = selections.filter(({ mayGate, basePrompts }) => mayGate && basePrompts.some(isGone));
  if (losing.length === 0) return selections;
  const pairings = await Promise.all(
    losing.map(async (selection) => {
      const before = await readPrompts(repository, base.tree, selection.basePrompts);
      const after = await readPrompts(repository, candidate.tree, selection.candidatePrompts);
      return { selection, pairs: pairPrompts(before, after) };
    })
  );
  const lost = pairings.flatMap(
    ({ selection, pairs }) => pairs.flatMap(({ change, base: prompt }) => change === "deleted" ? [{ selection, prompt }] : [])
  );
  if (lost.length === 0) return selections;
  const gated = selectPaths(
    candidate.tree,
    candidate.suites.flatMap(({ prompts: prompts2 }) => prompts2)
  );
  const prompts = await readPrompts(repository, candidate.tree, gated);
  const wasGated = buildMatcher(base.suites.flatMap(({ prompts: globs }) => globs));
  const paired = new Set(pairings.flatMap(({ pairs }) => pairs.map((pair) => (pair.base && pair.candidate)?.path)));
  const fresh = prompts.filter(({ path }) => !(wasGated(path) && base.tree.entries.has(path)) && !paired.has(path));
  const successors = findSuccessors(lost, prompts, fresh);
  const open = lost.filter((one) => !successors.has(one));
  const substitutes = await findSubstitutes(repository, base.tree, candidate, open, new Set(gated));
  return selections.map((selection) => {
    const followed = [...successors].flatMap(([one, found]) => one.selection === selection ? found : []);
    const missing = open.filter((one) => one.selection === selection);
    return addFindings(absorbed(selection, successors), candidate, followed, missing, substitutes);
  });
}
function findSuccessors(lost, prompts, fresh) {
  const found = /* @__PURE__ */ new Map();
  for (const holds of [isNamedAsOrigin, isSameName, isSameText]) {
    for (const one of lost) {
      if (found.has(one)) continue;
      const own = prompts.filter((prompt) => holds(one.prompt, prompt));
      if (own.length > 0) found.set(one, holds === isSameText ? own.slice(0, 1) : own);
    }
  }
  const taken = new Set([...found.values()].flat());
  const [from, to] = [lost.filter((one) => !found.has(one)), fresh.filter((prompt) => !taken.has(prompt))];
  if (from.length === 1 && to.length === 1) found.set(from[0], to);
  return found;
}
function absorbed(selection, successors) {
  const { suite, basePrompts } = selection;
  const origin = [...successors].find(([, found]) => found.some(({ path }) => path === suite.name));
  if (origin === void 0 || basePrompts.length > 0) return selection;
  const reason = `compared in suite ${origin[0].selection.suite.name}, whose prompt it continues`;
  return { ...selection, affected: false, reason };
}
function addFindings(selection, candidate, followed, missing, substitutes) {
  if (followed.length === 0 && missing.length === 0) return selection;
  const paths = followed.map(({ path }) => path);
  const read = [...paths, ...listDependencies(candidate, paths)];
  const hashOf = (path) => candidate.tree.entries.get(path)?.hash ?? null;
  const lost = missing.map((one) => [one.prompt.path, substitutes.get(one) ?? null]);
  return {
    ...selection,
    candidatePrompts: [.../* @__PURE__ */ new Set([...selection.candidatePrompts, ...paths])].sort(),
    lost: new Map(lost),
    contentKey: contentHash([selection.contentKey, read.map(hashOf), lost])
  };
}
async function findSubstitutes(repository, base, { tree }, lost, gated) {
  if (lost.length === 0) return /* @__PURE__ */ new Map();
  const added = [...tree.entries.values()].filter(({ path }) => !base.entries.has(path));
  const isKnown = added.find(
    ({ path, mode }) => gated.has(path) || isPromptPath(path) || mode === "120000" || mode === "160000"
  );
  if (isKnown !== void 0) return new Map(lost.map((one) => [one, isKnown.path]));
  if (added.length > maxRead) return new Map(lost.map((one) => [one, `one of ${added.length} new files`]));
  const blobs = await repository.readBlobs([...new Set(added.map(({ hash }) => hash))]);
  const files = added.flatMap(({ path, hash }) => decodeQuietly(path, blobs.get(hash)));
  const prompt = files.find(isPromptContent);
  return new Map(
    lost.flatMap((one) => {
      const file = prompt ?? files.find(({ text }) => sharesLines(one.prompt, text));
      return file === void 0 ? [] : [[one, file.path]];
    })
  );
}
function decodeQuietly(path, bytes) {
  try {
    return bytes === void 0 ? [] : [decodeSourceFile(path, bytes)];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [];
  }
}
async function readPrompts(repository, tree, paths) {
  const read = await Promise.all(
    paths.map(async (path) => {
      try {
        const files = [...(await readFiles(repository, tree, [path])).values()];
        const included = await readIncluded(repository, tree, files);
        return files.map((file) => parseOnce(file, defaultDialect, included));
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        return [];
      }
    })
  );
  return read.flat();
}

// src/read/select-change.ts
var maxListed = 10;
async function selectChange(repository, request) {
  const { sides, selections: living } = await selectLiving(repository, await readSides(repository, request));
  const selections = await followLostPrompts(repository, sides.base, sides.candidate, living);
  const gated = await isNothingGated(repository, sides, selections) ? [] : selections;
  const notices = [
    ...sides.notices,
    ...explainDropped(gated),
    ...gated.length === 0 && sides.brokenBase === null ? [explainUngated(sides)] : []
  ];
  return { sides: { ...sides, notices }, selections: gated };
}
async function selectLiving(repository, sides) {
  const dead = await findUntouchedDead(repository, sides);
  const selected = selectSuites(sides.base, sides.candidate, sides.config, sides.decidingTree);
  const notices = dead.map(({ suite, reason }) => `suite ${quoteName(suite.name)} gates nothing: ${reason}`);
  return {
    sides: { ...sides, notices: [...sides.notices, ...notices] },
    selections: markDead(sides, selected, dead)
  };
}
async function findUntouchedDead(repository, { base, candidate }) {
  const dead = findDeadSuites(candidate);
  if (dead.length === 0) return [];
  const changed = listChangedPaths(base.tree, candidate.tree);
  const before = new Map(base.suites.map((suite) => [suite.name, suite]));
  const judged = await Promise.all(
    dead.map(async (one) => {
      const target = one.link === null ? null : await readTarget(repository, candidate.tree, one.link);
      return { one, touched: isTouched(one, before.get(one.suite.name) ?? null, changed, target) };
    })
  );
  const problems = judged.flatMap(
    ({ one: { suite, reason }, touched }) => touched ? UserError.of(`suite ${quoteName(suite.name)} gates nothing: ${reason}.`, deadHint, suite.where).problems : []
  );
  if (problems.length > 0) throw new UserError([...problems, ...await findVainNames(repository, candidate)]);
  return judged.map(({ one }) => one);
}
async function findVainNames(repository, { tree, config }) {
  if (config === null) return [];
  const files = await readFiles(repository, tree, [config.path]);
  return [...files.values()].flatMap((file) => findMissingFiles(file, tree));
}
var deadHint = "Correct its section (paths are relative to the config), commit the files themselves, or take the suite out.";
async function readTarget(repository, tree, path) {
  const entry = tree.entries.get(path);
  if (entry?.mode !== "120000") return null;
  const bytes = (await repository.readBlobs([entry.hash])).get(entry.hash);
  return resolveLink(path, new TextDecoder().decode(bytes));
}
function markDead({ base, candidate }, selections, dead) {
  const after = new Map(dead.map((one) => [one.suite.name, one]));
  const written = new Set(base.config?.suites.map(({ name }) => name));
  const own = { ...base, suites: base.suites.filter(({ name }) => written.has(name)) };
  const before = new Map(findDeadSuites(own).map((one) => [one.suite.name, one.reason]));
  const alive = new Set(candidate.suites.map(({ name }) => name));
  return selections.map((selection) => {
    const { name } = selection.suite;
    const dying = after.get(name);
    if (dying !== void 0) return { ...selection, affected: false, reason: `it gates nothing: ${dying.reason}` };
    return { ...selection, wasDead: alive.has(name) ? before.get(name) ?? null : null };
  });
}
async function isNothingGated(repository, { base, candidate }, selections) {
  if (base.config !== null || candidate.config !== null || selections.some(({ affected }) => affected)) return false;
  for (let at = 0, count = 4; at < selections.length; at += count, count *= 4) {
    const some = selections.slice(at, at + count);
    const alone = await Promise.all(some.map(({ suite }) => standsAlone(repository, candidate.tree, suite.name, true)));
    if (alone.includes(true)) return false;
  }
  return true;
}
function explainUngated({ candidate }) {
  const paths = [...candidate.tree.entries.keys()].filter(isPromptPath).sort();
  const rest = paths.length - maxListed;
  const seen = `${paths.slice(0, maxListed).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
  const what = paths.length === 0 ? "no file here looks like a prompt" : `${paths.length} ${paths.length === 1 ? "file looks" : "files look"} like a prompt: ${seen}`;
  return `${what}. To gate one, write prompt-assay.yml with a suite for it, or put testData and evaluators into a *.prompt.yml`;
}
function explainDropped(selections) {
  const paths = [...new Set(selections.flatMap(({ mayGate, dropped }) => mayGate ? dropped : []))].sort();
  const rest = paths.length - maxListed;
  return [
    ...paths.slice(0, maxListed).map((path) => `from this merge on ${inCode(path)} is not gated: no suite matches it`),
    ...rest > 0 ? [`from this merge on ${rest} more prompts are not gated`] : []
  ];
}

// src/pipeline/origin.ts
var askedModels = {
  draws: true,
  selectChange: ({ repository }, request) => selectChange(repository, request),
  selectTree: async ({ repository }, { tree, label, configPath }) => {
    const sides = await readOneSide(repository, tree, label, configPath);
    const selections = selectSuites(sides.base, sides.candidate);
    return { sides, selections: selections.filter(({ suite }) => !isForOutputs(suite)) };
  },
  load: ({ repository }, selections, sides, caseLimit) => loadSuites(repository, selections, sides, caseLimit),
  openDriver: async (_world, suites, _sides, ledger, context) => createLocalDriver(suites, ledger, context),
  identifyLook: async () => null,
  note: null,
  countStored: async (_world, _sides, { config: { baseline } }) => baseline.samples
};

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
  selectLiving,
  askedModels,
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
