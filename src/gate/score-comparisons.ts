import type { CaseScores, ComparisonId, ComparisonInput, Direction } from './comparison.ts';
import type { LineArm, ScoreLine } from './score-lines.ts';

/** One metric as two score files tell it. */
export interface FiledComparison {
  readonly input: ComparisonInput;
  /** Which files have the metric. */
  readonly side: 'both' | 'baseline' | 'candidate' | 'neither';
  /** True where all that stands for the base is stored: such samples screen and convict nobody. */
  readonly isStored: boolean;
  /** Critical cases with base samples drawn beside stored ones, which were flagged by the screen. */
  readonly freshCritical: readonly CaseScores[];
  /** K of each arm: the highest sample index + 1 over the baseline file's cases, critical ones left aside where there are others. */
  readonly baselineSamples: number;
  readonly candidateSamples: number;
  /** Ids that only the candidate file has; they do not count. */
  readonly candidateOnly: readonly string[];
}

/** How the comparisons of two files are taken. */
export interface FilingRules {
  readonly isGating: (metric: string) => boolean;
  readonly directionOf: (metric: string) => Direction;
}

type Arm = ReadonlyMap<string, readonly (number | null)[]>;

/** What the baseline file says of a case, whatever the metric. */
type CaseFacts = Pick<CaseScores, 'cluster' | 'question' | 'critical'>;

/**
 * Pairs the lines of two score files into comparisons, one per (suite, prompt, metric), sorted by it and each with its cases sorted, so that the
 * order of lines says nothing. Cases, clusters and questions are the baseline file's; samples beyond the smaller K are cut off, but for critical cases,
 * which have a rule of their own, and stored samples, which are compared mean against mean.
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
  return keys.map((key) => {
    const ours = baselineByKey.get(key) ?? [];
    const theirs = candidateByKey.get(key) ?? [];
    const { suite, prompt, metric } = (ours[0] ?? theirs[0]) as ScoreLine;
    const factsOf = (id: string): CaseFacts => facts.get(caseKey({ suite, prompt, case: id })) ?? noFacts;
    const stored = gatherArm(ours.filter(({ arm }) => arm === 'stored'));
    const drawn = gatherArm(ours.filter(({ arm }) => arm !== 'stored'));
    // A screen draws the flagged critical cases afresh: these alone make no fresh base side.
    const isStored = stored.size > 0 && [...drawn.keys()].every((id) => factsOf(id).critical);
    const before = isStored ? stored : drawn;
    const after = gatherArm(theirs);
    const ids = [...new Set([...stored.keys(), ...drawn.keys()])].sort();
    const ordinary = ids.filter((id) => !factsOf(id).critical);
    const baselineSamples = countSamples(ordinary, ids, before);
    const candidateSamples = countSamples(ordinary, ids, after);
    const samples = Math.max(1, Math.min(baselineSamples, candidateSamples));
    const build = (id: string, arm: Arm): CaseScores => {
      const cut = factsOf(id).critical || isStored ? undefined : samples;
      return {
        case: id,
        ...factsOf(id),
        isSame: false,
        baseline: (arm.get(id) ?? []).slice(0, cut),
        candidate: (after.get(id) ?? []).slice(0, cut),
      };
    };
    return {
      input: {
        id: { suite, prompt, metric },
        direction: rules.directionOf(metric),
        gates: rules.isGating(metric),
        isPairwise: false,
        commonReason: null,
        cases: ids.map((id) => build(id, before)),
      },
      isStored,
      freshCritical: isStored ? [...drawn.keys()].sort().map((id) => build(id, drawn)) : [],
      baselineSamples,
      candidateSamples,
      side: ours.length === 0 ? 'candidate' : theirs.length === 0 ? 'baseline' : 'both',
      candidateOnly: [...after.keys()].filter((id) => !ids.includes(id)).sort(),
    };
  });
}

/** A metric that a user names and no file has: no cases, and so invalid. */
export function buildMissingComparison(metric: string, direction: Direction): FiledComparison {
  const id: ComparisonId = { suite: null, prompt: null, metric };
  const input: ComparisonInput = { id, direction, gates: true, isPairwise: false, commonReason: null, cases: [] };
  const none = { isStored: false, freshCritical: [], baselineSamples: 0, candidateSamples: 0, candidateOnly: [] };
  return { input, side: 'neither', ...none };
}

/** True where some cases have samples beyond the first and others have not: then those samples are a re-run. Critical cases are sampled further by their own rule. */
export function hasPartialSamples({ input }: FiledComparison): boolean {
  const lengths = input.cases
    .filter(({ critical }) => !critical)
    .flatMap(({ baseline, candidate }) => [baseline.length, candidate.length])
    .filter((length) => length > 0);
  return lengths.some((length) => length > 1) && lengths.includes(1);
}

const noFacts: CaseFacts = { cluster: null, question: null, critical: false };

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

function gatherFacts(lines: readonly ScoreLine[]): ReadonlyMap<string, CaseFacts> {
  const facts = new Map<string, CaseFacts>();
  for (const line of lines) {
    const known = facts.get(caseKey(line)) ?? noFacts;
    facts.set(caseKey(line), {
      cluster: known.cluster ?? line.cluster,
      question: known.question ?? line.question,
      critical: known.critical || line.critical,
    });
  }
  return facts;
}

/** Samples by case; a sample without a line is null below the case's highest. */
function gatherArm(lines: readonly ScoreLine[]): Arm {
  const cases = new Map<string, (number | null)[]>();
  for (const { case: id, sample, score } of lines) {
    const scores = cases.get(id) ?? [];
    cases.set(id, scores);
    while (scores.length <= sample) scores.push(null);
    scores[sample] = score;
  }
  return cases;
}

/** The most samples of an ordinary case; where all are critical, the fewest of them, since only some were run again. */
function countSamples(ordinary: readonly string[], all: readonly string[], arm: Arm): number {
  const lengthOf = (id: string): number => arm.get(id)?.length ?? 0;
  if (ordinary.length > 0) return ordinary.reduce((most, id) => Math.max(most, lengthOf(id)), 0);
  const lengths = all.map(lengthOf).filter((length) => length > 0);
  return lengths.reduce((fewest, length) => Math.min(fewest, length), lengths[0] ?? 0);
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

function comparisonKey({ suite, prompt, metric }: ScoreLine): string {
  return JSON.stringify([suite, prompt, metric]);
}

function caseKey({ suite, prompt, case: id }: Pick<ScoreLine, 'suite' | 'prompt' | 'case'>): string {
  return JSON.stringify([suite, prompt, id]);
}
