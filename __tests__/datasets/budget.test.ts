import { describe, expect, it } from '@jest/globals';
import { joinDatasets } from '../../src/datasets/formats.ts';
import { UserError } from '../../src/errors.ts';
import { bearableMs, costOf } from '../helpers/cost-of.ts';

function faultOf(path: string, text: string): string {
  try {
    joinDatasets([{ path, text }]);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return 'none';
}

const lines = (line: string, count: number) => `${line}\n`.repeat(count);
const items = (item: string, count: number) => `[${Array(count).fill(item).join()}]`;

describe('what a dataset may cost', () => {
  it.each([
    [
      'columns',
      'a.csv',
      `${Array.from({ length: 30_000 }, (_, at) => `c${at}`).join()}\n`,
      /^a\.csv:1 names 30000 columns; at most 1000/,
    ],
    ['rows of CSV', 'a.csv', `a\n${lines('x', 100_001)}`, /^The dataset has more than 100000 rows/],
    ['rows of JSON Lines', 'a.jsonl', lines('{}', 100_001), /^The dataset has more than 100000 rows/],
    ['rows of JSON', 'a.json', items('{}', 100_001), /^The dataset has more than 100000 rows/],
    [
      'rows of another length',
      'a.csv',
      `a,b\n${lines('1', 10_000)}`,
      /\(and 999 more rows\)[\s\S]*is read no further after 1000/,
    ],
    [
      'lines that are no JSON',
      'a.jsonl',
      lines('x', 20_000),
      /is read no further after 1000 mistakes\. Mend these first/,
    ],
    [
      'rows that are none',
      'a.jsonl',
      lines('1', 20_000),
      /\(and 999 more rows\)[\s\S]*is read no further after 1000 mistakes/,
    ],
    [
      'keys given twice',
      'a.jsonl',
      `{${'"a":1,'.repeat(150_000)}"a":1}`,
      /^a\.jsonl:1:8 "a" is given twice \(and on 99 more/,
    ],
    [
      'messages',
      'a.jsonl',
      `{"messages":${items('1', 150_000)}}`,
      /"messages" has 150000 items; at most 1000 can be read/,
    ],
    [
      'parts',
      'a.jsonl',
      `{"messages":[{"role":"user","content":${items('1', 150_000)}}]}`,
      /has 150000 items; at most 1000/,
    ],
    [
      'calls of tools',
      'a.jsonl',
      `{"messages":[{"role":"assistant","tool_calls":${items('1', 150_000)}}]}`,
      /has 150000 items/,
    ],
    ['mistakes of one row', 'a.jsonl', `{"messages":${items('1', 900)}}`, /^(?:[^\n]*\n){19}[^\n]*$/],
  ])('too many %s are refused, soon', (_name, path, text, message) => {
    const cost = costOf(() => expect(faultOf(path, text)).toMatch(message));
    expect(cost).toBeLessThan(bearableMs);
  });
});
