/**
 * Whose output a sample is: `base` was drawn of main's prompt for this run, `stored` was kept of main before, `candidate` is the change's. Open on
 * purpose: what later stories draw (a canary, a production record) gets an arm of its own and is never pooled with these.
 */
export type Arm = 'base' | 'candidate' | 'stored' | (string & {});

/** The arm that stands for the base in a comparison. */
export type BaseArm = 'base' | 'stored';

/** One prompt of one suite, whatever its version. */
export interface PromptId {
  readonly suite: string;
  readonly prompt: string;
}

/** Identity of one output: the k-th draw of a case of one prompt version in one arm. Two cases never share one, however alike their requests are. */
export interface SampleKey extends PromptId {
  /** `pv-…` */
  readonly version: string;
  /** What `case` names: a row of a dataset, or a record of a running application. */
  readonly unit: 'case' | 'record';
  readonly case: string;
  readonly arm: Arm;
  /** Counts from 0. */
  readonly sample: number;
}

/** The key alone of what has one. */
export function keyOf({ suite, prompt, version, unit, case: id, arm, sample }: SampleKey): SampleKey {
  return { suite, prompt, version, unit, case: id, arm, sample };
}
