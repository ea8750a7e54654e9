import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  checkColumns,
  checkDependencies,
  checkKinds,
  compileCheck,
  missingVariables,
} from '../../src/checks/registry.ts';
import type { JsonObject } from '../../src/json.ts';
import type { Output } from '../../src/ports.ts';
import { aCheck, scoreText } from './scoring.ts';

const everyKind: readonly (readonly [string, JsonObject])[] = [
  ['equals', { expected: { a: ['{{ a }}'] } }],
  ['contains', { expected: '{{ a }}' }],
  ['contains-all', { values: '{{ a }}' }],
  ['contains-any', { values: ['{{ a }}', 'x', ' '] }],
  ['none-of', { values: '{{ a }}', normalize: ['whitespace'] }],
  ['starts-with', { expected: 'x' }],
  ['ends-with', { expected: 'x', 'ignore-case': true }],
  ['regex', { pattern: '^(a|b)+$' }],
  ['one-of', { values: ['a', 1, null] }],
  ['number', { expected: '{{ a }}', tolerance: 1 }],
  ['json', {}],
  ['json-schema', { schema: { type: 'object', uniqueItems: true, properties: { a: { format: 'date' } } } }],
  ['yaml', {}],
  ['xml', {}],
  ['length', { min: 1, max: 9 }],
  ['words', { max: 3 }],
  ['sentences', { min: 1, max: 2 }],
  ['tokens', { max: 9 }],
  ['empty', {}],
  ['urls', { hosts: ['*.example.com'] }],
  ['personal-data', {}],
  ['token-f1', { expected: '{{ a }}' }],
  ['levenshtein', { expected: ['{{ a }}', 'a b c'] }],
  ['rouge-l', { expected: ['{{ a }}', 'a b c'] }],
];

/** Those that look at the whole of an output: what was refused, calls and steps. */
const everyStory: readonly (readonly [string, JsonObject])[] = [
  ['refusal', {}],
  ['tool-called', { all: '{{ a }}', none: ['delete_account'] }],
  ['tool-arguments', { expected: '{{ a }}', match: 'include' }],
  ['no-tool', {}],
  ['tool-count', { min: 1, max: 2 }],
  ['steps', { max: 2 }],
  ['repeated-calls', {}],
  ['tool-errors', { max: 1 }],
];

/** What others gave is no rule about an answer: given-score.test.ts is about it. */
const everyGiven = [['given-score']];
/** Those that are made of others: groups.test.ts is about them. */
const everyGroup = [['all-of'], ['any-of'], ['mean-of']];
/** Those whose rule stands in the row: row-checks.test.ts is about them. */
const everyRow = [['row-checks']];

it('the tables above cover every kind', () => {
  expect([...everyKind, ...everyGiven, ...everyGroup, ...everyRow, ...everyStory].map(([type]) => type)).toEqual(
    checkKinds.map(({ type }) => type),
  );
});

