import { identifyOutput } from '../judges/label-items.ts';
import type { Metric, PromptPlan } from '../plan/suite-plan.ts';
import { findDisagreements } from './disagreement.ts';
import type { SampleRecord } from './records.ts';
import { type ScoreTable, scoresOf } from './tabulate.ts';

/** A score this near to the middle is a guess of the judge's. */
const unsureWithin = 0.15;

/** The cases whose candidate output, not labelled yet, would teach most about a judge of single outputs: first those on which it and the checks say opposite things, then those on which it is unsure, then those that it calls bad, which calibrations have too few of. At most `count`; empty for judges of pairs and for refused ones. */
export function findLabelNext(
  prompt: PromptPlan,
  metric: Metric,
  samples: readonly SampleRecord[],
  table: ScoreTable,
  count: number,
): readonly string[] {
  if (metric.judge?.sees !== 'output' || metric.refused) return [];
  const isLabelled = createIsLabelled(prompt, metric, samples);
  const apart = findDisagreements(prompt, metric, table).map((one) => one.case);
  const scored = prompt.cases.flatMap(({ id }) => {
    const score = scoresOf(table, prompt, metric.name, 'candidate', id)[0] ?? null;
    return score === null ? [] : [{ id, score }];
  });
  const unsure = scored.filter(({ score }) => Math.abs(score - 0.5) <= unsureWithin).map(({ id }) => id);
  const bad = scored
    .filter(({ score }) => (metric.direction === 'lower' ? 1 - score : score) < 0.5)
    .map(({ id }) => id);
  return [...new Set([...apart, ...unsure, ...bad])].filter((id) => !isLabelled(id)).slice(0, count);
}

function createIsLabelled(prompt: PromptPlan, metric: Metric, samples: readonly SampleRecord[]) {
  const labelled = new Set(
    samples.flatMap(({ prompt: own, arm, sample, case: row, result }) => {
      if (own.suite !== prompt.suite || own.id !== prompt.id || arm !== 'candidate' || sample > 0) return [];
      if (result.status !== 'answered') return [];
      const item = identifyOutput({ suite: own.suite, prompt: own.id, case: row.id, output: { ...result.output } });
      return item !== null && metric.labels?.items.has(item) === true ? [row.id] : [];
    }),
  );
  return (id: string) => labelled.has(id);
}
