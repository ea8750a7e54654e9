import type { ModelSettings } from '../config/config.ts';
import { UserError } from '../errors.ts';
import { askJudge, type JudgeContext } from '../execute/ask-judge.ts';
import type { Judge, Judgement, OutputJudge, PairJudge } from '../judges/judge.ts';
import { preferenceOf, preferences } from '../judges/labels/asking.ts';
import type { Label, LabelKind, LabelLine } from '../judges/labels/lines.ts';
import { type FindCases, readPairs, readSubjects } from '../judges/labels/outputs.ts';
import { buildLabeller, scaleLabels } from '../judges/labels/scale.ts';
import { combineOrders } from '../judges/pairwise.ts';

/** Labelled outputs, or pairs of them, as a judge is asked about them. */
export interface LabelTrial {
  readonly size: number;
  /** How many questions one of them takes: a pair is asked about in both orders. */
  readonly questions: 1 | 2;
  /** What the judge says of the first `count`; `draw` 1 asks anew. */
  ask(count: number, draw: 0 | 1, model: ModelSettings, context: JudgeContext): Promise<readonly Judgement[]>;
  /** A score as the file's labels have it. */
  toLabel(score: number | null): Label | null;
}

/** Opens a trial of a judge by lines of a label file. Throws a UserError for lines that do not say what to show the judge, and for labels that no score comes to. */
export function openTrial(
  judge: Judge,
  path: string,
  lines: readonly LabelLine[],
  kind: LabelKind | null,
  findCases: FindCases,
): LabelTrial {
  return judge.sees === 'pair'
    ? openPairTrial(judge, path, lines, findCases)
    : openOutputTrial(judge, path, lines, kind, findCases);
}

function openOutputTrial(
  judge: OutputJudge,
  path: string,
  lines: readonly LabelLine[],
  kind: LabelKind | null,
  findCases: FindCases,
): LabelTrial {
  const open = lines.map((line) => ({ ...line, judge: null }));
  const ratings = scaleLabels(path, open, kind);
  if (ratings.kind === 'nominal') {
    const hint = 'Add what the judge said as "judge", or name the scale by --kind.';
    throw UserError.of('is labelled by names, which a score is not.', hint, { path, line: null, column: null });
  }
  const subjects = readSubjects(path, lines, findCases);
  return {
    size: subjects.length,
    questions: 1,
    ask: (count, draw, model, context) =>
      askJudge(
        subjects.slice(0, count).map((subject) => ({ judge, subject, draw })),
        model,
        context,
      ),
    toLabel: buildLabeller(open, ratings, ratings.kind),
  };
}

function openPairTrial(judge: PairJudge, path: string, lines: readonly LabelLine[], findCases: FindCases): LabelTrial {
  const stray = lines.find(({ human }) => !preferences.some((one) => one === human));
  if (stray !== undefined) {
    const where = { path, line: stray.line, column: null };
    throw UserError.of('is not labelled A, B or tie.', 'Add what the judge said as "judge", in the same words.', where);
  }
  const pairs = readPairs(path, lines, findCases);
  const ask: LabelTrial['ask'] = async (count, draw, model, context) => {
    const items = pairs.slice(0, count).flatMap((subject) => {
      const turned = { ...subject, first: subject.second, second: subject.first };
      return [subject, turned].map((order) => ({ judge, subject: order, draw }));
    });
    const said = await askJudge(items, model, context);
    return pairs.slice(0, count).map((_, index) => joinOrders(said[2 * index], said[2 * index + 1]));
  };
  return { size: pairs.length, questions: 2, ask, toLabel: (score) => (score === null ? null : preferenceOf(score)) };
}

/** What both orders came to, as the score of the first output; without one where either has none. */
function joinOrders(straight: Judgement | undefined, turned: Judgement | undefined): Judgement {
  if (straight === undefined || turned === undefined) throw new Error('a pair was asked about once');
  const preference = combineOrders(turned.score, straight.score);
  if (preference === null) return straight.score === null ? straight : turned;
  return { ...straight, score: (1 + preference) / 2 };
}
