import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import { validateXML } from 'xmllint-wasm';
import { buildProblem } from '../../src/errors.ts';
import { renderJunit } from '../../src/report/files/junit.ts';
import type { Report } from '../../src/report/report.ts';
import { aCaseMetric, aCaseReport, aMetric, anOutput, aReport } from '../helpers/builders.ts';
import { everyReport } from './every-report.ts';
import { aHostileReport } from './hostile.ts';
import { aBrokenConfig, aFailure, aHugeReport, aMixedRun, anOpenQuestion, anOutage, aPass } from './scenarios.ts';

const schema = readFileSync(join(import.meta.dirname, '../../fixtures/standards/junit-10.xsd'), 'utf8');

const elementsOf = (parent: XmlElement, name: string) =>
  parent.children.filter((child): child is XmlElement => 'name' in child && child.name === name);

/** Every test case of a report with how it ended, as a program reads it. */
function readCases(report: Report) {
  const { root } = parseXml(renderJunit(report));
  return elementsOf(root as XmlElement, 'testsuite').flatMap((suite) =>
    elementsOf(suite, 'testcase').map((testcase) => {
      const [ended] = testcase.children.filter((child): child is XmlElement => 'name' in child);
      const { classname, name } = testcase.attributes;
      const message = ended?.attributes.message ?? '';
      return { suite: suite.attributes.name, classname, name, ended: ended?.name, message, text: ended?.text ?? '' };
    }),
  );
}

const failuresOf = (report: Report) => readCases(report).filter(({ ended }) => ended === 'failure');

