import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { findNotes } from '../../scripts/release-notes.mjs';

const changelog = `# Changelog

## [Unreleased]

## [1.2.3] - 2026-11-29

### Added

- Something.

## [1.2.2] - 2026-10-01

## [1.2.1] - 2026-09-01

- Less.
`;

describe('the notes of a release', () => {
  it('are the section of its version', () => {
    expect(findNotes('v1.2.3', '1.2.3', changelog)).toBe('### Added\n\n- Something.');
    expect(findNotes('v1.2.1', '1.2.1', changelog)).toBe('- Less.');
  });

  it.each([
    ['v1.2.4', '1.2.3', 'not the version of package.json'],
    ['1.2.3', '1.2.3', 'not the version of package.json'],
    ['v2.0.0', '2.0.0', 'has no section'],
    ['v1.2.2', '1.2.2', 'says nothing of 1.2.2'],
  ])('are refused for %s of %s', (tag, version, why) => {
    expect(() => findNotes(tag, version, changelog)).toThrow(why);
  });
});

interface Job {
  readonly permissions: Readonly<Record<string, string>>;
  readonly needs?: string | readonly string[];
  readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
}

describe('the release workflow', () => {
  const text = readFileSync(join(import.meta.dirname, '../../.github/workflows/release.yml'), 'utf8');
  const { jobs } = parse(text) as { readonly jobs: Readonly<Record<string, Job>> };
  const may = (name: string) => Object.keys(jobs).filter((job) => jobs[job]?.permissions[name] === 'write');

  it('signs in one job, which runs nothing that a package brings, after everything was checked', () => {
    expect([may('id-token'), may('attestations'), may('contents')]).toEqual([['attest'], ['attest'], ['draft']]);
    const { attest, check } = jobs;
    expect(attest?.steps.filter(({ run }) => run !== undefined)).toEqual([]);
    expect(attest?.steps.every(({ uses }) => uses?.startsWith('actions/'))).toBe(true);
    expect(attest?.needs).toBe('check');
    expect(check?.steps.map(({ run }) => run)).toEqual(expect.arrayContaining(['npm run check-dist', 'npm test']));
  });
});
