// Records the demo's answers from a real small model into fixtures/demo/recording.jsonl.
// Usage: node scripts/record-demo.mjs [--base-url URL] [--report DIR]
// Starts scripts/local-model (run its install.sh first) unless --base-url names an endpoint that is up already.
// What is recorded stays and is not asked again; delete the recording to draw everything anew (about an hour on one core).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildAction } from './build-action.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const localModel = join(root, 'scripts', 'local-model');
const { values: options } = parseArgs({
  options: { 'base-url': { type: 'string' }, report: { type: 'string', default: 'prompt-assay-demo' } },
});

const server = options['base-url'] === undefined ? await startServer() : null;
try {
  const baseUrl = options['base-url'] ?? server.baseUrl;
  process.exitCode = await recordDemo(baseUrl);
} finally {
  server?.process.kill();
}

/** Starts the local model on a free port and waits until it listens. */
async function startServer() {
  if (!existsSync(join(localModel, 'node_modules')) || !existsSync(join(localModel, 'model'))) {
    throw new Error('The local model is not installed: run scripts/local-model/install.sh first.');
  }
  const child = spawn(process.execPath, [join(localModel, 'server.mjs'), '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const baseUrl = /http:\/\/127\.0\.0\.1:\d+\/v1/.exec(line)?.[0];
    if (baseUrl !== undefined) return { process: child, baseUrl };
  }
  throw new Error('The local model ended before it listened.');
}

async function recordDemo(baseUrl) {
  const recording = join(root, 'fixtures', 'demo', 'recording.jsonl');
  const cli = [join(await buildAction(), 'dist', 'cli.js'), 'demo', '--record', recording, '--base-url', baseUrl];
  const child = spawn(process.execPath, [...cli, '--report', options.report], { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  return code ?? 1;
}
