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
          replace: 'return affected && own !== undefined && caseLimit !== null ?',
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
          file: 'src/pipeline/evaluate.ts',
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
  ],
};
