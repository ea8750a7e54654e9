/** True for a text of YAML or JSON that seems to have a key at its top; in JSON it may stand anywhere. */
export function hasKey(text: string, key: string): boolean {
  const isJson = /^\s*\{/.test(text);
  return isJson ? new RegExp(`"${key}"\\s*:`).test(text) : new RegExp(`^["']?${key}["']?[ \\t]*:`, 'm').test(text);
}
