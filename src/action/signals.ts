import type { GithubEvent } from '../adapters/github/event.ts';
import { keyOfOutputs } from '../read/load-supplied.ts';
import type { ActionInputs } from './inputs.ts';

/** The names under which one config speaks: two configs never share one. */
export interface SignalNames {
  readonly commentKey: string;
  /** Contexts of commit statuses: the verdict, and who accepted it. */
  readonly verdict: string;
  readonly acceptance: string;
}

const defaultKey = 'prompt-assay.yml';

/** Approvals of forks are for no config: they let any be evaluated. */
export const approvalContext = 'prompt-assay-evaluate';

/** Derives comment and contexts from one key: the one that was given, else the config's path; outputs that others made speak beside those that are drawn here. */
export function nameSignals({
  commentKey,
  config,
  mode,
}: Pick<ActionInputs, 'commentKey' | 'config' | 'mode'>): SignalNames {
  const path = config ?? defaultKey;
  const key = commentKey ?? (mode === 'outputs' ? keyOfOutputs(path) : path);
  const suffix = key === defaultKey ? '' : `/${key}`;
  return { commentKey: key, verdict: `prompt-assay${suffix}`, acceptance: `prompt-assay-accept${suffix}` };
}

/**
 * Which signal owns red or green. Runs that do not sit on the pull request's head can show their verdict there by a
 * status only.
 */
export function chooseSignal(event: GithubEvent, inputs: Pick<ActionInputs, 'pr' | 'status'>): 'job' | 'commit' {
  const isElsewhere = event.name === 'pull_request_target' || (event.pullRequest === null && inputs.pr !== null);
  return isElsewhere ? 'commit' : inputs.status;
}

/** A part of the cases or none at all is no verdict: such a run publishes nothing but its job summary and files. */
export function isPublished({ dryRun, cases }: Pick<ActionInputs, 'dryRun' | 'cases'>): boolean {
  return !dryRun && cases === null;
}
