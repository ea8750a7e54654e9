import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderChangelogLine } from '../../src/baseline/changelog-line.ts';
import { parseBaseline } from '../../src/baseline/parse-baseline.ts';
import {
  baselineFolder,
  hashManifest,
  renderBaseline,
  type StoredBaseline,
} from '../../src/baseline/stored-baseline.ts';
import { UserError } from '../../src/errors.ts';
import { aBaseline, aManifest, anOutputLine, aScoreLine } from './builders.ts';

const files = (baseline: StoredBaseline) => new Map(renderBaseline(baseline));

describe('renderBaseline and parseBaseline', () => {
  it('read back what was written', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.string(), fc.nat(12)), { selector: JSON.stringify, maxLength: 8 }),
        fc.string(),
        (ids, content) => {
          const baseline = aBaseline({
            scores: ids.map(([id, sample]) => aScoreLine({ case: id, sample, score: sample === 0 ? null : 0.5 })),
            outputs: ids.map(([id, sample]) => anOutputLine(content, { case: id, sample })),
          });
          const back = parseBaseline('folder', files(baseline));
          expect(back?.manifest).toEqual(baseline.manifest);
          expect(new Set(back?.scores)).toEqual(new Set(baseline.scores));
          expect(new Set(back?.outputs)).toEqual(new Set(baseline.outputs));
          expect(renderBaseline(back as StoredBaseline)).toEqual(renderBaseline(baseline));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('sorts by prompt, case, sample (as a number) and metric, so that git stores small deltas', () => {
    const lines = [
      aScoreLine({ prompt: 'b', case: 'a' }),
      aScoreLine({ case: 'b' }),
      aScoreLine({ case: 'a', sample: 10 }),
      aScoreLine({ case: 'a', sample: 2 }),
      aScoreLine({ case: 'a', sample: 2, metric: 'a' }),
    ];
    const text = files(aBaseline({ scores: lines })).get('scores.jsonl') ?? '';
    const order = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(order.map(({ prompt, case: id, sample, metric }) => `${prompt} ${id} ${sample} ${metric}`)).toEqual([
      'a a 2 a',
      'a a 2 m',
      'a a 10 m',
      'a b 0 m',
      'b a 0 m',
    ]);
    expect(files(aBaseline({ scores: [...lines].reverse() })).get('scores.jsonl')).toBe(text);
  });

  it('has no outputs file where outputs are not kept', () => {
    expect([...files(aBaseline({ outputs: [] })).keys()]).toEqual(['manifest.json', 'scores.jsonl']);
  });

  it('a folder without a manifest has no baseline', () => {
    expect(parseBaseline('folder', new Map())).toBeNull();
    expect(parseBaseline('folder', new Map([['changelog.jsonl', '{}\n']]))).toBeNull();
  });

  const whole = files(aBaseline());
  const edit = (file: string, change: (text: string) => string) =>
    new Map(whole).set(file, change(whole.get(file) ?? ''));
  const withManifest = (changes: object) => JSON.stringify({ ...aManifest(), ...changes });
  it.each([
    ['an empty manifest', 'manifest.json', '', null, 'ends in the middle: it was cut off.'],
    ['a truncated manifest', 'manifest.json', '{"schemaVersion": 1,', null, 'ends in the middle: it was cut off.'],
    ['a manifest that is no JSON', 'manifest.json', '<<<<<<< {}', null, 'is no JSON.'],
    ['a manifest that is a list', 'manifest.json', '[{}', null, 'is no JSON.'],
    ['a manifest without a date', 'manifest.json', withManifest({ date: 'soon' }), 1],
    ['a manifest without samples', 'manifest.json', withManifest({ samples: 'many' }), 1],
    ['a manifest whose rows are a list', 'manifest.json', withManifest({ rows: [] }), 1],
    ['a manifest of version 0', 'manifest.json', withManifest({ schemaVersion: 0 }), 1],
    ['a truncated line of scores', 'scores.jsonl', `${JSON.stringify(aScoreLine())}\n{"prompt": "a", "ca`, 2],
    ['a line of scores without a metric', 'scores.jsonl', '{"prompt":"a","case":"b","key":"k","sample":0}\n', 1],
    ['a line of scores that is no object', 'scores.jsonl', `${JSON.stringify(aScoreLine())}\n\n7\n`, 3],
    ['a sample that is no number', 'scores.jsonl', JSON.stringify({ ...aScoreLine(), sample: '0' }), 1],
    ['a line of outputs without a result', 'outputs.jsonl', JSON.stringify(aScoreLine()), 1],
  ])('%s is named with file and line', (_name, file, text, line, message = 'the stored baseline is damaged here.') => {
    const damaged = new Map(whole).set(file, text);
    try {
      parseBaseline('triage-1234', damaged);
      throw new Error('was read');
    } catch (error) {
      expect(error).toBeInstanceOf(UserError);
      expect((error as UserError).problems).toEqual([
        expect.objectContaining({ path: `triage-1234/${file}`, line, message }),
      ]);
    }
  });

  const flip = (text: string) => text.replace(/"score":(0|1)/, (_all, bit) => `"score":${1 - Number(bit)}`);
  const without = (name: string) => new Map([...whole].filter(([file]) => file !== name));
  it.each([
    ['a whole line of scores', edit('scores.jsonl', flip), /^triage-1234\/scores.jsonl is not as the manifest .* says/],
    [
      'a commit in the manifest',
      edit('manifest.json', (text) => text.replace(aManifest().commit, 'f'.repeat(40))),
      /^triage-1234\/manifest.json is not as it was written: it was edited by hand\. Restore/,
    ],
    [
      'a digest that is taken out',
      edit('manifest.json', (text) => text.replace(/,\s+"digest": "[0-9a-f]+"/, '')),
      /^triage-1234\/manifest.json is not as it was written/,
    ],
    [
      'a manifest that is deleted',
      without('manifest.json'),
      /manifest.json is missing, although scores.jsonl is there/,
    ],
    ['scores that are deleted', without('scores.jsonl'), /scores.jsonl is missing, although the manifest beside it/],
    ['outputs that are deleted', without('outputs.jsonl'), /outputs.jsonl is missing, although the manifest beside it/],
  ])('what a hand did is noticed, and the file named: %s', (_name, damaged, message) => {
    expect(damaged).not.toEqual(whole);
    expect(() => parseBaseline('triage-1234', damaged)).toThrow(message);
  });

  it('a manifest that is only laid out anew, or of the version before digests, is read', () => {
    const flat = edit('manifest.json', (text) => JSON.stringify(JSON.parse(text)));
    expect(parseBaseline('triage-1234', flat)?.manifest).toEqual(aManifest());
    const old = new Map(whole).set('manifest.json', withManifest({ schemaVersion: 1 }));
    expect(parseBaseline('triage-1234', old)?.manifest).toEqual(aManifest({ schemaVersion: 1 }));
  });

  it('a newer schema is no damage, and says what helps', () => {
    const newer = new Map(whole).set('manifest.json', withManifest({ schemaVersion: 3, rows: [] }));
    expect(() => parseBaseline('triage-1234', newer)).toThrow(/manifest.json:1 .*written by a newer version\. Update/);
  });
});

