import { UserError } from '../errors.ts';
import { listKnown } from '../text/problems.ts';
import type { Command, CommandTable } from './command.ts';

/** What a shell completes behind a command. */
interface Completed {
  readonly name: string;
  readonly summary: string;
  /** Flags with `--`, their words in the help, and whether a value follows. */
  readonly flags: readonly { readonly flag: string; readonly help: string; readonly takesValue: boolean }[];
}

const shells: { readonly [shell: string]: (commands: readonly Completed[]) => string } = {
  bash: renderBash,
  zsh: renderZsh,
  fish: renderFish,
};
const names = Object.keys(shells);

/** `completion`: a script that completes the commands of a table and their flags. */
export function buildCompletion(table: CommandTable): Command {
  return {
    name: 'completion',
    usage: names.join(' | '),
    about: `Prints a script for your shell: eval "$(prompt-assay completion bash)" in ~/.bashrc, the same with zsh in ~/.zshrc, and
prompt-assay completion fish > ~/.config/fish/completions/prompt-assay.fish.`,
    flags: { json: { help: 'print {"shell", "script"}' } },
    positionals: ['SHELL'],
    run: async (_flags, [shell]) => {
      const render = shell !== undefined && Object.hasOwn(shells, shell) ? shells[shell] : undefined;
      if (shell === undefined || render === undefined) {
        const what = shell === undefined ? 'No shell is named.' : `There is no completion for "${shell}".`;
        throw UserError.of(what, listKnown(names));
      }
      const script = render(await listCompleted(table));
      return { document: { shell, script, errors: [] }, text: script, exitCode: 0 };
    },
    buildFailure: (errors) => ({ shell: null, script: '', errors }),
  };
}

async function listCompleted(table: CommandTable): Promise<readonly Completed[]> {
  const listed: Completed[] = [];
  for (const [name, { summary, load }] of Object.entries(table)) {
    const { flags } = await load();
    const own = Object.entries(flags).flatMap(([flag, { help, value }]) =>
      help === null ? [] : [{ flag: `--${flag}`, help, takesValue: value !== undefined }],
    );
    listed.push({ name, summary, flags: [...own, { flag: '--help', help: 'show its flags', takesValue: false }] });
  }
  return listed;
}

function renderBash(commands: readonly Completed[]): string {
  const valued = commands.flatMap(({ name, flags }) =>
    flags.filter(({ takesValue }) => takesValue).map(({ flag }) => `'${name} ${flag}'`),
  );
  return `# Completes prompt-assay in bash.
_prompt_assay() {
  local words
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    words='${commands.map(({ name }) => name).join(' ')} --help --version'
  else
    case "\${COMP_WORDS[1]} \${COMP_WORDS[COMP_CWORD-1]}" in
      ${valued.join('|')}) return ;;
    esac
    case "\${COMP_WORDS[1]}" in
${commands.map(({ name, flags }) => `      ${name}) words='${flags.map(({ flag }) => flag).join(' ')}' ;;\n`).join('')}    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _prompt_assay prompt-assay
`;
}

function renderZsh(commands: readonly Completed[]): string {
  const describe = (flag: Completed['flags'][number]) =>
    `'${flag.flag}[${quoteSingle(flag.help).replace(/[\][:\\]/g, '\\$&')}]${flag.takesValue ? ':value:_files' : ''}'`;
  return `#compdef prompt-assay
# Completes prompt-assay in zsh.
_prompt_assay() {
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    '${name}:${quoteSingle(summary)}'\n`).join('')}  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  case $words[2] in
${commands.map(({ name, flags }) => `    ${name}) _arguments ${flags.map(describe).join(' ')} '*:file:_files' ;;\n`).join('')}  esac
}
compdef _prompt_assay prompt-assay
`;
}

function renderFish(commands: readonly Completed[]): string {
  const line = (words: string) => `complete -c prompt-assay ${words}\n`;
  return [
    '# Completes prompt-assay in fish.\n',
    ...commands.map(({ name, summary }) => line(`-n __fish_use_subcommand -f -a ${name} -d '${escapeFish(summary)}'`)),
    ...commands.flatMap(({ name, flags }) =>
      flags.map(({ flag, help, takesValue }) => {
        const value = takesValue ? ' -r' : '';
        return line(`-n '__fish_seen_subcommand_from ${name}' -l ${flag.slice(2)}${value} -d '${escapeFish(help)}'`);
      }),
    ),
  ].join('');
}

function quoteSingle(text: string): string {
  return text.replaceAll("'", `'\\''`);
}

function escapeFish(text: string): string {
  return text.replace(/[\\']/g, '\\$&');
}
