import type { GateSettings } from './comparison.ts';
import { type ForeseenCase, foresee, type Outlook, type Prediction, predict, resizeOutlook } from './predict.ts';

/** How a suite could be run; `labels` draws the cases more often that a baseline of five samples shows to be noisy. */
export interface RunDesign {
  readonly samples: 1 | 3 | 5;
  readonly labels: boolean;
  readonly settle: 'off' | 3 | 5;
}

/** What a design comes to on so many cases a prompt. */
export interface SizedDesign
  extends Pick<Prediction, 'passes' | 'detectableDrop' | 'findsMargin' | 'firstRounds' | 'rounds'> {
  readonly cases: number;
  /** Calls a run of one changed prompt on average, judges' ones included, and dollars; null where a price is unknown. */
  readonly calls: number;
  readonly costUsd: number | null;
}

/** A design with what it comes to on the cases that there are, and on as many as reach the power; null where that is beyond `mostCases`. */
export interface DesignOffer extends RunDesign {
  readonly now: SizedDesign;
  readonly enough: SizedDesign | null;
}

/** One prompt of a suite: its cases in each gating metric that was measured, and what one paired round of all of them takes. */
export interface OfferedPrompt {
  /** By metric; the cases without labels. */
  readonly metrics: readonly (readonly ForeseenCase[])[];
  /** Samples of the noisy cases by their place; null where too few draws show what labels gain. */
  readonly labels: ReadonlyMap<number, number> | null;
  readonly roundCalls: number;
  readonly roundUsd: number | null;
}

/** Datasets beyond this many cases a prompt are not proposed. */
export const mostCases = 20_000;

const settlings: readonly RunDesign['settle'][] = ['off', 3, 5];

/** The designs that are weighed: labels only where enough draws show what they gain. */
export function listDesigns(hasLabels: boolean): readonly RunDesign[] {
  return [
    ...[false, ...(hasLabels ? [true] : [])].flatMap((labels) =>
      settlings.map((settle): RunDesign => ({ samples: 1, labels, settle })),
    ),
    { samples: 3, labels: false, settle: 'off' },
    { samples: 5, labels: false, settle: 'off' },
  ];
}

/** What each design comes to for a change of one prompt, the worst off, at the margin that holds now; empty where no rate of inputs is tested or nothing is known. */
export function weighDesigns(
  settings: GateSettings,
  prompts: readonly OfferedPrompt[],
  power: number,
): readonly DesignOffer[] {
  const hasLabels = prompts.every(({ labels }) => labels !== null);
  return listDesigns(hasLabels).flatMap((design) => {
    const foreseen = prompts.flatMap((prompt) => {
      const outlooks = foreseePrompt(settings, prompt, design);
      return outlooks.length === 0 ? [] : [{ prompt, outlooks }];
    });
    if (foreseen.length === 0) return [];
    const most = foreseen.reduce((size, { outlooks }) => Math.max(size, outlooks[0]?.first.cases ?? 0), 0);
    const sizeAt = (cases: number) => sizeDesign(foreseen, cases / most, cases);
    const now = sizeAt(most);
    return [{ ...design, now, enough: now.passes >= power ? now : findEnough(sizeAt, most, power) }];
  });
}

interface ForeseenPrompt {
  readonly prompt: OfferedPrompt;
  readonly outlooks: readonly Outlook[];
}

function foreseePrompt(
  settings: GateSettings,
  { metrics, labels }: OfferedPrompt,
  { samples, labels: isLabelled, settle }: RunDesign,
): readonly Outlook[] {
  return metrics.flatMap((cases) => {
    const labelled = isLabelled ? cases.map((one, index) => labelCase(one, labels?.get(index))) : cases;
    return foresee({ ...settings, settle }, samples, labelled) ?? [];
  });
}

function labelCase(one: ForeseenCase, labelled: number | undefined): ForeseenCase {
  return labelled === undefined ? one : { ...one, labelled };
}

