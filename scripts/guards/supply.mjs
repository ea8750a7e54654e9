/** What a workflow runs, and with which rights. */
export const supply = {
  title: 'What runs beside the key is not what was read',
  threats: [
    {
      attack: 'a workflow gives a stranger’s run the right to write',
      seen: 'nothing: the run may only read',
      guard: 'each recipe gives its jobs no more than their mode needs',
      remove: [{ file: 'docs/recipes/fork-untrusted.yml', find: 'contents: read', replace: 'contents: write' }],
      test: {
        file: '__tests__/scripts/recipes.test.ts',
        name: 'fork-untrusted.yml gives its jobs no more than their mode needs',
      },
    },
    {
      attack: 'a workflow that only looks at a stranger’s pull request is given the key',
      seen: 'nothing: it asks no model and has no secret',
      guard: 'the first of two phases names no secret',
      remove: [
        {
          file: 'docs/recipes/fork-untrusted.yml',
          find: 'dry-run: true',
          replace: `dry-run: true\n          api-key: \${{ secrets.OPENAI_API_KEY }}`,
        },
      ],
      test: { file: '__tests__/scripts/recipes.test.ts', name: 'hold no secret where they only look' },
    },
    {
      attack: 'an action of others is changed behind its tag',
      seen: 'nothing: the commit is run that was read',
      guard: 'each is named by its commit, in workflows and recipes',
      remove: [
        {
          file: 'docs/recipes/calibrate.yml',
          find: 'actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0',
          replace: 'actions/upload-artifact@v7',
        },
      ],
      test: {
        file: '__tests__/scripts/recipes.test.ts',
        name: 'are named by their commit, with the version behind it',
      },
    },
    {
      attack: 'a release is signed that nobody checked, or by code of a package',
      seen: 'no release is drafted',
      guard:
        'what may sign waits for all checks and runs no package ([ADR 46](adr/0046-what-may-sign-runs-no-package.md))',
      remove: [{ file: '.github/workflows/release.yml', find: 'needs: check\n', replace: 'needs: []\n' }],
      test: { file: '__tests__/scripts/release.test.ts', name: 'signs in one job' },
    },
    {
      attack: 'a package of the bundle has a known advisory, and the registry was not asked',
      seen: '"known advisories were NOT checked", with the reason',
      guard: 'what could not be asked is no clean answer',
      remove: [{ file: 'scripts/check-advisories.mjs', find: ": process.env.CI === 'true';", replace: ': false;' }],
      test: { file: '__tests__/scripts/advisories.test.ts', name: 'says loudly that nothing was checked' },
    },
  ],
};
