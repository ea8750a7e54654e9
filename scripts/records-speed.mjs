// Prints how long plain reading of many production records takes, and its peak of memory: lines of about a kilobyte of each format.
// Usage: node scripts/records-speed.mjs [LINES...] (default 1000000). Figures, not a test: numbers of one machine compare among themselves.
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = await mkdtemp(join(root, 'node_modules/.records-speed-'));
const question = 'Where is parcel P-7? It was sent on Monday, and nobody at the counter knows. '.repeat(4);

/** A request of each format as its tool writes it, by its number. */
const formats = {
  own: (id) => ({
    id,
    time: '2026-11-29T15:00:00.250Z',
    prompt: 'support',
    promptVersion: 'pv-3',
    unit: `user-${id % 5000}`,
    input: { vars: { question, id }, messages: [{ role: 'user', content: question }] },
    output: 'It arrives on Friday.',
    model: { asked: 'gpt-5', answered: 'gpt-5-2026-08-07' },
    tokens: { input: 210, cached: 3, output: 6, reasoning: 2 },
    latencyMs: 812,
    feedback: { thumbs: id % 2 },
    tags: ['web'],
  }),
  langfuse: (id) => ({
    id: `o-${id}`,
    trace_id: `t-${id}`,
    type: 'GENERATION',
    parent_observation_id: '',
    start_time: '2026-11-29 15:00:00.250000',
    end_time: '2026-11-29 15:00:01.062000',
    prompt_name: 'support',
    prompt_version: 3,
    level: 'DEFAULT',
    provided_model_name: 'gpt-5-2026-08-07',
    input: JSON.stringify([{ role: 'user', content: question }]),
    output: 'It arrives on Friday.',
    usage_details: { input: 210, output: 6, total: 216 },
    total_cost: 0.00042,
    metadata: {},
    tags: ['web'],
    user_id: `user-${id % 5000}`,
  }),
  otlp: (id) => ({ resourceSpans: [{ scopeSpans: [{ spans: [spanOf(id)] }] }] }),
};

function spanOf(id) {
  const texts = {
    'gen_ai.operation.name': 'chat',
    'gen_ai.request.model': 'gpt-5',
    'gen_ai.response.model': 'gpt-5-2026-08-07',
    'gen_ai.input.messages': JSON.stringify([{ role: 'user', parts: [{ type: 'text', content: question }] }]),
    'gen_ai.output.messages': JSON.stringify([{ role: 'assistant', parts: [{ type: 'text', content: 'On Friday.' }] }]),
  };
  const counts = { 'gen_ai.usage.input_tokens': '210', 'gen_ai.usage.output_tokens': '6' };
  return {
    traceId: id.toString(16).padStart(32, '0'),
    spanId: id.toString(16).padStart(16, '0'),
    startTimeUnixNano: '1795965775830706000',
    endTimeUnixNano: '1795965775841883000',
    attributes: [
      ...Object.entries(texts).map(([key, stringValue]) => ({ key, value: { stringValue } })),
      ...Object.entries(counts).map(([key, intValue]) => ({ key, value: { intValue } })),
    ],
  };
}

async function plant(path, lines, make) {
  const file = createWriteStream(path);
  for (let id = 0; id < lines; id++) if (!file.write(`${JSON.stringify(make(id))}\n`)) await once(file, 'drain');
  file.end();
  await once(file, 'finish');
}

try {
  const measure = join(folder, 'measure.mjs');
  await build({
    entryPoints: [join(root, 'scripts/records/measure.ts')],
    outfile: measure,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
  });
  for (const lines of process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1_000_000]) {
    for (const [name, make] of Object.entries(formats)) {
      const path = join(folder, `${name}.jsonl`);
      await plant(path, lines, make);
      const { size } = await stat(path);
      const figures = execFileSync(process.execPath, [measure, path], { encoding: 'utf8' });
      process.stdout.write(`${name.padEnd(9)} ${lines} lines of ${Math.round(size / lines)} bytes: ${figures}`);
      await rm(path);
    }
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
