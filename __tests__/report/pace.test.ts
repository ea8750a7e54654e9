import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { beginPace, notePace, type Pace, readPace } from '../../src/report/progress/pace.ts';
import { aProgress } from '../helpers/builders.ts';

interface Step {
  readonly atMs: number;
  readonly done: number;
  readonly known?: number;
  readonly failed?: number;
}

/** What the pace says at `nowMs` after these words about 1,000 answers. */
function readAfter(steps: readonly Step[], nowMs: number) {
  let pace: Pace = beginPace(0);
  let before = aProgress({ total: 1000, done: 0 });
  for (const { atMs, ...counts } of steps) {
    const progress = aProgress({ total: 1000, ...counts });
    pace = notePace(pace, progress, progress.done > before.done, atMs);
    before = progress;
  }
  return readPace(pace, before, nowMs);
}

/** One answer each `everyMs`, from one moment to another. */
function steady(everyMs: number, fromMs: number, toMs: number, first = 0): Step[] {
  const count = Math.floor((toMs - fromMs) / everyMs);
  return Array.from({ length: count }, (_, index) => ({
    atMs: fromMs + (index + 1) * everyMs,
    done: first + index + 1,
  }));
}

describe('the pace of work under way', () => {
  it('is not told before there is one', () => {
    expect(readAfter(steady(100, 0, 2900), 2900)).toMatchObject({ perSecond: null, leftMs: null, silentMs: null });
    expect(readAfter(steady(1000, 0, 4000), 4500)).toMatchObject({ perSecond: null, leftMs: null });
  });

  it('is that of the calls, and tells what the rest takes', () => {
    expect(readAfter(steady(100, 0, 10_000), 10_000)).toEqual({
      elapsedMs: 10_000,
      silentMs: null,
      perSecond: 10,
      leftMs: 90_000,
    });
  });

  it('leaves out what was known, since the rest will not be', () => {
    const steps = [
      { atMs: 10, done: 500, known: 500 },
      ...steady(500, 10, 20_010, 500).map((step) => ({ ...step, known: 500 })),
    ];
    const { perSecond, leftMs } = readAfter(steps, 20_010);
    expect(perSecond).toBeCloseTo(2, 1);
    expect(leftMs).toBeCloseTo(230_000, -4);
  });

  it('is that of the last half minute: a slow begin is forgotten', () => {
    const steps = [...steady(2000, 0, 60_000), ...steady(100, 60_000, 100_000, 30)];
    expect(readAfter(steps, 100_000).perSecond).toBeCloseTo(10, 0);
  });

  it('is that of the last calls where one takes longer than half a minute for five', () => {
    expect(readAfter(steady(20_000, 0, 200_000), 200_000).perSecond).toBeCloseTo(0.05, 2);
  });

  it('does not let the time left jump while the work goes on evenly', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 50, max: 350 }), { minLength: 200, maxLength: 400 }), (gaps) => {
        let [atMs, done, previous] = [0, 0, null as number | null];
        let pace = beginPace(0);
        for (const gap of gaps) {
          atMs += gap;
          done += 1;
          const progress = aProgress({ total: 1000, done });
          pace = notePace(pace, progress, true, atMs);
          const { leftMs } = readPace(pace, progress, atMs);
          if (previous !== null && leftMs !== null) expect(Math.abs(leftMs / previous - 1)).toBeLessThan(0.25);
          previous = leftMs;
        }
      }),
      { numRuns: 50 },
    );
  });

  it('says how long nothing came through, whatever failed meanwhile', () => {
    const steps = [...steady(100, 0, 5000), { atMs: 12_000, done: 50, failed: 3 }];
    expect(readAfter(steps, 14_999)).toMatchObject({ silentMs: null });
    expect(readAfter(steps, 16_000)).toMatchObject({ silentMs: 11_000 });
  });

  it('calls no silence what always lies between two answers', () => {
    expect(readAfter(steady(8000, 0, 80_000), 95_000).silentMs).toBeNull();
    expect(readAfter(steady(8000, 0, 80_000), 110_000).silentMs).toBe(30_000);
  });

  it('knows of no rest where nobody knows how many there are', () => {
    const progress = aProgress({ total: null, done: 100 });
    expect(readPace(beginPace(0), progress, 10_000)).toMatchObject({ perSecond: 10, leftMs: null });
  });
});
