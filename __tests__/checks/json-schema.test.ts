import { describe, expect, it } from '@jest/globals';
import { compileCheck } from '../../src/checks/registry.ts';
import type { JsonObject } from '../../src/json.ts';
import { aCheck, scoreText } from './scoring.ts';

const triage: JsonObject = {
  type: 'object',
  properties: { label: { enum: ['bug', 'feature'] }, mail: { format: 'email' }, code: { pattern: '^[A-Z]{2}$' } },
  required: ['label'],
  additionalProperties: false,
};

function reasonOf(schema: JsonObject, content: string) {
  return scoreText(aCheck('json-schema', { schema }), content).reason;
}

describe('json-schema', () => {
  it.each([
    ['fits', '{"label": "bug"}', null],
    ['a wrong value', '{"label": "chore"}', '/label must be equal to one of the allowed values'],
    ['a missing member', '{}', "the output must have required property 'label'"],
    [
      'an unknown member',
      '{"label": "bug", "x": 1}',
      'the output must NOT have additional properties (there is an unknown one)',
    ],
    ['a format', '{"label": "bug", "mail": "nobody"}', '/mail must match format "email"'],
    ['a pattern', '{"label": "bug", "code": "abc"}', '/code must match pattern "^[A-Z]{2}$"'],
    ['no JSON', 'bug', 'the output is not JSON'],
  ])('%s', (_, content, reason) => {
    expect(reasonOf(triage, content)).toBe(reason);
  });

  it('takes a required member that is described nowhere', () => {
    expect(reasonOf({ type: 'object', required: ['id'] }, '{"id": 1}')).toBe(null);
  });

  it('keeps two patterns apart', () => {
    const schema = { properties: { a: { pattern: '^a$' }, b: { pattern: '^b$' } } };
    expect(reasonOf(schema, '{"a": "a", "b": "b"}')).toBe(null);
    expect(reasonOf(schema, '{"a": "a", "b": "a"}')).toBe('/b must match pattern "^b$"');
  });

  it('runs patterns and pattern properties in linear time', () => {
    const schema = { properties: { a: { pattern: '^(a+)+$' } }, patternProperties: { '^(x+)+y': false } };
    expect(reasonOf(schema, JSON.stringify({ a: `${'a'.repeat(50_000)}b` }))).toMatch(/must match pattern/);
    expect(reasonOf(schema, JSON.stringify({ ['x'.repeat(50_000)]: 1 }))).toBe(null);
  });

  it('follows references inside the schema, also recursive ones', () => {
    const schema = {
      $ref: '#/$defs/tree',
      $defs: { tree: { type: 'object', properties: { kids: { items: { $ref: '#/$defs/tree' } } } } },
    };
    expect(reasonOf(schema, '{"kids": [{"kids": []}]}')).toBe(null);
    expect(reasonOf(schema, '{"kids": [{"kids": [4]}]}')).toBe('/kids/0/kids/0 must be object');
  });

  it('ends where references lead in a circle', () => {
    const schema = { $defs: { a: { allOf: [{ $ref: '#/$defs/a' }] } }, $ref: '#/$defs/a' };
    expect(reasonOf(schema, '1')).toBe('is too complex to check against the schema');
  });

  it('takes no text that is too long for its pattern', () => {
    const schema = { properties: { a: { pattern: '(\\pL|\\d){1000}!' } } };
    expect(reasonOf(schema, JSON.stringify({ a: 'é'.repeat(20_000) }))).toBe(
      'is too complex to check against the schema',
    );
  });

  it('bounds the work of recursive alternatives', () => {
    const again = { type: 'array', items: { $ref: '#' } };
    const schema = { oneOf: [again, { ...again, minItems: 1 }, { type: 'number' }] };
    expect(reasonOf(schema, '['.repeat(60) + ']'.repeat(60))).toBe('is too complex to check against the schema');
    expect(reasonOf(schema, '4')).toBe(null);
  });

  it('counts the references of one output, however little each costs', () => {
    const each = { allOf: Array(100).fill({ $ref: '#/$defs/one' }) };
    const schema = { items: each, $defs: { one: { type: 'integer' } } };
    expect(reasonOf(schema, JSON.stringify(Array(1000).fill(1)))).toBeNull();
    expect(reasonOf(schema, JSON.stringify(Array(1001).fill(1)))).toMatch(/too complex/);
  });

  it('finds equal items among many without comparing every pair', () => {
    const items = Array.from({ length: 50_000 }, (_, index) => ({ index }));
    expect(reasonOf({ uniqueItems: true }, JSON.stringify(items))).toBe(null);
    expect(reasonOf({ uniqueItems: true }, JSON.stringify([...items, { index: 7 }]))).toBe(
      'the output must have no two equal items',
    );
    expect(reasonOf({ uniqueItems: false }, '[1,1]')).toBe(null);
  });

  it('an over-long text has no format', () => {
    expect(reasonOf({ format: 'uri' }, JSON.stringify(`https://a/${'a'.repeat(5000)}`))).toMatch(/must match format/);
  });

  it('is unreadable without JSON, also under not', () => {
    expect(scoreText(aCheck('json-schema', { schema: triage }, { not: true }), 'prose').score).toBe(0);
    expect(scoreText(aCheck('json-schema', { schema: triage }, { not: true }), '{}').score).toBe(1);
  });

  it.each([
    ['JSON', 'evals/a.json', '{"type": "object"}'],
    ['YAML', 'evals/a.yml', 'type: object'],
  ])('reads a %s file', (_, path, text) => {
    const check = aCheck('json-schema', { schema: path });
    expect(scoreText(check, '[]', {}, [{ path, text }]).reason).toBe('the output must be object');
  });
});

