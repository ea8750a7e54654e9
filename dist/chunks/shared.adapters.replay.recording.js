import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readResult
} from "./shared.run.result-codec.js";
import {
  renderJsonLine
} from "./shared.text.json-line.js";
import {
  unknownRate
} from "./shared.ports.js";
import {
  contentHash,
  isJsonObject,
  parseJson
} from "./shared.json-writer.js";
import {
  UserError,
  buildProblem
} from "./shared.errors.js";

// src/adapters/replay/recording.ts
function lineOf({ key, owner, purpose }) {
  return {
    key,
    owner: owner === null ? null : contentHash([owner.suite, owner.prompt, owner.case]).slice(0, 12),
    purpose
  };
}
function keyOfLine({ key, owner }) {
  return owner === null ? key : `${key} ${owner}`;
}
function findRecorded(recording, call) {
  const own = recording.get(keyOfLine(lineOf(call)))?.samples.get(call.sample);
  return own ?? recording.get(call.key)?.samples.get(call.sample);
}
function parseRecording(file) {
  const problems = [];
  const recording = /* @__PURE__ */ new Map();
  for (const [index, text] of file.text.split("\n").entries()) {
    if (text.trim() === "") continue;
    const where = { path: file.path, line: index + 1, column: null };
    const line = parseLine(text);
    if (line === null) problems.push(buildProblem("is not a line of a recording.", "Record it again.", where));
    else if (recording.has(keyOfLine(line))) {
      problems.push(buildProblem(`has the key ${keyOfLine(line)} again.`, "Keep one.", where));
    } else recording.set(keyOfLine(line), line);
  }
  if (problems.length > 0) throw new UserError(problems);
  return recording;
}
function renderRecording(recording) {
  const keys = [...recording.keys()].sort();
  return keys.map((key) => {
    const { samples, owner, ...line } = recording.get(key);
    const length = Math.max(-1, ...samples.keys()) + 1;
    const results = Array.from({ length }, (_, sample) => samples.get(sample) ?? null);
    return renderJsonLine({ ...line, ...owner === null ? {} : { owner }, samples: results });
  }).join("");
}
function parseLine(text) {
  const line = parseJson(text);
  if (!isJsonObject(line) || typeof line.key !== "string" || !Array.isArray(line.samples)) return null;
  const { purpose, owner = null } = line;
  if (owner !== null && typeof owner !== "string") return null;
  if (purpose !== "generate" && purpose !== "judge") return null;
  const results = line.samples;
  const samples = /* @__PURE__ */ new Map();
  for (const [sample, value] of results.entries()) {
    const result = readResult(value);
    if (value !== null && (result === null || result.status === "unavailable")) return null;
    if (result !== null) samples.set(sample, result);
  }
  return { key: line.key, owner, purpose, samples };
}

// src/adapters/replay/replay-model.ts
function createReplayModel(file) {
  const recording = parseRecording(file);
  return {
    endpoint: async () => "a recording",
    async attempt(call) {
      const result = findRecorded(recording, call);
      if (result === void 0) throw notRecorded(file.path, call);
      return repeat(result);
    }
  };
}
function createRecorder(earlier) {
  const recording = new Map(earlier === null ? [] : parseRecording(earlier));
  return {
    wrap: (inner) => ({
      endpoint: () => inner.endpoint(),
      async attempt(call, signal) {
        const known = findRecorded(recording, call);
        if (known !== void 0) return repeat(known);
        const attempt = await inner.attempt(call, signal);
        const { result } = attempt;
        if (result.status !== "unavailable") {
          const line = lineOf(call);
          const samples = new Map(recording.get(keyOfLine(line))?.samples).set(call.sample, result);
          recording.set(keyOfLine(line), { ...line, samples });
        }
        return attempt;
      }
    }),
    records: () => renderRecording(recording)
  };
}
function repeat(result) {
  return { result, again: "never", rate: unknownRate };
}
function notRecorded(path, call) {
  const what = call.purpose === "judge" ? "judgement" : `answer for the ${call.arm} arm`;
  return UserError.of(
    `has no recorded ${what}: key ${call.key.slice(0, 12)}, sample ${call.sample}, model "${call.request.model}".`,
    'Record it: run the same command with "record" in place of "replay".',
    { path, line: null, column: null }
  );
}

export {
  createReplayModel,
  createRecorder
};
