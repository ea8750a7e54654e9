import { describe, expect, it } from '@jest/globals';
import type { Metric } from '../../src/plan/metric.ts';
import type { PromptPlan } from '../../src/plan/suite-plan.ts';
import { readArm, scoresOf } from '../../src/scores/read.ts';
import {
  aChangedTree,
  aConfigFile,
  allRight,
  answering,
  aPromptFile,
  aTree,
  jsonl,
  type StoryRow,
  someRows,
  tell,
} from './story.ts';

const rows = someRows(40);
const prompt = (text: string) => `name: triage\nmessages:\n  - role: user\n    content: "${text}"\n`;
const withRows = (changed: readonly object[]) => ({ 'evals/triage.jsonl': jsonl(changed) });
const base = aTree(withRows(rows));
const edit = (count: number, change: (row: StoryRow) => object) =>
  rows.map((row, index) => (index < count ? { ...row, ...change(row) } : row));

describe('ordinary changes of rows stay green', () => {
  it.each([
    ['a new variable with its column', prompt('v2 {{input}} {{tone}}'), rows.map((row) => ({ ...row, tone: 'kind' }))],
    ['a renamed column', prompt('v2 {{text}}'), rows.map(({ input, ...row }) => ({ ...row, text: input }))],
    ['a column of notes', aPromptFile('v2'), rows.map((row) => ({ ...row, notes: 'seen' }))],
    ['a mended typo', aPromptFile('v2'), edit(1, ({ input }) => ({ input: `${input}, please` }))],
    ['another order', aPromptFile('v2'), rows.toReversed()],
    ['a new row', aPromptFile('v2'), someRows(41)],
  ])('%s', async (_name, text, changed) => {
    const { report } = await tell({
      base,
      candidate: aTree({ 'prompts/triage.prompt.yml': text, ...withRows(changed) }),
    });
    expect(report).toMatchObject({ verdict: 'pass', green: true, grounds: [], errors: [] });
    expect(report.title).toBe('No regression larger than 10 points.');
    expect(report.metrics[0]).toMatchObject({ cases: 40, same: 40 });
  });

  it('says which columns a prompt newly reads', async () => {
    const { report } = await tell({
      base,
      candidate: aTree({
        'prompts/triage.prompt.yml': prompt('v2 {{input}} {{tone}}'),
        ...withRows(rows.map((row) => ({ ...row, tone: 'kind' }))),
      }),
    });
    expect(report.notices).toEqual(['The prompt `triage` newly reads "tone" of the dataset.']);
  });

  it('a regression with a renamed column is proven all the same', async () => {
    const { report } = await tell({
      base,
      candidate: aTree({
        'prompts/triage.prompt.yml': prompt('v2 {{text}}'),
        ...withRows(rows.map(({ input, ...row }) => ({ ...row, text: input }))),
      }),
      script: answering((arm, number) => arm === 'base' || number >= 20),
    });
    expect(report).toMatchObject({ verdict: 'fail' });
    expect(report.metrics[0]).toMatchObject({ worse: 20 });
  });
});

describe('the rows of a dataset', () => {
  it.each([
    ['that both sides have alike are read once', {}, 1],
    ['that a change edits are read for each side', withRows(edit(1, () => ({ input: 'question q-900' }))), 2],
  ])('%s', async (_name, files, reads) => {
    const candidate = aChangedTree({ ...withRows(rows), ...files });
    const { world } = await tell({ base, candidate });
    const { plant, blobReads } = world.repository;
    const hashes = [base, candidate].map((tree) => plant(tree).entries.get('evals/triage.jsonl')?.hash);
    expect(blobReads.flat().filter((hash) => hashes.includes(hash))).toHaveLength(reads);
  });
});

