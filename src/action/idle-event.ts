import type { GithubClient } from '../adapters/github/client.ts';
import type { GithubEvent } from '../adapters/github/event.ts';
import { createSelf } from '../adapters/github/self.ts';
import type { ActionInputs } from './inputs.ts';
import type { ActionResult } from './mode.ts';
import { chooseSignal, isPublished, nameSignals } from './signals.ts';
import { leaveStatus } from './status-board.ts';

const nothingToDo: ActionResult = { outputs: { verdict: 'pass' }, failure: null, problems: [] };

/**
 * Passes an event that leads to no mode. A closed pull request has no say on its head any more: where the verdict is a
 * commit status, those of the others that share the head are written again.
 */
export async function passIdleEvent(
  event: GithubEvent,
  openClient: () => Promise<GithubClient>,
  inputs: ActionInputs,
): Promise<ActionResult> {
  const pull = event.pullRequest;
  if (pull === null || !isPublished(inputs) || chooseSignal(event, inputs) === 'job') return nothingToDo;
  const client = await openClient();
  const self = createSelf(client, inputs.commentAuthor);
  const place = { ...pull, sha: pull.headSha };
  const context = nameSignals(inputs).verdict;
  return { ...nothingToDo, failure: await leaveStatus({ client, self, context, place, runUrl: event.runUrl }) };
}
