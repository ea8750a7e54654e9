import { combineScores, type Panel } from '../judges/panel.ts';
import type { PromptPlan } from '../plan/suite-plan.ts';
import type { ScoreRecord } from '../run/records.ts';
import { explainAbstention, isAbstention } from '../scores/abstention.ts';

/** Hears the panels of some prompts: one record for each sample that all members of a panel were asked about. `scores` are the judges' own. */
export function scorePanels(prompts: ReadonlySet<PromptPlan>, scores: readonly ScoreRecord[]): readonly ScoreRecord[] {
  const panels = [...prompts].flatMap((prompt) =>
    prompt.metrics.flatMap((metric) =>
      metric.kind === 'panel' ? [{ prompt, name: metric.name, panel: metric.panel }] : [],
    ),
  );
  if (panels.length === 0) return [];
  const known = new Map(scores.map((score) => [keyOf(score, score.metric), score]));
  return panels.flatMap(({ prompt, name, panel }) =>
    scores
      .filter(
        (score) => score.prompt === prompt.id && score.suite === prompt.suite && score.metric === panel.members[0],
      )
      .map((first) => hearPanel(name, panel, first, (member) => known.get(keyOf(first, member)))),
  );
}

function hearPanel(
  name: string,
  panel: Panel,
  first: ScoreRecord,
  find: (member: string) => ScoreRecord | undefined,
): ScoreRecord {
  const heard = panel.members.map((member) => ({ member, record: find(member) }));
  const scores = heard.map(({ record }) => record?.score);
  const reasons = heard.flatMap(({ member, record }) =>
    record?.reason == null ? [] : [`${member}: ${record.reason}`],
  );
  const said = reasons.length === 0 ? null : reasons.join(' / ');
  const missing = heard.filter(({ record }) => (record?.score ?? null) === null);
  const isAbstained = missing.length > 0 && missing.every(({ record }) => isAbstention(record?.reason ?? null));
  const score = combineScores(scores, panel.combine);
  return { ...first, metric: name, score, reason: isAbstained ? explainAbstention(said) : said };
}

function keyOf({ suite, prompt, arm, case: row, sample }: ScoreRecord, metric: string): string {
  return JSON.stringify([suite, prompt, arm, row, sample, metric]);
}
