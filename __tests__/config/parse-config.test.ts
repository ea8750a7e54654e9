import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildPromptSuite, builtInConfig, defaultBaseline } from '../../src/config/default-config.ts';
import { UserError } from '../../src/errors.ts';
import { defaultGate } from '../../src/gate/comparison.ts';
import { parseConfig } from '../../src/read/parse-config.ts';

const parse = (text: string, path = 'prompt-assay.yml') => parseConfig({ path, text });
const smallest = 'version: 1\nsuites: [{ name: a, prompts: p/*.md }]\n';

describe('a config that says little', () => {
  it('gets every default', () => {
    expect(parse(smallest)).toEqual({
      warnings: [],
      config: {
        path: 'prompt-assay.yml',
        model: {
          id: null,
          api: 'chat',
          parameters: {},
          ...{ baseUrl: null, apiKeyEnv: null, apiVersion: null, auth: null },
          headers: {},
          map: {},
          allowParameters: [],
          allowTools: [],
        },
        judgeModel: {
          id: null,
          api: 'chat',
          parameters: {},
          ...{ baseUrl: null, apiKeyEnv: null, apiVersion: null, auth: null },
          headers: {},
          map: {},
          allowParameters: [],
          allowTools: [],
        },
        budget: { perRunUsd: 2, perRunCalls: 5000, alerts: [50, 75, 90], isSet: false },
        concurrency: 50,
        discover: true,
        prices: {},
        report: { examples: 'full' },
        baseline: { branch: 'prompt-assay-baselines', maxAge: 30, samples: 5, storeOutputs: true },
        parameterPlaces: new Map(),
        suites: [
          {
            name: 'a',
            prompts: ['p/*.md'],
            template: null,
            dataset: null,
            format: null,
            samples: 1,
            sources: [],
            clusterBy: null,
            inputs: [],
            reasoning: 'drop',
            metrics: [],
            gate: defaultGate,
            baseline: { branch: 'prompt-assay-baselines', maxAge: 30, samples: 5, storeOutputs: true },
            where: { path: 'prompt-assay.yml', line: 2, column: 10 },
          },
        ],
      },
    });
  });
});

const full = `$schema: https://example.com/schema.json
version: 1
model:
  id: some-model
  api: responses
  parameters: { maxTokens: 9, top_p: 1 }
  base-url: http://127.0.0.1:8080/v1
  api-key-env: MY_KEY
  headers: { x-team: us }
  map: { a: b }
judge:
  model: { id: another, headers: {} }
  logprobs: true
budget: { per-run-usd: null, per-run-calls: 9, alerts: [] }
concurrency: 4
prices: { some-model: { input-per-million-usd: 1, output-per-million-usd: 2.5 } }
report: { examples: redacted }
baseline: { branch: assay/main, max-age: 7d }
suites:
  - name: a
    prompts: [p/a.md, "p/{b,c}.md"]
    dataset:
      - { id: 1, q: "?" }
      - { id: 2 }
    samples: 3
    cluster-by: thread
    checks:
      - &label { name: label, type: equals, path: /label, expected: x, min-score: 0.9 }
      - { <<: *label, name: other, not: true, role: report, direction: lower, min-score: { value: 0.8, on: lower-bound } }
      - { name: words, type: length, max: 9, direction: neutral }
    judges:
      - { name: j, type: rubric, rubric: builtin:fluency, allow-uncalibrated: true }
    gate: { alpha: 0.1, margin: 0.2, min-drop: 0.01, resample: off, min-cases: 4, drift-allowance: 0, rounds: 1.5, settle: off, on-inconclusive: block, strict: true, max-cost-increase: 0.2, max-latency-increase: 0 }
    baseline: { max-age: 1.5, samples: 2, store-outputs: false }
`;

