import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { aPrompt, files, promptPath, reworded, rows } from '../dist/stories.ts';
import { answering } from '../pipeline/story.ts';
import { type ActionScene, withActionScene } from './scene.ts';

const many = files({ 'evals/triage.jsonl': rows(100) });
const wrongBelow = (limit: number) => answering((arm, number) => arm === 'base' || number >= limit);
const commentOf = ({ github }: ActionScene) => `Comment: ${github.url}/pull/7#issuecomment-${github.comments[0]?.id}`;
const readResults = async ({ folder }: ActionScene) =>
  JSON.parse(await readFile(join(folder, 'report', 'results.json'), 'utf8'));

describe('the end of the log', () => {
  it('is the verdict, whether it blocks, the cause and the comment, and no line of it stands above', () =>
    withActionScene(many, async (scene) => {
      scene.answer = wrongBelow(30);
      const { ending, failure } = await scene.push(reworded());
      expect(ending).toEqual({
        headline: 'fail: Regression proven in `label`: 30 of 100 cases got worse and 0 got better.',
        more: ['This blocks.', 'All 30 broken cases: `yes` → `no`.', commentOf(scene)],
      });
      expect(failure).toBe(ending?.headline);
      const title = ending?.headline.replace('fail: ', '') ?? '';
      const lines = scene.log.infos.map((line) => line.trim());
      expect(lines.filter((line) => line.includes(title))).toEqual([]);
      expect(new Set(lines).size).toBe(lines.length);
    }));

  it('says of a green verdict that it does not block, and of a pass nothing more', () =>
    withActionScene(many, async (scene) => {
      scene.answer = wrongBelow(2);
      const open = await scene.push(reworded());
      expect(open.ending?.headline).toMatch(/^inconclusive: /);
      expect(open.ending?.more[0]).toBe('This does not block.');
      scene.answer = wrongBelow(0);
      const pass = await scene.push({ [promptPath]: aPrompt('v3') });
      expect(pass.ending).toEqual({
        headline: expect.stringMatching(/^pass: No regression larger than/),
        more: [commentOf(scene)],
      });
    }));

  it('is one line where nothing is affected, said once', () =>
    withActionScene(many, async (scene) => {
      const { ending } = await scene.push({ 'README.md': 'hello' });
      expect(ending).toEqual({ headline: 'pass: No prompt and nothing a suite depends on changed.', more: [] });
      expect(scene.log.infos.filter((line) => line.includes('nothing a suite depends on'))).toEqual([]);
    }));

  it('says that a status blocks where the job stays green', () =>
    withActionScene(many, async (scene) => {
      scene.answer = wrongBelow(30);
      const { ending, failure } = await scene.push(reworded(), {}, { inputs: { status: 'commit' } });
      expect(failure).toBeNull();
      expect(ending?.headline).toMatch(/^fail: Regression proven/);
      expect(ending?.more[0]).toBe('This blocks.');
    }));
});

describe('the next push to a pull request', () => {
  it('is told how many broken cases it mended, and how many are new', () =>
    withActionScene(many, async (scene) => {
      scene.answer = wrongBelow(30);
      const first = await scene.push(reworded());
      expect((await readResults(scene)).since).toBeNull();
      scene.answer = answering((arm, number) => arm === 'base' || number < 25 || number >= 40);
      await scene.push({ [promptPath]: aPrompt('v3') });
      expect((await readResults(scene)).since).toEqual({ head: first.head, mended: 25, fresh: 10 });
      // The same content at another head: its verdict stands, and nothing is said.
      const third = await scene.push({ 'README.md': 'hello' });
      expect((await readResults(scene)).since).toBeNull();
      scene.answer = wrongBelow(0);
      await scene.push({ [promptPath]: aPrompt('v4') });
      expect((await readResults(scene)).since).toEqual({ head: third.head, mended: 15, fresh: 0 });
    }));
});
