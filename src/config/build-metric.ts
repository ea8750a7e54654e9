import type { Json, JsonObject } from '../json.ts';
import type { CheckConfig, JudgeConfig, PanelConfig } from './config.ts';
import type { MetricKind } from './config-source.ts';
import { readKeys } from './key.ts';
import { checkKeys, judgeKeys, metricKeys, ownPath, panelKeys } from './keys/metrics.ts';
import { listPathKeys } from './path-rules.ts';
import type { Place } from './place.ts';

/** A check that the schema has accepted. */
export function buildCheck(written: JsonObject, kind: MetricKind, place: Place): CheckConfig {
  return { kind: 'check', ...readMetric(written, kind, place), ...readKeys(checkKeys, written, place) };
}

/** A judge that the schema has accepted. */
export function buildJudge(written: JsonObject, kind: MetricKind, place: Place): JudgeConfig {
  return { kind: 'judge', ...readMetric(written, kind, place), ...readKeys(judgeKeys, written, place) };
}

/** A panel that the schema has accepted. */
export function buildPanel(written: JsonObject, place: Place): PanelConfig {
  return { kind: 'panel', ...readKeys(panelKeys, written, place), where: place.where() };
}

/** A neutral metric only reports. */
function readMetric(written: JsonObject, { type, properties }: MetricKind, place: Place) {
  const shared = readKeys(metricKeys, written, place);
  const role = written.role === undefined && shared.direction === 'neutral' ? 'report' : shared.role;
  const own = Object.entries(written).filter(([name]) => Object.hasOwn(properties, name));
  const paths = listPathKeys(properties);
  const read = (name: string, value: Json) =>
    typeof value === 'string' && paths.includes(name) ? ownPath(value, place) : value;
  const options: JsonObject = Object.fromEntries(own.map(([name, value]) => [name, read(name, value)]));
  return { ...shared, name: written.name as string, type, role, options, where: place.where() } as const;
}
