import { UserError } from '../errors.ts';

/** What an event leads to. */
export type Mode = 'evaluate' | 'baseline' | 'calibrate' | 'none';

/** The facts of an event that decide its mode. */
export interface EventFacts {
  readonly name: string;
  readonly action: string | null;
  /** True where the event's ref is the default branch. */
  readonly onDefaultBranch: boolean;
  /** True where a pull request was named by hand. */
  readonly namesPullRequest: boolean;
}

/** A mode and the sentence that says why. */
export interface ModeChoice {
  readonly mode: Mode;
  readonly reason: string;
}

const evaluating: ModeChoice = { mode: 'evaluate', reason: 'a change is compared with its base' };
const rebaselining: ModeChoice = { mode: 'baseline', reason: 'the default branch is re-baselined' };

const byEvent: { readonly [name: string]: (facts: EventFacts) => ModeChoice } = {
  pull_request: onPullRequest,
  pull_request_target: onPullRequest,
  merge_group: () => evaluating,
  push: ({ onDefaultBranch }) =>
    onDefaultBranch ? { mode: 'none', reason: 'a push to the default branch has nothing to compare' } : evaluating,
  schedule: () => rebaselining,
  workflow_dispatch: ({ onDefaultBranch, namesPullRequest }) =>
    onDefaultBranch && !namesPullRequest ? rebaselining : evaluating,
  workflow_run: onNamedPullRequest,
  repository_dispatch: onNamedPullRequest,
  issue_comment: onNamedPullRequest,
};

/** Chooses the mode by the event, or takes the one asked for. Throws a UserError for an unknown event, and for what works on main alone asked for elsewhere: a pull request writes no baseline, and no judge of its own is asked with main's key. */
export function chooseMode(facts: EventFacts, asked: Exclude<Mode, 'none'> | null): ModeChoice {
  const guess = Object.hasOwn(byEvent, facts.name) ? byEvent[facts.name]?.(facts) : undefined;
  if (guess === undefined) {
    const known = Object.keys(byEvent).join(', ');
    throw UserError.of(`The event "${facts.name}" is not known here.`, `Run the action on one of: ${known}.`);
  }
  if (asked === null || guess.mode === asked) return guess;
  if (asked === 'evaluate' && isClosed(facts)) return guess;
  if (asked !== 'evaluate' && (!facts.onDefaultBranch || facts.name.startsWith('pull_request'))) {
    throw UserError.of(
      `mode: ${asked} works on the default branch only.`,
      'Dispatch the workflow on the default branch.',
    );
  }
  return { mode: asked, reason: `the input mode is ${asked}` };
}

/** These run on the default branch and are about whatever their workflow says. */
function onNamedPullRequest({ name, namesPullRequest }: EventFacts): ModeChoice {
  if (namesPullRequest) return evaluating;
  throw UserError.of(`The event "${name}" names no pull request.`, 'Give its number as the input pr.');
}

function isClosed({ name, action }: EventFacts): boolean {
  return name.startsWith('pull_request') && action === 'closed';
}

function onPullRequest(facts: EventFacts): ModeChoice {
  return isClosed(facts) ? { mode: 'none', reason: 'the pull request is closed' } : evaluating;
}
