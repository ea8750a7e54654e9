import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { renderComment, renderFolded } from '../../src/report/comment/markdown.ts';
import type { Report } from '../../src/report/report.ts';
import { aHostileReport } from './hostile.ts';
import {
  aBrokenConfig,
  aFailure,
  aFirstContact,
  aHugeReport,
  aMixedRun,
  anOpenQuestion,
  anOutage,
  aPass,
  aQuietChange,
} from './scenarios.ts';

const folder = join(import.meta.dirname, '../../fixtures/reports');
const options = { commentKey: 'prompt-assay.yml', record: { keys: { triage: '9c1f20aa' }, verdict: 'fail' } };

/** Compares with the stored file; `UPDATE_GOLDEN=1` writes it instead, and the change is then read in the diff. */
async function expectGolden(name: string, text: string): Promise<void> {
  const path = join(folder, name);
  if (process.env.UPDATE_GOLDEN === '1') await writeFile(path, text);
  expect(text).toBe(await readFile(path, 'utf8'));
}

const comments: readonly (readonly [string, () => Report])[] = [
  ['fail', aFailure],
  ['pass', aPass],
  ['inconclusive', anOpenQuestion],
  ['invalid-config', aBrokenConfig],
  ['invalid-outage', anOutage],
  ['first-contact', aFirstContact],
  ['three-suites', aMixedRun],
  ['hostile', aHostileReport],
  ['huge', aHugeReport],
];

describe('the comment', () => {
  it.each(comments)('%s looks as agreed', async (name, build) => {
    await expectGolden(`${name}.md`, renderComment(build(), options));
  });

  it('is one line when nothing is affected', async () => {
    await expectGolden('nothing-affected.md', renderFolded(aQuietChange(), options));
  });
});
