import { combineScores } from '../judges/panel.ts';
import { identifyArm } from '../plan/draws.ts';
import type { Metric, PanelMetric } from '../plan/metric.ts';
import type { PromptPlan } from '../plan/suite-plan.ts';
import type { Ledger } from '../run/ledger.ts';
import type { ArmLedger, Sample } from '../run/ledger-arm.ts';
import type { ScoreFacts } from '../run/records.ts';
import type { Arm } from '../run/sample-key.ts';

/** What the ledger holds of one arm of a prompt. */
export function readArm(ledger: Ledger, prompt: PromptPlan, arm: Arm): ArmLedger {
  return ledger.arm(identifyArm(prompt, arm));
}

/** The samples of an arm in the order of the prompt's cases; one sample of each case where an index is named. */
export function listSamples(
  ledger: Ledger,
  prompt: PromptPlan,
  arm: Arm,
  index: number | null = null,
): readonly Sample[] {
  const own = readArm(ledger, prompt, arm);
  if (own.isEmpty) return [];
  return prompt.cases.flatMap(({ id }) =>
    (index === null ? own.samples(id) : [own.sample(id, index)]).filter((sample) => sample !== null),
  );
}

/** The scores of one case in one arm by sample, null where unscored; empty where none were tried. */
export function scoresOf(arm: ArmLedger, metric: Metric, caseId: string): readonly (number | null)[] {
  return factsOf(arm, metric, caseId).map((facts) => facts?.score ?? null);
}

/** What a metric says of the samples of one case; null where it was not asked. An arm in which every request met the same client error has no scores: such an error is about the request as such, and must neither convict a prompt nor become a baseline. */
export function factsOf(arm: ArmLedger, metric: Metric, caseId: string): readonly (ScoreFacts | null)[] {
  const own = metric.kind === 'panel' ? hearPanel(arm, metric, caseId) : listFacts(arm, metric.name, caseId);
  if (arm.refusal() === null) return own;
  return own.map((facts) => facts && { ...facts, score: null, missing: 'refused' });
}

/** What a metric says of every sample of an arm, or of those of one index, in the order of the cases. */
export function listScores(
  ledger: Ledger,
  prompt: PromptPlan,
  metric: Metric,
  arm: Arm,
  index: number | null = null,
): readonly ScoreFacts[] {
  const own = readArm(ledger, prompt, arm);
  if (own.isEmpty) return [];
  return prompt.cases.flatMap(({ id }) => {
    const facts = factsOf(own, metric, id);
    return (index === null ? facts : facts.slice(index, index + 1)).filter((one) => one !== null);
  });
}

function listFacts(arm: ArmLedger, metric: string, caseId: string): readonly (ScoreFacts | null)[] {
  return Array.from({ length: arm.countScores(metric, caseId) }, (_, index) => arm.score(metric, caseId, index));
}

/** A panel is heard where it is asked for: its scores are those of its members, put together, and are written nowhere. */
function hearPanel(arm: ArmLedger, { panel }: PanelMetric, caseId: string): readonly (ScoreFacts | null)[] {
  const length = Math.max(0, ...panel.members.map((member) => arm.countScores(member, caseId)));
  return Array.from({ length }, (_, index) => {
    const heard = panel.members.map((member) => ({ member, facts: arm.score(member, caseId, index) }));
    if (heard.some(({ facts }) => facts === null)) return null;
    const said = heard.flatMap(({ member, facts }) => (facts?.reason == null ? [] : [`${member}: ${facts.reason}`]));
    const missing = heard.flatMap(({ facts }) => facts?.missing ?? []);
    const isAbstained = missing.length > 0 && missing.every((why) => why === 'abstained');
    const score = combineScores(
      heard.map(({ facts }) => facts?.score ?? null),
      panel.combine,
    );
    const why =
      score !== null ? null : isAbstained ? 'abstained' : (missing.find((one) => one !== 'abstained') ?? null);
    return { score, missing: why, reason: said.length === 0 ? null : said.join(' / '), agrees: null };
  });
}
