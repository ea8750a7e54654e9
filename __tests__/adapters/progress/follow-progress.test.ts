import { describe, expect, it } from '@jest/globals';
import { followProgress } from '../../../src/adapters/progress/follow-progress.ts';
import { aProgress } from '../../helpers/builders.ts';
import { createFakeBeat } from '../../helpers/fake-beat.ts';

function aFollower() {
  const time = createFakeBeat();
  const told: string[] = [];
  const seconds = () => time.clock.nowMs() / 1000;
  const follow = followProgress(
    {
      everyMs: 1000,
      show: ({ label, done }, { silentMs }) =>
        told.push(`${seconds()} s: ${label} ${done}${silentMs === null ? '' : `, silent for ${silentMs / 1000} s`}`),
      end: ({ label, done }, { elapsedMs }) =>
        told.push(`${seconds()} s: ${label} ends with ${done} after ${elapsedMs}`),
    },
    time.clock,
    time.beat,
  );
  return { ...time, told, follow };
}

describe('followProgress', () => {
  it('shows where work stands at even intervals, however often it is told of, and how it ended', () => {
    const { told, follow, pass } = aFollower();
    for (let done = 0; done <= 50; done += 1) {
      follow(aProgress({ done }));
      pass(50);
    }
    follow(aProgress({ done: 51, isOver: true }));
    expect(told).toEqual(['1 s: answers 19', '2 s: answers 39', '2.55 s: answers ends with 51 after 2550']);
  });

  it('goes on while nothing happens, and says for how long', () => {
    const { told, follow, pass } = aFollower();
    follow(aProgress({ done: 0 }));
    pass(11_500);
    expect(told.slice(-3)).toEqual([
      '9 s: answers 0',
      '10 s: answers 0, silent for 10 s',
      '11 s: answers 0, silent for 11 s',
    ]);
  });

  it('says of short work only how it ended, and begins anew with the next', () => {
    const { told, follow, pass, running } = aFollower();
    follow(aProgress({ done: 0 }));
    pass(400);
    follow(aProgress({ done: 100, isOver: true }));
    expect(running()).toBe(0);
    pass(5000);
    follow(aProgress({ label: 'judgements', done: 0 }));
    pass(1000);
    follow(aProgress({ label: 'judgements', done: 2, isOver: true }));
    expect(told).toEqual([
      '0.4 s: answers ends with 100 after 400',
      '6.4 s: judgements 0',
      '6.4 s: judgements ends with 2 after 1000',
    ]);
    expect(running()).toBe(0);
  });
});
