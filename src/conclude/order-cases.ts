import { type DifferingCase, isGain } from './differing-cases.ts';

/** One case with all metrics in which it differs, the one that matters most first; never empty. */
export type DifferingCases = readonly [DifferingCase, ...DifferingCase[]];

/**
 * Every case once. What got worse comes before what got better, failing comparisons before other gating ones before report
 * only; among equals the comparisons take turns, each with its critical cases first and then its largest changes,
 * of equal ones those that more metrics saw.
 */
export function orderCases(differing: readonly DifferingCase[]): readonly DifferingCases[] {
  const entries = groupBy(differing, ({ prompt, row }) => [prompt.suite, prompt.id, row.id]).map(
    (entry) => [...entry].sort(compareMetrics) as unknown as DifferingCases,
  );
  const taken = new Set<DifferingCases>();
  for (const gain of [false, true]) {
    for (const tier of [0, 1, 2]) takeInTurn(listQueues(entries, gain, tier), taken);
  }
  return [...taken];
}

function compareMetrics(a: DifferingCase, b: DifferingCase): number {
  return Number(isGain(a)) - Number(isGain(b)) || a.tier - b.tier || compareSize(a, b);
}

/** The largest change first; one of unknown size last. */
function compareSize(a: DifferingCase, b: DifferingCase): number {
  return Math.abs(b.drop ?? 0) - Math.abs(a.drop ?? 0);
}

/** The cases whose first metric is of this kind, once under each comparison of this kind, the most urgent first. */
function listQueues(
  entries: readonly DifferingCases[],
  gain: boolean,
  tier: number,
): readonly (readonly DifferingCases[])[] {
  const isOfKind = (one: DifferingCase) => isGain(one) === gain && one.tier === tier;
  const members = entries
    .filter(([first]) => isOfKind(first))
    .flatMap((entry) => entry.filter(isOfKind).map((one) => ({ one, entry })));
  const critical = ({ row }: DifferingCase) => Number(row.critical);
  return groupBy(members, ({ one }) => [one.prompt.suite, one.prompt.id, one.metric.name]).map((queue) =>
    [...queue]
      .sort((a, b) => critical(b.one) - critical(a.one) || compareSize(a.one, b.one) || b.entry.length - a.entry.length)
      .map(({ entry }) => entry),
  );
}

function takeInTurn(queues: readonly (readonly DifferingCases[])[], taken: Set<DifferingCases>): void {
  const rests = queues.map((queue) => queue.values());
  let before = -1;
  while (taken.size > before) {
    before = taken.size;
    for (const rest of rests) {
      let next = rest.next();
      while (!next.done && taken.has(next.value)) next = rest.next();
      if (!next.done) taken.add(next.value);
    }
  }
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => readonly string[]): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = JSON.stringify(keyOf(item));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
