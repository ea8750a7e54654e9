import type { Problem } from '../errors.ts';
import { buildProblem } from '../errors.ts';
import type { KeyPath } from '../text/yaml-file.ts';
import type { ConfigSource } from './config-source.ts';
import { checkModel } from './model-rules.ts';
import { checkNames, listItems, type RuleContext } from './rule-context.ts';
import { checkSuite } from './suite-rules.ts';

/** Finds what a schema cannot say: rules over several keys, paths, URLs and names. */
export function findRuleProblems(source: ConfigSource): {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
} {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const context: RuleContext = {
    ...source,
    reject: (path, message, hint) => problems.push(buildProblem(message, hint, source.file.where(path))),
    warn: (path, message, hint) => warnings.push(buildProblem(message, hint, source.file.where(path))),
  };
  checkModel(context, ['model']);
  checkModel(context, ['judge', 'model']);
  checkBaseline(context, ['baseline']);
  const suites = listItems(context, ['suites']);
  checkNames(
    context,
    suites.map((path) => [...path, 'name']),
    'suite',
  );
  for (const path of suites) {
    checkSuite(context, path);
    checkBaseline(context, [...path, 'baseline']);
  }
  return { problems, warnings };
}

/** What git forbids in a branch name, as far as people would write it (git-check-ref-format). */
const badBranch = /^[-/.]|[/.]$|\.\.|\/\/|\/\.|@\{|\.lock(\/|$)|[\s~^:?*[\\\p{Cc}]|^@$|^refs\//u;

function checkBaseline(context: RuleContext, path: KeyPath): void {
  const branch = context.file.get([...path, 'branch']);
  if (typeof branch === 'string' && badBranch.test(branch)) {
    context.reject(
      [...path, 'branch'],
      `${JSON.stringify(branch.slice(0, 60))} is no branch name.`,
      'Write it without "refs/heads/" and without blanks.',
    );
  }
  const samples = context.file.get([...path, 'samples']);
  if (typeof samples === 'number' && samples < 3) {
    const message = `a stored baseline of ${samples} ${samples === 1 ? 'sample' : 'samples'} a case cannot prove a pass.`;
    context.warn([...path, 'samples'], message, 'Use 3 or more.');
  }
}
