import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { createGithubRepository } from '../../../src/adapters/github/repository.ts';
import { maxRequests } from '../../../src/adapters/github/request-limits.ts';
import { ReadFault } from '../../../src/errors.ts';
import { failing, faults } from '../../helpers/fake-github/faults.ts';
import type { FileSpecs } from '../../helpers/fake-github/repository.ts';
import { createWorld, type World } from './github-world.ts';

const submodule = 'a'.repeat(40);
const main = {
  'README.md': 'read me',
  'prompts/ä b.yml': 'text',
  'prompts/deep/er/c.yml': 'c',
  'prompts/link.yml': { symlink: '/etc/passwd' },
  'prompts/run.sh': { executable: '#!/bin/sh' },
  vendor: { submodule },
};
const modes = {
  'README.md': '100644',
  'prompts/deep/er/c.yml': '100644',
  'prompts/link.yml': '120000',
  'prompts/run.sh': '100755',
  'prompts/ä b.yml': '100644',
  vendor: '160000',
};

describe('readTree', () => {
  it.each([
    ['in one request', 100_000, 1],
    ['folder by folder where GitHub truncates', 5, 5],
  ])('lists every file with its mode, %s', async (_name, treeLimit, requests) => {
    const { client, github, repository } = await createWorld({ main, treeLimit });
    const commit = await repository.sha('main');
    const tree = await createGithubRepository(client).readTree(commit);
    expect(tree.commit).toBe(commit);
    expect(Object.fromEntries([...tree.entries].map(([path, { mode }]) => [path, mode]))).toEqual(modes);
    expect(github.requests).toHaveLength(requests);
  });

  it('refuses a folder that GitHub cannot list, instead of taking files for absent', async () => {
    const { client, repository } = await createWorld({ main, treeLimit: 2 });
    const reading = createGithubRepository(client).readTree(await repository.sha('main'));
    await expect(reading).rejects.toThrow('The folder "." has more entries than GitHub\'s API can list.');
  });

  it('lists a folder once that commits have in common, however deep', async () => {
    const { client, github, repository } = await createWorld({ main, treeLimit: 5 });
    const changed = await repository.commit('other', { 'prompts/deep/er/c.yml': 'changed' });
    const reader = createGithubRepository(client);
    const before = await reader.readTree(await repository.sha('main'));
    const requests = github.requests.length;
    const after = await reader.readTree(changed);
    // The other commit twice, and the folder that differs twice; the other ones are known.
    expect(github.requests.length - requests).toBeLessThanOrEqual(5);
    expect([...after.entries.keys()]).toEqual([...before.entries.keys()]);
    expect(after.entries.get('prompts/deep/er/c.yml')).not.toEqual(before.entries.get('prompts/deep/er/c.yml'));
  });

  it('names the folder whose folders are too many, and lists none of them', async () => {
    const folders = Array.from({ length: 300 }, (_, number) => `vendor/many/${number}`);
    const vendored = Object.fromEntries(
      folders.flatMap((path) => [`${path}/a.txt`, `${path}/b.txt`].map((one) => [one, 'x'])),
    );
    const { client, github, repository } = await createWorld({ main: vendored, treeLimit: 400 });
    const reading = createGithubRepository(client).readTree(await repository.sha('main'));
    await expect(reading).rejects.toBeInstanceOf(ReadFault);
    await expect(reading).rejects.toThrow(/^The folder "vendor\/many\/" has more than .* its 300 folders would take/);
    expect(github.requests).toHaveLength(6);
  });

  it('asks once for one commit, and again after a failure', async () => {
    const { client, github, pull } = await createWorld();
    const repository = createGithubRepository(client);
    github.fault = failing(/trees/, faults.forbidden());
    await expect(repository.readTree(pull.head)).rejects.toThrow('Add `contents: read`');
    await Promise.all([repository.readTree(pull.head), repository.readTree(pull.head)]);
    expect(github.requests).toHaveLength(2);
  });

  it('names a commit that is not there', async () => {
    const { client } = await createWorld();
    await expect(createGithubRepository(client).readTree(submodule)).rejects.toThrow(`found no commit ${submodule}`);
  });
});

