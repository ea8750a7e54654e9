import { contentHash } from '../../json.ts';
import { drawEvenly, type LabelItem, type LabelSource, readText } from './items.ts';

/** Chooses cases whose two outputs a person is to compare, as many from each fifth of the judge's scale as there are. Which one stands first is drawn by the pair's hash and not written down in words; equal outputs are no question. The same files give the same pairs in the same places. */
export function choosePreferences(
  sources: readonly LabelSource[],
  labelled: ReadonlySet<string>,
  count: number,
): readonly LabelItem[] {
  const items = groupPairs(sources).flatMap(({ base, candidate }) => buildPair(base, candidate) ?? []);
  return drawEvenly(items, labelled, count);
}

interface Pair {
  readonly base: LabelSource;
  readonly candidate: LabelSource;
}

/** The outputs of both sides of each sample that has them. */
function groupPairs(sources: readonly LabelSource[]): readonly Pair[] {
  const keyOf = ({ suite, prompt, case: id, sample }: LabelSource) => JSON.stringify([suite, prompt, id, sample]);
  const bases = new Map(sources.filter(({ arm }) => arm === 'base').map((source) => [keyOf(source), source]));
  return sources.flatMap((candidate) => {
    const base = candidate.arm === 'candidate' ? bases.get(keyOf(candidate)) : undefined;
    return base === undefined ? [] : [{ base, candidate }];
  });
}

/** The judge's score of the candidate's output says how it did against the base's. */
function buildPair(base: LabelSource, candidate: LabelSource): LabelItem | null {
  const [theirs, ours] = [readText(base.output), readText(candidate.output)];
  if (theirs === null || ours === null || theirs === ours) return null;
  const { suite, prompt, case: caseId, input, judge: score } = candidate;
  const hash = contentHash(['preference', suite, prompt, caseId, theirs, ours]);
  const isOursFirst = Number.parseInt(hash.slice(-1), 16) % 2 === 0;
  const [first, second] = isOursFirst ? [ours, theirs] : [theirs, ours];
  const [a, b] = isOursFirst ? [candidate, base] : [base, candidate];
  return {
    id: hash.slice(0, 12),
    prompt,
    case: caseId,
    input,
    kept: { A: a.output, B: b.output },
    text: `── first\n${first}\n\n── second\n${second}`,
    judge: score === null || isOursFirst ? score : 1 - score,
    drawn: null,
  };
}
