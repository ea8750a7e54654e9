import { buildProblem } from '../../src/errors.ts';
import type { CaseReport } from '../../src/report/case-report.ts';
import type { Report } from '../../src/report/report.ts';
import {
  aCaseMetric,
  aCaseReport,
  aMessageChange,
  aMetric,
  anArm,
  anOutput,
  aPromptReport,
  aReport,
  aSkippedSuite,
  aSuiteReport,
  someChanges,
} from '../helpers/builders.ts';

const held =
  'The judge has not been calibrated (0 of 50 labels): it is shown and cannot block. docs/judge.md says how to get there.';

const judge = aMetric({
  metric: 'helpful',
  kind: 'judge',
  binary: false,
  gates: false,
  held,
  worse: 22,
  better: 29,
  same: 49,
  baselineMean: 0.78,
  candidateMean: 0.8,
  difference: 0.02,
  lowerBound: -0.03,
  upperBound: 0.07,
  sentence: '22 of 100 cases got worse and 29 got better.',
});

/** A change of everything that a prompt has. */
function manyChanges() {
  const place = (role: string, number: number) => ({ role, place: number });
  return someChanges({
    messages: {
      shown: [
        aMessageChange(),
        aMessageChange({
          change: 'added',
          base: null,
          candidate: place('user', 2),
          removed: 0,
          lines: [{ kind: 'added', text: 'My parcel was opened. What now?' }],
        }),
        aMessageChange({
          change: 'moved',
          base: place('assistant', 2),
          candidate: place('assistant', 5),
          added: 0,
          removed: 0,
          lines: [],
        }),
      ],
      more: 0,
    },
    settings: {
      shown: [
        { path: 'model', before: 'some-model', after: 'other-model' },
        { path: 'temperature', before: '0', after: '0.7' },
        { path: 'max-tokens', before: null, after: '200' },
        { path: 'response-format.schema.properties.label.enum[]', before: null, after: 'billing' },
        { path: 'tools.search', before: '{"name":"search"}', after: null },
        { path: 'tools.refund.parameters.properties.amount.type', before: 'string', after: 'number' },
      ],
      more: 0,
    },
    variables: {
      shown: [
        { name: 'message', column: 'message', readBy: 'both', filled: 100 },
        { name: 'order', column: 'order_id', readBy: 'candidate', filled: 12 },
        { name: 'tone', column: 'tone', readBy: 'base', filled: 100 },
      ],
      more: 0,
      rows: 100,
      unread: ['tone'],
    },
    typical: {
      case: 'refund-058',
      messages: {
        shown: [
          aMessageChange({
            base: place('user', 6),
            candidate: place('user', 7),
            lines: [
              { kind: 'gap', text: '12 equal lines' },
              { kind: 'same', text: 'I paid twice and want it back.' },
              { kind: 'removed', text: 'Answer politely.' },
              { kind: 'added', text: 'The order is 4711.' },
            ],
          }),
        ],
        more: 0,
      },
    },
  });
}

