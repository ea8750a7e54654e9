import { describe, expect, it, jest } from '@jest/globals';
import { dispatchEvent, type PullRequestEvent, pullRequestTargetEvent } from '../helpers/fake-github/events.ts';
import type { FakeGithubOptions } from '../helpers/fake-github/state.ts';
import { type Scene, withScene } from '../helpers/run-action.ts';
import { aPrompt, files, promptPath, pushPull, reworded, rows, versionsOf, wrongWhere } from './stories.ts';

jest.setTimeout(300_000);

const people: Partial<FakeGithubOptions> = { collaborators: { author: 'write', maintainer: 'write', reader: 'read' } };
const fork = 'stranger/prompts';
const label = (name: string) => ({ action: 'labeled', label: name, labels: [name], sender: 'maintainer' });
const worse = wrongWhere((version, number) => version !== 'v1' && number < 8);
const small = files({ 'evals/triage.jsonl': rows(12) });
const third = { [promptPath]: aPrompt('v3') };

/** Pull request 7 of a fork, as `pull_request_target` sees it. */
async function runOnTarget(scene: Scene, event: Partial<PullRequestEvent> = {}) {
  const { repository, github } = scene;
  github.pulls.set(7, { number: 7, head: 'feature', author: 'stranger', fork });
  const { head, base } = await repository.openPull(7, 'feature');
  const known = github.pulls.get(7);
  if (known !== undefined) known.labels = [...(event.labels ?? [])];
  const place = { number: 7, headSha: head, baseSha: base, sha: base, author: 'stranger', fork };
  return { ...(await scene.run(pullRequestTargetEvent({ ...place, ...event }))), head };
}

describe('a label that was set on an older head', () => {
  it.concurrent('lets no call be made for the newer one', () =>
    withScene(
      small,
      async (scene) => {
        const { repository, github } = scene;
        const old = await pushPull(scene, reworded(), { event: { fork } });
        const sha = await repository.sha('refs/pull/7/merge');
        const late = { fork, ...label('prompt-assay:evaluate'), headSha: old.head, sha };
        const approved = await pushPull(scene, third, { event: late });
        expect(versionsOf(approved)).toEqual(new Set(['v1', 'v2']));
        expect(github.statuses.map((status) => status.sha)).toEqual([old.head]);

        const newer = await pushPull(scene, null, { event: { fork, labels: ['prompt-assay:evaluate'] } });
        expect(newer).toMatchObject({ code: 1, calls: [], outputs: { verdict: 'invalid' } });
        expect(newer.head).not.toBe(old.head);
      },
      people,
    ));

  it.concurrent('accepts nothing of the newer one', () =>
    withScene(
      files(),
      async (scene) => {
        const { repository, github } = scene;
        scene.answer = worse;
        const old = await pushPull(scene, reworded());
        const sha = await repository.sha('refs/pull/7/merge');
        await pushPull(scene, third);
        const body = github.comments[0]?.body;

        const late = { ...label('prompt-assay:accept'), headSha: old.head, sha };
        await pushPull(scene, null, { event: late });
        expect(github.comments.map((comment) => comment.body)).toEqual([body]);

        const newer = await pushPull(scene, null, { event: { labels: ['prompt-assay:accept'] } });
        expect(newer).toMatchObject({ code: 1, calls: [], outputs: { verdict: 'fail' } });
      },
      people,
    ));
});

describe('a fork where the job holds the key', () => {
  it.concurrent('is not asked about on pull_request_target before somebody approves the head', () =>
    withScene(
      small,
      async (scene) => {
        const { github } = scene;
        await scene.repository.commit('feature', reworded());
        const first = await runOnTarget(scene);
        expect(first).toMatchObject({ calls: [], outputs: { verdict: 'invalid' } });
        expect(github.statuses.at(-1)).toMatchObject({ sha: first.head, context: 'prompt-assay', state: 'error' });
        expect(github.comments[0]?.body).toContain('prompt-assay:evaluate');

        const approved = await runOnTarget(scene, label('prompt-assay:evaluate'));
        expect(versionsOf(approved)).toEqual(new Set(['v1', 'v2']));

        await scene.repository.commit('feature', third);
        expect(await runOnTarget(scene)).toMatchObject({ calls: [], outputs: { verdict: 'invalid' } });
      },
      people,
    ));

  it.concurrent('is asked about by dispatch only for the commit that was named', () =>
    withScene(
      small,
      async (scene) => {
        const { repository, github } = scene;
        const head = await repository.commit('feature', reworded());
        github.pulls.set(7, { number: 7, head: 'feature', author: 'stranger', fork });
        await repository.openPull(7, 'feature');
        const event = dispatchEvent({ sha: await repository.sha('main'), sender: 'maintainer' });
        const unnamed = await scene.run(event, { inputs: { pr: '7' } });
        expect(unnamed).toMatchObject({ calls: [], outputs: { verdict: 'invalid' } });
        const named = await scene.run(event, { inputs: { pr: '7', 'head-sha': head } });
        expect(versionsOf(named)).toEqual(new Set(['v1', 'v2']));
      },
      people,
    ));
});
