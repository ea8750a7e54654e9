import { expect, it } from '@jest/globals';
import { readValues, recordsOf } from './read-fixture.ts';

const attributes = (values: Record<string, string>) =>
  Object.entries(values).map(([key, stringValue]) => ({ key, value: { stringValue } }));
const asked = { 'gen_ai.operation.name': 'chat', 'gen_ai.request.model': 'gpt-5' };
const words = {
  'gen_ai.input.messages': '[{"role":"user","parts":[{"type":"text","content":"Hello?"}]}]',
  'gen_ai.output.messages': '[{"role":"assistant","parts":[{"type":"text","content":"Yes."}]}]',
};

function spanOf(id: number | string, values: Record<string, string> = asked) {
  const times = { startTimeUnixNano: '1795965775830706000', endTimeUnixNano: '1795965775831706000' };
  const spans = [{ spanId: String(id), traceId: 't', ...times, attributes: attributes(values) }];
  return { resourceSpans: [{ scopeSpans: [{ spans }] }] };
}

function logOf(eventName: string, spanId: string, values: Record<string, string>) {
  const logRecords = [
    { eventName, spanId, traceId: 't', timeUnixNano: '1795965775999000000', attributes: attributes(values) },
  ];
  return { resourceLogs: [{ scopeLogs: [{ logRecords }] }] };
}

const details = (spanId: string) => logOf('gen_ai.client.inference.operation.details', spanId, { ...asked, ...words });

it.each<[name: string, lines: readonly unknown[]]>([
  ['first', [details('a'), spanOf('a')]],
  ['last', [spanOf('a'), spanOf('b'), details('a')]],
])('joins a span and the log record that holds its words, the words %s', async (_, lines) => {
  const record = recordsOf(await readValues(...lines)).find(({ id }) => id === 'a');
  expect(record).toMatchObject({
    atMs: 1795965775830.706,
    latencyMs: 1,
    messages: [{ content: 'Hello?' }],
    output: { content: 'Yes.' },
  });
});

it('joins them over two thousand records and no more', async () => {
  const between = (count: number) => Array.from({ length: count }, (_, id) => spanOf(id));
  expect(await readValues(spanOf('a'), ...between(1999), details('a'))).toHaveLength(2000);
  expect(await readValues(spanOf('a'), ...between(2000), details('a'))).toHaveLength(2002);
});

it('keeps records in their order', async () => {
  const ids = Array.from({ length: 2500 }, (_, id) => String(id));
  expect(recordsOf(await readValues(...ids.map((id) => spanOf(id)))).map(({ id }) => id)).toEqual(ids);
});

it("gives OTLP's evaluations as feedback on their span, and none without a number", async () => {
  const evaluation = { 'gen_ai.evaluation.name': 'Relevance', 'gen_ai.evaluation.score.value': '0.25' };
  const label = { 'gen_ai.evaluation.name': 'Tone', 'gen_ai.evaluation.score.label': 'fine' };
  const name = 'gen_ai.evaluation.result';
  const [feedback, ...others] = await readValues(logOf(name, 'a', evaluation), logOf(name, 'a', label));
  expect(feedback).toMatchObject({ of: { recordId: 'a', traceId: 't' }, name: 'Relevance', score: 0.25 });
  expect(others).toEqual([]);
});