function sizeDesign(foreseen: readonly ForeseenPrompt[], factor: number, cases: number): SizedDesign {
  const sized = foreseen.map(({ prompt, outlooks }) => {
    const predictions = outlooks.map((outlook) =>
      predict(factor === 1 ? outlook : resizeOutlook(outlook, Math.max(1, Math.round(outlook.first.cases * factor)))),
    );
    const rounds = predictions.reduce((sum, one) => Math.max(sum, one.rounds), 0);
    const worst = predictions.reduce((least, one) => (one.passes < least.passes ? one : least));
    return {
      worst,
      passes: predictions.reduce((chance, one) => chance * one.passes, 1),
      rounds,
      calls: prompt.roundCalls * factor * rounds,
      costUsd: prompt.roundUsd === null ? null : prompt.roundUsd * factor * rounds,
    };
  });
  const { worst, passes } = sized.reduce((least, one) => (one.passes < least.passes ? one : least));
  const costs = sized.map(({ costUsd }) => costUsd);
  return {
    cases,
    passes,
    detectableDrop: worst.detectableDrop,
    findsMargin: worst.findsMargin,
    firstRounds: worst.firstRounds,
    rounds: sized.reduce((most, one) => Math.max(most, one.rounds), 0),
    calls: Math.ceil(sized.reduce((most, { calls }) => Math.max(most, calls), 0)),
    costUsd: costs.some((cost) => cost === null) ? null : Math.max(...costs.map((cost) => cost ?? 0)),
  };
}

/** The fewest cases that reach the power, by halving; more cases of the same kind never lower the chance. */
function findEnough(sizeAt: (cases: number) => SizedDesign, cases: number, power: number): SizedDesign | null {
  let low = cases;
  let high = cases;
  while (sizeAt(high).passes < power) {
    if (high >= mostCases) return null;
    low = high;
    high = Math.min(2 * high, mostCases);
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (sizeAt(middle).passes < power) low = middle;
    else high = middle;
  }
  return sizeAt(high);
}

/** A design on a number of cases. */
export type ChosenDesign = RunDesign & SizedDesign;

/** The cheapest that reaches the power within the price, and what comes nearest where none does. */
export interface DesignChoice {
  readonly cheapest: ChosenDesign | null;
  /** The cheapest that reaches it with the cases that there are. */
  readonly cheapestNow: ChosenDesign | null;
  readonly nearest: ChosenDesign | null;
}

/** Chooses by dollars where every price is known, else by calls; `priceUsd` limits the dollars of a run where they are known. */
export function chooseDesigns(offers: readonly DesignOffer[], power: number, priceUsd: number | null): DesignChoice {
  const sized = offers.flatMap(({ now, enough, ...design }): ChosenDesign[] => [
    { ...design, ...now },
    ...(enough === null || enough === now ? [] : [{ ...design, ...enough }]),
  ]);
  const isAffordable = ({ costUsd }: ChosenDesign) => priceUsd === null || costUsd === null || costUsd <= priceUsd;
  const within = sized.filter(isAffordable);
  const expenseOf = ({ costUsd, calls }: ChosenDesign) => costUsd ?? calls;
  const reaching = within.filter(({ passes }) => passes >= power);
  const findCheapest = (among: readonly ChosenDesign[]) =>
    among.reduce<ChosenDesign | null>(
      (least, one) => (least === null || expenseOf(one) < expenseOf(least) ? one : least),
      null,
    );
  const cheapest = findCheapest(reaching);
  const least = offers[0]?.now.cases;
  const nearest = within.reduce<ChosenDesign | null>(
    (most, one) => (most === null || one.passes > most.passes ? one : most),
    null,
  );
  return {
    cheapest,
    cheapestNow: findCheapest(reaching.filter(({ cases }) => cases === least)),
    nearest: cheapest === null ? nearest : null,
  };
}
