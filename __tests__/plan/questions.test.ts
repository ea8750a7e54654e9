import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countQuestions } from '../../src/gate/first-round.ts';
import { listKeys } from '../../src/plan/draws.ts';
import { joinClusters } from '../../src/plan/questions.ts';
import { countReach, listUnreached } from '../../src/plan/reach.ts';
import { listFirstRound } from '../../src/plan/rounds.ts';
import type { PromptPlan, SuitePlan } from '../../src/plan/suite-plan.ts';
import { aRow, type StoryRow, someRows } from '../pipeline/story.ts';
import { aPlan, aSelection, aSide, aSuite } from './builders.ts';

const row = (cluster: string | null, question: string | null) => ({ cluster, question });

/** The draws of the first round in one arm. */
function wantFirstRound(plan: SuitePlan, arm: 'base' | 'candidate') {
  return [...listKeys(listFirstRound([plan], 'fresh'))].filter((key) => key.arm === arm);
}

describe('joinClusters', () => {
  it.each([
    ['rows that share nothing are alone', [row(null, null), row(null, null)], [null, null]],
    ['equal questions', [row(null, 'q'), row(null, null), row(null, 'q')], ['q', null, 'q']],
    ['equal clusters', [row('b', null), row('a', null), row('b', null)], ['b', 'a', 'b']],
    [
      'a question that spans two clusters makes one of them, and of whatever is in either',
      [row('b', null), row('b', 'q'), row('a', 'q'), row('a', null), row('c', null)],
      ['a', 'a', 'a', 'a', 'c'],
    ],
    [
      'a chain of questions and clusters',
      [row('d', 'p'), row('c', 'p'), row('c', 'q'), row('b', 'q'), row('a', 'r'), row('x', 'r')],
      ['b', 'b', 'b', 'b', 'a', 'a'],
    ],
  ])('%s', (_name, rows, expected) => {
    expect(joinClusters(rows)).toEqual(expected);
  });

  it('two rows have one key exactly where a path of shared clusters and questions leads from one to the other', () => {
    const value = (letters: string) => fc.option(fc.constantFrom(...letters.split('')), { nil: null });
    fc.assert(
      fc.property(
        fc.array(fc.record({ cluster: value('abcd'), question: value('pqrs') }), { maxLength: 9 }),
        (rows) => {
          const keys = joinClusters(rows);
          const reaches = rows.map((_, index) => new Set([index]));
          for (let round = 0; round < rows.length; round += 1) {
            for (const reached of reaches) {
              for (const from of [...reached]) {
                rows.forEach(({ cluster, question }, to) => {
                  const near = rows[from];
                  if (cluster !== null && cluster === near?.cluster) reached.add(to);
                  if (question !== null && question === near?.question) reached.add(to);
                });
              }
            }
          }
          rows.forEach((_, one) => {
            rows.forEach((__, other) => {
              if (one === other) return;
              const isShared = keys[one] !== null && keys[one] === keys[other];
              expect(isShared).toBe(reaches[one]?.has(other) === true);
            });
          });
        },
      ),
    );
  });
});

/** Rows of which each has a column that only some prompts read. */
const repeated = (copies: readonly string[]): readonly StoryRow[] =>
  copies.map((input, number) => aRow(number, { input, note: `note ${number}` }));

const promptOf = (plan: SuitePlan) => plan.prompts[0] as PromptPlan;

