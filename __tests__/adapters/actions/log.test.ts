import { describe, expect, it } from '@jest/globals';
import { type ActionsCore, createActionsLog, renderLogText } from '../../../src/adapters/actions/log.ts';

function recordingCore() {
  const lines: string[] = [];
  const record = (kind: string) => (text: string) => void lines.push(`${kind} ${text}`);
  const core: ActionsCore = {
    info: record('info'),
    warning: record('warning'),
    setSecret: record('secret'),
    setFailed: record('failed'),
    startGroup: record('group'),
    endGroup: () => void lines.push('end'),
  };
  return { core, lines };
}

describe('renderLogText', () => {
  it.each([
    ['plain text', 'a: b :: c', 'a: b :: c'],
    ['a command', '::set-output name=x::y', '\\::set-output name=x::y'],
    ['a command after blanks', ' \u00a0::stop-commands::x', ' \u00a0\\::stop-commands::x'],
    ['a command on a later line', 'a\n::error::b', 'a\n\\::error::b'],
    ['a command after a lone carriage return', 'a\r::error::b', 'a\n\\::error::b'],
    ['the old form, anywhere', 'see ##[error]b', 'see #\\#[error]b'],
    ['terminal escapes', 'a\u001b[2Jb', 'a⟨U+001B⟩[2Jb'],
    ['text that is turned around', 'a\u202eb\u2066\u009b', 'a⟨U+202E⟩b⟨U+2066⟩⟨U+009B⟩'],
    ['a command behind a line separator', 'a\u2028::error::b', 'a\n\\::error::b'],
  ])('%s', (_name, text, expected) => {
    expect(renderLogText(text)).toBe(expected);
  });
});

describe('the job log', () => {
  it('masks a secret and each of its lines, for the runner and in our own text', () => {
    const { core, lines } = recordingCore();
    const log = createActionsLog(core, { nowMs: () => 0 });
    log.mask('sk-one\nsk-two\n}');
    log.warn('used sk-two and sk-one');
    expect(lines).toEqual(
      expect.arrayContaining([
        'secret sk-one\nsk-two\n}',
        'secret sk-one',
        'secret sk-two',
        'warning used *** and ***',
      ]),
    );
  });

  it.each(['base64', 'base64url', 'hex'] as const)('masks a secret as %s', (encoding) => {
    const { core, lines } = recordingCore();
    const log = createActionsLog(core, { nowMs: () => 0 });
    const encoded = Buffer.from('a?secret>long').toString(encoding);
    log.mask('a?secret>long');
    log.info(`used ${encoded}`);
    expect(lines.at(-1)).toMatch(/^info used \*{3}.{0,3}$/);
    expect(lines.filter((line) => line.startsWith('secret ')).some((line) => encoded.includes(line.slice(7)))).toBe(
      true,
    );
  });

  it('thins progress out, but always shows the end', () => {
    const { core, lines } = recordingCore();
    let now = 0;
    const log = createActionsLog(core, { nowMs: () => now });
    for (let done = 1; done <= 40; done += 1) {
      now += 1000;
      log.progress('triage', done, 40);
    }
    const shown = ['1', '11', '21', '31', '40'].map((done) => `info triage: ${done} of 40`);
    expect(lines).toEqual(shown);
  });

  it('closes a group also after a failure', async () => {
    const { core, lines } = recordingCore();
    const log = createActionsLog(core, { nowMs: () => 0 });
    const work = log.group('plan', async () => {
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    log.fail('::error::bad');
    expect(lines).toEqual(['group plan', 'end', 'failed \\::error::bad']);
  });
});
