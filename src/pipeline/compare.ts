import { gatherProblems } from '../errors.ts';
import {
  type CompareFlags,
  checkFlags,
  directionOf,
  meansComparison,
  ruleFlags,
  rulesFor,
  settingsOf,
} from '../gate/compare-flags.ts';
import type { Comparison, Verdict } from '../gate/comparison.ts';
import { decideGate, type GateDecision } from '../gate/decide.ts';
import { buildMissingComparison, type FiledComparison, hasPartialSamples } from '../gate/filed-comparison.ts';
import { commonSamples, holdFiled } from '../gate/filed-rounds.ts';
import { nameComparison } from '../gate/reason.ts';
import { type FilingRules, pairScoreLines } from '../gate/score-comparisons.ts';
import type { ScoreLine } from '../gate/score-line.ts';
import { parseScoreFile } from '../gate/score-lines.ts';
import { listCases } from '../gate/small-set.ts';
import { isGreen } from '../gate/verdict.ts';
import { type Decided, exitCodeOf, gateExitCodes, type ResultDocument } from '../report/result-document.ts';
import { renderHeadline } from '../report/words/sentence.ts';
import { shortenNames } from '../report/words/short-names.ts';
import { describeCommonest } from '../scores/commonest.ts';
import { closeSentence } from '../text/prose.ts';
import type { SourceFile } from '../text/source-file.ts';

/** One metric of `compare --json`; `suite` and `prompt` are there where the score lines name them. */
export interface CompareMetric
  extends Omit<
    Comparison,
    'suite' | 'prompt' | 'reached' | 'missingBaseline' | 'missingCandidate' | 'effectiveClusters' | 'gone'
  > {
  readonly suite?: string;
  readonly prompt?: string;
  /** True where all scores are 0 or 1. */
  readonly binary: boolean;
}

/** The document of `compare --json`. `errors` is there on bad input only; the lists are then empty. */
export interface CompareResult extends Pick<Decided, 'verdict'>, Partial<Pick<ResultDocument, 'errors'>> {
  /** The verdict in one plain sentence. */
  readonly title: string;
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
  const problems = [...baseline.problems, ...candidate.problems];
  const lines = problems.length > 0 ? [] : [...baseline.lines, ...candidate.lines];
  const errors = gatherProblems([...checkFlags(flags, lines), ...problems]);
  if (errors.length > 0) {
    const reason = `${errors.length} ${errors.length === 1 ? 'problem' : 'problems'} in the input; nothing was compared`;
    return { verdict: 'invalid', title: closeSentence(reason), metrics: [], reasons: [reason], errors };
  }
  const all = fileAll(baseline.lines, candidate.lines, flags);
  const decision = decideGate(all.map((filed) => holdFiled(withReason(filed, candidate.lines), flags)));
  return {
    verdict: decision.verdict,
    title: closeSentence(renderHeadline(shortenDecision(decision)).text),
    metrics: decision.comparisons.map((comparison, index) => buildMetric(comparison, all[index])),
    reasons: [
      ...decision.reasons,
      ...all.flatMap((filed, index) => explainFiling(filed, decision.comparisons[index]?.settled === true, flags)),
    ],
  };
}

/** 0 green, 1 fail or an inconclusive that is set to block, 2 invalid. */
export function compareExitCode({ verdict, metrics }: CompareResult, flags: CompareFlags): 0 | 1 | 2 {
  const gating = metrics.filter(({ gates, direction }) => gates && direction !== 'neutral');
  const isGreenIn = (suite: string | undefined, one: Verdict) => isGreen(one, settingsOf(flags, suite ?? null));
  const isAllGreen = gating.every((one) => isGreenIn(one.suite, one.verdict));
  const green = gating.length > 0 ? isAllGreen : isGreenIn(undefined, verdict);
  return exitCodeOf(gateExitCodes, { verdict, green });
}

