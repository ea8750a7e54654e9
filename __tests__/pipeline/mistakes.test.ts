import { describe, expect, it } from '@jest/globals';
import { validateTree } from '../../src/pipeline/validate.ts';
import { createFakeWorld } from '../helpers/fake-ports.ts';
import { aChangedTree, aConfigFile, allRight, aPromptFile, aTree, jsonl, someRows, tell } from './story.ts';

const judged = (suite = '') =>
  aConfigFile({
    top: 'judge: { model: { id: judge-1 } }',
    suite: `${suite}\n    judges: [{ name: kind, type: checklist, rubric: evals/kind.md }]`,
    checks: '      - { name: shape, type: json-schema, schema: evals/shape.json }',
  }).replace('evals/triage.jsonl', 'evals/gone.jsonl');

async function validate(files: Parameters<typeof aTree>[0]) {
  const world = createFakeWorld(allRight);
  const { errors } = await validateTree(world.repository, world.repository.plant(aTree(files)), null);
  return errors.map(({ line, message }) => `${line} ${message}`);
}

describe('everything that is wrong is said in one run', () => {
  it.each([
    [
      'with the files that it names in vain, a config that cannot be used',
      judged('    sampels: 3'),
      [
        /^6 prompts\/\*\.prompt\.yml matches no prompt file\./,
        /^7 evals\/gone\.jsonl does not exist\./,
        /^8 unknown key "sampels"/,
        /^9 evals\/kind\.md does not exist\./,
        /^11 evals\/shape\.json does not exist\./,
      ],
    ],
    [
      'the glob, dataset, rubric and schema of a config that is right',
      judged(),
      [
        /^5 suite "triage" matches no prompt file/,
        /^7 dataset evals\/gone\.jsonl does not exist/,
        /^9 the judge "kind" names the rubric evals\/kind\.md, which does not exist/,
        /^11 the schema "evals\/shape\.json" of check "shape" does not exist/,
      ],
    ],
  ])('%s', async (_name, config, expected) => {
    const errors = await validate({ 'prompt-assay.yml': config, 'prompts/triage.prompt.yml': null });
    expect(errors).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
  });

  it('of the metrics of a prompt that can be read, too', async () => {
    const errors = await validate({
      'prompt-assay.yml': judged().replace('evals/gone.jsonl', 'evals/triage.jsonl'),
    });
    expect(errors).toHaveLength(2);
  });

  it('of a change whose suite would gate nothing', async () => {
    const candidate = aTree({ 'prompt-assay.yml': judged(), 'prompts/triage.prompt.yml': null });
    const { report } = await tell({ candidate });
    expect(report.verdict).toBe('invalid');
    expect(report.errors.map(({ message }) => message.split(' ')[0])).toEqual([
      'suite',
      'evals/gone.jsonl',
      'evals/kind.md',
      'evals/shape.json',
    ]);
  });

  it('says of each dataset that is no text what to run', async () => {
    const config = aConfigFile().replace('evals/triage.jsonl', '[evals/a.parquet, evals/b.jsonl.gz]');
    const errors = await validate({
      'prompt-assay.yml': config,
      'evals/a.parquet': 'PAR1\0\0',
      'evals/b.jsonl.gz': '\u001f\0',
    });
    expect(errors).toEqual(['null is Parquet, which is not read.', 'null is compressed, which is not read.']);
  });

  it('tells of a dataset that is not there, whatever its name', async () => {
    const config = aConfigFile().replace('evals/triage.jsonl', 'evals/a.parquet');
    const errors = await validate({ 'prompt-assay.yml': config });
    expect(errors).toEqual([expect.stringMatching(/dataset evals\/a\.parquet does not exist/)]);
  });

  it.each([
    [{ label: 'yes' }, 'label'],
    [{ gold: 'yes', output: 'no' }, 'gold'],
    [{ output: 'no', score: 0 }, 'output'],
  ])('names the column that was probably meant for the expected answer: %j', async (columns, near) => {
    const rows = jsonl(someRows(20).map(({ expected, ...row }) => ({ ...row, ...columns })));
    const { report } = await tell({
      base: aTree({ 'evals/triage.jsonl': rows }),
      candidate: aChangedTree({ 'evals/triage.jsonl': rows }),
    });
    expect(report.errors.map(({ message, hint }) => [message, hint])).toEqual([
      [
        '"expected" is missing (and in 19 more rows).',
        `Did you mean the column "${near}"? Add it: the check "label" uses it.`,
      ],
    ]);
  });

  it('names the column that was probably meant for the input', async () => {
    const rows = jsonl(someRows(20).map(({ input, ...row }) => ({ ...row, text: input })));
    const { repository } = createFakeWorld(allRight);
    const { errors } = await validateTree(repository, repository.plant(aTree({ 'evals/triage.jsonl': rows })), null);
    expect(errors).toMatchObject([
      { message: '{{input}} has no value.', hint: 'Did you mean "text"? Known: id, expected, text.' },
    ]);
  });

  it('tells a column that every row lacks once', async () => {
    const rows = jsonl(someRows(20).map(({ expected, ...row }) => row));
    const { report } = await tell({
      base: aTree({ 'evals/triage.jsonl': rows }),
      candidate: aChangedTree({ 'evals/triage.jsonl': rows }),
    });
    expect(report.errors).toMatchObject([
      {
        line: 1,
        message: '"expected" is missing (and in 19 more rows).',
        hint: 'Add it: the check "label" uses it. Known: id, input.',
      },
    ]);
    expect(report.title).toContain('"expected" is missing');
  });

  it('says that a path is relative to the config file', async () => {
    const world = createFakeWorld(allRight);
    const config = aConfigFile().replace('prompts/*', '../prompts/*');
    const tree = world.repository.plant({
      '.github/prompt-assay.yml': config,
      'prompts/triage.prompt.yml': aPromptFile('v1'),
    });
    const { errors } = await validateTree(world.repository, tree, null);
    expect(errors).toMatchObject([{ line: 7, hint: expect.stringContaining('relative to the config file') }]);
  });
});
