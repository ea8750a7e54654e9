import type { CaseData, PageData, PromptName } from '../browse/page-data.ts';
import { happenedOf } from '../browse/query.ts';
import { tellScores } from '../browse/score-text.ts';
import { renderCase, toneOf } from './case-view.ts';
import type { DiffMode } from './diff-view.ts';
import { type Child, make, makeButton } from './dom.ts';

/** Lines that are made at once; a browser has to lay them out between two keystrokes. */
const pageSize = 60;
const hintLength = 240;

/** The list of cases: lines by their place in the page's data, at most one of them open. */
export interface ListView {
  readonly element: HTMLElement;
  /** Shows these cases, the first page of them at once. */
  show(places: readonly number[]): void;
  /** Opens a case that is shown, and closes any other; null closes. */
  open(place: number | null): void;
  /** The case that is open, and the one that the keyboard is at; null where there is none. */
  opened(): number | null;
  current(): number | null;
  /** Puts the keyboard on a case that is shown. */
  focus(place: number): void;
  /** The shown case so many lines further on; null past the ends. */
  step(from: number | null, by: number): number | null;
}

/** Makes the list; `press` is told of a case whose line is pressed. */
export function createListView(data: PageData, mode: DiffMode, press: (place: number) => void): ListView {
  const list = make('ol', { class: 'list', 'aria-label': 'Cases' });
  const more = makeButton({ hidden: true }, () => grow(pageSize), 'Show more');
  const lines = new Map<number, HTMLLIElement>();
  let places: readonly number[] = [];
  let made = 0;
  let opened: number | null = null;
  let current: number | null = null;

  const grow = (by: number) => {
    const next = places.slice(made, made + by);
    list.append(...next.map(makeLine));
    made += next.length;
    more.hidden = made >= places.length;
  };
  const makeLine = (place: number) => {
    const entry = data.cases[place] as CaseData;
    const row = renderRow(data, entry, () => press(place));
    row.addEventListener('focus', () => (current = place));
    const line = make('li', {}, row);
    lines.set(place, line);
    return line;
  };
  const reach = (place: number) => {
    const at = places.indexOf(place);
    if (at >= made) grow(at + 1 - made + pageSize);
    return lines.get(place) ?? null;
  };
  const rowOf = (line: HTMLLIElement) => line.firstElementChild as HTMLButtonElement;
  const close = () => {
    const line = opened === null ? undefined : lines.get(opened);
    if (line !== undefined) {
      line.classList.remove('open');
      rowOf(line).setAttribute('aria-expanded', 'false');
      line.lastElementChild?.remove();
    }
    opened = null;
  };

  new IntersectionObserver(
    (seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting) && !more.hidden) grow(pageSize);
    },
    { rootMargin: '600px' },
  ).observe(more);

  return {
    element: make('div', {}, list, more),
    show: (wanted) => {
      close();
      places = wanted;
      made = 0;
      current = null;
      lines.clear();
      list.replaceChildren();
      grow(pageSize);
    },
    open: (place) => {
      close();
      const line = place === null ? null : reach(place);
      if (place === null || line === null) return;
      opened = place;
      line.classList.add('open');
      rowOf(line).setAttribute('aria-expanded', 'true');
      line.append(renderCase(data, data.cases[place] as CaseData, mode));
    },
    opened: () => opened,
    current: () => current,
    focus: (place) => {
      const line = reach(place);
      if (line === null) return;
      rowOf(line).focus({ preventScroll: true });
      line.scrollIntoView({ block: opened === place ? 'start' : 'nearest' });
    },
    step: (from, by) => {
      const at = from === null ? -1 : places.indexOf(from);
      return places[at < 0 ? 0 : at + by] ?? null;
    },
  };
}

function renderRow(data: PageData, entry: CaseData, press: () => void): HTMLButtonElement {
  const { id, label, critical, input = '', expected } = entry;
  const hint = [
    input.slice(0, hintLength).replace(/\s+/g, ' '),
    expected === undefined ? '' : `→ ${expected.slice(0, 60)}`,
  ];
  return makeButton(
    { class: 'row', 'aria-expanded': 'false' },
    press,
    make('span', { class: `label ${happenedOf(label)}` }, label),
    make('span', { class: 'id', dir: 'auto' }, critical ? make('b', { class: 'critical' }, '! ') : null, id),
    make('span', { class: 'hint', dir: 'auto' }, hint.filter((part) => part !== '').join(' ')),
    make('span', { class: 'scores' }, ...renderScores(data.prompts[entry.of] as PromptName, entry)),
  );
}

/** What differs first; where nothing does, the first metric stands for all. */
function renderScores(prompt: PromptName, { metrics }: CaseData): readonly Child[] {
  const differing = metrics.filter(({ label }) => label !== 'same' && label !== 'new');
  const shown = differing.length > 0 ? differing : metrics.slice(0, 1);
  return shown.flatMap(({ at, scores: [baseline, candidate] }, index) => {
    const metric = prompt.metrics[at];
    if (metric === undefined) return [];
    const [from, to] = [tellScores(baseline, metric), tellScores(candidate, metric)];
    const part = ({ text, isGood }: typeof from) => make('span', { class: toneOf(isGood) }, text);
    return [index === 0 ? '' : ', ', `${metric.name} `, part(from), ' → ', part(to)];
  });
}
