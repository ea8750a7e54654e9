import { afterEach, describe, expect, it } from '@jest/globals';
import { openGithubWorld } from '../../src/action/github-world.ts';
import { readInputs } from '../../src/action/inputs.ts';
import type { GithubClient } from '../../src/adapters/github/client.ts';
import { parseEvent } from '../../src/adapters/github/event.ts';
import { defaultModel } from '../../src/config/default-config.ts';
import { aModelCall } from '../helpers/builders.ts';
import { pushEvent } from '../helpers/fake-github/events.ts';
import { type FakeModel, startFakeModel } from '../helpers/fake-model/fake-model.ts';
import { createFakeActionsLog } from './scene.ts';

const servers: FakeModel[] = [];
const aCall = aModelCall();

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function serve(): Promise<FakeModel> {
  const server = await startFakeModel({ answer: () => 'yes' });
  servers.push(server);
  return server;
}

describe('keys in a job', () => {
  it('go to their own host each, masked, and the hosts are in the log', async () => {
    const [model, judge] = [await serve(), await serve()];
    const env = { JUDGE_KEY: 'sk-of-the-judge' };
    const log = createFakeActionsLog();
    const { inputs } = readInputs({ 'INPUT_API-KEY': 'sk-of-the-model', 'INPUT_BASE-URL': model.url }, []);
    const { payload, env: place } = pushEvent({ branch: 'main', sha: 'a'.repeat(40) });
    const runner = { env, log, signal: new AbortController().signal };
    const world = await openGithubWorld(parseEvent(payload, place), {} as GithubClient, inputs, runner);
    const models = {
      model: { ...defaultModel, baseUrl: 'https://config.example/v1', headers: { 'x-of': 'config' } },
      judgeModel: { ...defaultModel, baseUrl: judge.url, apiKeyEnv: 'JUDGE_KEY' },
    };
    for (const role of ['model', 'judge'] as const)
      await (await world.openModel(role, models)).attempt(aCall, runner.signal);
    expect(model.requests[0]?.headers).toMatchObject({ authorization: 'Bearer sk-of-the-model' });
    expect(model.requests[0]?.headers['x-of']).toBeUndefined();
    expect(judge.requests[0]?.headers).toMatchObject({ authorization: 'Bearer sk-of-the-judge' });
    expect(log.masked).toEqual(['sk-of-the-model', 'sk-of-the-judge']);
    const origins = servers.map(({ url }) => new URL(url).origin);
    expect(log.infos).toEqual([`The model is asked at ${origins[0]}.`, `Judges are asked at ${origins[1]}.`]);
  });

  it('are not looked for in a base URL: it is refused unsaid, with the other bad inputs', () => {
    const { fault } = readInputs({ 'INPUT_BASE-URL': 'https://host/v1?key=hunter22', INPUT_STATUS: 'jbo' }, []);
    expect(fault?.message).toMatch(/`base-url` has a query or a fragment.*`status` is "jbo"/s);
    expect(fault?.message).not.toContain('hunter22');
  });
});
