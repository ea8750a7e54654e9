import { writeResults } from '../adapters/files/write-results.ts';
import { type LocalGit, openLocalGit } from '../adapters/git/local-git.ts';
import { builtInConfig } from '../config/default-config.ts';
import { UserError } from '../errors.ts';
import { chooseSuite, type History } from '../history/history.ts';
import { readHistory } from '../pipeline/read-history.ts';
import { readOwnConfig } from '../read/sides.ts';
import { renderHistoryText } from '../report/history/text.ts';
import { inCode } from '../text/prose.ts';
import { findConfigPath } from './clone-paths.ts';
import { type Command, type Flags, type Io, type Outcome, textFlag } from './command.ts';
import { integerFlag } from './flags.ts';
import { configFlag } from './model-flags.ts';

const defaultLast = 50;

/** `history`: what the baseline branch knows of main over time. */
export const history: Command = {
  name: 'history',
  usage: '[--suite NAME] [--html DIR] [options]',
  about: `Shows main over time as the baseline branch has it: the scores of each baseline, its cost, tokens and models, who set it
and why, and what was known of each change when it was merged. Nothing is asked of a model.`,
  flags: {
    branch: {
      value: 'REF',
      help: "the branch to read (default: the config's baseline.branch as origin has it, else your own)",
    },
    suite: { value: 'NAME', help: 'one suite alone' },
    last: { value: 'N', help: `the newest N baselines of each suite, and merges (default ${defaultLast})` },
    html: { value: 'DIR', help: 'write index.html, badge.svg and history.json there' },
    ...configFlag,
    json: { help: 'print the history as JSON' },
  },
  positionals: [],
  run: showHistory,
  buildFailure: (errors) => ({ branch: null, commit: null, suites: [], merges: [], leftOut: 0, errors }),
};

async function showHistory(flags: Flags, _positionals: readonly string[], io: Io): Promise<Outcome> {
  const last = integerFlag(flags, 'last', 1, 1_000_000) ?? defaultLast;
  const git = await openLocalGit(io.cwd);
  try {
    const whole = await readHistory(git, await findBranch(flags, git), last);
    const suite = textFlag(flags, 'suite');
    const shown = suite === null ? whole : chooseSuite(whole, suite);
    const written = await writeFiles(textFlag(flags, 'html'), shown);
    const lines = written.map((path) => `written: ${path}\n`).join('');
    return { document: shown, text: renderHistoryText(shown) + lines, exitCode: 0 };
  } finally {
    await git.close();
  }
}

/** What everybody shares goes before what this clone alone has. */
async function findBranch(flags: Flags, git: LocalGit) {
  const asked = textFlag(flags, 'branch');
  if (asked !== null) return { branch: asked, commit: await git.resolveRef(asked) };
  const tree = await git.readTree(await git.resolveRef('HEAD'));
  const { config, broken } = await readOwnConfig(git, tree, await findConfigPath(flags, git));
  if (broken !== null) throw broken;
  const { branch } = (config ?? builtInConfig).baseline;
  for (const [name, ref] of [
    [`origin/${branch}`, `refs/remotes/origin/${branch}`],
    [branch, `refs/heads/${branch}`],
  ] as const) {
    const commit = await findRef(git, ref);
    if (commit !== null) return { branch: name, commit };
  }
  throw UserError.of(
    `There is no branch ${inCode(branch)} here.`,
    `Fetch it (git fetch origin ${branch}:refs/remotes/origin/${branch}), re-baseline main, or name another with --branch.`,
  );
}

async function findRef(git: LocalGit, ref: string): Promise<string | null> {
  try {
    return await git.resolveRef(ref);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return null;
  }
}

async function writeFiles(folder: string | null, shown: History): Promise<readonly string[]> {
  if (folder === null) return [];
  const { renderHistoryFiles } = await import('../report/history/files.ts');
  return writeResults(folder, renderHistoryFiles(shown));
}
