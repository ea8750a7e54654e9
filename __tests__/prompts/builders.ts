import type { Prompt } from '../../src/prompts/prompt.ts';
import { parsePrompt } from '../helpers/parse-prompt.ts';

/** A Markdown prompt with a name, a path and one user message. */
export function aPrompt(changes: Partial<Prompt> = {}): Prompt {
  return { ...parsePrompt({ path: 'prompts/a.md', text: 'Hi {{name}}' }), ...changes };
}

/** The single user message of a prompt. */
export function asking(content: string): Pick<Prompt, 'messages'> {
  return { messages: [{ role: 'user', content }] };
}
