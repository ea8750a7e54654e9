import { describe, expect, it } from '@jest/globals';
import { Census, type Facet } from '../../src/cases/census.ts';
import { allotRows, chooseRecords } from '../../src/cases/choose.ts';
import { prepareRedaction } from '../../src/cases/redaction.ts';
import type { RecordEvent } from '../../src/records/record.ts';
import { aRecord, asking, eventOf, feedbackOn } from './records.ts';

function take(
  events: readonly RecordEvent[],
  by: readonly Facet[] = ['prompt', 'version'],
  prompt: string | null = null,
) {
  const census = new Census(by, prompt, prepareRedaction([]));
  for (const event of events) census.note(event, 0);
  return census;
}

const many = (count: number, changes = {}, from = 0) =>
  Array.from({ length: count }, (_, index) => eventOf(asking(`question ${from + index}`, changes), from + index + 1));

describe('how many rows each group has', () => {
  it.each([
    ['equally many', [100, 100], 10, [5, 5]],
    ['what a small one cannot take is for the others', [1, 100, 2], 10, [1, 7, 2]],
    ['all, where there are fewer', [1, 2], 10, [1, 2]],
    ['one over goes to the largest', [10, 11], 3, [1, 2]],
    ['of more groups than rows the largest have one', [1, 3, 2], 2, [0, 1, 1]],
    ['none of none', [], 5, []],
  ])('%s', (_, sizes, rows, allotted) => {
    expect(allotRows(sizes, rows)).toEqual(allotted);
  });
});

