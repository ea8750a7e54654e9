import type { ModelSettings } from '../config/config.ts';
import { createFinder } from '../plan/draws.ts';
import { findPrompt, type SuitePlan } from '../plan/suite-plan.ts';
import { checkJudge } from '../rounds/judge-checks.ts';
import type { JudgeId, Work } from '../rounds/run-plan.ts';
import type { Ledger } from '../run/ledger.ts';
import type { JudgeContext } from './ask-judge.ts';
import { drawSamples } from './draw.ts';
import type { CallContext } from './run-calls.ts';
import { runCanaries } from './run-canaries.ts';
import { scoreSamples } from './score.ts';
import { scorePairs } from './score-pairs.ts';

/** Carries out what a run needs and decides nothing: what comes of it is in the ledger. */
export interface Driver {
  carryOut(work: Work): Promise<void>;
}

/** Whom a run asks, by purpose; the two models may be two endpoints. */
export interface RunContext {
  readonly generation: CallContext;
  readonly judging: JudgeContext;
  readonly judgeModel: ModelSettings;
}

/** Makes the driver that asks the models itself, from this process. */
export function createLocalDriver(suites: readonly SuitePlan[], ledger: Ledger, context: RunContext): Driver {
  const find = createFinder(suites);
  const { generation, judging, judgeModel } = context;
  return {
    carryOut: async (work) => {
      switch (work.do) {
        case 'draw':
          return drawSamples(work, find, ledger, generation);
        case 'score':
          return scoreSamples(work.keys, find, ledger, judgeModel, judging);
        case 'judge-pairs':
          return scorePairs(work.pairs, find, ledger, judgeModel, judging);
        case 'check-judges':
          for (const judge of work.judges) await checkOne(judge, suites, ledger, context);
      }
    },
  };
}

async function checkOne(
  judge: JudgeId,
  suites: readonly SuitePlan[],
  ledger: Ledger,
  { judging, judgeModel }: RunContext,
): Promise<void> {
  const prompt = findPrompt(suites, judge);
  const metric = prompt?.metrics.find(({ name }) => name === judge.metric);
  if (prompt === undefined || metric?.kind !== 'judge') {
    throw new Error(`no judge ${judge.metric} of ${judge.suite} / ${judge.prompt}`);
  }
  const canaries = await runCanaries(prompt, metric, ledger, judgeModel, judging);
  ledger.append({ kind: 'check', record: checkJudge({ judgeModel }, ledger, prompt, metric, canaries) });
}
