import { measureTreeNoise } from '../pipeline/noise.ts';
import { renderNoiseText } from '../report/noise-text.ts';
import { buildResult } from '../report/result-document.ts';
import { noCalls } from '../run/totals.ts';
import { findConfigPath } from './clone-paths.ts';
import { type Command, type Flags, type Io, type Outcome, textFlag } from './command.ts';
import { integerFlag } from './flags.ts';
import { inLocalWorld } from './local-world.ts';
import { configFlag, endpointFlags, keptAnswerFlags } from './model-flags.ts';

/** `noise`: a ref against itself. */
export const noise: Command = {
  name: 'noise',
  usage: '[--ref REF] [options]',
  about: `Draws every case of a ref's prompts several times and says how much the prompt differs from itself, how often the gate
would raise a false alarm, the smallest drop this dataset can detect, and what would reach the margin.`,
  flags: {
    ref: { value: 'REF', help: 'the commit to measure (default: HEAD)' },
    ...configFlag,
    samples: { value: 'N', help: 'draws of each case, 2 to 5 (default 2)' },
    cases: { value: 'N', help: 'at most N cases a suite' },
    ...endpointFlags,
    ...keptAnswerFlags,
    json: { help: 'print the result as JSON' },
  },
  positionals: [],
  run: measureLocally,
  buildFailure: (errors) => ({ ...buildResult(noCalls, errors), metrics: [] }),
};

async function measureLocally(flags: Flags, _positionals: readonly string[], io: Io): Promise<Outcome> {
  const samples = integerFlag(flags, 'samples', 2, 5) ?? 2;
  const caseLimit = integerFlag(flags, 'cases', 1, 1_000_000);
  return inLocalWorld(flags, io, 'answers', async (world, git) => {
    const ref = textFlag(flags, 'ref') ?? 'HEAD';
    const report = await measureTreeNoise(world, {
      tree: await git.readTree(await git.resolveRef(ref)),
      label: ref,
      configPath: await findConfigPath(flags, git),
      samples,
      caseLimit,
      fresh: flags.fresh === true,
    });
    return { document: report, text: renderNoiseText(report), exitCode: 0 };
  });
}
