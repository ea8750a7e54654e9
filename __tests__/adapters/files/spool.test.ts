import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { build } from 'esbuild';

let home: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'spool-test-'));
  await build({
    entryPoints: [resolve('src/adapters/files/spool.ts')],
    outfile: join(home, 'spool.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  });
});

afterAll(() => rm(home, { recursive: true, force: true }));

/** Runs some lines in a process whose temporary files go into this folder. */
function run(folder: string, lines: string) {
  const script = `import { createFileSpool } from ${JSON.stringify(join(home, 'spool.mjs'))};\n${lines}`;
  const env = { ...process.env, TMPDIR: folder, TEMP: folder };
  return spawnSync(process.execPath, ['--input-type=module', '--eval', script], { env, encoding: 'utf8' });
}

describe('a spool in a file', () => {
  it.each(['SIGKILL', 'SIGTERM', 'SIGINT'])('leaves nothing behind where the process ends by %s', async (signal) => {
    const folder = join(home, signal);
    await mkdir(folder);
    const ended = run(
      folder,
      `const spool = createFileSpool();
       for (let line = 0; line < 3; line += 1) spool.append('line ' + line);
       process.stdout.write([...spool.lines(), spool.read(1)].join());
       process.kill(process.pid, '${signal}');
       setInterval(() => {}, 1000);`,
    );
    expect(ended).toMatchObject({ stdout: 'line 0,line 1,line 2,line 1', signal });
    expect(await readdir(folder)).toEqual([]);
  });

  it('says where it cannot be made, and what to do', () => {
    const { stdout } = run(
      join(home, 'gone'),
      'try { createFileSpool(); } catch (error) { console.log(error.name, error.message); }',
    );
    expect(stdout).toMatch(/^UserError What the run draws cannot be kept in .*gone: ENOENT.*TMPDIR/);
  });
});
