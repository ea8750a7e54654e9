import { openOutputs } from '../adapters/files/read-outputs.ts';
import { askedModels, type Origin } from '../pipeline/origin.ts';
import { rebaseline } from '../pipeline/rebaseline.ts';
import { createSuppliedOrigin } from '../pipeline/supplied-origin.ts';
import { renderBaselineText } from '../report/baseline-text.ts';
import { buildResult, decideWork, exitCodeOf, workExitCodes } from '../report/result-document.ts';
import { noCalls } from '../run/totals.ts';
import { listCredentials } from '../secrets.ts';
import { findConfigPath } from './clone-paths.ts';
import { type Command, type Flags, type Io, type Outcome, textFlag } from './command.ts';
import { inLocalWorld } from './local-world.ts';
import { answerFlags, configFlag, endpointFlags } from './model-flags.ts';

/** `baseline`: evaluates a ref and keeps its outputs and scores on this clone's baseline branch. */
export const baseline: Command = {
  name: 'baseline',
  usage: '[--ref REF] [options]',
  about: `Evaluates every suite of a ref and writes the result to this clone's branch prompt-assay-baselines (the name is the
config's baseline.branch). Nothing is pushed.`,
  flags: {
    ref: { value: 'REF', help: 'the commit to baseline (default: HEAD)' },
    ...configFlag,
    reason: { value: 'TEXT', help: 'makes this baseline the anchor that later drops are measured from' },
    outputs: { value: 'FILE', help: 'keep these outputs, which your own application made, in place of drawing any' },
    'only-changed': { help: 'leave suites alone whose content is that of their baseline' },
    ...endpointFlags,
    noise: { help: 'say how much main differs from itself, over the samples that are drawn anyway' },
    'dry-run': { help: 'say what would be asked and what it would cost' },
    ...answerFlags,
    json: { help: 'print the result as JSON' },
  },
  positionals: [],
  run: baselineLocally,
  buildFailure: (errors) => ({ ...decideWork(errors), ...buildResult(noCalls, errors), suites: [], tip: null }),
};

async function baselineLocally(flags: Flags, _positionals: readonly string[], io: Io): Promise<Outcome> {
  return inLocalWorld(flags, io, 'nothing', async (world, git) => {
    const ref = textFlag(flags, 'ref') ?? 'HEAD';
    const commit = await git.resolveRef(ref);
    const request = {
      tree: await git.readTree(commit),
      label: ref,
      configPath: await findConfigPath(flags, git),
      reason: textFlag(flags, 'reason'),
      who: await git.readUserName(),
      onlyChanged: flags['only-changed'] === true,
      fresh: flags.fresh === true,
      dryRun: flags['dry-run'] === true,
      noise: flags.noise === true,
    };
    const report = await rebaseline(world, request, chooseOrigin(textFlag(flags, 'outputs'), commit, io));
    return { document: report, text: renderBaselineText(report), exitCode: exitCodeOf(workExitCodes, report) };
  });
}

function chooseOrigin(path: string | null, commit: string, { env }: Io): Origin {
  if (path === null) return askedModels;
  return createSuppliedOrigin(
    { candidate: openOutputs(path, listCredentials(env)), baseline: null },
    { candidate: [commit], baseline: [] },
  );
}
