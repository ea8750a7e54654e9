import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Does some work while each `git` first does these lines of shell, which may look at its words in `$*` and end it. */
export async function withGit(lines: string, work: () => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'with-git-'));
  const path = process.env.PATH;
  try {
    await writeFile(join(folder, 'git'), `#!/bin/sh\n${lines}\nPATH='${path}' exec git "$@"\n`);
    await chmod(join(folder, 'git'), 0o755);
    process.env.PATH = `${folder}${delimiter}${path}`;
    await work();
  } finally {
    process.env.PATH = path;
    await rm(folder, { recursive: true, force: true });
  }
}
