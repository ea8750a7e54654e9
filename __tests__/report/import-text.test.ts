import { expect, it } from '@jest/globals';
import type { ImportFacts } from '../../src/cases/import-records.ts';
import { renderImport } from '../../src/report/import-text.ts';

const facts: ImportFacts = {
  records: 1,
  formats: ['OTLP'],
  questions: 1,
  duplicates: 0,
  unusable: { otherPrompt: 0, withoutContent: 0, failedWithoutContent: 0 },
  firstWithoutContent: null,
  beyondSample: 0,
  unfit: { count: 0, first: null },
  shares: [{ stratum: {}, questions: 1, bad: 0, rows: 1, badRows: 0 }],
  redacted: {},
};

it('says in words what became of records', () => {
  const first = { path: 'a.jsonl', line: 7, column: null, message: '"messages" is wrong.', hint: 'Mend it.' };
  const text = renderImport(
    {
      ...facts,
      records: 12_345,
      formats: ['OTLP', 'Langfuse'],
      questions: 300,
      duplicates: 12_000,
      unusable: { otherPrompt: 20, withoutContent: 4, failedWithoutContent: 1 },
      firstWithoutContent: { path: 'a.jsonl', line: 3, column: null },
      beyondSample: 99,
      unfit: { count: 1, first },
      shares: [
        { stratum: { prompt: 'triage\u202e', version: null }, questions: 250, bad: 30, rows: 100, badRows: 30 },
        { stratum: { prompt: 'other', version: '3' }, questions: 150, bad: 0, rows: 100, badRows: 0 },
      ],
      redacted: { email: 1, key: 2 },
    },
    200,
    'rows.jsonl',
  );
  expect(text).toBe(`12,345 records (OTLP, Langfuse), 300 questions, 200 rows in rows.jsonl.
  prompt triage⟨U+202E⟩, no version: 100 rows of 250 questions; 30 of 30 that failed or got a thumbs-down
  prompt other, version 3: 100 rows of 150 questions
Taken out of the rows: 2 keys, 1 e-mail address.
Left out:
  12,000 ask what another record asks
  99 ask what the sample has no room for (--rows)
  20 are of another prompt
  4 have neither variables nor messages
  1 failed, and have neither variables nor messages
  1 are no rows; the first: a.jsonl:7 "messages" is wrong. Mend it.
  The first with neither variables nor messages is a.jsonl:3.
Read the rows before you commit them, and say what is right: prompt-assay label --dataset FILE.
`);
});

it.each([
  [
    'nothing was left out',
    facts,
    ['Nothing was left out.', 'Taken out of the rows: nothing.', '  all: 1 row of 1 question\n'],
  ],
  ['of many groups the first', { ...facts, shares: Array(25).fill(facts.shares[0]) }, ['and 5 groups more']],
])('says that %s', (_, all, sentences) => {
  for (const sentence of sentences) expect(renderImport(all, 1, null)).toContain(sentence);
});
