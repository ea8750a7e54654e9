import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import Ajv from 'ajv/dist/2020.js';
import { readMeasured } from '../../scripts/public-data.mjs';
import { type CompareFlags, defaultCompareFlags } from '../../src/gate/compare-flags.ts';
import { compareExitCode, compareFiles } from '../../src/pipeline/compare.ts';
import { decodeSourceFile } from '../../src/text/source-file.ts';

const root = new URL('../../', import.meta.url);
const readSchema = (name: string) => JSON.parse(readFileSync(new URL(`schemas/${name}`, root), 'utf8'));
const ajv = new Ajv.default({ allErrors: true, allowUnionTypes: true });
const isResult = ajv.compile(readSchema('compare-result.schema.json'));
const isScoreLine = ajv.compile(readSchema('score-line.schema.json'));

interface Line {
  readonly case: string;
  readonly score: number | null;
  readonly metric?: string;
  readonly sample?: number;
  readonly cluster?: string;
  readonly suite?: string;
  readonly question?: string;
  readonly arm?: 'base' | 'stored' | 'candidate';
  readonly look?: 1 | 2 | 'settle';
  readonly critical?: boolean;
  readonly same?: boolean;
  readonly reason?: string;
}

function decide(baseline: string, candidate: string, flags: Partial<CompareFlags> = {}) {
  const result = compareFiles({
    baseline: { path: 'a.jsonl', text: baseline },
    candidate: { path: 'b.jsonl', text: candidate },
    flags: { ...defaultCompareFlags, ...flags },
  });
  isResult(result);
  expect(isResult.errors).toBeNull();
  return result;
}

function write(lines: readonly Line[]): string {
  return lines.map((line) => JSON.stringify({ metric: 'm', sample: 0, ...line })).join('\n');
}

function fixture(name: string): string {
  const path = `fixtures/scores/${name}.jsonl`;
  return decodeSourceFile(path, readFileSync(new URL(path, root))).text;
}

const repeat = (count: number, score: number | null, more: Partial<Line> = {}): readonly Line[] =>
  Array.from({ length: count }, (_, index) => ({ case: `c${index}`, score, ...more }));

describe('compareFiles on files', () => {
  it.each([
    ['base', 'same', 'one-look', 'pass', 0],
    ['base', 'worse', 'one-look', 'fail', 1],
    ['base', 'unclear', 'one-look', 'fail', 1],
    ['base', 'unclear', 'two-look', 'inconclusive', 0],
    ['base-rerun', 'unclear-rerun', 'two-look', 'fail', 1],
    ['base-rerun', 'unclear-rerun', 'one-look', 'fail', 1],
    ['base', 'broken', 'one-look', 'invalid', 2],
  ] as const)('%s against %s, %s: %s', (baseline, candidate, design, verdict, code) => {
    const result = decide(fixture(baseline), fixture(candidate), { design });
    expect(result.verdict).toBe(verdict);
    expect(compareExitCode(result, defaultCompareFlags)).toBe(code);
  });

  it('gives every field of the contract', () => {
    expect(decide(fixture('base'), fixture('worse')).metrics).toMatchObject([
      {
        suite: 'triage',
        prompt: 'label',
        metric: 'label',
        verdict: 'fail',
        cases: 40,
        clusters: null,
        worse: 9,
        better: 2,
        same: 29,
        unscored: 0,
        baselineMean: 0.95,
        candidateMean: 0.775,
        difference: -0.175,
        // Mid-p of 2 in 11: (1 + 11 + 55/2) / 2048.
        pValue: 39.5 / 2048,
        casesToSettle: null,
        margin: 0.1,
      },
    ]);
  });

  it('blocks an inconclusive that is set to block, and keeps the word', () => {
    const result = decide(fixture('base'), fixture('unclear'), { design: 'two-look' });
    expect(compareExitCode(result, { ...defaultCompareFlags, onInconclusive: 'block' })).toBe(1);
    expect(result.reasons[0]).toContain('the cases that differ have not been run again');
  });

  it('writes lines that the published schema takes', () => {
    for (const line of fixture('base-rerun').trim().split('\n')) expect(isScoreLine(JSON.parse(line))).toBe(true);
    const [tooHigh] = fixture('broken').split('\n');
    expect(isScoreLine(JSON.parse(tooHigh ?? ''))).toBe(false);
  });
});

