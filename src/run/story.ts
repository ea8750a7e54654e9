import type { Message, Output, ToolCall } from '../ports.ts';
import { type NamedCall, nameCall, readCall, renderCall, renderName } from './tool-calls.ts';

/** What is looked at of an output: its answer, everything that was said and done, or the tool calls and their results. */
export type View = 'final' | 'all' | 'tools';

/** One message of an output's story. */
export interface Step {
  readonly role: Message['role'];
  readonly content: string;
  readonly calls: readonly NamedCall[];
  /** The tool whose call a tool's message answers; null where no call has its id. */
  readonly tool: string | null;
  /** True where a tool's message says that the call failed. */
  readonly failed: boolean;
}

/** What an output did after the input, step by step; the last is its answer. Without a trajectory the answer is the whole story. */
export function listSteps(output: Output): readonly Step[] {
  const tools = new Map<string, string>();
  const steps = (messagesBefore(output) ?? []).map((message) => readStep(message, tools));
  return [
    ...steps,
    { role: 'assistant', content: output.content, calls: finalCalls(output), tool: null, failed: false },
  ];
}

/** The messages of a trajectory before its answer; null where an output has none. */
export function messagesBefore({ trajectory }: Output): readonly Message[] | null {
  if (trajectory === undefined) return null;
  return trajectory.at(-1)?.role === 'assistant' ? trajectory.slice(0, -1) : trajectory;
}

/** The calls of the answer itself. */
export function finalCalls({ toolCalls, trajectory = [] }: Output): readonly NamedCall[] {
  if (toolCalls.length > 0) return toolCalls.map((call) => readCall(call) ?? nameCall('', call));
  return (trajectory.at(-1)?.toolCalls ?? []).map(readToolCall);
}

/** The calls that a view shows, in their order. */
export function listCalls(output: Output, view: View): readonly NamedCall[] {
  return view === 'final' ? finalCalls(output) : listSteps(output).flatMap(({ calls }) => calls);
}

/** A step as people and judges read it: who speaks, then each call on a line of its own. Empty where a view shows nothing of it. */
export function renderStep({ role, content, calls, tool, failed }: Step, view: Exclude<View, 'final'>): string {
  if (role === 'tool')
    return `${tool === null ? 'a tool' : renderName(tool)} ${failed ? 'failed' : 'answered'}: ${content}`;
  const said = view === 'tools' || content.trim() === '' ? [] : [`${role}: ${content}`];
  return [...said, ...calls.map((call) => `calls ${renderCall(call)}`)].join('\n');
}

/** What a view shows of an output, as one text. */
export function renderView(output: Output, view: View): string {
  if (view === 'final') return output.content;
  return listSteps(output)
    .map((step) => renderStep(step, view))
    .filter((text) => text !== '')
    .join('\n');
}

/** An output as people read it: its text and calls; of several steps, each in turn. */
export function tellSteps(output: Output): readonly string[] {
  if (output.trajectory !== undefined) return listSteps(output).map((step) => renderStep(step, 'all'));
  const calls = finalCalls(output).map((call) => `calls ${renderCall(call)}`);
  return [[output.content, ...calls].filter((part) => part !== '').join('\n')];
}

/** Steps with their numbers, one text. */
export function numberSteps(steps: readonly string[]): string {
  if (steps.length === 1) return steps.join('');
  return steps.map((step, index) => `${index + 1}. ${step.replaceAll('\n', '\n   ')}`).join('\n');
}

/** `tools` collects whose id is whose: of two calls with one id the later one counts for what follows it. */
function readStep(message: Message, tools: Map<string, string>): Step {
  const { role, content, toolCalls = [], toolCallId, failed = false } = message;
  for (const { id, name } of toolCalls) tools.set(id, name);
  const tool = toolCallId === undefined ? null : (tools.get(toolCallId) ?? null);
  return { role, content, calls: toolCalls.map(readToolCall), tool, failed };
}

function readToolCall({ name, arguments: given }: ToolCall): NamedCall {
  return nameCall(name, given);
}
