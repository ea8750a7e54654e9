/** A pull request that would judge itself by rules and rows of its own. */
export const goalposts = {
  title: 'A pull request moves its own goalposts',
  threats: [
    {
      attack: 'a pull request loosens its own gate, check, judge, budget or price',
      seen: "a line at the top: the base's decides",
      guard: 'what decides is read from the base',
      remove: [
        {
          file: 'src/config/trust.ts',
          find: 'const deciding = base ?? {',
          replace: 'const deciding = candidate ?? {',
        },
      ],
      test: { file: '__tests__/config/trust.test.ts', name: 'what decides comes from the base' },
    },
    {
      attack: 'a pull request drops a check from a suite, or widens its margin',
      seen: 'a line at the top: the metric is removed, and decides until that is merged',
      guard: "a suite is run as the base's section has it",
      remove: [
        {
          file: 'src/select/select-suites.ts',
          find: '...base.suites.map((suite) => select(suite, proposals.get(suite.name) ?? null, true)),',
          replace:
            '...base.suites.map((suite) => select(proposals.get(suite.name) ?? suite, proposals.get(suite.name) ?? null, true)),',
        },
      ],
      test: { file: '__tests__/select/select-suites.test.ts', name: 'the section of the base decides' },
    },
    {
      attack: 'a pull request edits the rubric or the schema that it is held to',
      seen: "the scores of main's; those of its own stand beside them as report",
      guard: 'files that decide are read from the deciding tree',
      remove: [
        {
          file: 'src/read/load-suite.ts',
          find: 'decidingTree: deciding.decidingTree,',
          replace: 'decidingTree: candidate.tree,',
        },
      ],
      test: {
        file: '__tests__/pipeline/evaluate-changes.test.ts',
        name: "is main's schema, whatever the change makes of it",
      },
    },
    {
      attack: 'a pull request edits the evaluators inside a prompt file',
      seen: "the scores of main's; those of its own stand beside them as report",
      guard: "evaluators are those of the base's version of the prompt",
      remove: [
        {
          file: 'src/plan/prepare-metrics.ts',
          find: 'const prompt = mayGate ? (pair.base ?? pair.candidate) : ',
          replace: 'const prompt = mayGate ? (pair.candidate ?? pair.base) : ',
        },
      ],
      test: {
        file: '__tests__/pipeline/evaluate-changes.test.ts',
        name: "are main's evaluators, whatever the change makes of them",
      },
    },
    {
      attack: 'the run compares with another commit than the base, or merges another head',
      seen: 'a line in the log that names the sides and says why',
      guard: 'a test merge counts where its second parent is this very head',
      remove: [
        {
          file: 'src/adapters/github/run-commits.ts',
          find: 'const isTestMerge = base !== undefined && merged === pull.headSha;',
          replace: 'const isTestMerge = base !== undefined;',
        },
      ],
      test: {
        file: '__tests__/adapters/github/run-commits.test.ts',
        name: "asks for GitHub's merge where GITHUB_SHA is no test merge of this head",
      },
    },
    {
      attack: 'a pull request brings a suite with a gate that nothing can fail',
      seen: '`pass`, "nothing gates until this is merged", and what it would have been',
      guard: 'a suite that only the change has reports, under the built-in gate',
      remove: [
        {
          file: 'src/select/select-suites.ts',
          find: '...added.map((suite) => select(suite, suite, false)),',
          replace: '...added.map((suite) => select(suite, suite, true)),',
        },
      ],
      test: {
        file: '__tests__/select/select-suites.test.ts',
        name: 'first contact: the suites of the candidate, affected, and none may gate',
      },
    },
    {
      attack: 'a config that a pull request adds takes the gate from a prompt that stands alone',
      seen: 'the prompt is gated all the same; a line says that it is not from the merge on',
      guard: "by the base's config, what stands alone is a suite of the base",
      remove: [
        {
          file: 'src/read/discover.ts',
          find: 'const isFree = { base: buildFilter(base.config),',
          replace: 'const isFree = { base: buildFilter(candidate.config),',
        },
      ],
      test: { file: '__tests__/pipeline/first-config.test.ts', name: 'keeps the gate of a prompt that stands alone' },
    },
    {
      attack: 'a typo, or a key that nobody knows, disables a gate',
      seen: 'an error at its line and column, with a did-you-mean',
      guard: 'unknown keys are refused',
      remove: [
        { file: 'src/config/key.ts', find: 'additionalProperties: false', replace: 'additionalProperties: true' },
      ],
      test: { file: '__tests__/config/bad-config.test.ts', name: 'is a key of a later version' },
    },
    {
      attack: 'a pull request makes its rows easier',
      seen: "the verdict is that of main's rows; the edited ones run beside them and are shown",
      guard: "the base's row gates on both arms",
      remove: [
        {
          file: 'src/plan/plan-cases.ts',
          find: 'const gating = held.map((row) => ({',
          replace: 'const gating = held.map((old) => candidate.find(({ id }) => id === old.id) ?? old).map((row) => ({',
        },
      ],
      test: { file: '__tests__/plan/plan-cases.test.ts', name: 'an edited row gates as the base has it, on both arms' },
    },
    {
      attack: 'a pull request removes the rows that it fails',
      seen: '`fail`: "the dataset changed; accept it"; the rows gate in this run',
      guard: 'more than 10 % of the rows, and at least 2, need a person',
      remove: [
        {
          file: 'src/datasets/changes.ts',
          find: '&& !isMany(removed.length, 2) &&',
          replace: '&&',
        },
      ],
      test: { file: '__tests__/datasets/changes.test.ts', name: 'need accepting where they take away' },
    },
    {
      attack: 'a pull request edits many rows at once',
      seen: '`fail`: "the dataset changed; accept it"',
      guard: 'more than 10 % of the rows, and at least 3, need a person',
      remove: [{ file: 'src/datasets/changes.ts', find: ' && !isMany(edited.length, 3)', replace: '' }],
      test: { file: '__tests__/datasets/changes.test.ts', name: 'need accepting where they take away' },
    },
    {
      attack: 'a pull request takes a critical row away, or the mark from it',
      seen: '`fail`, with the row by name',
      guard: 'one critical row is enough to need a person',
      remove: [
        {
          file: 'src/datasets/changes.ts',
          find: 'if (base.critical && !candidate.critical) return true;\n',
          replace: '\n',
        },
      ],
      test: {
        file: '__tests__/datasets/changes.test.ts',
        name: 'need accepting where they take away: a critical flag taken away',
      },
    },
    {
      attack: 'a prompt reads the column with the expected answers',
      seen: '`fail`: "the prompt reads the answers in …; accept it"',
      guard: 'columns that checks and references are made of are told from inputs',
      remove: [{ file: 'src/plan/answer-key.ts', find: '(column) => gold.has(column) || (', replace: '(column) => (' }],
      test: {
        file: '__tests__/pipeline/rows.test.ts',
        name: 'a prompt that newly reads what a check compares with needs accept',
      },
    },
    {
      attack: 'a pull request copies the answers into a new column',
      seen: '`fail`: "the prompt reads the answers in …; accept it"',
      guard: 'a new column that holds the answer in more than half of the rows is an answer key',
      remove: [
        {
          file: 'src/plan/answer-key.ts',
          find: 'return 2 * holding.length > pairs.length;',
          replace: 'return false;',
        },
      ],
      test: { file: '__tests__/pipeline/rows.test.ts', name: 'a new column' },
    },
    {
      attack: 'a pull request declares the answers to be inputs',
      seen: '`fail`, as before',
      guard: "the base's `inputs` count",
      remove: [
        {
          file: 'src/plan/prepare-suite.ts',
          find: 'inputs: suite.inputs,',
          replace: 'inputs: base.prompts.length > 0 ? variablesOf(pair.candidate) : suite.inputs,',
        },
      ],
      test: { file: '__tests__/pipeline/rows.test.ts', name: 'nor may the change list it for itself' },
    },
    {
      attack: 'a gated prompt goes, and another comes in its place under another name',
      seen: '`fail`: "the gated prompt … goes and nothing is known to take its place; accept it"',
      guard: 'what nothing continues needs a person, unless nothing comes that may be a prompt',
      remove: [
        {
          file: 'src/plan/suite-pairs.ts',
          find: 'if (substitute === null) return [];',
          replace: 'if (substitute !== null) return [];',
        },
      ],
      test: { file: '__tests__/pipeline/lost-prompts.test.ts', name: 'a gated prompt that goes while something comes' },
    },
    {
      attack: 'a prompt moves to a suite where nothing gates',
      seen: 'it is compared in its own suite, with the rows and checks of that',
      guard: 'what continues a lost prompt is looked for in all suites',
      remove: [
        {
          file: 'src/read/lost-prompts.ts',
          find: 'for (const holds of [isNamedAsOrigin, isSameName, isSameText]) {',
          replace: 'for (const holds of [isSameText]) {',
        },
      ],
      test: {
        file: '__tests__/pipeline/lost-prompts.test.ts',
        name: 'in a suite that the pull request brings, by renamed-from',
      },
    },
    {
      attack: 'a pull request takes a prompt off the list of its suite, and leaves the file',
      seen: 'it is compared as before; a line says that it is not gated from the merge on',
      guard: "the base's globs choose on both sides",
      remove: [
        {
          file: 'src/select/select-suites.ts',
          find: '[...suite.prompts, ...(proposed?.prompts ?? [])]',
          replace: '[...(proposed?.prompts ?? [])]',
        },
      ],
      test: {
        file: '__tests__/pipeline/lost-prompts.test.ts',
        name: 'is gated by the list of the base, whatever the new one says',
      },
    },
    {
      attack: 'a suite ends up with no prompt, or behind a link, and would gate nothing',
      seen: '`invalid` in the pull request that does it, one line at the top of any other',
      guard: 'what matches nothing after the merge is refused where it is touched',
      remove: [
        {
          file: 'src/read/select-change.ts',
          find: 'if (problems.length > 0) throw',
          replace: 'if (problems.length < 0) throw',
        },
      ],
      test: { file: '__tests__/pipeline/gates-nothing.test.ts', name: 'invalid where its section comes or changes' },
    },
    {
      attack: 'no case is left, or no metric',
      seen: '`invalid`: "there are no cases to compare"',
      guard: 'nothing compared is never a pass',
      remove: [
        {
          file: 'src/gate/decide.ts',
          find: 'if (measured.every(({ input }) => input.cases.length === 0)) {',
          replace: 'if (measured.length < 0) {',
        },
      ],
      test: { file: '__tests__/gate/decide.test.ts', name: 'the reasons of an unusable run no case' },
    },
    {
      attack: 'a prompt has no row that it could be asked about',
      seen: '`invalid`, with the file: "has no case to run"',
      guard: 'zero cases are a mistake',
      remove: [
        {
          file: 'src/plan/prepare-suite.ts',
          find: 'if (after !== null && listed?.cases.length === 0) {',
          replace: 'if (after !== null && listed === null) {',
        },
      ],
      test: { file: '__tests__/plan/prepare-suite.test.ts', name: 'a prompt without a case, without a metric' },
    },
  ],
};
