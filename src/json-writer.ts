/** How JSON is written. */
export interface JsonStyle {
  /** Keys in code-unit order, and one text for every number: 1e21 is its digits. */
  readonly isCanonical: boolean;
  /** Blanks a level; 0 writes one line. */
  readonly indent: number;
}

/** Writes a value as JSON, every digit kept; undefined members are dropped. */
export function serialise(value: unknown, style: JsonStyle): string {
  return writeValue(value, style, '\n');
}

function writeValue(value: unknown, style: JsonStyle, margin: string): string {
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return writeNumber(value, style);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const inner = margin + ' '.repeat(style.indent);
  if (Array.isArray(value))
    return bracket(
      value.map((item) => writeValue(item ?? null, style, inner)),
      '[]',
      style,
      margin,
    );
  const members = value as { readonly [key: string]: unknown };
  const colon = style.indent === 0 ? ':' : ': ';
  const lines: string[] = [];
  const keys = Object.keys(members);
  for (const key of style.isCanonical ? keys.sort() : keys) {
    const member = members[key];
    if (member !== undefined) lines.push(JSON.stringify(key) + colon + writeValue(member, style, inner));
  }
  return bracket(lines, '{}', style, margin);
}

function writeNumber(value: number, { isCanonical }: JsonStyle): string {
  return isCanonical && Number.isInteger(value) ? String(BigInt(value)) : JSON.stringify(value);
}

function bracket(lines: readonly string[], [open, close]: string, { indent }: JsonStyle, margin: string): string {
  if (indent === 0 || lines.length === 0) return `${open}${lines.join(',')}${close}`;
  const inner = margin + ' '.repeat(indent);
  return `${open}${inner}${lines.join(`,${inner}`)}${margin}${close}`;
}
