import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { joinDatasets } from '../../src/datasets/formats.ts';
import { UserError } from '../../src/errors.ts';
import { renderTemplate } from '../../src/prompts/template.ts';
import { decodeSourceFile, maxDatasetBytes } from '../../src/text/source-file.ts';

const read = (path: string) => joinDatasets([decodeSourceFile(path, readFileSync(path), maxDatasetBytes)]);

function problemsOf(path: string, text: string): readonly string[] {
  try {
    joinDatasets([{ path, text }]);
  } catch (error) {
    if (error instanceof UserError) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('a dataset file', () => {
  it.each([
    ['faq.jsonl', ['opening', '7'], [1, 3]],
    ['faq.csv', ['opening', 'refund'], [2, 4]],
    ['faq.yml', ['opening', 'refund'], [3, 4]],
  ])('gives cases with their lines: %s', (name, ids, lines) => {
    const { cases, warnings } = read(`fixtures/datasets/${name}`);
    expect(cases.map(({ id }) => id)).toEqual(ids);
    expect(cases.map(({ where }) => where.line)).toEqual(lines);
    expect(cases.map(({ variables }) => variables.expected)).toEqual(['at ten', 'yes']);
    expect(warnings).toEqual([]);
  });

  it('keeps CSV cells as text, whatever they look like', () => {
    const { cases } = joinDatasets([{ path: 'a.csv', text: ' a ,b,c\n1,"{""x"":1}", y ' }]);
    expect(cases[0]?.variables).toEqual({ a: '1', b: '{"x":1}', c: ' y ' });
  });

  it('takes an empty CSV cell for no value', () => {
    const text = 'question,ideal,expected_output\na,,yes\nb,,\n"c","",no\n';
    const { cases } = joinDatasets([{ path: 'a.csv', text }]);
    expect(cases.map(({ variables }) => [variables.input, variables.expected, 'ideal' in variables])).toEqual([
      ['a', 'yes', false],
      ['b', undefined, false],
      ['c', 'no', false],
    ]);
  });

  it('reads CSV with the line ends of an old Mac', () => {
    const file = decodeSourceFile('a.csv', new TextEncoder().encode('q,expected\ra,yes\rb,no\r'));
    expect(joinDatasets([file]).cases.map(({ variables, where }) => [variables.q, where.line])).toEqual([
      ['a', 2],
      ['b', 3],
    ]);
  });

  it('reads tags and the critical flag from CSV', () => {
    expect(read('fixtures/datasets/faq.csv').cases).toMatchObject([
      { tags: ['hours', 'sunday'], critical: true },
      { tags: ['money'], critical: false },
    ]);
  });

  it('keeps YAML dates as text and fills in merge keys', () => {
    expect(read('fixtures/datasets/faq.yml').cases[0]?.variables).toMatchObject({ tone: 'calm', since: '2026-01-01' });
  });

  it.each([
    ['a.json', '[{"order": 2512292042121000001}]'],
    ['a.jsonl', '{"order": 2512292042121000001}'],
    ['a.yml', '- order: 2512292042121000001'],
    ['a.yml', '- order: 0x22DD744D36A9B441'],
    ['a.csv', 'order\n2512292042121000001'],
  ])('sends every digit of a large integer: %s %s', (path, text) => {
    const [row] = joinDatasets([{ path, text }]).cases;
    expect(renderTemplate('Order {{order}}', row?.variables ?? {}).value).toBe('Order 2512292042121000001');
  });

  it('names a row by a large integer, digit by digit', () => {
    const text = '{"id": 2512292042121000001}\n{"id": 2512292042121000000}';
    expect(joinDatasets([{ path: 'a.jsonl', text }]).cases.map(({ id }) => id)).toEqual([
      '2512292042121000001',
      '2512292042121000000',
    ]);
  });

  it('lets many rows share one YAML anchor', () => {
    const rows = Array.from({ length: 500 }, (_, index) => `  - { id: ${index}, context: *text }`).join('\n');
    expect(joinDatasets([{ path: 'a.yml', text: `text: &text long\ncases:\n${rows}` }]).cases).toHaveLength(500);
  });

  it.each(['tests', 'questions', 'examples', 'test_cases', 'testCases', 'rows', 'items', 'cases', 'data'])(
    'finds its rows under %s',
    (key) => {
      const file = { path: 'a.json', text: JSON.stringify({ name: 'x', tags: ['y'], [key]: [{ id: 'a' }] }) };
      const asYaml = { path: 'a.yml', text: `version: 1\n${key}:\n  - id: b\n` };
      expect(joinDatasets([file, asYaml]).cases.map(({ id, where }) => [id, where.line])).toEqual([
        ['a', 1],
        ['b', 3],
      ]);
    },
  );

  it('takes the rows of "cases" before another list', () => {
    const text = '{"examples": [{"id": "x"}], "cases": [{"id": "a"}]}';
    expect(joinDatasets([{ path: 'a.json', text }]).cases.map(({ id }) => id)).toEqual(['a']);
  });

  it('reads TSV, with the quotes of CSV', () => {
    const text = 'question\tanswer\na, b\t"say ""yes""\tor\nno"\nc\t\n';
    const { cases } = joinDatasets([{ path: 'a.tsv', text }]);
    expect(cases.map(({ variables, where }) => [variables.input, variables.expected, where.line])).toEqual([
      ['a, b', 'say "yes"\tor\nno', 2],
      ['c', undefined, 4],
    ]);
  });

  it('leaves out what an export calls archived, and says so once', () => {
    const item = (id: string, status: string) => JSON.stringify({ id, input: id, expectedOutput: 'x', status });
    const text = [item('a', 'ACTIVE'), item('b', 'ARCHIVED'), item('c', 'ARCHIVED')].join('\n');
    const { cases, warnings } = joinDatasets([{ path: 'a.jsonl', text }]);
    expect(cases.map(({ id }) => id)).toEqual(['a']);
    expect(warnings).toMatchObject([{ line: 2, message: 'is archived, and left out (and one more row).' }]);
  });

  it('keeps a row whose own column says archived', () => {
    const text = '{"input": "a", "status": "ARCHIVED"}';
    expect(joinDatasets([{ path: 'a.jsonl', text }]).cases).toHaveLength(1);
  });

  it.each([
    ['an array', '[\n {"id": "a]\\"[", "b": [1, {"c": 2}]},\n\n {"id": "b"}\n]', [2, 4]],
    ['an object', '{"name": "cases", "x": {"cases": [0]}, "cases": [\n {"id": "a"},\n {"id": "b"}]}', [2, 3]],
    ['an export of ai-agent-evals', '{"data": [{"query": "a"}, {"query": "b"}]}', [1, 1]],
  ])('finds the lines of JSON rows in %s', (_, text, lines) => {
    expect(joinDatasets([{ path: 'a.json', text }]).cases.map(({ where }) => where.line)).toEqual(lines);
  });

  it.each([
    ['a.jsonl', '{"a": 1}\n{bad}\n{"a": 1', [/^a.jsonl:2:2 is not valid JSON/, /^a.jsonl:3:\d+ is not valid JSON/]],
    ['a.jsonl', '[\n{"a": 1}\n]', [/is one JSON document, not JSON Lines. Name it \*\.json/]],
    ['a.json', '[{"a": 1},\n', [/^a.json:2:1 is not valid JSON/]],
    ['a.json', '[{"a": 1},\n {"a": x}]', [/^a.json:2:8 is not valid JSON/]],
    ['a.jsonl', '{"a": 1}\n{"a": "b" "c"}\nabc', [/^a.jsonl:2:11/, /^a.jsonl:3:1 /]],
    ['a.json', '{"a": 1}', [/is no list of rows. .*cases, testData, data/]],
    [
      'a.jsonl',
      '{"a": 1}\n{"a": {"b": 1, "b": 2}, "a": 3}',
      [/^a.jsonl:2:16 "b" is given twice/, /^a.jsonl:2:25 "a" is given twice/],
    ],
    ['a.json', '[{"a": 1},\n {"b": 1, "b": 1}]', [/^a.json:2:11 "b" is given twice\. Keep one of them/]],
    [
      'a.json',
      '{"name": "x", "rowlist": [{"a": 1}], "b": []}',
      [/its lists are under "rowlist", "b"\. Put the rows .* "cases", or one of: cases, testData, data, tests/],
    ],
    ['a.yml', 'a: 1', [/^a.yml:1:1 is no list of rows/]],
    ['a.yml', '- a: .nan\n- a: -.inf', [/^a.yml:1:6 .*not finite/, /^a.yml:2:6/]],
    ['a.csv', 'a,b\n"x\ny"\n1,2,3\n1,2', [/^a.csv:2 has 1 cells, .*2 columns/, /^a.csv:4 has 3 cells/]],
    ['a.csv', 'a,,a\n1,2,3', [/^a.csv:1 column 2 has no name/, /^a.csv:1 names the column "a" twice/]],
    ['a.csv', 'a;b\n1;2,3', [/something else than commas\. Save the file with commas \(in a spreadsheet, .*\)\.$/]],
    ['a.csv', 'a,b\n1,"x\n2,y', [/^a.csv:\d has a quote/]],
    ['a.csv', 'a,b\n', [/^a.csv has no rows/]],
    ['a.jsonl', '\n', [/^a.jsonl has no rows/]],
    ['a.json', '[]', [/^a.json has no rows/]],
    ['a.yml', '', [/^a.yml has no rows/]],
    ['a.toml', 'x', [/in no known dataset format. .*JSON Lines.*CSV.*TSV.*YAML.*JSON/]],
    ['a.parquet', 'x', [/^a.parquet is Parquet, which is not read\. Run this/]],
    ['a.csv', 'a\tb\n1\t2,3', [/something else than commas\. .*or name it \*\.tsv\.$/]],
    ['a.tsv', 'a,b\n1,2', [/something else than tabs\. .*or name it \*\.csv\.$/]],
    ['a.tsv', 'a\tb\n1\t2\t3', [/^a.tsv:2 has 3 cells, .*a cell that holds tabs or line breaks/]],
    ['a.json', '{"a": 1}\n{"a": 2}\n', [/^a.json is JSON Lines, not one JSON document\. Name it \*\.jsonl/]],
    [
      'a.json',
      '{"tests": [], "examples": [1]}',
      [/has several lists .*: "tests", "examples"\. Call the one .* "cases"/],
    ],
    [
      'a.json',
      '{"set": {"rows": [1], "n": 1}}',
      [/its list is under "set\.rows"\. Put the rows at the top .* "cases"/],
    ],
    ['a.json', '{"q1": {"a": 1}, "q2": {"a": 2}}', [/no list of rows, but a mapping of them\. .*its row as "id"/]],
    ['a.json', '3', [/^a.json is no list of rows\. Write a list/]],
    [
      'a.jsonl',
      '{"input": "a", "expectedOutput": "b", "status": "ARCHIVED"}',
      [/^a.jsonl has no rows that are not archived/],
    ],
  ])('names every mistake: %s %j', (path, text, expected) => {
    const problems = problemsOf(path, text);
    expect(problems).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(problems[index]).toMatch(pattern);
  });

  it('does not let a row reach into our objects', () => {
    for (const [path, text] of [
      ['a.jsonl', '{"__proto__": {"critical": true}, "constructor": 1}'],
      ['a.yml', '- __proto__: {critical: true}\n  constructor: 1'],
      ['a.csv', '__proto__,constructor\nx,1'],
    ] as const) {
      const [row] = joinDatasets([{ path, text }]).cases;
      expect(row?.critical).toBe(false);
      expect(Object.keys(row?.variables ?? {})).toEqual(['__proto__', 'constructor']);
      expect(Object.getPrototypeOf(row?.variables)).toBe(Object.prototype);
    }
  });

  it.each(['a.jsonl', 'a.csv', 'a.tsv', 'a.yml', 'a.json'])(
    'is cases or a mistake of the user, whatever the text: %s',
    (path) => {
      const parts = fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        '"',
        ',',
        '\t',
        ':',
        '\n',
        '- ',
        '*a',
        '&a ',
        'id',
        '1',
        '1e999',
        '\\',
        'null',
      );
      const text = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(parts, { maxLength: 30 }).map((all) => all.join('')),
      );
      fc.assert(
        fc.property(text, (any) => {
          try {
            expect(joinDatasets([{ path, text: any }]).cases.length).toBeGreaterThan(0);
          } catch (error) {
            if (!(error instanceof UserError)) throw error;
          }
        }),
        { numRuns: 300 },
      );
    },
  );

  it.each(['['.repeat(100_000), `${'[{"a":'.repeat(20_000)}1${'}]'.repeat(20_000)}`])(
    'refuses deep nesting',
    (text) => {
      for (const path of ['a.jsonl', 'a.yml', 'a.json']) expect(problemsOf(path, text)).toHaveLength(1);
    },
  );
});