/** The comparisons of both files, and those that a flag names and no file has. */
function fileAll(
  baseline: readonly ScoreLine[],
  candidate: readonly ScoreLine[],
  flags: CompareFlags,
): readonly FiledComparison[] {
  const names = [...new Set(flags.metrics)];
  const rules: FilingRules = {
    isGating: (id) => names.length === 0 || names.some((name) => meansComparison(name, id)),
    directionOf: (id) => directionOf(flags, id),
  };
  const filed = pairScoreLines(baseline, candidate, rules);
  const missing = names.filter((name) => !filed.some(({ input }) => meansComparison(name, input.id))).sort();
  return [...filed, ...missing.map((name) => buildMissingComparison(name, flags.directions.get(name) ?? 'higher'))];
}

/** With what most of the candidate's outputs have in common that are not the best, where the lines say why. */
function withReason(filed: FiledComparison, lines: readonly ScoreLine[]): FiledComparison {
  const { suite, prompt, metric } = filed.input.id;
  const own = lines.filter(
    (one) => one.suite === suite && one.prompt === prompt && one.metric === metric && one.sample === 0,
  );
  return { ...filed, input: { ...filed.input, commonReason: describeCommonest(own) } };
}

/** What a reader must know about how the files were taken. */
function explainFiling(filed: FiledComparison, isSettled: boolean, flags: CompareFlags): readonly string[] {
  const { input, side, isStored, settled, candidateOnly } = filed;
  const name = nameComparison(input.id);
  if (side === 'neither') return [`${name} is in neither file`];
  if (side !== 'both') return [`${name} is in the ${side} file only`];
  const notes = isStored
    ? ["the baseline's samples are stored ones, which may pass and never fail"]
    : explainSamples(filed, settingsOf(flags, input.id.suite).resample === 'off');
  if (settled !== null && !isSettled)
    notes.push(`samples of the look "settle" were left out${explainLeft(filed, flags)}`);
  if (candidateOnly.length > 0) notes.push(`${listCases(candidateOnly)} only in the candidate file, not counted`);
  return notes.map((note) => `${name}: ${note}`);
}

/** The flag that takes in samples which settle, where no flag says anything of them and two looks were asked for. */
function explainLeft({ input, isStored }: FiledComparison, flags: CompareFlags): string {
  const { design, settle } = rulesFor(flags, input.id.suite);
  const isUnsaid = !isStored && design === 'two-look' && settle === null;
  return isUnsaid ? `; --${ruleFlags.settle} takes them in` : '';
}

function explainSamples(filed: FiledComparison, isOneLook: boolean): string[] {
  const { baselineSamples, candidateSamples } = filed;
  const notes: string[] = [];
  if (baselineSamples !== candidateSamples && candidateSamples > 0) {
    const used = `the first ${commonSamples(filed)} of each were paired`;
    notes.push(
      `the baseline has up to ${baselineSamples} samples a case and the candidate ${candidateSamples}; ${used}`,
    );
  }
  if (isOneLook && hasPartialSamples(filed)) {
    notes.push('only some cases have samples beyond sample 0, as after a re-run; one look uses sample 0 alone');
  }
  return notes;
}

/** The same decision in names as short as they can be told apart. */
function shortenDecision({ comparisons, broken, ...decision }: GateDecision): GateDecision {
  return { ...decision, comparisons: shortenNames(comparisons), broken: shortenNames(broken) };
}

function buildMetric(comparison: Comparison, filed: FiledComparison | undefined): CompareMetric {
  const { suite, prompt, reached, missingBaseline, missingCandidate, effectiveClusters, gone, ...rest } = comparison;
  return {
    ...(suite !== null && { suite }),
    ...(prompt !== null && { prompt }),
    ...rest,
    binary: filed !== undefined && isBinary(filed),
  };
}

/** True where people read the scores as percent: all that are known are 0 or 1, and some are. */
function isBinary({ input: { cases } }: FiledComparison): boolean {
  const known = cases
    .flatMap(({ baseline, candidate }) => [...baseline, ...candidate])
    .filter((score) => score !== null);
  return known.length > 0 && known.every((score) => score === 0 || score === 1);
}