describe('bad input', () => {
  it('reports the problems of both files and of the flags at once, with empty lists', () => {
    const result = decide('x', '', { margin: 0, alpha: 0.7, minCases: -1 });
    expect(result).toMatchObject({ verdict: 'invalid', metrics: [] });
    expect(result.errors?.map((one) => `${one.path}:${one.line} ${one.message}`)).toEqual([
      'null:null --margin must be above 0 and at most 1.',
      'null:null --alpha must be above 0 and below 0.5.',
      'null:null --min-cases must be an integer from 0.',
      'a.jsonl:1 is not valid JSON.',
      'b.jsonl:null has no score lines.',
    ]);
  });

  it('does not let a typo turn a direction round', () => {
    const text = write(repeat(30, 1));
    const result = decide(text, text, { directions: new Map([['mm', 'lower']]) });
    expect(result.errors?.[0]?.message).toBe('--direction names "mm", which is in neither file.');
  });
});

describe('which lines count', () => {
  it('takes cases only in the baseline file as incomplete', () => {
    const [metric] = decide(write(repeat(40, 1)), write(repeat(36, 1))).metrics;
    expect(metric).toMatchObject({ cases: 36, unscored: 4 });
    expect(decide(write(repeat(40, 1)), write(repeat(31, 1))).verdict).toBe('invalid');
  });

  it('lists cases only in the candidate file and does not count them', () => {
    const result = decide(write(repeat(30, 1)), write([...repeat(30, 1), { case: 'new', score: 0, sample: 3 }]));
    expect(result.metrics[0]).toMatchObject({ cases: 30, unscored: 0, worse: 0 });
    expect(result.verdict).toBe('pass');
    expect(result.reasons).toEqual(['`m`: case "new" only in the candidate file, not counted']);
  });

  it('takes clusters from the baseline file', () => {
    const clustered = repeat(30, 1).map((line, index) => ({
      ...line,
      ...(index < 20 && { cluster: `k${index % 4}` }),
    }));
    const elsewhere = repeat(30, 1, { cluster: 'all' });
    expect(decide(write(clustered), write(elsewhere)).metrics[0]?.clusters).toBe(14);
    expect(decide(write(repeat(30, 1)), write(elsewhere)).metrics[0]?.clusters).toBeNull();
  });

  it.each([
    ['baseline', repeat(30, 1, { metric: 'n' }), []],
    ['candidate', [], repeat(30, 1, { metric: 'n' })],
  ])('is invalid where a metric is in the %s file only', (side, more, others) => {
    const both = repeat(30, 1);
    const result = decide(write([...both, ...more]), write([...both, ...others]));
    expect(result.verdict).toBe('invalid');
    expect(result.reasons).toContain(`\`n\` is in the ${side} file only`);
    expect(result.metrics.map((one) => one.verdict)).toEqual(['pass', 'invalid']);
  });

  it('names a --metric found nowhere and counts it', () => {
    const text = write(repeat(30, 1));
    const result = decide(text, text, { metrics: ['m', 'gone'] });
    expect(result.verdict).toBe('invalid');
    expect(result.reasons).toContain('`gone` is in neither file');
    // Mid-p 1/64 is below .05 and above .05 / 4.
    const worse = write(repeat(30, 1).map((line, index) => ({ ...line, score: index < 5 ? 0 : 1 })));
    expect(decide(text, worse, { metrics: ['m'] }).verdict).toBe('fail');
    expect(decide(text, worse, { metrics: ['m', 'x', 'y', 'z'] }).verdict).toBe('invalid');
  });

  it('lets a metric that does not gate never fail', () => {
    const baseline = write([...repeat(30, 1), ...repeat(30, 1, { metric: 'n' })]);
    const candidate = write([...repeat(30, 1), ...repeat(30, 0, { metric: 'n' })]);
    const result = decide(baseline, candidate, { metrics: ['m'] });
    expect(result.verdict).toBe('pass');
    expect(result.metrics[1]).toMatchObject({ metric: 'n', verdict: 'inconclusive', gates: false });
  });

  it('matches a --metric in every suite', () => {
    const lines = [...repeat(30, 1, { suite: 's' }), ...repeat(30, 1, { suite: 't' })];
    const result = decide(write(lines), write(lines), { metrics: ['m'] });
    expect(result.metrics.map((one) => [one.suite, one.gates])).toEqual([
      ['s', true],
      ['t', true],
    ]);
  });

  it('follows --direction', () => {
    const [baseline, candidate] = [write(repeat(30, 0)), write(repeat(30, 1))];
    expect(decide(baseline, candidate).metrics[0]).toMatchObject({ verdict: 'pass', better: 30 });
    const lower = decide(baseline, candidate, { directions: new Map([['m', 'lower']]) });
    expect(lower.metrics[0]).toMatchObject({ verdict: 'fail', worse: 30, difference: -1, candidateMean: 1 });
  });

  it('takes the default margin from the cases of the baseline file', () => {
    expect(decide(write(repeat(99, 1)), write(repeat(99, 1))).metrics[0]?.margin).toBe(0.1);
    expect(decide(write(repeat(100, null)), write(repeat(100, 1))).metrics[0]?.margin).toBe(0.05);
  });
});

