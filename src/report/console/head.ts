import { posix } from 'node:path';
import { closeSentence, count, listFirst } from '../../text/prose.ts';
import { cutText, oneLine } from '../escape.ts';
import type { Report } from '../report.ts';
import { describeReportCauses } from '../words/cause.ts';
import { shortCommit } from '../words/grouping.ts';
import { titleOf } from '../words/prompt-words.ts';
import { cutMiddle, measure, wrap } from './cells.ts';
import { adviseNext } from './next-step.ts';
import type { PageLink } from './page-link.ts';
import type { Screen } from './screen.ts';
import { nameSides } from './table.ts';

const colours = { fail: 'red', pass: 'green', inconclusive: 'yellow', invalid: 'yellow' } as const;
const maxNamed = 2;
const maxSentence = 1000;

/** What the first lines say beside the report. */
export interface HeadFacts {
  /** Null where no page was written. */
  readonly page: PageLink | null;
  /** What the user is to know of his own flags, a sentence each. */
  readonly words: readonly string[];
}

/** What happened, whether it would block, what now; then what else a reader must see. Nothing is said twice. */
export function renderHead(report: Report, { page, words }: HeadFacts, screen: Screen): readonly string[] {
  const sayOnce = createOnce();
  const said = (sentence: string) =>
    sayOnce(sentence) ? wrap(oneLine(cutText(sentence, maxSentence)), screen.width, '  ') : [];
  const next = adviseNext(report);
  const head = [
    renderVerdict(report, screen),
    ...said(nameTitle(report)).map((line) => screen.paint('bold', line)),
    ...renderSides(report, screen),
    // An error says the same with its place.
    ...(report.errors.length > 0 ? [] : report.details).flatMap(said),
    ...describeReportCauses(report).map(closeSentence).flatMap(said),
    ...[...(next === null ? [] : [`Next: ${next}`]), ...words].flatMap(said),
    ...(page === null ? [] : renderPage(page, screen)),
  ];
  const notices = report.notices.flatMap(said);
  return notices.length === 0 ? head : [...head, '', ...notices];
}

/** `FAIL  triage · triage.prompt.yml  would block`. */
function renderVerdict(report: Report, screen: Screen): string {
  const word = report.verdict.toUpperCase();
  const blocks = describeBlocking(report);
  const room = screen.width - word.length - (blocks === '' ? 0 : blocks.length + 2) - 2;
  const subject = cutMiddle(oneLine(nameSubject(report)), Math.max(0, room));
  const verdict = screen.paint('bold', screen.paint(colours[report.verdict], word));
  return [verdict, ...(subject === '' ? [] : [screen.paint('bold', subject)]), ...(blocks === '' ? [] : [blocks])].join(
    '  ',
  );
}

/** Whether the verdict would turn the check red; nothing where that goes without saying, or nothing was judged. */
function describeBlocking({ verdict, green, grounds }: Report): string {
  if (!green) return 'would block';
  const isOpen = verdict === 'inconclusive' && grounds.length === 0;
  return verdict === 'pass' || isOpen ? '' : 'would not block';
}

/** The suites that ran, and of one their prompt. */
function nameSubject({ suites }: Report): string {
  const ran = suites.filter(({ status }) => status === 'run');
  const prompts = ran.flatMap((suite) => suite.prompts).filter(({ change }) => change !== 'deleted');
  const [only] = prompts;
  const names = listFirst(
    ran.map(({ name }) => name),
    maxNamed,
  );
  if (only === undefined) return names;
  return `${names} · ${prompts.length === 1 ? posix.basename(titleOf(only)) : count(prompts.length, 'prompt')}`;
}

/** A single mistake follows with its place: the title would be the same words. */
function nameTitle({ title, errors }: Report): string {
  const isError = errors.some(({ message }) => title.includes(message.replace(/[.!?]$/, '')));
  return isError ? 'Could not be judged; this says nothing about the prompt.' : title;
}

function renderSides(report: Report, screen: Screen): readonly string[] {
  if (report.base === null || report.head === null) return [];
  // Of a working tree, which no command repeats, it would be a number that nobody finds.
  const commits = [shortCommit(report.base), report.reproduce === null ? null : shortCommit(report.head)];
  const named = nameSides(report).map((name, index) => [name, commits[index]].filter((part) => part != null).join(' '));
  return wrap(named.join(' → '), screen.width, '  ').map((line) => screen.paint('dim', line));
}

function renderPage({ path, address }: PageLink, screen: Screen): readonly string[] {
  const [first = '', ...more] = wrap(oneLine(path), screen.width, '  Report: ', '  ');
  const isWhole = more.length === 0 && measure(first) <= screen.width;
  return isWhole ? [`  Report: ${screen.link(oneLine(path), address)}`] : [first, ...more];
}

/** Tells whether a sentence is new. */
function createOnce(): (sentence: string) => boolean {
  const said = new Set<string>();
  return (sentence) => {
    const key = sentence.toLowerCase().replace(/[.!?]$/, '');
    const isNew = key !== '' && !said.has(key);
    said.add(key);
    return isNew;
  };
}
