import { answered } from '../../__tests__/helpers/fake-ports.ts';
import type { ModelDoor } from '../../src/adapters/openai/open-endpoint.ts';
import type { Config } from '../../src/config/config.ts';
import { chooseEndpoint, type ModelRole } from '../../src/config/endpoints.ts';
import { type Model, unknownRate } from '../../src/ports.ts';
import { thisJob } from './job.ts';

/** Stands in for the door to models: whatever main asks is answered rightly, and the change is wrong on every case. */
export function createModelOpener({ caller, admit }: ModelDoor) {
  const job = thisJob();
  return async (role: ModelRole, models: Pick<Config, 'model' | 'judgeModel'>): Promise<Model> => {
    await admit(chooseEndpoint(role, models, caller));
    return {
      endpoint: async () => 'a scripted model',
      attempt: async ({ arm }) => {
        job.calls += 1;
        return { result: answered(arm === 'candidate' ? 'no' : 'yes'), again: 'never', rate: unknownRate };
      },
    };
  };
}
