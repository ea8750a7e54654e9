import type { Where } from '../errors.ts';
import type { Json, JsonObject } from '../json.ts';
import type { CheckConfig, JudgeConfig, PanelConfig } from './config.ts';
import { isBuiltin, listPathKeys } from './path-rules.ts';
import { resolvePath } from './paths.ts';
import type { RawMetric, RawPanel } from './raw-config.ts';
import { judgeProperties, type MetricKind } from './schema.ts';

/** Fills in a check that the schema has accepted; its paths become repository paths. */
export function buildCheckConfig(raw: RawMetric, kind: MetricKind, configPath: string, where: Where): CheckConfig {
  const { name, type, path = null, not = false, role, direction, 'min-score': minScore, ...options } = raw;
  return {
    kind: 'check',
    name,
    type,
    path: path as string | null,
    not: not as boolean,
    ...buildShared(role, direction, minScore),
    options: resolvePaths(options, kind.properties, configPath),
    where,
  };
}

/** Fills in a judge that the schema has accepted; its paths become repository paths. */
export function buildJudgeConfig(raw: RawMetric, kind: MetricKind, configPath: string, where: Where): JudgeConfig {
  const resolved = resolvePaths(raw, { ...judgeProperties, ...kind.properties }, configPath) as RawMetric;
  const { name, type, rubric = null, calibration = null, 'allow-uncalibrated': allow = false, ...rest } = resolved;
  const { role, direction, 'min-score': minScore, ...options } = rest;
  return {
    kind: 'judge',
    name,
    type,
    rubric: rubric as string | null,
    calibration: calibration as string | null,
    allowUncalibrated: allow as boolean,
    ...buildShared(role, direction, minScore),
    options,
    where,
  };
}

/** Fills in a panel that the schema has accepted. */
export function buildPanelConfig(raw: RawPanel, where: Where): PanelConfig {
  const { name, members, combine = 'mean', role, 'min-score': minScore } = raw;
  const { direction: _, ...shared } = buildShared(role, 'higher', minScore);
  return { kind: 'panel', name, members, combine, ...shared, where };
}

type Shared = Pick<CheckConfig, 'role' | 'direction' | 'minScore' | 'minScoreOn'>;

/** Neutral metrics never gate; `min-score` is a number or `{ value, on }`. */
function buildShared(role: Json | undefined, direction: Json = 'higher', minScore: Json = null): Shared {
  const threshold = typeof minScore === 'object' && minScore !== null ? (minScore as JsonObject) : { value: minScore };
  return {
    role: (role ?? (direction === 'neutral' ? 'report' : 'gate')) as Shared['role'],
    direction: direction as Shared['direction'],
    minScore: threshold.value as number | null,
    minScoreOn: (threshold.on ?? 'mean') as Shared['minScoreOn'],
  };
}

function resolvePaths(options: JsonObject, properties: JsonObject, configPath: string): JsonObject {
  const resolved = listPathKeys(properties).flatMap((key) => {
    const value = options[key];
    return typeof value === 'string' && !isBuiltin(value) ? [[key, resolvePath(configPath, value) ?? value]] : [];
  });
  return { ...options, ...Object.fromEntries(resolved) };
}
