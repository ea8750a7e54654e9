import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { buildProblem } from '../../src/errors.ts';

const shown: unknown[][] = [];

jest.unstable_mockModule('@actions/core', () => ({
  error: (...given: unknown[]) => void shown.push(['error', ...given]),
  warning: (...given: unknown[]) => void shown.push(['warning', ...given]),
}));
const { annotate } = await import('../../src/action/annotate.ts');

beforeEach(() => {
  shown.length = 0;
});

const aProblem = (number: number) => buildProblem('is wrong.', 'Mend it.', { path: 'a.yml', line: number, column: 2 });
const aNote = (level: 'error' | 'warning', message = 'worse') =>
  ({ level, title: 'Prompt Assay: triage', path: 'p.md', startLine: 2, endLine: 4, message }) as const;

describe('annotations', () => {
  it('are mistakes on their files, and what is said of lines with its title', () => {
    annotate([buildProblem('No file.', 'Mend it.'), aProblem(7)], [aNote('warning')]);
    expect(shown).toEqual([
      ['error', 'is wrong. Mend it.', { file: 'a.yml', startLine: 7 }],
      ['warning', 'worse', { file: 'p.md', title: 'Prompt Assay: triage', startLine: 2, endLine: 4 }],
    ]);
  });

  it('are ten of a level, mistakes first', () => {
    const problems = Array.from({ length: 8 }, (_, at) => aProblem(at + 1));
    const notes = Array.from({ length: 12 }, () => [aNote('error'), aNote('warning')]).flat();
    annotate(problems, notes);
    const errors = shown.filter(([level]) => level === 'error').map(([, message]) => message);
    expect(errors).toEqual([...Array(8).fill('is wrong. Mend it.'), 'worse', 'worse']);
    expect(shown.filter(([level]) => level === 'warning')).toHaveLength(10);
  });

  it('cannot steer the runner, and show what cannot be seen', () => {
    annotate([], [{ ...aNote('error', 'a\n::stop-commands::x\n##[group]\u202e'), title: '::error::' }]);
    expect(shown).toEqual([
      ['error', 'a\n\\::stop-commands::x\n#\\#[group]⟨U+202E⟩', expect.objectContaining({ title: '\\::error::' })],
    ]);
  });
});
