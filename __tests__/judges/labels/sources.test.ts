import { describe, expect, it } from '@jest/globals';
import { matchScores } from '../../../src/judges/labels/sources.ts';

const anOutput = (arm: string, parts: object = {}) => ({
  suite: 's',
  prompt: 'p',
  case: 'c',
  sample: 0,
  arm,
  input: 'question',
  output: { content: `answer of ${arm}` },
  ...parts,
});
const aScore = (score: number | null, parts: object = {}) => ({
  ...{ suite: 's', prompt: 'p', case: 'c', sample: 0, metric: 'helpful', score },
  ...parts,
});

describe('matchScores', () => {
  it('puts the scores of each side beside its outputs', () => {
    const outputs = [anOutput('base'), anOutput('candidate')];
    const sources = matchScores({ outputs, candidate: [aScore(0.25)], base: [aScore(1)] }, 'helpful');
    expect(sources.map(({ judge }) => judge)).toEqual([1, 0.25]);
    expect(sources.map(({ arm }) => arm)).toEqual(['base', 'candidate']);
  });

  it('takes the scores of the base for those of a stored baseline only where nothing is fresh', () => {
    const [stored, fresh] = [anOutput('stored'), anOutput('base')];
    const scores = { candidate: [], base: [aScore(0.5)] };
    const contentOf = (outputs: readonly ReturnType<typeof anOutput>[]) =>
      matchScores({ outputs, ...scores }, 'helpful').map(({ output }) => output);
    expect(contentOf([stored])).toEqual([stored.output]);
    expect(contentOf([stored, fresh])).toEqual([fresh.output]);
  });

  it('keeps what the judge abstained from, and leaves out what it was never asked about', () => {
    const outputs = [
      anOutput('candidate'),
      anOutput('candidate', { suite: 'other' }),
      anOutput('candidate', { sample: 1 }),
    ];
    const candidate = [aScore(null), aScore(1, { suite: 'other', metric: 'length' })];
    expect(matchScores({ outputs, candidate, base: [] }, 'helpful')).toMatchObject([{ suite: 's', judge: null }]);
  });

  it('names the judges there are', () => {
    const lines = { outputs: [anOutput('candidate')], candidate: [aScore(1)], base: [] };
    expect(() => matchScores(lines, 'helpfull')).toThrow(/"helpfull".*Did you mean "helpful"/);
  });
});
