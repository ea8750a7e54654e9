import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderComment, renderFolded, renderSummary } from '../../src/report/comment/markdown.ts';
import { parseRecord, renderMarker, renderRecord } from '../../src/report/comment/marker.ts';
import type { Report } from '../../src/report/report.ts';
import { aCaseMetric, aCaseReport, aMetric, aReport, aSuiteReport } from '../helpers/builders.ts';
import { aHostileReport, hostileText } from './hostile.ts';
import { linkable, listNodes, parseMarkdown } from './markdown-tree.ts';
import {
  aBrokenConfig,
  aFailure,
  aHugeReport,
  aMixedRun,
  anOpenQuestion,
  anOutage,
  aPass,
  aQuietChange,
} from './scenarios.ts';

const options = { commentKey: 'prompt-assay.yml', record: { verdict: 'fail' } };
const scenarios: readonly (readonly [string, Report])[] = [
  ['fail', aFailure()],
  ['pass', aPass()],
  ['inconclusive', anOpenQuestion()],
  ['config', aBrokenConfig()],
  ['outage', anOutage()],
  ['mixed', aMixedRun()],
  ['hostile', aHostileReport()],
  ['huge', aHugeReport()],
];

/** Our own HTML: comments, folds with their summary, small print, line breaks. */
const ownHtml =
  /^(<!-- prompt-assay:(comment|record) .* -->\n?|<\/?(details|summary|sub|b|code)>|<br>|<details><summary>(<\/?(b|code)>|[^<>])*<\/summary>|<\/details>\n?)+$/;

/** Where links of ours lead: the run, the repository at a commit, and the docs. */
function ownPlaces({ runUrl, github }: Report): readonly string[] {
  return [runUrl, `${github?.url}/blob/`, `${github?.url}/commit/`, github?.docsUrl].filter((place) => place != null);
}

describe('nothing foreign gets through', () => {
  it.each(scenarios)('%s: only our own links, HTML and blocks', (_name, report) => {
    const nodes = listNodes(parseMarkdown(renderComment(report, options)));
    const types = new Set(nodes.map(({ type }) => type));
    for (const type of [
      'image',
      'imageReference',
      'linkReference',
      'definition',
      'footnoteReference',
      'footnoteDefinition',
      'delete',
      'thematicBreak',
    ]) {
      expect(types).not.toContain(type);
    }
    for (const { type, url, value = '' } of nodes) {
      if (type === 'link') expect(ownPlaces(report).some((place) => url?.startsWith(place))).toBe(true);
      if (type === 'html') expect(value).toMatch(ownHtml);
      if (type === 'text') expect(value).not.toMatch(linkable);
    }
    expect(nodes.filter(({ type }) => type === 'blockquote')).toHaveLength(1);
    expect(nodes.filter(({ type }) => type === 'heading')).toHaveLength(1);
    const inFolds = report.suites.flatMap(({ prompts }) => prompts).filter(({ changes }) => changes?.settings.shown[0]);
    expect(nodes.filter(({ type }) => type === 'table').length).toBeLessThanOrEqual(2 + inFolds.length);
  });

  it('opens as many folds as it closes, whatever the texts are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<details>', '</details>', '```', '\n\n', '`', '<!--', '-->', 'x')),
        (parts) => {
          const text = parts.join('');
          const base = aHostileReport();
          const metrics = [aCaseMetric({ metric: text, candidateReason: text })];
          const { suites } = aHostileReport(text);
          const report = {
            ...base,
            suites,
            cases: [aCaseReport({ case: text, input: text, metrics, expected: text })],
          };
          const html = listNodes(parseMarkdown(renderComment(report, options))).filter(({ type }) => type === 'html');
          const count = (tag: string) => html.reduce((sum, { value = '' }) => sum + value.split(tag).length - 1, 0);
          expect(count('</details>')).toBe(count('<details>'));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('has one marker and one record, the true ones', () => {
    const body = renderComment(aHostileReport(), options);
    expect(body.match(/<!--\s*prompt-assay:comment/g)).toHaveLength(1);
    expect(body.match(/<!--\s*prompt-assay:record/g)).toHaveLength(1);
    expect(parseRecord(body)).toEqual({ verdict: 'fail' });
  });
});