describe('baselineFolder', () => {
  it.each([
    ['Triage of mails!', /^triage-of-mails-[0-9a-f]{8}$/],
    ['***', /^suite-[0-9a-f]{8}$/],
    ['../../etc', /^etc-[0-9a-f]{8}$/],
    ['x'.repeat(200), /^x{40}-[0-9a-f]{8}$/],
  ])('of %s is readable and stays in one folder', (suite, pattern) => {
    expect(baselineFolder('prompt-assay.yml', suite)).toMatch(pattern);
  });

  it('is another for another config path and for names that look alike', () => {
    const folders = [
      baselineFolder('a.yml', 'Triage'),
      baselineFolder('b.yml', 'Triage'),
      baselineFolder('a.yml', 'triage'),
      baselineFolder('a.yml', 'triage '),
    ];
    expect(new Set(folders).size).toBe(4);
  });
});

describe('renderChangelogLine and hashManifest', () => {
  it('one line, with what moved and why', () => {
    const line = renderChangelogLine(aBaseline(), 'octocat', 'two\nlines');
    expect(line.indexOf('\n')).toBe(line.length - 1);
    expect(JSON.parse(line)).toMatchObject({
      commit: aManifest().commit,
      who: 'octocat',
      reason: 'two\nlines',
      versions: { a: 'pv-1' },
    });
  });

  it('the hash covers every member', () => {
    expect(hashManifest(aManifest())).toBe(hashManifest(aManifest()));
    expect(hashManifest(aManifest({ samples: 4 }))).not.toBe(hashManifest(aManifest()));
  });
});
