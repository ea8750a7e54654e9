import type { Metric } from '../../plan/metric.ts';
import type { PromptPlan } from '../../plan/suite-plan.ts';
import type { Ledger } from '../../run/ledger.ts';
import { scoresOf } from '../../scores/read.ts';
import { findDisagreements } from './disagreement.ts';
import { identifyFirstOutputs } from './first-items.ts';

/** A score this near to the middle is a guess of the judge's. */
const unsureWithin = 0.15;

/** The cases whose candidate output, not labelled yet, would teach most about a judge of single outputs: first those on which it and the checks say opposite things, then those on which it is unsure, then those that it calls bad, which calibrations have too few of. At most `count`; empty for judges of pairs and for refused ones. */
export function findLabelNext(prompt: PromptPlan, metric: Metric, ledger: Ledger, count: number): readonly string[] {
  if (metric.kind !== 'judge' || metric.needs !== 'output' || metric.refused) return [];
  const items = identifyFirstOutputs(prompt, ledger, 'candidate');
  const isLabelled = (id: string) => metric.labels?.items.has(items.get(id) ?? '') === true;
  const apart = findDisagreements(prompt, metric, ledger).map((one) => one.case);
  const scored = prompt.cases.flatMap(({ id }) => {
    const score = scoresOf(ledger, prompt, metric, 'candidate', id)[0] ?? null;
    return score === null ? [] : [{ id, score }];
  });
  const unsure = scored.filter(({ score }) => Math.abs(score - 0.5) <= unsureWithin).map(({ id }) => id);
  const bad = scored
    .filter(({ score }) => (metric.direction === 'lower' ? 1 - score : score) < 0.5)
    .map(({ id }) => id);
  return [...new Set([...apart, ...unsure, ...bad])].filter((id) => !isLabelled(id)).slice(0, count);
}
