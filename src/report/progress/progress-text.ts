import { renderUsd } from '../../prices/usd.ts';
import type { Progress } from '../../progress.ts';
import { count } from '../../text/prose.ts';
import { cutText, oneLine } from '../escape.ts';
import { formatCount } from '../words/numbers.ts';
import type { Timing } from './pace.ts';

/** What people are told of work under way, each a few words without markup; empty where there is nothing to tell. */
export interface ProgressWords {
  /** `answers of triage` */
  readonly what: string;
  /** What has ended of all, in 0..1; null where nobody knows how many there will be. */
  readonly share: number | null;
  /** `38 %` */
  readonly percent: string;
  /** `372 of 976` */
  readonly counts: string;
  /** `12.4 a second` */
  readonly pace: string;
  /** `$0.13 of $2.00` */
  readonly money: string;
  /** `48 s left`, or `3 s so far` where nobody can tell. */
  readonly time: string;
  /** `no answer for 11 s` */
  readonly silence: string;
  /** `14 retries`, `2 without an answer` */
  readonly trouble: string;
  /** What the latest of them was: `api.openai.com answered 503` */
  readonly cause: string;
}

const maxFault = 60;

/** Puts the facts of work under way into words. */
export function describeProgress(progress: Progress, timing: Timing): ProgressWords {
  const { label, suite, total, done, failed } = progress;
  const ended = done + failed;
  const share = total === null || total === 0 ? null : Math.min(1, ended / total);
  const silence = total === null || timing.silentMs === null ? '' : `no answer for ${formatTime(timing.silentMs)}`;
  return {
    what: oneLine(suite === null ? label : `${label} of ${suite}`),
    share,
    // All but the last is never 100 %.
    percent: share === null ? '' : `${Math.floor(share * 100)} %`,
    counts: total === null ? formatCount(done) : `${formatCount(done)} of ${formatCount(total)}`,
    pace: timing.perSecond === null ? '' : `${formatPace(timing.perSecond)} a second`,
    money: describeMoney(progress),
    time: silence === '' ? describeTime(timing) : '',
    silence,
    ...describeTrouble(progress),
  };
}

/** The same as one line of a log: `answers of triage: 38 %, 372 of 976, 12.4 a second, $0.13 of $2.00, 48 s left; 12 retries`. */
export function renderProgress(progress: Progress, timing: Timing): string {
  const { what, percent, counts, pace, money, time, silence, trouble, cause } = describeProgress(progress, timing);
  return joinWords(what, [percent, counts, pace, money, time, silence], trouble, cause);
}

/** What became of a piece of work that is over: `answers: 976 of 976, 1 min 12 s, 13.5 a second, $0.42 of $2.00; 12 retries`. */
export function renderProgressEnd(progress: Progress, { elapsedMs }: Timing): string {
  const { label, total, done, known, failed } = progress;
  const asked = done - known + failed;
  const isPaced = asked > 0 && elapsedMs >= 1000;
  const { trouble, cause } = describeTrouble(progress);
  return joinWords(
    oneLine(label),
    [
      `${formatCount(done)}${total === null ? '' : ` of ${formatCount(total)}`}`,
      known > 0 ? `${formatCount(known)} of them known` : '',
      total !== null && done + failed < total ? 'broken off' : '',
      elapsedMs >= 1000 ? formatTime(elapsedMs) : '',
      isPaced ? `${formatPace((asked * 1000) / elapsedMs)} a second` : '',
      describeMoney(progress),
    ],
    trouble,
    cause,
  );
}

function joinWords(what: string, facts: readonly string[], trouble: string, cause: string): string {
  const join = (texts: readonly string[]) => texts.filter((text) => text !== '').join(', ');
  const clause = join([trouble, cause === '' ? '' : `the last: ${cause}`]);
  return [`${what}: ${join(facts)}`, clause].filter((part) => part !== '').join('; ');
}

/** A run that costs nothing and has no limit has nothing to tell of money. */
function describeMoney({ spentMicroUsd: spent, budgetMicroUsd: budget }: Progress): string {
  if (spent === null || (spent === 0 && budget === null)) return '';
  const limit = budget === null ? '' : ` of ${renderUsd(budget / 1e6)}`;
  return `${renderUsd(spent / 1e6)}${limit}`;
}

function describeTime({ elapsedMs, leftMs }: Timing): string {
  return leftMs === null ? `${formatTime(elapsedMs)} so far` : `${formatTime(roundLeft(leftMs))} left`;
}

function describeTrouble({ failed, retries, lastFault }: Progress): Pick<ProgressWords, 'trouble' | 'cause'> {
  const facts = [
    ...(failed > 0 ? [`${formatCount(failed)} without an answer`] : []),
    ...(retries > 0 ? [count(retries, 'retry', 'retries')] : []),
  ];
  // Who said what comes before the first colon, and the endpoint's own words behind it.
  const [cause = ''] = oneLine(lastFault ?? '').split(': ');
  return { trouble: facts.join(', '), cause: cutText(cause, maxFault) };
}

/** To five seconds, and above some minutes to half a one: what is guessed must not flicker. */
function roundLeft(ms: number): number {
  const step = ms < 10_000 ? 1000 : ms < 300_000 ? 5000 : 30_000;
  return Math.ceil(ms / step) * step;
}

function formatPace(perSecond: number): string {
  return perSecond < 10 ? perSecond.toFixed(1) : formatCount(Math.round(perSecond));
}

/** A time span in whole seconds, minutes and hours, as a clock that is watched. */
function formatTime(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
