import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { commands } from '../../src/terminal/commands.ts';
import { run } from './terminal.ts';

const page = readFileSync('docs/terminal.md', 'utf8');

describe.each(Object.keys(commands))('%s --help', (name) => {
  const read = async () => {
    const command = await commands[name]?.load();
    return { flags: command?.flags ?? {}, help: (await run([name, '--help'])).out };
  };

  it('has one line for each flag, no wider than a terminal', async () => {
    const { flags, help } = await read();
    for (const [flag, { value, help: words }] of Object.entries(flags)) {
      const lines = help.split('\n').filter((line) => line.trim().split(' ')[0] === `--${flag}`);
      expect(lines).toHaveLength(words === null ? 0 : 1);
      if (words !== null)
        expect(lines[0]).toMatch(new RegExp(`^  --${flag}${value === undefined ? '' : ` ${value}`} {2,}\\S`));
    }
    expect(help.split('\n').filter((line) => line.length > 125)).toEqual([]);
  });

  it('says nothing that the documentation does not', async () => {
    const { flags } = await read();
    const shown = Object.entries(flags).filter(([, { help }]) => help !== null);
    expect(shown.map(([flag]) => flag).filter((flag) => !page.includes(`--${flag}`))).toEqual([]);
  });
});

it('a flag that is repeated is read as often as it may be given', async () => {
  const { err } = await run(['compare', '--direction', 'a=higher', '--direction', 'b=up']);
  expect(err).toContain('--direction is "b=up".');
});