describe('a schema at fault', () => {
  const hint = 'It must be a JSON Schema of draft 2020-12.';
  it.each([
    [
      'missing',
      null,
      `prompt-assay.yml:7:9 the schema "s.json" of check "label" does not exist. Add the file, or correct the path.`,
    ],
    ['broken JSON', '{"type": }', /^s\.json:1:\d+ is not valid JSON here\./],
    ['no mapping', '[]', `s.json is not a JSON Schema: a mapping was expected. ${hint}`],
    [
      'a wrong type',
      '{"type": "objekt"}',
      /^s\.json the schema does not compile: schema is invalid: data\/type must be equal to one of/,
    ],
    [
      'a misspelt keyword',
      '{"requird": ["a"]}',
      `s.json the schema does not compile: strict mode: unknown keyword: "requird". ${hint}`,
    ],
    [
      'an outer reference',
      '{"$ref": "https://example.com/x.json"}',
      /^s\.json the schema does not compile: can't resolve reference https:/,
    ],
    ['an unknown format', '{"format": "iban"}', /unknown format "iban"/],
    [
      'more than ajv can write a function of',
      JSON.stringify({ properties: Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`k${at}`, {}])) }),
      `s.json the schema does not compile: it holds more than 1000 objects. ${hint}`,
    ],
    ['a look-ahead', '{"pattern": "(?=a)"}', /invalid or unsupported Perl syntax/],
    [
      'another draft',
      '{"$schema": "http://json-schema.org/draft-07/schema#"}',
      `s.json the schema names another draft, "http://json-schema.org/draft-07/schema#". ${hint} Remove "$schema", or convert it.`,
    ],
  ])('%s', (_, text, message) => {
    const check = aCheck('json-schema', { schema: 's.json' });
    const files = new Map(text === null ? [] : [['s.json', { path: 's.json', text }]]);
    expect(() => compileCheck(check, files)).toThrow(message);
  });

  it('lets x- keywords be', () => {
    expect(reasonOf({ 'x-owner': 'us', properties: { a: { 'x-note': 1, type: 'string' } } }, '{"a": 1}')).toBe(
      '/a must be string',
    );
  });
});
