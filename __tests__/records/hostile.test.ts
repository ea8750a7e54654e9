import { expect, it } from '@jest/globals';
import { linesOf, readAll, readValues, recordsOf } from './read-fixture.ts';

const langfuse = { id: 'o', trace_id: 't', parent_observation_id: '', type: 'GENERATION' };
const langSmith = { id: 'r', run_type: 'llm', inputs: {} };
const completion = { id: 'c', object: 'chat.completion', choices: [] };

function spanOf(attributes: Record<string, unknown>, span: Record<string, unknown> = {}) {
  const pairs = Object.entries({ 'gen_ai.request.model': { stringValue: 'm' }, ...attributes });
  const one = { spanId: 'a', attributes: pairs.map(([key, value]) => ({ key, value })), ...span };
  return { resourceSpans: [{ scopeSpans: [{ spans: [one] }] }] };
}
const text = (stringValue: string) => ({ stringValue });

it.each<[name: string, value: unknown, message: RegExp]>([
  ['a span without an id', spanOf({}, { spanId: undefined }), /:1 has no id/],
  ['a run without an id', { ...langSmith, id: null }, /:1 has no id/],
  ['a line of ours with an empty id', { id: '', input: 'Hello?' }, /:1 has no id/],
  [
    'a time beyond all dates',
    spanOf({}, { startTimeUnixNano: 1e300 }),
    /"startTimeUnixNano" with "1e\+300", which is no time/,
  ],
  [
    'a time of many digits',
    spanOf({}, { startTimeUnixNano: '9'.repeat(5000) }),
    /"startTimeUnixNano" with "9{80}…", which is no time/,
  ],
  ['a negative time', spanOf({}, { endTimeUnixNano: -1 }), /"endTimeUnixNano" with "-1", which is no time/],
  ['a time in words', { id: '1', input: 'a', time: 'yesterday' }, /"time" with "yesterday", which is no time/],
  ['a time that no calendar has', { id: '1', input: 'a', time: '2026-13-45T00:00:00Z' }, /which is no time/],
  ['attributes that are no list', spanOf({}, { attributes: {} }), /has attributes that are no list/],
  ['an attribute without a key', spanOf({}, { attributes: [{}] }), /has an attribute without a key/],
  ['an integer that is none', spanOf({ 'gen_ai.usage.input_tokens': { intValue: '1e3' } }), /"intValue" is no integer/],
  ['spans that are no list', { resourceSpans: [{ scopeSpans: 1 }] }, /has "scopeSpans" that is no list/],
  [
    'messages that were cut',
    spanOf({ 'gen_ai.input.messages': text('[{"role":"us') }),
    /"gen_ai\.input\.messages" with a text that is no whole JSON.*OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT/,
  ],
  [
    'messages that are nested too deep',
    spanOf({ 'gen_ai.input.messages': text('['.repeat(200) + ']'.repeat(200)) }),
    /nested more than 100 levels/,
  ],
  [
    'a number that is none',
    { ...langfuse, total_cost: 'free' },
    /has "total_cost" as the text "free", not as a number/,
  ],
  ['a number of blanks', { ...langfuse, total_cost: ' ' }, /has "total_cost" as the text " ", not as a number/],
  ['a name that is none', { ...langSmith, trace_id: {} }, /has "trace_id" as a mapping, not as text or a number/],
  ['tags that are none', { ...langfuse, tags: [1] }, /has "tags" as a list, not as a list of texts/],
  ['a mapping that is none', { ...completion, metadata: [] }, /has "metadata" as a list, not as a mapping/],
  [
    'an unknown key of ours',
    { id: '1', input: 'a', promptversion: '1' },
    /has the unknown key "promptversion"\. Did you mean "promptVersion"\?/,
  ],
  ['a long key of ours', { id: '1', input: 'a', ['x'.repeat(9000)]: 1 }, /has the unknown key "x{80}…"/],
])('refuses %s by file and line', async (_, value, message) => {
  const error = await readValues(value).catch((thrown: unknown) => thrown);
  expect(String(error)).toMatch(message);
  expect(String(error)).toMatch(/r\.jsonl:1 /);
  expect(String(error).length).toBeLessThan(700);
});

