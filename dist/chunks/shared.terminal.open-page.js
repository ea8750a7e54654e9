import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  revealText
} from "./shared.report.escape.js";

// src/terminal/open-page.ts
import { spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
var patienceMs = 2e3;
function listOpeners(env, platform = process.platform) {
  const named = env.BROWSER?.trim() ?? "";
  if (named !== "") return named.split(platform === "win32" ? ";" : ":").flatMap(readOpener);
  if (platform === "darwin") return [(url) => ["open", url]];
  if (platform === "win32") return [(url) => ["rundll32.exe", "url.dll,FileProtocolHandler", url]];
  const hasWindows = [env.DISPLAY, env.WAYLAND_DISPLAY].some((display) => (display ?? "") !== "");
  return hasWindows ? [(url) => ["xdg-open", url]] : [];
}
function readOpener(text) {
  const [program, ...args] = text.split(/\s+/).filter((word) => word !== "");
  if (program === void 0) return [];
  const hasPlace = args.some((word) => word.includes("%s"));
  return [(url) => [program, ...args.map((word) => word.replaceAll("%s", () => url)), ...hasPlace ? [] : [url]]];
}
async function openPage(path, env, platform) {
  const page = resolve(path);
  const faults = [];
  for (const opener of listOpeners(env, platform)) {
    const [program, ...args] = opener(pathToFileURL(page).href);
    const fault = await start(program, args, env);
    if (fault === null) return revealText(`Opened ${page} in the browser.`);
    faults.push(`${program}: ${fault}`);
  }
  const why = faults.length === 0 ? "No browser can be opened here" : `The browser did not open (${faults.join("; ")})`;
  return revealText(`${why}: the page is ${page}.`);
}
function start(program, args, env) {
  return new Promise((done) => {
    const child = spawn(program, args, { stdio: "ignore", detached: true, windowsHide: true, env });
    const end = (fault) => {
      clearTimeout(timeout);
      child.unref();
      done(fault);
    };
    const timeout = setTimeout(() => end(null), patienceMs);
    child.once("error", (error) => end(error.code === "ENOENT" ? "not found" : error.message));
    child.once("exit", (code, signal) => end(code === 0 ? null : signal ?? `exit code ${code}`));
  });
}
async function clearOwnReport({ commonFolder }) {
  const folder = join(commonFolder, "prompt-assay", "report");
  await rm(folder, { recursive: true, force: true });
  return folder;
}

export {
  listOpeners,
  openPage,
  clearOwnReport
};
