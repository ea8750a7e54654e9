import type { Verdict } from '../gate/comparison.ts';
import type { GroundId } from '../gate/ground.ts';
import type { Finding } from '../gate/weigh.ts';

/** What is said of one or more findings: the headline they would give a run, and why. */
export interface Statement {
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
  readonly title: string;
  /** Reasons that the title gives in full already. */
  readonly told: readonly string[];
  /** Reasons that it leaves to be told; none of a pass. */
  readonly untold: readonly string[];
}

/** States one finding with one reason, which the title leaves to be told. */
export function state(verdict: Verdict, id: GroundId, title: string, reason: string): Statement {
  return { findings: [{ ...id, verdict, blocks: null }], verdict, title, told: [], untold: [reason] };
}

/** States one finding whose title gives the reason; `opening` comes before it there. */
export function stateAtOnce(verdict: Verdict, id: GroundId, reason: string, opening = ''): Statement {
  const told = verdict === 'pass' ? [] : [reason];
  return { findings: [{ ...id, verdict, blocks: null }], verdict, title: `${opening}${reason}`, told, untold: [] };
}

/** What is nobody's own: it concerns the run and every suite in it. */
export const wholeRun: GroundId = { kind: 'unjudged', suite: null, prompt: null, subject: null };
