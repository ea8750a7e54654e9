import type { Message } from '../../../ports.ts';
import { count } from '../../../text/prose.ts';
import { layOut } from '../../diff/json-layout.ts';
import { renderOutputPair, renderOutputText } from '../../diff/output-text.ts';
import { anchorOf } from '../../words/anchor.ts';
import { alignMessages } from '../browse/align-messages.ts';
import { type CaseData, type PageData, type PromptName, readAnswer, type SideData } from '../browse/page-data.ts';
import { happenedOf } from '../browse/query.ts';
import { listSamples, tellScores } from '../browse/score-text.ts';
import { type DiffMode, renderDiff } from './diff-view.ts';
import { type Child, make, makeBlock, makeButton } from './dom.ts';

/** All that is known of one case, below its line in the list. */
export function renderCase(data: PageData, entry: CaseData, mode: DiffMode): HTMLElement {
  const prompt = data.prompts[entry.of] as PromptName;
  return make(
    'div',
    { class: 'case' },
    renderFacts(entry, prompt),
    renderFields(entry),
    renderScores(data, entry, prompt),
    renderAnswers(data, entry, mode),
    renderMessages(data, entry, mode),
  );
}

function renderFacts(entry: CaseData, { suite, prompt }: PromptName): HTMLElement {
  const { id, tags = [], critical, place, url } = entry;
  const anchor = anchorOf(suite, prompt, id);
  const copy = makeButton({}, () => void copyLink(anchor, copy), 'Copy link');
  const where = url?.startsWith('https://')
    ? make('a', { href: url, rel: 'noreferrer' }, place)
    : make('span', {}, place);
  const facts: Child[] = [
    copy,
    where,
    make('span', { dir: 'auto' }, suite === prompt ? suite : `${suite} · ${prompt}`),
  ];
  if (critical) facts.push(make('b', { class: 'critical' }, 'critical'));
  if (tags.length > 0) facts.push(make('span', { dir: 'auto' }, `tagged ${tags.join(', ')}`));
  return make('div', { class: 'line' }, ...facts);
}

async function copyLink(anchor: string, button: HTMLButtonElement): Promise<void> {
  const address = new URL(anchor, location.href).href;
  const isCopied = await navigator.clipboard?.writeText(address).then(
    () => true,
    () => false,
  );
  button.textContent = isCopied ? 'Copied' : "Copy the page's address";
}

function renderFields({ input, expected }: CaseData): HTMLElement | null {
  const fields = [
    ['Input', input],
    ['Expected', expected],
  ] as const;
  const shown = fields.flatMap(([name, text]) =>
    text === undefined ? [] : [make('div', {}, make('h3', {}, name), makeBlock(text))],
  );
  return shown.length === 0 ? null : make('div', { class: 'pair' }, ...shown);
}

