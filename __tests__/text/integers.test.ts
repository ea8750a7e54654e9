import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { writeJson } from '../../src/json.ts';
import { readJsonFile } from '../../src/text/json-text.ts';
import { parseYaml } from '../../src/text/yaml-file.ts';

describe('an integer of any size keeps its digits', () => {
  const integers = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }).map(String);

  it.each([
    ['YAML', (text: string) => parseYaml({ path: 'a.yml', text }).value],
    ['JSON', (text: string) => readJsonFile({ path: 'a.json', text }).value],
  ])('in %s', (_, read) => {
    fc.assert(
      fc.property(integers, (digits) => {
        expect(writeJson(read(`{"a": [${digits}]}`))).toBe(`{"a":[${digits}]}`);
      }),
    );
  });

  it('but one that no number reaches is refused', () => {
    const text = `{"a": 1${'0'.repeat(400)}}`;
    expect(() => readJsonFile({ path: 'a.json', text })).toThrow('holds a number that is not finite');
    expect(() => parseYaml({ path: 'a.yml', text })).toThrow('holds a number that is not finite');
  });
});
