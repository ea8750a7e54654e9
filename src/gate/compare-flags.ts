import { buildProblem, type Problem } from '../errors.ts';
import { type ComparisonId, type Direction, defaultGate, type GateSettings } from './comparison.ts';
import type { ScoreLine } from './score-line.ts';

/** The rules of the gate as `compare` is told them; null is the default. They mean what the config's keys of these names mean. */
export interface CompareRules {
  readonly margin: number | null;
  readonly alpha: number | null;
  readonly minCases: number | null;
  readonly minDrop: number | null;
  readonly driftAllowance: number | null;
  readonly target: 'inputs' | 'cases' | null;
  /** Samples of a critical case that enter the rate where lines name looks; null is as many as of other cases, or 1. */
  readonly samples: number | null;
  readonly onInconclusive: 'warn' | 'block' | null;
  /** `two-look` where cases that differed were run again; null is `one-look`. */
  readonly design: 'one-look' | 'two-look' | null;
  /** How two looks are settled by lines of a further round; null is not at all. */
  readonly settle: GateSettings['settle'] | null;
}

/** The flags of `compare`. */
export interface CompareFlags extends CompareRules {
  /** What holds for single suites in place of the rules for all. */
  readonly suites: ReadonlyMap<string, Partial<CompareRules>>;
  /** Metrics that gate, each by its name or as suite/prompt/metric; an empty list is all of them. */
  readonly metrics: readonly string[];
  /** Direction by metric, named in the same way; higher is better where a metric is not named. */
  readonly directions: ReadonlyMap<string, Direction>;
}

/** The flag of each rule. */
export const ruleFlags: { readonly [rule in keyof CompareRules]: string } = {
  margin: 'margin',
  alpha: 'alpha',
  minCases: 'min-cases',
  minDrop: 'min-drop',
  driftAllowance: 'drift-allowance',
  target: 'target',
  samples: 'samples',
  onInconclusive: 'on-inconclusive',
  design: 'design',
  settle: 'settle',
};

/** The flags of a command line that names none. */
export const defaultCompareFlags: CompareFlags = {
  margin: null,
  alpha: null,
  minCases: null,
  minDrop: null,
  driftAllowance: null,
  target: null,
  samples: null,
  onInconclusive: null,
  design: null,
  settle: null,
  suites: new Map(),
  metrics: [],
  directions: new Map(),
};

/** The rules for one suite's comparisons. */
export function rulesFor(flags: CompareFlags, suite: string | null): CompareRules {
  return { ...flags, ...(suite === null ? {} : flags.suites.get(suite)) };
}

/** The gate's settings for one suite's comparisons. */
export function settingsOf(flags: CompareFlags, suite: string | null): GateSettings {
  const rules = rulesFor(flags, suite);
  return {
    ...defaultGate,
    margin: rules.margin,
    alpha: rules.alpha ?? defaultGate.alpha,
    minCases: rules.minCases ?? defaultGate.minCases,
    minDrop: rules.minDrop ?? defaultGate.minDrop,
    driftAllowance: rules.driftAllowance ?? defaultGate.driftAllowance,
    target: rules.target ?? defaultGate.target,
    onInconclusive: rules.onInconclusive ?? defaultGate.onInconclusive,
    resample: rules.design === 'two-look' ? 'discordant' : 'off',
    settle: rules.design === 'two-look' ? (rules.settle ?? 'off') : 'off',
  };
}

/** True where a flag's name means a comparison: its metric in every suite and prompt, or suite/prompt/metric that one alone. */
export function meansComparison(name: string, { suite, prompt, metric }: ComparisonId): boolean {
  return name === metric || name === qualifyName({ suite, prompt, metric });
}

/** A comparison's own name for a flag: suite/prompt/metric, without those that are not given. */
export function qualifyName({ suite, prompt, metric }: ComparisonId): string {
  return [suite, prompt, metric].filter((part) => part !== null).join('/');
}

/** Which way a comparison's metric is good by the flags; its own name goes before its metric's. */
export function directionOf({ directions }: CompareFlags, id: ComparisonId): Direction {
  return directions.get(qualifyName(id)) ?? directions.get(id.metric) ?? 'higher';
}

/** What is wrong with the flags: values out of bounds, and names that no line has. Names are not looked up where there are no lines. */
export function checkFlags(flags: CompareFlags, lines: readonly ScoreLine[]): readonly Problem[] {
  const rules = [flags, ...flags.suites.values()].flatMap(checkRules);
  if (lines.length === 0) return rules;
  const known = new Set(lines.flatMap((line) => [line.metric, qualifyName(line)]));
  const suites = new Set(lines.map(({ suite }) => suite));
  const directions = [...flags.directions.keys()].filter((name) => !known.has(name));
  const strangers = [...flags.suites.keys()].filter((name) => !suites.has(name));
  return [
    ...rules,
    ...directions.map((name) =>
      buildProblem(
        `--direction names ${JSON.stringify(name)}, which is in neither file.`,
        'Name a metric as it stands in the score lines.',
      ),
    ),
    ...strangers.map((name) =>
      buildProblem(
        `a flag names the suite ${JSON.stringify(name)}, which is in neither file.`,
        'Name a suite as it stands in the score lines, or leave it out for all.',
      ),
    ),
  ];
}

function checkRules({ margin = null, alpha = null, minCases = null }: Partial<CompareRules>): readonly Problem[] {
  const problems: Problem[] = [];
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
  return problems;
}
