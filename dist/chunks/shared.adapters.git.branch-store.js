import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  appendLines
} from "./shared.text.append-lines.js";
import {
  ReadFault,
  UserError
} from "./shared.errors.js";

// src/adapters/git/branch-store.ts
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

// src/adapters/git/run-git.ts
import { spawn } from "node:child_process";
var settings = ["core.hooksPath=/dev/null", "core.fsmonitor=false", "core.safecrlf=false", "core.quotePath=false"];
function createGit(folder, own = {}) {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"));
  const clean = {
    ...Object.fromEntries(inherited),
    LC_ALL: "C",
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
    // What a partial clone lacks is not fetched: no protocol has this name, also for a git that does not know the other variable.
    GIT_ALLOW_PROTOCOL: "none",
    GIT_NO_LAZY_FETCH: "1",
    // Histories are as they were committed: no grafts, as there are no replacements.
    GIT_GRAFT_FILE: "/dev/null",
    ...own
  };
  const options = settings.flatMap((setting) => ["-c", setting]);
  return (args, { input, env } = {}) => new Promise((resolve2, reject) => {
    const child = spawn("git", ["--no-pager", "--no-replace-objects", ...options, ...args], {
      cwd: folder,
      env: { ...clean, ...env },
      stdio: ["pipe", "pipe", "pipe"],
      windowsHide: true
    });
    const stdout = [];
    const stderr = [];
    child.stdout.on("data", (chunk) => stdout.push(chunk));
    child.stderr.on("data", (chunk) => stderr.push(chunk));
    child.on("error", (cause) => reject(explainStart(cause, folder)));
    child.on("close", (code) => {
      resolve2({ code: code ?? -1, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString("utf8") });
    });
    child.stdin.on("error", () => {
    });
    child.stdin.end(input);
  });
}
var ownIdentity = {
  GIT_AUTHOR_NAME: "Prompt Assay",
  GIT_AUTHOR_EMAIL: "prompt-assay@localhost",
  GIT_COMMITTER_NAME: "Prompt Assay",
  GIT_COMMITTER_EMAIL: "prompt-assay@localhost"
};
async function requireGit(git, args, run) {
  const result = await git(args, run);
  if (result.code !== 0) throw explainResult(args, result);
  return result.stdout;
}
async function requireLine(git, args, run) {
  return (await requireGit(git, args, run)).toString("utf8").trimEnd();
}
var fetchHint = "Fetch the whole history: `git fetch --unshallow`, or `fetch-depth: 0` for actions/checkout; in a partial clone `git fetch --refetch --no-filter`.";
function explainResult(args, { code, stderr }) {
  const said = stderr.replace(/[\p{Cc}\s]+/gu, " ").trim();
  if (/dubious ownership/.test(said)) {
    return ReadFault.of(
      "Git refuses this repository, because its folder belongs to another user.",
      'If you trust it, run `git config --global --add safe.directory "$PWD"`.'
    );
  }
  if (/not a git repository/.test(said)) {
    return ReadFault.of("This folder is not in a git repository.", "Run the command inside a clone.");
  }
  if (/promisor remote/.test(said)) {
    return ReadFault.of(
      "This partial clone lacks files that are needed.",
      "Fetch them: `git fetch --refetch --no-filter`."
    );
  }
  const isMissing = /unable to read|could not read|not a tree object|bad object|missing/i.test(said);
  const hint = isMissing ? fetchHint : "See what git says and run again.";
  return ReadFault.of(`\`git ${args[0]}\` failed (${code}): ${said.slice(0, 500)}`, hint);
}
function explainStart(cause, folder) {
  if ("code" in cause && cause.code === "ENOENT") {
    return ReadFault.of("Git could not be started.", `Install git, and check that ${folder} exists.`, { cause });
  }
  return ReadFault.of(`Git could not be started: ${cause.message}.`, "Check the installation of git.", { cause });
}

