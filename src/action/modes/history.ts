import { GithubError } from '../../adapters/github/github-error.ts';
import { ReportedError } from '../../errors.ts';
import { renderMergesSummary } from '../../report/history/merges-text.ts';
import { keepHistory, storeHistory } from '../keep-history.ts';
import type { Mode, Scene } from '../mode.ts';
import { tellOfCommit } from '../tell-of-commit.ts';

/** `history`: keeps what was known of a change when it was merged, and makes the page that shows it. */
export const history: Mode = {
  name: 'history',
  events: {
    push: ({ onDefaultBranch }) => (onDefaultBranch ? 'the verdict of what was merged is kept' : null),
  },
  place: 'default branch',
  permissions: { contents: 'write', 'pull-requests': 'read', statuses: 'read' },
  run: async (scene) => {
    try {
      return await keep(scene);
    } catch (error) {
      // A workflow that did not ask for a history is as green without one.
      if (scene.inputs.mode !== null || !(error instanceof ReportedError)) throw error;
      sayUnkept(error, scene);
      return { outputs: { verdict: 'pass' }, failure: null, problems: [] };
    }
  },
};

const keep: Mode['run'] = tellOfCommit(async (tree, scene) => {
  const document = await keepHistory(tree, scene);
  await storeHistory(scene, document.branch);
  return { document, summary: renderMergesSummary(document), files: new Map() };
});

/** Keeps the history beside other work on a push, which goes on whatever comes of it. */
export async function keepHistoryBeside(tree: Parameters<typeof keepHistory>[0], scene: Scene): Promise<void> {
  try {
    await keepHistory(tree, scene);
  } catch (error) {
    if (!(error instanceof ReportedError)) throw error;
    sayUnkept(error, scene);
  }
}

/** One line: a missing permission is a choice and no warning. */
function sayUnkept(error: ReportedError, { runner: { log } }: Scene): void {
  const isForbidden = error instanceof GithubError && (error.status === 403 || error.status === 404);
  const line = `No history is kept of what was merged: ${error.message}`;
  if (isForbidden) {
    const needed = Object.entries(history.permissions).map(([name, access]) => `${name}: ${access}`);
    log.info(`${line} It takes the permissions ${needed.join(', ')}.`);
  } else log.warn(line);
}
