import { describe, expect, it } from '@jest/globals';
import type { Script } from '../helpers/fake-ports.ts';
import { aChangedTree, aConfigFile, answering, aTree, tell } from './story.ts';

/** What each piece of work was called, of which suite, and how much of it there was. */
async function listPieces(story: Parameters<typeof tell>[0]) {
  const { world } = await tell(story);
  return world.log.ended.map(({ label, suite, done, total }) => [label, suite, done, total]);
}

describe('progress', () => {
  it('names the look that is drawn', async () => {
    const script = answering((arm, number) => arm === 'base' || number >= 5);
    expect(await listPieces({ script })).toEqual([
      ['answers', 'triage', 200, 200],
      ['second look', 'triage', 40, 40],
    ]);
  });

  it('tells judgements from the checks of a judge', async () => {
    const files = {
      'prompt-assay.yml': aConfigFile({
        top: 'judge: { model: { id: some-judge } }',
        suite: '    judges:\n      - { name: helpful, type: rubric, rubric: r.md }\n',
      }),
      'r.md': '1: wrong\n2: poor\n3: fair\n4: good\n5: right\n',
    };
    const script: Script = (call) =>
      call.purpose === 'judge' ? JSON.stringify({ score: 5, abstain: false, reason: 'because' }) : 'yes';
    const pieces = await listPieces({ base: aTree(files), candidate: aChangedTree(files), script });
    expect(pieces.map(([label]) => label)).toEqual(['answers', 'judgements', 'checks of judge helpful']);
  });
});
