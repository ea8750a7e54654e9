import { describe, expect, it } from '@jest/globals';
import { type ActionsCore, createActionsLog, renderLogText } from '../../../src/adapters/actions/log.ts';
import { aProgress } from '../../helpers/builders.ts';
import { createFakeBeat } from '../../helpers/fake-beat.ts';

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

  it('says every ten seconds where work stands, also while nothing is answered, and how it ended', () => {
    const { core, lines } = recordingCore();
    const { clock, beat, pass } = createFakeBeat();
    const log = createActionsLog(core, clock, beat);
    log.mask('sk-secret');
    log.progress(aProgress({ done: 0 }));
    for (let done = 1; done <= 15; done += 1) {
      pass(1000);
      log.progress(aProgress({ done }));
    }
    log.progress(aProgress({ done: 15, retries: 9, lastFault: '::sk-secret: 503' }));
    pass(15_000);
    log.progress(aProgress({ done: 15, failed: 85, retries: 9, lastFault: '::sk-secret: 503', isOver: true }));
    expect(lines.filter((line) => line.startsWith('info '))).toEqual([
      'info answers of triage: 9 %, 9 of 100, 0.9 a second, $0.13 of $2.00, 1 min 45 s left',
      'info answers of triage: 15 %, 15 of 100, 0.8 a second, $0.13 of $2.00, 1 min 55 s left; 9 retries, the last: ::***',
      'info answers of triage: 15 %, 15 of 100, 0.5 a second, $0.13 of $2.00, no answer for 15 s; 9 retries, the last: ::***',
      'info answers: 15 of 100, 30 s, 3.3 a second, $0.13 of $2.00; 85 without an answer, 9 retries, the last: ::***',
    ]);
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
