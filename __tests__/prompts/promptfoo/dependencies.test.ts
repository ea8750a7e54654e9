import { describe, expect, it } from '@jest/globals';
import { findDependencies } from '../../../src/prompts/dependencies.ts';
import { promptfoo } from '../../../src/prompts/promptfoo/config.ts';
import { followDependencies } from '../../../src/read/read-included.ts';
import { buildMatcher } from '../../../src/select/globs.ts';
import type { Files } from './read-config.ts';

const path = 'evals/promptfooconfig.yaml';
const text = `prompts: [file://p/*.txt, plain text, q.txt]
providers: [{id: openai:m, config: {tools: file://tools.yaml}}]
defaultTest: file://default.yaml
tests:
  - file://t.csv
  - vars: {x: file://x.txt, y: z.txt, z: file://a.js}
    assert: [{type: is-json, value: file://s.json}]
`;
const others: Files = {
  'evals/p/a.txt': 'A',
  'evals/p/b.txt': 'file://not-read.txt',
  'evals/q.txt': 'Q',
  'evals/tools.yaml': '[]',
  'evals/default.yaml': 'vars: {d: file://d/d.txt}',
  'evals/d/d.txt': 'D',
  'evals/t.csv': 'x\nfile://c.txt\n',
  'evals/c.txt': 'C',
  'evals/x.txt': 'X',
  'evals/s.json': '{"x": [{% broken %}]}',
  'evals/other.txt': 'nobody reads this',
};
const read = Object.keys(others).filter((one) => one !== 'evals/other.txt');

describe('the files of a promptfoo config', () => {
  it('are followed through those that name others, all relative to the config', async () => {
    const included = await followDependencies([{ path, text }], async (asked) => {
      const matches = asked.map((one) => (one.isGlob ? buildMatcher([one.path]) : (name: string) => name === one.path));
      const found = Object.entries(others).filter(([name]) => matches.some((test) => test(name)));
      return new Map(found.map(([name, content]) => [name, { path: name, text: content }]));
    });
    expect([...included.keys()].sort()).toEqual([...read].sort());
    const { paths, problems } = findDependencies(promptfoo, { path, text }, included);
    expect([...paths].sort()).toEqual([...read].sort());
    expect(problems).toEqual([]);
  });

  it('are told where they are missing, in the file that names them', () => {
    const known = new Map([['evals/default.yaml', { path: 'evals/default.yaml', text: 'vars:\n  d: file://d.txt' }]]);
    const { problems } = findDependencies(
      promptfoo,
      { path, text: 'defaultTest: file://default.yaml\ntests: []\nprompts: [p/*.txt]' },
      known,
    );
    expect(problems).toEqual([
      expect.objectContaining({
        path: 'evals/default.yaml',
        line: 2,
        message: 'reads "evals/d.txt", which does not exist.',
      }),
      expect.objectContaining({ path, line: 3, message: 'reads "evals/p/*.txt", which matches no file.' }),
    ]);
  });
});

describe('a promptfoo config', () => {
  it('is known by its name or its content', () => {
    expect(
      ['promptfooconfig.yaml', 'a/promptfooconfig.eu.yml', 'promptfooconfig.json'].map(promptfoo.recognisesPath),
    ).toEqual([true, true, true]);
    expect(promptfoo.recognisesPath('a.promptfooconfig.yaml')).toBe(false);
    const knows = (name: string, content: string) => promptfoo.recognises(name, content);
    expect(knows('e.yaml', 'tests: []\nprompts: []')).toBe(true);
    expect(knows('e.json', '{"prompts": [],\n "providers": []}')).toBe(true);
    expect(knows('e.yaml', 'prompts: []')).toBe(false);
    expect(knows('e.txt', 'tests: []\nprompts: []')).toBe(false);
  });
});
