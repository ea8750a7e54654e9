import { describe, expect, it } from '@jest/globals';
import { decideGate } from '../../src/gate/decide.ts';
import { screenStoredBaseline } from '../../src/gate/stored-screen.ts';
import {
  renderComparisonSentence,
  renderFrequency,
  renderHeadline,
  type SentenceContext,
} from '../../src/report/words/sentence.ts';
import { aCase, aComparison, rerunWith, someCases } from '../gate/build-scores.ts';

const context: SentenceContext = { target: 'inputs', isBlocked: false, broken: [] };

function say(comparison: Parameters<typeof decideGate>[0][number], more: Partial<SentenceContext> = {}) {
  const decision = decideGate([comparison]);
  const [only] = decision.comparisons;
  if (only === undefined) throw new Error('no comparison');
  const sentence = renderComparisonSentence(only, { ...context, broken: decision.broken, ...more });
  return { ...sentence, headline: renderHeadline(decision).text };
}

describe('sentences', () => {
  it('a proven regression', () => {
    expect(say(aComparison(someCases(14, 2, 84), { settings: { resample: 'off' } }))).toEqual({
      title: 'Regression proven.',
      detail:
        '14 of 100 cases got worse and 2 got better. If this change were harmless, a split this lopsided would occur in 1 of 850 runs. Estimated drop 12 points (between 5.1 and 18.4).',
      remark: null,
      headline: 'regression proven in `triage / label / exact`: 14 of 100 cases got worse and 2 got better',
    });
  });

  it('a regression that held in the re-run', () => {
    const again = rerunWith(aComparison(someCases(5, 0, 25)), () => ({
      baseline: [1, 1, 1, 1],
      candidate: [0, 0, 0, 0],
    }));
    expect(say(again).detail).toMatch(
      /^5 of 30 cases .*\. Run again on both sides, the differences held\. .* in 1 of 64 runs/,
    );
  });

  it('a pass', () => {
    expect(say(aComparison(someCases(2, 1, 197), { settings: { margin: 0.05 } }))).toEqual({
      title: 'No regression larger than 5 points.',
      detail: expect.stringMatching(
        /^2 worse, 1 better of 200; a drop of more than 2\.\d points is ruled out \(95 %\)\.$/,
      ),
      remark: null,
      headline: 'no regression larger than 5 points',
    });
  });

  it('a pass against a stored baseline says so', () => {
    const cases = Array.from({ length: 60 }, (_, index) => aCase(`c${index}`, [1, 1, 1], [1]));
    const [only] = screenStoredBaseline([{ ...aComparison(cases), freshCritical: [] }]).comparisons;
    expect(only && renderComparisonSentence(only, context).detail).toContain('Against a stored baseline.');
  });

  it('not enough evidence', () => {
    const { title, detail, headline } = say(aComparison(someCases(6, 3, 41), { settings: { resample: 'off' } }));
    expect(title).toBe('Not enough evidence either way (not blocked).');
    expect(detail).toBe(
      '6 worse, 3 better of 50. The data fit anything from −16.5 to +4.9 points. About 62 more cases would settle it. This run could only have detected drops of 14.9 points or more.',
    );
    expect(headline).toMatch(/^no regression found; drops up to 16(\.\d)? points not ruled out$/);
    expect(say(aComparison(someCases(6, 3, 41)), { isBlocked: true }).title).toContain('(blocked)');
  });

  it('nothing to judge', () => {
    const lost = someCases(0, 0, 20).map((one) => ({ ...one, candidate: [null] }));
    expect(say(aComparison(lost))).toMatchObject({
      title: 'Could not be judged; this says nothing about the prompt.',
      detail: 'None of 20 cases has its scores in both arms.',
    });
  });

  it('single cases', () => {
    const small = (candidate: readonly number[]) => [aCase('x', [1, 1, 1, 1, 1], candidate)];
    expect(say(aComparison(small([0, 0, 0, 0, 0]), { samples: 5 })).title).toBe('Case "x" broke.');
    expect(say(aComparison(small([1, 1, 1, 1, 1]), { samples: 5 }))).toMatchObject({
      title: 'No case broke.',
      detail: 'No case broke (too few cases to rule out small drops).',
    });
  });

  it('speaks of these cases only where they are the target', () => {
    const cases = Array.from({ length: 20 }, (_, index) => aCase(`c${index}`, Array(5).fill(1), Array(5).fill(1)));
    const said = say(aComparison(cases, { settings: { target: 'cases' }, samples: 5 }), { target: 'cases' });
    expect(said.title).toBe('No regression larger than 10 points on these 20 cases.');
  });

  it('never says what an engineer would misread', () => {
    const all = [someCases(14, 2, 84), someCases(0, 0, 60), someCases(6, 3, 41)].map((cases) =>
      say(aComparison(cases)),
    );
    expect(JSON.stringify(all)).not.toMatch(/significant|p =|no difference/i);
  });

  it.each([
    [1 / 845, '1 of 850 runs'],
    [0.04, '1 of 25 runs'],
    [1 / 12_345, '1 of 12,000 runs'],
    [0, 'fewer than 1 of a million runs'],
  ])('%d is %s', (p, words) => expect(renderFrequency(p)).toBe(words));
});

