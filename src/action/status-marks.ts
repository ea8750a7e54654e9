import type { CommitStatus } from '../adapters/github/commit-status.ts';

/** What one pull request came to on a head, as the head's status says it. `pending` has no verdict yet. */
export interface StatusMark {
  readonly number: number;
  /** The base branch, cut. */
  readonly base: string;
  readonly state: MarkState;
}

type MarkState = 'success' | 'failure' | 'error' | 'pending';

const maxDescription = 140;
const maxBase = 20;
const one = '#\\d+ \\S+ (?:success|failure|error|pending)';
const suffix = new RegExp(`\\[(${one}(?:, ${one})*)\\]$`);
const byWeight: readonly MarkState[] = ['failure', 'error', 'pending', 'success'];

/** A branch's name as a mark holds it. */
export function shortenBase(base: string): string {
  return base.length <= maxBase ? base : `${base.slice(0, maxBase - 1)}…`;
}

/** A status's description: what is to be read, cut where it must be, and the marks behind it. */
export function renderMarked(sentence: string, marks: readonly StatusMark[]): string {
  const behind = marks.map(({ number, base, state }) => `#${number} ${base} ${state}`).join(', ');
  const room = maxDescription - behind.length - 3;
  const characters = [...sentence];
  const text = characters.length <= room ? sentence : `${characters.slice(0, room - 1).join('')}…`;
  return behind === '' ? text : `${text} [${behind}]`;
}

/** The newest verdict of each pull request, pending where it has none; statuses stand newest first, those of others than `author` say nothing. */
export function readMarks(statuses: readonly CommitStatus[], author: string): readonly StatusMark[] {
  const marks = new Map<number, StatusMark>();
  for (const { creator, description } of statuses) {
    const text = creator === author ? suffix.exec(description)?.[1] : undefined;
    for (const part of text?.split(', ') ?? []) {
      const [number = '', base = '', state = ''] = part.split(' ');
      const mark = { number: Number(number.slice(1)), base, state: state as MarkState };
      if ((marks.get(mark.number)?.state ?? 'pending') === 'pending') marks.set(mark.number, mark);
    }
  }
  return [...marks.values()];
}

/** The mark that weighs most; the first of equals. */
export function findWorst(marks: readonly [StatusMark, ...StatusMark[]]): StatusMark {
  const weigh = (mark: StatusMark) => byWeight.indexOf(mark.state);
  return marks.reduce((worst, mark) => (weigh(mark) < weigh(worst) ? mark : worst));
}
