import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  describeProgress,
  followProgress,
  renderProgress,
  renderProgressEnd
} from "./shared.adapters.progress.follow-progress.js";
import {
  cutEnd,
  measure
} from "./shared.report.console.cells.js";
import {
  revealText
} from "./shared.report.escape.js";

// src/report/progress/progress-line.ts
var gap = "  ";
var bar = { least: 8, most: 24, done: "━", open: "─" };
var leastCause = 20;
var nameShare = 0.4;
var byWeight = ["percent", "counts", "time", "money", "trouble", "pace"];
var inSilence = ["percent", "silence", "cause", "trouble", "counts", "money"];
var inPlace = ["what", "percent", "counts", "pace", "money", "time", "silence", "trouble", "cause"];
function layOutProgress(words, width) {
  const what = cutEnd(words.what, Math.min(width, Math.max(leastCause, Math.floor(width * nameShare))));
  const kept = /* @__PURE__ */ new Map([["what", what]]);
  let left = width - measure(what);
  for (const name of words.silence === "" ? byWeight : inSilence) {
    const room = left - gap.length;
    const text = name === "cause" && room >= leastCause ? cutEnd(words.cause, room) : words[name];
    if (text === "" || measure(text) > room) continue;
    kept.set(name, text);
    left = room - measure(text);
  }
  const [first = "", ...others] = inPlace.flatMap((name) => kept.get(name) ?? []);
  return [first, ...drawBar(words.share, left - gap.length), ...others].join(gap);
}
function drawBar(share, room) {
  const cells = Math.min(bar.most, room);
  if (share === null || cells < bar.least) return [];
  const done = Math.floor(share * cells);
  return [bar.done.repeat(done) + bar.open.repeat(cells - done)];
}

// src/terminal/terminal-log.ts
var liveEveryMs = 150;
var plainEveryMs = 1e4;
var ownClock = { nowMs: () => performance.now() };
function createTerminalLog(io, clock = ownClock, beat) {
  const { liveLine } = io;
  const end = (progress, timing) => {
    if (progress.total === null) liveLine?.clear();
    else io.err(`${renderProgressEnd(progress, timing)}
`);
  };
  const view = liveLine === null ? { everyMs: plainEveryMs, show: (progress, timing) => io.err(`${renderProgress(progress, timing)}
`), end } : {
    everyMs: liveEveryMs,
    // A full line would wrap in some terminals.
    show: (progress, timing) => liveLine.show(layOutProgress(describeProgress(progress, timing), liveLine.columns() - 1)),
    end
  };
  return {
    info: (message) => io.err(`${revealText(message)}
`),
    warn: (message) => io.err(`warning: ${revealText(message)}
`),
    progress: followProgress(view, clock, beat)
  };
}

export {
  createTerminalLog
};
