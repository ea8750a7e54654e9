/** Files of other tools that hold prompts and are not read: what they are, and what to do instead. */
const kinds = [
  {
    pattern: /\.baml$/i,
    message: 'is BAML, a language of functions that its own tool compiles, and is not read.',
    hint: 'Write the text of a function\'s "prompt" into a Markdown file with "template: jinja", and its return type as "response-format"; or let your application write its outputs (docs/outputs.md).',
  },
];

/** Why a file of another tool is not read; null where it is of none that is known. */
export function explainForeignFile(path: string): { readonly message: string; readonly hint: string } | null {
  return kinds.find(({ pattern }) => pattern.test(path)) ?? null;
}
