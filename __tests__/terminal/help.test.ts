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

  it('has one line for each flag', async () => {
    const { flags, help } = await read();
    for (const [flag, { value, help: words }] of Object.entries(flags)) {
      const lines = help.split('\n').filter((line) => line.startsWith(`  --${flag} `));
      expect(lines).toHaveLength(words === null ? 0 : 1);
      if (words !== null)
        expect(lines[0]).toMatch(new RegExp(`^  --${flag}${value === undefined ? '' : ` ${value}`} {2,}\\S`));
    }
  });

  it.each([140, 100, 80, 40])('is wrapped at words to %i columns, and loses none', async (columns) => {
    const { help } = await read();
    const { out } = await run([name, '--help'], { columns });
    expect(out.split('\n').filter((line) => line.length > columns)).toEqual([]);
    expect(out.replace(/\s+/g, '')).toBe(help.replace(/\s+/g, ''));
    if (columns >= 80) expect(out.split(/\s+/)).toEqual(help.split(/\s+/));
  });

  it('says nothing that the documentation does not', async () => {
    const { flags } = await read();
    const shown = Object.entries(flags).filter(([, { help }]) => help !== null);
    expect(shown.map(([flag]) => flag).filter((flag) => !page.includes(`--${flag}`))).toEqual([]);
  });
});

it('the overview has every command under what it is for, and fits a narrow terminal', async () => {
  const { out } = await run(['--help'], { columns: 40 });
  expect(out.split('\n').filter((line) => line.length > 40)).toEqual([]);
  const headings = ['Start', 'Measure a change', 'Calibrate judges', 'Look at files'];
  const places = headings.map((heading) => out.indexOf(`\n${heading}\n`));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
  for (const command of Object.keys(commands)) expect(out).toMatch(new RegExp(`\\n  ${command}\\b`));
});

it('a flag that is repeated is read as often as it may be given', async () => {
  const { err } = await run(['compare', '--direction', 'a=higher', '--direction', 'b=up']);
  expect(err).toContain('--direction is "b=up".');
});