/** A proven regression with the report of every kind of case. */
export function aFailure(): Report {
  const scores = { label: 'regressed', baselineScores: [1, 1, 1, 1, 1], candidateScores: [0, 0, 0, 0, 0] } as const;
  const regressed = { label: 'regressed', metrics: [aCaseMetric(scores)] } as const;
  return aReport({
    verdict: 'fail',
    green: false,
    title: 'Regression proven in triage: 11 of 100 cases got worse, 4 got better.',
    reasons: [
      'Run again 4 more times on both sides, the differences held; if this change were harmless that would happen in 1 of 850 runs.',
    ],
    metrics: [
      aMetric({
        verdict: 'fail',
        worse: 11,
        better: 4,
        same: 85,
        candidateMean: 0.78,
        difference: -0.07,
        lowerBound: -0.132,
        upperBound: 0.004,
        pValue: 0.0012,
        looks: 2,
        detectableDrop: 0.08,
        sentence: '11 of 100 cases got worse and 4 got better; an estimated drop of 7 points (between −13.2 and +0.4).',
      }),
      aMetric({
        metric: 'valid JSON',
        worse: 1,
        same: 99,
        baselineMean: 1,
        candidateMean: 0.99,
        difference: -0.01,
        lowerBound: -0.043,
        upperBound: 0.02,
        sentence: '1 of 100 cases got worse and 0 got better; a drop of more than 4.3 points is ruled out.',
      }),
      judge,
    ],
    suites: [
      aSuiteReport({
        verdict: 'fail',
        baseline: 'The stored baseline of main (2 days old, comparable) showed a drop, so main was run afresh.',
        prompts: [aPromptReport({ changes: manyChanges(), candidate: anArm({ model: 'other-model' }) })],
        addedCases: ['refund-101', 'refund-102'],
      }),
      aSkippedSuite(),
    ],
    cases: [
      aCaseReport(regressed),
      aCaseReport({
        ...regressed,
        case: 'refund-022',
        input: { message: 'You took 20 EUR too much.\nPlease pay it back.', language: 'en' },
        metrics: [aCaseMetric({ ...scores, candidateScores: [0, 0, 1, 0, 0] })],
      }),
      aCaseReport({ ...regressed, case: 'refund-031', critical: true }),
      ...Array.from({ length: 8 }, (_, index) => aCaseReport({ ...regressed, case: `refund-0${40 + index}` })),
      ...Array.from({ length: 4 }, (_, index) =>
        aCaseReport({
          case: `spam-00${index + 1}`,
          label: 'improved',
          expected: 'spam',
          baselineOutput: anOutput('{"label": "other"}'),
          candidateOutput: anOutput('{"label": "spam"}'),
          metrics: [
            aCaseMetric({ label: 'improved', baselineScores: [0, 0, 0, 0, 0], candidateScores: [1, 1, 1, 1, 1] }),
          ],
        }),
      ),
    ],
    calls: 640,
    generationCalls: 320,
    judgeCalls: 320,
  });
}

/** No drop, proven on 200 cases. */
export function aPass(): Report {
  const sentence = '2 of 200 cases got worse and 1 got better; a drop of more than 2.3 points is ruled out.';
  return aReport({
    reasons: [sentence],
    metrics: [
      aMetric({
        cases: 200,
        worse: 2,
        better: 1,
        same: 197,
        candidateMean: 0.845,
        difference: -0.005,
        upperBound: 0.013,
        baselineSource: 'stored',
        sentence,
      }),
    ],
  });
}

/** Too few cases to tell. */
export function anOpenQuestion(): Report {
  return aReport({
    verdict: 'inconclusive',
    title: 'Not enough evidence either way (not blocked).',
    reasons: [
      '6 worse, 3 better of 50: the data fit anything from −16 to +5 points. About 60 more cases would settle it; this run could only have detected a drop of 15 points or more.',
    ],
    metrics: [
      aMetric({
        verdict: 'inconclusive',
        cases: 50,
        worse: 6,
        better: 3,
        same: 41,
        baselineMean: 0.86,
        candidateMean: 0.8,
        difference: -0.06,
        lowerBound: -0.16,
        upperBound: 0.05,
        pValue: 0.25,
        margin: 0.1,
        looks: 2,
        detectableDrop: 0.15,
        casesToSettle: 110,
        sentence: '6 of 50 cases got worse and 3 got better: not proven either way.',
      }),
    ],
    cases: [
      aCaseReport({
        label: 'flaky',
        metrics: [aCaseMetric({ label: 'flaky', baselineScores: [1, 1, 0, 1, 1], candidateScores: [0, 1, 0, 1, 0] })],
      }),
      aCaseReport({
        case: 'long-001',
        expected: null,
        baselineOutput: anOutput(
          `${'Thank you for writing to us. '.repeat(30)}We will send the money back within five days.`,
        ),
        candidateOutput: anOutput(
          `${'Thank you for writing to us. '.repeat(30)}Please contact the billing team within five days.`,
        ),
      }),
    ],
  });
}

