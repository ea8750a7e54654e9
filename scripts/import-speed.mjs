// Prints how long `import` takes, and its peak of memory, for records of about 1 kB: in our own lines, a third of them
// asking what others ask, 3 % disliked by a later line. Usage: node scripts/import-speed.mjs [RECORDS...] (default 100000 1000000).
// A figure, not a test: numbers of one machine compare among themselves; user seconds are those of the processor.
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const words =
  'the customer asks where parcel 4711 is since it was due on 2026-05-12 at 10:30 and nothing came so please look at https://shop.example.com/orders/12345?x=1 and tell them when it will be there '.repeat(
    3,
  );

function recordOf(number) {
  const question = number % 3 === 2 ? number - 1 : number;
  const contact = question % 20 === 0 ? `I am eve${question}@example.com, +49 171 ${1_000_000 + question}.` : '';
  const isFailed = number % 50 === 7;
  return {
    id: `r-${number}`,
    time: '2026-05-12T10:30:00Z',
    prompt: `prompt-${question % 3}`,
    promptVersion: `${question % 4}`,
    unit: `u-${number % 1000}`,
    input: {
      messages: [
        { role: 'system', content: 'You sort the messages of customers of a shop, and answer them in one sentence.' },
        { role: 'user', content: `Question ${question}: ${contact} ${words.slice(0, 300 + (question % 250))}` },
      ],
    },
    ...(isFailed ? { error: 'timeout' } : { output: `It will be there on Friday, ${number}.` }),
    model: { asked: 'some-model', answered: 'some-model-1' },
    tokens: { input: 180, cached: 0, output: 12, reasoning: 0 },
    latencyMs: 812,
    trace: { traceId: `t-${number}`, spanId: `s-${number}` },
    tags: ['web'],
  };
}

async function writeRecords(path, count) {
  const file = createWriteStream(path);
  for (let from = 0; from < count; from += 1000) {
    let text = '';
    for (let number = from; number < Math.min(count, from + 1000); number += 1) {
      text += `${JSON.stringify(recordOf(number))}\n`;
      if (number % 33 === 0) text += `${JSON.stringify({ id: `r-${number}`, feedback: { thumbs: -1 } })}\n`;
    }
    if (!file.write(text)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}

const folder = await mkdtemp(join(root, 'node_modules', '.import-speed-'));
try {
  await build({
    entryPoints: [join(root, 'src/cli.ts')],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
  });
  const usage = pathToFileURL(join(root, 'scripts/import-speed/usage.mjs')).href;
  const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [100_000, 1_000_000];
  for (const count of counts) {
    const records = join(folder, `${count}.jsonl`);
    await writeRecords(records, count);
    const args = [
      '--import',
      usage,
      join(folder, 'cli.mjs'),
      'import',
      records,
      '--out',
      join(folder, `${count}.rows.jsonl`),
    ];
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    const kilobytes = (statSync(records).size / count / 1000).toFixed(2);
    console.log(`${count} records of ${kilobytes} kB\n${stdout}${stderr}`);
    await rm(records);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
