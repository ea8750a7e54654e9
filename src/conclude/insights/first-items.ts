import { identifyOutput } from '../../judges/labels/items.ts';
import type { PromptPlan } from '../../plan/suite-plan.ts';
import type { Ledger } from '../../run/ledger.ts';
import type { Arm } from '../../run/sample-key.ts';
import { listSamples } from '../../scores/read.ts';

/** The item of a label file that the first output of each case of an arm is; cases without an answer are not there. */
export function identifyFirstOutputs(prompt: PromptPlan, ledger: Ledger, arm: Arm): ReadonlyMap<string, string> {
  return new Map(
    listSamples(ledger, prompt, arm, 0).flatMap((sample) => {
      const { result } = ledger.recordOf(sample);
      if (result.status !== 'answered') return [];
      const { suite, prompt: id, case: caseId } = sample;
      const item = identifyOutput({ suite, prompt: id, case: caseId, output: { ...result.output } });
      return item === null ? [] : [[caseId, item] as const];
    }),
  );
}
