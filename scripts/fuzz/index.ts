import { feed, type Tally } from './engine.ts';
import { outputs } from './outputs.ts';
import { parsers } from './parsers.ts';
import { prompts } from './prompts.ts';
import { readers } from './readers.ts';
import { records } from './records.ts';
import { renderers } from './renderers.ts';
import type { Target } from './target.ts';

/** Everything that is given inputs. */
export const targets: readonly Target[] = [...parsers, ...prompts, ...outputs, ...records, ...readers, ...renderers];

/** Gives every target the inputs of one round, one after the other; a whole report takes as long as a hundred short texts and is rendered as much more seldom. */
export function feedAll(seed: string, round: number, tallies: ReadonlyMap<Target, Tally>): void {
  for (const target of targets) {
    const tally = tallies.get(target);
    if (tally !== undefined && round % (target.seldom ?? 1) === 0)
      feed(target, `${seed}/${target.name}/${round}`, tally);
  }
}

/** Empty counts for every target. */
export function openTallies(): ReadonlyMap<Target, Tally> {
  return new Map(targets.map((target) => [target, { inputs: 0, refused: 0, slowestMs: 0, failures: [] }]));
}
