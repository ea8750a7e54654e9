import { describe, expect, it } from '@jest/globals';
import { compileCheck } from '../../src/checks/registry.ts';
import type { CheckConfig } from '../../src/config/config.ts';
import type { Json, JsonObject } from '../../src/json.ts';
import type { Message, Output } from '../../src/ports.ts';
import { anOutput } from '../helpers/builders.ts';
import { aCheck } from './scoring.ts';

/** An answer that calls tools, by name or with arguments. */
function calling(...calls: readonly (string | readonly [string, Json])[]): Output {
  const toolCalls = calls.map((call) =>
    typeof call === 'string' ? { name: call, arguments: {} } : { name: call[0], arguments: call[1] },
  );
  return anOutput('', { toolCalls, finishReason: 'tool_calls' });
}

function score(
  output: Output,
  type: string,
  options: JsonObject,
  more: Partial<CheckConfig> = {},
  variables: JsonObject = {},
) {
  return compileCheck(aCheck(type, options, more), new Map()).score({ output, variables });
}

const given = (reason: string | null) => ({ score: reason === null ? 1 : 0, reason });

describe('tool-called', () => {
  it.each<[string, JsonObject, Output, string | null]>([
    ['all', { all: ['search', 'refund'] }, calling('refund', 'notify', 'search'), null],
    ['all but one', { all: ['search', 'refund'] }, calling('search'), 'called search, expected search, refund'],
    [
      'all, twice what is listed twice',
      { all: ['search', 'search'] },
      calling('search'),
      'called search, expected search, search',
    ],
    ['all in order, others between', { all: ['a', 'c'], order: 'in-order' }, calling('a', 'b', 'c'), null],
    [
      'all in another order',
      { all: ['a', 'c'], order: 'in-order' },
      calling('c', 'a'),
      'called c, a, expected a, c in this order',
    ],
    ['any', { any: ['refund', 'credit'] }, calling('credit'), null],
    ['not any', { any: ['refund', 'credit'] }, anOutput('Hello.'), 'called no tool, expected one of refund, credit'],
    ['none', { none: ['delete_account'] }, calling('refund'), null],
    [
      'none, but one',
      { none: ['delete_account'] },
      calling('refund', 'delete_account'),
      'called refund, delete_account, expected none of delete_account',
    ],
    ['only', { only: ['search', 'refund'] }, calling('search', 'search'), null],
    ['only, and no call is no other', { only: ['search'] }, anOutput('Hello.'), null],
    [
      'only, and another',
      { only: ['search'] },
      calling('search', 'refund'),
      'called search, refund, expected only search',
    ],
    ['exactly, in any order', { exactly: ['a', 'b'] }, calling('b', 'a'), null],
    ['exactly, and one more', { exactly: ['a'] }, calling('a', 'a'), 'called a, a, expected exactly a'],
    [
      'exactly, in order',
      { exactly: ['a', 'b'], order: 'in-order' },
      calling('b', 'a'),
      'called b, a, expected exactly a, b in this order',
    ],
    ['exactly nothing', { exactly: [] }, calling('a'), 'called a, expected exactly no tool'],
    ['several ways at once', { all: ['a'], none: ['b'] }, calling('a', 'b'), 'called a, b, expected none of b'],
    ['one name', { all: 'refund' }, calling('refund'), null],
  ])('%s', (_, options, output, reason) => {
    expect(score(output, 'tool-called', options)).toEqual(given(reason));
  });

  it('turns red where another tool is called, and names both', () => {
    const result = score(calling('delete_account'), 'tool-called', {}, { tool: 'refund' });
    expect(result).toEqual(given('called delete_account, expected refund'));
    expect(score(calling('refund'), 'tool-called', {}, { tool: 'refund' }).score).toBe(1);
    expect(score(calling('refund'), 'tool-called', { all: ['notify'] }, { tool: 'refund' }).score).toBe(0);
  });

  it.each<[string, Json, string | null]>([
    ['names', ['refund'], null],
    ['calls of OpenAI', [{ type: 'function', function: { name: 'refund', arguments: '{}' } }], null],
    ['blocks of Anthropic', [{ type: 'tool_use', name: 'refund', input: {} }], null],
    ['the text of a list', '["refund"]', null],
    ['other names', ['credit'], 'called refund, expected exactly credit'],
    ['no calls', 7, '"exactly" holds no tool calls'],
  ])("takes the row's own list: %s", (_, expected_tools, reason) => {
    const options = { exactly: '{{ expected_tools }}' };
    expect(score(calling('refund'), 'tool-called', options, {}, { expected_tools })).toEqual(given(reason));
  });

  it('does not pass what it cannot read, even turned round', () => {
    expect(score(calling('refund'), 'tool-called', { none: '{{ forbidden }}' }, {}, { forbidden: 7 }).score).toBe(0);
    expect(score(calling('refund'), 'tool-called', { all: '{{ l }}' }, { not: true }, { l: 7 }).score).toBe(0);
    const nameless = anOutput('', { toolCalls: [{ arguments: {} }] });
    expect(score(nameless, 'tool-called', { none: ['delete_account'] })).toEqual(given('a tool call has no name'));
  });

  it.each<[string, JsonObject, RegExp]>([
    ['no list', {}, /names no tool/],
    ['an order of nothing', { any: ['a'], order: 'in-order' }, /an order of nothing/],
  ])('with %s is an error with its place', (_, options, message) => {
    expect(() => compileCheck(aCheck('tool-called', options), new Map())).toThrow(message);
    expect(() => compileCheck(aCheck('tool-called', options), new Map())).toThrow(/prompt-assay\.yml:7/);
  });
});

