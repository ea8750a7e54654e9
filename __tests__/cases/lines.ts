import type { Line } from '../../src/records/record.ts';

/** A line of our own records that asks a text. */
export function ownLine(id: string, text: string, changes: object = {}): object {
  const input = {
    messages: [
      { role: 'system', content: 'Be kind.' },
      { role: 'user', content: text },
    ],
  };
  return { id, prompt: 'triage', promptVersion: '3', input, output: `Answer to ${text}`, ...changes };
}

/** Files by path, as `importRecords` opens them. */
export function openFiles(files: { readonly [path: string]: readonly (object | string)[] }) {
  return async function* (path: string): AsyncGenerator<readonly Line[]> {
    const texts = (files[path] ?? []).map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
    for (const [index, text] of texts.entries()) yield [{ number: index + 1, text }];
  };
}
