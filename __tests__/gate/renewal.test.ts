import { describe, expect, it } from '@jest/globals';
import { adviseRenewal, type ScreenUse } from '../../src/gate/renewal.ts';

const uses = (word: string, baseline = 'b1'): readonly ScreenUse[] =>
  [...word].map((letter) => ({ baseline, outcome: letter === 'f' ? 'fresh' : 'stored' }));

describe('adviseRenewal', () => {
  it.each([
    ['nothing yet', '', null],
    ['five of ten', 'fffffsssss', null],
    ['six of ten', 'ffffffssss', '6 of the last 10'],
    ['six of the first six', 'ffffff', '6 of the last 6'],
    ['six, but long ago', 'ssssssssssffffff', null],
  ])('%s', (_name, word, advice) => {
    const said = adviseRenewal(uses(word), 'b1');
    if (advice === null) expect(said).toBeNull();
    else expect(said).toContain(advice);
  });

  it('does not count runs on another baseline', () => {
    expect(adviseRenewal([...uses('ffffffffff', 'old'), ...uses('s')], 'b1')).toBeNull();
  });
});
