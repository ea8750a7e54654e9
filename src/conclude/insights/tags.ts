import type { TagReport } from '../../report/metric-report.ts';
import { sampleMean } from '../../statistics/moments.ts';
import type { MeasuredCase } from '../measured-metric.ts';

const mostShown = 20;
/** A word of which there are more is an id of each row. */
const mostDifferent = 200;

/**
 * How a metric sees the cases of each tag, the tag with the most cases that got worse first. Means are over the cases that are scored on both
 * sides. Nothing where the tags part nothing: one is on every case and there is no other, or there are too many.
 */
export function summariseTags(cases: readonly MeasuredCase[]): readonly TagReport[] {
  const byTag = new Map<string, MeasuredCase[]>();
  for (const one of cases) {
    for (const tag of new Set(one.row.scoring.tags)) {
      const own = byTag.get(tag);
      if (own === undefined) byTag.set(tag, [one]);
      else own.push(one);
    }
  }
  const [only] = byTag.values();
  if (byTag.size > mostDifferent || (byTag.size === 1 && only?.length === cases.length)) return [];
  return [...byTag]
    .map(([tag, own]) => summarise(tag, own))
    .sort((a, b) => b.worse - a.worse || b.cases - a.cases || (a.tag < b.tag ? -1 : 1))
    .slice(0, mostShown);
}

function summarise(tag: string, cases: readonly MeasuredCase[]): TagReport {
  const count = (...labels: readonly MeasuredCase['label'][]) =>
    cases.filter(({ label }) => labels.includes(label)).length;
  const paired = cases.filter(({ difference }) => difference !== null);
  const mean = (side: 'baseline' | 'candidate') =>
    sampleMean(paired.flatMap(({ scores }) => sampleMean(scores[side].filter((score) => score !== null)) ?? []));
  return {
    tag,
    cases: cases.length,
    worse: count('worse', 'regressed'),
    better: count('better', 'improved'),
    baselineMean: mean('baseline'),
    candidateMean: mean('candidate'),
  };
}