describe('readBlobs', () => {
  it('returns the bytes as they are, each asked for once', async () => {
    const bytes = Uint8Array.from({ length: 1000 }, (_, index) => index % 256);
    const { client, github, repository } = await createWorld({ main: { 'data.bin': bytes, 'empty.txt': '' } });
    const reader = createGithubRepository(client);
    const { entries } = await reader.readTree(await repository.sha('main'));
    const hashes = [...entries.values()].map((entry) => entry.hash);
    const blobs = await reader.readBlobs([...hashes, ...hashes]);
    await reader.readBlobs(hashes);
    expect(hashes.map((hash) => Buffer.from(blobs.get(hash) ?? []).toString('hex'))).toEqual([
      Buffer.from(bytes).toString('hex'),
      '',
    ]);
    expect(github.requests).toHaveLength(3);
  });

  const manyFiles = (count: number, change: FileSpecs = {}): FileSpecs => ({
    ...Object.fromEntries(
      Array.from({ length: count }, (_, number) => [`p/${number}.md`, `prompt ${number}: naïve \u{1f9ea}\r\n`]),
    ),
    ...change,
  });
  const awkward = {
    'latin.txt': Uint8Array.from([0xe9, 0x0a]),
    'bin.dat': Uint8Array.from([0, 1, 2]),
    'bom.md': '\ufeffx',
    'empty.md': '',
  };

  async function readAll(world: World, chunk = 10_000) {
    const reader = createGithubRepository(world.client);
    const { entries } = await reader.readTree(await world.repository.sha('main'));
    const hashes = [...entries.values()].map((entry) => entry.hash);
    const parts = Array.from({ length: Math.ceil(hashes.length / chunk) }, (_, part) =>
      hashes.slice(part * chunk, (part + 1) * chunk),
    );
    const read = await Promise.all(parts.map((part) => reader.readBlobs(part)));
    return new Map(
      read.flatMap((blobs) => [...blobs]).map(([hash, bytes]) => [hash, Buffer.from(bytes).toString('hex')]),
    );
  }

  async function truth({ repository }: World) {
    const listing = (await repository.git(['ls-tree', '-r', 'main'])).toString('utf8').trimEnd().split('\n');
    const hashes = listing.map((line) => line.split(/\s/)[2] ?? '');
    return new Map(
      await Promise.all(
        hashes.map(async (hash) => [hash, (await repository.git(['cat-file', 'blob', hash])).toString('hex')] as const),
      ),
    );
  }

  it('reads hundreds in a few requests, byte for byte, also those that a query cannot bring', async () => {
    const world = await createWorld({ main: manyFiles(260, { ...awkward, 'big.csv': 'x,y\n'.repeat(150_000) }) });
    expect(await readAll(world)).toEqual(await truth(world));
    const paths = world.github.requests.map(({ path }) => path.replace(/[0-9a-f]{40}/, 'X'));
    expect(paths.filter((path) => path === '/graphql')).toHaveLength(6);
    expect(paths.filter((path) => path.includes('/blobs/'))).toHaveLength(3);
  });

  it('reads two thousand in forty queries', async () => {
    const world = await createWorld({ main: manyFiles(2000) });
    expect((await readAll(world)).size).toBe(2000);
    expect(world.github.requests).toHaveLength(41);
  });

  it('reads together what is asked for while others are on their way', async () => {
    const world = await createWorld({ main: manyFiles(60) });
    const reader = createGithubRepository(world.client);
    const { entries } = await reader.readTree(await world.repository.sha('main'));
    const [first = '', ...others] = [...entries.values()].map((entry) => entry.hash);
    const reading = reader.readBlobs([first]);
    // Asked for in five groups, one after another.
    const last = others.splice(-3);
    const later = others.map(async (hash, number) => {
      for (let turn = 0; turn <= number % 5; turn += 1) await new Promise(setImmediate);
      return reader.readBlobs([hash]);
    });
    await Promise.all([reading, ...later]);
    // The tree, the first file alone, and fifty-six in two queries.
    expect(world.github.requests).toHaveLength(4);
    // Who has read many reads few together, too.
    await reader.readBlobs(last);
    expect(world.github.requests).toHaveLength(5);
  });

  it('reads together what many callers ask for at once', async () => {
    const world = await createWorld({ main: manyFiles(60) });
    expect(await readAll(world, 2)).toEqual(await truth(world));
    expect(world.github.requests.filter(({ path }) => path === '/graphql')).toHaveLength(2);
  });

  it.each([
    ['refused', faults.forbidden(), true],
    ['not there', faults.missingScope(), true],
    ['down', faults.serverError(), false],
    ['cut', faults.cut(), false],
  ])(
    'a query that is %s: what it would have brought is read one by one, or is a fault',
    async (_name, fault, isRead) => {
      const world = await createWorld({ main: manyFiles(25) });
      world.github.fault = failing(/graphql/, fault, 99);
      const reading = readAll(world);
      if (isRead) expect(await reading).toEqual(await truth(world));
      else await expect(reading).rejects.toBeInstanceOf(ReadFault);
    },
  );

  it('sends nothing more where what a query does not bring cannot be read one by one', async () => {
    const world = await createWorld({ main: manyFiles(300) });
    world.github.fault = failing(/graphql/, faults.forbidden(), 99);
    await expect(readAll(world)).rejects.toThrow('takes more than the 260 requests to GitHub');
    // The tree and six queries.
    expect(world.github.requests).toHaveLength(7);
  });

  it('takes nothing that is not what the tree names', async () => {
    const world = await createWorld({ main: { 'a.md': 'a', 'b.md': 'b' } });
    const hash = createHash('sha1').update('another').digest('hex');
    const lying = {
      ...world.client,
      attempt: async () => ({ data: { content: 'YQ==', encoding: 'base64' } }) as never,
    };
    await expect(createGithubRepository(lying).readBlobs([hash])).rejects.toThrow(
      `answer for the file ${hash} is not that file`,
    );
  });

  it('leaves requests for publishing, and sends none of a reading that would not fit', async () => {
    const { client, github } = await createWorld();
    const hashes = Array.from({ length: maxRequests }, (_, index) => index.toString(16).padStart(40, '0'));
    const reading = createGithubRepository(client).readBlobs(hashes);
    await expect(reading).rejects.toBeInstanceOf(ReadFault);
    await expect(reading).rejects.toThrow('takes more than the 260 requests to GitHub');
    expect(github.requests).toHaveLength(0);
  });
});
