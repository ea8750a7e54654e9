import { contentHash } from '../json.ts';
import type { ModelCall } from '../ports.ts';
import { buildGenerationRequest, renderPrompt } from '../prompts/render.ts';
import type { Arm, CasePlan, PromptPlan } from './suite-plan.ts';

/** One output that is wanted: sample k of a case in one arm of a prompt. */
export interface Wanted {
  readonly prompt: PromptPlan;
  readonly case: CasePlan;
  readonly arm: Arm;
  /** Counts from 0. */
  readonly sample: number;
}

/** The call that draws a wanted output. */
export function buildGenerationCall(wanted: Wanted): ModelCall {
  const baseline = wanted.arm === 'base';
  const prompt = baseline ? wanted.prompt.base : wanted.prompt.candidate;
  const row = baseline ? wanted.case.base : wanted.case.candidate;
  if (prompt === null || row === null) throw new Error(`no ${wanted.arm} side for case ${wanted.case.id}`);
  const { messages } = renderPrompt(prompt, row.variables, row.messages);
  const request = buildGenerationRequest(prompt, messages);
  const owner = { suite: wanted.prompt.suite, prompt: prompt.id, case: row.id };
  return { request, key: contentHash(request), purpose: 'generate', arm: wanted.arm, sample: wanted.sample, owner };
}

/** Orders wanted outputs so that the arms alternate in time: a provider's bad minute then falls on both. */
export function interleaveArms(wanted: readonly Wanted[]): readonly Wanted[] {
  const place = new Map<string, number>();
  const ranked = wanted.map((item, index) => {
    const key = `${item.prompt.suite}\n${item.prompt.id}\n${item.case.id}\n${item.sample}`;
    if (!place.has(key)) place.set(key, index);
    return { item, rank: place.get(key) as number };
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ item }) => item);
}
