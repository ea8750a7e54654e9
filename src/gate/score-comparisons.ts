import type { CaseScores, ComparisonId, Direction } from './comparison.ts';
import { type FiledComparison, isOrdinary } from './filed-comparison.ts';
import { arrangeScores, orderByIndex, orderSamples, type SampleOrder } from './sample-order.ts';
import type { LineArm, ScoreLine } from './score-line.ts';

/** How the comparisons of two files are taken. */
export interface FilingRules {
  readonly isGating: (id: ComparisonId) => boolean;
  readonly directionOf: (id: ComparisonId) => Direction;
}

/** What the baseline file says of a case, whatever the metric. */
type CaseFacts = Pick<CaseScores, 'cluster' | 'question' | 'critical' | 'isSame' | 'labelled'>;

/**
 * Pairs the lines of two score files into comparisons, one per (suite, prompt, metric), sorted by it and each with its
 * cases sorted, so that the order of lines says nothing. Cases and what is known of them are the baseline file's;
 * first-round samples beyond the smaller K are cut off, but for critical cases, which have a rule of their own, those
 * that are the same on both sides, and stored samples, which are compared mean against mean.
 */
export function pairScoreLines(
  baseline: readonly ScoreLine[],
  candidate: readonly ScoreLine[],
  rules: FilingRules,
): readonly FiledComparison[] {
  const base = chooseArm(baseline, ['base', 'stored'], ['candidate']);
  const proposed = chooseArm(candidate, ['candidate'], ['base'], ['stored']);
  const baselineByKey = groupBy(base, comparisonKey);
  const candidateByKey = groupBy(proposed, comparisonKey);
  const facts = gatherFacts(base);
  const keys = [...new Set([...baselineByKey.keys(), ...candidateByKey.keys()])].sort();
  return keys.map((key) => pairComparison(baselineByKey.get(key) ?? [], candidateByKey.get(key) ?? [], facts, rules));
}

const noFacts: CaseFacts = { cluster: null, question: null, critical: false, isSame: false };

type Facts = ReadonlyMap<string, CaseFacts>;

function pairComparison(
  ours: readonly ScoreLine[],
  theirs: readonly ScoreLine[],
  facts: Facts,
  rules: FilingRules,
): FiledComparison {
  const { suite, prompt, metric } = (ours[0] ?? theirs[0]) as ScoreLine;
  const id: ComparisonId = { suite, prompt, metric };
  const { rows, isStored, candidateOnly } = fileCases(ours, theirs, facts);
  const hasSettling = [...ours, ...theirs].some(({ look }) => look === 'settle');
  const [baselineSamples, candidateSamples] = [countSamples(rows, 'base'), countSamples(rows, 'candidate')];
  const cut = isStored ? Number.POSITIVE_INFINITY : Math.max(1, Math.min(baselineSamples, candidateSamples));
  const limitOf = (row: FiledCase): number => (isOrdinary(row.facts) ? cut : Number.POSITIVE_INFINITY);
  const freshCritical = rows.filter((row) => isStored && row.facts.critical && row.fresh.length > 0);
  const cases = rows.map((row) => buildCase(row, row.base, limitOf(row)));
  const [direction, gates] = [rules.directionOf(id), rules.isGating(id)];
  return {
    input: { id, direction, gates, isPairwise: false, commonReason: null, cases },
    isStored,
    freshCritical: freshCritical.map((row) => buildCase(row, row.fresh, Number.POSITIVE_INFINITY)),
    hasLooks: [...ours, ...theirs].some(({ look }) => look !== null),
    settled: hasSettling ? rows.map((row) => ({ case: row.case, ...row.facts, ...row.whole })) : null,
    firstSamples: rows.map((row) => Math.min(row.order.first, limitOf(row))),
    baselineSamples,
    candidateSamples,
    side: ours.length === 0 ? 'candidate' : theirs.length === 0 ? 'baseline' : 'both',
    candidateOnly,
  };
}

