import { structuredPatch } from 'diff';
import { canonicalJson } from '../json.ts';
import { defaultDialect } from './dialects.ts';
import { messageText } from './message-text.ts';
import type { Application, Prompt, ResolvedPrompt } from './prompt.ts';

/** Two texts further apart than this many edits are shown whole: a finer diff would tell nothing and take minutes. */
const maxEdits = 1000;

/** The lines of a unified diff (`@@`, blank, `-`, `+`; three lines of context) over settings and messages, each message under its role; empty for equal prompts. */
export function diffPrompts(base: Prompt | ResolvedPrompt, candidate: Prompt | ResolvedPrompt): readonly string[] {
  const before = renderLines(base);
  const after = renderLines(candidate);
  const patch = structuredPatch('', '', before.join('\n'), after.join('\n'), '', '', {
    context: 3,
    maxEditLength: maxEdits,
  });
  if (patch === undefined) return [...before.map((line) => `-${line}`), ...after.map((line) => `+${line}`)];
  return patch.hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    ...lines,
  ]);
}

function renderLines(prompt: Prompt | ResolvedPrompt): readonly string[] {
  const { application } = prompt;
  return application === undefined ? renderPrompt(prompt) : renderApplication(application);
}

/** Of an application the files are told that make its outputs: their own diff is the pull request's. */
function renderApplication({ sources }: Application): readonly string[] {
  return [...[...sources].map(([path, hash]) => `${path} ${hash.slice(0, 7)}`), ''];
}

function renderPrompt(prompt: Prompt | ResolvedPrompt): readonly string[] {
  const settings: [string, unknown][] = [
    ['model', prompt.model],
    ['template', prompt.dialect === defaultDialect ? null : prompt.dialect],
    ['api', 'api' in prompt ? prompt.api : null],
    ...Object.entries(prompt.parameters).sort(([a], [b]) => (a < b ? -1 : 1)),
    ['response-format', prompt.responseFormat],
    ['tools', prompt.tools.length === 0 ? null : prompt.tools],
    ['retrieval', prompt.retrieval],
  ];
  const named = settings.filter(([, value]) => value !== null);
  return [
    ...named.map(([name, value]) => `${name}: ${typeof value === 'string' ? value : canonicalJson(value)}`),
    ...prompt.messages.flatMap((message) => [
      `${message.role}:`,
      ...messageText(message).replace(/\n$/, '').split('\n'),
    ]),
    '',
  ];
}
