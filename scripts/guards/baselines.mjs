/** The branch of baselines, and what is built. */
export const baselines = {
  title: 'A baseline or the bundle is swapped',
  threats: [
    {
      attack: 'a pull request writes a baseline',
      seen: 'an error: the mode works on the default branch only',
      guard: 'the mode refuses every other branch, and every pull request',
      remove: [
        {
          file: 'src/action/choose-mode.ts',
          find: "if (mode.place === 'default branch' && (!facts.onDefaultBranch || isPullRequest(facts))) {",
          replace: "if (mode.place === 'default branch' && facts.name === '') {",
        },
      ],
      test: { file: '__tests__/action/modes.test.ts', name: 'chooseMode' },
    },
    {
      attack: 'an incomplete run replaces a baseline',
      seen: 'red: the suite keeps its old baseline, with the cause',
      guard: 'only a complete suite is written',
      remove: [
        {
          file: 'src/pipeline/baseline-suite.ts',
          find: 'if (missing.length > 0) {',
          replace: 'if (missing.length < 0) {',
        },
      ],
      test: { file: '__tests__/pipeline/rebaseline.test.ts', name: 'an incomplete suite keeps its old baseline' },
    },
    {
      attack: 'a manifest is edited by hand',
      seen: 'the file, and that it was edited; the base side runs',
      guard: 'the manifest holds a digest of itself',
      remove: [
        {
          file: 'src/baseline/parse-baseline.ts',
          find: 'hashManifest(manifest) !== digest)',
          replace: 'hashManifest(manifest) === digest && digest === "")',
        },
      ],
      test: { file: '__tests__/baseline/stored-baseline.test.ts', name: 'what a hand did is noticed' },
    },
    {
      attack: 'scores or outputs are edited by hand, or cut off',
      seen: 'the file, and that it is not as the manifest says; the base side runs',
      guard: 'the manifest holds a digest of each file',
      remove: [
        {
          file: 'src/baseline/parse-baseline.ts',
          find: 'if (hashText(text) !== hash)',
          replace: "if (hashText(text) === '')",
        },
      ],
      test: { file: '__tests__/baseline/stored-baseline.test.ts', name: 'what a hand did is noticed' },
    },
    {
      attack: 'the manifest is deleted',
      seen: 'the file that is missing, not "no baseline"',
      guard: 'a folder without its manifest is damaged',
      remove: [
        {
          file: 'src/baseline/parse-baseline.ts',
          find: 'if (manifest === undefined && beside === undefined) return null;',
          replace: 'if (manifest === undefined) return null;',
        },
      ],
      test: {
        file: '__tests__/baseline/stored-baseline.test.ts',
        name: 'what a hand did is noticed, and the file named: a manifest that is deleted',
      },
    },
    {
      attack: 'a link stands on the branch of baselines',
      seen: 'an error with its path',
      guard: 'only files are read there',
      remove: [
        {
          file: 'src/adapters/github/branch-commit.ts',
          find: 'if (link === undefined) return entries;',
          replace: 'if (link !== null) return entries;',
        },
      ],
      test: { file: '__tests__/adapters/github/branch-store.test.ts', name: 'that somebody put there by hand' },
    },
    {
      attack: 'two writers at once lose one of the baselines',
      seen: 'both baselines',
      guard: 'a branch is moved without force, and a refused move is made anew on the new tip',
      remove: [
        {
          file: 'src/adapters/github/move-tip.ts',
          find: 'sha, force: false, request',
          replace: 'sha, force: true, request',
        },
      ],
      test: {
        file: '__tests__/adapters/github/move-tip.test.ts',
        name: 'a branch that another writer moved meanwhile',
      },
    },
    {
      attack: 'a re-baseline learns after paying that it may not write',
      seen: 'the rule and what helps, before the first call',
      guard: 'the right to write is tested first',
      remove: [
        {
          file: 'src/pipeline/rebaseline.ts',
          find: 'const doubt = await store.requireWritable(branch);',
          replace: 'const doubt = null;',
        },
      ],
      test: {
        file: '__tests__/pipeline/rebaseline.test.ts',
        name: 'costs nothing where the right to write is missing',
      },
    },
    {
      attack: 'somebody else writes a comment that looks like ours, to have a verdict in the history',
      seen: 'a line without a verdict; the log says whose comment counts for nothing',
      guard: 'only comments of our own identity are read',
      remove: [
        {
          file: 'src/adapters/github/comment.ts',
          find: 'const own = marked.filter((comment) => isWrittenBy(login, comment)).sort(',
          replace: "const own = marked.filter((comment) => login !== '' || isWrittenBy(login, comment)).sort(",
        },
      ],
      test: { file: '__tests__/action/history.test.ts', name: 'is not what somebody else wrote in our name' },
    },
    {
      attack: 'whoever may edit our comment writes into it that a regression was accepted',
      seen: 'the history says `fail`, not green, accepted by nobody',
      guard: 'labels, statuses and permissions are asked again after the merge',
      remove: [
        {
          file: 'src/action/keep-history.ts',
          find: 'return (await hearPeople(place)).acceptance;',
          replace:
            "return hearPeople === null ? null : { by: `@${place.record.accepted?.by ?? ''}`, covers: () => true };",
        },
      ],
      test: {
        file: '__tests__/action/history.test.ts',
        name: 'is not accepted by what somebody wrote into our comment',
      },
    },
    {
      attack: 'a direct push passes for the merge of a pull request that was judged',
      seen: 'a line without a pull request and without a verdict',
      guard: "the commit has to be the pull request's own merge, as GitHub says; messages of commits are not read",
      remove: [
        {
          file: 'src/history/group-merges.ts',
          find: '({ mergeCommit }) => mergeCommit === commit.sha',
          replace: '({ mergeCommit }) => mergeCommit !== undefined',
        },
      ],
      test: {
        file: '__tests__/history/group-merges.test.ts',
        name: 'name no pull request whose merge is another commit',
      },
    },
    {
      attack: 'a verdict over older content passes for one of what was merged',
      seen: '`matches: false`, or no verdict',
      guard: 'the content key of the change is computed again over the two trees of main',
      remove: [
        {
          file: 'src/history/describe-merge.ts',
          find: 'verdict.suite === suite && verdict.key === key',
          replace: "verdict.suite === suite && key !== ''",
        },
      ],
      test: { file: '__tests__/history/describe-merge.test.ts', name: 'is nothing where the verdict is of' },
    },
    {
      attack: "a line of the history has an address that runs a script on the page's reader",
      seen: 'text, no link',
      guard: 'only addresses of https become links, and the page allows no script',
      remove: [
        {
          file: 'src/report/page/links.ts',
          find: "url?.startsWith('https://')",
          replace: 'url !== null',
        },
      ],
      test: { file: '__tests__/report/history/page.test.ts', name: 'links nothing but an address of https' },
    },
    {
      attack: 'the committed bundle is not what the sources build',
      seen: 'CI names each file that differs',
      guard:
        'one bundle, committed, not minified; CI builds it again and compares byte by byte (`.github/workflows/check-dist.yml`)',
      remove: [
        {
          file: 'scripts/compare-files.mjs',
          find: 'return Buffer.compare(found, contents) === 0 ? [] :',
          replace: 'return found !== undefined ? [] :',
        },
      ],
      test: { file: '__tests__/scripts/compare-files.test.ts', name: 'names' },
    },
  ],
};