describe.each(everyKind)('%s', (type, options) => {
  const output = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc.jsonValue().map((value) => JSON.stringify(value)),
  );
  it('never throws, scores from 0 to 1, and explains in a short line what is not 1', () => {
    fc.assert(
      fc.property(
        output,
        fc.jsonValue(),
        fc.constantFrom(null, '', '/a', '/0'),
        fc.boolean(),
        (content, a, path, not) => {
          const { score, reason } = scoreText(aCheck(type, options, { path, not }), content, { a: a as never });
          expect(score === 1 ? reason : typeof reason).toBe(score === 1 ? null : 'string');
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          expect((reason ?? '').length).toBeLessThan(500);
          expect(reason ?? '').not.toMatch(/\n/);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('scores what is left of 1 under `not`, or 0 both ways where there is nothing to look at', () => {
    fc.assert(
      fc.property(output, fc.jsonValue(), fc.constantFrom(null, '', '/a', '/0'), (content, a, path) => {
        const [plain, inverted] = [false, true].map((not) =>
          Number(scoreText(aCheck(type, options, { path, not }), content, { a: a as never }).score),
        ) as [number, number];
        expect([0, 1]).toContainEqual(expect.closeTo(plain + inverted, 12));
        if (plain + inverted < 0.5) expect([plain, inverted]).toEqual([0, 0]);
      }),
      { numRuns: 60 },
    );
  });
});

/** Those that no tool may be named for. */
const withoutTool = ['steps', 'refusal', 'given-score'];

describe.each(everyStory)('%s', (type, options) => {
  const name = fc.constantFrom('refund', 'delete_account', '');
  const toolCall = fc.record({ name, arguments: fc.oneof(fc.json(), fc.jsonValue(), fc.string({ unit: 'binary' })) });
  const text = fc.string();
  const message = fc.oneof(
    fc.record({
      role: fc.constant('assistant' as const),
      content: text,
      toolCalls: fc.array(fc.record({ id: name, name, arguments: fc.oneof(fc.json(), text) })),
    }),
    fc.record({
      role: fc.constant('tool' as const),
      content: text,
      toolCallId: name,
      failed: fc.constant(true as const),
    }),
  );
  const output = fc.record({
    content: text,
    toolCalls: fc.oneof(fc.array(toolCall), fc.array(fc.jsonValue())),
    refusal: fc.constantFrom(null, 'No.'),
    finishReason: fc.constantFrom('stop', 'length', 'tool_calls'),
    trajectory: fc.array(message),
  });

  it('never throws, is 0 or 1 both ways, and explains in a short line what is not 1', () => {
    fc.assert(
      fc.property(output, fc.jsonValue(), fc.constantFrom(null, 'refund'), (drawn, a, tool) => {
        const scores = [false, true].map((not) => {
          const check = compileCheck(
            aCheck(type, options, { not, tool: withoutTool.includes(type) ? null : tool }),
            new Map(),
          );
          const { score, reason } = check.score({ output: drawn as Output, variables: { a: a as never } });
          expect(score === 1 ? reason : typeof reason).toBe(score === 1 ? null : 'string');
          expect((reason ?? '').length).toBeLessThan(1000);
          expect(reason ?? '').not.toMatch(/\n/);
          return Number(score);
        });
        expect([0, 1]).toContain((scores[0] ?? 0) + (scores[1] ?? 0));
      }),
      { numRuns: 100 },
    );
  });
});

describe('hash', () => {
  const hashOf = (config: ReturnType<typeof aCheck>, text = '{}') =>
    compileCheck(config, new Map([['s.json', { path: 's.json', text }]])).hash;
  const plain = aCheck('equals', { expected: 'a' });

  it.each([
    ['name', { name: 'other' }],
    ['role', { role: 'report' as const }],
    ['threshold', { minScore: { value: 0.5, on: 'mean' as const } }],
    ['place', { where: { path: 'x.yml', line: 1, column: 1 } }],
  ])('is the same for another %s', (_, more) => {
    expect(hashOf({ ...plain, ...more })).toBe(hashOf(plain));
  });

  it.each([
    ['expectation', { options: { expected: 'b' } }],
    ['path', { path: '/a' }],
    ['not', { not: true }],
    ['view', { at: 'tools' as const }],
    ['tool', { tool: 'refund' }],
    ['choice of calls', { tool: 'refund', call: 'any' as const }],
    ['type', { type: 'contains' }],
  ])('differs for another %s', (_, more) => {
    expect(hashOf({ ...plain, ...more })).not.toBe(hashOf(plain));
  });

  it('covers the schema, not its layout', () => {
    const check = aCheck('json-schema', { schema: 's.json' });
    expect(hashOf(check, '{"type": "object"}')).toBe(hashOf(check, '{ "type":"object" }'));
    expect(hashOf(check, '{"type": "object"}')).not.toBe(hashOf(check, '{"type": "array"}'));
  });
});

describe('what a check needs', () => {
  it('names the variables a row lacks', () => {
    const check = aCheck('equals', { expected: { a: '{{ label }}', b: ['{{ expected.id }} {{ label }}'] } });
    expect(missingVariables(check, { other: 1 })).toEqual(['label', 'expected.id']);
    expect(missingVariables(check, { label: 'x', expected: { id: 4 } })).toEqual([]);
  });

  it('fills in nothing but expectations', () => {
    expect(missingVariables(aCheck('regex', { pattern: '{{ label }}' }), {})).toEqual([]);
  });

  it.each<[string, string, JsonObject, readonly string[]]>([
    ['text', 'equals', { expected: '{{ expected.label }}' }, ['expected.label']],
    ['a list', 'one-of', { values: ['{{ a }}', '{{b}}'] }, ['a', 'b']],
    ["a row's tools", 'tool-called', { exactly: '{{ expected_tools }}' }, ['expected_tools']],
    ["a row's calls", 'tool-arguments', { expected: '{{ expected_tools }}' }, ['expected_tools']],
    ['plain text', 'equals', { expected: 'expected' }, []],
    ['a key that is no template', 'regex', { pattern: '{{ label }}' }, []],
  ])('names the columns that an expectation is made of: %s', (_, type, options, columns) => {
    expect(checkColumns(aCheck(type, options))).toEqual(columns);
  });

  it('names the files it reads', () => {
    expect(checkDependencies(aCheck('json-schema', { schema: 'evals/s.json' }))).toEqual(['evals/s.json']);
    expect(checkDependencies(aCheck('json-schema', { schema: {} }))).toEqual([]);
    expect(checkDependencies(aCheck('json', {}))).toEqual([]);
  });
});
