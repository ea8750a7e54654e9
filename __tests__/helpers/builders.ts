import type { ModelCall, Output } from '../../src/ports.ts';
import type { Progress } from '../../src/progress.ts';
import type { CaseMetricReport, CaseReport } from '../../src/report/case-report.ts';
import type { MetricReport } from '../../src/report/metric-report.ts';
import type { MessageChange, PromptChanges } from '../../src/report/prompt-changes.ts';
import type { ArmReport, PromptReport } from '../../src/report/prompt-report.ts';
import type { Report, SuiteReport } from '../../src/report/report.ts';

/** An answer that stopped by itself. */
export function anOutput(content: string, changes: Partial<Output> = {}): Output {
  return { content, toolCalls: [], refusal: null, finishReason: 'stop', ...changes };
}

/** A candidate's first draw, of an empty request. */
export function aModelCall(): ModelCall {
  const request = {
    model: 'a-model',
    api: 'chat',
    messages: [],
    parameters: {},
    responseFormat: null,
    tools: [],
  } as const;
  return { request, key: 'k', purpose: 'generate', arm: 'candidate', sample: 0, owner: null };
}

/** A binary gating check over 100 cases in which nothing changed. */
export function aMetric(changes: Partial<MetricReport> = {}): MetricReport {
  return {
    suite: 'triage',
    prompt: 'triage',
    metric: 'label',
    verdict: 'pass',
    gates: true,
    direction: 'higher',
    cases: 100,
    questions: 100,
    reached: 100,
    clusters: null,
    effectiveClusters: null,
    worse: 0,
    better: 0,
    same: 100,
    unscored: 0,
    missingBaseline: 0,
    missingCandidate: 0,
    baselineMean: 0.85,
    candidateMean: 0.85,
    difference: 0,
    lowerBound: -0.023,
    upperBound: 0.023,
    pValue: 1,
    detectableDrop: null,
    casesToSettle: null,
    margin: 0.05,
    alpha: 0.05,
    samples: 1,
    repeats: null,
    looks: 1,
    settled: false,
    baselineSource: 'fresh',
    small: false,
    proven: changes.verdict === 'fail',
    gone: false,
    measuresNothing: false,
    commonReason: null,
    reason: null,
    kind: 'check',
    binary: true,
    held: null,
    refused: false,
    minScore: null,
    minScoreOn: 'mean',
    heldScore: null,
    belowMinScore: false,
    sentence: '0 of 100 cases got worse and 0 got better; a drop of more than 2.3 points is ruled out.',
    remark: null,
    pattern: null,
    causes: [],
    tags: [],
    notes: [],
    corrections: null,
    labelNext: [],
    ...changes,
  };
}

/** A case that one sample scored 1 on main and 0 on the pull request. */
export function aCaseReport(changes: Partial<CaseReport> = {}): CaseReport {
  return {
    suite: 'triage',
    prompt: 'triage',
    case: 'refund-017',
    label: 'worse',
    critical: false,
    tags: [],
    place: { side: 'base', path: 'evals/triage.jsonl', line: 17 },
    input: { message: 'I was charged twice, please send the second payment back.' },
    expected: 'refund',
    metrics: [aCaseMetric()],
    baselineSample: 0,
    candidateSample: 0,
    baselineOutput: anOutput('{"label": "refund", "urgency": "high"}'),
    candidateOutput: anOutput('{"label": "billing", "urgency": "high"}'),
    ...changes,
  };
}

/** What a check says of a case that it scored 1 on main and 0 on the pull request. */
export function aCaseMetric(changes: Partial<CaseMetricReport> = {}): CaseMetricReport {
  return {
    metric: 'label',
    label: 'worse',
    baselineScores: [1],
    candidateScores: [0],
    baselineReason: null,
    candidateReason: null,
    ...changes,
  };
}

/** One arm of a prompt: 100 answers, none missing. */
export function anArm(changes: Partial<ArmReport> = {}): ArmReport {
  return {
    model: 'some-model',
    answeredAs: ['some-model-2026-08-07'],
    answered: 100,
    rejected: 0,
    unavailable: 0,
    unavailableReasons: [],
    hung: 0,
    finishReasons: { stop: 100 },
    empty: 0,
    refused: 0,
    truncated: 0,
    reasoningDropped: 0,
    inputTokens: 41_200,
    outputTokens: 3100,
    costMicroUsd: 41_000,
    costPerThousandMicroUsd: 410_000,
    latencyMedianMs: 1210,
    lengthMedian: 38,
    ...changes,
  };
}

/** One line of the only message is reworded. */
export function someChanges(changes: Partial<PromptChanges> = {}): PromptChanges {
  return {
    messages: { shown: [aMessageChange()], more: 0 },
    settings: { shown: [], more: 0 },
    variables: {
      shown: [{ name: 'message', column: 'message', readBy: 'both', filled: 100 }],
      more: 0,
      rows: 100,
      unread: [],
    },
    typical: null,
    ...changes,
  };
}

