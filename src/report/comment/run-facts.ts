import { count } from '../../text/prose.ts';
import { cutText, escapeInline, renderCode } from '../escape.ts';
import type { ArmReport, PromptReport } from '../prompt-report.ts';
import type { Report } from '../report.ts';
import { listBroken } from '../words/broken-answers.ts';
import { nameSide } from '../words/grouping.ts';
import { formatCount } from '../words/numbers.ts';
import { describeRun } from '../words/run-line.ts';
import { renderFold } from './fold.ts';

const maxReasons = 3;

/** What the run did and cost, folded, with the command that repeats it. */
export function renderRunFacts(report: Report): string {
  const prompts = report.suites.flatMap((suite) => suite.prompts);
  const lines = [
    report.reproduce === null ? '' : `Reproduce: ${renderCode(report.reproduce)}`,
    ...prompts.flatMap((prompt) => renderPrompt(report, prompt)),
    ...Object.entries(report.contentKeys).map(
      ([suite, key]) => `Content key of ${renderCode(cutText(suite, 80))}: ${renderCode(key.slice(0, 12))}`,
    ),
    ...report.suites.flatMap(({ name, hashes }) =>
      hashes === null
        ? []
        : [
            `${renderCode(cutText(name, 80))}: dataset ${renderCode(hashes.dataset)} · metrics ${renderCode(hashes.metrics)}`,
          ],
    ),
    `Prompt Assay ${escapeInline(report.toolVersion)}`,
  ].filter((line) => line !== '');
  return renderFold(describeRun(report), lines.map((line) => `- ${line}`).join('\n'));
}

/** Finish reasons in percent, most frequent first; empty where all answers stopped by themselves. */
function describeFinish({ finishReasons }: ArmReport): string {
  const counts = Object.entries(finishReasons).filter(([, count]) => count > 0);
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  if (counts.every(([reason]) => reason === 'stop')) return '';
  return counts
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => `${cutText(reason, 40)} ${Math.round((count / total) * 1000) / 10} %`)
    .join(', ');
}

function renderPrompt(report: Report, prompt: PromptReport): readonly string[] {
  const arms = [
    [nameSide(report.base, 'baseline'), prompt.baseline, prompt.baseVersion],
    [nameSide(report.head, 'candidate'), prompt.candidate, prompt.candidateVersion],
  ] as const;
  const facts = arms.flatMap(([side, arm, version]) => {
    if (arm === null) return [];
    const name = `${renderCode(cutText(prompt.id, 80))} on ${escapeInline(side)}`;
    return [`${name}: ${renderArm(arm)}${version === null ? '' : ` · version ${renderCode(version.slice(0, 12))}`}`];
  });
  return [...facts, ...renderLikeness(prompt)];
}

function renderLikeness({ id, likeness }: PromptReport): readonly string[] {
  if (likeness === null) return [];
  const { cases, same, mean } = likeness;
  const whose = `the answers of ${renderCode(cutText(id, 80))} on both sides`;
  return [
    `${whose}: ${formatCount(same)} of ${formatCount(cases)} the same, on average ${mean.toFixed(2)} alike (token F1)`,
  ];
}

function renderArm(arm: ArmReport): string {
  const answeredAs = arm.answeredAs.slice(0, maxReasons).map((model) => renderCode(cutText(model, 80)));
  const finish = describeFinish(arm);
  const reasons = arm.unavailableReasons.slice(0, maxReasons).map((reason) => escapeInline(cutText(reason, 200)));
  return [
    `model ${renderCode(cutText(arm.model, 80))}${answeredAs.length > 0 ? ` answered as ${answeredAs.join(', ')}` : ''}`,
    count(arm.answered, 'answer'),
    arm.rejected > 0 ? `${formatCount(arm.rejected)} rejected by the provider` : '',
    arm.unavailable > 0
      ? `${formatCount(arm.unavailable)} missing${reasons.length > 0 ? ` (${reasons.join('; ')})` : ''}`
      : '',
    arm.hung > 0 ? `${formatCount(arm.hung)} hung and asked again` : '',
    finish === '' ? '' : `ended by ${escapeInline(finish)}`,
    ...listBroken(arm),
    arm.reasoningDropped > 0 ? `${formatCount(arm.reasoningDropped)} without the reasoning before them` : '',
    arm.lengthMedian === null ? '' : `median length ${count(Math.round(arm.lengthMedian), 'character')}`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
