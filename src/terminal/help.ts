import type { ParseArgsConfig } from 'node:util';
import type { Command, Flag, FlagTable } from './command.ts';

/** A table of flags as node's parseArgs reads it, with `--help`, which every command has. */
export function buildParseOptions(flags: FlagTable): NonNullable<ParseArgsConfig['options']> {
  const options = Object.entries(flags).map(([name, { value, isRepeatable }]) => [
    name,
    { type: value === undefined ? 'boolean' : 'string', multiple: isRepeatable === true },
  ]);
  return { ...Object.fromEntries(options), help: { type: 'boolean', short: 'h' } };
}

/** What `--help` prints: the usage, what the command is for, and a line for each flag in the order of its table. */
export function renderHelp({ name, usage, about, flags }: Command): string {
  const shown = Object.entries(flags).filter(([, { help }]) => help !== null);
  const width = Math.max(...shown.map((entry) => renderFlag(entry).length));
  const lines = shown.map((entry) => `  ${renderFlag(entry).padEnd(width)}  ${entry[1].help}`);
  return [`Usage: ${['prompt-assay', name, usage].join(' ').trim()}`, '', about, '', ...lines, ''].join('\n');
}

function renderFlag([name, { value }]: readonly [string, Flag]): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}
