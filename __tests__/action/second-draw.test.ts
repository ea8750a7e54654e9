import { describe, expect, it } from '@jest/globals';
import { aPrompt, files, promptPath, reworded, rows } from '../dist/stories.ts';
import { mergeGroupEvent } from '../helpers/fake-github/events.ts';
import { failing, faults } from '../helpers/fake-github/faults.ts';
import { actionsToken, type FakeComment } from '../helpers/fake-github/state.ts';
import { answering } from '../pipeline/story.ts';
import { type ActionScene, withActionScene } from './scene.ts';

const worse = answering((arm, number) => arm === 'base' || number >= 8);
const better = answering(() => true);
const third = { [promptPath]: aPrompt('v3') };

/** A pull request whose regression is proven and published; from then on the model would say that all is well. */
const onRegression = (tell: (scene: ActionScene, before: number) => Promise<void>) =>
  withActionScene(files(), async (scene) => {
    scene.answer = worse;
    expect((await scene.push(reworded())).failure).toMatch(/^fail: /);
    scene.answer = better;
    await tell(scene, scene.model.calls.length);
  });

describe('the same content is not drawn again', () => {
  it.each(['edited', 'labeled', 'unlabeled', 'ready_for_review', 'reopened', 'synchronize'])('on %s', (action) =>
    onRegression(async ({ push, model }, before) => {
      expect((await push(null, { action, label: 'bug' })).failure).toMatch(/^fail: /);
      expect(model.calls).toHaveLength(before);
    }),
  );

  it('after other content in between', () =>
    onRegression(async ({ push, model, github }) => {
      expect((await push(third)).failure).toBeNull();
      const asked = model.calls.length;
      const back = await push(reworded());
      expect(back).toMatchObject({ failure: expect.stringMatching(/^fail: /), outputs: { calls: '0' } });
      expect(model.calls).toHaveLength(asked);
      expect(github.comments).toHaveLength(1);
      expect(github.comments[0]?.body).toContain('[!CAUTION]');
    }));

  it('after a push that touched nothing folded the comment', () =>
    onRegression(async ({ push, model, github }, before) => {
      expect((await push({ [promptPath]: aPrompt('v1') })).failure).toBeNull();
      expect(github.comments[0]?.body).toContain('<sub>');
      expect((await push(reworded())).failure).toMatch(/^fail: /);
      expect(model.calls).toHaveLength(before);
      expect(github.comments[0]?.body).toContain('[!CAUTION]');
    }));

  it('after a run that was invalid', () =>
    onRegression(async (scene, before) => {
      const broken = { [promptPath]: 'messages: 1\n' };
      expect((await scene.push(broken)).failure).toMatch(/^invalid: /);
      expect((await scene.push(reworded())).failure).toMatch(/^fail: /);
      expect(scene.model.calls).toHaveLength(before);
    }));

  it('in the merge queue, but for another content', () =>
    onRegression(async ({ repository, evaluate, model }, before) => {
      const queued = await evaluate(mergeGroupEvent(await repository.queuePull(7)));
      expect(queued.failure).toMatch(/^fail: /);
      expect(model.calls).toHaveLength(before);
      await repository.commit('main', { 'evals/triage.jsonl': rows(21) });
      expect((await evaluate(mergeGroupEvent(await repository.queuePull(7)))).failure).toBeNull();
      expect(model.calls.length).toBeGreaterThan(before);
    }));

  it('where asked for it is, and the verdict is no better for it', () =>
    onRegression(async ({ push, model, github }, before) => {
      const fresh = await push(null, {}, { inputs: { fresh: 'true' } });
      expect(fresh.failure).toMatch(/^fail: .*\(asked 2 times\)/);
      expect(model.calls.length).toBeGreaterThan(before);
      expect((await push(null)).failure).toMatch(/^fail: .*\(asked 2 times\)/);
      expect(github.comments[0]?.body).toContain('(asked 2 times)');
    }));

  it('where the comments cannot be read: nothing is drawn', () =>
    onRegression(async ({ push, model, github }, before) => {
      github.fault = failing(/GET .*\/issues\/7\/comments/, faults.badGateway('before'), 100);
      await expect(push(null)).rejects.toThrow('read the comments');
      expect(model.calls).toHaveLength(before);
      github.fault = null;
      expect((await push(null)).failure).toMatch(/^fail: /);
    }));
});

describe('a record that we did not write', () => {
  const bot = (login: string): FakeComment['user'] => ({ login, type: 'Bot' });
  it.each([
    ['a user', { user: { login: 'eve', type: 'User' as const } }],
    ['a user through an App', { user: { login: 'eve', type: 'User' as const }, byApp: true }],
    ['another bot', { user: bot('welcome[bot]') }],
  ])('by %s is not believed, and our comment beside it says so', (_who, author) =>
    onRegression(async ({ push, github, model }, before) => {
      const [own] = github.comments.splice(0);
      const body = (own?.body ?? '')
        .replaceAll('"verdict":"fail"', '"verdict":"pass"')
        .replaceAll('"fail"', '"inconclusive"');
      github.comments.push({ id: 1, issue: 7, body, ...author });
      expect((await push(null)).failure).toBeNull();
      expect(model.calls.length).toBeGreaterThan(before);
      expect(github.comments.map(({ user }) => user.login)).toEqual([author.user.login, 'github-actions[bot]']);
      expect(github.comments[0]?.body).toBe(body);
      expect(github.comments[1]?.body).toContain('is not ours and is neither read nor edited');
    }),
  );

  it('is ours where the input comment-author names the App whose token we have', () =>
    withActionScene(
      files(),
      async (scene) => {
        const run = { inputs: { 'comment-author': 'my-app[bot]' } };
        scene.answer = worse;
        await scene.push(reworded(), {}, run);
        const before = scene.model.calls.length;
        scene.answer = better;
        expect((await scene.push(null, {}, run)).failure).toMatch(/^fail: /);
        expect(scene.model.calls).toHaveLength(before);
        expect(scene.github.comments).toHaveLength(1);
      },
      { tokens: { 'secret-token': { ...actionsToken, login: 'my-app[bot]' } } },
    ));

  it('is ours where a status that we set said who we are', () =>
    withActionScene(
      files(),
      async (scene) => {
        const run = { inputs: { status: 'commit' } };
        scene.answer = worse;
        await scene.push(reworded(), {}, run);
        const before = scene.model.calls.length;
        await scene.push(null, {}, run);
        expect(scene.model.calls).toHaveLength(before);
        expect(scene.github.comments).toHaveLength(1);
      },
      { tokens: { 'secret-token': { ...actionsToken, login: 'my-app[bot]' } } },
    ));
});
