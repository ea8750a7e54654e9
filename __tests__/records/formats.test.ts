import { describe, expect, it } from '@jest/globals';
import { recordFormats } from '../../src/records/formats.ts';
import type { ProductionRecord } from '../../src/records/record.ts';
import { readFixture, readValues, recordsOf } from './read-fixture.ts';

const system = { role: 'system', content: 'You answer customers.' };
const question = { role: 'user', content: 'Where is parcel P-7?' };
const usage = { inputTokens: 21, cachedInputTokens: 3, outputTokens: 6, reasoningTokens: 2 };
const call = { name: 'find_parcel', arguments: { id: 'P-7' } };
const said = { content: 'It arrives on Friday.', toolCalls: [], refusal: null };

it('names every format once', () => {
  expect(new Set(recordFormats.map(({ name }) => name)).size).toBe(recordFormats.length);
});

/** The samples of real clients: one application asks, calls a tool, gives its answer and meets a model that is gone. */
describe.each<[file: string, format: string, of: Partial<ProductionRecord>]>([
  ['otlp-genai.jsonl', 'OTLP', { modelAsked: 'gpt-5', fingerprint: 'fp_1' }],
  ['otlp-openllmetry.jsonl', 'OTLP', { modelAsked: 'gpt-5', fingerprint: 'fp_1' }],
  ['otlp-langfuse.jsonl', 'OTLP', { unit: 'u1', tags: ['web'] }],
  ['openinference.jsonl', 'OpenInference', { modelAsked: 'gpt-5', unit: 'u1', promptVersion: 'v3', tags: ['web'] }],
  ['langsmith.jsonl', 'LangSmith', { modelAsked: 'gpt-5', prompt: 'support', promptVersion: '3', tags: ['web'] }],
])('%s', (file, format, known) => {
  const requests = async () => {
    const { format: found, events } = await readFixture(file);
    expect(found).toBe(format);
    return recordsOf(events).filter(({ messages }) => messages !== null);
  };

  it('has each request once, with what was asked, answered and counted', async () => {
    const records = await requests();
    expect(records).toHaveLength(4);
    expect(new Set(records.map(({ id }) => id)).size).toBe(4);
    expect(records[0]).toMatchObject({
      ...known,
      messages: [system, { role: 'user', content: 'When does it open?' }],
      output: said,
      modelAnswered: 'gpt-5-2026-08-07',
      usage,
      error: null,
    });
    for (const { atMs, latencyMs, traceId } of records) {
      expect(new Date(atMs ?? 0).getUTCFullYear()).toBe(2026);
      expect(latencyMs).toBeGreaterThan(0);
      expect(latencyMs).toBeLessThan(60_000);
      expect(traceId).not.toBeNull();
    }
  });

  it('has the call of a tool, and its answer in the next request', async () => {
    const [, calling, answering] = await requests();
    expect(calling?.output).toMatchObject({ content: '', toolCalls: [call], finishReason: 'tool_calls' });
    expect(answering?.messages?.slice(2)).toMatchObject([
      { role: 'assistant', content: '', toolCalls: [{ id: 'call_1', name: 'find_parcel' }] },
      { role: 'tool', content: '{"due": "Friday"}', toolCallId: 'call_1' },
    ]);
    expect(answering?.messages?.[2]?.toolCalls?.[0]?.arguments).toMatch(/^\{"id": ?"P-7"\}$/);
  });

  it('has the failed request with its error and without an answer', async () => {
    const failed = (await requests())[3];
    expect(failed).toMatchObject({
      messages: [system, question],
      output: null,
      modelAsked: 'gone',
      modelAnswered: null,
    });
    expect(failed?.error).toMatch(/404 - no such model/);
    expect(failed?.error).not.toMatch(/Traceback/);
  });
});

it("reads OTLP's JSON as a client for JavaScript sends it", async () => {
  const { format, events } = await readFixture('openinference-js.jsonl');
  expect(format).toBe('OpenInference');
  expect(recordsOf(events)).toMatchObject([
    { messages: [question], output: { toolCalls: [call] }, modelAsked: 'gpt-5', usage: { inputTokens: 21 } },
    { messages: [question, { toolCalls: [{ id: 'call_1' }] }, { role: 'tool' }], output: said },
  ]);
});

