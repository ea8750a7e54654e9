import { describe, expect, it, jest } from '@jest/globals';
import { dispatchEvent, mergeGroupEvent, pullRequestTargetEvent, pushEvent } from '../helpers/fake-github/events.ts';
import { readOnlyToken } from '../helpers/fake-github/state.ts';
import { withScene } from '../helpers/run-action.ts';
import { aPrompt, files, promptPath, pushPull, reworded, versionsOf, wrongWhere } from './stories.ts';

jest.setTimeout(300_000);

const worse = wrongWhere((version, number) => version !== 'v1' && number < 8);
const commit = { status: 'commit' };

describe('the comment', () => {
  it.concurrent('is folded to one line when the prompt is as on main again', () =>
    withScene(files(), async (scene) => {
      scene.answer = worse;
      await pushPull(scene, reworded());
      const run = await pushPull(scene, { [promptPath]: aPrompt('v1'), 'README.md': 'hello' });
      expect(run).toMatchObject({ code: 0, calls: [], outputs: { verdict: 'pass' } });
      expect(scene.github.comments).toHaveLength(1);
      const lines = scene.github.comments[0]?.body.split('\n').filter((line) => !/^(<!--.*-->)?$/.test(line));
      expect(lines).toHaveLength(1);
    }));

  it.concurrent('of a stranger is neither believed nor written over', () =>
    withScene(files(), async (scene) => {
      const { github } = scene;
      scene.answer = worse;
      await pushPull(scene, reworded());
      const [own] = github.comments.splice(0);
      const forged = (own?.body ?? '')
        .replace('"green":false', '"green":true')
        .replace('"verdict":"fail"', '"verdict":"pass"');
      github.comments.push({ id: 1, issue: 7, user: { login: 'stranger', type: 'User' }, body: forged });
      const run = await pushPull(scene, null);
      expect(run).toMatchObject({ code: 1, outputs: { verdict: 'fail', calls: '40' } });
      expect(github.comments.map(({ user }) => user.login)).toEqual(['stranger', 'github-actions[bot]']);
      expect(github.comments[0]?.body).toBe(forged);
    }));

  it.concurrent('is found behind a hundred others', () =>
    withScene(files(), async (scene) => {
      const { github } = scene;
      await pushPull(scene, reworded());
      const chatter = Array.from({ length: 130 }, (_, index) => ({
        id: index + 1,
        issue: 7,
        user: { login: 'reader', type: 'User' as const },
        body: 'hello',
      }));
      github.comments.unshift(...chatter);
      expect(await pushPull(scene, null)).toMatchObject({ code: 0, calls: [] });
      expect(github.comments).toHaveLength(131);
    }));

  it.concurrent('stands once for every comment-key', () =>
    withScene(files(), async (scene) => {
      await pushPull(scene, reworded(), { inputs: { 'comment-key': 'one' } });
      await pushPull(scene, null, { inputs: { 'comment-key': 'two' } });
      const again = await pushPull(scene, null, { inputs: { 'comment-key': 'one' } });
      expect(again.calls).toEqual([]);
      expect(scene.github.comments).toHaveLength(2);
    }));

  it.concurrent('is not written by a dry run, which asks nothing and says what it would cost', () =>
    withScene(files(), async (scene) => {
      const run = await pushPull(scene, reworded(), { inputs: { 'dry-run': 'true' } });
      expect(run).toMatchObject({ code: 0, calls: [], outputs: { verdict: 'inconclusive' } });
      expect(run.summary).toMatch(/candidate 20 answers.*base 20 answers/);
      expect(scene.github.comments).toEqual([]);
    }));

  it.concurrent('is not written for a closed pull request', () =>
    withScene(files(), async (scene) => {
      const run = await pushPull(scene, reworded(), { event: { action: 'closed' } });
      expect(run).toMatchObject({ code: 0, calls: [], outputs: { verdict: 'pass' } });
      expect(scene.github.requests).toEqual([]);
    }));
});

