import { parseArgs } from 'node:util';
import { asError, buildProblem, ReportedError, renderProblem, UserError } from '../errors.ts';
import { writeJson } from '../json.ts';
import { chooseWidth } from '../report/console/screen.ts';
import { revealText } from '../report/escape.ts';
import { suggestName } from '../text/problems.ts';
import { closeSentence } from '../text/prose.ts';
import { escapeJson } from '../text/unseen.ts';
import { toolVersion } from '../version.ts';
import type { Command, Io } from './command.ts';
import { commands } from './commands.ts';
import { nameFlagsIn } from './flag-words.ts';
import { buildParseOptions, renderHelp, renderOverview } from './help.ts';

/** Runs one command line and returns its exit code: 0 green, 1 red, 2 invalid or usage, 3 a defect, 130 interrupted. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--version' || name === '-v' || name === 'version') {
    io.out(`${toolVersion}\n`);
    return 0;
  }
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.out(renderOverview(commands, chooseWidth(io.columns)));
    return name === undefined ? 2 : 0;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry === undefined) {
    const near = suggestName(name, Object.keys(commands));
    const hint = near === null ? 'See prompt-assay --help.' : `Did you mean "${near}"?`;
    const problem = buildProblem(`There is no command "${name}".`, hint);
    io.err(`prompt-assay: ${revealText(renderProblem(problem))}\n`);
    if (args.includes('--json')) io.out(renderDocument({ errors: [problem] }));
    return 2;
  }
  return runCommand(await entry.load(), rest, io);
}

async function runCommand(command: Command, args: readonly string[], io: Io): Promise<number> {
  try {
    const { values, positionals } = parseLine(command, args);
    if (values.help === true) {
      io.out(renderHelp(command, chooseWidth(io.columns)));
      return 0;
    }
    const { document, text, formatted = null, exitCode } = await command.run(values, positionals, io);
    if (formatted !== null) io.err(text);
    io.out(formatted ?? (values.json === true ? renderDocument(document) : text));
    return exitCode;
  } catch (thrown) {
    return fail(command, thrown, args, io);
  }
}

function parseLine(command: Command, args: readonly string[]) {
  const options = buildParseOptions(command.flags);
  const parsed = (() => {
    try {
      return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    } catch (error) {
      const [message = ''] = asError(error).message.split('. ');
      throw UserError.of(closeSentence(message), hintFlag(command, args));
    }
  })();
  const most = command.positionals.at(-1)?.endsWith('…') ? Number.POSITIVE_INFINITY : command.positionals.length;
  const excess = parsed.positionals[most];
  if (excess !== undefined)
    throw UserError.of(`"${excess}" is one argument too many.`, `See prompt-assay ${command.name} --help.`);
  return parsed;
}

/** The flag that a misspelt one was meant to be, or where all of them are told. */
function hintFlag({ name, flags }: Command, args: readonly string[]): string {
  const known = ['help', ...Object.keys(flags).filter((flag) => flags[flag]?.help !== null)];
  const { tokens } = parseArgs({ args: [...args], options: {}, strict: false, tokens: true });
  const unknown = tokens.find((token) => token.kind === 'option' && !Object.hasOwn(flags, token.name));
  const near = unknown?.kind === 'option' ? suggestName(unknown.name, known) : null;
  return near === null || near === 'help' ? `See prompt-assay ${name} --help.` : `Did you mean "--${near}"?`;
}

async function fail(command: Command, thrown: unknown, args: readonly string[], io: Io): Promise<number> {
  if (io.signal.aborted) {
    io.err('prompt-assay: interrupted; finished answers are kept where a cache is.\n');
    return 130;
  }
  const known = thrown instanceof ReportedError;
  const error = asError(thrown);
  const problems = known
    ? nameFlagsIn(thrown.problems)
    : [buildProblem(closeSentence(`a defect of Prompt Assay: ${error.message}`), 'Please report it.')];
  for (const problem of problems) io.err(`prompt-assay: ${revealText(renderProblem(problem))}\n`);
  if (!known && error.stack !== undefined) io.err(`${error.stack}\n`);
  const formatted = await command.formatFailure?.(problems, args);
  if (formatted) io.out(formatted);
  else if (args.includes('--json')) io.out(renderDocument(command.buildFailure(problems)));
  return known ? 2 : 3;
}

function renderDocument(document: object): string {
  return `${escapeJson(writeJson(document, 2))}\n`;
}
