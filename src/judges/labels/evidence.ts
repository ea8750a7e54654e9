import type { SourceFile } from '../../text/source-file.ts';
import type { JudgeIdentity } from '../identity.ts';
import { parseLabelLines } from './lines.ts';
import { labelToScore, type Ratings, scaleLabels } from './scale.ts';
import { isDrawnAtRandom } from './weights.ts';

/** How a judge did on outputs that people called good or bad, in counts; those of a weighted draw are what an unweighted one would need to be as precise (Kish 1965), and no whole numbers. */
export interface DetectionCounts {
  /** Labels with a judgement. */
  readonly labels: number;
  readonly good: number;
  /** Of the good ones, those that the judge calls good. */
  readonly goodFound: number;
  readonly bad: number;
  /** Of the bad ones, those that the judge calls bad. */
  readonly badFound: number;
}

/** What people said of outputs, for the corrected figures of a judge. */
export interface LabelEvidence {
  /** Every labelled item. */
  readonly items: ReadonlySet<string>;
  /** The scores in 0..1 of those that were not chosen for what the judge said of them; the mean where two people labelled one. */
  readonly scores: ReadonlyMap<string, number>;
  /** Items whose label only the change has. */
  readonly proposed: ReadonlySet<string>;
  /** Null where the labels are not binary, or not of this version of the judge. */
  readonly detection: DetectionCounts | null;
  /** Settings that the judge's model refused when it was calibrated; null where that is not known. */
  readonly without: readonly string[] | null;
}

/** Reads the label file of a judge as the deciding side has it and as the change has it. Either may be missing; null where both are, or where labels are names, which are no scores. The deciding side's label wins, and only it says how the judge did. Throws a UserError for a broken file. */
export function readLabelEvidence(
  identity: JudgeIdentity,
  deciding: SourceFile | undefined,
  proposed: SourceFile | undefined,
): LabelEvidence | null {
  const own = deciding === undefined ? null : readScores(deciding);
  const added = proposed === undefined || proposed.text === deciding?.text ? null : readScores(proposed);
  if (own === null && added === null) return null;
  const known = own?.scores ?? new Map<string, number>();
  const isOfJudge = own?.header?.judgeHash === identity.hash;
  return {
    items: new Set([...(own?.items ?? []), ...(added?.items ?? [])]),
    scores: new Map([...(added?.scores ?? []), ...known]),
    proposed: new Set([...(added?.scores.keys() ?? [])].filter((item) => !known.has(item))),
    detection: own !== null && isOfJudge ? countDetected(own.ratings) : null,
    without: isOfJudge ? (own?.header?.without ?? null) : null,
  };
}

function readScores(file: SourceFile) {
  const { header, lines } = parseLabelLines(file);
  const ratings = scaleLabels(file.path, lines, header?.kind ?? null);
  const { kind, items } = ratings;
  if (kind === 'nominal') return null;
  const scores = new Map(
    lines.flatMap((line, index) => {
      if (!isDrawnAtRandom(line)) return [];
      const { human, human2 } = items[index] as Ratings['items'][number];
      const people = [human, human2].flatMap((label) => (label === null ? [] : [labelToScore(label, kind)]));
      return [[line.item, people.reduce((sum, score) => sum + score, 0) / people.length] as const];
    }),
  );
  return { header, ratings, scores, items: lines.map(({ item }) => item) };
}

function countDetected({ kind, items }: Ratings): DetectionCounts | null {
  if (kind !== 'binary') return null;
  const judged = items.filter(({ judge, weight }) => judge !== null && weight > 0);
  const [good, bad] = [countFound(judged, 1), countFound(judged, 0)];
  return { labels: judged.length, good: good.all, goodFound: good.found, bad: bad.all, badFound: bad.found };
}

function countFound(judged: Ratings['items'], kind: 0 | 1): { readonly all: number; readonly found: number } {
  const own = judged.filter(({ human }) => human === kind);
  const add = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const weight = add(own.map((one) => one.weight));
  if (weight === 0) return { all: 0, found: 0 };
  const all = weight ** 2 / add(own.map((one) => one.weight ** 2));
  const found = add(own.filter(({ judge }) => judge === kind).map((one) => one.weight));
  return { all, found: (all * found) / weight };
}
