import { createFakeWorld } from '../../__tests__/helpers/fake-ports.ts';
import { aChangedTree, aTree, jsonl, someRows, tell } from '../../__tests__/pipeline/story.ts';
import { createRandom } from './random.ts';

/** How many inputs a dataset has, and under how many ids each stands. */
export interface Repeats {
  readonly inputs: number;
  readonly copies: number;
}

/** Verdicts of whole runs, with fakes for the world, of a harmless change before a model that tosses a fair coin. */
export async function countVerdicts(
  { inputs, copies }: Repeats,
  runs: number,
  seed: string,
): Promise<Readonly<Record<string, number>>> {
  const rows = jsonl(someRows(inputs * copies, (number) => ({ input: `question q-${number % inputs}` })));
  const files = { 'evals/triage.jsonl': rows };
  const random = createRandom(seed);
  const counts: Record<string, number> = {};
  for (let run = 0; run < runs; run += 1) {
    const world = createFakeWorld(() => (random.uniform() < 0.5 ? 'yes' : 'no'));
    const { report } = await tell({ world, base: aTree(files), candidate: aChangedTree(files) });
    counts[report.verdict] = (counts[report.verdict] ?? 0) + 1;
  }
  return counts;
}
