import { describe, expect, it } from '@jest/globals';
import { findWorst, readMarks, renderMarked, type StatusMark, shortenBase } from '../../src/action/status-marks.ts';
import type { CommitStatus } from '../../src/adapters/github/commit-status.ts';

const us = 'github-actions[bot]';
const aStatus = (description: string, creator: string | null = us): CommitStatus => ({
  ...{ state: 'success', description, targetUrl: null, creator },
});
const aMark = (number: number, state: StatusMark['state'] = 'success', base = 'main'): StatusMark => ({
  ...{ number, state, base },
});

describe('the description of a status', () => {
  it('says the verdict first and is read back by pull request', () => {
    const marks = [aMark(7, 'failure'), aMark(9, 'success', 'release-0')];
    const description = renderMarked('fail: 30 of 60 cases got worse', marks);
    expect(description).toBe('fail: 30 of 60 cases got worse [#7 main failure, #9 release-0 success]');
    expect(readMarks([aStatus(description)], us)).toEqual(marks);
  });

  it('keeps its marks where the sentence is long', () => {
    const base = shortenBase('a-branch-with-a-very-long-name');
    const description = renderMarked(`fail: ${'word '.repeat(60)}`, [aMark(1_234_567, 'failure', base)]);
    expect([...description]).toHaveLength(140);
    expect(readMarks([aStatus(description)], us)).toEqual([aMark(1_234_567, 'failure', base)]);
  });
});

describe('the marks of a head', () => {
  it('are the newest verdict of each pull request, and that one has none', () => {
    const statuses = [
      aStatus('pending: evaluating [#7 main pending]'),
      aStatus('pending: evaluating [#8 main pending]'),
      aStatus('pass: fine [#9 main success]'),
      aStatus('fail: worse [#7 main failure]'),
      aStatus('pass: fine [#7 main success]'),
    ];
    expect(readMarks(statuses, us)).toEqual([aMark(7, 'failure'), aMark(8, 'pending'), aMark(9)]);
  });

  it('are not taken from what others set', () => {
    expect(
      readMarks([aStatus('pass: fine [#7 main success]', 'mallory'), aStatus('[#8 main success]', null)], us),
    ).toEqual([]);
  });
});

it('a failure weighs more than an error, an error more than no verdict, and that more than a success', () => {
  expect(findWorst([aMark(1), aMark(2, 'pending'), aMark(3, 'error')])).toEqual(aMark(3, 'error'));
  expect(findWorst([aMark(1), aMark(2, 'pending')])).toEqual(aMark(2, 'pending'));
  expect(findWorst([aMark(1), aMark(2, 'error'), aMark(3, 'failure')])).toEqual(aMark(3, 'failure'));
  expect(findWorst([aMark(1), aMark(2, 'error')])).toEqual(aMark(2, 'error'));
  expect(findWorst([aMark(1), aMark(2)])).toEqual(aMark(1));
});
