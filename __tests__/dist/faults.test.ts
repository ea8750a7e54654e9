import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { failing, faults } from '../helpers/fake-github/faults.ts';
import { readOnlyToken } from '../helpers/fake-github/state.ts';
import { withScene } from '../helpers/run-action.ts';
import { aPrompt, files, promptPath, pushPull, reworded, rows, versionsOf, wrongWhere } from './stories.ts';

jest.setTimeout(300_000);

const key = 'sk-0123456789abcdef0123';
const closed = 'http://127.0.0.1:1/v1';
const red = { code: 1, outputs: { verdict: 'invalid' } };
const refusal = (status: number, error: object) => () => ({ status, body: { error } });

describe('a model endpoint', () => {
  it.concurrent('that is down makes the run invalid and says nothing about the prompt', () =>
    withScene(files({ 'evals/triage.jsonl': rows(12) }), async (scene) => {
      const run = await pushPull(scene, reworded(), { inputs: { 'base-url': closed } });
      expect(run).toMatchObject(red);
      expect(scene.github.comments[0]?.body).toMatch(
        /None of the first 10 calls to .* came through: .*127\.0\.0\.1:1 /,
      );
      expect(run.log).not.toContain('fail:');
    }));

  it.concurrent('that is down for the candidate alone is no regression', () =>
    withScene(files({ 'evals/triage.jsonl': rows(12) }), async (scene) => {
      scene.answer = ({ text }) =>
        text.startsWith('v2') ? { status: 503, body: {}, headers: { 'retry-after': '0' } } : 'yes';
      expect(await pushPull(scene, reworded())).toMatchObject(red);
    }));

  it.concurrent('that refuses the key is told by the name of the input, never by the key', () =>
    withScene(files(), async (scene) => {
      scene.answer = refusal(401, { message: `Incorrect API key provided: ${key}`, code: 'invalid_api_key' });
      const run = await pushPull(scene, reworded(), { inputs: { 'api-key': key } });
      expect(run).toMatchObject(red);
      expect(scene.github.comments[0]?.body).toContain('api-key');
      expect(run.summary + scene.github.comments[0]?.body).not.toContain(key);
    }));

  it.concurrent('without credit stops the run at once', () =>
    withScene(files({ 'evals/triage.jsonl': rows(40) }), async (scene) => {
      scene.answer = refusal(429, { message: 'You exceeded your current quota', code: 'insufficient_quota' });
      const run = await pushPull(scene, reworded());
      expect(run).toMatchObject(red);
      expect(scene.github.comments[0]?.body).toContain('no credit');
      expect(run.calls.length).toBeLessThanOrEqual(80);
    }));

  it.concurrent('that does not know the model is told with the place of the model', () =>
    withScene(files(), async (scene) => {
      const unknown = refusal(404, { message: 'The model does not exist', code: 'model_not_found', param: 'model' });
      scene.answer = ({ body }) => (body.model === 'nothing-like-it' ? unknown() : 'yes');
      const run = await pushPull(scene, { [promptPath]: aPrompt('v2', 'model: nothing-like-it\n') });
      expect(run).toMatchObject(red);
      expect(scene.github.comments[0]?.body).toMatch(/triage\.prompt\.yml:2.*nothing-like-it/);
    }));

  it.concurrent('without a key blocks', () =>
    withScene(files(), async (scene) => {
      const run = await pushPull(scene, reworded(), { inputs: { 'base-url': 'https://model.example/v1' } });
      expect(run).toMatchObject({ ...red, calls: [] });
      expect(scene.github.comments[0]?.body).toContain('api-key');
    }));

  it.concurrent('without a key is green where the workflow says so, and still no pass', () =>
    withScene(files(), async (scene) => {
      const inputs = { 'base-url': 'https://model.example/v1', 'on-no-key': 'warn' };
      const run = await pushPull(scene, reworded(), { inputs });
      expect(run).toMatchObject({ code: 0, outputs: { verdict: 'invalid' } });
    }));

  it.concurrent('that stumbles over a few requests is asked again', () =>
    withScene(files(), async (scene) => {
      let left = 3;
      scene.answer = () => {
        left -= 1;
        return left >= 0 ? { status: 500, body: {}, headers: { 'retry-after': '0' } } : 'yes';
      };
      const run = await pushPull(scene, reworded());
      expect(run).toMatchObject({ code: 0, outputs: { verdict: 'inconclusive', unscored: '0', calls: '40' } });
      expect(run.calls).toHaveLength(43);
    }));
});

