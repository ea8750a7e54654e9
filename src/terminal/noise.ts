import { measureTreeNoise } from '../pipeline/noise.ts';
import { renderNoiseText } from '../report/noise-text.ts';
import { buildResult } from '../report/result-document.ts';
import { noCalls } from '../run/totals.ts';
import { findConfigPath } from './clone-paths.ts';
import { type Command, type Flags, type Io, type Outcome, textFlag } from './command.ts';
import { integerFlag, numberFlag } from './flags.ts';
import { inLocalWorld } from './local-world.ts';
import { configFlag, endpointFlags, keptAnswerFlags } from './model-flags.ts';

/** `noise`: a ref against itself. */
export const noise: Command = {
  name: 'noise',
  usage: '[--ref REF] [options]',
  about: `Draws every case of a ref's prompts several times and says how much the prompt differs from itself, how often the gate
would raise a false alarm, the smallest drop this dataset can detect, what would reach the margin, and the cheapest way to
run the suite for a wanted power. The scores stay in this clone, for run and validate; no text of an answer is among them.`,
  flags: {
    ref: { value: 'REF', help: 'the commit to measure (default: HEAD)' },
    ...configFlag,
    samples: { value: 'N', help: 'draws of each case, 2 to 5 (default 5); below 3 none is known to be noisy' },
    cases: { value: 'N', help: 'at most N cases a suite' },
    power: { value: 'SHARE', help: 'the chance that a harmless change is to pass clean with (default 0.8)' },
    price: { value: 'USD', help: 'dollars that a run may cost at most' },
    ...endpointFlags,
    ...keptAnswerFlags,
    json: { help: 'print the result as JSON' },
  },
  positionals: [],
  run: measureLocally,
  buildFailure: (errors) => ({ ...buildResult(noCalls, errors), metrics: [], proposals: [] }),
};

async function measureLocally(flags: Flags, _positionals: readonly string[], io: Io): Promise<Outcome> {
  const samples = integerFlag(flags, 'samples', 2, 5) ?? 5;
  const power = numberFlag(flags, 'power', 0.01, 0.999) ?? 0.8;
  const priceUsd = numberFlag(flags, 'price', 0, 1_000_000);
  const most = integerFlag(flags, 'cases', 1, 1_000_000);
  return inLocalWorld(flags, io, 'answers', async (world, git) => {
    const ref = textFlag(flags, 'ref') ?? 'HEAD';
    const report = await measureTreeNoise(world, {
      tree: await git.readTree(await git.resolveRef(ref)),
      label: ref,
      configPath: await findConfigPath(flags, git),
      samples,
      part: most === null ? null : { kind: 'most', most },
      fresh: flags.fresh === true,
      records: textFlag(flags, 'replay') === null,
      wish: { power, priceUsd },
    });
    return { document: report, text: renderNoiseText(report), exitCode: 0 };
  });
}
