import type { Json } from '../../json.ts';
import { hintKnown, quoteName } from '../../text/problems.ts';
import type { Arguments } from './arguments.ts';
import { calculate, compare } from './operators.ts';
import { tests } from './tests.ts';
import {
  type Budget,
  findPath,
  isEqual,
  isTrue,
  keyOf,
  listItems,
  Missing,
  RenderFault,
  type Value,
} from './values.ts';

/** The items, or the characters of a text, the last first. */
export function reverse(value: Json, _: Arguments, budget: Budget): Json {
  const items = [...listItems(value, budget)].reverse();
  return typeof value === 'string' ? items.join('') : items;
}

/** The items, or the same attribute of each; throws a RenderFault for an item without it where no `fallback` is given. */
export function pluck(items: readonly Json[], attribute: Json | undefined, fallback?: Json): readonly Json[] {
  if (attribute === undefined || attribute === null) return items;
  return items.map((item) => {
    const found = findPath(item, String(attribute));
    if (found !== undefined) return found;
    if (fallback !== undefined) return fallback;
    const hint = 'Give it one, or name a "default" for those without.';
    throw new RenderFault(`finds no ${quoteName(String(attribute))} in an item.`, hint);
  });
}

/** The items in order, or in that of an attribute; letters of both sizes are one unless it is `case_sensitive`. */
export function sort(value: Json, args: Arguments, budget: Budget): Json {
  const items = listItems(value, budget);
  const fold = (key: Json) => (typeof key === 'string' && !args.isOn(1, 'case_sensitive') ? key.toLowerCase() : key);
  const keys = pluck(items, args.find(2, 'attribute')).map(fold);
  // So often a value is looked at.
  for (let size = items.length; size > 0; size >>= 1) budget.weigh(keys);
  const way = args.isOn(0, 'reverse') ? -1 : 1;
  const order = [...items.keys()].sort((one, other) => way * compare(keys[one] as Json, keys[other] as Json));
  return order.map((index) => items[index] as Json);
}

/** The first of each of equal items. */
export function unique(value: Json, args: Arguments, budget: Budget): Json {
  const items = listItems(value, budget);
  const keys = pluck(items, args.find(1, 'attribute'));
  const seen = new Map<string, Json>();
  for (const [index, item] of items.entries()) {
    const key = keyOf(keys[index] as Json, budget);
    const folded = args.isOn(0, 'case_sensitive') ? key : key.toLowerCase();
    if (!seen.has(folded)) seen.set(folded, item);
  }
  return [...seen.values()];
}

/** The items whose attribute meets a test, or those whose does not; without a test it has to be true. */
export function select(value: Json, args: Arguments, budget: Budget, isKept: boolean): Json {
  const attribute = args.text(0, 'attribute');
  const name = args.find(1, 'test');
  const wanted = args.find(2, 'value') ?? null;
  const test = typeof name === 'string' ? tests.get(name) : (found: Value) => isTrue(found, budget);
  const isLike = name === 'equalto' || name === 'eq' || name === '==';
  if (test === undefined && !isLike) {
    throw new RenderFault(
      `uses the unknown test ${quoteName(String(name))}.`,
      hintKnown(String(name), [...tests.keys(), 'equalto']),
    );
  }
  return listItems(value, budget).filter((item) => {
    const member = findPath(item, attribute);
    const found = member === undefined ? new Missing(attribute) : member;
    budget.step();
    if (test !== undefined) return test(found) === isKept;
    return (!(found instanceof Missing) && isEqual(found, wanted, budget)) === isKept;
  });
}

/** All items, or an attribute of each, added up. */
export function sum(value: Json, args: Arguments, budget: Budget): Json {
  const items = pluck(listItems(value, budget), args.find(0, 'attribute'));
  budget.spend(items.length);
  return items.reduce((total: Json, item) => calculate('+', total, item), args.find(1, 'start') ?? 0);
}
