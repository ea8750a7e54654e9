import { writeResults } from '../adapters/files/write-results.ts';
import type { GithubEvent } from '../adapters/github/event.ts';
import { renderProblem } from '../errors.ts';
import { canonicalJson } from '../json.ts';
import { recalibrate } from '../pipeline/recalibrate.ts';
import type { World } from '../pipeline/world.ts';
import { renderRecalibrationSummary } from '../report/recalibration-text.ts';
import type { ActionResult } from './evaluate-event.ts';
import type { Runner } from './github-world.ts';
import type { ActionInputs } from './inputs.ts';
import { showSummary } from './write-out.ts';

/** Asks the judges of this event's commit anew about what people labelled; the label files as they would be now go to the report folder. */
export async function calibrateEvent(
  event: GithubEvent,
  world: World,
  inputs: ActionInputs,
  runner: Runner,
): Promise<ActionResult> {
  const tree = await world.repository.readTree(event.sha);
  const { report, files } = await recalibrate(world, { tree, configPath: inputs.config, fresh: inputs.fresh });
  await showSummary(renderRecalibrationSummary(report), runner);
  // The label files are what this mode is for: unwritten, they are no success.
  await writeResults(inputs.reportPath, new Map([['results.json', `${canonicalJson(report)}\n`], ...files]));
  const { errors, green, costUsd, calls } = report;
  return {
    outputs: {
      verdict: report.verdict,
      'report-path': inputs.reportPath,
      'results-path': `${inputs.reportPath}/results.json`,
      'cost-usd': costUsd === null ? '' : String(costUsd),
      calls: String(calls),
    },
    failure: green ? null : errors.map(renderProblem).join('\n'),
    problems: errors,
  };
}
