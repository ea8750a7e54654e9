import { parseJson, writeJson } from '../../src/json.ts';
import { readOwnLine } from '../../src/outputs/own-lines.ts';
import { readSource } from '../../src/outputs/sources.ts';
import type { SuppliedOutput } from '../../src/outputs/supplied.ts';
import { readResult } from '../../src/run/result-codec.ts';
import { throwProblems } from '../../src/text/problems.ts';
import type { Draw } from './draw.ts';
import { drawMapping, drawText, drawValue, drawWord, mutate } from './grammar.ts';
import { must, type Target } from './target.ts';
import { writeLines } from './write.ts';

const words = [
  'case',
  'id',
  'role',
  'assistant',
  'content',
  'tool_calls',
  'name',
  'arguments',
  'refund',
  'error',
  'score',
];

/** What a ledger could not read back would be lost, and with it the run. */
function mustBeWhole(outputs: readonly SuppliedOutput[]): void {
  for (const { case: id, sample, result, messages } of outputs) {
    must(id !== '', 'a case has a name');
    must(sample === null || (Number.isInteger(sample) && sample >= 0), 'a sample counts from 0');
    must(messages === null || messages.length > 0, 'what was asked is something');
    must(readResult(parseJson(writeJson(result))) !== null, 'a result reads back');
  }
}

/** A value that is mostly of the kind that its place has. */
function mostly(draw: Draw, value: unknown): unknown {
  return draw.isWild && draw.isOnce(15) ? drawValue(draw, words, 2) : value;
}

const scoreOf = (draw: Draw) => mostly(draw, draw.pick([0, 1, 0.5, null, true]));
const scoresOf = (draw: Draw) =>
  mostly(
    draw,
    drawMapping(draw, ['exact', 'tone', '__proto__'], () => scoreOf(draw)),
  );

function callOf(draw: Draw): unknown {
  const given = draw.pick(['{"order":"A-1"}', '{', { order: 'A-1' }]);
  const named = { name: drawWord(draw, ['refund', 'find']), arguments: given };
  return mostly(draw, draw.pick([{ id: 'c', function: named }, named, { id: 'c', function: 'find', arguments: {} }]));
}

function turnOf(draw: Draw): unknown {
  return mostly(draw, {
    role: drawWord(draw, ['user', 'assistant', 'tool', 'system']),
    content: mostly(draw, draw.pick([drawText(draw), null, [{ type: 'text', text: drawText(draw) }]])),
    ...(draw.isOnce(3) && { tool_calls: draw.some(2, () => callOf(draw)) }),
    ...(draw.isOnce(4) && { tool_call_id: 'c', error: draw.pick([null, { message: 'no' }]) }),
    ...(draw.isOnce(4) && { source: 'input', finish_reason: draw.pick(['stop', 'length', 'error']) }),
  });
}

function answerOf(draw: Draw): unknown {
  return mostly(
    draw,
    draw.pick([drawText(draw), turnOf(draw), draw.some(4, () => turnOf(draw)), [callOf(draw)], null]),
  );
}

