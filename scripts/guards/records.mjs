/** What people wrote to an application, on its way into a dataset. */
export const records = {
  title: 'Personal data of records gets into a dataset',
  threats: [
    {
      attack: 'a record holds addresses, numbers and keys of people',
      seen: 'a placeholder in their place, and how many were taken out',
      guard: 'what is asked is redacted before it is anything else',
      remove: [
        {
          file: 'src/cases/question.ts',
          find: 'const columns = redaction.redact(question) as JsonObject;',
          replace: 'const columns = question;',
        },
      ],
      test: { file: '__tests__/cases/row.test.ts', name: 'an equal placeholder stands for an equal value' },
    },
    {
      attack: 'somebody guesses what a placeholder stood for, and compares ids',
      seen: 'one id for all that differ in it',
      guard: 'a row is named by what stands in it',
      remove: [
        {
          file: 'src/cases/question.ts',
          find: 'keyOf(canonicalJson([record.prompt, columns]))',
          replace: 'keyOf(canonicalJson([record.prompt, question]))',
        },
      ],
      test: { file: '__tests__/cases/row.test.ts', name: 'an id tells nothing of what was taken out' },
    },
    {
      attack: 'a tag or the name of a prompt is an address, and a log says how many rows it has',
      seen: 'a placeholder in the log, too',
      guard: 'groups are named by redacted values',
      remove: [
        {
          file: 'src/cases/census.ts',
          find: '[facet, redaction.redact(values[index] ?? null)]',
          replace: '[facet, values[index] ?? null]',
        },
      ],
      test: { file: '__tests__/cases/import-records.test.ts', name: 'name a group by no more than a row may hold' },
    },
    {
      attack: 'a command that redacts loses rows, or fails half-way',
      seen: 'an error, and no file',
      guard: 'each row comes back in its place, or none is written',
      remove: [
        {
          file: 'src/terminal/redact-command.ts',
          find: 'if (lines.length !== rows.length) {',
          replace: 'if (lines.length > rows.length) {',
        },
        {
          file: 'src/terminal/redact-command.ts',
          find: 'const given = rows.map((row, index) => {',
          replace: 'const given = rows.slice(0, lines.length).map((row, index) => {',
        },
      ],
      test: { file: '__tests__/terminal/import.test.ts', name: 'loses a row' },
    },
    {
      attack: 'a file of that name comes to be while records are read',
      seen: 'an error: it is there already',
      guard: 'a name is linked to what was written, which no system does over another',
      remove: [
        {
          file: 'src/adapters/files/write-new.ts',
          find: 'await link(draft, path);',
          replace: 'await rename(draft, path);',
        },
        { file: 'src/adapters/files/write-new.ts', find: 'import { link, lstat,', replace: 'import { rename, lstat,' },
      ],
      test: { file: '__tests__/adapters/files/write-new.test.ts', name: 'is never written over a file' },
    },
  ],
};
