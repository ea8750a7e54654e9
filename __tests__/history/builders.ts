import type { ChangelogLine } from '../../src/baseline/changelog-line.ts';
import type { Measure } from '../../src/baseline/stored-baseline.ts';
import type { History } from '../../src/history/history.ts';
import type { Merge, MergedSuite } from '../../src/history/merge-line.ts';

export function aMeasure(changes: Partial<Measure> = {}): Measure {
  return { kind: 'check', role: 'gate', direction: 'higher', binary: true, lower: 0.8, upper: 0.95, ...changes };
}

/** The baseline of the n-th day of November with one prompt `reply` and one gating check. */
export function aBaselineLine(day: number, changes: Partial<ChangelogLine> = {}): ChangelogLine {
  return {
    suite: 'triage',
    commit: String(day).padStart(2, '0').padEnd(40, 'a'),
    date: `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`,
    who: 'ada',
    reason: null,
    versions: { reply: 'pv-1' },
    models: { reply: { asked: 'some-model', answeredAs: ['some-model-2026-08-07'] } },
    means: { 'reply / label': 0.9 },
    measures: { 'reply / label': aMeasure() },
    costMicroUsd: 120_000,
    tokens: { input: 10_000, output: 2000 },
    scoringRevision: 4,
    toolVersion: '0.1.0',
    ...changes,
  };
}

export function aMergedSuite(changes: Partial<MergedSuite> = {}): MergedSuite {
  return {
    suite: 'triage',
    verdict: 'pass',
    title: 'No regression: 2 of 100 cases differ.',
    key: 'c'.repeat(24),
    head: 'b'.repeat(12),
    matches: true,
    green: true,
    accepted: null,
    evidence: 'e'.repeat(64),
    ...changes,
  };
}

/** The merge of pull request n on the n-th day of November. */
export function aMerge(day: number, changes: Partial<Merge> = {}): Merge {
  return {
    commit: String(day).padStart(2, '0').padEnd(40, 'd'),
    date: `2026-11-${String(day).padStart(2, '0')}T12:00:00.000Z`,
    config: 'prompt-assay.yml',
    pull: { number: day, title: 'Reword the reply', url: `https://github.com/acme/prompts/pull/${day}` },
    head: 'b'.repeat(40),
    suites: [aMergedSuite()],
    toolVersion: '0.1.0',
    ...changes,
  };
}

export function aHistory(changes: Partial<History> = {}): History {
  return {
    branch: 'prompt-assay-baselines',
    commit: '3f2a91c04d1e5b6a7980c1d2e3f4a5b6c7d8e9f0',
    suites: [{ suite: 'triage', baselines: [aBaselineLine(1, { reason: 'the first one' }), aBaselineLine(9)] }],
    merges: [aMerge(3), aMerge(8)],
    errors: [],
    leftOut: 0,
    ...changes,
  };
}

/** A text in every member that a person, a model or a file can fill. */
export function aHostileHistory(text: string): History {
  const name = `${text} / ${text}`;
  const baselines = [1, 2].map((day) =>
    aBaselineLine(day, {
      suite: text,
      commit: text,
      who: text,
      reason: text,
      versions: { [text]: `${text}${day}` },
      models: { [text]: { asked: text, answeredAs: [`${text}${day}`] } },
      means: { [name]: 0.5 },
      measures: { [name]: aMeasure({ role: day === 1 ? 'gate' : 'refused' }) },
      toolVersion: text,
    }),
  );
  const suite = aMergedSuite({ suite: text, verdict: 'fail', title: text, accepted: { by: text, grounds: [] } });
  const merge = aMerge(3, {
    commit: text,
    pull: { number: 3, title: text, url: text },
    suites: [suite, aMergedSuite()],
  });
  const where = { path: text, line: 1, column: null, message: text, hint: text };
  return aHistory({
    branch: text,
    commit: text,
    suites: [{ suite: text, baselines }],
    merges: [merge],
    errors: [where],
  });
}
