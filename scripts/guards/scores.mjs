/** What is missing, and judges that can be talked to. */
export const scores = {
  title: 'An outage or a judge turns the check green, or red',
  threats: [
    {
      attack: 'an outage of the provider',
      seen: 'what is unscored and why; never a worse score',
      guard: 'a sample without an answer has no score, not 0',
      remove: [
        {
          file: 'src/execute/score.ts',
          find: "if (result.status === 'unavailable') return buildFacts(null, result.reason,",
          replace: "if (result.status === 'unavailable') return buildFacts(0, result.reason,",
        },
      ],
      test: { file: '__tests__/execute/score.test.ts', name: 'an outage has no score' },
    },
    {
      attack: 'so much is missing that the rest proves nothing',
      seen: '`invalid`, with the commonest cause',
      guard: 'more than 20 % missing is no verdict',
      remove: [
        { file: 'src/gate/measurement.ts', find: 'return 5 * missing > all;', replace: 'return missing > all;' },
      ],
      test: { file: '__tests__/gate/decide.test.ts', name: 'is invalid above 20 % and where no case is complete' },
    },
    {
      attack: 'a new prompt meets an outage',
      seen: '`invalid`, not "new, nothing to compare"',
      guard: 'what no comparison looks at is looked at here',
      remove: [
        {
          file: 'src/conclude/grounds/missing.ts',
          find: 'const isSilent = missing.length === 0 && prompt.base === null;',
          replace: 'const isSilent = false;',
        },
      ],
      test: { file: '__tests__/pipeline/evaluate-faults.test.ts', name: 'a new prompt, which no comparison looks at' },
    },
    {
      attack: 'a 200 that carries an error',
      seen: 'that error, not an empty answer',
      guard: 'errors inside an answer are looked for',
      remove: [
        {
          file: 'src/adapters/openai/transport.ts',
          find: 'const fault = findEmbeddedFault(body);',
          replace: 'const fault = body === null ? findEmbeddedFault(body) : null;',
        },
      ],
      test: { file: '__tests__/adapters/openai/openai-model.test.ts', name: 'and does not take it for an answer' },
    },
    {
      attack: 'a stored baseline, forged or old, convicts a change',
      seen: 'the base side runs afresh before anything turns red',
      guard: 'stored samples may pass and never fail',
      remove: [
        {
          file: 'src/gate/stored-comparison.ts',
          find: "return { verdict: 'inconclusive', reason: `${seen} against",
          replace: "return { verdict: 'fail', reason: `${seen} against",
        },
      ],
      test: { file: '__tests__/gate/stored-screen.test.ts', name: 'screenStoredBaseline' },
    },
    {
      attack: 'an answer closes its block and speaks to the judge',
      seen: 'the score that the answer is worth',
      guard: 'the delimiters end in a random word of the call, which is struck out of the text',
      remove: [
        {
          file: 'src/judges/blocks.ts',
          find: "const struck = text.replaceAll(new RegExp(tag, 'gi'), '********');",
          replace: 'const struck = text;',
        },
      ],
      test: { file: '__tests__/judges/injection.test.ts', name: 'stays data where it closes its block with the tag' },
    },
    {
      attack: 'an answer talks the judge into full marks',
      seen: 'the judge by name: it obeyed an instruction inside the answer, and cannot gate',
      guard: 'injections are planted in every run; a judge that obeys one cannot gate in that run',
      remove: [
        {
          file: 'src/judges/canaries.ts',
          find: '(passed >= leastShare * asked && !obeyed)',
          replace: '(passed >= leastShare * asked)',
        },
      ],
      test: { file: '__tests__/judges/canaries.test.ts', name: 'holds a judge that obeyed one instruction' },
    },
    {
      attack: 'a judge that nobody compared with people turns a check red or green',
      seen: 'its figures as report, and that it is not calibrated',
      guard: 'only a calibrated judge gates',
      remove: [
        {
          file: 'src/judges/authority.ts',
          find: "return { role: 'report', held: explain(config.name, calibration), note: null };",
          replace: "return { role: 'gate', held: explain(config.name, calibration), note: null };",
        },
      ],
      test: { file: '__tests__/judges/authority.test.ts', name: 'the authority of a judge' },
    },
    {
      attack: "a judge's reply in another form is read as a score",
      seen: 'no score; a reply that cannot be read',
      guard: 'exactly one JSON object with exactly the keys of its form',
      remove: [
        {
          file: 'src/judges/reply.ts',
          find: "return unknown.length > 0 ? 'the reply has keys that the form does not' : fields;",
          replace: 'return unknown.length < 0 ? [] : fields;',
        },
      ],
      test: { file: '__tests__/judges/rubric.test.ts', name: 'is malformed, never a score' },
    },
  ],
};
