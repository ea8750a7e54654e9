import { describe, expect, it, jest } from '@jest/globals';
import { dispatchEvent, pushEvent } from '../helpers/fake-github/events.ts';
import { type Scene, withScene } from '../helpers/run-action.ts';
import { aConfig, dispatchBaseline, files, pushPull, reworded, rows, versionsOf, wrongWhere } from './stories.ts';

jest.setTimeout(300_000);

const branch = 'prompt-assay-baselines';

async function listBaseline(scene: Scene): Promise<readonly string[]> {
  const listing = await scene.repository.git(['ls-tree', '-r', '--name-only', branch]);
  return listing.toString().trim().split('\n');
}

/** Two suites, `triage` and `other`, over the same rows. */
function twoSuites() {
  const other = `
  - name: other
    prompts: other/*.prompt.yml
    dataset: evals/triage.jsonl
    checks:
      - { name: label, type: equals, expected: "{{ expected }}" }
`;
  return files({
    'prompt-assay.yml': aConfig() + other,
    'other/other.prompt.yml': 'name: other\nmessages:\n  - { role: user, content: "other {{input}}" }\n',
    'evals/triage.jsonl': rows(12),
  });
}

describe('a baseline', () => {
  it.concurrent('is written by hand, and spares the next pull request its base side', () =>
    withScene(files({ 'prompt-assay.yml': aConfig({ suite: '    gate: { margin: 0.3 }' }) }), async (scene) => {
      const { repository, github } = scene;
      const first = await dispatchBaseline(scene, { inputs: { reason: 'the first one' } });
      expect(first).toMatchObject({ code: 0, outputs: { verdict: 'pass', calls: '100' } });
      expect(first.calls).toHaveLength(100);
      expect(first.summary).toContain('triage: written');
      const tip = await repository.sha(branch);
      expect((await listBaseline(scene)).map((path) => path.split('/').at(-1)).sort()).toEqual([
        'CHANGELOG.md',
        'changelog.jsonl',
        'manifest.json',
        'outputs.jsonl',
        'scores.jsonl',
      ]);

      const second = await dispatchBaseline(scene);
      expect(second.code).toBe(0);
      const log = (await repository.git(['log', '-z', '--format=%P|%B', branch])).toString();
      const [newest, oldest] = log.split('\0');
      expect(newest).toMatch(new RegExp(`^${tip}\\|Baseline of [\\s\\S]*\\[skip ci\\]`));
      expect(oldest).toMatch(/^\|Baseline of .*: the first one[\s\S]*\[skip ci\]/);

      const changes = (await repository.show(branch, 'CHANGELOG.md')).trimEnd().split('\n');
      expect(changes).toHaveLength(2);
      expect(changes[0]).toMatch(
        /^- \*\*\d{4}-\d\d-\d\d triage\*\* · `[0-9a-f]{12}` by \S+ · .* 1\.00 · the first one$/,
      );

      const pull = await pushPull(scene, reworded());
      expect(pull).toMatchObject({ code: 0, outputs: { verdict: 'pass', calls: '20', cases: '20' } });
      expect(versionsOf(pull)).toEqual(new Set(['v2']));
      expect(github.comments[0]?.body).toContain('stored baseline of');
    }));

  it.concurrent('says with `noise: true` how much main differs from itself, in the summary and the results', () =>
    withScene(files(), async (scene) => {
      const asked = new Map<number, number>();
      scene.answer = (request) => {
        const number = Number(/q-(\d+)/.exec(request.text)?.[1]);
        asked.set(number, (asked.get(number) ?? 0) + 1);
        return number < 5 && asked.get(number) === 1 ? 'no' : 'yes';
      };
      const run = await dispatchBaseline(scene, { inputs: { noise: 'true' } });
      expect(run).toMatchObject({ code: 0, outputs: { verdict: 'pass', calls: '100' } });
      // Five of twenty cases differ in four of the ten pairs of their draws.
      expect(run.summary).toContain('noise of triage / label');
      expect(run.summary).toContain('main against itself differs on 10 % of the cases');
      const results = JSON.parse(String(await run.readReport('results.json')));
      expect(results.suites[0].noise[0].noise).toMatchObject({ cases: 20, unscored: 0 });
    }));

  it.concurrent('never convicts: where it shows a drop, the base side is asked afresh', () =>
    withScene(files(), async (scene) => {
      await dispatchBaseline(scene);
      scene.answer = wrongWhere((version, number) => version === 'v2' && number < 8);
      const pull = await pushPull(scene, reworded());
      expect(pull).toMatchObject({ code: 1, outputs: { verdict: 'fail', worse: '8', calls: '40' } });
      expect(versionsOf(pull)).toEqual(new Set(['v1', 'v2']));
      expect(pull.log).toMatch(/^::error::fail: Regression proven/m);
    }));

  it.concurrent('that was spoilt by an outage of the past does not turn a harmless change red', () =>
    withScene(files(), async (scene) => {
      await dispatchBaseline(scene);
      scene.answer = wrongWhere((_, number) => number < 8);
      const pull = await pushPull(scene, reworded());
      expect(pull.code).toBe(0);
      expect(pull.outputs.verdict).not.toBe('fail');
      expect(versionsOf(pull)).toEqual(new Set(['v1', 'v2']));
    }));

  it.concurrent('of a suite that fails stays as it was, and the others are written', () =>
    withScene(twoSuites(), async (scene) => {
      const { repository } = scene;
      await dispatchBaseline(scene);
      const folders = [...new Set((await listBaseline(scene)).flatMap((path) => path.split('/').slice(0, -1)))];
      expect(folders).toHaveLength(2);
      const manifests = () => Promise.all(folders.map((folder) => repository.show(branch, `${folder}/manifest.json`)));
      const before = await manifests();
      scene.answer = ({ text }) =>
        text.startsWith('other') ? { status: 400, body: { error: { message: 'unknown', param: 'model' } } } : 'yes';
      const run = await dispatchBaseline(scene);
      expect(run).toMatchObject({ code: 1, outputs: { verdict: 'invalid' } });
      const after = await manifests();
      const same = folders.filter((_, index) => before[index] === after[index]);
      expect(same).toEqual([expect.stringMatching(/^other-/)]);
      expect(run.summary).toMatch(/triage: written/);
      expect(run.summary).toMatch(/other: kept/);
    }));

  it.concurrent('follows a merge where `mode: baseline` is set, for the suites that changed alone', () =>
    withScene(twoSuites(), async (scene) => {
      await dispatchBaseline(scene);
      const sha = await scene.repository.commit('main', reworded());
      const run = await scene.run(pushEvent({ branch: 'main', sha }), { inputs: { mode: 'baseline' } });
      expect(run).toMatchObject({ code: 0, outputs: { verdict: 'pass', calls: '60' } });
      expect(versionsOf(run)).toEqual(new Set(['v2']));
    }));

  it.concurrent('is never written from another branch', () =>
    withScene(files(), async (scene) => {
      const sha = await scene.repository.commit('feature', reworded());
      const run = await scene.run(dispatchEvent({ sha, branch: 'feature' }), { inputs: { mode: 'baseline' } });
      expect(run).toMatchObject({ code: 1, calls: [], outputs: { verdict: 'invalid' } });
      expect(run.log).toContain('works on the default branch only');
      await expect(scene.repository.sha(branch)).rejects.toThrow();
    }));

  it.concurrent('that is damaged is not used, and the comment says so', () =>
    withScene(files(), async (scene) => {
      const { repository, github } = scene;
      await dispatchBaseline(scene);
      const [path = ''] = (await listBaseline(scene)).filter((one) => one.endsWith('/scores.jsonl'));
      const scores = await repository.show(branch, path);
      await repository.commit(branch, { [path]: scores.slice(0, -20) });
      const pull = await pushPull(scene, reworded());
      expect(pull).toMatchObject({ code: 0, outputs: { verdict: 'inconclusive', calls: '40' } });
      expect(versionsOf(pull)).toEqual(new Set(['v1', 'v2']));
      expect(github.comments[0]?.body).toMatch(/scores\.jsonl:100 the stored baseline is damaged here/);
    }));

  it.concurrent('behind a ruleset names the input that helps', () =>
    withScene(
      files({ 'evals/triage.jsonl': rows(12) }),
      async (scene) => {
        const run = await dispatchBaseline(scene);
        expect(run).toMatchObject({ code: 1, outputs: { verdict: 'invalid' } });
        expect(run.log).toContain('baseline-token');
      },
      { protectedBranches: [branch] },
    ));
});
