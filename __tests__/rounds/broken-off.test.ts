import { describe, expect, it } from '@jest/globals';
import { takeStep } from '../../src/execute/drive.ts';
import { nextStep } from '../../src/rounds/next-step.ts';
import type { Ledger } from '../../src/run/ledger.ts';
import { aPromptFile, aTree, jsonl, someRows } from '../pipeline/story.ts';
import { goOn, Killed, leave, silent, summarise } from './kill.ts';
import { planStory } from './plan-story.ts';
import { stories } from './stories.ts';

/** What each sample is and where it came from, once for each key. */
function drawnIn(ledger: Ledger): readonly string[] {
  const samples = [...ledger.lines()].map((line) => JSON.parse(line)).filter(({ kind }) => kind === 'sample');
  return [...new Set(samples.map(({ case: id, arm, sample, source }) => `${id} ${arm} ${sample} ${source}`))].sort();
}

describe('a run that is broken off', () => {
  it('while what is stored of main is put down still has all of it', async () => {
    const story = stories['a stored baseline that cannot decide'];
    const planned = await planStory(await (story as NonNullable<typeof story>).build());
    const whole = [...planned.openLedger().lines()];
    expect(whole.length).toBeGreaterThan(100);
    for (const count of [0, 1, 2, 51, whole.length - 1, whole.length]) {
      const lines = [...planned.openLedger(leave(whole.slice(0, count))).lines()];
      expect(lines).toEqual(whole);
    }
  });

  it('between the two sides of one draw that stands for both has it on either', async () => {
    // Every other row says nothing of the tone that the change brings: it sends one request.
    const rows = {
      'evals/triage.jsonl': jsonl(someRows(6, (number) => ({ tone: number % 2 === 0 ? ' kindly' : '' }))),
    };
    const candidate = aTree({ ...rows, 'prompts/triage.prompt.yml': aPromptFile('v1{{tone}}') });
    const planned = await planStory({ base: aTree(rows), candidate });
    const whole = planned.openLedger();
    await goOn(planned, whole);
    expect(drawnIn(whole)).toContain('q-001 candidate 0 shared');
    for (const [count, line] of [...whole.lines()].entries()) {
      if (!line.startsWith('{"kind":"sample"')) continue;
      const spool = leave([], count + 1);
      await expect(goOn(planned, planned.openLedger(spool))).rejects.toThrow(Killed);
      const ledger = planned.openLedger(leave(spool.lines()));
      await goOn(planned, ledger);
      expect(drawnIn(ledger)).toEqual(drawnIn(whole));
    }
  });

  it('has its judges checked in the order of the plan, whoever came first', async () => {
    const story = stories['judges of one output and of two, and a panel'];
    const planned = await planStory(await (story as NonNullable<typeof story>).build());
    const checkIn = async (turn: <T>(judges: readonly T[]) => readonly T[]) => {
      const ledger = planned.openLedger();
      const driver = await planned.openDriver(ledger);
      for (;;) {
        const step = nextStep(planned.plan, ledger);
        if (step.do === 'decided') return summarise(step.decision);
        const work = step.do === 'check-judges' ? { ...step, judges: turn(step.judges) } : step;
        await takeStep(work, ledger, driver, silent);
      }
    };
    expect(await checkIn((judges) => [...judges].reverse())).toEqual(await checkIn((judges) => judges));
  });
});

describe('a ledger whose lines stand twice', () => {
  it.each(Object.entries(stories))('comes to the same: %s', async (_name, { build }) => {
    const planned = await planStory(await build());
    const ledger = planned.openLedger();
    const whole = await goOn(planned, ledger);
    const lines = [...ledger.lines()];
    const twice = planned.openLedger(leave([...lines, ...lines]));
    expect(summarise(await goOn(planned, twice))).toEqual(summarise(whole));
    const each = planned.openLedger(leave(lines.flatMap((line) => [line, line])));
    expect(summarise(await goOn(planned, each))).toEqual(summarise(whole));
  });
});
