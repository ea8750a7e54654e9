import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildProblem, UserError } from '../../src/errors.ts';
import { findJsonFault, readJsonFile } from '../../src/text/json-text.ts';
import { buildPlaces } from '../../src/text/places.ts';
import { hintKnown, quoteName, suggestName, throwProblems } from '../../src/text/problems.ts';
import { parseYaml } from '../../src/text/yaml-file.ts';

function problemsOf(work: () => unknown) {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return error.problems.map(({ line, column, message }) => [line, column, message]);
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('suggestName', () => {
  const known = ['temperature', 'max-tokens', 'seed', 'n'];
  it.each([
    ['temprature', 'temperature'],
    ['Temperature', 'temperature'],
    ['max-token', 'max-tokens'],
    ['sede', 'seed'],
    ['banana', null],
    ['', 'n'],
    ['x'.repeat(1000), null],
  ])('%s', (name, expected) => {
    expect(suggestName(name, known)).toBe(expected);
  });

  it('without a near one the known names are listed', () => {
    expect(hintKnown('banana', known)).toBe('Known: temperature, max-tokens, seed, n.');
    expect(hintKnown('sed', known)).toBe('Did you mean "seed"?');
    expect(hintKnown('x', [])).toBe('None is known here.');
  });

  it('a name out of a file is quoted on one line and cut', () => {
    expect(quoteName('a\n"b"')).toBe('"a\\n\\"b\\""');
    expect(quoteName('x'.repeat(500)).length).toBeLessThan(90);
  });
});

describe('throwProblems', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => buildProblem(`mistake ${index}`, ''));
  it.each([
    [1, 1],
    [50, 50],
    [51, 51],
    [1000, 51],
  ])('of %d shows %d', (count, shown) => {
    expect(problemsOf(() => throwProblems(many(count)))).toHaveLength(shown);
  });

  it('counts what it does not show, and returns where there is nothing', () => {
    expect(problemsOf(() => throwProblems(many(60))).at(-1)?.[2]).toBe('and 10 more.');
    expect(throwProblems([])).toBeUndefined();
  });
});

describe('buildPlaces', () => {
  it('agrees with counting line ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'ü', '\n', '🎉') }), fc.nat(40), (text, offset) => {
        const before = text.slice(0, Math.min(offset, text.length)).split('\n');
        const expected = { path: 'f', line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
        expect(buildPlaces({ path: 'f', text })(offset)).toEqual(expected);
      }),
    );
  });

  it('an offset outside the text is its nearest end', () => {
    const at = buildPlaces({ path: 'f', text: 'ab\nc' });
    expect([at(-5), at(99)]).toMatchObject([
      { line: 1, column: 1 },
      { line: 2, column: 2 },
    ]);
  });
});

describe('readJsonFile', () => {
  it.each([
    ['a missing comma', '{\n  "a": 1\n  "b": 2\n}', 3, 3],
    ['a comma too many', '{"a": 1,}', 1, 9],
    ['a cut-off text', '{"a": "x', 1, 9],
    ['a word', 'nope', 1, 1],
    ['nothing', '', 1, 1],
  ])('%s is found', (_name, text, line, column) => {
    expect(problemsOf(() => readJsonFile({ path: 'a.json', text }))[0]?.slice(0, 2)).toEqual([line, column]);
  });

  it('refuses what is nested too deep, not what is at the bound', () => {
    const nested = (depth: number) => ({ path: 'a.json', text: '['.repeat(depth) + ']'.repeat(depth) });
    expect(readJsonFile(nested(100))).toBeDefined();
    expect(() => readJsonFile(nested(101))).toThrow('nested more than 100 levels deep');
  });

  it.each([
    ['an endless number', { a: [Number.POSITIVE_INFINITY] }, 'not finite'],
    ['no number', Number.NaN, 'not finite'],
    ['a date', new Date(0), 'neither text'],
    ['undefined', [undefined], 'neither text'],
    ['a loop', loop(), 'nested more than'],
  ])('%s is no JSON', (_name, value, words) => {
    expect(findJsonFault(value)).toContain(words);
  });
});

function loop() {
  const list: unknown[] = [];
  list.push(list);
  return list;
}

describe('parseYaml', () => {
  const parse = (text: string) => parseYaml({ path: 'a.yml', text });

  it('knows where values and keys stand', () => {
    const file = parse('a: 1\nb:\n  - c: x\n    d: y\n');
    expect(file.value).toEqual({ a: 1, b: [{ c: 'x', d: 'y' }] });
    expect(file.where(['b', 0, 'd'])).toEqual({ path: 'a.yml', line: 4, column: 8 });
    expect(file.whereKey(['b', 0, 'd'])).toMatchObject({ line: 4, column: 5 });
    expect(file.where(['b', 0, 'gone'])).toMatchObject({ line: 3, column: 5 });
    expect([file.get(['b', 0, 'c']), file.get(['b', 9]), file.get(['constructor'])]).toEqual([
      'x',
      undefined,
      undefined,
    ]);
  });

  it('dates and words like "no" stay text; merge keys work', () => {
    expect(parse('d: 2026-01-01\nn: no\nbase: &b { x: 1 }\nmore: { <<: *b, y: 2 }').value).toEqual({
      d: '2026-01-01',
      n: 'no',
      base: { x: 1 },
      more: { x: 1, y: 2 },
    });
  });

  it('an empty file is null', () => {
    expect(parse('').value).toBeNull();
  });

  it.each([
    ['a key given twice', 'a: 1\nb: 2\na: 3', 3, '"a" is given twice.'],
    ['a number that is not finite', 'a: 1\nb: .inf', 2, 'holds a number that is not finite.'],
    ['two documents', 'a: 1\n---\nb: 2', 3, 'holds more than one YAML document.'],
  ])('%s is refused at its line', (_name, text, line, message) => {
    const [problem] = problemsOf(() => parse(text));
    expect([problem?.[0], problem?.[2]]).toEqual([line, message]);
  });

  it('an alias bomb is refused in no time', () => {
    const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 12; level += 1) {
      bomb.push(
        `a${level}: &a${level} [${Array(9)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
      );
    }
    const started = Date.now();
    expect(() => parse(bomb.join('\n'))).toThrow(UserError);
    expect(Date.now() - started).toBeLessThan(3000);
  });

  it.each([
    ['flow lists', '['.repeat(20_000)],
    ['blocks', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('deep %s are refused, not a crash', (_name, text) => {
    expect(() => parse(text)).toThrow('nested more than 100 levels deep');
  });
});