const shapes: { readonly [tool: string]: (draw: Draw) => string } = {
  promptfoo: (draw) => {
    const run = () => ({
      ...{ promptIdx: 0, metadata: { case: mostly(draw, 'a') }, success: scoreOf(draw), score: scoreOf(draw) },
      ...{ namedScores: scoresOf(draw), latencyMs: mostly(draw, 3), failureReason: draw.pick([0, 1, 2]) },
      response: mostly(draw, {
        output: answerOf(draw),
        finishReason: draw.pick(['stop', 'error', null]),
        isRefusal: draw.isOnce(4),
        cost: mostly(draw, 0.1),
      }),
    });
    return writeJson({ evalId: 'e', results: { results: draw.some(3, run) } });
  },
  Inspect: (draw) => {
    const sample = () => ({
      ...{
        id: mostly(draw, draw.pick(['a', 7])),
        epoch: mostly(draw, 1),
        input: mostly(draw, draw.pick(['q', [turnOf(draw)]])),
      },
      messages: mostly(
        draw,
        draw.some(4, () => turnOf(draw)),
      ),
      output: mostly(draw, {
        completion: mostly(draw, drawText(draw)),
        choices: [{ stop_reason: draw.pick(['stop', 'max_tokens', 'error']) }],
      }),
      scores: mostly(draw, { s: { value: mostly(draw, draw.pick(['C', 'I', 0.5, { a: 'P' }, null])) } }),
      model_usage: mostly(draw, {
        m: mostly(draw, { input_tokens: mostly(draw, 4), output_tokens: 2, total_cost: mostly(draw, 0.1) }),
      }),
      ...(draw.isOnce(5) && { error: mostly(draw, { message: mostly(draw, 'broke') }) }),
    });
    return writeJson({ version: 2, status: 'success', eval: mostly(draw, {}), samples: draw.some(3, sample) });
  },
  DeepEval: (draw) => {
    const test = () => ({
      ...{
        name: mostly(draw, draw.pick(['a', 'test_case_1'])),
        input: mostly(draw, 'q'),
        actualOutput: mostly(draw, drawText(draw)),
      },
      toolsCalled: mostly(
        draw,
        draw.some(3, () => mostly(draw, { name: 'find', inputParameters: mostly(draw, {}), output: drawText(draw) })),
      ),
      metricsData: mostly(
        draw,
        draw.some(2, (index) => mostly(draw, { name: `m${index}`, score: scoreOf(draw) })),
      ),
      ...{ inputTokenCount: mostly(draw, 3), outputTokenCount: mostly(draw, 1), completionTime: mostly(draw, 0.5) },
    });
    return writeJson({ testCases: draw.some(3, test) });
  },
  Braintrust: (draw) => {
    const row = () => ({
      ...{
        span_id: 'a',
        root_span_id: 'a',
        is_root: mostly(draw, true),
        metadata: mostly(draw, { case: mostly(draw, 'a'), model: mostly(draw, 'm') }),
      },
      ...{ input: mostly(draw, draw.pick(['q', [turnOf(draw)]])), output: answerOf(draw), scores: scoresOf(draw) },
      metrics: mostly(draw, {
        start: mostly(draw, 1),
        end: mostly(draw, 2),
        prompt_tokens: mostly(draw, 3),
        completion_tokens: 1,
      }),
    });
    return writeLines(draw.some(3, row));
  },
  JUnit: (draw) => {
    const inside = () =>
      draw.pick([
        '',
        '<failure message="no"/>',
        '<error>down</error>',
        '<skipped/>',
        '<system-out><![CDATA[a<b]]></system-out>',
      ]) +
      draw.pick(['', '<properties><property name="output" value="x"/><property name="case">b</property></properties>']);
    const test = (index: number) =>
      `<testcase classname="${draw.pick(['', 'c'])}" name="n${index}" time="1,0.5">${inside()}</testcase>\n`;
    return `<?xml version="1.0"?><testsuites><testsuite name="s">${draw.some(4, test).join('')}</testsuite></testsuites>`;
  },
};

/** What others write of an application's outputs, and what our own lines say. */
export const outputs: readonly Target[] = [
  ...Object.entries(shapes).map(
    ([tool, write]): Target => ({
      name: `outputs of ${tool}`,
      make: (draw) => mutate(draw, write(draw)),
      check: (text) => mustBeWhole(readSource({ path: 'results', text }).outputs),
    }),
  ),
  {
    name: 'line of outputs',
    make: (draw) => {
      const line = {
        ...{
          case: mostly(draw, draw.pick(['a', 7])),
          sample: mostly(draw, 0),
          output: answerOf(draw),
          scores: scoresOf(draw),
        },
        ...(draw.isOnce(4) && {
          messages: mostly(draw, [turnOf(draw)]),
          tokens: mostly(draw, { input: 3, output: 1 }),
        }),
        ...(draw.isOnce(4) && {
          latencyMs: mostly(draw, 3),
          costUsd: mostly(draw, 0.1),
          commit: mostly(draw, 'abcdef0'),
        }),
        ...(draw.isOnce(6) && { error: mostly(draw, 'timed out') }),
      };
      return mutate(draw, writeJson(line));
    },
    check: (text) => {
      const problems: Parameters<typeof readOwnLine>[2] = [];
      const output = readOwnLine({ text, number: 1 }, 'outputs.jsonl', problems);
      throwProblems(problems);
      must(output !== null, 'a line without a mistake is read');
      mustBeWhole(output === null ? [] : [output]);
    },
  },
];
