import { askedModels } from '../pipeline/origin.ts';
import type { Command } from './command.ts';
import { evaluateFailure, evaluateFlags, evaluateHere } from './evaluate-here.ts';

const { json, ...shared } = evaluateFlags;

/** `run`: evaluates the working tree, or a ref, against its base. */
export const run: Command = {
  name: 'run',
  usage: '[--base REF] [--head REF] [options]',
  about: 'Evaluates the working tree (untracked, not ignored files included), or --head, against the base.',
  flags: {
    ...shared,
    'dry-run': { help: 'say what would run and what it would cost' },
    fresh: { help: 'draw anew: leave stored baseline and cache aside' },
    settle: {
      help: 'settle what an earlier run left open: keep its answers, and draw the further round that the config sets',
    },
    ...(json && { json }),
  },
  positionals: [],
  run: (flags, _positionals, io) => evaluateHere('run', flags, io, async () => askedModels),
  ...evaluateFailure,
};
