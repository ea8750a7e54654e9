import type { Metric } from '../../plan/metric.ts';
import type { FirstSamples } from './first-samples.ts';

/** A score this near to the middle is a guess of the judge's. */
const unsureWithin = 0.15;

/** The most cases that one judge names. */
const most = 5;

/**
 * The cases whose candidate output, not labelled yet, would teach most about a judge of single outputs: first those on
 * which it and the checks say opposite things (`apart`), then those on which it is unsure, then those that it calls
 * bad, which calibrations have too few of. Empty for judges of pairs and for refused ones.
 */
export function findLabelNext(metric: Metric, first: FirstSamples, apart: readonly string[]): readonly string[] {
  if (metric.kind !== 'judge' || metric.needs !== 'output' || metric.refused) return [];
  const isLabelled = (id: string) => metric.labels?.items.has(first.items.get(id) ?? '') === true;
  const scored = [...(first.scores.get(metric.name) ?? [])];
  const unsure = scored.filter(([, score]) => Math.abs(score - 0.5) <= unsureWithin).map(([id]) => id);
  const bad = scored.filter(([, score]) => (metric.direction === 'lower' ? 1 - score : score) < 0.5).map(([id]) => id);
  return [...new Set([...apart, ...unsure, ...bad])].filter((id) => !isLabelled(id)).slice(0, most);
}
