import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { acceptGrounds } from '../../src/gate/acceptance.ts';
import {
  aChangedTree,
  aConfigFile,
  answering,
  aPromptFile,
  aRow,
  aSelfContained,
  aTree,
  exactEvaluator,
  jsonl,
  numberOf,
  someRows,
  tell,
} from './story.ts';

describe('first contact and built-in config', () => {
  it('compares prompts that main has as report: pass, and nothing gates', async () => {
    const { report } = await tell({
      base: aTree({ 'prompt-assay.yml': null }),
      script: answering((arm) => arm === 'base'),
    });
    expect(report).toMatchObject({ verdict: 'pass', green: true });
    expect(report.title).toBe('Nothing gates until this is merged; this would have failed: `label` −100 points.');
    expect(report.metrics[0]).toMatchObject({ gates: false, worse: 100 });
  });

  it('uses the built-in gate and budget, not those that the candidate brings', async () => {
    const config = aConfigFile({ top: 'budget: { per-run-usd: null, per-run-calls: 1000000 }' });
    const { report } = await tell({
      base: aTree({ 'prompt-assay.yml': null }),
      candidate: aChangedTree({ 'prompt-assay.yml': config, 'evals/triage.jsonl': jsonl(someRows(3000)) }),
    });
    expect(report).toMatchObject({ verdict: 'invalid', calls: 0 });
    expect(report.errors[0]?.message).toContain('at most 5000');
  });

  const embedded = (text: string, count = 25) => {
    const rows = someRows(count).map(
      ({ id, input, expected }) => `  - { id: ${id}, input: "${input}", expected: "${expected}" }`,
    );
    return `${aPromptFile(text, 'solo', 'model: some-model\n')}testData:\n${rows.join('\n')}\nevaluators:\n  - name: is-yes\n    string: { equals: "{{expected}}" }\n`;
  };

  it('without any config a self-contained prompt is a suite that gates', async () => {
    const { report } = await tell({
      base: { 'a.prompt.yml': embedded('v1') },
      candidate: { 'a.prompt.yml': embedded('v2') },
      script: answering((arm, number) => arm === 'base' || number >= 12),
    });
    expect(report).toMatchObject({ verdict: 'fail' });
    expect(report.suites[0]?.name).toBe('a.prompt.yml');
  });

  it('without any config a prompt without rows and evaluators is no suite', async () => {
    const { report } = await tell({
      base: { 'a.prompt.yml': aPromptFile('v1', 'a', 'model: some-model\n') },
      candidate: { 'a.prompt.yml': aPromptFile('v2', 'a', 'model: some-model\n') },
    });
    expect(report).toMatchObject({ verdict: 'pass', green: true, errors: [] });
  });
});

