import { describe, expect, it, jest } from '@jest/globals';
import type { FileSpecs } from '../helpers/fake-github/repository.ts';
import { withScene } from '../helpers/run-action.ts';
import { aConfig, aPrompt, files, promptPath, pushPull, reworded, rows, versionsOf, wrongWhere } from './stories.ts';

jest.setTimeout(300_000);

const worse = wrongWhere((version, number) => version !== 'v1' && number < 8);
const anotherPrompt = 'name: another\nmessages:\n  - { role: user, content: "v4 {{input}}" }\n';

/** A prompt file that brings its rows and its check, as GitHub Models has them. */
function selfContained(text: string): string {
  const data = Array.from({ length: 12 }, (_, number) => {
    const id = `q-${String(number).padStart(3, '0')}`;
    return `  - { id: ${id}, input: question ${id}, expected: "yes" }\n`;
  }).join('');
  const evaluators = 'evaluators:\n  - name: label\n    string: { equals: "{{expected}}" }\n';
  return `${aPrompt(text, 'model: some-model\n')}testData:\n${data}${evaluators}`;
}

describe('a pull request that changes a prompt', () => {
  it.concurrent('is compared with its base, commented on once, and never asked twice', () =>
    withScene(files(), async (scene) => {
      const { github } = scene;
      scene.answer = wrongWhere((version, number) => version === 'v1' && number < 8);
      const first = await pushPull(scene, reworded());
      expect(first).toMatchObject({ code: 0, outputs: { verdict: 'pass', better: '8', worse: '0', cases: '20' } });
      expect(versionsOf(first)).toEqual(new Set(['v1', 'v2']));
      expect(first.outputs.calls).toBe(String(first.calls.length));
      expect(github.comments).toHaveLength(1);
      expect(first.outputs['comment-url']).toContain(`issuecomment-${github.comments[0]?.id}`);
      expect(first.summary).toContain('0 / 8 / 12');

      const again = await pushPull(scene, null);
      expect(again).toMatchObject({ code: 0, calls: [], outputs: { verdict: 'pass', calls: '0' } });

      const second = await pushPull(scene, { [promptPath]: aPrompt('v3') });
      expect(second).toMatchObject({ code: 0, outputs: { verdict: 'pass' } });
      expect(versionsOf(second)).toEqual(new Set(['v1', 'v3']));
      expect(github.comments).toHaveLength(1);
      expect(github.comments[0]?.body).toContain('+ v3');
    }));

  it.concurrent('fails where it is worse, with the job red', () =>
    withScene(files(), async (scene) => {
      scene.answer = worse;
      const run = await pushPull(scene, reworded());
      expect(run).toMatchObject({ code: 1, outputs: { verdict: 'fail', worse: '8', better: '0' } });
      expect(run.log).toMatch(/^::error::fail: /m);
      expect(run.summary).toContain('q-003');
      expect(scene.github.comments[0]?.body).toContain('[!CAUTION]');
    }));

  it.concurrent('is inconclusive where nothing is proven, and red only where the gate blocks that', () =>
    withScene(files(), async (scene) => {
      expect(await pushPull(scene, reworded())).toMatchObject({ code: 0, outputs: { verdict: 'inconclusive' } });
      await scene.repository.commit('main', {
        'prompt-assay.yml': aConfig({ suite: '    gate: { on-inconclusive: block }' }),
      });
      expect(await pushPull(scene, null)).toMatchObject({ code: 1, outputs: { verdict: 'inconclusive' } });
    }));

  it.concurrent('draws anew on both sides where `fresh` asks for it', () =>
    withScene(files(), async (scene) => {
      await pushPull(scene, reworded());
      const run = await pushPull(scene, null, { inputs: { fresh: 'true' } });
      expect(run.calls).toHaveLength(40);
    }));

  it.concurrent('by a temperature alone is another version', () =>
    withScene(files(), async (scene) => {
      const run = await pushPull(scene, { [promptPath]: aPrompt('v1', 'modelParameters: { temperature: 0.5 }\n') });
      const temperatures = run.calls.map(({ body }) => body.temperature);
      expect(temperatures.filter((value) => value === undefined)).toHaveLength(20);
      expect(temperatures.filter((value) => value === 0.5)).toHaveLength(20);
    }));

  it.concurrent('that would cost more than the budget asks nothing', () =>
    withScene(files({ 'prompt-assay.yml': aConfig({ top: 'budget: { per-run-calls: 30 }' }) }), async (scene) => {
      const run = await pushPull(scene, reworded());
      expect(run).toMatchObject({ code: 1, calls: [], outputs: { verdict: 'invalid' } });
      expect(scene.github.comments[0]?.body).toContain('30');
    }));

  it.concurrent('on a few cases fails only where one broke', () =>
    withScene(files({ 'evals/triage.jsonl': rows(5) }), async (scene) => {
      expect(await pushPull(scene, reworded())).toMatchObject({ code: 0, outputs: { verdict: 'pass' } });
      scene.answer = wrongWhere((version, number) => version === 'v3' && number === 2);
      const run = await pushPull(scene, { [promptPath]: aPrompt('v3') });
      expect(run).toMatchObject({ code: 1, outputs: { verdict: 'fail', worse: '1' } });
    }));
});

