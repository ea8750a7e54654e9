import { describe, expect, it } from '@jest/globals';
import { compileCheck } from '../../src/checks/registry.ts';
import type { CheckConfig } from '../../src/config/config.ts';
import type { JsonObject } from '../../src/json.ts';
import type { Output } from '../../src/ports.ts';
import { anOutput } from '../helpers/builders.ts';
import { aCheck } from './scoring.ts';

const calling = (name: string, given: string, id = '1') =>
  ({ role: 'assistant', content: '', toolCalls: [{ id, name, arguments: given }] }) as const;
const told = (content: string) => ({ role: 'tool', content, toolCallId: '1' }) as const;

const agent = anOutput('Refunded.', {
  trajectory: [
    { role: 'assistant', content: 'Looking for it.' },
    calling('refund', '{"order": "A-1", "amount": 12}'),
    told('declined'),
    calling('refund', '{"order": "A-1", "amount": 10}'),
    told('done'),
    { role: 'assistant', content: 'Refunded.' },
  ],
});
const single = anOutput('', { toolCalls: [{ name: 'refund', arguments: { order: 'A-1', amount: 12 } }] });

function score(output: Output, type: string, options: JsonObject, more: Partial<CheckConfig> = {}) {
  return compileCheck(aCheck(type, options, more), new Map()).score({ output, variables: {} });
}

describe('what a check looks at of a trajectory', () => {
  it.each<[string, string, Partial<CheckConfig>, string | null]>([
    ['the final answer, if nothing is said', 'Refunded.', {}, null],
    ['no step before it', 'Looking', {}, 'does not contain "Looking"'],
    ['what was said on the way', 'assistant: Looking', { at: 'all' }, null],
    ['what a tool answered', 'refund answered: declined', { at: 'tools' }, null],
    ['no words among the tools', 'Looking', { at: 'tools' }, 'does not contain "Looking"'],
    ['a word that must not be there at all', 'Looking', { at: 'all', not: true }, 'contains "Looking"'],
  ])('is %s', (_, expected, more, reason) => {
    const result = score(agent, 'contains', { expected }, more);
    expect(result).toEqual({ score: reason === null ? 1 : 0, reason });
  });
});

describe('the arguments of a tool', () => {
  it.each<[string, Output, string, JsonObject, Partial<CheckConfig>, string | null]>([
    ['a value in them', single, 'equals', { expected: 'A-1' }, { path: '/order' }, null],
    ['all of them as a value', single, 'equals', { expected: { amount: 12, order: 'A-1' } }, {}, null],
    ['their JSON as a text', single, 'contains', { expected: '"amount":12' }, {}, null],
    [
      'their shape',
      single,
      'json-schema',
      { schema: { required: ['reason'] } },
      {},
      "the output must have required property 'reason'",
    ],
    ['a number', single, 'number', { expected: 11, tolerance: 1 }, { path: '/amount' }, null],
    ['a number that is not met', single, 'number', { expected: 11 }, { path: '/amount' }, 'is 12, expected 11'],
    [
      'a path that finds nothing',
      single,
      'equals',
      { expected: 1 },
      { path: '/id' },
      '/id is not in the arguments of refund',
    ],
    [
      'every call, the first that fails',
      agent,
      'number',
      { expected: 12 },
      { path: '/amount' },
      'call 2 of 2: is 10, expected 12',
    ],
    ['any call', agent, 'number', { expected: 12 }, { path: '/amount', call: 'any' }, null],
    [
      'no call where none fits',
      agent,
      'number',
      { expected: 9 },
      { path: '/amount', call: 'any' },
      'call 1 of 2: is 12, expected 9',
    ],
    ['the first call', agent, 'number', { expected: 12 }, { path: '/amount', call: 'first' }, null],
    ['the last call', agent, 'number', { expected: 10 }, { path: '/amount', call: 'last' }, null],
    [
      'what no call may hold',
      agent,
      'number',
      { expected: 12 },
      { path: '/amount', not: true },
      'call 1 of 2: is 12, within 12',
    ],
    ['calls of the answer alone', agent, 'json', {}, { at: 'final' }, 'called no tool, expected refund'],
  ])('are looked at: %s', (_, output, type, options, more, reason) => {
    const result = score(output, type, options, { tool: 'refund', ...more });
    expect(result).toEqual({ score: reason === null ? 1 : 0, reason });
  });

  it('where lower is better, the worst call counts', () => {
    const more = { tool: 'refund', path: '/amount', direction: 'lower' } as const;
    expect(score(agent, 'number', { expected: 12 }, more).score).toBe(1);
    expect(score(agent, 'number', { expected: 9 }, more).score).toBe(0);
  });

  it.each<[string, Partial<CheckConfig>]>([
    ['as it is', {}],
    ['turned round', { not: true }],
  ])('of another tool are nothing to look at, %s', (_, more) => {
    const other = anOutput('', { toolCalls: [{ name: 'delete_account', arguments: {} }] });
    expect(score(other, 'equals', { expected: 'A-1' }, { tool: 'refund', path: '/order', ...more })).toEqual({
      score: 0,
      reason: 'called delete_account, expected refund',
    });
  });

  it.each<[string, string, JsonObject, Partial<CheckConfig>, string | null]>([
    ['is no JSON to a path', 'equals', { expected: 'A-1' }, { path: '/order' }, 'the arguments of refund are not JSON'],
    ['is no JSON', 'json', {}, {}, 'the output is not JSON'],
    ['is a text to a pattern', 'regex', { pattern: 'A-1' }, {}, null],
  ])('that were broken off: %s', (_, type, options, more, reason) => {
    const cut = anOutput('', { toolCalls: [{ name: 'refund', arguments: '{"order": "A-1' }] });
    expect(score(cut, type, options, { tool: 'refund', ...more }).reason).toBe(reason);
  });
});

describe('a key that decides nothing', () => {
  it.each<[string, Partial<CheckConfig>]>([
    ['a choice of calls without a tool', { call: 'any' }],
    ['a code fence around arguments', { tool: 'refund', from: 'fenced' }],
  ])('is an error with its place: %s', (_, more) => {
    expect(() => compileCheck(aCheck('json', {}, more), new Map())).toThrow(/prompt-assay\.yml:7.*decides nothing/s);
  });
});
