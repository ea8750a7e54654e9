import { describe, expect, it } from '@jest/globals';
import { prepareRedaction } from '../../src/cases/redaction.ts';
import { buildRow, findRowFault } from '../../src/cases/row.ts';
import { joinDatasets } from '../../src/datasets/formats.ts';
import type { Message } from '../../src/ports.ts';
import type { ProductionRecord } from '../../src/records/record.ts';
import { renderJsonLine } from '../../src/text/json-line.ts';
import { aRecord } from './records.ts';

const newRedaction = prepareRedaction([]);
const user = (content: string): Message => ({ role: 'user', content });

function rowOf(record: ProductionRecord, facts = {}) {
  return buildRow(record, { source: 'OTLP', badness: 0, asked: 1, ...facts }, newRedaction());
}

describe('what a row asks', () => {
  it.each<[string, Partial<ProductionRecord>, object]>([
    [
      'a sole message of a user stands as input, too, without the system message of the prompt',
      {},
      { input: 'Where is my parcel?', messages: [{ role: 'user', content: 'Where is my parcel?' }] },
    ],
    ['variables come before messages', { variables: { question: 'Why?', n: 3 } }, { question: 'Why?', n: 3 }],
    [
      'messages come before variables that would be read as something else',
      { variables: { id: '7' }, messages: [user('a')] },
      { input: 'a', messages: [{ role: 'user', content: 'a' }] },
    ],
    ['no variables are none', { variables: {}, messages: [user('a')] }, { input: 'a' }],
    [
      'a conversation with tools',
      {
        messages: [
          user('a'),
          { role: 'assistant', content: '', toolCalls: [{ id: 'c', name: 'find', arguments: '{"to":"a@b.de"}' }] },
          { role: 'tool', content: 'none for a@b.de', toolCallId: 'c', failed: true },
          { role: 'system', content: 'Be brief.' },
        ],
      },
      {
        messages: [
          { role: 'user', content: 'a' },
          {
            role: 'assistant',
            content: null,
            tool_calls: [{ id: 'c', type: 'function', function: { name: 'find', arguments: '{"to":"[email-1]"}' } }],
          },
          { role: 'tool', content: 'none for [email-1]', tool_call_id: 'c' },
          { role: 'system', content: 'Be brief.' },
        ],
      },
    ],
    [
      "the beginning of an assistant's answer is no question",
      { messages: [user('a'), { role: 'assistant', content: '{' }] },
      { messages: [{ role: 'user', content: 'a' }] },
    ],
  ])('%s', (_, changes, columns) => {
    const row = rowOf(aRecord(changes));
    expect(row).toMatchObject(columns);
    expect(row).not.toHaveProperty('expected');
  });

  it.each<[string, Partial<ProductionRecord>]>([
    ['neither messages nor variables', { messages: null }],
    ['a system message alone', { messages: [{ role: 'system', content: 'a' }] }],
    ['blank messages', { messages: [user(' ')] }],
    ['an assistant alone', { messages: [{ role: 'assistant', content: 'Hello!' }] }],
    ['a variable that a row reads as its own', { messages: null, variables: { tags: 'a' } }],
  ])('nothing: %s', (_, changes) => {
    expect(rowOf(aRecord(changes))).toBeNull();
  });
});

describe('what a row says of its record', () => {
  it.each<[string, Partial<ProductionRecord>, object, object]>([
    ['its answer', {}, {}, { output: 'shipping' }],
    [
      'none, of a request that failed',
      { output: null, error: 'timeout' },
      { badness: 1 },
      { tags: ['error', 'prompt:triage', 'version:3', 'source:OTLP'] },
    ],
    [
      'calls of tools',
      {
        output: {
          content: '',
          toolCalls: [{ name: 'f', arguments: { to: 'a@b.de' } }],
          refusal: null,
          finishReason: 'stop',
        },
      },
      {},
      { output: { content: '', toolCalls: [{ name: 'f', arguments: { to: '[email-1]' } }] } },
    ],
    [
      'what was said of it, its own tags, and how many asked it',
      { tags: ['vip', 'ann@example.com'], promptVersion: null },
      { badness: 2, asked: 12 },
      { tags: ['thumbs-down', 'vip', '[email-1]', 'prompt:triage', 'source:OTLP', 'asked:12'] },
    ],
  ])('%s', (_, changes, facts, columns) => {
    expect(rowOf(aRecord(changes), facts)).toMatchObject(columns);
  });

  it('an equal placeholder stands for an equal value in question and answer', () => {
    const output = { content: 'Sent to Ann@b.de', toolCalls: [], refusal: null, finishReason: 'stop' };
    expect(rowOf(aRecord({ messages: [user('I am ann@b.de')], output }))).toMatchObject({
      input: 'I am [email-1]',
      output: 'Sent to [email-1]',
    });
  });
});

it('an id tells nothing of what was taken out, and questions of two prompts apart', () => {
  const idOf = (changes: Partial<ProductionRecord>) => rowOf(aRecord(changes))?.id;
  expect(idOf({ messages: [user('I am ann@b.de')] })).toBe(idOf({ messages: [user('I am bob@b.de')], id: 'r-2' }));
  expect(idOf({ prompt: 'other' })).not.toBe(idOf({}));
  expect(idOf({})).toMatch(/^[\da-f]{16}$/);
});

it.each<[string, Partial<ProductionRecord>]>([
  ['a sole message', {}],
  ['variables', { variables: { question: 'Why?', expected: null, deep: { a: [1, null] } } }],
  ['hostile characters', { messages: [user('a\u202eb\u0000c\ud800 \u2028')] }],
  [
    'an image',
    { messages: [{ role: 'user', content: '', parts: [{ type: 'image', url: 'https://a.de/b.png', detail: null }] }] },
  ],
])('a row loads as it is: %s', (_, changes) => {
  const row = rowOf(aRecord(changes)) ?? {};
  expect(findRowFault(row, { path: 'r.jsonl', line: 1, column: null })).toBeNull();
  const { cases, warnings } = joinDatasets([{ path: 'rows.jsonl', text: renderJsonLine(row) }]);
  expect(warnings).toEqual([]);
  expect(cases).toMatchObject([{ id: row.id, variables: { output: 'shipping' } }]);
});

it('a row that no dataset takes is known by what it lacks', () => {
  const messages: readonly Message[] = [user('a'), { role: 'tool', content: 'b', toolCallId: '' }];
  const fault = findRowFault(rowOf(aRecord({ messages })) ?? {}, { path: 'r.jsonl', line: 7, column: null });
  expect(fault).toMatchObject({ path: 'r.jsonl', line: 7, message: expect.stringContaining('tool_call_id') });
});