describe('the files of the report', () => {
  it.concurrent('hold the same verdict, and lie where the outputs say', () =>
    withScene(files(), async (scene) => {
      scene.answer = worse;
      const run = await pushPull(scene, reworded());
      expect(run.outputs['results-path']).toBe('prompt-assay-report/results.json');
      const results = JSON.parse((await run.readReport('results.json')) ?? '');
      expect(results).toMatchObject({ verdict: 'fail', green: false, calls: 40 });
      const lines = async (name: string) => ((await run.readReport(name)) ?? '').trim().split('\n').length;
      expect(await lines('scores.jsonl')).toBe(20);
      expect(await lines('baseline-scores.jsonl')).toBe(20);
      expect(await lines('outputs.jsonl')).toBe(40);
      expect(await lines('calls.jsonl')).toBe(40);
      expect(await run.readReport('comment.md')).toBe(scene.github.comments[0]?.body);
      expect(await run.readReport('junit.xml')).toContain('8 of 20 cases got worse');
    }));
});

describe('a commit status', () => {
  it.concurrent('owns red where it is asked for: pending, then failure, and a green job', () =>
    withScene(files(), async (scene) => {
      scene.answer = (request) => {
        expect(scene.github.statuses.map(({ state }) => state)).toEqual(['pending']);
        return worse(request);
      };
      const run = await pushPull(scene, reworded(), { inputs: commit });
      expect(run).toMatchObject({ code: 0, outputs: { verdict: 'fail' } });
      const target = { sha: run.head, context: 'prompt-assay' };
      expect(scene.github.statuses.map(({ state }) => state).sort()).toEqual(['failure', 'pending']);
      expect(scene.github.statuses).toEqual([expect.objectContaining(target), expect.objectContaining(target)]);
    }));

  it.concurrent('that may not be set stops the run before it asks anything', () =>
    withScene(
      files(),
      async (scene) => {
        const run = await pushPull(scene, reworded(), { inputs: commit });
        expect(run).toMatchObject({ code: 1, calls: [], outputs: { verdict: 'invalid' } });
        expect(run.summary).toContain('statuses: write');
      },
      { tokens: { ghs_0123456789abcdef: readOnlyToken } },
    ));

  it.concurrent('is green also where nothing changed', () =>
    withScene(files(), async (scene) => {
      const run = await pushPull(scene, { 'README.md': 'hello' }, { inputs: commit });
      expect(run).toMatchObject({ code: 0, calls: [] });
      expect(scene.github.statuses.map(({ state }) => state)).toContain('success');
    }));

  it.concurrent('is an error for a run that cannot judge', () =>
    withScene(files(), async (scene) => {
      const run = await pushPull(scene, { [promptPath]: 'messages: 1\n' }, { inputs: commit });
      expect(run).toMatchObject({ code: 0, outputs: { verdict: 'invalid' } });
      expect(scene.github.statuses.map(({ state }) => state).sort()).toEqual(['error', 'pending']);
    }));

  it.concurrent('speaks for pull_request_target, whatever the input says', () =>
    withScene(files(), async (scene) => {
      scene.answer = worse;
      const head = await scene.repository.commit('feature', reworded());
      scene.github.pulls.set(7, { number: 7, head: 'feature' });
      const { base } = await scene.repository.openPull(7, 'feature');
      const run = await scene.run(pullRequestTargetEvent({ number: 7, headSha: head, baseSha: base, sha: base }));
      expect(run).toMatchObject({ code: 0, outputs: { verdict: 'fail' } });
      expect(scene.github.statuses.map(({ sha, state }) => [sha, state])).toContainEqual([head, 'failure']);
    }));
});

describe('a merge group', () => {
  it.concurrent('takes over the verdict that the comment records, and writes nothing', () =>
    withScene(files(), async (scene) => {
      scene.answer = worse;
      await pushPull(scene, reworded());
      const body = scene.github.comments[0]?.body;
      const run = await scene.run(mergeGroupEvent(await scene.repository.queuePull(7)));
      expect(run).toMatchObject({ code: 1, calls: [], outputs: { verdict: 'fail' } });
      expect(scene.github.comments.map((comment) => comment.body)).toEqual([body]);
    }));

  it.concurrent('over another main is evaluated', () =>
    withScene(files(), async (scene) => {
      await pushPull(scene, reworded());
      await scene.repository.commit('main', {
        'prompts/other.prompt.yml': 'name: other\nmessages:\n  - { role: user, content: "v5 {{input}}" }\n',
      });
      const run = await scene.run(mergeGroupEvent(await scene.repository.queuePull(7)));
      expect(run).toMatchObject({ code: 0, outputs: { verdict: 'inconclusive' } });
      expect(versionsOf(run)).toEqual(new Set(['v1', 'v2']));
    }));
});

