import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { History } from '../../../src/history/history.ts';
import { renderHistoryPage } from '../../../src/report/history/page.ts';
import { aBaselineLine, aHistory, aHostileHistory, aMeasure, aMerge, aMergedSuite } from '../../history/builders.ts';
import { hostileText } from '../hostile.ts';

const count = (text: string, part: string | RegExp) => text.split(part).length - 1;
const tagsOf = (html: string) => new Set([...html.matchAll(/<([a-zA-Z]+)/g)].map(([, name]) => name));
const page = (changes: Partial<History> = {}) => renderHistoryPage(aHistory(changes));

describe('the page of a history', () => {
  it('allows nothing but its own style', () => {
    const html = page();
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(html).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(html).not.toMatch(/<script|style="|<link|<img/);
  });

  it('shows scores with their intervals, marks what was set by hand and where the model changed', () => {
    const model = (name: string) => ({ reply: { asked: 'm', answeredAs: [name] } });
    const baselines = [
      aBaselineLine(1, { reason: 'the first one', models: model('m-1') }),
      aBaselineLine(2, { models: model('m-1') }),
      aBaselineLine(3, { models: model('m-2'), means: { 'reply / label': 0.933 } }),
    ];
    const html = page({ suites: [{ suite: 'triage', baselines }] });
    expect(count(html, '<path class="point"')).toBe(1);
    expect(count(html, '<circle class="point"')).toBe(2);
    expect(count(html, 'class="span"')).toBe(3);
    // The line stands in every chart of the suite.
    expect(count(html, 'class="model"')).toBe(3);
    expect(html).toContain('aria-label="reply / label: from 90 % on 2026-11-01 to 93.3 % on 2026-11-03"');
    expect(html).toContain('ada: “the first one”');
    expect(html).toContain('model m-1 → m-2');
    expect(html).toContain('93.3 % (80 to 95)');
  });

  it('draws no line over a change of the rules', () => {
    const baselines = [3, 3, 4].map((scoringRevision, at) => aBaselineLine(at + 1, { scoringRevision }));
    const html = page({ suites: [{ suite: 'triage', baselines }] });
    expect(count(html, '<polyline')).toBe(2);
    expect(html).toContain('scored by other rules than before');
  });

  it('keeps every figure on its canvas, whatever the scores are', () => {
    const means = [0, 1, 0.5, 7, -3];
    const baselines = means.map((mean, at) =>
      aBaselineLine(at + 1, {
        means: { 'reply / label': mean },
        measures: at === 1 ? {} : { 'reply / label': aMeasure({ lower: mean, upper: mean }) },
        costMicroUsd: at === 2 ? null : 0,
        tokens: null,
      }),
    );
    const html = page({ suites: [{ suite: 'triage', baselines }] });
    expect(html).not.toMatch(/NaN|Infinity|undefined/);
    const ys = [...html.matchAll(/ (?:y1|y2|cy)="([^"]*)"/g)].map(([, y]) => Number(y));
    expect(Math.min(...ys)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...ys)).toBeLessThanOrEqual(150);
  });

  it('lists what was merged, the newest first, with its pull request and what limits the verdict', () => {
    const merges = [
      aMerge(1, {
        suites: [
          aMergedSuite({ verdict: 'fail', title: 'Regression proven.', accepted: { by: '@grace', grounds: [] } }),
        ],
      }),
      aMerge(2, { suites: [aMergedSuite({ matches: false })] }),
      aMerge(3, { pull: null, suites: [aMergedSuite({ verdict: null, title: null, green: false })] }),
    ];
    const html = page({ merges });
    expect(html).toContain('<p class="last unjudged"><strong>not judged</strong>: commit 03ddddd');
    expect(html.indexOf('commit 03ddddd')).toBeLessThan(html.indexOf('/pull/2"'));
    expect(html.indexOf('/pull/2"')).toBeLessThan(html.indexOf('/pull/1"'));
    expect(html).toContain('<a href="https://github.com/acme/prompts/pull/1" rel="noreferrer">#1 Reword the reply</a>');
    expect(html).toContain('fail: Regression proven. <small>accepted by @grace</small>');
    expect(html).toContain('<small>main had gone on since it was judged</small>');
  });

  it.each([
    ['javascript:alert(1)'],
    ['http://github.com/acme/prompts/pull/1'],
    ['https://evil.example/"onclick="alert(1)'],
    ['data:text/html,x'],
  ])('links nothing but an address of https: %s', (url) => {
    const html = page({ merges: [aMerge(1, { pull: { number: 1, title: 'a change', url } })] });
    expect(html).not.toContain('<a ');
    expect(html).toContain('#1 a change');
  });

  it('is harmless whatever people, models and files called things', () => {
    const html = renderHistoryPage(aHostileHistory(hostileText));
    expect(tagsOf(html)).toEqual(tagsOf(renderHistoryPage(aHostileHistory('plain and `code`'))));
    expect(html).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}|\p{Surrogate}/u);
    expect(html).not.toContain('<a ');
  });

  it('names the lines that it could not read', () => {
    const wrong = {
      path: 'verdicts.jsonl',
      line: 3,
      column: null,
      message: 'is no line of a history.',
      hint: 'Restore it.',
    };
    expect(page({ errors: [wrong] })).toContain('verdicts.jsonl:3 is no line of a history. Restore it.');
  });

  it('bounds what a thousand prompts would draw', () => {
    const names = Array.from({ length: 1000 }, (_, number) => `p${number} / label`);
    const means = Object.fromEntries(names.map((name) => [name, 0.5]));
    const html = page({ suites: [{ suite: 'triage', baselines: [aBaselineLine(1, { means, measures: {} })] }] });
    expect(count(html, '<svg')).toBe(24 + 2);
    expect(html).toContain('976 more metrics: see history.json.');
  });

  it('says what to do where nothing is kept yet', () => {
    expect(page({ suites: [], merges: [] })).toContain('Nothing is kept yet: re-baseline main');
  });
});
