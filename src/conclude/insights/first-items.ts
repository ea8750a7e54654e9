import { identifyOutput } from '../../judges/labels/items.ts';
import type { Arm, PromptPlan } from '../../plan/suite-plan.ts';
import type { SampleRecord } from '../../run/records.ts';

/** The item of a label file that the first output of each case of an arm is; cases without an answer are not there. */
export function identifyFirstOutputs(
  prompt: PromptPlan,
  samples: readonly SampleRecord[],
  arm: Arm,
): ReadonlyMap<string, string> {
  return new Map(
    samples.flatMap(({ prompt: own, arm: one, case: row, sample, result }) => {
      const isFirst = own.suite === prompt.suite && own.id === prompt.id && one === arm && sample === 0;
      if (!isFirst || result.status !== 'answered') return [];
      const item = identifyOutput({ suite: own.suite, prompt: own.id, case: row.id, output: { ...result.output } });
      return item === null ? [] : [[row.id, item] as const];
    }),
  );
}
