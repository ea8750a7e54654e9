import { writeJson } from '../../src/json.ts';
import { RecordFault } from '../../src/records/fault.ts';
import { recordFormats } from '../../src/records/formats.ts';
import type { ProductionRecord, RecordEvent } from '../../src/records/record.ts';
import { parseValue } from '../../src/records/value.ts';
import type { Draw } from './draw.ts';
import { drawValue, mutate } from './grammar.ts';
import { must, type Target } from './target.ts';

const words = ['role', 'type', 'content', 'parts', 'messages', 'choices', 'tool_calls', 'name', 'text', 'id', 'kwargs'];
const call = { id: 'c', type: 'function', function: { name: 'find', arguments: '{"id": "P-7"}' } };
const asked = [
  {
    role: 'user',
    content: [
      { type: 'text', text: 'Where?' },
      { type: 'image_url', image_url: { url: 'https://a.example/b' } },
    ],
  },
  { role: 'assistant', content: null, tool_calls: [call] },
  { role: 'tool', tool_call_id: 'c', content: '{}' },
];
const parts = [
  { role: 'assistant', parts: [{ type: 'tool_call', id: 'c', name: 'find', arguments: {} }] },
  { role: 'tool', parts: [{ type: 'tool_call_response', id: 'c', response: 'none' }] },
];
const body = {
  choices: [{ message: { role: 'assistant', content: 'On Friday.' }, finish_reason: 'stop' }],
  model: 'm',
};
const at = '2026-11-28T09:15:00.5Z';

function attributes(values: Readonly<Record<string, unknown>>) {
  const wrap = (value: unknown) => (typeof value === 'string' ? { stringValue: value } : { intValue: value });
  return Object.entries(values).map(([key, value]) => ({ key, value: wrap(value) }));
}

const spanOf = (values: Readonly<Record<string, unknown>>) => ({
  resourceSpans: [
    {
      scopeSpans: [
        {
          spans: [
            {
              ...{
                spanId: 'a',
                traceId: 't',
                startTimeUnixNano: '1795965775830706000',
                endTimeUnixNano: '1795965775841883000',
              },
              ...{ attributes: attributes(values), status: { code: 1 } },
            },
          ],
        },
      ],
    },
  ],
});

/** A line as each tool writes it. */
const lines: readonly unknown[] = [
  spanOf({
    ...{
      'gen_ai.operation.name': 'invoke_agent',
      'gen_ai.input.messages': writeJson(parts),
      'gen_ai.usage.input_tokens': '3',
    },
    ...{
      'gen_ai.output.messages': writeJson(parts),
      'gen_ai.system_instructions': writeJson([{ type: 'text', content: 'x' }]),
    },
  }),
  spanOf({
    ...{
      'openinference.span.kind': 'LLM',
      'llm.input_messages.0.message.role': 'user',
      'output.value': writeJson(body),
    },
    ...{ 'llm.input_messages.0.message.contents.0.message_content.text': 'Where?', 'llm.token_count.prompt': 3 },
  }),
  {
    ...{ id: 'o', trace_id: 't', parent_observation_id: '', type: 'GENERATION', start_time: at, end_time: at },
    ...{
      input: writeJson(asked),
      output: writeJson(asked[1]),
      usage_details: { input: 1, output: 2 },
      tags: ['a'],
      metadata: {},
    },
  },
  { id: 's', traceId: 't', observationId: null, name: 'thumbs', value: 0, dataType: 'BOOLEAN' },
  {
    ...{
      id: 'r',
      run_type: 'llm',
      start_time: at,
      end_time: at,
      inputs: { messages: asked },
      outputs: body,
      tags: ['a'],
    },
    ...{ extra: { metadata: { prompt: 'p' } }, feedback_stats: { thumbs: { n: 1, avg: 0.5 } } },
  },
  {
    ...{ request_id: 'q', request_created_at: at, request_body: { model: 'm', messages: asked }, response_body: body },
    ...{ response_status: 200, delay_ms: 3, prompt_tokens: 1, completion_tokens: 2, scores: { a: 1 }, properties: {} },
  },
  {
    object: 'list',
    data: [
      { ...body, object: 'chat.completion', id: 'c', created: 1764400000, metadata: { unit: 'u' }, messages: asked },
    ],
  },
  {
    ...{
      id: '1',
      time: at,
      prompt: 'p',
      input: { vars: { a: 1 }, messages: asked },
      output: asked,
      model: { asked: 'm' },
    },
    ...{ tokens: { input: 1, output: 2 }, latencyMs: 3, feedback: { a: 1 }, trace: { traceId: 't' }, tags: ['a'] },
  },
];

/** The value with some of its members replaced, also inside the JSON that a text holds. */
function shake(draw: Draw, value: unknown): unknown {
  if (draw.isOnce(40)) return drawValue(draw, words, 2);
  if (typeof value === 'string' && /^[[{]/.test(value)) return writeJson(shake(draw, JSON.parse(value)));
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => shake(draw, item));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shake(draw, one)]));
}

function mustBeWhole(record: ProductionRecord): void {
  const { id, atMs, latencyMs, messages, output, feedback } = record;
  must(id !== '', 'a record has an id');
  must(atMs === null || Number.isFinite(atMs), 'a time is a number');
  must(latencyMs === null || Number.isFinite(latencyMs), 'a duration is a number');
  must(Object.values(feedback).every(Number.isFinite), 'a score is a number');
  for (const { role, content, toolCallId } of [...(messages ?? []), ...(output?.trajectory ?? [])]) {
    must(typeof content === 'string', 'a message has a text');
    must((role === 'tool') === (toolCallId !== undefined), "a tool's message names its call");
  }
}

function readLine(text: string): readonly RecordEvent[] {
  const value = parseValue(text);
  const format = value === undefined ? undefined : recordFormats.find((one) => one.recognise(value));
  return value === undefined || format === undefined ? [] : [...format.read(value, 1)];
}

/** What tracing tools and applications write of production. */
export const records: readonly Target[] = [
  {
    name: 'line of records',
    make: (draw) => {
      const line = draw.pick(lines);
      return mutate(draw, writeJson(draw.isWild ? shake(draw, line) : line));
    },
    check: (text) => {
      try {
        for (const event of readLine(text)) {
          if (event.kind === 'record') mustBeWhole(event.record);
          else must(Number.isFinite(event.score), 'a score is a number');
        }
      } catch (error) {
        if (!(error instanceof RecordFault)) throw error;
      }
    },
  },
];
