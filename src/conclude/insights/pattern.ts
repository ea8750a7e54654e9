import { isWorse, type LabelledCase } from '../../gate/case-label.ts';
import type { CasePlan } from '../../plan/suite-plan.ts';

/** At least so many cases must share something before it is called a pattern. */
const fewest = 3;
/** A pattern covers half of the worse cases, and half as many again as its share of all cases would explain. */
const leastShare = 0.5;
const leastLift = 1.5;

/** What most of the cases that got worse have in common and the others have not: a tag, or the expected value. One clause such as `8 of the 11 are tagged "refund"`; null where nothing stands out. */
export function describePattern(labels: readonly LabelledCase[], cases: readonly CasePlan[]): string | null {
  const worse = new Set(labels.filter(({ label }) => isWorse(label)).map((one) => one.case));
  if (worse.size < fewest) return null;
  const counts = new Map<string, { inWorse: number; inAll: number }>();
  for (const row of cases) {
    for (const trait of listTraits(row)) {
      const { inWorse, inAll } = counts.get(trait) ?? { inWorse: 0, inAll: 0 };
      counts.set(trait, { inWorse: inWorse + (worse.has(row.id) ? 1 : 0), inAll: inAll + 1 });
    }
  }
  const [best] = [...counts]
    .map(([trait, { inWorse, inAll }]) => ({
      trait,
      inWorse,
      share: inWorse / worse.size,
      usual: inAll / cases.length,
    }))
    .filter(({ inWorse, share, usual }) => inWorse >= fewest && share >= leastShare && share >= leastLift * usual)
    .sort((a, b) => b.inWorse - a.inWorse || a.usual - b.usual || (a.trait < b.trait ? -1 : 1));
  return best === undefined ? null : `${best.inWorse} of the ${worse.size} ${best.trait}`;
}

function listTraits({ scoring }: CasePlan): readonly string[] {
  const { expected } = scoring.variables;
  const tags = scoring.tags.map((tag) => `are tagged ${JSON.stringify(tag)}`);
  return typeof expected === 'string' && expected.length <= 40 ? [...tags, `expect ${JSON.stringify(expected)}`] : tags;
}
