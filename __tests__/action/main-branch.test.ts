import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ReadFault } from '../../src/errors.ts';
import { aConfig, aPrompt, files, promptPath, rows } from '../dist/stories.ts';
import { dispatchEvent, pushEvent } from '../helpers/fake-github/events.ts';
import { unavailable } from '../helpers/fake-ports.ts';
import { type ActionScene, withActionScene } from './scene.ts';

const small = files({ 'evals/triage.jsonl': rows(12) });
const onMain = async ({ repository }: ActionScene) => dispatchEvent({ sha: await repository.sha('main') });
const readReport = async ({ folder }: ActionScene) =>
  JSON.parse(await readFile(join(folder, 'report/results.json'), 'utf8')) as unknown;

describe('a re-baseline', () => {
  it('of what can be run is green, with its report, and says who and why', () =>
    withActionScene(small, async (scene) => {
      const env = { GITHUB_ACTOR: 'author', GITHUB_TRIGGERING_ACTOR: 'maintainer' };
      const ended = await scene.rebaseline(await onMain(scene), { env, inputs: { reason: 'a new model' } });
      expect(ended).toMatchObject({ failure: null, problems: [], outputs: { verdict: 'pass', calls: '60' } });
      expect(await readReport(scene)).toMatchObject({ green: true });
      expect([...scene.baselines.files.values()].join('\n')).toMatch(
        /@?maintainer[^\n]*a new model|a new model[^\n]*maintainer/,
      );
      expect(scene.github.statuses).toEqual([]);
      expect(scene.github.comments).toEqual([]);
    }));

  it('of what cannot be run is red, with its sentences', () =>
    withActionScene(small, async (scene) => {
      scene.answer = () => unavailable('503');
      const { outputs, failure, problems } = await scene.rebaseline(await onMain(scene));
      expect(outputs.verdict).toBe('invalid');
      expect(problems).not.toEqual([]);
      for (const { message } of problems) expect(failure).toContain(message);
      expect(scene.baselines.messages).toEqual([]);
    }));

  it('that was started by a push draws only what changed', () =>
    withActionScene(small, async (scene) => {
      expect((await scene.rebaseline(await onMain(scene))).outputs.calls).toBe('60');
      await scene.repository.commit('main', { 'README.md': 'hello' });
      const push = async () => pushEvent({ branch: 'main', sha: await scene.repository.sha('main') });
      expect((await scene.rebaseline(await push())).outputs.calls).toBe('0');
      await scene.repository.commit('main', { [promptPath]: aPrompt('v2') });
      expect((await scene.rebaseline(await push())).outputs.calls).toBe('60');
    }));

  it('that the branch refuses is red and kept in the report folder, and says what it cost', () =>
    withActionScene(small, async (scene) => {
      scene.baselines.write = () => Promise.reject(ReadFault.of('A branch rule refuses it.', 'Exempt the branch.'));
      const { outputs, failure } = await scene.rebaseline(await onMain(scene));
      expect(failure).toContain('A branch rule refuses it.');
      expect(outputs).toMatchObject({ verdict: 'invalid', calls: '60' });
      const kept = await readdir(join(scene.folder, 'report/baseline'), { recursive: true });
      expect(kept.map((path) => basename(path))).toEqual(
        expect.arrayContaining(['manifest.json', 'scores.jsonl', 'outputs.jsonl']),
      );
      expect(scene.log.warnings.join()).toContain('is kept in');
      expect(scene.log.infos).toContain('60 calls, 0 from cache, cost unknown.');
    }));

  it('behind a ruleset that its token may not pass is red before the first call', () =>
    withActionScene(
      small,
      async (scene) => {
        await expect(scene.rebaseline(await onMain(scene))).rejects.toThrow(/A branch rule .*`baseline-token`/);
        expect(scene.model.calls).toEqual([]);
      },
      { onBranch: true, protectedBranches: ['prompt-assay-baselines'] },
    ));

  it('says before the first call that what the branch refuses could not be kept either', () =>
    withActionScene(small, async (scene) => {
      await writeFile(join(scene.folder, 'report'), 'a file where the folder should be');
      let warned: readonly string[] | null = null;
      scene.answer = () => {
        warned ??= [...scene.log.warnings];
        return 'yes';
      };
      await scene.rebaseline(await onMain(scene));
      expect(warned).toEqual([
        expect.stringMatching(
          /^Could not open the report folder, where a refused .*report cannot be written: .*EEXIST/,
        ),
      ]);
    }));

  it.each([
    ['green', 'yes', null],
    ['red', unavailable('503'), expect.any(String)],
  ])('is as %s where summary and files cannot be written', (_, answer, failure) =>
    withActionScene(small, async (scene) => {
      scene.answer = () => answer;
      await mkdir(join(scene.folder, 'summary'));
      await writeFile(join(scene.folder, 'report'), 'a file where the folder should be');
      expect((await scene.rebaseline(await onMain(scene))).failure).toEqual(failure);
      expect(scene.log.warnings.join('\n')).toMatch(
        /Could not write the job summary.*Could not write the result files/s,
      );
    }),
  );
});

describe('mode: calibrate', () => {
  const label = (number: number) => ({
    item: `i${number}`,
    human: number % 2,
    case: `q-00${number % 10}`,
    output: number % 2 === 1 ? `right ${number}` : `wrong ${number}`,
  });
  const judged = files({
    'prompt-assay.yml': aConfig({
      top: 'judge: { model: { id: some-judge } }',
      suite: '    judges:\n      - { name: helpful, type: rubric, rubric: r.md, calibration: evals/l.jsonl }',
    }),
    'r.md': '1: wrong\n2: poor\n3: fair\n4: good\n5: right\n',
    'evals/l.jsonl': Array.from({ length: 40 }, (_, number) => `${JSON.stringify(label(number))}\n`).join(''),
  });
  const judge: ActionScene['answer'] = ({ request }) => {
    const text = request.messages.map(({ content }) => content).join('\n');
    return JSON.stringify({ score: /<output-(\w+)>\nright/.test(text) ? 5 : 1, abstain: false, reason: 'because' });
  };

  it('is as green where the summary cannot be written', () =>
    withActionScene(judged, async (scene) => {
      scene.answer = judge;
      await mkdir(join(scene.folder, 'summary'));
      const ended = await scene.calibrate(await onMain(scene));
      expect(ended).toMatchObject({ failure: null, outputs: { verdict: 'pass' } });
      expect(await readFile(join(scene.folder, 'report/evals/l.jsonl'), 'utf8')).toContain('some-judge');
    }));

  it('is not green where the label files, which it is for, cannot be written', () =>
    withActionScene(judged, async (scene) => {
      scene.answer = judge;
      await writeFile(join(scene.folder, 'report'), 'a file where the folder should be');
      await expect(scene.calibrate(await onMain(scene))).rejects.toThrow('cannot be written');
    }));
});
