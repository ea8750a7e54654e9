import { describe, expect, it } from '@jest/globals';
import { type Imported, type ImportRequest, importRecords } from '../../src/cases/import-records.ts';
import type { Line } from '../../src/records/record.ts';
import { openFiles, ownLine } from './lines.ts';

type Files = Parameters<typeof openFiles>[0];

function importFiles(files: Files, changes: Partial<ImportRequest> = {}): Promise<Imported> {
  const request = {
    paths: Object.keys(files),
    prompt: null,
    rows: 200,
    by: ['prompt', 'version'],
    secrets: [],
    ...changes,
  } as const;
  return importRecords(request, openFiles(files));
}

const questions = (count: number) =>
  Array.from({ length: count }, (_, index) => ownLine(`r-${index}`, `question ${index}`));

describe('rows of records', () => {
  it('are one of each question, redacted, what went wrong first', async () => {
    const { rows, facts } = await importFiles({
      'a.jsonl': [
        ownLine('1', 'I am ann@b.de'),
        ownLine('2', 'I am bob@b.de', { tags: ['web'] }),
        ownLine('3', 'Where is it?', { output: null, error: 'timeout' }),
      ],
      'b.jsonl': [ownLine('4', 'Why?'), { id: '2', feedback: { thumbs: -1 } }],
    });
    expect(rows).toMatchObject([
      {
        input: 'I am [email-1]',
        output: 'Answer to I am [email-1]',
        tags: ['thumbs-down', 'web', 'prompt:triage', 'version:3', 'source:records.jsonl', 'asked:2'],
      },
      { input: 'Where is it?', tags: expect.arrayContaining(['error']) },
      { input: 'Why?' },
    ]);
    expect(facts).toMatchObject({
      records: 4,
      formats: ['records.jsonl'],
      questions: 3,
      duplicates: 1,
      beyondSample: 0,
      redacted: { email: 1 },
    });
  });

  it('are the same, whatever else the files hold behind them', async () => {
    const idsOf = async (files: Files) => (await importFiles(files, { rows: 5 })).rows.map(({ id }) => id);
    const first = await idsOf({ 'a.jsonl': questions(50) });
    expect(first).toHaveLength(5);
    expect(await idsOf({ 'b.jsonl': questions(50).toReversed() })).toEqual(first);
  });

  it('of records with doubled ids keep each to its line', async () => {
    const lines = [
      ownLine('1', 'a', { output: 'x' }),
      ownLine('1', 'b'),
      ownLine('1', 'a', { output: 'y', feedback: { thumbs: 0 } }),
    ];
    const { rows } = await importFiles({ 'a.jsonl': lines });
    expect(rows).toMatchObject([{ input: 'a', output: 'y' }, { input: 'b' }]);
  });

  const spanLine = (content: string | null, extra: object = {}) => {
    const said = [{ role: 'user', parts: [{ type: 'text', content }] }];
    const attributes = [
      { key: 'gen_ai.operation.name', value: { stringValue: 'chat' } },
      ...(content === null ? [] : [{ key: 'gen_ai.input.messages', value: { stringValue: JSON.stringify(said) } }]),
    ];
    return { resourceSpans: [{ scopeSpans: [{ spans: [{ traceId: 'a', spanId: '1', attributes, ...extra }] }] }] };
  };

  it('are whole where another line holds the half of a record', async () => {
    const times = { startTimeUnixNano: '1780000000000000000', endTimeUnixNano: '1780000001000000000' };
    const failed = spanLine(null, { ...times, status: { code: 2, message: 'timeout' } });
    const { rows } = await importFiles({ 'a.jsonl': [spanLine('Why?'), failed] });
    expect(rows).toMatchObject([{ input: 'Why?', tags: ['error', 'source:OTLP'] }]);
  });

  it('keep apart what has one id and is far apart', async () => {
    const others = Array.from({ length: 2100 }, (_, index) => spanLine(null, { spanId: `other ${index}` }));
    const { rows } = await importFiles({ 'a.jsonl': [spanLine('Why?'), ...others, spanLine('When?')] });
    expect(rows.map(({ input }) => input).sort()).toEqual(['When?', 'Why?']);
  });

  it('name a group by no more than a row may hold', async () => {
    const { facts } = await importFiles({ 'a.jsonl': [ownLine('1', 'a', { tags: ['ann@b.de'] })] }, { by: ['tag'] });
    expect(facts.shares).toMatchObject([{ stratum: { tag: '[email-1]' } }]);
  });
});

