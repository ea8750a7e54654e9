import { createFakeWorld, type FakeWorld } from '../../__tests__/helpers/fake-ports.ts';
import { aChangedTree, aTree, jsonl, plantStory, someRows } from '../../__tests__/pipeline/story.ts';
import { createOpenAiModel } from '../../src/adapters/openai/openai-model.ts';
import { noOtherRuns } from '../../src/conclude/other-runs.ts';
import { renderScores } from '../../src/conclude/result-files.ts';
import { evaluate } from '../../src/pipeline/evaluate.ts';
import type { Model } from '../../src/ports.ts';

/** What a run came to; scores by case, null where there is none. */
export interface Outcome {
  readonly verdict: string;
  readonly title: string;
  /** Answers paid for. */
  readonly calls: number;
  readonly base: ReadonlyMap<string, number | null>;
  readonly candidate: ReadonlyMap<string, number | null>;
}

/** The model at a URL of this machine. */
export function openModel(baseUrl: string): Model {
  return createOpenAiModel({
    baseUrl,
    apiKey: null,
    headers: {},
    auth: 'bearer',
    apiVersion: null,
    map: {},
    keyHint: '',
  });
}

/** A world whose models are asked over HTTP; what it was answered stays known. */
export function openWorld(url: string): FakeWorld {
  return { ...createFakeWorld(() => ''), openModel: async () => openModel(url) };
}

const rows = { 'evals/triage.jsonl': jsonl(someRows(40)) };

/** Evaluates a reworded prompt on forty rows, over the whole pipeline. */
export async function evaluateChange(world: FakeWorld): Promise<Outcome> {
  const { change } = plantStory({ world, base: aTree(rows), candidate: aChangedTree(rows) });
  const result = await evaluate(world, {
    ...change,
    part: null,
    fresh: false,
    dryRun: false,
    onNoKey: 'block',
    hear: async () => ({ acceptance: null, blockedCalls: null, settles: null }),
    recorded: [],
    askedBefore: null,
    brokenBefore: null,
    readOthers: async () => noOtherRuns,
    reproduce: null,
    runUrl: null,
    github: null,
  });
  const scoresOf = (side: 'base' | 'candidate') =>
    new Map([...renderScores(result, side)].map((line) => JSON.parse(line)).map((one) => [one.case, one.score]));
  const { verdict, title, calls } = result.report;
  return { verdict, title, calls, base: scoresOf('base'), candidate: scoresOf('candidate') };
}
