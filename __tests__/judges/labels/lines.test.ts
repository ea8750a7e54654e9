import { describe, expect, it } from '@jest/globals';
import { UserError } from '../../../src/errors.ts';
import { type LabelKind, parseLabelLines, renderBoundLabels } from '../../../src/judges/labels/lines.ts';
import { scaleLabels } from '../../../src/judges/labels/scale.ts';

const path = 'l.jsonl';
const parse = (text: string) => parseLabelLines({ path, text });
const scale = (text: string, kind: LabelKind | null = null) => scaleLabels(path, parse(text).lines, kind);
/** Lines of judge and human. */
const linesOf = (...pairs: readonly (readonly [unknown, unknown])[]) =>
  pairs.map(([judge, human], index) => JSON.stringify({ item: `i${index}`, judge, human })).join('\n');

function problemsOf(work: () => unknown): readonly string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError)
      return error.problems.map(({ path, line, message }) => `${path}:${line} ${message}`);
  }
  return [];
}

describe('label lines', () => {
  it('are read no further after a thousand mistakes', () => {
    expect(problemsOf(() => parse('x\n'.repeat(20_000))).at(-1)).toBe(
      'l.jsonl:1001 is read no further after 1000 mistakes.',
    );
  });

  it('read every field, booleans as 1 and 0, and skip blank lines', () => {
    const { header, lines } = parse(
      '\n{"item": "a", "judge": true, "human": false, "more": 1}\n\n{"item": "b", "judge": null, "human": 1, "human2": 0}\n',
    );
    expect(header).toBeNull();
    expect(lines).toMatchObject([
      { item: 'a', judge: 1, human: 0, human2: null, line: 2 },
      { item: 'b', judge: null, human: 1, human2: 0, line: 4 },
    ]);
  });

  it('may lack what the judge says only where it can still be asked', () => {
    const text = '{"item": "a", "human": 1, "output": "yes"}\n{"item": "b", "judge": 0, "human": 1}\n';
    expect(problemsOf(() => parse(text))).toEqual(['l.jsonl:1 "judge" is missing.']);
    const { lines } = parseLabelLines({ path, text }, 'open');
    expect(lines.map(({ judge, record }) => [judge, record.output])).toEqual([
      [null, 'yes'],
      [0, undefined],
    ]);
  });

  it('report everything that is wrong with its line', () => {
    const text = [
      '{"item": "a", "judge": 1, "human": 1}',
      'not json',
      '[1]',
      '{"judge": 1, "human": 1}',
      '{"item": 7, "judge": {}, "human": null}',
      '{"item": "a", "judge": 1, "human": 1}',
      '{"item": "c", "judge": "yes", "human": 1, "human2": ""}',
      '{"item": "d", "judge": "yes", "human": 1e999}',
      '{"item": "e", "judge": "yes", "human": 0}',
      '{"item": "f"}',
    ].join('\n');
    expect(problemsOf(() => parse(text))).toEqual([
      'l.jsonl:2 is not valid JSON.',
      'l.jsonl:3 is not a JSON object.',
      'l.jsonl:4 "item" is missing.',
      'l.jsonl:5 "item" must be text that is not empty.',
      'l.jsonl:5 "judge" must be a number or text that is not empty.',
      'l.jsonl:5 "human" must be a number or text that is not empty.',
      'l.jsonl:6 repeats item "a" of line 1.',
      'l.jsonl:7 "human2" must be a number or text that is not empty.',
      'l.jsonl:8 "human" must be a number or text that is not empty.',
      'l.jsonl:9 "judge" is text, and line 1 is labelled with a number.',
      'l.jsonl:10 "judge" is missing.',
      'l.jsonl:10 "human" is missing.',
    ]);
  });

  it.each([
    ['nothing', ''],
    ['blank lines', '\n \n'],
    ['a header alone', '{"judgeHash": "h"}\n'],
  ])('of %s hold no labels', (_name, text) => {
    expect(problemsOf(() => parse(text))).toEqual(['l.jsonl:null has no labels.']);
  });

  it('may follow a header that binds them', () => {
    const header = { judgeHash: 'abc', judge: 'helpful', model: 'm', kind: 'binary' as const };
    const label = '{"item": "a",  "judge": 1, "human": 1}';
    const once = renderBoundLabels({ path, text: label }, header);
    const twice = renderBoundLabels({ path, text: once }, { ...header, judgeHash: 'def' });
    expect(twice).toBe(`{"judgeHash":"def","judge":"helpful","model":"m","kind":"binary"}\n${label}\n`);
    expect(parse(twice)).toMatchObject({ header: { ...header, judgeHash: 'def' }, lines: [{ item: 'a', line: 2 }] });
  });

  it.each([
    ['a header that names no hash', '{"judgeHash": 7}', 'l.jsonl:1 "judgeHash" must be text.'],
    [
      'a header of an unknown kind',
      '{"judgeHash": "h", "kind": "odd"}',
      'l.jsonl:1 "kind" must be one of binary, ordinal, nominal.',
    ],
    [
      'a header that is not the first line',
      '{"item":"a","judge":1,"human":1}\n{"judgeHash":"h"}',
      'l.jsonl:2 "item" is missing.',
    ],
  ])('refuse %s', (_name, text, problem) => {
    expect(problemsOf(() => parse(text))).toContain(problem);
  });
});

