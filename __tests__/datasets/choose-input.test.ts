import { describe, expect, it } from '@jest/globals';
import { chooseInput } from '../../src/datasets/choose-input.ts';

describe('chooseInput', () => {
  it.each([
    ['the column input', { input: 'a', question: 'b' }, 'a'],
    ['the only column that is no one else', { id: '1', message: 'm', expected: 'x', tags: ['t'], critical: true }, 'm'],
    ['not what an application answered once', { question: 'q', output: 'a' }, 'q'],
    ['not the calls that are expected', { question: 'q', expected_tools: ['refund'] }, 'q'],
    ['all columns where several may be it', { id: '1', subject: 's', body: 'b' }, { subject: 's', body: 'b' }],
    ['an input that is null', { input: null }, null],
    ['nothing', { id: '1' }, {}],
  ])('%s', (_name, variables, input) => {
    expect(chooseInput(variables)).toEqual(input);
  });
});