describe('new, renamed and deleted prompts', () => {
  const withThreshold = aConfigFile({
    checks: '      - { name: label, type: equals, expected: "{{ expected }}", min-score: 0.8 }',
  });

  it.each([
    ['meets min-score', 0.9, 'pass'],
    ['misses min-score', 0.5, 'fail'],
  ] as const)('a new prompt that %s', async (_name, share, verdict) => {
    const files = { 'prompt-assay.yml': withThreshold, 'prompts/old.prompt.yml': aPromptFile('quite old', 'old') };
    const { report, calls } = await tell({
      base: aTree({ ...files, 'prompts/triage.prompt.yml': null }),
      candidate: aTree(files),
      script: answering((_arm, number) => number < share * 100),
    });
    expect(report.verdict).toBe(verdict);
    expect(calls).toHaveLength(100);
    expect(calls.every((call) => call.arm === 'candidate')).toBe(true);
    expect(report.metrics[0]).toMatchObject({ baselineSource: 'none', candidateMean: share, baselineMean: null });
  });

  it('a new prompt without a threshold passes: nothing to compare', async () => {
    const old = { 'prompts/old.prompt.yml': aPromptFile('quite old', 'old') };
    const { report } = await tell({
      base: aTree({ ...old, 'prompts/triage.prompt.yml': null }),
      candidate: aTree(old),
      script: answering((_arm, number) => number % 2 === 0),
    });
    expect(report).toMatchObject({
      verdict: 'pass',
      title: 'New, nothing to compare: 50 of 100 cases of `triage` pass `label`.',
    });
  });

  it('a threshold is missed although nothing got worse: fail', async () => {
    const files = { 'prompt-assay.yml': withThreshold };
    const script = answering((_arm, number) => number < 70);
    const { report } = await tell({ base: aTree(files), candidate: aChangedTree(files), script });
    expect(report).toMatchObject({ verdict: 'fail', green: false });
    expect(report.metrics[0]).toMatchObject({ worse: 0, belowMinScore: true });
  });

  it('a threshold of a report metric decides nothing', async () => {
    const checks =
      '      - { name: label, type: equals, expected: "{{ expected }}" }\n      - { name: shown, type: equals, expected: "never", role: report, min-score: 0.8 }';
    const files = { 'prompt-assay.yml': aConfigFile({ checks }) };
    expect((await tell({ base: aTree(files), candidate: aChangedTree(files) })).report.verdict).toBe('pass');
  });

  it('a threshold looks at the first round alone: a re-run of the losses must not lower the mean', async () => {
    const config = aConfigFile({
      checks: '      - { name: label, type: equals, expected: "{{ expected }}", min-score: 0.95 }',
    });
    const files = { 'prompt-assay.yml': config };
    const { report } = await tell({
      base: aTree(files),
      candidate: aChangedTree(files),
      // The candidate's mean is .95 in the first round, and lower once its gains run again and fail.
      script: answering((arm, number, sample) => {
        if (number < 5) return arm === 'base';
        return number >= 7 || (arm === 'candidate' && sample === 0);
      }),
    });
    expect(report.calls).toBeGreaterThan(200);
    expect(report.metrics[0]).toMatchObject({ minScore: 0.95, belowMinScore: false });
  });

  it('a renamed and reworded prompt is compared with its predecessor', async () => {
    const { report } = await tell({
      candidate: aTree({ 'prompts/triage.prompt.yml': null, 'prompts/sorting.prompt.yml': aPromptFile('v2') }),
      script: answering((arm, number) => arm === 'base' || number >= 30),
    });
    expect(report.verdict).toBe('fail');
    expect(report.suites[0]?.prompts[0]).toMatchObject({ change: 'renamed', basePath: 'prompts/triage.prompt.yml' });
  });

  it('a moved prompt with the same content is neither compared nor called', async () => {
    const { report, calls } = await tell({
      candidate: aTree({ 'prompts/triage.prompt.yml': null, 'prompts/moved.prompt.yml': aPromptFile('v1') }),
    });
    expect(report.verdict).toBe('pass');
    expect(calls).toEqual([]);
  });

  it('a deleted prompt is said', async () => {
    const { report, calls } = await tell({
      base: aTree({ 'prompts/other.prompt.yml': aPromptFile('quite another', 'other') }),
      candidate: aTree(),
    });
    expect(report.verdict).toBe('pass');
    expect(report.notices.join()).toContain('loses the prompt `other`: nothing takes its place');
    expect(calls).toEqual([]);
  });

  it('a suite whose globs match no file is invalid, never green on zero cases', async () => {
    const files = { 'prompts/triage.prompt.yml': null };
    const { report } = await tell({
      base: aTree(files),
      candidate: aTree({ ...files, 'evals/triage.jsonl': jsonl(someRows(99)) }),
    });
    expect(report).toMatchObject({ verdict: 'invalid', green: false });
  });

  it.each([
    ['the model default of the config', aConfigFile().replace('some-model', 'other-model')],
    [
      'a parameter default of the config',
      aConfigFile().replace('id: some-model', 'id: some-model, parameters: { temperature: 1 }'),
    ],
  ])('a change of %s alone is compared', async (_name, config) => {
    const { report, calls } = await tell({
      candidate: aTree({ 'prompt-assay.yml': config }),
      script: answering((arm, number) => arm === 'base' || number >= 30),
    });
    expect(report.verdict).toBe('fail');
    expect(calls).toHaveLength(200);
    expect(report.suites[0]?.prompts[0]?.change).toBe('changed');
  });
});