describe('JUnit', () => {
  it.each([...everyReport, ['huge', aHugeReport()] as const])(
    '%s is what Jenkins reads, and counts what it holds',
    async (_name, report) => {
      const xml = renderJunit(report);
      const { errors } = await validateXML({ xml: { fileName: 'junit.xml', contents: xml }, schema });
      expect(errors).toEqual([]);
      expect(xml).not.toMatch(/(?!\n)\p{Cc}|\p{Surrogate}/u);
      const cases = readCases(report);
      const of = (ended: string) => String(cases.filter((entry) => entry.ended === ended).length);
      const { root } = parseXml(xml);
      const counts = { tests: String(cases.length), failures: of('failure'), errors: of('error') };
      expect(root?.attributes).toMatchObject(counts);
    },
  );

  it('the schema refuses what is none', async () => {
    const xml = renderJunit(aPass()).replace('<testsuites', '<testsuites skipped="1"');
    expect((await validateXML({ xml: { fileName: 'junit.xml', contents: xml }, schema })).errors).not.toEqual([]);
  });

  it('counts a regression once: its comparison fails, and the cases are its text', () => {
    const [failure, ...others] = failuresOf(aFailure());
    expect(others).toEqual([]);
    expect(failure).toMatchObject({ suite: 'triage / triage', classname: 'triage.triage', name: 'label' });
    expect(failure?.message).toBe(
      '❌ regression: 11 of 100 cases got worse and 4 got better; an estimated drop of 7 points (between −13.2 and +0.4).',
    );
    expect(failure?.text).toContain('refund-031 (critical)  evals/triage.jsonl:17');
    expect(failure?.text).not.toContain('spam-001');
    expect(readCases(aFailure()).find(({ name }) => name === 'verdict')).toMatchObject({ ended: 'system-out' });
  });

  it('counts every regression of several, and a missed threshold', () => {
    expect(failuresOf(aMixedRun()).map(({ classname, name }) => `${classname} ${name}`)).toEqual([
      'triage.triage label',
      'search.search cites',
    ]);
  });

  it('a report-only metric never fails, whatever got worse in it', () => {
    const report = aReport({ metrics: [aMetric({ verdict: 'fail', gates: false })], cases: [aCaseReport()] });
    expect(failuresOf(report)).toEqual([]);
  });

  it('shows a case with scores, expectation, reason and both answers, with a re-run or without', () => {
    const reason = 'is billing, expected refund';
    for (const label of ['regressed', 'worse'] as const) {
      const report = aReport({
        verdict: 'fail',
        metrics: [aMetric({ verdict: 'fail' })],
        cases: [aCaseReport({ label, metrics: [aCaseMetric({ label, candidateReason: reason })] })],
      });
      expect(failuresOf(report)[0]?.text.split('\n').slice(2)).toEqual([
        'refund-017  evals/triage.jsonl:17',
        '  label: main ✅ → this PR ❌',
        '  Input: I was charged twice, please send the second payment back.',
        '  Expected: refund',
        '  Reason: is billing, expected refund',
        '  − main, + this PR:',
        '      {',
        '    -   "label": "refund",',
        '    +   "label": "billing",',
        '        "urgency": "high"',
        '      }',
      ]);
    }
  });

  it('gives each comparison its own cases, with what it says of them', () => {
    const metrics = [
      aCaseMetric({ metric: 'total', candidateReason: 'is 34.99, expected 29.99' }),
      aCaseMetric({ metric: 'tier', label: 'better', candidateReason: null }),
    ];
    const report = aReport({
      verdict: 'fail',
      metrics: ['total', 'tier'].map((metric) => aMetric({ metric, verdict: 'fail' })),
      cases: [aCaseReport({ metrics }), aCaseReport({ suite: 'other', case: 'o-1', metrics })],
    });
    const [total, tier] = failuresOf(report);
    expect(total?.text).toContain('Reason: is 34.99, expected 29.99');
    expect(total?.text).not.toContain('o-1');
    expect(tier?.text).not.toContain('refund-017');
  });

  it('keeps to ten cases, names a hundred more and counts all', () => {
    const text = failuresOf(aHugeReport())[0]?.text ?? '';
    expect(text.match(/^ {2}label: /gm)).toHaveLength(10);
    expect(text).toContain('and 490 more cases: case-10, case-11,');
    expect(text).toMatch(/case-109, …$/);
    expect(text.length).toBeLessThan(40_000);
  });

  it('cuts long texts and keeps what differs', () => {
    const long = 'Thank you for writing to us. '.repeat(400);
    const report = aReport({
      verdict: 'fail',
      metrics: [aMetric({ verdict: 'fail' })],
      cases: [
        aCaseReport({
          input: long,
          expected: long,
          baselineOutput: anOutput(`${long}in five days.`),
          candidateOutput: anOutput(`${long}never.`),
        }),
      ],
    });
    const text = failuresOf(report)[0]?.text ?? '';
    expect(text.length).toBeLessThan(6000);
    expect(text).toContain('in five days.');
    expect(text).toContain('never.');
  });

  it('shows no text of a case where none may be shown', () => {
    const shown = (examples: Report['examples']) => renderJunit({ ...aFailure(), examples });
    expect(shown('redacted')).toContain('refund-017');
    expect(shown('redacted')).not.toContain('charged twice');
    expect(shown('none')).not.toContain('refund-017');
  });

  it('skips what is not settled and says so in text and attribute, since viewers show one of the two', () => {
    const [label] = readCases(anOpenQuestion()).filter(({ ended }) => ended === 'skipped');
    expect(label).toMatchObject({ name: 'label', message: expect.stringMatching(/^⚠️ not settled: 6 of 50 cases/) });
    expect(label?.text.startsWith(`${label.message}\n\nlong-001`)).toBe(true);
  });

  it('an outage is an error, and a mistake one at its place', () => {
    expect(readCases(anOutage()).filter(({ ended }) => ended === 'error')).toMatchObject([{ name: 'label' }]);
    expect(readCases(aBrokenConfig()).filter(({ ended }) => ended === 'error')).toMatchObject([
      { name: 'prompt-assay.yml:12:5', message: expect.stringContaining('Did you mean "checks"?') },
      { name: 'evals/faq.jsonl:12' },
    ]);
    const nowhere = aReport({ verdict: 'invalid', metrics: [], errors: [buildProblem('No key.', 'Set one.')] });
    expect(readCases(nowhere).find(({ ended }) => ended === 'error')?.name).toBe('problem');
  });

  it('what no comparison stands for has a test case of its own', () => {
    const ground = {
      kind: 'prompt',
      suite: 'reply',
      prompt: 'old',
      subject: null,
      verdict: 'fail',
      blocks: true,
    } as const;
    const lost = aReport({ verdict: 'fail', green: false, title: 'A prompt goes.', grounds: [ground] });
    expect(failuresOf(lost)).toMatchObject([
      {
        classname: 'prompt-assay',
        name: 'the lost prompt `reply / old`',
        message: expect.stringMatching(/A prompt goes\.$/),
      },
    ]);
    const unexplained = aReport({ verdict: 'fail', green: false, title: 'Not good enough.' });
    expect(failuresOf(unexplained)).toMatchObject([{ name: 'verdict', message: 'Not good enough.' }]);
  });

  it('hostile names and texts stay text', () => {
    const cases = readCases(aHostileReport());
    expect(new Set(cases.map(({ ended }) => ended))).toEqual(new Set(['system-out', 'error']));
    expect(cases.map(({ name }) => name)).toContainEqual(expect.stringContaining('</summary></details>'));
  });
});
