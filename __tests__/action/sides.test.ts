import { expect, it } from '@jest/globals';
import { aConfig, aPrompt, files, promptPath, rows } from '../dist/stories.ts';
import { pullRequestTargetEvent } from '../helpers/fake-github/events.ts';
import { answering } from '../pipeline/story.ts';
import { withActionScene } from './scene.ts';

const worse = answering((arm, number) => arm === 'base' || number >= 30);

it('a change that starts before main moved its rows, and brings the same file, is compared all the same', () =>
  withActionScene(files({ 'evals/triage.jsonl': rows(60) }), async (scene) => {
    const { repository, github } = scene;
    const moved = { 'evals/moved.jsonl': rows(60) };
    await repository.commit('feature', { ...moved, [promptPath]: aPrompt('v2') });
    const config = aConfig().replace('evals/triage.jsonl', 'evals/moved.jsonl');
    const tip = await repository.commit('main', { ...moved, 'evals/triage.jsonl': null, 'prompt-assay.yml': config });
    github.pulls.set(7, { number: 7, head: 'feature', author: 'author', mergePolls: 2 });
    const { head, base } = await repository.openPull(7, 'feature');
    scene.answer = worse;
    const { outputs } = await scene.evaluate(
      pullRequestTargetEvent({ number: 7, headSha: head, baseSha: base, sha: tip }),
      { inputs: { 'base-url': 'http://127.0.0.1:1/v1' } },
    );
    expect(outputs.verdict).toBe('fail');
    expect(github.statuses.at(-1)).toMatchObject({ sha: head, state: 'failure' });
  }));
