import { describe, expect, it } from '@jest/globals';
import { aPrompt, files, promptPath, reworded, rows } from '../dist/stories.ts';
import { dispatchEvent, pullRequestTargetEvent } from '../helpers/fake-github/events.ts';
import { failing, faults } from '../helpers/fake-github/faults.ts';
import type { FakeGithubOptions } from '../helpers/fake-github/state.ts';
import { unavailable } from '../helpers/fake-ports.ts';
import { answering } from '../pipeline/story.ts';
import { type ActionScene, withActionScene } from './scene.ts';

const people: Omit<FakeGithubOptions, 'repoDir'> = {
  collaborators: { author: 'write', maintainer: 'write', owner: 'admin', reader: 'read', stranger: 'write' },
};
const worse = answering((arm, number) => arm === 'base' || number >= 8);
const small = files({ 'evals/triage.jsonl': rows(12) });
const third = { [promptPath]: aPrompt('v3') };
const accept = 'prompt-assay:accept';
const approve = 'prompt-assay:evaluate';

/** A pull request whose regression is proven and published. */
const onRegression = (tell: (scene: ActionScene) => Promise<void>) =>
  withActionScene(
    files(),
    async (scene) => {
      scene.answer = worse;
      const { outputs, failure } = await scene.push(reworded());
      expect(outputs.verdict).toBe('fail');
      expect(failure).toMatch(/^fail: /);
      await tell(scene);
    },
    people,
  );

describe('a proven regression', () => {
  it.each(['maintainer', 'owner'])('is green once %s accepts it, without another call', (sender) =>
    onRegression(async (scene) => {
      const before = scene.model.calls.length;
      expect(await scene.setLabel(accept, sender)).toMatchObject({ failure: null, outputs: { verdict: 'fail' } });
      expect(scene.model.calls).toHaveLength(before);
      expect(scene.github.comments[0]?.body).toMatch(new RegExp(`by @(?:&#8203;)?${sender}\\b`));
    }),
  );

  it('stays red where the label was set by its author, a reader or a stranger', () =>
    onRegression(async ({ setLabel, log }) => {
      for (const [sender, because] of [
        ['author', 'is the author'],
        ['reader', 'no write permission'],
        ['ghost', 'no write permission'],
      ]) {
        expect((await setLabel(accept, sender ?? '')).failure).toMatch(/^fail: /);
        expect(log.warnings.at(-1)).toMatch(new RegExp(`@${sender}.*${because}`));
      }
    }));

  it('is green where its author accepts it and accept-own allows that', () =>
    onRegression(async ({ setLabel }) => {
      expect((await setLabel(accept, 'author', {}, { inputs: { 'accept-own': 'true' } })).failure).toBeNull();
    }));

  it('stays red where the label is another one', () =>
    onRegression(async ({ setLabel }) => {
      for (const label of ['accept', 'prompt-assay:accepted', approve]) {
        expect((await setLabel(label, 'maintainer')).failure).toMatch(/^fail: /);
      }
    }));

  it('is red again when the label is taken off', () =>
    onRegression(async ({ setLabel, removeLabel, push }) => {
      expect((await setLabel(accept, 'maintainer')).failure).toBeNull();
      expect((await removeLabel(accept, 'author')).failure).toMatch(/^fail: /);
      expect((await push(null)).failure).toMatch(/^fail: /);
    }));

  it('is red again on the next push, whatever label is still there', () =>
    onRegression(async ({ setLabel, push }) => {
      expect((await setLabel(accept, 'maintainer')).failure).toBeNull();
      expect((await push(third, { labels: [accept] })).failure).toMatch(/^fail: /);
    }));

  it('stays red where nobody can say whether the sender may write', () =>
    onRegression(async (scene) => {
      scene.github.fault = failing(/GET .*\/permission$/, faults.badGateway('before'), 100);
      const ended = await scene.setLabel(accept, 'maintainer').then(
        ({ failure }) => failure,
        (error: Error) => error.message,
      );
      expect(ended).not.toBeNull();
      scene.github.fault = null;
      expect((await scene.push(null)).failure).toMatch(/^fail: /);
    }));
});

it('never turns green what could not be judged', () =>
  withActionScene(
    small,
    async (scene) => {
      scene.answer = () => unavailable('503');
      expect((await scene.push(reworded())).outputs.verdict).toBe('invalid');
      expect((await scene.setLabel(accept, 'maintainer')).failure).toMatch(/^invalid: /);
      expect((await scene.push(null)).failure).toMatch(/^invalid: /);
    },
    people,
  ));

const fork = 'stranger/prompts';
const ofFork = { fork, author: 'stranger' };

