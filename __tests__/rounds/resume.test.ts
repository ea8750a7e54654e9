import { describe, expect, it } from '@jest/globals';
import { driveRun, takeStep } from '../../src/execute/drive.ts';
import type { Driver } from '../../src/execute/local-driver.ts';
import { nextStep } from '../../src/rounds/next-step.ts';
import type { RunDecision, Work } from '../../src/rounds/run-plan.ts';
import { createLedger } from '../../src/run/ledger.ts';
import { aChangedTree, answering, aTree, type Story } from '../pipeline/story.ts';
import { goOn, Killed, leave, silent, summarise } from './kill.ts';
import { type PlannedStory, planStory } from './plan-story.ts';
import { createRandom, shuffle, stories } from './stories.ts';

/** Draws in any order. */
function disorder(work: Work, random: () => number): Work {
  return work.do === 'draw' || work.do === 'score' ? { ...work, keys: shuffle([...work.keys], random) } : work;
}

/** Runs a story in processes that do one step each, in random order, and are killed at random. */
async function decideKilled(story: PlannedStory, seed: number): Promise<{ decision: RunDecision; kills: number }> {
  const random = createRandom(seed);
  let lines: readonly string[] = [...story.openLedger().lines()];
  for (let kills = 0; ; ) {
    const ledger = createLedger(leave(lines, Math.floor(random() * random() * 1500)));
    const step = nextStep(story.plan, ledger);
    if (step.do === 'decided') return { decision: step.decision, kills };
    try {
      await takeStep(disorder(step, random), ledger, await story.openDriver(ledger), silent);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      kills += 1;
    }
    lines = [...ledger.lines()];
  }
}

describe.each(Object.entries(stories))('a run that is killed and gone on with: %s', (_name, { build, verdict }) => {
  it('comes to what it would have come to undisturbed', async () => {
    const story = await planStory(await build());
    const whole = await goOn(story, story.openLedger());
    expect(whole.verdict).toBe(verdict);
    let killed = 0;
    for (let seed = 1; seed <= 6; seed += 1) {
      const { decision, kills } = await decideKilled(story, seed);
      expect(summarise(decision)).toEqual(summarise(whole));
      killed += kills;
    }
    expect(killed).toBeGreaterThan(0);
  });
});

describe('a driver that draws nothing', () => {
  const worse = answering((arm, number) => arm === 'base' || number >= 30);
  const story: Story = { base: aTree(), candidate: aChangedTree(), script: worse };

  /** Scores what others drew, and says what is lacking. */
  function refuseDraws(scoring: Driver, needed: string[]): Driver {
    return {
      carryOut: async (work) => {
        if (work.do !== 'draw') return scoring.carryOut(work);
        needed.push(...[...work.keys].map(({ arm, case: id, sample }) => `${arm} ${id} ${sample}`));
        throw new Killed();
      },
    };
  }

  it('decides on outputs that were supplied, and makes no call', async () => {
    const planned = await planStory(story);
    const drawn = planned.openLedger();
    const whole = await driveRun(planned.plan, drawn, await planned.openDriver(drawn), silent);
    const supplied = planned.openLedger();
    for (const line of drawn.lines()) {
      const { kind, ...record } = JSON.parse(line);
      if (kind === 'sample') supplied.append({ kind, record: { ...record, source: 'supplied' } });
    }
    const before = planned.world.model.calls.length;
    const driver = refuseDraws(await planned.openDriver(supplied), []);
    const decision = await driveRun(planned.plan, supplied, driver, silent);
    expect(summarise(decision)).toEqual(summarise(whole));
    expect(decision.verdict).toBe('fail');
    expect(planned.world.model.calls).toHaveLength(before);
  });

  it('names what is lacking where something is', async () => {
    const planned = await planStory(story);
    const drawn = planned.openLedger();
    await driveRun(planned.plan, drawn, await planned.openDriver(drawn), silent);
    const supplied = planned.openLedger();
    for (const line of drawn.lines()) {
      const { kind, ...record } = JSON.parse(line);
      if (kind === 'sample' && record.case !== 'q-007') supplied.append({ kind, record });
    }
    const needed: string[] = [];
    const driver = refuseDraws(await planned.openDriver(supplied), needed);
    await expect(driveRun(planned.plan, supplied, driver, silent)).rejects.toThrow(Killed);
    expect(needed.sort()).toEqual(['base q-007 0', 'candidate q-007 0']);
  });
});

describe('the next step', () => {
  it('is the same for the same plan and ledger, and looking changes neither', async () => {
    const planned = await planStory({});
    const ledger = planned.openLedger();
    const list = () => {
      const step = nextStep(planned.plan, ledger);
      return step.do === 'draw' ? [...step.keys] : [];
    };
    expect(list()).toHaveLength(200);
    expect(list()).toEqual(list());
    expect([...ledger.lines()]).toEqual([]);
  });

  it('is decided where nothing is to be drawn', async () => {
    const planned = await planStory({ candidate: aTree({ 'README.md': 'x' }) });
    expect(nextStep({ ...planned.plan, suites: [] }, planned.openLedger()).do).toBe('decided');
  });
});
