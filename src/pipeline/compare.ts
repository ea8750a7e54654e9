import { buildProblem, type Problem } from '../errors.ts';
import { type CaseScores, type Comparison, defaultGate, type GateSettings } from '../gate/comparison.ts';
import { decideGate } from '../gate/decide.ts';
import { brokenDraws, countQuestions, type FirstRound, groupByQuestion } from '../gate/first-round.ts';
import type { GatedComparison } from '../gate/measurement.ts';
import { nameComparison } from '../gate/reason.ts';
import {
  buildMissingComparison,
  type FiledComparison,
  type FilingRules,
  hasPartialSamples,
  pairScoreLines,
} from '../gate/score-comparisons.ts';
import { parseScoreFile, type ScoreFile, type ScoreLine } from '../gate/score-lines.ts';
import { listCases } from '../gate/small-set.ts';
import type { StoredComparison } from '../gate/stored-comparison.ts';
import { isGreen } from '../gate/verdict.ts';
import { type Decided, exitCodeOf, gateExitCodes, type ResultDocument } from '../report/result-document.ts';
import { describeCommonest } from '../scores/commonest.ts';
import type { SourceFile } from '../text/source-file.ts';

/** The flags of `compare`; null is the default. */
export interface CompareFlags {
  readonly margin: number | null;
  readonly alpha: number | null;
  readonly minCases: number | null;
  /** Metrics that gate; an empty list is all of them. */
  readonly metrics: readonly string[];
  /** Direction by metric; higher is better where a metric is not named. */
  readonly directions: ReadonlyMap<string, 'higher' | 'lower'>;
  readonly onInconclusive: 'warn' | 'block';
  readonly design: 'one-look' | 'two-look';
}

/** The flags of a command line that names none. */
export const defaultCompareFlags: CompareFlags = {
  margin: null,
  alpha: null,
  minCases: null,
  metrics: [],
  directions: new Map(),
  onInconclusive: 'warn',
  design: 'one-look',
};

/** One metric of `compare --json`; `suite` and `prompt` are there where the score lines name them. */
export interface CompareMetric
  extends Omit<
    Comparison,
    'suite' | 'prompt' | 'reached' | 'missingBaseline' | 'missingCandidate' | 'effectiveClusters' | 'gone'
  > {
  readonly suite?: string;
  readonly prompt?: string;
}

/** The document of `compare --json`. `errors` is there on bad input only; the lists are then empty. */
export interface CompareResult extends Pick<Decided, 'verdict'>, Partial<Pick<ResultDocument, 'errors'>> {
  readonly metrics: readonly CompareMetric[];
  readonly reasons: readonly string[];
}

/** Decides two score files. Bad lines and flags are all reported at once, as an invalid result; nothing is thrown for them. */
export function compareFiles(files: {
  readonly baseline: SourceFile;
  readonly candidate: SourceFile;
  readonly flags: CompareFlags;
}): CompareResult {
  const { flags } = files;
  const baseline = parseScoreFile(files.baseline);
  const candidate = parseScoreFile(files.candidate);
  const errors = [...checkFlags(flags, [baseline, candidate]), ...baseline.problems, ...candidate.problems];
  if (errors.length > 0) {
    const reason = `${errors.length} ${errors.length === 1 ? 'problem' : 'problems'} in the input; nothing was compared`;
    return { verdict: 'invalid', metrics: [], reasons: [reason], errors };
  }
  const rules: FilingRules = {
    isGating: (metric) => flags.metrics.length === 0 || flags.metrics.includes(metric),
    directionOf: (metric) => flags.directions.get(metric) ?? 'higher',
  };
  const filed = pairScoreLines(baseline.lines, candidate.lines, rules);
  const found = new Set(filed.map(({ input }) => input.id.metric));
  const missing = [...new Set(flags.metrics)].filter((metric) => !found.has(metric)).sort();
  const all = [...filed, ...missing.map((metric) => buildMissingComparison(metric, rules.directionOf(metric)))];
  const decision = decideGate(all.map((comparison) => applyFlags(withReason(comparison, candidate.lines), flags)));
  return {
    verdict: decision.verdict,
    metrics: decision.comparisons.map(buildMetric),
    reasons: [...decision.reasons, ...all.flatMap((comparison) => explainFiling(comparison, flags))],
  };
}

/** 0 green, 1 fail or an inconclusive that is set to block, 2 invalid. */
export function compareExitCode({ verdict }: CompareResult, flags: Pick<CompareFlags, 'onInconclusive'>): 0 | 1 | 2 {
  const { onInconclusive } = flags;
  return exitCodeOf(gateExitCodes, { verdict, green: isGreen(verdict, { onInconclusive, strict: false }) });
}

/** With what most of the candidate's outputs have in common that are not the best, where the lines say why. */
function withReason(filed: FiledComparison, lines: readonly ScoreLine[]): FiledComparison {
  const { suite, prompt, metric } = filed.input.id;
  const own = lines.filter(
    (one) => one.suite === suite && one.prompt === prompt && one.metric === metric && one.sample === 0,
  );
  return { ...filed, input: { ...filed.input, commonReason: describeCommonest(own) } };
}