describe('what gates is the row of the base', () => {
  it('inputs that a change edits to hold the answer help it nowhere', async () => {
    const changed = edit(4, () => ({ input: 'question q-900, and the answer is yes' }));
    const script = answering((arm, number) => arm === 'base' || number > 20);
    const { report } = await tell({ base, candidate: aChangedTree(withRows(changed)), script });
    expect(report).toMatchObject({ verdict: 'fail', green: false });
    expect(report.metrics[0]).toMatchObject({ cases: 40, worse: 21 });
    expect(report.suites[0]?.editedCases).toHaveLength(4);
  });

  it('the new version of an edited row runs beside it, and is written down', async () => {
    const changed = edit(1, () => ({ input: 'question q-900' }));
    const { result } = await tell({ base, candidate: aChangedTree(withRows(changed)) });
    const prompt = result.plans[0]?.prompts[0] as PromptPlan;
    const [label] = prompt.metrics as [Metric];
    const said = ['base', 'candidate'].map((arm) =>
      scoresOf(readArm(result.ledger, prompt, arm), label, 'q-000 (edited)'),
    );
    expect(said).toEqual([[1], [1]]);
  });

  it('a threshold looks at the rows of the base', async () => {
    const files = {
      'prompt-assay.yml': aConfigFile({
        checks: '      - { name: label, type: equals, expected: "{{ expected }}", min-score: 0.95 }',
      }),
    };
    const changed = [...rows, ...someRows(100).slice(60)];
    const script = answering((_arm, number) => number >= 4);
    const { report } = await tell({
      base: aTree({ ...files, ...withRows(rows) }),
      candidate: aChangedTree({ ...files, ...withRows(changed) }),
      script,
    });
    expect(report).toMatchObject({ verdict: 'fail', title: expect.stringContaining('the mean 90 % is below') });
  });
});

describe('rows may not go in silence', () => {
  const critical = someRows(40, (number) => (number < 5 ? { critical: true } : {}));
  const criticalBase = aTree(withRows(critical));
  const inline = (kept: readonly StoryRow[]) =>
    aConfigFile().replace(
      'dataset: evals/triage.jsonl',
      `dataset:\n${kept.map((row) => `      - ${JSON.stringify(row)}`).join('\n')}`,
    );

  it.each([
    ['from the file', withRows(rows.slice(8))],
    [
      'by a config that points to a shorter file',
      {
        'prompt-assay.yml': aConfigFile().replace('evals/triage.jsonl', 'evals/short.jsonl'),
        'evals/short.jsonl': jsonl(rows.slice(30)),
      },
    ],
    ['by a config that holds fewer rows itself', { 'prompt-assay.yml': inline(rows.slice(30)) }],
  ])('%s', async (_name, files) => {
    const { report } = await tell({ base, candidate: aChangedTree({ ...withRows(rows), ...files }) });
    expect(report).toMatchObject({ verdict: 'fail', green: false, title: 'The dataset changed; accept it.' });
    expect(report.grounds).toMatchObject([
      { kind: 'rows', verdict: 'fail', suite: 'triage', prompt: null, subject: null },
    ]);
    expect(report.metrics[0]).toMatchObject({ verdict: 'pass', cases: 40 });
  });

  it('least of all critical ones, by whatever way', async () => {
    const { report } = await tell({
      base: criticalBase,
      candidate: aChangedTree({ ...withRows(critical), 'prompt-assay.yml': inline(critical.slice(5)) }),
    });
    expect(report.verdict).toBe('fail');
    expect(report.reasons.join()).toContain('critical: q-000, q-001, q-002, q-003, q-004');
  });

  it('a dataset that moved whole is no change', async () => {
    const { report } = await tell({
      base,
      candidate: aChangedTree({
        'evals/triage.jsonl': null,
        'evals/moved.jsonl': jsonl(rows),
        'prompt-assay.yml': aConfigFile().replace('evals/triage.jsonl', 'evals/moved.jsonl'),
      }),
    });
    expect(report).toMatchObject({ verdict: 'pass', errors: [] });
    expect(report.suites[0]).toMatchObject({ addedCases: [], removedCases: [], editedCases: [] });
  });

  it('a removed row that the new prompt cannot be asked about is named', async () => {
    const { report } = await tell({
      base,
      candidate: aTree({
        'prompts/triage.prompt.yml': prompt('v2 {{input}} {{tone}}'),
        ...withRows(rows.slice(1).map((row) => ({ ...row, tone: 'kind' }))),
      }),
    });
    expect(report.verdict).toBe('pass');
    expect(report.notices.join()).toContain('Not asked of the prompt `triage`');
    expect(report.notices.join()).toContain('"q-000"');
  });
});

