/** The last line of a terminal: it stands for what is under way, and gives way to whatever else is written. */
export interface LiveLine {
  /** How many cells a line has now; a window may change. */
  columns(): number;
  /** Puts a text without a line end on the line, in place of the one before. */
  show(line: string): void;
  /** Takes it away again. To be called before anything else is written. */
  clear(): void;
  /** Keeps the line free until the work is done: a person writes on it. */
  lend<T>(work: () => Promise<T>): Promise<T>;
}

/** What is needed of a stream to a terminal. */
export interface TerminalStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const usualColumns = 80;
/** To the line's begin, and nothing on it. The cursor is never hidden: whatever ends this process, it is still there. */
const erase = '\r\u001B[K';

/** The last line of the terminal that a stream writes to; null where it is no terminal, or one that cannot rewrite a line. */
export function openLiveLine(
  stream: TerminalStream,
  env: Readonly<Record<string, string | undefined>>,
): LiveLine | null {
  if (stream.isTTY !== true || env.TERM === 'dumb') return null;
  let isShown = false;
  let lent = 0;
  const clear = () => {
    if (isShown) stream.write(erase);
    isShown = false;
  };
  return {
    columns: () => stream.columns || usualColumns,
    show: (line) => {
      if (lent > 0) return;
      stream.write(`${isShown ? erase : ''}${line}`);
      isShown = true;
    },
    clear,
    lend: async (work) => {
      clear();
      lent += 1;
      try {
        return await work();
      } finally {
        lent -= 1;
      }
    },
  };
}
