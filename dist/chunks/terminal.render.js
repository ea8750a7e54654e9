import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readIncludedFiles,
  readSourceFile
} from "./shared.adapters.files.folder-tree.js";
import {
  isThere
} from "./shared.terminal.clone-paths.js";
import {
  tellProblem
} from "./shared.report.words.place.js";
import {
  explainUnknown,
  renderPrompt,
  variablesOf
} from "./shared.prompts.render.js";
import {
  dialectOf,
  listNamed,
  ownReading,
  parsePrompts
} from "./shared.checks.build-group.js";
import {
  fileWhere,
  parseYaml
} from "./shared.datasets.aliases.js";
import {
  textFlag
} from "./shared.terminal.command.js";
import "./shared.version.js";
import {
  hintKnown,
  quoteName
} from "./shared.text.problems.js";
import {
  describeWireParameters
} from "./shared.prompts.wire-request.js";
import {
  toChatMessage
} from "./shared.prompts.wire-messages.js";
import "./shared.text.source-file.js";
import {
  messageText
} from "./shared.prompts.message-text.js";
import {
  revealText
} from "./shared.report.escape.js";
import "./shared.text.prose.js";
import "./shared.text.unseen.js";
import {
  isJsonObject
} from "./shared.json-writer.js";
import {
  UserError,
  buildProblem
} from "./shared.errors.js";

// src/datasets/variables.ts
function parseVariables(file) {
  const document = parseYaml(file);
  if (isJsonObject(document.value)) return document.value;
  throw UserError.of(
    "is not a map of variables.",
    'Write one "name: value" a line, or a JSON object.',
    document.where([])
  );
}

// src/terminal/render.ts
var render = {
  name: "render",
  usage: "PROMPT[#NAME] [--vars FILE]",
  about: `Shows the messages that would be sent, filled with the variables of a JSON or YAML map.`,
  flags: {
    vars: { value: "FILE", help: "the variables; - reads standard input" },
    json: { help: 'print {"messages", "model", "parameters", "warnings"}' }
  },
  positionals: ["PROMPT"],
  run: renderInTerminal,
  buildFailure: (errors) => ({ messages: [], model: null, parameters: {}, warnings: [], errors })
};
async function renderInTerminal(values, [address], io) {
  if (address === void 0) throw UserError.of("No prompt file is named.", "See prompt-assay render --help.");
  const prompt = await readPrompt(address);
  const variables = await readVariables(textFlag(values, "vars"), io);
  const { messages, unknown } = renderPrompt(prompt, variables);
  if (unknown.length > 0) throw new UserError(explainUnknown(prompt, unknown, Object.keys(variables)));
  const warnings = [...prompt.warnings, ...prompt.unread, ...warnUnused(prompt, variables)];
  for (const guess of prompt.guesses) io.err(`guess    ${revealText(tellProblem(guess))}
`);
  for (const warning of warnings) io.err(`warning  ${revealText(tellProblem(warning))}
`);
  const parameters = describeWireParameters({ ...prompt, api: "chat" });
  const { model } = prompt;
  const text = messages.map((message) => `── ${message.role}
${revealText(messageText(message)).trimEnd()}
`).join("\n");
  return { document: { messages: messages.map(toChatMessage), model, parameters, warnings }, text, exitCode: 0 };
}
async function readPrompt(address) {
  const [, before, behind] = /^(.*)#([^#/]+)$/s.exec(address) ?? [];
  const isPlain = before === void 0 || behind === void 0 || await isThere(address);
  const [path, name] = isPlain ? [address, null] : [before, behind];
  const file = await readSourceFile(path);
  const reading = { ...ownReading, byName: name !== null };
  const prompts = parsePrompts(file, reading, await readIncludedFiles([file]));
  const [prompt, ...others] = prompts.filter(({ key }) => name === null || key === null || key === name);
  if (prompt !== void 0 && others.length === 0) return prompt;
  const known = prompts.flatMap(({ key }) => key ?? []);
  const message = prompt === void 0 ? `holds no prompt ${quoteName(name ?? "")}.` : `holds ${prompts.length} prompts.`;
  throw UserError.of(message, `${hintKnown(name ?? "", known)} Write ${path}#NAME.`, fileWhere(file));
}
function warnUnused(prompt, variables) {
  const used = new Set(variablesOf(prompt).flatMap((name) => [name, name.split(".", 1)[0]]));
  const unused = Object.keys(variables).filter((name) => !used.has(name));
  if (unused.length === 0) return [];
  const message = `${unused.map(quoteName).join(", ")} ${unused.length === 1 ? "is" : "are"} given and not used.`;
  const where = { path: prompt.path, line: null, column: null };
  return [
    buildProblem(message, `Write ${dialectOf(prompt.dialect).write("name")} where a value goes.`, where),
    ...listNamed(prompt.suspects, new Set(unused))
  ];
}
async function readVariables(path, io) {
  if (path === null) return {};
  const file = path === "-" ? { path: "standard input", text: await io.readStandardInput() } : await readSourceFile(path);
  return parseVariables(file);
}
export {
  render
};
