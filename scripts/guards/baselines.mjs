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
