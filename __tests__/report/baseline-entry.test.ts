import { describe, expect, it } from '@jest/globals';
import { renderBaselineEntry } from '../../src/report/baseline-entry.ts';
import { aManifest } from '../baseline/builders.ts';
import { linkable, listNodes, parseMarkdown } from './markdown-tree.ts';

const prompt = { path: 'a.prompt.yml', model: 'm', answeredAs: [], fingerprints: [], parameters: {} };

describe('an item of the baseline branch\u2019s CHANGELOG.md', () => {
  it('says what moved, when, by whom and why', () => {
    const previous = aManifest({ prompts: { a: { ...prompt, version: 'pv-0' } }, means: { 'a / m': 0.41 } });
    const entry = renderBaselineEntry({ manifest: aManifest(), previous, who: 'octocat', reason: 'a new\nmodel' });
    expect(entry).toBe(
      '- **2026-11-20 triage** · `3f2a91c04d1e` by octocat · a pv-0 → pv-1 · a / m 0.41 → 0.50 · a new model\n',
    );
  });

  it('says of the first one what it is', () => {
    const entry = renderBaselineEntry({ manifest: aManifest(), previous: null, who: null, reason: null });
    expect(entry).toBe('- **2026-11-20 triage** · `3f2a91c04d1e` · a pv-1 · a / m 0.50\n');
  });

  it('lets nothing foreign through', () => {
    const hostile = '@octocat <b>x</b> ![i](http://e.example) | `c`\n- item #1';
    const manifest = aManifest({
      suite: hostile,
      means: { [hostile]: 1 },
      prompts: { [hostile]: { ...prompt, version: hostile } },
    });
    const entry = renderBaselineEntry({ manifest, previous: manifest, who: hostile, reason: hostile });
    expect(entry.split('\n')).toHaveLength(2);
    const nodes = listNodes(parseMarkdown(entry));
    expect(nodes.filter(({ type }) => type === 'listItem')).toHaveLength(1);
    for (const { type, value = '' } of nodes) {
      expect(['image', 'html', 'link']).not.toContain(type);
      if (type === 'text') expect(value).not.toMatch(linkable);
    }
  });
});
