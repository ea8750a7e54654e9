import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { answers, aRow, config, jsonl, makeApplication, rows } from './application.ts';
import { removeFolders, run, writeFiles } from './terminal.ts';

// Each story runs git many times.
jest.setTimeout(60_000);
afterEach(removeFolders);

describe('outputs', () => {
  it.each([
    ['all as before', [], 'pass', 0],
    ['nine broken', [1, 2, 3, 4, 5, 6, 7, 8, 9], 'fail', 1],
  ])('judges what an application answered: %s', async (_name, wrong, verdict, exit) => {
    const { judge } = await makeApplication();
    const { code, report, needed } = await judge(answers(30, { wrong }), answers(30));
    expect([code, report.verdict, report.calls, needed]).toEqual([exit, verdict, 0, []]);
    expect(report.notes.join()).toContain('outputs supplied by the workflow');
    const baseline = "the base side's outputs were supplied as well";
    expect(report.suites).toMatchObject([{ name: 'triage', reason: 'what makes its outputs changed', baseline }]);
  });

  it('wants a second look by exit code and file, and decides with it', async () => {
    const { judge } = await makeApplication();
    const wrong = [1, 2, 3, 4];
    const first = await judge(answers(30, { wrong }), answers(30));
    expect([first.code, first.report.verdict]).toEqual([4, 'inconclusive']);
    expect(first.needed).toHaveLength(4 * 4 * 2);
    expect(first.needed[0]).toEqual({
      side: 'baseline',
      suite: 'triage',
      prompt: 'triage',
      case: 'c1',
      sample: 1,
      row: aRow(1),
    });
    expect(first.report.notices.join()).toContain('A second look is wanted');
    const make = (side: string, output: string | null) =>
      first.needed
        .filter((one) => one.side === side)
        .map((one) => ({ case: one.case, sample: one.sample, output: output ?? one.row.expected }));
    const second = await judge(
      [...answers(30, { wrong }), ...make('candidate', 'wrong')],
      [...answers(30), ...make('baseline', null)],
    );
    expect([second.code, second.report.verdict, second.needed]).toEqual([1, 'fail', []]);
  });

  it('looks at the planned samples alone in its first round, however many are supplied', async () => {
    const { judge } = await makeApplication();
    const lines = [...answers(30), ...answers(30, { wrong: [1, 2, 3, 4, 5, 6, 7, 8, 9], samples: [1, 2, 3, 4] })];
    const { report } = await judge(lines, answers(30, { samples: [0, 1, 2, 3, 4] }));
    expect(report.verdict).toBe('pass');
  });

  it.each([
    ['an unknown case', [{ case: 'c99', output: 'x' }], /candidate\.out:31.*unknown case "c99"/],
    [
      'a doubled sample',
      [{ case: 'c3', sample: 0, output: 'x' }],
      /:31.*sample 0 of case "c3" a second time: the first is at line 3/,
    ],
    [
      'another suite',
      [{ suite: 'triange', case: 'c1', sample: 1, output: 'x' }],
      /unknown suite "triange".*Did you mean "triage"/,
    ],
    ['another commit', [{ case: 'c1', sample: 1, output: 'x', commit: 'abcdef0123' }], /made of commit "abcdef0123"/],
    ['no output', [{ case: 'c1', sample: 1 }], /:31 "output" is missing/],
    ['a misspelt key', [{ case: 'c1', smaple: 1, output: 'x' }], /"smaple" is not known.*Did you mean "sample"/],
    ['a score beyond 1', [{ case: 'c1', sample: 1, output: 'x', scores: { good: 2 } }], /:31 "scores"/],
  ])('refuses %s by file and line', async (_name, more, expected) => {
    const { judge } = await makeApplication();
    const { code, report } = await judge([...answers(30), ...more], answers(30));
    expect([code, report.verdict]).toEqual([2, 'invalid']);
    const told = report.errors.map((one: { path: string; line: number; message: string; hint: string }) => {
      return `${one.path}:${one.line} ${one.message} ${one.hint}`;
    });
    expect(told.join('\n')).toMatch(expected);
  });

  it('tells half a line from a whole one', async () => {
    const { judge } = await makeApplication();
    const { report } = await judge(`${jsonl(answers(30))}{"case":"c1","samp`, answers(30));
    expect(report.errors[0].message).toContain('half a line');
  });

  it('names what is missing of the first round, with the row that is to be answered, and never takes it for a pass', async () => {
    const { judge } = await makeApplication();
    const { code, report, needed } = await judge(answers(28), answers(30));
    expect([code, report.verdict]).toEqual([2, 'invalid']);
    expect(report.title).toContain('2 outputs are missing: 2 of the candidate');
    expect(needed.map((one) => [one.side, one.case, one.row.input])).toEqual([
      ['candidate', 'c29', 'text 29'],
      ['candidate', 'c30', 'text 30'],
    ]);
  });

  it('takes an error for no answer, not for a wrong one', async () => {
    const { judge } = await makeApplication();
    const lines = answers(30).map((line, index) => (index < 9 ? { case: line.case, error: 'timed out' } : line));
    const { report } = await judge(lines, answers(30));
    expect(report.verdict).toBe('invalid');
    expect(report.title).toContain('timed out');
  });

  it('is invalid where only one side is there and nothing is stored', async () => {
    const { judge } = await makeApplication();
    const { code, report, needed } = await judge(answers(30), null);
    expect([code, report.verdict, needed.length]).toEqual([2, 'invalid', 30]);
  });

  it('screens by a stored baseline, and asks for the base side where that cannot tell', async () => {
    const { folder, git, at, judge } = await makeApplication();
    await git(['checkout', '--quiet', 'main']);
    await writeFiles(folder, { 'main.out': jsonl(answers(30, { samples: [0, 1, 2] })) });
    const kept = await run(['baseline', '--outputs', at('main.out'), '--json'], { cwd: folder });
    expect(JSON.parse(kept.out).suites).toMatchObject([{ status: 'written', samples: 3, cases: 30 }]);
    await git(['checkout', '--quiet', 'change']);
    expect((await judge(answers(30), null)).report.verdict).toBe('pass');
    const worse = await judge(answers(30, { wrong: [1, 2, 3, 4, 5, 6, 7, 8, 9] }), null);
    expect([worse.code, worse.report.verdict]).toEqual([4, 'inconclusive']);
    expect(worse.needed.every((one) => one.side === 'baseline')).toBe(true);
    expect(worse.needed).toHaveLength(30);
  });

  it('asks nothing and reads no file where the application is as it was', async () => {
    const { folder, git } = await makeApplication();
    await git(['checkout', '--quiet', '-b', 'other', 'main']);
    await writeFiles(folder, { 'docs.md': 'words' });
    const { code, out } = await run(['outputs', '--candidate', 'nowhere.out', '--json'], { cwd: folder });
    expect([code, JSON.parse(out).verdict]).toEqual([0, 'pass']);
  });

  it('compares no row that the change edited, keeps one that it removed, and shows one that it adds', async () => {
    const edited = rows(30).map((row) => (row.id === 'c2' ? { ...row, input: 'another text', expected: 'L9' } : row));
    const after = [...edited.filter(({ id }) => id !== 'c3'), aRow(31)];
    const { judge } = await makeApplication({ change: { 'evals/rows.jsonl': jsonl(after) } });
    const lines = [...answers(31).filter((line) => line.case !== 'c2'), { case: 'c2', output: 'L9' }];
    const { report } = await judge(lines, answers(30));
    expect(report.verdict).toBe('pass');
    expect(report.metrics[0].cases).toBe(29);
    expect(report.suites[0]).toMatchObject({ addedCases: ['c31'], removedCases: ['c3'], editedCases: ['c2'] });
  });

  it('needs accept where a prompt that main answers is answered no more', async () => {
    const { judge } = await makeApplication();
    const as = (prompt: string) => answers(30, { more: { prompt } });
    const { code, report } = await judge(as('router'), [...as('router'), ...as('writer')]);
    expect([code, report.verdict]).toEqual([1, 'fail']);
    expect(report.title).toContain('No output of the gated prompt `writer` was supplied');
  });

  it('reads what another tool wrote', async () => {
    const check = config().replace(/checks: .*/, 'checks: [{ name: passed, type: given-score, of: passed }]');
    const { judge } = await makeApplication({ main: { 'prompt-assay.yml': check } });
    const junit = (wrong: number) =>
      `<testsuite name="s">${rows(30)
        .map(({ id }, index) => `<testcase name="${id}">${index < wrong ? '<failure message="no"/>' : ''}</testcase>`)
        .join('')}</testsuite>`;
    const worse = await judge(junit(9), junit(0));
    expect([worse.code, worse.report.verdict]).toEqual([1, 'fail']);
    expect(worse.report.cases[0].metrics[0].candidateReason).toBe('passed is 0');
    const same = await judge(junit(3), junit(3));
    expect([same.code, same.report.verdict]).toEqual([0, 'pass']);
  });

  it('holds what the whole of an answer cost and took, as its line says, against the limits of the gate', async () => {
    const limited = config('    gate: { max-cost-increase: 0.5 }\n');
    const { judge } = await makeApplication({ main: { 'prompt-assay.yml': limited } });
    const priced = (costUsd: number) => answers(30, { more: { costUsd, latencyMs: 800, model: 'some-model' } });
    const { report } = await judge(priced(0.02), priced(0.01));
    expect(report.verdict).toBe('fail');
    expect(report.title).toContain('cost');
    const [{ baseline, candidate }] = report.suites[0].prompts;
    expect([baseline.costMicroUsd, candidate.costMicroUsd]).toEqual([300_000, 600_000]);
    expect([candidate.latencyMedianMs, candidate.answeredAs]).toEqual([800, ['some-model']]);
    expect(report.costUsd).toBe(0);
  });

  it('has its rows, checks and sources validated without an output', async () => {
    const { folder } = await makeApplication();
    const fine = await run(['validate', '--json'], { cwd: folder });
    expect(fine.code).toBe(0);
    expect(JSON.parse(fine.out)).toMatchObject({
      ok: true,
      prompts: [{ name: 'triage', cases: 30, metrics: ['label'] }],
    });
    expect(fine.out).not.toContain('no prompt, check or judge reads');
    await writeFiles(folder, { 'prompt-assay.yml': config().replace('src/**', 'lib/**') });
    const broken = await run(['validate', '--json'], { cwd: folder });
    expect(broken.code).toBe(2);
    expect(JSON.parse(broken.out).errors[0].message).toBe('suite "triage" matches no file.');
  });

  it('is no business of noise and of a baseline that is drawn', async () => {
    const { folder } = await makeApplication();
    for (const command of ['noise', 'baseline']) {
      const { code, err, out } = await run([command], { cwd: folder });
      expect([command, code]).toEqual([command, 2]);
      expect(`${err}${out}`).toMatch(/There is no suite to/);
    }
  });

  it('is for suites with sources, where there are any', async () => {
    const more = `  - name: drawn\n    prompts: p/*.md\n    dataset: evals/rows.jsonl\n    checks: [{ name: a, type: json }]\n`;
    const { judge } = await makeApplication({
      main: { 'prompt-assay.yml': config(more), 'p/a.md': 'Hello {{input}}' },
      change: { 'p/a.md': 'Hi {{input}}' },
    });
    const { report } = await judge(answers(30), answers(30));
    expect(report.suites.map((suite: { name: string }) => suite.name)).toEqual(['triage']);
  });

  it('judges any change of the repository where no suite names its sources', async () => {
    const { judge } = await makeApplication({
      main: { 'prompt-assay.yml': config().replace('sources: src/**', 'prompts: none/*.md') },
    });
    const { report } = await judge(answers(30), answers(30));
    expect(report).toMatchObject({ verdict: 'pass', suites: [{ name: 'triage', status: 'run' }] });
  });
});
