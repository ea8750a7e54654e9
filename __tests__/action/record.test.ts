import { describe, expect, it } from '@jest/globals';
import { buildVerdictRecord, parseScreenUses, parseVerdictRecord } from '../../src/action/record.ts';
import { isJsonObject, type Json } from '../../src/json.ts';
import { aReport } from '../helpers/builders.ts';

const head = 'b'.repeat(40);
const aRecord = (changes: Parameters<typeof aReport>[0] = {}) => buildVerdictRecord(aReport(changes), head, null);

describe('the record of a verdict', () => {
  it('is read back as it was written', () => {
    const report = aReport({ verdict: 'inconclusive', title: 'Not proven.' });
    expect(parseVerdictRecord(buildVerdictRecord(report, head, null))).toMatchObject({
      contentKeys: report.contentKeys,
      verdict: 'inconclusive',
      green: true,
      title: 'Not proven.',
      head,
    });
  });

  it('keeps no acceptance: a fail that somebody let pass is recorded red', () => {
    expect(parseVerdictRecord(aRecord({ verdict: 'fail', green: true }))?.green).toBe(false);
  });

  it('counts how often the question was asked', () => {
    const again = buildVerdictRecord(aReport(), head, aRecord());
    expect(again).toMatchObject({ attempts: 2 });
    expect(buildVerdictRecord(aReport(), head, { attempts: 'many' })).toMatchObject({ attempts: 1 });
  });

  it('says how stored baselines were used', () => {
    const uses = [{ baseline: 'b1', outcome: 'stored' as const }];
    expect(parseScreenUses(aRecord({ screenUses: uses }))).toEqual(uses);
  });

  const whole = aRecord();
  const without = (key: string) => {
    if (!isJsonObject(whole)) throw new Error('a record is an object');
    return Object.fromEntries(Object.entries(whole).filter(([name]) => name !== key));
  };
  const damaged: readonly { readonly name: string; readonly value: Json }[] = [
    { name: 'null', value: null },
    { name: 'a list', value: [whole] },
    { name: 'a text', value: 'pass' },
    ...['contentKeys', 'verdict', 'green', 'title', 'head'].map((key) => ({ name: `no ${key}`, value: without(key) })),
    { name: 'an unknown verdict', value: { ...without('verdict'), verdict: 'passed' } },
    { name: 'green as a text', value: { ...without('green'), green: 'true' } },
    { name: 'content keys that are a list', value: { ...without('contentKeys'), contentKeys: ['x'] } },
  ];

  it.each(damaged)('that is damaged is no record: $name', ({ value }) => {
    expect(parseVerdictRecord(value)).toBeNull();
  });

  it.each([null, [], 'x', {}, { screens: 'x' }, { screens: [null, {}, { baseline: 3 }] }])(
    'without uses of stored baselines has none: %j',
    (value) => {
      expect(parseScreenUses(value)).toEqual([]);
    },
  );
});
