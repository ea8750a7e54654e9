import { describe, expect, it } from '@jest/globals';
import { aConfig, aPrompt, files, promptPath, reworded, rows } from '../dist/stories.ts';
import { mergeGroupEvent, pullRequestEvent } from '../helpers/fake-github/events.ts';
import { failing, faults } from '../helpers/fake-github/faults.ts';
import type { FileSpecs } from '../helpers/fake-github/repository.ts';
import type { FakeGithubOptions } from '../helpers/fake-github/state.ts';
import { answering } from '../pipeline/story.ts';
import { type ActionScene, withActionScene } from './scene.ts';

const people: Omit<FakeGithubOptions, 'repoDir'> = {
  collaborators: { author: 'write', maintainer: 'write', reader: 'read' },
};
const worse = answering((arm, number) => arm === 'base' || number >= 8);
const undecided = answering((arm, number) => arm === 'base' || number >= 2);
const accept = 'prompt-assay:accept';
const us = 'github-actions[bot]';

/** A pull request whose regression is proven and published. */
const onRegression = (tell: (scene: ActionScene) => Promise<void>, main: FileSpecs = files()) =>
  withActionScene(
    main,
    async (scene) => {
      scene.answer = worse;
      expect((await scene.push(reworded())).failure).toMatch(/^fail: /);
      await tell(scene);
    },
    people,
  );

const onAccepted = (tell: (scene: ActionScene) => Promise<void>, main: FileSpecs = files()) =>
  onRegression(async (scene) => {
    expect((await scene.setLabel(accept, 'maintainer')).failure).toBeNull();
    await tell(scene);
  }, main);

/** Another pull request over the same head, into another branch. */
async function openOther({ repository, github, evaluate }: ActionScene, base: string, event: object = {}) {
  github.pulls.set(8, { number: 8, head: 'feature', base, author: 'author', labels: [accept] });
  const { head, base: baseSha, merge } = await repository.openPull(8, 'feature', base);
  const place = { number: 8, headSha: head, baseSha, baseRef: base, sha: merge, labels: [accept] };
  return evaluate(pullRequestEvent({ ...place, ...event }));
}

/** Merges `main` into the pull request's branch, as GitHub's button does, or with files that somebody added by hand. */
async function mergeMain({ repository }: ActionScene, byHand: FileSpecs = {}) {
  const [head, main] = [await repository.sha('feature'), await repository.sha('main')];
  const git = async (...args: readonly string[]) => (await repository.git(args)).toString().trim();
  const merged = await git(
    'commit-tree',
    await git('merge-tree', '--write-tree', head, main),
    '-p',
    head,
    '-m',
    'tree',
  );
  await git('update-ref', 'refs/heads/feature', merged);
  const dirty = Object.keys(byHand).length > 0 ? await repository.commit('feature', byHand) : merged;
  const commit = await git('commit-tree', `${dirty}^{tree}`, '-p', head, '-p', main, '-m', 'Merge main');
  await git('update-ref', 'refs/heads/feature', commit);
}

