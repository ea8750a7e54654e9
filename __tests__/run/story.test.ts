import { describe, expect, it } from '@jest/globals';
import type { Message } from '../../src/ports.ts';
import { findBreak } from '../../src/run/broken-answer.ts';
import { listCalls, listSteps, numberSteps, renderView, tellSteps } from '../../src/run/story.ts';
import { anOutput } from '../helpers/builders.ts';

const trajectory: readonly Message[] = [
  {
    role: 'assistant',
    content: 'Let me look.',
    toolCalls: [{ id: '1', name: 'lookup', arguments: '{"order":"A-1"}' }],
  },
  { role: 'tool', content: 'no such order', toolCallId: '1', failed: true },
  { role: 'assistant', content: '', toolCalls: [{ id: '1', name: 'search', arguments: '{"q":"mug"}' }] },
  { role: 'tool', content: '{"order":"A-2"}', toolCallId: '1' },
  { role: 'assistant', content: 'It is on its way.' },
];
const output = anOutput('It is on its way.', { trajectory });

describe('what an application did', () => {
  it('is its answer alone in the view "final"', () => {
    expect(renderView(output, 'final')).toBe('It is on its way.');
    expect(listCalls(output, 'final')).toEqual([]);
  });

  it('is everything with its roles in the view "all"', () => {
    expect(renderView(output, 'all').split('\n')).toEqual([
      'assistant: Let me look.',
      'calls lookup(order: "A-1")',
      'lookup failed: no such order',
      'calls search(q: "mug")',
      'search answered: {"order":"A-2"}',
      'assistant: It is on its way.',
    ]);
  });

  it('is calls and results in the view "tools", each with the call that it answers though ids are doubled', () => {
    expect(renderView(output, 'tools').split('\n')).toEqual([
      'calls lookup(order: "A-1")',
      'lookup failed: no such order',
      'calls search(q: "mug")',
      'search answered: {"order":"A-2"}',
    ]);
  });

  it('is the answer and its calls where no more is known', () => {
    const single = anOutput('', { toolCalls: [{ name: 'refund', arguments: { order: 'A-1' } }] });
    expect(renderView(single, 'all')).toBe('calls refund(order: "A-1")');
    expect(listCalls(single, 'final')).toHaveLength(1);
  });

  it('counts a call of the last message once, whether the answer repeats it or not', () => {
    const last: Message = { role: 'assistant', content: '', toolCalls: [{ id: '9', name: 'refund', arguments: '{}' }] };
    const names = (calls: ReturnType<typeof listCalls>) => calls.map(({ name }) => name);
    const asking = { trajectory: [...trajectory.slice(0, 4), last] };
    expect(names(listCalls(anOutput('', asking), 'all'))).toEqual(['lookup', 'search', 'refund']);
    const repeated = anOutput('', { ...asking, toolCalls: [{ name: 'refund', arguments: {} }] });
    expect(names(listCalls(repeated, 'all'))).toEqual(['lookup', 'search', 'refund']);
    expect(findBreak(anOutput('', asking))).toBeNull();
  });

  it('ends with the answer, also where the messages end with a tool', () => {
    const steps = listSteps(anOutput('', { trajectory: trajectory.slice(0, 2) }));
    expect(steps.map(({ role, tool, failed }) => [role, tool, failed])).toEqual([
      ['assistant', null, false],
      ['tool', 'lookup', true],
      ['assistant', null, false],
    ]);
    expect(findBreak(anOutput('', { trajectory: trajectory.slice(0, 2) }))).toBe('empty');
  });

  it('names no tool where an answer belongs to no call', () => {
    const stray = anOutput('Done.', { trajectory: [{ role: 'tool', content: 'x', toolCallId: '7' }] });
    expect(renderView(stray, 'tools')).toBe('a tool answered: x');
  });
});

describe('an output as people read it', () => {
  it('has numbers where there are several steps', () => {
    expect(numberSteps(tellSteps(output)).split('\n')).toEqual([
      '1. assistant: Let me look.',
      '   calls lookup(order: "A-1")',
      '2. lookup failed: no such order',
      '3. calls search(q: "mug")',
      '4. search answered: {"order":"A-2"}',
      '5. assistant: It is on its way.',
    ]);
  });

  it('is its text and its calls where there is one', () => {
    const single = anOutput('I refund it.', { toolCalls: [{ name: 'refund', arguments: { order: 'A-1' } }] });
    expect(numberSteps(tellSteps(single))).toBe('I refund it.\ncalls refund(order: "A-1")');
    expect(numberSteps(tellSteps(anOutput('')))).toBe('');
  });
});
