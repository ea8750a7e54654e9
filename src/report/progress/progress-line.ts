import { cutEnd, measure } from '../console/cells.ts';
import type { ProgressWords } from './progress-text.ts';

const gap = '  ';
const bar = { least: 8, most: 24, done: '━', open: '─' } as const;
/** Less of a name or of a sentence says nothing. */
const leastCut = 12;

type Name = Exclude<keyof ProgressWords, 'share'>;

/** What has room first, and where each stands in the end. */
const byWeight: readonly Name[] = ['what', 'percent', 'counts', 'silence', 'time', 'money', 'trouble', 'pace'];
const inPlace: readonly Name[] = ['what', 'percent', 'counts', 'pace', 'money', 'time', 'silence', 'trouble', 'cause'];

/** Work under way as one line of at most `width` cells; what has no room is left out, the least needed first. A bar takes what is left. */
export function layOutProgress(words: ProgressWords, width: number): string {
  const kept = new Map<Name, string>();
  let left = width;
  // While answers come it is enough to know that some are asked for again.
  const names: readonly Name[] = words.silence === '' ? byWeight : [...byWeight, 'cause'];
  for (const name of names) {
    const room = left - (kept.size === 0 ? 0 : gap.length);
    const text = makeRoom(words[name], name === 'what' || name === 'cause', room);
    if (text === '') continue;
    kept.set(name, text);
    left = room - measure(text);
  }
  const [first = '', ...others] = inPlace.flatMap((name) => kept.get(name) ?? []);
  return [first, ...drawBar(words.share, left - gap.length), ...others].join(gap);
}

/** The text where it has room, cut where that may be; else nothing. */
function makeRoom(text: string, mayBeCut: boolean, room: number): string {
  if (measure(text) <= room) return text;
  return mayBeCut && room >= leastCut ? cutEnd(text, room) : '';
}

function drawBar(share: number | null, room: number): readonly string[] {
  const cells = Math.min(bar.most, room);
  if (share === null || cells < bar.least) return [];
  const done = Math.floor(share * cells);
  return [bar.done.repeat(done) + bar.open.repeat(cells - done)];
}
