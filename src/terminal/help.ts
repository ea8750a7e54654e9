import type { ParseArgsConfig } from 'node:util';
import { measure, pad, wrap } from '../report/console/cells.ts';
import { type Command, type CommandTable, commandGroups, type Flag, type FlagTable } from './command.ts';

/** Words behind a name have at least so many cells; where they have not, they stand below it. */
const leastRoom = 30;

const headings: Readonly<Record<(typeof commandGroups)[number], string>> = {
  start: 'Start',
  measure: 'Measure a change',
  judge: 'Calibrate judges',
  files: 'Look at files',
};

/** A table of flags as node's parseArgs reads it, with `--help`, which every command has. */
export function buildParseOptions(flags: FlagTable): NonNullable<ParseArgsConfig['options']> {
  const options = Object.entries(flags).map(([name, { value, isRepeatable }]) => [
    name,
    { type: value === undefined ? 'boolean' : 'string', multiple: isRepeatable === true },
  ]);
  return { ...Object.fromEntries(options), help: { type: 'boolean', short: 'h' } };
}

/** What `--help` prints: the usage, what the command is for, and a line for each flag in the order of its table. */
export function renderHelp({ name, usage, about, flags }: Command, width: number): string {
  const shown = Object.entries(flags).flatMap(([flag, { help, value }]) =>
    help === null ? [] : [[renderFlag(flag, value), help] as const],
  );
  return closeLines([
    ...wrap(['prompt-assay', name, usage].join(' ').trim(), width, 'Usage: ', '         '),
    '',
    ...wrap(about.replaceAll('\n', ' '), width),
    '',
    ...renderPairs(shown, width),
  ]);
}

/** Every command in a line, those of one purpose together. */
export function renderOverview(commands: CommandTable, width: number): string {
  const names = Object.keys(commands);
  const grouped = commandGroups.flatMap((group) => {
    const own = Object.entries(commands).filter(([, entry]) => entry.group === group);
    const pairs = own.map(([name, { summary }]) => [name, summary] as const);
    return [headings[group], ...renderPairs(pairs, width, Math.max(...names.map(measure))), ''];
  });
  return closeLines([
    ...wrap('Prompt Assay, the merge gate for prompts.', width),
    '',
    ...wrap('prompt-assay <command> [--json] [--help], or prompt-assay --version', width, 'Usage: ', '         '),
    '',
    ...grouped,
    ...wrap(
      'Exit codes: 0 green, 1 fail or a blocked inconclusive, 2 invalid or usage, 3 a defect, 130 interrupted.',
      width,
    ),
  ]);
}

/** Names with words behind them, which begin together. */
function renderPairs(
  pairs: readonly (readonly [name: string, words: string])[],
  width: number,
  column = Math.max(...pairs.map(([name]) => measure(name))),
): readonly string[] {
  const isBeside = width - column - 4 >= leastRoom;
  return pairs.flatMap(([name, words]) =>
    isBeside
      ? wrap(words, width, `  ${pad(name, column, 'left')}  `, ' '.repeat(column + 4))
      : [...wrap(name, width, '  ', '      '), ...wrap(words, width, '      ')],
  );
}

function closeLines(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

function renderFlag(name: string, value: Flag['value']): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}
