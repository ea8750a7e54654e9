import { collectProblems, type Problem } from '../errors.ts';
import { parseYaml } from '../text/yaml-file.ts';
import type { CheckKind } from './check.ts';
import { type Finding, found, targetText } from './finding.ts';

/** The target is one YAML 1.2 document whose root is a mapping or a list, and nothing else: any prose is YAML, too. */
export const yaml: CheckKind = {
  type: 'yaml',
  properties: {},
  required: [],
  templates: [],
  dependencies: () => [],
  compile: () => ({ measure: (target) => readYaml(targetText(target)) }),
};

function readYaml(text: string): Finding {
  const problems: Problem[] = [];
  const file = collectProblems(problems, () => parseYaml({ path: '', text }));
  const [first] = problems;
  if (file === null) return found(false, `line ${first?.line ?? 1} ${first?.message.replace(/\.$/, '')}`);
  const holds = typeof file.value === 'object' && file.value !== null;
  return found(holds, holds ? 'is YAML' : 'is a bare text, not a mapping or a list of YAML');
}