describe('a config that says everything', () => {
  const { config, warnings } = parse(full, 'evals/prompt-assay.yml');
  const [suite] = config.suites;

  it('keeps the model, with parameters under their canonical names', () => {
    expect(config.model).toEqual({
      id: 'some-model',
      api: 'responses',
      parameters: { 'max-tokens': 9, 'top-p': 1 },
      baseUrl: 'http://127.0.0.1:8080/v1',
      apiKeyEnv: 'MY_KEY',
      apiVersion: null,
      auth: null,
      headers: { 'x-team': 'us' },
      map: { a: 'b' },
      allowParameters: [],
      allowTools: [],
    });
  });

  it('gives the judge the API and the map of the model, not its parameters and nothing with a key', () => {
    expect(config.judgeModel).toEqual({
      ...config.model,
      ...{ baseUrl: null, apiKeyEnv: null, apiVersion: null, auth: null, headers: {} },
      id: 'another',
      parameters: { logprobs: true, 'top-logprobs': 10 },
      headers: {},
    });
  });

  it('keeps budget, prices and examples', () => {
    expect(config.budget).toEqual({ perRunUsd: null, perRunCalls: 9, alerts: [], isSet: true });
    expect(config.prices).toEqual({
      'some-model': { inputPerMillionUsd: 1, cachedInputPerMillionUsd: null, outputPerMillionUsd: 2.5 },
    });
    expect([config.concurrency, config.report.examples]).toEqual([4, 'redacted']);
  });

  it('lets a suite override what its baseline inherits', () => {
    expect(config.baseline).toEqual({ branch: 'assay/main', maxAge: 7, samples: 5, storeOutputs: true });
    expect(suite?.baseline).toEqual({ branch: 'assay/main', maxAge: 1.5, samples: 2, storeOutputs: false });
  });

  it('resolves paths against the folder of the config', () => {
    expect(suite?.prompts).toEqual(['evals/p/a.md', 'evals/p/{b,c}.md']);
  });

  it('keeps inline rows with their places', () => {
    expect(suite?.dataset).toEqual({
      kind: 'inline',
      rows: [
        { values: { id: 1, q: '?' }, where: { path: 'evals/prompt-assay.yml', line: 23, column: 9 } },
        { values: { id: 2 }, where: { path: 'evals/prompt-assay.yml', line: 24, column: 9 } },
      ],
      where: { path: 'evals/prompt-assay.yml', line: 23, column: 7 },
    });
  });

  it('reads metrics, through anchors and merge keys', () => {
    expect(suite?.metrics.map(({ where, ...metric }) => metric)).toEqual([
      {
        kind: 'check',
        name: 'label',
        type: 'equals',
        at: null,
        tool: null,
        call: 'all',
        path: '/label',
        from: 'whole',
        not: false,
        role: 'gate',
        direction: 'higher',
        minScore: { value: 0.9, on: 'mean' },
        options: { expected: 'x' },
      },
      {
        kind: 'check',
        name: 'other',
        type: 'equals',
        at: null,
        tool: null,
        call: 'all',
        path: '/label',
        from: 'whole',
        not: true,
        role: 'report',
        direction: 'lower',
        minScore: { value: 0.8, on: 'lower-bound' },
        options: { expected: 'x' },
      },
      {
        kind: 'check',
        name: 'words',
        type: 'length',
        at: null,
        tool: null,
        call: 'all',
        path: null,
        from: 'whole',
        not: false,
        role: 'report',
        direction: 'neutral',
        minScore: null,
        options: { max: 9 },
      },
      {
        kind: 'judge',
        name: 'j',
        type: 'rubric',
        at: 'final',
        rubric: 'builtin:fluency',
        calibration: null,
        allowUncalibrated: true,
        model: null,
        samples: 1,
        role: 'gate',
        direction: 'higher',
        minScore: null,
        options: {},
      },
    ]);
  });

  it('reads the gate', () => {
    expect(suite?.gate).toEqual({
      afterScreen: 'fresh',
      alpha: 0.1,
      margin: 0.2,
      minDrop: 0.01,
      resample: 'off',
      target: 'inputs',
      minCases: 4,
      driftAllowance: 0,
      rounds: 1.5,
      settle: 'off',
      onInconclusive: 'block',
      strict: true,
      maxCostIncrease: 0.2,
      maxLatencyIncrease: 0,
    });
  });

  it('warns of what decides nothing and of what can prove nothing', () => {
    expect(warnings.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '29 "min-score" decides nothing on a metric that is only shown.',
      '34 a stored baseline of 2 samples a case cannot prove a pass.',
    ]);
  });
});

