import { describe, expect, it } from '@jest/globals';
import { renderComment } from '../../src/report/comment/markdown.ts';
import { renderTerminal } from '../../src/report/console/terminal.ts';
import { renderResultsJson } from '../../src/report/files/json.ts';
import { renderJunit } from '../../src/report/files/junit.ts';
import { aMetric, aReport } from '../helpers/builders.ts';
import { pageOf, staticPart } from '../helpers/page.ts';

const held = 'judge "kind" passed 2 of its 10 checks on planted answers: its figures are left out';
const kind = aMetric({
  metric: 'kind',
  kind: 'judge',
  binary: false,
  gates: false,
  refused: true,
  held,
  baselineMean: 0.4321,
  candidateMean: 0.5432,
  difference: 0.1111,
  lowerBound: 0.0707,
  upperBound: 0.1515,
  worse: 17,
  better: 23,
  same: 60,
  unscored: 7,
  detectableDrop: 0.0909,
  sentence: '17 of 100 cases got worse and 23 got better.',
});
const report = aReport({ metrics: [aMetric(), kind], costUsd: null, runUrl: null });

describe('a refused judge', () => {
  it.each([
    ['comment', renderComment(report, { commentKey: 'k', record: null })],
    ['terminal', renderTerminal(report, { columns: 1000, colour: false, links: false })],
    ['HTML', pageOf(report)],
    ['JUnit', renderJunit(report)],
  ])('has a row without figures in the %s', (_name, text) => {
    expect(text).toContain('kind');
    for (const figure of ['0.43', '0.54', '0.11', '0.07', '0.15', '0.09', '17 ', ' 23', '7 unscored']) {
      expect(staticPart(text)).not.toContain(figure);
    }
  });

  it.each([
    ['comment', '⚠️ kind · left out', renderComment(report, { commentKey: 'k', record: null })],
    ['HTML', '? left out', pageOf(report)],
  ])('is named with the reason in the %s', (_name, words, text) => {
    expect(text.replaceAll('\u00A0', ' ')).toContain(words);
    expect(text).toContain('2 of its 10 checks on planted answers');
  });

  it('keeps its figures in results.json, for whoever wants to look into it', () => {
    const results = JSON.parse(renderResultsJson(report)) as typeof report;
    expect(results.metrics[1]).toMatchObject({ refused: true, baselineMean: 0.4321, worse: 17 });
  });
});
