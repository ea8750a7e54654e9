import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Json } from '../../src/json.ts';
import {
  cutText,
  escapeCommentJson,
  escapeHtml,
  escapeInline,
  escapeUrl,
  escapeXml,
  renderCode,
  renderFence,
  renderHtmlCode,
  renderProse,
  revealText,
} from '../../src/report/escape.ts';
import { hostileText } from './hostile.ts';
import { linkable, listNodes, parseMarkdown, type TreeNode, withoutGaps } from './markdown-tree.ts';

/** Pieces that mean something to Markdown, HTML, GitHub or a terminal, mixed with anything else. */
const pieces = [
  ...[
    '`',
    '``',
    '```',
    '~~~',
    '*',
    '_',
    '**',
    '~',
    '|',
    '\\',
    '\\|',
    '\n',
    '\r\n',
    '\n\n',
    ' ',
    '\t',
    '- ',
    '1. ',
    '# ',
    '> ',
    '=',
    '---',
  ],
  ...[
    '<',
    '>',
    '<img src=x>',
    '</details>',
    '<!--',
    '-->',
    '--',
    ']]>',
    '&amp;',
    '&#64;',
    '&',
    '"',
    "'",
    '[',
    ']',
    '](',
    '![',
    '[^1]',
    '$',
    '$$',
  ],
  ...[
    '@octocat',
    '@acme/security',
    '#1',
    'GH-7',
    'acme/shop#12',
    'http://evil.example',
    'https://',
    'www.evil.example',
    'mail@evil.example',
    ':tada:',
  ],
  ...[
    '<!-- prompt-assay:record {} -->',
    '\u202E',
    '\u200B',
    '\u200D',
    '\u0000',
    '\u001B[31m',
    '\uD800',
    '\u2028',
    'é',
    '漢',
    '👩\u200D💻',
    'text',
  ],
];
const hostile = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: 'binary', maxLength: 4 })), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));
const oneLine = (text: string) => revealText(text).replace(/\s+/g, ' ').trim();

function textsOf(node: TreeNode): readonly string[] {
  return listNodes(node).flatMap(({ type, value }) => (type === 'text' && value !== undefined ? [value] : []));
}

describe('escapeInline', () => {
  it('lets a real parser see nothing but the same text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const tree = parseMarkdown(escapeInline(text));
        const [paragraph] = tree.children ?? [];
        const shown = withoutGaps(textsOf(tree).join(''));
        expect(shown).toBe(oneLine(text));
        if (shown !== '') expect(paragraph?.type).toBe('paragraph');
        expect(new Set(listNodes(tree).map(({ type }) => type)).size).toBe(shown === '' ? 1 : 3);
        for (const value of textsOf(tree)) expect(value).not.toMatch(linkable);
      }),
      { numRuns: 400 },
    );
  });

  it('keeps a table cell whole', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const tree = parseMarkdown(`| a | b |\n| - | - |\n| ${escapeInline(`x ${text}`)} | z |\n`);
        const cells = listNodes(tree).filter(({ type }) => type === 'tableCell');
        expect(cells).toHaveLength(4);
        expect(withoutGaps(textsOf(cells[2] as TreeNode).join(''))).toBe(oneLine(`x ${text}`));
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['mention', 'cc @octocat', 'cc @&#8203;octocat'],
    ['team', '@acme/security', '@&#8203;acme/security'],
    ['issue', 'fixes #12', 'fixes #&#8203;12'],
    ['issue of another repository', 'acme/shop#12', 'acme/shop#&#8203;12'],
    ['GH issue', 'gh-7', 'gh-&#8203;7'],
    ['address', 'https://evil.example', 'https&#8203;://evil.example'],
    ['host', 'WWW.evil.example', 'WWW&#8203;.evil.example'],
    ['emoji name', ':tada:', ':&#8203;tada:'],
    ['formula', '$x$', '&#36;x&#36;'],
    ['image', '![x](y.png)', '!\\[x\\](y.png)'],
    ['HTML', '<img src=x>', '&lt;img src=x&gt;'],
    ['pipe', 'a|b', 'a&#124;b'],
    ['ordinary sentence', '11 of 100 cases got worse (−13 to +0.4).', '11 of 100 cases got worse (−13 to +0.4).'],
    ['version', '1.0.0', '1.0.0'],
  ])('%s', (_name, text, escaped) => {
    expect(escapeInline(text)).toBe(escaped);
  });
});

describe('code', () => {
  it('ends at no backticks of the text', () => {
    expect(renderCode('a``b')).toBe('```a``b```');
    expect(renderFence('````\nb', 'text')).toBe('`````text\n````\nb\n`````');
  });

  it('spans hold exactly the text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const nodes = listNodes(parseMarkdown(`a ${renderCode(text)} b`));
        const line = oneLine(text).replace(/<!--(?=\s*prompt-assay)/gi, '<! --');
        if (line === '') return;
        expect(nodes.map(({ type }) => type)).toEqual(['root', 'paragraph', 'text', 'inlineCode', 'text']);
        expect(nodes[3]?.value).toBe(line);
      }),
      { numRuns: 200 },
    );
  });

  it('fences hold exactly the text and end where they should', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const tree = parseMarkdown(`${renderFence(text, 'diff')}\n\nafter`);
        const body = revealText(text)
          .replace(/<!--(?=\s*prompt-assay)/gi, '<! --')
          .replace(/\n$/, '');
        expect(tree.children?.map(({ type }) => type)).toEqual(['code', 'paragraph']);
        expect(tree.children?.[0]?.value).toBe(body);
      }),
      { numRuns: 200 },
    );
  });
});

