import type { Io } from './command.ts';

/** Variables that only terminals set which make links of OSC 8. */
const marks = ['WT_SESSION', 'KITTY_WINDOW_ID', 'KONSOLE_VERSION', 'DOMTERM'];
const programs = new Set(['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper', 'Tabby', 'rio', 'zed']);
const types = new Set(['xterm-kitty', 'xterm-ghostty', 'alacritty', 'foot', 'foot-extra']);
/** VTE before 0.50.1 breaks on them. */
const firstVte = 5001;

/** Whether whoever reads the output sees links as links, by what the terminal says of itself. `FORCE_HYPERLINK` knows better; a job's log and a pipe have none. */
export function knowsLinks({ env, columns }: Pick<Io, 'env' | 'columns'>): boolean {
  if (env.FORCE_HYPERLINK !== undefined) return env.FORCE_HYPERLINK !== '0';
  if (columns === null || env.CI !== undefined || env.TERM === 'dumb') return false;
  if (Number(env.VTE_VERSION) >= firstVte) return true;
  return marks.some((name) => env[name]) || programs.has(env.TERM_PROGRAM ?? '') || types.has(env.TERM ?? '');
}
