import { describe, expect, it } from '@jest/globals';
import { decideAuthority } from '../../src/judges/authority.ts';
import { judgeDependencies } from '../../src/judges/registry.ts';
import { aJudge } from './judge-builders.ts';

describe('the authority of a judge', () => {
  it.each([
    ['wants only to report', { role: 'report' as const }, null, 'report', null],
    ['is uncalibrated', {}, null, 'report', /"helpful" is not calibrated.*cannot gate.*"allow-uncalibrated"/],
    ['is calibrated well', {}, { state: 'gate' as const, reasons: [] }, 'gate', null],
    [
      'is calibrated poorly',
      {},
      { state: 'report' as const, reasons: ['kappa .50'] },
      'report',
      /too little.*kappa \.50/,
    ],
    [
      'contradicts people',
      { allowUncalibrated: true },
      { state: 'refuse' as const, reasons: ['kappa .10'] },
      'refuse',
      /disagrees.*figures are left out.*kappa \.10/,
    ],
    [
      'contradicts people and wants only to report',
      { role: 'report' as const },
      { state: 'refuse' as const, reasons: ['kappa .10'] },
      'refuse',
      /disagrees/,
    ],
  ])('that %s', (_name, config, calibration, role, held) => {
    const authority = decideAuthority(aJudge(config), calibration);
    expect(authority.role).toBe(role);
    if (held === null) expect(authority.held).toBeNull();
    else expect(authority.held).toMatch(held);
  });

  it('is lent to an uncalibrated judge by the config, and the note says so', () => {
    expect(decideAuthority(aJudge({ allowUncalibrated: true }), null)).toEqual({
      role: 'gate',
      held: null,
      note: expect.stringContaining('gates without calibration'),
    });
  });
});

describe('the files of a judge', () => {
  it.each([
    [aJudge(), []],
    [aJudge({ rubric: 'r.md', calibration: 'l.jsonl' }), ['r.md', 'l.jsonl']],
    [aJudge({ type: 'checklist', rubric: 'c.md' }), ['c.md']],
    [aJudge({ type: 'choices', rubric: null }), []],
  ])('are its rubric and its labels', (config, files) => {
    expect(judgeDependencies(config)).toEqual(files);
  });

  it('are not asked of an unknown type', () => {
    expect(() => judgeDependencies(aJudge({ type: 'vibes' }))).toThrow(/"vibes".*checklist, rubric, choices/s);
  });
});
