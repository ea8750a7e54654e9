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

const aBrief = (text = 'Is it kind?') => ({ text, answer: { by: 'level' } });
const judges = [{ suite: 's', judge: 'helpful', brief: aBrief() }];

describe('matchScores', () => {
  it('puts the scores of each side beside its outputs', () => {
    const outputs = [anOutput('base'), anOutput('candidate')];
    const lines = { judges, outputs, candidate: [aScore(0.25)], base: [aScore(1)] };
    const { brief, sources } = matchScores(lines, 'helpful', null);
    expect(brief).toEqual(aBrief());
    expect(sources.map(({ judge }) => judge)).toEqual([1, 0.25]);
    expect(sources.map(({ arm }) => arm)).toEqual(['base', 'candidate']);
  });

  it('takes the scores of the base for those of a stored baseline only where nothing is fresh', () => {
    const [stored, fresh] = [anOutput('stored'), anOutput('base')];
    const scores = { judges, candidate: [], base: [aScore(0.5)] };
    const contentOf = (outputs: readonly ReturnType<typeof anOutput>[]) =>
      matchScores({ outputs, ...scores }, 'helpful', null).sources.map(({ output }) => output);
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
    const { sources } = matchScores({ judges, outputs, candidate, base: [] }, 'helpful', null);
    expect(sources).toMatchObject([{ suite: 's', judge: null }]);
  });

  it('names the judges there are', () => {
    const lines = { judges, outputs: [anOutput('candidate')], candidate: [aScore(1)], base: [] };
    expect(() => matchScores(lines, 'helpfull', null)).toThrow(/"helpfull".*Did you mean "helpful"/);
    expect(() => matchScores(lines, 'helpful', 'other')).toThrow(/no judge "helpful" in suite "other"/);
  });

  it('asks for the suite where judges of one name are asked something else', () => {
    const other = { suite: 'other', judge: 'helpful', brief: aBrief('Is it short?') };
    const outputs = [anOutput('candidate'), anOutput('candidate', { suite: 'other' })];
    const candidate = [aScore(1), aScore(0, { suite: 'other' })];
    const lines = { judges: [...judges, other], outputs, candidate, base: [] };
    expect(() => matchScores(lines, 'helpful', null)).toThrow(/--suite: "s", "other"/);
    expect(matchScores(lines, 'helpful', 'other')).toMatchObject({
      brief: { text: 'Is it short?' },
      sources: [{ suite: 'other', judge: 0 }],
    });
    const alike = { ...lines, judges: [...judges, { ...other, brief: aBrief() }] };
    expect(matchScores(alike, 'helpful', null).sources).toHaveLength(2);
  });

  it.each([
    ['nothing', {}],
    ['no criteria', { brief: { text: 'x', answer: { by: 'criteria', ids: [] } } }],
    ['choices without scores', { brief: { text: 'x', answer: { by: 'choice', choices: [{ choice: 'a' }] } } }],
    ['what it does not know', { brief: { text: 'x', answer: { by: 'dice' } } }],
  ])('refuses a report that says %s of what is asked', (_, parts) => {
    const lines = { judges: [{ suite: 's', judge: 'helpful', ...parts }], outputs: [], candidate: [], base: [] };
    expect(() => matchScores(lines, 'helpful', null)).toThrow(/does not say what judge "helpful" is asked/);
  });
});
