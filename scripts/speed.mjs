// Prints how long the terminal takes over a repository of many prompt files, how many git processes it starts and how many lines it writes.
// Usage: node scripts/speed.mjs [FILES...] (default 1000). Figures, not a test: numbers of one machine compare among themselves.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = await mkdtemp(join(tmpdir(), 'speed-'));
const repository = join(folder, 'repository');
const counter = join(folder, 'count');
const dist = join(folder, 'dist');
const env = {
  ...process.env,
  PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}`,
  GIT_CONFIG_GLOBAL: '/dev/null',
  OPENAI_BASE_URL: 'http://127.0.0.1:9/v1',
};

/** A file as people write them: a long system message, a few rows, evaluators; every fourth has neither rows nor evaluators. */
function promptFile(number) {
  const rule = (line) =>
    `      ${line + 1}. Of ticket kind ${number * 40 + line}, say whether it is urgent, who answers it and by when.\n`;
  const rules = Array.from({ length: 10 + (number % 30) }, (_, line) => rule(line)).join('');
  const head = `name: Triage ${number}\ndescription: Sorts tickets of team ${number}\nmodel: openai/gpt-4o-mini\nmodelParameters:\n  temperature: 0.2\n  maxTokens: 200\n`;
  const messages = `messages:\n  - role: system\n    content: |\n      You sort tickets of team ${number}.\n${rules}  - role: user\n    content: "{{input}}"\n`;
  if (number % 4 === 3) return head + messages;
  const row = (index) =>
    `  - input: "Ticket ${index} of team ${number}: the parcel has not arrived, where is it?"\n    expected: "urgent ${index % 3}"\n`;
  const rows = Array.from({ length: 3 + (number % 9) }, (_, index) => row(index)).join('');
  return `${head}${messages}testData:\n${rows}evaluators:\n  - name: names the kind\n    string:\n      contains: "{{expected}}"\n  - name: short\n    string:\n      startsWith: "urgent"\n`;
}

async function plant(files) {
  await rm(repository, { recursive: true, force: true });
  await mkdir(repository, { recursive: true });
  const git = (...args) => execFileSync('git', args, { cwd: repository, env, stdio: ['ignore', 'pipe', 'inherit'] });
  git('init', '--quiet', '--initial-branch=main');
  for (let number = 0; number < files; number++) {
    const path = join(repository, `team-${number % 25}`, `triage-${number}.prompt.yml`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, promptFile(number));
  }
  git('add', '.');
  git('-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', 'commit', '--quiet', '--message', 'main');
}

async function measure(name, args) {
  await writeFile(counter, '');
  const startedMs = performance.now();
  const { stdout, stderr } = spawnSync(process.execPath, [join(dist, 'cli.js'), ...args], {
    cwd: repository,
    env,
    maxBuffer: 1e9,
  });
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(2);
  const processes = (await readFile(counter, 'utf8')).length;
  const lines = `${stdout}${stderr}`.split('\n').length - 1;
  const warnings = `${stderr}${stdout}`.split('\n').filter((line) => line.startsWith('warning'));
  const twice = warnings.length - new Set(warnings).size;
  console.log(
    `  ${name.padEnd(28)} ${seconds.padStart(6)} s  ${processes} git processes  ${lines} lines, ${twice} warnings said again`,
  );
}

try {
  await mkdir(join(folder, 'bin'));
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  await writeFile(join(folder, 'bin', 'git'), `#!/bin/sh\nprintf . >> '${counter}'\nexec '${real}' "$@"\n`);
  await chmod(join(folder, 'bin', 'git'), 0o755);
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), '--out', dist], { stdio: 'inherit' });
  for (const files of process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000]) {
    await plant(files);
    console.log(`${files} prompt files`);
    await measure('validate', ['validate']);
    await measure('validate .', ['validate', '.']);
    await measure('run, nothing changed', ['run']);
    await writeFile(
      join(repository, 'team-1', 'triage-1.prompt.yml'),
      promptFile(1).replace('urgent,', 'urgent or not,'),
    );
    await measure('run --dry-run, one changed', ['run', '--dry-run']);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
