import type { Direction } from '../gate/comparison.ts';
import type { Manifest } from './stored-baseline.ts';

/** A gating metric and the margin it is held to. */
export interface AnchoredMetric {
  readonly prompt: string;
  readonly metric: string;
  readonly direction: Direction;
  readonly margin: number;
}

/** Warns where main has fallen by more than the margin since its anchor, so that many small passes cannot walk downhill unseen. One sentence a metric. */
export function explainAnchorDrops(manifest: Manifest, metrics: readonly AnchoredMetric[]): readonly string[] {
  const { anchor, means, scoringRevision } = manifest;
  if (anchor === null) return [];
  const since = `${anchor.commit.slice(0, 7)} of ${anchor.date.slice(0, 10)} (${anchor.reason})`;
  if (anchor.scoringRevision !== scoringRevision) {
    return [`the anchor ${since} was scored by other rules, so that main cannot be held to it: set a new one`];
  }
  return metrics.flatMap(({ prompt, metric, direction, margin }) => {
    const key = `${prompt} / ${metric}`;
    const [then, now] = [anchor.means[key], means[key]];
    if (then === undefined || now === undefined || direction === 'neutral') return [];
    const drop = direction === 'lower' ? now - then : then - now;
    // A drop of exactly the margin is none beyond it, whatever floating point makes of it.
    if (drop <= margin + 1e-9) return [];
    const points = Math.round(drop * 1000) / 10;
    return [
      `main has fallen by ${points} points in ${key} since the anchor ${since}: every step passed, their sum did not`,
    ];
  });
}