describe('a plan', () => {
  const rows = repeated(['a', 'a', 'b', 'c', 'a']);

  it('gives cases of one base request a question and a cluster, and the others none', () => {
    const plan = aPlan({ base: aSide('v1', rows), candidate: aSide('v2', rows) });
    const { cases } = promptOf(plan);
    const [first] = cases;
    expect(first?.question).toMatch(/^[0-9a-f]{12}$/);
    const shared = first?.question;
    expect(cases.map(({ question }) => question)).toEqual([shared, shared, null, null, shared]);
    expect(cases.map(({ cluster }) => cluster)).toEqual([shared, shared, null, null, shared]);
    expect(countQuestions(cases)).toBe(3);
  });

  it('a row that the base side sends otherwise is a question of its own, whatever the candidate sends', () => {
    const plan = aPlan({ base: aSide('v1 {{note}}', rows), candidate: aSide('v2', rows) });
    expect(promptOf(plan).cases.every(({ question, cluster }) => question === null && cluster === null)).toBe(true);
  });

  it('added rows and prompts that are not compared have no question', () => {
    const added = aPlan({ base: aSide('v1', rows.slice(1, 4)), candidate: aSide('v2', rows) });
    expect(promptOf(added).cases.map(({ question }) => question)).toEqual([null, null, null, null, null]);
    const unchanged = aPlan({ base: aSide('v1', rows), candidate: aSide('v1', rows) });
    expect(promptOf(unchanged).cases.every(({ question, isSame }) => question === null && !isSame)).toBe(true);
  });

  it.each([
    ['five cases of one question', ['a', 'a', 'a', 'a', 'a'], [1, 1, 1, 1, 1]],
    ['two of one', ['a', 'a'], [3, 2]],
    ['seven of one', Array<string>(7).fill('a'), [1, 1, 1, 1, 1, 1, 1]],
    ['questions of their own', ['a', 'b', 'b'], [5, 3, 2]],
  ])('a small set draws each question five times an arm: %s', (_name, inputs, expected) => {
    const plan = aPlan({ base: aSide('v1', repeated(inputs)), candidate: aSide('v2', repeated(inputs)) });
    for (const arm of ['base', 'candidate'] as const) {
      const wanted = wantFirstRound(plan, arm);
      expect(promptOf(plan).cases.map(({ id }) => wanted.filter((one) => one.case === id).length)).toEqual(expected);
    }
  });

  it('many rows that ask few questions are a small set', () => {
    const copies = repeated(Array.from({ length: 40 }, (_, number) => `input ${number % 9}`));
    const plan = aPlan({ base: aSide('v1', copies), candidate: aSide('v2', copies) });
    expect(wantFirstRound(plan, 'candidate')).toHaveLength(9 * 5);
    const ten = repeated(Array.from({ length: 40 }, (_, number) => `input ${number % 10}`));
    const large = aPlan({ base: aSide('v1', ten), candidate: aSide('v2', ten) });
    expect(wantFirstRound(large, 'candidate')).toHaveLength(40);
  });

  it('a case whose request is the same on both sides is drawn once, as the base’s, whatever samples says', () => {
    const mixed = someRows(16, (number) => ({ tone: number < 4 ? '' : 'politely', critical: number === 0 }));
    const plan = aPlan({
      base: aSide('v1', mixed),
      candidate: aSide('v1{{tone}}', mixed),
      selection: aSelection({ suite: aSuite({ suite: '    samples: 2' }) }),
    });
    expect(promptOf(plan).cases.map(({ isSame }) => isSame)).toEqual(mixed.map((_, number) => number < 4));
    expect(wantFirstRound(plan, 'base')).toHaveLength(4 + 12 * 2);
    expect(wantFirstRound(plan, 'candidate')).toHaveLength(12 * 2);
    expect(countReach(promptOf(plan))).toEqual({ reached: 12, cases: 16 });
    expect(listUnreached(plan)).toEqual([]);
  });
});

describe('a change that reaches no request', () => {
  const talks = someRows(12, () => ({ name: 'Bob', messages: [{ role: 'user', content: 'hello' }] }));
  const listOf = (before: string, after: string, rows: readonly StoryRow[]) =>
    listUnreached(aPlan({ base: aSide(before, rows), candidate: aSide(after, rows) })).map(({ isLost }) => isLost);

  it('is lost where text that only one side has is in no request', () => {
    expect(listOf('v1', 'v2', talks)).toEqual([true]);
    expect(listOf('v1', 'v1 and more', talks)).toEqual([true]);
  });

  it('is the same where all that differs is there, or is white space, a comment or a placeholder', () => {
    const named = someRows(12, () => ({ name: 'Bob' }));
    expect(listOf('Dear Bob,', 'Dear {{name}},', named)).toEqual([false]);
    expect(listOf('hello', 'hello {{name}}', talks)).toEqual([false]);
    expect(listOf('hello', 'hel lo <!-- a note -->', talks)).toEqual([false]);
  });

  it('draws nothing', () => {
    const plan = aPlan({ base: aSide('v1', talks), candidate: aSide('v2', talks) });
    expect([...wantFirstRound(plan, 'base'), ...wantFirstRound(plan, 'candidate')]).toEqual([]);
  });
});
