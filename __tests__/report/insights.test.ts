import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import type { JsonObject } from '../../src/json.ts';
import { renderResultsJson } from '../../src/report/files/json.ts';
import type { CauseReport, MetricReport } from '../../src/report/metric-report.ts';
import { redactForPeople } from '../../src/report/redact.ts';
import type { Report } from '../../src/report/report.ts';
import { describeReportCauses } from '../../src/report/words/cause.ts';
import { aMetric, aReport } from '../helpers/builders.ts';

const whats: readonly CauseReport['what'][] = [
  { kind: 'answer', from: 'anchovy', to: 'bluefin' },
  { kind: 'answer', from: null, to: 'bluefin' },
  { kind: 'reason', reason: 'does not contain "Kind regards"' },
  ...(['refused', 'empty', 'truncated', 'missing'] as const).map((kind) => ({ kind })),
];
const failing: MetricReport = aMetric({
  verdict: 'fail',
  pattern: '11 of the 15 are tagged "gold"',
  causes: whats.map((what) => ({ cases: 2, of: 15, what })),
  tags: [
    { tag: 'gold', cases: 12, worse: 11, better: 0, baselineMean: 0.9, candidateMean: 0.1 },
    { tag: 'lead', cases: 1, worse: 0, better: 0, baselineMean: null, candidateMean: null },
  ],
});
const report: Report = aReport({
  verdict: 'fail',
  green: false,
  metrics: [failing],
  since: { head: 'b'.repeat(40), mended: 9, fresh: 2 },
});

describe('causes, tags and what became of broken cases', () => {
  it('fit the published schema and come back as they were', async () => {
    const path = join(import.meta.dirname, '../../schemas/report.schema.json');
    const isReport = new Ajv({ strict: true, allowUnionTypes: true }).compile(JSON.parse(await readFile(path, 'utf8')));
    const { sha256: _, ...read } = JSON.parse(renderResultsJson(report)) as JsonObject;
    isReport({ ...read, sha256: 'a'.repeat(64) });
    expect(isReport.errors).toBeNull();
    expect(read.since).toEqual(report.since);
    expect(read.metrics).toMatchObject([{ causes: failing.causes, tags: failing.tags, pattern: failing.pattern }]);
  });

  it.each(['redacted', 'none'] as const)('hold no texts where examples are %s', (examples) => {
    const shown = { ...report, examples };
    const text = renderResultsJson(shown);
    for (const word of ['bluefin', 'anchovy', 'Kind regards', 'gold', 'lead']) expect(text).not.toContain(word);
    const people = redactForPeople(shown);
    expect(describeReportCauses(people)).toEqual([]);
    expect(people.since).toEqual(report.since);
  });

  it('are not told of a judge that is refused', () => {
    const [metric] = redactForPeople({ ...report, metrics: [{ ...failing, refused: true }] }).metrics;
    expect(metric).toMatchObject({ causes: [], tags: [], pattern: null });
  });
});
