import type { CaseScores, ComparisonId, ComparisonInput, Direction } from './comparison.ts';
import type { ScoreLine } from './score-lines.ts';

/** One metric as two score files tell it. */
export interface FiledComparison {
  readonly input: ComparisonInput;
  /** Which files have the metric. */
  readonly side: 'both' | 'baseline' | 'candidate' | 'neither';
  /** K of each arm: the highest sample index + 1 over the baseline file's cases. */
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

/**
 * Pairs the lines of two score files into comparisons, one per (suite, prompt, metric), sorted by it and each with its cases sorted, so that the
 * order of lines says nothing. Cases and clusters are the baseline file's; samples beyond the smaller K are cut off.
 */
export function pairScoreLines(
  baseline: readonly ScoreLine[],
  candidate: readonly ScoreLine[],
  rules: FilingRules,
): readonly FiledComparison[] {
  const baselineByKey = groupBy(baseline, comparisonKey);
  const candidateByKey = groupBy(candidate, comparisonKey);
  const clusters = new Map(
    baseline.flatMap((line) => (line.cluster === null ? [] : [[caseKey(line), line.cluster] as const])),
  );
  const keys = [...new Set([...baselineByKey.keys(), ...candidateByKey.keys()])].sort();
  return keys.map((key) => {
    const ours = baselineByKey.get(key) ?? [];
    const theirs = candidateByKey.get(key) ?? [];
    const { suite, prompt, metric } = (ours[0] ?? theirs[0]) as ScoreLine;
    const before = gatherArm(ours);
    const after = gatherArm(theirs);
    const ids = [...before.keys()].sort();
    const baselineSamples = countSamples(ids, before);
    const candidateSamples = countSamples(ids, after);
    const samples = Math.max(1, Math.min(baselineSamples, candidateSamples));
    const cases: CaseScores[] = ids.map((id) => ({
      case: id,
      cluster: clusters.get(caseKey({ suite, prompt, case: id })) ?? null,
      question: null,
      isSame: false,
      critical: false,
      baseline: (before.get(id) ?? []).slice(0, samples),
      candidate: (after.get(id) ?? []).slice(0, samples),
    }));
    return {
      input: {
        id: { suite, prompt, metric },
        direction: rules.directionOf(metric),
        gates: rules.isGating(metric),
        cases,
      },
      baselineSamples,
      candidateSamples,
      side: ours.length === 0 ? 'candidate' : theirs.length === 0 ? 'baseline' : 'both',
      candidateOnly: [...after.keys()].filter((id) => !before.has(id)).sort(),
    };
  });
}

/** A metric that a user names and no file has: no cases, and so invalid. */
export function buildMissingComparison(metric: string, direction: Direction): FiledComparison {
  const id: ComparisonId = { suite: null, prompt: null, metric };
  const input: ComparisonInput = { id, direction, gates: true, cases: [] };
  return { input, side: 'neither', baselineSamples: 0, candidateSamples: 0, candidateOnly: [] };
}

/** True where some cases have samples beyond the first and others have not: then those samples are a re-run. */
export function hasPartialSamples({ input }: FiledComparison): boolean {
  const lengths = input.cases
    .flatMap(({ baseline, candidate }) => [baseline.length, candidate.length])
    .filter((length) => length > 0);
  return lengths.some((length) => length > 1) && lengths.includes(1);
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

function countSamples(ids: readonly string[], arm: Arm): number {
  return ids.reduce((most, id) => Math.max(most, arm.get(id)?.length ?? 0), 0);
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
