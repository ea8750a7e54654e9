import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { history } from '../../src/action/modes/history.ts';
import { type Merge, mergesPath, readMergeLine } from '../../src/history/merge-line.ts';
import type { Json } from '../../src/json.ts';
import { renderMarker } from '../../src/report/comment/marker.ts';
import { aPrompt, files, promptPath, reworded, rows } from '../dist/stories.ts';
import { dispatchEvent, pushEvent } from '../helpers/fake-github/events.ts';
import { type FaultPlan, failing, faults } from '../helpers/fake-github/faults.ts';
import { actionsToken, readOnlyToken } from '../helpers/fake-github/state.ts';
import { type ActionScene, type SceneOptions, type SceneRun, withActionScene } from './scene.ts';

const branch = 'prompt-assay-baselines';
const small = files({ 'evals/triage.jsonl': rows(30), 'prompt-assay.yml': files()['prompt-assay.yml'] ?? '' });

const tell = (story: (scene: ActionScene) => Promise<void>, options: SceneOptions = {}) =>
  withActionScene(small, story, { onBranch: true, collaborators: { grace: 'write' }, ...options });

/** Merges pull request 7; returns the push to main that it makes. */
async function mergePull({ repository, github }: ActionScene, how: 'merge' | 'squash' = 'merge') {
  const before = await repository.sha('main');
  const sha = await repository.mergePull(7, how);
  const pull = github.pulls.get(7);
  if (pull !== undefined) pull.mergedAs = sha;
  return pushEvent({ branch: 'main', sha, before });
}

const run = (scene: ActionScene, event: ReturnType<typeof pushEvent>, more: SceneRun = {}) =>
  scene.evaluate(event, { mode: history, ...more });
/** As a workflow runs it that names no mode. */
const unasked = { inputs: { mode: '' } };

async function readLines({ repository }: ActionScene): Promise<readonly Merge[]> {
  const text = await repository.show(branch, mergesPath).catch(() => '');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => readMergeLine(JSON.parse(line) as Json) as Merge);
}

async function pushTo({ repository }: ActionScene, changes: Readonly<Record<string, string>>) {
  const before = await repository.sha('main');
  return pushEvent({ branch: 'main', sha: await repository.commit('main', changes), before });
}

const wrong: ActionScene['answer'] = ({ request }) => {
  const text = request.messages.at(-1)?.content ?? '';
  return /^v2 .*q-0[01]/.test(text) ? 'no' : 'yes';
};