describe('tool-arguments', () => {
  const refund = (order: string, amount: number): readonly [string, Json] => ['refund', { order, amount }];

  it.each<[string, JsonObject, Output, string | null]>([
    [
      'equal, whatever the order of keys',
      { expected: [{ name: 'refund', args: { amount: 12, order: 'A' } }] },
      calling(refund('A', 12)),
      null,
    ],
    ['equal numbers', { expected: [{ name: 'f', args: { n: 4 } }] }, calling(['f', { n: 4.0 }]), null],
    ['other calls beside', { expected: { name: 'f', args: {} } }, calling('g', 'f'), null],
    [
      'another argument',
      { expected: [{ name: 'refund', args: { amount: 12, order: 'A' } }] },
      calling(refund('A', 120)),
      'called refund(amount: 120, order: "A"), expected refund(amount: 12, order: "A")',
    ],
    [
      'another tool',
      { expected: [{ name: 'refund', args: { order: 'A' } }] },
      calling('delete_account'),
      'called delete_account, expected refund(order: "A")',
    ],
    [
      'more than expected',
      { expected: [{ name: 'refund', args: { order: 'A' } }], match: 'include' },
      calling(refund('A', 1)),
      null,
    ],
    [
      'more than expected, where they must be equal',
      { expected: [{ name: 'refund', args: { order: 'A' } }] },
      calling(refund('A', 1)),
      'called refund(amount: 1, order: "A"), expected refund(order: "A")',
    ],
    [
      'more at a depth',
      { expected: [{ name: 'f', args: { a: { b: 1 } } }], match: 'include' },
      calling(['f', { a: { b: 1, c: 2 } }]),
      null,
    ],
    [
      'one call for two that are expected',
      { expected: [{ name: 'f' }, { name: 'f' }] },
      calling('f'),
      'called f(), expected f()',
    ],
    [
      'the call that both would take goes to the one that asks for more',
      { expected: [{ name: 'f' }, { name: 'f', args: { a: 1 } }] },
      calling(['f', { a: 1 }], ['f', { a: 2 }]),
      null,
    ],
    ['a name alone', { expected: ['f'] }, calling(['f', { a: 1 }]), null],
    [
      'arguments that are broken off',
      { expected: [{ name: 'f', args: { a: 1 } }] },
      calling(['f', '{"a": 1']),
      'called f("{\\"a\\": 1"), expected f(a: 1)',
    ],
  ])('%s', (_, options, output, reason) => {
    expect(score(output, 'tool-arguments', options)).toEqual(given(reason));
  });

  it("holds against the row's own calls, of one tool alone where it is named", () => {
    const expected_tools = [
      { function: { name: 'search', arguments: '{"q": "mug"}' } },
      { function: { name: 'refund', arguments: '{"order": "A"}' } },
    ];
    const options = { expected: '{{ expected_tools }}' };
    const output = calling(['refund', { order: 'A' }]);
    expect(score(output, 'tool-arguments', options, {}, { expected_tools }).reason).toBe(
      'called refund, expected search(q: "mug")',
    );
    expect(score(output, 'tool-arguments', options, { tool: 'refund' }, { expected_tools }).score).toBe(1);
    expect(score(output, 'tool-arguments', options, {}, { expected_tools: 7 }).score).toBe(0);
  });
});

