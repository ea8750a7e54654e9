import { contentHash } from '../../json.ts';
import { buildLabelItem, type LabelItem, type LabelSource } from './items.ts';
import { randomStratum } from './weights.ts';

/** Chooses cases to label on both sides, for the corrected difference of a change: drawn at random whatever the judge said of them, since the corrected figure rests on that. About `count` outputs without a label, a case always whole; the first sample of each side, in an order that does not tell which is which. Equal outputs of both sides are one item. The same files give the same items in the same order. */
export function chooseLabelPairs(
  sources: readonly LabelSource[],
  labelled: ReadonlySet<string>,
  count: number,
): readonly LabelItem[] {
  const pairs = groupPairs(sources);
  const of = new Set([...pairs.values()].flat().map(({ id }) => id)).size;
  const chosen: LabelItem[] = [];
  for (const key of [...pairs.keys()].sort()) {
    if (chosen.length >= count) break;
    const own = new Map((pairs.get(key) ?? []).map((item) => [item.id, item]));
    chosen.push(
      ...[...own.values()]
        .filter(({ id }) => !labelled.has(id))
        .sort((a, b) => (contentHash(a.id) < contentHash(b.id) ? -1 : 1))
        .map((item) => ({ ...item, drawn: { stratum: randomStratum, of } })),
    );
  }
  return chosen;
}

/** The first outputs of each case that both sides answered, under a key in random order. */
function groupPairs(sources: readonly LabelSource[]): ReadonlyMap<string, readonly LabelItem[]> {
  const cases = new Map<string, LabelSource[]>();
  for (const source of sources) {
    if (source.sample !== 0) continue;
    const key = contentHash(['pair', source.suite, source.prompt, source.case]);
    cases.set(key, [...(cases.get(key) ?? []), source]);
  }
  return new Map(
    [...cases].flatMap(([key, own]) => {
      const items = own.flatMap((source) => buildLabelItem(source) ?? []);
      const isWhole = items.length === own.length && new Set(own.map(({ arm }) => arm)).size === 2;
      return isWhole ? [[key, items] as const] : [];
    }),
  );
}
