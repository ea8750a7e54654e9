/** Lines that a run puts down as they come and reads again: outputs need no memory while nobody looks at them. Places count from 0. */
export interface Spool {
  /** Puts a line down, which holds no line break, and returns its place. */
  append(line: string): number;
  read(place: number): string;
  /** All lines in order, as they are at the time of asking. */
  lines(): Iterable<string>;
}

/** Makes a spool in memory. */
export function createMemorySpool(): Spool {
  const lines: string[] = [];
  return {
    append: (line) => lines.push(line) - 1,
    read: (place) => {
      const line = lines[place];
      if (line === undefined) throw new Error(`nothing was put down at ${place}`);
      return line;
    },
    lines: () => lines.values(),
  };
}
