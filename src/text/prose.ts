const maxName = 120;

/** A name out of a file or a config as a sentence of ours shows it: in backticks, on one line, cut to a readable length. Renderers make code of it, and no sentence changes its capitals. */
export function inCode(name: string): string {
  const line = name.replace(/\s+/g, ' ').replaceAll('`', "'");
  return `\`${line.length > maxName ? `${line.slice(0, maxName)}…` : line}\``;
}

/** At most `max` names in a row, each in code style, and how many more there are. */
export function listInCode(names: readonly string[], max: number): string {
  return listFirst(names.map(inCode), max);
}

/** The first `most` of some words in a row, and how many more there are: `a, b and 3 more`. */
export function listFirst(words: readonly string[], most: number): string {
  const more = words.length > most ? ` and ${words.length - most} more` : '';
  return `${words.slice(0, most).join(', ')}${more}`;
}

/** A clause as a sentence: a plain word at its start gets a capital, and what lacks its end a full stop. Paths and names stay as they are. */
export function closeSentence(clause: string): string {
  const opened = clause.replace(/^[a-z](?=[a-z'’-]*[\s,])/, (letter) => letter.toUpperCase());
  return opened === '' || /[.!?]$/.test(opened) ? opened : `${opened}.`;
}

/** A number and its noun: `1 case`, `20 cases`, `1 retry`, `2 retries`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  const digits = String(number).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${digits} ${number === 1 ? noun : plural}`;
}
