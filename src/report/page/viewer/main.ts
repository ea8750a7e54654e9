import { count } from '../../../text/prose.ts';
import { anchorOf, readAnchor } from '../../words/anchor.ts';
import { formatCount } from '../../words/numbers.ts';
import { fillTexts, type PageData } from '../browse/page-data.ts';
import { createBrowser, listFacets } from '../browse/query.ts';
import { createControls } from './controls.ts';
import { createHelp, listenToKeys } from './keys.ts';
import { createListView } from './list-view.ts';

function start(place: HTMLElement, source: HTMLElement): void {
  const data = fillTexts(JSON.parse(source.textContent ?? '') as PageData);
  // The text would else be there twice.
  source.remove();
  const browser = createBrowser(data);
  const help = createHelp();
  const controls = createControls(listFacets(data), ask, () => help.dialog.showModal());
  const mode = { isUnified: matchMedia('(max-width: 46rem)').matches };
  const list = createListView(data, mode, (at) => show(list.opened() === at ? null : at));
  const total = data.cases.length;

  function ask(): void {
    const found = browser.find(controls.query());
    list.show(found);
    controls.tell(
      found.length === total ? count(total, 'case') : `${formatCount(found.length)} of ${count(total, 'case')}`,
    );
  }

  const anchorAt = (at: number) => {
    const entry = data.cases[at];
    const prompt = entry && data.prompts[entry.of];
    return entry === undefined || prompt === undefined ? '#' : anchorOf(prompt.suite, prompt.prompt, entry.id);
  };

  /** Opens a case, or none, and says so in the address; the browser's own way back leads to what was open before. */
  function show(at: number | null): void {
    list.open(at);
    history.pushState(null, '', at === null ? location.pathname + location.search : anchorAt(at));
    if (at !== null) list.focus(at);
  }

  /** Does what the address says; a case that a filter hides is worth more than the filter. */
  function follow(): void {
    const named = readAnchor(location.hash);
    if (named === null) {
      list.open(null);
      return;
    }
    const wanted = anchorOf(named.suite, named.prompt, named.case);
    const at = data.cases.findIndex((_, place) => anchorAt(place) === wanted);
    if (at < 0) {
      controls.tell('The address names a case that is not in this report.');
      return;
    }
    if (!browser.find(controls.query()).includes(at)) {
      controls.clear();
      ask();
    }
    list.open(at);
    list.focus(at);
  }

  function step(by: number): void {
    const isReading = list.opened() !== null;
    const at = list.step(list.opened() ?? list.current(), by);
    if (at === null) return;
    if (isReading) {
      list.open(at);
      history.replaceState(null, '', anchorAt(at));
    }
    list.focus(at);
  }

  /** Out of the search first, then out of the case. */
  function leave(): void {
    const at = list.opened();
    if (document.activeElement === controls.search) controls.search.blur();
    else if (at !== null) {
      show(null);
      list.focus(at);
    }
  }

  place.append(controls.element, list.element, help.dialog);
  ask();
  controls.search.addEventListener('focus', browser.prepare, { once: true });
  addEventListener('popstate', follow);
  listenToKeys(
    {
      next: () => step(1),
      previous: () => step(-1),
      open: () => {
        const at = list.opened() ?? list.current();
        if (at !== null) show(list.opened() === null ? at : null);
      },
      search: () => controls.search.focus(),
      leave,
    },
    help,
  );
  if (location.hash !== '') follow();
}

const [place, source] = ['viewer', 'data'].map((id) => document.getElementById(id));
if (place && source) start(place, source);