describe('samples', () => {
  const sampled = (count: number, scores: readonly (number | null)[]) =>
    scores.flatMap((score, sample) => repeat(count, score, { sample }));

  it('means over equal samples', () => {
    const [metric] = decide(write(sampled(30, [1, 1, 0, 1, 1])), write(sampled(30, [1, 0, 0, 1, 1]))).metrics;
    expect(metric).toMatchObject({ samples: 5, worse: 30 });
    expect(metric?.baselineMean).toBeCloseTo(0.8, 12);
    expect(metric?.candidateMean).toBeCloseTo(0.6, 12);
  });

  it('pairs unequal ones up to the smaller K and says so', () => {
    const result = decide(write(sampled(30, [1, 0, 0])), write(sampled(30, [1])));
    expect(result.metrics[0]).toMatchObject({ samples: 1, same: 30, verdict: 'pass' });
    expect(result.reasons[0]).toContain('the baseline has up to 3 samples a case and the candidate 1');
  });

  it('takes later samples of some cases for a re-run, and then sample 0 alone', () => {
    const baseline = write([...repeat(30, 1), ...repeat(3, 0, { sample: 1 })]);
    const result = decide(baseline, baseline);
    expect(result.metrics[0]).toMatchObject({ samples: 1, same: 30, baselineMean: 1 });
    expect(result.reasons[0]).toContain('uses sample 0 alone');
  });

  it('takes a case that lacks one of K samples as incomplete', () => {
    const baseline = sampled(30, [1, 1]);
    const candidate = baseline.map((line) =>
      line.case === 'c4' && line.sample === 1 ? { ...line, score: null } : line,
    );
    expect(decide(write(baseline), write(candidate)).metrics[0]).toMatchObject({ cases: 29, unscored: 1 });
  });

  it.each([
    ['one sample', [1], [1], 'inconclusive'],
    ['five samples, nothing broke', [1, 1, 1, 1, 1], [1, 1, 1, 1, 1], 'pass'],
    ['five samples, broke', [1, 1, 1, 1, 0], [0, 0, 0, 1, 0], 'fail'],
  ])('decides a small set by its cases: %s', (_, before, after, verdict) => {
    for (const design of ['one-look', 'two-look'] as const) {
      const result = decide(write(sampled(9, before)), write(sampled(9, after)), { design });
      expect(result.verdict).toBe(verdict);
      expect(result.metrics[0]).toMatchObject({ pValue: null, lowerBound: expect.any(Number) });
    }
  });
});