/** The baseline file's cases, and whether stored samples stand for all of them. */
function fileCases(ours: readonly ScoreLine[], theirs: readonly ScoreLine[], facts: Facts) {
  const isOlder = ({ arm }: ScoreLine) => arm === 'stored';
  const stored = groupBy(ours.filter(isOlder), caseOf);
  const drawn = groupBy(
    ours.filter((line) => !isOlder(line)),
    caseOf,
  );
  const after = groupBy(theirs, caseOf);
  const known = new Map(ours.map((line) => [line.case, facts.get(caseKey(line)) ?? noFacts]));
  // A screen draws the flagged critical cases afresh: these alone make no fresh base side.
  const isStored = stored.size > 0 && [...drawn.keys()].every((row) => !isOrdinary(known.get(row) ?? noFacts));
  const rows = [...known.keys()].sort().map((row): FiledCase => {
    const [older, before, now] = [stored.get(row) ?? [], drawn.get(row) ?? [], after.get(row) ?? []];
    const order = orderSamples([...before, ...now]);
    const fresh = arrangeScores(before, order);
    const base = isStored ? arrangeScores(older, orderSamples(older)) : fresh;
    const byIndex = orderByIndex([...before, ...now]);
    const whole = { baseline: arrangeScores(before, byIndex), candidate: arrangeScores(now, byIndex) };
    const candidate = arrangeScores(now, order);
    return { case: row, facts: known.get(row) ?? noFacts, order, base, fresh, candidate, whole };
  });
  return { rows, isStored, candidateOnly: [...after.keys()].filter((row) => !known.has(row)).sort() };
}

/** One case of one metric, its samples in their order. */
interface FiledCase {
  readonly case: string;
  readonly facts: CaseFacts;
  readonly order: SampleOrder;
  readonly base: readonly (number | null)[];
  /** The base's samples drawn beside stored ones. */
  readonly fresh: readonly (number | null)[];
  readonly candidate: readonly (number | null)[];
  /** What both arms drew now, by sample index. */
  readonly whole: Pick<CaseScores, 'baseline' | 'candidate'>;
}

/** The case with at most `limit` samples of the first round. */
function buildCase(row: FiledCase, base: FiledCase['base'], limit: number): CaseScores {
  const cut = (scores: FiledCase['base']) =>
    limit < row.order.first ? [...scores.slice(0, limit), ...scores.slice(row.order.first)] : scores;
  return { case: row.case, ...row.facts, baseline: cut(base), candidate: cut(row.candidate) };
}

/** The most first-round samples of an ordinary case; where there is none, the fewest of the others, since only some were run again. */
function countSamples(rows: readonly FiledCase[], arm: 'base' | 'candidate'): number {
  const countOf = (row: FiledCase): number => Math.min(row.order.first, row[arm].length);
  const ordinary = rows.filter(({ facts }) => isOrdinary(facts));
  if (ordinary.length > 0) return ordinary.reduce((most, row) => Math.max(most, countOf(row)), 0);
  const counts = rows.map(countOf).filter((count) => count > 0);
  return counts.reduce((fewest, count) => Math.min(fewest, count), counts[0] ?? 0);
}

/** The lines of the first group of arms that a file has; a line without an arm belongs to the first. A file may so stand on either side. */
function chooseArm(
  lines: readonly ScoreLine[],
  ...groups: readonly (readonly [LineArm, ...LineArm[]])[]
): readonly ScoreLine[] {
  const own = groups[0]?.[0] ?? 'base';
  for (const group of groups) {
    const found = lines.filter(({ arm }) => group.includes(arm ?? own));
    if (found.length > 0) return found;
  }
  return [];
}

function gatherFacts(lines: readonly ScoreLine[]): Facts {
  const facts = new Map<string, CaseFacts>();
  for (const line of lines) {
    const known = facts.get(caseKey(line)) ?? noFacts;
    const labelled = known.labelled ?? line.labelled;
    facts.set(caseKey(line), {
      ...(labelled !== null && { labelled }),
      cluster: known.cluster ?? line.cluster,
      question: known.question ?? line.question,
      critical: known.critical || line.critical,
      isSame: known.isSame || line.same,
    });
  }
  return facts;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

function caseOf(line: ScoreLine): string {
  return line.case;
}

function comparisonKey({ suite, prompt, metric }: ScoreLine): string {
  return JSON.stringify([suite, prompt, metric]);
}

function caseKey({ suite, prompt, case: id }: Pick<ScoreLine, 'suite' | 'prompt' | 'case'>): string {
  return JSON.stringify([suite, prompt, id]);
}
