import { parseVariables } from '../datasets/variables.ts';
import { UserError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { defaultDialect } from '../prompts/dialects.ts';
import { parsePrompt } from '../prompts/formats.ts';
import { messageText } from '../prompts/message-text.ts';
import { explainUnknown, renderPrompt } from '../prompts/render.ts';
import { toChatMessage } from '../prompts/wire-messages.ts';
import { describeWireParameters } from '../prompts/wire-request.ts';
import { revealText } from '../report/escape.ts';
import type { SourceFile } from '../text/source-file.ts';
import { type Command, type Flags, type Io, type Outcome, textFlag } from './command.ts';
import { readIncludedFiles, readSourceFile } from './read-file.ts';

/** `render`: the messages that would be sent for one set of variables. */
export const render: Command = {
  name: 'render',
  usage: 'PROMPT [--vars FILE]',
  about: `Shows the messages that would be sent, filled with the variables of a JSON or YAML map.`,
  flags: {
    vars: { value: 'FILE', help: 'the variables; - reads standard input' },
    json: { help: 'print {"messages", "model", "parameters"}' },
  },
  positionals: ['PROMPT'],
  run: renderInTerminal,
  buildFailure: (errors) => ({ messages: [], model: null, parameters: {}, errors }),
};

async function renderInTerminal(values: Flags, [path]: readonly string[], io: Io): Promise<Outcome> {
  if (path === undefined) throw UserError.of('No prompt file is named.', 'See prompt-assay render --help.');
  const file = await readSourceFile(path);
  const prompt = parsePrompt(file, defaultDialect, await readIncludedFiles([file]));
  const variables = await readVariables(textFlag(values, 'vars'), io);
  const { messages, unknown } = renderPrompt(prompt, variables);
  if (unknown.length > 0) throw new UserError(explainUnknown(prompt, unknown, Object.keys(variables)));
  const parameters = describeWireParameters({ ...prompt, api: 'chat' });
  const { model } = prompt;
  const text = messages
    .map((message) => `── ${message.role}\n${revealText(messageText(message)).trimEnd()}\n`)
    .join('\n');
  return { document: { messages: messages.map(toChatMessage), model, parameters }, text, exitCode: 0 };
}

async function readVariables(path: string | null, io: Io): Promise<JsonObject> {
  if (path === null) return {};
  const file: SourceFile =
    path === '-' ? { path: 'standard input', text: await io.readStandardInput() } : await readSourceFile(path);
  return parseVariables(file);
}
