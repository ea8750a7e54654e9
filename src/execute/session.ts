import type { ModelSettings } from '../config/config.ts';
import type { Wanted } from '../plan/wanted.ts';
import type { SampleRecord, ScoreRecord, SwapRecord } from '../run/records.ts';
import { voidRefusedArms } from '../scores/refused-arms.ts';
import type { JudgeContext } from './ask-judge.ts';
import { drawPairs } from './draw-pairs.ts';
import type { CallContext } from './run-calls.ts';
import { identifySample, scoreSamples } from './score.ts';
import { scorePairs } from './score-pairs.ts';
import { scorePanels } from './score-panels.ts';

/** All that one run has drawn and scored so far. It only grows. */
export interface Session {
  readonly samples: readonly SampleRecord[];
  readonly scores: readonly ScoreRecord[];
  readonly swaps: readonly SwapRecord[];
}

/** Before the first call. */
export const emptySession: Session = { samples: [], scores: [], swaps: [] };

/** Whom a session asks, by purpose; the two models may be two endpoints. */
export interface SessionContext {
  readonly generation: CallContext;
  readonly judging: JudgeContext;
  readonly judgeModel: ModelSettings;
}

/** Draws the wanted outputs and scores them; an arm that was refused as a whole stays without scores. */
export async function drawSamples(
  session: Session,
  wanted: readonly Wanted[],
  context: SessionContext,
): Promise<Session> {
  const { drawn, replaced } = await drawPairs(session.samples, wanted, context.generation);
  const kept = replaced.size === 0 ? session : dropSamples(session, replaced);
  const next = await addSamples(kept, drawn.flatMap(shareDraw), context);
  return { ...next, scores: voidRefusedArms(next.samples, next.scores) };
}

/** What is left of a session without some samples and their scores. */
function dropSamples({ samples, scores, swaps }: Session, dropped: ReadonlySet<SampleRecord>): Session {
  const keyOf = ({ suite, prompt, arm, case: row, sample }: Omit<ScoreRecord, 'metric' | 'score' | 'reason'>) =>
    JSON.stringify([suite, prompt, arm, row, sample]);
  const keys = new Set([...dropped].map((sample) => keyOf(identifySample(sample))));
  return {
    samples: samples.filter((sample) => !dropped.has(sample)),
    scores: scores.filter((score) => !keys.has(keyOf(score))),
    swaps,
  };
}

/** The one draw of a case whose request is the same on both sides stands for either. */
function shareDraw(drawn: SampleRecord): readonly SampleRecord[] {
  return drawn.case.isSame && drawn.arm === 'base' ? [drawn, { ...drawn, arm: 'candidate' }] : [drawn];
}

/** Scores samples that are there already, such as those of a stored baseline. */
export async function addSamples(
  session: Session,
  samples: readonly SampleRecord[],
  context: SessionContext,
): Promise<Session> {
  const scores = await scoreSamples(samples, context.judgeModel, context.judging);
  return addScoredSamples(session, samples, scores, context);
}

/** Adds samples whose own scores are known; what only a pair can tell is judged, and panels are heard. */
export async function addScoredSamples(
  session: Session,
  samples: readonly SampleRecord[],
  scores: readonly ScoreRecord[],
  context: SessionContext,
): Promise<Session> {
  const all = [...session.samples, ...samples];
  const pairs = await scorePairs(all, samples, context.judgeModel, context.judging);
  const added = [...scores, ...pairs.scores];
  const panels = scorePanels(new Set(all.map(({ prompt }) => prompt)), added);
  return {
    samples: all,
    scores: [...session.scores, ...added, ...panels],
    swaps: [...session.swaps, ...pairs.swaps],
  };
}
