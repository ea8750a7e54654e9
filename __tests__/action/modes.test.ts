import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { chooseMode as choose } from '../../src/action/choose-mode.ts';
import type { EventFacts } from '../../src/action/mode.ts';
import { modes } from '../../src/action/modes.ts';
import { UserError } from '../../src/errors.ts';

const facts = (changes: Partial<EventFacts>): EventFacts => ({
  name: 'pull_request',
  action: null,
  onDefaultBranch: false,
  namesPullRequest: false,
  ...changes,
});

const chooseMode = (event: EventFacts, asked: string | null) => {
  const { mode, reason } = choose(modes, event, asked);
  return { mode: mode?.name ?? 'none', reason };
};

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
    ['push to the default branch', facts({ name: 'push', onDefaultBranch: true }), 'history'],
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

describe('the registry', () => {
  const names = [...new Set(modes.flatMap(({ events }) => Object.keys(events)))];
  const flags = [false, true];
  const everything = names.flatMap((name) =>
    [null, 'opened', 'closed'].flatMap((action) =>
      flags.flatMap((onDefaultBranch) =>
        flags.map((namesPullRequest) => ({ name, action, onDefaultBranch, namesPullRequest })),
      ),
    ),
  );

  it('leaves no event to two modes', () => {
    const listClaims = (event: EventFacts) => modes.filter(({ events }) => events[event.name]?.(event) != null);
    expect(everything.length).toBeGreaterThan(100);
    expect(everything.filter((event) => listClaims(event).length > 1)).toEqual([]);
  });

  it('is what action.yml says of the input', () => {
    const { inputs } = parse(readFileSync('action.yml', 'utf8')) as { inputs: { mode: { description: string } } };
    const words = modes.map(({ name }) => name);
    expect(inputs.mode.description).toMatch(new RegExp(`^${words.slice(0, -1).join(', ')} or ${words.at(-1)}\\b`));
  });

  it.each([
    ['evaluate', 'evaluate'],
    ['fork', 'evaluate'],
    ['required', 'evaluate'],
    ['dispatch', 'evaluate'],
    ['baseline', 'baseline'],
    ['baseline-after-merge', 'baseline', 'history'],
    ['history', 'history'],
    ['calibrate', 'calibrate'],
  ])('asks for no less than the recipe %s grants', (recipe, ...kept) => {
    type Job = { permissions: Record<string, string>; steps: readonly { uses: string }[] };
    type Workflow = { jobs: Record<string, Job> };
    const workflow = parse(readFileSync(`docs/recipes/${recipe}.yml`, 'utf8')) as Workflow;
    const needed = Object.assign({}, ...kept.map((name) => modes.find((mode) => mode.name === name)?.permissions));
    const isOurs = ({ uses = '' }) => uses.startsWith('OWNER/prompt-assay@');
    for (const { permissions } of Object.values(workflow.jobs).filter(({ steps }) => steps.some(isOurs))) {
      expect(Object.keys(permissions).sort()).toEqual(Object.keys(needed).sort());
      for (const [scope, access] of Object.entries(permissions)) expect([access, 'write']).toContain(needed[scope]);
    }
  });
});