describe('questions', () => {
  /** So many questions of so many cases each. */
  const asked = (questions: number, size: number, score: number, sample = 0): readonly Line[] =>
    Array.from({ length: questions * size }, (_, index) => {
      const question = `q${index % questions}`;
      return { case: `c${index}`, score, sample, question, cluster: question };
    });

  it('are what the default margin and min-cases count, not the cases', () => {
    const margin = (questions: number) => {
      const lines = write(asked(questions, 2, 1));
      return decide(lines, lines).metrics[0];
    };
    expect(margin(99)).toMatchObject({ cases: 198, questions: 99, clusters: 99, margin: 0.1 });
    expect(margin(100)).toMatchObject({ cases: 200, questions: 100, margin: 0.05 });
    const nine = decide(write(asked(9, 4, 1)), write(asked(9, 4, 1)));
    expect(nine.verdict).toBe('inconclusive');
    expect(nine.reasons[0]).toContain('36 cases ask 9 distinct questions, fewer than min-cases 10');
    expect(decide(write(asked(10, 4, 1)), write(asked(10, 4, 1)), { margin: 0.5 }).verdict).toBe('pass');
  });

  it('are counted whether scored or not', () => {
    const lost = asked(100, 1, 1).map((line, index) => (index < 5 ? { ...line, score: null } : line));
    expect(decide(write(lost), write(asked(100, 1, 1))).metrics[0]).toMatchObject({ questions: 100, margin: 0.05 });
  });

  it('break on five draws, whether of one case or of five', () => {
    const one = (score: number) => [0, 1, 2, 3, 4].flatMap((sample) => asked(4, 1, score, sample));
    const five = (score: number) => asked(4, 5, score);
    const turns = (score: number) => [...asked(4, 3, score), ...asked(4, 3, score, 1).slice(0, 8)];
    for (const draw of [one, five, turns]) {
      expect(decide(write(draw(1)), write(draw(0)), { design: 'two-look' }).verdict).toBe('fail');
      expect(decide(write(draw(1)), write(draw(1))).verdict).toBe('pass');
    }
    expect(decide(write(asked(4, 4, 1)), write(asked(4, 4, 0))).verdict).toBe('inconclusive');
  });

  it('may not be two for one case', () => {
    const lines = write([
      { case: 'a', score: 1, question: 'q' },
      { case: 'a', score: 1, question: 'r', sample: 1 },
    ]);
    const result = decide(lines, lines);
    expect(result.errors?.[0]).toMatchObject({
      line: 2,
      message: 'case "a" asks question "r" here and "q" in line 1.',
    });
  });
});

