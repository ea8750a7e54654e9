import { afterEach, describe, expect, it } from '@jest/globals';
import { createModelOpener, type ModelDoor } from '../../../src/adapters/openai/open-endpoint.ts';
import { defaultModel } from '../../../src/config/default-config.ts';
import type { ModelRole } from '../../../src/config/endpoints.ts';
import { UserError } from '../../../src/errors.ts';
import { aModelCall } from '../../helpers/builders.ts';
import { type FakeModel, startFakeModel } from '../../helpers/fake-model/fake-model.ts';

const servers: FakeModel[] = [];
const never = new AbortController().signal;
const aCall = aModelCall();

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function serve(): Promise<FakeModel> {
  const server = await startFakeModel({ answer: () => 'yes' });
  servers.push(server);
  return server;
}

/** A door with the key `sk-caller`, what it said, and the two models of a config. */
function setUp(model: FakeModel, judge: FakeModel | null, parts: Partial<ModelDoor> = {}) {
  const said: string[] = [];
  const open = createModelOpener({
    caller: { baseUrl: model.url, apiKey: 'sk-caller', env: { JUDGE_KEY: 'sk-judge' } },
    log: { info: (message) => said.push(message) },
    admit: async () => {},
    ...parts,
  });
  const models = {
    model: { ...defaultModel, headers: { 'x-team': 'team' } },
    judgeModel: { ...defaultModel, baseUrl: judge?.url ?? null, apiKeyEnv: 'JUDGE_KEY' },
  };
  return { said, ask: async (role: ModelRole) => (await open(role, models)).attempt(aCall, never) };
}

describe('the door to the models', () => {
  it('sends each endpoint its own key and headers, and says both hosts before', async () => {
    const [model, judge] = [await serve(), await serve()];
    const { ask, said } = setUp(model, judge);
    await ask('model');
    await ask('judge');
    expect(model.requests[0]?.headers).toMatchObject({ authorization: 'Bearer sk-caller', 'x-team': 'team' });
    expect(judge.requests[0]?.headers.authorization).toBe('Bearer sk-judge');
    expect(judge.requests[0]?.headers).not.toHaveProperty('x-team');
    const origins = [model, judge].map(({ url }) => new URL(url).origin);
    expect(said).toEqual([`The model is asked at ${origins[0]}.`, `Judges are asked at ${origins[1]}.`]);
  });

  it('says a host once', async () => {
    const { ask, said } = setUp(await serve(), null);
    await ask('model');
    await ask('judge');
    expect(said).toHaveLength(1);
  });

  it('sends nothing where it is kept shut', async () => {
    const model = await serve();
    const { ask, said } = setUp(model, null, { admit: () => Promise.reject(UserError.of('Not there.', 'No.')) });
    await expect(ask('model')).rejects.toThrow('Not there.');
    expect([model.requests, said]).toEqual([[], []]);
  });
});
