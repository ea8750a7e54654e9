import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { dispatchEvent } from '../helpers/fake-github/events.ts';
import { failing, faults } from '../helpers/fake-github/faults.ts';
import { withScene } from '../helpers/run-action.ts';
import {
  aConfig,
  aPrompt,
  dispatchBaseline,
  files,
  promptPath,
  pushPull,
  reworded,
  rows,
  versionsOf,
  wrongWhere,
} from './stories.ts';

jest.setTimeout(300_000);

const branch = 'prompt-assay-baselines';
const small = files({ 'evals/triage.jsonl': rows(12) });
const worse = wrongWhere((version, number) => version !== 'v1' && number < 8);
const down = { status: 503, body: {}, headers: { 'retry-after': '0' } };

describe('two re-baselines at once', () => {
  it.concurrent('lose nothing, although GitHub shows each an old tip', () =>
    withScene(
      files({ 'evals/triage.jsonl': rows(12), 'other.yml': aConfig() }),
      async (scene) => {
        const { repository } = scene;
        const event = dispatchEvent({ sha: await repository.sha('main') });
        const runs = await Promise.all([scene.run(event), scene.run(event, { inputs: { config: 'other.yml' } })]);
        expect(runs.map(({ code }) => code)).toEqual([0, 0]);
        const paths = (await repository.git(['ls-tree', '-r', '--name-only', branch])).toString();
        expect(paths.match(/manifest\.json/g)).toHaveLength(2);
        expect(paths.match(/changelog\.jsonl/g)).toHaveLength(2);
        expect((await repository.git(['rev-list', '--count', '--no-merges', branch])).toString().trim()).toBe('2');
      },
      { staleRefReads: 1 },
    ));

  it.concurrent('of the same suite both stand in its change log', () =>
    withScene(small, async (scene) => {
      const { repository } = scene;
      const event = dispatchEvent({ sha: await repository.sha('main') });
      const reasons = ['the first reason', 'the second reason'];
      const runs = await Promise.all(reasons.map((reason) => scene.run(event, { inputs: { reason } })));
      expect(runs.map(({ code }) => code)).toEqual([0, 0]);
      const paths = (await repository.git(['ls-tree', '-r', '--name-only', branch])).toString().split('\n');
      const log = await repository.show(branch, paths.find((path) => path.endsWith('changelog.jsonl')) ?? '');
      const changes = await repository.show(branch, 'CHANGELOG.md');
      for (const reason of reasons) for (const text of [log, changes]) expect(text).toContain(reason);
    }));
});

describe('the change log of a suite', () => {
  it.concurrent('has a line for every re-baseline, the oldest first', () =>
    withScene(small, async (scene) => {
      const { repository } = scene;
      const reasons = ['first', 'second', 'third'];
      for (const reason of reasons) await dispatchBaseline(scene, { inputs: { reason } });
      const paths = (await repository.git(['ls-tree', '-r', '--name-only', branch])).toString().split('\n');
      const path = paths.find((one) => one.endsWith('/changelog.jsonl')) ?? '';
      const lines = (await repository.show(branch, path)).trim().split('\n');
      expect(lines.map((line) => JSON.parse(line).reason)).toEqual(reasons);
    }));
});

