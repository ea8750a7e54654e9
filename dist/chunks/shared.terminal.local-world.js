import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  openLocalGit
} from "./shared.adapters.git.branch-store.js";
import {
  textFlag
} from "./shared.terminal.command.js";
import {
  createFileCache,
  openEndpoint
} from "./shared.adapters.files.response-cache.js";
import {
  revealText
} from "./shared.report.escape.js";
import {
  createRecorder,
  createReplayModel
} from "./shared.adapters.replay.recording.js";
import {
  readRecording,
  readRecordingIfThere
} from "./shared.adapters.files.read-recording.js";
import {
  UserError,
  asError
} from "./shared.errors.js";

// src/terminal/local-world.ts
import { rename, writeFile } from "node:fs/promises";
var modelOptions = {
  config: { type: "string" },
  "base-url": { type: "string" },
  fresh: { type: "boolean" },
  cache: { type: "string" },
  replay: { type: "string" },
  record: { type: "string" }
};
async function inLocalWorld(flags, io, work) {
  const git = await openLocalGit(io.cwd);
  const world = await openLocalWorld(
    git,
    {
      baseUrl: textFlag(flags, "base-url"),
      replay: textFlag(flags, "replay"),
      record: textFlag(flags, "record"),
      cache: textFlag(flags, "cache")
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
  await save();
  return {
    repository: git,
    baselines: git.branchStore,
    cache: flags.cache === null ? null : createFileCache(flags.cache, log),
    log,
    clock: { nowMs: () => Date.now() },
    signal: io.signal,
    openModel: async (settings) => {
      const model = replay ?? await openEndpoint(settings, { baseUrl: flags.baseUrl, apiKey: null, env: io.env });
      return recorder === null ? model : recorder.wrap(model);
    },
    finish: save
  };
}
function createTerminalLog(io) {
  let lastMs = 0;
  return {
    info: (message) => io.err(`${revealText(message)}
`),
    warn: (message) => io.err(`warning: ${revealText(message)}
`),
    progress: (label, done, total) => {
      const nowMs = Date.now();
      if (done < total && nowMs - lastMs < 200) return;
      lastMs = nowMs;
      if (io.colour) io.err(`\r${label} ${done}/${total}${done === total ? "\n" : ""}`);
      else if (done === total) io.err(`${label} ${done}/${total}
`);
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
  modelOptions,
  inLocalWorld,
  openLocalWorld
};
