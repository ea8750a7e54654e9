import { isJsonNumber, isJsonObject, type Json, type JsonObject, writeJson } from '../../json.ts';
import { hintKnown, quoteName } from '../../text/problems.ts';
import { Arguments, type Callable } from './arguments.ts';
import { pluck, reverse, select, sort, sum, unique } from './lists.ts';
import { readNumber, round } from './numbers.ts';
import { calculate } from './operators.ts';
import { capitalise, indent, join, replace, title, trim } from './texts.ts';
import { type Budget, listItems, nameKind, RenderFault, writeValue } from './values.ts';

const onText =
  (change: (text: string) => string): Callable =>
  (value, _, budget) =>
    change(writeValue(value, budget));

/** The filters by their names. `default` is here for its name: whoever evaluates it knows what is missing. */
export const filters: ReadonlyMap<string, Callable> = new Map<string, Callable>([
  ['default', (value) => value],
  ['d', (value) => value],
  ['upper', onText((text) => text.toUpperCase())],
  ['lower', onText((text) => text.toLowerCase())],
  ['title', onText(title)],
  ['capitalize', onText(capitalise)],
  ['trim', trim],
  ['replace', replace],
  ['indent', indent],
  ['string', onText((text) => text)],
  ['safe', (value) => value],
  ['tojson', writeAsJson],
  // As Nunjucks calls it.
  ['dump', writeAsJson],
  ['length', count],
  ['count', count],
  ['list', (value, _, budget) => [...listItems(value, budget)]],
  ['first', (value, _, budget) => listItems(value, budget)[0]],
  ['last', (value, _, budget) => listItems(value, budget).at(-1)],
  ['join', (value, args, budget) => join(pluck(listItems(value, budget), args.find(1, 'attribute')), args, budget)],
  ['reverse', reverse],
  ['sort', sort],
  ['unique', unique],
  ['map', map],
  ['selectattr', (value, args, budget) => select(value, args, budget, true)],
  ['rejectattr', (value, args, budget) => select(value, args, budget, false)],
  ['items', (value) => Object.entries(asMap(value))],
  [
    'dictsort',
    (value, _, budget) => sort(Object.entries(asMap(value)), new Arguments([], new Map([['attribute', '0']])), budget),
  ],
  ['sum', sum],
  ['abs', (value) => (isJsonNumber(value) && value < 0 ? calculate('-', 0, value) : value)],
  ['int', (value, args) => readNumber(value, args, true)],
  ['float', (value, args) => readNumber(value, args, false)],
  ['round', round],
]);

/** The map that a value is; throws a RenderFault where it is none. */
export function asMap(value: Json): JsonObject {
  if (isJsonObject(value)) return value;
  throw new RenderFault(`wants a map, not ${nameKind(value)}.`, 'Only a map has keys.');
}

function count(value: Json, _: Arguments, budget: Budget): Json {
  return Array.isArray(value)
    ? value.length
    : listItems(typeof value === 'string' ? value : asMap(value), budget).length;
}

function writeAsJson(value: Json, args: Arguments, budget: Budget): Json {
  const width = Math.min(10, Math.max(0, args.whole(0, 'indent', 0)));
  budget.weigh(value);
  const text = writeJson(value, width);
  budget.spend(text.length);
  return text;
}

function map(value: Json, args: Arguments, budget: Budget): Json {
  const items = listItems(value, budget);
  const attribute = args.named.get('attribute');
  if (attribute !== undefined) return pluck(items, attribute, args.named.get('default'));
  const name = args.text(0, 'filter');
  const filter = filters.get(name);
  if (filter === undefined) {
    throw new RenderFault(`uses the unknown filter ${quoteName(name)}.`, hintKnown(name, [...filters.keys()]));
  }
  budget.spend(items.length);
  const rest = new Arguments(args.given.slice(1), args.named);
  return items.map((item) => filter(item, rest, budget) ?? null);
}
