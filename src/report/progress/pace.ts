import type { Progress } from '../../progress.ts';

/** How a piece of work went lately. A value; `notePace` makes the next one. */
export interface Pace {
  readonly begunAtMs: number;
  /** When something came through last, or when it began. */
  readonly movedAtMs: number;
  /** How much had been asked to its end by when, the oldest first; the first is where the pace is measured from. */
  readonly marks: readonly Mark[];
}

interface Mark {
  readonly atMs: number;
  readonly asked: number;
}

/** What a pace says at one moment. */
export interface Timing {
  readonly elapsedMs: number;
  /** Since something came through; null where that is no longer ago than usual. */
  readonly silentMs: number | null;
  /** Calls a second, those that were known left out; null where it is too early to tell. */
  readonly perSecond: number | null;
  /** What the rest takes at this pace; null where nobody can tell. */
  readonly leftMs: number | null;
}

/** A pace is that of so long, or of the last few calls where they took longer: neither a burst of known answers nor a long pause stays in it. */
const windowMs = 30_000;
/** Of fewer calls, or of less time, a pace is chance. */
const leastAsked = 5;
const leastMs = 3000;
const markEveryMs = 1000;
/** A silence is longer than that, and than so many times what usually lies between two calls. */
const silenceMs = 10_000;
const timesTheUsual = 3;

/** The pace of work that begins now. */
export function beginPace(nowMs: number): Pace {
  return { begunAtMs: nowMs, movedAtMs: nowMs, marks: [{ atMs: nowMs, asked: 0 }] };
}

/** The pace after a word about the work; `hasMoved` says whether something came through since the one before. */
export function notePace(pace: Pace, progress: Progress, hasMoved: boolean, nowMs: number): Pace {
  const moved = hasMoved ? { ...pace, movedAtMs: nowMs } : pace;
  const asked = countAsked(progress);
  const isDue = nowMs - (pace.marks.at(-1) as Mark).atMs >= markEveryMs;
  return isDue ? { ...moved, marks: [...listRecent(pace.marks, asked, nowMs), { atMs: nowMs, asked }] } : moved;
}

/** What a pace says now of work that stands there. */
export function readPace({ begunAtMs, movedAtMs, marks }: Pace, progress: Progress, nowMs: number): Timing {
  const asked = countAsked(progress);
  const [start] = listRecent(marks, asked, nowMs) as readonly [Mark];
  const [own, spanMs] = [asked - start.asked, nowMs - start.atMs];
  const perSecond = own >= leastAsked && spanMs >= leastMs ? (own * 1000) / spanMs : null;
  const rest = progress.total === null ? null : progress.total - progress.done - progress.failed;
  const silentMs = nowMs - movedAtMs;
  // Up to the last answer: the silence itself would make every silence usual.
  const usualMs = own === 0 ? 0 : (movedAtMs - start.atMs) / own;
  return {
    elapsedMs: nowMs - begunAtMs,
    silentMs: silentMs >= Math.max(silenceMs, timesTheUsual * usualMs) ? silentMs : null,
    perSecond,
    leftMs: perSecond === null || rest === null ? null : (rest * 1000) / perSecond,
  };
}

function countAsked({ done, known, failed }: Progress): number {
  return done - known + failed;
}

/** The marks from where the pace is measured now. */
function listRecent(marks: readonly Mark[], asked: number, nowMs: number): readonly Mark[] {
  const start = marks.findLastIndex((mark) => nowMs - mark.atMs >= windowMs && asked - mark.asked >= leastAsked);
  return marks.slice(Math.max(0, start));
}
