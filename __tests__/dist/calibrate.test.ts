import { describe, expect, it, jest } from '@jest/globals';
import { dispatchEvent } from '../helpers/fake-github/events.ts';
import type { FakeRequest } from '../helpers/fake-model/fake-model.ts';
import { withScene } from '../helpers/run-action.ts';
import { aConfig, files, pushPull, reworded } from './stories.ts';

jest.setTimeout(300_000);

const config = aConfig({
  top: 'judge: { model: { id: some-judge } }',
  suite: '    judges:\n      - { name: helpful, type: rubric, rubric: r.md, calibration: evals/l.jsonl }',
});
const labels = Array.from({ length: 40 }, (_, number) =>
  JSON.stringify({
    item: `i${number}`,
    human: number % 2,
    case: `q-${String(number % 20).padStart(3, '0')}`,
    output: number % 2 === 1 ? `right ${number}` : `wrong ${number}`,
  }),
).join('\n');
const tree = files({
  'prompt-assay.yml': config,
  'r.md': '1: wrong\n2: poor\n3: fair\n4: good\n5: right\n',
  'evals/l.jsonl': `${labels}\n`,
});
const judge = ({ text }: FakeRequest) =>
  JSON.stringify({ score: /<output-(\w+)>\nright/.test(text) ? 5 : 1, abstain: false, reason: 'because' });

describe('mode: calibrate', () => {
  it.concurrent('asks the judges of main about what people labelled, and leaves the files to commit', () =>
    withScene(tree, async (scene) => {
      scene.answer = judge;
      const run = await scene.run(dispatchEvent({ sha: await scene.repository.sha('main') }), {
        inputs: { mode: 'calibrate' },
      });
      expect(run).toMatchObject({ code: 0, outputs: { verdict: 'pass', calls: '70' } });
      expect(run.summary.replace(/ +/g, ' ')).toContain('| triage / helpful | ✅ gate | unbound | 1.00 | 100 % | 40 |');
      const [header, ...lines] = String(await run.readReport('evals/l.jsonl'))
        .trimEnd()
        .split('\n');
      expect(JSON.parse(header ?? '')).toMatchObject({ judge: 'helpful', model: 'some-judge', kind: 'binary' });
      expect(lines.map((line) => JSON.parse(line).judge)).toEqual(
        Array.from({ length: 40 }, (_, number) => number % 2),
      );
      expect(scene.github.comments).toEqual([]);
    }));

  it.concurrent('is not for a pull request, whose judges are its author’s', () =>
    withScene(tree, async (scene) => {
      scene.answer = judge;
      const pull = await pushPull(scene, reworded(), { inputs: { mode: 'calibrate' } });
      expect(pull).toMatchObject({ code: 1, outputs: { verdict: 'invalid' } });
      expect(pull.log).toContain('mode: calibrate works on the default branch only');
      expect(pull.calls).toEqual([]);
    }));
});
