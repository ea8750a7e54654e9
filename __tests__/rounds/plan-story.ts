import { createLocalDriver, type Driver } from '../../src/execute/local-driver.ts';
import { openRunContext } from '../../src/pipeline/call-context.ts';
import { listCompared } from '../../src/plan/suite-plan.ts';
import { loadSuites } from '../../src/read/load-suite.ts';
import { selectChange } from '../../src/read/select-change.ts';
import { addStoredSide, buildStoredSide, listOffers } from '../../src/read/stored-side.ts';
import { readStores } from '../../src/read/stores.ts';
import type { RunPlan } from '../../src/rounds/run-plan.ts';
import { createLedger, type Ledger } from '../../src/run/ledger.ts';
import { createMemorySpool, type Spool } from '../../src/run/spool.ts';
import type { FakeWorld } from '../helpers/fake-ports.ts';
import { plantStory, type Story } from '../pipeline/story.ts';

/** A story's run before its first step, as any process makes it of the two trees. */
export interface PlannedStory {
  readonly plan: RunPlan;
  readonly world: FakeWorld;
  /** A ledger with what is stored of main, and what an earlier process left in the spool; nothing where none is named. */
  openLedger(spool?: Spool): Ledger;
  openDriver(ledger: Ledger): Promise<Driver>;
}

export async function planStory(story: Story): Promise<PlannedStory> {
  const { world, change } = plantStory(story);
  const { sides, selections } = await selectChange(world.repository, change);
  const affected = selections.filter((selection) => selection.affected);
  const suites = await loadSuites(world.repository, affected, sides, null);
  const { config } = sides;
  const compared = listCompared(suites);
  const stores = await readStores(world, config, new Set(compared.map(({ plan }) => plan)));
  const stored = buildStoredSide(stores, compared, world.clock.nowMs());
  const { judgeModel, prices, budget } = config;
  return {
    plan: { suites, stored: listOffers(stored), screensAlone: false, settles: 'as-set', judgeModel, prices, budget },
    world,
    openLedger: (spool = createMemorySpool()) => {
      const ledger = createLedger(spool);
      addStoredSide(ledger, stored);
      return ledger;
    },
    openDriver: async (ledger) => {
      // Nothing but the ledger goes over from one process to the next: no cache either.
      const context = await openRunContext(
        { ...world, openCache: () => null },
        config,
        { answers: true, judge: true },
        true,
        ledger,
      );
      return createLocalDriver(suites, ledger, context);
    },
  };
}
