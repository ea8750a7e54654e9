import { writeJson } from '../../src/json.ts';
import type { Draw } from './draw.ts';

/** A value as YAML, in block and flow style by turns, with anchors, aliases and merges now and then. */
export function writeYaml(draw: Draw, value: unknown, indent = 0): string {
  const lead = ' '.repeat(indent);
  if (typeof value !== 'object' || value === null) return writeScalar(draw, value, indent);
  const entries = Object.entries(value);
  if (entries.length === 0 || draw.isOnce(5)) return `${writeJson(value)}\n`;
  const anchor = draw.isOnce(10) ? `&${draw.pick(['x', 'y'])} ` : '';
  const isList = Array.isArray(value);
  const lines = entries.map(([key, member]) => {
    const name = isList ? '-' : `${/^[\w-]+$/.test(key) ? key : JSON.stringify(key)}:`;
    if (draw.isOnce(40)) return `${lead}${name} *${draw.pick(['x', 'y'])}\n`;
    const isShort = typeof member !== 'object' || member === null || Object.keys(member).length === 0;
    return `${lead}${name} ${isShort ? writeYaml(draw, member, indent + 2) : `${anchor}\n${lead}  ${writeYaml(draw, member, indent + 2).trimStart()}`}`;
  });
  const merge = !isList && draw.isOnce(30) ? `${lead}<<: *x\n` : '';
  return lines.join('') + merge;
}

function writeScalar(draw: Draw, value: unknown, indent: number): string {
  if (typeof value !== 'string') return `${writeJson(value)}\n`;
  const style = draw.below(5);
  if (style === 0 && /^[\w. -]+$/.test(value)) return `${value}\n`;
  if (style === 1)
    return `|-\n${value
      .split('\n')
      .map((line) => `${' '.repeat(indent + 1)}${line}`)
      .join('\n')}\n`;
  if (style === 2) return `'${value.replaceAll("'", "''")}'\n`;
  return `${JSON.stringify(value)}\n`;
}

/** Rows as CSV. */
export function writeCsv(draw: Draw, rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",\n\r]/.test(text) || draw.isOnce(6) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join(',')).join(draw.isOnce(9) ? '\r\n' : '\n');
}

/** Lines of JSON. */
export function writeLines(values: readonly unknown[]): string {
  return values.map((value) => `${writeJson(value)}\n`).join('');
}
