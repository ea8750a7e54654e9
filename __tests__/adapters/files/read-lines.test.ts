import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type LineLimits, readLines } from '../../../src/adapters/files/read-lines.ts';
import type { Line } from '../../../src/records/record.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-lines-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function collect(path: string, limits: LineLimits = { maxLineBytes: 100 }): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for await (const batch of readLines(path, limits)) lines.push(...batch);
  return lines;
}

async function fileOf(bytes: string | Uint8Array): Promise<string> {
  const path = join(folder, 'records.jsonl');
  await writeFile(path, bytes);
  return path;
}

it.each<[name: string, text: string, lines: readonly Line[]]>([
  ['an empty file', '', []],
  ['a line break alone', '\n', []],
  [
    'each line by its number',
    'a\nb\n',
    [
      { number: 1, text: 'a' },
      { number: 2, text: 'b' },
    ],
  ],
  [
    'blank lines, which count',
    '\na\n \t\r\n\nb\n',
    [
      { number: 2, text: 'a' },
      { number: 5, text: 'b' },
    ],
  ],
  [
    'line ends of Windows',
    'a\r\nb\r\n',
    [
      { number: 1, text: 'a' },
      { number: 2, text: 'b' },
    ],
  ],
  ['a byte order mark', '\uFEFFa\n', [{ number: 1, text: 'a' }]],
  [
    'joined files with a mark each',
    '\uFEFFa\n\uFEFFb\n',
    [
      { number: 1, text: 'a' },
      { number: 2, text: 'b' },
    ],
  ],
  [
    'a last line without its break',
    'a\nb',
    [
      { number: 1, text: 'a' },
      { number: 2, text: 'b', isOpen: true },
    ],
  ],
  ['separators that are no line ends', 'a\u2028b\u0085c\vd\n', [{ number: 1, text: 'a\u2028b\u0085c\vd' }]],
])('reads %s', async (_, text, lines) => {
  expect(await collect(await fileOf(text))).toEqual(lines);
});

it('reads lines that lie across its chunks, and characters that do', async () => {
  // Three bytes a character and one at the start: chunks of 64 kB end inside of one.
  const long = `x${'€'.repeat(1_000_000)}`;
  const lines = await collect(await fileOf(`${long}\nb\n${long}\n${long}`), { maxLineBytes: 3_000_001 });
  expect(lines.map(({ number, isOpen }) => [number, isOpen])).toEqual([
    [1, undefined],
    [2, undefined],
    [3, undefined],
    [4, true],
  ]);
  expect(lines.map(({ text }) => text === long)).toEqual([true, false, true, true]);
});

it.each<[name: string, bytes: string | Uint8Array, message: RegExp]>([
  ['a line over the limit', `a\n${'b'.repeat(101)}\n`, /records\.jsonl:2 is longer than 100 bytes/],
  ['a last line over the limit', `a\n${'b'.repeat(101)}`, /records\.jsonl:2 is longer than 100 bytes/],
  ['a line whose bytes are over it, not its characters', `a\nb\n${'€'.repeat(34)}\n`, /records\.jsonl:3 is longer/],
  ['bytes that are no UTF-8', Buffer.from('a\nb\n\xff\n', 'latin1'), /records\.jsonl:3 is not valid UTF-8/],
  ['half a character at the end', Buffer.from('a\n\xe2\x82', 'latin1'), /records\.jsonl:2 is not valid UTF-8/],
  ['NUL bytes', 'a\n\0\0\0', /records\.jsonl:2 holds NUL bytes/],
  ['UTF-16 without a mark', Buffer.from('{"a": 1}\n', 'utf16le'), /records\.jsonl:1 holds NUL bytes/],
  ['UTF-16', Buffer.from('\uFEFF{"a": 1}\n', 'utf16le'), /records\.jsonl is UTF-16/],
  ['gzip', Buffer.from('1f8b0800', 'hex'), /records\.jsonl is a gzip archive.*gunzip/],
  ['zip', Buffer.from('504b03040a', 'hex'), /records\.jsonl is a zip archive.*unzip/],
  ['Parquet', 'PAR1', /records\.jsonl is an Apache Parquet file.*JSON Lines/],
  ['a pointer of Git LFS', 'version https://git-lfs.github.com/spec/v1\n', /records\.jsonl is a Git LFS pointer/],
])('refuses %s by file and line', async (_, bytes, message) => {
  await expect(collect(await fileOf(bytes))).rejects.toThrow(message);
});

it('refuses a file over its limit before it is read whole', async () => {
  const path = await fileOf('a\n'.repeat(2 * 1024 * 1024));
  const lines = readLines(path, { maxLineBytes: 10, maxBytes: 64 * 1024 });
  expect((await lines.next()).value).toHaveLength(32 * 1024);
  await expect(lines.next()).rejects.toThrow(/records\.jsonl is more than 65536 bytes/);
});

it('reads a line without end in bounded memory', async () => {
  await expect(collect(await fileOf('a'.repeat(5_000_000)), { maxLineBytes: 2_000_000 })).rejects.toThrow(
    /:1 is longer/,
  );
});

it.each<[name: string, make: (path: string) => Promise<unknown>, message: RegExp]>([
  ['a file that is not there', async () => null, /cannot be read: .*ENOENT/],
  ['a folder', (path) => mkdir(path), /is a folder/],
  ['a file below a file', (path) => writeFile(path.replace(/\/[^/]*$/, ''), ''), /cannot be read: .*ENOTDIR/],
])('refuses %s', async (name, make, message) => {
  const path = join(folder, name.replaceAll(' ', '-'), name === 'a file below a file' ? 'x' : '');
  await make(path);
  await expect(collect(path)).rejects.toThrow(message);
});