describe('stored lines', () => {
  const stored = (count: number, scores: readonly number[]) =>
    scores.flatMap((score, sample) => repeat(count, score, { sample, arm: 'stored' }));

  it('pass by what is left of the margin, and never fail', () => {
    const same = decide(write(stored(60, [1, 1, 1, 1, 1])), write(repeat(60, 1)));
    expect(same).toMatchObject({ verdict: 'pass', metrics: [{ pValue: null, samples: 1, cases: 60 }] });
    expect(same.reasons.join()).toContain('stored ones, which may pass and never fail');
    const few = decide(write(stored(25, [1, 1, 1, 1, 1])), write(repeat(25, 1)));
    expect(few.verdict).toBe('inconclusive');
    // The same samples as fresh ones pass: 25 cases clear a margin of .10.
    expect(decide(write(repeat(25, 1)), write(repeat(25, 1))).verdict).toBe('pass');
    const worse = decide(write(stored(60, [1, 1, 1, 1, 1])), write(repeat(60, 0)));
    expect(worse.verdict).toBe('inconclusive');
    expect(worse.reasons[0]).toContain('a drop against the stored baseline');
  });

  it('stay open at a drop of min-drop, also where the bound would clear the margin', () => {
    const fall = (count: number) => repeat(1000, 1).map((line, index) => ({ ...line, score: index < count ? 0 : 1 }));
    const base = write(stored(1000, [1, 1, 1]));
    const flags = { margin: 0.1 };
    expect(decide(base, write(fall(24)), flags).verdict).toBe('pass');
    expect(decide(base, write(fall(25)), flags)).toMatchObject({ verdict: 'inconclusive' });
    expect(decide(base, write(fall(25)), flags).metrics[0]?.lowerBound).toBeGreaterThan(-0.05);
  });

  it('need three samples a case', () => {
    expect(decide(write(stored(60, [1, 1])), write(repeat(60, 1))).verdict).toBe('inconclusive');
  });

  it('give way to base lines', () => {
    const both = write([...stored(60, [0, 0, 0]), ...repeat(60, 1, { arm: 'base' })]);
    expect(decide(both, write(repeat(60, 0, { arm: 'candidate' }))).verdict).toBe('fail');
  });

  it('count in M beside fresh comparisons, and block nothing of theirs', () => {
    const fresh = (score: (index: number) => number) =>
      repeat(40, 1).map((line, index) => ({ ...line, score: score(index) }));
    const five = fresh((index) => (index < 5 ? 0 : 1));
    const other = stored(60, [1, 1, 1]).map((line) => ({ ...line, metric: 'n' }));
    const same = repeat(60, 1, { metric: 'n' });
    // Mid-p 1/64 of five losses: rejected alone at .05, and not at .05 / 4.
    expect(decide(write(repeat(40, 1)), write(five)).verdict).toBe('fail');
    expect(decide(write([...repeat(40, 1), ...other]), write([...five, ...same])).verdict).toBe('fail');
    const more = ['n', 'o', 'p'].flatMap((metric) => other.map((line) => ({ ...line, metric })));
    const moreSame = ['n', 'o', 'p'].flatMap((metric) => repeat(60, 1, { metric }));
    expect(decide(write([...repeat(40, 1), ...more]), write([...five, ...moreSame])).verdict).toBe('inconclusive');
  });

  it('decide a small set by its questions, without a fail', () => {
    const five = (score: number, arm?: 'stored') =>
      [0, 1, 2, 3, 4].flatMap((sample) => repeat(9, score, { sample, ...(arm && { arm }) }));
    expect(decide(write(five(1, 'stored')), write(five(1))).verdict).toBe('pass');
    const broke = decide(write(five(1, 'stored')), write(five(0)));
    expect(broke.verdict).toBe('inconclusive');
    expect(broke.reasons[0]).toContain('broke against the stored baseline, which proves nothing alone');
  });

  it('are invalid where a fifth is exceeded, and inconclusive for a metric that does not gate', () => {
    const lost = repeat(60, 1).slice(0, 40);
    expect(decide(write(stored(60, [1, 1, 1])), write(lost)).verdict).toBe('invalid');
    const [metric] = decide(write(stored(60, [1, 1, 1])), write(lost), { metrics: [] }).metrics;
    expect(metric?.verdict).toBe('invalid');
  });
});

