import { hintKnown, quoteName } from '../text/problems.ts';
import type { KeyPath } from '../text/yaml-file.ts';
import type { MetricKind } from './config-source.ts';
import { schemasOf } from './key.ts';
import { judgeKeys } from './keys/metrics.ts';
import { checkPathKeys } from './path-rules.ts';
import { listItems, type RuleContext } from './rule-context.ts';

/** Looks at the keys that all metrics share, and at paths among those of its kind. */
export function checkMetric(context: RuleContext, path: KeyPath, kinds: readonly MetricKind[]): void {
  const { file, reject, warn } = context;
  const role = file.get([...path, 'role']);
  const isNeutral = file.get([...path, 'direction']) === 'neutral';
  if (isNeutral && role === 'gate') {
    reject(
      [...path, 'role'],
      'a neutral metric cannot gate.',
      'Set "direction" to higher or lower, or "role" to report.',
    );
  }
  if ((isNeutral || role === 'report') && file.get([...path, 'min-score']) !== undefined) {
    warn(
      [...path, 'min-score'],
      '"min-score" decides nothing on a metric that is only shown.',
      'Let the metric gate, or remove it.',
    );
  }
  const kind = kinds.find(({ type }) => type === file.get([...path, 'type']));
  checkPathKeys(context, path, kind?.properties ?? {});
}

/** Looks at what only judges have: their files and their model. */
export function checkJudge(context: RuleContext, path: KeyPath): void {
  const { file, reject } = context;
  checkPathKeys(context, path, schemasOf(judgeKeys));
  if (file.get(['judge', 'model', 'id']) !== undefined || typeof file.get([...path, 'model']) === 'string') return;
  reject(path, 'this judge has no model.', 'Add "judge: { model: { id: … } }" at the top level.');
}

/** Looks at a panel: its members are judges of its suite, which stand at `judges`. */
export function checkPanel(context: RuleContext, path: KeyPath, judges: readonly KeyPath[]): void {
  const { file, reject } = context;
  checkMetric(context, path, []);
  const known = judges.map((judge) => file.get([...judge, 'name'])).filter((name) => typeof name === 'string');
  for (const place of listItems(context, [...path, 'members'])) {
    const member = file.get(place);
    if (typeof member !== 'string' || known.includes(member)) continue;
    reject(place, `this suite has no judge ${quoteName(member)}.`, hintKnown(member, known));
  }
}
