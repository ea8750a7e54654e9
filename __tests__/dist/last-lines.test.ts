import { expect, it, jest } from '@jest/globals';
import { withScene } from '../helpers/run-action.ts';
import { files, promptPath, pushPull, reworded, wrongWhere } from './stories.ts';

jest.setTimeout(300_000);

it('a job ends with its verdict, the cause and the comment, behind what stands on the changed lines', () =>
  withScene(files(), async (scene) => {
    scene.answer = wrongWhere((version, number) => version === 'v2' && number < 8);
    const run = await pushPull(scene, reworded());
    expect(run).toMatchObject({ code: 1, outputs: { verdict: 'fail' } });
    const lines = run.log.trimEnd().split('\n');
    const [note, headline, ...more] = lines.slice(-5);
    expect(note).toMatch(
      new RegExp(
        `^::error .*title=Prompt Assay%3A triage,file=${promptPath},line=4,endLine=4::"label": Regression proven`,
      ),
    );
    expect(headline).toMatch(/^::error::fail: Regression proven in `label`/);
    expect(more).toEqual([
      'This blocks.',
      'All 8 broken cases: `yes` → `no`.',
      expect.stringMatching(/^Comment: http.*\/pull\/7#issuecomment-\d+$/),
    ]);
    const title = headline?.replace('::error::fail: ', '') ?? '';
    expect(lines.filter((line) => line.includes(title))).toHaveLength(1);
  }));
