import { describe, expect, it } from '@jest/globals';
import { renderResultFiles } from '../../src/conclude/result-files.ts';
import { fillTexts } from '../../src/report/page/browse/page-data.ts';
import { dataOf } from '../helpers/page.ts';
import {
  aChangedTree,
  aConfigFile,
  answering,
  aPromptFile,
  aRow,
  aTree,
  jsonl,
  numberOf,
  type Story,
  someRows,
  tell,
} from './story.ts';

async function pageOfRun(story: Story) {
  const { result } = await tell(story);
  const page = [
    ...((await renderResultFiles(result, { commentKey: 'k', record: null })).get('report.html') ?? ''),
  ].join('');
  return { page, result, data: page.includes('id="data"') ? fillTexts(dataOf(page)) : null };
}

describe('the page of a run', () => {
  const rows = someRows(100, (number) => ({ tags: number < 20 ? ['refund'] : [], critical: number === 15 }));
  const files = { 'evals/triage.jsonl': jsonl(rows) };
  const story: Story = {
    base: aTree(files),
    candidate: aChangedTree(files),
    script: answering((arm, number) => arm === 'base' || number >= 30),
  };

  it('has every case, those that got worse in the order of the report and then the others as in the dataset', async () => {
    const { data, result } = await pageOfRun(story);
    const ids = data?.cases.map(({ id }) => id) ?? [];
    expect(ids).toHaveLength(100);
    expect(ids.slice(0, 30)).toEqual(result.report.cases.map((entry) => entry.case));
    expect(ids.slice(30)).toEqual(rows.slice(30).map(({ id }) => id));
    expect(data?.cases.map(({ label }) => label)).toEqual([...Array(30).fill('worse'), ...Array(70).fill('same')]);
  });

  it('has of each the answers, scores, reasons, messages and the place of its row', async () => {
    const { data } = await pageOfRun(story);
    expect(data?.cases.find(({ id }) => id === 'q-014')).toEqual({
      of: 0,
      id: 'q-014',
      label: 'worse',
      position: 14,
      place: 'evals/triage.jsonl:15',
      tags: ['refund'],
      input: 'question q-014',
      expected: 'yes',
      metrics: [
        { at: 0, label: 'worse', drop: 1, scores: [[1], [0]], reasons: [null, expect.stringContaining('expected')] },
      ],
      sides: [
        { answers: 1, answer: { content: 'yes' }, messages: [['user', 'v1 question q-014']] },
        { answers: 1, answer: { content: 'no' }, messages: [['user', 'v2 question q-014']] },
      ],
    });
    expect(data?.cases.at(-1)).toMatchObject({ label: 'same', metrics: [{ scores: [[1], [1]], drop: 0 }] });
  });

  it('shows the one answer of a case whose request is the same, on both sides', async () => {
    const some = someRows(60, (number) => ({ tone: number < 40 ? ' politely' : '' }));
    const { data } = await pageOfRun({
      base: aTree({ 'evals/triage.jsonl': jsonl(some) }),
      candidate: aTree({ 'evals/triage.jsonl': jsonl(some), 'prompts/triage.prompt.yml': aPromptFile('v1{{tone}}') }),
    });
    expect(data?.cases).toHaveLength(60);
    const [, after] = data?.cases.find(({ id }) => id === 'q-050')?.sides ?? [];
    expect(after).toEqual({ answers: 1, answer: { content: 'yes' }, messages: [['user', 'v1 question q-050']] });
  });

  it('shows a failing answer beside a passing one where there are several', async () => {
    const suite = '    samples: 3\n';
    const several = { ...files, 'prompt-assay.yml': aConfigFile({ suite }) };
    const { data } = await pageOfRun({
      base: aTree(several),
      candidate: aChangedTree(several),
      script: answering((arm, number, sample) => arm === 'base' || number >= 30 || sample < 2),
    });
    const [, candidate] = data?.cases[0]?.sides ?? [];
    expect(candidate).toMatchObject({ answer: { content: 'no' } });
    expect(candidate?.answers).toBeGreaterThan(2);
  });

  it('has the cases of a new prompt and the rows that a change adds, which nothing is compared with', async () => {
    const added = [...rows, aRow(100)];
    const { data } = await pageOfRun({
      base: aTree(files),
      candidate: aChangedTree({
        'evals/triage.jsonl': jsonl(added),
        'prompts/other.prompt.yml': aPromptFile('other', 'other'),
      }),
    });
    const isNew = data?.cases.filter(({ label }) => label === 'new') ?? [];
    const names = data?.prompts.map(({ prompt }) => prompt) ?? [];
    expect(isNew.filter(({ of }) => names[of] === 'triage').map(({ id }) => id)).toEqual(['q-100']);
    expect(isNew.filter(({ of }) => names[of] === 'other').length).toBeGreaterThanOrEqual(100);
    const alone = isNew.filter(({ sides: [before, after] }) => before === null && after !== null);
    // A row that the change adds is asked of both versions, and gates nothing.
    expect(isNew.filter((entry) => !alone.includes(entry)).map(({ id }) => id)).toEqual(['q-100']);
  });

  it('says why an answer never came', async () => {
    const gone = { status: 'unavailable', reason: 'connection reset', latencyMs: 1, attempts: 1 } as const;
    const { data } = await pageOfRun({
      ...story,
      script: (call) => (call.arm === 'candidate' && numberOf(call) === 7 ? gone : 'yes'),
    });
    const entry = data?.cases.find(({ id }) => id === 'q-007');
    expect(entry?.label).toBe('unscored');
    expect(entry?.sides[1]).toMatchObject({ fault: expect.stringContaining('connection reset') });
  });

  it.each(['none', 'redacted'])('holds no text of a row where examples are %s', async (examples) => {
    const quiet = { ...files, 'prompt-assay.yml': aConfigFile({ top: `report: { examples: ${examples} }` }) };
    const { page, data } = await pageOfRun({ ...story, base: aTree(quiet), candidate: aChangedTree(quiet) });
    expect(data?.cases.length ?? 0).toBe(examples === 'none' ? 0 : 100);
    expect(page).not.toMatch(/question q-|"refund"|is "no"/);
  });

  it('has no cases where nothing ran', async () => {
    const { data } = await pageOfRun({ ...story, request: { dryRun: true } });
    expect(data).toBeNull();
  });
});