describe('a push', () => {
  it.concurrent('to the default branch keeps what was known of the pull request that it merged', () =>
    withScene(files(), async (scene) => {
      const { repository, github } = scene;
      await pushPull(scene, reworded());
      const before = await repository.sha('main');
      const sha = await repository.mergePull(7);
      github.pulls.set(7, { number: 7, head: 'feature', mergedAs: sha });
      const run = await scene.run(pushEvent({ branch: 'main', sha, before }));
      expect(run).toMatchObject({ code: 0, calls: [], outputs: { verdict: 'pass', calls: '0' } });
      const line = JSON.parse(await repository.show('prompt-assay-baselines', 'verdicts.jsonl'));
      expect(line).toMatchObject({ commit: sha, pull: { number: 7 }, suites: [{ suite: 'triage', matches: true }] });
      expect(await run.readReport('history/index.html')).toContain('pull/7');
    }));

  it.concurrent('to the default branch is green where its token may keep no history, and says what that takes', () =>
    withScene(
      files(),
      async (scene) => {
        const before = await scene.repository.sha('main');
        const sha = await scene.repository.commit('main', reworded());
        const run = await scene.run(pushEvent({ branch: 'main', sha, before }));
        expect(run).toMatchObject({ code: 0, calls: [], outputs: { verdict: 'pass' } });
        expect(run.log).toMatch(/^No history is kept of what was merged: .*contents: write, pull-requests: read/m);
        expect(run.log).not.toContain('::warning');
      },
      { tokens: { ghs_0123456789abcdef: readOnlyToken } },
    ));

  it.concurrent('to another branch is compared with the merge base', () =>
    withScene(files(), async (scene) => {
      scene.answer = worse;
      const sha = await scene.repository.commit('feature', reworded());
      await scene.repository.commit('main', { [promptPath]: aPrompt('v7') });
      const run = await scene.run(pushEvent({ branch: 'feature', sha }));
      expect(run).toMatchObject({ code: 1, outputs: { verdict: 'fail' } });
      expect(versionsOf(run)).toEqual(new Set(['v1', 'v2']));
      expect(scene.github.comments).toEqual([]);
    }));
});

describe('a dispatch for a pull request', () => {
  it.concurrent('comments, and sets the status of the head that was named', () =>
    withScene(files(), async (scene) => {
      scene.answer = worse;
      const head = await scene.repository.commit('feature', reworded());
      scene.github.pulls.set(7, { number: 7, head: 'feature' });
      await scene.repository.openPull(7, 'feature');
      const event = dispatchEvent({ sha: await scene.repository.sha('main') });
      const run = await scene.run(event, { inputs: { pr: '7', 'head-sha': head } });
      expect(run).toMatchObject({ code: 0, outputs: { verdict: 'fail' } });
      expect(scene.github.statuses.map(({ sha, state }) => [sha, state])).toContainEqual([head, 'failure']);
      expect(scene.github.comments).toHaveLength(1);
    }));

  it.concurrent('stops where the head is another by now', () =>
    withScene(files(), async (scene) => {
      const head = await scene.repository.commit('feature', reworded());
      await scene.repository.commit('feature', { 'README.md': 'moved' });
      scene.github.pulls.set(7, { number: 7, head: 'feature' });
      const pull = await scene.repository.openPull(7, 'feature');
      const event = dispatchEvent({ sha: await scene.repository.sha('main') });
      const run = await scene.run(event, { inputs: { pr: '7', 'head-sha': head } });
      expect(run).toMatchObject({ code: 1, calls: [], outputs: { verdict: 'invalid' } });
      expect(run.log).toContain(`The head is ${pull.head}, but`);
      expect(scene.github.statuses).toEqual([]);
    }));
});
