import { aMetric, anOutput, aPromptReport, aReport, aSuiteReport } from '../../../__tests__/helpers/builders.ts';
import { aPageCase } from '../../../__tests__/helpers/page.ts';
import type { PageCase } from '../../../src/report/page/page-run.ts';

const words =
  'parcel refund order arrived late broken customer please thanks address invoice voucher colour size return'.split(
    ' ',
  );
const tags = ['refund', 'delivery', 'invoice', 'hard'];

/** Text of about so many characters that is another for each seed. */
function makeText(seed: number, characters: number): string {
  let text = `answer ${seed}:`;
  for (let step = seed; text.length < characters; step += 7) {
    text += ` ${words[(step * 31 + seed) % words.length]}${step % 13 === 0 ? '.\n' : ''}`;
  }
  return text;
}

/** How many characters of answers are in a large report. */
export const largeCases = 2000;
export const largeAnswer = 5000;

/** A report and so many cases of three metrics, a third of which got worse. */
export function aLargePage() {
  const names = ['label', 'tone', 'helpful'];
  const metrics = names.map((metric, place) =>
    aMetric({
      metric,
      verdict: place === 0 ? 'fail' : 'pass',
      binary: place < 2,
      kind: place === 2 ? 'judge' : 'check',
      difference: -0.1 + place * 0.08,
      lowerBound: -0.16 + place * 0.07,
      upperBound: -0.04 + place * 0.1,
      tags: tags.map((tag, at) => ({
        tag,
        cases: 500,
        worse: 60 * at,
        better: 4,
        baselineMean: 0.9,
        candidateMean: 0.9 - at * 0.1,
      })),
    }),
  );
  const report = aReport({
    verdict: 'fail',
    green: false,
    title: 'Regression proven in `label`.',
    details: ['`label`: 667 of 2,000 cases got worse and none got better.'],
    metrics,
    suites: [aSuiteReport({ prompts: [aPromptReport()] })],
  });
  const bins = Array.from({ length: 21 }, (_, bin) => Math.max(0, 900 - Math.abs(bin - 9) * 160));
  return {
    report,
    cases: { [Symbol.iterator]: () => listCases(names) },
    changes: [{ suite: 'triage', prompt: 'triage', metric: 'helpful', bins }],
  };
}

function* listCases(names: readonly string[]): Generator<PageCase> {
  for (let number = 0; number < largeCases; number += 1) {
    const isWorse = number % 3 === 0;
    yield aPageCase({
      case: `case-${number}`,
      position: number,
      label: isWorse ? 'worse' : 'same',
      critical: number % 50 === 0,
      tags: [tags[number % tags.length] ?? ''],
      input: `Question ${number}: ${makeText(number, 200)}`,
      expected: words[number % words.length] ?? null,
      metrics: names.map((metric, place) => ({
        metric,
        label: isWorse && place < 2 ? 'worse' : 'same',
        drop: isWorse && place < 2 ? 1 : 0,
        baselineScores: [1],
        candidateScores: [isWorse && place < 2 ? 0 : 1],
        baselineReason: null,
        candidateReason: isWorse ? `misses the word ${number}` : null,
      })),
      baselineOutput: anOutput(makeText(number, largeAnswer)),
      candidateOutput: anOutput(`${makeText(number, largeAnswer - 20)} and more`),
    });
  }
}
