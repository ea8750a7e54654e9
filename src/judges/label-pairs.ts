import { contentHash } from '../json.ts';
import { buildLabelItem, type LabelItem, type LabelSource } from './label-items.ts';

/** Chooses cases to label on both sides, for the corrected difference of a change: drawn at random whatever the judge said of them, since the corrected figure rests on that. About `count` outputs without a label, a case always whole; the first sample of each side, in an order that does not tell which is which. Equal outputs of both sides are one item. The same files give the same items in the same order. */
export function chooseLabelPairs(
  sources: readonly LabelSource[],
  labelled: ReadonlySet<string>,
  count: number,
): readonly LabelItem[] {
  const cases = new Map<string, LabelSource[]>();
  for (const source of sources) {
    if (source.sample !== 0) continue;
    const key = contentHash(['pair', source.suite, source.prompt, source.case]);
    cases.set(key, [...(cases.get(key) ?? []), source]);
  }
  const chosen: LabelItem[] = [];
  for (const key of [...cases.keys()].sort()) {
    if (chosen.length >= count) break;
    const items = (cases.get(key) ?? []).map((source) => ({ arm: source.arm, item: buildLabelItem(source) }));
    if (items.some(({ item }) => item === null) || new Set(items.map(({ arm }) => arm)).size < 2) continue;
    const own = new Map(items.flatMap(({ item }) => (item === null ? [] : [[item.id, item] as const])));
    chosen.push(
      ...[...own.values()]
        .filter(({ id }) => !labelled.has(id))
        .sort((a, b) => (contentHash(a.id) < contentHash(b.id) ? -1 : 1)),
    );
  }
  return chosen;
}
