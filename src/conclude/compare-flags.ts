import {
  type CompareFlags,
  type CompareRules,
  defaultCompareFlags,
  qualifyName,
  ruleFlags,
} from '../gate/compare-flags.ts';
import { type Comparison, type ComparisonId, defaultGate } from '../gate/comparison.ts';
import { isGreen } from '../gate/verdict.ts';
import { isCompared, type SuitePlan } from '../plan/suite-plan.ts';

/**
 * The flags under which `compare` decides a run's own score files by the run's rules; null where no comparison gates.
 * What differs between suites is said by suite, since one decision is made over all of them.
 */
export function listCompareFlags(plans: readonly SuitePlan[], comparisons: readonly Comparison[]): CompareFlags | null {
  const gating = comparisons.filter(({ gates, direction }) => gates && direction !== 'neutral');
  if (gating.length === 0) return null;
  const compared = plans.filter(({ prompts }) => prompts.some(isCompared));
  const filed = plans.flatMap(({ prompts }) =>
    prompts.flatMap(({ suite, id: prompt, metrics }) => metrics.map(({ name: metric }) => ({ suite, prompt, metric }))),
  );
  return {
    ...defaultCompareFlags,
    ...shareRules(compared, comparisons),
    metrics: gating.length === filed.length ? [] : nameAmong(gating, filed),
    directions: nameDirections(comparisons),
  };
}

function nameDirections(comparisons: readonly Comparison[]): CompareFlags['directions'] {
  const turned = comparisons.filter(({ direction }) => direction !== 'higher');
  return new Map(
    turned.map((one) => {
      const alike = turned.filter(({ direction }) => direction === one.direction);
      return [nameAlone(one, alike, comparisons), one.direction];
    }),
  );
}

/** The rules that all suites have in common, and beside them those that single ones have. */
function shareRules(
  plans: readonly SuitePlan[],
  comparisons: readonly Comparison[],
): Pick<CompareFlags, 'suites'> & Partial<CompareRules> {
  const own = plans.map((plan) => [plan.config.name, readRules(plan, isProven(plan, comparisons))] as const);
  const keys = Object.keys(ruleFlags) as (keyof CompareRules)[];
  const isShared = (key: keyof CompareRules) => new Set(own.map(([, rules]) => rules[key])).size === 1;
  const pick = (rules: CompareRules, wanted: readonly (keyof CompareRules)[]): Partial<CompareRules> =>
    Object.fromEntries(wanted.filter((key) => rules[key] !== null).map((key) => [key, rules[key]]));
  const single = keys.filter((key) => !isShared(key));
  const suites = own.map(([name, rules]) => [name, pick(rules, single)] as const);
  return {
    ...(own[0] !== undefined && pick(own[0][1], keys.filter(isShared))),
    suites: new Map(suites.filter(([, rules]) => Object.keys(rules).length > 0)),
  };
}

function isProven({ config: { name } }: SuitePlan, comparisons: readonly Comparison[]): boolean {
  return comparisons.some(({ suite, proven }) => suite === name && proven);
}

/**
 * A suite's rules, null where they are the default. One look is told as two without a re-run where a further round may
 * follow it, which only two looks of score files have: they differ in nothing but when a drop is proven.
 */
function readRules({ config: { gate, samples } }: SuitePlan, isProven: boolean): CompareRules {
  const own = <T>(value: T, usual: T): T | null => (value === usual ? null : value);
  const isSingle = gate.target === 'inputs' && samples === 1;
  const settle = isSingle ? own(gate.settle, defaultGate.settle) : null;
  const isTwoLook = isSingle && (gate.resample === 'discordant' || (settle !== null && !isProven));
  return {
    margin: gate.margin,
    alpha: own(gate.alpha, defaultGate.alpha),
    minCases: own(gate.minCases, defaultGate.minCases),
    minDrop: own(gate.minDrop, defaultGate.minDrop),
    driftAllowance: own(gate.driftAllowance, defaultGate.driftAllowance),
    target: own(gate.target, defaultGate.target),
    samples: own(samples, 1),
    onInconclusive: isGreen('inconclusive', gate) ? null : 'block',
    design: isTwoLook ? 'two-look' : null,
    settle: isTwoLook ? settle : null,
  };
}

/** The names that mean some comparisons and no other of all. */
function nameAmong(some: readonly ComparisonId[], all: readonly ComparisonId[]): readonly string[] {
  return [...new Set(some.map((one) => nameAlone(one, some, all)))].sort();
}

/** The metric's name where it means none but comparisons of `some`, else the comparison's own. */
function nameAlone(one: ComparisonId, some: readonly ComparisonId[], all: readonly ComparisonId[]): string {
  const countIn = (ids: readonly ComparisonId[]) => ids.filter(({ metric }) => metric === one.metric).length;
  return countIn(some) === countIn(all) ? one.metric : qualifyName(one);
}
