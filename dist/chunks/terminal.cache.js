import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  clearCache,
  measureCache,
  ownPlace
} from "./shared.adapters.files.cache-upkeep.js";
import {
  openLocalGit
} from "./shared.adapters.git.branch-store.js";
import "./shared.adapters.files.response-cache.js";
import "./shared.text.append-lines.js";
import {
  count
} from "./shared.text.prose.js";
import "./shared.text.unseen.js";
import "./shared.json-writer.js";
import {
  UserError,
  asError
} from "./shared.errors.js";

// src/terminal/cache.ts
var cache = {
  name: "cache",
  usage: "[clear]",
  about: `Says where this clone keeps the answers of earlier runs, how many they are and how much room they take. "clear" removes
them: the next run asks again.`,
  flags: { json: { help: "print the result as JSON" } },
  positionals: ["clear"],
  run: lookAfterCache,
  buildFailure: (errors) => ({ path: null, entries: 0, bytes: 0, cleared: false, errors })
};
async function lookAfterCache(_flags, [word], io) {
  if (word !== void 0 && word !== "clear") throw UserError.of(`"${word}" is no part of cache.`, 'Write "clear".');
  const isCleared = word === "clear";
  const git = await openLocalGit(io.cwd);
  const { folder: path } = ownPlace(git);
  const work = isCleared ? clearCache(path) : measureCache(path);
  const size = await work.catch((cause) => {
    const where = { path, line: null, column: null };
    throw UserError.of(`${asError(cause).message}.`, "Mend its permissions, or remove it by hand.", where, { cause });
  });
  const megabytes = (size.bytes / 1e6).toFixed(1);
  const sum = `${count(size.entries, "entry", "entries")}, ${megabytes} MB`;
  return {
    document: { path, ...size, cleared: isCleared, errors: [] },
    text: `${path}
${isCleared ? `removed ${sum}` : sum}
`,
    exitCode: 0
  };
}
export {
  cache
};
