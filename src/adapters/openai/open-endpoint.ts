import type { Config } from '../../config/config.ts';
import { type CallerEndpoint, type ChosenEndpoint, chooseEndpoint, type ModelRole } from '../../config/endpoints.ts';
import type { Log, Model } from '../../ports.ts';

/** What stands at the one door to a model. */
export interface ModelDoor {
  readonly caller: CallerEndpoint;
  readonly log: Pick<Log, 'info'>;
  /** Looks at an endpoint before anything goes there; throws a UserError where nothing may. */
  admit(endpoint: ChosenEndpoint): Promise<void>;
}

/** Makes the function that opens the endpoint of a role, and says each host once. The vendor's package is loaded there, not before. */
export function createModelOpener({ caller, log, admit }: ModelDoor) {
  const said = new Set<string>();
  return async (role: ModelRole, models: Pick<Config, 'model' | 'judgeModel'>): Promise<Model> => {
    const endpoint = chooseEndpoint(role, models, caller);
    await admit(endpoint);
    const { createOpenAiModel } = await import('./openai-model.ts');
    const model = createOpenAiModel(endpoint);
    const { origin } = new URL(endpoint.baseUrl);
    if (!said.has(origin)) log.info(`${role === 'judge' ? 'Judges are' : 'The model is'} asked at ${origin}.`);
    said.add(origin);
    return model;
  };
}
