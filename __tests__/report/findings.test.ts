import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { buildProblem } from '../../src/errors.ts';
import { listFindings } from '../../src/report/files/findings.ts';
import { renderCodeQuality } from '../../src/report/files/gitlab-codequality.ts';
import { renderSarif } from '../../src/report/files/sarif.ts';
import type { Report } from '../../src/report/report.ts';
import { aCaseMetric, aCaseReport, aMetric, aReport } from '../helpers/builders.ts';
import { everyReport } from './every-report.ts';
import { aHostileReport } from './hostile.ts';
import { aBrokenConfig, aFailure, aHugeReport, aMixedRun, anOpenQuestion, aPass } from './scenarios.ts';

/** Both schemas are of draft 4, whose `id` and `$schema` Ajv does not know; nothing else in them is its own. */
function compileStandard(name: string): ValidateFunction {
  const path = join(import.meta.dirname, '../../fixtures/standards', name);
  const { $schema: _schema, id: _id, ...schema } = JSON.parse(readFileSync(path, 'utf8'));
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);
  return ajv.compile(schema);
}

interface Entry {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

const readEntries = (report: Report) => JSON.parse(renderCodeQuality(report)) as readonly Entry[];
const all = [...everyReport, ['huge', aHugeReport()] as const];

describe('the Code Quality report', () => {
  const isEntry = compileStandard('gitlab-codequality.json');

  it.each(all)('%s is a list of what GitLab reads, each with a fingerprint of its own', (_name, report) => {
    const entries = readEntries(report);
    for (const entry of entries) {
      expect(isEntry(entry) || isEntry.errors).toBe(true);
      expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(entry.severity);
      expect(entry.fingerprint).toMatch(/^[0-9a-f]{64}$/);
      expect(entry.description.length).toBeLessThanOrEqual(1000);
      expect(entry.location.lines.begin).toBeGreaterThan(0);
    }
    expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(entries.length);
    expect(entries.length > 0).toBe(report.verdict !== 'pass' || report.warnings.length > 0);
  });

  it('has the failing comparison on its prompt, and each broken case on its row', () => {
    const [comparison, ...cases] = readEntries(aFailure());
    expect(comparison).toMatchObject({
      description: expect.stringMatching(/^triage \/ label: ❌ regression: 11 of 100 cases got worse/),
      check_name: 'prompt-assay/label',
      severity: 'critical',
      location: { path: 'prompts/triage.prompt.yml', lines: { begin: 1 } },
    });
    expect(cases).toHaveLength(11);
    expect(cases[0]).toMatchObject({
      description: 'refund-017 got worse. label: main ✅ 5 of 5 → this PR ❌ 0 of 5',
      check_name: 'prompt-assay/label',
      severity: 'major',
      location: { path: 'evals/triage.jsonl', lines: { begin: 17 } },
    });
  });

  it('says the reason of a case, and leaves it out where texts may not be shown', () => {
    const cases = [aCaseReport({ metrics: [aCaseMetric({ candidateReason: 'is billing, expected refund' })] })];
    const report = aReport({ cases });
    expect(readEntries(report)[0]?.description).toMatch(/\. Reason: is billing, expected refund$/);
    expect(readEntries({ ...report, examples: 'redacted' })[0]?.description).toMatch(/^refund-017 got worse/);
    expect(renderCodeQuality({ ...report, examples: 'redacted' })).not.toContain('billing');
    expect(readEntries({ ...report, examples: 'none' })).toEqual([]);
  });

  it('a case that got worse where nothing fails is minor, and one that a report-only metric saw is none', () => {
    const report = (gates: boolean) => aReport({ metrics: [aMetric({ gates })], cases: [aCaseReport()] });
    expect(readEntries(report(true))).toMatchObject([{ severity: 'minor' }]);
    expect(readEntries(report(false))).toEqual([]);
  });

  it('a case is told once, whatever saw it', () => {
    const metrics = ['total', 'tier'].map((metric) => aMetric({ metric, verdict: 'fail' }));
    const entry = aCaseReport({ metrics: metrics.map(({ metric }) => aCaseMetric({ metric })) });
    const found = readEntries(aReport({ verdict: 'fail', metrics, cases: [entry] })).filter(
      ({ severity }) => severity === 'major',
    );
    expect(found).toMatchObject([{ description: expect.stringContaining('tier: main ✅ → this PR ❌') }]);
  });

  it('mistakes and warnings stand at their lines; what is about no file at the settings', () => {
    expect(readEntries(aBrokenConfig()).map(({ severity, location }) => [severity, location])).toEqual([
      ['critical', { path: 'prompt-assay.yml', lines: { begin: 12 } }],
      ['critical', { path: 'evals/faq.jsonl', lines: { begin: 12 } }],
      ['minor', { path: 'prompt-assay.yml', lines: { begin: 1 } }],
    ]);
  });

  it('a fingerprint is of what is wrong, not of what is said of it or where it stands by now', () => {
    const fingerprints = (report: Report) => listFindings(report).map(({ fingerprint }) => fingerprint);
    const fail = aFailure();
    const later: Report = {
      ...fail,
      metrics: fail.metrics.map((metric) => ({ ...metric, sentence: '12 of 100 cases got worse.' })),
      cases: fail.cases.map((entry) => ({
        ...entry,
        place: { side: 'base', path: 'evals/triage.jsonl', line: 99 },
        metrics: entry.metrics.map((metric) => ({ ...metric, candidateScores: [0] })),
      })),
    };
    expect(fingerprints(later)).toEqual(fingerprints(fail));
    const renamed = { ...fail, cases: fail.cases.map((entry) => ({ ...entry, case: `${entry.case}x` })) };
    expect(
      fingerprints(renamed)
        .slice(1)
        .filter((one) => fingerprints(fail).includes(one)),
    ).toEqual([]);
  });

  it('two equal mistakes in a file are two findings', () => {
    const at = (line: number) => buildProblem('is empty.', 'Fill it.', { path: 'a.jsonl', line, column: null });
    const [first, second] = listFindings(aReport({ verdict: 'invalid', errors: [at(1), at(2)] }));
    expect(first?.fingerprint).not.toBe(second?.fingerprint);
  });

  it('what no comparison stands for is told too, once', () => {
    const ground = {
      kind: 'rows',
      suite: 'triage',
      prompt: null,
      subject: null,
      verdict: 'fail',
      blocks: true,
    } as const;
    const report = aReport({ verdict: 'fail', green: false, title: 'Rows are gone.', grounds: [ground] });
    expect(readEntries(report)).toMatchObject([
      { check_name: 'prompt-assay/rows', severity: 'critical', location: { path: 'prompts/triage.prompt.yml' } },
    ]);
    expect(readEntries({ ...report, grounds: [] })).toMatchObject([{ description: 'Rows are gone.' }]);
  });
});

describe('SARIF', () => {
  const isLog = compileStandard('sarif-schema-2.1.0.json');
  const readRun = (report: Report) => JSON.parse(renderSarif(report)).runs[0];

  it.each(all)('%s fits the official schema, and each result its rule', (_name, report) => {
    const log = JSON.parse(renderSarif(report));
    expect(isLog(log) || isLog.errors).toBe(true);
    const [{ results, tool }] = log.runs;
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
  });

  it('has the findings at their lines, under their rules', () => {
    const { results } = readRun(aFailure());
    expect(results).toHaveLength(12);
    expect(results[1]).toMatchObject({
      ruleId: 'label',
      level: 'error',
      message: { text: 'refund-017 got worse. label: main ✅ 5 of 5 → this PR ❌ 0 of 5' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'evals/triage.jsonl', uriBaseId: '%SRCROOT%' },
            region: { startLine: 17 },
          },
        },
      ],
    });
    expect(readRun(anOpenQuestion()).results[0].level).toBe('warning');
    expect(readRun(aPass()).results).toEqual([]);
    expect(new Set(readRun(aMixedRun()).results.map(({ ruleId }: { ruleId: string }) => ruleId))).toEqual(
      new Set(['label', 'cites']),
    );
  });

  it('a mistake has its column, what is about no file is a notification, and an invalid run did not succeed', () => {
    const { results, invocations } = readRun(aBrokenConfig());
    expect(results[0].locations[0].physicalLocation.region).toEqual({ startLine: 12, startColumn: 5 });
    expect(invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          { level: 'warning', message: { text: expect.stringContaining('"tone" is used by no case') } },
        ],
      },
    ]);
  });

  it('a path is written as a URI', () => {
    const problem = buildProblem('is empty.', 'Fill it.', {
      path: 'evals/größe 1#\uD800.jsonl',
      line: 1,
      column: null,
    });
    const { results } = readRun(aReport({ verdict: 'invalid', errors: [problem] }));
    expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(
      'evals/gr%C3%B6%C3%9Fe%201%23%EF%BF%BD.jsonl',
    );
  });

  it('hostile texts are one line of plain text', () => {
    for (const { message } of readRun(aHostileReport()).results) expect(message.text).not.toMatch(/[\p{Cc}\u202E]/u);
  });
});
