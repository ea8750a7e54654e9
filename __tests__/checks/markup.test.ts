import { describe, expect, it } from '@jest/globals';
import { aCheck, scoreText } from './scoring.ts';

/** Each item nine times the one before. */
const laughs = [
  'a: &a [x]',
  ...['b', 'c', 'd', 'e', 'f', 'g', 'h'].map(
    (name, index) => `${name}: &${name} [${`*${'abcdefg'[index]},`.repeat(9)}]`,
  ),
].join('\n');

describe('xml', () => {
  it.each<[string, string, string | null]>([
    ['a document', '<?xml version="1.0"?>\n<a b="c"><d/>x &amp; y</a>\n', null],
    ['a tag that is not closed', '<a>', 'line 1 is not valid XML: Missing end tag for element a'],
    ['prose before it', 'Here:\n<a/>', 'line 1 is not valid XML: Root element is missing or invalid'],
    ['prose behind it', '<a/>\nThere.', 'line 2 is not valid XML: Extra content at the end of the document'],
    ['HTML', '<p>a<br>b</p>', 'line 1 is not valid XML: Missing end tag for element br'],
    ['an attribute without quotes', '<a b=1/>', 'line 1 is not valid XML: Attribute value expected'],
    [
      'a code fence',
      '```xml\n<a/>\n```',
      'line 1 is not valid XML: Root element is missing or invalid; from: fenced takes the code fence off',
    ],
    [
      'entities that multiply',
      '<!DOCTYPE l [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;">]>\n<l>&b;</l>',
      "line 2 is not valid XML: Named entity isn't defined: &b;",
    ],
    [
      'an entity from a file',
      '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<l>&a;</l>',
      "line 2 is not valid XML: Named entity isn't defined: &a;",
    ],
    ['nothing', '', 'line 1 is not valid XML: Root element is missing or invalid'],
  ])('%s', (_, content, reason) => {
    expect(scoreText(aCheck('xml', {}), content).reason).toBe(reason);
  });

  it.each(['<a>', '<a/>', '<', '<a b="', '<!--', '<![CDATA[', '&', '['])(
    'takes linear time on %j, again and again',
    (piece) => {
      const startedMs = performance.now();
      scoreText(aCheck('xml', {}), `<r>${piece.repeat(1_000_000 / piece.length)}`);
      expect(performance.now() - startedMs).toBeLessThan(20_000);
    },
  );
});

describe('yaml', () => {
  it.each<[string, string, string | null]>([
    ['a mapping', 'a: 1\nb: [1, 2]\n', null],
    ['a list', '- a\n- b', null],
    ['prose', 'Here you are.', 'is a bare text, not a mapping or a list of YAML'],
    ['nothing but a comment', '# a', 'is a bare text, not a mapping or a list of YAML'],
    ['a tab', 'a:\n\tb: 1', 'line 2 is not valid YAML: Tabs are not allowed as indentation'],
    ['a key twice', 'a: 1\na: 2', 'line 2 "a" is given twice'],
    ['two documents', 'a: 1\n---\nb: 2', 'line 3 holds more than one YAML document'],
    ['aliases that multiply', laughs, 'line 7 is too large once its aliases are written out'],
    ['deep nesting', '['.repeat(5000), 'line 1 is nested more than 100 levels deep'],
  ])('%s', (_, content, reason) => {
    expect(scoreText(aCheck('yaml', {}), content).reason).toBe(reason);
  });
});