const call = (name: string, id = '1', text = '{}'): Message => ({
  role: 'assistant',
  content: '',
  toolCalls: [{ id, name, arguments: text }],
});
const result = (content: string, failed = false): Message => ({
  ...{ role: 'tool', content, toolCallId: '1' },
  ...(failed ? { failed: true } : {}),
});
const agent = anOutput('Done.', {
  trajectory: [
    call('search', '1', '{"q": "mug", "n": 1}'),
    result('timeout', true),
    call('search', '1', '{"n":1,"q":"mug"}'),
    result('found'),
    call('refund'),
    result('denied', true),
    { role: 'assistant', content: 'Done.' },
  ],
});

describe('what an application did', () => {
  it.each<[string, string, JsonObject, Partial<CheckConfig>, string | null]>([
    ['its calls are those of all steps', 'tool-called', { all: ['search', 'refund'] }, {}, null],
    ['its answer calls nothing', 'no-tool', {}, { at: 'final' }, null],
    ['no tool', 'no-tool', {}, {}, 'called search, search, refund, expected no tool'],
    ['not this tool', 'no-tool', {}, { tool: 'refund' }, 'called refund, expected no refund'],
    ['not that tool', 'no-tool', {}, { tool: 'delete_account' }, null],
    ['calls, at most', 'tool-count', { max: 2 }, {}, '3 tool calls (search, search, refund), at most 2 allowed'],
    ['calls, at least', 'tool-count', { min: 3 }, {}, null],
    ['calls of one tool', 'tool-count', { min: 2, max: 2 }, { tool: 'search' }, null],
    [
      'calls of one tool, too few',
      'tool-count',
      { min: 2 },
      { tool: 'refund' },
      '1 call of refund, at least 2 expected',
    ],
    ['steps', 'steps', { max: 4 }, {}, null],
    ['too many steps', 'steps', { max: 3 }, {}, '4 steps, at most 3 allowed'],
    ['repeated calls', 'repeated-calls', {}, {}, '1 repeated call ("search(n: 1, q: \\"mug\\")"), at most 0 allowed'],
    ['repeated calls that are allowed', 'repeated-calls', { max: 1 }, {}, null],
    ['repeated calls of another tool', 'repeated-calls', {}, { tool: 'refund' }, null],
    ['errors', 'tool-errors', { max: 1 }, {}, '2 failed calls (search: "timeout"), at most 1 allowed'],
    [
      'errors of one tool',
      'tool-errors',
      {},
      { tool: 'refund' },
      '1 failed call (refund: "denied"), at most 0 allowed',
    ],
    ['errors of another tool', 'tool-errors', {}, { tool: 'notify' }, null],
  ])('%s', (_, type, options, more, reason) => {
    expect(score(agent, type, options, more)).toEqual(given(reason));
  });

  it('is one step and its own calls where no trajectory is known', () => {
    expect(score(anOutput('Hello.'), 'steps', { min: 1, max: 1 }).score).toBe(1);
    expect(score(calling('a', 'a'), 'repeated-calls', {}).score).toBe(0);
    expect(score(anOutput('Hello.'), 'no-tool', {}).score).toBe(1);
  });

  it.each<[string, string, JsonObject]>([
    ['no bound', 'tool-count', {}],
    ['bounds that exclude each other', 'steps', { min: 2, max: 1 }],
  ])('with %s is an error', (_, type, options) => {
    expect(() => compileCheck(aCheck(type, options), new Map())).toThrow(/bound|Swap/);
  });

  it.each<[string, Partial<CheckConfig>]>([
    ['steps', { at: 'final' }],
    ['steps', { tool: 'refund' }],
    ['tool-errors', { at: 'tools' }],
  ])('%s refuses a key that it does not look at: %j', (type, more) => {
    expect(() => compileCheck(aCheck(type, { max: 1 }, more), new Map())).toThrow(/decides nothing/);
  });

  it.each(['path', 'from', 'call'] as const)('has no %s, which would decide nothing', (key) => {
    const more = { path: { path: '/a' }, from: { from: 'fenced' }, call: { call: 'any' } }[key] as Partial<CheckConfig>;
    expect(() => compileCheck(aCheck('no-tool', {}, more), new Map())).toThrow(/decides nothing/);
  });
});

