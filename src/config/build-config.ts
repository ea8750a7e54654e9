import type { Where } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { canonicalParameter } from '../prompts/parameters.ts';
import type { KeyPath } from '../text/yaml-file.ts';
import { buildSuite } from './build-suite.ts';
import type { Config, ModelSettings } from './config.ts';
import { type ConfigSource, placeIn } from './config-source.ts';
import { defaultModel } from './default-config.ts';
import { readKeys } from './key.ts';
import { modelKeys } from './keys/model.ts';
import { configKeys } from './keys/top.ts';

/** The config of a file that schema and rules have accepted, with every default; paths become repository paths. */
export function buildConfig(source: ConfigSource): Config {
  const written = source.file.value as JsonObject;
  const { judge, ...settings } = readKeys(configKeys, written, placeIn(source, []));
  const { api, map, allowParameters, allowTools } = settings.model;
  const shared = { ...defaultModel, api, map, allowParameters, allowTools };
  const judgePath = ['judge', 'model'];
  const judgeWritten = (source.file.get(judgePath) ?? {}) as JsonObject;
  const judgeModel = readKeys(modelKeys, judgeWritten, placeIn(source, judgePath), shared);
  return {
    path: source.path,
    ...settings,
    budget: { ...settings.budget, isSet: source.file.get(['budget', 'per-run-usd']) !== undefined },
    judgeModel: judge.logprobs ? askForLogprobs(judgeModel) : judgeModel,
    parameterPlaces: new Map([
      ...listPlaces(source, ['model', 'parameters']),
      ...listPlaces(source, [...judgePath, 'parameters']),
    ]),
    suites: (written.suites as readonly JsonObject[]).map((suite, index) =>
      buildSuite(source, suite, ['suites', index], settings.baseline),
    ),
  };
}

/** What `judge.logprobs` sends. */
export const logprobParameters = { logprobs: true, 'top-logprobs': 10 } as const;

/** Log probabilities are a parameter like any other, so that they are part of what identifies the judge. */
function askForLogprobs(model: ModelSettings): ModelSettings {
  return { ...model, parameters: { ...logprobParameters, ...model.parameters } };
}

function listPlaces({ file }: ConfigSource, path: KeyPath): readonly (readonly [string, Where])[] {
  const written = Object.keys(file.get(path) ?? {});
  return written.map((name) => [[...path, canonicalParameter(name)].join('.'), file.whereKey([...path, name])]);
}
