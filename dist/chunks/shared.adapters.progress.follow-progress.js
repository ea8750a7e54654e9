import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  formatCount,
  renderUsd
} from "./shared.prices.usd.js";
import {
  cutText,
  oneLine
} from "./shared.report.escape.js";
import {
  count
} from "./shared.text.prose.js";

// src/report/progress/progress-text.ts
var maxFault = 60;
function describeProgress(progress, timing) {
  const { label, suite, total, done, failed } = progress;
  const ended = done + failed;
  const share = total === null || total === 0 ? null : Math.min(1, ended / total);
  const silence = total === null || timing.silentMs === null ? "" : `no answer for ${formatTime(timing.silentMs)}`;
  return {
    what: oneLine(suite === null ? label : `${label} of ${suite}`),
    share,
    // All but the last is never 100 %.
    percent: share === null ? "" : `${Math.floor(share * 100)} %`,
    counts: total === null ? formatCount(done) : `${formatCount(done)} of ${formatCount(total)}`,
    pace: timing.perSecond === null ? "" : `${formatPace(timing.perSecond)} a second`,
    money: describeMoney(progress),
    time: silence === "" ? describeTime(timing) : "",
    silence,
    ...describeTrouble(progress)
  };
}
function renderProgress(progress, timing) {
  const { what, percent, counts, pace, money, time, silence, trouble, cause } = describeProgress(progress, timing);
  return joinWords(what, [percent, counts, pace, money, time, silence], trouble, cause);
}
function renderProgressEnd(progress, { elapsedMs }) {
  const { label, total, done, known, failed } = progress;
  const asked = done - known + failed;
  const isPaced = asked > 0 && elapsedMs >= 1e3;
  const { trouble, cause } = describeTrouble(progress);
  return joinWords(
    oneLine(label),
    [
      `${formatCount(done)}${total === null ? "" : ` of ${formatCount(total)}`}`,
      known > 0 ? `${formatCount(known)} of them known` : "",
      total !== null && done + failed < total ? "broken off" : "",
      elapsedMs >= 1e3 ? formatTime(elapsedMs) : "",
      isPaced ? `${formatPace(asked * 1e3 / elapsedMs)} a second` : "",
      describeMoney(progress)
    ],
    trouble,
    cause
  );
}
function joinWords(what, facts, trouble, cause) {
  const join = (texts) => texts.filter((text) => text !== "").join(", ");
  const clause = join([trouble, cause === "" ? "" : `the last: ${cause}`]);
  return [`${what}: ${join(facts)}`, clause].filter((part) => part !== "").join("; ");
}
function describeMoney({ spentMicroUsd: spent, budgetMicroUsd: budget }) {
  if (spent === null || spent === 0 && budget === null) return "";
  const limit = budget === null ? "" : ` of ${renderUsd(budget / 1e6)}`;
  return `${renderUsd(spent / 1e6)}${limit}`;
}
function describeTime({ elapsedMs, leftMs }) {
  return leftMs === null ? `${formatTime(elapsedMs)} so far` : `${formatTime(roundLeft(leftMs))} left`;
}
function describeTrouble({ failed, retries, lastFault }) {
  const facts = [
    ...failed > 0 ? [`${formatCount(failed)} without an answer`] : [],
    ...retries > 0 ? [count(retries, "retry", "retries")] : []
  ];
  const [cause = ""] = oneLine(lastFault ?? "").split(": ");
  return { trouble: facts.join(", "), cause: cutText(cause, maxFault) };
}
function roundLeft(ms) {
  const step = ms < 1e4 ? 1e3 : ms < 3e5 ? 5e3 : 3e4;
  return Math.ceil(ms / step) * step;
}
function formatPace(perSecond) {
  return perSecond < 10 ? perSecond.toFixed(1) : formatCount(Math.round(perSecond));
}
function formatTime(ms) {
  const seconds = Math.floor(ms / 1e3);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

// src/report/progress/pace.ts
var windowMs = 3e4;
var leastAsked = 5;
var leastMs = 3e3;
var markEveryMs = 1e3;
var silenceMs = 1e4;
var timesTheUsual = 3;
function beginPace(nowMs) {
  return { begunAtMs: nowMs, movedAtMs: nowMs, marks: [{ atMs: nowMs, asked: 0 }] };
}
function notePace(pace, progress, hasMoved, nowMs) {
  const moved = hasMoved ? { ...pace, movedAtMs: nowMs } : pace;
  const asked = countAsked(progress);
  const isDue = nowMs - pace.marks.at(-1).atMs >= markEveryMs;
  return isDue ? { ...moved, marks: [...listRecent(pace.marks, asked, nowMs), { atMs: nowMs, asked }] } : moved;
}
function readPace({ begunAtMs, movedAtMs, marks }, progress, nowMs) {
  const asked = countAsked(progress);
  const [start] = listRecent(marks, asked, nowMs);
  const [own, spanMs] = [asked - start.asked, nowMs - start.atMs];
  const perSecond = own >= leastAsked && spanMs >= leastMs ? own * 1e3 / spanMs : null;
  const rest = progress.total === null ? null : progress.total - progress.done - progress.failed;
  const silentMs = nowMs - movedAtMs;
  const usualMs = own === 0 ? 0 : (movedAtMs - start.atMs) / own;
  return {
    elapsedMs: nowMs - begunAtMs,
    silentMs: silentMs >= Math.max(silenceMs, timesTheUsual * usualMs) ? silentMs : null,
    perSecond,
    leftMs: perSecond === null || rest === null ? null : rest * 1e3 / perSecond
  };
}
function countAsked({ done, known, failed }) {
  return done - known + failed;
}
function listRecent(marks, asked, nowMs) {
  const start = marks.findLastIndex((mark) => nowMs - mark.atMs >= windowMs && asked - mark.asked >= leastAsked);
  return marks.slice(Math.max(0, start));
}

// src/adapters/progress/follow-progress.ts
var systemBeat = (everyMs, work) => {
  const interval = setInterval(work, everyMs);
  interval.unref();
  return () => clearInterval(interval);
};
function followProgress({ everyMs, show, end }, clock, beat = systemBeat) {
  let latest = null;
  const read = (progress, pace) => readPace(pace, progress, clock.nowMs());
  const begin = (progress) => ({
    progress,
    pace: beginPace(clock.nowMs()),
    stop: beat(everyMs, () => {
      if (latest !== null) show(latest.progress, read(latest.progress, latest.pace));
    })
  });
  return (progress) => {
    const before = latest ?? begin(progress);
    const hasMoved = progress.done > before.progress.done;
    const pace = notePace(before.pace, progress, hasMoved, clock.nowMs());
    latest = { progress, pace, stop: before.stop };
    if (!progress.isOver) return;
    before.stop();
    latest = null;
    end(progress, read(progress, pace));
  };
}

export {
  describeProgress,
  renderProgress,
  renderProgressEnd,
  followProgress
};
