import { describe, expect, it } from '@jest/globals';
import { readChangelogLine, renderChangelogLine } from '../../src/baseline/changelog-line.ts';
import type { Measure } from '../../src/baseline/stored-baseline.ts';
import type { Json } from '../../src/json.ts';
import { aBaseline, aManifest } from './builders.ts';

const measure: Measure = { kind: 'judge', role: 'report', direction: 'higher', binary: false, lower: 0.4, upper: 0.6 };
const baseline = aBaseline({
  manifest: aManifest({
    measures: { 'a / m': measure },
    tokens: { input: 100, output: 20 },
    costMicroUsd: 1500,
    prompts: { a: { version: 'pv-1', path: 'a', model: 'm', answeredAs: ['m-1'], fingerprints: [], parameters: {} } },
  }),
});
const line = renderChangelogLine(baseline, 'octocat', 'the first one');
const whole = JSON.parse(line) as { readonly [name: string]: Json };

describe('a line of a change log', () => {
  it('is read back as it was written', () => {
    expect(readChangelogLine(whole)).toEqual({
      ...{
        suite: 'triage',
        commit: aManifest().commit,
        date: aManifest().date,
        who: 'octocat',
        reason: 'the first one',
      },
      versions: { a: 'pv-1' },
      models: { a: { asked: 'm', answeredAs: ['m-1'] } },
      means: { 'a / m': 0.5 },
      measures: { 'a / m': measure },
      ...{ costMicroUsd: 1500, tokens: { input: 100, output: 20 } },
      ...{ scoringRevision: aManifest().scoringRevision, toolVersion: '0.1.0' },
    });
  });

  it('leaves out what it cannot read of a part that old lines lack', () => {
    const odd = {
      models: { a: 'm', b: { asked: 'n', answeredAs: 7 } },
      measures: { 'a / m': { ...measure, role: 'boss' } },
    };
    expect(readChangelogLine({ ...whole, ...odd, tokens: { input: 1 } })).toMatchObject({
      models: { b: { asked: 'n', answeredAs: [] } },
      measures: {},
      tokens: null,
    });
  });

  it.each([
    ['no object', [] as Json],
    ['no commit', { ...whole, commit: 1 }],
    ['no date', { ...whole, date: 'soon' }],
    ['no means', { ...whole, means: 0.5 }],
    ['no versions', { ...whole, versions: null }],
  ])('is none with %s', (_, value) => {
    expect(readChangelogLine(value)).toBeNull();
  });
});
