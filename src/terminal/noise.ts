import { measureTreeNoise } from '../pipeline/noise.ts';
import { renderNoiseText } from '../report/noise-text.ts';
import { type Command, type Flags, type Io, textFlag } from './command.ts';
import { integerFlag } from './flags.ts';
import { inLocalWorld, modelOptions } from './local-world.ts';

/** `noise`: a ref against itself. */
export const noise: Command = {
  name: 'noise',
  help: `Usage: prompt-assay noise [--ref REF] [options]

Draws every case of a ref's prompts several times and says how much the prompt differs from itself, how often the gate
would raise a false alarm, the smallest drop this dataset can detect, and what would reach the margin.

  --ref REF          the commit to measure (default: HEAD)
  --config PATH      config file (default: prompt-assay.yml, at the root or in .github/)
  --samples N        draws of each case, 2 to 5 (default 2)
  --cases N          at most N cases a suite
  --base-url URL     OpenAI-compatible endpoint; the key is read from OPENAI_API_KEY
  --allow-host HOST  let the config send requests, and the key, to this host (repeatable)
  --fresh            leave the cache aside
  --cache DIR        keep answers here and take known ones from it
  --replay FILE      answer from a recording
  --record FILE      add all answers to a recording
  --json             print the result as JSON
`,
  options: {
    ...modelOptions,
    ref: { type: 'string' },
    samples: { type: 'string' },
    cases: { type: 'string' },
  },
  positionals: [],
  run: measureLocally,
  buildFailure: (errors) => ({ metrics: [], calls: 0, cacheHits: 0, costUsd: 0, errors }),
};

async function measureLocally(flags: Flags, _positionals: readonly string[], io: Io): Promise<number> {
  const samples = integerFlag(flags, 'samples', 2, 5) ?? 2;
  const caseLimit = integerFlag(flags, 'cases', 1, 1_000_000);
  return inLocalWorld(flags, io, async (world, git) => {
    const ref = textFlag(flags, 'ref') ?? 'HEAD';
    const report = await measureTreeNoise(world, {
      tree: await git.readTree(await git.resolveRef(ref)),
      label: ref,
      configPath: textFlag(flags, 'config'),
      samples,
      caseLimit,
      fresh: flags.fresh === true,
    });
    io.out(flags.json === true ? `${JSON.stringify(report, null, 2)}\n` : renderNoiseText(report));
    return 0;
  });
}