describe('keys that imply others', () => {
  const gateOf = (lines: string) => {
    const { config } = parse(`version: 1\nsuites:\n  - name: a\n    prompts: p.md\n${lines}`);
    return { samples: config.suites[0]?.samples, resample: config.suites[0]?.gate.resample };
  };
  it.each([
    ['one sample is run again where discordant', '', { samples: 1, resample: 'discordant' }],
    ['repeated samples are not', '    samples: 2\n', { samples: 2, resample: 'off' }],
    ['these cases only: five samples', '    gate: { target: cases }\n', { samples: 5, resample: 'off' }],
    [
      'these cases only: as many as named',
      '    samples: 3\n    gate: { target: cases }\n',
      { samples: 3, resample: 'off' },
    ],
  ])('%s', (_, lines, expected) => {
    expect(gateOf(lines)).toEqual(expected);
  });

  it('warns where more than three metrics gate', () => {
    const checks = ['a', 'b', 'c', 'd'].map((name) => `      - { name: ${name}, type: json }\n`).join('');
    const { warnings } = parse(`version: 1\nsuites:\n  - name: s\n    prompts: p.md\n    checks:\n${checks}`);
    expect(warnings).toEqual([
      {
        path: 'prompt-assay.yml',
        line: 9,
        column: 9,
        message: '4 metrics of "s" gate; each makes the others harder to prove.',
        hint: 'Give "role: report" to all but the three that matter.',
      },
    ]);
  });
});

it('counts no judge among the metrics that gate before labels vouch for it', () => {
  const judges = (more: string) =>
    ['a', 'b', 'c', 'd'].map((name) => `      - { name: ${name}, type: pairwise, rubric: r.md${more} }\n`).join('');
  const parseWith = (more: string) =>
    parse(
      `version: 1\njudge: { model: { id: m } }\nsuites:\n  - name: s\n    prompts: p.md\n    judges:\n${judges(more)}`,
    ).warnings;
  expect(parseWith('')).toEqual([]);
  expect(parseWith(', calibration: l.jsonl')).toMatchObject([{ message: expect.stringContaining('4 metrics') }]);
});

describe('paths', () => {
  const suiteOf = (path: string, lines: string) =>
    parse(`version: 1\nsuites:\n  - name: a\n${lines}`, path).config.suites[0];

  it('of a config in .github may go up to the root', () => {
    const suite = suiteOf('.github/prompt-assay.yml', '    prompts: ../prompts/*.md\n    dataset: [../a.csv, b.csv]\n');
    expect(suite?.prompts).toEqual(['prompts/*.md']);
    expect(suite?.dataset).toMatchObject({ kind: 'files', paths: ['a.csv', '.github/b.csv'] });
  });

  it('of schemas and rubrics become repository paths', () => {
    const suite = suiteOf(
      'x/prompt-assay.yml',
      '    prompts: p.md\n    checks: [{ name: n, type: json-schema, schema: ./s/../s.json }]\n',
    );
    expect(suite?.metrics[0]).toMatchObject({ options: { schema: 'x/s.json' } });
  });

  it('take the name of the folder literally', () => {
    expect(suiteOf('[app]/prompt-assay.yml', '    prompts: "*.md"\n')?.prompts).toEqual(['\\[app\\]/*.md']);
  });
});

describe('any text', () => {
  const line = fc.constantFrom(
    'version: 1',
    'suites:',
    '  - name: a',
    '    prompts: p',
    '    checks:',
    '      - {name: n, type: json}',
    '    gate: {alpha: .nan}',
    'a: &a [*a]',
    'b: *a',
    '<<: {version: 1}',
    '- 1',
    '? {a: b}',
    '---',
    '%YAML 1.1',
    '\tx',
    '    dataset: [1, {}]',
    'model: {headers: {a: 1}}',
    '    samples: 1e400',
    '__proto__: {version: 1}',
    '    judges: [{}]',
    'budget: ~',
    '"suites": [[[]]]',
    '    checks: {0: {type: json}}',
  );
  const text = fc.oneof(
    fc.array(line).map((lines) => lines.join('\n')),
    fc.string({ unit: 'binary' }),
    fc.json(),
  );

  it('gives a config or a UserError, never another throw', () => {
    fc.assert(
      fc.property(text, (source) => {
        try {
          expect(parse(source).config.suites.length).toBeGreaterThan(0);
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
        }
      }),
      { numRuns: 500, examples: [['['.repeat(100_000)], [`a: ${'{'.repeat(10_000)}`], ['- '.repeat(5000)]] },
    );
  });
});

describe('no config', () => {
  it('makes each prompt file a suite that matches that file and nothing else', () => {
    const suite = buildPromptSuite('a[1].prompt.yml', defaultBaseline);
    expect(suite).toMatchObject({ name: 'a[1].prompt.yml', prompts: ['a\\[1\\].prompt.yml'], gate: defaultGate });
    expect(builtInConfig.budget).toEqual(parse(smallest).config.budget);
  });
});
