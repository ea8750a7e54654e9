import { type Beat, followProgress, type ProgressView } from '../adapters/progress/follow-progress.ts';
import type { Clock, Log } from '../ports.ts';
import { revealText } from '../report/escape.ts';
import { layOutProgress } from '../report/progress/progress-line.ts';
import { describeProgress, renderProgress, renderProgressEnd } from '../report/progress/progress-text.ts';
import type { Io } from './command.ts';

/** Seven times a second reads as going on, and does not flicker. */
const liveEveryMs = 150;
const plainEveryMs = 10_000;
/** It never goes back, as the time of day may. */
const ownClock: Clock = { nowMs: () => performance.now() };

/** The log of a terminal, on standard error: work under way is one line that is rewritten, or a plain line now and then where nothing can be. */
export function createTerminalLog(io: Pick<Io, 'err' | 'liveLine'>, clock: Clock = ownClock, beat?: Beat): Log {
  const { liveLine } = io;
  const end: ProgressView['end'] = (progress, timing) => {
    // Who counts only while it goes on says itself what it came to.
    if (progress.total === null) liveLine?.clear();
    else io.err(`${renderProgressEnd(progress, timing)}\n`);
  };
  const view: ProgressView =
    liveLine === null
      ? { everyMs: plainEveryMs, show: (progress, timing) => io.err(`${renderProgress(progress, timing)}\n`), end }
      : {
          everyMs: liveEveryMs,
          // A full line would wrap in some terminals.
          show: (progress, timing) =>
            liveLine.show(layOutProgress(describeProgress(progress, timing), liveLine.columns() - 1)),
          end,
        };
  return {
    info: (message) => io.err(`${revealText(message)}\n`),
    warn: (message) => io.err(`warning: ${revealText(message)}\n`),
    progress: followProgress(view, clock, beat),
  };
}