/** A pull request of a fork, in a repository whose runs have the key. */
const onFork = (tell: (scene: ActionScene) => Promise<void>) =>
  withActionScene(
    small,
    async (scene) => {
      scene.github.pulls.set(7, { number: 7, head: 'feature', author: 'stranger', fork });
      const first = await scene.push(reworded(), ofFork);
      expect(first).toMatchObject({ outputs: { verdict: 'invalid' }, failure: expect.stringMatching(/^invalid: /) });
      expect(scene.model.calls).toEqual([]);
      expect(scene.github.comments[0]?.body).toContain(approve);
      await tell(scene);
    },
    people,
  );

describe('a pull request of a fork', () => {
  it('is asked about once somebody with write permission approved its head, and not after the next push', () =>
    onFork(async ({ setLabel, push, model }) => {
      expect((await setLabel(approve, 'maintainer', ofFork)).outputs.verdict).not.toBe('invalid');
      const approved = model.calls.length;
      expect(approved).toBeGreaterThan(0);
      expect((await push(third, { ...ofFork, labels: [approve] })).outputs.verdict).toBe('invalid');
      expect(model.calls).toHaveLength(approved);
    }));

  it('is not asked about on the word of a reader, a stranger or its author', () =>
    onFork(async ({ setLabel, model }) => {
      for (const sender of ['reader', 'ghost', 'stranger']) {
        const ended = await setLabel(approve, sender, ofFork, { inputs: { 'accept-own': 'true' } });
        expect(ended.outputs.verdict).toBe('invalid');
      }
      expect(model.calls).toEqual([]);
    }));

  it.each(['stranger', 'reader'])(
    'is not asked about on a status that %s sets in the name of somebody else',
    (creator) =>
      onFork(async ({ setLabel, push, github, model, repository }) => {
        await setLabel(approve, 'maintainer', ofFork);
        const asked = model.calls.length;
        const [ours] = github.statuses.filter(({ context }) => context === 'prompt-assay-evaluate');
        if (ours === undefined) throw new Error('nothing was kept');
        expect(ours.description).toMatch(/^approved by @maintainer: /);
        (github.statuses as (typeof ours)[]).splice(github.statuses.indexOf(ours), 1, { ...ours, creator });
        // With other rows it would have to be asked again.
        await repository.commit('main', { 'evals/triage.jsonl': rows(13) });
        expect((await push(null, { ...ofFork, labels: [approve] })).outputs.verdict).toBe('invalid');
        expect(model.calls).toHaveLength(asked);
      }),
  );

  it('is not asked about because its verdict was accepted', () =>
    onFork(async ({ setLabel, model }) => {
      expect((await setLabel(accept, 'maintainer', ofFork)).failure).toMatch(/^invalid: /);
      expect(model.calls).toEqual([]);
    }));

  it('is not asked about for a head that was approved before it moved on', () =>
    onFork(async (scene) => {
      const { repository, github, model } = scene;
      const old = await repository.sha('refs/pull/7/head');
      const merge = await repository.sha('refs/pull/7/merge');
      await repository.commit('feature', third);
      await scene.setLabel(approve, 'maintainer', { ...ofFork, headSha: old, sha: merge });
      const late = model.calls.length;
      expect((await scene.push(null, { ...ofFork, labels: [approve] })).outputs.verdict).toBe('invalid');
      expect(model.calls).toHaveLength(late);
      expect(github.statuses.map(({ sha }) => sha)).not.toContain(await repository.sha('refs/pull/7/head'));
    }));

  it('is asked about by dispatch only for the commit that was named', () =>
    onFork(async ({ repository, evaluate, model }) => {
      const event = dispatchEvent({ sha: await repository.sha('main'), sender: 'maintainer' });
      expect((await evaluate(event, { inputs: { pr: '7' } })).outputs.verdict).toBe('invalid');
      expect(model.calls).toEqual([]);
      const other = { pr: '7', 'head-sha': await repository.sha('main') };
      await expect(evaluate(event, { inputs: other })).rejects.toThrow('has moved on');
      expect(model.calls).toEqual([]);
      const named = { pr: '7', 'head-sha': await repository.sha('feature') };
      expect((await evaluate(event, { inputs: named })).outputs.verdict).not.toBe('invalid');
      expect(model.calls.length).toBeGreaterThan(0);
    }));

  it('is no less a fork on pull_request_target, or where the fork was deleted', () =>
    onFork(async ({ repository, github, evaluate, model }) => {
      const { head, base } = await repository.openPull(7, 'feature');
      for (const gone of [fork, null]) {
        const place = { number: 7, headSha: head, baseSha: base, sha: base, author: 'stranger', fork: gone };
        expect((await evaluate(pullRequestTargetEvent(place))).outputs.verdict).toBe('invalid');
      }
      expect(model.calls).toEqual([]);
      expect(github.statuses.at(-1)).toMatchObject({ sha: head, state: 'error' });
    }));
});
