import type { Json, JsonObject } from '../json.ts';
import type { createFinder } from '../plan/draws.ts';
import type { PromptPlan } from '../plan/suite-plan.ts';
import type { SampleKey } from '../run/sample-key.ts';
import { renderJsonLine } from '../text/json-line.ts';
import type { SuppliedSide } from './supplied.ts';

/** An output that is wanted of whoever supplies them, as a line of `needed.jsonl`. */
export interface NeededOutput {
  readonly side: SuppliedSide;
  readonly suite: string;
  readonly prompt: string;
  readonly case: string;
  readonly sample: number;
  /** The row as it is to be answered: a side's own copy of the dataset may not have it. */
  readonly row: JsonObject;
}

/** What is wanted as a sample. */
export function describeNeeded(find: ReturnType<typeof createFinder>, key: SampleKey): NeededOutput {
  const { prompt, row } = find(key);
  const isBase = key.arm === 'base';
  const { variables, messages } = (isBase ? row.base : row.candidate) ?? row.scoring;
  return {
    side: isBase ? 'baseline' : 'candidate',
    suite: key.suite,
    prompt: asSupplied(prompt, key).prompt,
    case: key.case,
    sample: key.sample,
    row: { ...variables, ...(messages !== null && { messages: messages as unknown as Json }) },
  };
}

/** A prompt that was renamed answers on either side under the name that it has there. */
export function asSupplied<T extends Pick<SampleKey, 'prompt' | 'arm'>>({ base, candidate }: PromptPlan, key: T): T {
  const side = key.arm === 'base' ? base : candidate;
  return { ...key, prompt: side?.id ?? key.prompt };
}

/** The lines of `needed.jsonl`; none where nothing is wanted. */
export function renderNeeded(needed: readonly NeededOutput[]): string {
  return needed.map((one) => renderJsonLine(one)).join('');
}
