/** Git in a terminal, over a clone that somebody else made. */
export const clone = {
  title: 'A hostile clone',
  threats: [
    {
      attack: 'filters and other programs that settings and attributes name are started',
      seen: 'nothing is started; the files are read as they lie there',
      guard: 'objects and files are read through a git folder of our own',
      remove: [
        {
          file: 'src/adapters/git/sealed-git.ts',
          find: '    GIT_DIR: folder,\n',
          replace: '    GIT_DIR: places.commonFolder,\n',
        },
      ],
      test: { file: '__tests__/adapters/git/hostile-clone.test.ts', name: 'nothing that a clone names is started' },
    },
    {
      attack: "the user's own settings start a program for what the clone's attributes name",
      seen: 'nothing is started',
      guard: 'no settings of the user or the system are read there',
      remove: [
        {
          file: 'src/adapters/git/sealed-git.ts',
          find: '    HOME: folder,\n    XDG_CONFIG_HOME: folder,\n',
          replace: '',
        },
      ],
      test: { file: '__tests__/adapters/git/hostile-clone.test.ts', name: "nor what the user's own settings name" },
    },
    {
      attack: 'a file that a partial clone lacks is fetched, by a program of the clone',
      seen: 'an error: this partial clone lacks files; how to fetch them',
      guard: 'no protocol is allowed',
      remove: [{ file: 'src/adapters/git/run-git.ts', find: "    GIT_ALLOW_PROTOCOL: 'none',\n", replace: '' }],
      test: {
        file: '__tests__/adapters/git/hostile-clone.test.ts',
        name: 'by a git that has no word against fetching',
      },
    },
    {
      attack: 'hooks and a monitor of files are started',
      seen: 'nothing is started',
      guard: 'git is told to use none',
      remove: [
        {
          file: 'src/adapters/git/run-git.ts',
          find: "'core.hooksPath=/dev/null', 'core.fsmonitor=false', ",
          replace: '',
        },
      ],
      test: { file: '__tests__/adapters/git/hostile-clone.test.ts', name: 'nothing that a clone names is started' },
    },
    {
      attack: 'variables of the environment point git elsewhere',
      seen: 'the clone that was asked about',
      guard: 'no `GIT_` variable is passed on',
      remove: [
        { file: 'src/adapters/git/run-git.ts', find: ".filter(([name]) => !name.startsWith('GIT_'))", replace: '' },
      ],
      test: {
        file: '__tests__/adapters/git/local-git.test.ts',
        name: 'ignores variables that would point git elsewhere',
      },
    },
  ],
};
