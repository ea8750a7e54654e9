import { expect, it } from '@jest/globals';
import { readRecords } from '../../src/records/read-records.ts';
import type { Line, RecordEvent } from '../../src/records/record.ts';

async function read(...texts: readonly string[]): Promise<readonly RecordEvent[]> {
  const lines = texts.map((text, index): Line => ({ number: index + 1, text }));
  const events: RecordEvent[] = [];
  for await (const batch of readRecords('r.jsonl', [lines])) events.push(...batch.events);
  return events;
}

const span = (spanId: string) => {
  const attributes = [{ key: 'gen_ai.request.model', value: { stringValue: 'gpt-5' } }];
  return JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans: [{ spanId, attributes }] }] }] });
};

it('gives each record with the line that it stands on', async () => {
  const events = await read(span('a'), span('b'));
  expect(events.map((event) => event.kind === 'record' && [event.record.id, event.line])).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
});

it('reads a list on one line as its items', async () => {
  expect(await read(`[${span('a')},${span('b')}]`)).toHaveLength(2);
});

it.each<[name: string, lines: readonly string[], message: RegExp]>([
  ['a file without lines', [], /^r\.jsonl holds no records/],
  ['a line that is no JSON', [span('a'), '{"a":'], /^r\.jsonl:2 is not valid JSON/],
  ['a line of something else', [span('a'), '{"spans": []}'], /^r\.jsonl:2 is no line of OTLP: it has the keys "spans"/],
  [
    'an unknown format',
    ['{"foo": 1, "bar": 2}', '{'],
    /^r\.jsonl:1 is in no known format of records: it has the keys "foo", "bar"\. Known formats: .*OTLP/,
  ],
  ['what holds no objects', ['1'], /^r\.jsonl:1 is in no known format of records: it holds no JSON object/],
  ['a document of many lines', ['[', '{"a": 1}', ']'], /^r\.jsonl:1 begins a JSON document of many lines.*jq[^\n]*$/],
  [
    'a value that is nested too deep',
    ['['.repeat(5000) + ']'.repeat(5000)],
    /^r\.jsonl:1 is nested more than 100 levels/,
  ],
  ['a key that says much', [`{${JSON.stringify('x'.repeat(5000))}: 1}`], /^.{0,400}$/s],
  ['a key that hides', ['{"a\\u202eb\\n": 1}'], /keys "a.b\\n"/],
])('refuses %s', async (_, lines, message) => {
  await expect(read(...lines)).rejects.toThrow(message);
});

it('gives what the other lines say before it tells of those that cannot be read', async () => {
  const reading = readRecords('r.jsonl', [
    [
      { number: 1, text: span('a') },
      { number: 2, text: 'x' },
      { number: 3, text: span('b') },
    ],
    [{ number: 4, text: '{"resourceSpans": 1', isOpen: true }],
  ]);
  expect((await reading.next()).value?.events).toHaveLength(2);
  await expect(reading.next()).rejects.toThrow(/:2 is not valid JSON.*\n.*:4 is cut off: the file ends in the middle/s);
});

it('tells of twenty mistakes and reads no further', async () => {
  const error = await read(span('a'), ...Array<string>(30).fill('x')).catch((thrown: unknown) => thrown);
  expect(String(error)).toMatch(
    /:2 is not valid JSON \(and on 19 more lines: .*:21 is read no further after 20 mistakes/s,
  );
});
