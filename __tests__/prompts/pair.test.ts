import { describe, expect, it } from '@jest/globals';
import { pairPrompts, refuseTwins } from '../../src/prompts/pair.ts';
import type { Prompt } from '../../src/prompts/prompt.ts';
import { aPrompt, asking } from './builders.ts';

const prompt = (path: string, text = path, more: Partial<Prompt> = {}) => aPrompt({ path, ...asking(text), ...more });
const show = (base: readonly Prompt[], candidate: readonly Prompt[]) =>
  pairPrompts(base, candidate).map((pair) => `${pair.base?.path ?? '-'} ${pair.candidate?.path ?? '-'} ${pair.change}`);

describe('pairs of prompts', () => {
  const a = prompt('a');
  const b = prompt('b');
  it.each<[string, Prompt[], Prompt[], string[]]>([
    ['unchanged', [a], [a], ['a a unchanged']],
    ['other text', [a], [prompt('a', 'x')], ['a a changed']],
    ['other settings', [a], [prompt('a', 'a', { parameters: { temperature: 0 } })], ['a a changed']],
    ['other description', [a], [prompt('a', 'a', { description: 'x' })], ['a a unchanged']],
    ['new', [a], [a, b], ['a a unchanged', '- b new']],
    ['deleted', [a, b], [a], ['a a unchanged', 'b - deleted']],
    [
      'same name elsewhere',
      [prompt('a', 'x', { name: 'n' }), b],
      [prompt('c', 'y', { name: 'n' }), prompt('d', 'z'), b],
      ['a c renamed', '- d new', 'b b unchanged'],
    ],
    [
      'equal text',
      [a, b],
      [prompt('c', 'b'), prompt('d', 'x'), prompt('e', 'y')],
      ['b c renamed', '- d new', '- e new', 'a - deleted'],
    ],
    ['the only such pair', [a, b], [a, prompt('c')], ['a a unchanged', 'b c renamed']],
    ['no pair among several', [a, b], [prompt('c'), prompt('d')], ['- c new', '- d new', 'a - deleted', 'b - deleted']],
    [
      'renamed-from a path',
      [a, b],
      [prompt('c', 'x', { renamedFrom: 'b' }), prompt('d')],
      ['b c renamed', 'a d renamed'],
    ],
    [
      'a new name in the same file',
      [prompt('a', 'a', { name: 'n' }), b],
      [prompt('a', 'x', { name: 'm' })],
      ['a a renamed', 'b - deleted'],
    ],
    [
      'a renamed-from left behind',
      [a, b],
      [a, prompt('b', 'b', { renamedFrom: 'a' })],
      ['a a unchanged', 'b b unchanged'],
    ],
    ['nothing', [], [], []],
  ])('%s', (_, base, candidate, expected) => {
    expect(show(base, candidate)).toEqual(expected);
  });

  it('refuses one name for two prompts and names both files', () => {
    const twins = [prompt('a', 'x', { name: 'n' }), prompt('b', 'y', { name: 'n' })];
    expect(() => refuseTwins(twins)).toThrow(/^b has the name "n", as a has\./);
  });

  it('lets a pull request mend twins that main already has', () => {
    const twins = [prompt('a', 'x', { name: 'n' }), prompt('b', 'y', { name: 'n' })];
    expect(show(twins, [twins[0] as Prompt, prompt('b', 'y', { name: 'm' })])).toEqual([
      'a a unchanged',
      'b b renamed',
    ]);
  });
});
