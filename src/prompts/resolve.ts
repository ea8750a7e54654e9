import type { ModelSettings } from '../config/config.ts';
import { UserError } from '../errors.ts';
import { contentHash, type Json, type JsonObject } from '../json.ts';
import { defaultDialect } from './dialects.ts';
import { tokenLimits } from './parameters.ts';
import type { Prompt, ResolvedPrompt } from './prompt.ts';

/** Fills in the config's defaults; the prompt's own settings win. Throws a UserError where no model is named anywhere. */
export function resolvePrompt(
  prompt: Prompt,
  defaults: Pick<ModelSettings, 'id' | 'api' | 'parameters'>,
): ResolvedPrompt {
  const model = prompt.model ?? defaults.id;
  if (model === null) {
    const hint = 'Add "model: …" to this file, or "model: { id: … }" to the config as the default.';
    throw UserError.of('names no model.', hint, { path: prompt.path, line: null, column: null });
  }
  // An application asks with parameters of its own.
  const above = prompt.application === undefined ? defaults.parameters : {};
  const parameters = mergeParameters(above, prompt.parameters);
  const settled = { ...prompt, model, api: defaults.api, parameters };
  return { ...settled, id: identifyPrompt(prompt), version: versionOf(settled) };
}

/** A prompt's identity inside a suite: its name if it has one, else its address. */
export function identifyPrompt(prompt: Pick<Prompt, 'name' | 'path' | 'key'>): string {
  return prompt.name ?? addressOf(prompt);
}

/** Where a prompt is: its path, and behind a `#` its name among the prompts of its file. */
export function addressOf({ path, key }: Pick<Prompt, 'path' | 'key'>): string {
  return key === null ? path : `${path}#${key}`;
}

/** What a prompt asks for, without its name, file and rows: equal for equal prompts, and what a version is the hash of. */
export function promptContent(prompt: Prompt | ResolvedPrompt): { readonly [key: string]: Json } {
  if (prompt.application !== undefined) return { sources: Object.fromEntries(prompt.application.sources) };
  return {
    // Left out where it is the default: versions from before there were dialects stay what they are.
    ...(prompt.dialect !== defaultDialect && { template: prompt.dialect }),
    messages: prompt.messages as unknown as Json,
    ...(prompt.turns !== undefined && { turns: prompt.turns }),
    ...(prompt.defaults !== undefined && { defaults: prompt.defaults }),
    ...(prompt.slots !== undefined && { slots: prompt.slots as unknown as Json }),
    model: prompt.model,
    api: 'api' in prompt ? prompt.api : null,
    parameters: prompt.parameters,
    responseFormat: prompt.responseFormat === null ? null : { ...prompt.responseFormat },
    tools: prompt.tools,
    retrieval: prompt.retrieval,
  };
}

/** The printable id of a prompt version. */
export function versionOf(prompt: Prompt | Omit<ResolvedPrompt, 'id' | 'version'>): string {
  return `pv-${contentHash(promptContent(prompt)).slice(0, 12)}`;
}

/** A prompt's own parameters over the defaults. A token limit of the prompt drops the default's, also under another name: both would be sent. */
export function mergeParameters(defaults: JsonObject, own: JsonObject): JsonObject {
  const isLimited = tokenLimits.some((name) => Object.hasOwn(own, name));
  const kept = Object.entries(defaults).filter(([name]) => !(isLimited && tokenLimits.includes(name)));
  return { ...Object.fromEntries(kept), ...own };
}
