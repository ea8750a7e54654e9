import { describe, expect, it } from '@jest/globals';
import type { Case } from '../../src/datasets/case.ts';
import { compareDatasets } from '../../src/datasets/changes.ts';
import { planCases } from '../../src/plan/plan-cases.ts';
import { aRow, someRows } from '../pipeline/story.ts';
import { aSuite, casesOf } from './builders.ts';

/** Both sides of a prompt that reads `input`, and on the candidate's side `reads` too. */
const planAll = (
  base: readonly object[] | null,
  candidate: readonly object[],
  { suite = aSuite(), reads = [] as string[], baseReads = ['input'] } = {},
) => {
  const rows: readonly Case[] | null = base && casesOf(base);
  const candidateReads = ['input', ...reads];
  const readers = { base: new Set(baseReads), candidate: new Set(candidateReads), metrics: () => ['expected'] };
  const changes = compareDatasets(rows ?? [], casesOf(candidate), readers);
  return planCases(
    { base: rows, candidate: changes.candidate, changes, baseReads, candidateReads, isApplication: false },
    suite,
  );
};
const plan = (...parts: Parameters<typeof planAll>) => planAll(...parts).cases;

describe('planCases', () => {
  it('keeps the order of the base and puts added rows last', () => {
    const rows = plan([aRow(2), aRow(1)], [aRow(9), aRow(1), aRow(2), aRow(8)]);
    expect(rows.map(({ id, added }) => [id, added])).toEqual([
      ['q-002', false],
      ['q-001', false],
      ['q-009', true],
      ['q-008', true],
    ]);
  });

  it('an edited row gates as the base has it, on both arms; the new version runs beside it', () => {
    const [row, beside] = plan([aRow(1)], [aRow(1, { input: 'new', expected: 'no' })]);
    expect(row).toMatchObject({ id: 'q-001', added: false });
    for (const side of [row?.base, row?.candidate, row?.scoring]) {
      expect(side?.variables).toMatchObject({ input: 'question q-001', expected: 'yes' });
    }
    expect(beside).toMatchObject({ id: 'q-001 (edited)', added: true, critical: false });
    for (const side of [beside?.base, beside?.candidate, beside?.scoring]) {
      expect(side?.variables).toMatchObject({ input: 'new', expected: 'no' });
    }
  });

  it('names an edited version so that it takes no row its id', () => {
    const other = aRow(2, { id: 'q-001 (edited)' });
    const ids = plan([aRow(1), other], [aRow(1, { input: 'new' }), other]).map(({ id }) => id);
    expect(ids).toEqual(['q-001', 'q-001 (edited)', 'q-001 (edited) (edited)']);
  });

  it('a removed row still gates, on both arms as the base has it', () => {
    const [row] = plan([aRow(1)], [aRow(2)]);
    expect(row).toMatchObject({ id: 'q-001', added: false });
    expect(row?.candidate).toEqual(row?.base);
  });

  it('a column that the base row lacks for the new prompt comes from the row of the same id, on both arms', () => {
    const [row] = plan([aRow(1)], [aRow(1, { input: 'edited too', tone: 'formal' })], { reads: ['tone'] });
    expect(row?.candidate.variables).toMatchObject({ input: 'question q-001', tone: 'formal' });
    expect(row?.base).toEqual(row?.candidate);
    expect(row?.scoring.variables).not.toHaveProperty('tone');
  });

  it('a renamed column keeps the value of the base, whatever the edited row says', () => {
    const rename = ({ input, ...row }: ReturnType<typeof aRow>) => ({ ...row, text: input });
    const edited = { ...rename(aRow(1)), text: 'edited', expected: 'no' };
    const [row] = plan([aRow(1), aRow(2)], [edited, rename(aRow(2))], { reads: ['text'] });
    expect(row?.candidate.variables.text).toBe('question q-001');
  });

  it('a removed row that the new prompt cannot be filled with is not asked', () => {
    const { cases, notAsked } = planAll([aRow(1), aRow(2)], [aRow(2, { tone: 'formal' })], { reads: ['tone'] });
    expect(notAsked).toEqual(['q-001']);
    expect(cases.map(({ id }) => id)).toEqual(['q-002']);
  });

  it('an added row runs on both arms, or on the candidate alone where main’s prompt cannot be filled with it', () => {
    const [, both] = plan([aRow(1)], [aRow(1), aRow(2)]);
    expect(both).toMatchObject({ id: 'q-002', added: true });
    expect(both?.base).toEqual(both?.candidate);
    const [, alone] = plan([aRow(1)], [aRow(1), aRow(2)], { baseReads: ['input', 'tone'] });
    expect(alone?.base).toBeNull();
  });

  it.each([
    ['critical on base only stays critical', { critical: true }, {}, true],
    ['critical on the candidate only is not', {}, { critical: true }, false],
  ])('%s', (_name, base, candidate, critical) => {
    expect(plan([aRow(1, base)], [aRow(1, candidate)])[0]?.critical).toBe(critical);
  });

  it('where the base has no such prompt, nothing is "added" and there is no base arm', () => {
    const rows = plan(null, someRows(3));
    expect(rows.map(({ added, base }) => [added, base])).toEqual(Array(3).fill([false, null]));
  });

  it('an empty base dataset is a base: its rows are added', () => {
    expect(plan([], someRows(2)).map((row) => row.added)).toEqual([true, true]);
  });

  it('gives each row its cluster, that of the base row, and names rows without one', () => {
    const suite = aSuite({ suite: '    cluster-by: thread' });
    const [row] = plan([aRow(1, { thread: 't1' })], [aRow(1, { thread: 't2' })], { suite });
    expect(row?.cluster).toBe('t1');
    expect(() => plan([aRow(1, { thread: 't1' }), aRow(2)], [aRow(1)], { suite })).toThrow(
      'evals/triage.jsonl:2:1 has no "thread"',
    );
  });
});
