import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { measure } from '../../src/report/console/cells.ts';
import type { Timing } from '../../src/report/progress/pace.ts';
import { layOutProgress } from '../../src/report/progress/progress-line.ts';
import { describeProgress, renderProgress, renderProgressEnd } from '../../src/report/progress/progress-text.ts';
import { aProgress } from '../helpers/builders.ts';

const timing: Timing = { elapsedMs: 12_300, silentMs: null, perSecond: 3.25, leftMs: 18_400 };
const early: Timing = { elapsedMs: 2400, silentMs: null, perSecond: null, leftMs: null };
const silent: Timing = { elapsedMs: 11_000, silentMs: 11_000, perSecond: null, leftMs: null };
const refused = { retries: 14, lastFault: 'api.example.com answered 503: overloaded, try again' };

describe('renderProgress', () => {
  it.each([
    ['at a pace', aProgress(), timing, 'answers of triage: 40 %, 40 of 100, 3.3 a second, $0.13 of $2.00, 20 s left'],
    [
      'before the first',
      aProgress({ done: 0, suite: null, spentMicroUsd: 0 }),
      early,
      'answers: 0 %, 0 of 100, $0 of $2.00, 2 s so far',
    ],
    [
      'that is refused',
      aProgress({ done: 0, spentMicroUsd: 0, ...refused }),
      silent,
      'answers of triage: 0 %, 0 of 100, $0 of $2.00, no answer for 11 s; 14 retries, the last: api.example.com answered 503',
    ],
    [
      'that fails',
      aProgress({ failed: 59, retries: 1, lastFault: 'the connection broke' }),
      timing,
      'answers of triage: 99 %, 40 of 100, 3.3 a second, $0.13 of $2.00, 20 s left; 59 without an answer, 1 retry, the last: the connection broke',
    ],
    [
      'without a limit or a price',
      aProgress({ spentMicroUsd: null, budgetMicroUsd: null }),
      timing,
      'answers of triage: 40 %, 40 of 100, 3.3 a second, 20 s left',
    ],
    [
      'that nobody counted',
      aProgress({ label: 'records', suite: null, total: null, done: 12_000, spentMicroUsd: 0, budgetMicroUsd: null }),
      { ...silent, perSecond: 4000 },
      'records: 12,000, 4,000 a second, 11 s so far',
    ],
  ])('tells of work %s', (_name, progress, at, expected) => {
    expect(renderProgress(progress, at)).toBe(expected);
  });

  it.each([
    [999, '1 s'],
    [9_100, '10 s'],
    [31_000, '35 s'],
    [61_000, '1 min 5 s'],
    [301_000, '5 min 30 s'],
    [7_200_000, '2 h'],
    [7_260_000, '2 h 1 min'],
  ])('rounds %d ms that are left', (leftMs, shown) => {
    expect(describeProgress(aProgress(), { ...timing, leftMs }).time).toBe(`${shown} left`);
  });

  it('says 100 % of nothing but the whole', () => {
    const percent = (done: number) => describeProgress(aProgress({ total: 976, done }), timing).percent;
    expect([percent(975), percent(976)]).toEqual(['99 %', '100 %']);
  });

  it('lets no name and no endpoint steer the terminal', () => {
    const progress = aProgress({ suite: 'a\u001b[2J\nb', retries: 1, lastFault: 'x\u202e\u001b]0;t\u0007: y' });
    expect(renderProgress(progress, timing)).not.toMatch(/[\p{Cc}\u202e]/u);
  });
});

describe('renderProgressEnd', () => {
  it.each([
    ['done', aProgress({ done: 100 }), 'answers: 100 of 100, 12 s, 8.1 a second, $0.13 of $2.00'],
    ['known', aProgress({ done: 100, known: 100 }), 'answers: 100 of 100, 100 of them known, 12 s, $0.13 of $2.00'],
    [
      'broken off',
      aProgress({ failed: 10, ...refused }),
      'answers: 40 of 100, broken off, 12 s, 4.1 a second, $0.13 of $2.00; 10 without an answer, 14 retries, the last: api.example.com answered 503',
    ],
    [
      'without any answer',
      aProgress({ done: 0, failed: 100, lastFault: 'nobody there' }),
      'answers: 0 of 100, 12 s, 8.1 a second, $0.13 of $2.00; 100 without an answer, the last: nobody there',
    ],
  ])('tells of work that is %s', (_name, progress, expected) => {
    expect(renderProgressEnd({ ...progress, isOver: true }, timing)).toBe(expected);
  });
});

describe('layOutProgress', () => {
  const lines = (progress: ReturnType<typeof aProgress>, at: Timing) =>
    [120, 80, 60, 40, 20].map((width) => layOutProgress(describeProgress(progress, at), width));

  it('fills the width with a bar, and leaves out what has no room', () => {
    expect(lines(aProgress({ retries: 12, lastFault: 'api.example.com answered 429: slow down' }), timing)).toEqual([
      'answers of triage  ━━━━━━━━━───────────────  40 %  40 of 100  3.3 a second  $0.13 of $2.00  20 s left  12 retries',
      'answers of triage  40 %  40 of 100  $0.13 of $2.00  20 s left  12 retries',
      'answers of triage  40 %  40 of 100  20 s left  12 retries',
      'answers of triage  40 %  40 of 100',
      'answers of triage',
    ]);
  });

  it('says of an outage what the endpoint said, before money and bar', () => {
    expect(lines(aProgress({ done: 0, spentMicroUsd: 0, ...refused }), silent)).toEqual([
      'answers of triage  ───────────  0 %  0 of 100  $0 of $2.00  no answer for 11 s  14 retries  api.example.com answered 503',
      'answers of triage  0 %  no answer for 11 s  api.example.com answered 503',
      'answers of triage  0 %  no answer for 11 s  14 retries',
      'answers of triage  0 %  14 retries',
      'answers of triage',
    ]);
  });

  it('cuts a long name before it takes the line from all else', () => {
    const words = describeProgress(aProgress({ suite: 'a-suite-with-a-very-long-name-that-somebody-gave-it' }), timing);
    expect(layOutProgress(words, 60)).toBe('answers of a-suite-with…  40 %  40 of 100  20 s left');
  });

  it('never takes more cells than there are', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.constant('要約の評価'),
      fc.constant('👩‍👩‍👧'.repeat(20)),
    );
    const count = fc.nat(100_000);
    fc.assert(
      fc.property(
        fc.record({ suite: texts, lastFault: texts, done: count, failed: count, retries: count, total: count }),
        fc.record({
          elapsedMs: count,
          silentMs: fc.option(count),
          perSecond: fc.option(count),
          leftMs: fc.option(count),
        }),
        fc.integer({ min: 12, max: 200 }),
        (changes, at, width) => {
          const line = layOutProgress(describeProgress(aProgress(changes), at), width);
          expect(measure(line)).toBeLessThanOrEqual(width);
          expect(line).not.toMatch(/[\r\n]/);
        },
      ),
    );
  });
});
