import { type Json, type JsonObject, writeJson } from '../json.ts';
import type { ModelResult, Output } from '../ports.ts';
import { buildOutput, type Reject, readAnswer } from './answer.ts';
import { type ForeignOutput, memberOf, openDocument, readEntries } from './document.ts';
import { readAmount, readCaseId, readDollars, readList, readScores } from './figures.ts';
import { answered, failed } from './result.ts';
import type { OutputSource } from './supplied.ts';
import { hasTopKeys } from './top-keys.ts';

/** What DeepEval leaves in its results folder and in `.deepeval/` after `evaluate` or `deepeval test run`. */
export const deepeval: OutputSource = {
  name: 'DeepEval test run',
  recognise: ({ text }) => hasTopKeys(text, 'testCases'),
  read: (file) => readEntries(file, openDocument(file).list(['testCases'], 'Make the file again.'), readTestCase),
};

const idHint = 'Give each LLMTestCase a name, or "metadata={"case": …}".';
/** What DeepEval calls a case without a name, by its place in the list: another row has it after the next edit. */
const givenByPlace = /^test_case_\d+$/;

function readTestCase(test: JsonObject, reject: Reject): ForeignOutput | null {
  const name = typeof test.name === 'string' && givenByPlace.test(test.name) ? null : test.name;
  const id = readCaseId([memberOf(test.metadata, 'case'), name], reject, idHint);
  const result = readResult(test, reject);
  const costMicroUsd = readDollars(test.tokenCost, 'tokenCost', reject);
  if (id === null || result === null) return null;
  const messages = typeof test.input === 'string' ? ([{ role: 'user', content: test.input }] as const) : null;
  return { case: id, result, messages, costMicroUsd };
}

function readResult(test: JsonObject, reject: Reject): ModelResult | null {
  const latencyMs = Math.round((readAmount(test.completionTime, 'completionTime', reject) ?? 0) * 1000);
  const scores = readScores(
    [['passed', test.success], ...listMetrics(readList(test.metricsData, 'metricsData', reject))],
    reject,
  );
  const { actualOutput = null } = test;
  if (actualOutput === null) return failed('there is no actual output', latencyMs);
  const output = readSteps(actualOutput, readList(test.toolsCalled, 'toolsCalled', reject), reject);
  const [input, out] = [test.inputTokenCount, test.outputTokenCount];
  const usage =
    typeof input === 'number' && typeof out === 'number'
      ? { inputTokens: input, cachedInputTokens: 0, outputTokens: out, reasoningTokens: 0 }
      : null;
  return output === null ? null : answered({ ...output, scores }, { usage, latencyMs });
}

function listMetrics(metrics: readonly Json[]): readonly (readonly [string, Json | undefined])[] {
  return metrics.map((metric, index) => [String(memberOf(metric, 'name') ?? index), memberOf(metric, 'score')]);
}

/** The tools in the order in which they were called, each followed by what it gave, then the answer. */
function readSteps(answer: Json, tools: readonly Json[], reject: Reject): Output | null {
  if (typeof answer !== 'string') {
    reject('"actualOutput" is no text.', 'Make the file again.');
    return null;
  }
  if (tools.length === 0) return buildOutput({ content: answer });
  const calls = tools.flatMap((tool, index) => {
    const given = memberOf(tool, 'output') ?? null;
    const call = {
      id: `call-${index}`,
      name: memberOf(tool, 'name') ?? null,
      arguments: memberOf(tool, 'inputParameters') ?? {},
    };
    const turn = { role: 'assistant', content: null, tool_calls: [call] };
    if (given === null) return [turn];
    return [
      turn,
      { role: 'tool', tool_call_id: call.id, content: typeof given === 'string' ? given : writeJson(given) },
    ];
  });
  return readAnswer([...calls, { role: 'assistant', content: answer }], reject);
}
