import { type Problem, renderProblem } from '../../errors.ts';
import { isWorse } from '../../gate/case-label.ts';
import { contentHash, type Json } from '../../json.ts';
import type { CaseReport } from '../case-report.ts';
import { cutText, oneLine } from '../escape.ts';
import { redactForPeople } from '../redact.ts';
import type { Report } from '../report.ts';
import { listReasons } from '../words/case-evidence.ts';
import { findMetric } from '../words/grouping.ts';
import { describeSides } from './case-text.ts';
import { listToldGrounds, tellComparison } from './told.ts';

const severities = ['critical', 'major', 'minor'] as const;

/** How much a finding matters: it decides; it is a case of what decides; or it is worth knowing. */
export type Severity = (typeof severities)[number];

/** One thing to be told at a line of a file, for systems that show such lists. */
export interface Finding {
  /** What found it: a metric's name, or a word of ours. */
  readonly rule: string;
  readonly severity: Severity;
  /** One line without what hides or steers, at most 1,000 characters. */
  readonly message: string;
  /** Where it stands, seen from the repository's root; null where it is about no file. */
  readonly place: { readonly path: string; readonly line: number; readonly column: number | null } | null;
  /** A SHA-256 of what it is about and not of what it says: from run to run it is the same while the same thing is wrong. */
  readonly fingerprint: string;
}

/** A finding before it is known whether its identity is its own. */
interface Draft extends Omit<Finding, 'fingerprint'> {
  readonly identity: Json;
}

const maxMessage = 1000;

/** What keeps a change from passing, each thing once, and the cases that got worse where that may decide; what matters most comes first. */
export function listFindings(full: Report): readonly Finding[] {
  const report = redactForPeople(full);
  const drafts = [
    ...report.errors.map((problem) => draftProblem('error', 'critical', problem)),
    ...draftComparisons(report),
    ...draftGrounds(report),
    ...report.cases.flatMap((entry) => draftCase(report, entry)),
    ...report.warnings.map((problem) => draftProblem('warning', 'minor', problem)),
  ].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const seen = new Map<string, number>();
  return drafts.map(({ identity, ...draft }) => {
    const key = contentHash(identity);
    const earlier = seen.get(key) ?? 0;
    seen.set(key, earlier + 1);
    const fingerprint = earlier === 0 ? key : contentHash([key, earlier]);
    return { ...draft, message: cutText(oneLine(draft.message), maxMessage), fingerprint };
  });
}

function draftProblem(rule: 'error' | 'warning', severity: Severity, problem: Problem): Draft {
  const { path, line, column, message } = problem;
  return {
    rule,
    severity,
    message: renderProblem({ ...problem, path: null, line: null, column: null }),
    place: path === null ? null : { path, line: line ?? 1, column: line === null ? null : column },
    identity: [rule, path, message],
  };
}

/** A comparison that decides stands at the beginning of its prompt. */
function draftComparisons(report: Report): readonly Draft[] {
  return report.metrics.flatMap((metric) => {
    const { outcome, message } = tellComparison(metric);
    if (outcome === 'pass') return [];
    const { suite, prompt, metric: rule } = metric;
    const name = [...new Set([suite, prompt, rule])].filter((part) => part !== null).join(' / ');
    return [
      {
        rule,
        severity: outcome === 'inconclusive' ? 'minor' : 'critical',
        message: `${name}: ${message}`,
        place: findPrompt(report, suite, prompt),
        identity: ['comparison', suite, prompt, rule],
      },
    ];
  });
}

function draftGrounds(report: Report): readonly Draft[] {
  return listToldGrounds(report).map(({ rule, suite, prompt, name, outcome, message }) => ({
    rule,
    severity: outcome === 'inconclusive' ? 'minor' : 'critical',
    message,
    place: findPrompt(report, suite, prompt),
    identity: ['ground', rule, suite, prompt, name],
  }));
}

/** A case that got worse where that may decide stands at its row, once, under the metric that matters most. */
function draftCase(report: Report, entry: CaseReport): readonly Draft[] {
  const metrics = entry.metrics.filter((one) => isWorse(one.label) && findMetric(report, entry, one.metric)?.gates);
  const [first] = metrics;
  if (first === undefined) return [];
  const own = { ...entry, metrics };
  const decides = metrics.some(({ metric }) => findMetric(report, entry, metric)?.verdict === 'fail');
  const reasons = listReasons(report, own).map(({ name, reason }) => `${name}: ${reason}`);
  const { suite, prompt, place } = entry;
  return [
    {
      rule: first.metric,
      severity: decides ? 'major' : 'minor',
      message: [`${entry.case} got worse. ${describeSides(report, own)}`, ...reasons].join('. '),
      place: { path: place.path, line: place.line ?? 1, column: null },
      identity: ['case', suite, prompt, first.metric, entry.case],
    },
  ];
}

/** The file of a prompt, else of its suite's first, else of the run's first. */
function findPrompt(report: Report, suite: string | null, prompt: string | null): Finding['place'] {
  const suites = report.suites.filter(({ name }) => suite === null || name === suite);
  const prompts = suites.flatMap((one) => one.prompts);
  const path = (prompts.find(({ id }) => id === prompt) ?? prompts[0])?.path ?? null;
  return path === null ? null : { path, line: 1, column: null };
}
