import type { Where } from '../../errors.ts';
import { isJsonObject, type Json } from '../../json.ts';
import { templateDialects } from '../../prompts/dialects.ts';
import { formatIds } from '../../prompts/format-ids.ts';
import { group, key, required } from '../key.ts';
import { resolveGlob, resolvePath } from '../paths.ts';
import type { Place } from '../place.ts';
import { baselineKeys, baselineText } from './baseline.ts';
import { gateKeys } from './gate.ts';

/** Where a suite's rows come from. */
type Dataset =
  | { readonly kind: 'files'; readonly paths: readonly string[]; readonly where: Where }
  | {
      readonly kind: 'inline';
      readonly rows: readonly { readonly values: Json; readonly where: Where }[];
      readonly where: Where;
    };

/** A suite's own settings; its metrics are known by the kinds there are. Paths become repository paths. */
export const suiteKeys = {
  name: required({
    type: 'string',
    minLength: 1,
    maxLength: 100,
    description: 'The name of the suite; with the path of the config it is its identity.',
  }),
  prompts: key(
    {
      type: ['string', 'array'],
      minLength: 1,
      minItems: 1,
      items: { type: 'string', minLength: 1 },
      default: [],
      description:
        'Globs of prompt files, relative to this file; behind a `#` the name of a prompt in a file of several, or `*`. Needed where there are no `sources`.',
    },
    { read: readGlobs },
  ),
  sources: key(
    {
      type: ['string', 'array'],
      minLength: 1,
      minItems: 1,
      items: { type: 'string', minLength: 1 },
      default: [],
      description:
        'Globs of the code, prompts and settings of your own application, whose outputs a step of your workflow makes (`mode: outputs`): what changes there changes the outputs.',
    },
    { read: readGlobs, called: 'list of sources' },
  ),
  format: key({
    enum: formatIds,
    description: 'The format of the prompt files. Without it, name and content of each file say it.',
  }),
  template: key({
    enum: templateDialects.map(({ name }) => name),
    description:
      'The template dialect of prompt files that name none themselves. Without it, their format or their text says it.',
  }),
  dataset: key(
    {
      type: ['string', 'array'],
      minLength: 1,
      minItems: 1,
      items: { type: ['string', 'object'], minLength: 1 },
      description:
        'The path of a dataset file relative to this one, a list of paths, or a list of rows. Without it, the rows inside the prompt files.',
    },
    { read: readDataset, called: 'dataset setting' },
  ),
  samples: key(
    {
      type: 'integer',
      minimum: 1,
      maximum: 20,
      default: 1,
      description: 'Outputs a case on each arm. 5 unless named with `target: cases`.',
    },
    { called: 'number of samples' },
  ),
  reasoning: key(
    {
      enum: ['drop', 'keep'],
      default: 'drop',
      description:
        'What becomes of a block of reasoning (`<think>`, `<thinking>`, `<reasoning>`) that an answer begins with: it is left out and counted, or it is a part of the answer.',
    },
    { called: 'reasoning setting' },
  ),
  inputs: key(
    {
      type: 'array',
      items: { type: 'string', minLength: 1 },
      default: [],
      description:
        'Columns that prompts may read although a check or a reference is made of them; any other that a pull request newly reads needs accept.',
    },
    { called: 'list of input columns' },
  ),
  'cluster-by': key(
    {
      type: 'string',
      minLength: 1,
      description: 'The column whose equal values make rows depend on each other, as turns of one thread.',
    },
    { called: 'cluster column' },
  ),
  gate: group('When a change passes or fails; docs/statistics.md has the rules.', gateKeys, { called: 'gate' }),
  baseline: group(baselineText, baselineKeys, { called: 'baseline setting' }),
};

function readGlobs(globs: string | readonly Json[], { configPath }: Place): readonly string[] {
  return [globs].flat().map((glob) => resolveGlob(configPath, String(glob)) as string);
}

function readDataset(written: string | readonly Json[], { configPath, where }: Place): Dataset {
  const items = [written].flat() as readonly Json[];
  return items.some(isJsonObject)
    ? { kind: 'inline', rows: items.map((values, index) => ({ values, where: where([index]) })), where: where() }
    : { kind: 'files', paths: items.map((path) => resolvePath(configPath, String(path)) as string), where: where() };
}
