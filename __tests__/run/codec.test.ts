import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { UserError } from '../../src/errors.ts';
import type { Json, JsonObject } from '../../src/json.ts';
import type { Output } from '../../src/ports.ts';
import { isLineOf, readEntries, readEntry, writeEntry } from '../../src/run/codec.ts';
import type { Entry } from '../../src/run/records.ts';
import { answered, rejected, unavailable } from '../helpers/fake-ports.ts';
import { aSample, aScore, everyKind } from './records.ts';

const reread = (entry: Entry) => readEntry(writeEntry(entry), 'run.jsonl', 1);

/** An output with every member that a message may have. */
const application: Output = {
  ...{ content: 'Refunded.', toolCalls: [], refusal: null, finishReason: 'stop' },
  trajectory: [
    {
      ...{ role: 'user', content: 'See:' },
      parts: [
        { type: 'text', text: 'See:' },
        { type: 'image', url: 'https://example.com/a.png', detail: null },
      ],
    },
    { role: 'assistant', content: '', toolCalls: [{ id: '1', name: 'refund', arguments: '{"order"' }] },
    { role: 'tool', content: 'no', toolCallId: '1', failed: true },
    { role: 'assistant', content: 'Refunded.' },
  ],
  scores: { quality: 0.5, exact: 1 },
};

const wrongMessages: readonly (readonly [string, Json])[] = [
  ['an unknown role', { role: 'function', content: '' }],
  ['no content', { role: 'assistant' }],
  ['parts of an unknown kind', { role: 'user', content: '', parts: [{ type: 'audio' }] }],
  ['calls of a user', { role: 'user', content: '', toolCalls: [] }],
  ['a call without its name', { role: 'assistant', content: '', toolCalls: [{ id: '1', arguments: '{}' }] }],
  [
    'arguments that are no text',
    { role: 'assistant', content: '', toolCalls: [{ id: '1', name: 'f', arguments: {} }] },
  ],
  ['an id that is no text', { role: 'tool', content: '', toolCallId: 1 }],
  ['a failure that is none', { role: 'tool', content: '', failed: false }],
  ['a failure of the assistant', { role: 'assistant', content: '', failed: true }],
];

function writeSupplied(more: JsonObject): string {
  const output = { content: '', toolCalls: [], refusal: null, finishReason: 'stop', ...more } as unknown as Output;
  return writeEntry({ kind: 'sample', record: aSample({ result: answered('', { output }) }) });
}

describe('a line of a ledger', () => {
  it.each(everyKind.map((entry) => [entry.kind, entry] as const))(
    'reads back to the same value: %s',
    (_kind, entry) => {
      expect(reread(entry)).toEqual(entry);
      expect(writeEntry(entry)).not.toContain('\n');
    },
  );

  it.each(everyKind.map(({ kind }) => kind))('shows its kind without being read: %s', (kind) => {
    const shown = everyKind.filter((entry) => isLineOf(kind, writeEntry(entry)));
    expect(shown).toEqual(everyKind.filter((entry) => entry.kind === kind));
  });

  it.each([
    ['an answer', answered('yes')],
    [
      'an answer with tool calls and a refusal',
      answered('', { output: { content: '', toolCalls: [{ name: 'f' }], refusal: 'no', finishReason: 'tool_calls' } }),
    ],
    ['what an application did, and how it was scored', answered('', { output: application })],
    ['an answer without usage', answered('yes', { usage: null, model: null, fingerprint: null })],
    ['a refused request', rejected(413, 'too long')],
    ['an outage', unavailable('503')],
    ['an answer after an attempt that hung', answered('late', { hung: 1, attempts: 2 })],
    ['a model that is gone', { ...unavailable("main's model is gone"), gone: true as const }],
  ])('keeps %s', (_name, result) => {
    const entry: Entry = { kind: 'sample', record: aSample({ result }) };
    expect(reread(entry)).toEqual(entry);
  });

  it('keeps any text, whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'grapheme' }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (content, reason, score) => {
          const sample: Entry = { kind: 'sample', record: aSample({ case: reason, result: answered(content) }) };
          expect(reread(sample)).toEqual(sample);
          const said: Entry = { kind: 'score', record: aScore({ score, reason }) };
          // Negative zero is zero in JSON, and no score.
          expect(reread(said)).toEqual({ ...said, record: { ...said.record, score: score + 0 } });
        },
      ),
    );
  });

  it.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['another kind', '{"kind":"vote"}'],
    ['a kind of the prototype', '{"kind":"toString"}'],
    ['a sample without its arm', writeEntry(everyKind[0] as Entry).replace('"arm"', '"leg"')],
    ['a sample number that is none', writeEntry(everyKind[0] as Entry).replace('"sample":0', '"sample":0.5')],
    ['a sample number below 0', writeEntry(everyKind[0] as Entry).replace('"sample":0', '"sample":-1')],
    ['a sample number beyond all', writeEntry(everyKind[0] as Entry).replace('"sample":0', '"sample":1e15')],
    ['a score above 1', writeEntry(everyKind[1] as Entry).replace('"score":1', '"score":7')],
    ['a score below 0', writeEntry(everyKind[1] as Entry).replace('"score":1', '"score":-1')],
    ['a result that is none', writeEntry(everyKind[0] as Entry).replace('"answered"', '"guessed"')],
    ['an error that was kept as an answer', writeEntry(everyKind[0] as Entry).replace('"stop"', '"error"')],
    ...wrongMessages.map(
      ([name, message]) =>
        [`a message of a trajectory with ${name}`, writeSupplied({ trajectory: [message] })] as const,
    ),
    ['a trajectory without a message', writeSupplied({ trajectory: [] })],
    ['a trajectory that is a text', writeSupplied({ trajectory: 'x' })],
    ['a supplied score above 1', writeSupplied({ scores: { quality: 1.5 } })],
    ['a supplied score that is no number', writeSupplied({ scores: { quality: '1' } })],
    ['supplied scores that are a list', writeSupplied({ scores: [1] })],
    ['a score that is a text', writeEntry(everyKind[1] as Entry).replace('"score":1', '"score":"1"')],
  ])('%s is an error with its place, never nothing', (_name, line) => {
    const read = () => readEntry(line, 'run.jsonl', 7);
    expect(read).toThrow(UserError);
    expect(read).toThrow(/run\.jsonl:7/);
  });
});

describe('a ledger file', () => {
  const lines = everyKind.map((entry) => `${writeEntry(entry)}\n`);

  it('is read whole', () => {
    expect([...readEntries(lines.join(''), 'run.jsonl')]).toEqual(everyKind);
    expect([...readEntries('', 'run.jsonl')]).toEqual([]);
  });

  it('that was cut off in its last line loses that line alone, wherever it was cut', () => {
    const last = lines.at(-1) as string;
    const before = lines.slice(0, -1).join('');
    for (let length = 0; length < last.length; length += 1) {
      expect([...readEntries(before + last.slice(0, length), 'run.jsonl')]).toEqual(everyKind.slice(0, -1));
    }
  });

  it('that is damaged in the middle is an error', () => {
    const damaged = [lines[0], '{"kind":"score"}\n', ...lines.slice(1)].join('');
    expect(() => [...readEntries(damaged, 'run.jsonl')]).toThrow(/run\.jsonl:2/);
  });

  it('has lines of plain values only', () => {
    for (const line of lines) expect(JSON.parse(line) as Json).toBeInstanceOf(Object);
  });
});
