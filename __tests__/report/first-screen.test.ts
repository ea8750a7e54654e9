import { describe, expect, it } from '@jest/globals';
import type { WeighedGround } from '../../src/gate/ground.ts';
import { setEffect } from '../../src/report/comment/heading.ts';
import { renderComment } from '../../src/report/comment/markdown.ts';
import { setRemarks } from '../../src/report/comment/remarks.ts';
import type { GithubReport, Report } from '../../src/report/report.ts';
import { describeEffect } from '../../src/report/words/effect.ts';
import { listNextSteps } from '../../src/report/words/next-step.ts';
import {
  aCaseMetric,
  aCaseReport,
  aMetric,
  anArm,
  aPromptReport,
  aReport,
  aSkippedSuite,
  aSuiteReport,
} from '../helpers/builders.ts';
import { aFailure, anOutage } from './scenarios.ts';

const comment = (report: Report, commentKey = 'prompt-assay.yml') =>
  renderComment(report, { commentKey, record: null });
const headingOf = (body: string) => body.split('\n').find((line) => line.startsWith('### ')) ?? '';
const ground = (changes: Partial<WeighedGround> = {}): WeighedGround => ({
  ...{ kind: 'comparison', suite: 'triage', prompt: 'triage', subject: 'label', verdict: 'fail', blocks: true },
  ...changes,
});
const steps = (changes: Partial<Report>) =>
  listNextSteps(aReport(changes))
    .map(({ text }) => text)
    .join(' ');
const github = aReport().github as GithubReport;

