/** Faults of GitHub, and of what stands between. */
export const github = {
  title: 'GitHub fails, or something answers in its place',
  threats: [
    {
      attack: 'half an answer, or one of a proxy',
      seen: 'nothing, where asking again helps; else `invalid`, with the request and no stack',
      guard: 'nothing is used that has not the shape of its route',
      remove: [
        {
          file: 'src/adapters/github/octokit.ts',
          find: 'if (wrong === null) return value;',
          replace: 'if (wrong !== "") return value;',
        },
      ],
      test: { file: '__tests__/adapters/github/client.test.ts', name: 'reads again after an answer of another shape' },
    },
    {
      attack: 'a list ends in the middle with a conflict',
      seen: 'it is asked for again; then `invalid`',
      guard: 'a conflict is no end of a list',
      remove: [
        {
          file: 'src/adapters/github/octokit.ts',
          find: "const isConflict = options.method === 'GET' && isRefusal(thrown) && thrown.status === 409;",
          replace: 'const isConflict = false;',
        },
      ],
      test: { file: '__tests__/adapters/github/client.test.ts', name: 'a list that does not come whole' },
    },
    {
      attack: 'the bytes of a file are not those that the tree names',
      seen: '`invalid`: the answer cannot be read',
      guard: 'every blob is held to its hash',
      remove: [
        {
          file: 'src/adapters/github/read-blobs.ts',
          find: ".digest('hex') === hash;",
          replace: ".digest('hex') !== '';",
        },
      ],
      test: {
        file: '__tests__/adapters/github/repository.test.ts',
        name: 'takes nothing that is not what the tree names',
      },
    },
    {
      attack: 'a listing of files is cut off',
      seen: 'all files, read folder by folder; else `invalid`, with the folder',
      guard: 'a truncated tree never reads as absent',
      remove: [
        {
          file: 'src/adapters/github/read-tree.ts',
          find: 'if (!whole.truncated) return add(whole, prefix);',
          replace: 'if (whole.tree.length >= 0) return add(whole, prefix);',
        },
      ],
      test: { file: '__tests__/adapters/github/repository.test.ts', name: 'lists every file with its mode' },
    },
    {
      attack: 'an outage hides the files of main, so that nothing gates',
      seen: '`invalid`',
      guard: 'only a mistake in a file that was read makes main broken; what cannot be read is no mistake',
      remove: [
        {
          file: 'src/read/sides.ts',
          find: '    if (!(error instanceof UserError)) throw error;\n    return { config: null, warnings: [], broken: error };',
          replace: '    return { config: null, warnings: [], broken: null };',
        },
      ],
      test: { file: '__tests__/pipeline/evaluate-faults.test.ts', name: 'what cannot be read' },
    },
    {
      attack: 'a token that may not see the repository gets 404 for the baseline branch',
      seen: 'an error that names the permission',
      guard: 'an unreadable store is no empty one',
      remove: [
        {
          file: 'src/adapters/github/branch-store.ts',
          find: '    await readDefaultBranch(client);\n',
          replace: '',
        },
      ],
      test: {
        file: '__tests__/adapters/github/branch-store.test.ts',
        name: 'does not take a repository it may not see for an empty store',
      },
    },
    {
      attack: 'something cannot be written: job summary, files, comment',
      seen: 'the verdict as it is, and a warning',
      guard: 'publishing never changes the verdict',
      remove: [
        {
          file: 'src/action/write-out.ts',
          find: '    log.warn(`Could not ${what}: ${asError(error).message}`);\n    return null;',
          replace: '    log.warn(`Could not ${what}: ${asError(error).message}`);\n    throw error;',
        },
      ],
      test: { file: '__tests__/action/colour.test.ts', name: 'what cannot be written changes no verdict' },
    },
    {
      attack: 'GitHub refuses the comment',
      seen: 'the verdict as it is, and the reason in the job summary',
      guard: 'a comment that is refused is a value',
      remove: [
        {
          file: 'src/adapters/github/comment.ts',
          find: "if (error instanceof ReportedError) return { status: 'refused', reason: error.message };\n",
          replace: '\n',
        },
      ],
      test: {
        file: '__tests__/adapters/github/comment.test.ts',
        name: 'a comment that cannot be published is a value, not a throw',
      },
    },
    {
      attack: 'the status may not be set',
      seen: 'red, before a call is made',
      guard: 'the pending status comes first',
      remove: [
        {
          file: 'src/action/status-board.ts',
          find: '  if (refused !== null) {\n    throw UserError',
          replace: "  if (refused === '') {\n    throw UserError",
        },
      ],
      test: { file: '__tests__/action/colour.test.ts', name: 'that may not be set is said before a call is made' },
    },
    {
      attack: 'the last word is lost, and the status stays pending for ever',
      seen: 'the verdict, up to a minute and a half later; where it cannot be set in the end the job is red',
      guard: 'the last word is tried again',
      remove: [
        {
          file: 'src/action/status-board.ts',
          find: 'const lastWordWaitsMs = [5_000, 20_000, 60_000];',
          replace: 'const lastWordWaitsMs: readonly number[] = [];',
        },
      ],
      test: { file: '__tests__/action/last-word.test.ts', name: 'the status that ends a run' },
    },
    {
      attack: 'the run breaks off while the status is pending',
      seen: 'an error: interrupted, run it again',
      guard: 'whatever is thrown takes the pending status back',
      remove: [
        {
          file: 'src/action/evaluate-event.ts',
          find: '    await board.interrupt();\n',
          replace: '',
        },
      ],
      test: { file: '__tests__/action/colour.test.ts', name: 'does not stay pending when the run breaks' },
    },
    {
      attack: 'a comment is posted twice after a late 502',
      seen: 'one comment',
      guard: 'what makes a second thing is not sent again before a look, and who posted looks again',
      remove: [
        {
          file: 'src/adapters/github/octokit.ts',
          find: 'if (!isRepeatable) options.request.retries = 0;',
          replace: 'if (isRepeatable) options.request.retries = 3;',
        },
        {
          file: 'src/adapters/github/comment.ts',
          find: 'const isAlone = all.every(({ id }) => id === created.id);',
          replace: 'const isAlone = all.length > 0;',
        },
      ],
      test: { file: '__tests__/adapters/github/comment.test.ts', name: 'never doubles' },
    },
    {
      attack: 'two runs at once post a comment each',
      seen: 'one comment: the oldest stays',
      guard: 'who posted looks again',
      remove: [
        {
          file: 'src/adapters/github/comment.ts',
          find: 'const isAlone = all.every(({ id }) => id === created.id);',
          replace: 'const isAlone = all.length > 0;',
        },
      ],
      test: {
        file: '__tests__/adapters/github/comment.test.ts',
        name: 'leaves one comment where several runs post at the same moment',
      },
    },
    {
      attack: 'an older run overwrites the comment of a newer head',
      seen: 'the newer comment; the older run says that it left it alone',
      guard: 'the head is looked at before writing',
      remove: [
        {
          file: 'src/adapters/github/comment.ts',
          find: 'if (pull.headSha !== request.headSha) {',
          replace: 'if (pull.headSha === "") {',
        },
      ],
      test: { file: '__tests__/adapters/github/comment.test.ts', name: 'does not replace the comment of a newer head' },
    },
    {
      attack: 'an old run compares with a base branch that the pull request left',
      seen: '`invalid`: the run of its newest event decides',
      guard: 'the base branch is looked at again',
      remove: [
        {
          file: 'src/action/prepare-hearing.ts',
          find: 'if (event.pullRequest !== null && now.baseRef !== event.pullRequest.baseRef) {',
          replace: 'if (event.pullRequest !== null && now.baseRef === "") {',
        },
      ],
      test: {
        file: '__tests__/action/acceptance.test.ts',
        name: 'ends where the pull request goes into another branch',
      },
    },
  ],
};
