import type { Panel } from '../../judges/panel.ts';
import type { PromptPlan } from '../../plan/suite-plan.ts';
import type { Ledger } from '../../run/ledger.ts';
import type { BaseArm } from '../../run/sample-key.ts';
import { scoresOf } from '../../scores/read.ts';

/** How far a panel's members are apart. */
export interface PanelDisagreement {
  /** Outputs that every member scored, of both arms' first samples. */
  readonly outputs: number;
  /** Outputs on which two members lie half the scale or more apart. */
  readonly apart: number;
  /** Cases of the candidate among these, the furthest apart first. */
  readonly cases: readonly string[];
}

/** Nearer than this they agree. */
const leastDistance = 0.5;

/** Where the members of a panel disagree; `baseArm` is the arm that stands for the base. */
export function findPanelDisagreement(
  prompt: PromptPlan,
  panel: Panel,
  ledger: Ledger,
  baseArm: BaseArm,
): PanelDisagreement {
  const members = prompt.metrics.filter(({ name }) => panel.members.includes(name));
  const measured = ([baseArm, 'candidate'] as const).flatMap((arm) =>
    prompt.cases.flatMap(({ id }) => {
      const scores = members.map((member) => scoresOf(ledger, prompt, member, arm, id)[0] ?? null);
      const known = scores.filter((score) => score !== null);
      if (known.length < scores.length || known.length === 0) return [];
      return [{ arm, case: id, distance: Math.max(...known) - Math.min(...known) }];
    }),
  );
  const apart = measured.filter(({ distance }) => distance >= leastDistance);
  return {
    outputs: measured.length,
    apart: apart.length,
    cases: apart
      .filter(({ arm }) => arm === 'candidate')
      .sort((a, b) => b.distance - a.distance || (a.case < b.case ? -1 : 1))
      .map((one) => one.case),
  };
}