describe('critical lines', () => {
  const vital = (scores: readonly number[]): readonly Line[] =>
    scores.map((score, sample) => ({ case: 'vital', score, sample, critical: true }));

  it('are held to their own rule, and are no re-run of the others', () => {
    const base = write([...repeat(60, 1), ...vital([1, 1, 1])]);
    const held = decide(base, write([...repeat(60, 1), ...vital([1, 1, 0])]));
    expect(held).toMatchObject({ verdict: 'pass', metrics: [{ samples: 1, cases: 61, same: 61 }] });
    const flagged = decide(base, write([...repeat(60, 1), ...vital([1, 0, 0])]));
    expect(flagged.verdict).toBe('inconclusive');
    expect(flagged.reasons[0]).toContain('critical case "vital" may have broken');
    const eight = (score: number) => vital([1, score, score, score, score, score, score, score]);
    expect(decide(write([...repeat(60, 1), ...eight(1)]), write([...repeat(60, 1), ...eight(0)]))).toMatchObject({
      verdict: 'fail',
      reasons: [expect.stringContaining('critical case "vital" broke')],
    });
  });

  it('drawn afresh beside stored ones make no fresh base side, and convict', () => {
    const stored = [0, 1, 2].flatMap((sample) => repeat(60, 1, { sample, arm: 'stored' }));
    const own = [...stored, ...vital([1, 1, 1]).map((line) => ({ ...line, arm: 'stored' as const }))];
    const fresh = vital([1, 1, 1, 1, 1, 1, 1, 1]).map((line) => ({ ...line, arm: 'base' as const }));
    const broke = [...repeat(60, 1), ...vital([1, 0, 0, 0, 0, 0, 0, 0])];
    expect(decide(write(own), write(broke)).verdict).toBe('inconclusive');
    expect(decide(write([...own, ...fresh]), write(broke)).verdict).toBe('fail');
  });
});

describe('looks', () => {
  const noisy = (score: number, look?: 1 | 2): readonly Line[] =>
    [1, 2].flatMap((sample) => repeat(10, score, { sample, ...(look && { look }) }));
  const falling = repeat(40, 1).map((line, index) => ({ ...line, score: index < 4 ? 0 : 1 }));
  const rerun = (score: number, look?: 2): readonly Line[] =>
    [1, 2, 3, 4].flatMap((sample) => repeat(4, score, { sample, ...(look && { look }) }));

  it('let some cases have more samples in the first round, and every case weighs one', () => {
    const base = write([...repeat(40, 1, { look: 1 }), ...noisy(1, 1)]);
    const result = decide(base, write([...repeat(40, 1, { look: 1 }), ...noisy(0, 1)]));
    expect(result.metrics[0]).toMatchObject({ cases: 40, worse: 10, same: 30 });
    expect(result.metrics[0]?.difference).toBeCloseTo((10 * -2) / 3 / 40, 12);
    // Ten losses of equal weight: the half of 2^-10.
    expect(result.metrics[0]?.pValue).toBeCloseTo(2 ** -11, 12);
    expect(result.reasons.join()).not.toContain('sample 0 alone');
  });

  it.each([
    ['1 and 3', [1, 3]],
    ['2 and 3', [2, 3]],
    ['3 and 5', [3, 5]],
  ])('weigh cases of %s samples alike in the test', (_name, counts) => {
    const drawn = (score: number) =>
      repeat(40, score).flatMap((line, index) =>
        Array.from({ length: counts[index % 2] ?? 1 }, (_, sample) => ({ ...line, sample, look: 1 as const })),
      );
    const worse = drawn(1).map((line) => (Number(line.case.slice(1)) < 6 ? { ...line, score: 0 } : line));
    const [metric] = decide(write(drawn(1)), write(worse)).metrics;
    expect(metric).toMatchObject({ worse: 6, pValue: 2 ** -7 });
    // One sample of c0 and of c1 is lost: sums of 1/K, whose denominators need not divide each other.
    const once = drawn(1).map((line) =>
      Number(line.case.slice(1)) < 2 && line.sample === 0 ? { ...line, score: 0 } : line,
    );
    expect(decide(write(drawn(1)), write(once)).metrics[0]).toMatchObject({ worse: 2, pValue: 2 ** -3 });
  });

  it('leave the re-run out of one look, and pool it in two', () => {
    const base = write([...repeat(40, 1), ...rerun(1, 2)]);
    const broken = write([...falling, ...rerun(0, 2)]);
    expect(decide(base, broken).metrics[0]).toMatchObject({ samples: 1, worse: 4, pValue: 2 ** -5, looks: 1 });
    expect(decide(base, broken, { design: 'two-look' }).metrics[0]).toMatchObject({ looks: 2, pValue: 2 ** -5 });
    const healed = write([...falling, ...rerun(1, 2)]);
    const poor = write([...repeat(40, 1), ...rerun(0, 2)]);
    expect(decide(poor, healed).verdict).toBe('fail');
    expect(decide(poor, healed, { design: 'two-look' }).verdict).toBe('inconclusive');
  });

  it('let no case weigh more in the second look for having been run again', () => {
    // c4 was worse, too, and was not run again: its one pair weighs as much as the five of each other.
    const worse = falling.map((line) => (line.case === 'c4' ? { ...line, score: 0 } : line));
    const healed = write([...worse, ...rerun(1, 2)]);
    const poor = write([...repeat(40, 1), ...rerun(0, 2)]);
    // +3 of five pairs four times and −5 of five once: of 32 signs five lie above the sum of 7, and one on it.
    const [metric] = decide(poor, healed, { design: 'two-look' }).metrics;
    expect(metric).toMatchObject({ looks: 2, pValue: 26.5 / 32 });
  });

  it('are of one sample, whichever file names them', () => {
    const [base, broken] = [write([...repeat(40, 1), ...rerun(1)]), write([...falling, ...rerun(0, 2)])];
    expect(decide(base, broken).metrics[0]).toMatchObject({ samples: 1, worse: 4, unscored: 0 });
  });

  it('that settle are left out, and said', () => {
    const more = [1, 2].flatMap((sample) => repeat(40, 0, { sample, look: 'settle' }));
    const [base, candidate] = [write(repeat(40, 1)), write([...repeat(40, 1), ...more])];
    const result = decide(base, candidate);
    expect(result).toMatchObject({ verdict: 'pass', metrics: [{ samples: 1, same: 40 }] });
    expect(result.reasons).toEqual(['`m`: samples of the look "settle" were left out']);
  });

  it('say nothing of how often a critical case is drawn beside the others', () => {
    const vital = (scores: readonly number[]): readonly Line[] =>
      scores.map((score, sample) => ({ case: 'vital', score, sample, critical: true, look: sample < 3 ? 1 : 2 }));
    const base = write([...repeat(60, 1, { look: 1 }), ...vital([1, 1, 1])]);
    const held = decide(base, write([...repeat(60, 1, { look: 1 }), ...vital([1, 0, 1])]));
    expect(held).toMatchObject({ verdict: 'pass', metrics: [{ same: 61, worse: 0 }] });
  });
});

