import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { nameSignals } from '../../src/action/signals.ts';
import { aConfig, files, reworded, rows } from '../dist/stories.ts';
import { dispatchEvent, type PullRequestEvent, pullRequestEvent } from '../helpers/fake-github/events.ts';
import { failing, faults } from '../helpers/fake-github/faults.ts';
import type { FakePull } from '../helpers/fake-github/state.ts';
import { answering } from '../pipeline/story.ts';
import { type ActionScene, type SceneRun, withActionScene } from './scene.ts';

const worse = answering((arm, number) => arm === 'base' || number >= 8);
const small = files({ 'evals/triage.jsonl': rows(12) });
const commit: SceneRun = { inputs: { status: 'commit' } };

/** Where the newest status of a context stands on a head. */
const newest = ({ github }: ActionScene, sha: string, context = 'prompt-assay') =>
  github.statuses.filter((status) => status.sha === sha && status.context === context).at(-1);

/** Runs an event of a pull request whose head is `feature`, as it is now. */
async function runPull(scene: ActionScene, pull: FakePull, event: Partial<PullRequestEvent> = {}, run = commit) {
  const { repository, github, evaluate } = scene;
  github.pulls.set(pull.number, pull);
  const { number, base: baseRef = 'main' } = pull;
  const { head, base, merge } = await repository.openPull(number, pull.head, baseRef);
  const place = { number, headSha: head, baseSha: base, baseRef, sha: merge, fork: pull.fork ?? undefined };
  const { fork, ...rest } = place;
  const own = { ...rest, ...(fork === undefined ? {} : { fork }), ...event };
  return { ...(await evaluate(pullRequestEvent(own), run)), head };
}

/** A branch where verdicts are easy: it has no config. */
const easy = { 'prompt-assay.yml': null };

