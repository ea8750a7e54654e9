import type { Report } from '../../../src/report/report.ts';
import {
  aCaseMetric,
  aCaseReport,
  aMetric,
  anOutput,
  aPromptReport,
  aReport,
  aSuiteReport,
} from '../../helpers/builders.ts';
import { aHostileReport } from '../hostile.ts';
import {
  aBrokenConfig,
  aFailure,
  aFirstContact,
  aHugeReport,
  aMixedRun,
  anOpenQuestion,
  anOutage,
  aPass,
  aQuietChange,
} from '../scenarios.ts';

/** Names and texts whose characters are wide, joined or marked. */
export function aWideReport(): Report {
  const label = '回答の正確さ👩‍👩‍👧‍👦';
  const scores = aCaseMetric({ metric: label, baselineReason: '正しい', candidateReason: '間違いです。'.repeat(40) });
  return aReport({
    verdict: 'fail',
    green: false,
    title: '質問の分類で退行が証明されました：100件中11件が悪化し、4件が改善しました。ご確認ください。',
    metrics: [
      aMetric({ suite: '分類', prompt: '質問', metric: label, verdict: 'fail' }),
      aMetric({ suite: '分類', prompt: '質問', metric: 'Übergröße é̂', kind: 'judge', binary: false }),
    ],
    suites: [
      aSuiteReport({
        name: '分類',
        prompts: [aPromptReport({ id: '質問', path: 'プロンプト/質問の分類.prompt.yml' })],
      }),
    ],
    cases: [
      aCaseReport({
        suite: '分類',
        prompt: '質問',
        case: '返金-🇩🇪-017',
        tags: ['返金', '👍🏽'],
        input: '二重に請求されました。二回目の支払いを返してください。'.repeat(5),
        expected: '返金',
        metrics: [scores],
        baselineOutput: anOutput('{"分類": "返金"}'),
        candidateOutput: anOutput('{"分類": "請求"}'),
      }),
    ],
  });
}

/** What a proven regression rests on, as a run says it. */
function withGrounds(report: Report): Report {
  const [ground] = report.metrics.map(({ suite, prompt, metric }) => {
    const { verdict } = report;
    return verdict === 'pass'
      ? null
      : { kind: 'comparison' as const, suite, prompt, subject: metric, verdict, blocks: true };
  });
  return { ...report, grounds: ground == null ? [] : [ground] };
}

/** Every report that a terminal has to show, by name. */
export const reports: readonly (readonly [name: string, build: () => Report])[] = [
  ['fail', () => withGrounds(aFailure())],
  ['pass', aPass],
  ['inconclusive', () => withGrounds(anOpenQuestion())],
  ['invalid-config', aBrokenConfig],
  ['invalid-outage', () => withGrounds(anOutage())],
  ['first-contact', aFirstContact],
  ['nothing-affected', aQuietChange],
  ['three-suites', () => withGrounds(aMixedRun())],
  ['hostile', aHostileReport],
  ['wide', () => withGrounds(aWideReport())],
  ['huge', aHugeReport],
];
