import type { Acceptance } from '../gate/acceptance.ts';
import type { Verdict } from '../gate/comparison.ts';
import { type Ground, keyOfGround, type WeighedGround } from '../gate/ground.ts';
import { isGreen } from '../gate/verdict.ts';
import type { SuitePlan } from '../plan/suite-plan.ts';
import type { RecordedVerdict } from './recorded-verdict.ts';

/** What people and earlier runs say to a decision. */
export interface Hearing {
  /** Turns the check green where it covers all that blocks, and keeps the word. */
  readonly acceptance: Acceptance | null;
  /** Verdicts of the same content that stand beside this run's own. */
  readonly earlier: readonly RecordedVerdict[];
  /** How often this content was asked, with this run. */
  readonly asked: number;
}

/** Each ground once, with what the settings of its suite make of it; one that is no suite's own concerns the strictest. A verdict that names none still has one: what has no ground would block nothing. */
export function weighGrounds(
  verdict: Verdict,
  named: readonly Ground[],
  earlier: readonly RecordedVerdict[],
  plans: readonly SuitePlan[],
): readonly WeighedGround[] {
  const isUndecidedGreen = (suite: string | null) =>
    plans
      .filter(({ config }) => suite === null || config.name === suite)
      .every(({ config }) => isGreen('inconclusive', config.gate));
  const isNamed = verdict === 'pass' || [...named, ...earlier].some((one) => one.verdict === verdict);
  const own = isNamed
    ? named
    : [...named, { kind: 'unjudged', verdict, suite: null, prompt: null, subject: null } as const];
  const weighed = [
    ...own.map((ground) => ({
      ...ground,
      blocks: ground.verdict !== 'inconclusive' || !isUndecidedGreen(ground.suite),
    })),
    ...earlier.flatMap((recorded) => recorded.grounds),
  ];
  return [...new Map(weighed.map((ground) => [`${ground.verdict} ${keyOfGround(ground)}`, ground])).values()];
}
