import type { Output } from '../ports.ts';
import { finalCalls, listSteps, renderView, type Step, type View } from '../run/story.ts';
import { type NamedCall, renderCall } from '../run/tool-calls.ts';
import { renderBlock } from './blocks.ts';

/** Of more steps the first and the last are shown, as many of each. */
const mostSteps = 40;
/** Characters that are shown of a step on the way. */
const mostCharacters = 4000;

/**
 * An output as a judge is shown it: its answer in blocks, or what was done in numbered steps. Who speaks, and what the provider said about the
 * answer, stands outside the blocks, where no output can forge it.
 */
export function renderOutputBlocks(output: Output, view: View, tag: string, name = 'output'): string {
  const answer = renderAnswer(output, tag, name);
  if (view === 'final') return answer;
  const steps = listSteps(output);
  const shown = steps.map((step, index) => {
    const isLast = index === steps.length - 1;
    if (isLast && view === 'all') return `Step ${index + 1}, the answer:\n${answer}`;
    return renderStepBlocks(step, `Step ${index + 1}`, view, tag, name);
  });
  const told = clipSteps(shown).filter((text) => text !== '');
  return told.length === 0 ? 'No tool was called.' : told.join('\n');
}

/** Everything of an output that a view shows, as one text to search quotes in. */
export function outputText(output: Output, view: View): string {
  if (view === 'tools') return renderView(output, view);
  const calls = view === 'all' ? [] : finalCalls(output).map(renderCall);
  return [renderView(output, view), output.refusal ?? '', ...calls].join('\n');
}

function renderAnswer(output: Output, tag: string, name: string): string {
  const { content, refusal, finishReason } = output;
  const calls = finalCalls(output);
  const lines = [content.trim() === '' ? 'The answer has no text.' : renderBlock(name, content, tag)];
  if (refusal !== null) lines.push(`The assistant refused, in these words:\n${renderBlock('refusal', refusal, tag)}`);
  if (calls.length > 0) lines.push(`The assistant calls these tools:\n${renderCalls(calls, tag)}`);
  if (finishReason === 'length') lines.push('The answer was cut off at its token limit.');
  if (finishReason === 'content_filter') lines.push("The answer was cut off by the provider's content filter.");
  return lines.join('\n');
}

/** Empty where a view shows nothing of a step. */
function renderStepBlocks(
  { role, content, calls, tool, failed }: Step,
  number: string,
  view: View,
  tag: string,
  name: string,
): string {
  if (role === 'tool')
    return `${number}, ${nameTool(tool)} ${failed ? 'fails' : 'answers'}:\n${renderClipped('tool-result', content, tag)}`;
  const said =
    view === 'tools' || content.trim() === ''
      ? []
      : [`${number}, the ${role} says:\n${renderClipped(name, content, tag)}`];
  const called = calls.length === 0 ? [] : [`${number}, the assistant calls these tools:\n${renderCalls(calls, tag)}`];
  return [...said, ...called].join('\n');
}

/** Whatever is no plain word stays inside the blocks. */
function nameTool(tool: string | null): string {
  return tool !== null && /^[\w-]{1,64}$/.test(tool) ? `the tool ${tool}` : 'a tool';
}

function renderCalls(calls: readonly NamedCall[], tag: string): string {
  return renderClipped('tool-calls', calls.map(renderCall).join('\n'), tag);
}

function renderClipped(name: string, text: string, tag: string): string {
  if (text.length <= mostCharacters) return renderBlock(name, text, tag);
  // No half of a pair of surrogates stays behind.
  const cut = text.slice(0, mostCharacters).replace(/[\uD800-\uDBFF]$/, '');
  const block = renderBlock(name, cut, tag);
  return `${block}\n${text.length - cut.length} more characters are left out.`;
}

function clipSteps(steps: readonly string[]): readonly string[] {
  if (steps.length <= mostSteps) return steps;
  const half = mostSteps / 2;
  const note = `Steps ${half + 1} to ${steps.length - half} are left out.`;
  return [...steps.slice(0, half), note, ...steps.slice(-half)];
}
