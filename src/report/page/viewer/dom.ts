import { revealText } from '../../escape.ts';

/** What an element may hold: foreign or own text, elements, or nothing. */
export type Child = string | Node | null;

/** Attributes by name; true stands alone, null and false are not there. */
export type Attributes = Readonly<Record<string, string | boolean | null>>;

/**
 * Makes an element. The one way in which anything comes into the page: a text is only ever text, what cannot be seen in it
 * is shown, and an attribute that could run or load something is none that anybody here sets.
 */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue;
    element.setAttribute(name, value === true ? '' : revealText(value));
  }
  element.append(
    ...children.flatMap((child) => (child === null ? [] : [typeof child === 'string' ? revealText(child) : child])),
  );
  return element;
}

/** A button that does something when it is pressed. */
export function makeButton(
  attributes: Attributes,
  press: () => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  const button = make('button', { type: 'button', ...attributes }, ...children);
  button.addEventListener('click', press);
  return button;
}

/** Foreign text as a block of its own. */
export function makeBlock(text: string): HTMLElement {
  return make('pre', { dir: 'auto', tabindex: '0' }, text);
}