describe('what is chosen', () => {
  const linesOf = (events: readonly RecordEvent[], rows: number) =>
    chooseRecords(take(events), rows).picks.map(({ line }) => line);

  it('the same in any order of the records', () => {
    const idsOf = (events: readonly RecordEvent[]) => chooseRecords(take(events), 10).picks.map(({ rowId }) => rowId);
    const events = many(100);
    expect(idsOf(events)).toHaveLength(10);
    expect(idsOf(events.toReversed())).toEqual(idsOf(events));
  });

  it('one record of each question, and how many ask it', () => {
    const events = [...many(3), eventOf(asking('question 1', { id: 'again', promptVersion: '4' }), 9)];
    const { picks } = chooseRecords(take(events), 10);
    expect(picks.map(({ asked }) => asked).sort()).toEqual([1, 1, 2]);
  });

  it('equal questions of two prompts are two', () => {
    expect(linesOf([...many(1), ...many(1, { prompt: 'other' })], 10)).toHaveLength(2);
  });

  it('questions that differ in what is taken out are one', () => {
    const events = ['ann@b.de', 'bob@b.de'].map((name) => eventOf(asking(`I am ${name}`)));
    expect(chooseRecords(take(events), 10).picks).toMatchObject([{ asked: 2 }]);
  });

  it.each<[string, readonly RecordEvent[], number]>([
    [
      'the disliked one speaks for its question',
      [eventOf(asking('a'), 1), eventOf(asking('a', { feedback: { thumbs: -1 } }), 2)],
      2,
    ],
    [
      'before a failed one',
      [eventOf(asking('a', { error: 'x' }), 1), eventOf(asking('a', { feedback: { thumbs: 0 } }), 2)],
      2,
    ],
    ['and that before any other', [eventOf(asking('a'), 1), eventOf(asking('a', { error: 'x' }), 2)], 2],
    [
      'a later word counts',
      [eventOf(asking('a', { id: '1' }), 1), eventOf(asking('a', { id: '2' }), 2), feedbackOn({ recordId: '2' }, -1)],
      2,
    ],
    [
      'an earlier one, too',
      [feedbackOn({ recordId: '2' }, 0), eventOf(asking('a', { id: '1' }), 1), eventOf(asking('a', { id: '2' }), 2)],
      2,
    ],
    [
      'a word on the trace',
      [
        eventOf(asking('a', { traceId: 's' }), 1),
        eventOf(asking('a', { traceId: 't' }), 2),
        feedbackOn({ traceId: 't' }, -1),
      ],
      2,
    ],
  ])('%s', (_, events, line) => {
    expect(linesOf(events, 10)).toEqual([line]);
  });

  it.each<[string, readonly (readonly [name: string, score: number])[], number]>([
    [
      'is taken back by a later word of its name',
      [
        ['thumbs', -1],
        ['thumbs', 1],
      ],
      0,
    ],
    [
      'is not taken back by an earlier one',
      [
        ['thumbs', 1],
        ['thumbs', -1],
      ],
      2,
    ],
    [
      'nor by another name',
      [
        ['thumbs', -1],
        ['stars', 5],
      ],
      2,
    ],
    [
      'counts once, however often it is said',
      [
        ['thumbs', -1],
        ['thumbs', 0],
        ['thumbs', 1],
      ],
      0,
    ],
  ])('a thumbs-down %s', (_, words, badness) => {
    const said = words.map(([name, score]) => ({ ...feedbackOn({ recordId: 'a' }, score), name }) as RecordEvent);
    expect(chooseRecords(take([...said, eventOf(asking('a'))]), 10).picks).toMatchObject([{ badness }]);
  });

  it('praise is nothing bad', () => {
    expect(chooseRecords(take([eventOf(asking('a')), feedbackOn({ recordId: 'a' }, 1)]), 10).picks).toMatchObject([
      { badness: 0 },
    ]);
  });

  it.each([
    ['half of the rows', 40, 60, 20, 10],
    ['all of them, where they are fewer', 3, 97, 20, 3],
    ['more, where there is nothing else', 40, 5, 20, 15],
  ])('what went wrong comes first and has %s', (_, bad, good, rows, badRows) => {
    const events = [...many(good), ...many(bad, { error: 'timeout' }, good)];
    const { picks, shares } = chooseRecords(take(events), rows);
    expect(picks.map(({ badness }) => badness)).toEqual([...Array(badRows).fill(1), ...Array(rows - badRows).fill(0)]);
    expect(shares).toEqual([
      { stratum: { prompt: 'triage', version: '3' }, questions: bad + good, bad, rows, badRows },
    ]);
  });

  it.each<[string, readonly Facet[], number]>([
    ['version', ['version'], 2],
    ['tag', ['tag'], 3],
    ['both', ['version', 'tag'], 4],
    ['nothing', [], 1],
  ])('groups are by %s', (_, by, count) => {
    const events = [
      ...many(5, { promptVersion: '1', tags: ['a', 'b'] }),
      ...many(5, { promptVersion: '2', tags: ['b', 'a'] }, 10),
      ...many(5, { promptVersion: '2', tags: ['a'] }, 20),
      ...many(5, { promptVersion: '2' }, 30),
    ];
    const { shares } = chooseRecords(take(events, by), 12);
    expect(shares).toHaveLength(count);
    expect(shares.reduce((sum, { rows }) => sum + rows, 0)).toBe(12);
  });
});

describe('what is of no use', () => {
  it('is counted, each for its reason', () => {
    const census = take(
      [
        eventOf(asking('a')),
        eventOf(asking('b', { prompt: 'other' })),
        eventOf(asking('c', { prompt: null })),
        eventOf(aRecord({ messages: null }), 4),
        eventOf(aRecord({ messages: null, error: 'timeout' }), 5),
      ],
      [],
      'triage',
    );
    expect(census).toMatchObject({
      records: 5,
      size: 1,
      unusable: { otherPrompt: 2, withoutContent: 1, failedWithoutContent: 1 },
      firstWithoutContent: { file: 0, line: 4 },
    });
  });

  it('groups without end are refused', () => {
    expect(() =>
      take(
        Array.from({ length: 10_001 }, (_, index) => eventOf(asking('a', { tags: [`${index}`] }))),
        ['tag'],
      ),
    ).toThrow('There are more than 10000 groups by tag.');
  });
});

it('a hundred thousand questions are told apart', () => {
  const census = take(many(100_000), []);
  expect([census.size, census.asked.length]).toEqual([100_000, 100_000]);
});
