import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseAsked } from '../../src/action/asked-lines.ts';
import type { AskedRows } from '../../src/gate/asked.ts';
import { parseRecord, renderMarker, renderRecord } from '../../src/report/comment/marker.ts';
import { aConfig, aPrompt, files, promptPath, rows } from '../dist/stories.ts';
import { failing, faults } from '../helpers/fake-github/faults.ts';
import type { FakeComment } from '../helpers/fake-github/state.ts';
import { answering } from '../pipeline/story.ts';
import { type ActionScene, withActionScene } from './scene.ts';

const dataset = 'evals/triage.jsonl';
const main = files({ [dataset]: rows(30) });
const version = (number: number) => ({ [promptPath]: aPrompt(`v${number}`) });
const pushAll = async ({ push }: ActionScene, ...numbers: readonly number[]) => {
  for (const number of numbers) await push(version(number));
};
const bodyOf = ({ github }: ActionScene) => github.comments.find(({ issue }) => issue === 7)?.body ?? '';
const askedOf = (scene: ActionScene) => parseAsked(parseRecord(bodyOf(scene)));
const countOf = (scene: ActionScene) => askedOf(scene).map(({ suite, count }) => [suite, count]);
const bot = { login: 'github-actions[bot]', type: 'Bot' } as const;
const aComment = (id: number, issue: number, asked: Partial<AskedRows>[], user: FakeComment['user'] = bot) => ({
  ...{ id, issue, user },
  body: `${renderMarker(`key-${id}`)}\n${renderRecord({
    format: 2,
    asked: asked.map(({ suite = 's', rows: of = '', count = 1 }) => [suite, of, count]),
  })}\nA comment.`,
});

describe('versions that a pull request puts to its rows', () => {
  it('are said from the fifth on: in the comment, the files and the log', () =>
    withActionScene(main, async (scene) => {
      const read = (file: string) => readFile(join(scene.folder, 'report', file), 'utf8');
      await pushAll(scene, 2, 3, 4, 5);
      expect(bodyOf(scene)).not.toContain('versions to the');
      expect(scene.log.infos.join('\n')).not.toContain('versions to the');
      await pushAll(scene, 6);
      const said = 'This pull request has put 5 versions to the 30 cases of';
      const chance = 'about 23 in 100 such series would have shown a pass by chance';
      for (const text of [bodyOf(scene), await read('report.html'), scene.log.infos.join('\n')]) {
        expect(text).toContain(said);
        expect(text).toContain(chance);
      }
      expect(JSON.parse(await read('results.json'))).toMatchObject({ verdict: 'pass', asked: [{ contents: 5 }] });
      await scene.push(null, { action: 'labeled', label: 'bug' });
      expect(bodyOf(scene)).toContain(said);
      expect(countOf(scene)).toEqual([['triage', 5]]);
    }));

  it('are counted once each, and not where nothing was judged', () =>
    withActionScene(main, async (scene) => {
      await pushAll(scene, 2, 3, 2, 1, 3);
      expect(countOf(scene)).toEqual([['triage', 2]]);
      await scene.push({ [promptPath]: 'messages: 1\n' });
      scene.answer = () => ({ status: 'unavailable', reason: 'down', kind: 'other' }) as never;
      expect((await scene.push(version(4))).failure).toMatch(/^invalid/);
      expect(countOf(scene)).toEqual([['triage', 2]]);
      scene.answer = answering((arm) => arm === 'base');
      expect((await scene.push(version(5))).failure).toMatch(/^fail/);
      expect(countOf(scene)).toEqual([['triage', 3]]);
    }));

  it('are asked anew where main moved under them, and start anew where its rows changed', () =>
    withActionScene(main, async (scene) => {
      await pushAll(scene, 2);
      await scene.repository.commit('main', { 'README.md': 'more' });
      await scene.push(null);
      expect(countOf(scene)).toEqual([['triage', 1]]);
      await scene.repository.commit('main', { 'prompt-assay.yml': aConfig({ suite: '    gate: { min-drop: 0.03 }' }) });
      await scene.push(null);
      expect(countOf(scene)).toEqual([['triage', 2]]);
      await scene.repository.commit('main', { [dataset]: rows(31) });
      await scene.push(null);
      expect(countOf(scene)).toEqual([['triage', 1]]);
    }));

  it('go on where main gives the suite another name', () =>
    withActionScene(main, async (scene) => {
      await pushAll(scene, 2, 3);
      await scene.repository.commit('main', { 'prompt-assay.yml': aConfig().replace('name: triage', 'name: renamed') });
      await pushAll(scene, 4);
      expect(countOf(scene)).toEqual([['renamed', 3]]);
    }));
});

describe('what other pull requests put to the same rows', () => {
  const sentence = /The rows of `triage` were asked (at least )?\d+ times by \d+ pull requests since they last changed/;

  it('is added up from comments of our own, one number a pull request', () =>
    withActionScene(main, async (scene) => {
      await pushAll(scene, 2);
      const [{ rows: own } = { rows: '' }] = askedOf(scene);
      expect(bodyOf(scene)).not.toMatch(sentence);
      scene.github.comments.push(
        aComment(20, 9, [
          { rows: own, count: 2 },
          { suite: 't', rows: own, count: 3 },
        ]),
        aComment(21, 9, [{ rows: own, count: 2 }]),
        aComment(22, 10, [{ rows: own, count: 4 }]),
        aComment(23, 11, [{ rows: 'others', count: 50 }]),
        aComment(24, 12, [{ rows: own, count: 60 }], { login: 'eve', type: 'User' }),
        aComment(25, 13, [{ rows: own, count: 70 }], { login: 'welcome[bot]', type: 'Bot' }),
        {
          id: 26,
          issue: 14,
          user: bot,
          body: `${renderMarker('k')}\n${renderRecord({ format: 2, asked: { triage: 80 } })}`,
        },
      );
      await pushAll(scene, 3);
      expect(bodyOf(scene)).toContain('were asked 9 times by 3 pull requests since they last changed');
      expect(scene.log.infos.join('\n')).toMatch(sentence);
    }));

  it('is a lower bound where there are more comments than were read', () =>
    withActionScene(main, async (scene) => {
      await pushAll(scene, 2);
      const [{ rows: own } = { rows: '' }] = askedOf(scene);
      const talk = Array.from({ length: 100 }, (_, index) => ({
        ...{ id: 100 + index, issue: 8, user: { login: 'eve', type: 'User' } as const },
        body: 'well',
      }));
      scene.github.comments.push(...talk, aComment(300, 9, [{ rows: own, count: 4 }]));
      await pushAll(scene, 3);
      expect(bodyOf(scene)).toContain('were asked at least 6 times by 2 pull requests');
    }));

  it('is advice: where it cannot be read, the verdict is the same and nothing is said', () =>
    withActionScene(main, async (scene) => {
      scene.github.fault = failing(/GET .*\/issues\/comments/, faults.badGateway('before'), 100);
      expect((await scene.push(version(2))).failure).toBeNull();
      expect(bodyOf(scene)).not.toMatch(sentence);
      expect(scene.log.infos.join('\n')).toContain('What other pull requests asked, and how their baselines served');
    }));
});
