import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { prepareRedaction } from '../../src/cases/redaction.ts';
import { buildRow, findRowFault, renderRow } from '../../src/cases/row.ts';
import { joinDatasets } from '../../src/datasets/formats.ts';
import type { JsonObject } from '../../src/json.ts';
import { aRecord } from './records.ts';

const newRedaction = prepareRedaction(['correct-horse-battery']);
const personal = ['ann@b.de', '4111 1111 1111 1111', 'DE89370400440532013000', '::1', '10.0.0.1', '+49 171 1234567'];
const text = fc
  .array(fc.oneof(fc.constantFrom(...personal, ' ', '{"a": 4111111111111111}', '"'), fc.string({ unit: 'binary' })))
  .map((parts) => parts.join(''));
const names = fc.oneof(fc.constantFrom('input', 'messages', 'expected', '__proto__', 'item', 'vars', 'role'), text);
const variables = fc.dictionary(names, fc.oneof(text, fc.jsonValue() as fc.Arbitrary<never>));
const message = fc.record({ role: fc.constantFrom('system', 'user', 'assistant'), content: text } as const);

it('any record is a row that loads under its id, or is known to be none', () => {
  fc.assert(
    fc.property(fc.option(variables), fc.array(message), fc.array(text), (own, messages, tags) => {
      const record = aRecord({ variables: own as JsonObject | null, messages, tags });
      const row = buildRow(record, { source: 's', badness: 0, asked: 2 }, newRedaction());
      if (row === null || findRowFault(row, { path: 'r.jsonl', line: 1, column: null }) !== null) return;
      const { cases } = joinDatasets([{ path: 'rows.jsonl', text: renderRow(row) }]);
      expect(cases.map(({ id }) => id)).toEqual([row.id]);
    }),
  );
});

it('what stands apart is found, whatever stands around it', () => {
  const around = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d:.@+ -]{0,12}$/));
  fc.assert(
    fc.property(around, fc.constantFrom(...personal), around, (before, value, after) => {
      expect(newRedaction().redact(`${before}, ${value} | ${after}`)).not.toContain(` ${value} `);
    }),
    { numRuns: 1000 },
  );
});
