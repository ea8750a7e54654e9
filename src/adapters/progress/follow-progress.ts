import type { Clock } from '../../ports.ts';
import type { Progress } from '../../progress.ts';
import { beginPace, notePace, type Pace, readPace, type Timing } from '../../report/progress/pace.ts';

/** Calls back at even intervals, and keeps no process alive for it; returns what ends that. */
export type Beat = (everyMs: number, work: () => void) => () => void;

/** The beat of this process. */
export const systemBeat: Beat = (everyMs, work) => {
  const interval = setInterval(work, everyMs);
  interval.unref();
  return () => clearInterval(interval);
};

/** What watches work under way. */
export interface ProgressView {
  /** How often it is shown where it stands, milliseconds. */
  readonly everyMs: number;
  /** Shows where a piece of work stands; also while nothing happens. */
  show(progress: Progress, timing: Timing): void;
  /** Tells what became of a piece that is over. */
  end(progress: Progress, timing: Timing): void;
}

/** Makes what hears of progress, piece after piece, and shows it at even intervals; a piece that is over before the first is told of at its end alone. */
export function followProgress(
  { everyMs, show, end }: ProgressView,
  clock: Clock,
  beat: Beat = systemBeat,
): (progress: Progress) => void {
  let latest: { readonly progress: Progress; readonly pace: Pace; readonly stop: () => void } | null = null;
  const read = (progress: Progress, pace: Pace) => readPace(pace, progress, clock.nowMs());
  const begin = (progress: Progress) => ({
    progress,
    pace: beginPace(clock.nowMs()),
    stop: beat(everyMs, () => {
      if (latest !== null) show(latest.progress, read(latest.progress, latest.pace));
    }),
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