describe('the history of a merge', () => {
  it.each(['merge', 'squash'] as const)(
    'is a line with the verdict and what it rests on (%s), and asks no model',
    (how) =>
      tell(async (scene) => {
        const { head } = await scene.push(reworded());
        const parts = ['scores.jsonl', 'baseline-scores.jsonl'];
        const texts = await Promise.all(parts.map((name) => readFile(join(scene.folder, 'report', name), 'utf8')));
        const asked = scene.model.calls.length;
        const event = await mergePull(scene, how);
        const ended = await run(scene, event);
        expect(ended).toMatchObject({ failure: null, outputs: { verdict: 'pass', calls: '0' } });
        expect(scene.model.calls).toHaveLength(asked);
        expect(await readLines(scene)).toEqual([
          {
            commit: event.payload.after,
            date: '2026-01-01T00:00:00.000Z',
            config: 'prompt-assay.yml',
            pull: { number: 7, title: 'a change', url: 'https://github.com/acme/prompts/pull/7' },
            head,
            suites: [
              {
                suite: 'triage',
                verdict: 'pass',
                title: expect.stringContaining('No regression'),
                key: expect.stringMatching(/^[0-9a-f]{24}$/),
                head: head.slice(0, 12),
                matches: true,
                green: true,
                accepted: null,
                evidence: createHash('sha256').update(texts.join('')).digest('hex'),
              },
            ],
            toolVersion: expect.any(String),
          },
        ]);
        const message = (await scene.repository.git(['log', '-1', '--format=%B', branch])).toString();
        expect(message).toMatch(/^History of 1 change of main \(#7\)\n\n\[skip ci\]/);
        expect(scene.github.statuses).toEqual([]);
      }),
  );

  it('is made page, badge and data of, beside the results', () =>
    tell(async (scene) => {
      await scene.push(reworded());
      await run(scene, await mergePull(scene));
      const read = (name: string) => readFile(join(scene.folder, 'report', name), 'utf8');
      expect(await read('history/index.html')).toContain('https://github.com/acme/prompts/pull/7');
      expect(await read('history/badge.svg')).toContain('prompts: pass');
      expect(JSON.parse(await read('history/history.json'))).toMatchObject({ merges: [{ pull: { number: 7 } }] });
      expect(JSON.parse(await read('results.json'))).toMatchObject({ green: true, merges: [{ pull: { number: 7 } }] });
      expect(await readFile(join(scene.folder, 'summary'), 'utf8')).toContain('triage pass: No regression');
    }));

  it('stays as it is where the run is started again', () =>
    tell(async (scene) => {
      await scene.push(reworded());
      const event = await mergePull(scene);
      await run(scene, event);
      const tip = await scene.repository.sha(branch);
      await run(scene, event);
      expect(await scene.repository.sha(branch)).toBe(tip);
    }));

  it('loses nothing and doubles nothing where several runs keep it at once', () =>
    tell(
      async (scene) => {
        await scene.push(reworded());
        const merged = await mergePull(scene);
        const pushed = await pushTo(scene, { [promptPath]: aPrompt('v3') });
        await Promise.all([merged, pushed, merged].map((event) => run(scene, event)));
        expect((await readLines(scene)).map(({ pull }) => pull?.number ?? null).sort()).toEqual([7, null].sort());
      },
      { staleRefReads: 1 },
    ));

  it('of a rebase has one line, over all that it put on main', () =>
    tell(async (scene) => {
      const { repository, github } = scene;
      await repository.commit('feature', { [promptPath]: aPrompt('v9') });
      await scene.push(reworded());
      const before = await repository.sha('main');
      const below = await repository.commit('main', { [promptPath]: aPrompt('v9') });
      const sha = await repository.commit('main', reworded());
      github.pulls.set(7, { number: 7, head: 'feature', mergedAs: sha, mergedBelow: [below] });
      await run(scene, pushEvent({ branch: 'main', sha, before }));
      expect(await readLines(scene)).toMatchObject([{ commit: sha, pull: { number: 7 }, suites: [{ matches: true }] }]);
    }));

  it('of a push that brings several pull requests has a line for each', () =>
    tell(async (scene) => {
      const { repository, github } = scene;
      await scene.push(reworded());
      const first = await mergePull(scene);
      await repository.commit('other', { [promptPath]: aPrompt('v4') });
      await repository.openPull(8, 'other');
      const sha = await repository.mergePull(8);
      github.pulls.set(8, { number: 8, head: 'other', mergedAs: sha });
      await run(scene, pushEvent({ branch: 'main', sha, before: String(first.payload.before) }));
      expect(await readLines(scene)).toMatchObject([
        { pull: { number: 7 }, suites: [{ verdict: 'pass' }] },
        { pull: { number: 8 }, suites: [{ verdict: null }] },
      ]);
    }));
});

describe('what was judged', () => {
  it('is told apart from what main became, where main had gone on', () =>
    tell(async (scene) => {
      await scene.push(reworded());
      await scene.repository.commit('main', { 'evals/triage.jsonl': rows(31) });
      await run(scene, await mergePull(scene));
      expect(await readLines(scene)).toMatchObject([{ suites: [{ verdict: 'pass', matches: false }] }]);
    }));

  it('is nothing where the head that was merged is another one', () =>
    tell(async (scene) => {
      await scene.push(reworded());
      await scene.repository.commit('feature', { [promptPath]: aPrompt('v5') });
      await scene.repository.openPull(7, 'feature');
      await run(scene, await mergePull(scene));
      expect(await readLines(scene)).toMatchObject([{ suites: [{ verdict: null, title: null, green: false }] }]);
    }));

  it('is nothing for a pull request that has no comment of ours, and for a push without one', () =>
    tell(async (scene) => {
      await scene.push(reworded());
      scene.github.comments.length = 0;
      await run(scene, await mergePull(scene));
      await run(scene, await pushTo(scene, { [promptPath]: aPrompt('v3') }));
      expect(await readLines(scene)).toMatchObject([
        { pull: { number: 7 }, suites: [{ verdict: null }] },
        { pull: null, head: null, suites: [{ verdict: null }] },
      ]);
      expect(scene.log.infos.join('\n')).toMatch(/^#7, commit \w+ was not judged: it has no comment of ours\.$/m);
      expect(scene.log.infos.join('\n')).toMatch(/^Commit \w+ was not judged: it came without a pull request\.$/m);
    }));

  it('is not what somebody else wrote in our name', () =>
    tell(async (scene) => {
      await scene.push(reworded());
      const [own] = scene.github.comments;
      const body = own?.body ?? '';
      expect(body).toContain(renderMarker('prompt-assay.yml'));
      scene.github.comments.length = 0;
      scene.github.comments.push({ id: 1, issue: 7, user: { login: 'mallory', type: 'User' }, body });
      await run(scene, await mergePull(scene));
      expect(await readLines(scene)).toMatchObject([{ suites: [{ verdict: null }] }]);
      expect(scene.log.infos.join('\n')).toContain('and that of @mallory counts for nothing');
    }));

  it('is nothing where our comment has no record that can be read', () =>
    tell(async (scene) => {
      await scene.push(reworded());
      for (const comment of scene.github.comments) comment.body = comment.body.replace('prompt-assay:record', 'x');
      await run(scene, await mergePull(scene));
      expect(await readLines(scene)).toMatchObject([{ suites: [{ verdict: null }] }]);
      expect(scene.log.infos.join('\n')).toContain('the record in our comment cannot be read');
    }));

  it('is not even looked at where nothing that is gated changed', () =>
    tell(async (scene) => {
      await run(scene, await pushTo(scene, { 'README.md': 'hello' }));
      expect(await readLines(scene)).toEqual([]);
      await expect(scene.repository.sha(branch)).rejects.toThrow();
      expect(scene.log.infos.join('\n')).toMatch(/^Commit \w+ touches nothing that is gated\.$/m);
    }));

  it('says who accepted a regression, as long as it is their own word', () =>
    tell(async (scene) => {
      scene.answer = wrong;
      expect((await scene.push(reworded())).outputs.verdict).toBe('fail');
      await scene.setLabel('prompt-assay:accept', 'grace');
      const event = await mergePull(scene);
      await run(scene, event, { inputs: { 'dry-run': 'true' } });
      expect(await readLines(scene)).toEqual([]);
      await run(scene, event);
      expect(await readLines(scene)).toMatchObject([
        {
          suites: [
            {
              verdict: 'fail',
              green: true,
              accepted: { by: '@grace', grounds: [{ kind: 'comparison', verdict: 'fail' }] },
            },
          ],
        },
      ]);
    }));

  it('is not accepted by what somebody wrote into our comment', () =>
    tell(async (scene) => {
      scene.answer = wrong;
      await scene.push(reworded());
      await scene.setLabel('prompt-assay:accept', 'grace');
      for (const comment of scene.github.comments) comment.body = comment.body.replace('"by":"grace"', '"by":"ada"');
      await run(scene, await mergePull(scene));
      expect(await readLines(scene)).toMatchObject([{ suites: [{ verdict: 'fail', green: false, accepted: null }] }]);
    }));
});

describe('a GitHub that does not do as it is asked', () => {
  const merged = async (scene: ActionScene, fault: FaultPlan) => {
    await scene.push(reworded());
    const event = await mergePull(scene);
    scene.github.fault = fault;
    return event;
  };

  it.each([
    ['before', faults.badGateway('before')],
    ['after', faults.badGateway('after')],
  ])('keeps one line where the branch is answered with 502 %s it was written', (_, fault) =>
    tell(async (scene) => {
      const event = await merged(scene, failing(/^(POST .*\/git\/refs|PATCH .*\/git\/refs\/)/, fault));
      expect(await run(scene, event)).toMatchObject({ failure: null });
      expect(await readLines(scene)).toHaveLength(1);
    }),
  );

  it('does not take a comment that cannot be read for none', () =>
    tell(async (scene) => {
      const event = await merged(scene, failing(/GET .*\/issues\/7\/comments/, faults.serverError(), 1000));
      await expect(run(scene, event)).rejects.toThrow('when asked to read the comments of pull request #7');
      expect(await readLines(scene)).toEqual([]);
    }));

  it('is no reason to turn red where nobody asked for a history', () =>
    tell(async (scene) => {
      const event = await merged(scene, failing(/GET .*\/commits\/\w+\/pulls/, faults.serverError(), 1000));
      expect(await run(scene, event, unasked)).toEqual({ outputs: { verdict: 'pass' }, failure: null, problems: [] });
      expect(scene.log.warnings).toEqual([expect.stringMatching(/^No history is kept of what was merged: /)]);
    }));

  it.each([
    ['may not write', readOnlyToken],
    [
      'may not read pull requests',
      { ...actionsToken, permissions: { ...actionsToken.permissions, pull_requests: 'none' as const } },
    ],
  ])('says in one line what a token lacks that %s, and stays green where nobody asked', (_, token) =>
    tell(
      async (scene) => {
        await scene.push(reworded());
        const event = await mergePull(scene);
        const inputs = { 'github-token': 'a-lesser-token' };
        expect(await run(scene, event, { inputs: { ...inputs, mode: '' } })).toMatchObject({ failure: null });
        expect(scene.log.infos.filter((line) => line.startsWith('No history is kept'))).toEqual([
          expect.stringMatching(/permissions contents: write, pull-requests: read, statuses: read\.$/),
        ]);
        expect(scene.log.warnings).toEqual([]);
        await expect(run(scene, event, { inputs })).rejects.toThrow('GitHub');
        expect(await readLines(scene)).toEqual([]);
      },
      { tokens: { 'secret-token': actionsToken, 'a-lesser-token': token } },
    ),
  );

  it('names a branch rule that keeps it from writing', () =>
    tell(
      async (scene) => {
        await scene.push(reworded());
        await expect(run(scene, await mergePull(scene))).rejects.toThrow('baseline-token');
      },
      { protectedBranches: [branch] },
    ));
});

describe('a config of main that cannot be used', () => {
  it('is told, with its place', () =>
    tell(async (scene) => {
      const event = await pushTo(scene, { 'prompt-assay.yml': 'version: 1\nsuits: []\n' });
      await expect(run(scene, event)).rejects.toThrow('prompt-assay.yml');
    }));

  it('does not keep its repair out of the history', () =>
    tell(async (scene) => {
      await scene.repository.commit('main', { 'prompt-assay.yml': 'version: 1\nsuits: []\n' });
      await run(scene, await pushTo(scene, { 'prompt-assay.yml': String(small['prompt-assay.yml']) }));
      expect(await readLines(scene)).toMatchObject([{ pull: null, suites: [{ suite: 'triage', verdict: null }] }]);
    }));
});

describe('a re-baseline', () => {
  it('that a push starts keeps the history, too, and makes its page', () =>
    tell(async (scene) => {
      await scene.push(reworded());
      const ended = await scene.rebaseline(await mergePull(scene));
      expect(ended).toMatchObject({ failure: null, outputs: { calls: '150' } });
      expect(await readLines(scene)).toMatchObject([{ pull: { number: 7 } }]);
      const page = await readFile(join(scene.folder, 'report/history/index.html'), 'utf8');
      expect(page).toContain('triage');
      expect(page).toContain('1 baseline, 1 merge');
    }));

  it('goes on where no history can be kept', () =>
    tell(async (scene) => {
      await scene.push(reworded());
      const event = await mergePull(scene);
      scene.github.fault = failing(/GET .*\/commits\/\w+\/pulls/, faults.forbidden(), 1000);
      expect(await scene.rebaseline(event)).toMatchObject({ failure: null, outputs: { calls: '150' } });
      expect(scene.log.infos.join('\n')).toContain('No history is kept of what was merged');
    }));

  it('by hand keeps none', () =>
    tell(async (scene) => {
      await scene.rebaseline(dispatchEvent({ sha: await scene.repository.sha('main') }));
      expect(await readLines(scene)).toEqual([]);
    }));
});
