import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { UserError } from '../../src/errors.ts';
import { decodeSource } from '../../src/outputs/sources.ts';
import { briefly, problemsOf, readFixture } from './read-text.ts';

describe('readSource', () => {
  it.each([
    [
      'promptfoo.json',
      [
        't-1/? Your refund is on its way.',
        't-1/? Your refund is on its way.',
        't-2/? ',
        't-2/? ',
        't-3/? unavailable',
        't-3/? unavailable',
        't-4/? I cannot help with that.',
        't-4/? I cannot help with that.',
      ],
    ],
    [
      'inspect.json',
      [
        'r-1/0 I paid A-1 back.',
        'r-2/0 There is no such order.',
        'r-1/1 I paid A-1 back.',
        'r-2/1 There is no such order.',
        'r-3/0 unavailable',
      ],
    ],
    ['deepeval.json', ['t-1/? Your refund is on its way.', 't-2/? Try to reset your password.']],
    ['braintrust.jsonl', ['t-1/? On its way.', 't-2/? Reset it.']],
    [
      'junit-pytest.xml',
      [
        't-1/? Your refund is on its way.',
        't-2/? Try to reset <your> password & wait.',
        'test_triage.test_setup/? unavailable',
      ],
    ],
    [
      'junit-jest.xml',
      [
        'triage t-1/? passed',
        expect.stringMatching(/^triage t-2\/\? failed: Error: expect\(received\)\.toContain/) as unknown as string,
      ],
    ],
    [
      'junit-vitest.xml',
      [
        'triage.test.mjs.triage > t-1/? Your refund is on its way.',
        "triage.test.mjs.triage > t-2/? failed: expected 'password' to contain 'refund'",
      ],
    ],
    [
      'junit-surefire.xml',
      [
        'TriageTest.asksForRefund/? passed',
        'TriageTest.broken/? unavailable',
        'TriageTest.flaky/? failed: first run ==> expected: <true> but was: <false>',
        'TriageTest.cannotLogIn/? failed: names no refund ==> expected: <true> but was: <false>',
      ],
    ],
  ])('reads what the tool itself wrote: %s', (name, outputs) => {
    expect(briefly(readFixture(name))).toEqual(outputs);
  });

  it.each([
    ['nothing', ''],
    ['prose', 'passed\n'],
    ['another JSON', '{"rows": [{"a": 1}]}'],
    ['keys of a known shape further in', '{"notes": {"evalId": 1, "results": 2, "testCases": []}}'],
    ['keys of a known shape in a text', '{"notes": "{\\"evalId\\": 1, \\"results\\": 2}"}'],
    ['another XML', '<?xml version="1.0"?><coverage/>'],
  ])('names the known shapes for %s', (_, text) => {
    const [problem] = problemsOf(text);
    expect(problem?.message).toBe('is in no known shape of outputs.');
    expect(problem?.hint).toContain(
      'promptfoo results, Inspect log, DeepEval test run, Braintrust experiment, JUnit XML',
    );
  });

  it.each([
    ['promptfoo', '{"evalId": "e", "results": {"results": []}}'],
    ['Inspect', '{"version": 2, "status": "success", "eval": {}, "samples": []}'],
    ['DeepEval', '{"testCases": [], "conversationalTestCases": [{}]}'],
    ['Braintrust', '{"span_id": "b", "root_span_id": "a", "span_parents": ["a"], "is_root": false}\n'],
    ['JUnit', '<testsuites/>'],
  ])('takes a file without an output for a mistake: %s', (name, text) => {
    expect(problemsOf(text)[0]?.message).toMatch(new RegExp(`^is a ${name}.* without an output\\.$`));
  });

  const texts = readdirSync('fixtures/outputs')
    .filter((name) => name !== 'README.md')
    .map((name) => readFileSync(`fixtures/outputs/${name}`, 'utf8'));

  it('reads damaged files or says what is wrong with them, and breaks on none', () => {
    const pieces = [
      'null',
      '[]',
      '{}',
      '"x"',
      '-1',
      '1e400',
      '__proto__',
      'true',
      '<a>',
      '</a>',
      '&x;',
      '"',
      '\\',
      '',
      '\u0000',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(...pieces),
        fc.nat(30),
        (text, at, piece, cut) => {
          const start = Math.floor(at * text.length);
          const damaged = text.slice(0, start) + piece + text.slice(start + cut);
          expect(problemsOf(damaged).every(({ message, hint }) => message !== '' && hint !== '')).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('breaks on no value in place of another', () => {
    const documents = texts
      .filter((text) => text.startsWith('{'))
      .map((text) => (text.split('\n', 1)[0] === '{' ? text : (text.split('\n', 1)[0] as string)));
    const values = fc.constantFrom<unknown>(null, [], {}, '', 'x', -1, 2, true, [null], { a: null }, [[]]);
    fc.assert(
      fc.property(fc.constantFrom(...documents), fc.nat(400), values, (text, turn, value) => {
        let place = 0;
        const swapped = JSON.stringify(JSON.parse(text), (_, own: unknown) => (++place === turn + 2 ? value : own));
        expect(() => problemsOf(swapped)).not.toThrow();
      }),
      { numRuns: 1500 },
    );
  });

  it('shows at most 50 mistakes, and counts the others', () => {
    const rows = Array.from({ length: 3000 }, (_, index) => `{"name": "t", "actualOutput": ${index}}`);
    const problems = problemsOf(`{"testCases": [\n${rows.join(',\n')}]}`);
    expect(problems.length).toBeLessThanOrEqual(51);
    expect(problems[0]).toMatchObject({ path: 'results', line: 2 });
  });
});

describe('decodeSource', () => {
  it('says how to unpack a log of Inspect', () => {
    const zip = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0, 0]);
    expect(() => decodeSource('logs/a.eval', zip)).toThrow(UserError);
    expect(() => decodeSource('logs/a.eval', zip)).toThrow(
      'logs/a.eval is a zip. If it is a log of Inspect: "inspect log dump',
    );
  });

  it('decodes a text', () => {
    expect(decodeSource('a.xml', new TextEncoder().encode('<a/>')).text).toBe('<a/>');
  });
});
