import { escapeJson } from '../text/unseen.ts';

const plain = /^[a-z/][\w./*-]*$/i;
/** Plain words that YAML, or an older reader of it, takes for something else than text. */
const reserved = /^(true|false|null|yes|no|on|off|y|n)$/i;

/** A text as a YAML scalar on one line, in quotes where it needs them. */
export function quoteYaml(text: string): string {
  return plain.test(text) && !reserved.test(text) ? text : escapeJson(JSON.stringify(text));
}

/** Several texts as a YAML list, one as itself. */
export function listYaml(texts: readonly string[]): string {
  const [first = '', ...more] = texts.map(quoteYaml);
  return more.length === 0 ? first : `[${[first, ...more].join(', ')}]`;
}
