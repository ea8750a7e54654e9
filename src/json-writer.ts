/** Writes a value as JSON.stringify does, but for integers that it would refuse, of which every digit is kept; `indent` is blanks a level. */
export function writeDigits(value: unknown, indent: number, margin = '\n'): string {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const inner = margin + ' '.repeat(indent);
  if (Array.isArray(value)) {
    return bracket(
      value.map((item) => writeDigits(item, indent, inner)),
      '[]',
      indent,
      margin,
    );
  }
  const colon = indent === 0 ? ':' : ': ';
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const lines = members.map(([key, member]) => JSON.stringify(key) + colon + writeDigits(member, indent, inner));
  return bracket(lines, '{}', indent, margin);
}

function bracket(lines: readonly string[], [open, close]: string, indent: number, margin: string): string {
  if (indent === 0 || lines.length === 0) return `${open}${lines.join(',')}${close}`;
  const inner = margin + ' '.repeat(indent);
  return `${open}${inner}${lines.join(`,${inner}`)}${margin}${close}`;
}
