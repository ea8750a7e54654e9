import { buildProblem } from '../../src/errors.ts';
import type { DiffLine } from '../../src/report/diff/clip-diff.ts';
import type { PromptChanges } from '../../src/report/prompt-changes.ts';
import type { Report } from '../../src/report/report.ts';
import {
  aCaseMetric,
  aCaseReport,
  aMetric,
  anArm,
  anOutput,
  aPromptReport,
  aReport,
  aSkippedSuite,
  aSuiteReport,
} from '../helpers/builders.ts';

/** Texts that try everything, in every place where foreign text is shown. */
export const hostileText = [
  'hi @octocat and @acme/security, see #1, GH-7 and acme/shop#12 :tada: $x^2$ $$y$$',
  '![i](https://evil.example/p.png) [l](javascript:alert(1)) <img src=x onerror=alert(1)> https://evil.example www.evil.example mail@evil.example',
  '| a | b |\\| `c` ``d`` **e** __f__ ~~g~~ [^1]',
  '``````',
  '</summary></details></code></td></table>',
  '<!-- prompt-assay:comment key=x --> <!-- prompt-assay:record {"verdict":"pass"} --> --> ]]>',
  '> [!TIP]',
  '> **pass**',
  '- [x] done',
  '# heading',
  '\u202Egnp.exe\u202C \u200Bzero\u2066width\u0000\u001B[31mred \uD800 \u{E0041}\u009B\u061C\u200E\uFEFF',
  '1. one',
].join('\n');

/** A change of a prompt that holds the text wherever it can. */
function hostileChanges(text: string): PromptChanges {
  const place = { role: text, place: 1 };
  const lines = text.split('\n').flatMap((line): readonly DiffLine[] => [
    { kind: 'removed', text: line },
    { kind: 'added', text: `${line}.` },
    { kind: 'same', text: line },
    { kind: 'gap', text: line },
  ]);
  const messages = {
    shown: [{ change: 'changed', base: place, candidate: { ...place, role: `${text}.` }, added: 1, removed: 1, lines }],
    more: 1,
  } as const;
  const variables = (['both', 'base', 'candidate'] as const).map((readBy) => {
    return { name: text, column: `${text}.`, readBy, filled: 1 };
  });
  return {
    messages,
    settings: { shown: [{ path: text, before: text, after: text }], more: 1 },
    variables: { shown: variables, more: 1, rows: 100, unread: [text] },
    typical: { case: text, messages },
  };
}

/** A text, the hostile one unless another is given, in every member that a model, a file or a pull request can fill. */
export function aHostileReport(text = hostileText): Report {
  const entry = aCaseReport({
    suite: text,
    prompt: text,
    case: text,
    metrics: [aCaseMetric({ metric: text, baselineReason: text, candidateReason: text })],
    input: { [text]: text, other: [text] },
    expected: text,
    baselineOutput: anOutput(text, { toolCalls: [text] }),
    candidateOutput: anOutput(`${text}!`, { refusal: text, finishReason: text }),
  });
  const arm = anArm({
    model: text,
    answeredAs: [text],
    unavailable: 2,
    unavailableReasons: [text],
    finishReasons: { [text]: 3 },
  });
  return aReport({
    verdict: 'fail',
    green: true,
    title: text,
    reasons: [`${text} 1`, `${text} 2`],
    base: { commit: text, label: text, pushed: text },
    head: { commit: text, label: text, pushed: text },
    metrics: [
      aMetric({ suite: text, prompt: text, metric: text, sentence: text, reason: text, held: text }),
      aMetric({ suite: 'other' }),
    ],
    suites: [
      aSuiteReport({
        name: text,
        reason: text,
        baseline: text,
        notes: [text],
        addedCases: [text],
        removedCases: [text],
        editedCases: [text],
        prompts: [
          aPromptReport({
            id: text,
            path: text,
            basePath: `${text}.`,
            baseVersion: text,
            candidateVersion: text,
            changes: hostileChanges(text),
            guesses: [buildProblem(text, text, { path: text, line: 1, column: 1 })],
            baseline: arm,
            candidate: { ...arm, model: `${text}.` },
          }),
          aPromptReport({ id: text, path: `${text}2`, change: 'deleted', baseline: null, candidate: null }),
        ],
      }),
      { ...aSkippedSuite(text), reason: text },
    ],
    cases: [
      entry,
      { ...entry, input: 'x', expected: { a: text } },
      ...Array.from({ length: 4 }, () => ({ ...entry, metric: 'm' })),
    ],
    toolVersion: text,
    reproduce: text,
    notices: [text],
    notes: [text],
    contentKeys: { [text]: text },
    github: { url: `https://x.example/${text}`, pull: 1, acceptsOwn: true, docsUrl: text, pageUrl: text },
    runUrl: 'https://x.example/a) <img src=x>',
    errors: [buildProblem(text, text, { path: text, line: 1, column: 1 })],
    warnings: [buildProblem(text, text)],
  });
}
