import type { PromptReport } from '../prompt-report.ts';
import type { Report, SuiteReport } from '../report.ts';
import { titleOf } from './prompt-words.ts';

/** What a verdict is about: the suites that share it, and what ran of their prompts; `others` counts the suites that ran and fared better. */
export interface Subject {
  readonly suites: readonly string[];
  readonly prompts: readonly PromptReport[];
  readonly others: number;
}

/** Finds what a report's verdict is about; nothing where no suite was read. */
export function findSubject({ suites, verdict }: Pick<Report, 'suites' | 'verdict'>): Subject {
  const ran = suites.filter(({ status }) => status !== 'skipped');
  const decisive = ran.filter((suite) => suite.verdict === verdict);
  const concerned = decisive.length > 0 ? decisive : ran;
  return {
    suites: concerned.map(({ name }) => name),
    prompts: concerned.flatMap(listConcerned),
    others: ran.length - concerned.length,
  };
}

/** The prompts that changed; where none did, all that ran. */
function listConcerned({ prompts }: SuiteReport): readonly PromptReport[] {
  const changed = prompts.filter(({ change }) => change !== 'unchanged');
  return changed.length > 0 ? changed : prompts;
}

/** The prompts of a subject by the file that people know, each once; none whose name only repeats its suite's. */
export function listPrompts({ prompts, suites }: Subject): readonly PromptReport[] {
  const named = prompts.filter((prompt) => !suites.includes(titleOf(prompt)));
  return [...new Map(named.map((prompt) => [titleOf(prompt), prompt])).values()];
}
