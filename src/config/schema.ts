import type { Json, JsonObject } from '../json.ts';
import type { MetricKind } from './config-source.ts';
import { type Keys, key, mapping, required } from './key.ts';
import { checkKeys, judgeKeys, memberWeight, metricKeys, metricName, panelKeys } from './keys/metrics.ts';
import { suiteKeys } from './keys/suite.ts';
import { configKeys } from './keys/top.ts';

/**
 * The JSON Schema (2020-12) of the config file, over the kinds of checks and judges there are;
 * schemas/prompt-assay.schema.json is its published copy.
 */
export function buildConfigSchema(checkKinds: readonly MetricKind[], judgeKinds: readonly MetricKind[]): JsonObject {
  const keys = {
    $schema: key({ type: 'string', description: 'The URL or path of this schema, for editors.' }),
    version: required({ const: 1, description: 'The version of this format: 1.' }),
    ...configKeys,
    suites: required({
      type: 'array',
      minItems: 1,
      items: suiteSchema(checkKinds, judgeKinds),
      description: 'What is evaluated together.',
    }),
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Prompt Assay config',
    ...mapping('Which prompts are evaluated, on what, by which metrics, and when a change may be merged.', keys),
    $defs: defineMember(checkKinds),
  };
}

/** The JSON Schema of a check without a name: a member of a group, or one that a row brings. */
export function buildMemberSchema(checkKinds: readonly MetricKind[]): JsonObject {
  return { $ref: '#/$defs/member', $defs: defineMember(checkKinds) };
}

function defineMember(checkKinds: readonly MetricKind[]): JsonObject {
  return { member: metricSchema('check', checkKinds, checkKeys, { weight: memberWeight }) };
}

function suiteSchema(checkKinds: readonly MetricKind[], judgeKinds: readonly MetricKind[]): JsonObject {
  const { gate, baseline, ...keys } = suiteKeys;
  const panel = mapping('Judges of this suite whose scores count as one.', panelKeys);
  return mapping('Prompts, the rows they run on, the metrics that score them, and the gate.', {
    ...keys,
    checks: list(
      metricSchema('check', checkKinds, { ...checkKeys, ...metricKeys }, { name: metricName('check') }),
      'Deterministic metrics; docs/checks.md lists them.',
    ),
    judges: list(
      metricSchema('judge', judgeKinds, { ...judgeKeys, ...metricKeys }, { name: metricName('judge') }),
      'Metrics scored by a model.',
    ),
    panels: list(panel, 'Judges that count as one metric.'),
    gate,
    baseline,
  });
}

function list(items: JsonObject, description: string) {
  return key({ type: 'array', items, default: [], description });
}

/** One branch a type: its keys are known exactly, and a wrong type is one mistake and not one for each key. What all share is looked at once, outside of the branches, of which there are many. */
function metricSchema(what: string, kinds: readonly MetricKind[], shared: Keys, first: Keys): JsonObject {
  const type = required({ enum: kinds.map((kind) => kind.type), description: `The kind of ${what}.` });
  const { additionalProperties: _, ...open } = mapping(`One ${what}.`, { ...first, type, ...shared });
  const known = Object.fromEntries(Object.keys({ ...first, type, ...shared }).map((name) => [name, true]));
  const branches = kinds.map(
    (kind): Json => ({
      if: { properties: { type: { const: kind.type } }, required: ['type'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: {
        properties: { ...known, ...kind.properties },
        required: [...kind.required],
        additionalProperties: false,
      },
    }),
  );
  return { ...open, allOf: branches };
}
