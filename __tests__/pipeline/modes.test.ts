import { describe, expect, it } from '@jest/globals';
import { UserError } from '../../src/errors.ts';
import { chooseMode, type EventFacts } from '../../src/pipeline/modes.ts';

const facts = (changes: Partial<EventFacts>): EventFacts => ({
  name: 'pull_request',
  action: null,
  onDefaultBranch: false,
  namesPullRequest: false,
  ...changes,
});

describe('calibrate', () => {
  it.each([
    ['a dispatch on the default branch', facts({ name: 'workflow_dispatch', onDefaultBranch: true })],
    ['a schedule', facts({ name: 'schedule', onDefaultBranch: true })],
    ['a push to the default branch', facts({ name: 'push', onDefaultBranch: true })],
  ])('works on %s', (_name, event) => {
    expect(chooseMode(event, 'calibrate').mode).toBe('calibrate');
  });

  it.each([
    ['a pull request', facts({ action: 'opened' })],
    [
      'pull_request_target, whose ref is the default branch',
      facts({ name: 'pull_request_target', onDefaultBranch: true }),
    ],
    ['a dispatch elsewhere', facts({ name: 'workflow_dispatch' })],
  ])('does not on %s', (_name, event) => {
    expect(() => chooseMode(event, 'calibrate')).toThrow('mode: calibrate works on the default branch only');
  });
});

describe('chooseMode', () => {
  it.each([
    ['pull_request opened', facts({ action: 'opened' }), 'evaluate'],
    ['pull_request labeled', facts({ action: 'labeled' }), 'evaluate'],
    ['pull_request closed', facts({ action: 'closed' }), 'none'],
    ['pull_request_target', facts({ name: 'pull_request_target', onDefaultBranch: true }), 'evaluate'],
    ['pull_request_target closed', facts({ name: 'pull_request_target', action: 'closed' }), 'none'],
    ['merge_group', facts({ name: 'merge_group', action: 'checks_requested' }), 'evaluate'],
    ['push to the default branch', facts({ name: 'push', onDefaultBranch: true }), 'none'],
    ['push to another branch', facts({ name: 'push' }), 'evaluate'],
    ['dispatch on the default branch', facts({ name: 'workflow_dispatch', onDefaultBranch: true }), 'baseline'],
    [
      'dispatch for a pull request',
      facts({ name: 'workflow_dispatch', onDefaultBranch: true, namesPullRequest: true }),
      'evaluate',
    ],
    ['dispatch on another branch', facts({ name: 'workflow_dispatch' }), 'evaluate'],
    ...['workflow_run', 'repository_dispatch', 'issue_comment'].map(
      (name) =>
        [
          `${name} for a pull request`,
          facts({ name, action: 'completed', onDefaultBranch: true, namesPullRequest: true }),
          'evaluate',
        ] as const,
    ),
  ] as const)('%s', (_name, event, mode) => {
    expect(chooseMode(event, null).mode).toBe(mode);
  });

  it.each([
    ['a push to the default branch may re-baseline', facts({ name: 'push', onDefaultBranch: true }), 'baseline'],
    [
      'a dispatch on the default branch may evaluate',
      facts({ name: 'workflow_dispatch', onDefaultBranch: true }),
      'evaluate',
    ],
  ] as const)('%s where asked', (_name, event, mode) => {
    expect(chooseMode(event, mode)).toMatchObject({ mode, reason: `the input mode is ${mode}` });
  });

  it.each([
    ['a pull request', facts({ action: 'opened' })],
    [
      'a pull_request_target, whose ref is the default branch',
      facts({ name: 'pull_request_target', onDefaultBranch: true }),
    ],
    ['a closed pull request', facts({ name: 'pull_request_target', action: 'closed', onDefaultBranch: true })],
    ['a push to another branch', facts({ name: 'push' })],
    ['a merge group', facts({ name: 'merge_group' })],
    ['a dispatch on another branch', facts({ name: 'workflow_dispatch' })],
  ])('%s never writes a baseline, even where asked', (_name, event) => {
    expect(() => chooseMode(event, 'baseline')).toThrow(UserError);
  });

  it.each(['workflow_run', 'repository_dispatch', 'issue_comment'])('%s needs the input pr', (name) => {
    expect(() => chooseMode(facts({ name, onDefaultBranch: true }), 'evaluate')).toThrow('the input pr');
  });

  it('a closed pull request is not evaluated, even where asked', () => {
    expect(chooseMode(facts({ action: 'closed' }), 'evaluate').mode).toBe('none');
  });

  it.each([['issues'], ['constructor'], ['']])('the event "%s" is named as unknown', (name) => {
    expect(() => chooseMode(facts({ name }), null)).toThrow(`The event "${name}" is not known here.`);
  });
});
