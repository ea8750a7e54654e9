import { count } from '../../text/prose.ts';
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

/** How a view shows the names of a subject: a suite, a prompt, and several suites after how many they are. */
export interface SubjectView {
  suite(name: string): string;
  prompt(prompt: PromptReport): string;
  several(counted: string, suites: readonly string[]): string;
}

/** The suite and its prompt where there is one of each, else how many; of a change that touches several suites, how many share the verdict. */
export function nameSubject(report: Pick<Report, 'suites' | 'verdict'>, view: SubjectView): readonly string[] {
  const subject = findSubject(report);
  const { suites, others } = subject;
  const [suite] = suites;
  if (suite === undefined) return [];
  const all = count(suites.length + others, 'suite');
  if (suites.length > 1) return [others === 0 ? all : view.several(`${suites.length} of ${all}`, suites)];
  const prompts = listPrompts(subject);
  const named = prompts.length > 1 ? [count(prompts.length, 'prompt')] : prompts.map(view.prompt);
  return [view.suite(suite), ...named, ...(others === 0 ? [] : [`1 of ${all}`])];
}