// src/adapters/git/objects.ts
async function listTree(git, commit, treeish) {
  const listing2 = (await requireGit(git, ["ls-tree", "-r", "-z", "--full-tree", treeish])).toString("utf8");
  const entries = listing2.split("\0").filter((line) => line !== "");
  return { commit, entries: new Map(entries.map(parseEntry).map((entry) => [entry.path, entry])) };
}
function parseEntry(line) {
  const tab = line.indexOf("	");
  const [mode = "", , hash = ""] = line.slice(0, tab).split(" ");
  return { path: line.slice(tab + 1), mode, hash };
}
async function readObjects(git, hashes) {
  return requireAll(await readThere(git, [...new Set(hashes)]), hashes);
}
function createObjectReader(git) {
  let wanted = /* @__PURE__ */ new Set();
  let found = null;
  const gather = async () => {
    await new Promise(setImmediate);
    const hashes = [...wanted];
    wanted = /* @__PURE__ */ new Set();
    found = null;
    return readThere(await git(), hashes);
  };
  return async (hashes) => {
    if (hashes.length === 0) return /* @__PURE__ */ new Map();
    for (const hash of hashes) wanted.add(hash);
    found ??= gather();
    return requireAll(await found, hashes);
  };
}
async function readThere(git, hashes) {
  const blobs = /* @__PURE__ */ new Map();
  if (hashes.length === 0) return blobs;
  const answer = await requireGit(git, ["cat-file", "--batch"], { input: `${hashes.join("\n")}
` });
  let at = 0;
  for (const hash of hashes) {
    const end = answer.indexOf(10, at);
    const [, type, size] = answer.subarray(at, end).toString("latin1").split(" ");
    at = end + 1;
    if (end < 0 || size === void 0) continue;
    if (type === "blob") blobs.set(hash, answer.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return blobs;
}
function requireAll(blobs, hashes) {
  return new Map(
    hashes.map((hash) => {
      const bytes = blobs.get(hash);
      if (bytes === void 0) throw missing(hash);
      return [hash, bytes];
    })
  );
}
function missing(hash) {
  return ReadFault.of(`The file ${hash} is not in this clone.`, fetchHint);
}

// src/adapters/git/branch-store.ts
var maxTries = 30;
function createLocalBranchStore(git) {
  const [list, readBlobs] = [createLister(git), createObjectReader(async () => git)];
  return {
    read: (branch, folder) => readFolder(list, readBlobs, branch, folder),
    requireWritable: async (branch) => {
      await refuseCheckedOut(git, branch);
      return null;
    },
    write: (branch, folders, message, appends = /* @__PURE__ */ new Map()) => swapTip(git, branch, folders, message, appends)
  };
}
function createLister(git) {
  const underWay = /* @__PURE__ */ new Map();
  const look = async (branch) => {
    const tip = await readTip(git, branch);
    return tip === null ? null : listTree(git, tip, tip);
  };
  return (branch) => {
    const known = underWay.get(branch);
    if (known !== void 0) return known;
    const listing2 = look(branch).finally(() => underWay.delete(branch));
    underWay.set(branch, listing2);
    return listing2;
  };
}
async function readFolder(list, read, branch, folder) {
  const tree = await list(branch);
  if (tree === null) return { tip: null, files: /* @__PURE__ */ new Map() };
  return { tip: tree.commit, files: await readTexts(read, tree, (path) => isBelow(path, folder)) };
}
async function readTip(git, branch) {
  const name = `refs/heads/${branch}`;
  const lines = (await requireGit(git, ["for-each-ref", "--format=%(objectname) %(refname)", "--", name])).toString();
  const line = lines.split("\n").find((text) => text.endsWith(` ${name}`));
  return line?.slice(0, line.indexOf(" ")) ?? null;
}
function isBelow(path, folder) {
  return folder === "" || path.startsWith(`${folder}/`);
}
async function readTexts(read, tree, isWanted) {
  const entries = [...tree.entries.values()].filter(({ path }) => isWanted(path));
  const blobs = entries.length === 0 ? /* @__PURE__ */ new Map() : await read(entries.map(({ hash }) => hash));
  return new Map(entries.map(({ path, hash }) => [path, decodeText(path, blobs.get(hash))]));
}
function decodeText(path, bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    const where = { path, line: null, column: null };
    throw UserError.of("is not valid UTF-8.", "Remove it from the branch.", where, { cause });
  }
}
async function swapTip(git, branch, folders, message, appends) {
  await refuseCheckedOut(git, branch);
  for (let tries = 1; ; tries += 1) {
    const tip = await readTip(git, branch);
    const commit = await writeCommit(git, tip, folders, message, appends);
    const swap = ["update-ref", `refs/heads/${branch}`, commit, tip ?? "0".repeat(commit.length)];
    const result = await git(swap);
    if (result.code === 0) return commit;
    if (!/cannot lock ref/.test(result.stderr) || tries >= maxTries) throw explainResult(swap, result);
    await wait(Math.random() * Math.min(2e3, 50 * 2 ** tries));
  }
}
async function refuseCheckedOut(git, branch) {
  const listing2 = (await requireGit(git, ["worktree", "list", "--porcelain"])).toString("utf8");
  if (!listing2.split("\n").includes(`branch refs/heads/${branch}`)) return;
  throw UserError.of(
    `The branch \`${branch}\` is checked out; writing it would make its files look changed.`,
    "Check out another branch."
  );
}
async function writeCommit(git, tip, folders, message, appends) {
  const folder = await mkdtemp(join(tmpdir(), "prompt-assay-"));
  try {
    const env = { GIT_INDEX_FILE: join(folder, "index") };
    await requireGit(git, tip === null ? ["read-tree", "--empty"] : ["read-tree", tip], { env });
    const input = await buildIndexLines(git, tip, folders, appends);
    await requireGit(git, ["update-index", "-z", "--index-info"], { env, input });
    const tree = await requireLine(git, ["write-tree"], { env });
    if (tip !== null && tree === await requireLine(git, ["rev-parse", `${tip}^{tree}`])) return tip;
    const parents = tip === null ? [] : ["-p", tip];
    const signed = (await git(["var", "GIT_COMMITTER_IDENT"])).code === 0 ? {} : ownIdentity;
    const text = `${message}

[skip ci]
`;
    return await requireLine(git, ["commit-tree", tree, ...parents], { input: text, env: signed });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
async function buildIndexLines(git, tip, folders, appends) {
  const tree = tip === null ? null : await listTree(git, tip, tip);
  const known = [...tree?.entries.keys() ?? []];
  const old = tree === null ? /* @__PURE__ */ new Map() : await readTexts(
    (hashes) => readObjects(git, hashes),
    tree,
    (path) => appends.has(path)
  );
  const removed = known.filter((path) => [...folders.keys()].some((folder) => isBelow(path, folder)));
  const nothing = "0".repeat(tip?.length ?? 40);
  const lines = removed.map((path) => `0 ${nothing}	${path}\0`);
  const files = new Map([...appends].map(([path, text]) => [path, appendLines(old.get(path) ?? "", text)]));
  for (const [folder, content] of folders) {
    for (const [path, text] of content) files.set(folder === "" ? path : `${folder}/${path}`, text);
  }
  for (const [path, input] of files) {
    const hash = await requireLine(git, ["hash-object", "-w", "--no-filters", "--stdin"], { input });
    lines.push(`100644 ${hash}	${path}\0`);
  }
  return lines.join("");
}

// src/adapters/git/clone-places.ts
import { lstat, realpath } from "node:fs/promises";
import { dirname, join as join2, resolve } from "node:path";
var asked = [
  ...["rev-parse", "--is-bare-repository", "--show-prefix", "--show-toplevel", "--show-object-format"],
  // Seen from the folder: git before 2.31 has no word for absolute ones.
  ...["--git-common-dir", "--git-path", "index", "--git-path", "objects", "--git-path", "shallow"],
  ...["--git-path", "info/exclude"]
];
async function locateClone(folder) {
  const said = await createGit(folder)(asked);
  const lines = said.stdout.toString("utf8").split("\n");
  if (lines[0] === "true")
    throw UserError.of("This is a bare repository without files.", "Run the command inside a clone.");
  if (said.code !== 0) throw explainResult(asked, said);
  const at = await realpath(folder);
  const [, prefix = "", topLevel = "", objectFormat = "", ...paths] = lines;
  if (await findOwner(at) !== topLevel) {
    throw UserError.of(
      `The settings of this clone place its files elsewhere, in ${topLevel}.`,
      "Remove `core.worktree` from them."
    );
  }
  const [commonFolder = "", index = "", objects = "", shallow = "", exclude = ""] = paths.map(
    (path) => resolve(at, path)
  );
  return { topLevel, prefix, commonFolder, index, objects, shallow, exclude, objectFormat };
}
async function findOwner(folder) {
  for (let at = folder; ; at = dirname(at)) {
    const isOwner = await lstat(join2(at, ".git")).then(
      () => true,
      () => false
    );
    if (isOwner) return at;
    if (dirname(at) === at) return null;
  }
}

// src/adapters/git/refs.ts
var defaultRefs = ["origin/HEAD", "main", "master"];
async function resolveRef(git, ref) {
  const commit = await findCommit(git, ref);
  if (commit !== null) return commit;
  const isEmpty = await findCommit(git, "HEAD") === null;
  if (isEmpty) throw UserError.of("This repository has no commit yet.", "Commit something first.");
  throw UserError.of(
    `\`${ref}\` names no commit of this clone.`,
    await isShallow(git) ? deepen : "Check the name; fetch it first if it lives on the remote only."
  );
}
async function readMergeBase(git, base, head) {
  const asked2 = ["merge-base", base.commit, head.commit];
  const result = await git(asked2);
  if (result.code === 0) return result.stdout.toString("utf8").trimEnd();
  if (result.code !== 1) throw explainResult(asked2, result);
  throw UserError.of(
    `${base.name} and ${head.name} have no common ancestor in this clone.`,
    await isShallow(git) ? deepen : "Name a base that shares history: --base REF."
  );
}
async function readDefaultBase(git) {
  for (const name of defaultRefs) {
    const isThere = (await git(["rev-parse", "--verify", "--quiet", name])).code === 0;
    if (isThere) return { name, commit: await resolveRef(git, name) };
  }
  throw UserError.of(
    "There is no `origin/HEAD`, no `main` and no `master` to compare with.",
    "Name the base: --base REF."
  );
}
async function findCommit(git, ref) {
  if (ref === "" || ref.startsWith("-") || /[\p{Cc}]/u.test(ref)) return null;
  const { code, stdout } = await git(["rev-parse", "--verify", "--quiet", `${ref}^{commit}`]);
  return code === 0 ? stdout.toString("utf8").trimEnd() : null;
}
var deepen = "This clone is shallow: run `git fetch --unshallow`, or set `fetch-depth: 0` for actions/checkout.";
async function isShallow(git) {
  return await requireLine(git, ["rev-parse", "--is-shallow-repository"]) === "true";
}

// src/adapters/git/sealed-git.ts
import { copyFile, mkdir, mkdtemp as mkdtemp2, rm as rm2, writeFile } from "node:fs/promises";
import { homedir, tmpdir as tmpdir2 } from "node:os";
import { join as join3 } from "node:path";
var taken = [
  ...["autocrlf", "eol", "filemode", "symlinks", "ignorecase", "precomposeunicode", "trustctime", "checkstat"],
  ...["longpaths", "sparsecheckout"]
];
async function createSealedGit(clone, places) {
  const folder = await mkdtemp2(join3(tmpdir2(), "prompt-assay-"));
  for (const name of ["refs", "objects", "info"]) await mkdir(join3(folder, name));
  await writeFile(join3(folder, "HEAD"), "ref: refs/heads/none\n");
  await writeFile(join3(folder, "config"), renderConfig(places.objectFormat, await readSettings(clone)));
  await copyIfThere(places.shallow, join3(folder, "shallow"));
  await copyIfThere(places.exclude, join3(folder, "info", "exclude"));
  const own = {
    GIT_DIR: folder,
    GIT_ALTERNATE_OBJECT_DIRECTORIES: quoteAlternate(places.objects),
    // The user's own settings and attributes could start programs for what the clone's attributes name.
    HOME: folder,
    XDG_CONFIG_HOME: folder,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_ATTR_NOSYSTEM: "1"
  };
  const files = { ...own, GIT_WORK_TREE: places.topLevel, GIT_INDEX_FILE: join3(folder, "index") };
  return {
    git: createGit(folder, own),
    fileGit: createGit(places.topLevel, files),
    folder,
    remove: () => rm2(folder, { recursive: true, force: true })
  };
}
async function copyIfThere(from, to) {
  await copyFile(from, to).catch((error) => {
    if (error.code !== "ENOENT") throw error;
  });
}
async function readSettings(clone) {
  const [listed, ignoring] = await Promise.all([
    clone(["config", "-z", "--get-regexp", `^core\\.(${taken.join("|")})$`]),
    clone(["config", "--type=path", "--get", "core.excludesFile"])
  ]);
  const entries = listed.stdout.toString("utf8").split("\0").slice(0, -1);
  const settings2 = entries.map((entry) => {
    const [key = "", ...value] = entry.split("\n");
    return [key.slice("core.".length), value.length === 0 ? "true" : value.join("\n")];
  });
  const usual = join3(process.env.XDG_CONFIG_HOME || join3(homedir(), ".config"), "git", "ignore");
  return [...settings2, ["excludesFile", ignoring.stdout.toString("utf8").replace(/\n$/, "") || usual]];
}
function renderConfig(objectFormat, settings2) {
  const quote = (value) => `"${value.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n")}"`;
  const lines = settings2.map(([name, value]) => `${name} = ${quote(value)}
`);
  const [version, extensions] = objectFormat === "sha1" ? [0, ""] : [1, `[extensions]
objectFormat = ${objectFormat}
`];
  return `[core]
repositoryFormatVersion = ${version}
bare = true
${lines.join("")}${extensions}`;
}
function quoteAlternate(path) {
  return `"${path.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

// src/adapters/git/sides.ts
async function readSides(git, base, head) {
  const [start, tip] = await Promise.all([readMergeBase(git, base, head), listTree(git, base.commit, base.commit)]);
  const headTree = head.tree ?? head.commit;
  const [theirs, ours] = [`${base.name} (${base.commit.slice(0, 12)})`, head.name];
  const baseName = base.name;
  const read = (tree) => listTree(git, head.tree ?? head.commit, tree);
  if (start === base.commit) {
    return { baseName, base: tip, candidate: await read(headTree), tip, note: `Comparing ${ours} with ${theirs}.` };
  }
  const merged = await mergeTrees(git, base.commit, head);
  if (typeof merged !== "string") {
    const note2 = `Comparing ${ours}, merged into ${theirs}, with that commit.`;
    return { baseName, base: tip, candidate: await read(merged.tree), tip, note: note2 };
  }
  const note = `${merged}: comparing ${ours} with the merge base ${start.slice(0, 12)}; settings come from ${theirs}.`;
  return { baseName, base: await listTree(git, start, start), candidate: await read(headTree), tip, note };
}
async function mergeTrees(git, base, { name, commit, tree }) {
  const head = tree === null ? commit : await requireLine(git, ["commit-tree", tree, "-p", commit, "-m", name], { env: ownIdentity });
  const asked2 = ["merge-tree", "--write-tree", "--no-messages", base, head];
  const result = await git(asked2);
  if (result.code === 0) return { tree: result.stdout.toString("utf8").trimEnd() };
  if (result.code === 1) return "The two conflict";
  if (result.code === 129) return "Git before 2.38 cannot merge without touching files";
  throw explainResult(asked2, result);
}

// src/adapters/git/working-tree.ts
import { readdir, stat, utimes } from "node:fs/promises";
import { dirname as dirname2, join as join4 } from "node:path";
var listing = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
var hashing = ["update-index", "-z", "--add", "--remove", "--replace", "--ignore-skip-worktree-entries", "--stdin"];
async function hashWorkingTree({ fileGit: git, folder }, places) {
  await copyIndex(places.index, folder);
  const listed = await git(listing);
  if (listed.code !== 0) throw explainResult(listing, listed);
  refuseUnreadable(listed.stderr);
  const paths = listed.stdout.toString("latin1").split("\0").slice(0, -1);
  const names = new Set(paths.map((path) => path.replace(/\/$/, "")));
  const input = [...names].sort().map((name) => `${name}\0`).join("");
  await requireGit(git, hashing, { input: Buffer.from(input, "latin1") });
  return requireLine(git, ["write-tree", "--missing-ok"]);
}
function refuseUnreadable(said) {
  const unread = /could not open directory '(.*)'/.exec(said)?.[1];
  if (unread === void 0) return;
  throw ReadFault.of(`The folder ${unread} cannot be read.`, "Make it readable, or name it in .gitignore.");
}
async function copyIndex(from, folder) {
  const to = join4(folder, "index");
  await copyIfThere(from, to);
  const found = await stat(from).catch(() => null);
  if (found === null) return;
  const seconds = Math.floor(found.mtimeMs / 1e3);
  await utimes(to, seconds, seconds);
  const beside = await readdir(dirname2(from));
  const parts = beside.filter((name) => name.startsWith("sharedindex."));
  for (const name of parts) await copyIfThere(join4(dirname2(from), name), join4(folder, name));
}

// src/adapters/git/local-git.ts
async function openLocalGit(folder) {
  const places = await locateClone(folder);
  const clone = createGit(places.topLevel);
  let sealed = null;
  const seal = () => {
    sealed ??= createSealedGit(clone, places);
    return sealed;
  };
  return {
    topLevel: places.topLevel,
    prefix: places.prefix,
    commonFolder: places.commonFolder,
    branchStore: createLocalBranchStore(clone),
    readTree: async (commit) => listTree((await seal()).git, commit, commit),
    readBlobs: createObjectReader(async () => (await seal()).git),
    readWorkingTree: async () => {
      const tree = await hashWorkingTree(await seal(), places);
      return listTree((await seal()).git, tree, tree);
    },
    resolveRef: (ref) => resolveRef(clone, ref),
    readSides: async (base, head) => {
      const parent = { name: head ?? "the working tree", commit: await resolveRef(clone, head ?? "HEAD") };
      const named = base === null ? await readDefaultBase(clone) : { name: base, commit: await resolveRef(clone, base) };
      const tree = head === null ? await hashWorkingTree(await seal(), places) : null;
      return readSides((await seal()).git, named, { ...parent, tree });
    },
    knowsPath: async (path) => {
      const head = await findCommit(clone, "HEAD");
      if (head === null) return false;
      const asked2 = ["rev-list", "--max-count=1", head, "--", `:(literal)${path}`];
      return (await (await seal()).git(asked2)).stdout.length > 0;
    },
    readOrigin: async () => dropUser((await clone(["config", "remote.origin.url"])).stdout.toString().trim()) || null,
    readUserName: async () => (await clone(["config", "user.name"])).stdout.toString().trim() || null,
    close: async () => {
      await (await sealed)?.remove();
      sealed = null;
    }
  };
}
function dropUser(remote) {
  return remote.replace(/^(\w+:\/\/)[^/]*@/, "$1");
}

export {
  createGit,
  requireGit,
  requireLine,
  openLocalGit
};
