import { parseVariables } from '../datasets/variables.ts';
import { buildProblem, type Problem, UserError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { dialectOf } from '../prompts/dialects.ts';
import { ownReading } from '../prompts/format.ts';
import { parsePrompts } from '../prompts/formats.ts';
import { messageText } from '../prompts/message-text.ts';
import type { Prompt } from '../prompts/prompt.ts';
import { explainUnknown, renderPrompt, variablesOf } from '../prompts/render.ts';
import { listNamed } from '../prompts/suspects.ts';
import { toChatMessage } from '../prompts/wire-messages.ts';
import { describeWireParameters } from '../prompts/wire-request.ts';
import { revealText } from '../report/escape.ts';
import { tellProblem } from '../report/words/place.ts';
import { fileWhere } from '../text/json-text.ts';
import { hintKnown, quoteName } from '../text/problems.ts';
import type { SourceFile } from '../text/source-file.ts';
import { isThere } from './clone-paths.ts';
import { type Command, type Flags, type Io, type Outcome, textFlag } from './command.ts';
import { readIncludedFiles, readSourceFile } from './read-file.ts';

/** `render`: the messages that would be sent for one set of variables. */
export const render: Command = {
  name: 'render',
  usage: 'PROMPT[#NAME] [--vars FILE]',
  about: `Shows the messages that would be sent, filled with the variables of a JSON or YAML map.`,
  flags: {
    vars: { value: 'FILE', help: 'the variables; - reads standard input' },
    json: { help: 'print {"messages", "model", "parameters", "warnings"}' },
  },
  positionals: ['PROMPT'],
  run: renderInTerminal,
  buildFailure: (errors) => ({ messages: [], model: null, parameters: {}, warnings: [], errors }),
};

async function renderInTerminal(values: Flags, [address]: readonly string[], io: Io): Promise<Outcome> {
  if (address === undefined) throw UserError.of('No prompt file is named.', 'See prompt-assay render --help.');
  const prompt = await readPrompt(address);
  const variables = await readVariables(textFlag(values, 'vars'), io);
  const { messages, unknown } = renderPrompt(prompt, variables);
  if (unknown.length > 0) throw new UserError(explainUnknown(prompt, unknown, Object.keys(variables)));
  const warnings = [...prompt.warnings, ...prompt.unread, ...warnUnused(prompt, variables)];
  for (const guess of prompt.guesses) io.err(`guess    ${revealText(tellProblem(guess))}\n`);
  for (const warning of warnings) io.err(`warning  ${revealText(tellProblem(warning))}\n`);
  const parameters = describeWireParameters({ ...prompt, api: 'chat' });
  const { model } = prompt;
  const text = messages
    .map((message) => `── ${message.role}\n${revealText(messageText(message)).trimEnd()}\n`)
    .join('\n');
  return { document: { messages: messages.map(toChatMessage), model, parameters, warnings }, text, exitCode: 0 };
}

/** The prompt of a file, or behind a `#` the one of that name in it. */
async function readPrompt(address: string): Promise<Prompt> {
  const [, before, behind] = /^(.*)#([^#/]+)$/s.exec(address) ?? [];
  const isPlain = before === undefined || behind === undefined || (await isThere(address));
  const [path, name] = isPlain ? [address, null] : [before, behind];
  const file = await readSourceFile(path);
  const reading = { ...ownReading, byName: name !== null };
  const prompts = parsePrompts(file, reading, await readIncludedFiles([file]));
  const [prompt, ...others] = prompts.filter(({ key }) => name === null || key === null || key === name);
  if (prompt !== undefined && others.length === 0) return prompt;
  const known = prompts.flatMap(({ key }) => key ?? []);
  const message =
    prompt === undefined ? `holds no prompt ${quoteName(name ?? '')}.` : `holds ${prompts.length} prompts.`;
  throw UserError.of(message, `${hintKnown(name ?? '', known)} Write ${path}#NAME.`, fileWhere(file));
}

/** Variables that no placeholder names, and what in the prompt may have been meant to. */
function warnUnused(prompt: Prompt, variables: JsonObject): readonly Problem[] {
  const used = new Set(variablesOf(prompt).flatMap((name) => [name, name.split('.', 1)[0]]));
  const unused = Object.keys(variables).filter((name) => !used.has(name));
  if (unused.length === 0) return [];
  const message = `${unused.map(quoteName).join(', ')} ${unused.length === 1 ? 'is' : 'are'} given and not used.`;
  const where = { path: prompt.path, line: null, column: null };
  return [
    buildProblem(message, `Write ${dialectOf(prompt.dialect).write('name')} where a value goes.`, where),
    ...listNamed(prompt.suspects, new Set(unused)),
  ];
}

async function readVariables(path: string | null, io: Io): Promise<JsonObject> {
  if (path === null) return {};
  const file: SourceFile =
    path === '-' ? { path: 'standard input', text: await io.readStandardInput() } : await readSourceFile(path);
  return parseVariables(file);
}