describe('a pull request that changes no prompt', () => {
  it.concurrent('passes at once without a comment or a call', () =>
    withScene(files(), async (scene) => {
      const run = await pushPull(scene, { 'README.md': 'hello' });
      expect(run).toMatchObject({ code: 0, calls: [], outputs: { verdict: 'pass', 'comment-url': '' } });
      expect(scene.github.comments).toEqual([]);
    }));

  it.concurrent('but adds a row is not compared, and the row is asked', () =>
    withScene(files(), async (scene) => {
      scene.answer = wrongWhere((_, number) => number === 20);
      const run = await pushPull(scene, { 'evals/triage.jsonl': rows(21) });
      expect(run).toMatchObject({ code: 0, outputs: { verdict: 'pass' } });
      expect(run.calls.map(({ text }) => text)).toEqual([expect.stringContaining('q-020')]);
      expect(scene.github.comments[0]?.body).toContain('q-020');
    }));
});

describe('a prompt file', () => {
  it.concurrent.each<readonly [string, FileSpecs, Readonly<Record<string, unknown>>, RegExp]>([
    [
      'that is new runs once, with nothing to compare',
      { 'prompts/another.prompt.yml': anotherPrompt },
      { code: 0, outputs: { verdict: 'pass', calls: '20', cases: '0' } },
      /new, nothing to compare/i,
    ],
    [
      'that is renamed is compared with what it was',
      { [promptPath]: null, 'prompts/renamed.prompt.yml': aPrompt('v2') },
      { code: 1, outputs: { verdict: 'fail', calls: '40', worse: '8' } },
      /triage/,
    ],
    [
      'that is moved and otherwise the same asks nothing',
      { [promptPath]: null, 'prompts/moved.prompt.yml': aPrompt('v1') },
      { code: 0, outputs: { verdict: 'pass', calls: '0' } },
      /the same on both sides|triage/,
    ],
    [
      'that is deleted without a successor is named',
      { [promptPath]: null, 'prompts/keep.prompt.yml': 'name: keep\nmessages: []\n' },
      { code: 1, outputs: { verdict: 'invalid' } },
      /keep\.prompt\.yml/,
    ],
  ])('%s', (_name, changes, expected, says) =>
    withScene(files(), async (scene) => {
      scene.answer = worse;
      const run = await pushPull(scene, changes);
      expect(run).toMatchObject(expected);
      expect(run.summary).toMatch(says);
    }),
  );

  it.concurrent('that is deleted is named at the top, and the others still count', () =>
    withScene(files({ 'prompts/another.prompt.yml': anotherPrompt }), async (scene) => {
      const run = await pushPull(scene, { 'prompts/another.prompt.yml': null });
      expect(run.code).toBe(0);
      expect(run.calls).toEqual([]);
      expect(run.summary).toMatch(/another/);
    }));
});

describe('a repository that is new to this', () => {
  it.concurrent('sees a comparison on first contact, and nothing gates yet', () =>
    withScene(files({ 'prompt-assay.yml': null }), async (scene) => {
      scene.answer = worse;
      const run = await pushPull(scene, reworded({ 'prompt-assay.yml': aConfig() }));
      expect(run).toMatchObject({ code: 0, outputs: { verdict: 'pass' } });
      expect(versionsOf(run)).toEqual(new Set(['v1', 'v2']));
      expect(scene.github.comments[0]?.body).toMatch(/nothing gates until this is merged/i);
      expect(scene.github.comments[0]?.body).toContain('q-003');
    }));

  it.concurrent('needs no config where a prompt file brings its rows and checks', () =>
    withScene({ [promptPath]: selfContained('v1') }, async (scene) => {
      scene.answer = worse;
      const run = await pushPull(scene, { [promptPath]: selfContained('v2') });
      expect(run).toMatchObject({ code: 1, outputs: { verdict: 'fail', worse: '8', cases: '12' } });
    }));

  it.concurrent('without anything of ours passes and says so', () =>
    withScene({ 'README.md': 'hello' }, async (scene) => {
      const run = await pushPull(scene, { 'README.md': 'hello you' });
      expect(run).toMatchObject({ code: 0, calls: [], outputs: { verdict: 'pass' } });
      expect(run.summary).toContain('Nothing is gated here');
      expect(scene.github.comments).toEqual([]);
    }));
});
