import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { commands } from '../../src/terminal/commands.ts';
import { run } from './terminal.ts';

async function script(shell: string): Promise<string> {
  const { code, out, err } = await run(['completion', shell]);
  expect([code, err]).toEqual([0, '']);
  return out;
}

/** What bash offers for the last of these words, as if a tab was pressed behind it. */
async function complete(...words: readonly string[]): Promise<readonly string[]> {
  const line = ['prompt-assay', ...words].map((word) => `'${word}'`).join(' ');
  const asked = `COMP_WORDS=(${line}); COMP_CWORD=${words.length}; _prompt_assay; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = await promisify(execFile)('bash', ['-u', '-c', `${await script('bash')}\n${asked}`]);
  return stdout.split('\n').filter((word) => word !== '');
}

describe('completion', () => {
  it('in bash offers every command', async () => {
    expect(await complete('')).toEqual([...Object.keys(commands), '--help', '--version']);
    expect(await complete('va')).toEqual(['validate']);
  });

  it('in bash offers the flags of a command, and files behind one that takes a value', async () => {
    expect(await complete('init', '--')).toEqual(['--local-model', '--agents', '--dry-run', '--json', '--help']);
    expect(await complete('run', '--repo')).toEqual(['--report']);
    expect(await complete('run', '--report', '')).toEqual([]);
    expect(await complete('compare', '--settle', '--mar')).toEqual([]);
    expect(await complete('run', '--settle', '--repo')).toEqual(['--report']);
    expect(await complete('nothing', '--')).toEqual([]);
  });

  it('in no shell names flags of the makers alone', async () => {
    expect(await complete('demo', '--')).toEqual(['--full', '--report', '--json', '--help']);
    const [zsh, fish] = await Promise.all([script('zsh'), script('fish')]);
    const own = [/^ {4}demo\) .*$/m.exec(zsh)?.[0], fish.match(/^.*_from demo'.*$/gm)?.join('\n')];
    expect(own).toEqual([expect.stringContaining('--report'), expect.stringContaining('-l report')]);
    expect(own.join()).not.toContain('base-url');
  });

  it('in zsh and fish describes commands and flags, whatever marks their words hold', async () => {
    const [zsh, fish] = await Promise.all([script('zsh'), script('fish')]);
    expect(zsh.split('\n')[0]).toBe('#compdef prompt-assay');
    expect(zsh).toContain("    'cache:show or clear the answers that this clone keeps'\n");
    expect(zsh).toMatch(
      /^ {4}init\) _arguments '--local-model\[for a model of your own, such as Ollama at http\\:\/\/127\.0\.0\.1\\:11434\/v1\]:value:_files' /m,
    );
    expect(fish).toContain(
      "complete -c prompt-assay -n '__fish_seen_subcommand_from init' -l dry-run -d 'writes nothing",
    );
    expect(fish).toContain("-l local-model -r -d 'for a model");
    // Between single quotes nothing is left open.
    for (const line of `${zsh}${fish}`.split('\n').filter((one) => !one.startsWith('#'))) {
      expect(line.replaceAll("'\\''", '').replaceAll("\\'", '').split("'").length % 2).toBe(1);
    }
  });

  it.each([[[]], [['tcsh']], [['constructor']]])('refuses %j and names the shells', async (words) => {
    expect(await run(['completion', ...words])).toMatchObject({
      code: 2,
      err: expect.stringContaining('Known: bash, zsh, fish.'),
    });
  });
});
