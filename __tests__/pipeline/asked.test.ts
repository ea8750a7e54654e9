import { describe, expect, it } from '@jest/globals';
import { noOtherRuns } from '../../src/conclude/other-runs.ts';
import type { EvaluateRequest } from '../../src/pipeline/evaluate-request.ts';
import { shortenKey } from '../../src/pipeline/recorded.ts';
import {
  aChangedTree,
  aConfigFile,
  answering,
  aPromptFile,
  aTree,
  jsonl,
  type Story,
  someRows,
  tell,
} from './story.ts';

const ask = async (story: Story = {}, request: Partial<EvaluateRequest> = {}) => {
  const { report } = await tell({ ...story, request: { askedBefore: [], ...request } });
  return report;
};
const path = 'evals/triage.jsonl';
const rowsOf = async (story: Story) => (await ask(story)).asked[0]?.rows;

describe('a question to the rows', () => {
  it('is a content that was judged, by each suite that was', async () => {
    const { asked } = await ask();
    expect(asked).toEqual([
      {
        ...{ suite: 'triage', verdict: 'pass', rows: expect.any(String), cases: 100, contents: 1 },
        ...{ byChance: expect.closeTo(0.05), everywhere: { questions: 1, pullRequests: 1, isWhole: true } },
      },
    ]);
    const failed = await ask({ script: answering((arm) => arm === 'base') });
    expect(failed).toMatchObject({ verdict: 'fail', asked: [{ verdict: 'fail', contents: 1 }] });
  });

  it.each<[string, Story, Partial<EvaluateRequest>]>([
    [
      'a run that could not be judged',
      { script: () => ({ status: 'unavailable', reason: 'down', kind: 'other' }) as never },
      {},
    ],
    ['one over a part of the cases', {}, { part: { kind: 'most', most: 30 }, askedBefore: null }],
    ['a suite that is new', { base: { 'README.md': 'none' } }, {}],
    ['rows that changed under the same prompt', { candidate: aTree({ [path]: jsonl(someRows(101)) }) }, {}],
    ['a change that touches nothing', { candidate: aTree({ 'README.md': 'more' }) }, {}],
    ['a dry run', {}, { dryRun: true }],
  ])('is none: %s', async (_what, story, request) => {
    expect((await ask(story, request)).asked).toEqual([]);
  });

  it('is to the rows of main, whatever their order and the checks, and to others where one changed', async () => {
    const rows = await rowsOf({});
    const reversed = jsonl([...someRows(100)].reverse());
    const checks = '      - { name: label, type: contains, expected: "{{ expected }}" }';
    const config = aConfigFile({ checks });
    const both = (files: Parameters<typeof aTree>[0]) => ({ base: aTree(files), candidate: aChangedTree(files) });
    expect(rows).toMatch(/^[0-9a-f]{16}$/);
    expect(await rowsOf(both({ [path]: reversed }))).toBe(rows);
    expect(await rowsOf(both({ 'prompt-assay.yml': config }))).toBe(rows);
    expect(await rowsOf({ candidate: aChangedTree({ [path]: jsonl(someRows(120)) }) })).toBe(rows);
    const answered = jsonl(someRows(100, (number) => (number === 3 ? { expected: 'no' } : {})));
    expect(await rowsOf(both({ [path]: answered }))).not.toBe(rows);
  });

  it('goes on from what was asked before, also under another name of the suite', async () => {
    const [own] = (await ask()).asked;
    const before = { suite: 'triage', rows: own?.rows ?? '', count: 5, contents: ['aaaaaa'] };
    const { asked, notes } = await ask({}, { askedBefore: [before] });
    expect(asked).toMatchObject([{ contents: 6, byChance: expect.closeTo(0.265, 3) }]);
    expect(notes[0]).toContain('has put 6 versions to the 100 cases of `triage`');
    expect(notes[0]).toContain('about 26 in 100');
    expect((await ask({}, { askedBefore: [{ ...before, suite: 'older' }] })).asked).toMatchObject([{ contents: 6 }]);
    expect((await ask({}, { askedBefore: [{ ...before, rows: 'other' }] })).asked).toMatchObject([{ contents: 1 }]);
  });

  it('is not told of rows with which nothing can pass, nor with a rate where none is tested', async () => {
    const few = (count: number) => {
      const files = { [path]: jsonl(someRows(count)) };
      return { base: aTree(files), candidate: aChangedTree(files) };
    };
    const again = async (count: number) => {
      const [own] = (await ask(few(count))).asked;
      const before = { suite: 'triage', rows: own?.rows ?? '', count: 5, contents: [] };
      return ask(few(count), { askedBefore: [before] });
    };
    const hopeless = await again(12);
    expect(hopeless).toMatchObject({ asked: [{ contents: 6, byChance: 0 }] });
    expect(hopeless.notes.join()).not.toContain('versions');
    const small = await again(6);
    expect(small).toMatchObject({ asked: [{ contents: 6, byChance: null }] });
    expect(small.notes[0]).toMatch(/6 versions to the 6 cases of `triage`: the more tries/);
  });
});

