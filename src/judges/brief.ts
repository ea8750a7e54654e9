import { isJsonObject, type Json } from '../json.ts';

/** What a judge may answer: yes or no to each criterion, a level from 1 to 5, one of its choices, or which of two answers is better. */
export type BriefAnswer =
  | { readonly by: 'criteria'; readonly ids: readonly string[] }
  | { readonly by: 'level' }
  | { readonly by: 'choice'; readonly choices: readonly { readonly choice: string; readonly score: number }[] }
  | { readonly by: 'preference' };

/** What a judge is asked, for the people whose labels it is held against. */
export interface JudgeBrief {
  /** The rubric, the checklist or the question as the judge reads it. */
  readonly text: string;
  readonly answer: BriefAnswer;
}

/** Reads a brief as it was written down; null for anything else. */
export function readBrief(value: Json | undefined): JudgeBrief | null {
  if (!isJsonObject(value) || typeof value.text !== 'string' || !isJsonObject(value.answer)) return null;
  const { by, ids, choices } = value.answer;
  const isWhole = {
    criteria: () => Array.isArray(ids) && ids.length > 0 && ids.every((id) => typeof id === 'string'),
    level: () => true,
    choice: () => Array.isArray(choices) && choices.length > 0 && choices.every(isChoice),
    preference: () => true,
  }[String(by)];
  return isWhole?.() === true ? (value as unknown as JudgeBrief) : null;
}

function isChoice(value: Json): boolean {
  return isJsonObject(value) && typeof value.choice === 'string' && typeof value.score === 'number';
}
