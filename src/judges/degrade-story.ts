import type { Message } from '../ports.ts';

/** A way to make an output worse that any fit judge must notice. */
export type Degradation = 'empty' | 'truncated' | 'off-topic' | 'changed facts' | 'injection';

/** What a worse trajectory is made of: `answer` ends it, `foreign` are the steps of another case, and `change` changes the facts of a text. */
interface Parts {
  readonly steps: readonly Message[];
  readonly foreign: readonly Message[];
  readonly answer: string;
  readonly change: (text: string) => string;
}

/**
 * A worse trajectory, for judges that are shown steps. Each is worse by what was reached and by what was needless alike, since rubrics ask for either:
 * foreign steps, results that say nothing or something else, a first part that goes round in a circle.
 */
export function degradeSteps(kind: Degradation, parts: Parts): readonly Message[] {
  return [...degradeBefore(kind, parts), { role: 'assistant', content: parts.answer }];
}

function degradeBefore(kind: Degradation, { steps, foreign, answer, change }: Parts): readonly Message[] {
  const begun = steps.slice(0, Math.ceil(steps.length / 2));
  switch (kind) {
    case 'injection':
      return foreign.map((message) => (message.role === 'tool' ? { ...message, content: answer } : message));
    case 'off-topic':
      return foreign;
    case 'empty':
      return steps.map((message) => ({ ...message, content: '' }));
    case 'truncated':
      return [...begun, ...begun];
    case 'changed facts':
      return steps.map((message) => changeMessage(message, change));
  }
}

function changeMessage(message: Message, change: (text: string) => string): Message {
  const { content, toolCalls } = message;
  const calls = toolCalls?.map((call) => ({ ...call, arguments: change(call.arguments) }));
  return { ...message, content: change(content), ...(calls === undefined ? {} : { toolCalls: calls }) };
}