describe('the status of a head that several pull requests share', () => {
  it('says the worst of their verdicts, whoever ran last', () =>
    withActionScene(files(), async (scene) => {
      await scene.repository.commit('feature', reworded());
      await scene.repository.commit('release-0', easy);
      scene.answer = worse;
      const { head } = await runPull(scene, { number: 7, head: 'feature' });
      expect(newest(scene, head)).toMatchObject({ state: 'failure' });

      const other = await runPull(scene, { number: 8, head: 'feature', base: 'release-0' });
      expect(other.outputs.verdict).toBe('pass');
      expect(newest(scene, head)).toMatchObject({ state: 'failure' });
      expect(newest(scene, head)?.description).toContain('pull request #7 into main has this head too: failure');
      // The one that was pushed out of sight is still known when the first runs again.
      await runPull(scene, { number: 7, head: 'feature' });
      expect(newest(scene, head)).toMatchObject({ state: 'failure' });
    }));

  it('takes no word of it from what others set, in whosever name', () =>
    withActionScene(files(), async (scene) => {
      const { github, repository } = scene;
      await repository.commit('feature', reworded());
      await repository.commit('release-0', easy);
      scene.answer = worse;
      const { head } = await runPull(scene, { number: 7, head: 'feature' });
      const ours = newest(scene, head);
      if (ours === undefined) throw new Error('nothing was set');
      const forge = (state: typeof ours.state, description: string) =>
        (github.statuses as (typeof ours)[]).push({ ...ours, state, description, creator: 'mallory' });
      forge('success', 'pass: fine [#7 main success]');
      await runPull(scene, { number: 8, head: 'feature', base: 'release-0' });
      expect(newest(scene, head)).toMatchObject({ state: 'failure', creator: ours.creator });
      github.pulls.set(7, { number: 7, head: 'feature', state: 'closed' });
      github.pulls.set(9, { number: 9, head: 'feature', base: 'main' });
      forge('failure', 'fail: worse [#9 main failure]');
      await runPull(scene, { number: 8, head: 'feature', base: 'release-0' });
      expect(newest(scene, head)).toMatchObject({ state: 'success', creator: ours.creator });
    }));

  it('forgets one that is closed', () =>
    withActionScene(files(), async (scene) => {
      await scene.repository.commit('feature', reworded());
      await scene.repository.commit('release-0', easy);
      scene.answer = worse;
      const { head } = await runPull(scene, { number: 7, head: 'feature' });
      scene.github.pulls.set(7, { number: 7, head: 'feature', state: 'closed' });
      await runPull(scene, { number: 8, head: 'feature', base: 'release-0' });
      expect(newest(scene, head)).toMatchObject({ state: 'success' });
    }));

  it('is not a success where the others cannot be read', () =>
    withActionScene(small, async (scene) => {
      await scene.repository.commit('feature', reworded());
      scene.github.fault = failing(/GET .*\/statuses$/, faults.badGateway('before'), 100);
      const { head } = await runPull(scene, { number: 7, head: 'feature' });
      expect(newest(scene, head)).toMatchObject({ state: 'error' });
    }));

  it('is not written by a fork where one of the repository itself has the head', () =>
    withActionScene(files(), async (scene) => {
      await scene.repository.commit('feature', reworded());
      await scene.repository.commit('release-0', easy);
      scene.answer = worse;
      const { head } = await runPull(scene, { number: 7, head: 'feature' });
      const before = scene.github.statuses.length;
      const fork = { number: 8, head: 'feature', base: 'release-0', fork: 'stranger/prompts', author: 'stranger' };
      const ended = await runPull(scene, fork);
      expect(ended.failure).toBeNull();
      expect(scene.github.statuses).toHaveLength(before);
      expect(scene.log.warnings.join()).toContain('No status is set');
      expect(newest(scene, head)).toMatchObject({ state: 'failure' });
    }));

  const fork = { head: 'feature', fork: 'stranger/prompts', author: 'stranger' };

  it('is not made better by a second pull request of a fork into a branch where nothing is gated', () =>
    withActionScene(small, async (scene) => {
      await scene.repository.commit('feature', reworded());
      const { head } = await runPull(scene, { number: 7, ...fork });
      expect(newest(scene, head)).toMatchObject({ state: 'error' });
      await scene.repository.commit('release-0', easy);
      const second = await runPull(scene, { number: 8, ...fork, base: 'release-0' });
      expect(second.outputs.verdict).toBe('pass');
      expect(newest(scene, head)).toMatchObject({ state: 'error' });
      expect(newest(scene, head)?.description).toContain('pull request #7 into main has this head too: no verdict yet');
    }));

  it("is not held up by a fork's that nobody approved where one of the repository itself has the head", () =>
    withActionScene(small, async (scene) => {
      await scene.repository.commit('feature', reworded());
      const { head } = await runPull(scene, { number: 7, ...fork });
      expect(newest(scene, head)).toMatchObject({ state: 'error' });
      await scene.repository.commit('release-0', easy);
      await runPull(scene, { number: 8, head: 'feature', base: 'release-0' });
      expect(newest(scene, head)).toMatchObject({ state: 'success' });
    }));
});

describe('two configs', () => {
  it('have two statuses and two comments', () =>
    withActionScene({ ...small, 'other.yml': aConfig() }, async (scene) => {
      await scene.push(reworded(), {}, commit);
      await scene.push(null, {}, { inputs: { status: 'commit', config: 'other.yml' } });
      const contexts = new Set(scene.github.statuses.map(({ context }) => context));
      expect(contexts).toEqual(new Set(['prompt-assay', 'prompt-assay/other.yml']));
      expect(scene.github.comments).toHaveLength(2);
    }));

  it('have names that no key can make equal', () => {
    const names = (commentKey: string | null, config: string | null = null, mode: string | null = null) =>
      nameSignals({ commentKey, config, mode });
    expect(names(null)).toEqual({
      commentKey: 'prompt-assay.yml',
      verdict: 'prompt-assay',
      acceptance: 'prompt-assay-accept',
    });
    expect(names(null, 'prompt-assay.yml')).toEqual(names(null));
    expect(names('one', 'two.yml')).toMatchObject({ commentKey: 'one', verdict: 'prompt-assay/one' });
    const all = [null, 'accept', 'evaluate', 'other.yml'].flatMap((key) => {
      const { verdict, acceptance } = names(key);
      return [verdict, acceptance];
    });
    expect(new Set([...all, 'prompt-assay-evaluate']).size).toBe(9);
  });
});