describe('the answers are not for the prompt to read', () => {
  const inputs = { 'prompt-assay.yml': aConfigFile({ suite: '    inputs: [expected]' }) };
  const reading = { 'prompts/triage.prompt.yml': prompt('v2 {{input}} Reply with: {{expected}}') };

  it('a prompt that newly reads what a check compares with needs accept', async () => {
    const { report } = await tell({ base, candidate: aTree({ ...withRows(rows), ...reading }), script: allRight });
    expect(report).toMatchObject({ verdict: 'fail', title: 'The prompt reads the answers in "expected"; accept it.' });
    expect(report.grounds).toMatchObject([
      { kind: 'answer-key', verdict: 'fail', suite: 'triage', prompt: 'triage', subject: 'expected' },
    ]);
  });

  it.each([
    ['unless the base lists it as an input', inputs, {}],
    ['unless main read it before', {}, { 'prompts/triage.prompt.yml': prompt('v1 {{input}} {{expected}}') }],
  ])('%s', async (_name, files, more) => {
    const { report } = await tell({
      base: aTree({ ...withRows(rows), ...files, ...more }),
      candidate: aTree({ ...withRows(rows), ...files, ...reading }),
    });
    expect(report).toMatchObject({ verdict: 'pass', grounds: [] });
  });

  it('nor may the change list it for itself', async () => {
    const { report } = await tell({ base, candidate: aTree({ ...withRows(rows), ...inputs, ...reading }) });
    expect(report.grounds.map(({ kind }) => kind)).toEqual(['answer-key']);
  });

  it.each<[string, (expected: string) => unknown]>([
    ['answer', (expected) => expected],
    ['outputs', (expected) => ({ label: expected })],
    ['ideal', (expected) => [expected, 'aye']],
    ['response', (expected) => expected],
    ['expectations', (expected) => ({ expected_response: expected, guidelines: 'Be kind.' })],
  ])('nor under the name that the file gave it: %s', async (name, write) => {
    const aliased = rows.map(({ expected, ...row }) => ({ ...row, [name]: write(expected) }));
    const { report } = await tell({
      base: aTree(withRows(aliased)),
      candidate: aTree({ ...withRows(aliased), 'prompts/triage.prompt.yml': prompt(`v2 {{input}} {{${name}}}`) }),
    });
    expect(report.grounds.map(({ subject }) => subject)).toEqual([name]);
  });

  it.each([
    ['equal to the answer', () => 'Yes', true],
    ['around the answer', () => 'yes, sir', true],
    ['much longer than the answer', () => 'yes, but only where the customer asked for it', false],
    ['with the answer inside a word', () => 'yesterday', false],
    ['for less than half of the rows', ({ id }: StoryRow) => (id < 'q-015' ? 'yes' : 'other'), false],
  ])('a new column: %s', async (_name, hint, isKey) => {
    const { report } = await tell({
      base,
      candidate: aTree({
        ...withRows(rows.map((row) => ({ ...row, hint: hint(row) }))),
        'prompts/triage.prompt.yml': prompt('v2 {{input}} {{hint}}'),
      }),
    });
    expect(report.grounds.map(({ kind }) => kind)).toEqual(isKey ? ['answer-key'] : []);
  });
});
