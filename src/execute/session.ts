import type { ModelSettings } from '../config/config.ts';
import type { Wanted } from '../plan/wanted.ts';
import type { SampleRecord, ScoreRecord } from '../scores/records.ts';
import { generateSamples } from './generate.ts';
import type { CallContext } from './run-calls.ts';
import { scoreSamples } from './score.ts';

/** All that one run has drawn and scored so far. It only grows. */
export interface Session {
  readonly samples: readonly SampleRecord[];
  readonly scores: readonly ScoreRecord[];
}

/** Before the first call. */
export const emptySession: Session = { samples: [], scores: [] };

/** Whom a session asks, by purpose; the two models may be two endpoints. */
export interface SessionContext {
  readonly generation: CallContext;
  readonly judging: CallContext;
  readonly judgeModel: ModelSettings;
}

/** Draws the wanted outputs and scores them. */
export async function drawSamples(
  session: Session,
  wanted: readonly Wanted[],
  context: SessionContext,
): Promise<Session> {
  return addSamples(session, await generateSamples(wanted, context.generation), context);
}

/** Scores samples that are there already, such as those of a stored baseline. */
export async function addSamples(
  session: Session,
  samples: readonly SampleRecord[],
  context: SessionContext,
): Promise<Session> {
  const scores = await scoreSamples(samples, context.judgeModel, context.judging);
  return { samples: [...session.samples, ...samples], scores: [...session.scores, ...scores] };
}