it("gives LangSmith's trace as what it was asked and answered", async () => {
  const { events } = await readFixture('langsmith.jsonl');
  const [trace] = recordsOf(events).filter(({ messages }) => messages === null);
  expect(trace).toMatchObject({ variables: { question: question.content }, output: said, prompt: 'support' });
});

it("reads LangSmith's runs as its command and its newer API write them", async () => {
  const both = { trace_id: 't', name: 'ChatOpenAI', start_time: '2026-11-28T09:15:00Z', tags: null, error: null };
  const said = {
    inputs: { messages: [question] },
    outputs: { choices: [{ message: { role: 'assistant', content: 'Hm.' } }] },
  };
  const exported = {
    ...both,
    ...said,
    run_id: 'r-1',
    run_type: 'llm',
    parent_run_id: 't',
    end_time: '2026-11-28T09:15:00.5Z',
    custom_metadata: { promptVersion: 3, ls_model_name: 'gpt-5' },
    token_usage: { prompt_tokens: 21, completion_tokens: 6, total_tokens: 27 },
    costs: { total_cost: 0.0002 },
    feedback_stats: { thumbs: { n: 2, avg: 0.5 }, tone: { n: 1, values: { fine: 1 } } },
  };
  const queried = {
    ...both,
    ...said,
    id: 'r-2',
    run_type: 'LLM',
    parent_run_ids: ['t'],
    metadata: { user_id: 'u1' },
    prompt_tokens: 21,
    completion_tokens: 6,
    prompt_token_details: { raw: { cache_read: 3 } },
  };
  const step = { ...both, id: 'r-3', run_type: 'CHAIN', parent_run_ids: ['t'], inputs: {} };
  expect(recordsOf(await readValues(exported, queried, step))).toMatchObject([
    {
      id: 'r-1',
      promptVersion: '3',
      modelAsked: 'gpt-5',
      messages: [question],
      output: { content: 'Hm.' },
      usage: { inputTokens: 21, outputTokens: 6 },
      costMicroUsd: 200,
      latencyMs: 500,
      feedback: { thumbs: 0.5 },
    },
    { id: 'r-2', unit: 'u1', usage: { inputTokens: 21, cachedInputTokens: 3 } },
  ]);
});

it("reads Langfuse's export: generations, scores of a trace, no texts for scores", async () => {
  const { format, events } = await readFixture('langfuse.jsonl');
  expect(format).toBe('Langfuse');
  expect(recordsOf(events)).toMatchObject([
    {
      id: 'o-2',
      atMs: Date.UTC(2026, 10, 28, 9, 15, 0, 100),
      prompt: 'support',
      promptVersion: '3',
      unit: 'u1',
      arm: 'candidate',
      messages: [system, question],
      output: { content: '', toolCalls: [call], finishReason: 'tool_calls' },
      latencyMs: 812,
      costMicroUsd: 90,
      traceId: 't-1',
      tags: ['web'],
    },
    { id: 'o-3', output: null, error: 'Error code: 404 - no such model', modelAsked: 'gone' },
  ]);
  expect(events.filter(({ kind }) => kind === 'feedback')).toEqual([
    { kind: 'feedback', of: { recordId: null, traceId: 't-1' }, name: 'thumbs', score: 0, line: 4 },
  ]);
});

