import type { Json } from '../../json.ts';
import { identifyOutput } from '../../judges/labels/items.ts';
import type { PromptPlan } from '../../plan/suite-plan.ts';
import type { Ledger } from '../../run/ledger.ts';
import type { Sample } from '../../run/ledger-arm.ts';
import type { Arm, BaseArm } from '../../run/sample-key.ts';
import { listSamples, readArm, scoresOf } from '../../scores/read.ts';

/**
 * What is known of the first sample of each case in one arm, by case in dataset order; what is not known is not there.
 */
export interface FirstSamples {
  /** Characters of the answer. */
  readonly lengths: ReadonlyMap<string, number>;
  /** The item of a label file that the answer is; empty where nobody labelled answers of the prompt. */
  readonly items: ReadonlyMap<string, string>;
  /** Scores by the name of the metric. */
  readonly scores: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** The first samples of both arms that a decision compared: all that the insights into judges look at. */
export interface FirstAnswers {
  readonly base: FirstSamples;
  readonly candidate: FirstSamples;
}

/** Reads the first samples of a prompt that judges score; null where only checks do, which ask for no insight. */
export function readFirstAnswers(ledger: Ledger, prompt: PromptPlan, baseArm: BaseArm): FirstAnswers | null {
  if (prompt.metrics.every(({ kind }) => kind === 'check')) return null;
  return { base: readFirst(ledger, prompt, baseArm), candidate: readFirst(ledger, prompt, 'candidate') };
}

function readFirst(ledger: Ledger, prompt: PromptPlan, arm: Arm): FirstSamples {
  const own = readArm(ledger, prompt, arm);
  const samples = listSamples(ledger, prompt, arm, 0);
  const isLabelled = prompt.metrics.some((metric) => metric.kind === 'judge' && metric.labels !== null);
  return {
    lengths: new Map(
      samples.flatMap(({ case: id, result }) => (result.status === 'answered' ? [[id, result.length] as const] : [])),
    ),
    items: new Map(isLabelled ? samples.flatMap((sample) => identify(ledger, sample)) : []),
    scores: new Map(
      prompt.metrics.map((metric) => {
        const known = prompt.cases.flatMap(({ id }) => {
          const score = scoresOf(own, metric, id)[0] ?? null;
          return score === null ? [] : [[id, score] as const];
        });
        return [metric.name, new Map(known)] as const;
      }),
    ),
  };
}

function identify(ledger: Ledger, sample: Sample): readonly (readonly [string, string])[] {
  const { result } = ledger.recordOf(sample);
  if (result.status !== 'answered') return [];
  const { suite, prompt, case: id } = sample;
  const item = identifyOutput({ suite, prompt, case: id, output: result.output as unknown as Json });
  return item === null ? [] : [[id, item]];
}
