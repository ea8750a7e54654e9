import { join } from 'node:path';
import { must, run } from './suite.mjs';

/**
 * Runs a workflow file with `act` on this machine, without containers, and reads its log: `{ code, lines, outputs, summary, errors, shown }`.
 * `replaced` gives the folders that stand for actions, by `owner/name@ref`. `folder` is the repository as `makeWorkspace` makes it, of
 * which nothing but the name is used.
 */
export async function runAct({ folder, home, workflow, event, eventPath, actor, secrets, replaced, env, path }) {
  const flags = [event, '--directory', folder, '--workflows', workflow, '--eventpath', eventPath, '--actor', actor];
  flags.push('--json', '--no-cache-server', '--platform', 'ubuntu-latest=-self-hosted');
  flags.push('--action-cache-path', join(home, 'cache'));
  for (const [name, place] of Object.entries(replaced)) flags.push('--local-repository', `${name}=${place}`);
  for (const [name, value] of Object.entries(secrets)) flags.push('--secret', `${name}=${value}`);
  for (const [name, value] of Object.entries(env)) flags.push('--env', `${name}=${value}`);
  const { code, stdout, stderr } = await run('act', flags, {
    cwd: folder,
    env: { HOME: home, XDG_CACHE_HOME: home, PATH: path },
  });
  return { code, ...parseLog(stdout), stderr };
}

function parseLog(text) {
  const events = text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
  const ofCommand = (name) => events.filter(({ command }) => command === name);
  return {
    /** What the steps printed. */
    lines: events.filter((event) => event.raw_output === true).map(({ msg }) => msg.trimEnd()),
    outputs: Object.fromEntries(ofCommand('set-output').map(({ name, arg }) => [name, arg])),
    summary: ofCommand('summary')
      .map(({ content }) => content)
      .join('\n'),
    /** The error annotations. */
    errors: ofCommand('error').map(({ arg, kvPairs }) => ({ message: arg, ...kvPairs })),
    /** All that a reader of the log sees; the runner's own commands are not shown. */
    shown: events.map(({ msg }) => msg).join('\n'),
  };
}

/** Makes a repository that the runner takes for `acme/prompts`, over the objects of a bare one. Nothing is checked out yet, since most recipes take nothing. */
export async function makeWorkspace(bare, folder) {
  await must('git', ['clone', '--quiet', '--shared', '--no-checkout', bare, folder]);
  await must('git', ['-C', folder, 'remote', 'set-url', 'origin', 'https://github.com/acme/prompts']);
  return folder;
}

/** Sets the commit that the runner takes for GITHUB_SHA, and with `isCheckedOut` puts its files there, as a checkout would. */
export async function setCommit(folder, sha, isCheckedOut) {
  if (isCheckedOut) await must('git', ['-C', folder, 'checkout', '--quiet', '--force', '--detach', sha]);
  else await must('git', ['-C', folder, 'update-ref', '--no-deref', 'HEAD', sha]);
}