describe('how scores changed', () => {
  it('is drawn of graded metrics alone', async () => {
    const checks = `      - { name: label, type: equals, expected: "{{ expected }}" }
      - { name: near, type: levenshtein, expected: "{{ expected }}" }`;
    const files = { 'prompt-assay.yml': aConfigFile({ checks }) };
    const { page } = await pageOfRun({
      base: aTree(files),
      candidate: aChangedTree(files),
      script: (call) => (call.arm === 'candidate' && numberOf(call) < 40 ? 'yesterday' : 'yes'),
    });
    expect(page.match(/<figure>/g)).toHaveLength(1);
    expect(page).toContain(
      '<figcaption><b>near</b>: how the score of each case changed. 40 cases lower, 60 cases about the same, 0 higher.',
    );
  });
});

describe('the page of two prompts of one suite', () => {
  it('says of each case what its own prompt did', async () => {
    const more = { 'prompts/other.prompt.yml': aPromptFile('v1 other', 'other') };
    const { data } = await pageOfRun({
      base: aTree(more),
      candidate: aChangedTree({ 'prompts/other.prompt.yml': aPromptFile('v2 other', 'other') }),
      script: (call) => (call.arm === 'candidate' && /other/.test(JSON.stringify(call.request)) ? 'no' : 'yes'),
    });
    const told = (prompt: string) =>
      new Set(
        data?.cases
          .filter(({ of }) => data.prompts[of]?.prompt === prompt)
          .flatMap(({ metrics }) => metrics.map(({ label }) => label)),
      );
    expect(told('triage')).toEqual(new Set(['same']));
    expect(told('other').has('same')).toBe(false);
  });
});