describe('the kind of labels', () => {
  it.each([
    [
      '0 and 1',
      linesOf([0, 1], [1, 1]),
      'binary',
      [
        [0, 1],
        [1, 1],
      ],
    ],
    ['1 alone', linesOf([1, 1]), 'binary', [[1, 1]]],
    ['booleans', linesOf([true, false]), 'binary', [[1, 0]]],
    [
      'two words, one of them good',
      linesOf(['PASS', 'fail'], ['fail', 'fail']),
      'binary',
      [
        [1, 0],
        [0, 0],
      ],
    ],
    ['two words, none of them good', linesOf(['A', 'B']), 'nominal', [[0, 1]]],
    ['two words, both good', linesOf(['yes', 'pass']), 'nominal', [[0, 1]]],
    [
      'three words',
      linesOf(['good', 'bad'], ['ugly', 'bad']),
      'nominal',
      [
        [0, 1],
        [2, 1],
      ],
    ],
    [
      'levels',
      linesOf([1, 5], [null, 3]),
      'ordinal',
      [
        [1, 5],
        [null, 3],
      ],
    ],
    ['1 and 2', linesOf([1, 2]), 'nominal', [[0, 1]]],
    ['a number beyond 5', linesOf([1, 6]), 'nominal', [[0, 1]]],
    ['fractions', linesOf([0.5, 3]), 'nominal', [[0, 1]]],
  ] as const)('of %s', (_name, text, kind, pairs) => {
    const ratings = scale(text);
    expect(ratings.kind).toBe(kind);
    expect(ratings.items.map(({ judge, human }) => [judge, human])).toEqual(pairs);
  });

  it.each([
    [
      'levels as binary',
      'binary',
      linesOf([1, 3], [0, 2]),
      ['l.jsonl:1 "human" is "3", outside the scale.', 'l.jsonl:2 "human" is "2", outside the scale.'],
    ],
    [
      'numbers beyond 5 as ordinal',
      'ordinal',
      linesOf([0, 3], [2.5, 6]),
      [
        'l.jsonl:1 "judge" is "0", outside the scale.',
        'l.jsonl:2 "judge" is "2.5", outside the scale.',
        'l.jsonl:2 "human" is "6", outside the scale.',
      ],
    ],
    [
      'words as ordinal',
      'ordinal',
      linesOf(['good', 'good']),
      ['l.jsonl:1 "judge" is "good", outside the scale.', 'l.jsonl:1 "human" is "good", outside the scale.'],
    ],
    [
      'words of which none is good as binary',
      'binary',
      linesOf(['A', 'B']),
      ['l.jsonl:null is labelled "A", "B": not good and bad.'],
    ],
    [
      'three words as binary',
      'binary',
      linesOf(['good', 'bad'], ['fair', 'bad']),
      ['l.jsonl:null is labelled "good", "bad", "fair": not good and bad.'],
    ],
  ] as const)('refuses %s', (_name, kind, text, problems) => {
    expect(problemsOf(() => scale(text, kind))).toEqual(problems);
  });

  it('asked for wins', () => {
    expect(scale(linesOf([1, 0], [0, 0]), 'nominal').kind).toBe('nominal');
    expect(scale(linesOf([1, 2], [2, 2]), 'ordinal').kind).toBe('ordinal');
    expect(scale(linesOf(['yes', 'yes']), 'binary').items).toEqual([{ judge: 1, human: 1, human2: null, weight: 1 }]);
  });
});
