import type { GithubClient } from './client.ts';
import { GithubError, type Purpose } from './github-error.ts';
import { keptByRule } from './move-tip.ts';
import { createBlob } from './tree-entries.ts';

/** Rules that refuse any commit which did not come by a pull request; others look at what is in it. */
const refusingUpdates = ['update', 'pull_request', 'merge_queue', 'required_status_checks', 'required_deployments'];

/**
 * Tests what can be tested of the right to write a branch, and leaves nothing there: the token stores an object, and the branch's rules are
 * read with what this token may do about them. Throws where a write will surely be refused; returns a sentence where it may be.
 */
export async function requireWritable(client: GithubClient, branch: string): Promise<string | null> {
  await createBlob(client, 'test the right to write', '');
  const found = await readBranch(client, branch);
  const forbidden = found === null ? ['creation'] : refusingUpdates;
  const rules = (await listRules(client, branch)).filter(({ type }) => forbidden.includes(type));
  const open: string[] = [];
  for (const [id, { type }] of new Map(rules.map((rule) => [rule.ruleset_id, rule]))) {
    const { name, bypass } = await readRuleset(client, id);
    const rule = `the rule "${type}" of the ruleset ${name}`;
    if (bypass === 'never' || bypass === 'pull_requests_only') throw keptByRule(client, branch, rule);
    if (bypass === null) open.push(rule);
  }
  if (open.length === 0 && rules.length === 0 && found?.protected === true) open.push('its branch protection');
  if (open.length === 0) return null;
  return `\`${branch}\` is protected, and \`${client.tokenName}\` cannot read whether it may pass ${open.join(' and ')}: the finished baseline may be refused.`;
}

/** Null where there is no such branch. */
function readBranch({ owner, repo, attempt }: GithubClient, branch: string) {
  const purpose = { action: `read the branch \`${branch}\``, permission: 'contents: read', thing: `\`${branch}\`` };
  return orNull(
    attempt(purpose, async ({ rest }) => (await rest.repos.getBranch({ owner, repo, branch })).data),
    [404],
  );
}

const readingRules: Purpose = { action: "read the branch's rules", permission: 'contents: read', thing: 'rules' };
/** Old servers know no rules, and a token need not see them. */
const unseen = [403, 404];

async function listRules({ owner, repo, attempt }: GithubClient, branch: string) {
  const rules = attempt(
    readingRules,
    async ({ rest }) => (await rest.repos.getBranchRules({ owner, repo, branch, per_page: 100 })).data,
  );
  return (await orNull(rules, unseen)) ?? [];
}

/** A ruleset by its id; `bypass` says whether this token may pass it, null where that is not told. */
async function readRuleset({ owner, repo, attempt }: GithubClient, id: number | undefined) {
  const read = attempt(
    readingRules,
    async ({ rest }) => (await rest.repos.getRepoRuleset({ owner, repo, ruleset_id: id ?? 0 })).data,
  );
  const ruleset = await orNull(read, unseen);
  return { name: ruleset === null ? `${id}` : `"${ruleset.name}"`, bypass: ruleset?.current_user_can_bypass ?? null };
}

/** Null where GitHub answers with one of these statuses. */
async function orNull<T>(reading: Promise<T>, statuses: readonly number[]): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof GithubError && error.status !== null && statuses.includes(error.status)) return null;
    throw error;
  }
}
