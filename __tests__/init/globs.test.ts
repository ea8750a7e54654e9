import { describe, expect, it } from '@jest/globals';
import { joinGlobs } from '../../src/init/globs.ts';
import { describePrompt, type Survey } from '../../src/init/survey.ts';
import { parsePrompts } from '../../src/prompts/formats.ts';
import type { Prompt } from '../../src/prompts/prompt.ts';
import { buildChooser } from '../../src/select/globs.ts';

/** Prompts by address; what stands behind a `#` is their name in a file of several. */
function build(addresses: readonly string[]): readonly Prompt[] {
  return addresses.flatMap((address) => {
    const [path = '', key = null] = address.split('#');
    return parsePrompts({ path: 'a.md', text: 'x' }).map((prompt) => ({ ...prompt, path, key }));
  });
}

function join(own: readonly string[], others: readonly string[] = []): readonly string[] {
  const [mine, foreign] = [build(own), build(others)];
  const all = [...mine, ...foreign];
  const paths = new Set(all.map(({ path }) => path));
  const survey: Survey = {
    prompts: all.map(describePrompt),
    ...{ rows: [], unread: [], code: [], config: null, workflow: null, paths, leftOut: 0 },
  };
  const globs = joinGlobs(mine, survey);
  expect(mine.filter((prompt) => !buildChooser(globs)(prompt))).toEqual([]);
  return globs;
}

describe('globs of prompts', () => {
  const four = ['p/a.md', 'p/b.md', 'p/c.md', 'p/d.md'];

  it.each([
    ['few files by their names', ['p/a.md', 'p/b.md'], [], ['p/a.md', 'p/b.md']],
    ['many of one folder and ending by a wildcard', four, ['p/a.txt', 'q/a.md'], ['p/*.md']],
    ['many of which one is not meant by their names', four, ['p/e.md'], four],
    ['signs of globs as text', ['p/[a]*.md'], [], ['p/\\[a\\]\\*.md']],
    ['some prompts of a file by their names', ['p.yaml#a', 'p.yaml#b*'], ['p.yaml#c'], ['p.yaml#a', 'p.yaml#b\\*']],
    ['all prompts of a file', ['p.yaml#a', 'p.yaml#b'], ['q.yaml#a'], ['p.yaml#*']],
    ['a name that no glob can ask for', ['p.yaml#a/b'], ['p.yaml#c'], ['p.yaml#*']],
  ])('%s', (_name, own, others, globs) => {
    expect(join(own, others)).toEqual(globs);
  });
});
