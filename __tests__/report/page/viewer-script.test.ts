import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { buildViewer, viewerPath } from '../../../scripts/viewer.mjs';

it('the script of the page is what its sources build', async () => {
  expect((await readFile(viewerPath, 'utf8')) === (await buildViewer()).text).toBe(true);
});
