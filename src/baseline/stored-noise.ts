import type { GateSettings } from '../gate/comparison.ts';
import { planFromNoise, renderNoise } from '../gate/noise.ts';
import { measureRepeats, type RepeatNoise } from '../statistics/repeat-noise.ts';
import { scoringRevision } from '../version.ts';
import type { Manifest, StoredScore } from './stored-baseline.ts';

/** A metric of a suite's prompt, and the number of distinct questions of the base dataset it is held to. */
export interface QuotedMetric {
  readonly prompt: string;
  readonly metric: string;
  readonly questions: number;
}

/** Main's own noise by `prompt / metric`, from a baseline's samples: they are draws of one unchanged prompt. Metrics with one sample a case are left out. */
export function summariseNoise(scores: readonly Pick<StoredScore, 'prompt' | 'case' | 'metric' | 'score'>[]): {
  readonly [metric: string]: RepeatNoise;
} {
  const metrics = new Map<string, Map<string, number[]>>();
  for (const { prompt, metric, case: id, score } of scores) {
    if (score === null) continue;
    const key = `${prompt} / ${metric}`;
    const cases = metrics.get(key) ?? new Map<string, number[]>();
    cases.set(id, [...(cases.get(id) ?? []), score]);
    metrics.set(key, cases);
  }
  return Object.fromEntries(
    [...metrics].flatMap(([key, cases]) => {
      const noise = measureRepeats([...cases.values()]);
      return noise === null ? [] : [[key, noise]];
    }),
  );
}

/** What a baseline knows of main's own noise in these metrics, in one sentence; null where it knows nothing, or by other rules of scoring. */
export function quoteNoise(manifest: Manifest, metrics: readonly QuotedMetric[], gate: GateSettings): string | null {
  if (manifest.scoringRevision !== scoringRevision) return null;
  const known = metrics.flatMap(({ prompt, metric, questions }) => {
    const noise = manifest.noise?.[`${prompt} / ${metric}`];
    return noise === undefined
      ? []
      : [{ name: `${prompt} / ${metric}`, noise, plan: planFromNoise(noise, gate, questions) }];
  });
  const [only] = known;
  if (only === undefined) return null;
  if (known.length === 1) return renderNoise(only.noise, only.plan);
  return known.map(({ name, noise, plan }) => `${name}: ${renderNoise(noise, plan)}`).join('; ');
}
