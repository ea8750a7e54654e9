import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { ModelResult } from '../../src/ports.ts';
import { aConfig, files, reworded, rows } from '../dist/stories.ts';
import { mergeGroupEvent, pullRequestTargetEvent, pushEvent } from '../helpers/fake-github/events.ts';
import { failing, faults } from '../helpers/fake-github/faults.ts';
import { actionsToken, readOnlyToken } from '../helpers/fake-github/state.ts';
import { unavailable } from '../helpers/fake-ports.ts';
import { answering } from '../pipeline/story.ts';
import { type ActionScene, withActionScene } from './scene.ts';

const down: ModelResult = unavailable('503 everywhere');
const many = files({ 'evals/triage.jsonl': rows(100) });
const pass = answering(() => true);
const fail = answering((arm, number) => arm === 'base' || number >= 30);
const inconclusive = answering((arm, number) => arm === 'base' || number >= 2);
const invalid = answering(() => down);
const onCommit = { inputs: { status: 'commit' } };

/** The states of the statuses that own a verdict, in the order they were set. */
const statesOf = ({ github }: ActionScene, sha: string) =>
  github.statuses.filter((status) => status.sha === sha).map(({ state }) => state);

const verdicts = [
  { verdict: 'pass', script: pass, isGreen: true, state: 'success' },
  { verdict: 'fail', script: fail, isGreen: false, state: 'failure' },
  { verdict: 'inconclusive', script: inconclusive, isGreen: true, state: 'success' },
  { verdict: 'invalid', script: invalid, isGreen: false, state: 'error' },
];

describe('the signal that owns red or green', () => {
  it.each(verdicts)('is the job by default: $verdict', ({ verdict, script, isGreen }) =>
    withActionScene(many, async (scene) => {
      scene.answer = script;
      const ended = await scene.push(reworded());
      expect(ended.outputs.verdict).toBe(verdict);
      expect(ended.failure === null).toBe(isGreen);
      expect(scene.github.statuses).toEqual([]);
    }),
  );

  it.each(verdicts)('is a status on the head, with the job green: $verdict', ({ verdict, script, state }) =>
    withActionScene(many, async (scene) => {
      scene.answer = script;
      const ended = await scene.push(reworded(), {}, onCommit);
      expect(ended).toMatchObject({ failure: null, outputs: { verdict } });
      expect(statesOf(scene, ended.head)).toEqual(['pending', state]);
      expect(scene.github.statuses.at(-1)?.description).toMatch(new RegExp(`^${verdict}: `));
    }),
  );

  it('is a status on pull_request_target, whatever the input says', () =>
    withActionScene(many, async (scene) => {
      scene.answer = fail;
      await scene.repository.commit('feature', reworded());
      scene.github.pulls.set(7, { number: 7, head: 'feature', author: 'author' });
      const { head, base } = await scene.repository.openPull(7, 'feature');
      const event = pullRequestTargetEvent({ number: 7, headSha: head, baseSha: base, sha: base });
      expect((await scene.evaluate(event, { inputs: { status: 'job' } })).failure).toBeNull();
      expect(statesOf(scene, head)).toEqual(['pending', 'failure']);
    }));

  it('blocks an inconclusive verdict where the gate says so', () =>
    withActionScene(
      { ...many, 'prompt-assay.yml': aConfig({ suite: '    gate: { on-inconclusive: block }' }) },
      async (scene) => {
        scene.answer = inconclusive;
        expect((await scene.push(reworded())).failure).toMatch(/^inconclusive: /);
        const { head } = await scene.push(null, {}, onCommit);
        expect(statesOf(scene, head)).toEqual(['pending', 'failure']);
      },
    ));
});

