import { join } from 'node:path';
import { must, run } from './suite.mjs';

/**
 * Runs a workflow of a checked-out commit with `act` on this machine, without containers, and reads its log:
 * `{ code, lines, outputs, summary, errors }`; `lines` is what the steps printed, `errors` are the error annotations.
 */
export async function runAct({ folder, home, event, eventPath, secrets, variables, env, path }) {
  const flags = [event, '--directory', folder, '--eventpath', eventPath, '--json', '--no-cache-server'];
  flags.push('--platform', 'ubuntu-latest=-self-hosted', '--action-cache-path', join(home, 'cache'));
  for (const [name, value] of Object.entries(secrets)) flags.push('--secret', `${name}=${value}`);
  for (const [name, value] of Object.entries(variables)) flags.push('--var', `${name}=${value}`);
  for (const [name, value] of Object.entries(env)) flags.push('--env', `${name}=${value}`);
  const { code, stdout } = await run('act', flags, {
    cwd: folder,
    env: { HOME: home, XDG_CACHE_HOME: home, PATH: path },
  });
  return { code, ...parseLog(stdout) };
}

function parseLog(text) {
  const events = text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
  const ofCommand = (name) => events.filter(({ command }) => command === name);
  return {
    lines: events.filter((event) => event.raw_output === true).map(({ msg }) => msg.trimEnd()),
    outputs: Object.fromEntries(ofCommand('set-output').map(({ name, arg }) => [name, arg])),
    summary: ofCommand('summary')
      .map(({ content }) => content)
      .join('\n'),
    errors: ofCommand('error').map(({ arg, kvPairs }) => ({ message: arg, ...kvPairs })),
    /** All that a reader of the log sees; the runner's own commands are not shown. */
    shown: events.map(({ msg }) => msg).join('\n'),
  };
}

/** Checks a commit of a bare repository out as the runner would find it, under the name `acme/prompts`. */
export async function checkOut(bare, sha, folder) {
  const git = (...args) => must('git', ['-C', folder, ...args]);
  await must('git', ['clone', '--quiet', '--no-checkout', bare, folder]);
  await git('fetch', '--quiet', 'origin', '+refs/pull/*:refs/pull/*');
  await git('-c', 'advice.detachedHead=false', 'checkout', '--quiet', sha);
  await git('remote', 'set-url', 'origin', 'https://github.com/acme/prompts');
}
