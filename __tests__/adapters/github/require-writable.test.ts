import { describe, expect, it } from '@jest/globals';
import { createGithubBranchStore } from '../../../src/adapters/github/branch-store.ts';
import { failing, faults } from '../../helpers/fake-github/faults.ts';
import { type FakeGithubOptions, readOnlyToken } from '../../helpers/fake-github/state.ts';
import { createWorld } from './github-world.ts';

const branch = 'assay/baselines';

/** What is said before anything is paid for, of a branch that is there. */
async function ask(options: Partial<FakeGithubOptions> = {}, exists = true) {
  const { client, github, repository } = await createWorld(options);
  if (exists) await repository.commit(branch, { a: 'b' }, { from: null });
  const store = createGithubBranchStore(client);
  return {
    github,
    ask: () => store.requireWritable(branch),
    refs: () => repository.git(['for-each-ref']).then(String),
  };
}

describe('whether a branch may be written', () => {
  it.each([
    ['there', true],
    ['missing', false],
  ])('is found out in three requests where it is %s, and leaves nothing there', async (_name, exists) => {
    const one = await ask({}, exists);
    const before = await one.refs();
    expect(await one.ask()).toBeNull();
    expect(await one.refs()).toBe(before);
    expect(one.github.requests).toHaveLength(3);
  });

  it('is the token’s own right first', async () => {
    const one = await ask({ tokens: { 'secret-token': readOnlyToken } });
    await expect(one.ask()).rejects.toThrow('Add `contents: write`');
    expect(one.github.requests).toHaveLength(1);
  });

  it.each([
    ['update', true],
    ['creation', false],
  ])('is a matter of its ruleset: the rule "%s" keeps a token that may not pass it', async (rule, exists) => {
    const one = await ask({ protectedBranches: [branch] }, exists);
    const expected = `from writing \`${branch}\` (the rule "${rule}" of the ruleset "Keep out").`;
    await expect(one.ask()).rejects.toThrow(expected);
    await expect(one.ask()).rejects.toThrow('`baseline-token`');
  });

  it('is clear for a token that may pass the rules', async () => {
    const one = await ask({ protectedBranches: [branch], bypass: 'always' });
    expect(await one.ask()).toBeNull();
  });

  it.each([
    ['GitHub does not say who may pass a ruleset', { protectedBranches: [branch], bypass: null }, 'the rule "update"'],
    [
      'the branch has a protection, whose rights nobody can read',
      { lockedBranches: [branch] },
      'its branch protection',
    ],
  ])('is open where %s', async (_name, options, what) => {
    const one = await ask(options);
    expect(await one.ask()).toContain(`\`github-token\` cannot read whether it may pass ${what}`);
  });

  it.each([
    ['knows no rules', faults.missingScope()],
    ['does not show them', faults.forbidden()],
  ])('is not doubted where a server %s', async (_name, fault) => {
    const one = await ask();
    one.github.fault = failing(/rules/, fault);
    expect(await one.ask()).toBeNull();
  });

  it('is not known where GitHub is down', async () => {
    const one = await ask();
    one.github.fault = failing(/rules/, faults.serverError(), 99);
    await expect(one.ask()).rejects.toThrow("GitHub answered 500 when asked to read the branch's rules");
  });
});