describe('what was accepted', () => {
  it('is told in the comment and kept as a status, with who and what', () =>
    onAccepted(async ({ github, repository }) => {
      const body = github.comments[0]?.body ?? '';
      expect(body).toMatch(/^### ☑️ Prompt Assay · `triage` · .* · \*\*accepted by @&#8203;maintainer\*\*$/m);
      expect(body).toMatch(
        /^- ✅ Accepted by @&#8203;maintainer: the comparison `triage \/ label`: this verdict does not/m,
      );
      expect(github.statuses).toMatchObject([
        { sha: await repository.sha('feature'), context: 'prompt-assay-accept', state: 'success', creator: us },
      ]);
      expect(github.statuses[0]?.description).toMatch(/^accepted by @maintainer: #7 into main \[/);
    }));

  it.each([
    ['one more ground', '"grounds":[', '"grounds":[["rows","triage",null,"evals/triage.jsonl","fail",true],'],
    ['another person', '"by":"maintainer"', '"by":"owner"'],
  ])('is not what somebody wrote into our comment: %s', (_what, written, edited) =>
    onAccepted(async ({ github, push }) => {
      const [ours] = github.comments;
      const [before = '', after = ''] = ours?.body.split('"accepted":{') ?? [];
      expect(after).toContain(written);
      const body = `${before}"accepted":{${after.replace(written, edited)}`;
      github.comments.splice(0, 1, { ...ours, body } as (typeof github.comments)[number]);
      expect((await push(null)).failure).toMatch(/^fail: /);
    }),
  );

  it('says nothing of the same head into another branch', () =>
    withActionScene(
      files(),
      async (scene) => {
        scene.answer = worse;
        await scene.repository.commit('release-0', { 'README.md': 'old' });
        await scene.push(reworded());
        expect((await scene.setLabel(accept, 'maintainer')).failure).toBeNull();
        expect((await openOther(scene, 'release-0')).failure).toMatch(/^fail: /);
      },
      people,
    ));

  it('ends where the pull request goes into another branch, and an old run of it decides nothing', () =>
    onAccepted(async ({ repository, github, push, evaluate }) => {
      await repository.commit('release-0', { 'README.md': 'old' });
      const [head, base] = [await repository.sha('feature'), await repository.sha('main')];
      const merge = await repository.sha('refs/pull/7/merge');
      github.pulls.set(7, { number: 7, head: 'feature', base: 'release-0', author: 'author', labels: [accept] });
      await repository.openPull(7, 'feature', 'release-0');
      const sha = await repository.sha('refs/pull/7/merge');
      const edited = {
        number: 7,
        headSha: head,
        baseSha: await repository.sha('release-0'),
        baseRef: 'release-0',
        sha,
      };
      const retargeted = pullRequestEvent({ ...edited, action: 'edited', oldBase: 'main' });
      expect((await evaluate(retargeted)).failure).toMatch(/^fail: /);
      const old = push(null, { headSha: head, baseSha: base, sha: merge });
      await expect(old).rejects.toThrow('goes into `release-0` by now');
    }));

  it('stands while main moves, and in the merge queue', () =>
    onAccepted(async ({ repository, push, evaluate, model }) => {
      await repository.commit('main', { 'evals/triage.jsonl': rows(21) });
      const asked = model.calls.length;
      expect(await push(null)).toMatchObject({ failure: null, outputs: { verdict: 'fail' } });
      expect(model.calls.length).toBeGreaterThan(asked);

      await repository.commit('main', { 'evals/triage.jsonl': rows(22) });
      const queued = await evaluate(mergeGroupEvent(await repository.queuePull(7)));
      expect(queued).toMatchObject({ failure: null, outputs: { verdict: 'fail' } });
    }));

  it('covers no ground that main brings later', () =>
    onAccepted(async ({ repository, push, github }) => {
      const checks = ['label', 'again'].map(
        (name) => `      - { name: ${name}, type: equals, expected: "{{ expected }}" }`,
      );
      await repository.commit('main', { 'prompt-assay.yml': aConfig({ checks: checks.join('\n') }) });
      expect((await push(null)).failure).toMatch(/^fail: /);
      expect(github.comments[0]?.body).toContain('covers not all of this verdict');
      const { failure } = await push(null, { action: 'edited' });
      expect(failure).toMatch(/^fail: /);
    }));

  it('stands after a push that only merges main', () =>
    onAccepted(async (scene) => {
      await scene.repository.commit('main', { 'README.md': 'hello', 'docs/a.md': 'a' });
      await mergeMain(scene);
      expect(await scene.push(null)).toMatchObject({ failure: null, outputs: { verdict: 'fail' } });
      await scene.repository.commit('main', { 'docs/b.md': 'b' });
      await mergeMain(scene);
      expect((await scene.push(null)).failure).toBeNull();
    }));

  it.each([
    ['changes a file besides', { 'docs/a.md': 'by hand' }],
    ['brings a file of its own', { 'docs/own.md': 'mine' }],
  ])('ends with a merge that %s', (_what, byHand) =>
    onAccepted(async (scene) => {
      await scene.repository.commit('main', { 'docs/a.md': 'a' });
      await mergeMain(scene, byHand);
      expect((await scene.push(null)).failure).toMatch(/^fail: /);
    }),
  );

  it('ends with a merge of another branch than the base', () =>
    onAccepted(async (scene) => {
      const { repository } = scene;
      const head = await repository.sha('feature');
      const other = await repository.commit('other', { 'docs/a.md': 'a' });
      const tree = (await repository.git(['merge-tree', '--write-tree', head, other])).toString().trim();
      const commit = await repository.git(['commit-tree', tree, '-p', head, '-p', other, '-m', 'Merge other']);
      await repository.git(['update-ref', 'refs/heads/feature', commit.toString().trim()]);
      expect((await scene.push(null)).failure).toMatch(/^fail: /);
    }));
});

describe('a label', () => {
  it('that was set before the verdict covers nothing, and the comment asks to set it anew', () =>
    withActionScene(
      files(),
      async (scene) => {
        scene.answer = worse;
        await scene.repository.commit('feature', reworded());
        scene.github.pulls.set(7, { number: 7, head: 'feature', author: 'author' });
        expect((await scene.setLabel(accept, 'maintainer')).failure).toMatch(/^fail: /);
        expect(scene.github.comments[0]?.body).toContain('take the label off and set it again');
        await scene.removeLabel(accept, 'maintainer');
        expect(scene.github.comments[0]?.body).not.toContain('take the label off');
        expect((await scene.setLabel(accept, 'maintainer')).failure).toBeNull();
      },
      people,
    ));

  it.each([1, 2])('that was taken off stays off when the old run is started again (attempt %i)', (attempt) =>
    onAccepted(async ({ removeLabel, push, repository, evaluate, github }) => {
      const { head, base, merge } = await repository.openPull(7, 'feature');
      const labeled = { number: 7, headSha: head, baseSha: base, sha: merge, action: 'labeled', label: accept };
      const old = pullRequestEvent({ ...labeled, labels: [accept], sender: 'maintainer' });
      const again = { ...old, env: { ...old.env, GITHUB_RUN_ATTEMPT: String(attempt) } };
      expect((await removeLabel(accept, 'maintainer')).failure).toMatch(/^fail: /);
      expect(github.comments[0]?.body).toMatch(/^### ❌ Prompt Assay · `triage` · .* · \*\*blocks merging\*\*$/m);
      expect((await evaluate(again)).failure).toMatch(/^fail: /);
      expect((await push(null)).failure).toMatch(/^fail: /);
      // Set again by somebody whose word does not count, it does not bring the old word back.
      const pull = github.pulls.get(7);
      if (pull !== undefined) pull.labels = [accept];
      const second = { ...old, env: { ...old.env, GITHUB_RUN_ATTEMPT: '2' } };
      expect((await evaluate(second)).failure).toMatch(/^fail: /);
    }),
  );

  it('is not on the pull request where nobody can read that', () =>
    onAccepted(async ({ github, push }) => {
      github.fault = failing(/GET .*\/pulls\/7$/, faults.badGateway('before'), 100);
      await expect(push(null)).rejects.toThrow('GitHub answered 502 when asked to read pull request #7');
      github.fault = null;
      expect((await push(null)).failure).toBeNull();
    }));

  it.each(['carol', 'author'])('is not replaced by a status that %s sets', (creator) =>
    onAccepted(async ({ github, push, repository }) => {
      const [ours] = github.statuses;
      if (ours === undefined) throw new Error('nothing was kept');
      (github.statuses as (typeof ours)[]).splice(0, 1, { ...ours, creator });
      expect((await push(null)).failure).toMatch(/^fail: /);
      expect(await repository.sha('feature')).toBe(ours.sha);
      expect(ours.description).toMatch(/^accepted by @maintainer: /);
      expect(github.comments[0]?.body).not.toContain('Accepted by');
    }),
  );

  it('counts only while who set it may write', () =>
    withActionScene(
      files(),
      async (scene) => {
        scene.answer = worse;
        await scene.push(reworded());
        expect((await scene.setLabel(accept, 'maintainer')).failure).toBeNull();
        collaborators.maintainer = 'read';
        expect((await scene.push(null)).failure).toMatch(/^fail: /);
      },
      { collaborators },
    ));

  const collaborators: Record<string, 'read' | 'write'> = { maintainer: 'write' };
});

describe('an inconclusive verdict that blocks', () => {
  const blocking = files({ 'prompt-assay.yml': aConfig({ suite: '    gate: { on-inconclusive: block }' }) });

  it('is green once it is accepted, and a fail that comes later is not', () =>
    withActionScene(
      blocking,
      async (scene) => {
        scene.answer = undecided;
        expect((await scene.push(reworded())).failure).toMatch(/^inconclusive: /);
        const accepted = await scene.setLabel(accept, 'maintainer');
        expect(accepted).toMatchObject({ failure: null, outputs: { verdict: 'inconclusive' } });
        scene.answer = worse;
        await scene.repository.commit('main', { 'evals/triage.jsonl': rows(21) });
        expect((await scene.push(null)).failure).toMatch(/^fail: /);
      },
      people,
    ));
});

it('each of two configs is accepted for itself', () =>
  onRegression(
    async ({ setLabel, push, github }) => {
      const other = { inputs: { config: 'other.yml' } };
      expect((await push(null, {}, other)).failure).toMatch(/^fail: /);
      expect((await setLabel(accept, 'maintainer', {}, other)).failure).toBeNull();
      expect((await push(null)).failure).toMatch(/^fail: /);
      expect((await push(null, {}, other)).failure).toBeNull();
      expect(github.statuses.map(({ context }) => context)).toEqual(['prompt-assay-accept/other.yml']);
    },
    files({ 'other.yml': aConfig() }),
  ));

it('a head that was accepted is not accepted with another prompt', () =>
  onAccepted(async ({ push }) => {
    expect((await push({ [promptPath]: aPrompt('v3') })).failure).toMatch(/^fail: /);
  }));

it('an approval of a fork says nothing of the same head in another pull request, or into another branch', () =>
  withActionScene(
    files(),
    async (scene) => {
      const { repository, github, push, setLabel, evaluate, model } = scene;
      const approve = 'prompt-assay:evaluate';
      const fork = { fork: 'stranger/prompts', author: 'stranger' };
      await repository.commit('release-0', { 'evals/triage.jsonl': rows(21) });
      github.pulls.set(7, { number: 7, head: 'feature', ...fork });
      await push(reworded(), fork);
      expect((await setLabel(approve, 'maintainer', fork)).outputs.verdict).not.toBe('invalid');
      const asked = model.calls.length;
      for (const [number, base] of [
        [7, 'release-0'],
        [8, 'release-0'],
        [9, 'main'],
      ] as const) {
        github.pulls.set(number, { number, head: 'feature', base, ...fork, labels: [approve] });
        const { head, base: baseSha, merge: sha } = await repository.openPull(number, 'feature', base);
        const place = { number, headSha: head, baseSha, baseRef: base, sha, labels: [approve], ...fork };
        expect((await evaluate(pullRequestEvent(place))).outputs.verdict).toBe('invalid');
      }
      expect(model.calls).toHaveLength(asked);
    },
    people,
  ));
