/** What a change may have sent, and what that may cost. */
export const spending = {
  title: 'A pull request spends, keeps or fetches',
  threats: [
    {
      attack: "a stranger's fork spends your money",
      seen: '`invalid`, with the label to set and the commit to look at',
      guard: 'no model call before a person with write permission set `prompt-assay:evaluate` on that very head',
      remove: [
        {
          file: 'src/action/approvals.ts',
          find: 'if (isLabelled && (await isApproved(audience))) return null;',
          replace: 'return null;',
        },
      ],
      test: { file: '__tests__/action/who-may.test.ts', name: 'a pull request of a fork' },
    },
    {
      attack: 'calls that nobody allowed are made all the same',
      seen: '`invalid`: nothing was asked of a model, and nothing was spent',
      guard: 'the run ends before its first call',
      remove: [
        {
          file: 'src/pipeline/run-and-decide.ts',
          find: 'if (request.blockedCalls !== null && (',
          replace: 'if (request.blockedCalls === "" && (',
        },
      ],
      test: { file: '__tests__/pipeline/evaluate-faults.test.ts', name: 'blocked calls' },
    },
    {
      attack: 'a parameter that buys or keeps more than an answer: a dearer tier, stored answers, an earlier one',
      seen: '`invalid` at its line, with the key that main would have to allow',
      guard:
        "only what shapes the answer, what main's version sends with the same value, and what main's config allows; see [models](models.md#what-a-pull-request-may-send)",
      remove: [
        {
          file: 'src/plan/sent.ts',
          find: 'if (shaping.has(wire) || allowed.allowParameters.includes(name)) return [];',
          replace: 'if (name !== "") return [];',
        },
      ],
      test: { file: '__tests__/pipeline/sent.test.ts', name: 'what a pull request sends beyond the known list' },
    },
    {
      attack: 'a hosted tool: search, code, a server of somebody',
      seen: '`invalid` at its line: a tool of that type is no function',
      guard: 'tools are definitions of functions, unless main sends or allows more',
      remove: [
        {
          file: 'src/plan/sent-tools.ts',
          find: "if (type !== 'function') return { type,",
          replace: "if (type === '') return { type,",
        },
      ],
      test: { file: '__tests__/pipeline/sent.test.ts', name: 'what a pull request sends beyond the known list' },
    },
    {
      attack: 'a choice of tools that brings one',
      seen: '`invalid` at its line',
      guard: 'the choice is one among functions',
      remove: [
        {
          file: 'src/plan/sent.ts',
          find: "if (wire === 'tool_choice') return listChoice(value, allowed);",
          replace: "if (wire === 'tool_choice') return [];",
        },
      ],
      test: { file: '__tests__/pipeline/sent.test.ts', name: 'what a pull request sends beyond the known list' },
    },
    {
      attack: 'a pull request allows itself what it sends',
      seen: '`invalid`, as before',
      guard: "`allow-parameters` and `allow-tools` are the base's",
      remove: [
        {
          file: 'src/read/load-suite.ts',
          find: '= decidingConfig ?? builtInConfig;',
          replace: '= candidate.config ?? decidingConfig ?? builtInConfig;',
        },
      ],
      test: { file: '__tests__/pipeline/sent.test.ts', name: "are not the pull request's to give" },
    },
    {
      attack: 'the judge that a change brings sends what its prompts may not',
      seen: '`invalid`, with the line of the config',
      guard: 'judges are held to the same list',
      remove: [{ file: 'src/plan/prepare-suite.ts', find: ', ...refuseUnknownJudges(metrics, leave)', replace: '' }],
      test: { file: '__tests__/pipeline/sent.test.ts', name: 'the model of a judge that only reports' },
    },
    {
      attack: 'a model id that nobody priced switches the money budget off',
      seen: '`invalid`, with what the model counts as',
      guard: 'under a budget that somebody set it is reckoned at the dearest price known, before and during the run',
      remove: [
        {
          file: 'src/rounds/budget.ts',
          find: 'return budget.isSet && budget.perRunUsd !== null ? dearestPrice(prices) : null;',
          replace: 'return budget.isSet && budget.perRunUsd === null ? dearestPrice(prices) : null;',
        },
      ],
      test: { file: '__tests__/pipeline/unpriced.test.ts', name: 'does not lift the budget that somebody set' },
    },
    {
      attack: 'a run that would cost more than the budget',
      seen: '`invalid`, with the estimate and the limit; nothing was asked',
      guard: 'the estimate of both looks is checked before the first call',
      remove: [
        {
          file: 'src/pipeline/allowance.ts',
          find: 'if (!isScreened) throw refuseExcess(over, estimate.unpriced);',
          replace: 'if (!isScreened) return { estimate, screensAlone: false };',
        },
      ],
      test: { file: '__tests__/pipeline/evaluate-faults.test.ts', name: 'invalid, nothing spent' },
    },
    {
      attack: 'answers that are longer than estimated',
      seen: '`invalid`: the budget of this run is spent; finished answers are kept',
      guard: 'what is spent is counted call by call',
      remove: [
        {
          file: 'src/execute/books.ts',
          find: 'if (budgetMicroUsd !== null && spent > budgetMicroUsd) throw overBudget();',
          replace: 'if (budgetMicroUsd !== null && spent < 0) throw overBudget();',
        },
      ],
      test: { file: '__tests__/pipeline/evaluate-faults.test.ts', name: 'a budget that runs out on the way' },
    },
  ],
};