describe('a run that is no verdict', () => {
  it.each([{ 'dry-run': 'true' }, { cases: '2' }])('publishes its job summary and nothing else: %j', (inputs) =>
    withActionScene(files(), async (scene) => {
      const { repository, github, evaluate, folder } = scene;
      scene.answer = worse;
      const { head } = await scene.push(reworded(), {}, commit);
      const before = { statuses: [...github.statuses], comments: github.comments.map(({ body }) => body) };
      scene.answer = answering(() => true);
      const event = dispatchEvent({ sha: await repository.sha('main') });
      const ended = await evaluate(event, { inputs: { pr: '7', ...inputs } });
      expect(ended.outputs.verdict).toBe('inconclusive');
      expect({ statuses: github.statuses, comments: github.comments.map(({ body }) => body) }).toEqual(before);
      expect(await readFile(join(folder, 'summary'), 'utf8')).toMatch(/Not judged: /);
      expect(newest(scene, head)).toMatchObject({ state: 'failure' });
    }),
  );
});

describe('the status of a run', () => {
  it.each([
    ['the default branch', /\/git\/ref\//],
    ['the comments', /GET .*\/comments/],
    ['the pull request', /GET .*\/pulls\/7$/],
  ])('is an error, not nothing, where %s cannot be read', (_what, path) =>
    withActionScene(small, async (scene) => {
      scene.github.fault = failing(path, faults.badGateway('before'), 100);
      await expect(scene.push(reworded(), {}, commit)).rejects.toThrow('answered 502');
      const head = await scene.repository.sha('feature');
      expect(newest(scene, head)).toMatchObject({ state: 'error' });
      expect(scene.model.calls).toEqual([]);
    }),
  );
});

it.each(['workflow_run', 'repository_dispatch', 'issue_comment'])('%s evaluates the pull request it names', (name) =>
  withActionScene(small, async (scene) => {
    const { repository, github, evaluate } = scene;
    await repository.commit('feature', reworded());
    github.pulls.set(7, { number: 7, head: 'feature', author: 'author' });
    const { head } = await repository.openPull(7, 'feature');
    const { payload, env } = dispatchEvent({ sha: await repository.sha('main') });
    const event = { payload, env: { ...env, GITHUB_EVENT_NAME: name } };
    const { outputs } = await evaluate(event, { inputs: { pr: '7' } });
    expect(outputs.verdict).not.toBe('invalid');
    expect(newest(scene, head)).toMatchObject({ state: 'success' });
  }),
);

it.each(['workflow_run', 'issue_comment'])('%s is nobody’s approval of a fork, whatever head it names', (name) =>
  withActionScene(small, async (scene) => {
    const { repository, github, evaluate, model } = scene;
    const head = await repository.commit('feature', reworded());
    github.pulls.set(7, { number: 7, head: 'feature', author: 'stranger', fork: 'stranger/prompts' });
    await repository.openPull(7, 'feature');
    const { payload, env } = dispatchEvent({ sha: await repository.sha('main') });
    const event = { payload, env: { ...env, GITHUB_EVENT_NAME: name } };
    const { outputs } = await evaluate(event, { inputs: { pr: '7', 'head-sha': head } });
    expect(outputs.verdict).toBe('invalid');
    expect(model.calls).toEqual([]);
  }),
);