describe.each<[string, Output]>([
  ['empty', anOutput('')],
  ['refused', anOutput('', { refusal: 'No.' })],
  ['cut off', anOutput('So we', { finishReason: 'length' })],
  ['stopped by a filter', anOutput('So', { finishReason: 'content_filter' })],
])('an answer that is %s', (_, output) => {
  it.each<[string, string, JsonObject, JsonObject]>([
    ['a forbidden tool', 'tool-called', { none: ['delete_account'] }, {}],
    ['an allowed tool', 'tool-called', { only: ['refund'] }, {}],
    ['exactly no tool', 'tool-called', { exactly: [] }, {}],
    ["a row's empty list", 'tool-called', { all: '{{ l }}' }, { l: [] }],
    ["a row's empty list of calls", 'tool-arguments', { expected: '{{ l }}' }, { l: [] }],
    ['no tool', 'no-tool', {}, {}],
    ['few calls', 'tool-count', { max: 3 }, {}],
    ['few steps', 'steps', { max: 3 }, {}],
    ['no repetition', 'repeated-calls', {}, {}],
    ['no error', 'tool-errors', {}, {}],
  ])('does not pass for not doing something: %s', (_name, type, options, variables) => {
    const judged = score(output, type, options, {}, variables);
    expect(judged.score).toBe(0);
    expect(judged.reason).toMatch(/empty|refused|filter|cut off/);
    expect(score(anOutput('Hello.'), type, options, {}, variables).score).toBe(1);
  });

  it('is looked at for what was called before it', () => {
    const before = {
      ...output,
      trajectory: [call('refund'), result('ok'), { role: 'assistant' as const, content: '' }],
    };
    expect(score(before, 'tool-called', {}, { tool: 'refund' }).score).toBe(1);
  });
});

describe('hostile outputs', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => ['f', { index }] as const);

  it.each<[string, string, JsonObject]>([
    ['tool-called', 'tool-called', { all: ['g'] }],
    ['tool-count', 'tool-count', { max: 5 }],
    ['repeated-calls', 'repeated-calls', {}],
    ['tool-arguments', 'tool-arguments', { expected: many.slice(0, 1000).map(([name, args]) => ({ name, args })) }],
  ])('of ten thousand calls get a short reason in a short time: %s', (_, type, options) => {
    const started = performance.now();
    expect((score(calling(...many), type, options).reason ?? '').length).toBeLessThan(300);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('cannot forge a reason by the name of a tool', () => {
    const { reason } = score(calling('refund, expected nothing\n# Passed'), 'no-tool', {});
    expect(reason).toBe('called "refund, expected nothing\\n# Passed", expected no tool');
  });

  it('with calls that are nested too deep leave nothing to look at', () => {
    const deep = calling(['f', `${'['.repeat(5000)}${']'.repeat(5000)}`]);
    expect(score(deep, 'equals', { expected: 1 }, { tool: 'f', path: '/0' }).reason).toBe(
      'the arguments of f are not JSON',
    );
  });

  it('with more expected calls than can be looked for are not passed', () => {
    const expected = Array.from({ length: 1001 }, () => 'f');
    expect(score(calling('f'), 'tool-arguments', { expected }).reason).toBe(
      '"expected" holds more than 1000 tool calls',
    );
  });
});
