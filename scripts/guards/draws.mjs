/** Asking again until the answer suits. */
export const draws = {
  title: 'A red check is run again until it is green',
  threats: [
    {
      attack: 'the same content is pushed, labelled or dispatched again',
      seen: 'the recorded verdict, without a call',
      guard: 'a content key that was judged is not drawn again',
      remove: [
        {
          file: 'src/pipeline/recorded.ts',
          find: 'return affected && own !== undefined ?',
          replace: 'return affected && own !== undefined && part !== null ?',
        },
      ],
      test: { file: '__tests__/action/second-draw.test.ts', name: 'after other content in between' },
    },
    {
      attack: 'another content in between drives the record out',
      seen: 'the recorded verdict, without a call',
      guard: 'the record keeps the verdicts of 20 contents',
      remove: [
        {
          file: 'src/action/record.ts',
          find: 'verdicts: [...fresh, ...earlier.verdicts.filter((one) => !fresh.some((other) => isSame(one, other)))],',
          replace: 'verdicts: fresh,',
        },
      ],
      test: { file: '__tests__/action/record.test.ts', name: 'keeps the verdicts of earlier contents' },
    },
    {
      attack: 'something that decides is changed without changing the key',
      seen: 'a new question: both sides are drawn',
      guard: 'the key covers everything that decides, on every side that it is read from',
      remove: [
        {
          file: 'src/select/content-key.ts',
          find: '    hashFiles(decidingTree, files),\n',
          replace: '',
        },
      ],
      test: { file: '__tests__/select/content-key.test.ts', name: 'covers' },
    },
    {
      attack: 'a fresh draw is asked for until one is better',
      seen: '"asked n times"; the verdict is never better than the recorded one',
      guard: 'the worst of the draws stands',
      remove: [
        {
          file: 'src/pipeline/conclude-run.ts',
          find: '{ acceptance, earlier, asked }',
          replace: '{ acceptance, earlier: [], asked }',
        },
      ],
      test: {
        file: '__tests__/action/second-draw.test.ts',
        name: 'where asked for it is, and the verdict is no better',
      },
    },
    {
      attack: 'the comments with the record cannot be read',
      seen: '`invalid`: nothing is drawn',
      guard: 'a record that cannot be read is not taken for none',
      remove: [
        {
          file: 'src/action/evaluate-event.ts',
          find: 'await findComments(client, self, number, renderMarker(commentKey));',
          replace: 'await findComments(client, self, number, renderMarker(commentKey)).catch(() => null);',
        },
      ],
      test: { file: '__tests__/action/second-draw.test.ts', name: 'where the comments cannot be read' },
    },
    {
      attack: "an answer of one side is taken from the cache for the other side's",
      seen: 'two draws',
      guard: 'a kept answer is one draw of one case in one arm',
      remove: [
        {
          file: 'src/execute/run-calls.ts',
          find: 'return contentHash([key, purpose, arm, sample, owner',
          replace: 'return contentHash([key, purpose, sample, owner',
        },
      ],
      test: { file: '__tests__/execute/run-calls.test.ts', name: 'the other arm' },
    },
    {
      attack: 'a part of the cases is run, and its verdict published',
      seen: 'job summary and files; no status, no comment',
      guard: 'a run over some of the cases, or none, is no verdict',
      remove: [
        {
          file: 'src/action/signals.ts',
          find: 'return !dryRun && cases === null;',
          replace: 'return !dryRun || cases === null;',
        },
      ],
      test: { file: '__tests__/action/signals.test.ts', name: 'publishes its job summary and nothing else' },
    },
    {
      attack: 'a further round is a second chance to pass',
      seen: 'both chances together have one error rate',
      guard: 'where a further round may follow, the first look passes by its share of alpha alone',
      remove: [
        {
          file: 'src/gate/settle.ts',
          find: 'maySettle(measurement) ? passShares(measurement.settings).first : 1',
          replace: '1',
        },
      ],
      test: { file: '__tests__/gate/settle.test.ts', name: 'at the first look are spent by' },
    },
    {
      attack: 'a further round is hoped to turn a proven fail',
      seen: '`fail`, and nothing is drawn',
      guard: 'a further round follows what is open, never a fail',
      remove: [
        {
          file: 'src/gate/decide.ts',
          find: "if (!results.every(({ settles, comparison }) => settles || comparison.verdict === 'pass')) return [];",
          replace: '',
        },
      ],
      test: { file: '__tests__/gate/settle.test.ts', name: 'is nothing after' },
    },
    {
      attack: 'a case is drawn more often, so that it weighs more',
      seen: 'every case weighs one, however often it was drawn',
      guard: 'the sums of a case are brought to one number of samples',
      remove: [
        {
          file: 'src/gate/paired-case.ts',
          find: '(directionSign(direction) * difference * samples) / pair.baseline.length + 0',
          replace: 'directionSign(direction) * difference + 0',
        },
      ],
      test: { file: '__tests__/gate/noisy-cases.test.ts', name: 'lets every case weigh one' },
    },
    {
      attack: 'one side of a noisy case is drawn more often than the other',
      seen: 'the same number of samples on both sides, fixed before the first draw',
      guard: 'the plan gives a case one number for both arms',
      remove: [
        {
          file: 'src/plan/draws.ts',
          find: "yield { suite, prompt, version, unit: 'case',",
          replace: "if (arm === 'base' || sample === 0) yield { suite, prompt, version, unit: 'case',",
        },
      ],
      test: { file: '__tests__/pipeline/noisy-cases.test.ts', name: 'are drawn three times on both sides' },
    },
    {
      attack: 'samples of another request, or of long ago, are taken for today’s',
      seen: 'they say which cases are noisy, and stand in no difference',
      guard: 'what stands for the base side afresh is the base arm alone',
      remove: [
        {
          file: 'src/rounds/decide-fresh.ts',
          find: "gather(suite, prompt, metric, ledger, 'base', limit)",
          replace: "gather(suite, prompt, metric, ledger, 'stored', limit)",
        },
      ],
      test: { file: '__tests__/pipeline/noisy-cases.test.ts', name: 'are compared by what is drawn now' },
    },
  ],
};
