/** A folded block: `summary` is HTML that is already escaped, `body` is Markdown. The blank lines let Markdown be parsed inside. */
export function renderFold(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
