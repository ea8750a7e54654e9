import { describe, expect, it } from '@jest/globals';
import { compileCheck } from '../../src/checks/registry.ts';
import { joinReasons, readReason } from '../../src/conclude/insights/reasons.ts';
import type { CheckConfig } from '../../src/config/config.ts';
import type { JsonObject } from '../../src/json.ts';
import { aCheck, scoreText } from '../checks/scoring.ts';
import { anOutput } from '../helpers/builders.ts';

/** What a real check says of some answers, put together. */
function join(config: CheckConfig, ...answers: readonly (readonly [content: string, variables?: JsonObject])[]) {
  const reasons = answers.map(([content, variables = {}]) => scoreText(config, content, variables).reason ?? '');
  return joinAll(reasons);
}

function joinAll(reasons: readonly string[]) {
  const read = reasons.map(readReason);
  expect(new Set(read.map(({ key }) => key)).size).toBe(1);
  return joinReasons(read.map(({ what }) => what)).map(({ what }) => what);
}

const wanted = { expected: '{{ expected }}' };
const sayCalled = (config: CheckConfig, ...names: readonly string[]) => {
  const toolCalls = names.map((name) => ({ function: { name, arguments: '{}' } }));
  const { reason } = compileCheck(config, new Map()).score({ output: anOutput('', { toolCalls }), variables: {} });
  return reason ?? '';
};

describe('what an answer is in place of another', () => {
  it.each<[string, CheckConfig, string, JsonObject, string, string]>([
    ['a text', aCheck('equals', wanted), 'billing', { expected: 'refund' }, 'refund', 'billing'],
    ['quotes in it', aCheck('equals', wanted), 'a "b", expected "c"', { expected: 'x' }, 'x', 'a "b", expected "c"'],
    ['a number', aCheck('equals', { expected: 4 }), '5', {}, '4', '5'],
    ['a negative number with an exponent', aCheck('equals', { expected: 4 }), '-5e-7', {}, '4', '-5e-7'],
    ['a word of JSON', aCheck('equals', { expected: true }), 'null', {}, 'true', 'null'],
    ['a list', aCheck('equals', { expected: [1] }), '[2, "a"]', {}, '[1]', '[2,"a"]'],
    ['one of several', aCheck('equals', { expected: ['a', 'b'] }), 'c', {}, 'a', 'c'],
    ['a number near another', aCheck('number', { expected: 3, tolerance: 1 }), '-5', {}, '3 ± 1', '-5'],
    [
      'the member of a group',
      aCheck('all-of', {}, { members: [aCheck('length', { max: 9 }), aCheck('equals', { expected: 'a' })] }),
      ...(['b', {}, 'a', 'b'] as const),
    ],
  ])('is told of %s', (_name, config, content, variables, from, to) => {
    expect(join(config, [content, variables])).toEqual([{ kind: 'answer', from, to }]);
  });

  it('is told of tools that were called', () => {
    const calls = [sayCalled(aCheck('tool-called', { all: ['search', 'pay'] }), 'search', 'odd name')];
    expect(joinAll(calls)).toEqual([{ kind: 'answer', from: 'search, pay', to: 'search, "odd name"' }]);
    const none = [sayCalled(aCheck('tool-called', { all: ['search'] }))];
    expect(joinAll(none)).toEqual([{ kind: 'answer', from: 'search', to: 'no tool' }]);
    const only = [sayCalled(aCheck('tool-called', { only: ['search'] }), 'pay')];
    expect(joinAll(only)).toEqual([{ kind: 'reason', reason: 'called pay, expected only search' }]);
  });

  it('is no such thing where the two look alike', () => {
    expect(join(aCheck('equals', { expected: 4, path: '/n' }, { path: '/n' }), ['{"n": "4"}'])).toEqual([
      { kind: 'reason', reason: 'is "4", expected the number 4' },
    ]);
  });

  it('leaves out what was expected where no single thing is behind half of the answers', () => {
    const config = aCheck('equals', wanted);
    const answer = (expected: string) => ['other', { expected }] as const;
    expect(join(config, answer('refund'), answer('billing'), answer('delivery'))).toEqual([
      { kind: 'answer', from: null, to: 'other' },
    ]);
    expect(join(config, answer('refund'), answer('refund'), answer('delivery'))).toEqual([
      { kind: 'answer', from: 'refund', to: 'other' },
      { kind: 'answer', from: 'delivery', to: 'other' },
    ]);
  });
});

describe('what reasons have in common', () => {
  const schema = {
    type: 'object',
    required: ['item'],
    properties: { items: { type: 'array', items: { properties: { price: { type: 'number' } } } } },
  };

  it('is a reason word for word', () => {
    const config = aCheck('contains', { expected: 'Kind regards' });
    expect(join(config, ['Bye'], ['Cheers'])).toEqual([{ kind: 'reason', reason: 'does not contain "Kind regards"' }]);
    expect(join(aCheck('json-schema', { schema }), ['{}'], ['{"a": 1}'])).toEqual([
      { kind: 'reason', reason: "the output must have required property 'item'" },
    ]);
  });

  it('leaves out places and numbers that differ, and says between which they lie', () => {
    const items = (place: number) => JSON.stringify({ item: 1, items: Array(place).fill({}).concat({ price: 'x' }) });
    expect(join(aCheck('json-schema', { schema }), [items(0)], [items(3)])).toEqual([
      { kind: 'reason', reason: '/items/…/price must be number' },
    ]);
    expect(join(aCheck('words', { max: 2 }), ['a b c'], ['a b c d e'], ['a b c'])).toEqual([
      { kind: 'reason', reason: '3–5 words, at most 2 allowed' },
    ]);
    expect(join(aCheck('xml', {}), ['<a>\n\n<b></a>'], ['<a>\n<b></a>'])).toMatchObject([
      { kind: 'reason', reason: expect.stringMatching(/^line 2–3 /) },
    ]);
  });

  it('takes no number in a quote for one that stands alone', () => {
    const config = aCheck('contains', wanted);
    expect(join(config, ['', { expected: 'order 17 b' }], ['', { expected: 'order 18 b' }])).toEqual([
      { kind: 'reason', reason: 'does not contain "order … b"' },
    ]);
  });

  it('is the way out where a check names one', () => {
    const config = aCheck('equals', wanted);
    expect(join(config, ['Refund', { expected: 'refund' }], ['Other', { expected: 'other' }])).toEqual([
      { kind: 'reason', reason: 'differs only in case; normalize: [case] ignores it' },
    ]);
    const fenced = (text: string) => `\`\`\`\n${text}\n\`\`\``;
    expect(join(config, [fenced('a'), { expected: 'a' }], [fenced('b'), { expected: 'b' }])).toEqual([
      { kind: 'reason', reason: 'from: fenced takes the code fence off' },
    ]);
  });

  it('is not led astray by what an answer says', () => {
    const config = aCheck('one-of', { values: ['a', 'b'] });
    const lies = ['is "a", expected "b"', 'x; from: fenced takes it off', '1 of 2 hold; check 1 (equals): is "a"'];
    for (const lie of lies) {
      expect(join(config, [lie])).toEqual([
        { kind: 'reason', reason: `${JSON.stringify(lie)} is not one of the 2 values` },
      ]);
    }
  });

  it('is at most 200 characters long', () => {
    const config = aCheck('contains-all', { values: Array.from({ length: 9 }, (_, at) => `${at}${'x'.repeat(90)}`) });
    const [what] = join(config, ['no']);
    expect(what?.kind === 'reason' && what.reason.length).toBe(200);
  });
});
