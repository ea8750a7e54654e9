import { requireResultFolder } from '../../adapters/files/write-results.ts';
import { askedModels, type Origin } from '../../pipeline/origin.ts';
import { rebaseline } from '../../pipeline/rebaseline.ts';
import type { BranchStore, Tree } from '../../ports.ts';
import type { BaselineReport } from '../../report/baseline-report.ts';
import { renderBaselineSummary } from '../../report/baseline-text.ts';
import { describeCost } from '../../report/result-text.ts';
import { storeHistory } from '../keep-history.ts';
import type { Mode, Scene } from '../mode.ts';
import { tellOfCommit } from '../tell-of-commit.ts';
import { storeResults, tryTo } from '../write-out.ts';
import { keepHistoryBeside } from './history.ts';

const why = 'the default branch is re-baselined';

/** `baseline`: evaluates main's prompts and keeps what came of it on the baseline branch. */
export const baseline: Mode = {
  name: 'baseline',
  events: {
    schedule: () => why,
    workflow_dispatch: ({ onDefaultBranch, namesPullRequest }) => (onDefaultBranch && !namesPullRequest ? why : null),
  },
  place: 'default branch',
  permissions: { contents: 'write' },
  run: keepBaseline(() => askedModels),
};

/** Makes what a mode runs that keeps main's outputs, wherever they come from. */
export function keepBaseline(open: (scene: Scene) => Origin): Mode['run'] {
  return tellOfCommit(async (tree, scene) => {
    const isPush = scene.event.name === 'push';
    if (isPush) await keepHistoryBeside(tree, scene);
    const document = await rebaselineCommit(tree, scene, open(scene));
    if (isPush) await storeHistory(scene, document.branch);
    scene.runner.log.info(`${describeCost(document)}.`);
    return { document, summary: renderBaselineSummary(document), files: new Map() };
  });
}

/** A push re-baselines only the suites that changed. */
function rebaselineCommit(tree: Tree, scene: Scene, origin: Origin): Promise<BaselineReport> {
  const { event, world, inputs, runner } = scene;
  const baselines = world.baselines && keepRefused(world.baselines, scene);
  return rebaseline(
    { ...world, baselines },
    {
      tree,
      label: event.defaultBranch ?? 'the default branch',
      configPath: inputs.config,
      reason: inputs.reason,
      who: runner.env.GITHUB_TRIGGERING_ACTOR ?? runner.env.GITHUB_ACTOR ?? null,
      onlyChanged: event.name === 'push',
      fresh: inputs.fresh,
      dryRun: inputs.dryRun,
      noise: inputs.noise,
    },
    origin,
  );
}

/** A baseline that the branch refuses was paid for: it goes to the report folder, as it would have been written. */
function keepRefused(store: BranchStore, { inputs: { reportPath }, runner }: Scene): BranchStore {
  return {
    ...store,
    requireWritable: async (branch) => {
      const what = 'open the report folder, where a refused baseline would be kept';
      await tryTo(what, runner, () => requireResultFolder(reportPath));
      return store.requireWritable(branch);
    },
    write: async (branch, folders, ...more) => {
      try {
        return await store.write(branch, folders, ...more);
      } catch (error) {
        const files = [...folders].flatMap(([folder, content]) =>
          [...content].map(([name, text]) => [`baseline/${folder}/${name}`, text] as const),
        );
        await storeResults(reportPath, new Map(files), runner);
        runner.log.warn(`The baseline is not on \`${branch}\`; it is kept in ${reportPath}/baseline.`);
        throw error;
      }
    },
  };
}