describe('an outage', () => {
  it.concurrent('of the model says nothing about the prompt, and the next run asks again', () =>
    withScene(small, async (scene) => {
      const { github } = scene;
      scene.answer = () => down;
      const first = await pushPull(scene, reworded());
      expect(first).toMatchObject({ code: 1, outputs: { verdict: 'invalid', worse: '0', calls: '0' } });
      expect(github.comments[0]?.body).toContain('this says nothing about the prompt');
      expect(github.comments[0]?.body).not.toContain('[!CAUTION]');

      scene.answer = worse;
      const second = await pushPull(scene, null);
      expect(second).toMatchObject({ code: 1, outputs: { verdict: 'fail', worse: '8' } });
      expect(github.comments).toHaveLength(1);
      expect(github.comments[0]?.body).not.toContain('this says nothing about the prompt');
    }));

  it.concurrent('of GitHub itself is red and no defect', () =>
    withScene(small, async (scene) => {
      scene.github.fault = failing(/\/git\/trees\//, faults.badGateway('before'), 1000);
      const run = await pushPull(scene, reworded());
      expect(run).toMatchObject({ code: 1, calls: [], outputs: { verdict: 'invalid' } });
      expect(run.log).toMatch(/^::error::invalid: /m);
      expect(run.log).not.toMatch(/^\s+at /m);
    }));
});

describe('a push while a run is under way', () => {
  it.concurrent('keeps the older run from speaking for the newer head', () =>
    withScene(small, async (scene) => {
      const { repository, github } = scene;
      let moved: Promise<unknown> | null = null;
      scene.answer = async (request) => {
        moved ??= repository
          .commit('feature', { [promptPath]: aPrompt('v3') })
          .then(() => repository.openPull(7, 'feature'));
        await moved;
        return worse(request);
      };
      const older = await pushPull(scene, reworded());
      expect(older).toMatchObject({ code: 1, outputs: { verdict: 'fail', 'comment-url': '' } });
      expect(versionsOf(older)).toEqual(new Set(['v1', 'v2']));
      expect(older.summary).toContain('has moved on from');
      expect(github.comments).toEqual([]);

      const newer = await pushPull(scene, null);
      expect(versionsOf(newer)).toEqual(new Set(['v1', 'v3']));
      expect(github.comments).toHaveLength(1);
    }));
});

describe('a cancelled run', () => {
  it.concurrent.each([
    ['GitHub cancels the run', 'SIGINT'],
    ['the runner itself is stopped', 'SIGTERM'],
  ] as const)('leaves at once although the model is silent, and takes its pending status back: %s', (_, signal) =>
    withScene(small, async (scene) => {
      const { github, model } = scene;
      scene.answer = () => ({ fault: 'slow' });
      const interrupt = { when: () => model.requests.length >= 5, signal };
      const run = await pushPull(scene, reworded(), { inputs: { status: 'commit' }, interrupt });
      expect(run.code).toBe(1);
      expect(run.log).toMatch(/^::error::the run was cancelled$/m);
      expect(run.outputs.verdict).toBe('invalid');
      expect(github.comments).toEqual([]);
      expect(github.statuses.map(({ sha, state }) => [sha, state])).toEqual([
        [run.head, 'pending'],
        [run.head, 'error'],
      ]);
      expect(github.statuses.at(-1)?.description).toContain('interrupted');
    }),
  );

  it.concurrent('does not wait for a GitHub that is silent', () =>
    withScene(small, async (scene) => {
      const { github } = scene;
      const isSilent = ({ path }: { readonly path: string }) => path.includes('/git/trees/');
      github.fault = (request) => (isSilent(request) ? faults.slow(1_000_000) : null);
      const interrupt = { when: () => github.requests.some(isSilent), signal: 'SIGTERM' as const };
      const run = await pushPull(scene, reworded(), { inputs: { status: 'commit' }, interrupt });
      expect(run.code).toBe(1);
      expect(github.statuses.map(({ state }) => state)).toEqual(['pending', 'error']);
    }));
});

describe('a runner that is broken', () => {
  it.concurrent('changes no verdict: the summary cannot be written', () =>
    withScene(small, async (scene) => {
      const run = await pushPull(scene, reworded(), { env: { GITHUB_STEP_SUMMARY: scene.folder } });
      expect(run.log).toMatch(/^::warning::Could not write the job summary/m);
      expect(run.outputs.verdict).not.toBe('invalid');
      expect(scene.github.comments).toHaveLength(1);
    }));

  it.concurrent('changes no verdict: the report folder is a file', () =>
    withScene(small, async (scene) => {
      const path = join(scene.folder, 'occupied');
      await writeFile(path, '');
      const run = await pushPull(scene, reworded(), { inputs: { 'report-path': path } });
      expect(run.log).toMatch(/^::warning::Could not write the result files: The report folder .* cannot be written/m);
      expect(run.outputs.verdict).not.toBe('invalid');
      expect(run.log).not.toMatch(/^\s+at /m);
    }));
});

describe('answers of great length', () => {
  it.concurrent('are shortened in the comment and whole in the files', () =>
    withScene(files({ 'evals/triage.jsonl': rows(40) }), async (scene) => {
      scene.answer = ({ text }) => (text.startsWith('v2') ? `no ${'| <b> @all\n'.repeat(3000)}` : 'yes');
      const run = await pushPull(scene, reworded());
      expect(run).toMatchObject({ code: 1, outputs: { verdict: 'fail', worse: '40' } });
      const body = scene.github.comments[0]?.body ?? '';
      expect([...body].length).toBeLessThan(65_536);
      expect(body).toContain('q-003');
      expect((await run.readReport('outputs.jsonl'))?.length).toBeGreaterThan(40 * 30_000);
    }));
});

describe('a response cache', () => {
  it.concurrent('spares a second push the suite that it does not touch', () =>
    withScene(
      files({
        'evals/triage.jsonl': rows(12),
        'other/other.prompt.yml': aPrompt('v5').replace('triage', 'other'),
        'prompt-assay.yml': `${aConfig()}
  - name: other
    prompts: other/*.prompt.yml
    dataset: evals/triage.jsonl
    checks:
      - { name: label, type: equals, expected: "{{ expected }}" }
`,
      }),
      async (scene) => {
        const inputs = { 'cache-path': join(scene.folder, 'cache') };
        const other = { 'other/other.prompt.yml': aPrompt('v6').replace('triage', 'other') };
        const first = await pushPull(scene, reworded(other), { inputs });
        expect(versionsOf(first)).toEqual(new Set(['v1', 'v2', 'v5', 'v6']));
        const second = await pushPull(scene, { [promptPath]: aPrompt('v3') }, { inputs });
        expect(second.code).toBe(0);
        expect(versionsOf(second)).toEqual(new Set(['v3']));
        expect(second.calls).toHaveLength(12);
      },
    ));
});
