import { describe, expect, it } from '@jest/globals';
import { renderBadge } from '../../../src/report/history/badge.ts';
import { readXml } from '../../../src/text/xml.ts';
import { aBaselineLine, aHistory, aHostileHistory, aMeasure, aMerge, aMergedSuite } from '../../history/builders.ts';
import { hostileText } from '../hostile.ts';

const titleOf = (svg: string) => /<title>(.*)<\/title>/.exec(svg)?.[1];
const colourOf = (svg: string) => /<rect x="[^"]*" [^>]*fill="(#\w+)"/.exec(svg)?.[1];
const newest = (changes: Parameters<typeof aBaselineLine>[1]) => [
  { suite: 'triage', baselines: [aBaselineLine(1), aBaselineLine(2, changes)] },
];

describe('the badge', () => {
  it('shows the mean of what may block in the newest baselines, and says the last verdict', () => {
    const suites = [
      ...newest({
        means: { 'a / label': 0.866, 'a / words': 0.1, 'a / tone': 0.2 },
        measures: {
          'a / label': aMeasure(),
          'a / words': aMeasure({ direction: 'lower' }),
          'a / tone': aMeasure({ role: 'report' }),
        },
      }),
      {
        suite: 'other',
        baselines: [aBaselineLine(1, { means: { 'b / label': 1 }, measures: { 'b / label': aMeasure() } })],
      },
    ];
    const svg = renderBadge(aHistory({ suites }));
    expect(svg).toContain('>93.3 %</text>');
    expect(titleOf(svg)).toBe('prompts: 93.3 %, last merge: pass');
    expect(svg).toContain('role="img" aria-label="prompts: 93.3 %, last merge: pass"');
  });

  it.each([
    ['green for a last merge that did not block', [aMergedSuite()], '#1a7f37'],
    ['red for one that failed', [aMergedSuite({ verdict: 'fail', green: false })], '#cf222e'],
    ['amber for one that nobody judged', [aMergedSuite({ verdict: null, green: false })], '#9a6700'],
    ['amber where main had gone on', [aMergedSuite({ matches: false })], '#9a6700'],
  ])('is %s', (_, suites, colour) => {
    expect(colourOf(renderBadge(aHistory({ merges: [aMerge(1), aMerge(2, { suites })] })))).toBe(colour);
  });

  it('says the verdict where no score is known, and that nothing is where nothing is', () => {
    expect(titleOf(renderBadge(aHistory({ suites: [] })))).toBe('prompts: pass');
    expect(titleOf(renderBadge(aHistory({ suites: newest({ measures: {} }) })))).toBe('prompts: pass');
    const svg = renderBadge(aHistory({ suites: [], merges: [] }));
    expect([titleOf(svg), colourOf(svg)]).toEqual(['prompts: no data', '#57606a']);
  });

  it('is as wide as its words, and well-formed whatever a history holds', () => {
    const widthOf = (svg: string) => Number(/ width="(\d+)"/.exec(svg)?.[1]);
    const [short, long] = [aHistory({ suites: [] }), aHistory({ suites: [], merges: [] })].map((one) =>
      widthOf(renderBadge(one)),
    );
    expect(long).toBeGreaterThan(short as number);
    for (const history of [aHistory(), aHostileHistory(hostileText)])
      expect(() => readXml(renderBadge(history))).not.toThrow();
  });
});
