import { cutText } from '../escape.ts';
import type { ArmReport, PromptReport } from '../prompt-report.ts';
import type { SideReport } from '../report.ts';
import { nameSide } from './grouping.ts';
import { formatCount } from './numbers.ts';

type Broken = 'refused' | 'empty' | 'truncated';

/** A move is told from here on: fewer are noise, as one answer of many is. */
const leastShare = 0.05;
const leastAnswers = 2;

const words: Readonly<Record<Broken, readonly [one: string, more: string]>> = {
  refused: ['is a refusal', 'are refusals'],
  empty: ['is empty', 'are empty'],
  truncated: ['is cut off at the token limit', 'are cut off at the token limit'],
};
const kinds = Object.keys(words) as readonly Broken[];

/** How many of an arm's answers are broken, a clause for each way; empty where none is. */
export function listBroken(arm: ArmReport): readonly string[] {
  return kinds.flatMap((kind) => (arm[kind] === 0 ? [] : [`${formatCount(arm[kind])} ${verbOf(kind, arm[kind])}`]));
}

/** Says of each way to be broken whose share differs between the arms of a prompt by 5 points and two answers how many there are on either side, a sentence each. `name` leads it; null where the run has one prompt. */
export function explainMoves(
  { baseline, candidate }: Pick<PromptReport, 'baseline' | 'candidate'>,
  sides: { readonly base: SideReport | null; readonly head: SideReport | null },
  name: string | null,
): readonly string[] {
  if (!baseline?.answered || !candidate?.answered) return [];
  return kinds.flatMap((kind) => {
    const move = Math.abs(candidate[kind] / candidate.answered - baseline[kind] / baseline.answered);
    const isSmall = move < leastShare || move * Math.min(candidate.answered, baseline.answered) < leastAnswers;
    if (isSmall) return [];
    const [now, then] = [candidate[kind], baseline[kind]];
    const share = (count: number, { answered }: ArmReport) =>
      count === 0 ? 'none' : `${formatCount(count)} of ${formatCount(answered)}`;
    const of = name === null ? '' : ` of ${cutText(name, 80)}`;
    const first = now === 0 ? `None of ${formatCount(candidate.answered)}` : share(now, candidate);
    const [head, base] = [nameSide(sides.head, 'candidate'), nameSide(sides.base, 'baseline')];
    return [`${first} answers${of} ${verbOf(kind, now)} on ${head}, ${share(then, baseline)} on ${base}.`];
  });
}

function verbOf(kind: Broken, count: number): string {
  return words[kind][count === 1 ? 0 : 1];
}