/** Every metric with all its scores and what it said of the answers that are shown, both sides side by side. */
function renderScores(data: PageData, { metrics }: CaseData, prompt: PromptName): HTMLElement | null {
  if (metrics.length === 0) return null;
  const header = ['metric', ...data.sides].map((name) => make('th', { scope: 'col' }, name));
  const rows = metrics.map(({ at, label, scores, reasons = [null, null] }) => {
    const metric = prompt.metrics[at];
    if (metric === undefined) return null;
    const cells = scores.map((side, place) => {
      const { text, isGood } = tellScores(side, metric);
      const all = side.length > 1 ? make('small', {}, listSamples(side)) : null;
      const reason = reasons[place] ?? null;
      return make(
        'td',
        {},
        make('span', { class: toneOf(isGood) }, text),
        all,
        reason === null ? null : make('p', { dir: 'auto' }, reason),
      );
    });
    const name = make(
      'th',
      { scope: 'row', dir: 'auto' },
      metric.name,
      make('small', { class: `label ${happenedOf(label)}` }, label),
    );
    return make('tr', {}, name, ...cells);
  });
  const table = make('table', {}, make('thead', {}, make('tr', {}, ...header)), make('tbody', {}, ...rows));
  return make(
    'div',
    {},
    make('h3', {}, 'Scores and reasons'),
    make('div', { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': 'Scores and reasons' }, table),
  );
}

/** The class of a score. */
export function toneOf(isGood: boolean | null): string | null {
  if (isGood === null) return null;
  return isGood ? 'good' : 'bad';
}

function renderAnswers(data: PageData, { sides }: CaseData, mode: DiffMode): HTMLElement | null {
  const [before, after] = sides;
  const [from, to] = [before && readAnswer(before), after && readAnswer(after)];
  const names = [nameAnswer(data.sides[0], before), nameAnswer(data.sides[1], after)] as const;
  const cut = [tellCut(names[0], before), tellCut(names[1], after)].filter((one) => one !== null);
  const title = make('h3', {}, 'Answers');
  if (from === null || to === null) {
    const alone = [renderAnswer(names[0], before), renderAnswer(names[1], after)].filter((one) => one !== null);
    return alone.length === 0 ? null : make('div', {}, title, make('div', { class: 'pair' }, ...alone), ...cut);
  }
  const pair = renderOutputPair(from, to);
  if (pair[0] === pair[1]) {
    const whole = renderOutputText({ ...to, content: layOut(to.content) });
    return make(
      'div',
      {},
      title,
      make('p', { class: 'soft' }, 'Both sides answered the same.'),
      makeBlock(whole),
      ...cut,
    );
  }
  return make('div', {}, title, renderSwitched(pair[0], pair[1], names, mode), ...cut);
}

/** A difference with the button that changes between two columns and one. */
function renderSwitched(before: string, after: string, names: readonly [string, string], mode: DiffMode): HTMLElement {
  const words = () => (mode.isUnified ? 'Side by side' : 'One column');
  const toggle = makeButton(
    {},
    () => {
      mode.isUnified = !mode.isUnified;
      toggle.textContent = words();
      const next = renderDiff(before, after, names, mode);
      shown.replaceWith(next);
      shown = next;
    },
    words(),
  );
  let shown = renderDiff(before, after, names, mode);
  return make(
    'div',
    {},
    make('div', { class: 'line' }, make('span', { class: 'soft' }, `− ${names[0]}, + ${names[1]}`), toggle),
    shown,
  );
}

function renderAnswer(name: string, side: SideData | null): HTMLElement | null {
  if (side === null) return null;
  const answer = readAnswer(side);
  const text = answer === null ? null : renderOutputText({ ...answer, content: layOut(answer.content) });
  const shown =
    text === null
      ? make('p', { dir: 'auto' }, `No answer came: ${side.fault ?? 'its text is not shown'}`)
      : makeBlock(text);
  return make('div', {}, make('p', { class: 'soft' }, name), shown);
}

function nameAnswer(name: string, side: SideData | null): string {
  return side !== null && side.answers > 1 ? `${name} (1 of ${side.answers} answers)` : name;
}

function tellCut(name: string, side: SideData | null): HTMLElement | null {
  const more = side?.answer?.more;
  return more === undefined
    ? null
    : make('p', { class: 'soft' }, `${name}: ${count(more, 'more character')}, see outputs.jsonl.`);
}

/** What each side was sent; made when it is looked at. */
function renderMessages(data: PageData, { sides }: CaseData, mode: DiffMode): HTMLElement | null {
  const [before, after] = sides.map((side) => side?.messages);
  if (before === undefined && after === undefined) return null;
  const details = make('details', {}, make('summary', {}, 'Messages as they were sent'));
  const fill = () => details.append(...compareMessages(data, before ?? [], after ?? [], mode));
  details.addEventListener('toggle', fill, { once: true });
  return details;
}

type Messages = NonNullable<SideData['messages']>;

function compareMessages(data: PageData, before: Messages, after: Messages, mode: DiffMode): readonly HTMLElement[] {
  if (before === 'left' || after === 'left') {
    return [
      make(
        'p',
        { class: 'soft' },
        'A page of this size has no room for them; the prompt and the row say what was sent.',
      ),
    ];
  }
  return alignMessages(readMessages(before), readMessages(after)).map(({ change, ...pair }) => {
    const [from, to] = [pair.before?.content ?? '', pair.after?.content ?? ''];
    const roles = [
      ...new Set([pair.before, pair.after].flatMap((message) => (message === null ? [] : [message.role]))),
    ];
    const words = { same: 'the same on both sides', added: `${data.sides[1]} only`, removed: `${data.sides[0]} only` };
    const what = change === 'moved' || change === 'changed' ? change : words[change];
    const title = make('p', {}, make('b', {}, roles.join(' → ')), make('small', {}, ` ${what}`));
    const isCompared = pair.before !== null && pair.after !== null && from !== to;
    return make('div', {}, title, isCompared ? renderSwitched(from, to, data.sides, mode) : makeBlock(to || from));
  });
}

function readMessages(messages: Exclude<Messages, 'left'>): readonly Message[] {
  return messages.map(([role, text]) => ({ role: role as Message['role'], content: String(text) }));
}
