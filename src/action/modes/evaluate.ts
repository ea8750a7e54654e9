import { evaluateEvent, refuseEvent } from '../evaluate-event.ts';
import type { EventFacts, Mode } from '../mode.ts';

const why = 'a change is compared with its base';
const ifOpen = ({ action }: EventFacts) => (action === 'closed' ? null : why);
const ifNamed = ({ namesPullRequest }: EventFacts) => (namesPullRequest ? why : null);
const ifElsewhere = ({ onDefaultBranch }: EventFacts) => (onDefaultBranch ? null : why);

/** `evaluate`: a change against its base, with a comment and a verdict. */
export const evaluate: Mode = {
  name: 'evaluate',
  events: {
    pull_request: ifOpen,
    pull_request_target: ifOpen,
    merge_group: () => why,
    push: ifElsewhere,
    workflow_dispatch: (facts) => ifNamed(facts) ?? ifElsewhere(facts),
    workflow_run: ifNamed,
    repository_dispatch: ifNamed,
    issue_comment: ifNamed,
  },
  place: 'anywhere',
  permissions: { contents: 'read', 'pull-requests': 'write', statuses: 'write' },
  run: evaluateEvent,
  refuse: refuseEvent,
};
