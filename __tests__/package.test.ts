import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { toolVersion } from '../src/version.ts';

it('the version that the tool names is that of the package', () => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  expect(toolVersion).toBe(version);
});
