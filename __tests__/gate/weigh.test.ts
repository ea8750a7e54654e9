import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Verdict } from '../../src/gate/comparison.ts';
import { combineVerdicts, type SignalSettings } from '../../src/gate/verdict.ts';
import { type Finding, weigh } from '../../src/gate/weigh.ts';

const warn = { onInconclusive: 'warn', strict: false } as const;
const block = { onInconclusive: 'block', strict: false } as const;
const aFinding = (verdict: Verdict, suite: string | null = 'triage', changes: Partial<Finding> = {}): Finding => ({
  ...{ kind: 'comparison', suite, prompt: 'reply', subject: 'label', verdict, blocks: null },
  ...changes,
});
const settings = new Map<string, SignalSettings>([
  ['triage', warn],
  ['reply', block],
]);

describe('what everything that may decide comes to', () => {
  it('is the same for a run and for its only suite', () => {
    const aVerdict = fc.constantFrom<Verdict>('pass', 'fail', 'inconclusive', 'invalid');
    const findings = fc.array(
      fc.record({ verdict: aVerdict, suite: fc.constantFrom('triage', null) }).map((one) => {
        return aFinding(one.verdict, one.suite);
      }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(findings, (all) => {
        const { verdict, suites } = weigh(all, new Map([['triage', warn]]), null);
        expect(suites.get('triage')).toBe(verdict);
      }),
    );
  });

  it('is for a run what its suites come to together', () => {
    const aVerdict = fc.constantFrom<Verdict>('pass', 'fail', 'inconclusive', 'invalid');
    const suite = fc.constantFrom('triage', 'reply', null);
    fc.assert(
      fc.property(fc.array(fc.tuple(aVerdict, suite), { minLength: 1 }), (all) => {
        const { verdict, suites } = weigh(
          all.map(([one, name]) => aFinding(one, name)),
          settings,
          null,
        );
        expect(combineVerdicts([...suites.values()])).toBe(verdict);
      }),
    );
  });

  it('blames the suite that a finding is about, and every suite that ran for what is the whole run', () => {
    const one = weigh([aFinding('fail', 'triage'), aFinding('pass', 'reply')], settings, null);
    expect(one).toMatchObject({ verdict: 'fail', green: false });
    expect([...one.suites]).toEqual([
      ['triage', 'fail'],
      ['reply', 'pass'],
    ]);
    const all = weigh([aFinding('inconclusive', null), aFinding('fail', 'earlier', { blocks: true })], settings, null);
    expect([...all.suites]).toEqual([
      ['triage', 'inconclusive'],
      ['reply', 'inconclusive'],
      ['earlier', 'fail'],
    ]);
  });

  it('says nothing of a suite that nothing is about, and is invalid where nothing is at all', () => {
    expect(weigh([aFinding('pass')], settings, null).suites.has('reply')).toBe(false);
    expect(weigh([], settings, null)).toMatchObject({
      verdict: 'invalid',
      green: false,
      grounds: [{ kind: 'unjudged', verdict: 'invalid', blocks: true }],
    });
  });

  it.each([
    ['by the settings of its suite: warn', 'triage', null, true],
    ['by the settings of its suite: block', 'reply', null, false],
    ["by the strictest suite where it is no suite's own", null, null, false],
    ['as an earlier run weighed it', 'reply', false, true],
    ['as an earlier run weighed it, red', 'triage', true, false],
  ] as const)('weighs what is inconclusive %s', (_, suite, blocks, green) => {
    expect(weigh([aFinding('inconclusive', suite, { blocks })], settings, null).green).toBe(green);
  });

  it('names each ground once, and no pass', () => {
    const twice = [aFinding('fail'), aFinding('fail'), aFinding('pass', 'reply')];
    expect(weigh(twice, settings, null).grounds).toEqual([
      { kind: 'comparison', suite: 'triage', prompt: 'reply', subject: 'label', verdict: 'fail', blocks: true },
    ]);
  });

  it('is green where a person accepted all that blocks, with the verdict as it was', () => {
    const acceptance = { by: '@grace', covers: () => true };
    expect(weigh([aFinding('fail')], settings, acceptance)).toMatchObject({ verdict: 'fail', green: true });
  });
});