describe('critical cases and small sets', () => {
  const rows = jsonl(someRows(100, (number) => (number === 7 ? { critical: true } : {})));
  const files = { 'evals/triage.jsonl': rows };

  it('a critical case that broke fails the run alone, after eight samples on both sides', async () => {
    const { report, calls } = await tell({
      base: aTree(files),
      candidate: aChangedTree(files),
      script: answering((arm, number) => arm === 'base' || number !== 7),
    });
    expect(report).toMatchObject({ verdict: 'fail', green: false });
    expect(report.title).toContain('ritical case "q-007" broke');
    const own = calls.filter((call) => numberOf(call) === 7);
    expect(
      own
        .filter((call) => call.arm === 'candidate')
        .map((call) => call.sample)
        .sort(),
    ).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(own.filter((call) => call.arm === 'base')).toHaveLength(8);
  });

  it('a critical case that is merely shaky is inconclusive', async () => {
    const { report } = await tell({
      base: aTree(files),
      candidate: aChangedTree(files),
      script: answering((arm, number, sample) => arm === 'base' || number !== 7 || sample > 2),
    });
    expect(report.verdict).toBe('inconclusive');
    expect(report.reasons.join()).toMatch(/unstable critical case "q-007"/i);
  });

  const few = { 'evals/triage.jsonl': jsonl(someRows(4)) };

  it.each([
    ['no case broke', (_arm: string, _number: number) => true, 'pass', 'no case broke'],
    ['one broke', (arm: string, number: number) => arm === 'base' || number !== 2, 'fail', 'q-002'],
  ])('fewer than min-cases: %s', async (_name, isRight, verdict, words) => {
    const { report, calls } = await tell({
      base: aTree(few),
      candidate: aChangedTree(few),
      script: answering((arm, number) => isRight(arm, number)),
    });
    expect(report.verdict).toBe(verdict);
    expect(calls).toHaveLength(4 * 5 * 2);
    expect(`${report.title} ${report.metrics[0]?.sentence}`.toLowerCase()).toContain(words);
  });
});