it('keeps keys that would set a prototype as keys', async () => {
  const line = '{"id":"1","input":{"vars":{"__proto__":{"a":1}}},"feedback":{"__proto__":1},"output":"x"}';
  const [record] = recordsOf((await readAll(linesOf(line))).events);
  expect(Object.keys(record?.variables ?? {})).toEqual(['__proto__']);
  expect(Object.keys(record?.feedback ?? {})).toEqual(['__proto__']);
  expect(record?.feedback.a).toBeUndefined();
  const flat = {
    'llm.input_messages.0.__proto__.polluted': text('x'),
    'llm.input_messages.0.message.role': text('user'),
    'llm.input_messages.0.message.content': text('Hello?'),
  };
  await readValues(spanOf(flat));
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

it('keeps only scores that are numbers', async () => {
  const line = `{"id":"1","input":"x","feedback":{"a":${'9'.repeat(400)},"b":"good","c":true,"d":-0.5}}`;
  const [record] = recordsOf((await readAll(linesOf(line))).events);
  expect(record?.feedback).toEqual({ c: 1, d: -0.5 });
});

it('orders flat messages by their numbers, however large, and makes no gaps of them', async () => {
  const flat = Object.fromEntries(
    ['999999999', '10', '2'].flatMap((number) => [
      [`gen_ai.prompt.${number}.role`, text('user')],
      [`gen_ai.prompt.${number}.content`, text(number)],
    ]),
  );
  const [record] = recordsOf(await readValues(spanOf(flat)));
  expect(record?.messages?.map(({ content }) => content)).toEqual(['2', '10', '999999999']);
});

it('reads what is nested too deep no more with long numbers than without', async () => {
  const deep = `[1234567890123456789, ${'['.repeat(200)}${']'.repeat(200)}]`;
  await expect(readAll(linesOf(deep))).rejects.toThrow(/:1 is nested more than 100 levels/);
});

it('takes an answer without choices for none', async () => {
  const [record] = recordsOf(await readValues(completion));
  expect(record?.output).toBeNull();
});

it('takes times where clocks were set back, and no time at all, as unknown', async () => {
  const back = spanOf({}, { startTimeUnixNano: '1795965775830706001', endTimeUnixNano: '1795965775830706000' });
  const none = spanOf({}, { spanId: 'b', startTimeUnixNano: '0' });
  const records = recordsOf(await readValues(back, none));
  expect(records).toMatchObject([
    { atMs: 1795965775830.706, latencyMs: null },
    { atMs: null, latencyMs: null },
  ]);
});

it('passes over spans that ask no model, and over metrics', async () => {
  const http = spanOf({ 'gen_ai.request.model': null, 'http.request.method': text('GET') });
  const embeddings = spanOf({ 'gen_ai.operation.name': text('embeddings') });
  const tool = spanOf({ 'gen_ai.operation.name': text('execute_tool') });
  expect(await readValues(http, embeddings, tool, { resourceMetrics: [] })).toEqual([]);
});

it('keeps what a message holds that is of no known type by its name', async () => {
  const content = [
    { type: 'input_audio', input_audio: { data: 'AAAA' } },
    { type: 'text', text: 'Hear this.' },
  ];
  const [record] = recordsOf(await readValues({ id: '1', input: [{ role: 'user', content }] }));
  expect(record?.messages).toEqual([{ role: 'user', content: '[input_audio]\nHear this.' }]);
});

it("keeps an agent's whole run where one span holds it, and drops one that says nothing", async () => {
  const agent = { 'gen_ai.operation.name': text('invoke_agent'), 'gen_ai.agent.name': text('helper') };
  const steps = [
    { role: 'assistant', parts: [{ type: 'tool_call', id: 'c', name: 'find', arguments: { id: 7 } }] },
    { role: 'tool', parts: [{ type: 'tool_call_response', id: 'c', response: 'none' }] },
    {
      role: 'assistant',
      parts: [
        { type: 'reasoning', content: 'hm' },
        { type: 'text', content: 'Sorry.' },
      ],
    },
  ];
  const words = {
    'gen_ai.system_instructions': text('[{"type":"text","content":"Help."}]'),
    'gen_ai.input.messages': text('[{"role":"user","parts":[{"type":"text","content":"Find 7."}]}]'),
  };
  const [record, ...others] = recordsOf(
    await readValues(
      spanOf({ ...agent, ...words, 'gen_ai.output.messages': text(JSON.stringify(steps)) }),
      spanOf(agent, { spanId: 'b' }),
    ),
  );
  expect(others).toEqual([]);
  expect(record).toMatchObject({
    prompt: 'helper',
    messages: [
      { role: 'system', content: 'Help.' },
      { role: 'user', content: 'Find 7.' },
    ],
    output: {
      content: 'Sorry.',
      toolCalls: [],
      trajectory: [
        { toolCalls: [{ name: 'find', arguments: '{"id":7}' }] },
        { role: 'tool', content: 'none' },
        { content: 'Sorry.' },
      ],
    },
  });
});

it("takes the first of a request's choices", async () => {
  const choice = (content: string) => ({
    role: 'assistant',
    parts: [{ type: 'text', content }],
    finish_reason: 'stop',
  });
  const choices = text(JSON.stringify([choice('one'), choice('two')]));
  const [record] = recordsOf(await readValues(spanOf({ 'gen_ai.output.messages': choices })));
  expect(record?.output).toEqual({ content: 'one', toolCalls: [], refusal: null, finishReason: 'stop' });
});

it("reads LangChain's messages, and takes what was asked out of what a graph gives back", async () => {
  const kwargs = (content: string, more = {}) => ({ content, ...more });
  const message = (name: string, content: string, more = {}) => ({
    lc: 1,
    type: 'constructor',
    id: ['langchain', 'schema', name],
    kwargs: kwargs(content, more),
  });
  const asked = message('HumanMessage', 'Where is P-7?');
  const steps = [
    message('AIMessage', '', { tool_calls: [{ id: 'c', name: 'find', args: { id: 7 } }] }),
    message('ToolMessage', 'gone', { tool_call_id: 'c', status: 'error' }),
    message('AIMessage', 'It is gone.'),
  ];
  const run = {
    id: 'r',
    run_type: 'chain',
    name: 'graph',
    inputs: { messages: [asked] },
    outputs: { messages: [asked, ...steps] },
  };
  const [record] = recordsOf(await readValues(run));
  expect(record?.messages).toEqual([{ role: 'user', content: 'Where is P-7?' }]);
  expect(record?.output).toMatchObject({
    content: 'It is gone.',
    trajectory: [
      { toolCalls: [{ name: 'find', arguments: '{"id":7}' }] },
      { role: 'tool', failed: true },
      { role: 'assistant' },
    ],
  });
});
