import type { Config } from '../config/config.ts';
import { countQuestions, resolveMargin } from '../gate/first-round.ts';
import { labelNoisyCases } from '../gate/noisy-cases.ts';
import type { ForeseenCase } from '../gate/predict.ts';
import { chooseDesigns, type OfferedPrompt, weighDesigns } from '../gate/propose-designs.ts';
import { estimateRound } from '../plan/estimate.ts';
import { isPairwise } from '../plan/metric.ts';
import { baseCases, type PromptPlan, type SuitePlan } from '../plan/suite-plan.ts';
import type { SuiteProposal } from '../report/noise-report.ts';
import type { Ledger } from '../run/ledger.ts';
import { gatherDraws } from './noise.ts';

/** What a proposal is to reach, and what it may cost. */
export interface Wish {
  /** The chance that a harmless change passes clean, 0..1. */
  readonly power: number;
  /** Dollars a run at most; null where they do not matter. */
  readonly priceUsd: number | null;
}

/** Draws of each case from which it is known what labels gain. */
const labellingDraws = 5;

/** How a suite could be run, by what its draws show. */
export function proposeDesigns(
  plan: SuitePlan,
  ledger: Ledger,
  { judgeModel, prices }: Pick<Config, 'judgeModel' | 'prices'>,
  samples: number,
  wish: Wish,
): SuiteProposal {
  const prompts = plan.prompts.flatMap((prompt) => {
    const metrics = listGating(plan, prompt, ledger);
    if (metrics.length === 0) return [];
    const arms = ['base', 'candidate'];
    const { generationCalls, judgeCalls, costMicroUsd } = estimateRound(
      baseCases(prompt).map((row) => ({ prompt, case: row, arms, from: 0, to: 1 })),
      judgeModel.id,
      prices,
    );
    return [
      {
        metrics: metrics.map(({ cases }) => cases),
        labels: samples < labellingDraws ? null : labelByDraws(plan, prompt, metrics),
        roundCalls: generationCalls + judgeCalls,
        roundUsd: costMicroUsd === null ? null : costMicroUsd / 1e6,
      } satisfies OfferedPrompt,
    ];
  });
  const designs = weighDesigns(plan.config.gate, prompts, wish.power);
  const questions = plan.prompts.reduce((most, prompt) => Math.max(most, countQuestions(baseCases(prompt))), 0);
  return {
    suite: plan.config.name,
    ...wish,
    margin: resolveMargin(plan.config.gate, questions),
    isMarginSet: plan.config.gate.margin !== null,
    prompts: prompts.length,
    metrics: prompts.reduce((most, prompt) => Math.max(most, prompt.metrics.length), 0),
    designs,
    ...chooseDesigns(designs, wish.power, wish.priceUsd),
  };
}

/** A gating metric of a prompt with its cases; one that sees pairs labels none. */
interface GatingDraws {
  readonly isPairwise: boolean;
  readonly cases: readonly ForeseenCase[];
}

function listGating(plan: SuitePlan, prompt: PromptPlan, ledger: Ledger): readonly GatingDraws[] {
  return prompt.metrics
    .filter(({ gates, direction }) => gates && direction !== 'neutral')
    .map((metric) => ({
      isPairwise: isPairwise(metric),
      cases: gatherDraws(plan, prompt, metric, ledger).input.cases.map(({ baseline, ...row }) => ({
        ...row,
        draws: baseline.filter((score) => score !== null),
      })),
    }))
    .filter(({ cases }) => cases.some(({ draws }) => draws.length >= 2));
}

/** The labels that a baseline with these draws would give, by the place of the case. */
function labelByDraws(
  { config }: SuitePlan,
  prompt: PromptPlan,
  metrics: readonly GatingDraws[],
): ReadonlyMap<number, number> {
  const rows = baseCases(prompt);
  const single = metrics.filter((metric) => !metric.isPairwise);
  const kept = new Map(rows.map(({ id }, index) => [id, single.map(({ cases }) => cases[index]?.draws ?? [])]));
  const cases = rows.map(({ id, isSame }) => ({ case: id, isSame }));
  const labels = labelNoisyCases(cases, kept, config.gate, `${config.name} ${prompt.id}`);
  return new Map(rows.flatMap(({ id }, index) => (labels.has(id) ? [[index, labels.get(id) as number] as const] : [])));
}
