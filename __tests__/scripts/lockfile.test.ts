import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

interface Entry {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const path = resolve(import.meta.dirname, '../../package-lock.json');
const { packages } = JSON.parse(readFileSync(path, 'utf8')) as { readonly packages: Readonly<Record<string, Entry>> };

/** Where node would find the dependency of the package in that folder: its own node_modules, then each parent's. */
function findEntry(folder: string, dependency: string): string | undefined {
  const parents = folder.split(/\/?node_modules\//).map((_, depth, parts) => parts.slice(0, depth + 1));
  return parents
    .map((parts) => [...parts, dependency].join('/node_modules/').replace(/^\//, ''))
    .findLast((candidate) => candidate in packages);
}

describe('package-lock.json', () => {
  it('has an entry for every other platform too, or npm ci refuses it there', () => {
    const missing = Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((dependency) => findEntry(folder, dependency) === undefined),
    );
    expect(missing).toEqual([]);
  });

  it('names no registry, so that each machine asks its own', () => {
    expect(Object.values(packages).flatMap(({ resolved }) => resolved ?? [])).toEqual([]);
  });
});
