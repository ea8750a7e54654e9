import type { Verdict } from '../../gate/comparison.ts';
import { roundUsd } from '../../prices/usd.ts';
import type { MetricReport } from '../metric-report.ts';
import type { ArmReport, PromptReport } from '../prompt-report.ts';
import {
  formatCount,
  formatDifference,
  formatDuration,
  formatInterval,
  formatRatio,
  formatRelative,
  formatScore,
  formatScoreChange,
  formatUsd,
  roundDuration,
  unknown,
} from './numbers.ts';

/** The numbers of a row as every report shows them, without markup: `change` follows from the two figures beside it. */
export interface Figures {
  readonly baseline: string;
  readonly candidate: string;
  readonly change: string;
  /** What more is known of the change: the interval of a score, what the typical case did; null where nothing is. */
  readonly note: string | null;
}

/** What an answer takes on each side: tokens, money or time. */
export interface ArmFigures extends Figures {
  readonly name: string;
  /** Whether the user's limit is kept; null where none is set. */
  readonly verdict: Verdict | null;
}

/** What of a comparison its numbers are made of. */
export type MetricFigures = Pick<
  MetricReport,
  'baselineMean' | 'candidateMean' | 'difference' | 'lowerBound' | 'upperBound' | 'binary' | 'direction'
>;

/** The numbers of one comparison. */
export function describeFigures(metric: MetricFigures): Figures {
  const { baselineMean, candidateMean, difference, lowerBound, upperBound, binary } = metric;
  const isKnown = baselineMean !== null && candidateMean !== null;
  return {
    baseline: formatScore(baselineMean, binary),
    candidate: formatScore(candidateMean, binary),
    change: isKnown ? formatScoreChange(baselineMean, candidateMean, metric) : formatDifference(difference, binary),
    note: formatInterval(lowerBound, upperBound, binary),
  };
}

/** Tokens, cost and latency of a prompt's answers, those of which something is known. */
export function listArmFigures(prompt: PromptReport | null): readonly ArmFigures[] {
  const { baseline = null, candidate = null } = prompt ?? {};
  const describe = (name: string, pick: (arm: ArmReport) => number | null, unit: Unit, verdict: Verdict | null) => {
    const [from, to] = [baseline && pick(baseline), candidate && pick(candidate)];
    return from === null && to === null ? [] : [{ name, ...describeQuantity(from, to, unit), verdict }];
  };
  const usd: Unit = { format: formatUsd, round: roundUsd, ratio: prompt?.costRatio ?? null };
  const time: Unit = { format: formatDuration, round: roundDuration, ratio: prompt?.latencyRatio ?? null };
  return [
    ...describe('tokens per answer', tokensPerAnswer, tokens, null),
    ...describe('cost per 1,000', costPerThousand, usd, prompt?.costVerdict ?? null),
    ...describe('latency, median', ({ latencyMedianMs }) => latencyMedianMs, time, prompt?.latencyVerdict ?? null),
  ];
}

interface Unit {
  readonly format: (value: number | null) => string;
  /** The value that `format` shows. */
  readonly round: (value: number) => number;
  /** Candidate over base, case by case. */
  readonly ratio: PromptReport['costRatio'];
}

const tokens: Unit = {
  format: (value) => (value === null ? unknown : formatCount(Math.round(value))),
  round: Math.round,
  ratio: null,
};

function describeQuantity(from: number | null, to: number | null, { format, round, ratio }: Unit): Figures {
  const change = formatRelative(from && round(from), to && round(to));
  const typical = ratio === null || change === unknown ? null : formatRatio(ratio);
  return {
    baseline: format(from),
    candidate: format(to),
    change,
    note: typical === null || typical === change ? null : `typical case ${typical}`,
  };
}

function tokensPerAnswer(arm: ArmReport): number | null {
  if (arm.answered === 0 || arm.inputTokens + arm.outputTokens === 0) return null;
  return (arm.inputTokens + arm.outputTokens) / arm.answered;
}

function costPerThousand({ costPerThousandMicroUsd }: ArmReport): number | null {
  return costPerThousandMicroUsd === null ? null : costPerThousandMicroUsd / 1e6;
}