describe('the heading', () => {
  it.each([
    ['pass', true, '✅', 'does not block'],
    ['fail', false, '❌', 'blocks merging'],
    ['inconclusive', true, '⚠️', 'does not block'],
    ['inconclusive', false, '⚠️', 'blocks merging'],
    ['invalid', false, '⛔', 'blocks merging'],
  ] as const)('%s, green %s: sign first, whether it blocks last', (verdict, green, sign, words) => {
    const heading = headingOf(comment(aReport({ verdict, green })));
    expect(heading.startsWith(`### ${sign} Prompt Assay · \`triage\` · [\`prompts/triage.prompt.yml\`](`)).toBe(true);
    expect(heading.endsWith(` · **${words}**`)).toBe(true);
  });

  it('counts the suites that share the verdict, and names the one that has it alone', () => {
    const suite = (name: string, verdict: 'pass' | 'fail') => aSuiteReport({ name, verdict });
    const report = (...suites: Report['suites']) => aReport({ verdict: 'fail', green: false, suites });
    const two = report(suite('a', 'fail'), suite('b', 'pass'), suite('c', 'fail'), aSkippedSuite());
    expect(headingOf(comment(two))).toContain('Prompt Assay · 2 of 3 suites: `a`, `c` · ');
    const one = report(suite('a', 'pass'), suite('b', 'fail'));
    expect(headingOf(comment(one))).toMatch(/Prompt Assay · `b` · \[.*\) · 1 of 2 suites · /);
  });

  it('tells several comments of one pull request apart', () => {
    expect(headingOf(comment(aReport(), 'chat/prompt-assay.yml'))).toContain(
      'Prompt Assay · `chat/prompt-assay.yml` ·',
    );
    expect(headingOf(comment(aReport({ github: null }), 'local'))).not.toContain('local');
  });

  it('leads to the side that has the prompt', () => {
    const prompts = [aPromptReport({ change: 'deleted' })];
    const heading = headingOf(comment(aReport({ suites: [aSuiteReport({ prompts })] })));
    expect(heading).toContain('/blob/3f2a91c04d1e5b6a7980c1d2e3f4a5b6c7d8e9f0/');
  });

  it('says the commit that was pushed, not the merge that GitHub made of it', () => {
    const pushed = 'e90d0110000000000000000000000000000000ab';
    const body = comment(aReport({ head: { commit: 'c'.repeat(40), label: 'this PR', pushed } }));
    expect(headingOf(body)).toContain(`/blob/${pushed}/prompts/`);
    expect(body).toContain(`this PR [\`e90d011\`](https://github.com/acme/shop/commit/${pushed})`);
    expect(body).not.toContain('ccccccc');
  });

  it('changes with an acceptance, and back', () => {
    const body = comment(aFailure());
    const accepted = setEffect(body, describeEffect({ verdict: 'fail', green: true }, '@bob'));
    expect(headingOf(accepted)).toMatch(/^### ☑️ Prompt Assay · `triage` · .* · \*\*accepted by @&#8203;bob\*\*$/);
    expect(setEffect(accepted, describeEffect({ verdict: 'fail', green: false }, null))).toBe(body);
  });

  it('is not looked for in what others wrote', () => {
    const folded = 'hidden\n\n<sub>nothing</sub>\n```\n### ❌ x · **blocks merging**\n```';
    expect(setEffect(`### mine\n${folded}`, describeEffect({ verdict: 'fail', green: true }, '@bob'))).toContain(
      folded,
    );
  });

  it('stands above what is said of the comment', () => {
    const body = setRemarks(comment(aFailure()), [{ text: 'Accepted by @bob.', isGreen: true }]);
    const places = ['### ❌', '- ✅ Accepted', '> [!CAUTION]'].map((mark) => body.indexOf(mark));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});

describe('what to do next', () => {
  it.each<[string, WeighedGround['kind'], RegExp]>([
    ['a regression', 'comparison', /^Mend the prompt, and push\. /],
    ['a threshold', 'threshold', /keeps the threshold/],
    ['a limit', 'expense', /cost or latency below the limit/],
    ['lost rows', 'rows', /Put the rows back/],
    ['an answer key', 'answer-key', /answer out of the prompt/],
    ['a lost prompt', 'prompt', /`renamed-from`/],
  ])('%s is mended, or accepted by the label', (_name, kind, words) => {
    const text = steps({ verdict: 'fail', green: false, grounds: [ground({ kind })] });
    expect(text).toMatch(words);
    expect(text).toContain('someone who may write here, not the author, sets the label `prompt-assay:accept`');
    expect(text).toContain('Run again without a change, it keeps this verdict and costs nothing.');
  });

  it('speaks of several prompts where several are concerned', () => {
    const prompts = ['a', 'b'].map((id) => aPromptReport({ id, path: `prompts/${id}.prompt.yml` }));
    const suites = [aSuiteReport({ verdict: 'fail', prompts })];
    expect(steps({ verdict: 'fail', green: false, suites, grounds: [ground()] })).toMatch(
      /^Mend the prompts, and push/,
    );
  });

  it('names the author, too, where the settings let an author accept', () => {
    const text = steps({ verdict: 'fail', green: false, github: { ...github, acceptsOwn: true } });
    expect(text).toContain('someone who may write here sets the label');
  });

  it('asks for no label in a terminal, and for none where nothing blocks', () => {
    expect(steps({ verdict: 'fail', green: false, github: null })).not.toContain('prompt-assay:accept');
    expect(steps({ verdict: 'inconclusive', green: true })).not.toContain('label');
  });

  it('asks for more cases where these would settle what is open', () => {
    const metrics = [aMetric({ verdict: 'inconclusive', cases: 50, casesToSettle: 112 })];
    expect(steps({ verdict: 'inconclusive', green: true, metrics })).toBe(
      'Add cases to the dataset to settle it, or merge it unproven.',
    );
  });

  it('asks for a mended check where no drop could be seen', () => {
    const metrics = [aMetric({ verdict: 'inconclusive', measuresNothing: true })];
    expect(steps({ verdict: 'inconclusive', green: true, metrics })).toBe('Mend the check, or the rows that it reads.');
  });

  it('says what a run after an outage costs, and that no label overrules it', () => {
    const prompts = [aPromptReport({ candidate: anArm({ unavailable: 31, costPerThousandMicroUsd: 400_000 }) })];
    const suites = [aSuiteReport({ prompts })];
    expect(steps({ verdict: 'invalid', green: false, suites })).toContain('the 31 missing answers, about $0.012,');
    expect(steps({ verdict: 'invalid', green: false, suites: [] })).toContain('No label overrules it.');
  });

  it('comes after what the broken cases have in common, a line for each comparison', () => {
    const what = { kind: 'answer', from: 'refund', to: 'billing' } as const;
    const broken = aMetric({ verdict: 'fail', worse: 15, causes: [{ cases: 13, of: 15, what }] });
    const one = comment(aReport({ verdict: 'fail', metrics: [broken] }));
    expect(one).toContain('> **13 of 15 broken cases: `refund` → `billing`.**\n>\n> **Next:**');
    const two = comment(aReport({ verdict: 'fail', metrics: [broken, { ...broken, metric: 'tone' }] }));
    expect(two).toMatch(/> - \*\*`label`: 13 of .*\n> - \*\*`tone`: 13 of /);
  });

  it('is the last line of the alert, with the page of the docs', () => {
    const body = comment(aFailure());
    const next = body.split('\n').find((line) => line.startsWith('> **Next:**')) ?? '';
    expect(next).toMatch(/\[Docs\]\(https:\/\/github\.com\/acme\/prompt-assay\/blob\/v1\/docs\/comment\.md#fail\)$/);
  });
});

describe('below the alert', () => {
  it('has the sign first in a row, what is worst first, and no row for what is free to move', () => {
    const metrics = [aMetric({ metric: 'fine' }), aMetric({ metric: 'broken', verdict: 'fail' })];
    const rows = comment(aReport({ verdict: 'fail', metrics }))
      .split('\n')
      .filter((line) => line.startsWith('| ') && !line.startsWith('| :'));
    expect(rows.map((row) => row.slice(0, 8))).toEqual(['| metric', '| ❌ **br', '| ✅ **fi']);
    expect(rows.join('\n')).not.toContain('latency');
  });

  it('keeps a row for a limit that somebody set', () => {
    const prompts = [aPromptReport({ costVerdict: 'fail' })];
    const body = comment(aReport({ suites: [aSuiteReport({ prompts })] }));
    expect(body).toMatch(/\| ❌ \*\*cost per 1,000\*\* · over its limit \| /);
  });

  it('folds what passed where many suites ran', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const metrics = names.map((suite) => aMetric({ suite, prompt: suite, verdict: suite === 'd' ? 'fail' : 'pass' }));
    const body = comment(
      aReport({ verdict: 'fail', metrics, suites: names.map((name) => aSuiteReport({ name, prompts: [] })) }),
    );
    const fold = body.indexOf('<details><summary>✅ 4 with nothing against them: <code>a</code>, <code>b</code>');
    expect(fold).toBeGreaterThan(body.indexOf('| **d** |'));
    expect(body.indexOf('| **a** |')).toBeGreaterThan(fold);
  });

  it('has one fold for what changed in many prompts', () => {
    const prompts = ['a', 'b', 'c', 'd'].map((id) => aPromptReport({ id, path: `prompts/${id}.prompt.yml` }));
    const body = comment(aReport({ suites: [aSuiteReport({ prompts })] }));
    expect(body).toContain(
      '<details><summary>What changed in 4 prompts</summary>\n\n<details><summary>What changed in',
    );
  });

  it('tells cases without a score in one line a reason', () => {
    const metrics = [aCaseMetric({ label: 'unscored', candidateScores: [null], candidateReason: 'connection reset' })];
    const cases = ['a', 'b', 'c'].map((id) => aCaseReport({ case: id, label: 'unscored', metrics }));
    const body = comment(aReport({ verdict: 'invalid', cases }));
    expect(body).toContain('3 cases without a score (connection reset): `a`, `b`, `c`');
    expect(body).not.toContain('<b><code>a</code></b>');
  });

  it('lists cases of which nothing may be shown, without a fold for each', () => {
    const body = comment(
      aReport({ cases: [aCaseReport({ case: 'a' }), aCaseReport({ case: 'b' })], examples: 'redacted' }),
    );
    expect(body).toContain('- <b><code>a</code></b> · main ✅ · this PR ❌\n- <b><code>b</code></b>');
  });

  it('links a case to its row and to its place on a page that is published', () => {
    const place = { side: 'base', path: 'evals/a b(1).jsonl', line: 17 } as const;
    const cases = [aCaseReport({ case: 'x/(y)', place })];
    const pageUrl = 'https://acme.github.io/shop/pr-12';
    const body = comment(aReport({ cases, github: { ...github, pageUrl } }));
    const commit = '3f2a91c04d1e5b6a7980c1d2e3f4a5b6c7d8e9f0';
    expect(body).toContain(`](https://github.com/acme/shop/blob/${commit}/evals/a%20b%281%29.jsonl#L17)`);
    expect(body).toContain(`[in the report](${pageUrl}/report.html#case=triage/triage/x%2F%28y%29)`);
  });

  it('shows the tags of what is not settled', () => {
    const tags = [
      { tag: 'refund', cases: 20, worse: 11, better: 0, baselineMean: 0.95, candidateMean: 0.4 },
      { tag: 'other', cases: 80, worse: 0, better: 4, baselineMean: 0.85, candidateMean: 0.9 },
    ];
    const body = comment(aReport({ verdict: 'fail', metrics: [aMetric({ verdict: 'fail', tags })] }));
    expect(body).toContain('| refund | 95 % → 40 % | −55 pts | 11 / 0 / 9 |');
  });

  it('says what became of the broken cases since the last push', () => {
    const since = { head: 'abc1234567', mended: 9, fresh: 2 };
    expect(comment(aReport({ since }))).toContain('> Since `abc1234`: 9 cases mended, 2 new ones broken.');
    expect(comment(anOutage())).not.toContain('> Since');
  });
});