/** A config with mistakes. */
export function aBrokenConfig(): Report {
  return aReport({
    verdict: 'invalid',
    green: false,
    title: 'Could not be judged: the configuration has 2 mistakes. This says nothing about the prompt.',
    metrics: [],
    suites: [],
    calls: 0,
    generationCalls: 0,
    judgeCalls: 0,
    inputTokens: 0,
    outputTokens: 0,
    costUsd: 0,
    durationMs: 210,
    contentKeys: {},
    errors: [
      buildProblem('"chekcs" is unknown.', 'Did you mean "checks"?', { path: 'prompt-assay.yml', line: 12, column: 5 }),
      buildProblem('"expected" is missing.', 'Add it, or remove the equals check for this case.', {
        path: 'evals/faq.jsonl',
        line: 12,
        column: null,
      }),
    ],
    warnings: [
      buildProblem('The variable "tone" is used by no case.', 'Remove it from the prompt, or add it to the rows.'),
    ],
  });
}

/** A provider that was down. */
export function anOutage(): Report {
  return aReport({
    verdict: 'invalid',
    green: false,
    title: 'Could not be judged; this says nothing about the prompt.',
    reasons: [
      "31 of 200 answers are missing on this PR's side: the provider answered 503 for 4 minutes. Nothing finished was lost: re-run the job to pay only for the missing 31.",
    ],
    metrics: [
      aMetric({
        verdict: 'invalid',
        cases: 69,
        same: 69,
        unscored: 31,
        missingCandidate: 31,
        lowerBound: null,
        upperBound: null,
        pValue: null,
        difference: null,
        looks: 0,
        remark: 'More than 20 % of the cases are incomplete.',
        sentence: '31 of 100 cases are incomplete.',
      }),
    ],
    suites: [
      aSuiteReport({
        verdict: 'invalid',
        prompts: [
          aPromptReport({
            candidate: anArm({
              answered: 69,
              unavailable: 31,
              unavailableReasons: ['the provider answered 503 (service unavailable) after 6 attempts'],
              finishReasons: { stop: 66, length: 3 },
            }),
          }),
        ],
      }),
    ],
    retries: 186,
  });
}

/** A change that touches no suite. */
export function aQuietChange(): Report {
  return aReport({
    title: 'Nothing to compare: no prompt, dataset or check differs.',
    metrics: [],
    suites: [aSkippedSuite('triage'), aSkippedSuite()],
    calls: 0,
    generationCalls: 0,
    judgeCalls: 0,
    inputTokens: 0,
    outputTokens: 0,
    costUsd: 0,
    durationMs: 340,
    contentKeys: {},
  });
}

/** The first pull request of a repository: everything is only shown. */
export function aFirstContact(): Report {
  return aReport({
    title: 'Nothing gates until this is merged.',
    reasons: [
      'main has no prompt-assay.yml, so the one of this pull request was used under the built-in gate and budget.',
    ],
    metrics: [aMetric({ gates: false, worse: 3, better: 5, same: 92, candidateMean: 0.87, difference: 0.02 })],
    suites: [aSuiteReport({ baseline: 'main has no stored baseline: it was run in this job for $0.04.' })],
    notes: ['After the merge, run the workflow by hand once to store the baseline of main.'],
  });
}

