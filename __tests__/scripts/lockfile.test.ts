import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

interface Entry {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const root = resolve(import.meta.dirname, '../..');

function readPackages(path: string): Readonly<Record<string, Entry>> {
  return JSON.parse(readFileSync(resolve(root, path), 'utf8')).packages;
}

/** Where node would find the dependency of the package in that folder: its own node_modules, then each parent's. */
function findEntry(packages: object, folder: string, dependency: string): string | undefined {
  const parents = folder.split(/\/?node_modules\//).map((_, depth, parts) => parts.slice(0, depth + 1));
  return parents
    .map((parts) => [...parts, dependency].join('/node_modules/').replace(/^\//, ''))
    .findLast((candidate) => candidate in packages);
}

describe.each(['package-lock.json', 'docs/site/package-lock.json', 'scripts/mutation/package-lock.json'])(
  '%s',
  (path) => {
    const packages = readPackages(path);

    it('has an entry for every other platform too, or npm ci refuses it there', () => {
      const missing = Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) =>
        Object.keys(optionalDependencies).filter((dependency) => findEntry(packages, folder, dependency) === undefined),
      );
      expect(missing).toEqual([]);
    });

    it('names no registry, so that each machine asks its own', () => {
      expect(Object.values(packages).flatMap(({ resolved }) => resolved ?? [])).toEqual([]);
    });
  },
);
