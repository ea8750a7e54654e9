import type { Json } from '../../json.ts';
import { Arguments, type Callable } from './arguments.ts';
import { asMap, filters } from './filters.ts';
import { join, replace, stripEnds } from './texts.ts';
import { listItems, nameKind, RenderFault } from './values.ts';

const onText =
  (
    work: (text: string, ...args: Parameters<Callable> extends [unknown, ...infer Rest] ? Rest : never) => Json,
  ): Callable =>
  (value, args, budget) => {
    if (typeof value !== 'string') {
      throw new RenderFault(
        `calls a method of text on ${nameKind(value)}.`,
        'Write "| string" behind the value first.',
      );
    }
    budget.spend(value.length);
    return work(value, args, budget);
  };

const strip = (atStart: boolean, atEnd: boolean): Callable =>
  onText((text, args) => {
    if (args.find(0, 'chars') !== undefined) return stripEnds(text, args.text(0, 'chars'), atStart, atEnd);
    const half = atStart ? text.trimStart() : text;
    return atEnd ? half.trimEnd() : half;
  });

const filter = (name: string): Callable => filters.get(name) as Callable;

/** Python's methods of texts and maps that templates call, as functions of ours: nothing of JavaScript is reached. */
export const methods: ReadonlyMap<string, Callable> = new Map<string, Callable>([
  ['upper', onText((text) => text.toUpperCase())],
  ['lower', onText((text) => text.toLowerCase())],
  ['title', filter('title')],
  ['capitalize', filter('capitalize')],
  ['strip', strip(true, true)],
  ['lstrip', strip(true, false)],
  ['rstrip', strip(false, true)],
  ['replace', replace],
  ['startswith', onText((text, args) => text.startsWith(args.text(0, 'prefix')))],
  ['endswith', onText((text, args) => text.endsWith(args.text(0, 'suffix')))],
  ['split', onText((text, args) => split(text, args.find(0, 'sep') ?? null, args.whole(1, 'maxsplit', -1)))],
  [
    'join',
    onText((text, args, budget) =>
      join(listItems(args.find(0, 'iterable') ?? [], budget), new Arguments([text], new Map()), budget),
    ),
  ],
  ['items', (value) => Object.entries(asMap(value))],
  ['keys', (value) => Object.keys(asMap(value))],
  ['values', (value) => Object.values(asMap(value))],
  [
    'get',
    (value, args) => {
      const map = asMap(value);
      const key = String(args.find(0, 'key'));
      return Object.hasOwn(map, key) ? map[key] : (args.find(1, 'default') ?? null);
    },
  ],
]);

function split(text: string, separator: Json, most: number): Json {
  if (separator === '') throw new RenderFault('splits a text at nothing.', 'Name what is to be split at.');
  const parts = separator === null ? text.trim().split(/\s+/) : text.split(String(separator));
  if (most < 0 || parts.length <= most + 1) return separator === null && text.trim() === '' ? [] : parts;
  const rest = parts.slice(most).join(separator === null ? ' ' : String(separator));
  return [...parts.slice(0, most), rest];
}

/** The functions that a template may call. */
export const functions: ReadonlyMap<string, Callable<null>> = new Map<string, Callable<null>>([
  [
    'range',
    (_, args, budget) => {
      const first = args.whole(0, 'start', 0);
      const [start, stop] = args.find(1, 'stop') === undefined ? [0, first] : [first, args.whole(1, 'stop', 0)];
      const step = args.whole(2, 'step', 1);
      if (step === 0) throw new RenderFault('has a range with steps of 0.', 'Write another step.');
      const length = Math.max(0, Math.ceil((stop - start) / step));
      budget.spend(length);
      return Array.from({ length }, (_item, index) => start + index * step);
    },
  ],
]);
