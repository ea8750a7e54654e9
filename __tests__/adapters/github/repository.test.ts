import { describe, expect, it } from '@jest/globals';
import { createGithubRepository, maxBlobs } from '../../../src/adapters/github/repository.ts';
import { failing, faults } from '../../helpers/fake-github/faults.ts';
import { createWorld } from './github-world.ts';

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

  it('names the limit, and makes no request beyond it', async () => {
    const { client, github } = await createWorld();
    const hashes = Array.from({ length: maxBlobs + 1 }, (_, index) => index.toString(16).padStart(40, '0'));
    await expect(createGithubRepository(client).readBlobs(hashes)).rejects.toThrow(
      'needs 201 files of the repository; at most 200',
    );
    expect(github.requests).toHaveLength(0);
  });
});
