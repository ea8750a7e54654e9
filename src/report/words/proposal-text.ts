import { defaultMargin } from '../../gate/first-round.ts';
import {
  type ChosenDesign,
  type DesignOffer,
  mostCases,
  type RunDesign,
  type SizedDesign,
} from '../../gate/propose-designs.ts';
import { renderPoints } from '../../gate/reason.ts';
import { count } from '../../text/prose.ts';
import type { SuiteProposal } from '../noise-report.ts';
import { formatCount, formatUsd, unknown } from './numbers.ts';
import { renderShare } from './prediction-text.ts';

/** The cheapest way to run a suite for the wanted power, and a table of the others, a line each. */
export function describeProposal(proposal: SuiteProposal): readonly string[] {
  const { suite, designs, cheapest, cheapestNow, nearest, power, priceUsd } = proposal;
  if (designs.length === 0) return [`no plan for ${suite}: no rate is tested on it, or nothing is known of its noise`];
  const limit = priceUsd === null ? '' : ` at ${formatUsd(priceUsd)} a run at most`;
  const wanted = `${Math.round(1000 * power) / 10} of 100 harmless changes clean${limit}`;
  const isUnpriced = priceUsd !== null && designs.some(({ now }) => now.costUsd === null);
  return [
    ...(cheapest === null
      ? [`nothing passes ${wanted}`, ...describeChosen(proposal, 'nearest comes', nearest)]
      : describeChosen(proposal, `cheapest that passes ${wanted}:`, cheapest)),
    ...(cheapest === null || cheapestNow?.cases === cheapest.cases
      ? []
      : describeChosen(proposal, 'with the cases that there are:', cheapestNow)),
    ...(isUnpriced ? ['  a price is not known, so that --price limits nothing: `prices` in the config names it'] : []),
    ...explainTogether(proposal),
    ...renderTable(designs),
  ];
}

function explainTogether({ prompts, metrics }: SuiteProposal): readonly string[] {
  const of = [
    ...(prompts > 1 ? [`for a change of one of ${count(prompts, 'prompt')}, the worst off`] : []),
    ...(metrics > 1 ? [`${count(metrics, 'metric')} together as if they were independent, which is the least`] : []),
  ];
  return of.length === 0 ? [] : [`  ${of.join('; ')}`];
}

/** A chosen design in words, and the config lines that make it. */
function describeChosen(proposal: SuiteProposal, lead: string, chosen: ChosenDesign | null): readonly string[] {
  if (chosen === null) return [];
  const { cases, passes, rounds, calls, costUsd, detectableDrop, findsMargin } = chosen;
  const cost = costUsd === null ? 'price unknown' : `about ${formatUsd(costUsd)}`;
  const drop = detectableDrop === null ? [] : [`detects drops of about ${renderPoints(detectableDrop)}`];
  const size = renderPoints(proposal.margin);
  const finds =
    findsMargin === null ? [] : [`a drop of ${size}, alike on every case, is found in ${renderShare(findsMargin)}`];
  const figures = [
    `passes in ${renderShare(passes)}`,
    `about ${roundTenth(rounds)} rounds, ${formatCount(calls)} calls, ${cost} a run`,
    ...drop,
    ...finds,
  ];
  return [
    `${lead} ${nameDesign(chosen)}, ${count(cases, 'case')}`,
    `  ${figures.join('; ')}`,
    `  set: ${listSettings(proposal, chosen).join('; ')}`,
  ];
}

/** `labels, settle 3`. */
function nameDesign({ samples, labels, settle }: RunDesign): string {
  const parts = [
    samples === 1 ? '1 sample' : `${samples} samples`,
    ...(labels ? ['labels'] : []),
    ...(settle === 'off' ? [] : [`settle ${settle}`]),
  ];
  return parts.join(', ');
}

/** The config lines that make a design. */
function listSettings({ margin, isMarginSet, designs }: SuiteProposal, chosen: ChosenDesign): readonly string[] {
  const more = chosen.cases - (designs[0]?.now.cases ?? 0);
  const changesMargin = more > 0 && !isMarginSet && margin !== defaultMargin(chosen.cases);
  return [
    `samples: ${chosen.samples}`,
    ...(chosen.samples > 1 ? [] : [`gate.settle: ${chosen.settle}`]),
    ...(chosen.labels ? ['baseline.samples: 5, and keep a baseline'] : chosen.samples > 1 ? [] : ['gate.rounds: 1']),
    ...(more > 0 ? [`${count(more, 'more case')} of the same kind`] : []),
    ...(changesMargin ? [`gate.margin: ${margin}`] : []),
  ];
}

function renderTable(designs: readonly DesignOffer[]): readonly string[] {
  const head = ['design', 'passes', 'detects', 'finds margin', 'rounds', 'calls', 'cost', 'cases that are enough'];
  const rows = designs.map((design) => [nameDesign(design), ...listFigures(design.now), describeEnough(design)]);
  const table = [head, ...rows];
  const widths = head.map((_, column) => table.reduce((most, row) => Math.max(most, row[column]?.length ?? 0), 0));
  return [
    `  on ${count(designs[0]?.now.cases ?? 0, 'case')}, about:`,
    ...table.map(
      (row) =>
        `  ${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}`,
    ),
    ...(designs.some(({ labels }) => labels)
      ? []
      : ['  what labels of noisy cases would gain takes 5 draws a case: --samples 5']),
  ];
}

function listFigures({ passes, detectableDrop, findsMargin, rounds, calls, costUsd }: SizedDesign): readonly string[] {
  return [
    `${Math.round(100 * passes)} %`,
    detectableDrop === null ? unknown : renderPoints(detectableDrop),
    findsMargin === null ? unknown : `${Math.round(100 * findsMargin)} %`,
    String(roundTenth(rounds)),
    formatCount(calls),
    formatUsd(costUsd),
  ];
}

function describeEnough({ enough, now }: DesignOffer): string {
  if (enough === null) return `over ${formatCount(mostCases)}`;
  return enough === now ? 'these' : formatCount(enough.cases);
}

function roundTenth(value: number): number {
  return Math.round(10 * value) / 10;
}
