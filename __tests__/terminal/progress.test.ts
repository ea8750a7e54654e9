import { describe, expect, it } from '@jest/globals';
import { openLiveLine } from '../../src/terminal/live-line.ts';
import { createTerminalLog } from '../../src/terminal/terminal-log.ts';
import { aProgress } from '../helpers/builders.ts';
import { createFakeBeat } from '../helpers/fake-beat.ts';

const erase = '\u001B[K';

/** What a terminal shows after it was written to: `\r` goes back, `ESC [ K` erases to the end of the line. */
function render(text: string): readonly string[] {
  const lines = [''];
  let column = 0;
  for (const piece of text.replaceAll(erase, '\u0000')) {
    const last = lines.length - 1;
    const line = lines[last] as string;
    if (piece === '\r') column = 0;
    else if (piece === '\n') {
      lines.push('');
      column = 0;
    } else if (piece === '\u0000') lines[last] = line.slice(0, column);
    else {
      lines[last] = line.slice(0, column) + piece + line.slice(column + 1);
      column += 1;
    }
  }
  return lines;
}

function aTerminal(parts: { readonly isTTY?: boolean; readonly columns?: number } = {}, env = {}) {
  const written = { text: '' };
  const write = (text: string) => {
    written.text += text;
  };
  const stream = { ...parts, write };
  const liveLine = openLiveLine(stream, env);
  const err = (text: string) => {
    liveLine?.clear();
    stream.write(text);
  };
  const time = createFakeBeat();
  return { ...time, written, liveLine, log: createTerminalLog({ err, liveLine }, time.clock, time.beat) };
}

describe('progress in a terminal', () => {
  it('is one line that is rewritten and fits, gives way to what is said, and leaves a line a piece of work', () => {
    const { log, pass, written } = aTerminal({ isTTY: true, columns: 60 });
    log.info('The model is asked at http://localhost.');
    log.progress(aProgress({ done: 0 }));
    pass(150);
    expect(render(written.text)).toEqual([
      'The model is asked at http://localhost.',
      'answers of triage  ─────────────  0 %  0 of 100  0 s so far',
    ]);
    log.warn('something');
    expect(render(written.text).slice(1)).toEqual(['warning: something', '']);
    pass(150);
    log.progress(aProgress({ done: 100, isOver: true }));
    expect(render(written.text).slice(1)).toEqual(['warning: something', 'answers: 100 of 100, $0.13 of $2.00', '']);
  });

  it('is redrawn at most seven times a second, however fast answers come', () => {
    const { log, pass, written } = aTerminal({ isTTY: true, columns: 60 });
    for (let done = 0; done < 1000; done += 1) {
      log.progress(aProgress({ total: 1000, done }));
      pass(1);
    }
    expect(written.text.split('answers of triage')).toHaveLength(1 + 6);
  });

  it('waits while a person writes on the line', async () => {
    const { log, pass, written, liveLine } = aTerminal({ isTTY: true, columns: 60 });
    log.progress(aProgress());
    pass(150);
    await liveLine?.lend(async () => {
      expect(render(written.text)).toEqual(['']);
      pass(1000);
      expect(render(written.text)).toEqual(['']);
    });
    pass(150);
    expect(render(written.text)[0]).toContain('40 of 100');
  });

  it('leaves no line of work that nobody counted', () => {
    const { log, pass, written } = aTerminal({ isTTY: true, columns: 60 });
    const lines = aProgress({
      label: 'lines of a.jsonl',
      suite: null,
      total: null,
      spentMicroUsd: 0,
      budgetMicroUsd: null,
    });
    log.progress({ ...lines, done: 12_000 });
    pass(4000);
    expect(render(written.text)).toEqual(['lines of a.jsonl  12,000  3,077 a second  3 s so far']);
    log.progress({ ...lines, done: 20_000, isOver: true });
    expect(render(written.text)).toEqual(['']);
  });

  it.each([
    ['a pipe', { isTTY: false }, {}],
    ['a terminal that cannot rewrite', { isTTY: true }, { TERM: 'dumb' }],
  ])('is a plain line every ten seconds in %s', (_name, stream, env) => {
    const { log, pass, written, running } = aTerminal(stream, env);
    log.progress(aProgress());
    pass(25_000);
    log.progress(aProgress({ done: 100, isOver: true }));
    expect(written.text).toBe(
      [
        'answers of triage: 40 %, 40 of 100, 4.0 a second, $0.13 of $2.00, no answer for 10 s',
        'answers of triage: 40 %, 40 of 100, 2.0 a second, $0.13 of $2.00, no answer for 20 s',
        'answers: 100 of 100, 25 s, 4.0 a second, $0.13 of $2.00',
        '',
      ].join('\n'),
    );
    expect(running()).toBe(0);
  });
});
