import { writeSummary } from '../adapters/actions/job.ts';
import { writeResults } from '../adapters/files/write-results.ts';
import { asError } from '../errors.ts';
import type { Runner } from './github-world.ts';

/** Adds Markdown to the job summary. What cannot be written is said, and changes nothing: the verdict is there already. */
export function showSummary(markdown: string, runner: Runner): Promise<void> {
  return tryTo('write the job summary', runner, () => writeSummary(`${markdown}\n`, runner.env));
}

/** Writes the result files into the report folder; what cannot be written is said, as for the summary. */
export function storeResults(folder: string, files: ReadonlyMap<string, string>, runner: Runner): Promise<void> {
  return tryTo('write the result files', runner, () => writeResults(folder, files));
}

async function tryTo(what: string, { log }: Runner, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.warn(`Could not ${what}: ${asError(error).message}`);
  }
}
