import { describe, expect, it } from '@jest/globals';
import type { Message } from '../../src/ports.ts';
import { showDiff } from '../../src/report/diff/clip-diff.ts';
import { findClues } from '../../src/report/diff/clues.ts';
import { renderOutputPair, renderOutputText } from '../../src/report/diff/output-text.ts';
import { anOutput } from '../helpers/builders.ts';

const room = { lines: 40, characters: 2000 };
const calling = (...calls: readonly { readonly name: string; readonly arguments: object }[]) =>
  anOutput('I see to it.', { toolCalls: calls as never, finishReason: 'tool_calls' });
const calls = (name: string, given: string): Message => ({
  ...{ role: 'assistant', content: '' },
  toolCalls: [{ id: '1', name, arguments: given }],
});
const answers = (content: string, failed = false): Message => ({
  ...{ role: 'tool', content, toolCallId: '1' },
  ...(failed ? { failed: true } : {}),
});

/** What differs between two outputs, a sign before each line. */
function diffOf(...outputs: Parameters<typeof renderOutputPair>): readonly string[] {
  const signs = { same: ' ', removed: '-', added: '+', gap: '…' } as const;
  const [before, after] = renderOutputPair(...outputs);
  return showDiff(before, after, findClues([], null), room).map(({ kind, text }) => `${signs[kind]} ${text}`);
}

describe('tool calls in a report', () => {
  it('stand one a line, with alike arguments whatever their order', () => {
    const before = calling(
      { name: 'find', arguments: { id: 7 } },
      { name: 'refund', arguments: { order: 'A-1', amount: 12 } },
    );
    const after = calling(
      { name: 'find', arguments: { id: 7 } },
      { name: 'refund', arguments: { amount: 120, order: 'A-1' } },
    );
    expect(diffOf(before, after)).toEqual([
      '  I see to it.',
      '  calls find(id: 7)',
      '- calls refund(amount: 12, order: "A-1")',
      '+ calls refund(amount: 120, order: "A-1")',
    ]);
  });

  it('show another tool as another call', () => {
    const before = calling({ name: 'refund', arguments: { order: 'A-1' } });
    const after = calling({ name: 'delete_account', arguments: { order: 'A-1' } });
    expect(diffOf(before, after).slice(1)).toEqual([
      '- calls refund(order: "A-1")',
      '+ calls delete_account(order: "A-1")',
    ]);
  });
});

describe('a trajectory in a report', () => {
  const first = [calls('find', '{"id":7}'), answers('found'), calls('refund', '{"order":"A-1"}'), answers('ok')];
  const second = [calls('find', '{"id":8}'), answers('no such id', true), ...first];
  const end: Message = { role: 'assistant', content: 'Done.' };

  it('has numbered steps where it stands alone', () => {
    expect(renderOutputText(anOutput('Done.', { trajectory: [...first, end] })).split('\n')).toEqual([
      '1. calls find(id: 7)',
      '2. find answered: found',
      '3. calls refund(order: "A-1")',
      '4. refund answered: ok',
      '5. assistant: Done.',
    ]);
  });

  it('differs in nothing but the steps that are new', () => {
    const pair = [first, second].map((steps) => anOutput('Done.', { trajectory: [...steps, end] }));
    expect(diffOf(...(pair as unknown as Parameters<typeof diffOf>)).filter((line) => /^[-+]/.test(line))).toEqual([
      '+ calls find(id: 8)',
      '+ find failed: no such id',
    ]);
  });

  it('keeps a refusal and an unusual end', () => {
    const stopped = anOutput('', { trajectory: [...first, end], refusal: 'No.', finishReason: 'length' });
    expect(renderOutputText(stopped).split('\n').slice(-2)).toEqual(['[refusal] No.', '[finish reason] length']);
  });
});
