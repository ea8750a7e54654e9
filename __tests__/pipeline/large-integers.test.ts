import { describe, expect, it } from '@jest/globals';
import type { Script } from '../helpers/fake-ports.ts';
import { aConfigFile, aPromptFile, aTree, tell } from './story.ts';

const checks = `      - { name: order, type: equals, path: /order, expected: "{{ order }}" }
      - { name: prefix, type: equals, path: /first, expected: 2512292042121000000 }`;
const rows = Array.from({ length: 40 }, (_, index) => `{"id":"q-${index}","order":25122920421210000${10 + index}}\n`);

function treeOf(text: string) {
  return aTree({
    'prompt-assay.yml': aConfigFile({ checks }),
    'prompts/triage.prompt.yml': aPromptFile(text).replace('{{input}}', 'Old order {{order}}.'),
    'evals/triage.jsonl': rows.join(''),
  });
}

/** Answers with the order that it was asked about, or with what a double makes of it. */
const answering =
  (isRounded: (arm: string) => boolean): Script =>
  ({ arm, request }) => {
    const digits = /order (\d+)\./.exec(String(request.messages[0]?.content))?.[1] ?? '';
    const order = isRounded(arm) ? digits.replace(/..$/, '00') : digits;
    return `{"order": ${order}, "first": 2512292042121000000}`;
  };

describe('integers beyond 2^53', () => {
  it('reach the model with every digit, and an answer that repeats them is right', async () => {
    const { report, world } = await tell({
      base: treeOf('v1'),
      candidate: treeOf('v2'),
      script: answering(() => false),
    });
    expect(report).toMatchObject({ verdict: 'pass', errors: [] });
    expect(report.metrics.map(({ metric, same }) => [metric, same])).toEqual([
      ['order', 40],
      ['prefix', 40],
    ]);
    expect(world.model.calls.map(({ request }) => String(request.messages[0]?.content))).toContain(
      'v1 Old order 2512292042121000011.',
    );
  });

  it('an answer that a double rounded is wrong', async () => {
    const script = answering((arm) => arm === 'candidate');
    const { report } = await tell({ base: treeOf('v1'), candidate: treeOf('v2'), script });
    expect(report).toMatchObject({ verdict: 'fail' });
    expect(report.metrics[0]).toMatchObject({ worse: 40 });
  });
});
