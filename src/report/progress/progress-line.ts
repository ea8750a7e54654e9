import { cutEnd, measure } from '../console/cells.ts';
import type { ProgressWords } from './progress-text.ts';

const gap = '  ';
const bar = { least: 8, most: 24, done: '━', open: '─' } as const;
/** Less of a sentence says nothing. */
const leastCause = 20;
/** A long name leaves this much to all else. */
const nameShare = 0.4;

type Name = Exclude<keyof ProgressWords, 'share'>;

/** What has room first: while answers come it is enough to know that some are asked for again, and while none comes, why. */
const byWeight: readonly Name[] = ['percent', 'counts', 'time', 'money', 'trouble', 'pace'];
const inSilence: readonly Name[] = ['percent', 'silence', 'cause', 'trouble', 'counts', 'money'];
/** Where each stands in the end. */
const inPlace: readonly Name[] = ['what', 'percent', 'counts', 'pace', 'money', 'time', 'silence', 'trouble', 'cause'];

/** Work under way as one line of at most `width` cells; what has no room is left out, the least needed first. A bar takes what is left. */
export function layOutProgress(words: ProgressWords, width: number): string {
  const what = cutEnd(words.what, Math.min(width, Math.max(leastCause, Math.floor(width * nameShare))));
  const kept = new Map<Name, string>([['what', what]]);
  let left = width - measure(what);
  for (const name of words.silence === '' ? byWeight : inSilence) {
    const room = left - gap.length;
    const text = name === 'cause' && room >= leastCause ? cutEnd(words.cause, room) : words[name];
    if (text === '' || measure(text) > room) continue;
    kept.set(name, text);
    left = room - measure(text);
  }
  const [first = '', ...others] = inPlace.flatMap((name) => kept.get(name) ?? []);
  return [first, ...drawBar(words.share, left - gap.length), ...others].join(gap);
}

function drawBar(share: number | null, room: number): readonly string[] {
  const cells = Math.min(bar.most, room);
  if (share === null || cells < bar.least) return [];
  const done = Math.floor(share * cells);
  return [bar.done.repeat(done) + bar.open.repeat(cells - done)];
}
