import { describe, expect, it, jest } from '@jest/globals';
import { withScene } from '../helpers/run-action.ts';
import { files, pushPull, reworded, versionsOf, wrongWhere } from './stories.ts';

jest.setTimeout(120_000);

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
      const [comment] = github.comments;
      expect(first.outputs['comment-url']).toContain(`issuecomment-${comment?.id}`);

      const again = await pushPull(scene, null);
      expect(again).toMatchObject({ code: 0, calls: [], outputs: { verdict: 'pass', calls: '0' } });

      const second = await pushPull(scene, {
        'docs/x.md': 'x',
        ...reworded({
          'prompts/triage.prompt.yml': 'name: triage\nmessages:\n  - { role: user, content: "v3 {{input}}" }\n',
        }),
      });
      expect(second).toMatchObject({ code: 0, outputs: { verdict: 'pass' } });
      expect(versionsOf(second)).toEqual(new Set(['v1', 'v3']));
      expect(github.comments).toHaveLength(1);
      expect(github.comments[0]?.body).toContain('v3');
    }));

  it.concurrent('fails where it is worse, with the job red', () =>
    withScene(files(), async (scene) => {
      scene.answer = wrongWhere((version, number) => version === 'v2' && number < 8);
      const run = await pushPull(scene, reworded());
      expect(run).toMatchObject({ code: 1, outputs: { verdict: 'fail', worse: '8', better: '0' } });
      expect(run.log).toMatch(/^::error::fail: /m);
      expect(run.summary).toContain('q-003');
      expect(scene.github.comments[0]?.body).toContain('[!CAUTION]');
    }));
});

describe('a pull request that changes no prompt', () => {
  it.concurrent('passes at once without a comment or a call', () =>
    withScene(files(), async (scene) => {
      const run = await pushPull(scene, { 'README.md': 'hello' });
      expect(run).toMatchObject({ code: 0, calls: [], outputs: { verdict: 'pass', 'comment-url': '' } });
      expect(scene.github.comments).toEqual([]);
    }));
});
