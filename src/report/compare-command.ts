import { type CompareFlags, type CompareRules, ruleFlags } from '../gate/compare-flags.ts';

/** The command that decides a run's two score files under some flags, as a shell takes it in the folder of the files. */
export function renderCompareCommand(flags: CompareFlags): string {
  const words = [
    ...['prompt-assay', 'compare', '--baseline', 'baseline-scores.jsonl', '--candidate', 'scores.jsonl'],
    ...flags.metrics.flatMap((name) => renderFlag('metric', name)),
    ...[...flags.directions].flatMap(([name, direction]) => renderFlag('direction', `${name}=${direction}`)),
    ...renderRules(flags, ''),
    ...[...flags.suites].flatMap(([suite, rules]) => renderRules(rules, `${suite}=`)),
  ];
  return words.map(quoteWord).join(' ');
}

function renderRules(rules: Partial<CompareRules>, scope: string): readonly string[] {
  return (Object.keys(ruleFlags) as (keyof CompareRules)[]).flatMap((rule) => {
    const value = rules[rule] ?? null;
    return value === null ? [] : renderFlag(ruleFlags[rule], `${scope}${value}`);
  });
}

/** A value that looks like a flag must stand in one word with its own. */
function renderFlag(name: string, value: string): readonly string[] {
  return value.startsWith('-') ? [`--${name}=${value}`] : [`--${name}`, value];
}

/** A word for a POSIX shell. */
export function quoteWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
