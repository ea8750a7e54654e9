import { createInterface } from 'node:readline';

/**
 * Makes a function that asks on one stream and reads a line from another; the end of input is an empty answer, Ctrl-C
 * interrupts the program.
 */
export function createAsker(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  interrupt: AbortController,
): (question: string) => Promise<string> {
  return (question) =>
    new Promise((resolve) => {
      const lines = createInterface({ input, output });
      lines.once('SIGINT', () => interrupt.abort(new Error('interrupted')));
      const end = (answer: string) => {
        resolve(answer);
        lines.close();
      };
      lines.once('close', () => resolve(''));
      interrupt.signal.addEventListener('abort', () => end(''), { once: true });
      lines.question(question, end);
    });
}
