/** What stands in files that the change's own job wrote. */
export const outputs = {
  title: 'Outputs that others made say what they should not',
  threats: [
    {
      attack: 'the first round is made anew until it pleases, and handed in as the second look',
      seen: 'the verdict that stands, `inconclusive`',
      guard: 'a second look has to be at the very outputs of the first one, whose hash is in the record',
      remove: [
        {
          file: 'src/pipeline/evaluate.ts',
          find: '.then((own) => own === look)',
          replace: '.then((own) => own !== null)',
        },
      ],
      test: { file: '__tests__/action/outputs.test.ts', name: 'a second look that is at the same outputs' },
    },
    {
      attack: 'a second look is taken at one suite alone, by the error rate of all that were compared',
      seen: 'the verdict that holds among all of them',
      guard: 'suites that were looked at together wait together, and are taken up again together',
      remove: [
        {
          file: 'src/pipeline/conclude-run.ts',
          find: 'for (const plan of wanted.length === 0 ? [] : suites) {',
          replace:
            'for (const plan of suites.filter(({ config }) => wanted.some(({ suite }) => suite === config.name))) {',
        },
      ],
      test: { file: '__tests__/action/outputs.test.ts', name: 'get their second look together' },
    },
    {
      attack: 'outputs are made anew after a red verdict',
      seen: 'the red verdict',
      guard: 'the content key is that of the code that makes them, and the first verdict of a content stands',
      remove: [
        {
          file: 'src/pipeline/evaluate.ts',
          find: 'const left = request.fresh ? selections : leaveRecorded(selections, new Map(closed));',
          replace: 'const left = selections;',
        },
        {
          file: 'src/pipeline/evaluate.ts',
          find: 'standing: new Map(request.fresh ? known : [...closed, ...others]),',
          replace: 'standing: new Map<string, RecordedVerdict>(),',
        },
      ],
      test: { file: '__tests__/action/outputs.test.ts', name: 'stand as they were judged first' },
    },
    {
      attack: 'outputs of another commit are handed in',
      seen: '`invalid` at their lines',
      guard: 'a line that says its commit has to say that of its side',
      remove: [
        {
          file: 'src/outputs/faults.ts',
          find: 'own.length > 0 && !own.some',
          replace: 'own.length < 0 && !own.some',
        },
      ],
      test: { file: '__tests__/action/outputs.test.ts', name: 'that another commit made are invalid' },
    },
    {
      attack: 'a row that went wrong is left out of the file',
      seen: '`invalid`, and the row in `needed.jsonl`',
      guard: 'every draw of the plan is looked for; one that is not there is named',
      remove: [
        {
          file: 'src/execute/supplied-driver.ts',
          find: 'if (result === null) {',
          replace: 'if (result === undefined) {',
        },
      ],
      test: { file: '__tests__/terminal/outputs.test.ts', name: 'names what is missing of the first round' },
    },
    {
      attack: 'all outputs of a prompt that got worse are left out',
      seen: '`fail`: accept it',
      guard: 'a name that main answers and the change does not is a prompt that goes',
      remove: [
        {
          file: 'src/plan/suite-pairs.ts',
          find: 'if (isApplication) return [explainUnanswered(id)];',
          replace: 'if (isApplication) return [];',
        },
      ],
      test: { file: '__tests__/terminal/outputs.test.ts', name: 'needs accept where a prompt that main answers' },
    },
    {
      attack: 'a row is edited so that the application gets it right',
      seen: 'the row is compared on neither side; more than 10 % of the rows need accept',
      guard: 'an output of an edited row may answer either version of it',
      remove: [
        {
          file: 'src/plan/plan-cases.ts',
          find: 'const left = rows.isApplication ?',
          replace: 'const left = rows.base === null ?',
        },
      ],
      test: { file: '__tests__/terminal/outputs.test.ts', name: 'compares no row that the change edited' },
    },
    {
      attack: 'a lucky sample is handed in a second time, or under a sample that is looked at',
      seen: '`invalid`, with both lines',
      guard: 'each sample of a row is there once',
      remove: [
        {
          file: 'src/outputs/supply.ts',
          find: 'if (earlier !== undefined) problems.push',
          replace: 'if (earlier === null) problems.push',
        },
      ],
      test: { file: '__tests__/terminal/outputs.test.ts', name: 'refuses a doubled sample' },
    },
    {
      attack: 'an application repeats the key that it was given',
      seen: '`***`',
      guard: 'what the environment calls a key is taken out of every output before anything keeps it',
      remove: [
        {
          file: 'src/adapters/files/read-outputs.ts',
          find: 'result: hideKeys(output.result)',
          replace: 'result: output.result',
        },
      ],
      test: { file: '__tests__/action/outputs.test.ts', name: 'keep the keys that an application repeats' },
    },
  ],
};
