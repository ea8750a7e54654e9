import { describe, expect, it } from '@jest/globals';
import { renderProse } from '../../src/report/escape.ts';
import type { CauseReport } from '../../src/report/metric-report.ts';
import { describeCauses, describeReportCauses } from '../../src/report/words/cause.ts';
import { aMetric } from '../helpers/builders.ts';

type What = CauseReport['what'];
const answer: What = { kind: 'answer', from: 'refund', to: 'billing' };
const reason = (text: string): What => ({ kind: 'reason', reason: text });
const say = (causes: readonly (readonly [number, number, What])[], pattern: string | null = null) =>
  describeCauses(aMetric({ causes: causes.map(([cases, of, what]) => ({ cases, of, what })), pattern }));

describe('a cause in words', () => {
  it.each<readonly [string, string | null]>([
    ['13 of 15 broken cases: `refund` → `billing`', say([[13, 15, answer]])],
    ['all 15 broken cases: `refund` → `billing`', say([[15, 15, answer]])],
    ['both broken cases: `refund` → an empty text', say([[2, 2, { ...answer, to: ' ' }]])],
    ['16 of 24 broken cases: `K-9356` whatever was expected', say([[16, 24, { ...answer, from: null, to: 'K-9356' }]])],
    ['20 of 22 broken cases: the answer is a refusal', say([[20, 22, { kind: 'refused' }]])],
    ['all 1,200 broken cases: no answer came', say([[1200, 1200, { kind: 'missing' }]])],
    [
      'all 41 broken cases: required property `item` is missing',
      say([[41, 41, reason("the output must have required property 'item'")]]),
    ],
    [
      'all 41 broken cases: required property `item` is missing at `/items/…`',
      say([[41, 41, reason("/items/… must have required property 'item'")]]),
    ],
    ['3 of 9 broken cases: `/total` is not in the output', say([[3, 9, reason('/total is not in the output')]])],
    [
      '9 of 15 broken cases: `refund` → `billing`; 4: the answer is empty',
      say([
        [9, 15, answer],
        [4, 15, { kind: 'empty' }],
      ]),
    ],
  ])('%s', (text, said) => {
    expect(said).toBe(text);
  });

  it('is nothing where there is none', () => {
    expect(say([])).toBeNull();
  });

  it('has the pattern in it where that adds something, and no count twice', () => {
    const tagged = (cases: number, of: number, tag = 'gold') => `${cases} of the ${of} are tagged "${tag}"`;
    expect(say([], tagged(11, 17))).toBe('11 of 17 broken cases are tagged `gold`');
    expect(say([[13, 15, answer]], tagged(11, 15))).toBe(
      '13 of 15 broken cases: `refund` → `billing`; 11 are tagged `gold`',
    );
    expect(say([[15, 15, answer]], tagged(15, 15))).toBe(
      'all 15 broken cases: `refund` → `billing`; all are tagged `gold`',
    );
    expect(say([[15, 30, answer]], tagged(11, 12))).toBe(
      '15 of 30 broken cases: `refund` → `billing`; 11 of the 12 that got worse are tagged `gold`',
    );
    expect(say([[13, 15, answer]], tagged(13, 15, 'refund'))).toBe('13 of 15 broken cases: `refund` → `billing`');
    expect(say([[13, 15, answer]], '13 of the 15 expect "refund"')).toBe('13 of 15 broken cases: `refund` → `billing`');
  });

  it('keeps hostile names and reasons in their place', () => {
    const text = say([
      [3, 9, { kind: 'answer', from: 'a`b <img>', to: '@everyone\n# x' }],
      [3, 9, reason('does not contain "`</details>`"')],
    ]);
    expect(renderProse(text ?? '')).toBe(
      `3 of 9 broken cases: \`a'b <img>\` → \`@everyone # x\`; 3: does not contain "'&lt;/details&gt;'"`,
    );
  });
});

describe('the causes of a report', () => {
  const failing = (metric: string, cases: number, more = {}) =>
    aMetric({ metric, verdict: 'fail', causes: [{ cases, of: cases, what: answer }], ...more });

  it('are those of the comparisons that fail, by name where they are several, in the order of the report', () => {
    const one = { metrics: [failing('label', 5), aMetric({ causes: [{ cases: 3, of: 3, what: answer }] })] };
    expect(describeReportCauses(one)).toEqual(['all 5 broken cases: `refund` → `billing`']);
    const shown = failing('shown', 30, { gates: false });
    const low = failing('low', 7, { verdict: 'pass', belowMinScore: true });
    expect(
      describeReportCauses({ metrics: [failing('label', 5), failing('none', 9, { causes: [] }), shown, low] }),
    ).toEqual(['`label`: all 5 broken cases: `refund` → `billing`', '`low`: all 7 broken cases: `refund` → `billing`']);
  });

  it('are those of what is open where nothing fails, and none of what measures nothing', () => {
    const open = failing('label', 5, { verdict: 'inconclusive' });
    const nothing = failing('blind', 9, { verdict: 'inconclusive', measuresNothing: true });
    expect(describeReportCauses({ metrics: [open, nothing] })).toEqual(['all 5 broken cases: `refund` → `billing`']);
    expect(describeReportCauses({ metrics: [open, failing('low', 2)] })).toHaveLength(1);
  });

  it('are the three largest at most, each with the suite where suites differ', () => {
    const metrics = [1, 2, 3, 4].map((number) => failing('label', 10 + number, { suite: `s-${number}`, prompt: `p` }));
    const causes = describeReportCauses({ metrics });
    expect(causes.map((cause) => cause.slice(0, 5))).toEqual(['`s-2 ', '`s-3 ', '`s-4 ']);
  });
});
