import type { Json, JsonObject } from '../json.ts';
import type { CheckConfig, JudgeConfig, PanelConfig } from './config.ts';
import { type MetricKind, membersKey } from './config-source.ts';
import { readKeys } from './key.ts';
import { checkKeys, judgeKeys, metricKeys, ownPath, panelKeys } from './keys/metrics.ts';
import { listPathKeys } from './path-rules.ts';
import type { Place } from './place.ts';

/** A check that the schema has accepted; a group with its members. */
export function buildCheck(written: JsonObject, kinds: readonly MetricKind[], place: Place): CheckConfig {
  const kind = kindOf(written, kinds);
  const check = { kind: 'check', ...readMetric(written, kind, place), ...readKeys(checkKeys, written, place) } as const;
  if (!Object.hasOwn(kind.properties, membersKey)) return check;
  const { name, role, direction } = check;
  const members = (written[membersKey] as readonly JsonObject[]).map((member, index) => {
    const where: Place['where'] = (below = []) => place.where([membersKey, index, ...below]);
    return buildCheck({ ...member, name, role, direction }, kinds, { ...place, where });
  });
  return { ...check, members };
}

/** The kind that a metric names. */
export function kindOf(metric: JsonObject, kinds: readonly MetricKind[]): MetricKind {
  return kinds.find(({ type }) => type === metric.type) as MetricKind;
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
