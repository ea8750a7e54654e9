import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';

/** One object of a repository. */
export interface GitObject {
  readonly id: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** Reads and writes objects of a bare repository without starting a process for each. */
export interface Objects {
  /** The id of an expression, as `git rev-parse` has it; null where it names nothing. */
  find(expression: string): Promise<string | null>;
  read(expression: string): Promise<GitObject | null>;
  /** Stores an object as git would and returns its id. */
  write(type: 'blob' | 'tree' | 'commit', content: string | Uint8Array): Promise<string>;
}

interface Waiting {
  readonly isRead: boolean;
  resolve(found: GitObject | null): void;
}

const open = new Map<string, { readonly objects: Objects; readonly end: () => void }>();

/** The objects of a repository; one git process answers for all who ask, until `closeObjects`. */
export function openObjects(folder: string): Objects {
  const known = open.get(folder);
  if (known !== undefined) return known.objects;
  const { ask, end } = startReader(folder);
  const objects: Objects = {
    find: async (expression) => (await ask('info', expression))?.id ?? null,
    read: (expression) => ask('contents', expression),
    write: (type, content) => writeObject(folder, type, Buffer.from(content as Uint8Array)),
  };
  open.set(folder, { objects, end });
  return objects;
}

export function closeObjects(folder: string): void {
  open.get(folder)?.end();
  open.delete(folder);
}

function startReader(folder: string) {
  let child: ChildProcessWithoutNullStreams | null = null;
  let answer = Buffer.alloc(0);
  const waiting: Waiting[] = [];
  const settle = (): void => {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      const end = answer.indexOf(10);
      if (end < 0) return;
      const [id = '', type = '', size = ''] = answer.subarray(0, end).toString('latin1').split(' ');
      const isThere = /^[0-9a-f]{40}$/.test(id) && /^\d+$/.test(size);
      const length = isThere && next.isRead ? Number(size) + 1 : 0;
      if (answer.length < end + 1 + length) return;
      const bytes = Buffer.from(answer.subarray(end + 1, end + 1 + Math.max(0, length - 1)));
      answer = answer.subarray(end + 1 + length);
      waiting.shift();
      next.resolve(isThere ? { id, type, bytes } : null);
    }
  };
  const start = (): ChildProcessWithoutNullStreams => {
    const started = spawn('git', ['cat-file', '--batch-command'], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
    started.stdout.on('data', (chunk: Buffer) => {
      answer = Buffer.concat([answer, chunk]);
      settle();
    });
    started.on('close', () => {
      child = null;
      for (const one of waiting.splice(0)) one.resolve(null);
    });
    started.stdin.on('error', () => {});
    // A request that comes after its repository is gone finds no folder to start in: `close` follows and answers it.
    started.on('error', () => {});
    return started;
  };
  return {
    ask: (command: 'info' | 'contents', expression: string) =>
      new Promise<GitObject | null>((resolve) => {
        if (expression === '' || /[\n\r]/.test(expression)) return resolve(null);
        waiting.push({ isRead: command === 'contents', resolve });
        child ??= start();
        child.stdin.write(`${command} ${expression}\n`);
      }),
    end: () => void child?.stdin.end(),
  };
}

async function writeObject(folder: string, type: string, content: Buffer): Promise<string> {
  const whole = Buffer.concat([Buffer.from(`${type} ${content.length}\0`), content]);
  const id = createHash('sha1').update(whole).digest('hex');
  const path = join(folder, 'objects', id.slice(0, 2), id.slice(2));
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (isThere) return id;
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.${Math.random()}`;
  await writeFile(temporary, deflateSync(whole, { level: 1 }));
  await rename(temporary, path);
  return id;
}