describe('changes of the dataset', () => {
  it.each([
    ['the right answer of one row', jsonl(someRows(100, (number) => (number === 3 ? { expected: 'no' } : {}))), 'pass'],
    [
      'more than a tenth of the rows',
      jsonl(someRows(100, (number) => (number < 11 ? { expected: 'no' } : {}))),
      'fail',
    ],
    ['rows taken away', jsonl(someRows(89)), 'fail'],
    ['a tenth of the rows taken away', jsonl(someRows(90)), 'pass'],
    ['rows added', jsonl(someRows(150)), 'pass'],
  ] as const)('%s beside a harmless prompt change', async (_name, dataset, verdict) => {
    const { report } = await tell({ candidate: aChangedTree({ 'evals/triage.jsonl': dataset }) });
    expect(report.verdict).toBe(verdict);
    if (verdict === 'fail') expect(report.title).toBe('The dataset changed; accept it.');
  });

  it('an edited critical row needs accept, and a label makes it green without changing the word', async () => {
    const critical = (changes: object) =>
      jsonl(someRows(100, (number) => (number === 7 ? { critical: true, ...changes } : {})));
    const story = {
      base: aTree({ 'evals/triage.jsonl': critical({}) }),
      candidate: aTree({ 'evals/triage.jsonl': critical({ expected: 'no' }) }),
    };
    const { report: red } = await tell(story);
    expect(red).toMatchObject({ verdict: 'fail', green: false });
    const { report } = await tell({ ...story, request: { acceptance: acceptGrounds('@grace', red.grounds) } });
    expect(report).toMatchObject({ verdict: 'fail', green: true });
    expect(report.notes[0]).toContain('accepted by @grace');
  });

  it('a row that a pull request removes still gates, and an added one does not', async () => {
    const { report } = await tell({
      base: aTree({ 'evals/triage.jsonl': jsonl(someRows(100)) }),
      candidate: aChangedTree({ 'evals/triage.jsonl': jsonl([...someRows(95), aRow(200), aRow(201)]) }),
      script: answering((arm, number) => number < 200 && (arm === 'base' || number < 70)),
    });
    expect(report.metrics[0]).toMatchObject({ cases: 100, worse: 30 });
    expect(report.suites[0]).toMatchObject({ addedCases: ['q-200', 'q-201'], editedCases: [] });
    expect(report.suites[0]?.removedCases).toHaveLength(5);
  });

  it('an edited expectation moves nothing: both arms are held to the base row', async () => {
    const edited = jsonl(someRows(100, (number) => (number < 5 ? { expected: 'no' } : {})));
    const { report } = await tell({
      candidate: aChangedTree({ 'evals/triage.jsonl': edited }),
      script: answering((arm, number) => arm === 'base' || number >= 5),
    });
    expect(report.metrics[0]?.worse).toBe(5);
    expect(report.suites[0]?.editedCases).toHaveLength(5);
  });

  it('an unchanged prompt runs only what was added or edited, once, and is never red from it', async () => {
    const { report, calls } = await tell({
      candidate: aTree({
        'evals/triage.jsonl': jsonl([
          ...someRows(100, (number) => (number === 3 ? { input: 'new q-003' } : {})),
          aRow(100),
        ]),
      }),
      script: answering(() => false),
    });
    expect(calls.map(numberOf)).toEqual([3, 100]);
    expect(report).toMatchObject({ verdict: 'pass', green: true });
  });

  it('the order of the rows changes neither verdict nor numbers', async () => {
    const script = answering((arm, number, sample) => arm === 'base' || (number + sample) % 9 !== 0);
    const figures = async (rows: readonly unknown[], other: readonly unknown[]) => {
      const { report } = await tell({
        base: aTree({ 'evals/triage.jsonl': jsonl(rows) }),
        candidate: aChangedTree({ 'evals/triage.jsonl': jsonl(other) }),
        script,
      });
      const { verdict, title, calls, cases } = report;
      // Sums of floating-point numbers depend on their order in the last digit.
      const metrics = JSON.stringify(report.metrics, (_key, value) =>
        typeof value === 'number' ? Number(value.toFixed(9)) : value,
      );
      return { verdict, title, calls, metrics, cases: cases.map((one) => `${one.case} ${one.label}`).sort() };
    };
    const rows = someRows(40);
    const expected = await figures(rows, rows);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(rows, { minLength: 40 }),
        fc.shuffledSubarray(rows, { minLength: 40 }),
        async (one, other) => expect(await figures(one, other)).toEqual(expected),
      ),
      { numRuns: 5 },
    );
  });
});

describe('what a change is held to', () => {
  it("is main's schema, whatever the change makes of it", async () => {
    const config = aConfigFile({ checks: '      - { name: shape, type: json-schema, schema: evals/shape.json }' });
    const files = (schema: string) => ({ 'prompt-assay.yml': config, 'evals/shape.json': schema });
    const { report } = await tell({
      base: aTree(files('{"type":"object","required":["a"]}')),
      candidate: aChangedTree(files('{}')),
      script: ({ arm }) => (arm === 'base' ? '{"a":1}' : '{}'),
    });
    expect(report.verdict).toBe('fail');
    expect(report.metrics.map(({ metric, verdict }) => [metric, verdict])).toEqual([
      ['shape', 'fail'],
      ['shape (proposed)', 'pass'],
    ]);
  });

  it("are main's evaluators, whatever the change makes of them", async () => {
    const loose = exactEvaluator.replace('{{expected}}', 'no');
    const { report } = await tell({
      base: { 'solo.prompt.yml': aSelfContained('v1') },
      candidate: { 'solo.prompt.yml': aSelfContained('v2', 'solo', loose) },
      script: answering((arm) => arm === 'base'),
    });
    expect(report.verdict).toBe('fail');
  });
});
