import type { FlagTable } from './command.ts';

/** Which config a command in a clone reads. */
export const configFlag = {
  config: { value: 'PATH', help: 'config file (default: prompt-assay.yml, at the root or in .github/)' },
} as const satisfies FlagTable;

/** Where a command that asks a model sends its requests. */
export const endpointFlags = {
  'base-url': { value: 'URL', help: 'OpenAI-compatible endpoint; the key is read from OPENAI_API_KEY' },
  'allow-host': {
    value: 'HOST',
    isRepeatable: true,
    help: 'let the config send requests, and the key, to this host (repeatable)',
  },
} as const satisfies FlagTable;

/** Where such a command takes answers from, and keeps them. */
export const answerFlags = {
  fresh: { help: 'leave the cache aside' },
  cache: { value: 'DIR', help: 'keep answers here and take known ones from it' },
  replay: { value: 'FILE', help: 'answer from a recording' },
  record: { value: 'FILE', help: 'add all answers to a recording' },
} as const satisfies FlagTable;

/** The same for a command whose answers the clone keeps where nobody says otherwise. */
export const keptAnswerFlags = {
  ...answerFlags,
  cache: { value: 'DIR', help: "keep answers here in place of this clone's own cache" },
  'no-cache': { help: 'draw anew: no cache is read or written' },
} as const satisfies FlagTable;
