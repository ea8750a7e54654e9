import { describe, expect, it } from '@jest/globals';
import { outputOf, tryPrograms } from './program-story.ts';

/** Those of the other recipes need Python: scripts/programs/python-programs.test.ts. */
describe('the program of the agent', () => {
  const { stage, run } = tryPrograms([['agent', ['node', 'outputs.mjs'], 'evals/requests.jsonl', 'It is done.']]);

  it('tell what the agent did: its calls, what the tools gave, what failed', async () => {
    const call = (name: string, given: object) => ({ toolCalls: [{ name, arguments: JSON.stringify(given) }] });
    const script = [
      call('lookup_order', { order: 'A-1' }),
      call('refund', { order: 'A-1', amount: 99 }),
      call('refund', { order: 'A-1', amount: 12.5 }),
      'Paid back.',
    ];
    stage.answer = ({ body }) =>
      script[body.messages.filter(({ role }: { role: string }) => role === 'assistant').length] ?? '';
    const [line] = await run('agent', []);
    const steps = outputOf(line)?.trajectory ?? [];
    expect(
      steps.map(({ role, toolCalls = [], content, failed = false }) => [role, toolCalls[0]?.name ?? content, failed]),
    ).toEqual([
      ['assistant', 'lookup_order', false],
      ['tool', '{"amount":12.5,"state":"delivered"}', false],
      ['assistant', 'refund', false],
      ['tool', 'Error: at most 12.5 can be paid back', true],
      ['assistant', 'refund', false],
      ['tool', '{"refunded":12.5}', false],
      ['assistant', 'Paid back.', false],
    ]);
  });

  it('end an agent that never comes to an answer', async () => {
    stage.answer = () => ({ toolCalls: [{ name: 'lookup_order', arguments: '{"order": "A-1"}' }] });
    const [line] = await run('agent', []);
    expect(outputOf(line)).toMatchObject({ content: '', toolCalls: [] });
    expect(outputOf(line)?.trajectory).toHaveLength(16);
  });
});
