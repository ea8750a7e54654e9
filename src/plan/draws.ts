import type { Case } from '../datasets/case.ts';
import { contentHash, type Json, type JsonObject } from '../json.ts';
import type { ModelCall, ModelRequest } from '../ports.ts';
import type { ResolvedPrompt } from '../prompts/prompt.ts';
import { buildGenerationRequest, renderPrompt } from '../prompts/render.ts';
import type { ArmId } from '../run/ledger.ts';
import type { Arm, SampleKey } from '../run/sample-key.ts';
import type { CasePlan, PromptPlan, SuitePlan } from './suite-plan.ts';

/** Draws of one case that are wanted: samples `from` to `to` − 1, in each of the arms. */
export interface Draws {
  readonly prompt: PromptPlan;
  readonly case: CasePlan;
  readonly arms: readonly Arm[];
  readonly from: number;
  readonly to: number;
}

/** The identity of one arm of a prompt: all but the candidate's is drawn of main's version, where there is one. */
export function identifyArm({ suite, id: prompt, base, candidate }: PromptPlan, arm: Arm): ArmId {
  const drawn = arm === 'candidate' ? (candidate ?? base) : (base ?? candidate);
  return { suite, prompt, version: drawn?.version ?? '', arm };
}

/** The key of every draw; the arms alternate, so that a provider's bad minute falls on both. */
export function* listKeys(draws: Iterable<Draws>): Generator<SampleKey> {
  for (const { prompt: plan, case: row, arms, from, to } of draws) {
    for (let sample = from; sample < to; sample += 1) {
      for (const arm of arms) {
        const { suite, prompt, version } = identifyArm(plan, arm);
        yield { suite, prompt, version, unit: 'case', case: row.id, arm, sample };
      }
    }
  }
}

/** The request that a case sends in an arm; a baseline that is to be stored is drawn of the candidate's side, which is main's own there. */
export function buildCaseRequest(prompt: PromptPlan, row: CasePlan, arm: Arm): ModelRequest {
  const [side, values] = [sideOf(prompt, arm), rowOf(row, arm)];
  if (side === null || values === null) throw new Error(`no ${arm} side for case ${row.id}`);
  const { messages } = renderPrompt(side, values.variables, values.messages);
  return buildGenerationRequest(side, messages);
}

function sideOf({ base, candidate }: PromptPlan, arm: Arm): ResolvedPrompt | null {
  return arm === 'base' ? base : candidate;
}

function rowOf({ base, candidate }: CasePlan, arm: Arm): Case | null {
  return arm === 'base' ? base : candidate;
}

/** Identity of what a request is asked for: equal keys are draws from one distribution. An answer with its reasoning is another one than without. */
export function keyOfRequest(request: ModelRequest, { reasoning }: Pick<PromptPlan, 'reasoning'>): string {
  return reasoning === 'keep' ? contentHash({ request, reasoning }) : contentHash(request);
}

/** Identity of what a case asks in an arm, as a sample of it keeps: of an application that asks in its own way, its code and the row. */
export function keyOfCase(prompt: PromptPlan, row: CasePlan, arm: Arm): string {
  const side = sideOf(prompt, arm);
  if (side?.application === undefined) return keyOfRequest(buildCaseRequest(prompt, row, arm), prompt);
  return contentHash({ version: side.version, row: askOfRow(rowOf(row, arm)) });
}

/** Identity of the question behind a case's base request: equal ones are one question, whatever its code. */
export function questionOf(prompt: PromptPlan, row: CasePlan): string {
  const application = prompt.base?.application;
  if (application === undefined) return contentHash(buildCaseRequest(prompt, row, 'base'));
  return application.asked.get(row.id) ?? contentHash(askOfRow(rowOf(row, 'base')));
}

function askOfRow(row: Case | null): JsonObject {
  return { variables: row?.variables ?? null, messages: (row?.messages ?? null) as unknown as Json };
}

/** The call that draws a sample of a case. */
export function buildGenerationCall(prompt: PromptPlan, row: CasePlan, arm: Arm, sample: number): ModelCall {
  const request = buildCaseRequest(prompt, row, arm);
  // A renamed prompt's base keeps the name that its earlier answers are known by.
  const side = sideOf(prompt, arm);
  const owner = { suite: prompt.suite, prompt: side?.id ?? prompt.id, case: row.id };
  return { request, key: keyOfRequest(request, prompt), purpose: 'generate', arm, sample, owner };
}

/** Finds what keys are about. Throws for a key that is of none of these plans: it was drawn for another run. */
export function createFinder(plans: readonly SuitePlan[]) {
  const prompts = new Map<string, { readonly prompt: PromptPlan; readonly rows: ReadonlyMap<string, CasePlan> }>();
  for (const { prompts: own } of plans) {
    for (const prompt of own) {
      prompts.set(JSON.stringify([prompt.suite, prompt.id]), {
        prompt,
        rows: new Map(prompt.cases.map((row) => [row.id, row])),
      });
    }
  }
  return ({ suite, prompt, case: id }: Pick<SampleKey, 'suite' | 'prompt' | 'case'>) => {
    const found = prompts.get(JSON.stringify([suite, prompt]));
    const row = found?.rows.get(id);
    if (found === undefined || row === undefined) throw new Error(`no case ${id} of ${suite} / ${prompt} in this run`);
    return { prompt: found.prompt, row };
  };
}
