import { describe, expect, it, jest } from '@jest/globals';
import type { FakeGithubOptions } from '../helpers/fake-github/state.ts';
import { withScene } from '../helpers/run-action.ts';
import { aConfig, aPrompt, files, pushPull, reworded, rows, versionsOf, wrongWhere } from './stories.ts';

jest.setTimeout(300_000);

const people: Partial<FakeGithubOptions> = { collaborators: { author: 'write', maintainer: 'write', reader: 'read' } };
const fork = 'stranger/prompts';
const label = (name: string, sender: string) => ({ action: 'labeled', label: name, labels: [name], sender });
const accept = (sender: string) => label('prompt-assay:accept', sender);
const worse = wrongWhere((version, number) => version !== 'v1' && number < 8);

describe("a fork's pull request", () => {
  it.concurrent('makes no call before somebody with write permission lets it', () =>
    withScene(
      files(),
      async (scene) => {
        const first = await pushPull(scene, reworded(), { event: { fork } });
        expect(first).toMatchObject({ code: 1, calls: [], outputs: { verdict: 'invalid' } });
        expect(first.summary).toContain('prompt-assay:evaluate');

        const event = { fork, ...label('prompt-assay:evaluate', 'reader') };
        expect(await pushPull(scene, null, { event })).toMatchObject({ code: 1, calls: [] });

        const approved = { fork, ...label('prompt-assay:evaluate', 'maintainer') };
        const third = await pushPull(scene, null, { event: approved });
        expect(third).toMatchObject({ code: 0, outputs: { verdict: 'inconclusive', calls: '40' } });

        const pushed = await pushPull(
          scene,
          { 'prompts/triage.prompt.yml': 'name: triage\nmessages:\n  - { role: user, content: "v3 {{input}}" }\n' },
          { event: { fork } },
        );
        expect(pushed).toMatchObject({ code: 1, calls: [], outputs: { verdict: 'invalid' } });
      },
      people,
    ));

  it.concurrent('may not let itself', () =>
    withScene(
      files(),
      async (scene) => {
        const event = { fork, author: 'maintainer', ...label('prompt-assay:evaluate', 'maintainer') };
        expect(await pushPull(scene, reworded(), { event })).toMatchObject({ code: 1, calls: [] });
      },
      people,
    ));

  it.concurrent('of a repository that was deleted is still one', () =>
    withScene(files(), async (scene) => {
      expect(await pushPull(scene, reworded(), { event: { fork: null } })).toMatchObject({ code: 1, calls: [] });
    }));
});