describe('sentences at the corners', () => {
  it('a critical case that broke', () => {
    const cases = [...someCases(0, 0, 40), aCase('vital', Array(8).fill(1), Array(8).fill(0), { critical: true })];
    expect(say(aComparison(cases))).toEqual({
      title: 'Critical case "vital" broke.',
      detail: 'Asked several times on both sides, it held before this change and failed after it.',
      remark: null,
      headline: 'critical case "vital" broke (`triage / label / exact`)',
    });
  });

  it('a critical case that broke beside a proven drop leaves the drop to be remarked', () => {
    const cases = [...someCases(30, 0, 40), aCase('vital', Array(8).fill(1), Array(8).fill(0), { critical: true })];
    expect(say(aComparison(cases, { settings: { resample: 'off' } }))).toMatchObject({
      title: 'Critical case "vital" broke.',
      remark: 'critical case "vital" broke; regression proven: 31 of 71 cases got worse and 0 got better',
    });
  });

  it('what leaves the rate open is remarked, since the sentence tells the figures', () => {
    const { detail, remark } = say(aComparison(someCases(6, 3, 41), { settings: { resample: 'off' } }));
    expect(detail).toContain('6 worse, 3 better of 50');
    expect(remark).toMatch(/^a drop of 6 points was seen and is not proven; drops up to .* not ruled out$/);
  });

  it('a case that broke in two metrics is named once', () => {
    const small = [aCase('x', Array(5).fill(1), Array(5).fill(0))];
    const decision = decideGate(['a', 'b'].map((metric) => aComparison(small, { samples: 5, metric })));
    expect(renderHeadline(decision).text).toBe('case "x" broke (`triage / label / a`, `triage / label / b`)');
  });

  it('several proven regressions', () => {
    const decision = decideGate(
      ['a', 'b', 'c'].map((metric) => aComparison(someCases(metric === 'c' ? 0 : 20, 0, 40), { metric })),
    );
    expect(renderHeadline(decision).text).toBe('regression proven in `triage / label / a`, `triage / label / b`');
  });

  it('a regression whose interval reaches into gains', () => {
    const { detail } = say(aComparison(someCases(7, 1, 30), { settings: { resample: 'off' } }));
    expect(detail).toMatch(/Estimated drop 15\.8 points \(between [0-9.]+ and [0-9.]+\)\.$/);
    const wide = say(aComparison(someCases(5, 0, 8), { settings: { resample: 'off' } }));
    expect(wide.detail).toMatch(/Estimated drop 38\.5 points \(between \+?[0-9.]+ and [0-9.]+\)\.$/);
    const [only] = decideGate([aComparison(someCases(14, 2, 84))]).comparisons;
    if (only === undefined) throw new Error('no comparison');
    const gain = renderComparisonSentence({ ...only, upperBound: 0.02 }, context).detail;
    expect(gain).toContain('(between −2 and 18.4)');
    expect(renderComparisonSentence({ ...only, upperBound: 0 }, context).detail).toContain('(between 0 and 18.4)');
  });

  it('a regression without a figure says only what is known', () => {
    const [only] = decideGate([aComparison(someCases(14, 2, 84))]).comparisons;
    if (only === undefined) throw new Error('no comparison');
    const bare = '14 of 100 cases got worse and 2 got better.';
    expect(renderComparisonSentence({ ...only, pValue: null, difference: null }, context).detail).toBe(bare);
    expect(renderComparisonSentence({ ...only, pValue: null, lowerBound: null }, context).detail).toBe(bare);
    expect(renderComparisonSentence({ ...only, pValue: null, upperBound: null }, context).detail).toBe(bare);
    const these = renderComparisonSentence(only, { ...context, target: 'cases' });
    expect(these.title).toBe('Regression proven on these 100 cases.');
  });

  it('a pass that rules out any drop', () => {
    const { detail } = say(aComparison(someCases(0, 20, 40)));
    expect(detail).toBe('0 worse, 20 better of 60; any drop is ruled out (95 %).');
    const loose = say(aComparison(someCases(0, 20, 40), { settings: { alpha: 0.001 } }));
    expect(loose.detail).toContain('(99.9 %)');
  });

  it('an open drop that was run again', () => {
    const again = rerunWith(aComparison(someCases(5, 0, 25)), () => ({
      baseline: [1, 0, 1, 0],
      candidate: [1, 1, 0, 1],
    }));
    expect(say(again).headline).toMatch(
      /^a drop was seen and is not proven; drops up to [0-9.]+ points not ruled out$/,
    );
    const rise = rerunWith(aComparison(someCases(0, 1, 14)), () => ({
      baseline: [1, 0, 1, 0],
      candidate: [1, 1, 0, 1],
    }));
    expect(say(rise).headline).toMatch(/^no regression found; drops up to/);
  });

  it('the widest of several open comparisons', () => {
    const decision = decideGate([
      aComparison(someCases(0, 0, 15), { metric: 'a' }),
      aComparison(someCases(0, 0, 12), { metric: 'b' }),
    ]);
    const bounds = decision.comparisons.map((one) => Math.round(-1000 * (one.lowerBound ?? 0)) / 10);
    expect(bounds[1]).toBeGreaterThan(bounds[0] ?? 0);
    expect(renderHeadline(decision).text).toBe(`no regression found; drops up to ${bounds[1]} points not ruled out`);
  });

  it('leaves out what the number of cases cannot settle', () => {
    const [only] = decideGate([aComparison(someCases(6, 3, 41), { settings: { resample: 'off' } })]).comparisons;
    if (only === undefined) throw new Error('no comparison');
    const detail = (more: Partial<typeof only>) => renderComparisonSentence({ ...only, ...more }, context).detail;
    expect(detail({ casesToSettle: 50 })).not.toContain('would settle');
    expect(detail({ casesToSettle: 51 })).toContain('About 1 more case would settle it.');
    expect(detail({ casesToSettle: 1250 })).toContain('About 1,200 more cases would settle it.');
    expect(detail({ casesToSettle: null })).not.toContain('would settle');
    expect(detail({ detectableDrop: null })).not.toContain('could only have detected');
  });

  it('says only the reason where it is not the rate that is open', () => {
    const cases = [
      ...someCases(0, 0, 40),
      aCase('shaky', Array(8).fill(1), [1, 0, 0, 1, 1, 1, 1, 1], { critical: true }),
    ];
    expect(say(aComparison(cases))).toEqual({
      title: 'Not enough evidence either way (not blocked).',
      detail: 'Unstable critical case "shaky".',
      remark: null,
      headline: '`triage / label / exact`: unstable critical case "shaky"',
    });
    const few = say(aComparison([aCase('a', [1], [0])]));
    expect(few.detail).toBe(
      '1 case is fewer than min-cases 10, and it takes 5 samples of each case in both arms to see which one broke.',
    );
  });

  it('leaves nothing open of a comparison that does not gate, however large its drop', () => {
    const shown = { input: { gates: false } };
    expect(say(aComparison(someCases(30, 2, 100), shown))).toMatchObject({
      title: 'Only shown.',
      detail: '30 of 132 cases got worse and 2 got better; the difference lies between −27.5 and −14.3 points.',
    });
    expect(say(aComparison([aCase('a', [1], [0])], shown)).title).toBe('Only shown.');
  });

  it('headlines of a run that says nothing of a rate', () => {
    expect(renderHeadline(decideGate([])).text).toBe('could not be judged: there is no metric to compare');
    expect(renderHeadline(decideGate([aComparison([])])).text).toBe(
      'could not be judged: there are no cases to compare',
    );
    const report = aComparison(someCases(0, 0, 5), { input: { gates: false } });
    expect(renderHeadline(decideGate([report])).text).toBe('nothing may gate yet');
    const small = decideGate([aComparison([aCase('x', Array(5).fill(1), Array(5).fill(1))], { samples: 5 })]);
    expect(renderHeadline(small).text).toBe('no case broke (too few cases to rule out small drops)');
    const wide = decideGate([
      aComparison(someCases(0, 0, 60)),
      aComparison(someCases(0, 0, 60), { metric: 'b', settings: { margin: 0.2 } }),
    ]);
    expect(renderHeadline(wide).text).toBe('no regression larger than 20 points');
  });
});
