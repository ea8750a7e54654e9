import { numberClusters } from '../gate/paired-case.ts';
import type { SuitePlan } from '../plan/suite-plan.ts';
import { countEffectiveClusters } from '../statistics/difference-bounds.ts';
import { wilsonInterval } from '../statistics/wilson.ts';
import type { Measure, StoredScore } from './stored-baseline.ts';

/** 95 % between the two bounds. */
const alphaASide = 0.025;

/**
 * What each metric of a suite is, by `prompt / metric`, and how sure its mean is: a Wilson interval that counts clusters,
 * not samples. Metrics without a score are left out.
 */
export function describeMeasures(
  { prompts }: SuitePlan,
  scores: readonly StoredScore[],
  means: { readonly [metric: string]: number },
): { readonly [metric: string]: Measure } {
  const scored = groupByMetric(scores);
  return Object.fromEntries(
    prompts.flatMap((prompt) =>
      prompt.metrics.flatMap(({ name, kind, direction, gates, refused }): [string, Measure][] => {
        const key = `${prompt.id} / ${name}`;
        const lines = scored.get(key);
        const mean = means[key];
        if (lines === undefined || mean === undefined) return [];
        const role = refused ? 'refused' : gates ? 'gate' : 'report';
        const binary = lines.every(({ score }) => score === 0 || score === 1);
        return [[key, { kind, role, direction, binary, ...boundMean(lines, mean) }]];
      }),
    ),
  );
}

type Scored = StoredScore & { readonly score: number };

function groupByMetric(scores: readonly StoredScore[]): ReadonlyMap<string, readonly Scored[]> {
  const groups = new Map<string, Scored[]>();
  for (const line of scores) {
    const { score, prompt, metric } = line;
    if (score === null) continue;
    const key = `${prompt} / ${metric}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [{ ...line, score }]);
    else group.push({ ...line, score });
  }
  return groups;
}

function boundMean(lines: readonly Scored[], mean: number): Pick<Measure, 'lower' | 'upper'> {
  const cases = [...new Map(lines.map(({ case: id, cluster }) => [id, { cluster }])).values()];
  return wilsonInterval(mean, countEffectiveClusters(numberClusters(cases)), alphaASide);
}
