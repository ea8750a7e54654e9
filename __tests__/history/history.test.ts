import { describe, expect, it } from '@jest/globals';
import { buildHistory, chooseSuite, isHistoryPath } from '../../src/history/history.ts';
import { renderMergeLine } from '../../src/history/merge-line.ts';
import { renderJsonLine } from '../../src/text/json-line.ts';
import { aBaselineLine, aHistory, aMerge, aMergedSuite } from './builders.ts';

const place = { branch: 'b', commit: 'c' };
const build = (files: Readonly<Record<string, string>>, last: number | null = null) =>
  buildHistory(place, new Map(Object.entries(files)), last);
const path = 'triage-1a2b3c4d/changelog.jsonl';

describe('a history', () => {
  it('is made of the change logs of all suites and the lines of the merges', () => {
    const lines = [aBaselineLine(1), aBaselineLine(2)];
    const history = build({
      [path]: lines.map(renderJsonLine).join(''),
      'other-00000000/changelog.jsonl': renderJsonLine(aBaselineLine(3, { suite: 'other' })),
      'verdicts.jsonl': [aMerge(1), aMerge(2)].map(renderMergeLine).join(''),
    });
    expect(history).toEqual({
      ...place,
      suites: [
        { suite: 'other', baselines: [aBaselineLine(3, { suite: 'other' })] },
        { suite: 'triage', baselines: lines },
      ],
      merges: [aMerge(1), aMerge(2)],
      errors: [],
      leftOut: 0,
    });
  });

  it.each([
    ['verdicts.jsonl', true],
    [path, true],
    ['triage-1a2b3c4d/outputs.jsonl', false],
    ['a/b/changelog.jsonl', false],
    ['changelog.jsonl', false],
    ['CHANGELOG.md', false],
  ])('reads of the branch no more than it needs: %s', (name, isRead) => {
    expect(isHistoryPath(name)).toBe(isRead);
  });

  it('names lines that it cannot read, and shows the others', () => {
    const history = build({
      [path]: `not JSON\n\n${renderJsonLine(aBaselineLine(1))}{"commit":"c","date":"never","means":{},"versions":{}}\n`,
      'verdicts.jsonl': `${renderMergeLine(aMerge(1))}${renderMergeLine(aMerge(2)).slice(0, 40)}\n{"schema":9}\n`,
    });
    expect(history.suites).toMatchObject([{ baselines: [aBaselineLine(1)] }]);
    expect(history.merges).toEqual([aMerge(1)]);
    expect(history.errors.map(({ path: where, line, message }) => [where, line, message])).toEqual([
      [path, 1, 'is no line of a history.'],
      [path, 4, 'is no line of a history.'],
      ['verdicts.jsonl', 2, 'is no line of a history.'],
      ['verdicts.jsonl', 3, 'was written by a newer version.'],
    ]);
  });

  it('reads what older versions wrote, and calls the rest unknown', () => {
    const old = {
      commit: 'c',
      date: '2026-01-02T03:04:05Z',
      who: null,
      reason: null,
      versions: {},
      means: { 'a / m': 0.5 },
    };
    expect(build({ [path]: renderJsonLine({ ...old, costMicroUsd: null, previous: null }) })).toMatchObject({
      suites: [
        { suite: 'triage-1a2b3c4d', baselines: [{ means: { 'a / m': 0.5 }, measures: {}, models: {}, tokens: null }] },
      ],
      errors: [],
    });
  });

  it('believes the last line about a change of main', () => {
    const late = aMerge(1, { suites: [aMergedSuite({ verdict: 'fail' })] });
    const lines = [aMerge(1, { suites: [aMergedSuite({ verdict: null })] }), aMerge(1, { config: 'b.yml' }), late];
    expect(build({ 'verdicts.jsonl': lines.map(renderMergeLine).join('') }).merges).toEqual([late, lines[1]]);
  });

  it('keeps the newest by date, and counts what it leaves out', () => {
    const lines = [3, 1, 2].map((day) => aBaselineLine(day));
    const merges = [2, 3, 1].map((day) => aMerge(day));
    const history = build(
      { [path]: lines.map(renderJsonLine).join(''), 'verdicts.jsonl': merges.map(renderMergeLine).join('') },
      2,
    );
    expect(history.suites[0]?.baselines.map(({ date }) => date.slice(8, 10))).toEqual(['02', '03']);
    expect(history.merges.map(({ date }) => date.slice(8, 10))).toEqual(['02', '03']);
    expect(history.leftOut).toBe(2);
  });

  it('is empty of an empty branch', () => {
    expect(build({})).toEqual({ ...place, suites: [], merges: [], errors: [], leftOut: 0 });
  });
});

describe('one suite of a history', () => {
  const both = aHistory({
    merges: [aMerge(1, { suites: [aMergedSuite(), aMergedSuite({ suite: 'other' })] }), aMerge(2)],
  });

  it('is all that concerns it', () => {
    expect(chooseSuite(both, 'other')).toMatchObject({ suites: [], merges: [{ suites: [{ suite: 'other' }] }] });
    expect(chooseSuite(both, 'triage').merges).toHaveLength(2);
  });

  it('has to be there', () => {
    expect(() => chooseSuite(both, 'triag')).toThrow('There is no history of a suite "triag". Did you mean "triage"?');
  });
});
