import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { requireNew, writeNew } from '../../../src/adapters/files/write-new.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'write-new-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a new file', () => {
  it('is there with all of its text, and nothing beside it', async () => {
    await writeNew(join(folder, 'a'), 'text');
    expect(await readdir(folder)).toEqual(['a']);
    expect(await readFile(join(folder, 'a'), 'utf8')).toBe('text');
  });

  it.each([
    ['a file', () => writeFile(join(folder, 'a'), 'mine')],
    ['a link to nowhere', () => symlink(join(folder, 'nowhere'), join(folder, 'a'))],
  ])('is never written over %s', async (_, make) => {
    await make();
    await expect(requireNew(join(folder, 'a'))).rejects.toThrow('is there already');
    await expect(writeNew(join(folder, 'a'), 'text')).rejects.toThrow('is there already');
    expect(await readdir(folder)).toEqual(['a']);
  });

  it('needs a folder', async () => {
    await expect(requireNew(join(folder, 'b', 'a'))).rejects.toThrow('cannot be written');
    await expect(writeNew(join(folder, 'b', 'a'), 'text')).rejects.toThrow('cannot be written');
    expect(await readdir(folder)).toEqual([]);
  });
});
