import type { SourceFile } from '../text/source-file.ts';
import type { JudgeIdentity } from './identity.ts';
import { parseLabelLines } from './label-lines.ts';
import { labelToScore, type Ratings, scaleLabels } from './label-scale.ts';

/** How a judge did on outputs that people called good or bad, in counts. */
export interface DetectionCounts {
  readonly good: number;
  /** Of the good ones, those that the judge calls good. */
  readonly goodFound: number;
  readonly bad: number;
  /** Of the bad ones, those that the judge calls bad. */
  readonly badFound: number;
}

/** What people said of outputs, for the corrected figures of a judge. */
export interface LabelEvidence {
  /** Their scores in 0..1 by item; the mean where two people labelled it. */
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
    lines.map(({ item }, index) => {
      const { human, human2 } = items[index] as Ratings['items'][number];
      const people = [human, human2].flatMap((label) => (label === null ? [] : [labelToScore(label, kind)]));
      return [item, people.reduce((sum, score) => sum + score, 0) / people.length] as const;
    }),
  );
  return { header, ratings, scores };
}

function countDetected({ kind, items }: Ratings): DetectionCounts | null {
  if (kind !== 'binary') return null;
  const judged = items.filter(({ judge }) => judge !== null);
  const [good, bad] = [1, 0].map((label) => judged.filter(({ human }) => human === label)) as [
    typeof judged,
    typeof judged,
  ];
  return {
    good: good.length,
    goodFound: good.filter(({ judge }) => judge === 1).length,
    bad: bad.length,
    badFound: bad.filter(({ judge }) => judge === 0).length,
  };
}
