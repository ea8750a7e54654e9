import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anchorOf, readAnchor } from '../../src/report/words/anchor.ts';

describe('the anchor of a case', () => {
  it('is readable where the names are plain', () => {
    expect(anchorOf('triage', 'label', 'refund-013')).toBe('#case=triage/label/refund-013');
  });

  it('keeps apart what a name has in it from what stands between names', () => {
    expect(anchorOf('a/b', 'prompts/x.yml#y', 'c d')).toBe('#case=a%2Fb/prompts%2Fx.yml%23y/c%20d');
  });

  it('has nothing in it that ends or marks a link in Markdown or HTML', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(anchorOf(text, text, text)).toMatch(/^#case=[\w.%/~!-]*$/);
      }),
    );
  });

  it('is read back to the case, whatever its names are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.string(), (suite, prompt, id) => {
        expect(readAnchor(anchorOf(suite, prompt, id))).toEqual({ suite, prompt, case: id });
      }),
    );
  });

  it('stands for half a surrogate pair, which no address can say', () => {
    expect(readAnchor(anchorOf('s', 'p', 'a\uD800b'))?.case).toBe('a\uFFFDb');
  });

  it.each(['', '#', '#cases', '#case=', '#case=a/b', '#case=a/b/c/d', '#case=a/b/%E0%A4%A', 'case=a/b/c'])(
    'is none in %j',
    (fragment) => {
      expect(readAnchor(fragment)).toBeNull();
    },
  );
});
