import { make, makeButton } from './dom.ts';

/** What the keyboard can do to the list. */
export interface KeyActions {
  next(): void;
  previous(): void;
  open(): void;
  search(): void;
  leave(): void;
}

const keys: readonly (readonly [names: readonly string[], words: string])[] = [
  [['j'], 'next case'],
  [['k'], 'previous case'],
  [['Enter', 'o'], 'open or close it'],
  [['/'], 'search'],
  [['Esc'], 'leave the search, close the case'],
  [['?'], 'these keys'],
];

/** The dialog that names the keys, and lets whoever speaks to the browser switch them off. */
export function createHelp(): { readonly dialog: HTMLDialogElement; readonly isOn: () => boolean } {
  const box = make('input', { type: 'checkbox', checked: true });
  const terms = keys.flatMap(([names, words]) => [
    make('dt', {}, ...names.flatMap((name, place) => [place === 0 ? '' : ' ', make('kbd', {}, name)])),
    make('dd', {}, words),
  ]);
  const dialog: HTMLDialogElement = make(
    'dialog',
    { 'aria-label': 'Keys' },
    make('dl', {}, ...terms),
    make('label', {}, box, ' single keys are on'),
    makeButton({}, () => dialog.close(), 'Close'),
  );
  return { dialog, isOn: () => box.checked };
}

/** Listens to the whole page, and leaves alone what is typed into a field or meant for the browser. */
export function listenToKeys(actions: KeyActions, help: ReturnType<typeof createHelp>): void {
  const single: Readonly<Record<string, () => void>> = {
    j: actions.next,
    k: actions.previous,
    o: actions.open,
    '/': actions.search,
    '?': () => help.dialog.showModal(),
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || help.dialog.open) return;
    if (event.key === 'Escape') {
      actions.leave();
      return;
    }
    const isTyped = event.target instanceof Element && event.target.matches('input, select, textarea');
    const act = single[event.key];
    if (act === undefined || isTyped || !help.isOn()) return;
    event.preventDefault();
    act();
  });
}
