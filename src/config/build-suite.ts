import type { JsonObject } from '../json.ts';
import type { KeyPath } from '../text/yaml-file.ts';
import { buildCheck, buildJudge, buildPanel, kindOf } from './build-metric.ts';
import type { BaselineSettings, MetricConfig, SuiteConfig } from './config.ts';
import { type ConfigSource, placeIn } from './config-source.ts';
import { fitGate } from './default-config.ts';
import { readKeys } from './key.ts';
import { baselineKeys } from './keys/baseline.ts';
import { suiteKeys } from './keys/suite.ts';

/** Reads a suite that schema and rules have accepted. What its baseline does not name comes from `baseline`. */
export function buildSuite(
  source: ConfigSource,
  written: JsonObject,
  path: KeyPath,
  baseline: BaselineSettings,
): SuiteConfig {
  const place = placeIn(source, path);
  const suite = readKeys(suiteKeys, written, place);
  const samples = written.samples === undefined && suite.gate.target === 'cases' ? 5 : suite.samples;
  return {
    ...suite,
    samples,
    metrics: buildMetrics(source, written, path),
    gate: fitGate(suite.gate, samples),
    baseline: readKeys(baselineKeys, (written.baseline ?? {}) as JsonObject, place, baseline),
    where: place.where(),
  };
}

function buildMetrics(source: ConfigSource, written: JsonObject, path: KeyPath): readonly MetricConfig[] {
  const list = (key: string) =>
    ((written[key] ?? []) as readonly JsonObject[]).map((metric, index) => ({
      metric,
      place: placeIn(source, [...path, key, index]),
    }));
  const panels = list('panels').map(({ metric, place }) => buildPanel(metric, place));
  const members = new Set(panels.flatMap((panel) => panel.members));
  return [
    ...list('checks').map(({ metric, place }) => buildCheck(metric, source.checkKinds, place)),
    ...list('judges').map(({ metric, place }) =>
      buildJudge(seat(metric, members), kindOf(metric, source.judgeKinds), place),
    ),
    ...panels,
  ];
}

/** A judge that sits on a panel speaks through it: alone it reports, unless its own role says otherwise. */
function seat(judge: JsonObject, members: ReadonlySet<string>): JsonObject {
  return members.has(judge.name as string) ? { role: 'report', ...judge } : judge;
}
