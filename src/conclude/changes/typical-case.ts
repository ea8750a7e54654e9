import { baseCases, type CasePlan, type PromptPlan } from '../../plan/suite-plan.ts';
import type { Message } from '../../ports.ts';
import { type MessagePair, pairMessages } from '../../prompts/diff-messages.ts';
import { textsOf } from '../../prompts/message-text.ts';
import type { ResolvedPrompt } from '../../prompts/prompt.ts';
import { renderPrompt } from '../../prompts/render.ts';
import type { MessageChange, Part, TypicalCase } from '../../report/prompt-changes.ts';
import { showMessages, showSame } from './message-changes.ts';

/** So many characters of templates are filled to find the case; of a long prompt fewer cases are looked at. */
const mostCharacters = 5_000_000;
const shownLines = 80;

type Filled = readonly [base: readonly Message[], candidate: readonly Message[]];
/** The messages of both sides, or null where a row cannot fill them. */
type Fill = (row: CasePlan) => Filled | null;

/** The messages of a typical case: of the gated cases that the change reaches and both sides can fill, that of middle length, the earlier of two. `pairs` are those of the prompt itself, told already. */
export function showTypicalCase(prompt: PromptPlan, pairs: readonly MessagePair[]): TypicalCase | null {
  const { base, candidate } = prompt;
  if (base === null || candidate === null || pairs.length === 0) return null;
  const fill: Fill = (row) => {
    const [before, after] = [fillSide(base, row.base), fillSide(candidate, row.candidate)];
    return before && after && [before, after];
  };
  const size = lengthOf([...base.messages, ...candidate.messages]);
  const row = chooseRow(prompt, fill, Math.ceil(mostCharacters / (size + 1)));
  const filled = row && fill(row);
  return filled ? { case: row.id, messages: showFilled(filled, pairs) } : null;
}

function showFilled([before, after]: Filled, told: readonly MessagePair[]): Part<MessageChange> {
  const pairs = pairMessages(before, after);
  const { shown, more } = showMessages(pairs, shownLines, told);
  const [message, place] = [after.at(-1), after.length - 1];
  const isTold = pairs.some(({ candidate }) => candidate?.place === place);
  return { shown: message && !isTold ? [...shown, showSame({ message, place }, before.length - 1)] : shown, more };
}

function chooseRow(prompt: PromptPlan, fill: Fill, most: number): CasePlan | null {
  const rows = baseCases(prompt).filter(({ isSame }) => !isSame);
  const count = Math.min(rows.length, most);
  const looked = Array.from(
    { length: count },
    (_, index) => rows[Math.floor((index * rows.length) / count)] as CasePlan,
  );
  const measured = looked.flatMap((row) => {
    const filled = fill(row);
    return filled === null ? [] : [{ row, length: lengthOf(filled.flat()) }];
  });
  return measured.sort((a, b) => a.length - b.length)[(measured.length - 1) >> 1]?.row ?? null;
}

function fillSide(side: ResolvedPrompt, row: CasePlan['base']): readonly Message[] | null {
  if (row === null) return null;
  const { messages, unknown } = renderPrompt(side, row.variables, row.messages);
  return unknown.length > 0 ? null : messages;
}

function lengthOf(messages: readonly Message[]): number {
  return messages.flatMap(textsOf).reduce((sum, text) => sum + text.length, 0);
}
