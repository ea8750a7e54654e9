import type { GithubClient } from '../adapters/github/client.ts';
import { listRecentComments } from '../adapters/github/comment.ts';
import type { Self } from '../adapters/github/self.ts';
import { noOtherRuns, type OtherRuns } from '../conclude/other-runs.ts';
import { ReportedError } from '../errors.ts';
import type { AskedRows } from '../gate/asked.ts';
import { parseRecord } from '../report/comment/marker.ts';
import { parseAsked } from './asked-lines.ts';
import type { Runner } from './github-world.ts';
import { parseScreenUses } from './record.ts';

/** What the hidden records of the repository's newest comments say of other pull requests; advice only, so that a refusal is no fault. A pull request has a record for each config. */
export async function readOthers(
  client: GithubClient,
  self: Self,
  own: number | null,
  { log }: Runner,
): Promise<OtherRuns> {
  try {
    const { comments, isWhole } = await listRecentComments(client, self);
    const records = comments
      .filter(({ number }) => number !== own)
      .map(({ number, body }) => ({ number, record: parseRecord(body) }));
    const asked = new Map<number, readonly AskedRows[]>();
    for (const { number, record } of records) {
      asked.set(number, [...(asked.get(number) ?? []), ...parseAsked(record)]);
    }
    return {
      screenUses: records.flatMap(({ record }) => parseScreenUses(record)),
      asked: [...asked.values()],
      isWhole,
    };
  } catch (error) {
    if (!(error instanceof ReportedError)) throw error;
    log.info(`What other pull requests asked, and how their baselines served, is not known: ${error.message}`);
    return { ...noOtherRuns, isWhole: false };
  }
}
