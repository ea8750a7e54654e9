import { describe, expect, it } from '@jest/globals';
import { parseScoreFile } from '../../src/gate/score-lines.ts';

const good = '{"case":"a","metric":"m","sample":0,"score":1}';
const parse = (text: string) => parseScoreFile({ path: 's.jsonl', text });

describe('parseScoreFile', () => {
  it('reads no further after a thousand mistakes', () => {
    const { problems } = parse('x\n'.repeat(20_000));
    expect(problems).toHaveLength(1001);
    expect(problems.at(-1)).toMatchObject({ line: 1001, message: 'is read no further after 1000 mistakes.' });
  });

  it('reads lines with and without the optional keys, and ignores others', () => {
    const full =
      '{"suite":"s","prompt":"p","case":"b","metric":"m","sample":2,"score":null,"cluster":"t","reason":"x","look":2,"same":true,"new":1}';
    expect(parse(`${good}\n${full}\n`)).toMatchObject({
      problems: [],
      lines: [
        {
          suite: null,
          prompt: null,
          case: 'a',
          metric: 'm',
          sample: 0,
          score: 1,
          cluster: null,
          look: null,
          same: false,
          line: 1,
        },
        {
          suite: 's',
          prompt: 'p',
          case: 'b',
          metric: 'm',
          sample: 2,
          score: null,
          cluster: 't',
          look: 2,
          same: true,
          line: 2,
        },
      ],
    });
  });

  it.each([
    ['a byte order mark', `\uFEFF${good}`],
    ['CRLF', `${good}\r\n`],
    ['blank lines', `\n\n${good}\n\n`],
    ['hostile names', '{"case":"__proto__","metric":"constructor","sample":0,"score":0.5}'],
  ])('reads a file with %s', (_, text) => {
    expect(parse(text).problems).toEqual([]);
    expect(parse(text).lines).toHaveLength(1);
  });

  it.each([
    ['NaN', good.replace(':1}', ':NaN}'), 'is not valid JSON.'],
    [
      'a number beyond doubles',
      good.replace(':1}', ':1e999}'),
      '"score" is Infinity; it must be a number from 0 to 1, or null.',
    ],
    ['above 1', good.replace(':1}', ':1.01}'), '"score" is 1.01; it must be a number from 0 to 1, or null.'],
    ['below 0', good.replace(':1}', ':-0.01}'), '"score" is -0.01; it must be a number from 0 to 1, or null.'],
    ['a string as score', good.replace(':1}', ':"1"}'), '"score" is "1"; it must be a number from 0 to 1, or null.'],
    ['no score', good.replace(',"score":1', ''), '"score" is missing.'],
    ['no sample', good.replace('"sample":0,', ''), '"sample" is missing.'],
    ['a negative sample', good.replace(':0', ':-1'), '"sample" is -1; it must be an integer from 0 to 999.'],
    ['half a sample', good.replace(':0', ':0.5'), '"sample" is 0.5; it must be an integer from 0 to 999.'],
    [
      'a sample that would fill the memory',
      good.replace(':0', ':1e9'),
      '"sample" is 1000000000; it must be an integer from 0 to 999.',
    ],
    ['no case', good.replace('"case":"a",', ''), '"case" is missing.'],
    ['a number as case', good.replace('"a"', '7'), '"case" must be a string that is not empty.'],
    ['an empty metric', good.replace('"m"', '""'), '"metric" must be a string that is not empty.'],
    ['a number as cluster', good.replace('}', ',"cluster":3}'), '"cluster" must be a string.'],
    ['a third look', good.replace('}', ',"look":3}'), '"look" must be 1, 2 or "settle".'],
    ['a look as text', good.replace('}', ',"look":"1"}'), '"look" must be 1, 2 or "settle".'],
    ['a word for same', good.replace('}', ',"same":"yes"}'), '"same" must be true or false.'],
    ['a list', '[1]', 'is not a JSON object.'],
    ['half a line', '{"case":', 'is not valid JSON.'],
    ['a huge line', `{"case":"${'a'.repeat(1_000_000)}"}`, expect.stringContaining('characters long')],
  ])('refuses %s', (_, text, message) => {
    expect(parse(text).problems).toEqual([
      { path: 's.jsonl', line: 1, column: null, message, hint: expect.stringMatching(/\.$/) },
    ]);
  });

  it('refuses an empty file', () => {
    expect(parse(' \n').problems).toMatchObject([{ path: 's.jsonl', line: null, message: 'has no score lines.' }]);
  });

  it('reports every problem of every line at once', () => {
    const text = [good, 'x', good, '{"case":"b"}', good.replace(':1}', ':2}')].join('\n');
    const found = parse(text).problems.map(({ line, message }) => `${line} ${message}`);
    expect(found).toEqual([
      '2 is not valid JSON.',
      '3 repeats sample 0 of case "a", metric "m", of line 1.',
      '4 "metric" is missing.',
      '4 "sample" is missing.',
      '4 "score" is missing.',
      '5 "score" is 2; it must be a number from 0 to 1, or null.',
    ]);
  });

  it('refuses a case in two clusters', () => {
    const clustered = (metric: string, cluster: string) =>
      `{"case":"a","metric":"${metric}","sample":0,"score":1,"cluster":"${cluster}"}`;
    const text = `${clustered('m', 'x')}\n${clustered('n', 'y')}\n${clustered('o', 'x')}`;
    expect(parse(text).problems.map(({ line }) => line)).toEqual([2]);
  });
});
