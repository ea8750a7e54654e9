import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Json } from '../../src/json.ts';
import type { Message } from '../../src/ports.ts';
import { diffPrompts } from '../../src/prompts/diff.ts';
import { pairMessages } from '../../src/prompts/diff-messages.ts';
import { diffValues } from '../../src/prompts/diff-values.ts';
import type { Prompt } from '../../src/prompts/prompt.ts';
import { resolvePrompt } from '../../src/prompts/resolve.ts';
import { aPrompt } from './builders.ts';

/** Messages of one word each: `s` system, `d` developer, `u` user, `a` assistant, then the text. */
const roles = { s: 'system', d: 'developer', u: 'user', a: 'assistant' } as const;
const conversation = (words: string): readonly Message[] =>
  words
    .split(' ')
    .filter(Boolean)
    .map((word) => ({ role: roles[word[0] as keyof typeof roles], content: word.slice(1) }));

const show = (before: string, after: string) =>
  pairMessages(conversation(before), conversation(after)).map(({ change, base, candidate }) =>
    [change, base?.place ?? '-', candidate?.place ?? '-'].join(' '),
  );

const sent = (changes: Partial<Prompt>) =>
  resolvePrompt(aPrompt(changes), { id: 'a-model', api: 'chat', parameters: { 'max-tokens': 100 } });
const settings = (before: Partial<Prompt>, after: Partial<Prompt>) =>
  diffPrompts(sent(before), sent(after)).settings.map(({ path, before, after }) => [path, before, after]);

describe('messages of two conversations', () => {
  it.each([
    ['equal ones', 's1 u1', 's1 u1', []],
    ['another text', 's1 u1', 's2 u1', ['changed 0 0']],
    ['one more, and the others go on', 's1 u1', 's1 u0 u1', ['added - 1']],
    ['one less', 's1 u1 a1 u2', 's1 u2', ['removed 1 -', 'removed 2 -']],
    ['one that went elsewhere', 's1 u1 a1', 'u1 a1 s1', ['moved 0 2']],
    ['another role for one text', 's1 u1', 'd1 u1', ['changed 0 0']],
    ['instructions with another text elsewhere', 's1 u1', 'u1 s2', ['changed 0 1']],
    ['by role within a gap', 's1 u1 a1 u9', 's1 a2 u2 u9', ['changed 2 1', 'changed 1 2']],
    ['the last turn, where examples came before it', 's1 u1', 's1 u2 a2 u3', ['added - 1', 'added - 2', 'changed 1 3']],
    ['no examples of two different gaps', 'u1 a1 u9', 'u9 u2', ['removed 0 -', 'removed 1 -', 'added - 1']],
  ])('%s', (_name, before, after, expected) => {
    expect(show(before, after)).toEqual(expected);
  });

  it('loses no message and takes none twice', () => {
    const words = fc.array(fc.constantFrom('s1', 's2', 'u1', 'u2', 'a1', 'd1'), { maxLength: 12 });
    fc.assert(
      fc.property(words, words, (left, right) => {
        const [before, after] = [conversation(left.join(' ')), conversation(right.join(' '))];
        const pairs = pairMessages(before, after);
        for (const side of ['base', 'candidate'] as const) {
          const places = pairs.flatMap((pair) => pair[side]?.place ?? []);
          expect(new Set(places).size).toBe(places.length);
        }
        const rest = (messages: readonly Message[], side: 'base' | 'candidate') =>
          messages.filter((_, place) => !pairs.some((pair) => pair[side]?.place === place));
        expect(rest(before, 'base')).toEqual(rest(after, 'candidate'));
        if (left.join() === right.join()) expect(pairs).toEqual([]);
      }),
    );
  });

  it('takes no long time for a thousand messages that all differ', () => {
    const many = (word: string) => conversation(Array.from({ length: 1000 }, (_, at) => `u${word}${at}`).join(' '));
    expect(pairMessages(many('x'), many('y'))).toHaveLength(1000);
  });
});

describe('values', () => {
  const lists: readonly (readonly [string, Json, Json, Json])[] = [
    ['equal ones', { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, []],
    ['the innermost member', { a: { b: 1, c: 2 } }, { a: { b: 1, c: 3 } }, [['v.a.c', 2, 3]]],
    ['a key that is no name', { 'a b': 1 }, {}, [['v["a b"]', 1, null]]],
    [
      'words of a list',
      ['x', 'y'],
      ['z', 'x'],
      [
        ['v[]', 'y', null],
        ['v[]', null, 'z'],
      ],
    ],
    ['the order of a list', ['x', 'y'], ['y', 'x'], [['v', ['x', 'y'], ['y', 'x']]]],
    ['items with members, by place', [{ a: 1 }, { a: 2 }], [{ a: 1 }], [['v[1]', { a: 2 }, null]]],
    ['another kind', { a: 1 }, [1], [['v', { a: 1 }, [1]]]],
    ['a key that every object has', { constructor: 1 }, {}, [['v.constructor', 1, null]]],
  ];
  it.each(lists)('%s', (_name, before, after, expected) => {
    const shown = diffValues('v', before, after).map((one) => [one.path, one.before ?? null, one.after ?? null]);
    expect(shown).toEqual(expected);
  });
});

describe('settings of two prompts', () => {
  it('are what is sent: a default of the config is left out where the file has its own', () => {
    expect(settings({}, { model: 'b', parameters: { temperature: 0, 'max-tokens': 5 } })).toEqual([
      ['model', 'a-model', 'b'],
      ['max-tokens', 100, 5],
      ['temperature', undefined, 0],
    ]);
  });

  it('name tools by name in either shape, and each argument that differs', () => {
    const tool = (name: string, type: string) => ({ name, parameters: { properties: { q: { type } } } });
    const before = { tools: [{ type: 'function', function: tool('search', 'string') }, { type: 'web_search' }] };
    const after = { tools: [tool('buy', 'string'), tool('search', 'number')] };
    expect(settings(before, after)).toEqual([
      ['tools.search.parameters.properties.q.type', 'string', 'number'],
      ['tools.web_search', { type: 'web_search' }, undefined],
      ['tools.buy', undefined, tool('buy', 'string')],
    ]);
  });

  it('tell the order of equal tools', () => {
    const [a, b] = [{ name: 'a' }, { name: 'b' }];
    expect(settings({ tools: [a, b] }, { tools: [b, a] })).toEqual([['order of the tools', 'a, b', 'b, a']]);
  });

  it('tell dialect, response format, retrieval and defaults', () => {
    const format = (values: readonly string[]) =>
      ({ type: 'json_schema', name: 'n', schema: { enum: values }, strict: null }) as const;
    const before = { responseFormat: format(['a']), retrieval: { k: 3 }, defaults: { tone: 'dry' } };
    const after = { responseFormat: format(['a', 'b']), retrieval: { k: 5 }, dialect: 'none' };
    expect(settings(before, after)).toEqual([
      ['template', 'mustache', 'none'],
      ['response-format.schema.enum[]', undefined, 'b'],
      ['retrieval.k', 3, 5],
      ['defaults', { tone: 'dry' }, undefined],
    ]);
  });

  it('are the files of an application', () => {
    const of = (hash: string) => ({ application: { sources: new Map([['src/a.py', hash]]), asked: new Map() } });
    expect(settings(of('1234567890'), of('abcdef0123'))).toEqual([['file src/a.py', 'blob 1234567', 'blob abcdef0']]);
  });
});