it("reads Langfuse's rows in the names of its API", async () => {
  const row = {
    id: 'o',
    traceId: 't',
    type: 'GENERATION',
    parentObservationId: null,
    startTime: '2026-11-28T09:15:00.000Z',
  };
  const score = { id: 's', traceId: 't', observationId: 'o', name: 'helpful', value: 0.5, dataType: 'NUMERIC' };
  const said = {
    input: [question],
    output: 'Hm.',
    endTime: '2026-11-28T09:15:01.000Z',
    promptName: 'support',
    promptVersion: 3,
  };
  const known = {
    providedModelName: 'gpt-5',
    usageDetails: { input: 21, output: 6 },
    userId: 'u1',
    totalCost: '0.0002',
  };
  const [record, feedback] = await readValues({ ...row, ...said, ...known, level: 'DEFAULT' }, score);
  expect(recordsOf(record === undefined ? [] : [record])).toMatchObject([
    {
      prompt: 'support',
      promptVersion: '3',
      unit: 'u1',
      modelAnswered: 'gpt-5',
      latencyMs: 1000,
      costMicroUsd: 200,
      messages: [question],
    },
  ]);
  expect(feedback).toMatchObject({ kind: 'feedback', of: { recordId: 'o' }, name: 'helpful', score: 0.5 });
});

it("reads Helicone's export: bodies of two APIs, images, thumbs and scores, an error by its status", async () => {
  const { format, events } = await readFixture('helicone.jsonl');
  const image = { type: 'image', url: 'https://example.com/p.png', detail: null };
  expect(format).toBe('Helicone');
  expect(recordsOf(events)).toMatchObject([
    {
      id: 'q-1',
      prompt: 'support',
      promptVersion: 'pv-3',
      unit: 'u1',
      messages: [system, { role: 'user', parts: [{ type: 'text', text: 'What is this?' }, image] }],
      output: { content: 'A parcel.', finishReason: 'stop' },
      latencyMs: 812,
      costMicroUsd: 90,
      feedback: { helpful: 40, rating: 0 },
      usage,
    },
    { id: 'q-2', output: null, error: 'no such model' },
    {
      id: 'q-3',
      messages: [
        system,
        question,
        { role: 'assistant', toolCalls: [{ id: 'toolu_1', name: 'find_parcel', arguments: '{"id":"P-7"}' }] },
        { role: 'tool', content: 'no such parcel', toolCallId: 'toolu_1', failed: true },
      ],
      output: { content: 'I cannot find it.', finishReason: 'stop' },
    },
  ]);
});

it("reads OpenAI's stored completions: a page on a line, and one a line with its messages", async () => {
  const { format, events } = await readFixture('openai-stored.jsonl');
  expect(format).toBe('OpenAI stored completions');
  expect(recordsOf(events)).toMatchObject([
    {
      id: 'chatcmpl-1',
      atMs: 1764400000000,
      prompt: 'support',
      promptVersion: 'pv-3',
      unit: 'u1',
      messages: null,
      output: said,
      usage,
    },
    { id: 'chatcmpl-2', messages: [question], output: { toolCalls: [call], finishReason: 'tool_calls' } },
  ]);
});

it('reads our own lines: exact numbers, an error, a whole run, later feedback', async () => {
  const { format, events } = await readFixture('records.jsonl');
  expect(format).toBe('records.jsonl');
  const [first, failed, run] = recordsOf(events);
  expect(first).toEqual({
    id: '1',
    atMs: Date.UTC(2026, 10, 28, 9, 15, 0, 188),
    prompt: 'support',
    promptVersion: 'pv-3',
    unit: 'u1',
    arm: 'candidate',
    variables: { question: question.content, order: 12345678901234567890n },
    messages: [question],
    output: { ...said, finishReason: 'stop' },
    modelAsked: 'gpt-5',
    modelAnswered: 'gpt-5-2026-08-07',
    fingerprint: 'fp_1',
    usage,
    latencyMs: 812,
    costMicroUsd: 90,
    error: null,
    feedback: { thumbs: 1 },
    business: { reopened: 0 },
    traceId: 't-1',
    spanId: 's-1',
    tags: ['web'],
  });
  expect(failed).toMatchObject({
    atMs: Date.UTC(2026, 10, 28, 9, 15),
    variables: { question: 'Hello?' },
    error: 'timeout',
    output: null,
  });
  expect(run?.output).toMatchObject({
    ...said,
    trajectory: [{ toolCalls: [{ name: 'find_parcel' }] }, { role: 'tool' }, { content: said.content }],
  });
  expect(events[3]).toMatchObject({ kind: 'feedback', of: { recordId: '2' }, name: 'thumbs', score: -1 });
});