describe('a case that is the same on both sides', () => {
  const reached = (score: number): readonly Line[] =>
    [0, 1, 2, 3, 4].flatMap((sample) => repeat(3, score, { sample, look: 1 }));
  const shared = Array.from({ length: 57 }, (_, index): Line => ({ case: `s${index}`, score: 1, same: true }));

  it('leaves the few others to break one by one', () => {
    const broke = decide(write([...shared, ...reached(1)]), write([...shared, ...reached(0)]), { margin: 0.2 });
    expect(broke).toMatchObject({
      verdict: 'fail',
      reasons: [expect.stringContaining('cases "c0", "c1", "c2" broke')],
    });
    expect(decide(write([...shared, ...reached(1)]), write([...shared, ...reached(1)])).verdict).toBe('pass');
  });

  it('cannot break, critical or not', () => {
    const vital: Line = { case: 'vital', score: 0, same: true, critical: true };
    const text = write([...repeat(30, 1), vital]);
    expect(decide(text, text)).toMatchObject({ verdict: 'pass', reasons: [] });
  });
});

describe('names in flags', () => {
  const lines = [...repeat(30, 1, { suite: 's' }), ...repeat(30, 1, { suite: 't' })];
  const worse = lines.map((line) =>
    line.suite === 't' && Number(line.case.slice(1)) < 20 ? { ...line, score: 0 } : line,
  );

  it('can mean a metric of one suite', () => {
    const result = decide(write(lines), write(worse), { metrics: ['s/m'] });
    expect(result).toMatchObject({ verdict: 'pass', metrics: [{ gates: true }, { gates: false }] });
    expect(decide(write(lines), write(worse), { metrics: ['t/m'] }).verdict).toBe('fail');
    expect(decide(write(lines), write(worse), { directions: new Map([['t/m', 'lower']]) }).verdict).toBe('pass');
  });

  it('hold one suite to rules of its own', () => {
    const suites = new Map([['t', { margin: 0.9, onInconclusive: 'block' as const }]]);
    const flags = { ...defaultCompareFlags, suites };
    expect(decide(write(lines), write(worse), { suites })).toMatchObject({
      verdict: 'pass',
      metrics: [{ margin: 0.1 }, { margin: 0.9 }],
    });
    const open = decide(write(lines), write(lines), { ...flags, margin: 0.001, suites: new Map() });
    expect(compareExitCode(open, flags)).toBe(1);
    expect(compareExitCode(open, defaultCompareFlags)).toBe(0);
  });

  it('are looked up', () => {
    const result = decide(write(lines), write(lines), { suites: new Map([['x', { margin: 2 }]]) });
    expect(result.errors?.map(({ message }) => message)).toEqual([
      '--margin must be above 0 and at most 1.',
      'a flag names the suite "x", which is in neither file.',
    ]);
  });
});

