import { describe, expect, it } from '@jest/globals';
import type { Message, Output } from '../../src/ports.ts';
import { renderComment } from '../../src/report/comment/markdown.ts';
import { anOutput } from '../helpers/builders.ts';
import { answered, createFakeWorld } from '../helpers/fake-ports.ts';
import { aChangedTree, aConfigFile, answering, aTree, tell } from './story.ts';

const withChecks = (checks: string, suite = '') => {
  const config = aConfigFile({ checks, suite });
  return {
    base: aTree({ 'prompt-assay.yml': config }),
    candidate: aChangedTree({ 'prompt-assay.yml': config }),
  };
};
const calling = (name: string): Output =>
  anOutput('', { toolCalls: [{ name, arguments: { order: 'A-1' } }], finishReason: 'tool_calls' });
/** An application that looked first and then called a tool. */
const acting = (name: string): Output => {
  const trajectory: readonly Message[] = [
    { role: 'assistant', content: '', toolCalls: [{ id: '1', name: 'find', arguments: '{"mail":"a@example.com"}' }] },
    { role: 'tool', content: 'A-1', toolCallId: '1' },
    { role: 'assistant', content: '', toolCalls: [{ id: '2', name, arguments: '{"order":"A-1"}' }] },
    { role: 'tool', content: 'done', toolCallId: '2' },
    { role: 'assistant', content: 'Done.' },
  ];
  return anOutput('Done.', { trajectory, scores: { quality: 0.5 } });
};

describe('a change that calls another tool', () => {
  it.each([
    ['in its answer', calling, '+ calls delete_account(order: "A-1")', 'called delete_account, expected refund'],
    ['on the way', acting, '+ calls delete_account(order: "A-1")', 'called find, delete_account, expected refund'],
  ])('turns red, with the calls by name: %s', async (_, output, line, reason) => {
    const script = answering((arm, number) =>
      answered('', { output: output(arm === 'base' || number >= 30 ? 'refund' : 'delete_account') }),
    );
    const { report } = await tell({
      script,
      ...withChecks('      - { name: refunds, type: tool-called, tool: refund }'),
    });
    expect(report.verdict).toBe('fail');
    const comment = renderComment(report, { commentKey: 'x', record: null });
    expect(comment).toContain(line);
    expect(comment.replaceAll('\\', '')).toContain(reason);
    expect(comment).not.toContain('[tool call]');
  });

  it('is no pass for an answer that says nothing', async () => {
    const script = answering((arm) => (arm === 'base' ? answered('', { output: calling('refund') }) : answered('')));
    const { report } = await tell({
      script,
      ...withChecks('      - { name: harmless, type: tool-called, none: [delete_account] }'),
    });
    expect(report.metrics[0]).toMatchObject({ baselineMean: 1, candidateMean: 0, verdict: 'fail' });
  });
});

describe('what an application did', () => {
  it('is kept in the cache whole and read from there', async () => {
    const world = createFakeWorld(() => answered('Done.', { output: acting('refund') }));
    const story = withChecks('      - { name: order, type: equals, tool: refund, path: /order, expected: A-1 }');
    for (const isKnown of [false, true]) {
      world.model.calls.length = 0;
      const { report } = await tell({ world, ...story });
      expect(world.model.calls.length === 0).toBe(isKnown);
      expect(report.metrics[0]).toMatchObject({ baselineMean: 1, candidateMean: 1 });
    }
    expect(JSON.stringify([...world.cache.entries])).toContain('"trajectory"');
  });

  it('is counted case by case where each has several samples', async () => {
    const script = answering((arm, number) =>
      answered('', { output: calling(arm === 'base' || number >= 30 ? 'refund' : 'delete_account') }),
    );
    const { report } = await tell({
      script,
      ...withChecks('      - { name: refunds, type: tool-called, tool: refund }', '    samples: 2'),
    });
    expect(report.metrics[0]?.repeats).toEqual({
      k: 2,
      baseline: { all: 1, any: 1 },
      candidate: { all: expect.closeTo(0.7, 12), any: expect.closeTo(0.7, 12) },
    });
  });
});
