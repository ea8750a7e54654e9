import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const cli = join(process.env.PROMPT_ASSAY_BUILT ?? '', 'dist', 'cli.js');

it('a reader that goes away does not turn a run green', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'closed-pipe-'));
  try {
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: folder });
    git('init', '--quiet', '--initial-branch=main');
    git('commit', '--quiet', '--allow-empty', '--message=first');
    await writeFile(join(folder, 'prompt-assay.yml'), 'version: [');
    const child = spawn(process.execPath, [cli, 'run'], { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
    child.stdout.destroy();
    const [code] = await once(child, 'exit');
    expect(code).toBe(2);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
