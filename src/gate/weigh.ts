import { type Acceptance, isGreenFor } from './acceptance.ts';
import type { Verdict } from './comparison.ts';
import { type GroundId, keyOfGround, type WeighedGround } from './ground.ts';
import { combineVerdicts, isGreen, type SignalSettings } from './verdict.ts';

/** Something that may decide, and what it says by itself; without a suite it concerns the run and every suite in it. */
export interface Finding extends GroundId {
  readonly verdict: Verdict;
  /** Whether it turns the check red, where an earlier run weighed it; null leaves that to the settings of its suite. */
  readonly blocks: boolean | null;
}

/** What everything that may decide comes to. */
export interface Weighing {
  readonly verdict: Verdict;
  /** True where nothing that blocks is left after what was accepted. */
  readonly green: boolean;
  /** All that keeps the verdict from being pass, each once. */
  readonly grounds: readonly WeighedGround[];
  /** What the same findings make of one suite; a suite that none of them concerns is not in it. */
  readonly suites: ReadonlyMap<string, Verdict>;
}

/**
 * The one place where a run and each of its suites get their verdicts: the first of fail, invalid, inconclusive and
 * pass that any finding has. `settings` are those of the suites that ran. Of no finding at all a run is invalid.
 */
export function weigh(
  findings: readonly Finding[],
  settings: ReadonlyMap<string, SignalSettings>,
  acceptance: Acceptance | null,
): Weighing {
  const heard = findings.length > 0 ? findings : [nothingJudged];
  const grounds = listGrounds(heard, settings);
  return {
    verdict: combineVerdicts(heard.map(({ verdict }) => verdict)),
    green: isGreenFor(acceptance, grounds),
    grounds,
    suites: weighSuites(heard, settings),
  };
}

const nothingJudged: Finding = {
  kind: 'unjudged',
  suite: null,
  prompt: null,
  subject: null,
  verdict: 'invalid',
  blocks: null,
};

function weighSuites(
  findings: readonly Finding[],
  settings: ReadonlyMap<string, SignalSettings>,
): ReadonlyMap<string, Verdict> {
  const named = findings.flatMap(({ suite }) => (suite === null ? [] : [suite]));
  return new Map(
    [...new Set([...settings.keys(), ...named])].flatMap((name) => {
      const own = findings.filter(({ suite }) => (suite === null ? settings.has(name) : suite === name));
      return own.length === 0 ? [] : [[name, combineVerdicts(own.map(({ verdict }) => verdict))] as const];
    }),
  );
}

function listGrounds(
  findings: readonly Finding[],
  settings: ReadonlyMap<string, SignalSettings>,
): readonly WeighedGround[] {
  const weighed = findings.flatMap(({ kind, suite, prompt, subject, verdict, blocks }): WeighedGround[] =>
    verdict === 'pass'
      ? []
      : [{ kind, suite, prompt, subject, verdict, blocks: blocks ?? isRed(verdict, suite, settings) }],
  );
  return [...new Map(weighed.map((ground) => [`${ground.verdict} ${keyOfGround(ground)}`, ground])).values()];
}

/** What is no suite's own is held to the strictest of all. */
function isRed(verdict: Verdict, suite: string | null, settings: ReadonlyMap<string, SignalSettings>): boolean {
  if (verdict !== 'inconclusive') return true;
  const own = [...settings].filter(([name]) => suite === null || name === suite);
  return own.some(([, one]) => !isGreen(verdict, one));
}
