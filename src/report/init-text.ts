import type { NewFile } from '../init/example.ts';
import type { Finding } from '../init/findings.ts';
import { count } from '../text/prose.ts';
import { oneLine, revealText } from './escape.ts';

/** What `init` did. */
export interface InitResult {
  readonly found: readonly Finding[];
  /** Paths of the files that are new. */
  readonly written: readonly string[];
  /** Files that are there already and stay as they are, each with why. */
  readonly kept: readonly { readonly path: string; readonly reason: string }[];
  /** Texts that were not written. */
  readonly proposed: readonly NewFile[];
  /** What else is to be known, a sentence each. */
  readonly notes: readonly string[];
  /** The one command to run next. */
  readonly next: string;
}

/** The most findings that are listed, and of those that say the same. */
const maxFindings = 40;
const maxAlike = 3;

/** What `init` found, wrote and kept, in plain lines, and what to run next. */
export function renderInit({ found, written, kept, proposed, notes, next }: InitResult): string {
  const shown = found.filter(isTold).slice(0, maxFindings);
  const width = Math.max(0, ...shown.map(({ path }) => oneLine(path).length));
  const lines = [
    ...(found.length === 0 ? [] : ['Found:']),
    ...shown.map((one) => `  ${one.kind.padEnd(8)}  ${oneLine(one.path).padEnd(width)}  ${describe(one)}`),
    ...(found.length > shown.length ? [`  and ${found.length - shown.length} more (--json lists all)`] : []),
    ...written.map((path) => `Written: ${oneLine(path)}`),
    ...kept.map(({ path, reason }) => `Kept: ${oneLine(path)} ${reason}`),
    ...proposed.flatMap(({ path, text }) => ['', `── ${oneLine(path)} (not written)`, text.trimEnd()]),
    ...(proposed.length === 0 ? [] : ['']),
    ...notes.map(oneLine),
    '',
    `Next: ${next}`,
  ];
  return `${lines.map(revealText).join('\n')}\n`;
}

/** Of many of which the same is said, the first few. */
function isTold({ kind, note }: Finding, index: number, all: readonly Finding[]): boolean {
  return all.slice(0, index).filter((one) => one.kind === kind && one.note === note).length < maxAlike;
}

function describe({ format, cases, names, note }: Finding): string {
  const facts = [
    ...(format === null ? [] : [format]),
    ...(cases === 0 ? [] : [count(cases, 'row')]),
    ...(names.length === 0 ? [] : [names.slice(0, 6).join(', ') + (names.length > 6 ? ', …' : '')]),
  ];
  return oneLine([...(facts.length === 0 ? [] : [facts.join('; ')]), note].join(' → '));
}
