import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { measure } from '../../../src/report/console/cells.ts';
import { type Beside, renderTerminal } from '../../../src/report/console/terminal.ts';
import type { Report } from '../../../src/report/report.ts';
import type { WholeCase } from '../../../src/report/whole-case.ts';
import { aCaseMetric, aCaseReport, aMetric, anOutput, aReport } from '../../helpers/builders.ts';
import { aHostileReport, hostileText } from '../hostile.ts';
import { aBrokenConfig, aFailure, anOpenQuestion, aPass, aQuietChange } from '../scenarios.ts';
import { reports } from './worlds.ts';

const folder = join(import.meta.dirname, '../../../fixtures/reports');
const beside: Beside = {
  page: { path: 'out/report.html', address: 'file:///shop/out/report.html' },
  words: ['Needs accept on the pull request: the changed rows of `triage` (here: --accept triage).'],
  look: (id) => `prompt-assay run --case ${id}`,
  whole: null,
};
const plain = (report: Report, columns: number | null, more: Partial<Beside> = {}) =>
  renderTerminal(report, { columns, colour: false, links: false }, { ...beside, ...more });

/** Looks and links, which take no cells. */
const sequences = /\p{Cc}\[\d+m|\p{Cc}\]8;;\P{Cc}*\p{Cc}\\/gu;

/** A case that was asked for, with this text wherever it has one. */
function aWhole(text: string): WholeCase {
  const answer = (content: string) => ({
    output: anOutput(content),
    fault: null,
    scores: [{ metric: text, score: 0.5, reason: text }],
  });
  return {
    ...{ suite: text, prompt: text, case: text, critical: true, tags: [text], input: { [text]: text }, expected: text },
    baseline: [answer(`${text}\n  - a list\n\n\tand a tab`), { output: null, fault: text, scores: [] }],
    candidate: [answer(text)],
  };
}

describe('a terminal', () => {
  it.each(
    reports
      .filter(([name]) => name !== 'huge')
      .flatMap(([name, build]) => [140, 80, 40].map((columns) => ({ name, build, columns }))),
  )('shows $name at $columns columns as agreed', async ({ name, build, columns }) => {
    const path = join(folder, `${name}-${columns}.txt`);
    const text = plain(build(), columns);
    if (process.env.UPDATE_GOLDEN === '1') await writeFile(path, text);
    expect(text).toBe(await readFile(path, 'utf8'));
  });

  it.each(reports)('%s has no line wider than the terminal, measured in cells', (_name, build) => {
    const report = build();
    const whole = [aWhole(hostileText), aWhole('返金の質問'), aWhole('x'.repeat(300))];
    fc.assert(
      fc.property(fc.integer({ min: 32, max: 180 }), fc.boolean(), (columns, isColoured) => {
        const terminal = { columns, colour: isColoured, links: isColoured };
        for (const own of [beside, { ...beside, whole }]) {
          const text = renderTerminal(report, terminal, own).replace(sequences, '');
          const tooWide = text.split('\n').filter((line) => measure(line) > columns);
          expect(tooWide).toEqual([]);
        }
      }),
      { numRuns: 5 },
    );
  });

  it('has 100 columns where it is none', () => {
    const lines = plain(aFailure(), null).split('\n');
    expect(Math.max(...lines.map(measure))).toBeLessThanOrEqual(100);
    expect(plain(aFailure(), 0)).toBe(plain(aFailure(), null));
  });

  it('is steered by no foreign text, and coloured only where asked', () => {
    const report = aHostileReport();
    const whole = [aWhole(hostileText)];
    for (const text of [plain(report, 80), plain(report, 80, { whole })]) {
      expect(text).not.toMatch(/(?!\n)[\p{Cc}\u202E\u200B]/u);
    }
    const coloured = renderTerminal(aFailure(), { columns: 80, colour: true, links: false }, beside);
    expect(coloured).toContain('\u001B[31mFAIL');
    expect(coloured).not.toContain('\u001B]8');
  });
});

describe('the first lines', () => {
  const top = (report: Report, more: Partial<Beside> = {}) =>
    plain(report, 140, more).split('\n\n')[0]?.split('\n') ?? [];

  it('say verdict, suite, prompt, whether it would block, and the title', () => {
    expect(top(aFailure()).slice(0, 3)).toEqual([
      'FAIL  triage · triage.prompt.yml  would block',
      '  Regression proven in triage: 11 of 100 cases got worse, 4 got better.',
      '  main 3f2a91c → this PR b81e0d4',
    ]);
    expect(top({ ...aFailure(), green: true })[0]).toMatch(/ {2}would not block$/);
    expect(top(aPass())[0]).toBe('PASS  triage · triage.prompt.yml');
  });

  it('say nothing twice: neither a detail that is the title, nor a notice that is a detail, nor an error as the title', () => {
    const report = aFailure();
    const said = { ...report, details: [report.title, 'One.'], notices: ['One.', 'Two.'] };
    const text = plain(said, 1000);
    for (const sentence of [report.title, 'One.', 'Two.']) expect(text.split(sentence)).toHaveLength(2);
    const [error] = aBrokenConfig().errors;
    const one = {
      ...aBrokenConfig(),
      errors: error === undefined ? [] : [error],
      title: `Could not be judged: ${error?.message}`,
    };
    expect(plain(one, 1000).split('"chekcs" is unknown.')).toHaveLength(2);
  });

  const fall = (kind: 'comparison' | 'expense' | 'rows') => ({
    ...aFailure(),
    grounds: [{ kind, suite: 'triage', prompt: null, subject: null, verdict: 'fail' as const, blocks: true }],
  });

  it.each([
    ['a regression', fall('comparison'), 'Next: mend what broke, `refund-017` first.'],
    ['a limit', fall('expense'), 'Next: make answers cheaper or faster, or have the limit raised on main.'],
    [
      'an open question',
      anOpenQuestion(),
      'Next: add about 60 cases of the same kind, which costs about $0.066 more a run.',
    ],
    [
      'answers from the cache, whose price nobody knows',
      { ...anOpenQuestion(), cacheHits: 3 },
      'Next: add about 60 cases of the same kind.',
    ],
    ['a mistake in a file', aBrokenConfig(), 'Next: mend what is named below; prompt-assay validate asks no model.'],
    [
      'a change that touches nothing',
      aQuietChange(),
      'Next: prompt-assay noise measures the prompts as they are, prompt-assay baseline stores their scores.',
    ],
    [
      'a repository without a suite',
      { ...aQuietChange(), suites: [] },
      'Next: prompt-assay init writes a first config.',
    ],
  ])('say what to do about %s', (_name, report, next) => {
    expect(top(report).join('\n')).toContain(next);
  });

  it('leave to a person what a person has to accept', () => {
    expect(top(fall('rows')).join('\n')).not.toContain('Next:');
  });

  it('a run that asked nothing says so, without zeros', () => {
    const text = plain(aQuietChange(), 80);
    expect(text).toContain('Nothing was asked, and nothing was scored.');
    expect(text).not.toMatch(/0 tokens|0 calls/);
  });
});

