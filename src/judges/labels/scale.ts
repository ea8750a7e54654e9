import { buildProblem, type Problem } from '../../errors.ts';
import { quoteName, throwProblems } from '../../text/problems.ts';
import type { Label, LabelKind, LabelLine } from './lines.ts';
import { weighLabels } from './weights.ts';

/** One item as numbers: 1 good and 0 bad where binary, the level where ordinal, a number for each name where nominal. */
export interface Rating {
  /** Null where the judge abstained. */
  readonly judge: number | null;
  readonly human: number;
  readonly human2: number | null;
  /** How many outputs it speaks for. */
  readonly weight: number;
}

/** Labels as numbers. */
export interface Ratings {
  readonly kind: LabelKind;
  readonly items: readonly Rating[];
}

/** Kinds whose labels are scores as well. */
export type ScoredKind = Exclude<LabelKind, 'nominal'>;

/** The label that a judge's score in 0..1 comes to: the nearest level, or good from one half, where the middle level is. */
export function scoreToLabel(score: number, kind: ScoredKind): number {
  return kind === 'ordinal' ? Math.round(1 + 4 * score) : score >= 0.5 ? 1 : 0;
}

/** The score in 0..1 of a label as a number. */
export function labelToScore(label: number, kind: ScoredKind): number {
  return kind === 'ordinal' ? (label - 1) / 4 : label;
}

const goodWords = new Set(['good', 'pass', 'true', 'yes', '1']);
const keys = ['judge', 'human', 'human2'] as const;

/** Turns a judge's scores into labels as the file has them: where people labelled in words, the words that they used. `ratings` are those of `lines`. */
export function buildLabeller(
  lines: readonly LabelLine[],
  ratings: Ratings,
  kind: ScoredKind,
): (score: number | null) => Label | null {
  const written = new Map<number, Label>();
  for (const [index, { human, human2 }] of lines.entries()) {
    const rating = ratings.items[index] as Rating;
    written.set(rating.human, human);
    if (rating.human2 !== null && human2 !== null) written.set(rating.human2, human2);
  }
  const inWords = typeof lines[0]?.human === 'string';
  return (score) => {
    if (score === null) return null;
    const label = scoreToLabel(score, kind);
    // People may have called nothing bad.
    return written.get(label) ?? (inWords ? 'bad' : label);
  };
}

/** Turns labels into numbers; `asked` is the kind that the user named, null finds it. Throws a UserError with the line of every label that is not on the scale asked for. `path` is the file's. */
export function scaleLabels(path: string, lines: readonly LabelLine[], asked: LabelKind | null): Ratings {
  const labels = [...new Set(lines.flatMap((line) => keys.flatMap((key) => line[key] ?? [])))];
  const kind = asked ?? detectKind(labels);
  throwProblems(kind === 'nominal' ? [] : findOutside(path, lines, labels, kind));
  const toNumber = (label: Label): number => (typeof label === 'number' ? label : isGoodWord(label) ? 1 : 0);
  const numberOf = new Map(labels.map((label, index) => [label, kind === 'nominal' ? index : toNumber(label)]));
  const find = (label: Label | null) => (label === null ? null : (numberOf.get(label) ?? null));
  const weights = weighLabels(lines);
  const items = lines.map(({ judge, human, human2 }, index) => ({
    judge: find(judge),
    human: numberOf.get(human) as number,
    human2: find(human2),
    weight: weights[index] as number,
  }));
  return { kind, items };
}

/** All 0 or 1, or two words of which one is a word for good: binary; whole numbers from 1 to 5 with more than 2 among them: ordinal; else nominal. */
function detectKind(labels: readonly Label[]): LabelKind {
  if (labels.every((label) => label === 0 || label === 1)) return 'binary';
  if (labels.length === 2 && isGoodAndBad(labels)) return 'binary';
  if (labels.every(isLevel) && labels.some((label) => Number(label) > 2)) return 'ordinal';
  return 'nominal';
}

function isGoodWord(label: Label): boolean {
  return typeof label === 'string' && goodWords.has(label.toLowerCase());
}

/** True for words of which exactly one means good. */
function isGoodAndBad(labels: readonly Label[]): boolean {
  return labels.every((label) => typeof label === 'string') && labels.filter(isGoodWord).length === 1;
}

function isLevel(label: Label): boolean {
  return typeof label === 'number' && Number.isInteger(label) && label >= 1 && label <= 5;
}

function findOutside(
  path: string,
  lines: readonly LabelLine[],
  labels: readonly Label[],
  kind: 'binary' | 'ordinal',
): readonly Problem[] {
  if (kind === 'binary' && typeof labels[0] === 'string') {
    if (labels.length <= 2 && isGoodAndBad(labels)) return [];
    const some = labels.slice(0, 5).map((label) => quoteName(String(label)));
    const what = `is labelled ${some.join(', ')}${labels.length > 5 ? ', …' : ''}: not good and bad.`;
    const hint = 'Binary labels are two, one of them good, pass, true, yes or 1; or name another --kind.';
    return [buildProblem(what, hint, { path, line: null, column: null })];
  }
  const [isOn, scale] =
    kind === 'binary'
      ? [(label: Label) => label === 0 || label === 1, 'A binary label is 0 or 1']
      : [isLevel, 'An ordinal label is a whole number from 1 to 5'];
  return lines.flatMap((line) =>
    keys.flatMap((key) => {
      const label = line[key];
      if (label === null || isOn(label)) return [];
      const where = { path, line: line.line, column: null };
      return [
        buildProblem(
          `"${key}" is ${quoteName(String(label))}, outside the scale.`,
          `${scale}; or name another --kind.`,
          where,
        ),
      ];
    }),
  );
}
