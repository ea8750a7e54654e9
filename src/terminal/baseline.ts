import { rebaseline } from '../pipeline/rebaseline.ts';
import { renderBaselineText } from '../report/baseline-text.ts';
import { type Command, type Flags, type Io, textFlag } from './command.ts';
import { inLocalWorld, modelOptions } from './local-world.ts';

/** `baseline`: evaluates a ref and keeps its outputs and scores on this clone's baseline branch. */
export const baseline: Command = {
  name: 'baseline',
  help: `Usage: prompt-assay baseline [--ref REF] [options]

Evaluates every suite of a ref and writes the result to this clone's branch prompt-assay-baselines (the name is the
config's baseline.branch). Nothing is pushed.

  --ref REF          the commit to baseline (default: HEAD)
  --config PATH      config file (default: prompt-assay.yml, at the root or in .github/)
  --reason TEXT      makes this baseline the anchor that later drops are measured from
  --only-changed     leave suites alone whose content is that of their baseline
  --base-url URL     OpenAI-compatible endpoint; the key is read from OPENAI_API_KEY
  --allow-host HOST  let the config send requests, and the key, to this host (repeatable)
  --noise            say how much main differs from itself, over the samples that are drawn anyway
  --dry-run          say what would be asked and what it would cost
  --fresh            leave the cache aside
  --cache DIR        keep answers here and take known ones from it
  --replay FILE      answer from a recording
  --record FILE      add all answers to a recording
  --json             print the result as JSON
`,
  options: {
    ...modelOptions,
    ref: { type: 'string' },
    reason: { type: 'string' },
    'only-changed': { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    noise: { type: 'boolean' },
  },
  positionals: [],
  run: baselineLocally,
  buildFailure: (errors) => ({ suites: [], tip: null, calls: 0, cacheHits: 0, costUsd: 0, errors, verdict: 'invalid' }),
};

async function baselineLocally(flags: Flags, _positionals: readonly string[], io: Io): Promise<number> {
  return inLocalWorld(flags, io, async (world, git) => {
    const ref = textFlag(flags, 'ref') ?? 'HEAD';
    const report = await rebaseline(world, {
      tree: await git.readTree(await git.resolveRef(ref)),
      label: ref,
      configPath: textFlag(flags, 'config'),
      reason: textFlag(flags, 'reason'),
      who: await git.readUserName(),
      onlyChanged: flags['only-changed'] === true,
      fresh: flags.fresh === true,
      dryRun: flags['dry-run'] === true,
      noise: flags.noise === true,
    });
    io.out(flags.json === true ? `${JSON.stringify(report, null, 2)}\n` : renderBaselineText(report));
    return report.green ? 0 : 2;
  });
}