describe('HTML', () => {
  it('has no tag, no line end and nothing to link', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const html = escapeHtml(text);
        expect(html).not.toMatch(/[<>"'\n]/);
        const shown = html.replace(/&#(\d+);/g, (_entity, code) => String.fromCodePoint(Number(code)));
        expect(shown).not.toMatch(linkable);
        expect(renderHtmlCode(text).slice('<code>'.length, -'</code>'.length)).not.toMatch(/[<>"'\n]/);
      }),
    );
  });
});

describe('revealText', () => {
  it.each([
    ['right-to-left override', '\u202Egnp', '⟨U+202E⟩gnp'],
    ['zero-width space', 'a\u200Bb', 'a⟨U+200B⟩b'],
    ['tag character', '\u{E0041}', '⟨U+E0041⟩'],
    ['escape sequence', '\u001B[31m', '⟨U+001B⟩[31m'],
    ['lone surrogate', '\uD800x', '\uFFFDx'],
    ['Windows line end', 'a\r\nb\rc', 'a\nb\nc'],
    ['emoji of several parts', '👩\u200D💻 ❤\uFE0F', '👩\u200D💻 ❤\uFE0F'],
    ['joiner outside emoji', 'a\u200Db', 'a⟨U+200D⟩b'],
  ])('%s', (_name, text, shown) => {
    expect(revealText(text)).toBe(shown);
  });
});

describe('escapeCommentJson', () => {
  it('cannot end the HTML comment and parses back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), hostile, (value, text) => {
        const json = escapeCommentJson(JSON.stringify({ value, text }));
        expect(json).not.toMatch(/--|[<>@\u202e]/u);
        expect(JSON.parse(json) as Json).toEqual(JSON.parse(JSON.stringify({ value, text })));
      }),
    );
  });
});

describe('foreign text outside code', () => {
  const sha = '0123456789abcdef0123456789ABCDEF01234567';
  it.each([
    ['a commit', sha],
    ['a commit of SHA-256', `${sha}0123456789abcdef01234567`],
  ])('does not link %s', (_name, commit) => {
    for (const write of [escapeInline, escapeHtml]) {
      expect(write(`see ${commit}.`)).toBe(`see 0123&#8203;${commit.slice(4)}.`);
    }
    expect(renderCode(commit)).toBe(`\`${commit}\``);
  });

  it('is no formula, in a summary neither', () => {
    for (const write of [escapeInline, escapeHtml, renderHtmlCode]) {
      expect(write('$a$ $$b$$')).not.toContain('$');
    }
  });
});

describe('escapeUrl', () => {
  it.each([
    ['a run', 'https://github.com/acme/shop/actions/runs/1?pr=2', 'https://github.com/acme/shop/actions/runs/1?pr=2'],
    ['a script', 'javascript:alert(1)', null],
    ['an end of the link', 'https://x.example/) <img>', null],
    ['none', null, null],
  ])('%s', (_name, url, expected) => {
    expect(escapeUrl(url)).toBe(expected);
  });
});

describe('escapeXml', () => {
  it('leaves no character that XML forbids, or that turns text around', () => {
    expect(escapeXml('a\u202Eb\uFFFE\u009B')).toBe('a⟨U+202E⟩b⟨U+FFFE⟩⟨U+009B⟩');
    expect(escapeXml(hostileText)).not.toMatch(/[<>"'\p{Cc}\p{Surrogate}]/u);
    expect(escapeXml('a\nb & \u0000c')).toBe('a&#10;b &amp; ⟨U+0000⟩c');
  });
});

describe('cutText', () => {
  it.each([
    ['short', 'abc', 3, 'abc'],
    ['long', 'abcd', 3, 'ab…'],
    ['inside an emoji', 'a😀bc', 3, 'a…'],
  ])('%s', (_name, text, max, expected) => {
    expect(cutText(text, max)).toBe(expected);
  });
});

describe('renderProse', () => {
  it.each([
    [
      'names in backticks are code, the rest is plain text',
      'Suite `a_b` *lost* `p.md`.',
      'Suite `a_b` \\*lost\\* `p.md`.',
    ],
    ['a lone backtick is none', 'is ` here', 'is \\` here'],
    ['nor are runs of them', 'a ``b`` `c', 'a \\`\\`b\\`\\` \\`c'],
    ['mentions and markup outside stay harmless', '`@x` by @y <b>', '`@x` by @&#8203;y &lt;b&gt;'],
  ])('%s', (_what, text, expected) => expect(renderProse(text)).toBe(expected));

  it('of any text gives text and code, nothing that links or marks up', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const kinds = listNodes(parseMarkdown(renderProse(text))).map(({ type }) => type);
        expect(kinds.filter((type) => !['root', 'paragraph', 'text', 'inlineCode'].includes(type))).toEqual([]);
      }),
    );
  });
});
