import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  createTerminalLog
} from "./shared.report.progress.progress-line.js";
import {
  openAnswers,
  openOwnNoise,
  ownPlace
} from "./shared.adapters.files.cache-upkeep.js";
import {
  openLocalGit
} from "./shared.adapters.git.branch-store.js";
import {
  createFileSpool,
  createModelOpener
} from "./shared.adapters.files.spool.js";
import {
  listFlag,
  textFlag
} from "./shared.terminal.command.js";
import {
  defaultBaseUrl,
  isLoopback
} from "./shared.config.base-url.js";
import {
  createRecorder,
  createReplayModel
} from "./shared.adapters.replay.recording.js";
import {
  readRecording,
  readRecordingIfThere
} from "./shared.adapters.files.read-recording.js";
import {
  revealText
} from "./shared.report.escape.js";
import {
  isJsonObject,
  parseJson
} from "./shared.json-writer.js";
import {
  UserError,
  asError
} from "./shared.errors.js";

// src/terminal/local-world.ts
import { rename, writeFile } from "node:fs/promises";

// src/terminal/allowed-hosts.ts
import { appendFile, mkdir, readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
function createHostGuard({ baseUrl, allowedHosts }, git, io) {
  const hosts = /* @__PURE__ */ new Set([
    ...allowedHosts.map((host) => parseHost("--allow-host", host)),
    ...listed(io.env.PROMPT_ASSAY_ALLOW_HOSTS).map((host) => parseHost("PROMPT_ASSAY_ALLOW_HOSTS", host))
  ]);
  const urls = [defaultBaseUrl, baseUrl, io.env.OPENAI_BASE_URL ?? null].filter((url) => url !== null);
  const origins = new Set(urls.filter((url) => URL.canParse(url)).map((url) => new URL(url).origin));
  return async (endpoint) => {
    const url = new URL(endpoint.baseUrl);
    if (isLoopback(url) || origins.has(url.origin) || hosts.has(url.host)) return;
    const memory = { path: memoryPath(io.env), remote: await git.readOrigin() };
    if (await isRemembered(memory, url.host)) return;
    await ask(endpoint, url, memory, io);
    hosts.add(url.host);
  };
}
async function ask({ keyVariable }, url, memory, io) {
  const withKey = keyVariable === null ? "" : `, with ${keyVariable} as the key`;
  const message = `The config of this repository sends requests to ${url.origin}${withKey}.`;
  const question = `${revealText(message)}
Allow ${url.host}${memory.remote === null ? "" : " from now on"}? [y/N] `;
  const answer = io.ask === null ? "" : await io.ask(question);
  if (!/^y(es)?$/i.test(answer.trim())) {
    const hint = `If you trust that host, allow it with --allow-host ${url.host}, or in PROMPT_ASSAY_ALLOW_HOSTS.`;
    throw UserError.of(message, hint);
  }
  await remember(memory, url.host, io);
}
function listed(text) {
  return (text ?? "").split(",").filter((part) => part.trim() !== "");
}
function parseHost(name, text) {
  const url = `https://${text.trim()}`;
  const host = URL.canParse(url) ? new URL(url).host : "";
  if (host === "" || new URL(url).href !== `https://${host}/`)
    throw UserError.of(`${name} is not a host.`, "Give a host such as models.example or models.example:8000.");
  return host;
}
function memoryPath(env) {
  const named = env.XDG_CONFIG_HOME ?? "";
  const folder = isAbsolute(named) ? named : join(env.HOME || homedir(), ".config");
  return join(folder, "prompt-assay", "allowed-hosts.jsonl");
}
async function isRemembered({ path, remote }, host) {
  if (remote === null) return false;
  const text = await readFile(path, "utf8").catch(() => "");
  return text.split("\n").some((line) => {
    const entry = parseJson(line);
    return isJsonObject(entry) && entry.remote === remote && entry.host === host;
  });
}
async function remember({ path, remote }, host, io) {
  if (remote === null) return;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 448 });
    await appendFile(path, `${JSON.stringify({ remote, host })}
`, { mode: 384 });
  } catch (error) {
    io.err(`warning: the answer is not kept: ${asError(error).message}
`);
  }
}

// src/terminal/local-world.ts
async function inLocalWorld(flags, io, keeps, work) {
  const git = await openLocalGit(io.cwd);
  const world = await openLocalWorld(
    git,
    {
      baseUrl: textFlag(flags, "base-url"),
      allowedHosts: listFlag(flags, "allow-host"),
      replay: textFlag(flags, "replay"),
      record: textFlag(flags, "record"),
      cache: choosePlace(flags, git, keeps)
    },
    io
  );
  try {
    return await work(world, git);
  } finally {
    await world.finish();
    await git.close();
  }
}
function choosePlace(flags, git, keeps) {
  const folder = textFlag(flags, "cache");
  if (flags["no-cache"] === true) return null;
  if (folder !== null) return { folder, isOwn: false };
  const isRecorded = flags.replay !== void 0 || flags.record !== void 0;
  return keeps === "nothing" || isRecorded ? null : ownPlace(git);
}
async function openLocalWorld(git, flags, io) {
  if (flags.replay !== null && flags.record !== null) {
    throw UserError.of("--replay and --record exclude each other.", "Give one of them.");
  }
  const log = createTerminalLog(io);
  const replay = flags.replay === null ? null : createReplayModel(await readRecording(flags.replay));
  const recorder = flags.record === null ? null : createRecorder(await readRecordingIfThere(flags.record));
  const save = async () => {
    if (recorder !== null && flags.record !== null) await writeWhole(flags.record, recorder.records());
  };
  const answers = openAnswers(flags.cache, log);
  const caller = { baseUrl: flags.baseUrl, apiKey: null, env: io.env };
  const admit = createHostGuard(flags, git, io);
  const openEndpoint = createModelOpener({ caller, log, admit });
  await save();
  return {
    repository: git,
    baselines: git.branchStore,
    noise: openOwnNoise(git),
    openCache: answers.open,
    log,
    clock: { nowMs: () => Date.now() },
    signal: io.signal,
    openSpool: createFileSpool,
    openModel: async (role, models) => {
      const model = replay ?? await openEndpoint(role, models);
      return recorder === null ? model : recorder.wrap(model);
    },
    finish: async () => {
      await save();
      await answers.tidy();
    }
  };
}
async function writeWhole(path, text) {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, text);
    await rename(temporary, path);
  } catch (cause) {
    const where = { path, line: null, column: null };
    throw UserError.of(`cannot be written: ${asError(cause).message}.`, "Name another file.", where, { cause });
  }
}

export {
  inLocalWorld,
  openLocalWorld
};
