import { describe, expect, it } from '@jest/globals';
import { planCases } from '../../src/plan/plan-cases.ts';
import { aRow, someRows } from '../pipeline/story.ts';
import { aSuite, casesOf } from './builders.ts';

const plan = (base: readonly object[] | null, candidate: readonly object[] | null, suite = aSuite()) =>
  planCases(base && casesOf(base), candidate && casesOf(candidate), suite);

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

  it('an edited row runs with its own row on each arm, and both are held to the base row', () => {
    const [row] = plan([aRow(1)], [aRow(1, { input: 'new', expected: 'no' })]);
    expect(row?.baseline?.variables.input).toBe('question q-001');
    expect(row?.candidate.variables.input).toBe('new');
    expect(row?.scoring.variables.expected).toBe('yes');
  });

  it('a removed row still runs, on both arms as the base has it', () => {
    const [row] = plan([aRow(1)], []);
    expect(row).toMatchObject({ id: 'q-001', added: false });
    expect(row?.candidate).toEqual(row?.baseline);
  });

  it('an added row runs on both arms', () => {
    const row = plan([aRow(1)], [aRow(1), aRow(2)])[1];
    expect(row).toMatchObject({ id: 'q-002', added: true });
    expect(row?.baseline).toEqual(row?.candidate);
  });

  it.each([
    ['critical on base only stays critical', { critical: true }, {}, true],
    ['critical on the candidate only is not', {}, { critical: true }, false],
  ])('%s', (_name, base, candidate, critical) => {
    expect(plan([aRow(1, base)], [aRow(1, candidate)])[0]?.critical).toBe(critical);
  });

  it('where the base has no such prompt, nothing is "added" and there is no base arm', () => {
    const rows = plan(null, someRows(3));
    expect(rows.map(({ added, baseline }) => [added, baseline])).toEqual(Array(3).fill([false, null]));
  });

  it('an empty base dataset is a base: its rows are added', () => {
    expect(plan([], someRows(2)).map((row) => row.added)).toEqual([true, true]);
  });

  it('gives each row its cluster, that of the base row, and names rows without one', () => {
    const suite = aSuite({ suite: '    cluster-by: thread' });
    const [row] = plan([aRow(1, { thread: 't1' })], [aRow(1, { thread: 't2' })], suite);
    expect(row?.cluster).toBe('t1');
    expect(() => plan([aRow(1, { thread: 't1' }), aRow(2)], null, suite)).toThrow(
      'evals/triage.jsonl:2:1 has no "thread"',
    );
  });
});