function applyFlags(filed: FiledComparison, flags: CompareFlags): GatedComparison | StoredComparison {
  const settings: GateSettings = {
    ...defaultGate,
    margin: flags.margin,
    alpha: flags.alpha ?? defaultGate.alpha,
    minCases: flags.minCases ?? defaultGate.minCases,
    onInconclusive: flags.onInconclusive,
    resample: flags.design === 'two-look' ? 'discordant' : 'off',
  };
  const { input, isStored, freshCritical } = filed;
  const isSmall = countQuestions(input.cases) < settings.minCases;
  const usesFirst = !isStored && (hasPartialSamples(filed) || (flags.design === 'two-look' && !isSmall));
  const most = isStored ? Math.max(1, filed.candidateSamples) : commonSamples(filed);
  const samples = usesFirst ? 1 : most;
  const gated = { input, settings, samples, ...(isSmall && { firstRounds: readFirstRounds(input, samples, most) }) };
  return isStored ? { ...gated, firstRounds: input.cases.map(readStoredRound), freshCritical } : gated;
}

/** Stored samples are compared mean against mean: a case enters with all that the candidate's file has of it. */
function readStoredRound({ candidate }: CaseScores): FirstRound {
  const count = Math.max(1, candidate.length);
  return { drawn: count, tested: count };
}

/** The first rounds of a small set: what the files hold of each case where that makes five draws of every question, else so many samples of each. */
function readFirstRounds({ cases }: FiledComparison['input'], samples: number, most: number): readonly FirstRound[] {
  const held = new Map(
    cases.map((scores) => {
      const attempted = Math.max(1, scores.baseline.length, scores.candidate.length);
      return [scores, Math.min(most, attempted)] as const;
    }),
  );
  const countDraws = (group: typeof cases): number => group.reduce((sum, one) => sum + (held.get(one) ?? 0), 0);
  const isEnough = groupByQuestion(cases).every((group) => countDraws(group) >= brokenDraws);
  return cases.map((scores) => {
    const count = isEnough ? (held.get(scores) ?? samples) : samples;
    return { drawn: count, tested: count };
  });
}

function commonSamples({ baselineSamples, candidateSamples }: FiledComparison): number {
  return Math.max(1, Math.min(baselineSamples, candidateSamples));
}

/** What a reader must know about how the files were taken. */
function explainFiling(filed: FiledComparison, { design }: CompareFlags): readonly string[] {
  const { input, side, isStored, baselineSamples, candidateSamples, candidateOnly } = filed;
  const name = nameComparison(input.id);
  if (side === 'neither') return [`${name} is in neither file`];
  if (side !== 'both') return [`${name} is in the ${side} file only`];
  const notes: string[] = [];
  if (isStored) notes.push(`${name}: the baseline's samples are stored ones, which may pass and never fail`);
  if (!isStored && baselineSamples !== candidateSamples && candidateSamples > 0) {
    const used = `the first ${commonSamples(filed)} of each were paired`;
    notes.push(
      `${name}: the baseline has up to ${baselineSamples} samples a case and the candidate ${candidateSamples}; ${used}`,
    );
  }
  if (!isStored && design === 'one-look' && hasPartialSamples(filed)) {
    notes.push(
      `${name}: only some cases have samples beyond sample 0, as after a re-run; one look uses sample 0 alone`,
    );
  }
  if (candidateOnly.length > 0) {
    notes.push(`${name}: ${listCases(candidateOnly)} only in the candidate file, not counted`);
  }
  return notes;
}

function buildMetric(comparison: Comparison): CompareMetric {
  const { suite, prompt, reached, missingBaseline, missingCandidate, effectiveClusters, gone, ...rest } = comparison;
  return { ...(suite !== null && { suite }), ...(prompt !== null && { prompt }), ...rest };
}

function checkFlags(flags: CompareFlags, files: readonly ScoreFile[]): readonly Problem[] {
  const problems: Problem[] = [];
  const { margin, alpha, minCases } = flags;
  if (margin !== null && !(margin > 0 && margin <= 1)) {
    problems.push(
      buildProblem('--margin must be above 0 and at most 1.', 'It is a share of the 0..1 scale: 0.05 is 5 points.'),
    );
  }
  if (alpha !== null && !(alpha > 0 && alpha < 0.5)) {
    problems.push(
      buildProblem('--alpha must be above 0 and below 0.5.', 'It is the one-sided error rate; 0.05 is usual.'),
    );
  }
  if (minCases !== null && !(Number.isInteger(minCases) && minCases >= 0)) {
    problems.push(buildProblem('--min-cases must be an integer from 0.', 'Leave it out for 10.'));
  }
  const found = new Set(files.flatMap(({ lines }) => lines.map((line) => line.metric)));
  for (const metric of flags.directions.keys()) {
    if (found.has(metric) || files.some(({ problems: bad }) => bad.length > 0)) continue;
    const hint = 'Name a metric as it stands in the score lines.';
    problems.push(buildProblem(`--direction names ${JSON.stringify(metric)}, which is in neither file.`, hint));
  }
  return problems;
}
