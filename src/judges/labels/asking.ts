import type { BriefAnswer, JudgeBrief } from '../brief.ts';
import type { Label } from './lines.ts';
import { type ScoredKind, scoreToLabel } from './scale.ts';

/** How a person is asked what a judge is asked, so that a label and what the judge said measure the same thing. */
export interface Asking {
  readonly brief: JudgeBrief;
  /** What is shown below the input, as a heading: one answer or two. */
  readonly shows: 'Output' | 'Two answers';
  /** The keys that answer, in words. */
  readonly keys: string;
  /** What becomes of an answer, in a sentence; null where it is written as it is typed. */
  readonly worth: string | null;
  /** The label that a typed word is; null for any other word. */
  read(word: string): Label | null;
  /** The label that a judge's score in 0..1 comes to; of two answers it is that of the first. */
  labelOf(score: number): Label;
}

/** The labels of a judge that compares two answers, as it says itself which is better. */
export const preferences = ['A', 'B', 'tie'] as const;

/** The label that a judge's score of the first of two answers comes to. */
export function preferenceOf(score: number): (typeof preferences)[number] {
  return score > 0.5 ? 'A' : score < 0.5 ? 'B' : 'tie';
}

/** Makes the question to people of a judge's brief; `kind` is how labels are written, which a judge of two answers decides itself. */
export function buildAsking(brief: JudgeBrief, kind: ScoredKind): Asking {
  const { answer } = brief;
  if (answer.by === 'preference') return askPreference(brief);
  const shared = { brief, shows: 'Output', labelOf: (score: number) => scoreToLabel(score, kind) } as const;
  const toLabel = (score: number | null) => (score === null ? null : scoreToLabel(score, kind));
  return { ...shared, ...askScore(answer, kind), read: (word) => toLabel(readScore(answer, kind, word)) };
}

function askPreference(brief: JudgeBrief): Asking {
  const words: Readonly<Record<string, Label>> = { '1': 'A', a: 'A', '2': 'B', b: 'B', t: 'tie', tie: 'tie' };
  return {
    brief,
    shows: 'Two answers',
    keys: '1 the first is better, 2 the second, t neither',
    worth: 'The two stand in random places. Written is A for the first, B for the second, or tie.',
    read: (word) => (Object.hasOwn(words, word) ? (words[word] as Label) : null),
    labelOf: preferenceOf,
  };
}

type Scored = Exclude<BriefAnswer, { readonly by: 'preference' }>;

function askScore(answer: Scored, kind: ScoredKind): Pick<Asking, 'keys' | 'worth'> {
  const written = {
    binary: 'good (1) from one half of the scale, else bad (0)',
    ordinal: 'a level: 1 for the least, 5 for the most',
  }[kind];
  if (answer.by === 'criteria') {
    const { ids } = answer;
    const example = ids.map((_, index) => (index === ids.length - 1 ? 'n' : 'y')).join('');
    return {
      keys: `y or n for each of ${ids.join(', ')}, as in ${example}`,
      worth: `What counts is the share of criteria that are met, as for the judge. It is written as ${written}.`,
    };
  }
  if (answer.by === 'choice') {
    const list = answer.choices.map(({ choice }, index) => `${index + 1} ${choice}`).join(', ');
    return {
      keys: list,
      worth: `What counts is the score of the choice, as for the judge. It is written as ${written}.`,
    };
  }
  return kind === 'ordinal'
    ? { keys: '1 worst to 5 best', worth: null }
    : { keys: 'y level 3 or better, n below', worth: 'It is written as good (1) from level 3, else bad (0).' };
}

function readScore(answer: Scored, kind: ScoredKind, word: string): number | null {
  if (answer.by === 'criteria') {
    const said = word.replaceAll(/[\s,]/g, '');
    const isWhole = said.length === answer.ids.length && /^[yn]+$/.test(said);
    return isWhole ? said.replaceAll('n', '').length / said.length : null;
  }
  if (answer.by === 'choice') return /^\d+$/.test(word) ? (answer.choices[Number(word) - 1]?.score ?? null) : null;
  if (kind === 'ordinal') return /^[1-5]$/.test(word) ? (Number(word) - 1) / 4 : null;
  return { y: 1, '1': 1, n: 0, '0': 0 }[word] ?? null;
}