describe('the figures', () => {
  it('begin with a sign and stand under each other, whatever the width of their letters', () => {
    const metrics = ['label', '回答の正確さ', 'e\u0301\u0301 mark', '👩‍👩‍👧‍👦 family'].map((metric) =>
      aMetric({ metric }),
    );
    const rows = plain(aReport({ metrics }), 140)
      .split('\n')
      .filter((line) => line.includes('· gate'));
    expect(rows).toHaveLength(4);
    expect(rows.every((row) => row.startsWith('✓ '))).toBe(true);
    expect(new Set(rows.map((row) => measure(row.slice(0, row.indexOf('85 %'))))).size).toBe(1);
  });

  it('lose the interval first, then the counts, then their columns', () => {
    const at = (columns: number) => plain(anOpenQuestion(), columns);
    expect(at(140)).toMatch(/−16 to \+5 {2}6 \/ 3 \/ 41 +not settled/);
    expect(at(80)).toMatch(/−6 pts {2}6 \/ 3 \/ 41 +not settled/);
    expect(at(60)).toMatch(/−6 pts {2}not settled/);
    expect(at(40)).toContain(
      '! label · gate: not settled\n    86 % → 80 %, −6 pts (−16 to +5)\n    6 worse, 3 better, 41 same',
    );
  });
});

describe('a case', () => {
  const judged = aReport({
    metrics: [aMetric({ metric: 'helpful', kind: 'judge' })],
    cases: [
      aCaseReport({
        tags: ['refund', 'angry'],
        expected: { label: 'refund', urgency: 'high' },
        metrics: [aCaseMetric({ metric: 'helpful', baselineReason: 'It answers.', candidateReason: 'It evades.' })],
      }),
    ],
  });

  it('says what was expected, both reasons of a judge, tags and input', () => {
    const text = plain(judged, 140);
    expect(text).toContain('expected: label: refund, urgency: high');
    expect(text).toContain('reason: It evades.');
    expect(text).toContain('reason, helpful, main: It answers.');
    expect(text).toContain('tags: refund, angry');
    expect(text).toContain('input: I was charged twice');
  });

  it('leads to its place in the page where the terminal has links, and nothing in an id ends the link', () => {
    const id = 'a\u001B\\b\u0007 c';
    const report = { ...judged, cases: [aCaseReport({ case: id })] };
    const text = renderTerminal(report, { columns: 140, colour: false, links: true }, beside);
    expect(text).toContain(
      '\u001B]8;;file:///shop/out/report.html#case=triage/triage/a%1B%5Cb%07%20c\u001B\\a⟨U+001B⟩\\b⟨U+0007⟩ c\u001B]8;;\u001B\\',
    );
    expect(
      renderTerminal(report, { columns: 140, colour: false, links: true }, { ...beside, page: null }),
    ).not.toContain('\u001B');
  });

  it('is one of five, and the rest is counted; one command shows it whole', () => {
    const text = plain(aFailure(), 80);
    expect(text.match(/^✗ refund-/gm)).toHaveLength(5);
    expect(text).toContain('and 10 more: out/report.html');
    expect(text).toContain('One case again, whole: prompt-assay run --case refund-017');
  });

  it('that was asked for by name is told whole, also where both sides are the same', () => {
    const text = plain(aPass(), 80, { whole: [{ ...aWhole('words'), case: 'refund-001' }] });
    expect(text).toContain('refund-001\n  no difference · critical · words');
    expect(text).toContain(
      '  main, answer 1 of 2\n    words\n      - a list\n\n      and a tab\n    → words: 0.50, words',
    );
    expect(text).toContain('  main, answer 2 of 2\n    words');
    expect(text).toContain('  this PR\n    words');
    const redacted = plain({ ...aPass(), examples: 'redacted' }, 80, { whole: [aWhole('secret')] });
    expect(redacted).not.toContain('input');
    expect(redacted).not.toContain('a list');
    expect(plain({ ...aPass(), examples: 'none' }, 80, { whole: [aWhole('secret')] })).not.toContain('secret');
  });
});
