import { buildProblem, type Problem } from '../errors.ts';
import { countQuestions, resolveMargin } from '../gate/first-round.ts';
import { casesForUnchangedPass } from '../statistics/difference-bounds.ts';
import { count } from '../text/prose.ts';
import type { SuitePlan } from './suite-plan.ts';

/** What a dataset of this size can and cannot show, said before anybody pays for it. */
export function adviseSize(plan: SuitePlan): readonly Problem[] {
  const { gate, name, where, samples } = plan.config;
  const cases = plan.prompts.reduce((most, prompt) => Math.max(most, prompt.cases.length), 0);
  if (cases === 0) return [];
  const questions = plan.prompts.reduce((most, prompt) => Math.max(most, countQuestions(prompt.cases)), 0);
  const margin = resolveMargin(gate, questions);
  if (questions < gate.minCases) {
    const what =
      questions === cases
        ? count(cases, 'case')
        : `${count(cases, 'case')} that ask ${count(questions, 'distinct question')}`;
    return [
      buildProblem(
        `suite "${name}" has ${what}, fewer than min-cases ${gate.minCases}.`,
        'No rate is tested: each question is drawn 5 times and only one that breaks fails.',
        where,
      ),
    ];
  }
  const needed = casesForUnchangedPass(margin, gate.alpha);
  if (cases < needed && gate.target === 'inputs') {
    const hint = `Nothing can pass with fewer than ${needed} cases at this margin. Add cases, widen the margin, or set target: cases.`;
    return [buildProblem(`suite "${name}" has ${count(cases, 'case')} at a margin of ${margin}.`, hint, where)];
  }
  if (cases <= 30 && samples === 1 && gate.target === 'inputs') {
    return [
      buildProblem(
        `suite "${name}" has ${count(cases, 'case')}.`,
        'With 30 or fewer, samples: 5 finds more than one sample and a re-run.',
        where,
      ),
    ];
  }
  return [];
}
