import { describe, expect, it } from '@jest/globals';
import type { RecordedVerdict } from '../../src/conclude/recorded-verdict.ts';
import { acceptGrounds } from '../../src/gate/acceptance.ts';
import type { WeighedGround } from '../../src/gate/ground.ts';
import { describeSuites } from '../../src/history/describe-merge.ts';

const pull = { number: 7, title: 'a change', headSha: 'b'.repeat(40) };
const ground: WeighedGround = {
  ...{ kind: 'comparison', suite: 'triage', prompt: 'reply', subject: 'label', verdict: 'fail', blocks: true },
};
const aVerdict = (changes: Partial<RecordedVerdict> = {}): RecordedVerdict => ({
  ...{ suite: 'triage', key: 'k1', verdict: 'pass', title: 'No regression.', head: 'b'.repeat(12), attempts: 1 },
  ...{ grounds: [], evidence: 'e1' },
  ...changes,
});
const failed = (changes: Partial<RecordedVerdict> = {}) =>
  aVerdict({ verdict: 'fail', title: 'Regression proven.', grounds: [ground], ...changes });
const judged = (verdicts: readonly RecordedVerdict[], acceptance: ReturnType<typeof acceptGrounds> | null = null) => {
  return { verdicts, acceptance };
};
const touched = [{ suite: 'triage', key: 'k1' }];

describe('what is known of a suite that a change touched', () => {
  it('is the verdict over its very content, whichever head had it', () => {
    const old = aVerdict({ head: 'c'.repeat(12) });
    expect(describeSuites(touched, pull, judged([failed({ key: 'k2' }), old]))).toMatchObject([
      { verdict: 'pass', matches: true, green: true, key: 'k1', head: 'c'.repeat(12), evidence: 'e1' },
    ]);
  });

  it('is one of the merged head over other content, said not to match', () => {
    expect(describeSuites(touched, pull, judged([aVerdict({ key: 'k2' })]))).toMatchObject([
      { verdict: 'pass', matches: false, key: 'k2' },
    ]);
  });

  it.each([
    ['a head that was not merged', judged([aVerdict({ key: 'k2', head: 'c'.repeat(12) })])],
    ['another suite', judged([aVerdict({ suite: 'other' })])],
    ['a head of no digits', judged([aVerdict({ key: 'k2', head: '' })])],
    ['nobody', null],
  ])('is nothing where the verdict is of %s', (_, said) => {
    expect(describeSuites(touched, pull, said)).toEqual([
      {
        ...{ suite: 'triage', verdict: null, title: null, key: 'k1', head: null, matches: null },
        ...{ green: false, accepted: null, evidence: null },
      },
    ]);
  });

  it('is red while a ground blocks, and green where a person took all of them as given', () => {
    expect(describeSuites(touched, pull, judged([failed()]))).toMatchObject([{ green: false, accepted: null }]);
    const { blocks: _, ...plain } = ground;
    expect(describeSuites(touched, pull, judged([failed()], acceptGrounds('@grace', [ground])))).toMatchObject([
      { green: true, accepted: { by: '@grace', grounds: [plain] } },
    ]);
    const other = { ...ground, subject: 'tone' };
    const both = judged([failed({ grounds: [ground, other] })], acceptGrounds('@grace', [ground]));
    expect(describeSuites(touched, pull, both)).toMatchObject([{ green: false, accepted: { grounds: [plain] } }]);
  });

  it('is green where an open verdict does not block, with nobody to thank', () => {
    const open = aVerdict({
      verdict: 'inconclusive',
      grounds: [{ ...ground, verdict: 'inconclusive', blocks: false }],
    });
    expect(describeSuites(touched, pull, judged([open], acceptGrounds('@grace', [])))).toMatchObject([
      { verdict: 'inconclusive', green: true, accepted: null },
    ]);
  });

  it('is what was said of the merged head where main cannot be read, and matches nobody knows', () => {
    const said = judged([
      aVerdict({ key: 'k3' }),
      failed({ key: 'k2' }),
      aVerdict({ suite: 'other', head: 'c'.repeat(12) }),
    ]);
    expect(describeSuites(null, pull, said)).toMatchObject([
      { suite: 'triage', verdict: 'pass', matches: null, key: 'k3' },
    ]);
    expect(describeSuites(null, null, null)).toEqual([]);
  });
});
