import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { defaultsOf, group, key, mapping, readKeys, required, type Settings } from '../../src/config/key.ts';
import { gateKeys } from '../../src/config/keys/gate.ts';

/** The gate with three more keys: these entries are all that is written for them. */
const keys = {
  ...gateKeys,
  'at-night': key({ enum: ['sleep', 'work'], default: 'sleep', description: 'What is done at night.' }),
  'wake-after': key({ type: 'string', description: 'Hours, as `8h`.' }, { read: (hours) => Number.parseFloat(hours) }),
  bed: group('Where.', { width: required({ type: 'number', description: 'In metres.' }) }),
};
const file = {
  configPath: 'evals/prompt-assay.yml',
  where: () => ({ path: 'evals/prompt-assay.yml', line: 1, column: 1 }),
};

/** A field is written down as what its entry makes of it; anything else does not compile. */
function tell(settings: Settings<typeof keys>): string {
  const night: 'sleep' | 'work' = settings.atNight;
  const hours: number | null = settings.wakeAfter;
  const width: number = settings.bed.width;
  // @ts-expect-error an unknown key is no setting
  const unknown: unknown = settings.atNoon;
  return [night, hours, width, unknown].join();
}

describe('an entry in a table of keys', () => {
  it('is part of the schema, with its description and its default', () => {
    const isValid = new Ajv2020().compile(mapping('A gate.', keys));
    const gates = [{ 'at-night': 'work' }, { 'at-night': 'eat' }, { 'wake-after': 8 }, { bed: {} }, { noon: 1 }];
    expect(gates.map((gate) => isValid(gate))).toEqual([true, false, false, false, false]);
    expect(mapping('A gate.', keys)).toMatchObject({
      properties: { 'at-night': { default: 'sleep', description: 'What is done at night.' } },
    });
  });

  it('has its default, else null', () => {
    expect(defaultsOf(keys)).toEqual({
      ...defaultsOf(gateKeys),
      atNight: 'sleep',
      wakeAfter: null,
      bed: { width: null },
    });
  });

  it('becomes a typed setting', () => {
    expect(tell(readKeys(keys, { 'at-night': 'work', 'wake-after': '7.5h', bed: { width: 2 } }, file))).toBe(
      'work,7.5,2,',
    );
  });

  it('comes from above where it is not written', () => {
    const above = readKeys(keys, { 'at-night': 'work', alpha: 0.1 }, file);
    expect(readKeys(keys, { alpha: 0.2 }, file, above)).toEqual({ ...above, alpha: 0.2 });
  });
});
