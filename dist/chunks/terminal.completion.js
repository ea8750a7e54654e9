import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  listKnown
} from "./shared.text.problems.js";
import {
  UserError
} from "./shared.errors.js";

// src/terminal/completion.ts
var shells = {
  bash: renderBash,
  zsh: renderZsh,
  fish: renderFish
};
var names = Object.keys(shells);
function buildCompletion(table) {
  return {
    name: "completion",
    usage: names.join(" | "),
    about: `Prints a script for your shell: eval "$(prompt-assay completion bash)" in ~/.bashrc, the same with zsh in ~/.zshrc, and
prompt-assay completion fish > ~/.config/fish/completions/prompt-assay.fish.`,
    flags: { json: { help: 'print {"shell", "script"}' } },
    positionals: ["SHELL"],
    run: async (_flags, [shell]) => {
      const render = shell !== void 0 && Object.hasOwn(shells, shell) ? shells[shell] : void 0;
      if (shell === void 0 || render === void 0) {
        const what = shell === void 0 ? "No shell is named." : `There is no completion for "${shell}".`;
        throw UserError.of(what, listKnown(names));
      }
      const script = render(await listCompleted(table));
      return { document: { shell, script, errors: [] }, text: script, exitCode: 0 };
    },
    buildFailure: (errors) => ({ shell: null, script: "", errors })
  };
}
async function listCompleted(table) {
  const listed = [];
  for (const [name, { summary, load }] of Object.entries(table)) {
    const { flags } = await load();
    const own = Object.entries(flags).flatMap(
      ([flag, { help, value }]) => help === null ? [] : [{ flag: `--${flag}`, help, takesValue: value !== void 0 }]
    );
    listed.push({ name, summary, flags: [...own, { flag: "--help", help: "show its flags", takesValue: false }] });
  }
  return listed;
}
function renderBash(commands) {
  const valued = commands.flatMap(
    ({ name, flags }) => flags.filter(({ takesValue }) => takesValue).map(({ flag }) => `'${name} ${flag}'`)
  );
  return `# Completes prompt-assay in bash.
_prompt_assay() {
  local words
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    words='${commands.map(({ name }) => name).join(" ")} --help --version'
  else
    case "\${COMP_WORDS[1]} \${COMP_WORDS[COMP_CWORD-1]}" in
      ${valued.join("|")}) return ;;
    esac
    case "\${COMP_WORDS[1]}" in
${commands.map(({ name, flags }) => `      ${name}) words='${flags.map(({ flag }) => flag).join(" ")}' ;;
`).join("")}    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _prompt_assay prompt-assay
`;
}
function renderZsh(commands) {
  const describe = (flag) => `'${flag.flag}[${quoteSingle(flag.help).replace(/[\][:\\]/g, "\\$&")}]${flag.takesValue ? ":value:_files" : ""}'`;
  return `#compdef prompt-assay
# Completes prompt-assay in zsh.
_prompt_assay() {
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    '${name}:${quoteSingle(summary)}'
`).join("")}  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  case $words[2] in
${commands.map(({ name, flags }) => `    ${name}) _arguments ${flags.map(describe).join(" ")} '*:file:_files' ;;
`).join("")}  esac
}
compdef _prompt_assay prompt-assay
`;
}
function renderFish(commands) {
  const line = (words) => `complete -c prompt-assay ${words}
`;
  return [
    "# Completes prompt-assay in fish.\n",
    ...commands.map(({ name, summary }) => line(`-n __fish_use_subcommand -f -a ${name} -d '${escapeFish(summary)}'`)),
    ...commands.flatMap(
      ({ name, flags }) => flags.map(({ flag, help, takesValue }) => {
        const value = takesValue ? " -r" : "";
        return line(`-n '__fish_seen_subcommand_from ${name}' -l ${flag.slice(2)}${value} -d '${escapeFish(help)}'`);
      })
    )
  ].join("");
}
function quoteSingle(text) {
  return text.replaceAll("'", `'\\''`);
}
function escapeFish(text) {
  return text.replace(/[\\']/g, "\\$&");
}
export {
  buildCompletion
};
