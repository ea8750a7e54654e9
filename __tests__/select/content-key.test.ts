import { describe, expect, it } from '@jest/globals';
import type { FakeFiles } from '../helpers/fake-ports.ts';
import { createFakeWorld } from '../helpers/fake-ports.ts';
import { aChangedTree, aConfigFile, allRight, aTree, jsonl, someRows, tell } from '../pipeline/story.ts';

/** A tree as `aTree` makes it, on the base, the candidate or the deciding side. */
type Changes = Parameters<typeof aTree>[0];

const schema = (type: string) => JSON.stringify({ type });
const checks = '      - { name: shape, type: json-schema, schema: evals/shape.json, role: report }\n';
const common = {
  'prompt-assay.yml': aConfigFile({
    checks: `${checks}      - { name: label, type: equals, expected: "{{ expected }}" }`,
  }),
  'evals/shape.json': schema('string'),
};

/** The content key of one question; `deciding` is the tip of the base branch where it has moved on. */
async function keyOf(parts: { base?: Changes; candidate?: Changes; deciding?: Changes | null }): Promise<string> {
  const world = createFakeWorld(allRight);
  const base = aTree({ ...common, ...parts.base });
  const candidate: FakeFiles = aChangedTree({ ...common, ...parts.candidate });
  const decidingTree = world.repository.plant(parts.deciding ? aTree({ ...common, ...parts.deciding }) : base);
  const { report } = await tell({ world, base, candidate, request: { decidingTree, defaultTree: decidingTree } });
  const key = report.contentKeys.triage;
  if (key === undefined) throw new Error(`nothing was judged: ${report.title}`);
  return key;
}

const config = (text: string) => ({ 'prompt-assay.yml': text });
const written = common['prompt-assay.yml'];

describe('the content key of a suite', () => {
  it('is the same for the same question', async () => {
    expect(await keyOf({})).toBe(await keyOf({ deciding: {} }));
    expect(await keyOf({})).toBe(await keyOf({ base: { 'README.md': 'a' }, candidate: { 'README.md': 'b' } }));
    const moved = config(`# a comment\n\n${written}`);
    expect(await keyOf({})).toBe(await keyOf({ base: moved, candidate: moved }));
  });

  it('covers the rows of main on the candidate side although the config names another file there', async () => {
    const swapped = {
      ...config(written.replace('evals/triage.jsonl', 'evals/new.jsonl')),
      'evals/new.jsonl': jsonl(someRows(100)),
    };
    const push = (rows: number) => keyOf({ candidate: { ...swapped, 'evals/triage.jsonl': jsonl(someRows(rows)) } });
    expect(await push(100)).not.toBe(await push(99));
  });

  it.each([
    ['a schema that checks use', { deciding: { 'evals/shape.json': schema('number') } }],
    ['the gate', { deciding: config(written.replace('    checks:', '    gate: { margin: 0.2 }\n    checks:')) }],
    ['a check', { deciding: config(written.replace('type: equals', 'type: contains')) }],
    [
      'the endpoint',
      { deciding: config(written.replace('some-model }', 'some-model, base-url: "https://a.example/v1" }')) },
    ],
    [
      'the model of main',
      {
        base: config(written.replace('some-model', 'other')),
        deciding: config(written.replace('some-model', 'other')),
      },
    ],
    ['the rows of main', { base: { 'evals/triage.jsonl': jsonl(someRows(101)) } }],
    ['the rows of the candidate', { candidate: { 'evals/triage.jsonl': jsonl(someRows(101)) } }],
    [
      'the prompt of main',
      { base: { 'prompts/triage.prompt.yml': 'name: triage\nmessages: [{ role: user, content: "v0 {{input}}" }]\n' } },
    ],
  ])('covers %s', async (_what, change) => {
    expect(await keyOf(change)).not.toBe(await keyOf({}));
  });

  it('covers a column of rows in the config, also one that is called like a file position', async () => {
    const inline = (where: string) => {
      const rows = Array.from(
        { length: 12 },
        (_, at) => `        - { id: q-${at}, input: question q-${at}, expected: "yes", where: ${where} }`,
      );
      return config(written.replace('    dataset: evals/triage.jsonl', `    dataset:\n${rows.join('\n')}`));
    };
    const key = (where: string) => keyOf({ base: inline(where), candidate: inline(where) });
    expect(await key('here')).not.toBe(await key('there'));
  });
});
