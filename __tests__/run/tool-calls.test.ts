import { describe, expect, it } from '@jest/globals';
import type { Json } from '../../src/json.ts';
import { readCalls, renderCall } from '../../src/run/tool-calls.ts';

const given = { order: 'A-1', amount: 12 };
const text = '{"order": "A-1", "amount": 12}';

describe('calls that a row names', () => {
  it.each<[string, Json]>([
    ['name and arguments', [{ name: 'refund', arguments: given }]],
    ['arguments as text', [{ name: 'refund', arguments: text }]],
    ['args', [{ name: 'refund', args: given }]],
    ['input', [{ name: 'refund', input: given }]],
    ['parameters', [{ name: 'refund', parameters: given }]],
    ['one call alone', { name: 'refund', arguments: given }],
    ['OpenAI chat', [{ id: 'call_1', type: 'function', function: { name: 'refund', arguments: text } }]],
    [
      'an assistant message of OpenAI',
      { role: 'assistant', content: null, tool_calls: [{ function: { name: 'refund', arguments: text } }] },
    ],
    [
      'a conversation',
      [
        { role: 'user', content: 'Refund it.' },
        { role: 'assistant', tool_calls: [{ function: { name: 'refund', arguments: text } }] },
        { role: 'tool', name: 'lookup', content: '{}' },
      ],
    ],
    ['a member tool_calls', { tool_calls: [{ function: { name: 'refund', arguments: text } }] }],
    [
      'OpenAI responses',
      [
        { type: 'reasoning', summary: [] },
        { type: 'function_call', name: 'refund', arguments: text },
      ],
    ],
    [
      'Anthropic blocks',
      [
        { type: 'text', text: 'I refund it.' },
        { type: 'tool_use', id: 'toolu_1', name: 'refund', input: given },
      ],
    ],
    ['an Anthropic message', { role: 'assistant', content: [{ type: 'tool_use', name: 'refund', input: given }] }],
    ['LangChain', [{ name: 'refund', args: given, id: 'call_1', type: 'tool_call' }]],
    ['DeepEval', [{ name: 'refund', input_parameters: given }]],
    ['Vertex', [{ tool_name: 'refund', tool_input: given }]],
    ['Gemini', [{ functionCall: { name: 'refund', args: given } }]],
    ['Bedrock', [{ toolUse: { name: 'refund', input: given } }]],
    ['the text of JSON, as a cell of CSV', `[{"name": "refund", "arguments": ${text}}]`],
  ])('are read: %s', (_, value) => {
    expect(readCalls(value)?.map(renderCall)).toEqual(['refund(amount: 12, order: "A-1")']);
  });

  it.each<[string, Json, readonly string[]]>([
    ['a name', 'refund', ['refund']],
    ['a list of names', ['lookup', 'refund'], ['lookup', 'refund']],
    ['a list of names as text', '["lookup", "refund"]', ['lookup', 'refund']],
    ['names without arguments', [{ name: 'lookup' }], ['lookup']],
    ['nothing', null, []],
    ['an empty cell', '', []],
    ['an empty list', [], []],
    ['a message that calls nothing', { role: 'assistant', content: 'Done.' }, []],
  ])('may be names alone: %s', (_, value, names) => {
    expect(readCalls(value)?.map(({ name, arguments: none }) => [name, none])).toEqual(
      names.map((name) => [name, undefined]),
    );
  });

  it.each<[string, Json]>([
    ['a number', 7],
    ['a list with a number', ['refund', 7]],
    ['a mapping without a name', [{ order: 'A-1' }]],
    ['text that begins as JSON and is none', '[{"name": "refund"'],
  ])('are unreadable, not absent: %s', (_, value) => {
    expect(readCalls(value)).toBeNull();
  });

  it('are ten thousand in no time', () => {
    const many = Array.from({ length: 10_000 }, (_, id) => ({
      id: 'same',
      function: { name: 'f', arguments: `{"id": ${id}}` },
    }));
    expect(readCalls(many)).toHaveLength(10_000);
  });
});

describe('a call on one line', () => {
  it.each<[string, Json, string]>([
    [
      'orders its arguments',
      { name: 'refund', arguments: { b: [1, { c: 'x' }], a: null } },
      'refund(a: null, b: [1,{"c":"x"}])',
    ],
    ['has none', { name: 'refund', arguments: {} }, 'refund()'],
    ['keeps a text that is no JSON', { name: 'shell', input: 'ls -l' }, 'shell("ls -l")'],
    ['keeps arguments that are a list', { name: 'sum', arguments: [1, 2] }, 'sum([1,2])'],
    ['keeps every digit', { name: 'get', arguments: '{"id": 9007199254740993}' }, 'get(id: 9007199254740993)'],
    ['breaks no line', { name: 'a\nb', arguments: { 'c\nd': 'e\nf' } }, '"a\\nb"("c\\nd": "e\\nf")'],
    ['reads empty arguments as none', { name: 'now', arguments: '' }, 'now()'],
  ])('%s', (_, value, line) => {
    expect(readCalls(value)?.map(renderCall)).toEqual([line]);
  });
});
