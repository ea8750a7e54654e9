import { chooseDesign, countQuestions } from '../gate/first-round.ts';
import { maySettle, passShares, settledTotal } from '../gate/settle.ts';
import type { Estimate } from '../plan/estimate.ts';
import { baseCases, isCompared, type SuitePlan } from '../plan/suite-plan.ts';
import { renderUsd } from '../prices/usd.ts';
import type { RunDecision } from '../rounds/run-plan.ts';
import { count, inCode } from '../text/prose.ts';

const label = `the label ${inCode('prompt-assay:settle')}`;

/** How an open verdict could be settled, a clause; nothing where it is decided, or no further round could change it. */
export function explainUnsettled({ unsettled }: Pick<RunDecision, 'unsettled'>): readonly string[] {
  if (unsettled === null) return [];
  const size = renderSize(unsettled.estimate);
  return unsettled.why === 'unasked'
    ? [
        `${label} may settle it, once, by a further round of at most ${size}: whoever may write here sets it on this head`,
      ]
    : [
        `the further round that could settle it, of at most ${size}, does not fit the budget: raise that on main, then set ${label} on this head`,
      ];
}

/** What of alpha a pass may spend and when, and which cases are drawn more often, as notes on a suite. */
export function describeRounds(plan: SuitePlan): readonly string[] {
  const { gate: settings, samples } = plan.config;
  const compared = plan.prompts.filter(isCompared);
  const labelled = compared.flatMap(({ cases }) => cases.flatMap((row) => row.labelled ?? []));
  const noisy =
    labelled.length === 0
      ? []
      : [
          `${count(labelled.length, 'noisy case is', 'noisy cases are')} drawn ${Math.max(...labelled)} times on both sides from the start: kept answers of main's to ${labelled.length === 1 ? 'it' : 'them'} differ among themselves`,
        ];
  const isSettled = compared.some((prompt) => {
    const design = chooseDesign(settings, countQuestions(baseCases(prompt)), samples);
    return maySettle({ settings, design, samples });
  });
  if (!isSettled) return noisy;
  const { first, last } = passShares(settings);
  const percent = (share: number) => `${Math.round(share * settings.alpha * 1000) / 10} %`;
  const when = settings.settle === 'on-request' ? 'on request' : 'at once';
  return [
    ...noisy,
    `what both looks leave open is settled ${when}, by ${settledTotal(settings)} samples of every case: a pass spends ${percent(first)} at the first look and ${percent(last)} after the further round, as the config set before the first answer`,
  ];
}

function renderSize({ generationCalls, judgeCalls, costMicroUsd }: Estimate): string {
  const cost = costMicroUsd === null ? [] : [`about ${renderUsd(costMicroUsd / 1e6)}`];
  const judgements = judgeCalls === 0 ? [] : [count(judgeCalls, 'judgement')];
  return [count(generationCalls, 'answer'), ...judgements, ...cost].join(', ');
}
