import { writeSummary } from '../adapters/actions/job.ts';
import { writeResults } from '../adapters/files/write-results.ts';
import { asError } from '../errors.ts';
import type { Decided, ResultDocument } from '../report/result-document.ts';
import type { Runner } from './github-world.ts';

/**
 * Adds Markdown to the job summary. What cannot be written is said, and changes nothing: the verdict is there already.
 */
export async function showSummary(markdown: string, runner: Runner): Promise<void> {
  await tryTo('write the job summary', runner, () => writeSummary(`${markdown}\n`, runner.env));
}

/** Writes the result files into the report folder; what cannot be written is said, as for the summary. */
export async function storeResults(
  folder: string,
  files: ReadonlyMap<string, string | Iterable<string>>,
  runner: Runner,
): Promise<void> {
  await tryTo('write the result files', runner, () => writeResults(folder, files));
}

/** The outputs that every result has. */
export function listOutputs(
  { verdict, costUsd, calls }: ResultDocument & Decided<string>,
  folder: string,
): Readonly<Record<string, string>> {
  return {
    verdict,
    'report-path': folder,
    'results-path': `${folder}/results.json`,
    'cost-usd': costUsd === null ? '' : String(costUsd),
    calls: String(calls),
  };
}

/** Does what may fail without changing the verdict; null where it did. */
export async function tryTo<T>(what: string, { log }: Runner, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    log.warn(`Could not ${what}: ${asError(error).message}`);
    return null;
  }
}