describe('what is left out', () => {
  it('is said', async () => {
    const unfit = [
      { role: 'user', content: 'a' },
      { role: 'tool', content: 'b' },
    ];
    const { rows, facts } = await importFiles(
      {
        'a.jsonl': [
          ...questions(3),
          ownLine('d', 'question 1'),
          ownLine('e', 'x', { prompt: 'other' }),
          ownLine('f', 'x', { input: null }),
          ownLine('g', 'x', { input: null, output: null, error: 'timeout' }),
          ownLine('h', 'x', { input: { messages: unfit }, feedback: { thumbs: -1 } }),
        ],
      },
      { prompt: 'triage', rows: 3 },
    );
    expect(rows).toHaveLength(2);
    expect(facts).toMatchObject({
      records: 8,
      questions: 4,
      duplicates: 1,
      unusable: { otherPrompt: 1, withoutContent: 1, failedWithoutContent: 1 },
      firstWithoutContent: { path: 'a.jsonl', line: 6 },
      beyondSample: 1,
      unfit: { count: 1, first: { path: 'a.jsonl', line: 8, message: expect.stringContaining('tool_call_id') } },
    });
  });
});

describe('nothing is made of', () => {
  it.each<[string, Files, Partial<ImportRequest>, string]>([
    [
      'files with mistakes, all of which are told',
      { 'a.jsonl': [ownLine('1', 'a'), '{'], 'b.jsonl': ['[]x'] },
      {},
      'a.jsonl:2 .*\nb.jsonl:1 ',
    ],
    ['no records', { 'a.jsonl': [] }, {}, 'a.jsonl holds no records.'],
    [
      'a prompt that is not there',
      { 'a.jsonl': questions(2) },
      { prompt: 'trage' },
      'No record is of the prompt "trage". Did you mean "triage"?',
    ],
    [
      'records that name no prompt',
      { 'a.jsonl': [ownLine('1', 'a', { prompt: null })] },
      { prompt: 'a' },
      'leave --prompt out',
    ],
    [
      'records without content',
      { 'a.jsonl': [ownLine('1', 'a', { input: null })] },
      {},
      'a.jsonl:1 is, like all other records, without what was asked',
    ],
    [
      'records none of which is a row',
      {
        'a.jsonl': [
          ownLine('1', 'a', {
            input: {
              messages: [
                { role: 'user', content: 'a' },
                { role: 'tool', content: 'b' },
              ],
            },
          }),
        ],
      },
      {},
      'a.jsonl:1 .*tool_call_id',
    ],
    [
      'rows that no dataset can hold',
      {
        'a.jsonl': Array.from({ length: 4 }, (_, index) => ownLine(`${index}`, `${index} ${'x'.repeat(10_000_000)}`)),
      },
      {},
      'smaller --rows',
    ],
  ])('%s', async (_, files, changes, message) => {
    await expect(importFiles(files, changes)).rejects.toThrow(
      new RegExp(message.replaceAll(/[.?]/g, (mark) => (mark === '.' ? '.' : '\\?'))),
    );
  });

  it('a file that is written meanwhile', async () => {
    let readings = 0;
    async function* open(): AsyncGenerator<readonly Line[]> {
      readings += 1;
      yield [{ number: 1, text: JSON.stringify(ownLine('1', `reading ${readings}`)) }];
    }
    const request = { paths: ['a.jsonl'], prompt: null, rows: 1, by: [], secrets: [] };
    await expect(importRecords(request, open)).rejects.toThrow('a.jsonl:1 was changed while it was read.');
  });
});
