import { namePrompt } from '../gate/reason.ts';
import { contentHash } from '../json.ts';
import { countReach } from '../plan/reach.ts';
import { isApplication, type PromptPlan, type SuitePlan } from '../plan/suite-plan.ts';
import type { PromptReport } from '../report/prompt-report.ts';
import type { SuiteReport } from '../report/report.ts';
import { describeChanges } from './changes/describe-changes.ts';

/** What a plan says of a prompt before anything is asked. */
export function describeChange(prompt: PromptPlan) {
  const { id, change, base, candidate } = prompt;
  return {
    id,
    path: (candidate ?? base)?.path ?? id,
    change,
    isApplication: isApplication(prompt),
    basePath: base?.path ?? null,
    baseVersion: base?.version ?? null,
    candidateVersion: candidate?.version ?? null,
    reach: countReach(prompt),
    changes: describeChanges(prompt),
    guesses: candidate?.guesses ?? [],
  } satisfies Partial<PromptReport>;
}

/** What a plan says of a suite's rows; null is a suite that does not run. */
export function describeRows(plan: SuitePlan | null) {
  return {
    cases: Math.max(0, ...(plan?.prompts.map((prompt) => prompt.cases.length) ?? [])),
    addedCases: plan?.addedCases ?? [],
    removedCases: plan?.removedCases ?? [],
    editedCases: plan?.editedCases ?? [],
    hashes: plan === null ? null : hashSuite(plan),
  } satisfies Partial<SuiteReport>;
}

/** Of how many cases a change can be seen, where these are not all. */
export function describeReach({ prompts }: SuitePlan): readonly string[] {
  return prompts.flatMap((prompt) => {
    const reach = countReach(prompt);
    if (reach === null || reach.reached === reach.cases) return [];
    const where = namePrompt(prompt);
    if (reach.reached === 0) return [`${where}: both sides send the same requests, byte for byte`];
    return [
      `${where}: the change reaches ${reach.reached} of ${reach.cases} cases; the others send the same request on both sides`,
    ];
  });
}

/** Short hashes under which two runs can be told to have used the same rows and the same metrics. */
function hashSuite(plan: SuitePlan): SuiteReport['hashes'] {
  const rows = plan.prompts.flatMap((prompt) => prompt.cases.map((row) => row.scoring.hash));
  const metrics = plan.prompts.flatMap((prompt) => prompt.metrics.map((metric) => metric.hash));
  const shorten = (hashes: readonly string[]) => contentHash([...new Set(hashes)].sort()).slice(0, 12);
  return { dataset: shorten(rows), metrics: shorten(metrics) };
}
