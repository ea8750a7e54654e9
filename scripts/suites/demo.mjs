import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cli, MissingPart, makeFolder, must, root } from './suite.mjs';

/** Runs the built demo; returns the folder with one folder of result files for each change. */
export async function runDemo(suite) {
  if (!existsSync(join(root, 'fixtures/demo/recording.jsonl'))) {
    throw new MissingPart("the demo's answers are not recorded yet: node scripts/record-demo.mjs");
  }
  const folder = await makeFolder(suite);
  await must(process.execPath, [cli, 'demo', '--report', folder]);
  return folder;
}
