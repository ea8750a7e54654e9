import type { Facets, Happened, Order, Query } from '../browse/query.ts';
import { createChips } from './chips.ts';
import { make, makeButton } from './dom.ts';

/** Search, sort and filters above the list. */
export interface Controls {
  readonly element: HTMLElement;
  readonly search: HTMLInputElement;
  query(): Query;
  /** Lets every case through again. */
  clear(): void;
  /** Says how many cases are shown. */
  tell(words: string): void;
}

const orders: readonly (readonly [Order, string])[] = [
  ['need', 'most urgent first'],
  ['drop', 'largest drop first'],
  ['id', 'by id'],
  ['dataset', 'as in the dataset'],
];
const kinds: readonly Happened[] = ['worse', 'better', 'flaky', 'unscored', 'new', 'same'];

/** Makes them; `ask` is called whenever the query changed, `help` by the button for keys. */
export function createControls(facets: Facets, ask: () => void, help: () => void): Controls {
  const search = make('input', {
    class: 'search',
    type: 'search',
    placeholder: 'Search ids, inputs, answers, reasons',
    'aria-label': 'Search cases',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const options = orders.map(([value, words]) => make('option', { value }, words));
  const sort = make('select', { 'aria-label': 'Sort' }, ...options);
  const status = make('span', { role: 'status', class: 'soft' });
  const happened = kinds.map((kind) => [kind, facets.happened.get(kind) ?? 0] as const);
  const known = [...happened, ['critical', facets.critical] as const].filter(([, cases]) => cases > 0);
  const what = createChips<Happened | 'critical'>('what', known, 1, ask);
  const metrics = createChips('metric', [...facets.metrics], 2, ask);
  const tags = createChips(
    'tag',
    [...facets.tags].sort((a, b) => b[1] - a[1]),
    1,
    ask,
  );
  const suites = createChips('suite', [...facets.suites], 2, ask);
  const prompts = createChips('prompt', [...facets.prompts], 2, ask);
  const all = [what, metrics, tags, suites, prompts];
  search.addEventListener('input', ask);
  sort.addEventListener('change', ask);
  const keys = makeButton({ 'aria-label': 'Keys' }, help, '?');
  const bar = make('div', { class: 'line bar' }, search, sort, keys, status);
  return {
    element: make('div', { class: 'controls' }, bar, ...all.map(({ element }) => element)),
    search,
    query: () => ({
      text: search.value,
      happened: new Set([...what.chosen].filter((one) => one !== 'critical')),
      critical: what.chosen.has('critical'),
      metrics: metrics.chosen,
      tags: tags.chosen,
      suites: suites.chosen,
      prompts: prompts.chosen,
      order: sort.value as Order,
    }),
    clear: () => {
      search.value = '';
      for (const chips of all) chips.clear();
    },
    tell: (words) => {
      status.textContent = words;
    },
  };
}