describe('a metric that measures nothing', () => {
  it('does not pass, and says why by the lines’ own reasons', () => {
    const base = write(repeat(30, 0));
    const result = decide(base, write(repeat(30, 0, { reason: 'the output is in a code fence' })));
    expect(result).toMatchObject({ verdict: 'inconclusive', metrics: [{ measuresNothing: true }] });
    expect(result.reasons[0]).toContain('measures nothing here');
    expect(result.reasons[0]).toContain('(30 of 30: the output is in a code fence)');
    expect(decide(base, write(repeat(30, 1))).verdict).toBe('pass');
  });
});

describe('either file on either side', () => {
  it('takes a candidate’s lines for a baseline, and a baseline’s for a candidate', () => {
    const mine = write(repeat(30, 1, { arm: 'candidate' }));
    const base = write(repeat(30, 1, { arm: 'base' }));
    expect(decide(mine, base)).toMatchObject({ verdict: 'pass', metrics: [{ cases: 30 }] });
  });

  it('refuses another arm', () => {
    const text = '{"case":"a","metric":"m","sample":0,"score":1,"arm":"main"}';
    expect(decide(text, text).errors?.[0]?.message).toBe('"arm" must be "base", "stored" or "candidate".');
  });
});

describe('order and size', () => {
  it('gives the same document whatever the order of lines', () => {
    const shuffle = (text: string) => text.trim().split('\n').reverse().join('\n');
    for (const name of ['same', 'worse', 'unclear']) {
      const straight = decide(fixture('base'), fixture(name));
      expect(decide(shuffle(fixture('base')), shuffle(fixture(name)))).toEqual(straight);
    }
  });

  it('takes 5,000 graded cases', () => {
    const graded = (shift: number) =>
      write(repeat(5000, 0).map((line, index) => ({ ...line, score: ((index * 37 + shift) % 101) / 100 })));
    expect(decide(graded(0), graded(7)).metrics[0]?.cases).toBe(5000);
  });
});

describe('real paired scores', () => {
  it('GSM8K, four configurations on 1,319 questions', () => {
    const variants = readMeasured('gsm8k-correctness.json');
    const names = Object.keys(variants);
    const text = (name: string) => write((variants[name] ?? []).map((score, index) => ({ case: `q${index}`, score })));
    for (const baseline of names) {
      for (const candidate of names) {
        // Every pair differs by more than 4 points on these questions: the worse one is always proven.
        const [metric] = decide(text(baseline), text(candidate)).metrics;
        expect(metric?.verdict).toBe((metric?.difference ?? 0) < 0 ? 'fail' : 'pass');
      }
    }
    // scipy: binom.cdf(151, 361, .5) + .5 * binom.pmf(152, 361, .5).
    const [close] = decide(text('6b_verification'), text('175b_finetuning')).metrics;
    expect(close?.pValue).toBeCloseTo(0.0013436956642356858, 14);
  });
});