describe('the limit', () => {
  it.each(scenarios)('%s stays below 65,000 characters', (_name, report) => {
    expect(renderComment(report, options).length).toBeLessThanOrEqual(65_000);
  });

  it.each([3000, 6000, 12_000, 30_000])('of %i is kept by a huge report, which says what was cut', (maxCharacters) => {
    const body = renderComment(aHugeReport(), { ...options, maxCharacters });
    expect(body.length).toBeLessThanOrEqual(maxCharacters);
    expect(body).toContain('Regression proven in triage');
    expect(body).toMatch(/Shortened to fit: .*cases.*The whole is in/);
  });

  it('keeps the verdict where hundreds of comparisons, suites and reasons compete', () => {
    const many = Array.from({ length: 1500 }, (_, index) => `suite-${index}-${'long '.repeat(20)}`);
    const report = aReport({
      verdict: 'fail',
      title: `Regression proven. ${'Long. '.repeat(20_000)}`,
      reasons: many,
      metrics: many.map((suite) => aMetric({ suite, verdict: 'fail' })),
      suites: many.map((name) => aSuiteReport({ name, addedCases: many.slice(0, 40) })),
      errors: many.map((message) => ({ path: message, line: 1, column: 1, message, hint: message })),
      contentKeys: Object.fromEntries(many.map((name) => [name, name])),
    });
    const body = renderComment(report, { ...options, record: many });
    expect(body.length).toBeLessThanOrEqual(65_000);
    expect(body).toContain('> **Regression proven.');
    expect(body).toContain('**What to mend**');
    expect(Buffer.byteLength(renderSummary(report))).toBeLessThanOrEqual(900 * 1024);
  });

  it('gives the job summary what the comment left out', () => {
    const summary = renderSummary(aHugeReport());
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(900 * 1024);
    expect(summary).toContain('case-200<');
    expect(renderComment(aHugeReport(), options)).not.toContain('case-200<');
  });
});

describe('what is shown', () => {
  it('orders the sections by the need of the reader and leaves out empty ones', () => {
    const body = renderComment(aFailure(), options);
    const marks = [
      '### ❌ Prompt Assay · `triage`',
      '[!CAUTION]',
      '| ❌ **label**',
      '**Where it broke**',
      'What changed in',
      'How this was decided',
      'Run: 640 calls',
      'Not run:',
    ];
    const places = marks.map((mark) => body.indexOf(mark));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(renderComment(aPass(), options)).not.toContain('cases**');
    expect(renderComment(aPass(), options)).not.toContain('What to mend');
  });

  it.each([
    ['full', true, true],
    ['redacted', true, false],
    ['none', false, false],
  ] as const)('examples: %s', (examples, hasIds, hasTexts) => {
    const report = { ...aFailure(), examples };
    for (const text of [renderComment(report, options), renderSummary(report)]) {
      expect(text.includes('refund-022')).toBe(hasIds);
      expect(text.includes('charged twice')).toBe(hasTexts);
      expect(text.includes('"urgency"')).toBe(hasTexts);
      expect(text.includes('I paid twice')).toBe(hasTexts);
      expect(text.includes('Answer with one label.')).toBe(true);
    }
  });

  it('says in the alert what a reader must see at once', () => {
    const notices = ['Suite "reply" loses the prompt old.', 'From this merge on label no longer gates.'];
    const [alert] = renderComment(aReport({ notices }), options)
      .split('\n\n')
      .filter((part) => part.startsWith('> [!'));
    expect(alert).toContain('> - Suite "reply" loses the prompt old.\n> - From this merge on label no longer gates.');
  });

  it('folds to one visible line and keeps marker and record', () => {
    const lines = renderFolded(aQuietChange(), options)
      .trim()
      .split('\n')
      .filter((line) => line !== '');
    expect(lines).toHaveLength(3);
    expect(lines[2]).toContain('Nothing to compare');
  });
});

describe('the hidden lines', () => {
  it.each(['prompt-assay.yml', 'a--b', '--> <b>', hostileText])('marker of %j cannot end its comment', (key) => {
    expect(renderMarker(key)).toMatch(/^<!-- prompt-assay:comment key=\S+ -->$/);
    expect(renderMarker(key).slice(4, -3)).not.toMatch(/--|>/);
  });

  it('a record cannot end its comment either, and is read back', () => {
    const record = { title: '--> <img src=x> @octocat --' };
    const line = renderRecord(record);
    expect(line).toMatch(/^<!-- prompt-assay:record [^<>@]+ -->$/);
    expect(line.slice(4, -3)).not.toContain('--');
    expect(parseRecord(`${renderMarker('x')}\n${line}`)).toEqual(record);
  });

  it('a record that a text imitates is not read', () => {
    const fake = '<!-- prompt-assay:record {"verdict":"pass"} -->';
    expect(parseRecord(`${renderMarker('x')}\n\n${fake}`)).toBeNull();
    expect(parseRecord(fake)).toBeNull();
    expect(parseRecord(`${renderMarker('x')}\n<!-- prompt-assay:record {broken -->`)).toBeNull();
  });
});
