import { formatCount } from '../../words/numbers.ts';
import { make, makeButton } from './dom.ts';

/** One row of filters of a kind. */
export interface Chips<T extends string> {
  /** Null where there are too few values to choose from. */
  readonly element: HTMLElement | null;
  readonly chosen: ReadonlySet<T>;
  clear(): void;
}

/** More would push the list off the screen: the rest is shown on demand. */
const mostShown = 12;

/** A button for each value with its number of cases, pressed or not; `ask` is called when one was pressed. */
export function createChips<T extends string>(
  name: string,
  values: readonly (readonly [value: T, cases: number])[],
  least: number,
  ask: () => void,
): Chips<T> {
  const chosen = new Set<T>();
  const chips = values.map(([value, cases]) => {
    const press = () => {
      if (!chosen.delete(value)) chosen.add(value);
      chip.setAttribute('aria-pressed', String(chosen.has(value)));
      ask();
    };
    const chip = makeButton(
      { class: 'chip', 'aria-pressed': 'false' },
      press,
      value,
      make('small', {}, formatCount(cases)),
    );
    return chip;
  });
  return {
    element: values.length < least ? null : makeGroup(name, chips),
    chosen,
    clear: () => {
      chosen.clear();
      for (const chip of chips) chip.setAttribute('aria-pressed', 'false');
    },
  };
}

function makeGroup(name: string, chips: readonly HTMLElement[]): HTMLElement {
  const rest = chips.slice(mostShown);
  const more = makeButton({ class: 'chip' }, () => more.replaceWith(...rest), `${formatCount(rest.length)} more`);
  const shown = rest.length > 1 ? [...chips.slice(0, mostShown), more] : chips;
  return make(
    'div',
    { class: 'chips', role: 'group', 'aria-label': name },
    make('span', { 'aria-hidden': 'true' }, name),
    make('div', {}, ...shown),
  );
}