describe('what others asked', () => {
  it('is added up for the same rows; two suites over one file are one question of a pull request', async () => {
    const config = `${aConfigFile()}  - name: second
    prompts: prompts/*.prompt.yml
    dataset: evals/triage.jsonl
    checks:
      - { name: word, type: contains, expected: "{{ expected }}" }
`;
    const story = {
      base: aTree({ 'prompt-assay.yml': config }),
      candidate: aChangedTree({ 'prompt-assay.yml': config }),
    };
    const [own] = (await ask(story)).asked;
    const theirs = { suite: 'x', rows: own?.rows ?? '', count: 5, contents: [] };
    const readOthers = async () => ({
      ...noOtherRuns,
      asked: [[theirs, { ...theirs, suite: 'y', count: 2 }], [{ ...theirs, rows: 'others' }]],
      isWhole: false,
    });
    const { asked, notes } = await ask(story, { readOthers });
    const everywhere = { questions: 6, pullRequests: 2, isWhole: false };
    expect(asked).toMatchObject([
      { suite: 'triage', contents: 1, everywhere },
      { suite: 'second', contents: 1, everywhere },
    ]);
    const said = notes.filter((note) => note.includes('pull requests'));
    expect(said).toEqual([
      expect.stringContaining('`triage`, `second` were asked at least 6 times by 2 pull requests'),
    ]);
  });

  it('is not read where nobody counts', async () => {
    const readOthers = () => Promise.reject(new Error('read'));
    expect((await ask({}, { askedBefore: null, readOthers })).asked).toEqual([]);
  });
});

it('a verdict that stands says how often its rows were asked, and is no question', async () => {
  const { contentKeys } = await ask();
  const key = shortenKey(contentKeys.triage ?? '');
  const recorded = [
    { suite: 'triage', key, verdict: 'pass' as const, title: 'Well.', head: 'h', attempts: 1, grounds: [] },
  ];
  const askedBefore = [{ suite: 'triage', rows: 'r1', count: 7, contents: ['aaaaaa', key.slice(0, 6)] }];
  const report = await ask({}, { recorded, askedBefore });
  expect(report).toMatchObject({ title: 'Well.', asked: [{ contents: 7, everywhere: null }] });
  expect(report.notes.join()).toContain('has put 7 versions to the cases of `triage`');
  const again = await ask({}, { recorded, askedBefore, fresh: true });
  expect(again.asked).toHaveLength(1);
});

it('prompts with rows of their own are counted by those', async () => {
  const file = (text: string) => ({
    'p.prompt.yml': `${aPromptFile(text, 'p', 'model: some-model\n')}testData:\n${someRows(25)
      .map((row) => `  - ${JSON.stringify(row)}`)
      .join('\n')}\nevaluators:\n  - name: exact\n    string: { equals: "{{expected}}" }\n`,
  });
  const rows = await Promise.all([2, 3].map((to) => rowsOf({ base: file('v1'), candidate: file(`v${to}`) })));
  expect(rows[0]).toMatch(/^[0-9a-f]{16}$/);
  expect(rows[1]).toBe(rows[0]);
});
