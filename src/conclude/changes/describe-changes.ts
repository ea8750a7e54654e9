import { hasChanged, type PromptPlan } from '../../plan/suite-plan.ts';
import { diffPrompts } from '../../prompts/diff.ts';
import type { PromptChanges } from '../../report/prompt-changes.ts';
import { showMessages } from './message-changes.ts';
import { showSettings } from './setting-changes.ts';
import { showTypicalCase } from './typical-case.ts';
import { compareVariables } from './variable-changes.ts';

const shownLines = 160;

/** What a reader of prompts wants to see of a change before anything is asked; null where there are no two versions. */
export function describeChanges(prompt: PromptPlan): PromptChanges | null {
  const { base, candidate } = prompt;
  if (base === null || candidate === null || !hasChanged(prompt)) return null;
  const { messages, settings } = diffPrompts(base, candidate);
  return {
    messages: showMessages(messages, shownLines),
    settings: showSettings(settings),
    variables: compareVariables(prompt),
    typical: showTypicalCase(prompt, messages),
  };
}