describe('the status on the head', () => {
  it('is pending before the first call', () =>
    withActionScene(many, async (scene) => {
      let seen: readonly string[] | null = null;
      scene.answer = (call, signal) => {
        seen ??= scene.github.statuses.map(({ state }) => state);
        return pass(call, signal);
      };
      await scene.push(reworded(), {}, onCommit);
      expect(seen).toEqual(['pending']);
    }));

  it('comes after the comment that explains it', () =>
    withActionScene(many, async ({ push, github }) => {
      await push(reworded(), {}, onCommit);
      const writes = github.requests.filter(({ method }) => method !== 'GET').map(({ path }) => path.split('/').at(4));
      expect(writes).toEqual(['statuses', 'issues', 'statuses']);
    }));

  it('that may not be set is said before a call is made', () =>
    withActionScene(
      many,
      async ({ push, model }) => {
        await expect(push(reworded(), {}, onCommit)).rejects.toThrow(/statuses: write/);
        expect(model.calls).toEqual([]);
      },
      { tokens: { 'secret-token': readOnlyToken } },
    ));

  it('that cannot be set in the end turns the job red', () =>
    withActionScene(many, async (scene) => {
      scene.answer = (call, signal) => {
        scene.github.fault = failing(/POST .*\/statuses\//, faults.forbidden(), 100);
        return fail(call, signal);
      };
      const ended = await scene.push(reworded(), {}, onCommit);
      expect(ended).toMatchObject({ outputs: { verdict: 'fail' }, failure: expect.stringContaining('status') });
    }));

  it('does not stay pending when the run breaks', () =>
    withActionScene(many, async (scene) => {
      scene.answer = () => {
        throw new TypeError('a defect');
      };
      await expect(scene.push(reworded(), {}, onCommit)).rejects.toThrow('a defect');
      expect(statesOf(scene, await scene.repository.sha('feature'))).toEqual(['pending', 'error']);
    }));
});

describe('what cannot be written changes no verdict', () => {
  const unwritten = [
    { verdict: 'pass', script: pass, isGreen: true },
    { verdict: 'fail', script: fail, isGreen: false },
  ];

  it.each(unwritten)('no comment: $verdict', ({ verdict, script, isGreen }) =>
    withActionScene(
      many,
      async (scene) => {
        scene.answer = script;
        const ended = await scene.push(reworded());
        expect(ended.outputs).toMatchObject({ verdict, 'comment-url': '' });
        expect(ended.failure === null).toBe(isGreen);
        expect(await readFile(join(scene.folder, 'summary'), 'utf8')).toContain('pull-requests: write');
      },
      { tokens: { 'secret-token': { ...actionsToken, permissions: readOnlyToken.permissions } } },
    ),
  );

  it('a comment that never comes to an end: summary and files are there before it is asked for', () =>
    withActionScene(many, async ({ push, github, folder }) => {
      const seen: boolean[][] = [];
      const files = ['summary', 'report/results.json', 'report/scores.jsonl', 'report/report.html'];
      github.fault = ({ method }) => {
        if (method === 'POST') seen.push(files.map((name) => existsSync(join(folder, name))));
        return null;
      };
      await push(reworded());
      expect(seen).toEqual([[true, true, true, true]]);
    }));

  it.each(unwritten)('no job summary and no result file: $verdict', ({ verdict, script, isGreen }) =>
    withActionScene(many, async (scene) => {
      scene.answer = script;
      await mkdir(join(scene.folder, 'summary'));
      await writeFile(join(scene.folder, 'report'), 'a file where the folder should be');
      const ended = await scene.push(reworded());
      expect(ended.outputs.verdict).toBe(verdict);
      expect(ended.failure === null).toBe(isGreen);
      expect(scene.log.warnings.join('\n')).toMatch(
        /Could not write the job summary.*Could not write the result files/s,
      );
    }),
  );
});

describe('a run that is no verdict on a pull request writes no comment there', () => {
  it('a dry run, which makes no call either', () =>
    withActionScene(many, async ({ push, github, model }) => {
      await push(reworded(), {}, { inputs: { 'dry-run': 'true' } });
      expect(github.comments).toEqual([]);
      expect(model.calls).toEqual([]);
    }));

  it('a merge group', () =>
    withActionScene(many, async ({ push, github, repository, evaluate }) => {
      await push(reworded());
      const before = github.requests.length;
      const ended = await evaluate(mergeGroupEvent(await repository.queuePull(7)));
      expect(ended).toMatchObject({ failure: null, outputs: { verdict: 'pass' } });
      expect(github.requests.slice(before).filter(({ method }) => method !== 'GET')).toEqual([]);
    }));

  it('a commit that is on the default branch already', () =>
    withActionScene(many, async ({ github, repository, evaluate, model }) => {
      const ended = await evaluate(pushEvent({ branch: 'main', sha: await repository.sha('main') }));
      const ending = { headline: 'pass: nothing to compare', more: [] };
      expect(ended).toEqual({ failure: null, outputs: { verdict: 'pass' }, problems: [], ending });
      expect(github.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
      expect(model.calls).toEqual([]);
    }));
});