describe('GitHub', () => {
  const worse = wrongWhere((version, number) => version === 'v2' && number < 8);

  it.concurrent('with a read-only token: the verdict stays, and the summary has the report and names the permission', () =>
    withScene(
      files(),
      async (scene) => {
        scene.answer = worse;
        const run = await pushPull(scene, reworded());
        expect(run).toMatchObject({ code: 1, outputs: { verdict: 'fail', 'comment-url': '' } });
        expect(run.summary).toContain('q-003');
        expect(run.summary).toContain('pull-requests: write');
        expect(scene.github.comments).toEqual([]);
      },
      { tokens: { ghs_0123456789abcdef: readOnlyToken } },
    ));

  it.concurrent('that answers 502 after it posted the comment has one comment in the end', () =>
    withScene(files(), async (scene) => {
      scene.answer = worse;
      scene.github.fault = failing(/^POST .*\/comments$/, faults.badGateway('after'));
      const run = await pushPull(scene, reworded());
      expect(run).toMatchObject({ code: 1, outputs: { verdict: 'fail' } });
      expect(scene.github.comments).toHaveLength(1);
      expect(run.outputs['comment-url']).toContain(`issuecomment-${scene.github.comments[0]?.id}`);
    }));

  it.concurrent('that is gone at the end leaves the verdict to the summary', () =>
    withScene(files(), async (scene) => {
      scene.answer = worse;
      const gone = failing(/comments$/, faults.forbidden(), 100);
      scene.github.fault = (request) => (scene.model.requests.length === 0 ? null : gone(request));
      const run = await pushPull(scene, reworded());
      expect(run).toMatchObject({ code: 1, outputs: { verdict: 'fail', 'comment-url': '' } });
      expect(run.summary).toContain('q-003');
    }));

  it.concurrent('whose comments cannot be read at the start could have recorded a verdict: nothing is drawn', () =>
    withScene(files(), async (scene) => {
      scene.answer = worse;
      scene.github.fault = failing(/^GET .*comments$/, faults.forbidden(), 100);
      const run = await pushPull(scene, reworded());
      expect(run).toMatchObject({ ...red, calls: [] });
      expect(run.summary).toContain('read the comments of pull request');
      expect(scene.github.comments).toEqual([]);
    }));

  it.concurrent('with a locked conversation', () =>
    withScene(files(), async (scene) => {
      scene.github.pulls.set(7, { number: 7, head: 'feature', locked: true });
      scene.answer = worse;
      const run = await pushPull(scene, reworded());
      expect(run).toMatchObject({ code: 1, outputs: { verdict: 'fail' } });
      expect(run.summary).toContain('q-003');
    }));

  it.concurrent('where the head moved on meanwhile, the newer comment stays', () =>
    withScene(files(), async (scene) => {
      const newer = await pushPull(scene, reworded());
      const body = scene.github.comments[0]?.body;
      const { repository } = scene;
      const old = await repository.commit('older', {
        'prompts/triage.prompt.yml': 'name: triage\nmessages:\n  - { role: user, content: "v9 {{input}}" }\n',
      });
      const merge = await repository.openPull(8, 'older');
      scene.answer = wrongWhere((version, number) => version === 'v9' && number < 8);
      const late = await pushPull(scene, null, { event: { headSha: old, sha: merge.merge } });
      expect(versionsOf(late)).toEqual(new Set(['v1', 'v9']));
      expect(late).toMatchObject({ code: 1, outputs: { verdict: 'fail' } });
      expect(late.summary).toContain(`moved on from ${old.slice(0, 12)} to ${newer.head.slice(0, 12)}`);
      expect(scene.github.comments.map((comment) => comment.body)).toEqual([body]);
    }));

  it.concurrent('where the token may not read the files, the permission is named', () =>
    withScene(
      files(),
      async (scene) => {
        const run = await pushPull(scene, reworded());
        expect(run).toMatchObject({ ...red, calls: [] });
        expect(run.summary).toContain('contents: read');
      },
      {
        tokens: {
          ghs_0123456789abcdef: { ...readOnlyToken, permissions: { ...readOnlyToken.permissions, contents: 'none' } },
        },
      },
    ));
});

describe('a run', () => {
  it.concurrent('that is cancelled does not pay twice for what was answered', () =>
    withScene(files(), async (scene) => {
      const inputs = { 'cache-path': join(scene.folder, 'cache') };
      let asked = 0;
      scene.answer = async () => {
        asked += 1;
        if (asked > 10) await new Promise((done) => setTimeout(done, 3000));
        return 'yes';
      };
      const interrupt = { when: () => scene.model.requests.length >= 20, signal: 'SIGINT' as const };
      const first = await pushPull(scene, reworded(), { inputs, interrupt });
      expect(first.code).not.toBe(0);
      expect(first.log).toContain('cancelled');
      expect(scene.github.comments).toEqual([]);
      scene.answer = () => 'yes';
      const second = await pushPull(scene, null, { inputs });
      expect(second).toMatchObject({ code: 0, outputs: { verdict: 'inconclusive', cases: '20' } });
      expect(second.calls).toHaveLength(30);
    }));

  it.concurrent.each([
    ['no JSON', '{"action": '],
    ['no object', '[1, 2]'],
    [
      'a pull request without a head',
      '{"action":"opened","repository":{"default_branch":"main"},"pull_request":{"number":7}}',
    ],
    ['nothing', ''],
  ])('whose event is %s turns red and shows no stack', (_name, payload) =>
    withScene(files(), async (scene) => {
      const run = await pushPull(scene, reworded(), { payload });
      expect(run).toMatchObject({ ...red, calls: [] });
      expect(run.log).toMatch(/^::error::invalid: /m);
      expect(run.log).not.toMatch(/^\s+at /m);
      expect(scene.github.requests).toEqual([]);
    }),
  );

  it.concurrent('on an event that it does not know says which it knows', () =>
    withScene(files(), async (scene) => {
      const run = await pushPull(scene, reworded(), { env: { GITHUB_EVENT_NAME: 'watch' } });
      expect(run).toMatchObject({ ...red, calls: [] });
      expect(run.log).toContain('workflow_dispatch');
    }));
});
