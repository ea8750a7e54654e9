import { detectableDrop, powerToDetect } from '../statistics/planning.ts';
import {
  predictOpenDrop,
  predictPass,
  predictSettledPass,
  resizeRound,
  sumUpRound,
  type UndrawnRound,
} from '../statistics/predict-pass.ts';
import { measureRepeats } from '../statistics/repeat-noise.ts';
import { splitNoise } from '../statistics/split-noise.ts';
import type { GateSettings } from './comparison.ts';
import { chooseDesign, countQuestions, type PlannedCase, planFirstRound, resolveMargin } from './first-round.ts';
import { rerunTotal } from './second-look.ts';
import { maySettle, passShares, settledTotal } from './settle.ts';

/** A case of a comparison that is not drawn yet, with what was drawn earlier of one unchanged version of it, in one metric. */
export interface ForeseenCase extends PlannedCase {
  readonly cluster: string | null;
  /** Empty where nothing is known of it. */
  readonly draws: readonly number[];
}

/** What a comparison will take and can show, as far as the noise is known: sums over its cases, so that other sizes are quickly reckoned. */
export interface Outlook {
  readonly settings: GateSettings;
  readonly margin: number;
  readonly first: UndrawnRound;
  /** The cases as a further round leaves them; null where none follows by itself. */
  readonly last: UndrawnRound | null;
  /** Paired rounds, a full one being one draw of each case on either side: the first round, and what a re-run and a further round would add to it. */
  readonly firstRounds: number;
  readonly rerunRounds: number;
  readonly settlingRounds: number;
  /** Of what settling adds the share that a re-run would have drawn already, in rounds. */
  readonly sharedRounds: number;
  /** The chance that two draws of a case differ, 0..1. */
  readonly differing: number;
  /** False where the draws that label cases are too few to say how noisy the labelled ones are: the chances then leave the labels out. */
  readonly countsLabels: boolean;
}

/** What to expect of a comparison before it is paid for; every figure is about right, and none is more than that. */
export interface Prediction {
  /** The chance that a harmless change passes clean, 0..1: by the end, and at the first look. */
  readonly passes: number;
  readonly passesAtFirst: number;
  /** The smallest drop found with 80 % power, by the samples of the first round; null where no draw differed. */
  readonly detectableDrop: number | null;
  /** The chance that a drop of the margin, the same on every case, is found by a one-sided paired t test of the first round at the whole alpha; null as above, and for fewer than two cases. */
  readonly findsMargin: number | null;
  /** Paired rounds of the first round, and on average until a harmless change is decided. */
  readonly firstRounds: number;
  readonly rounds: number;
}

/** Null where no rate of inputs is tested, or nothing is known of the noise of any case. */
export function foresee(settings: GateSettings, samples: number, cases: readonly ForeseenCase[]): Outlook | null {
  const design = chooseDesign(settings, countQuestions(cases), samples);
  const noise = measureRepeats(cases.map(({ draws }) => draws));
  if (noise === null || design === 'small-set' || design === 'these-cases') return null;
  const { variances, isHonest } = splitNoise(cases.map(({ draws }) => draws));
  const rounds = planFirstRound(settings, samples, cases);
  const isLabelled = cases.some(({ labelled }) => labelled !== undefined);
  const countsLabels = isHonest || !isLabelled;
  const knownRounds = countsLabels ? rounds : planFirstRound(settings, samples, cases.map(dropLabel));
  const settles = settings.settle !== 'on-request' && maySettle({ settings, design, samples });
  const total = settledTotal(settings);
  const sumUp = (countOf: (tested: number) => number) =>
    sumUpRound(
      cases.map(({ isSame, cluster }, index) => ({
        variance: isSame ? 0 : (variances[index] as number),
        samples: countOf(knownRounds[index]?.tested ?? 1),
        cluster: cluster ?? index,
      })),
    );
  // Cases differ as their variances say, in the proportion of the whole.
  const rate = noise.sd < 1e-9 ? 0 : noise.differing / (noise.sd ** 2 / 2);
  const extra = { drawn: 0, rerun: 0, settling: 0, shared: 0 };
  cases.forEach(({ isSame }, index) => {
    const { drawn, tested } = rounds[index] ?? { drawn: 1, tested: 1 };
    extra.drawn += drawn;
    if (isSame) return;
    const discordant = Math.min(1, rate * (variances[index] as number) * tested);
    const again = design === 'two-looks' ? Math.max(0, rerunTotal - drawn) : 0;
    const further = settles ? Math.max(0, total - drawn) : 0;
    extra.rerun += discordant * again;
    extra.settling += further;
    extra.shared += discordant * Math.min(again, further);
  });
  const perCase = (sum: number) => (cases.length === 0 ? 0 : sum / cases.length);
  return {
    settings,
    margin: resolveMargin(settings, countQuestions(cases)),
    first: sumUp((tested) => tested),
    last: settles ? sumUp((tested) => Math.max(tested, total)) : null,
    firstRounds: perCase(extra.drawn),
    rerunRounds: perCase(extra.rerun),
    settlingRounds: perCase(extra.settling),
    sharedRounds: perCase(extra.shared),
    differing: noise.differing,
    countsLabels,
  };
}

/** The same cases in another number, at the same margin. */
export function resizeOutlook(outlook: Outlook, cases: number): Outlook {
  const { first, last } = outlook;
  return { ...outlook, first: resizeRound(first, cases), last: last && resizeRound(last, cases) };
}

/** What to expect by an outlook. */
export function predict(outlook: Outlook): Prediction {
  const { first, last, settings, margin } = outlook;
  const { alpha } = settings;
  const share = passShares(settings);
  const isShared = last !== null || settings.settle === 'on-request';
  const firstRule = { margin, alpha: isShared ? share.first * alpha : alpha };
  const passesAtFirst = predictPass(first, firstRule);
  const passes =
    last === null ? passesAtFirst : predictSettledPass(first, last, firstRule, { margin, alpha: share.last * alpha });
  const isInPlay = Math.min(1 - passesAtFirst, predictOpenDrop(first, { margin, alpha }, settings.minDrop));
  const sd = first.cases === 0 ? 0 : Math.sqrt(first.squares / first.cases);
  const isQuiet = sd < 1e-9;
  return {
    passes,
    passesAtFirst,
    detectableDrop: isQuiet ? null : detectableDrop(sd, first.cases, alpha),
    findsMargin: isQuiet || first.cases < 2 ? null : powerToDetect(margin, sd, first.cases, alpha),
    firstRounds: outlook.firstRounds,
    rounds:
      outlook.firstRounds +
      isInPlay * (outlook.rerunRounds - outlook.sharedRounds) +
      (1 - passesAtFirst) * outlook.settlingRounds,
  };
}

function dropLabel({ labelled: _, ...one }: ForeseenCase): PlannedCase {
  return one;
}