describe('the label prompt-assay:accept', () => {
  it.concurrent('by a writer turns a fail green without a call until the next push', () =>
    withScene(
      files(),
      async (scene) => {
        const { github } = scene;
        scene.answer = worse;
        expect(await pushPull(scene, reworded())).toMatchObject({ code: 1, outputs: { verdict: 'fail' } });
        const accepted = await pushPull(scene, null, { event: accept('maintainer') });
        expect(accepted).toMatchObject({ code: 0, calls: [], outputs: { verdict: 'fail' } });
        expect(github.comments).toHaveLength(1);
        expect(github.comments[0]?.body).toMatch(/Accepted.* by @&#8203;maintainer/);
        expect(github.statuses).toMatchObject([
          {
            sha: accepted.head,
            context: 'prompt-assay-accept',
            state: 'success',
            description: expect.stringMatching(/^accepted by @maintainer: #7 into main \[/),
          },
        ]);

        const again = await pushPull(scene, null);
        expect(again).toMatchObject({ code: 0, calls: [], outputs: { verdict: 'fail' } });

        const pushed = await pushPull(scene, { 'README.md': 'another commit' });
        expect(pushed).toMatchObject({ code: 1, calls: [], outputs: { verdict: 'fail' } });
        expect(github.comments[0]?.body).not.toContain('Accepted');
      },
      people,
    ));

  it.concurrent.each([
    ['by the author', 'author', {}, 1],
    ['by somebody who may only read', 'reader', {}, 1],
    ['by the author where the workflow allows it', 'author', { 'accept-own': 'true' }, 0],
  ] as const)('%s', (_name, sender, inputs, code) =>
    withScene(
      files(),
      async (scene) => {
        scene.answer = worse;
        await pushPull(scene, reworded());
        const run = await pushPull(scene, null, { event: accept(sender), inputs });
        expect(run).toMatchObject({ code, outputs: { verdict: 'fail' } });
        if (code === 1) expect(run.log).toMatch(/^::warning::The label prompt-assay:accept does not count/m);
      },
      people,
    ),
  );

  it.concurrent('taken away makes the fail red again', () =>
    withScene(
      files(),
      async (scene) => {
        scene.answer = worse;
        await pushPull(scene, reworded());
        await pushPull(scene, null, { event: accept('maintainer') });
        const taken = await pushPull(scene, null, {
          event: { ...accept('maintainer'), action: 'unlabeled', labels: [] },
        });
        expect(taken).toMatchObject({ code: 1, calls: [], outputs: { verdict: 'fail' } });
        expect(scene.github.comments[0]?.body).not.toContain('Accepted');
      },
      people,
    ));

  it.concurrent('turns no invalid green', () =>
    withScene(
      files(),
      async (scene) => {
        const run = await pushPull(scene, { 'prompt-assay.yml': 'version: 2\n' }, { event: accept('maintainer') });
        expect(run).toMatchObject({ code: 1, calls: [], outputs: { verdict: 'invalid' } });
      },
      people,
    ));
});

describe('a dataset that a pull request changes', () => {
  const critical = files({ 'evals/triage.jsonl': rows(20, (number) => (number === 3 ? { critical: true } : {})) });

  it.concurrent('needs to be accepted where a critical row is gone, which still gates', () =>
    withScene(
      critical,
      async (scene) => {
        const changes = reworded({ 'evals/triage.jsonl': rows(20, (number) => (number === 3 ? null : {})) });
        const run = await pushPull(scene, changes);
        expect(run).toMatchObject({ code: 1, outputs: { verdict: 'fail', cases: '20', worse: '0' } });
        expect(scene.github.comments[0]?.body).toMatch(/the dataset changed; accept it/i);
        const accepted = await pushPull(scene, null, { event: accept('maintainer') });
        expect(accepted).toMatchObject({ code: 0, calls: [], outputs: { verdict: 'fail' } });
      },
      people,
    ));

  it.concurrent('is scored by the rows of main: an easier expectation helps nobody', () =>
    withScene(files(), async (scene) => {
      scene.answer = worse;
      const easier = rows(20, (number) => (number < 2 ? { expected: 'no' } : {}));
      const run = await pushPull(scene, reworded({ 'evals/triage.jsonl': easier }));
      expect(run).toMatchObject({ code: 1, outputs: { verdict: 'fail', worse: '8' } });
    }));
});

describe('a config that a pull request changes', () => {
  it.concurrent.each([
    ['a gate', aConfig({ suite: '    gate: { margin: 0.9, alpha: 0.001 }' })],
    ['its checks', aConfig({ checks: '      - { name: label, type: length, min: 0 }' })],
    ['the budget', aConfig({ top: 'budget: { per-run-calls: 1 }' })],
    ['the prompts of a suite', aConfig().replace('prompts/*.prompt.yml', 'decoy/*.prompt.yml')],
    ['the name of a suite', aConfig().replace('name: triage', 'name: other')],
  ])('does not decide its own verdict: %s', (_name, config) =>
    withScene(files(), async (scene) => {
      scene.answer = worse;
      const decoy = { 'decoy/other.prompt.yml': aPrompt('v1').replace('name: triage', 'name: other') };
      const run = await pushPull(scene, reworded({ 'prompt-assay.yml': config, ...decoy }));
      expect(run).toMatchObject({ code: 1, outputs: { verdict: 'fail', worse: '8', cases: '20' } });
    }),
  );

  it.concurrent('is invalid where a suite would gate nothing from the merge on', () =>
    withScene(files(), async (scene) => {
      const config = aConfig().replace('prompts/*.prompt.yml', 'nothing/*.prompt.yml');
      const run = await pushPull(scene, reworded({ 'prompt-assay.yml': config }));
      expect(run).toMatchObject({ code: 1, calls: [], outputs: { verdict: 'invalid' } });
    }));

  it.concurrent('sends nothing to an endpoint of its own', () =>
    withScene(files(), async (scene) => {
      const config = aConfig().replace(
        'id: some-model',
        'id: some-model, base-url: "http://127.0.0.1:1/v1", headers: { x-evil: "1" }',
      );
      const env = { OPENAI_BASE_URL: scene.model.url };
      const run = await pushPull(scene, reworded({ 'prompt-assay.yml': config }), { inputs: { 'base-url': '' }, env });
      expect(run).toMatchObject({ code: 0, outputs: { verdict: 'inconclusive' } });
      expect(run.calls).toHaveLength(40);
      expect(run.calls.every(({ headers }) => headers['x-evil'] === undefined)).toBe(true);
    }));

  it.concurrent('takes the model of each side for its own answers', () =>
    withScene(files(), async (scene) => {
      const run = await pushPull(scene, { 'prompt-assay.yml': aConfig().replace('some-model', 'another-model') });
      expect(versionsOf(run)).toEqual(new Set(['v1']));
      const models = run.calls.map(({ body }) => body.model);
      expect(models.filter((model) => model === 'some-model')).toHaveLength(20);
      expect(models.filter((model) => model === 'another-model')).toHaveLength(20);
    }));
});