describe('a dataset of several files', () => {
  const first = { path: 'a.jsonl', text: '{"id": "x"}\n{"q": 1}' };

  it('keeps the order of files and counts equal rows across them', () => {
    const { cases, warnings } = joinDatasets([
      first,
      { path: 'b.csv', text: 'id\ny' },
      { path: 'c.jsonl', text: '{"q": 1}' },
    ]);
    expect(cases.map(({ id }) => id)).toEqual(['x', cases[1]?.id, 'y', `${cases[1]?.id}-2`]);
    expect(warnings).toMatchObject([{ path: 'c.jsonl', line: 1 }]);
  });

  it('refuses one id in two files and names both', () => {
    const twice = () => joinDatasets([first, { path: 'b.jsonl', text: '\n{"id": "x"}' }]);
    expect(twice).toThrow(/^b.jsonl:2 has the id "x", as a.jsonl:1 has\./);
  });

  it('reports the mistakes of all files', () => {
    const broken = () =>
      joinDatasets([
        { path: 'a.jsonl', text: '{' },
        { path: 'b.json', text: '{' },
        { path: 'c.csv', text: '' },
      ]);
    expect(broken).toThrow(/^a.jsonl:1.*\nb.json:1.*\nc.csv has no rows/);
  });
});

describe('datasets that others published', () => {
  it.each(['banking-intents.jsonl', 'gsm8k-questions.jsonl', 'gsm8k-outputs.jsonl'])('%s has its rows', (name) => {
    const { cases, warnings } = read(`fixtures/public/${name}`);
    expect(cases).toHaveLength(10);
    expect(warnings).toEqual([]);
  });
});
