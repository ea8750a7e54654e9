import { describe, expect, it } from '@jest/globals';
import { UserError } from '../../src/errors.ts';
import { decodeSourceFile, maxTextBytes } from '../../src/text/source-file.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('decodeSourceFile', () => {
  it.each([
    ['plain text', bytes('a\nb\n'), 'a\nb\n'],
    ['nothing', bytes(''), ''],
    ['a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf, 0x61]), 'a'],
    ['CRLF', bytes('a\r\nb\r\n'), 'a\nb\n'],
    ['a lone CR is content', bytes('a\rb'), 'a\rb'],
    ['letters beyond ASCII', bytes('größer 🎉'), 'größer 🎉'],
    [
      'text that mentions LFS further down',
      bytes('x\nversion https://git-lfs.github.com/spec/v1'),
      'x\nversion https://git-lfs.github.com/spec/v1',
    ],
    ['exactly the largest size', new Uint8Array(maxTextBytes).fill(0x61), 'a'.repeat(maxTextBytes)],
  ])('%s', (_name, content, text) => {
    expect(decodeSourceFile('a.txt', content)).toEqual({ path: 'a.txt', text });
  });

  it.each([
    ['a NUL', new Uint8Array([0x61, 0, 0x62]), 'is a binary file'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x61, 0]), 'is a binary file'],
    ['Latin-1', new Uint8Array([0x61, 0xe4, 0x62]), 'is not valid UTF-8'],
    ['a cut-off letter', new Uint8Array([0x61, 0xc3]), 'is not valid UTF-8'],
    ['a Git LFS pointer', bytes('version https://git-lfs.github.com/spec/v1\noid sha256:1\n'), 'is a Git LFS pointer'],
    [
      'one byte too many',
      new Uint8Array(maxTextBytes + 1).fill(0x61),
      `is ${maxTextBytes + 1} bytes; at most ${maxTextBytes}`,
    ],
  ])('refuses %s by name', (_name, content, words) => {
    expect(() => decodeSourceFile('a.txt', content)).toThrow(UserError);
    expect(() => decodeSourceFile('a.txt', content)).toThrow(`a.txt ${words}`);
  });

  it("the bound is the caller's", () => {
    expect(() => decodeSourceFile('a.txt', bytes('abc'), 2)).toThrow('at most 2');
  });
});
