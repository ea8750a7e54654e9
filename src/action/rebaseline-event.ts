import type { GithubEvent } from '../adapters/github/event.ts';
import { renderProblem } from '../errors.ts';
import { canonicalJson } from '../json.ts';
import { rebaseline } from '../pipeline/rebaseline.ts';
import type { World } from '../pipeline/world.ts';
import type { BranchStore } from '../ports.ts';
import { renderBaselineSummary } from '../report/baseline-text.ts';
import type { ActionResult } from './evaluate-event.ts';
import type { Runner } from './github-world.ts';
import type { ActionInputs } from './inputs.ts';
import { showSummary, storeResults } from './write-out.ts';

/** Re-baselines the default branch's commit of this event; a push re-baselines only the suites that changed. */
export async function rebaselineEvent(
  event: GithubEvent,
  world: World,
  inputs: ActionInputs,
  runner: Runner,
): Promise<ActionResult> {
  const tree = await world.repository.readTree(event.sha);
  const baselines = world.baselines && keepRefused(world.baselines, inputs.reportPath, runner);
  const report = await rebaseline(
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
  );
  await showSummary(renderBaselineSummary(report), runner);
  await storeResults(inputs.reportPath, new Map([['results.json', `${canonicalJson(report)}\n`]]), runner);
  const { errors, green, costUsd, calls } = report;
  return {
    outputs: {
      verdict: green ? 'pass' : 'invalid',
      'report-path': inputs.reportPath,
      'results-path': `${inputs.reportPath}/results.json`,
      'cost-usd': costUsd === null ? '' : String(costUsd),
      calls: String(calls),
    },
    failure: green ? null : errors.map(renderProblem).join('\n'),
    problems: errors,
  };
}

/** A baseline that the branch refuses was paid for: it goes to the report folder, as it would have been written. */
function keepRefused(store: BranchStore, reportPath: string, runner: Runner): BranchStore {
  return {
    ...store,
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
