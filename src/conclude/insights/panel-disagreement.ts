import type { Panel } from '../../judges/panel.ts';
import type { PromptPlan } from '../../plan/suite-plan.ts';
import type { FirstAnswers, FirstSamples } from './first-samples.ts';

/** How far a panel's members are apart. */
interface PanelDisagreement {
  /** Outputs that every member scored, of both arms' first samples. */
  readonly outputs: number;
  /** Outputs on which two members lie half the scale or more apart. */
  readonly apart: number;
  /** Cases of the candidate among these, the furthest apart first. */
  readonly cases: readonly string[];
}

/** Nearer than this they agree. */
const leastDistance = 0.5;

/** Where the members of a panel disagree about the first samples. */
export function findPanelDisagreement(prompt: PromptPlan, panel: Panel, answers: FirstAnswers): PanelDisagreement {
  const members = prompt.metrics.filter(({ name }) => panel.members.includes(name)).map(({ name }) => name);
  const measure = ({ scores }: FirstSamples) =>
    prompt.cases.flatMap(({ id }) => {
      const known = members.flatMap((member) => scores.get(member)?.get(id) ?? []);
      if (known.length < members.length || known.length === 0) return [];
      return [{ id, distance: Math.max(...known) - Math.min(...known) }];
    });
  const [base, candidate] = [measure(answers.base), measure(answers.candidate)];
  const isApart = ({ distance }: { readonly distance: number }) => distance >= leastDistance;
  return {
    outputs: base.length + candidate.length,
    apart: [...base, ...candidate].filter(isApart).length,
    cases: candidate
      .filter(isApart)
      .sort((a, b) => b.distance - a.distance || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id),
  };
}