/** Three suites with four prompts and every verdict. */
export function aMixedRun(): Report {
  const fail = aFailure();
  const reasons = [
    'reply: not enough evidence either way.',
    'search: could not be judged, 31 of 100 answers are missing.',
  ];
  return {
    ...fail,
    title: 'Regression proven in triage: 11 of 100 cases got worse, 4 got better.',
    reasons,
    details: reasons,
    notices: ['Suite "reply" loses the prompt old: nothing takes its place, and its cases are no longer checked.'],
    metrics: [
      ...fail.metrics,
      ...anOpenQuestion().metrics.map((metric) => ({ ...metric, suite: 'reply', prompt: 'formal' })),
      aMetric({
        suite: 'reply',
        prompt: 'short',
        metric: 'length',
        direction: 'neutral',
        gates: false,
        binary: false,
        baselineMean: 0.4,
        candidateMean: 0.31,
        difference: -0.09,
        lowerBound: -0.12,
        upperBound: -0.06,
      }),
      ...anOutage().metrics.map((metric) => ({ ...metric, suite: 'search', prompt: 'search' })),
      aMetric({
        suite: 'search',
        prompt: 'search',
        metric: 'refusals',
        direction: 'lower',
        baselineMean: 0.02,
        candidateMean: 0.01,
        difference: 0.01,
        minScore: 0.9,
        belowMinScore: false,
      }),
      aMetric({ suite: 'search', prompt: 'search', metric: 'cites', minScore: 0.9, belowMinScore: true, gates: false }),
    ],
    suites: [
      ...fail.suites,
      aSuiteReport({
        name: 'reply',
        verdict: 'inconclusive',
        prompts: [
          aPromptReport({ id: 'formal', path: 'prompts/reply/formal.prompty' }),
          aPromptReport({
            id: 'short',
            path: 'prompts/reply/short.prompty',
            basePath: 'prompts/reply/brief.prompty',
            change: 'renamed',
            changes: null,
            promptTokens: null,
          }),
          aPromptReport({
            id: 'old',
            path: 'prompts/reply/old.prompty',
            change: 'deleted',
            changes: null,
            promptTokens: null,
            candidate: null,
            baseline: null,
            candidateVersion: null,
          }),
        ],
        removedCases: ['r-3'],
        editedCases: ['r-7', 'r-9'],
      }),
      aSuiteReport({
        name: 'search',
        verdict: 'invalid',
        prompts: [
          aPromptReport({
            id: 'search',
            path: 'prompts/search.prompt',
            change: 'new',
            basePath: null,
            baseVersion: null,
            baseline: null,
            changes: null,
            promptTokens: null,
          }),
        ],
      }),
    ],
    cases: [
      ...fail.cases.slice(0, 2),
      aCaseReport({
        suite: 'reply',
        prompt: 'formal',
        case: 'r-12',
        label: 'unscored',
        candidateOutput: null,
        metrics: [
          aCaseMetric({
            label: 'unscored',
            candidateScores: [null],
            candidateReason: 'the provider answered 503 after 6 attempts',
          }),
        ],
      }),
      aCaseReport({
        suite: 'reply',
        prompt: 'short',
        case: 'r-13',
        metrics: [aCaseMetric({ metric: 'length', baselineScores: [0.8], candidateScores: [0.35] })],
        baselineOutput: anOutput('', {
          toolCalls: [{ name: 'search', arguments: { q: 'refund' } }],
          finishReason: 'tool_calls',
        }),
        candidateOutput: anOutput('I cannot help with that.', { refusal: 'policy', finishReason: 'content_filter' }),
      }),
    ],
  };
}

/** 2,000 cases, a quarter of them broken, with long texts. */
export function aHugeReport(): Report {
  const long = (index: number, word: string) =>
    `Case ${index}. ${`${word} is what the customer asked for, once more. `.repeat(60)}`;
  const cases: readonly CaseReport[] = Array.from({ length: 500 }, (_, index) =>
    aCaseReport({
      case: `case-${index}`,
      input: { message: long(index, 'Refund') },
      baselineOutput: anOutput(long(index, 'refund')),
      candidateOutput: anOutput(long(index, 'billing')),
    }),
  );
  const fail = aFailure();
  return {
    ...fail,
    cases,
    metrics: fail.metrics.map((metric) => ({ ...metric, cases: 2000, worse: 500, same: 1496, margin: 0.05 })),
  };
}
