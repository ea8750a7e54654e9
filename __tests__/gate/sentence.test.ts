import { describe, expect, it } from '@jest/globals';
import { decideGate } from '../../src/gate/decide.ts';
import {
  renderComparisonSentence,
  renderDecisionTitle,
  renderFrequency,
  type SentenceContext,
} from '../../src/gate/sentence.ts';
import { screenStoredBaseline } from '../../src/gate/stored-screen.ts';
import { aCase, aComparison, rerunWith, someCases } from './build-scores.ts';

const context: SentenceContext = { target: 'inputs', isBlocked: false, broken: [] };

function say(comparison: Parameters<typeof decideGate>[0][number], more: Partial<SentenceContext> = {}) {
  const decision = decideGate([comparison]);
  const [only] = decision.comparisons;
  if (only === undefined) throw new Error('no comparison');
  const sentence = renderComparisonSentence(only, { ...context, broken: decision.broken, ...more });
  return { ...sentence, headline: renderDecisionTitle(decision) };
}

describe('sentences', () => {
  it('a proven regression', () => {
    expect(say(aComparison(someCases(14, 2, 84), { settings: { resample: 'off' } }))).toEqual({
      title: 'Regression proven.',
      detail:
        '14 of 100 cases got worse and 2 got better. If this change were harmless, a split this lopsided would occur in 1 of 850 runs. Estimated drop 12 points (between 5.1 and 18.4).',
      headline: 'regression proven in triage / label / exact: 14 of 100 cases got worse and 2 got better',
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
      detail: 'None of 20 cases has all its scores in both arms.',
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
