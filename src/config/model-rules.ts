import type { Json } from '../json.ts';
import { canonicalParameter, isParameter } from '../prompts/parameters.ts';
import { quoteName } from '../text/problems.ts';
import type { KeyPath } from '../text/yaml-file.ts';
import { baseUrlHint, findBaseUrlFault } from './base-url.ts';
import { listMembers, type RuleContext } from './rule-context.ts';

/** Looks at one `model` block: its endpoint, headers and parameters. */
export function checkModel(context: RuleContext, path: KeyPath): void {
  const url = context.file.get([...path, 'base-url']);
  const fault = typeof url === 'string' ? findBaseUrlFault(url) : null;
  if (fault !== null) context.reject([...path, 'base-url'], `"base-url" ${fault}.`, baseUrlHint);
  for (const [name, value] of listMembers(context, [...path, 'headers'])) {
    const problem = findHeaderFault(name, value);
    if (problem !== null)
      context.reject([...path, 'headers', name], `the header ${quoteName(name)} ${problem[0]}.`, problem[1]);
  }
  checkParameters(context, [...path, 'parameters']);
}

function findHeaderFault(name: string, value: Json): readonly [fault: string, hint: string] | null {
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) return ['is no header name', 'Use letters, digits and dashes.'];
  const word = name.toLowerCase();
  if (word === 'authorization') return ['would be a key in a file', 'Keys come from the input "api-key" only.'];
  if (word === 'api-key')
    return ['would be a key in a file', 'Write "auth: api-key"; the key comes from the input "api-key".'];
  if (typeof value !== 'string') return null;
  if (value.includes('${')) return ['holds a reference', 'Headers are plain text; nothing is filled in.'];
  return /[^\t\x20-\x7e\x80-\xff]/.test(value)
    ? ['holds characters that no header may have', 'Use one line of plain text.']
    : null;
}

function checkParameters(context: RuleContext, path: KeyPath): void {
  const seen = new Set<string>();
  for (const [key, value] of listMembers(context, path)) {
    const name = canonicalParameter(key);
    if (seen.has(name))
      context.reject(
        [...path, key],
        `the parameter ${quoteName(name)} is given twice, in two spellings.`,
        'Keep one of them.',
      );
    seen.add(name);
    isParameter(name, value, (below, message, hint) =>
      context.reject([...path, key, ...below], `the parameter ${quoteName(key)} ${message}`, hint),
    );
  }
}
