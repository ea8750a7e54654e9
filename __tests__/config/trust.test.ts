import { describe, expect, it } from '@jest/globals';
import type { Config } from '../../src/config/config.ts';
import { underBuiltInGate } from '../../src/config/default-config.ts';
import { mergeTrusted, type TrustedConfig } from '../../src/config/trust.ts';
import { parseConfig } from '../../src/read/parse-config.ts';

interface Parts {
  readonly top?: string;
  readonly suite?: string;
  readonly checks?: string;
  readonly gate?: string;
}

function aConfig({
  top = '',
  suite = '    dataset: rows.csv\n',
  checks = '{ name: label, type: equals, expected: a }',
  gate = 'margin: 0.05',
}: Parts = {}): Config {
  const text = `version: 1\n${top}suites:\n  - name: s\n    prompts: p/*.md\n${suite}    checks: [${checks}]\n    gate: { ${gate} }\n`;
  return parseConfig({ path: 'prompt-assay.yml', text }).config;
}

function merge(base: Config | null, candidate: Config | null, defaultBranch: Config | null = base): TrustedConfig {
  return mergeTrusted({ base, candidate, defaultBranch });
}

const endpoint =
  'model: { id: m, base-url: "https://good.example/v1", api-key-env: GOOD, headers: { x: good }, map: { m: n } }\n';
const hostile =
  'model: { id: evil, api: responses, parameters: { temperature: 2 }, base-url: "https://evil.example", api-key-env: GITHUB_TOKEN, headers: { x: evil }, map: { m: evil } }\n';

describe('what decides comes from the base', () => {
  it.each<readonly [string, Parts]>([
    ['a wider margin', { gate: 'margin: 0.9' }],
    ['an expectation', { checks: '{ name: label, type: contains, expected: a }' }],
    ['a metric made report', { checks: '{ name: label, type: equals, expected: a, role: report }' }],
    ['no check at all', { checks: '' }],
    ['another dataset', { suite: '    dataset: easy.csv\n' }],
    ['a larger budget', { top: 'budget: { per-run-usd: 999 }\n' }],
    ['cheaper prices', { top: 'prices: { m: { input-per-million-usd: 0, output-per-million-usd: 0 } }\n' }],
    ['more examples', { top: 'report: { examples: full }\n' }],
    ['another judge', { top: 'judge: { model: { id: kind } }\n' }],
    ['another model', { top: hostile }],
  ])('whatever the candidate says: %s', (_, parts) => {
    const base = aConfig({ top: endpoint });
    expect(merge(base, aConfig(parts)).config).toEqual(base);
    expect(merge(base, null).config).toEqual(base);
  });
});

describe('where requests go comes from the default branch', () => {
  it('not from the candidate, nor from another base', () => {
    const { config } = merge(aConfig({ top: hostile }), aConfig({ top: hostile }), aConfig({ top: endpoint }));
    expect(config.model).toMatchObject({
      id: 'evil',
      baseUrl: 'https://good.example/v1',
      apiKeyEnv: 'GOOD',
      headers: { x: 'good' },
      map: { m: 'n' },
    });
    expect(config.judgeModel).toMatchObject({ baseUrl: null, apiKeyEnv: null, map: { m: 'n' } });
    expect(config.judgeModel.headers).toEqual({});
  });

  it('also for a judge with an endpoint of its own', () => {
    const judge = (host: string, name: string) =>
      `judge: { model: { base-url: "https://${host}", api-key-env: ${name}, headers: { x: ${name} } } }\n`;
    const evil = aConfig({ top: judge('evil.example', 'GITHUB_TOKEN') });
    const { config } = merge(evil, evil, aConfig({ top: judge('good.example', 'GOOD') }));
    expect(config.judgeModel).toMatchObject({
      baseUrl: 'https://good.example',
      apiKeyEnv: 'GOOD',
      headers: { x: 'GOOD' },
    });
  });

  it('nowhere in particular where the default branch has no config', () => {
    const { config } = merge(aConfig({ top: hostile }), null, null);
    const nowhere = { baseUrl: null, apiKeyEnv: null, headers: {}, map: {} };
    expect(config.model).toMatchObject(nowhere);
    expect(config.judgeModel).toMatchObject(nowhere);
  });
});

describe('first contact', () => {
  const candidate = aConfig({ top: `${hostile}budget: { per-run-usd: 999 }\n`, gate: 'margin: 0.9, alpha: 0.5' });
  const { config } = merge(null, candidate);

  it('decides by what is built in, for none of the suites that the candidate brings', () => {
    expect(config.suites).toEqual([]);
    expect(config.budget).toEqual({ perRunUsd: 2, perRunCalls: 5000, alerts: [50, 75, 90], isSet: false });
  });

  it('drops its endpoint', () => {
    expect(config.model).toMatchObject({ baseUrl: null, apiKeyEnv: null, headers: {}, map: {} });
  });

  it('holds a suite that only the candidate has to the built-in gate', () => {
    const [suite] = candidate.suites.map(underBuiltInGate);
    expect(suite?.metrics).toEqual(candidate.suites[0]?.metrics);
    expect(suite?.gate).toMatchObject({ margin: null, alpha: 0.05 });
  });
});

describe('what the candidate changes without effect', () => {
  const base = aConfig({ checks: '{ name: label, type: equals, expected: a }, { name: short, type: length, max: 9 }' });

  it('notes a removed metric, which decides on', () => {
    const candidate = aConfig({ checks: '{ name: label, type: equals, expected: b }, { name: valid, type: json }' });
    expect(merge(base, candidate).notes).toEqual([
      'metric "short" of suite "s" is removed; it decides until that is merged',
    ]);
    expect(merge(base, candidate).config.suites[0]?.metrics.map(({ name }) => name)).toEqual(['label', 'short']);
  });

  it('does not mind where a metric stands', () => {
    const moved = aConfig({
      top: '\n\n',
      checks: '{ name: short, type: length, max: 9 }, { name: label, expected: a, type: equals }',
    });
    expect(merge(base, moved)).toMatchObject({ notes: [] });
  });

  it.each<readonly [string, Parts, string]>([
    ['gate', { gate: 'margin: 0.1' }, 'the gate of suite "s" differs; the base\'s decides'],
    ['dataset', { suite: '    dataset: b.csv\n' }, 'the dataset setting of suite "s" differs; the base\'s decides'],
    ['budget', { top: 'budget: { per-run-usd: 9 }\n' }, "the budget differs; the base's decides"],
    ['judge', { top: 'judge: { model: { id: other } }\n' }, "the judge's model differs; the base's judges"],
    [
      'endpoint',
      { top: 'model: { base-url: "https://x.example" }\n' },
      "the endpoint, how it is asked or its map of models differ; only the default branch's are used",
    ],
  ])('notes another %s', (_, parts, note) => {
    expect(merge(aConfig(), aConfig(parts)).notes).toEqual([note]);
  });

  it('notes other values of a column that is called like a place', () => {
    const [before, after] = ['home', 'abroad'].map((where) =>
      aConfig({ suite: `    dataset: [{ where: ${where} }]\n` }),
    );
    expect(merge(before as Config, after as Config).notes).toEqual([
      'the dataset setting of suite "s" differs; the base\'s decides',
    ]);
  });

  it('notes removed suites', () => {
    const other = parseConfig({
      path: 'prompt-assay.yml',
      text: 'version: 1\nsuites: [{ name: t, prompts: p.md, checks: [{ name: valid, type: json }] }]\n',
    }).config;
    expect(merge(base, other).notes).toEqual(['suite "s" is removed; it decides until that is merged']);
  });
});
