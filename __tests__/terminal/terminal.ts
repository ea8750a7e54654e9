import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Io } from '../../src/terminal/command.ts';
import { main } from '../../src/terminal/main.ts';
import { testGit } from '../helpers/fake-github/git.ts';

const folders: string[] = [];

/** Removes every folder that a test made. */
export async function removeFolders(): Promise<void> {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
}

export async function makeFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'terminal-')));
  folders.push(folder);
  return folder;
}

export async function writeFiles(folder: string, files: { readonly [path: string]: unknown }): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), String(text));
  }
}

/** A clone whose branch `main` holds these files. */
export async function makeClone(files: { readonly [path: string]: unknown }) {
  const folder = await makeFolder();
  const git = testGit(folder);
  await git(['init', '--quiet', '--initial-branch=main']);
  await writeFiles(folder, files);
  await git(['add', '.']);
  await git(['commit', '--quiet', '-m', 'main']);
  return { folder, git };
}

/** Runs a command line and gives back all that it wrote. */
export async function run(args: readonly string[], parts: Partial<Io> = {}) {
  let [out, err] = ['', ''];
  const code = await main(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    env: {},
    cwd: tmpdir(),
    colour: false,
    columns: null,
    signal: new AbortController().signal,
    readStandardInput: async () => '',
    ask: null,
    ...parts,
  });
  return { code, out, err };
}
