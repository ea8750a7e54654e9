import type { CommandTable } from './command.ts';

/** The registry of commands, in the order of the overview. */
export const commands: CommandTable = {
  init: {
    group: 'start',
    summary: 'write a first config and workflow for what this repository holds',
    load: async () => (await import('./init.ts')).init,
  },
  run: {
    group: 'measure',
    summary: 'evaluate the working tree or a ref against its base',
    load: async () => (await import('./run.ts')).run,
  },
  baseline: {
    group: 'measure',
    summary: 're-baseline into this clone',
    load: async () => (await import('./baseline.ts')).baseline,
  },
  outputs: {
    group: 'measure',
    summary: 'judge outputs that your own application made',
    load: async () => (await import('./outputs.ts')).outputs,
  },
  history: {
    group: 'measure',
    summary: 'show main over time: scores, cost, models, and what was merged',
    load: async () => (await import('./history.ts')).history,
  },
  noise: {
    group: 'measure',
    summary: 'measure main against itself',
    load: async () => (await import('./noise.ts')).noise,
  },
  compare: {
    group: 'measure',
    summary: 'decide between two score files',
    load: async () => (await import('./compare.ts')).compare,
  },
  calibrate: {
    group: 'judge',
    summary: 'compare a judge with human labels, and say whether it may gate',
    load: async () => (await import('./calibrate.ts')).calibrate,
  },
  validate: {
    group: 'files',
    summary: 'check config, prompts and datasets',
    load: async () => (await import('./validate.ts')).validate,
  },
  render: {
    group: 'files',
    summary: 'show the messages that would be sent',
    load: async () => (await import('./render.ts')).render,
  },
  label: {
    group: 'judge',
    summary: 'label outputs by hand, to calibrate a judge, or fill in what rows expect',
    load: async () => (await import('./label.ts')).label,
  },
  import: {
    group: 'files',
    summary: 'make dataset rows of production records',
    load: async () => (await import('./import.ts')).importCommand,
  },
  cache: {
    group: 'files',
    summary: 'show or clear the answers that this clone keeps',
    load: async () => (await import('./cache.ts')).cache,
  },
  demo: {
    group: 'start',
    summary: 'run the whole tool on its bundled example, without key or network',
    load: async () => (await import('./demo.ts')).demo,
  },
  completion: {
    group: 'start',
    summary: 'print what completes commands and flags in a shell',
    load: async () => (await import('./completion.ts')).buildCompletion(commands),
  },
};
