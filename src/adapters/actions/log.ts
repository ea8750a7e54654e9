import type { Clock, Log } from '../../ports.ts';
import { revealText } from '../../report/escape.ts';
import { renderProgress, renderProgressEnd } from '../../report/progress/progress-text.ts';
import { createScrubber, listSecretForms } from '../../secrets.ts';
import { type Beat, followProgress } from '../progress/follow-progress.ts';

const progressEveryMs = 10_000;

/** The part of @actions/core that the log needs. */
export interface ActionsCore {
  info(message: string): void;
  warning(message: string): void;
  setSecret(secret: string): void;
  setFailed(message: string): void;
  startGroup(name: string): void;
  endGroup(): void;
}

/** The job's log. Text in it may come from models and pull requests, and is never read as a command by the runner. */
export interface ActionsLog extends Log {
  /** Hides a value, each line of it, and their encoded forms in everything that is logged from now on. */
  mask(secret: string): void;
  /** Folds what is logged meanwhile under a title. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>;
  /** Turns the job red with a sentence. */
  fail(message: string): void;
}

/** A log over @actions/core. */
export function createActionsLog(core: ActionsCore, clock: Clock, beat?: Beat): ActionsLog {
  const secrets = new Set<string>();
  const masked = new Set<string>();
  let scrub = createScrubber([]);
  const show = (message: string) => renderLogText(scrub(message));
  return {
    info: (message) => core.info(show(message)),
    warn: (message) => core.warning(show(message)),
    fail: (message) => core.setFailed(show(message)),
    progress: followProgress(
      {
        everyMs: progressEveryMs,
        show: (progress, timing) => core.info(show(renderProgress(progress, timing))),
        end: (progress, timing) => core.info(show(renderProgressEnd(progress, timing))),
      },
      clock,
      beat,
    ),
    mask: (secret) => {
      // The runner masks line by line; a fragment of one or two characters would blot out the whole log.
      for (const part of [secret, ...secret.split(/\r?\n/)].filter((line) => line.trim().length >= 3)) {
        secrets.add(part);
        for (const form of listSecretForms(part).filter((one) => !masked.has(one))) {
          masked.add(form);
          core.setSecret(form);
        }
      }
      scrub = createScrubber([...secrets]);
    },
    group: async (title, work) => {
      core.startGroup(show(title));
      try {
        return await work();
      } finally {
        core.endGroup();
      }
    },
  };
}

/**
 * Text that the runner prints as it stands: it obeys `::command::` at the start of a line and `##[command]` anywhere in one
 * (actions/runner, ActionCommand.cs), so both are broken by a backslash; what cannot be seen is shown by its code point.
 */
export function renderLogText(text: string): string {
  return revealText(text)
    .split('\n')
    .map((line) => line.replace(/^(\s*):(?=:)/u, '$1\\:').replaceAll('##[', '#\\#['))
    .join('\n');
}
