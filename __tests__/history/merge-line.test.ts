import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mergesPath, readMergeLine, renderMergeLine } from '../../src/history/merge-line.ts';
import type { Json } from '../../src/json.ts';
import { aMerge, aMergedSuite } from './builders.ts';

const read = (text: string) => readMergeLine(JSON.parse(text) as Json);

describe('a line of verdicts.jsonl', () => {
  it('is read back as it was written, whatever people and models called things', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 150 }), fc.string(), fc.boolean(), (title, name, isPushed) => {
        const suites = [
          aMergedSuite({ suite: name, title }),
          aMergedSuite({ verdict: null, matches: null, evidence: null }),
        ];
        const whole = aMerge(4, { suites, ...(isPushed && { pull: null, head: null }) });
        const merge = whole.pull === null ? whole : { ...whole, pull: { ...whole.pull, title } };
        const line = renderMergeLine(merge);
        expect(line.indexOf('\n')).toBe(line.length - 1);
        expect(read(line)).toEqual(merge);
      }),
    );
  });

  it('keeps who accepted what', () => {
    const grounds = [
      { kind: 'comparison', suite: 'triage', prompt: 'reply', subject: 'label', verdict: 'fail' } as const,
    ];
    const merge = aMerge(4, { suites: [aMergedSuite({ verdict: 'fail', accepted: { by: '@grace', grounds } })] });
    expect(read(renderMergeLine(merge))).toEqual(merge);
  });

  it('shortens a title that would crowd the file', () => {
    const line = read(renderMergeLine(aMerge(4, { pull: { number: 4, title: 'x'.repeat(9000), url: null } })));
    expect(line).toMatchObject({ pull: { title: `${'x'.repeat(199)}…` } });
  });

  it.each([
    ['a schema of later', { schema: 2 }, 'newer'],
    ['no schema', { schema: undefined }, null],
    ['no commit', { commit: 7 }, null],
    ['a date that is none', { date: 'yesterday' }, null],
    ['a pull request that is a text', { pull: 'twelve' }, null],
    ['no suites', { suites: {} }, null],
    ['a verdict that there is not', { suites: [{ ...aMergedSuite(), verdict: 'splendid' }] }, null],
    ['a suite without a name', { suites: [{ ...aMergedSuite(), suite: null }] }, null],
  ])('with %s is not taken for one', (_, changes, expected) => {
    expect(readMergeLine({ ...JSON.parse(renderMergeLine(aMerge(4))), ...changes } as Json)).toBe(expected);
  });

  it('never turns a word that is not there into green', () => {
    const { green: _, ...suite } = aMergedSuite();
    const line = { ...JSON.parse(renderMergeLine(aMerge(4))), suites: [suite] } as Json;
    expect(readMergeLine(line)).toMatchObject({ suites: [{ green: false }] });
  });

  it('stands at the root of the branch', () => {
    expect(mergesPath).toBe('verdicts.jsonl');
  });
});