/** A reworded line of a system message. */
export function aMessageChange(changes: Partial<MessageChange> = {}): MessageChange {
  return {
    change: 'changed',
    base: { role: 'system', place: 1 },
    candidate: { role: 'system', place: 1 },
    added: 1,
    removed: 1,
    lines: [
      { kind: 'same', text: 'Answer with one label.' },
      {
        kind: 'removed',
        text: 'Use "refund" whenever the customer wants money back, even if they call it a billing problem.',
      },
      { kind: 'added', text: 'Use "billing" for anything about payments.' },
    ],
    ...changes,
  };
}

/** A prompt whose wording changed. */
export function aPromptReport(changes: Partial<PromptReport> = {}): PromptReport {
  return {
    id: 'triage',
    path: 'prompts/triage.prompt.yml',
    change: 'changed',
    isApplication: false,
    basePath: 'prompts/triage.prompt.yml',
    baseVersion: 'c1f09a3be77d51c0c1f09a3be77d51c0c1f09a3be77d51c0c1f09a3be77d51c0',
    candidateVersion: '77ab10e2d94f66aa77ab10e2d94f66aa77ab10e2d94f66aa77ab10e2d94f66aa',
    changes: someChanges(),
    reach: { reached: 100, cases: 100 },
    guesses: [],
    promptTokens: { base: 412, candidate: 371, cases: 100 },
    costRatio: { ratio: 0.88, lower: 0.85, upper: 0.91 },
    costVerdict: null,
    latencyVerdict: null,
    likeness: null,
    latencyRatio: { ratio: 0.9, lower: 0.82, upper: 0.99 },
    baseline: anArm(),
    candidate: anArm({ costMicroUsd: 36_000, costPerThousandMicroUsd: 361_000, latencyMedianMs: 1090 }),
    ...changes,
  };
}

/** A suite that ran. */
export function aSuiteReport(changes: Partial<SuiteReport> = {}): SuiteReport {
  return {
    name: 'triage',
    status: 'run',
    reason: 'prompts/triage.prompt.yml changed',
    verdict: 'pass',
    prompts: [aPromptReport()],
    cases: 100,
    addedCases: [],
    removedCases: [],
    editedCases: [],
    hashes: { dataset: '9c1f20aa41d3', metrics: '77ab10e2d94f' },
    baseline: 'The stored baseline of main (2 days old) is comparable.',
    noise: null,
    notes: [],
    ...changes,
  };
}

/** A suite that nothing touched. */
export function aSkippedSuite(name = 'summarise'): SuiteReport {
  const reason = 'nothing it depends on changed';
  return aSuiteReport({ name, status: 'skipped', reason, verdict: null, prompts: [], cases: 0, baseline: null });
}

/** A report that passes: one suite ran, one was skipped. */
export function aReport(changes: Partial<Report> = {}): Report {
  return {
    schemaVersion: 1,
    toolVersion: '1.0.0',
    verdict: 'pass',
    green: true,
    title: 'No regression larger than 5 points.',
    reasons: [],
    details: changes.reasons ?? [],
    grounds: [],
    notices: [],
    base: { commit: '3f2a91c04d1e5b6a7980c1d2e3f4a5b6c7d8e9f0', label: 'main', pushed: null },
    head: { commit: 'b81e0d4f2a6c8e0b1d3f5a7c9e1b3d5f7a9c1e3b', label: 'this PR', pushed: null },
    github: {
      url: 'https://github.com/acme/shop',
      pull: 12,
      acceptsOwn: false,
      docsUrl: 'https://github.com/acme/prompt-assay/blob/v1/docs',
      pageUrl: null,
    },
    since: null,
    metrics: [aMetric()],
    suites: [aSuiteReport(), aSkippedSuite()],
    cases: [],
    examples: 'full',
    calls: 320,
    generationCalls: 220,
    judgeCalls: 100,
    cacheHits: 0,
    retries: 0,
    inputTokens: 82_400,
    outputTokens: 6200,
    costUsd: 0.11,
    budgetUsd: 2,
    durationMs: 38_000,
    reproduce: 'prompt-assay run --base 3f2a91c --head b81e0d4',
    compare: 'prompt-assay compare --baseline baseline-scores.jsonl --candidate scores.jsonl --design two-look',
    notes: [],
    errors: [],
    warnings: [],
    screenUses: [],
    asked: [],
    contentKeys: { triage: '9c1f20aa41d35b7e9c1f20aa41d35b7e9c1f20aa41d35b7e9c1f20aa41d35b7e' },
    runUrl: 'https://github.com/acme/shop/actions/runs/1234567890',
    ...changes,
  };
}

/** Forty of a hundred answers, and nothing went wrong. */
export function aProgress(changes: Partial<Progress> = {}): Progress {
  return {
    label: 'answers',
    suite: 'triage',
    total: 100,
    done: 40,
    known: 0,
    failed: 0,
    retries: 0,
    lastFault: null,
    spentMicroUsd: 130_000,
    budgetMicroUsd: 2_000_000,
    isOver: false,
    ...changes,
  };
}
